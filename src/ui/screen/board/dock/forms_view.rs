//! 判断, 答复, 豁免 and 撤回, drawn.

use iced::widget::{column, text_editor};

use super::forms::{Exempt, Judge, METHODS, OUTCOMES, Recall, Reply};
use super::{Dock, Message, Seat};
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::{ExemptionReason, Validity};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::script;
use crate::ui::env::Env;
use crate::ui::part::case_words;
use crate::ui::part::form::Stop;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Part, chip, chips, editor, field, hint, label, named, segment, small};

impl Dock {
    pub(super) fn judge_form<'a>(&'a self, env: &Env<'a>, form: &'a Judge) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let tone = |it: Validity| match it {
            Validity::Founded => Tone::Success,
            Validity::PartlyFounded => Tone::Soon,
            Validity::Unfounded => Tone::Late,
        };
        let parts = Validity::ALL.iter().map(|it| Part::new(*it, texts.name(*it)).tone(tone(*it)));
        let choice = crate::ui::widget::segment_keyed(parts, form.validity)
            .on_choose(Message::ValidityChosen)
            .fill()
            .uneven()
            .focus(self.ring.focus(Seat::Validity))
            .id(Seat::Validity.id());
        let reason =
            editor(Seat::Words.id(), (&form.words, texts.board_judge_reason()), (116.0, Mood::Fine), Message::Edited);
        let next = form.validity.map(|it| match it {
            Validity::Founded | Validity::PartlyFounded => texts.board_judge_then_dispatch(),
            Validity::Unfounded => texts.board_judge_then_reply(),
        });
        vec![
            column![label(texts.board_judge_validity()), Element::from(choice)].spacing(6).into(),
            column![label(texts.board_judge_why()), reason].spacing(6).into(),
            hint(next.unwrap_or_default()).into(),
        ]
    }

    pub(super) fn reply_form<'a>(&'a self, env: &Env<'a>, form: &'a Reply) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let said =
            editor(Seat::Words.id(), (&form.words, texts.board_reply_words()), (232.0, Mood::Fine), Message::Edited);
        let methods = METHODS.iter().map(|it| Part::new(*it, texts.name(*it)));
        let method = segment(methods, Some(form.method))
            .on_choose(Message::MethodChosen)
            .compact()
            .focus(self.ring.focus(Seat::Method))
            .id(Seat::Method.id());
        let tone = |it: ReplyOutcome| match it {
            ReplyOutcome::Understood => Tone::Success,
            ReplyOutcome::Disputed => Tone::Soon,
        };
        let outcomes = OUTCOMES.iter().map(|it| Part::new(*it, texts.name(*it)).tone(tone(*it)));
        let outcome = crate::ui::widget::segment_keyed(outcomes, form.outcome)
            .on_choose(Message::OutcomeChosen)
            .fill()
            .focus(self.ring.focus(Seat::Result))
            .id(Seat::Result.id());
        let after = form.outcome.map(|it| match it {
            ReplyOutcome::Understood => texts.board_reply_then_close(),
            ReplyOutcome::Disputed => texts.board_reply_then_judge(),
        });
        vec![
            column![label(texts.board_reply_said()), said].push(avoided(env, &form.words)).spacing(6).into(),
            column![label(texts.board_reply_method()), Element::from(method)].spacing(6).into(),
            column![label(texts.board_reply_outcome()), Element::from(outcome)].spacing(6).into(),
            hint(after.unwrap_or_default()).into(),
        ]
    }

    pub(super) fn exempt_form<'a>(
        &'a self,
        env: &Env<'a>,
        complaint: &'a Complaint,
        form: &'a Exempt,
    ) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let clocks = form.clocks.iter().filter_map(|key| {
            let clock = complaint.clocks.find(*key)?;
            let order = key.order.and_then(|it| complaint.order(it));
            let of = order.map(|it| format!("·{}", case_words::department(env, it.department))).unwrap_or_default();
            let words = format!("{}{of} {}", texts.name(key.name), texts.clock_words(clock, env.calendar(), env.now));
            Some(chip(words, form.clock == Some(*key), Some(Message::ClockChosen(*key))))
        });
        let reasons = ExemptionReason::ALL
            .iter()
            .map(|it| chip(texts.name(*it), form.reason == Some(*it), Some(Message::ReasonChosen(*it))));
        let line = field(texts.board_exempt_words(), &form.line).id(Seat::Line.id()).on_input(Message::LineTyped);
        vec![
            hint(texts.board_exempt_hint()).into(),
            named(
                Seat::Clock.id(),
                self.ring.focus(Seat::Clock),
                column![label(texts.board_exempt_clock()), chips(clocks)].spacing(2),
            ),
            named(
                Seat::Reason.id(),
                self.ring.focus(Seat::Reason),
                column![label(texts.board_exempt_reason()), chips(reasons)].spacing(2),
            ),
            column![label(texts.board_in_words()), Element::from(line)].spacing(6).into(),
        ]
    }

    pub(super) fn recall_form<'a>(
        env: &Env<'a>,
        complaint: &'a Complaint,
        form: &'a Recall,
    ) -> Vec<Element<'a, Message>> {
        let department = complaint.order(form.order).map_or("", |it| case_words::department(env, it.department));
        let line = field(env.texts.board_recall_words(), &form.line).id(Seat::Line.id()).on_input(Message::LineTyped);
        vec![
            hint(env.texts.board_recall_hint(department)).into(),
            column![label(env.texts.board_in_words()), Element::from(line)].spacing(6).into(),
        ]
    }
}

/// The words that are better not said to a customer (K10).
fn avoided<'a>(env: &Env<'a>, content: &text_editor::Content) -> Option<Element<'a, Message>> {
    let found = script::forbidden(env.office().language(), &content.text());
    let first = found.first()?;
    let words = env.texts.board_avoid(first.instead.clone(), first.word.clone());
    Some(small(words).style(style::text::toned(Tone::Late)).into())
}
