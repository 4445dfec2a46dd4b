//! How cells of a workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::export::paper::{Align, Cell, Number, RowKind};
use crate::i18n::{Locale, Texts};

/// The grey of heads (FORMS 4.1).
const HEAD: Color = Color::RGB(0xD9_D9_D9);
/// The lighter grey of totals.
const TOTAL: Color = Color::RGB(0xF2_F2_F2);

/// The face that offices of a language print with; named, not embedded.
pub(super) fn face(texts: &Texts) -> &'static str {
    match texts.locale() {
        Locale::ZhCn => "宋体",
        Locale::ZhTw => "新細明體",
        Locale::En => "Arial",
    }
}

pub(super) fn text(texts: &Texts) -> Format {
    Format::new().set_font_name(face(texts)).set_font_size(10.5).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn title(texts: &Texts) -> Format {
    text(texts).set_font_size(18).set_bold().set_align(FormatAlign::Center)
}

pub(super) fn heading(texts: &Texts) -> Format {
    text(texts).set_font_size(12).set_bold()
}

/// A cell of a table.
pub(super) fn cell(texts: &Texts, kind: RowKind, cell: &Cell, align: Align) -> Format {
    let format = text(texts).set_border(FormatBorder::Thin).set_text_wrap().set_align(match (kind, align) {
        (RowKind::Head, _) | (_, Align::Centre) => FormatAlign::Center,
        (_, Align::Left) => FormatAlign::Left,
        (_, Align::Right) => FormatAlign::Right,
    });
    let format = match kind {
        RowKind::Head | RowKind::Band => format.set_bold().set_background_color(HEAD),
        RowKind::Total => format.set_bold().set_background_color(TOTAL),
        RowKind::Subtotal => format.set_bold(),
        RowKind::Body if cell.label => format.set_bold().set_background_color(HEAD),
        RowKind::Body => format,
    };
    match cell.number {
        Some(number) => format.set_num_format(shown(number, kind)),
        None => format,
    }
}

/// Zero is `-` in the body and `0` in totals.
fn shown(number: Number, kind: RowKind) -> &'static str {
    match (number, kind) {
        (Number::Integer(_), RowKind::Body) => "#,##0;-#,##0;\"-\"",
        (Number::Integer(_), RowKind::Head | RowKind::Band | RowKind::Subtotal | RowKind::Total) => "#,##0",
        (Number::Change(_), _) => "+#,##0;-#,##0;0",
        (Number::Percent(_), _) => "0.00%",
        (Number::ChangePercent(_), _) => "+0.00%;-0.00%;0.00%",
        (Number::Points(_), _) => "+0.00;-0.00;0.00",
        (Number::Yuan(_), _) => "#,##0.00",
        (Number::Hours(_), _) => "0.0",
        (Number::Day(_), _) => "yyyy-mm-dd",
        (Number::Instant(_), _) => "yyyy-mm-dd hh:mm",
    }
}
