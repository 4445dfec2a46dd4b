//! What is shown: a report of a month as pages, with its checks.

use super::Kind;
use crate::app::filing::{self, Again, Stands};
use crate::domain::month::Month;
use crate::domain::office::{Checksum, MonthReport};
use crate::export::Disclosure;
use crate::export::paper::{self, Filing, Paper};
use crate::report::monthly::checks;
use crate::report::{CallbackSheet, CallbackSummary, CategoryStatistics, LedgerReport, MonthlySummary, Period, Source};
use crate::ui::env::Env;
use crate::ui::part::sheet::Sheet;
use crate::ui::theme::Tone;

/// A report on the screen.
#[derive(Debug)]
pub(super) struct Shown {
    /// The form, for exports.
    pub(super) paper: Paper,
    /// Its pages.
    pub(super) sheets: Vec<Sheet>,
    /// 提交前核对: what was compared, and whether it is as it should be.
    pub(super) checks: Vec<(String, bool)>,
    /// 草稿 V1, 待主管审批, 已备案, 更正版
    pub(super) state: String,
    /// Its tone.
    pub(super) tone: Tone,
    /// What a file is called, without its ending.
    pub(super) file_name: String,
    /// Of the numbers, where they can be filed.
    pub(super) checksum: Option<Checksum>,
}

/// Puts a report together. Every figure comes from the books as they are, or, of a version, from the log up to its
/// position.
pub(super) fn compose(env: &Env<'_>, kind: Kind, month: Month, again: Option<(&MonthReport, &Again)>) -> Shown {
    let source = Source { books: env.books, now: env.now };
    let period = Period::month(env.office().rules(), month);
    let texts = env.texts;
    let paper = match kind {
        Kind::MonthlySummary => return monthly(env, month, again),
        Kind::CategoryStatistics => paper::category_statistics(&CategoryStatistics::of(&source, period), texts),
        Kind::CallbackSummary => paper::callback_summary(&CallbackSummary::of(&source, period), texts),
        Kind::CallbackSheet => {
            paper::callback_sheet(&CallbackSheet::of(&source, period, None), Disclosure::Masked, texts)
        }
        Kind::Ledger => paper::ledger(&LedgerReport::of(&source, period, |_| true), Disclosure::Masked, texts),
    };
    let state = texts.reports_state_now().to_owned();
    shown(env, (paper, month), Vec::new(), (state, Tone::Plain))
}

fn monthly(env: &Env<'_>, month: Month, again: Option<(&MonthReport, &Again)>) -> Shown {
    let texts = env.texts;
    if let Some((report, again)) = again {
        let filing = if report.is_filed() { Filing::Filed } else { Filing::Waiting };
        let mut summary = again.summary.clone();
        summary.head.version = report.version;
        summary.head.number = report.number(env.office().forms());
        let (state, tone) = if again.proven {
            let state = texts.reports_state_proven(report.checksum.short(), report.version.to_string());
            (state, Tone::Success)
        } else {
            (texts.reports_state_not_proven(report.version.to_string()), Tone::Late)
        };
        return of_summary(env, &summary, (filing, state, tone));
    }
    let mut summary = filing::month_summary(env.books, month, env.now);
    let stands = filing::stands(env.office(), &mut summary);
    let version = summary.head.version.to_string();
    let standing = match stands {
        Stands::Draft => (Filing::Draft, texts.reports_state_draft(version), Tone::Soon),
        Stands::Waiting => (Filing::Waiting, texts.reports_state_waiting(version), Tone::Info),
        Stands::Filed => (Filing::Filed, texts.reports_state_filed(version), Tone::Success),
    };
    of_summary(env, &summary, standing)
}

fn of_summary(env: &Env<'_>, summary: &MonthlySummary, (filing, state, tone): (Filing, String, Tone)) -> Shown {
    let paper = paper::month_summary(summary, filing, env.texts);
    let checks = checks(summary).iter().map(|it| (env.texts.check(it), it.passed())).collect();
    let mut shown = shown(env, (paper, summary.head.month), checks, (state, tone));
    shown.file_name.clone_from(&summary.head.number);
    shown.checksum = Some(summary.checksum());
    shown
}

fn shown(
    env: &Env<'_>,
    (paper, month): (Paper, Month),
    checks: Vec<(String, bool)>,
    (state, tone): (String, Tone),
) -> Shown {
    let pages = paper.pages();
    let of = pages.len();
    let sheets = pages.iter().map(|it| Sheet::new(paper.orientation, paper.layout(it, of, env.texts))).collect();
    let file_name = format!("{}-{}", paper.name, month.compact());
    Shown { paper, sheets, checks, state, tone, file_name, checksum: None }
}
