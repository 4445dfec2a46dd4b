//! 常用语 in a form (F10): `/code` and Tab, or Ctrl+T and a list; Ctrl+Z takes it back.
//!
//! Tab, because it never is writing: Space belongs to the input method, which chooses characters with it, and to ordinary
//! words after a slash. While an input method has its pre-edit open no key reaches the form at all. What no phrase
//! answers stays as it was typed, and Tab goes on as everywhere.
//!
//! iced tells where the caret of an editor is, but not that of a line: a line is taken to have it where it was typed
//! last.

use std::sync::Arc;

use iced::{
    Length, Task,
    widget::{
        Id, container, operation, space, stack,
        text_editor::{Action, Content, Cursor, Edit, Position},
    },
};

use crate::domain::complaint::Complaint;
use crate::domain::office::Office;
use crate::domain::phrase::{Phrase, PhrasePlace, offered, typed_code};
use crate::domain::script::{Piece, Scene, Values, fill_words};
use crate::i18n::Texts;
use crate::ui::{
    env::Env,
    keys::{Press, Shortcut},
    part::{
        difference::changed,
        form::{Step, Stop},
        lookup::{self, Choice, Lookup},
    },
    style::field::Mood,
    theme::{Element, Face},
    widget::fit,
};

use iced::keyboard::key::Named;

/// Shows the list.
pub const PHRASES: Shortcut = Shortcut::command('t');

/// How much of the words stands in a line of the list.
const GLIMPSE: f32 = 260.0;

/// What somebody did with phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Wants the list.
    Asked,
    /// Did something to the list.
    Listed(lookup::Message<usize>),
    /// Tab after a code.
    Meant,
    /// Takes back what was put in last.
    Undone,
}

/// The list, where it is shown, and what was put in last.
#[derive(Debug)]
pub struct Phrases<S> {
    list: Option<(S, Lookup)>,
    /// Where a line was typed last, in bytes.
    typed: Option<(S, usize)>,
    put: Option<(S, Put)>,
}

impl<S> Default for Phrases<S> {
    fn default() -> Self {
        Self { list: None, typed: None, put: None }
    }
}

/// A text that phrases go into.
pub enum Field<'a> {
    /// Of several lines.
    Editor(&'a mut Content),
    /// Of one line.
    Line(&'a mut String),
}

/// What was put in, and what stood there before. `Debug` tells lengths only: the words may name a customer.
struct Put {
    at: At,
    words: String,
    before: String,
}

impl std::fmt::Debug for Put {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Put({} characters)", self.words.chars().count())
    }
}

#[derive(Clone, Copy)]
enum At {
    Editor { start: Position, end: Position },
    Line { start: usize },
}

impl<S: Stop> Phrases<S> {
    /// A line was typed into.
    pub fn typed(&mut self, stop: S, (before, after): (&str, &str)) {
        // The caret is behind what was changed.
        self.typed = Some((stop, changed(before, after).1));
    }

    /// Where the list is shown.
    #[must_use]
    pub fn at(&self) -> Option<S> {
        self.list.as_ref().map(|(stop, _)| *stop)
    }

    /// The phrase whose code stands before the caret.
    #[must_use]
    pub fn meant<'a>(
        &self,
        office: &'a Office,
        place: PhrasePlace,
        (stop, field): (S, &Seen<'_>),
    ) -> Option<(usize, &'a Phrase)> {
        let before = self.before(stop, field);
        let code = typed_code(&before)?;
        let place = office.phrases().iter().position(|it| it.is_offered(place) && it.answers(code.code))?;
        Some((before.len() - code.start, office.phrases().get(place)?))
    }

    /// What stands before the caret, in its line.
    fn before(&self, stop: S, field: &Seen<'_>) -> String {
        match field {
            Seen::Editor(content) => before_caret(content),
            Seen::Line(line) => {
                let caret = self.caret(stop, line);
                line.get(..caret).unwrap_or(line).to_owned()
            }
        }
    }

    fn caret(&self, stop: S, line: &str) -> usize {
        let known = self.typed.filter(|(it, _)| *it == stop).map(|(_, caret)| caret);
        known.filter(|it| line.is_char_boundary(*it)).unwrap_or(line.len())
    }

    /// Shows the list over a field.
    pub fn open<Message: Send + 'static>(&mut self, stop: S) -> Task<Message> {
        let mut list = Lookup::default();
        let _nothing_taken = list.update::<usize>(&[], lookup::Message::Opened);
        self.list = Some((stop, list));
        operation::focus(list_id())
    }

    /// Hides the list.
    pub fn close(&mut self) {
        self.list = None;
    }

    /// What a key means to the list; Tab takes, as Enter does.
    #[must_use]
    pub fn pressed(&self, choices: &[Choice<usize>], press: &Press) -> Option<lookup::Message<usize>> {
        let (_, list) = self.list.as_ref()?;
        if Shortcut::named(Named::Tab).matches(press) {
            return Some(list.marked(choices).map_or(lookup::Message::Closed, lookup::Message::Taken));
        }
        // Where nothing answers there is nothing to take: the list stays, and the form below does not go on.
        let stays = Shortcut::named(Named::Enter).matches(press).then_some(lookup::Message::Moved(Step::Previous));
        list.pressed(choices, press).or(stays)
    }

    /// Does what was done to the list: which phrase was taken, by its place among the office's.
    pub fn listed(&mut self, choices: &[Choice<usize>], message: lookup::Message<usize>) -> Option<usize> {
        let (_, list) = self.list.as_mut()?;
        let taken = list.update(choices, message);
        if !list.is_open() {
            self.list = None;
        }
        taken
    }

    /// Puts words where the caret is, in place of as many bytes before it; the caret is behind them then.
    pub fn put<Message: Send + 'static>(
        &mut self,
        stop: S,
        field: Field<'_>,
        (words, instead_of): (&str, usize),
    ) -> Task<Message> {
        match field {
            Field::Editor(content) => {
                if instead_of > 0 {
                    let caret = content.cursor().position;
                    let start = Position { column: caret.column.saturating_sub(instead_of), ..caret };
                    content.move_to(Cursor { position: caret, selection: Some(start) });
                }
                let start = first(content.cursor());
                let before = content.selection().unwrap_or_default();
                content.perform(Action::Edit(Edit::Paste(Arc::new(words.to_owned()))));
                let end = content.cursor().position;
                self.put = Some((stop, Put { at: At::Editor { start, end }, words: words.to_owned(), before }));
                Task::none()
            }
            Field::Line(line) => {
                let caret = self.caret(stop, line);
                let start = caret.saturating_sub(instead_of);
                let words = words.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ");
                let before = line.get(start..caret).unwrap_or_default().to_owned();
                line.replace_range(start..start + before.len(), &words);
                let end = start + words.len();
                self.typed = Some((stop, end));
                self.put = Some((stop, Put { at: At::Line { start }, words, before }));
                caret_to(stop, line, end)
            }
        }
    }

    /// Where something was put in last.
    #[must_use]
    pub fn put_at(&self) -> Option<S> {
        self.put.as_ref().map(|(stop, _)| *stop)
    }

    /// Takes back what was put in last, if it still stands there as it was.
    pub fn undo<Message: Send + 'static>(&mut self, field: Field<'_>) -> Task<Message> {
        let Some((stop, put)) = self.put.take() else { return Task::none() };
        match (field, put.at) {
            (Field::Editor(content), At::Editor { start, end }) => {
                if ![start, end].into_iter().all(|it| is_there(content, it)) {
                    return Task::none();
                }
                let caret = content.cursor();
                content.move_to(Cursor { position: end, selection: Some(start) });
                if content.selection().as_deref() != Some(put.words.as_str()) {
                    content.move_to(caret);
                    return Task::none();
                }
                let edit = if put.before.is_empty() { Edit::Delete } else { Edit::Paste(Arc::new(put.before)) };
                content.perform(Action::Edit(edit));
                Task::none()
            }
            (Field::Line(line), At::Line { start }) => {
                let end = start + put.words.len();
                if line.get(start..end) != Some(put.words.as_str()) {
                    return Task::none();
                }
                line.replace_range(start..end, &put.before);
                let caret = start + put.before.len();
                self.typed = Some((stop, caret));
                caret_to(stop, line, caret)
            }
            (Field::Editor(_), At::Line { .. }) | (Field::Line(_), At::Editor { .. }) => Task::none(),
        }
    }

    /// A field, with the list over its lower edge while it is shown there: nothing on the form moves.
    pub fn over<'a, M: Clone + 'a>(
        &self,
        env: &Env<'a>,
        (stop, place): (S, PhrasePlace),
        field: impl Into<Element<'a, M>>,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let list = self.list.as_ref().filter(|(at, _)| *at == stop);
        let list = list.map(|(_, list)| {
            let choices = choices(env.texts, env.office(), place);
            let drawn = list.view(&env.frame, (&choices, None), (list_id(), ""), Mood::Fine);
            drawn.map(move |it| wrap(Message::Listed(it)))
        });
        // The same widgets with the list and without it: a field keeps its caret.
        let over = list.unwrap_or_else(|| space().into());
        stack![field.into(), container(over).width(Length::Fill).height(Length::Fill).align_y(iced::Bottom)].into()
    }
}

/// A text that is looked at.
pub enum Seen<'a> {
    /// Of several lines.
    Editor(&'a Content),
    /// Of one line.
    Line(&'a str),
}

/// The field in which the list is searched.
#[must_use]
pub fn list_id() -> Id {
    Id::new("phrases")
}

/// What is offered at a place, by its place among the office's; found by code, name and pinyin.
#[must_use]
pub fn choices(texts: &Texts, office: &Office, place: PhrasePlace) -> Vec<Choice<usize>> {
    let all = office.phrases().iter().enumerate().filter(|(_, it)| it.is_offered(place));
    all.map(|(index, it)| Choice {
        value: index,
        name: format!("/{} {}", it.code, it.name),
        more: fit(&outlined(texts, &it.words), Face::Small, GLIMPSE),
    })
    .collect()
}

/// Whether anything is offered at a place.
#[must_use]
pub fn are_offered(office: &Office, place: PhrasePlace) -> bool {
    offered(office.phrases(), place).next().is_some()
}

/// What phrases may ask for on the sheet of a case; what was found out or done is left to be written.
#[must_use]
pub fn case_values(env: &Env<'_>, complaint: &Complaint) -> Values {
    let details = &complaint.details;
    Values {
        company: Some(env.office().company().to_owned()),
        agent: env.person().map(|it| it.name.to_string()),
        customer: Some(env.texts.customer(&details.complainant)),
        time: Some(env.texts.date_short_words(env.local(complaint.registered.at).date())),
        service: Some(details.product.to_string()),
        result: None,
        blessing: env.office().forms().blessing(Scene::Everyday).map(str::to_owned),
    }
}

/// Words in one line, with the names of what will be filled in.
#[must_use]
pub fn outlined(texts: &Texts, words: &str) -> String {
    let pieces = fill_words(words, &Values::default());
    let piece = |it: Piece| match it {
        Piece::Words(words) | Piece::Filled(_, words) => words,
        Piece::Missing(what) => texts.phrase_slot(texts.name(what)),
        Piece::Unknown(name) => name,
    };
    pieces.into_iter().map(piece).collect::<String>().replace('\n', " ")
}

/// Words with their values; what is not known is left open, to be written in.
#[must_use]
pub fn filled(texts: &Texts, words: &str, values: &Values) -> String {
    let mut said = String::new();
    for piece in fill_words(words, values) {
        let next = match &piece {
            Piece::Words(words) | Piece::Filled(_, words) => words.as_str(),
            Piece::Missing(_) | Piece::Unknown(_) => texts.intake_blank(),
        };
        if touch(&said, next) {
            said.push(' ');
        }
        said.push_str(next);
    }
    said
}

/// Whether Chinese would touch a digit or a Latin letter (UI.md 14).
fn touch(before: &str, behind: &str) -> bool {
    let han = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    match (before.chars().next_back(), behind.chars().next()) {
        (Some(one), Some(other)) => {
            (han(one) && other.is_ascii_alphanumeric()) || (one.is_ascii_alphanumeric() && han(other))
        }
        (None, _) | (_, None) => false,
    }
}

fn before_caret(content: &Content) -> String {
    let caret = content.cursor();
    if caret.selection.is_some() {
        return String::new();
    }
    let line = content.line(caret.position.line).map(|it| it.text.into_owned()).unwrap_or_default();
    line.get(..caret.position.column).unwrap_or_default().to_owned()
}

/// Whether a text still reaches to a place.
fn is_there(content: &Content, place: Position) -> bool {
    content.line(place.line).is_some_and(|it| it.text.is_char_boundary(place.column))
}

/// The earlier end of a selection.
fn first(cursor: Cursor) -> Position {
    let place = |it: &Position| (it.line, it.column);
    let ends = std::iter::once(cursor.position).chain(cursor.selection);
    ends.min_by_key(place).unwrap_or(cursor.position)
}

/// Puts the caret of a line. iced counts in what a person takes for a character: after an emoji of several parts it
/// stands a little further on.
fn caret_to<S: Stop, Message: Send + 'static>(stop: S, line: &str, bytes: usize) -> Task<Message> {
    let place = line.get(..bytes).unwrap_or(line).chars().count();
    operation::move_cursor_to(stop.id(), place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Only;

    impl Stop for Only {
        fn id(self) -> Id {
            Id::new("only")
        }
    }

    #[test]
    fn what_is_filled_in_keeps_its_distance() {
        let texts = Texts::new(crate::i18n::Locale::ZhCn);
        let values = Values {
            service: Some("KF-35".to_owned()),
            time: Some("明天 18:00".to_owned()),
            customer: Some("王女士".to_owned()),
            ..Values::default()
        };
        let said = |words: &str| filled(&texts, words, &values);
        assert_eq!(said("您反映的{service}，会在{time}前答复"), "您反映的 KF-35，会在明天 18:00 前答复");
        assert_eq!(said("{customer}您好"), "王女士您好");
    }

    fn at_the_end(text: &str) -> Content {
        let mut content = Content::with_text(text);
        content.perform(Action::Move(iced::widget::text_editor::Motion::DocumentEnd));
        content
    }

    fn put(phrases: &mut Phrases<Only>, field: Field<'_>, words: (&str, usize)) {
        let _caret: Task<()> = phrases.put(Only, field, words);
    }

    fn undo(phrases: &mut Phrases<Only>, field: Field<'_>) {
        let _caret: Task<()> = phrases.undo(field);
    }

    #[test]
    fn an_editor_gets_words_for_a_code_and_gives_them_back() {
        let mut phrases = Phrases::default();
        let mut content = at_the_end("已登记。\n客户要求/hx");
        assert_eq!(before_caret(&content), "客户要求/hx");
        put(&mut phrases, Field::Editor(&mut content), ("更换新机，\n上门前先约好", 3));
        assert_eq!(content.text().trim_end(), "已登记。\n客户要求更换新机，\n上门前先约好");
        content.perform(Action::Edit(Edit::Insert('。')));
        undo(&mut phrases, Field::Editor(&mut content));
        assert_eq!(content.text().trim_end(), "已登记。\n客户要求/hx。", "what was written behind it stays");
        undo(&mut phrases, Field::Editor(&mut content));
        assert_eq!(content.text().trim_end(), "已登记。\n客户要求/hx。", "once");
    }

    #[test]
    fn words_go_where_the_caret_is_and_for_what_is_selected() {
        let mut phrases = Phrases::default();
        let mut content = Content::with_text("换新机");
        put(&mut phrases, Field::Editor(&mut content), ("请", 0));
        assert_eq!(content.text().trim_end(), "请换新机");
        undo(&mut phrases, Field::Editor(&mut content));
        assert_eq!(content.text().trim_end(), "换新机");
        content.perform(Action::SelectAll);
        put(&mut phrases, Field::Editor(&mut content), ("退款", 0));
        assert_eq!(content.text().trim_end(), "退款");
        undo(&mut phrases, Field::Editor(&mut content));
        assert_eq!(content.text().trim_end(), "换新机");
    }

    #[test]
    fn words_that_were_changed_since_are_not_taken_back() {
        let mut phrases = Phrases::default();
        let mut content = at_the_end("");
        put(&mut phrases, Field::Editor(&mut content), ("已联系客户", 0));
        content.perform(Action::Edit(Edit::Backspace));
        undo(&mut phrases, Field::Editor(&mut content));
        assert_eq!(content.text().trim_end(), "已联系客");
        let mut line = "已联系".to_owned();
        put(&mut phrases, Field::Line(&mut line), ("，正在核实", 0));
        line.clear();
        undo(&mut phrases, Field::Line(&mut line));
        assert_eq!(line, "");
    }

    #[test]
    fn a_line_gets_words_where_it_was_typed_last() {
        let mut phrases = Phrases::default();
        let mut line = "先/hx再赔偿".to_owned();
        phrases.typed(Only, ("先/h再赔偿", &line));
        assert_eq!(phrases.before(Only, &Seen::Line(&line)), "先/hx");
        put(&mut phrases, Field::Line(&mut line), ("更换新机\n约好时间，", 3));
        assert_eq!(line, "先更换新机 约好时间，再赔偿");
        undo(&mut phrases, Field::Line(&mut line));
        assert_eq!(line, "先/hx再赔偿");
    }

    #[track_caller]
    fn typed(before: &str, after: &str, then: &str) {
        assert_eq!(&after[..changed(before, after).1], then, "{before} → {after}");
    }

    #[test]
    fn the_caret_is_behind_what_was_changed() {
        typed("", "a", "a");
        typed("aa", "aaa", "aaa");
        typed("换新机", "换/新机", "换/");
        typed("换新机", "换机", "换");
        typed("换新机", "", "");
        typed("换新", "换新新", "换新新");
        typed("abc", "abc", "abc");
    }
}
