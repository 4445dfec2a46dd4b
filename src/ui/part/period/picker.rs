//! The control of a period in a tool bar: 月 季 年 自定义 ‹ 2026 年 3 月 › 本期, and the two days below it.

use chrono::{Datelike, Days, NaiveDate};
use iced::{
    Center, Length as Wide, Task,
    keyboard::key::Named,
    widget::{Id, column, container, row, space},
};

use super::{Length, Period};
use crate::i18n::Texts;
use crate::ui::env::Frame;
use crate::ui::icon;
use crate::ui::keys::{Press, Shortcut};
use crate::ui::part::form::{FocusRing, Meant, Step, Stop, is_meant};
use crate::ui::part::typed_time::{self, Lean};
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Part, button, chip, chips, dropdown, field, hint, icon_button, label, labelled, measure, popover, segment, small,
    strong,
};

/// The choice of a period; what is typed is not chosen yet.
#[derive(Debug, Default)]
pub struct Picker {
    typed: Option<Typed>,
    ring: FocusRing<End>,
}

/// The two days as they are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    from: String,
    until: String,
}

/// Which of the two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// 从
    From,
    /// 到
    Until,
}

impl Stop for End {
    fn id(self) -> Id {
        Id::from(format!("period-{self:?}"))
    }
}

/// Why two days are no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The first is no day.
    From,
    /// The second is no day.
    Until,
    /// The second lies before the first.
    Backwards,
    /// The first is still to come.
    Ahead,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another period.
    Chosen(Period),
    /// Opened the two days, or closed them.
    Turned,
    /// A day is typed.
    Typed(End, String),
    /// 查看
    Taken,
    /// Tab.
    Stepped(Step),
}

/// The days as somebody types them: `2026-03-01`, `3.1`, `3月1日`, `昨天`.
fn read(texts: &Texts, typed: &Typed, today: NaiveDate) -> Result<Period, Wrong> {
    // A day that is named without its year is the last such day.
    let now = today.and_hms_opt(23, 59, 59).unwrap_or_default();
    let day = |text: &str| {
        let is_day = !text.trim().is_empty()
            && !text.contains([':', '：', '点', '點'])
            && !text.trim_start().starts_with(['+', '-', '＋', '−', '－']);
        typed_time::read(texts, text, now, Lean::Past).filter(|_| is_day).map(|it| it.date())
    };
    let first = day(&typed.from).ok_or(Wrong::From)?;
    let last = day(&typed.until).ok_or(Wrong::Until)?;
    if last < first {
        Err(Wrong::Backwards)
    } else if today < first {
        Err(Wrong::Ahead)
    } else {
        Ok(Period::days(first, last))
    }
}

impl Picker {
    /// Whether the two days are open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Does what a message says; answers the period that was chosen, if one was.
    pub fn update(&mut self, env: &Frame<'_>, shown: Period, message: Message) -> (Task<Message>, Option<Period>) {
        match message {
            Message::Chosen(period) => {
                self.typed = None;
                (self.ring.leave(), Some(period))
            }
            Message::Turned if self.is_open() => {
                self.typed = None;
                (self.ring.leave(), None)
            }
            Message::Turned => {
                let last = shown.last().min(env.today()).max(shown.first());
                self.typed = Some(Typed { from: shown.first().to_string(), until: last.to_string() });
                (self.ring.go(End::From), None)
            }
            Message::Typed(end, text) => {
                self.ring.found(&[end], Some(&end.id()));
                let field = self.typed.as_mut().map(|it| match end {
                    End::From => &mut it.from,
                    End::Until => &mut it.until,
                });
                if let Some(field) = field.filter(|it| is_meant(env, it, &text) == Meant::Yes) {
                    *field = text.chars().take(LONGEST).collect();
                }
                (Task::none(), None)
            }
            Message::Taken => match self.typed.as_ref().map(|it| read(env.texts, it, env.today())) {
                Some(Ok(period)) => self.update(env, shown, Message::Chosen(period)),
                Some(Err(Wrong::From | Wrong::Ahead)) => (self.ring.go(End::From), None),
                Some(Err(Wrong::Until | Wrong::Backwards)) => (self.ring.go(End::Until), None),
                None => (Task::none(), None),
            },
            Message::Stepped(step) => (self.ring.step(&[End::From, End::Until], step), None),
        }
    }

    /// What a key means while the two days are open.
    #[must_use]
    pub fn pressed(&self, press: &Press) -> Option<Message> {
        self.typed.as_ref()?;
        if let Some(step) = Step::of(press) {
            Some(Message::Stepped(step))
        } else if Shortcut::named(Named::Escape).matches(press) {
            Some(Message::Turned)
        } else if Shortcut::named(Named::Enter).with_command().matches(press) {
            Some(Message::Taken)
        } else {
            None
        }
    }

    /// 月 季 年 自定义 ‹ 2026 年 3 月 › 本期. Periods after the one that holds today are not offered.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Frame<'a>, shown: Period) -> Element<'a, Message> {
        let texts = env.texts;
        let lengths = segment(Length::ALL.map(|it| Part::new(it, name(texts, it))), Some(shown.length()))
            .on_choose(move |length| match length {
                Length::Month | Length::Quarter | Length::Year => Message::Chosen(shown.with(length)),
                Length::Days => Message::Turned,
            })
            .compact()
            .quiet();
        let today = env.today();
        let next = (shown.next().first() <= today).then(|| Message::Chosen(shown.next()));
        let now = Period::of(shown.length(), today);
        let is_now = shown == now || shown.length() == Length::Days;
        let back = (!is_now)
            .then(|| Element::from(button(texts.period_now()).quiet().compact().on_press(Message::Chosen(now))));
        let words = shown.name(texts);
        let named: Element<'a, Message> = match shown.length() {
            Length::Month | Length::Quarter | Length::Year => container(strong(words)).center_x(112).into(),
            Length::Days => {
                button(words).quiet().compact().trailing(icon::CHEVRON_DOWN).on_press(Message::Turned).into()
            }
        };
        let stretch = row![
            icon_button(icon::CHEVRON_LEFT, texts.period_previous(), Some(Message::Chosen(shown.previous())), 0),
            named,
            icon_button(icon::CHEVRON_RIGHT, texts.period_next(), next, 0),
        ]
        .spacing(4)
        .align_y(Center);
        let whole = row![Element::from(lengths), Element::from(stretch)].push(back).spacing(4).align_y(Center);
        dropdown(whole, self.days(env), Some(WIDTH), Message::Turned)
    }

    /// How wide the control is.
    #[must_use]
    pub fn width(texts: &Texts, shown: Period) -> f32 {
        let lengths: f32 = Length::ALL.iter().map(|it| measure(name(texts, *it), Face::Strong) + 17.0).sum();
        let named = match shown.length() {
            Length::Month | Length::Quarter | Length::Year => 112.0,
            Length::Days => measure(&shown.name(texts), Face::Strong) + 44.0,
        };
        let back = match shown.length() {
            Length::Month | Length::Quarter | Length::Year => measure(texts.period_now(), Face::Body) + 24.0,
            Length::Days => 0.0,
        };
        lengths + named + 76.0 + back
    }

    /// The two days, and some that are wanted often.
    fn days<'a>(&'a self, env: &Frame<'a>) -> Option<Element<'a, Message>> {
        let typed = self.typed.as_ref()?;
        let (texts, today) = (env.texts, env.today());
        let read = read(texts, typed, today);
        let is_wrong = |end| match (end, read) {
            (End::From, Err(Wrong::From | Wrong::Ahead)) | (End::Until, Err(Wrong::Until | Wrong::Backwards)) => true,
            (End::From | End::Until, Ok(_) | Err(_)) => false,
        };
        let drawn = |end: End, name: &'a str, text: &'a str| {
            let mood = if is_wrong(end) { Mood::Wrong } else { Mood::Fine };
            let field = field("2026-03-01", text)
                .id(end.id())
                .icon(icon::CALENDAR_DAYS)
                .mood(mood)
                .on_input(move |text| Message::Typed(end, text))
                .on_submit(Message::Taken);
            Element::from(labelled(label(name), field, None))
        };
        let ends = row![
            drawn(End::From, texts.period_from(), &typed.from),
            drawn(End::Until, texts.period_until(), &typed.until)
        ]
        .spacing(10);
        let said = match read {
            Ok(period) => {
                let days = (period.last() - period.first()).num_days() + 1;
                hint(texts.period_days_count(days))
            }
            Err(wrong) => small(wrong_words(texts, wrong).to_owned()).style(style::text::toned(Tone::Late)),
        };
        let offers =
            offers(today).map(|(name, period)| chip(name(texts), read == Ok(period), Some(Message::Chosen(period))));
        let go = button(texts.period_show()).primary().on_press_maybe(read.is_ok().then_some(Message::Taken));
        let cancel = button(texts.cancel()).quiet().on_press(Message::Turned);
        let foot = row![space().width(Wide::Fill), Element::from(cancel), Element::from(go)].spacing(8);
        let content = column![ends, said, chips(offers), foot].spacing(10).padding(14);
        Some(popover(WIDTH, content))
    }
}

/// As long as a day is typed.
const LONGEST: usize = 20;
const WIDTH: f32 = 360.0;

/// A period and its name.
type Offer = (fn(&Texts) -> &str, Period);

/// Days that are wanted often, up to today.
fn offers(today: NaiveDate) -> [Offer; 4] {
    let last = |days: u64| Period::days(today.checked_sub_days(Days::new(days - 1)).unwrap_or(today), today);
    let year = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
    [
        (Texts::period_last_week, last(7)),
        (Texts::period_last_month, last(30)),
        (Texts::period_last_quarter, last(90)),
        (Texts::period_year_so_far, Period::days(year, today)),
    ]
}

fn wrong_words(texts: &Texts, wrong: Wrong) -> &str {
    match wrong {
        Wrong::From => texts.period_wrong_from(),
        Wrong::Until => texts.period_wrong_until(),
        Wrong::Backwards => texts.period_wrong_backwards(),
        Wrong::Ahead => texts.period_wrong_ahead(),
    }
}

fn name(texts: &Texts, length: Length) -> &str {
    match length {
        Length::Month => texts.period_month(),
        Length::Quarter => texts.period_quarter(),
        Length::Year => texts.period_year(),
        Length::Days => texts.period_days(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn two_days_are_read_as_they_are_typed_and_what_is_wrong_is_said() {
        let texts = Texts::new(Locale::ZhCn);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-03-12");
        let days = |from, until| Ok(Period::days(day(from), day(until)));
        let rows = [
            ("2026-02-26", "2026-03-12", days("2026-02-26", "2026-03-12")),
            (" 2026/2/26 ", "2026.3.12", days("2026-02-26", "2026-03-12")),
            ("3月1日", "今天", days("2026-03-01", "2026-03-12")),
            // Without a year: the last such day.
            ("11.21", "3.1", days("2025-11-21", "2026-03-01")),
            ("2026-03-12", "2026-03-12", days("2026-03-12", "2026-03-12")),
            // A period may end later than today.
            ("2026-03-01", "2026-03-31", days("2026-03-01", "2026-03-31")),
            ("", "2026-03-12", Err(Wrong::From)),
            ("2026-02-30", "2026-03-12", Err(Wrong::From)),
            ("abc", "2026-03-12", Err(Wrong::From)),
            ("15:30", "2026-03-12", Err(Wrong::From)),
            ("2026-03-01", "", Err(Wrong::Until)),
            ("2026-03-01", "明年", Err(Wrong::Until)),
            ("2026-03-12", "2026-03-01", Err(Wrong::Backwards)),
            ("2026-04-01", "2026-04-30", Err(Wrong::Ahead)),
        ];
        for (from, until, then) in rows {
            let typed = Typed { from: from.to_owned(), until: until.to_owned() };
            assert_eq!(read(&texts, &typed, today), then, "{from} – {until}");
        }
    }
}
