//! The day as a strip: working hours, quiet hours, now, and the appointments.

use iced::{
    Center, Point, Rectangle, Renderer, Size,
    advanced::mouse,
    alignment::Vertical,
    widget::{
        Canvas, canvas,
        canvas::{Frame, Geometry, Path, Stroke, Text},
        column, row,
        text::Alignment,
    },
};

use super::{Message, top};
use crate::books::callbacks::Waiting;
use crate::ui::env::Env;
use crate::ui::part::case_words;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, font};
use crate::ui::widget::{caption, measure};

/// Names above, the bar, hours below.
const HEIGHT: f32 = 58.0;
const BAR: f32 = 18.0;
const THICK: f32 = 20.0;

/// What the strip shows; minutes after midnight.
struct Day {
    from: f32,
    until: f32,
    quiet: Vec<(f32, f32)>,
    now: f32,
    now_words: String,
    quiet_words: String,
    calls: Vec<Call>,
}

struct Call {
    at: f32,
    name: String,
    member: bool,
}

/// Today's appointments on the working hours; `None` on a day off.
pub(super) fn day<'a>(env: &Env<'a>, queue: &[Waiting<'_>], width: f32) -> Option<Element<'a, Message>> {
    let calendar = env.calendar();
    let today = env.today();
    let shifts = calendar.shifts_on(today);
    let (first, last) = (shifts.first()?, shifts.last()?);
    let (from, until) = (f32::from(first.from()), f32::from(last.until()));
    let minute = |at: chrono::NaiveDateTime| {
        use chrono::Timelike as _;
        f32::from(u16::try_from(at.hour() * 60 + at.minute()).unwrap_or_default())
    };
    let appointed = queue.iter().filter_map(|it| Some((it, it.appointment?)));
    let appointed = appointed.filter(|(_, at)| calendar.day_of(*at) == today);
    let calls = appointed.map(|(it, at)| Call {
        at: minute(calendar.local(at)),
        name: case_words::customer(env, it.complaint),
        member: it.complaint.is_member(),
    });
    let inside = |a: u16, b: u16| {
        let (a, b) = (f32::from(a).max(from), f32::from(b).min(until));
        (a < b).then_some((a, b))
    };
    let quiet = calendar.quiet_hours().iter().flat_map(|it| {
        if it.until() < it.from() {
            vec![inside(it.from(), 1440), inside(0, it.until())]
        } else {
            vec![inside(it.from(), it.until())]
        }
    });
    let now = env.local_now();
    let shown = Day {
        from,
        until,
        quiet: quiet.flatten().collect(),
        now: minute(now),
        now_words: env.texts.time(now.time()),
        quiet_words: env.texts.today_quiet().to_owned(),
        calls: calls.collect(),
    };
    let legend = |words: &'a str| caption(words).style(style::text::ink3);
    let keys = row![
        sign(Sign::Member),
        legend(env.texts.today_key_member()),
        sign(Sign::Other),
        legend(env.texts.today_key_other()),
        sign(Sign::Quiet),
        legend(env.texts.today_key_quiet())
    ]
    .spacing(5)
    .align_y(Center);
    Some(column![Canvas::new(shown).width(width).height(HEIGHT), keys].spacing(4).into())
}

impl Day {
    fn x(&self, minute: f32, width: f32) -> f32 {
        ((minute - self.from) / (self.until - self.from)).clamp(0.0, 1.0) * width
    }
}

fn text(content: String, x: f32, y: f32) -> Text {
    Text {
        content,
        position: Point::new(x, y),
        size: Face::Caption.size().into(),
        font: font::REGULAR,
        align_x: Alignment::Center,
        align_y: Vertical::Center,
        ..Text::default()
    }
}

impl<M> canvas::Program<M, Theme> for Day {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        let width = bounds.width;
        let bar = Path::rounded_rectangle(Point::new(0.0, BAR), Size::new(width, THICK), 3.0.into());
        frame.fill(&bar, theme.sunken);
        let mut hours = vec![self.from, self.until];
        for (from, until) in &self.quiet {
            let (a, b) = (self.x(*from, width), self.x(*until, width));
            frame.fill_rectangle(Point::new(a, BAR), Size::new(b - a, THICK), theme.line_strong);
            hours.extend([*from, *until]);
            if measure(&self.quiet_words, Face::Caption) + 8.0 < b - a {
                let words = text(self.quiet_words.clone(), f32::midpoint(a, b), BAR + THICK / 2.0);
                frame.fill_text(Text { color: theme.ink2, ..words });
            }
        }
        hours.sort_by(f32::total_cmp);
        hours.dedup();
        let mut end = f32::MIN;
        for hour in hours {
            let words = top::clock(whole(hour));
            let half = measure(&words, Face::Caption) / 2.0;
            let x = self.x(hour, width).clamp(half, width - half);
            if end < x - half {
                frame.fill_text(Text { color: theme.ink3, ..text(words, x, BAR + THICK + 11.0) });
                end = x + half + 4.0;
            }
        }
        // Names that would run into each other are left to the callback screen.
        let now = self.x(self.now, width);
        let mut taken: Vec<(f32, f32)> = Vec::new();
        let mut place = |x: f32, words: &str| {
            let half = measure(words, Face::Caption) / 2.0;
            let x = x.clamp(half, width - half);
            let free = taken.iter().all(|(a, b)| x + half + 4.0 < *a || *b + 4.0 < x - half);
            if free {
                taken.push((x - half, x + half));
            }
            free.then_some(x)
        };
        if self.from <= self.now && self.now <= self.until {
            let line = Path::line(Point::new(now, BAR - 4.0), Point::new(now, BAR + THICK + 3.0));
            frame.stroke(&line, Stroke::default().with_width(2.0).with_color(theme.accent));
            if let Some(x) = place(now, &self.now_words) {
                let words = text(self.now_words.clone(), x, 7.0);
                frame.fill_text(Text { color: theme.accent_ink, font: font::BOLD, ..words });
            }
        }
        for call in &self.calls {
            let x = self.x(call.at, width).clamp(6.0, width - 6.0);
            let disc = Path::circle(Point::new(x, BAR + THICK / 2.0), 5.5);
            frame.fill(&disc, if call.member { theme.accent } else { theme.surface });
            frame.stroke(&disc, Stroke::default().with_width(2.0).with_color(theme.accent));
            if let Some(x) = place(x, &call.name) {
                frame.fill_text(Text { color: theme.ink, ..text(call.name.clone(), x, 7.0) });
            }
        }
        vec![frame.into_geometry()]
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
fn whole(minute: f32) -> u16 {
    minute as u16
}

/// What the legend explains.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Member,
    Other,
    Quiet,
}

fn sign<'a>(sign: Sign) -> Element<'a, Message> {
    Canvas::new(sign).width(11).height(11).into()
}

impl<M> canvas::Program<M, Theme> for Sign {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        let disc = Path::circle(frame.center(), 4.0);
        match self {
            Self::Member => frame.fill(&disc, theme.accent),
            Self::Other => frame.stroke(&disc, Stroke::default().with_width(2.0).with_color(theme.accent)),
            Self::Quiet => frame.fill_rectangle(Point::ORIGIN, bounds.size(), theme.line_strong),
        }
        vec![frame.into_geometry()]
    }
}
