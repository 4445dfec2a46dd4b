//! 回访话术: steps at the left, the chosen one in the middle, how it is read at the right (K01–K14).

mod view;

pub(super) use view::values;

use iced::widget::text_editor::{Action, Content, Edit};

use super::Message as Outer;
use crate::domain::complaint::terms::Satisfaction;
use crate::domain::office::{Command, Office};
use crate::domain::script::{Branch, Manners, Placeholder, Script, ScriptKind, ScriptProblem, Step, StepKind};
use crate::ui::env::Env;

/// Which script and step, what was changed.
#[derive(Debug)]
pub struct State {
    kind: ScriptKind,
    step: usize,
    /// 0: the words, then the other ways to say it.
    saying: usize,
    answer: Option<Satisfaction>,
    /// All scripts, once something was changed.
    draft: Option<Vec<Script>>,
    words: Content,
}

impl Default for State {
    fn default() -> Self {
        let (kind, words) = (ScriptKind::Callback, Content::new());
        Self { kind, step: 0, saying: 0, answer: None, draft: None, words }
    }
}

/// To which side a step moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Earlier.
    Up,
    /// Later.
    Down,
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another script.
    KindChosen(ScriptKind),
    /// Another step.
    StepChosen(usize),
    /// 添加一步, after the chosen one.
    StepAdded,
    /// 上移, 下移
    StepMoved(Side),
    /// 删除这一步
    StepRemoved,
    /// What the step does.
    StepKindChosen(StepKind),
    /// After which answers it is said.
    BranchChosen(Branch),
    /// Another way to say it.
    SayingChosen(usize),
    /// 添加说法
    SayingAdded,
    /// 删除说法
    SayingRemoved,
    /// Did something in the editor.
    Edited(Action),
    /// Puts a placeholder where the cursor is.
    PlaceholderPut(Placeholder),
    /// What the caller should mind.
    HintTyped(String),
    /// Which answer is tried.
    Answered(Option<Satisfaction>),
    /// 恢复标准话术
    Standard,
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
            Message::KindChosen(kind) => {
                self.kind = kind;
                self.choose(office, (0, 0));
            }
            Message::StepChosen(step) => {
                self.choose(office, (step, 0));
                self.answer_for_step(office);
            }
            Message::StepAdded => self.add_step(office),
            Message::StepMoved(side) => self.move_step(office, side),
            Message::StepRemoved => self.remove_step(office),
            Message::StepKindChosen(kind) => self.change(office, |it| it.kind = kind),
            Message::BranchChosen(branch) => self.change(office, |it| it.branch = branch),
            Message::SayingChosen(saying) => self.choose(office, (self.step, saying)),
            Message::SayingAdded => {
                self.change(office, |it| it.others.push(it.words.clone()));
                let last = self.shown(office).steps.get(self.step).map_or(0, |it| it.others.len());
                self.choose(office, (self.step, last));
            }
            Message::SayingRemoved => self.remove_saying(office),
            Message::Edited(action) => self.edit(office, action),
            Message::PlaceholderPut(what) => {
                let words = std::sync::Arc::new(format!("{{{}}}", what.word()));
                self.edit(office, Action::Edit(Edit::Paste(words)));
            }
            Message::HintTyped(hint) => {
                self.change(office, |it| it.hint = Some(hint).filter(|it| !it.trim().is_empty()));
            }
            Message::Answered(answer) => self.answer = answer,
            Message::Standard => {
                if let Some(standard) = Script::standard_of(office.language(), self.kind) {
                    *self.script(office) = standard.clone();
                }
                self.settle(office);
                self.choose(office, (0, 0));
            }
            Message::Saved => {
                let scripts = self.draft.clone();
                return scripts.map(|scripts| Command::SetScripts { scripts }).into_iter().collect();
            }
            Message::Dropped => {
                self.draft = None;
                self.choose(office, (self.step, 0));
            }
        }
        Vec::new()
    }

    /// The page was opened, or the office changed: the editor shows what is.
    pub fn open(&mut self, env: &Env<'_>) {
        if self.draft.is_none() {
            self.choose(env.office(), (self.step, self.saying));
        }
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.draft = None;
    }

    /// The script that is shown: as changed, as the office has it, or the standard one where it has none.
    fn shown<'a>(&'a self, office: &'a Office) -> std::borrow::Cow<'a, Script> {
        let all = self.draft.as_deref().unwrap_or(office.scripts());
        let own = all.iter().find(|it| it.kind == self.kind);
        let known = own.or_else(|| Script::standard_of(office.language(), self.kind));
        match known {
            Some(known) => std::borrow::Cow::Borrowed(known),
            None => std::borrow::Cow::Owned(Script { kind: self.kind, steps: Vec::new() }),
        }
    }

    /// The script to change.
    fn script(&mut self, office: &Office) -> &mut Script {
        let kind = self.kind;
        let shown = self.shown(office).into_owned();
        let all = self.draft.get_or_insert_with(|| office.scripts().to_vec());
        let place = all.iter().position(|it| it.kind == kind).unwrap_or_else(|| {
            all.push(shown);
            all.len() - 1
        });
        &mut all[place]
    }

    fn change(&mut self, office: &Office, change: impl FnOnce(&mut Step)) {
        let step = self.step;
        if let Some(step) = self.script(office).steps.get_mut(step) {
            change(step);
        }
        self.settle(office);
    }

    /// What is as it was is no change.
    fn settle(&mut self, office: &Office) {
        if self.draft.as_deref() == Some(office.scripts()) {
            self.draft = None;
        }
    }

    fn choose(&mut self, office: &Office, (step, saying): (usize, usize)) {
        let script = self.shown(office);
        let step = step.min(script.steps.len().saturating_sub(1));
        let chosen = script.steps.get(step);
        let saying = saying.min(chosen.map_or(0, |it| it.others.len()));
        let words = chosen.map_or("", |it| it.saying(saying)).to_owned();
        (self.step, self.saying, self.words) = (step, saying, Content::with_text(&words));
    }

    /// A step that is only said after an answer is read with that answer.
    fn answer_for_step(&mut self, office: &Office) {
        let script = self.shown(office);
        let question = script.steps.iter().position(|it| it.kind == StepKind::BranchQuestion);
        let later = question.is_some_and(|it| it < self.step);
        let branch = script.steps.get(self.step).map(|it| it.branch);
        let answer = match (branch, self.answer) {
            (Some(Branch::Satisfied), _) => Some(Satisfaction::Satisfied),
            (Some(Branch::Dissatisfied), Some(Satisfaction::Neutral)) => Some(Satisfaction::Neutral),
            (Some(Branch::Dissatisfied), _) => Some(Satisfaction::Dissatisfied),
            (Some(Branch::Always), None) if later => Some(Satisfaction::Satisfied),
            (Some(Branch::Always) | None, answer) => answer,
        };
        self.answer = answer;
    }

    fn add_step(&mut self, office: &Office) {
        let at = if self.shown(office).steps.is_empty() { 0 } else { self.step + 1 };
        let branch = self.shown(office).steps.get(self.step).map_or(Branch::Always, |it| it.branch);
        let step = Step { kind: StepKind::Body, branch, words: String::new(), others: Vec::new(), hint: None };
        self.script(office).steps.insert(at, step);
        self.choose(office, (at, 0));
        self.answer_for_step(office);
    }

    fn move_step(&mut self, office: &Office, side: Side) {
        let count = self.shown(office).steps.len();
        let to = match side {
            Side::Up => self.step.checked_sub(1),
            Side::Down => Some(self.step + 1).filter(|it| *it < count),
        };
        let Some(to) = to else { return };
        let from = self.step;
        self.script(office).steps.swap(from, to);
        self.settle(office);
        self.choose(office, (to, 0));
    }

    fn remove_step(&mut self, office: &Office) {
        let step = self.step;
        let steps = &mut self.script(office).steps;
        if step < steps.len() {
            steps.remove(step);
        }
        self.settle(office);
        self.choose(office, (step, 0));
    }

    fn remove_saying(&mut self, office: &Office) {
        let Some(place) = self.saying.checked_sub(1) else { return };
        self.change(office, |it| {
            if place < it.others.len() {
                it.others.remove(place);
            }
        });
        self.choose(office, (self.step, place));
    }

    fn edit(&mut self, office: &Office, action: Action) {
        let edits = action.is_edit();
        self.words.perform(action);
        if !edits {
            return;
        }
        let words = self.words.text().trim_end_matches('\n').to_owned();
        let saying = self.saying;
        self.change(office, |it| match saying.checked_sub(1) {
            None => it.words = words,
            Some(other) => {
                if let Some(other) = it.others.get_mut(other) {
                    *other = words;
                }
            }
        });
    }

    /// What is wrong with the script that is shown.
    fn problems(&self, office: &Office) -> Vec<ScriptProblem> {
        self.shown(office).check(Manners::standard(office.language()))
    }
}

fn send(message: Message) -> Outer {
    Outer::Scripts(message)
}
