//! F7 派单/回单 on paper, and the same as a message for a chat (FORMS 4.8).

use chrono::NaiveDateTime;

use crate::export::Disclosure;
use crate::export::paper::words::columns;
use crate::export::paper::{Block, Cell, Orientation, Paper, Row, RowKind, Table};
use crate::i18n::Texts;
use crate::report::slip::DispatchSlip;

/// Columns of both parts: a name, what it is, and the same again.
const WIDTHS: [(f32, char); 4] = [(8.0, 'c'), (20.0, 'l'), (8.0, 'c'), (20.0, 'l')];

/// The slip with both parts and the line to tear along. Names and numbers are masked unless disclosed, in what was
/// written by hand, too.
#[must_use]
pub fn dispatch_slip(slip: &DispatchSlip, disclosure: Disclosure, texts: &Texts) -> Paper {
    Paper {
        name: texts.report_name_slip().to_owned(),
        orientation: Orientation::Portrait,
        form_number: slip.form_number.clone(),
        title: texts.slip_title(slip.company.as_str()),
        meta: [texts.slip_number(slip.number.as_str()), String::new(), texts.name(slip.priority).to_owned()],
        mark: None,
        blocks: vec![
            Block::Table(Table { columns: columns(&WIDTHS), rows: sent(slip, disclosure, texts) }),
            Block::Line(texts.slip_tear().to_owned()),
            Block::Table(Table { columns: columns(&WIDTHS), rows: returned(slip, disclosure, texts) }),
        ],
    }
}

/// 派单联.
fn sent(slip: &DispatchSlip, disclosure: Disclosure, texts: &Texts) -> Vec<Row> {
    let at = |at: Option<NaiveDateTime>| at.map(|it| texts.date_time(it)).unwrap_or_default();
    let free = |words: &str| hidden(slip, words, disclosure);
    let customer =
        format!("{} {}", texts.paper_name(&slip.contact, disclosure), texts.paper_phone(&slip.contact, disclosure));
    let hands = hands(slip);
    let handler = if hands.is_empty() { texts.board_whoever().to_owned() } else { hands };
    let mut rows = vec![
        band(texts.slip_part_sent()),
        pair((texts.slip_department(), slip.department.clone()), (texts.slip_handler(), handler)),
        pair((texts.slip_customer(), customer), (texts.slip_category(), category(slip))),
        wide((texts.slip_product(), slip.product.clone()), 1),
        wide((texts.slip_content(), free(&slip.content)), 3),
        wide((texts.slip_remedy(), free(&slip.remedy)), 1),
        pair((texts.slip_sent_at(), at(Some(slip.dispatched.0))), (texts.slip_sent_by(), slip.dispatched.1.clone())),
        pair((texts.slip_accept_by(), at(slip.accept_by)), (texts.slip_accepted(), at(slip.accepted))),
        pair((texts.slip_report_by(), at(slip.report_by)), (texts.slip_finish_by(), at(slip.finish_by))),
    ];
    if !slip.note.is_empty() {
        rows.push(wide((texts.slip_note(), free(&slip.note)), 1));
    }
    if let Some(before) = &slip.before {
        rows.push(pair(
            (texts.slip_before(), before.number.clone()),
            (texts.slip_reasons(), free(&texts.list(&before.reasons))),
        ));
        rows.push(wide((texts.slip_measures(), free(&before.measures)), 1));
    }
    rows
}

/// 回单联; what has not come back is left for the pen.
fn returned(slip: &DispatchSlip, disclosure: Disclosure, texts: &Texts) -> Vec<Row> {
    let at = |at: Option<NaiveDateTime>| at.map(|it| texts.date_time(it)).unwrap_or_default();
    let free = |words: &str| hidden(slip, words, disclosure);
    let answer = &slip.answer;
    let agreement = answer.agreement.map(|it| texts.name(it).to_owned()).unwrap_or_default();
    vec![
        band(texts.slip_part_returned()),
        wide((texts.slip_cause(), free(&answer.cause)), 2),
        wide((texts.slip_plan(), free(&answer.plan)), 2),
        pair((texts.slip_agreement(), agreement), (texts.slip_finished(), at(answer.finished))),
        pair((texts.slip_signed(), answer.signed_by.clone()), (texts.slip_handed_in(), at(answer.handed_in))),
        wide((&texts.slip_received(slip.unit.as_str()), String::new()), 1),
    ]
}

/// Through whose hands it goes: 周立衡→苏禾 (A05).
fn hands(slip: &DispatchSlip) -> String {
    let all = [slip.via.as_str(), slip.handler.as_str()];
    all.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("→")
}

fn category(slip: &DispatchSlip) -> String {
    let (top, own) = &slip.category;
    if own.is_empty() || top == own { top.clone() } else { format!("{top} › {own}") }
}

fn band(name: &str) -> Row {
    let covered = (1..WIDTHS.len()).map(|_| Cell::covered());
    let cells = std::iter::once(Cell::text(name).across(4)).chain(covered).collect();
    Row::new(RowKind::Band, cells)
}

fn pair(one: (&str, String), other: (&str, String)) -> Row {
    Row::new(RowKind::Body, vec![Cell::label(one.0), Cell::text(one.1), Cell::label(other.0), Cell::text(other.1)])
}

fn wide((name, words): (&str, String), lines: u16) -> Row {
    let cells = vec![Cell::label(name), Cell::text(words).across(3), Cell::covered(), Cell::covered()];
    Row { lines, ..Row::new(RowKind::Body, cells) }
}

/// The dispatch as a message for a chat: always masked (UI.md 9.10, 11).
#[must_use]
pub fn dispatch_words(slip: &DispatchSlip, texts: &Texts) -> String {
    let free = |words: &str| hidden(slip, words, Disclosure::Masked);
    let at = |at: NaiveDateTime| texts.date_time(at);
    let hands = hands(slip);
    let whom = [slip.department.as_str(), hands.as_str()];
    let whom = whom.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let mut weight = vec![texts.name(slip.priority)];
    weight.extend(slip.major.then(|| texts.flag_major()));
    let mut lines = vec![
        texts.slip_chat_head(slip.number.as_str(), weight.join(" ")),
        texts.slip_chat_line(texts.slip_department(), whom),
        texts.slip_chat_line(texts.slip_customer(), texts.paper_name(&slip.contact, Disclosure::Masked)),
        texts.slip_chat_line(texts.slip_category(), category(slip)),
        texts.slip_chat_line(texts.slip_content(), free(&slip.content)),
    ];
    let mut add = |name: &str, words: String| {
        if !words.is_empty() {
            lines.push(texts.slip_chat_line(name, words));
        }
    };
    add(texts.slip_remedy(), free(&slip.remedy));
    add(texts.slip_accept_by(), slip.accept_by.map(at).unwrap_or_default());
    add(texts.slip_report_by(), slip.report_by.map(at).unwrap_or_default());
    add(texts.slip_finish_by(), slip.finish_by.map(at).unwrap_or_default());
    if let Some(before) = &slip.before {
        add(texts.slip_reasons(), free(&texts.list(&before.reasons)));
        add(texts.slip_measures(), free(&before.measures));
    }
    add(texts.slip_note(), free(&slip.note));
    add(texts.slip_sent_by(), format!("{} {}", slip.dispatched.1, at(slip.dispatched.0)));
    lines.join("\n")
}

/// What somebody wrote by hand: the customer's own name and whatever looks like a telephone number are masked.
fn hidden(slip: &DispatchSlip, words: &str, disclosure: Disclosure) -> String {
    match disclosure {
        Disclosure::Full => words.to_owned(),
        Disclosure::Masked => {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let named = if slip.contact.name.chars().count() < 2 {
                words
            } else {
                words.replace(&slip.contact.name, &format!("{}**", slip.contact.customer.surname))
            };
            without_phones(&named)
        }
    }
}

/// The same words with telephone numbers masked: `138****2206`. Days, times, amounts and order numbers stay.
fn without_phones(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find(|it: char| it.is_ascii_digit()) {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|it: char| !it.is_ascii_digit() && !matches!(it, '-' | ' ')).unwrap_or(rest.len());
        let run = rest[..end].trim_end_matches(['-', ' ']);
        kept.push_str(&masked(run));
        rest = &rest[run.len()..];
    }
    kept.push_str(rest);
    kept
}

/// A run of digits, masked where it is a telephone number.
fn masked(run: &str) -> String {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let mobile = digits.len() == 11 && digits.starts_with('1');
    let landline = matches!(digits.len(), 10..=12) && digits.starts_with('0');
    let local = matches!(run.len(), 7 | 8) && run.len() == digits.len() && !digits.starts_with("20");
    if mobile {
        format!("{}****{}", &digits[..3], &digits[7..])
    } else if landline || local {
        format!("****{}", &digits[digits.len() - 4..])
    } else if run.len() != digits.len() && digits.len() >= 11 {
        // Several numbers in a row: each by itself.
        run.split(' ').map(masked).collect::<Vec<_>>().join(" ")
    } else {
        run.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_in_words_are_masked_and_other_numbers_stay() {
        for (words, shown) in [
            ("请打 13806172206 找王海燕", "请打 138****2206 找王海燕"),
            ("请打138-0617-2206。", "请打138****2206。"),
            ("座机 010-62345678 或 0571 8765 4321", "座机 ****5678 或 ****4321"),
            ("本地 62345678", "本地 ****5678"),
            ("2026-03-12 14:30 到，赔 1200 元", "2026-03-12 14:30 到，赔 1200 元"),
            ("订单 20260312000917 未发", "订单 20260312000917 未发"),
            ("13806172206 13912345678", "138****2206 139****5678"),
            ("", ""),
        ] {
            assert_eq!(without_phones(words), shown);
        }
    }
}
