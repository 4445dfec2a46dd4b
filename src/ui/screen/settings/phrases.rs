//! 常用语: the list at the left, the chosen one with how it is filled in at the right (F10).

mod view;

use iced::widget::text_editor::{Action, Content, Edit};

use super::Message as Outer;
use super::scripts::Side;
use crate::domain::office::{Command, Office};
use crate::domain::phrase::{Phrase, PhrasePlace, twice};
use crate::domain::script::Placeholder;
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::part::keyed::Spot;

/// Which phrase is chosen, what was changed.
#[derive(Debug, Default)]
pub struct State {
    /// All of them, once something was changed.
    draft: Option<Vec<Phrase>>,
    chosen: Option<usize>,
    words: Content,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Chose a phrase, by its place.
    Chosen(usize),
    /// 添加常用语
    Added,
    /// 补上标准常用语: those whose codes are free.
    Standard,
    /// 上移, 下移
    Moved(Side),
    /// Its code.
    CodeTyped(String),
    /// Its name.
    NameTyped(String),
    /// Where it is offered; on and off.
    PlaceToggled(PhrasePlace),
    /// Did something in the editor.
    Edited(Action),
    /// Puts a placeholder where the cursor is.
    PlaceholderPut(Placeholder),
    /// 停用, 恢复
    Toggled,
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        let office = env.office();
        match message {
            Message::Chosen(place) => self.choose(office, Some(place)),
            Message::Added => self.add(office),
            Message::Standard => {
                let all = self.all(office);
                let free = |it: &&Phrase| !all.iter().any(|own| own.answers(&it.code));
                let more: Vec<Phrase> = Phrase::standard(office.language()).iter().filter(free).cloned().collect();
                self.draft.get_or_insert_with(|| office.phrases().to_vec()).extend(more);
                self.settle(office);
            }
            Message::Moved(side) => self.shift(office, side),
            Message::CodeTyped(code) => self.change(office, |it| code.trim().clone_into(&mut it.code)),
            Message::NameTyped(name) => self.change(office, |it| it.name = name),
            Message::PlaceToggled(place) => self.change(office, |it| {
                if !it.places.remove(&place) {
                    it.places.insert(place);
                }
            }),
            Message::Edited(action) => self.edit(office, action),
            Message::PlaceholderPut(what) => {
                let words = std::sync::Arc::new(format!("{{{}}}", what.word()));
                self.edit(office, Action::Edit(Edit::Paste(words)));
            }
            Message::Toggled => self.change(office, |it| it.active = !it.active),
            Message::Saved => {
                self.sweep(office);
                let phrases = self.draft.clone();
                return phrases.map(|phrases| Command::SetPhrases { phrases }).into_iter().collect();
            }
            Message::Dropped => {
                let closes = self.draft.take().is_none();
                self.choose(office, self.chosen.filter(|_| !closes));
            }
        }
        Vec::new()
    }

    /// The page was opened, or the office changed: the editor shows what is.
    pub fn open(&mut self, env: &Env<'_>) {
        if self.draft.is_none() {
            self.choose(env.office(), self.chosen);
        }
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.draft = None;
    }

    /// Whether Esc may close what is open: nothing was typed.
    #[must_use]
    pub fn untouched(&self) -> bool {
        self.draft.is_none() && self.chosen.is_some()
    }

    /// Where the keyboard goes at an end of the list: the button that led there has gone.
    #[must_use]
    pub(super) fn turn(&self, env: &Env<'_>) -> Option<Spot> {
        let (place, count) = (self.chosen?, self.all(env.office()).len());
        match (place == 0, place + 1 == count) {
            (true, false) => Some(DOWN),
            (false, true) => Some(UP),
            (true, true) | (false, false) => None,
        }
    }

    /// The phrases that are shown: as changed, or as the office has them.
    fn all<'a>(&'a self, office: &'a Office) -> &'a [Phrase] {
        self.draft.as_deref().unwrap_or(office.phrases())
    }

    fn change(&mut self, office: &Office, change: impl FnOnce(&mut Phrase)) {
        let Some(place) = self.chosen else { return };
        let all = self.draft.get_or_insert_with(|| office.phrases().to_vec());
        if let Some(it) = all.get_mut(place) {
            change(it);
        }
        self.settle(office);
    }

    /// What is as it was is no change.
    fn settle(&mut self, office: &Office) {
        if self.draft.as_deref() == Some(office.phrases()) {
            self.draft = None;
        }
    }

    fn choose(&mut self, office: &Office, place: Option<usize>) {
        let known = place.filter(|it| *it < self.all(office).len());
        self.chosen = known;
        // One that was added and left empty was not meant.
        if known.is_none_or(|it| self.all(office).get(it).is_some_and(|it| !is_blank(it))) {
            self.sweep(office);
        }
        let words = self.chosen.and_then(|it| self.all(office).get(it)).map_or("", |it| it.words.as_str());
        self.words = Content::with_text(words);
    }

    /// Takes away what was added and left empty; the chosen one stays chosen.
    fn sweep(&mut self, office: &Office) {
        let Some(all) = &mut self.draft else { return };
        let before = self.chosen.map_or(0, |it| all.iter().take(it).filter(|it| is_blank(it)).count());
        all.retain(|it| !is_blank(it));
        self.chosen = self.chosen.and_then(|it| it.checked_sub(before)).filter(|it| *it < all.len());
        self.settle(office);
    }

    fn add(&mut self, office: &Office) {
        self.choose(office, None);
        let all = self.draft.get_or_insert_with(|| office.phrases().to_vec());
        let (code, name, words) = (String::new(), String::new(), String::new());
        all.push(Phrase { code, name, places: std::collections::BTreeSet::new(), words, active: true });
        self.chosen = Some(all.len() - 1);
    }

    fn shift(&mut self, office: &Office, side: Side) {
        let count = self.all(office).len();
        let Some(from) = self.chosen else { return };
        let to = match side {
            Side::Up => from.checked_sub(1),
            Side::Down => Some(from + 1).filter(|it| *it < count),
        };
        let Some(to) = to else { return };
        self.draft.get_or_insert_with(|| office.phrases().to_vec()).swap(from, to);
        self.chosen = Some(to);
        self.settle(office);
    }

    fn edit(&mut self, office: &Office, action: Action) {
        let edits = action.is_edit();
        self.words.perform(action);
        if edits {
            let words = self.words.text().trim_end_matches('\n').to_owned();
            self.change(office, |it| it.words = words);
        }
    }

    /// What is wrong with those that are shown: which, and in words.
    fn faults(&self, texts: &Texts, office: &Office) -> Vec<(usize, String)> {
        let all = self.all(office);
        let twice = twice(all).map(|(place, it)| (place, texts.phrase_fault_twice(it.code.as_str())));
        let own = all
            .iter()
            .enumerate()
            .flat_map(|(place, it)| it.check().into_iter().map(move |fault| (place, texts.phrase_fault(&fault))));
        twice.chain(own).collect()
    }
}

/// 上移, 下移
const UP: Spot = Spot("set-up", 0);
const DOWN: Spot = Spot("set-down", 0);

fn is_blank(it: &Phrase) -> bool {
    it.code.is_empty() && it.name.trim().is_empty() && it.words.trim().is_empty()
}

fn send(message: Message) -> Outer {
    Outer::Phrases(message)
}
