//! 调查, 联系客户, 方案, 审批, 执行, 回单: each as it stands, with its form where its turn has come.

use iced::widget::{button as pressed, column, container, row};
use iced::{Center, Length};

use super::Message;
use super::ask::{Ask, Gate};
use super::draft::Section;
use super::form::Sheet;
use super::sheet::{cloaked, fact, finished, section_head, stamp};
use crate::domain::complaint::state::{Plan, Ruling};
use crate::domain::complaint::{OrderStage, WorkOrder, needs_approval};
use crate::domain::limits::ClockName;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{badge_icon, hint, icon_large, icon_small, small, strong};

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

    pub(super) fn form_of(&self, env: &Env<'a>, ask: Ask) -> Option<Element<'a, Message>> {
        self.inline(env).contains(&ask).then(|| self.form(env, ask))
    }

    /// A link that opens a form, where it is possible and not open yet.
    pub(super) fn opens(&self, env: &Env<'a>, ask: Ask, label: &'a str) -> Option<Element<'a, Message>> {
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
