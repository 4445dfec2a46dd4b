//! Which sections of the form fold to one line: only what must, so that the form is seen as far as there is room.

use super::form::{Tick, Way};
use super::layout;
use super::sheet::Sheet;
use super::stop::{Section, Stop};
use crate::domain::office::ChannelKind;
use crate::i18n::Locale;
use crate::ui::env::Room;
use crate::ui::part::attachments;

/// What the bars above and below the content take.
const BARS: f32 = 74.0;
/// The head and the foot of the form.
const FRAME: f32 = 46.0 + 54.0;
/// A section in one line, which is also the head of an open one.
pub const HEAD: f32 = 26.0;
/// A row of fields.
const ROW: f32 = 30.0;
/// Between the rows of a section.
pub const GAP: f32 = 8.0;
/// The rule between two sections, with its spaces; above the first and below the last.
const RULE: f32 = 21.0;
const EDGES: f32 = 20.0;
/// The line of suggestions below the category, with its space.
pub const SUGGESTIONS: f32 = 26.0;
const SUGGESTIONS_GAP: f32 = 6.0;
/// The chips of the remedies where they stand above their field, with the space.
const CHIPS: f32 = 36.0;
/// A note of two lines.
const NOTE: f32 = 60.0;

/// What is known of a section before anything is folded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Open {
    section: Section,
    height: f32,
    may_fold: MayFold,
}

/// Whether a section may fold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MayFold {
    /// Full, without the keyboard, and not what was written last.
    Yes,
    No,
}

/// The sections that fold so that the rest fits: as few as can be; where nothing fits, all that may.
fn folded(all: &[Open], room: f32) -> Vec<Section> {
    let foldable: Vec<&Open> = all.iter().filter(|it| it.may_fold == MayFold::Yes).collect();
    let height: f32 = all.iter().map(|it| it.height).sum();
    // There are four sections at the most: every choice of them is looked at.
    let choices = (0..1_u32 << foldable.len()).map(|bits| {
        let chosen = foldable.iter().enumerate().filter(move |(place, _)| bits & (1 << place) != 0);
        chosen.map(|(_, it)| **it).collect::<Vec<_>>()
    });
    let gained = |it: &[Open]| it.iter().map(|it| it.height - HEAD).sum::<f32>();
    let fits = choices.filter(|it| height - gained(it) <= room);
    let least = fits.min_by(|one, other| gained(one).total_cmp(&gained(other)));
    least.unwrap_or_else(|| foldable.into_iter().copied().collect()).iter().map(|it| it.section).collect()
}

impl Sheet<'_> {
    /// The sections that are drawn in one line.
    pub fn folded_sections(&self) -> Vec<Section> {
        let content = self.env.window.height - BARS;
        let here = self.state.ring.at().and_then(Stop::section);
        let last = self.state.edited;
        let all: Vec<Open> = self
            .state
            .sections()
            .into_iter()
            .map(|section| {
                let kept = here == Some(section) || last == Some(section) || !self.is_full(section);
                let may_fold = if kept { MayFold::No } else { MayFold::Yes };
                Open { section, height: self.open_height(section), may_fold }
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are four sections")]
        let rules = all.len().saturating_sub(1) as f32 * RULE;
        let notes = if self.state.trouble.is_some() { NOTE } else { 0.0 };
        folded(&all, content - FRAME - EDGES - rules - notes)
    }

    /// How high a section is when it is open, near enough.
    fn open_height(&self, section: Section) -> f32 {
        let rows = |count: u8| f32::from(count) * (ROW + GAP);
        let (state, form) = (self.state, self.form());
        HEAD + match section {
            Section::Caller => {
                let relayed = form.channel.and_then(|it| self.office().channel(it));
                let relayed = relayed.is_some_and(|it| it.kind == ChannelKind::Relayed);
                rows(2 + u8::from(relayed) + if state.more.caller { 3 } else { 0 })
            }
            Section::Matter => {
                let remedies = if self.remedies_stand_above() { CHIPS } else { 0.0 };
                let files = self.files_height();
                rows(3 + if state.more.matter { 3 } else { 0 })
                    + SUGGESTIONS_GAP
                    + SUGGESTIONS
                    + self.content_height()
                    + GAP
                    + remedies
                    + files
            }
            Section::Judgement => {
                let promises = self.way() == Way::Dispatch;
                let told = promises && form.has_tick(Tick::Told);
                let major = if form.major(&self.env).is_empty() { 0.0 } else { NOTE + GAP };
                rows(2 + u8::from(promises) + u8::from(told)) + major
            }
            Section::Ending => match self.way() {
                Way::Dispatch => rows(2) + if form.helpers.is_empty() { 0.0 } else { ROW },
                Way::Reply => rows(if self.outcome_stands_beside() { 1 } else { 2 }) + 116.0 + GAP,
                Way::Solve => rows(1) + 92.0 + GAP,
                Way::Merge => NOTE + GAP,
            },
        }
    }

    /// How high the files are, one beside the other.
    fn files_height(&self) -> f32 {
        let count = self.form().attachments.len();
        if count == 0 {
            return 0.0;
        }
        let room = layout::rows(&self.env) - layout::left_label(&self.env);
        attachments::height(room, count) + GAP
    }

    /// How high the editor of the content is.
    pub fn content_height(&self) -> f32 {
        if self.env.room() == Room::Ample { 116.0 } else { 92.0 }
    }

    /// Whether the chips of the remedies need a row of their own.
    pub fn remedies_stand_above(&self) -> bool {
        self.env.room() == Room::Tight || self.texts().locale() == Locale::En
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Section; 4] = Section::ALL;

    /// Four sections as high as on the form; those named by a letter may fold.
    #[track_caller]
    fn check(may: &str, room: f32, then: &str) {
        let heights = [102.0, 310.0, 140.0, 102.0];
        let all: Vec<Open> = ALL
            .into_iter()
            .zip(heights)
            .zip("cmje".chars())
            .map(|((section, height), letter)| {
                let may_fold = if may.contains(letter) { MayFold::Yes } else { MayFold::No };
                Open { section, height, may_fold }
            })
            .collect();
        let letter = |it: &Section| ALL.into_iter().zip("cmje".chars()).find(|(at, _)| at == it).map(|(_, it)| it);
        let found: String = folded(&all, room).iter().filter_map(letter).collect();
        assert_eq!(found, then, "{may} in {room}");
    }

    #[test]
    fn only_what_must_is_folded() {
        check("cmje", 700.0, "");
        check("cmje", 654.0, "");
        check("cmje", 653.0, "c");
        check("cmje", 600.0, "c");
        check("cmje", 560.0, "j");
        check("cmje", 502.0, "ce");
        check("cmje", 500.0, "cj");
        check("cmje", 465.0, "cj");
        check("cmje", 400.0, "cje");
        check("cmje", 380.0, "m");
        check("cmje", 104.0, "cmje");
    }

    #[test]
    fn what_waits_has_the_keyboard_or_was_written_last_stays_open() {
        check("", 100.0, "");
        check("c", 100.0, "c");
        check("cje", 500.0, "cj");
        check("cje", 100.0, "cje");
        check("m", 653.0, "m");
    }
}
