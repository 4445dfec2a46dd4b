//! Deadline, verbs, checks and versions beside the sheet.

use iced::widget::{column, container, row, space, text::Wrapping};
use iced::{Center, Length};

use super::{Format, Kind, Message, State};
use crate::domain::limits::ClockName;
use crate::domain::month::Month;
use crate::domain::office::{MonthReport, ReportState};
use crate::domain::role::Role;
use crate::report::briefing::is_wanted;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    badge_icon, button, caption, field, icon_small, label, line_across, scroll, section_head, small, small_strong,
};

/// The pane at the right.
pub(super) fn view<'a>(state: &'a State, env: &Env<'a>) -> Element<'a, Message> {
    let month = state.month_shown(env);
    let mut all = column![].spacing(10);
    if state.kind == Kind::MonthlySummary {
        all = all.push(deadline(env, month)).push(verbs(state, env, month));
    }
    all = all.push(exports(env));
    if let Some(shown) = &state.shown
        && !shown.checks.is_empty()
    {
        all = all.push(line_across()).push(checks(env, &shown.checks));
    }
    if state.kind == Kind::MonthlySummary {
        all = all.push(line_across()).push(versions(env));
    }
    container(scroll(container(all).padding(14)).height(Length::Fill))
        .width(280)
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

/// Where the report of a month stands, in a few words.
pub(super) fn state_words(env: &Env<'_>, month: Month) -> String {
    let texts = env.texts;
    let name = texts.month(month.first_day());
    let filed = env.office().filed_report(month);
    match (env.office().waiting_report(month), filed) {
        (Some(_), _) => texts.reports_month_waiting(name),
        (None, Some(report)) => texts.reports_month_filed(name, report.version.to_string()),
        (None, None) => texts.reports_month_draft(name),
    }
}

/// When the report is due (T11), and whether that is over.
fn deadline<'a>(env: &Env<'a>, month: Month) -> Element<'a, Message> {
    let texts = env.texts;
    if env.office().filed_report(month).is_some() && env.office().waiting_report(month).is_none() {
        return badge_icon(Tone::Success, icon::CIRCLE_CHECK, state_words(env, month));
    }
    let calendar = env.calendar();
    let (_, last) = env.office().rules().days_of(month);
    let began = calendar.whole_day(last).until;
    let due = env.office().limits().of(ClockName::MonthReport).due(calendar, began);
    let by = caption(texts.reports_due(texts.day(calendar.day_of(due - chrono::Duration::minutes(1)), env.today())))
        .style(style::text::ink3);
    let chip: Element<'a, Message> = if env.now < began {
        badge_icon(Tone::Plain, icon::CLOCK, texts.reports_month_runs())
    } else if !is_wanted(env.books, month) {
        return badge_icon(Tone::Plain, icon::CLOCK, texts.reports_before_first());
    } else if due < env.now {
        badge_icon(Tone::Late, icon::ALARM_CLOCK, texts.late_days((env.now - due).num_days().max(1)))
    } else {
        badge_icon(Tone::Info, icon::CLOCK, texts.reports_days_left((due - env.now).num_days()))
    };
    row![chip, space().width(Length::Fill), by].align_y(Center).into()
}

fn verbs<'a>(state: &'a State, env: &Env<'a>, month: Month) -> Element<'a, Message> {
    let texts = env.texts;
    let supervisor = env.is(Role::FrontDeskSupervisor);
    let desk = supervisor || env.is(Role::FrontDesk);
    let ready = !state.busy && state.again.is_none();
    let now = state.shown.as_ref().and_then(|it| it.checksum.as_ref());
    let same = env.office().filed_report(month).is_some_and(|it| Some(&it.checksum) == now);
    let words = field(texts.reports_note_hint(), &state.note).on_input(Message::NoteTyped);
    let mut all = column![].spacing(8);
    match env.office().waiting_report(month) {
        Some(report) => {
            let by = texts.person(env.office(), report.submitted.by);
            let at = texts.moment(env.local(report.submitted.at), env.today());
            all = all.push(small(texts.reports_waits(at, by)).style(style::text::ink2));
            if supervisor {
                let file = button(texts.reports_file())
                    .primary()
                    .icon(icon::STAMP)
                    .width(Length::Fill)
                    .on_press_maybe(ready.then_some(Message::Filed));
                let back = button(texts.reports_send_back())
                    .icon(icon::UNDO_2)
                    .width(Length::Fill)
                    .on_press_maybe(ready.then_some(Message::SentBack));
                all = all.push(Element::from(words)).push(Element::from(file)).push(Element::from(back));
            }
        }
        None if same => all = all.push(small(texts.reports_unchanged()).style(style::text::ink2)),
        None if desk => {
            let (_, last) = env.office().rules().days_of(month);
            let over = env.calendar().whole_day(last).until <= env.now;
            let submit = button(texts.reports_submit()).primary().icon(icon::STAMP).width(Length::Fill);
            let submit = if over {
                submit.on_press_maybe(ready.then_some(Message::Submitted))
            } else {
                submit.locked(texts.reports_month_runs())
            };
            all = all.push(Element::from(words)).push(Element::from(submit));
        }
        None => all = all.push(small(texts.reports_desk_submits()).style(style::text::ink2)),
    }
    all.into()
}

fn exports<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let texts = env.texts;
    let excel = button(texts.reports_excel())
        .icon(icon::FILE_SPREADSHEET)
        .width(Length::Fill)
        .on_press(Message::ExportAsked(Format::Workbook));
    let csv = button(texts.reports_csv())
        .icon(icon::DOWNLOAD)
        .width(Length::Fill)
        .on_press(Message::ExportAsked(Format::Csv));
    column![
        row![Element::from(excel), Element::from(csv)].spacing(8),
        caption(texts.reports_masked()).style(style::text::ink3)
    ]
    .spacing(6)
    .into()
}

fn checks<'a>(env: &Env<'a>, all: &'a [(String, bool)]) -> Element<'a, Message> {
    let passed = all.iter().filter(|(_, passed)| *passed).count();
    let mut lines = column![section_head(env.texts.reports_checks(passed, all.len()))].spacing(8);
    for (words, passed) in all {
        let (icon, tone) =
            if *passed { (icon::CIRCLE_CHECK, Tone::Success) } else { (icon::TRIANGLE_ALERT, Tone::Soon) };
        lines = lines.push(
            row![icon_small(icon).style(style::text::toned(tone)), small(words.as_str())].spacing(8).align_y(Center),
        );
    }
    lines.into()
}

fn versions<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let texts = env.texts;
    let mut reports: Vec<&MonthReport> = env.office().month_reports().collect();
    reports.sort_by_key(|it| std::cmp::Reverse((it.month, it.version)));
    let mut all = column![section_head(texts.reports_versions())].spacing(10);
    if reports.is_empty() {
        all = all.push(label(texts.reports_no_versions()));
    }
    for report in reports {
        all = all.push(version(env, report));
    }
    all.into()
}

fn version<'a>(env: &Env<'a>, report: &'a MonthReport) -> Element<'a, Message> {
    let texts = env.texts;
    let (icon, tone, state): (Icon, Tone, &str) = match &report.state {
        ReportState::Waiting => (icon::HOURGLASS, Tone::Info, texts.reports_version_waiting()),
        ReportState::Filed(_) => (icon::FILE_LOCK_2, Tone::Success, texts.reports_version_filed()),
        ReportState::SentBack(_) => (icon::UNDO_2, Tone::Soon, texts.reports_version_sent_back()),
    };
    let at = match &report.state {
        ReportState::Waiting => report.submitted.at,
        ReportState::Filed(verdict) | ReportState::SentBack(verdict) => verdict.at,
    };
    let day = texts.moment(env.local(at), env.today());
    let words = column![
        row![small_strong(report.number(env.office().forms())).wrapping(Wrapping::None), small(state)].spacing(6),
        caption(texts.reports_version_line(day, report.checksum.short())).style(style::text::ink3),
    ]
    .spacing(1);
    let line = row![icon_small(icon).style(style::text::toned(tone)), words].spacing(8);
    iced::widget::button(line)
        .padding([3, 4])
        .width(Length::Fill)
        .style(style::button::option)
        .on_press(Message::VersionChosen(Box::new(report.clone())))
        .into()
}
