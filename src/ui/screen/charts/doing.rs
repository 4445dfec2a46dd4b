//! What the page does: another period, another mark, a file.

use super::super::{Action, Place, Said};
use super::model::{Mark, Which};
use super::picture::{Format, Sheet, Trouble};
use super::{CASES, Export, Message, Panel, State, Stop, filters, panel};
use crate::books::board::Given;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::reveal;
use crate::ui::part::period::{self, Length as Long, Period};
use crate::ui::ticket::Ticket;
use std::sync::Arc;

impl State {
    pub(super) fn turn_period(&mut self, env: &Env<'_>, message: period::Message) -> Effect<Message, Action> {
        self.menu = None;
        let shown = self.period(env);
        let (task, chosen) = self.picker.update(&env.frame, shown, message);
        let effect = chosen.map_or_else(Effect::none, |it| self.choose_period(env, it));
        effect.and_task(task.map(Message::Period))
    }

    /// 在列表中打开: the cases behind the mark on the board, as a list.
    pub(super) fn open_list(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let Some(mark) = self.mark(env) else { return Effect::none() };
        let found = self.found(env, mark);
        let name = env.texts.charts_list_name(panel::title(env, mark));
        Effect::action(Action::List(Given { name, ids: Arc::new(found.cases.iter().copied().collect()) }))
    }

    pub(super) fn choose_period(&mut self, env: &Env<'_>, period: Period) -> Effect<Message, Action> {
        self.period = Some(period);
        self.hovered = None;
        self.begin_anew();
        if self.mark(env).is_none() {
            self.panel = Panel::Closed;
        }
        Effect::none()
    }

    pub(super) fn begin_anew(&mut self) {
        (self.stop, self.row, self.shown) = (Stop::Charts, 0, CASES);
    }

    pub(super) fn drill(&mut self, mark: Mark) -> Effect<Message, Action> {
        self.chosen = Some(mark);
        self.panel = Panel::Open;
        self.hovered = None;
        self.begin_anew();
        Effect::none()
    }

    pub(super) fn moved(&mut self, env: &Env<'_>, (right, down): (isize, isize)) -> Effect<Message, Action> {
        if let Export::Asking(which, format) = self.export {
            self.export = Export::Asking(which.beside(down), format.beside(right));
            return Effect::none();
        }
        let Some(mark) = self.mark(env) else {
            self.chosen = self.model(env).0.first(Which::Pareto);
            return Effect::none();
        };
        match self.stop {
            Stop::Charts => {
                self.chosen = Some(self.model(env).0.moved(mark, (right, down)));
                self.begin_anew();
                Effect::none()
            }
            Stop::Cases => {
                let last = self.found(env, mark).cases.len().min(self.shown).saturating_sub(1);
                self.row = self.row.saturating_add_signed(down).min(last);
                reveal(panel::LIST, panel::row_id(self.row)).into()
            }
        }
    }

    pub(super) fn stepped(&mut self, env: &Env<'_>, by: isize) -> Effect<Message, Action> {
        let open = self.panel == Panel::Open && self.mark(env).is_some_and(|it| !self.found(env, it).cases.is_empty());
        if self.stop == Stop::Cases {
            self.stop = Stop::Charts;
        } else if open {
            self.stop = Stop::Cases;
        } else {
            let (model, _) = self.model(env);
            let from = self.mark(env).map(Mark::chart);
            let start = match from {
                Some(which) => which.beside(by),
                None if by < 0 => Which::Votes,
                None => Which::Pareto,
            };
            let mut order = (0..4).map(|it| start.beside(it * by.signum()));
            self.chosen = order.find_map(|it| model.first(it));
        }
        Effect::none()
    }

    pub(super) fn enter(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        if let Export::Asking(which, format) = self.export {
            return self.export(env, (which, format));
        }
        let Some(mark) = self.mark(env) else { return Effect::none() };
        if self.stop == Stop::Cases {
            let found = self.found(env, mark);
            return match found.cases.get(self.row) {
                Some(id) => Effect::action(Action::Show(Place::Handling, *id)),
                None => Effect::none(),
            };
        }
        self.drill(mark)
    }

    pub(super) fn can_go_back(&self) -> bool {
        matches!(self.export, Export::Asking(..))
            || self.stop == Stop::Cases
            || self.panel == Panel::Open
            || self.chosen.is_some()
    }

    /// One step out: the menu, the list, the panel, the mark.
    pub(super) fn back(&mut self) -> Effect<Message, Action> {
        if matches!(self.export, Export::Asking(..)) {
            self.export = Export::Idle;
        } else if self.stop == Stop::Cases {
            self.stop = Stop::Charts;
        } else if self.panel == Panel::Open {
            self.panel = Panel::Closed;
        } else {
            self.chosen = None;
        }
        Effect::none()
    }

    pub(super) fn close_panel(&mut self) -> Effect<Message, Action> {
        self.panel = Panel::Closed;
        self.stop = Stop::Charts;
        Effect::none()
    }

    /// A chart that is left may say so after the next one was entered.
    pub(super) fn hover(&mut self, which: Which, words: Option<String>) -> Effect<Message, Action> {
        match words {
            Some(words) => self.hovered = Some((which, words)),
            None if self.hovered.as_ref().is_some_and(|it| it.0 == which) => self.hovered = None,
            None => {}
        }
        Effect::none()
    }

    pub(super) fn ask_export(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.export = match self.export {
            Export::Idle if !self.model(env).0.is_empty() => {
                Export::Asking(self.mark(env).map_or(Which::Pareto, Mark::chart), Format::Png)
            }
            Export::Idle | Export::Asking(..) => Export::Idle,
            Export::Busy(ticket) => Export::Busy(ticket),
        };
        Effect::none()
    }

    pub(super) fn export(&mut self, env: &Env<'_>, (which, format): (Which, Format)) -> Effect<Message, Action> {
        let (model, _) = self.model(env);
        let period = match which {
            Which::Trend => Period::of(Long::Month, model.trend.months.last().map_or(env.today(), |it| it.first_day())),
            Which::Pareto | Which::Heat | Which::Votes => self.period(env),
        };
        let about = (env.texts, env.office().name());
        let narrow = filters::in_words(env, &self.narrow);
        let sheet = Sheet::of(&model, which, about, (&period.name(env.texts), &narrow));
        let ticket = self.tickets.draw();
        self.export = Export::Busy(ticket);
        self.trouble = None;
        Effect::perform(sheet.save(format), move |outcome| Message::Exported(ticket, (which, format), outcome))
    }

    pub(super) fn exported(
        &mut self,
        env: &Env<'_>,
        ticket: Ticket,
        ((which, format), outcome): ((Which, Format), Result<Option<String>, Trouble>),
    ) -> Effect<Message, Action> {
        if self.export != Export::Busy(ticket) {
            return Effect::none();
        }
        self.export = Export::Idle;
        match outcome {
            Ok(None) => Effect::none(),
            Ok(Some(file)) => {
                let words = env.texts.charts_export_done(which.name(env.texts), file);
                Effect::action(Action::Say(Said { words, undo: None }))
            }
            Err(trouble) => {
                self.trouble = Some((which, format, trouble));
                Effect::none()
            }
        }
    }
}
