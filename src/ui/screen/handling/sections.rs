//! 调查, 联系客户, 方案, 审批, 执行, 回单: each as it stands, with its form where its turn has come.

use iced::widget::{button as pressed, column, container, rich_text, row, space, span};
use iced::{Center, Length, Top};

use super::Message;
use super::ask::{Ask, Gate};
use super::draft::Section;
use super::form::Sheet;
use super::sheet::{cloaked, fact, fact_of, finished, section_head, stamp};
use crate::domain::complaint::state::{Plan, Ruling};
use crate::domain::complaint::words::{Agreement, Compensation};
use crate::domain::complaint::{OrderStage, WorkOrder, needs_approval};
use crate::domain::limits::ClockName;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::part::difference::changed;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Theme, Tone};
use crate::ui::widget::{
    Part, badge, badge_icon, body, hint, icon_large, icon_small, line_across, segment, small, strong,
};

impl<'a> Sheet<'a> {
    /// Whether a form stands open: somebody asked for it, or its turn has come.
    fn shows(&self, env: &Env<'a>, ask: Ask, turn: bool) -> bool {
        self.case.gate(env, ask) == Gate::Open && (turn || self.draft.open == Some(ask))
    }

    /// The forms that stand open in the sections, in reading order.
    pub fn inline(&self, env: &Env<'a>) -> Vec<Ask> {
        let Some(order) = self.case.order else { return Vec::new() };
        let all = [
            (Ask::Investigate, order.investigation.is_none()),
            (Ask::Contact, order.contacts.is_empty()),
            (Ask::Propose, order.plans.is_empty()),
            (Ask::RecordAnswer, order.plan().is_some_and(|it| it.answer.is_none())),
            (Ask::Verbal, false),
            (Ask::Execute, false),
            (Ask::HandIn, false),
        ];
        all.into_iter().filter(|(ask, turn)| self.shows(env, *ask, *turn)).map(|(ask, _)| ask).collect()
    }

    fn form_of(&self, env: &Env<'a>, ask: Ask) -> Option<Element<'a, Message>> {
        self.inline(env).contains(&ask).then(|| self.form(env, ask))
    }

    /// A link that opens a form, where it is possible and not open yet.
    fn opens(&self, env: &Env<'a>, ask: Ask, label: &'a str) -> Option<Element<'a, Message>> {
        let may = self.case.gate(env, ask) == Gate::Open && !self.inline(env).contains(&ask);
        may.then(|| {
            let sign = if ask == Ask::Investigate { icon::PENCIL } else { icon::PLUS };
            let link = row![icon_small(sign), small(label)].spacing(4).align_y(Center);
            pressed(link).padding([2, 6]).style(style::button::link).on_press(Message::Opened(ask)).into()
        })
    }

    /// 调查 (D02–D07, A14).
    pub fn investigation(&self, env: &Env<'a>, order: &'a WorkOrder, width: f32) -> Element<'a, Message> {
        let found = order.investigation.as_ref();
        let summary = found.map(|it| it.what.root_cause.to_string()).unwrap_or_default();
        let over = matches!(order.stage, OrderStage::Executed | OrderStage::HandedIn | OrderStage::Ended);
        let begun = order.accepted.is_some();
        let open = || {
            let form = self.form_of(env, Ask::Investigate);
            let editing = form.is_some();
            let told = found.filter(|_| !editing).map(|it| {
                let it = &it.what;
                let said = |name: &'a str, words: &'a str| {
                    container(column![hint(name), cloaked(env, words)].spacing(2))
                        .padding([8, 10])
                        .width(Length::Fill)
                        .style(style::surface::inset)
                };
                let methods = env.texts.list(it.methods.iter().map(|it| env.texts.name(*it)));
                let quality = it.quality.map(|it| fact(env, env.texts.handling_field_quality(), env.texts.name(it)));
                let liable =
                    it.liable_person.as_ref().map(|it| fact(env, env.texts.handling_field_liable(), it.as_str()));
                let hoped = it.hoped_result.as_ref().map(|it| fact(env, env.texts.handling_field_hoped(), it.as_str()));
                column![
                    row![
                        said(env.texts.handling_field_customer_said(), &it.customer_statement),
                        said(env.texts.handling_field_department_said(), &it.department_statement),
                    ]
                    .spacing(8),
                    fact(env, env.texts.handling_field_root_cause(), it.root_cause.as_str()),
                ]
                .push(liable)
                .push(hoped)
                .push(quality)
                .push(fact(env, env.texts.handling_field_method(), methods))
                .spacing(4)
            });
            let nothing = (found.is_none() && !editing).then(|| hint(env.texts.handling_nothing_yet()));
            let again = found.and(self.opens(env, Ask::Investigate, env.texts.handling_correct()));
            column![].push(form).push(told).push(nothing).push(again).spacing(6).into()
        };
        let state = found.map(|_| finished(env));
        let head = (Section::Investigation, icon::SEARCH, env.texts.handling_section_investigation());
        self.section(env, head, (begun && !over, state, summary, width), open)
    }

    /// 联系客户 (D01).
    pub fn contacts(&self, env: &Env<'a>, order: &'a WorkOrder, width: f32) -> Element<'a, Message> {
        let last = order.contacts.last();
        let line = |it: &'a crate::domain::complaint::state::Contact| {
            env.texts.joined([env.texts.name(it.method).to_owned(), stamp(env, it.stamp)])
        };
        let summary = last.map(|it| env.texts.joined([line(it), it.words.to_string()])).unwrap_or_default();
        let asked = self.inline(env).contains(&Ask::Contact);
        let open = || {
            let form = self.form_of(env, Ask::Contact);
            let all =
                order.contacts.iter().map(|it| column![hint(line(it)), cloaked(env, &it.words)].spacing(2).into());
            let nothing = (last.is_none() && !asked).then(|| hint(env.texts.handling_nothing_yet()));
            let more = self.opens(env, Ask::Contact, env.texts.handling_contact_again());
            column![].push(column(all).spacing(6)).push(nothing).push(form).push(more).spacing(6).into()
        };
        let state = last.map(|_| finished(env));
        let head = (Section::Contact, icon::PHONE, env.texts.handling_section_contact());
        self.section(env, head, (asked, state, summary, width), open)
    }

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

    fn plan(env: &Env<'a>, it: &'a Plan, before: Option<&'a Plan>) -> Element<'a, Message> {
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
    fn compared(env: &Env<'a>, order: &'a WorkOrder) -> Element<'a, Message> {
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

    /// 审批 (D10): the gate while it is shut, the ruling once there is one.
    pub fn approval(&self, env: &Env<'a>, order: &'a WorkOrder) -> Option<Element<'a, Message>> {
        let plan = order.plan()?;
        let ruled = plan.ruling.as_ref();
        let needed = needs_approval(&env.ctx(), self.case.complaint);
        // What was executed before the case turned major needed none.
        let over = plan.executed.is_some() || !order.stage.is_open();
        if ruled.is_none() && (over || !needed && order.stage != OrderStage::AwaitingApproval) {
            return None;
        }
        let head = section_head(icon::SHIELD_CHECK, env.texts.handling_section_approval(), None);
        let content: Element<'a, Message> = match ruled {
            Some(ruling) => Self::ruling(env, plan, ruling),
            None => self.gate_card(env, order),
        };
        Some(column![head, content].push(self.form_of(env, Ask::Verbal)).spacing(6).into())
    }

    fn gate_card(&self, env: &Env<'a>, order: &'a WorkOrder) -> Element<'a, Message> {
        let approvers = self.case.approvers(env);
        let who = env.texts.list(approvers.iter().map(|it| it.name.as_str()));
        let waits = order.stage == OrderStage::AwaitingApproval;
        let limits = env.office().limits();
        let limit =
            if self.case.complaint.is_major() { limits.of(ClockName::Approval) } else { limits.approval_ordinary };
        let within = match limit.unit {
            crate::domain::limits::Unit::WorkingMinutes => env.texts.span_minutes(limit.amount),
            crate::domain::limits::Unit::NaturalHours => env.texts.span_hours(limit.amount),
            crate::domain::limits::Unit::WorkingDays => env.texts.span_workdays(limit.amount),
            crate::domain::limits::Unit::NaturalDays => env.texts.span_days(limit.amount),
            crate::domain::limits::Unit::EndOfDay => env.texts.name(limit.unit).to_owned(),
        };
        let (title, words) = if waits {
            (env.texts.handling_gate_waits(), env.texts.handling_gate_waits_for(who))
        } else {
            (env.texts.handling_gate_title(), env.texts.handling_gate_words(who, within))
        };
        let told = column![strong(title).style(style::text::toned(Tone::Soon)), small(words).style(style::text::ink2)]
            .width(Length::Fill);
        let buttons = [Ask::Verbal, Ask::Submit]
            .into_iter()
            .filter(|it| self.case.gate(env, *it) != Gate::Absent && self.draft.open != Some(*it));
        let card = row![icon_large(icon::LOCK, 18.0).style(style::text::toned(Tone::Soon)), told]
            .extend(buttons.map(|it| self.foot(env, it)))
            .spacing(12)
            .align_y(Center);
        let card = container(card).padding([10, 12]).width(Length::Fill).style(style::surface::note(Tone::Soon));
        column![card].push(self.trouble(env, Ask::Submit)).spacing(6).into()
    }

    fn ruling(
        env: &Env<'a>,
        plan: &'a Plan,
        ruling: &'a crate::domain::complaint::Stamped<Ruling>,
    ) -> Element<'a, Message> {
        let version = env.texts.event_version(plan.version);
        let (tone, sign, name, more, words) = match &ruling.what {
            Ruling::Approved { method, words } => (
                Tone::Success,
                icon::STAMP,
                env.texts.handling_approved(),
                env.texts.joined([env.texts.name(*method).to_owned(), stamp(env, ruling.stamp)]),
                words.as_deref().unwrap_or_default(),
            ),
            Ruling::Verbal(it) => (
                Tone::Success,
                icon::MIC,
                env.texts.handling_approved(),
                env.texts.handling_verbal_told(
                    env.texts.moment(env.calendar().local(it.given), env.today()),
                    stamp(env, ruling.stamp),
                    env.texts.person(env.office(), it.approver),
                ),
                it.words.as_str(),
            ),
            Ruling::SentBack(words) => {
                (Tone::Late, icon::UNDO_2, env.texts.handling_sent_back(), stamp(env, ruling.stamp), words.as_str())
            }
        };
        let head = row![
            badge_icon(tone, sign, env.texts.joined([version.as_str(), name])),
            small(more).style(style::text::ink2)
        ]
        .spacing(8)
        .align_y(Center);
        let words = (!words.is_empty()).then(|| cloaked(env, words));
        column![head].push(words).spacing(4).into()
    }

    /// 执行.
    pub fn execution(&self, env: &Env<'a>, order: &'a WorkOrder, width: f32) -> Option<Element<'a, Message>> {
        let done = order.plan().and_then(|it| it.executed.as_ref());
        let form = self.inline(env).contains(&Ask::Execute);
        if done.is_none() && !form {
            return None;
        }
        let summary = done.map(|it| it.what.to_string()).unwrap_or_default();
        let open = || {
            let told = done.map(|it| column![cloaked(env, &it.what), hint(stamp(env, it.stamp))].spacing(2));
            column![].push(told).push(self.form_of(env, Ask::Execute)).spacing(6).into()
        };
        let head = (Section::Execution, icon::WRENCH, env.texts.handling_section_execution());
        Some(self.section(env, head, (form, done.map(|_| finished(env)), summary, width), open))
    }

    /// 回单 (D16–D18).
    pub fn slip(&self, env: &Env<'a>, order: &'a WorkOrder, width: f32) -> Element<'a, Message> {
        let form = self.inline(env).contains(&Ask::HandIn);
        let summary = match &order.slip {
            Some(it) => it.what.result.to_string(),
            None if order.stage == OrderStage::Executed => env.texts.handling_slip_due().to_owned(),
            None => env.texts.handling_slip_locked().to_owned(),
        };
        if order.slip.is_none() && !form {
            let lock = (order.stage != OrderStage::Executed).then(|| icon_small(icon::LOCK).style(style::text::ink3));
            let more = row![].push(lock).push(hint(summary)).spacing(4).align_y(Center);
            return section_head(icon::UNDO_2, env.texts.handling_section_slip(), Some(more.into()));
        }
        let open = || {
            let told = order.slip.as_ref().map(|it| {
                let slip = &it.what;
                let feedback = slip
                    .customer_feedback
                    .as_ref()
                    .map(|it| fact(env, env.texts.handling_field_feedback(), it.as_str()));
                let unfinished =
                    slip.unfinished.as_ref().map(|it| fact(env, env.texts.handling_field_unfinished(), it.as_str()));
                column![
                    fact(env, env.texts.handling_field_result(), slip.result.as_str()),
                    fact(env, env.texts.handling_field_effect(), slip.effect.as_str()),
                ]
                .push(feedback)
                .push(unfinished)
                .push(fact(
                    env,
                    env.texts.handling_field_signatory(),
                    env.texts.joined([env.texts.person(env.office(), slip.signed_by), stamp(env, it.stamp)]),
                ))
                .spacing(4)
            });
            column![].push(told).push(self.form_of(env, Ask::HandIn)).spacing(6).into()
        };
        let state = order.slip.as_ref().map(|_| finished(env));
        let head = (Section::Slip, icon::UNDO_2, env.texts.handling_section_slip());
        self.section(env, head, (true, state, summary, width), open)
    }
}

fn compensation(env: &Env<'_>, it: Option<Compensation>) -> String {
    match it {
        None => env.texts.handling_none().to_owned(),
        Some(it) if it.amount.0 == 0 => env.texts.name(it.remedy).to_owned(),
        Some(it) => format!("{} {}", env.texts.name(it.remedy), env.texts.money(it.amount)),
    }
}

/// 待提交, 待审批, 已批准, 客户未接受 …
fn plan_state(env: &Env<'_>, order: &WorkOrder, it: &Plan) -> String {
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

fn plan_tone(order: &WorkOrder, it: &Plan) -> Tone {
    let newest = order.plan().is_some_and(|newest| newest.version == it.version);
    match (it.ruling.as_ref().map(|it| &it.what), it.answer.as_ref().map(|it| it.what.agreement)) {
        (Some(Ruling::SentBack(_)), _) | (_, Some(Agreement::Refused)) => Tone::Late,
        (None, _) if newest && order.stage == OrderStage::AwaitingApproval => Tone::Soon,
        (Some(Ruling::Approved { .. } | Ruling::Verbal(_)), _) | (None, Some(Agreement::Agreed)) => Tone::Success,
        (None, None) => Tone::Soon,
    }
}

/// Which parts of a plan changed, and how.
fn changes(env: &Env<'_>, before: &Plan, after: &Plan) -> String {
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
fn marked<'a>(env: &Env<'a>, before: Option<&str>, after: &'a str) -> Element<'a, Message> {
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
fn marked_whole<'a>(env: &Env<'a>, before: Option<String>, after: String) -> Element<'a, Message> {
    if env.cloak == Cloak::On {
        return body(env.texts.customer_cloaked()).into();
    }
    let new = before.is_some_and(|it| it != after);
    let words = container(body(after)).padding([0, 4]);
    if new { words.style(style::surface::mark).into() } else { words.into() }
}
