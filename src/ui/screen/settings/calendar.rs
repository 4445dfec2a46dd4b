//! 工作日历: holidays and make-up days of a year, the week's shifts, quiet hours, files of holidays.

use chrono::{Datelike, NaiveDate, Weekday};
use iced::{
    Length,
    keyboard::key::Named,
    widget::{self, column, container, row, space},
};

use super::Message as Outer;
use super::parts::{Hand, PAGES, Pen, SIDE, TABLE, inspector, page_head, width};
use crate::domain::calendar::{
    Calendar, CalendarError, CalendarProblem, Day, DayKind, Exception, HoursError, TimeSpan,
};
use crate::domain::office::Command;
use crate::i18n::Texts;
use crate::platform::dialog::{self, FileKind};
use crate::platform::files;
use crate::ui::effect::Effect;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{
    Focus, Note, button, caption, down, field, fit, heading, hint, icon_button, line_across, line_down, measure, named,
    note, pane_foot, read_only, scroll_named, small, small_strong, strong,
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
            let line = line.iter().map(|it| self::month(&env, calendar, ((year, *it), (cursor, focus))));
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
        let rail = match env.room() {
            Room::Ample => 204.0,
            Room::Tight => 56.0,
        };
        let taken = measure(texts.set_import_year(), Face::Body) + 46.0 + 130.0 + 12.0;
        let left = env.window.width - rail - PAGES - width(&env) - 40.0 - taken - 8.0;
        let about = fit(texts.set_calendar_words(), Face::Small, left);
        let page = column![
            page_head(texts.set_calendar(), about, Some(actions.into())),
            scroll_named(TABLE, container(down(18.0, months)).padding([14, 20])),
            pane_foot(legend),
        ];
        row![page.width(Length::Fill), line_down(), self.side(pen, calendar)].into()
    }

    /// The day where the arrows are, in the year that is shown.
    fn cursor(&self, env: &Env<'_>, year: i32) -> Option<NaiveDate> {
        let day = self.day.filter(|it| it.year() == year);
        let today = Some(env.today()).filter(|it| it.year() == year);
        day.or(today).or_else(|| NaiveDate::from_ymd_opt(year, 1, 1))
    }

    /// The days are one stop: arrows go from day to day, Page up and down from month to month, Space turns a day.
    fn days(&self, pen: &mut Pen<'_, '_>, year: i32) -> Focus {
        let Some(day) = self.cursor(&pen.env, year) else { return Focus::Elsewhere };
        let by = |days: i64| day.checked_add_signed(chrono::Duration::days(days));
        let months = [
            (Named::PageUp, day.checked_sub_months(chrono::Months::new(1))),
            (Named::PageDown, day.checked_add_months(chrono::Months::new(1))),
        ];
        let days = [
            (Named::ArrowLeft, by(-1)),
            (Named::ArrowRight, by(1)),
            (Named::ArrowUp, by(-7)),
            (Named::ArrowDown, by(7)),
        ];
        let moves = days.into_iter().chain(months);
        let mut keys: Vec<(Named, Outer)> =
            moves.filter_map(|(named, day)| Some((named, send(Message::DayReached(day?))))).collect();
        if pen.hand == Hand::Edits {
            keys.push((Named::Space, send(Message::DayPressed(day))));
            keys.push((Named::Enter, send(Message::DayPressed(day))));
        }
        pen.keys.within(Some(TABLE));
        let focus = pen.keys.keys(DAYS, keys);
        pen.keys.within(None);
        focus
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

fn step<'a>(
    pen: &mut Pen<'_, 'a>,
    (sign, words): (icon::Icon, &'a str),
    (spot, year): (Spot, i32),
) -> Element<'a, Outer> {
    let says = send(Message::YearChosen(year));
    let drawn = icon_button(sign, words, Some(says.clone()), 0);
    pen.keys.pressable(spot, says, drawn)
}

/// Whether a year's data are there, and who may say that they are.
fn known<'a>(pen: &mut Pen<'_, 'a>, calendar: &Calendar, year: i32) -> Element<'a, Outer> {
    let texts = pen.env.texts;
    if calendar.has_data(year) {
        return note(Note {
            tone: Tone::Success,
            icon: icon::CIRCLE_CHECK,
            title: texts.status_calendar_known(year.to_string()).into(),
            words: "".into(),
            actions: Vec::new(),
        });
    }
    let spot = Spot("set-confirm", usize::try_from(year).unwrap_or_default());
    let confirm =
        pen.button(spot, button(texts.set_confirm_year()).compact(), Some(send(Message::YearConfirmed(year))));
    note(Note {
        tone: Tone::Soon,
        icon: icon::CALENDAR_OFF,
        title: texts.set_year_missing(year.to_string()).into(),
        words: texts.set_year_missing_words().into(),
        actions: confirm.into_iter().collect(),
    })
}

/// A month: days off are filled, make-up days framed, so that colour is not alone.
fn month<'a>(
    env: &Env<'a>,
    calendar: &Calendar,
    ((year, month), (cursor, focus)): ((i32, u32), (Option<NaiveDate>, Focus)),
) -> Element<'a, Outer> {
    let texts = env.texts;
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { return space().into() };
    let names = WEEK.into_iter().map(|it| {
        let name = texts.weekday(it);
        let short: String = match texts.locale() {
            crate::i18n::Locale::ZhCn | crate::i18n::Locale::ZhTw => name.chars().last().into_iter().collect(),
            crate::i18n::Locale::En => name.chars().take(2).collect(),
        };
        container(caption(short).style(style::text::ink3)).center_x(CELL).into()
    });
    let offset = first.weekday().num_days_from_monday() as usize;
    let days: Vec<NaiveDate> = first.iter_days().take_while(|it| it.month() == month).collect();
    let blanks = (0..offset).map(|_| None);
    let cells: Vec<Option<NaiveDate>> = blanks.chain(days.into_iter().map(Some)).collect();
    let weeks = cells.chunks(7).map(|week| {
        widget::row(week.iter().map(|day| match day {
            None => space().width(CELL).height(CELL).into(),
            Some(day) if Some(*day) == cursor => named(DAYS.id(), focus, cell(env, calendar, *day)),
            Some(day) => cell(env, calendar, *day),
        }))
        .into()
    });
    column![small_strong(texts.month(first)), widget::row(names)].extend(weeks).spacing(2).width(CELL * 7.0).into()
}

/// A day is this wide and high.
const CELL: f32 = 22.0;
/// Between two months.
const GAP: f32 = 14.0;

/// How many months stand side by side.
fn per_line(env: &Env<'_>) -> usize {
    let rail = match env.room() {
        Room::Ample => 204.0,
        Room::Tight => 56.0,
    };
    let room = env.window.width - rail - PAGES - width(env) - 56.0;
    let needed = |months: f32| months * (CELL * 7.0 + GAP) - GAP;
    if needed(4.0) <= room {
        4
    } else if needed(3.0) <= room {
        3
    } else {
        2
    }
}

fn cell<'a>(env: &Env<'a>, calendar: &Calendar, day: NaiveDate) -> Element<'a, Outer> {
    let (tone, name) = match calendar.day(day) {
        Day::Holiday(name) => (Some(Tone::Late), name.to_owned()),
        Day::MakeUp(name) => (Some(Tone::Info), name.to_owned()),
        Day::Working | Day::Weekend => (None, String::new()),
    };
    let weekend = matches!(calendar.day(day), Day::Weekend);
    let today = day == env.today();
    let number = caption(day.day().to_string());
    let framed = tone == Some(Tone::Info);
    let drawn = widget::button(container(number).center(Length::Fill))
        .width(CELL)
        .height(CELL)
        .padding(0)
        .style(move |theme: &Theme, status| {
            let mut look = style::button::bare(theme, status);
            look.text_color = if weekend { theme.ink_off } else { theme.ink };
            if let Some(tone) = tone {
                let tint = theme.tint(tone);
                look.background = Some(tint.bg.into());
                look.text_color = tint.fg;
                look.border =
                    iced::Border { color: tint.border, width: if framed { 1.0 } else { 0.0 }, radius: 4.0.into() };
            }
            if today {
                look.background = Some(theme.accent.into());
                look.text_color = theme.on_accent;
                look.border = iced::border::rounded(4.0);
            }
            look
        })
        .on_press_maybe((Hand::of(env) == Hand::Edits).then(|| send(Message::DayPressed(day))));
    if name.is_empty() { drawn.into() } else { crate::ui::widget::tip(drawn, name) }
}

fn sample<'a>(tone: Tone, words: String) -> Element<'a, Outer> {
    row![crate::ui::widget::dot(tone), small(words)].spacing(6).align_y(iced::Center).into()
}

impl Draft {
    fn of(calendar: &Calendar) -> Self {
        let shifts = WEEK.map(|it| words(calendar.shifts(it)));
        Self { calendar: calendar.clone(), shifts, quiet: words(calendar.quiet_hours()) }
    }

    /// Usual, off, work, usual.
    fn turn(&mut self, day: NaiveDate) {
        let now = self.calendar.exceptions_of(day.year()).find(|(it, _)| *it == day).map(|(_, it)| it.kind);
        let next = match now {
            None => Some(DayKind::Off),
            Some(DayKind::Off) => Some(DayKind::Work),
            Some(DayKind::Work) => None,
        };
        let exception = next.map(|kind| Exception { kind, name: String::new(), hours: Vec::new() });
        self.calendar.set_exception(day, exception);
    }

    /// The calendar with the hours that were typed.
    fn read(&self) -> Result<Calendar, HoursError> {
        let mut calendar = self.calendar.clone();
        let mut days = Vec::new();
        for (weekday, text) in WEEK.into_iter().zip(&self.shifts) {
            days.push((weekday, spans(text)?));
        }
        // A week must have working time at every step.
        days.sort_by_key(|(_, shifts)| shifts.is_empty());
        for (weekday, shifts) in days {
            calendar.set_shifts(weekday, shifts)?;
        }
        calendar.set_quiet_hours(spans(&self.quiet)?)?;
        Ok(calendar)
    }
}

fn spans(text: &str) -> Result<Vec<TimeSpan>, HoursError> {
    text.split([' ', ',', '，', '、', ';', '；', '　']).filter(|it| !it.is_empty()).map(str::parse).collect()
}

fn words(spans: &[TimeSpan]) -> String {
    spans.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

impl Problem {
    fn words(&self, texts: &Texts) -> String {
        match self {
            Self::File(error) if error.line == 0 => row_words(texts, &error.problem),
            Self::File(error) => texts.set_file_line(error.line, row_words(texts, &error.problem)),
            Self::Unread(cause) => texts.set_file_unread(cause.clone()),
            Self::NoDialog => texts.set_no_dialog().to_owned(),
            Self::Hours(error) => hours_words(texts, error),
        }
    }
}

fn row_words(texts: &Texts, problem: &CalendarProblem) -> String {
    match problem {
        CalendarProblem::NoRows => texts.set_file_no_rows().to_owned(),
        CalendarProblem::TooFewColumns => texts.set_file_columns().to_owned(),
        CalendarProblem::NotADate(text) => texts.set_file_date(text.clone()),
        CalendarProblem::Year(year) => texts.set_file_year(year.to_string()),
        CalendarProblem::UnknownKind(text) => texts.set_file_kind(text.clone()),
        CalendarProblem::Hours(error) => hours_words(texts, error),
        CalendarProblem::Twice { first } => texts.set_file_twice(*first),
    }
}

fn hours_words(texts: &Texts, error: &HoursError) -> String {
    match error {
        HoursError::NotHours(text) => texts.set_hours_wrong(text.clone()),
        HoursError::Empty => texts.set_hours_empty().to_owned(),
        HoursError::PastMidnight(span) => texts.set_hours_midnight(span.to_string()),
        HoursError::Overlap(one, two) => texts.set_hours_overlap(one.to_string(), two.to_string()),
        HoursError::NoWorkingTime => texts.set_hours_none().to_owned(),
        HoursError::NeverCallable => texts.set_hours_never().to_owned(),
    }
}

fn send(message: Message) -> Outer {
    Outer::Calendar(message)
}
