//! 跟进与复查: who watches the case, what was learnt from it, what is still to be done (A11, A21, D20, D21, D23, F04).

use iced::widget::{Row, column, container, row};
use iced::{Center, Length};

use super::Message;
use super::ask::{Gate, OVERSIGHT};
use super::form::Sheet;
use super::sheet::{cloaked, fact, section_head, stamp};
use crate::domain::complaint::Stamp;
use crate::domain::moment::Moment;
use crate::domain::text::Prose;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{badge, body, hint};

impl<'a> Sheet<'a> {
    /// The section; nothing for an approver, who decides first.
    pub fn oversight(&self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        if self.decides(env) {
            return None;
        }
        let texts = env.texts;
        let complaint = self.case.complaint;
        let person = |it| texts.person(env.office(), it);
        let group = complaint.group.as_ref().map(|it| {
            let members = texts.list(it.members.iter().map(|it| person(*it)));
            let words = texts.joined([texts.handling_group_leader(person(it.leader)), members]);
            fact(env, texts.handling_fact_group(), words)
        });
        let reviews = complaint.reviews.iter().map(|it| told(env, texts.handling_fact_review(), &it.what, it.stamp));
        let held = complaint.accountability.iter().map(|it| {
            let what = texts.joined([it.what.person.as_str(), it.what.measure.as_str()]);
            let lines = column![body(what), cloaked(env, &it.what.words), hint(stamp(env, it.stamp))].spacing(2);
            super::sheet::fact_of(env, texts.handling_fact_held(), lines)
        });
        let improvements = complaint.improvements.iter().map(|it| {
            let task = Task { words: &it.what.measure, owner: it.what.owner, due: Some(it.what.due) };
            task.view(env, texts.handling_fact_improvement(), it.finished.as_ref().map(|it| (&it.what, it.stamp)))
        });
        let follow_ups = complaint.follow_ups.iter().map(|it| {
            let task = Task { words: &it.what.words, owner: it.what.owner, due: it.what.due };
            task.view(env, texts.name(it.what.kind), it.finished.as_ref().map(|it| (&it.what, it.stamp)))
        });
        let open = OVERSIGHT.into_iter().filter(|it| self.case.gate(env, *it) == Gate::Open);
        let buttons: Vec<Element<'a, Message>> =
            open.filter(|it| self.draft.open != Some(*it)).map(|it| self.foot(env, it)).collect();
        let buttons = (!buttons.is_empty()).then(|| Row::with_children(buttons).spacing(4).wrap());
        let content = column![fact(env, texts.handling_fact_tracking(), person(complaint.tracking))]
            .push(group)
            .extend(reviews)
            .extend(held)
            .extend(improvements)
            .extend(follow_ups)
            .push(buttons)
            .spacing(6);
        Some(column![section_head(icon::EYE, texts.handling_section_oversight(), None), content].spacing(4).into())
    }
}

fn told<'a>(env: &Env<'a>, name: &'a str, words: &'a Prose, by: Stamp) -> Element<'a, Message> {
    super::sheet::fact_of(env, name, column![cloaked(env, words), hint(stamp(env, by))].spacing(2))
}

/// Something that somebody is to do.
struct Task<'a> {
    words: &'a Prose,
    owner: crate::domain::id::PersonId,
    due: Option<Moment>,
}

impl<'a> Task<'a> {
    fn view(&self, env: &Env<'a>, name: &'a str, finished: Option<(&'a Prose, Stamp)>) -> Element<'a, Message> {
        let texts = env.texts;
        let by = self.due.map(|it| texts.moment(env.calendar().local(it), env.today()));
        let late = finished.is_none() && self.due.is_some_and(|it| it <= env.now);
        let state = match (finished, late) {
            (Some(_), _) => badge(Tone::Success, texts.handling_task_done()),
            (None, true) => badge(Tone::Late, texts.handling_task_late()),
            (None, false) => badge(Tone::Paused, texts.handling_task_open()),
        };
        let who = texts.joined([texts.person(env.office(), self.owner), by.unwrap_or_default()]);
        let came = finished.map(|(words, by)| column![cloaked(env, words), hint(stamp(env, by))].spacing(2));
        let head = row![state, hint(who)].spacing(6).align_y(Center);
        let lines = column![container(cloaked(env, self.words)).width(Length::Fill), head].push(came).spacing(2);
        super::sheet::fact_of(env, name, lines)
    }
}
