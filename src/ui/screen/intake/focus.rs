//! Where the keyboard is: stops, sections, gaps.

use super::form::{Sending, Tick, Way};
use super::found::By;
use super::keeping::{Asked, List};
use super::layout::{self, Pane};
use super::stop::{Section, Stop};
use super::{FORM, Message, State, caller};
use crate::books::customers::Who;
use crate::domain::complaint::terms::Kind;
use crate::domain::office::ChannelKind;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::Stop as _;
use crate::ui::part::form::{Step, reveal};
use crate::ui::part::lookup;
use crate::ui::screen::Action;
use iced::Task;
use iced::widget::Id;

/// Where the keyboard is.
impl State {
    /// Every stop that can be reached now, in reading order; the primary verb last.
    pub(super) fn stops(&self, env: &Env<'_>) -> Vec<Stop> {
        let relayed = self.form.channel.and_then(|it| env.office().channel(it));
        let relayed = relayed.is_some_and(|it| it.kind == ChannelKind::Relayed);
        let mut stops = Vec::new();
        stops.extend((!self.drafts().is_empty()).then_some(Stop::Drafts));
        stops.extend([Stop::Kind, Stop::Phone, Stop::Name, Stop::Salutation, Stop::Channel]);
        stops.extend((!self.choices.channels.is_empty()).then_some(Stop::MoreChannels));
        stops.extend(relayed.then_some(Stop::SourceParty));
        stops.extend([Stop::Identity, Stop::MoreCaller]);
        if self.more.caller {
            stops.extend([Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests]);
        }
        stops.extend([Stop::Product, Stop::Order, Stop::Category, Stop::Occurred]);
        stops.extend((0..).zip(&self.found.suggestions).map(|(index, _)| Stop::Suggestion(index)));
        stops.extend([Stop::Content, Stop::Remedies, Stop::RemedyWords]);
        stops.extend((0..).zip(&self.form.attachments).map(|(index, _)| Stop::File(index)));
        stops.push(Stop::Restated);
        stops.extend(env.folder.map(|_| Stop::Attach));
        stops.push(Stop::MoreMatter);
        if self.more.matter {
            stops.extend([Stop::Place, Stop::Amount, Stop::WantedBy, Stop::Customers, Stop::Complexity]);
        }
        if self.form.kind == Kind::Complaint && self.form.way() != Way::Merge {
            stops.extend([Stop::Validity, Stop::Reason, Stop::Severity, Stop::Urgency]);
            if self.form.way() == Way::Dispatch {
                stops.extend([Stop::Promise, Stop::Told]);
                stops.extend(self.form.has_tick(Tick::Told).then_some(Stop::ToldBy));
            }
            stops.extend([Stop::Safety, Stop::Media]);
        }
        match self.form.way() {
            Way::Dispatch => stops.extend([Stop::Department, Stop::Handler, Stop::Helpers]),
            Way::Reply => stops.extend([Stop::Answer, Stop::Method, Stop::Outcome]),
            Way::Solve => stops.extend([Stop::Solution, Stop::Satisfied]),
            Way::Merge => {}
        }
        stops.extend(self.stops_beside(env));
        stops.push(Stop::Keep);
        if self.form.way() != Way::Merge {
            stops.extend([Stop::Solve, Stop::RegisterOnly]);
        }
        stops.push(Stop::Primary);
        stops
    }

    /// The stops of the right pane.
    pub(super) fn stops_beside(&self, env: &Env<'_>) -> Vec<Stop> {
        let mut stops = Vec::new();
        stops.extend(self.offers_another().then_some(Stop::Another));
        for (index, (id, _)) in (0..).zip(&self.found.candidates) {
            stops.push(Stop::Compare(index));
            if self.found.decision(&self.form, index).is_none() {
                stops.push(Stop::Link(index));
                stops.extend(self.found.takes_call.contains(id).then_some(Stop::Same(index)));
            }
            stops.push(Stop::Apart(index));
        }
        if self.found.by != By::Number || self.found.callers.len() > 1 {
            stops.extend((0..).zip(&self.found.callers).map(|(index, _)| Stop::Caller(index)));
        }
        stops.extend(self.file_of_caller(env).map(|_| Stop::Customer));
        stops.extend((0..).zip(&self.found.orders).map(|(index, _)| Stop::Bought(index)));
        let history = (0..).zip(&self.found.history).take(caller::MOST_HISTORY);
        stops.extend(history.map(|(index, _)| Stop::History(index)));
        stops.extend(self.last.map(|_| Stop::Copy));
        stops
    }

    /// The one customer whose file the pane leads to.
    pub(super) fn file_of_caller(&self, env: &Env<'_>) -> Option<Who> {
        let who = self.met.or_else(|| self.found.callers.first().copied())?;
        let one = self.found.callers.contains(&who)
            && (self.met.is_some() || (self.found.callers.len() == 1 && self.found.by == By::Number));
        (one && crate::ui::screen::customers::may_read(env)).then_some(who)
    }

    pub(super) fn go(&mut self, env: &Env<'_>, stop: Stop) -> Task<Message> {
        self.settle(env, stop);
        self.turn_to(stop);
        self.close_lookups(stop);
        self.phrases.close();
        if stop != Stop::Drafts {
            self.keeping.list = List::Closed;
        }
        let gone = self.ring.go(stop);
        if stop.section().is_some() {
            gone.chain(reveal(FORM, stop.id()))
        } else if stop.is_beside() {
            gone.chain(reveal(caller::PANE, stop.id()))
        } else {
            // Head and foot do not scroll.
            gone
        }
    }

    pub(super) fn step(&mut self, env: &Env<'_>, step: Step) -> Task<Message> {
        let stops = self.stops(env);
        let mut ring = self.ring;
        let _moved: Task<Message> = ring.step(&stops, step);
        ring.at().map_or_else(Task::none, |it| self.go(env, it))
    }

    /// What was typed as `+2` stands still once the keyboard has left.
    pub(super) fn settle(&mut self, env: &Env<'_>, next: Stop) {
        if let Some(before) = self.ring.at().filter(|it| *it != next) {
            self.form.settle(env, before);
        }
    }

    pub(super) fn close_lookups(&mut self, stop: Stop) {
        let all = [
            (Stop::Category, &mut self.lookups.category),
            (Stop::Department, &mut self.lookups.department),
            (Stop::Handler, &mut self.lookups.handler),
            (Stop::Helpers, &mut self.lookups.helpers),
            (Stop::MoreChannels, &mut self.lookups.channels),
        ];
        for (it, lookup) in all {
            if it != stop {
                *lookup = lookup::Lookup::Closed;
            }
        }
    }

    pub(super) fn focus_found(
        &mut self,
        env: &Env<'_>,
        step: Option<Step>,
        id: Option<&Id>,
    ) -> Effect<Message, Action> {
        let stops = self.stops(env);
        if let Some(at) = stops.iter().copied().find(|it| id == Some(&it.id())) {
            self.settle(env, at);
            self.close_lookups(at);
            self.ring.found(&stops, id);
        }
        match step {
            Some(step) => self.step(env, step).into(),
            None => Effect::none(),
        }
    }

    /// Ctrl+Tab: to the right pane and back to where the keyboard was.
    pub(super) fn step_pane(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let stops = self.stops(env);
        let beside = self.ring.at().is_some_and(Stop::is_beside);
        let to = if beside || self.shows_caller_only(env) {
            self.came_from.filter(|it| stops.contains(it)).unwrap_or(Stop::Phone)
        } else {
            self.came_from = self.ring.at();
            // What has to be decided comes before what can be filled in.
            let open = self.found.undecided(&self.form).first().map(|it| Stop::Link(*it));
            let first =
                || stops.iter().copied().find(|it| it.is_beside() && !matches!(it, Stop::Another | Stop::Compare(_)));
            match open.or_else(|| self.found.orders.first().map(|_| Stop::Bought(0))).or_else(first) {
                Some(to) => to,
                // Nothing there takes the keyboard; where one pane covers the other it is read all the same.
                None if layout::beside(env).is_none() => {
                    self.pane = Pane::Caller;
                    return Effect::task(self.ring.leave());
                }
                None => return Effect::none(),
            }
        };
        self.go(env, to).into()
    }

    pub(super) fn leave(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(at) = self.ring.at() else {
            return if self.form.is_empty() { Effect::none() } else { self.again(env) };
        };
        self.form.settle(env, at);
        let _timer = self.notice(env);
        let kept = self.keep(env, Asked::ByItself);
        Effect::task(Task::batch([kept, self.ring.leave()]))
    }

    pub(super) fn step_section(&mut self, env: &Env<'_>, step: Step) -> Effect<Message, Action> {
        let sections = self.sections();
        let here = self.ring.at().and_then(Stop::section);
        let here = here.and_then(|it| sections.iter().position(|section| *section == it));
        let to = match (here, step) {
            (Some(here), Step::Next) => (here + 1) % sections.len(),
            (Some(here), Step::Previous) => (here + sections.len() - 1) % sections.len(),
            (None, Step::Next) => 0,
            (None, Step::Previous) => sections.len() - 1,
        };
        self.open_section(env, sections[to])
    }

    pub(super) fn open_section(&mut self, env: &Env<'_>, section: Section) -> Effect<Message, Action> {
        let stops = self.stops(env);
        let first = stops.iter().copied().find(|it| it.section() == Some(section) && *it != Stop::Kind);
        match first {
            Some(stop) => self.go(env, stop).into(),
            None => Effect::none(),
        }
    }

    pub(super) fn sections(&self) -> Vec<Section> {
        let has_judgement = self.form.kind == Kind::Complaint && self.form.way() != Way::Merge;
        let shown = |it: &Section| *it != Section::Judgement || has_judgement;
        Section::ALL.into_iter().filter(shown).collect()
    }

    /// What stands in the way of sending, undecided repeats after the fields.
    pub(super) fn gaps(&self, env: &Env<'_>, sending: Sending) -> Vec<Stop> {
        let mut gaps = self.form.gaps(env, sending);
        // A fact names only what is on the disk.
        gaps.extend(self.files.is_keeping().then_some(Stop::Attach));
        if sending == Sending::Whole(Way::Dispatch) {
            gaps.extend(self.found.undecided(&self.form).into_iter().map(Stop::Link));
        }
        gaps
    }

    /// To the gap after the place where the keyboard is, round at the end.
    pub(super) fn go_to_gap(&mut self, env: &Env<'_>, sending: Sending) -> Effect<Message, Action> {
        self.tried = true;
        self.take_typed(env);
        let gaps = self.gaps(env, sending);
        let after = self.ring.at().and_then(|at| gaps.iter().copied().find(|it| at < *it));
        let next = after.or_else(|| gaps.first().copied()).unwrap_or(Stop::Primary);
        self.show_stop(next);
        self.go(env, next).into()
    }

    /// A gap in a rarer field brings it into sight.
    pub(super) fn show_stop(&mut self, stop: Stop) {
        let caller = [Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests];
        self.more.caller |= caller.contains(&stop);
        let matter = [Stop::Place, Stop::Amount, Stop::WantedBy, Stop::Customers, Stop::Complexity];
        self.more.matter |= matter.contains(&stop);
    }
}
