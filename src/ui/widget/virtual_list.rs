//! Long lists: only the rows in sight are built, so that 10 000 rows scroll like 20.

use iced::widget::{Id, Scrollable, column, scrollable, space};

use super::{keyed, scroll};
use crate::ui::theme::{Element, Theme};

/// Rows built above and below what is in sight.
const SPARE: usize = 6;
/// Of rows of different heights.
const AHEAD: usize = 2;
/// Until the list has told how high it is.
const GUESS: f32 = 1200.0;

/// The part of a list that is in sight. Lives in the state of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    offset: f32,
    height: f32,
}

impl Default for Window {
    fn default() -> Self {
        Self { offset: 0.0, height: GUESS }
    }
}

impl From<scrollable::Viewport> for Window {
    fn from(viewport: scrollable::Viewport) -> Self {
        Self { offset: viewport.absolute_offset().y, height: viewport.bounds().height.max(1.0) }
    }
}

impl Window {
    /// The rows to build: (first, one past the last) of `rows`.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "offsets are small and positive")]
    pub fn range(self, rows: usize, row_height: f32) -> (usize, usize) {
        let first = (self.offset.max(0.0) / row_height) as usize;
        let seen = (self.height.max(GUESS) / row_height) as usize + 1;
        let first = first.saturating_sub(SPARE).min(rows);
        (first, first.saturating_add(seen + 2 * SPARE).min(rows))
    }

    /// The rows in sight, whole or in part: (first, one past the last) of `rows`.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "offsets are small and positive")]
    pub fn seen(self, rows: usize, row_height: f32) -> (usize, usize) {
        let first = (self.offset.max(0.0) / row_height) as usize;
        let end = ((self.offset.max(0.0) + self.height) / row_height).ceil() as usize;
        (first.min(rows.saturating_sub(1)), end.min(rows))
    }

    /// The same list, scrolled to its first row.
    #[must_use]
    pub fn at_top(self) -> Self {
        Self { offset: 0.0, ..self }
    }

    /// The same of rows of different heights: `tops` tells where each begins, and at last where the last one ends.
    #[must_use]
    pub fn range_of(self, tops: &[f32]) -> (usize, usize) {
        let rows = tops.len().saturating_sub(1);
        let (from, until) = (self.offset.max(0.0), self.offset.max(0.0) + self.height);
        let first = tops.partition_point(|it| *it <= from).saturating_sub(1 + AHEAD);
        let end = tops.partition_point(|it| *it < until) + AHEAD;
        (first.min(rows), end.min(rows))
    }

    /// How far to scroll so that what lies between `top` and `bottom` is in sight; `None` when it is.
    #[must_use]
    pub fn reveal_between(self, top: f32, bottom: f32) -> Option<f32> {
        if top < self.offset {
            Some(top)
        } else if self.offset + self.height < bottom {
            Some((bottom - self.height).min(top))
        } else {
            None
        }
    }

    /// How far to scroll so that `row` is in sight; `None` when it is.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "rows are fewer than pixels in an f32")]
    pub fn reveal(self, row: usize, row_height: f32) -> Option<f32> {
        let top = row as f32 * row_height;
        if top < self.offset {
            Some(top)
        } else if top + row_height > self.offset + self.height {
            Some(top + row_height - self.height)
        } else {
            None
        }
    }
}

/// A list of `rows` rows of `row_height` each, drawn by `draw`. `on_scroll` must store the new [`Window`].
#[expect(clippy::cast_precision_loss, reason = "rows are fewer than pixels in an f32")]
pub fn virtual_list<'a, Message: 'a>(
    (id, window): (impl Into<Id>, Window),
    (rows, row_height): (usize, f32),
    draw: impl Fn(usize) -> Element<'a, Message>,
    on_scroll: impl Fn(Window) -> Message + 'a,
) -> Scrollable<'a, Message, Theme> {
    let (first, end) = window.range(rows, row_height);
    let above = first as f32 * row_height;
    let below = (rows - end) as f32 * row_height;
    let built = keyed(0.0, (first..end).map(|index| (index, draw(index))));
    scroll(column![space().height(above), built, space().height(below)])
        .id(id)
        .on_scroll(move |viewport| on_scroll(viewport.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_sight_is_built() {
        let window = Window { offset: 34.0 * 5_000.0, height: 600.0 };
        let (first, end) = window.range(10_000, 34.0);
        assert!(first <= 5_000 && 5_000 + 18 <= end);
        assert!(end - first < 60, "{first}..{end}");
        assert_eq!(Window::default().range(3, 34.0), (0, 3));
        assert_eq!(Window { offset: 1e9, height: 600.0 }.range(10, 34.0).1, 10);
    }

    #[test]
    fn rows_of_different_heights_are_built_where_they_are_in_sight() {
        let tops: Vec<f32> = (0..=1000_u16).map(|it| f32::from(it) * 100.0).collect();
        let window = Window { offset: 50_000.0, height: 600.0 };
        let (first, end) = window.range_of(&tops);
        assert!(first <= 500 && 506 <= end && end - first < 12, "{first}..{end}");
        assert_eq!(Window { offset: 1e9, height: 600.0 }.range_of(&tops).1, 1000);
        assert_eq!(Window::default().range_of(&[0.0]), (0, 0));
        assert_eq!(window.reveal_between(50_100.0, 50_200.0), None);
        assert_eq!(window.reveal_between(49_900.0, 50_000.0), Some(49_900.0));
        assert_eq!(window.reveal_between(50_590.0, 50_700.0), Some(50_100.0));
    }

    #[test]
    fn a_row_outside_is_scrolled_to() {
        let window = Window { offset: 340.0, height: 340.0 };
        assert_eq!(window.reveal(12, 34.0), None);
        assert_eq!(window.reveal(2, 34.0), Some(68.0));
        assert_eq!(window.reveal(20, 34.0), Some(374.0));
    }
}
