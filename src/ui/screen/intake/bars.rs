//! Above and below the form: how far it is, and what can be done with it.

use std::borrow::Cow;

use iced::keyboard::key::Named;
use iced::widget::{container, row, space, text::Wrapping};
use iced::{Center, Length};

use super::drafts::Told;
use super::form::{Sending, Way};
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, layout, words};
use crate::i18n::Locale;
use crate::ui::env::Room;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    across, body, button, completeness, hint, icon_small, keycaps, line_down, link, measure, pane_foot, pane_head,
    small, strong, tip,
};

/// Between the parts of the head.
const GAPS: f32 = 64.0;

impl<'a> Sheet<'a> {
    /// Call timer, completeness, what is missing.
    pub(super) fn head(&self) -> Element<'a, Message> {
        let (texts, form) = (self.texts(), self.form());
        let run = self.state.call.map(|since| (self.env.now - since).max(chrono::TimeDelta::zero()));
        let called =
            run.map_or_else(|| texts.intake_not_calling().to_owned(), |it| texts.intake_calling(texts.stopwatch(it)));
        let timer_px = measure(&called, Face::Strong) + 20.0;
        let timer = match run {
            Some(_) => {
                let sign = icon_small(icon::PHONE).style(style::text::solid(Tone::Success));
                across(6.0, [sign.into(), strong(called).into()])
            }
            None => across(6.0, [icon_small(icon::PHONE).into(), body(called).into()]),
        };
        let required = form.required(Sending::Whole(self.way()));
        let bad = required.iter().filter(|it| self.is_gap(**it)).count();
        let reason = usize::from(self.gaps.contains(&Stop::Reason) && form.validity.is_some());
        let (all, filled) = (required.len(), required.len() - (bad + reason).min(required.len()));
        let missing: Element<'a, Message> = match self.gaps.first() {
            Some(gap) => iced::widget::button(across(
                6.0,
                [link(texts.intake_missing(words::field(texts, *gap))).into(), keycaps(Shortcut::named(Named::F8))],
            ))
            .padding([4, 4])
            .style(style::button::link)
            .on_press(Message::GapAsked)
            .into(),
            None => across(
                4.0,
                [
                    icon_small(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)).into(),
                    small(texts.intake_complete()).style(style::text::toned(Tone::Success)).into(),
                ],
            )
            .into(),
        };
        let counted = texts.intake_required(all, filled);
        // The words say the same as the blocks, which give way where it is narrow.
        let missing_px = match self.gaps.first() {
            Some(gap) => measure(&texts.intake_missing(words::field(texts, *gap)), Face::Small) + 38.0,
            None => measure(texts.intake_complete(), Face::Small) + 18.0,
        };
        let taken = [timer_px, measure(&counted, Face::Small), missing_px, self.pane_width(), GAPS];
        let room = layout::rows(&self.env) - taken.into_iter().sum::<f32>();
        #[expect(clippy::cast_precision_loss, reason = "there are a dozen fields")]
        let blocks = 16.0 * all as f32;
        let ample = self.env.room() == Room::Ample && texts.locale() != Locale::En;
        // The seconds of the draft give way before the blocks do.
        let told = if ample && blocks <= room - self.draft_width(Told::Fully) { Told::Fully } else { Told::Briefly };
        let meter = (blocks <= room - self.draft_width(told)).then(|| completeness(filled, all));
        pane_head(
            row![timer, container(line_down()).height(18)]
                .push(meter)
                .push(small(counted).wrapping(Wrapping::None))
                .push(missing)
                .push(space().width(Length::Fill))
                .push(self.draft_state(told))
                .push(self.pane_button())
                .spacing(10)
                .align_y(Center),
        )
    }

    /// To who calls, where the pane is behind the form; with how much has to be decided there.
    fn pane_button(&self) -> Option<Element<'a, Message>> {
        layout::beside(&self.env).is_none().then(|| {
            let drawn = button(self.pane_words()).compact().icon(icon::PHONE_INCOMING).on_press(Message::PaneStepped);
            let keys = Shortcut::named(Named::Tab).with_command();
            tip(drawn, self.texts().intake_pane_hint(keys.words()))
        })
    }

    fn pane_words(&self) -> String {
        let (title, open) = (self.texts().intake_caller_title(), self.state.found.undecided(self.form()).len());
        if open == 0 { title.to_owned() } else { format!("{title}·{open}") }
    }

    fn pane_width(&self) -> f32 {
        if layout::beside(&self.env).is_some() {
            return 0.0;
        }
        measure(&self.pane_words(), Face::Body) + 50.0
    }

    /// 存草稿, 当场解决; the number; 仅登记, the primary verb.
    pub(super) fn foot(&self) -> Element<'a, Message> {
        let (texts, form) = (self.texts(), self.form());
        let ample = self.env.room() == Room::Ample && texts.locale() != Locale::En;
        let both = layout::beside(&self.env).is_some();
        let enter = Shortcut::named(Named::Enter).with_command();
        let number = self.office().forms().number(self.env.books.next_number(self.env.today()));
        let solve = if form.solving { texts.intake_solve_not() } else { texts.intake_solve() };
        let mut solve =
            button(solve).id(Stop::Solve.id()).focus(self.focus(Stop::Solve)).on_press(Message::SolveToggled);
        let mut only =
            button(texts.intake_register_only()).id(Stop::RegisterOnly.id()).focus(self.focus(Stop::RegisterOnly));
        let mut primary = button(words::primary(texts, self.way()))
            .primary()
            .icon(if self.way() == Way::Merge { icon::MERGE } else { icon::SEND })
            .id(Stop::Primary.id())
            .focus(self.focus(Stop::Primary));
        if both {
            only = only.keys(enter);
            primary = primary.keys(enter.with_shift());
        }
        match self.state.sent {
            None => {
                only = only.on_press(Message::SendAsked(Sending::RegisterOnly));
                primary = primary.on_press(Message::PrimaryAsked);
            }
            Some(Sending::RegisterOnly) => only = only.busy(),
            Some(Sending::Whole(_)) => primary = primary.busy(),
        }
        let merges = self.way() == Way::Merge;
        let mut keep = button(texts.intake_keep())
            .quiet()
            .id(Stop::Keep.id())
            .focus(self.focus(Stop::Keep))
            .on_press_maybe((!form.is_empty()).then_some(Message::DraftAsked));
        if ample {
            keep = keep.keys(Shortcut::command('s'));
            solve = solve.keys(Shortcut::command('d'));
        }
        // The narrow window has no room for it.
        let number = (self.env.room() == Room::Ample).then(|| {
            let words: Cow<'a, str> = if ample { texts.intake_number(number).into() } else { number.into() };
            hint(words).wrapping(Wrapping::None)
        });
        pane_foot(
            row![keep]
                .push((!merges).then_some(solve))
                .push(space().width(Length::Fill))
                .push(number)
                .push((!merges).then_some(only))
                .push(primary)
                .spacing(8)
                .align_y(Center),
        )
    }
}
