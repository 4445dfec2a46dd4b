//! The versions of a plan: each as it was written, beside the one before it.

use super::Message;
use super::ask::{Ask, Gate};
use super::draft::Section;
use super::form::Sheet;
use super::sheet::{cloaked, fact, fact_of, section_head, stamp};
use crate::domain::complaint::state::{Plan, Ruling};
use crate::domain::complaint::words::{Agreement, Compensation};
use crate::domain::complaint::{OrderStage, WorkOrder};
use crate::ui::env::{Cloak, Env};
use crate::ui::part::difference::changed;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{Part, badge, badge_icon, body, hint, line_across, segment, strong};
use crate::ui::{icon, style};
use iced::widget::{column, container, rich_text, row, space, span};
use iced::{Center, Length, Top};

impl<'a> Sheet<'a> {
    /// 方案 (D09–D14): version tabs, the version that is looked at, the customer's answer, what changed.
    pub fn plans(&self, env: &Env<'a>, order: &'a WorkOrder, width: f32) -> Element<'a, Message> {
        if self.decides(env) {
            return Self::compared(env, order);
        }
        let newest = order.plan();
        let summary = newest.map(|it| it.proposal.measures.to_string()).unwrap_or_default();
        let over = matches!(order.stage, OrderStage::HandedIn | OrderStage::Ended);
        let begun = order.investigation.is_some();
        let open = || {
            let version = self.draft.version.or(newest.map(|it| it.version));
            let shown = order.plans.iter().find(|it| Some(it.version) == version);
            let before = shown.and_then(|it| order.plans.iter().find(|other| other.version + 1 == it.version));
            let tabs = (1 < order.plans.len()).then(|| {
                let parts = order.plans.iter().map(|it| {
                    let name = env.texts.joined([env.texts.event_version(it.version), plan_state(env, order, it)]);
                    Part::new(it.version, name)
                });
                segment(parts.collect::<Vec<_>>(), version).quiet().compact().on_choose(Message::VersionChosen)
            });
            let card = shown.map(|it| {
                container(Self::plan(env, it, before)).padding([8, 12]).width(Length::Fill).style(style::surface::card)
            });
            let answer = shown.filter(|it| Some(it.version) == newest.map(|it| it.version));
            let answer = answer.and(self.form_of(env, Ask::RecordAnswer));
            let form = self.form_of(env, Ask::Propose);
            let nothing = (newest.is_none() && form.is_none()).then(|| match self.case.gate(env, Ask::Propose) {
                Gate::Locked(why) => hint(why),
                Gate::Open | Gate::Absent => hint(env.texts.handling_nothing_yet()),
            });
            let again = newest.and(self.opens(env, Ask::Propose, env.texts.handling_new_version()));
            column![].push(tabs).push(card).push(answer).push(nothing).push(form).push(again).spacing(8).into()
        };
        let state = newest.map(|it| {
            badge(
                plan_tone(order, it),
                env.texts.joined([env.texts.event_version(it.version), plan_state(env, order, it)]),
            )
        });
        let head = (Section::Plan, icon::GIT_BRANCH, env.texts.handling_section_plan());
        self.section(env, head, (begun && !over, state, summary, width), open)
    }

    pub(super) fn plan(env: &Env<'a>, it: &'a Plan, before: Option<&'a Plan>) -> Element<'a, Message> {
        let compensation = compensation(env, it.proposal.compensation);
        let policy = it.proposal.policy.as_ref().map(|it| fact(env, env.texts.handling_field_policy(), it.as_str()));
        let answer = it.answer.as_ref().map(|answer| {
            let said = &answer.what;
            let (tone, sign) = match said.agreement {
                Agreement::Agreed => (Tone::Success, icon::CHECK),
                Agreement::Refused => (Tone::Late, icon::X),
            };
            let how = env.texts.joined([
                env.texts.name(said.method).to_owned(),
                stamp(env, answer.stamp),
                said.words.as_deref().unwrap_or_default().to_owned(),
            ]);
            let drawn = row![badge_icon(tone, sign, env.texts.name(said.agreement)), body(how).width(Length::Fill)];
            fact_of(env, env.texts.handling_fact_answer(), drawn.spacing(8).align_y(Center))
        });
        let waiting =
            it.answer.is_none().then(|| fact(env, env.texts.handling_fact_answer(), env.texts.handling_no_answer()));
        let difference = before.map(|before| {
            let name = env.texts.handling_fact_difference(before.version);
            fact_of(
                env,
                env.texts.handling_fact_changed(),
                body(env.texts.joined([name, changes(env, before, it)])).style(style::text::ink2),
            )
        });
        column![
            fact_of(
                env,
                env.texts.handling_field_measures(),
                marked(env, before.map(|it| it.proposal.measures.as_str()), &it.proposal.measures)
            ),
            fact(env, env.texts.handling_field_remedy(), compensation),
        ]
        .push(policy)
        .push(answer)
        .push(waiting)
        .push(difference)
        .push(fact(env, env.texts.handling_fact_author(), stamp(env, it.stamp)))
        .spacing(4)
        .into()
    }

    /// 方案对比, for the approver: the newest version beside the one before, changes marked.
    pub(super) fn compared(env: &Env<'a>, order: &'a WorkOrder) -> Element<'a, Message> {
        let Some(newest) = order.plan() else { return space().into() };
        let before = order.plans.iter().find(|it| it.version + 1 == newest.version);
        let cell = |content: Element<'a, Message>| container(content).width(Length::Fill).padding([0, 4]);
        let name = |name: &'a str| container(hint(name)).width(64).padding([1, 0]);
        let line = |label: &'a str, old: Option<String>, new: Element<'a, Message>| {
            let old = old.map(|it| cell(body(it).style(style::text::ink2).into()));
            column![
                line_across(),
                container(row![name(label)].push(old).push(cell(new)).spacing(12).align_y(Top)).padding([7, 12])
            ]
        };
        let head = |it: &'a Plan| {
            row![strong(env.texts.event_version(it.version)), badge(plan_tone(order, it), plan_state(env, order, it))]
                .spacing(6)
                .align_y(Center)
        };
        let answered = newest.answer.as_ref().map(|it| match it.what.agreement {
            Agreement::Agreed => badge_icon(Tone::Success, icon::CHECK, env.texts.handling_customer_agreed()),
            Agreement::Refused => badge_icon(Tone::Late, icon::X, env.texts.handling_customer_refused()),
        });
        let heads = row![space().width(64)]
            .push(before.map(|it| cell(head(it).into())))
            .push(cell(head(newest).push(answered).into()))
            .spacing(12);
        let old = |told: &dyn Fn(&'a Plan) -> String| {
            before.map(|it| if env.cloak == Cloak::On { String::new() } else { told(it) })
        };
        let paid = |it: &'a Plan| compensation(env, it.proposal.compensation);
        let policy = |it: &'a Plan| it.proposal.policy.as_deref().unwrap_or_default().to_owned();
        let table = column![
            container(heads).padding([6, 12]).width(Length::Fill),
            line(
                env.texts.handling_field_measures(),
                old(&|it| it.proposal.measures.to_string()),
                marked(env, before.map(|it| it.proposal.measures.as_str()), &newest.proposal.measures),
            ),
            line(env.texts.handling_field_remedy(), old(&paid), marked_whole(env, before.map(&paid), paid(newest)),),
            line(
                env.texts.handling_field_policy(),
                old(&policy),
                marked_whole(env, before.map(&policy), policy(newest)),
            ),
            line(
                env.texts.handling_fact_author(),
                old(&|it| stamp(env, it.stamp)),
                body(stamp(env, newest.stamp)).into(),
            ),
        ];
        let more = before.map(|_| hint(env.texts.handling_marked()).into());
        let title = if before.is_some() { env.texts.handling_compared() } else { env.texts.handling_section_plan() };
        column![section_head(icon::GIT_BRANCH, title, more), container(table).padding(1).style(style::surface::card)]
            .spacing(4)
            .into()
    }
}

pub(super) fn compensation(env: &Env<'_>, it: Option<Compensation>) -> String {
    match it {
        None => env.texts.handling_none().to_owned(),
        Some(it) if it.amount.0 == 0 => env.texts.name(it.remedy).to_owned(),
        Some(it) => format!("{} {}", env.texts.name(it.remedy), env.texts.money(it.amount)),
    }
}

/// 待提交, 待审批, 已批准, 客户未接受 …
pub(super) fn plan_state(env: &Env<'_>, order: &WorkOrder, it: &Plan) -> String {
    let newest = order.plan().is_some_and(|newest| newest.version == it.version);
    let state = match (it.ruling.as_ref().map(|it| &it.what), it.answer.as_ref().map(|it| it.what.agreement)) {
        _ if it.executed.is_some() => env.texts.handling_plan_executed(),
        (Some(Ruling::SentBack(_)), _) => env.texts.handling_sent_back(),
        (_, Some(Agreement::Refused)) => env.texts.handling_customer_refused(),
        (Some(Ruling::Approved { .. } | Ruling::Verbal(_)), _) => env.texts.handling_approved(),
        (None, _) if order.stage == OrderStage::AwaitingApproval && newest => env.texts.name(order.stage),
        (None, Some(Agreement::Agreed)) => env.texts.handling_customer_agreed(),
        (None, None) => env.texts.handling_plan_drafted(),
    };
    state.to_owned()
}

pub(super) fn plan_tone(order: &WorkOrder, it: &Plan) -> Tone {
    let newest = order.plan().is_some_and(|newest| newest.version == it.version);
    match (it.ruling.as_ref().map(|it| &it.what), it.answer.as_ref().map(|it| it.what.agreement)) {
        (Some(Ruling::SentBack(_)), _) | (_, Some(Agreement::Refused)) => Tone::Late,
        (None, _) if newest && order.stage == OrderStage::AwaitingApproval => Tone::Soon,
        (Some(Ruling::Approved { .. } | Ruling::Verbal(_)), _) | (None, Some(Agreement::Agreed)) => Tone::Success,
        (None, None) => Tone::Soon,
    }
}

/// Which parts of a plan changed, and how.
pub(super) fn changes(env: &Env<'_>, before: &Plan, after: &Plan) -> String {
    let (old, new) = (&before.proposal, &after.proposal);
    let measures = (old.measures != new.measures).then(|| env.texts.handling_field_measures().to_owned());
    let paid = (old.compensation != new.compensation).then(|| {
        let (old, new) = (compensation(env, old.compensation), compensation(env, new.compensation));
        format!("{} {old}→{new}", env.texts.handling_field_remedy())
    });
    let policy = (old.policy != new.policy).then(|| env.texts.handling_field_policy().to_owned());
    let all: Vec<String> = [measures, paid, policy].into_iter().flatten().collect();
    if all.is_empty() { env.texts.handling_no_change().to_owned() } else { env.texts.list(all) }
}

/// Words with what is new in them on the colour of marks.
pub(super) fn marked<'a>(env: &Env<'a>, before: Option<&str>, after: &'a str) -> Element<'a, Message> {
    if env.cloak == Cloak::On {
        return cloaked(env, after);
    }
    let Some(before) = before.filter(|it| *it != after) else { return body(after).into() };
    let (from, to) = changed(before, after);
    let mark = env.theme.mark;
    rich_text::<(), Message, Theme, iced::Renderer>(vec![
        span(&after[..from]),
        span(&after[from..to]).background(mark),
        span(&after[to..]),
    ])
    .size(Face::Body.size())
    .line_height(iced::widget::text::LineHeight::Absolute(Face::Body.line().into()))
    .font(Face::Body.font())
    .into()
}

/// The same for what is changed as a whole or not at all.
pub(super) fn marked_whole<'a>(env: &Env<'a>, before: Option<String>, after: String) -> Element<'a, Message> {
    if env.cloak == Cloak::On {
        return body(env.texts.customer_cloaked()).into();
    }
    let new = before.is_some_and(|it| it != after);
    let words = container(body(after)).padding([0, 4]);
    if new { words.style(style::surface::mark).into() } else { words.into() }
}
