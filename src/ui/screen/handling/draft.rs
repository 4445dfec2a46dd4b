//! What somebody typed and chose for one case, kept while other cases are looked at.

use std::collections::HashMap;

use iced::widget::{Id, text_editor};

use super::ask::Ask;
use super::conflict::Conflict;
use super::fields::{Choice, Group, Slot};
use crate::app::Refused;
use crate::domain::record::Version;
use crate::domain::text::{Line, Prose};
use crate::ui::part::form;
use crate::ui::part::phrases::{Field, Seen};

/// A place where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A text.
    Slot(Slot),
    /// Chips of a kind: arrows and digits choose.
    Group(Group),
    /// The button under a form.
    Submit(Ask),
    /// A button in the foot.
    Foot(Ask),
    /// The eye that reveals the customer's number.
    Eye,
    /// The customer's file.
    Customer,
    /// A complaint that belongs together with the case, by its place.
    Link(usize),
    /// A file of the case, by its place.
    File(usize),
}

impl form::Stop for Stop {
    fn id(self) -> Id {
        Id::from(format!("handling-{self:?}"))
    }
}

/// A part of the sheet that folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// 投诉内容
    Content,
    /// 调查
    Investigation,
    /// 联系客户
    Contact,
    /// 方案
    Plan,
    /// 审批
    Approval,
    /// 执行
    Execution,
    /// 回单
    Slip,
}

/// Why the last wish was not carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// What was wished.
    pub ask: Ask,
    /// Why not.
    pub refused: Refused,
}

/// What was typed and chosen for one case.
#[derive(Debug)]
pub struct Draft {
    lines: HashMap<Slot, String>,
    editors: HashMap<Slot, text_editor::Content>,
    chosen: Vec<Choice>,
    /// The form that was asked for.
    pub open: Option<Ask>,
    /// What is missing in the form that was sent.
    pub gaps: Vec<Stop>,
    /// Why the last wish was not carried out.
    pub trouble: Option<Trouble>,
    /// Which version somebody saw when a form was begun.
    pub begun: HashMap<Ask, Version>,
    /// What others did meanwhile to what a form is about.
    pub conflict: Option<Conflict>,
    /// What is being written.
    pub busy: Option<Ask>,
    /// Sections that stand otherwise than by themselves.
    pub turned: Vec<Section>,
    /// The version of the plan that is looked at; `None`: the newest.
    pub version: Option<u16>,
}

impl Default for Draft {
    fn default() -> Self {
        let editors = Slot::ALL.iter().filter(|it| it.kind().is_prose());
        Self {
            lines: HashMap::new(),
            editors: editors.map(|it| (*it, text_editor::Content::new())).collect(),
            chosen: Vec::new(),
            open: None,
            gaps: Vec::new(),
            trouble: None,
            begun: HashMap::new(),
            conflict: None,
            busy: None,
            turned: Vec::new(),
            version: None,
        }
    }
}

impl Draft {
    /// One line as it stands.
    pub fn line(&self, slot: Slot) -> &str {
        self.lines.get(&slot).map_or("", String::as_str)
    }

    /// The editor of a text; `None` for one line.
    pub fn editor(&self, slot: Slot) -> Option<&text_editor::Content> {
        self.editors.get(&slot)
    }

    /// A text, whatever its kind.
    pub fn text(&self, slot: Slot) -> String {
        match self.editors.get(&slot) {
            Some(content) => content.text(),
            None => self.line(slot).to_owned(),
        }
    }

    /// A text, to be looked at by phrases.
    pub fn seen(&self, slot: Slot) -> Seen<'_> {
        self.editor(slot).map_or_else(|| Seen::Line(self.line(slot)), Seen::Editor)
    }

    /// Lets phrases be put into a text.
    pub fn rewrite<T>(&mut self, slot: Slot, change: impl FnOnce(Field<'_>) -> T) -> T {
        self.gaps.retain(|it| *it != Stop::Slot(slot));
        match self.editors.get_mut(&slot) {
            Some(content) => change(Field::Editor(content)),
            None => change(Field::Line(self.lines.entry(slot).or_default())),
        }
    }

    /// One line was typed.
    pub fn typed(&mut self, slot: Slot, words: String) {
        self.gaps.retain(|it| *it != Stop::Slot(slot));
        self.lines.insert(slot, words);
    }

    /// Something was done in an editor.
    pub fn edited(&mut self, slot: Slot, action: text_editor::Action) {
        if action.is_edit() {
            self.gaps.retain(|it| *it != Stop::Slot(slot));
        }
        if let Some(content) = self.editors.get_mut(&slot) {
            content.perform(action);
        }
    }

    /// Writes a text where there is none yet: a form that is opened again shows what it said.
    pub fn prefill(&mut self, slot: Slot, words: &str) {
        if self.text(slot).trim().is_empty() {
            match self.editors.get_mut(&slot) {
                Some(content) => *content = text_editor::Content::with_text(words),
                None => self.typed(slot, words.to_owned()),
            }
        }
    }

    /// Chooses; what can be left out is taken back by choosing it again.
    pub fn choose(&mut self, choice: Choice) {
        let group = choice.group();
        self.gaps.retain(|it| *it != Stop::Group(group));
        let had = self.chosen.contains(&choice);
        if group.takes_several() {
            self.chosen.retain(|it| *it != choice);
        } else {
            self.chosen.retain(|it| it.group() != group);
        }
        if group == Group::Department {
            // Who was chosen works in the other one.
            self.chosen.retain(|it| it.group() != Group::Handler);
        }
        if !had {
            self.chosen.push(choice);
        }
    }

    /// What was chosen of a kind, in the order of choosing.
    pub fn chosen(&self, group: Group) -> impl Iterator<Item = Choice> + '_ {
        self.chosen.iter().copied().filter(move |it| it.group() == group)
    }

    /// It is done: the form is empty again.
    pub fn clear(&mut self, ask: Ask) {
        for stop in ask.stops() {
            match stop {
                Stop::Slot(slot) => match self.editors.get_mut(&slot) {
                    Some(content) => *content = text_editor::Content::new(),
                    None => {
                        self.lines.remove(&slot);
                    }
                },
                Stop::Group(group) => self.chosen.retain(|it| it.group() != group),
                Stop::Submit(_) | Stop::Foot(_) | Stop::Eye | Stop::Customer | Stop::Link(_) | Stop::File(_) => {}
            }
        }
        self.gaps.clear();
        self.trouble = None;
    }
}

/// Reads a form; notes what is missing.
pub struct Reader<'a> {
    draft: &'a Draft,
    /// What is missing.
    pub gaps: Vec<Stop>,
}

impl<'a> Reader<'a> {
    /// A reader of a draft.
    pub fn new(draft: &'a Draft) -> Self {
        Self { draft, gaps: Vec::new() }
    }

    /// One line that is needed.
    pub fn line(&mut self, slot: Slot) -> Option<Line> {
        let read = Line::new(&self.draft.text(slot)).ok();
        self.needed(Stop::Slot(slot), read)
    }

    /// Words that are needed.
    pub fn prose(&mut self, slot: Slot) -> Option<Prose> {
        let read = Prose::new(&self.draft.text(slot)).ok();
        self.needed(Stop::Slot(slot), read)
    }

    /// One line that may be left out.
    pub fn perhaps_line(&mut self, slot: Slot) -> Option<Line> {
        let text = self.draft.text(slot);
        if text.trim().is_empty() { None } else { self.line(slot) }
    }

    /// Words that may be left out.
    pub fn perhaps_prose(&mut self, slot: Slot) -> Option<Prose> {
        let text = self.draft.text(slot);
        if text.trim().is_empty() { None } else { self.prose(slot) }
    }

    /// What is there, or a gap.
    pub fn needed<T>(&mut self, stop: Stop, read: Option<T>) -> Option<T> {
        if read.is_none() {
            self.gaps.push(stop);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::complaint::terms::{ContactMethod, Method};
    use crate::domain::id::{DepartmentId, PersonId};

    #[test]
    fn a_choice_takes_the_place_of_another_and_methods_add_up() {
        let mut draft = Draft::default();
        draft.choose(Choice::Contact(ContactMethod::Phone));
        draft.choose(Choice::Contact(ContactMethod::Visit));
        assert_eq!(draft.chosen(Group::Contact).collect::<Vec<_>>(), [Choice::Contact(ContactMethod::Visit)]);
        draft.choose(Choice::Method(Method::Files));
        draft.choose(Choice::Method(Method::Background));
        assert_eq!(draft.chosen(Group::Method).count(), 2);
        draft.choose(Choice::Method(Method::Files));
        assert_eq!(draft.chosen(Group::Method).collect::<Vec<_>>(), [Choice::Method(Method::Background)]);
    }

    #[test]
    fn another_department_forgets_the_handler() {
        let mut draft = Draft::default();
        draft.choose(Choice::Department(DepartmentId(1)));
        draft.choose(Choice::Handler(PersonId(7)));
        draft.choose(Choice::Department(DepartmentId(2)));
        assert_eq!(draft.chosen(Group::Handler).count(), 0);
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut draft = Draft::default();
        draft.typed(Slot::Note, "  ".into());
        let mut reader = Reader::new(&draft);
        assert!(reader.line(Slot::Note).is_none() && reader.perhaps_line(Slot::Policy).is_none());
        assert_eq!(reader.gaps, [Stop::Slot(Slot::Note)]);
    }
}
