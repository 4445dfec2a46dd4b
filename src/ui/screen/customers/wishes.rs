//! What is asked of the desk, and what is said when it answers.

use super::allot::Allotting;
use super::draft::file;
use super::leave::Leave;
use super::sight;
use super::{Action, Did, Jotting, MOST, Message, Over, ROWS, SHOWN, State, said};
use crate::app::{Desk, Done, Refused, Request, Several};
use crate::books::customers::{Filter, Who};
use crate::domain::complaint::words::SightRuling;
use crate::domain::customer::{Command, Profile, Verb};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::text::{Line, Prose};
use crate::ui::effect::Effect;
use crate::ui::env::Env;

/// One command to a customer: who has no file gets one in the same batch.
fn request(env: &Env<'_>, who: Who, command: Command) -> Option<Request> {
    match file(who) {
        Some(id) => Some(Request::customer(env.me, id, command)),
        None => Some(Request::open(env.me, env.books.customers().profile(who)?).and(command)),
    }
}

fn told(done: Result<Done, Refused>) -> Result<CustomerId, Refused> {
    done.and_then(|it| it.customer().ok_or(Refused::Nothing))
}

/// One of two customers, and what opens a file for who has none.
type Half = (Who, Option<Profile>);

/// Does to the second what names the first; who has no file gets one before.
async fn both(
    desk: Desk,
    me: PersonId,
    (first, second): (Half, Half),
    command: fn(CustomerId) -> Command,
) -> Result<CustomerId, Refused> {
    let other = match (file(first.0), first.1) {
        (Some(id), _) => id,
        (None, Some(profile)) => told(desk.act(Request::open(me, profile)).await)?,
        (None, None) => return Err(Refused::Nothing),
    };
    let command = command(other);
    let request = match (file(second.0), second.1) {
        (Some(id), _) => Request::customer(me, id, command),
        (None, Some(profile)) => Request::open(me, profile).and(command),
        (None, None) => return Err(Refused::Nothing),
    };
    told(desk.act(request).await)
}

impl State {
    fn act(&mut self, env: &Env<'_>, did: Did, request: Option<Request>) -> Effect<Message, Action> {
        let Some(request) = request.filter(|_| !self.busy) else { return Effect::none() };
        self.busy = true;
        self.refused = None;
        let (done, me) = (env.desk.act(request), env.me);
        Effect::perform(async move { told(done.await) }, move |it| Message::Acted(me, did, Box::new(it)))
    }

    pub(super) fn save(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(draft) = &self.draft else { return Effect::none() };
        let Ok(profile) = draft.profile() else { return Effect::none() };
        let boxed = Box::new(profile.clone());
        let (verb, request) = match (draft.who.and_then(file), draft.seen) {
            (Some(id), seen) => {
                let request = Request::customer(env.me, id, Command::Change { profile: boxed });
                (Verb::Change, seen.map_or(request.clone(), |it| request.seen(it)))
            }
            (None, _) => (Verb::Open, Request::open(env.me, profile)),
        };
        self.act(env, Did::Plain(verb), Some(request))
    }

    pub(super) fn jot(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let (Some(who), Ok(words)) = (self.who(env), Prose::new(&self.jotting.words)) else { return Effect::none() };
        let command = match self.jotting.contacted {
            None => Command::Note { words },
            Some(method) => Command::Contact { method, words },
        };
        let verb = command.verb();
        self.act(env, Did::Plain(verb), request(env, who, command))
    }

    pub(super) fn assign(&mut self, env: &Env<'_>, owner: Option<PersonId>) -> Effect<Message, Action> {
        let Some(who) = self.who(env) else { return Effect::none() };
        let before = env.books.customers().owner(who);
        if owner == before {
            return Effect::none();
        }
        self.act(env, Did::Assigned(before), request(env, who, Command::Assign { owner }))
    }

    /// What is masked is shown for half a minute, and that is recorded.
    pub(super) fn reveal(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let purpose = self.purpose.as_deref().and_then(|it| Line::new(it).ok());
        let (Some(who), Some(purpose)) = (self.who(env), purpose) else { return Effect::none() };
        // By leave it is the file that was asked for that is read, and there it is recorded.
        let leave = || env.books.customers().leave(who, sight::view(env)).map(|it| Who::File(it.of));
        let read = if sight::may_do(env, Verb::Reveal) { who } else { leave().unwrap_or(who) };
        self.act(env, Did::Plain(Verb::Reveal), request(env, read, Command::Reveal { purpose }))
    }

    pub(super) fn merge(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.on_both(env, Did::Merged, |into| Command::Merge { into })
    }

    pub(super) fn tell_apart(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.on_both(env, Did::Plain(Verb::TellApart), |other| Command::TellApart { other })
    }

    fn on_both(&mut self, env: &Env<'_>, did: Did, command: fn(CustomerId) -> Command) -> Effect<Message, Action> {
        let Over::Merge(merging) = &self.over else { return Effect::none() };
        let Some(second) = merging.second.filter(|_| !self.busy) else { return Effect::none() };
        let known = |who: Who| (who, env.books.customers().profile(who));
        let done = both(env.desk.clone(), env.me, (known(merging.first), known(second)), command);
        self.busy = true;
        self.refused = None;
        let me = env.me;
        Effect::perform(done, move |it| Message::Acted(me, did, Box::new(it)))
    }

    /// 向主管申请查看
    pub(super) fn send_leave(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let reason = self.leave.reason().and_then(|it| Line::new(it).ok());
        let (Some(who), Some(reason)) = (self.who(env), reason) else { return Effect::none() };
        self.act(env, Did::Plain(Verb::AskSight), request(env, who, Command::AskSight { reason }))
    }

    /// Answers the one who waits longest, on the file that was asked for.
    pub(super) fn rule(&mut self, env: &Env<'_>, person: PersonId) -> Effect<Message, Action> {
        let asked = self.who(env).and_then(|it| Self::waiting(env, it));
        let Some((id, _)) = asked.filter(|(_, it)| it.asked.stamp.by == person) else { return Effect::none() };
        let (hours, words) = self.leave.ruling();
        let words = Line::new(words).ok();
        let ruling = match (hours, words) {
            (Some(hours), words) => SightRuling::Grant { hours, words },
            (None, Some(reason)) => SightRuling::Decline { reason },
            (None, None) => return Effect::none(),
        };
        let command = Command::AnswerSight { person, ruling };
        self.act(env, Did::Plain(Verb::AnswerSight), Some(Request::customer(env.me, id, command)))
    }

    pub(super) fn unmerge(&mut self, env: &Env<'_>, id: CustomerId) -> Effect<Message, Action> {
        self.act(env, Did::Plain(Verb::Unmerge), Some(Request::customer(env.me, id, Command::Unmerge)))
    }

    /// Proposes keepers for those whom nobody keeps, the newest first.
    pub(super) fn ask_allot(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let customers = env.books.customers();
        let list = customers.list(Filter::Unallotted, &self.query, MOST);
        let wanting: Vec<Who> = list.hits.into_iter().map(|it| it.who).collect();
        self.over = Over::Allot(Allotting::of(env, wanting));
        self.refused = None;
        Effect::task(self.keyboard.go(super::allot::DO))
    }

    pub(super) fn allot(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Over::Allot(Allotting { proposed, .. }) = &self.over else { return Effect::none() };
        if self.busy || proposed.is_empty() {
            return Effect::none();
        }
        let assign =
            |(who, owner): &(Who, PersonId)| Some((*who, request(env, *who, Command::Assign { owner: Some(*owner) })?));
        let requests = proposed.iter().filter_map(assign).collect();
        self.busy = true;
        let me = env.me;
        Effect::perform(env.desk.each(requests), move |it| Message::ActedMany(me, Did::Allotted, Box::new(it)))
    }

    pub(super) fn reassign(env: &Env<'_>, before: Vec<(CustomerId, Option<PersonId>)>) -> Effect<Message, Action> {
        let back = |(id, owner)| (Who::File(id), Request::customer(env.me, id, Command::Assign { owner }));
        let requests = before.into_iter().map(back).collect();
        let me = env.me;
        Effect::perform(env.desk.each(requests), move |it| Message::ActedMany(me, Did::Reassigned, Box::new(it)))
    }

    pub(super) fn acted(
        &mut self,
        env: &Env<'_>,
        did: &Did,
        reply: Result<CustomerId, Refused>,
    ) -> Effect<Message, Action> {
        self.busy = false;
        let texts = env.texts;
        let id = match reply {
            Ok(id) => id,
            Err(refused) => {
                self.refused = Some(refused);
                return Effect::none();
            }
        };
        let number = id.written();
        match did {
            Did::Plain(verb) => {
                let words = texts.cust_said(number, texts.name(*verb));
                match verb {
                    Verb::Open | Verb::Change => {
                        self.draft = None;
                        self.chosen = Some(Who::File(id));
                        return Effect::action(said(words, None)).and_task(self.keyboard.go(ROWS));
                    }
                    Verb::Note | Verb::Contact => self.jotting = Jotting::default(),
                    Verb::AskSight | Verb::AnswerSight => self.leave = Leave::default(),
                    Verb::Reveal => {
                        self.purpose = None;
                        self.revealed = Some((id, env.now + SHOWN));
                    }
                    Verb::TellApart => {
                        self.over = Over::Nothing;
                        return Effect::action(said(words, None)).and_task(self.keyboard.go(ROWS));
                    }
                    Verb::Assign | Verb::Merge | Verb::Unmerge => {}
                }
                Effect::action(said(words, None))
            }
            Did::Assigned(before) => {
                let undo = Message::Reassign(vec![(id, *before)]);
                Effect::action(said(texts.cust_said(number, texts.name(Verb::Assign)), Some(undo)))
            }
            Did::Merged => {
                let first = if let Over::Merge(it) = &self.over { file(it.first) } else { None };
                let into = first.or_else(|| env.books.customers().file(id).and_then(|it| it.into));
                self.over = Over::Nothing;
                let words = match into {
                    Some(into) => texts.cust_said_merged(into.written(), number),
                    None => texts.cust_said(number, texts.name(Verb::Merge)),
                };
                Effect::action(said(words, Some(Message::Unmerge(id)))).and_task(self.keyboard.go(ROWS))
            }
            Did::Allotted | Did::Reassigned => Effect::none(),
        }
    }

    pub(super) fn acted_many(&mut self, env: &Env<'_>, did: &Did, several: Several<Who>) -> Effect<Message, Action> {
        self.busy = false;
        let ids: Vec<CustomerId> = several.done.iter().filter_map(|(_, it)| it.customer()).collect();
        let done: Vec<Who> = several.done.iter().map(|(who, _)| *who).collect();
        // Nobody is named here: the reason that was met first is told, and how many it or another kept away.
        self.refused = several.refused.into_iter().next().map(|(_, it)| it);
        if ids.is_empty() {
            return Effect::none();
        }
        if *did == Did::Reassigned {
            return Effect::action(said(env.texts.cust_said_given_back(ids.len()), None));
        }
        match &mut self.over {
            Over::Allot(allotting) if self.refused.is_some() => allotting.without(&done),
            over => *over = Over::Nothing,
        }
        let undo = Message::Reassign(ids.iter().map(|it| (*it, None)).collect());
        Effect::action(said(env.texts.cust_said_allotted(ids.len()), Some(undo))).and_task(self.keyboard.go(ROWS))
    }
}
