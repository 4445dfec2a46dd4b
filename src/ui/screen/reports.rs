//! 报表: the printed sheet, its checks and versions (UI.md 5.7).
//!
//! The sheet, the workbook and the table file are made from one value, so that all three say the same.

mod compose;
mod side;

use std::path::PathBuf;

use iced::widget::{canvas, column, container, responsive, row, space};
use iced::{Center, Length, Task};

use self::compose::{Shown, compose};
use super::{Action, Said};
use crate::app::filing::{self, Again};
use crate::app::{Done, NotKept, Refused, Request};
use crate::domain::id::ComplaintId;
use crate::domain::month::Month;
use crate::domain::office::MonthReport;
use crate::domain::record::Recorded;
use crate::domain::text::Prose;
use crate::export;
use crate::i18n::Texts;
use crate::platform::dialog::{self, FileKind, Unavailable};
use crate::platform::files;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::{Field, Press, Shortcut};
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Tone};
use crate::ui::ticket::{Ticket, Tickets};
use crate::ui::widget::{
    Note, badge, button, caption, icon_button, line_down, list_row, note, pane_head, scroll, small, strong,
};

/// Around a page on its ground.
const MARGIN: f32 = 16.0;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// 投诉信息月汇总报表 (F5).
    #[default]
    MonthlySummary,
    /// 顾客投诉分类统计表 (F4).
    CategoryStatistics,
    /// 回访总结报告 (F6).
    CallbackSummary,
    /// 回访记录表 (F3).
    CallbackSheet,
    /// 投诉台账.
    Ledger,
}

impl Kind {
    const ALL: [Self; 5] =
        [Self::MonthlySummary, Self::CategoryStatistics, Self::CallbackSummary, Self::CallbackSheet, Self::Ledger];

    fn name(self, texts: &Texts) -> &str {
        match self {
            Self::MonthlySummary => texts.reports_kind_monthly(),
            Self::CategoryStatistics => texts.reports_kind_categories(),
            Self::CallbackSummary => texts.reports_kind_callback_summary(),
            Self::CallbackSheet => texts.reports_kind_callback_sheet(),
            Self::Ledger => texts.reports_kind_ledger(),
        }
    }
}

/// As what a report is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Workbook,
    /// A table file.
    Csv,
}

/// Why an export did not come about.
#[derive(Debug, Clone)]
pub enum NotExported {
    /// No dialog on this system.
    NoDialog,
    /// It could not be put together.
    NotMade(String),
    /// It could not be written.
    NotWritten(PathBuf, String),
}

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    kind: Kind,
    month: Option<Month>,
    /// A version that was made again from the log, instead of the numbers of now.
    again: Option<(MonthReport, Again)>,
    shown: Option<Shown>,
    note: String,
    trouble: Option<String>,
    busy: bool,
    tickets: Tickets,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a report.
    KindChosen(Kind),
    /// Chose a month.
    MonthChosen(Month),
    /// Wants the numbers of now again.
    DraftChosen,
    /// Chose a version.
    VersionChosen(Box<MonthReport>),
    /// It was made again.
    MadeAgain(Ticket, Box<MonthReport>, Result<Box<Again>, NotKept>),
    /// Typed a note for the supervisor, or back.
    NoteTyped(String),
    /// 提交主管审批
    Submitted,
    /// 批准并备案
    Filed,
    /// 退回
    SentBack,
    /// The desk answered.
    Acted(Ticket, Box<Result<Done, Refused>>, String),
    /// Excel, CSV
    ExportAsked(Format),
    /// It is on disk, or not.
    Exported(Result<Option<PathBuf>, NotExported>),
    /// The note in place was read.
    TroubleRead,
}

impl State {
    /// Does what a message says.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Effect<Message, Action> {
        match message {
            Message::KindChosen(kind) => self.choose(env, kind),
            Message::MonthChosen(month) => self.turn_to(env, month),
            Message::DraftChosen => self.draft(env),
            Message::VersionChosen(report) => self.make_again(env, *report),
            Message::MadeAgain(ticket, report, made) => self.made_again(env, ticket, (*report, made)),
            Message::NoteTyped(words) => self.type_note(words),
            Message::Submitted => self.submit(env),
            Message::Filed => self.file(env),
            Message::SentBack => self.send_back(env),
            Message::Acted(ticket, outcome, said) => self.acted(env, ticket, (*outcome, said)),
            Message::ExportAsked(format) => self.export(env, format),
            Message::Exported(outcome) => self.exported(env, outcome),
            Message::TroubleRead => self.read_trouble(),
        }
    }

    /// The screen was opened: the last whole month is what is due.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.recompose(env);
        Effect::none()
    }

    /// Reports are no complaints: there is nothing to show.
    pub fn show(&mut self, _env: &Env<'_>, _id: ComplaintId) -> Effect<Message, Action> {
        Effect::none()
    }

    /// The log told facts: the numbers of now are counted anew.
    pub fn told(&mut self, env: &Env<'_>, _facts: &[Recorded]) -> Effect<Message, Action> {
        if self.shown.is_some() && self.again.is_none() {
            self.recompose(env);
        }
        Effect::none()
    }

    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        row![self.list(env), line_down(), self.viewer(env), line_down(), side::view(self, env)]
            .height(Length::Fill)
            .into()
    }

    /// What stands beside the title in the top bar.
    #[must_use]
    pub fn summary(&self, env: &Env<'_>) -> String {
        let month = self.month_shown(env);
        let local = env.local_now();
        env.texts.reports_summary(env.texts.month(month.first_day()), env.texts.date_time(local))
    }

    /// What a key means here.
    #[must_use]
    pub fn pressed(&self, env: &Env<'_>, press: &Press) -> Option<Message> {
        use iced::keyboard::key::Named;
        let month = self.month_shown(env);
        if Shortcut::command('e').matches(press) {
            Some(Message::ExportAsked(Format::Workbook))
        } else if press.field() == Field::Took {
            None
        } else if Shortcut::named(Named::ArrowLeft).matches(press) {
            Some(Message::MonthChosen(month.before()))
        } else if Shortcut::named(Named::ArrowRight).matches(press) {
            self.later(env).map(Message::MonthChosen)
        } else {
            None
        }
    }

    /// Nothing here counts seconds.
    #[must_use]
    pub fn counts_seconds(&self, _env: &Env<'_>) -> bool {
        false
    }

    /// How many pages are shown.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.shown.as_ref().map_or(0, |it| it.sheets.len())
    }

    fn month_shown(&self, env: &Env<'_>) -> Month {
        self.month.unwrap_or_else(|| Month::of(env.today()).before())
    }

    fn later(&self, env: &Env<'_>) -> Option<Month> {
        let next = self.month_shown(env).next();
        (next <= Month::of(env.today())).then_some(next)
    }

    fn recompose(&mut self, env: &Env<'_>) {
        let again = self.again.as_ref().map(|(report, again)| (report, again));
        self.shown = Some(compose(env, self.kind, self.month_shown(env), again));
    }

    fn choose(&mut self, env: &Env<'_>, kind: Kind) -> Effect<Message, Action> {
        self.kind = kind;
        self.again = None;
        self.recompose(env);
        Effect::none()
    }

    fn turn_to(&mut self, env: &Env<'_>, month: Month) -> Effect<Message, Action> {
        self.month = Some(month);
        self.again = None;
        self.trouble = None;
        self.recompose(env);
        Effect::none()
    }

    fn draft(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.again = None;
        self.recompose(env);
        Effect::none()
    }

    fn make_again(&mut self, env: &Env<'_>, report: MonthReport) -> Effect<Message, Action> {
        self.kind = Kind::MonthlySummary;
        self.month = Some(report.month);
        self.busy = true;
        let ticket = self.tickets.draw();
        Effect::perform(env.desk.report_again(&report), move |made| {
            Message::MadeAgain(ticket, Box::new(report), made.map(Box::new))
        })
    }

    fn made_again(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        (report, made): (MonthReport, Result<Box<Again>, NotKept>),
    ) -> Effect<Message, Action> {
        if !self.tickets.is_current(ticket) {
            return Effect::none();
        }
        self.busy = false;
        match made {
            Ok(again) => self.again = Some((report, *again)),
            Err(trouble) => self.trouble = Some(env.texts.not_kept(trouble)),
        }
        self.recompose(env);
        Effect::none()
    }

    fn type_note(&mut self, words: String) -> Effect<Message, Action> {
        self.note = words;
        Effect::none()
    }

    fn ask(&mut self, env: &Env<'_>, request: Request, said: String) -> Effect<Message, Action> {
        self.busy = true;
        self.trouble = None;
        let ticket = self.tickets.draw();
        Effect::perform(env.desk.act(request), move |outcome| Message::Acted(ticket, Box::new(outcome), said))
    }

    fn submit(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let summary = filing::month_summary(env.books, self.month_shown(env), env.now);
        let said = env.texts.reports_said_submitted(summary.head.number.as_str());
        let request = filing::submission(env.me, &summary, Prose::new(&self.note).ok());
        self.ask(env, request, said)
    }

    fn file(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let month = self.month_shown(env);
        let Some(waiting) = env.office().waiting_report(month) else { return Effect::none() };
        let said = env.texts.reports_said_filed(waiting.number(env.office().forms()));
        let request = filing::filing(env.me, (month, waiting.checksum.clone()), Prose::new(&self.note).ok());
        self.ask(env, request, said)
    }

    /// Sending back without a reason helps nobody.
    fn send_back(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Ok(words) = Prose::new(&self.note) else {
            self.trouble = Some(env.texts.reports_note_needed().to_owned());
            return Effect::none();
        };
        let month = self.month_shown(env);
        let said = env.texts.reports_said_sent_back(env.texts.month(month.first_day()));
        self.ask(env, filing::sending_back(env.me, month, words), said)
    }

    fn acted(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        (outcome, said): (Result<Done, Refused>, String),
    ) -> Effect<Message, Action> {
        if !self.tickets.is_current(ticket) {
            return Effect::none();
        }
        self.busy = false;
        match outcome {
            Ok(_) => {
                self.note.clear();
                Effect::action(Action::Say(Said { words: said, undo: None }))
            }
            Err(refused) => {
                self.trouble = Some(env.texts.refused(&refused, env.office()));
                Effect::none()
            }
        }
    }

    fn export(&mut self, env: &Env<'_>, format: Format) -> Effect<Message, Action> {
        let Some(shown) = &self.shown else { return Effect::none() };
        let (kind, made) = match format {
            Format::Workbook => (FileKind::Workbook, export::xlsx::workbook(&[&shown.paper], &[], env.texts)),
            Format::Csv => (FileKind::Csv, export::csv::csv(&shown.paper)),
        };
        let bytes = match made {
            Ok(bytes) => bytes,
            Err(error) => {
                return Effect::task(Task::done(Message::Exported(Err(NotExported::NotMade(error.to_string())))));
            }
        };
        let proposed = format!("{}.{}", shown.file_name, kind.extension());
        let asked = dialog::save(env.texts.clone(), kind, proposed);
        Effect::perform(
            async move {
                let path = asked.await.map_err(|Unavailable| NotExported::NoDialog)?;
                let Some(path) = path else { return Ok(None) };
                let to = path.clone();
                let written = tokio::task::spawn_blocking(move || files::write_whole(&to, &bytes)).await;
                match written {
                    Ok(Ok(())) => Ok(Some(path)),
                    Ok(Err(error)) => Err(NotExported::NotWritten(path, error.to_string())),
                    Err(error) => Err(NotExported::NotWritten(path, error.to_string())),
                }
            },
            Message::Exported,
        )
    }

    fn exported(&mut self, env: &Env<'_>, outcome: Result<Option<PathBuf>, NotExported>) -> Effect<Message, Action> {
        let texts = env.texts;
        match outcome {
            Ok(Some(path)) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return Effect::action(Action::Say(Said { words: texts.reports_said_exported(name), undo: None }));
            }
            Ok(None) => {}
            Err(NotExported::NoDialog) => self.trouble = Some(texts.reports_no_dialog().to_owned()),
            Err(NotExported::NotMade(reason)) => self.trouble = Some(texts.reports_not_made(reason)),
            Err(NotExported::NotWritten(path, reason)) => {
                self.trouble = Some(texts.write_failed(path.display().to_string(), reason));
            }
        }
        Effect::none()
    }

    fn read_trouble(&mut self) -> Effect<Message, Action> {
        self.trouble = None;
        Effect::none()
    }

    fn list<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let month = self.month_shown(env);
        let texts = env.texts;
        let head = row![
            strong(texts.nav_reports()),
            space().width(Length::Fill),
            icon_button(icon::CHEVRON_LEFT, texts.period_previous(), Some(Message::MonthChosen(month.before())), 0),
            small(texts.month(month.first_day())),
            icon_button(icon::CHEVRON_RIGHT, texts.period_next(), self.later(env).map(Message::MonthChosen), 0),
        ]
        .spacing(2)
        .align_y(Center);
        let mut list = column![];
        for kind in Kind::ALL {
            let standing = if kind == self.kind { Standing::Cursor } else { Standing::Rest };
            let sub = match kind {
                Kind::MonthlySummary => side::state_words(env, month),
                Kind::CategoryStatistics | Kind::CallbackSummary | Kind::CallbackSheet | Kind::Ledger => {
                    texts.month(month.first_day())
                }
            };
            let words = column![strong(kind.name(texts)), caption(sub).style(style::text::ink3)].spacing(2);
            list = list.push(list_row((52.0, standing), words, Message::KindChosen(kind), None));
        }
        let pane = column![pane_head(head), scroll(list).height(Length::Fill)];
        container(pane).width(232).height(Length::Fill).style(style::surface::pane).into()
    }

    fn viewer<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let Some(shown) = &self.shown else { return space().into() };
        let texts = env.texts;
        let back = self.again.is_some().then(|| {
            Element::from(button(texts.reports_back_to_now()).quiet().compact().on_press(Message::DraftChosen))
        });
        let head = row![strong(self.kind.name(texts)), badge(shown.tone, shown.state.as_str())]
            .push(back)
            .push(space().width(Length::Fill))
            .push(small(texts.reports_pages(shown.sheets.len())).style(style::text::ink3))
            .spacing(10)
            .align_y(Center);
        let trouble = self.trouble.as_ref().map(|words| {
            container(note(Note {
                tone: Tone::Late,
                icon: icon::CIRCLE_ALERT,
                title: texts.reports_trouble().into(),
                words: words.as_str().into(),
                actions: vec![button(texts.close()).compact().on_press(Message::TroubleRead).into()],
            }))
            .padding([8, 16])
        });
        let pages = responsive(move |room| {
            let pages = shown.sheets.iter().map(|sheet| {
                let size = sheet.size_in(room.width - 2.0 * MARGIN);
                let drawn = canvas(sheet).width(size.width).height(size.height);
                container(drawn).style(style::surface::paper).into()
            });
            let pages = column(pages).spacing(16).align_x(Center);
            scroll(container(pages).width(Length::Fill).center_x(Length::Fill).padding(MARGIN))
                .height(Length::Fill)
                .into()
        });
        let ground = container(pages).width(Length::Fill).height(Length::Fill).style(style::surface::sunken);
        column![pane_head(head)].push(trouble).push(ground).width(Length::Fill).into()
    }
}
