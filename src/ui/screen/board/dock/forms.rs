//! What is typed and chosen in the dock.

use iced::widget::text_editor;

use super::targets::{Pick, Suggestion};
use super::view::LIST;
use super::{Dock, Message, Outcome, Seat, Work, next, targets};
use crate::domain::clock::ClockKey;
use crate::domain::complaint::terms::{ContactMethod, ExemptionReason, Validity};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::complaint::{Complaint, WorkOrder};
use crate::domain::id::{OrderNo, PersonId};
use crate::domain::script::{self, Piece, Script, ScriptKind, Values};
use crate::ui::env::Env;
use crate::ui::part::form::{Meant, Step, Stop, is_meant, reveal};

/// How a customer can be answered.
pub(super) const METHODS: &[ContactMethod] =
    &[ContactMethod::Phone, ContactMethod::Message, ContactMethod::Mail, ContactMethod::Chat, ContactMethod::Visit];

/// How the customer can take it.
pub(super) const OUTCOMES: &[ReplyOutcome] = &[ReplyOutcome::Understood, ReplyOutcome::Disputed];

/// 派单, 二段派单.
#[derive(Debug)]
pub(super) struct Dispatch {
    pub(super) query: String,
    pub(super) suggested: Vec<Suggestion>,
    pub(super) chosen: Vec<Pick>,
    first: Vec<Pick>,
    pub(super) several: Several,
    pub(super) note: String,
    /// Of the department that was chosen last: who can handle it.
    handlers: Vec<PersonId>,
}

/// One department or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Several {
    /// A choice takes the place of the one before.
    #[default]
    No,
    /// A choice is added or taken away.
    Yes,
}

impl Dispatch {
    /// To whom a case goes first: as its category says.
    pub(super) fn of(env: &Env<'_>, complaint: &Complaint) -> Self {
        let suggested = targets::suggestions(env, complaint);
        let chosen = suggested.first().map(|it| it.pick).into_iter().collect();
        Self::with(env, suggested, chosen)
    }

    /// One more department while others work on it: nobody is suggested.
    pub(super) fn more(env: &Env<'_>) -> Self {
        Self::with(env, Vec::new(), Vec::new())
    }

    /// To whom the manager on the way passes it: the department it was meant for.
    pub(super) fn forwarding(env: &Env<'_>, order: &WorkOrder) -> Self {
        let suggested = targets::second_hop(env, order);
        let chosen = suggested.first().map(|it| it.pick).into_iter().collect();
        Self::with(env, suggested, chosen)
    }

    fn with(env: &Env<'_>, suggested: Vec<Suggestion>, chosen: Vec<Pick>) -> Self {
        let handlers = chosen.last().map(|it| targets::handlers(env, it.department)).unwrap_or_default();
        let first = chosen.clone();
        Self { query: String::new(), suggested, chosen, first, several: Several::No, note: String::new(), handlers }
    }

    pub(super) fn is_pristine(&self) -> bool {
        self.query.is_empty() && self.note.is_empty() && self.chosen == self.first
    }

    /// The next or previous handler of the department that was chosen last.
    pub(super) fn next_handler(&self, step: Step) -> Option<Message> {
        let last = self.chosen.last()?;
        let choices: Vec<Option<PersonId>> =
            std::iter::once(None).chain(self.handlers.iter().copied().map(Some)).collect();
        next(&choices, Some(last.handler), step).map(|it| Message::HandlerChosen(last.department, it))
    }
}

/// 判断.
#[derive(Debug, Default)]
pub(super) struct Judge {
    pub(super) validity: Option<Validity>,
    pub(super) words: text_editor::Content,
}

impl Judge {
    pub(super) fn is_pristine(&self) -> bool {
        self.validity.is_none() && self.words.text().trim().is_empty()
    }
}

/// 婉转答复.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) words: text_editor::Content,
    first: String,
    pub(super) method: ContactMethod,
    pub(super) outcome: Option<ReplyOutcome>,
}

impl Reply {
    /// The words of the office's script, filled with what is known of the case (K13, B20).
    pub(super) fn of(env: &Env<'_>, complaint: &Complaint) -> Self {
        let first = if complaint.is_complaint() { courteous(env, complaint) } else { String::new() };
        let words = text_editor::Content::with_text(&first);
        Self { words, first, method: ContactMethod::Phone, outcome: None }
    }

    pub(super) fn is_pristine(&self) -> bool {
        self.outcome.is_none() && self.words.text().trim() == self.first.trim()
    }
}

fn courteous(env: &Env<'_>, complaint: &Complaint) -> String {
    let office = env.office();
    let standard = || Script::standard_of(office.language(), ScriptKind::Unfounded);
    let Some(script) = office.scripts().iter().find(|it| it.kind == ScriptKind::Unfounded).or_else(standard) else {
        return String::new();
    };
    let ended = |words: &str| words.trim_end_matches(['。', '.', '！', '!']).to_owned();
    let values = Values {
        company: Some(office.company().to_owned()),
        agent: env.person().map(|it| it.name.to_string()),
        customer: Some(env.texts.customer(&complaint.details.complainant)),
        time: Some(env.texts.day(env.calendar().day_of(complaint.registered.at), env.today())),
        service: Some(complaint.details.product.to_string()),
        result: complaint.judgement.as_ref().map(|it| ended(it.what.reason.as_str())),
        blessing: script::blessings(office.language()).first().map(|it| it.words.clone()),
    };
    let lines = script.path(None).map(|step| {
        let pieces = script::fill(step, &values).into_iter();
        pieces
            .map(|it| match it {
                Piece::Words(words) | Piece::Filled(_, words) => words,
                Piece::Missing(_) | Piece::Unknown(_) => "＿＿".to_owned(),
            })
            .collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// 豁免.
#[derive(Debug)]
pub(super) struct Exempt {
    pub(super) clocks: Vec<ClockKey>,
    pub(super) clock: Option<ClockKey>,
    pub(super) reason: Option<ExemptionReason>,
    pub(super) line: String,
}

impl Exempt {
    /// The clocks that run, the most urgent one chosen.
    pub(super) fn of(complaint: &Complaint) -> Self {
        let clocks = exemptible(complaint);
        let clock = clocks.first().copied();
        Self { clocks, clock, reason: None, line: String::new() }
    }

    pub(super) fn is_pristine(&self) -> bool {
        self.reason.is_none() && self.line.trim().is_empty()
    }
}

/// The clocks that can be exempted, the most urgent one first.
pub(super) fn exemptible(complaint: &Complaint) -> Vec<ClockKey> {
    let mut clocks: Vec<_> = complaint.clocks.running().filter(|it| it.exempt.is_none()).collect();
    clocks.sort_by_key(|it| it.due);
    clocks.into_iter().map(|it| it.key).collect()
}

/// 撤回.
#[derive(Debug)]
pub(super) struct Recall {
    pub(super) order: OrderNo,
    pub(super) line: String,
}

impl Recall {
    pub(super) fn is_pristine(&self) -> bool {
        self.line.trim().is_empty()
    }
}

impl Dock {
    fn dispatch(&mut self) -> Option<&mut Dispatch> {
        match &mut self.work {
            Work::Dispatch(it) | Work::Forward(_, it) => Some(it),
            Work::Judge(_) | Work::Reply(_) | Work::Exempt(_) | Work::Recall(_) | Work::Deed(_) | Work::Look => None,
        }
    }

    pub(super) fn search(&mut self, env: &Env<'_>, query: String) {
        if let Some(it) = self.dispatch()
            && is_meant(env, &it.query, &query) == Meant::Yes
        {
            it.query = query;
        }
    }

    pub(super) fn begin_search(&mut self, letter: char) -> Outcome {
        let Some(it) = self.dispatch() else { return Outcome::Nothing };
        it.query.push(letter);
        let focus = self.ring.go(Seat::Search);
        Outcome::Focus(iced::Task::batch([
            focus,
            iced::widget::operation::move_cursor_to_end(crate::ui::part::form::Stop::id(Seat::Search)),
        ]))
    }

    /// Takes a target: instead of the one before, or beside it.
    pub(super) fn take(&mut self, env: &Env<'_>, pick: Pick) {
        let held = env.modifiers.command();
        let one = matches!(self.work, Work::Forward(..));
        let Some(it) = self.dispatch() else { return };
        if !one && (held || it.several == Several::Yes) {
            it.several = Several::Yes;
            if let Some(place) = it.chosen.iter().position(|it| it.department == pick.department) {
                if it.chosen.remove(place) != pick {
                    it.chosen.push(pick);
                }
            } else {
                it.chosen.push(pick);
            }
        } else {
            it.chosen = vec![pick];
        }
        it.query.clear();
        it.handlers = it.chosen.last().map(|it| targets::handlers(env, it.department)).unwrap_or_default();
    }

    pub(super) fn take_numbered(&mut self, env: &Env<'_>, index: usize) {
        let target = self.targets(env).all.into_iter().nth(index).filter(|it| it.open);
        if let Some(target) = target {
            self.take(env, target.pick);
        }
    }

    /// A card was let go over a target: it is dispatched there at once, to that one alone.
    pub(super) fn drop_on(&mut self, env: &Env<'_>, index: usize) -> Outcome {
        let Some(target) = self.targets(env).all.into_iter().nth(index).filter(|it| it.open) else {
            return Outcome::Nothing;
        };
        if let Some(it) = self.dispatch() {
            it.several = Several::No;
        }
        self.take(env, target.pick);
        self.submit(env)
    }

    pub(super) fn step_target(&mut self, env: &Env<'_>, step: Step) -> Outcome {
        let picks: Vec<Pick> = self.targets(env).all.into_iter().filter(|it| it.open).map(|it| it.pick).collect();
        let Some(it) = self.dispatch() else { return Outcome::Nothing };
        let here = it.chosen.last().copied();
        let several = std::mem::replace(&mut it.several, Several::No);
        if let Some(pick) = next(&picks, here, step) {
            self.take(env, pick);
        }
        let Some(it) = self.dispatch() else { return Outcome::Nothing };
        it.several = several;
        let last = it.chosen.last().copied();
        let place = self.targets(env).all.iter().position(|it| Some(it.pick) == last);
        let shown = place.map(|it| reveal(LIST, Stop::id(Seat::Target(it))));
        shown.map_or(Outcome::Nothing, Outcome::Focus)
    }

    pub(super) fn choose_handler(&mut self, pick: Pick) {
        if let Some(it) = self.dispatch()
            && let Some(chosen) = it.chosen.iter_mut().find(|it| it.department == pick.department)
        {
            *chosen = pick;
        }
    }

    pub(super) fn toggle_several(&mut self) {
        if let Some(it) = self.dispatch() {
            it.several = match it.several {
                Several::No => Several::Yes,
                Several::Yes => Several::No,
            };
            if it.several == Several::No {
                it.chosen.truncate(1);
            }
        }
    }

    pub(super) fn note(&mut self, env: &Env<'_>, note: String) {
        if let Some(it) = self.dispatch()
            && is_meant(env, &it.note, &note) == Meant::Yes
        {
            it.note = note;
        }
    }

    pub(super) fn judge(&mut self, validity: Validity) {
        if let Work::Judge(it) = &mut self.work {
            it.validity = Some(validity);
        }
    }

    pub(super) fn edit(&mut self, action: text_editor::Action) {
        match &mut self.work {
            Work::Judge(it) => it.words.perform(action),
            Work::Reply(it) => it.words.perform(action),
            Work::Deed(it) => it.words.perform(action),
            Work::Dispatch(_) | Work::Forward(..) | Work::Exempt(_) | Work::Recall(_) | Work::Look => {}
        }
    }

    pub(super) fn choose_method(&mut self, method: ContactMethod) {
        match &mut self.work {
            Work::Reply(it) => it.method = method,
            Work::Deed(it) => it.method = method,
            Work::Dispatch(_) | Work::Forward(..) | Work::Judge(_) | Work::Exempt(_) | Work::Recall(_) | Work::Look => {
            }
        }
    }

    pub(super) fn choose_outcome(&mut self, outcome: ReplyOutcome) {
        if let Work::Reply(it) = &mut self.work {
            it.outcome = Some(outcome);
        }
    }

    pub(super) fn choose_clock(&mut self, clock: ClockKey) {
        if let Work::Exempt(it) = &mut self.work {
            it.clock = Some(clock);
        }
    }

    pub(super) fn choose_reason(&mut self, reason: ExemptionReason) {
        if let Work::Exempt(it) = &mut self.work {
            it.reason = Some(reason);
        }
    }

    pub(super) fn type_line(&mut self, env: &Env<'_>, line: String) {
        let before = match &mut self.work {
            Work::Exempt(it) => &mut it.line,
            Work::Recall(it) => &mut it.line,
            Work::Deed(it) => &mut it.line,
            Work::Dispatch(_) | Work::Forward(..) | Work::Judge(_) | Work::Reply(_) | Work::Look => return,
        };
        if is_meant(env, before, &line) == Meant::Yes {
            *before = line;
        }
    }
}
