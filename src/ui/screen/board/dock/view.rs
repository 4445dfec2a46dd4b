//! The dock, drawn.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{column, container, opaque, row, space, text::Wrapping},
};

use super::forms::Several;
use super::targets_view::{section, starts};
use super::{Carried, Dock, Message, Seat, Sending, Work, deeds_view};
use crate::books::View;
use crate::domain::complaint::{Complaint, OrderStage, Verb, may};
use crate::domain::id::ComplaintId;
use crate::domain::limits::ClockName;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::form::{Step, Stop};
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style::{self, Elevation};
use crate::ui::theme::{Element, Face, Height, Radius, Tone};
use crate::ui::widget::{
    Focus, Note, body, button, check, field, fitted, heading, hint, icon as glyph, icon_button, keycaps, keyed, lift,
    line_across, named, note, scroll_named, small, strong, tip, words,
};

/// Over the right lanes.
const WIDTH: f32 = 372.0;
/// Below this height of the window the foot holds the verbs alone.
pub(in super::super) const LOW: f32 = 760.0;
/// What scrolls in it.
pub(super) const LIST: &str = "board-dock-list";
/// What stands in it.
pub(super) const INNER: f32 = WIDTH - 2.0 * 16.0 - 2.0;

/// What stands below each other in the dock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    Summary,
    LeftOut,
    Trouble,
    /// A part of the form, or a work order of the round.
    Form(usize),
    Hops,
    SuggestedHead,
    Suggested,
    Search,
    NoHit,
    All,
    Asked(usize),
}

impl Dock {
    pub(in super::super) fn view<'a>(&'a self, env: &Env<'a>, carried: Carried) -> Element<'a, Message> {
        let Some(complaint) = env.books.complaint(self.id) else { return space().into() };
        let summary = if self.also.is_empty() { summary(env, complaint) } else { self.several(env) };
        let left_out = (0 < self.left_out).then(|| hint(env.texts.board_left_out(self.left_out)));
        let mut content = vec![(Piece::Summary, summary)];
        content.extend(left_out.map(|it| (Piece::LeftOut, it.into())));
        content.extend(self.trouble(env).map(|it| (Piece::Trouble, it)));
        content.extend(self.content(env, complaint, carried));
        // In a low window what is asked besides scrolls with the targets, or nothing of these would be in sight.
        let mut asked = self.asked_besides(env, complaint);
        if env.window.height < LOW {
            content.extend(asked.drain(..).enumerate().map(|(place, it)| (Piece::Asked(place), it)));
        }
        // What is typed into stays the same field when something above it comes or goes.
        let list = scroll_named(LIST, container(keyed(12.0, content)).padding([12, 16]));
        let drawn = column![self.head(env), list, line_across(), self.foot(env, asked)];
        let dock = container(drawn).width(WIDTH).height(Length::Fill).padding(1).style(style::surface::dock);
        opaque(lift(Elevation::Popover, Radius::Chip, dock))
    }

    fn head<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let texts = env.texts;
        let (sign, name): (Icon, &str) = match &self.work {
            Work::Dispatch(_) => (icon::SEND, texts.board_dock_dispatch()),
            Work::Forward(..) => (icon::ROUTE, texts.board_dock_forward()),
            Work::Judge(_) => (icon::SCALE, texts.board_dock_judge()),
            Work::Reply(_) => (icon::MESSAGE_SQUARE_TEXT, texts.board_dock_reply()),
            Work::Exempt(it) if it.clock.is_some_and(|it| it.name != ClockName::Dispatch) => {
                (icon::CIRCLE_PAUSE, texts.name(Verb::Exempt))
            }
            Work::Exempt(_) => (icon::CIRCLE_PAUSE, texts.board_dock_exempt()),
            Work::Recall(_) => (icon::UNDO_2, texts.board_dock_recall()),
            Work::Deed(it) => (deeds_view::sign(it.kind), it.kind.name(texts)),
            Work::Look => (icon::EYE, texts.board_dock_look()),
        };
        let head = row![
            glyph(sign).style(style::text::link),
            heading(name).wrapping(Wrapping::None),
            space().width(Length::Fill),
            keycaps(Shortcut::named(iced::keyboard::key::Named::Escape)),
            icon_button(icon::X, texts.close(), Some(Message::Closed), 0)
        ]
        .spacing(8)
        .align_y(Center);
        let head = container(head).height(Height::PANE_HEAD - 1.0).padding([0, 16]).align_y(Center);
        column![head, line_across()].into()
    }

    fn trouble<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        let refused = self.trouble.as_ref()?;
        let again = button(env.texts.retry()).compact().on_press(Message::Submitted);
        Some(note(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: env.texts.board_not_done().into(),
            words: env.texts.refused(refused, env.office()).into(),
            actions: vec![again.into()],
        }))
    }

    /// What goes to one department in one go.
    fn several<'a>(&self, env: &Env<'a>) -> Element<'a, Message> {
        let count = self.all().count();
        let numbers = env.texts.list(self.all().map(ComplaintId::short));
        let numbers = crate::ui::widget::fit_two(&numbers, Face::Small, INNER - 24.0);
        container(column![strong(env.texts.board_checked(count)), small(numbers).style(style::text::ink2)].spacing(4))
            .width(Length::Fill)
            .padding([10, 12])
            .style(style::surface::inset)
            .into()
    }

    fn content<'a>(
        &'a self,
        env: &Env<'a>,
        complaint: &'a Complaint,
        carried: Carried,
    ) -> Vec<(Piece, Element<'a, Message>)> {
        let form = match &self.work {
            Work::Dispatch(form) | Work::Forward(_, form) => {
                return self.dispatch_form((env, carried), complaint, form);
            }
            Work::Judge(form) => self.judge_form(env, form),
            Work::Reply(form) => self.reply_form(env, form),
            Work::Exempt(form) => self.exempt_form(env, complaint, form),
            Work::Recall(form) => Self::recall_form(env, complaint, form),
            Work::Deed(form) => self.deed_form(env, complaint, form),
            Work::Look => Self::orders(env, complaint),
        };
        form.into_iter().enumerate().map(|(place, it)| (Piece::Form(place), it)).collect()
    }

    /// The work orders of this round, each with what can be done about it from here.
    pub(super) fn orders<'a>(env: &Env<'a>, complaint: &'a Complaint) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let open = complaint.current_orders().filter(|it| it.stage != OrderStage::Ended);
        let mut lines = open
            .map(|order| {
                let handler = order.handler.map(|it| texts.person(env.office(), it));
                let department = case_words::department(env, order.department);
                let name = match handler {
                    Some(name) => texts.board_person_of(department, name),
                    None => department.to_owned(),
                };
                let recall = may(&env.ctx(), complaint, Verb::Recall, Some(order.no)).is_ok().then(|| {
                    Element::from(button(texts.board_recall_verb()).compact().on_press(Message::RecallAsked(order.no)))
                });
                row![
                    column![
                        fitted(&name, Face::Body, INNER - 96.0),
                        small(texts.name(order.stage)).style(style::text::ink3)
                    ]
                    .width(Length::Fill)
                ]
                .push(recall)
                .align_y(Center)
                .into()
            })
            .collect::<Vec<Element<'a, Message>>>();
        if lines.is_empty() {
            return lines;
        }
        lines.insert(0, section(texts.board_orders(), "", None));
        vec![column(lines).spacing(6).into()]
    }

    /// Who handles it, a note, several departments, the clocks that start.
    fn asked_besides<'a>(&'a self, env: &Env<'a>, complaint: &'a Complaint) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let mut above: Vec<Element<'a, Message>> = Vec::new();
        if let Work::Dispatch(form) | Work::Forward(_, form) = &self.work {
            above.extend(self.handlers(env, form));
        }
        if let Work::Dispatch(form) = &self.work {
            let note = field(texts.board_note(), &form.note)
                .id(Seat::Note.id())
                .on_input(Message::NoteTyped)
                .on_submit(Message::Stepped(Step::Next, Some(Seat::Note.id())));
            above.push(note.into());
            let several = check(
                texts.board_several(),
                form.several == Several::Yes,
                self.ring.focus(Seat::Several),
                Some(Message::SeveralToggled),
            );
            above.push(named(Seat::Several.id(), Focus::Elsewhere, several));
            above.push(hint(starts(env, complaint)).into());
        }
        above
    }

    fn foot<'a>(&'a self, env: &Env<'a>, above: Vec<Element<'a, Message>>) -> Element<'a, Message> {
        let texts = env.texts;
        let (verb, sign): (Cow<'a, str>, Icon) = match &self.work {
            Work::Dispatch(form) if 1 < form.chosen.len() => {
                (texts.board_do_dispatch_several(form.chosen.len()).into(), icon::SEND)
            }
            Work::Dispatch(_) => (texts.name(Verb::Dispatch).into(), icon::SEND),
            Work::Forward(..) => (texts.name(Verb::Forward).into(), icon::ROUTE),
            Work::Judge(_) => (texts.name(Verb::Judge).into(), icon::SCALE),
            Work::Reply(_) => (texts.name(Verb::Reply).into(), icon::MESSAGE_SQUARE_TEXT),
            Work::Exempt(_) => (texts.name(Verb::Exempt).into(), icon::CIRCLE_PAUSE),
            Work::Recall(_) => (texts.name(Verb::Recall).into(), icon::UNDO_2),
            Work::Deed(it) => (it.kind.name(texts).into(), deeds_view::sign(it.kind)),
            Work::Look => (texts.board_open_case().into(), icon::EXTERNAL_LINK),
        };
        let enter = Shortcut::named(iced::keyboard::key::Named::Enter);
        let keys = match &self.work {
            Work::Judge(_) | Work::Reply(_) | Work::Deed(_) => enter.with_command(),
            Work::Dispatch(_) | Work::Forward(..) | Work::Exempt(_) | Work::Recall(_) | Work::Look => enter,
        };
        let primary =
            button(verb).primary().icon(sign).keys(keys).focus(self.ring.focus(Seat::Submit)).id(Seat::Submit.id());
        let primary = match (&self.work, self.sending, self.missing(env)) {
            (Work::Look, _, _) => primary.on_press(Message::CaseAsked),
            (_, Sending::Waiting | Sending::Told(_), _) => primary.busy(),
            (_, Sending::Idle, Some(missing)) => primary.locked(missing),
            (_, Sending::Idle, None) => primary.on_press(Message::Submitted),
        };
        // A gate shows its key: what is still missing stands above the button, not only under the pointer.
        let gap = self.missing(env).filter(|_| self.sending == Sending::Idle);
        let gap = gap.map(|it| container(hint(it)).width(Length::Fill).align_x(iced::Right));
        // Where nothing is to be dispatched it is some other clock that waits.
        let later: Cow<'a, str> = match &self.work {
            Work::Look => texts.board_form_of(texts.name(Verb::Exempt)).into(),
            Work::Dispatch(_)
            | Work::Forward(..)
            | Work::Judge(_)
            | Work::Reply(_)
            | Work::Exempt(_)
            | Work::Recall(_)
            | Work::Deed(_) => texts.board_later().into(),
        };
        let back = match &self.work {
            Work::Exempt(_) | Work::Recall(_) => Some(
                button(texts.board_back())
                    .quiet()
                    .focus(self.ring.focus(Seat::Back))
                    .id(Seat::Back.id())
                    .on_press(Message::Returned),
            ),
            Work::Dispatch(_) | Work::Forward(..) | Work::Judge(_) | Work::Look if self.may_wait(env) => Some(
                button(later)
                    .quiet()
                    .icon(icon::CIRCLE_PAUSE)
                    .focus(self.ring.focus(Seat::Later))
                    .id(Seat::Later.id())
                    .on_press(Message::ExemptAsked),
            ),
            Work::Dispatch(_) | Work::Forward(..) | Work::Judge(_) | Work::Reply(_) | Work::Deed(_) | Work::Look => {
                None
            }
        };
        let verbs = row![]
            .push(back.map(Element::from))
            .push(space().width(Length::Fill))
            .push(Element::from(primary))
            .align_y(Center);
        container(column(above).push(gap).push(verbs).spacing(8)).padding([12, 16]).into()
    }
}

/// Number, flags, clock; what it is about; who and which category.
fn summary<'a>(env: &Env<'a>, complaint: &'a Complaint) -> Element<'a, Message> {
    let card = env.books.card(View { viewer: env.me, now: env.now }, complaint);
    let (shown, clock) = match &card {
        Some(it) => (it.flags.as_slice(), it.clock.map(|it| it.clock)),
        None => (&[][..], None),
    };
    let number = env.office().forms().number(complaint.id);
    let chip = clock_chip::case_chip(env, complaint, clock);
    let head = row![small(number).style(style::text::ink2).wrapping(Wrapping::None)]
        .push(flags::priority(env, complaint.priority()))
        .extend(flags::flags(env, shown, 92.0))
        .push(space().width(Length::Fill))
        .spacing(6)
        .align_y(Center);
    let full = case_words::summary(env, complaint);
    let kept = crate::ui::widget::fit_two(&full, Face::Body, INNER - 24.0);
    let text: Element<'a, Message> = if kept.ends_with('…') && !full.ends_with('…') {
        tip(words(Face::Body, kept), full)
    } else {
        body(kept).into()
    };
    let category = case_words::category(env, complaint.details.category);
    let whose = format!("{}·{category}", case_words::customer(env, complaint));
    let under = row![container(fitted(&whose, Face::Small, INNER - 150.0)).style(style::surface::quiet)]
        .push(space().width(Length::Fill))
        .push(chip)
        .align_y(Center);
    container(column![head, text, under].spacing(4))
        .width(Length::Fill)
        .padding([10, 12])
        .style(style::surface::inset)
        .into()
}
