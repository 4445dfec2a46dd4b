//! 工作日历: holidays and make-up days of a year, the week's shifts, quiet hours, files of holidays.

mod typed;
mod year;

use self::typed::words;
use self::year::{known, per_line, sample, step};
use chrono::{Datelike as _, NaiveDate, Weekday};
use iced::Length;
use iced::widget::{self, column, container, row, space};

use super::Message as Outer;
use super::parts::{Hand, PAGES, Pen, SIDE, TABLE, inspector, page_head, width};
use crate::domain::calendar::{Calendar, CalendarError, DayKind, HoursError};
use crate::domain::office::Command;
use crate::platform::dialog::{self, FileKind};
use crate::platform::files;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Note, button, down, field, fit, heading, hint, line_across, line_down, measure, note, pane_foot, read_only,
    scroll_named, small, small_strong, strong,
};

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The year that is shown and what was changed.
#[derive(Debug, Default)]
pub struct State {
    year: Option<i32>,
    /// The day where the arrows are.
    day: Option<NaiveDate>,
    draft: Option<Draft>,
    problem: Option<Problem>,
}

#[derive(Debug)]
struct Draft {
    calendar: Calendar,
    shifts: [String; 7],
    quiet: String,
}

/// Why something was not taken over.
#[derive(Debug, Clone)]
pub enum Problem {
    /// A file, with its line.
    File(CalendarError),
    /// The file could not be read.
    Unread(String),
    /// No file dialog on this system.
    NoDialog,
    /// Hours that were typed.
    Hours(HoursError),
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another year.
    YearChosen(i32),
    /// The arrows went to a day.
    DayReached(NaiveDate),
    /// A day: usual, off, work, usual.
    DayPressed(NaiveDate),
    /// The shifts of a weekday, from Monday.
    Shifts(usize, String),
    /// The quiet hours.
    Quiet(String),
    /// 法定节假日也不拨打
    QuietOnHolidaysToggled,
    /// 已核对
    YearConfirmed(i32),
    /// 导入年历…
    Import,
    /// What the file said; `None`: nobody chose one.
    Imported(Box<Result<Option<String>, Problem>>),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

/// Asks for a file and reads it.
pub fn import<Action>(env: &Env<'_>) -> Effect<Message, Action> {
    let texts = env.texts.clone();
    Effect::perform(
        async move {
            let picked = dialog::pick(texts, &[FileKind::Csv]).await.map_err(|_| Problem::NoDialog)?;
            let Some(path) = picked else { return Ok(None) };
            files::read_text(&path).map(Some).map_err(|it| Problem::Unread(it.to_string()))
        },
        |it| Message::Imported(Box::new(it)),
    )
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match message {
            Message::YearChosen(year) => {
                self.year = Some(year);
                self.day = None;
            }
            Message::DayReached(day) => {
                self.year = Some(day.year());
                self.day = Some(day);
            }
            Message::DayPressed(day) => {
                self.day = Some(day);
                self.draft(env).turn(day);
            }
            Message::Shifts(day, text) => {
                if let Some(shifts) = self.draft(env).shifts.get_mut(day) {
                    *shifts = text;
                }
            }
            Message::Quiet(text) => self.draft(env).quiet = text,
            Message::QuietOnHolidaysToggled => {
                let draft = self.draft(env);
                let quiet = draft.calendar.quiet_on_holidays();
                draft.calendar.set_quiet_on_holidays(!quiet);
            }
            Message::YearConfirmed(year) => self.draft(env).calendar.confirm_year(year),
            Message::Import => {}
            Message::Imported(read) => self.imported(env, *read),
            Message::Saved => return self.save(),
            Message::Dropped => *self = Self { year: self.year, ..Self::default() },
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.draft = None;
        self.problem = None;
    }

    fn draft(&mut self, env: &Env<'_>) -> &mut Draft {
        self.problem = None;
        self.draft.get_or_insert_with(|| Draft::of(env.calendar()))
    }

    fn imported(&mut self, env: &Env<'_>, read: Result<Option<String>, Problem>) {
        let text = match read {
            Ok(Some(text)) => text,
            Ok(None) => return,
            Err(problem) => {
                self.problem = Some(problem);
                return;
            }
        };
        let draft = self.draft(env);
        match draft.calendar.clone().with_exceptions(&text) {
            Ok(calendar) => draft.calendar = calendar,
            Err(error) => self.problem = Some(Problem::File(error)),
        }
    }

    fn save(&mut self) -> Vec<Command> {
        let Some(draft) = &self.draft else { return Vec::new() };
        match draft.read() {
            Ok(calendar) => vec![Command::SetCalendar { calendar }],
            Err(error) => {
                self.problem = Some(Problem::Hours(error));
                Vec::new()
            }
        }
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let calendar = self.draft.as_ref().map_or(env.calendar(), |it| &it.calendar);
        let year = self.year.unwrap_or(env.today().year());
        let before = step(pen, (icon::CHEVRON_LEFT, texts.period_previous()), (Spot("set-year", 0), year - 1));
        let after = step(pen, (icon::CHEVRON_RIGHT, texts.period_next()), (Spot("set-year", 1), year + 1));
        let years = row![before, strong(texts.year_alone(year.to_string())), after].spacing(4).align_y(iced::Center);
        let import = button(texts.set_import_year()).icon(icon::UPLOAD);
        let import = pen.button(Spot("set-import", 0), import, Some(send(Message::Import)));
        let actions = row![years].push(import).spacing(12).align_y(iced::Center);
        let a_line = per_line(&env);
        let focus = self.days(pen, year);
        let cursor = self.cursor(&env, year);
        let months = (1..=12_u32).collect::<Vec<_>>();
        let months = months.chunks(a_line).map(|line| {
            let line = line.iter().map(|it| year::month(&env, calendar, ((year, *it), (cursor, focus))));
            widget::row(line.collect::<Vec<_>>()).spacing(GAP).into()
        });
        let months: Vec<Element<'a, Outer>> = months.collect();
        let count = |kind| calendar.exceptions_of(year).filter(|(_, it)| it.kind == kind).count();
        let legend = row![
            sample(Tone::Late, texts.set_days_off(count(DayKind::Off))),
            sample(Tone::Info, texts.set_days_work(count(DayKind::Work))),
            space().width(Length::Fill),
            hint(texts.set_press_days()),
        ]
        .spacing(16)
        .align_y(iced::Center);
        // The title, the years and the import stand in one line.
        let taken = measure(texts.set_import_year(), Face::Body) + 46.0 + 130.0 + 12.0;
        let left = env.beside_rail() - PAGES - width(&env) - 40.0 - taken - 8.0;
        let about = fit(texts.set_calendar_words(), Face::Small, left);
        let page = column![
            page_head(texts.set_calendar(), about, Some(actions.into())),
            scroll_named(TABLE, container(down(18.0, months)).padding([14, 20])),
            pane_foot(legend),
        ];
        row![page.width(Length::Fill), line_down(), self.side(pen, calendar)].into()
    }

    fn side<'a>(&'a self, pen: &mut Pen<'_, 'a>, calendar: &Calendar) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let mut days = Vec::new();
        for (place, weekday) in WEEK.into_iter().enumerate() {
            let value = match &self.draft {
                Some(draft) => draft.shifts[place].clone(),
                None => words(calendar.shifts(weekday)),
            };
            let drawn: Element<'a, Outer> = match pen.hand {
                Hand::Reads if value.is_empty() => read_only(texts.set_rest()),
                Hand::Reads => read_only(&value),
                Hand::Edits => {
                    let typed = field(texts.set_rest(), &value).on_input(move |it| send(Message::Shifts(place, it)));
                    pen.keys.field(Spot("set-shifts", place), typed).into()
                }
            };
            let name = container(small(texts.weekday(weekday))).width(64);
            days.push(row![name, drawn].spacing(8).align_y(iced::Center).into());
        }
        let quiet = self.draft.as_ref().map_or_else(|| words(calendar.quiet_hours()), |it| it.quiet.clone());
        let quiet: Element<'a, Outer> = match pen.hand {
            Hand::Reads => read_only(&quiet),
            Hand::Edits => {
                let typed = field("12:00-14:00 20:00-09:00", &quiet).on_input(|it| send(Message::Quiet(it)));
                pen.keys.field(Spot("set-quiet", 0), typed).into()
            }
        };
        let on = calendar.quiet_on_holidays();
        let holidays = pen.tick(
            Spot("set-quiet-holidays", 0),
            (texts.set_quiet_holidays(), on),
            send(Message::QuietOnHolidaysToggled),
        );
        let problem = self.problem.as_ref().map(|it| {
            note(Note {
                tone: Tone::Late,
                icon: icon::CIRCLE_ALERT,
                title: texts.set_not_taken().into(),
                words: it.words(texts).into(),
                actions: Vec::new(),
            })
        });
        let this = env.today().year();
        let known_this = known(pen, calendar, this);
        let known_next = known(pen, calendar, this + 1);
        pen.keys.within(None);
        let content = column![]
            .push(problem)
            .push(down(6.0, days))
            .push(hint(texts.set_shifts_hint()))
            .push(line_across())
            .push(small_strong(texts.set_quiet()).style(style::text::ink3))
            .push(quiet)
            .push(holidays)
            .push(line_across())
            .push(known_this)
            .push(known_next)
            .spacing(10);
        let foot = if self.draft.is_some() { pen.foot(Some(Outer::Saved), send(Message::Dropped)) } else { None };
        inspector(&env, heading(texts.set_week()), content, foot)
    }
}

/// The days of the year.
const DAYS: Spot = Spot("set-days", 0);

/// A day is this wide and high.
const CELL: f32 = 22.0;
/// Between two months.
const GAP: f32 = 14.0;

fn send(message: Message) -> Outer {
    Outer::Calendar(message)
}
