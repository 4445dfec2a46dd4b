//! The dock, drawn.

use std::borrow::Cow;

use iced::{
    Center, Length,
    widget::{column, container, mouse_area, opaque, row, space, text::Wrapping, text_editor},
};

use super::forms::{Dispatch, Exempt, Judge, METHODS, OUTCOMES, Recall, Reply, Several};
use super::targets::{self, Lately, Load, Loads, Past, Pick, Target, Targets, Why};
use super::{Carried, Dock, Message, Seat, Sending, Work, deeds_view};
use crate::books::View;
use crate::domain::complaint::terms::{ExemptionReason, Validity};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::complaint::{Complaint, OrderStage, Verb, may};
use crate::domain::id::{ComplaintId, PersonId};
use crate::domain::limits::ClockName;
use crate::domain::office::Presence;
use crate::domain::script;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::form::{Step, Stop};
use crate::ui::part::{case_words, clock_chip, flags};
use crate::ui::style::{self, Elevation, field::Mood};
use crate::ui::theme::{Element, Face, Height, Radius, Tone};
use crate::ui::widget::{
    Focus, Note, Part, avatar, avatar_plain, body, button, caption, check, chip, chips, editor, field, fitted, heading,
    hint, icon as glyph, icon_button, keycap, keycaps, label, lift, line_across, load, named, note, scroll_named,
    segment, small, small_strong, strong, tip, words,
};

/// Over the right lanes.
const WIDTH: f32 = 372.0;
/// What stands in it.
pub(super) const INNER: f32 = WIDTH - 2.0 * 16.0 - 2.0;
/// Targets with a digit.
const DIGITS: usize = 9;

impl Dock {
    pub(in super::super) fn view<'a>(&'a self, env: &Env<'a>, carried: Carried) -> Element<'a, Message> {
        let Some(complaint) = env.books.complaint(self.id) else { return space().into() };
        let summary = if self.also.is_empty() { summary(env, complaint) } else { self.several(env) };
        let content = column![summary].push(self.trouble(env)).extend(self.content(env, complaint, carried));
        let list = scroll_named("board-dock-list", container(content.spacing(12)).padding([12, 16]));
        let drawn = column![self.head(env), list, line_across(), self.foot(env, complaint)];
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
            Work::Exempt(_) => (icon::CIRCLE_PAUSE, texts.board_dock_exempt()),
            Work::Recall(_) => (icon::UNDO_2, texts.board_dock_recall()),
            Work::Deed(it) => (deeds_view::sign(it.kind), texts.name(it.kind.verb())),
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

    fn content<'a>(&'a self, env: &Env<'a>, complaint: &'a Complaint, carried: Carried) -> Vec<Element<'a, Message>> {
        match &self.work {
            Work::Dispatch(form) | Work::Forward(_, form) => self.dispatch_form((env, carried), complaint, form),
            Work::Judge(form) => self.judge_form(env, form),
            Work::Reply(form) => self.reply_form(env, form),
            Work::Exempt(form) => self.exempt_form(env, complaint, form),
            Work::Recall(form) => Self::recall_form(env, complaint, form),
            Work::Deed(form) => self.deed_form(env, complaint, form),
            Work::Look => Self::orders(env, complaint),
        }
    }

    fn dispatch_form<'a>(
        &'a self,
        (env, carried): (&Env<'a>, Carried),
        complaint: &'a Complaint,
        form: &'a Dispatch,
    ) -> Vec<Element<'a, Message>> {
        let texts = env.texts;
        let (targets, loads, past) = (self.targets(env), self.loads(env), self.past(env));
        let mut drawn = if self.also.is_empty() { Self::orders(env, complaint) } else { Vec::new() };
        if let Work::Dispatch(_) = self.work
            && let Some(manager) = targets::by_way_of(env, complaint)
        {
            drawn.push(note(Note {
                tone: Tone::Info,
                icon: icon::ROUTE,
                title: texts.board_two_hops(texts.person(env.office(), manager)).into(),
                words: texts.board_two_hops_words().into(),
                actions: Vec::new(),
            }));
        }
        let line = |index: usize, target: &Target| {
            self.target((env, carried), (form, &targets), (index, *target), (&loads, &past))
        };
        if 0 < targets.suggested {
            drawn.push(section(texts.board_suggested(), texts.board_suggested_by(), None));
            let suggested = targets.all.iter().take(targets.suggested).enumerate();
            drawn.push(column(suggested.map(|(index, it)| line(index, it))).spacing(8).into());
        }
        let search = field(texts.board_search(), &form.query)
            .id(Seat::Search.id())
            .icon(icon::SEARCH)
            .compact()
            .width(168)
            .on_input(Message::QueryTyped)
            .on_submit(Message::TargetNumbered(0));
        drawn.push(section(texts.board_all_targets(), "", Some(search.into())));
        let rest = targets.all.iter().enumerate().skip(targets.suggested);
        if targets.all.is_empty() {
            drawn.push(hint(texts.no_hit(form.query.as_str())).into());
        }
        drawn.push(column(rest.map(|(index, it)| line(index, it))).spacing(8).into());
        drawn
    }

    fn target<'a>(
        &'a self,
        (env, carried): (&Env<'a>, Carried),
        (form, all): (&Dispatch, &Targets),
        (index, target): (usize, Target),
        (loads, past): (&Loads, &Past),
    ) -> Element<'a, Message> {
        let pick = target.pick;
        let exact = |it: &Pick| all.all.iter().any(|target| target.pick == *it);
        let first = all.all.iter().position(|it| it.pick.department == pick.department) == Some(index);
        // While a card is carried only the target below it is lit.
        let hot = carried == Carried::Yes && self.hot == Some(index) && target.open;
        let taken = form.chosen.iter().any(|it| *it == pick || it.department == pick.department && first && !exact(it));
        let chosen = match carried {
            Carried::Yes => hot,
            Carried::No => taken,
        };
        let department = case_words::department(env, pick.department);
        let (face, name, more): (Element<'a, Message>, String, &str) = match pick.handler {
            Some(id) => {
                let name = env.texts.person(env.office(), id);
                let face = if chosen { avatar(&name) } else { avatar_plain(&name) };
                (face, name, department)
            }
            None => (avatar_plain(department), department.to_owned(), env.texts.board_whoever()),
        };
        let key: Element<'a, Message> = if !target.open {
            caption(env.texts.board_has_it()).style(style::text::ink3).into()
        } else if hot {
            row![
                glyph(icon::CORNER_DOWN_LEFT).size(14).style(style::text::link),
                small_strong(env.texts.board_let_go()).style(style::text::link).wrapping(Wrapping::None)
            ]
            .spacing(4)
            .align_y(Center)
            .into()
        } else if chosen {
            row![
                glyph(icon::CHECK).size(14).style(style::text::link),
                small_strong(env.texts.board_chosen()).style(style::text::link)
            ]
            .spacing(4)
            .align_y(Center)
            .into()
        } else {
            match char::from_digit(u32::try_from(index + 1).unwrap_or(0), 10).filter(|_| index < DIGITS) {
                Some(digit) => keycap(crate::ui::keys::Cap::Sign(digit)),
                None => space().into(),
            }
        };
        let Load { open, late } = loads.at(pick);
        let told = if 0 < late {
            row![
                small(env.texts.board_load(open)).style(style::text::ink2),
                small(env.texts.board_load_late(late)).style(style::text::toned(Tone::Late))
            ]
        } else {
            row![small(env.texts.board_load_none_late(open)).style(style::text::ink2)]
        };
        let away = pick.handler.and_then(|it| env.office().person(it)).is_some_and(|it| it.presence == Presence::Away);
        let why = match target.why {
            Some(Why::Route) => env.texts.board_why_route().to_owned(),
            Some(Why::LastRound) => env.texts.board_why_last_round().to_owned(),
            Some(Why::Closed(count, of)) => env.texts.board_why_closed(count, of),
            Some(Why::Meant) => env.texts.board_why_meant().to_owned(),
            None if away => env.texts.name(Presence::Away).to_owned(),
            None => lately(env, past.at(pick)),
        };
        let more_told = env.texts.board_lately(targets::DAYS, past.at(pick).like, mean(env, past.at(pick)));
        let content = column![
            row![
                face,
                strong(name).wrapping(Wrapping::None),
                fitted(more, Face::Small, 120.0),
                space().width(Length::Fill),
                key
            ]
            .spacing(8)
            .align_y(Center),
            row![
                load(open, late),
                told.wrap(),
                space().width(Length::Fill),
                tip(hint(why).wrapping(Wrapping::None), more_told)
            ]
            .spacing(8)
            .align_y(Center)
        ]
        .spacing(4);
        let look = if chosen { style::surface::target } else { style::surface::card };
        let card = container(content).width(Length::Fill).padding([9, 12]).style(look);
        let message = Message::TargetTaken(pick.department, pick.handler);
        let area: Element<'a, Message> = match carried {
            Carried::Yes => mouse_area(card)
                .on_enter(Message::TargetEntered(index))
                .on_move(move |_| Message::TargetEntered(index))
                .on_exit(Message::TargetLeft(index))
                .into(),
            Carried::No if target.open => {
                mouse_area(card).on_press(message).interaction(iced::mouse::Interaction::Pointer).into()
            }
            Carried::No => card.into(),
        };
        named(Seat::Target(index).id(), self.ring.focus(Seat::Target(index)), area)
    }

    /// Who of the chosen departments handles it.
    fn handlers<'a>(&'a self, env: &Env<'a>, form: &Dispatch) -> Vec<Element<'a, Message>> {
        let last = form.chosen.last().map(|it| it.department);
        let line = |pick: &Pick| {
            let department = pick.department;
            let one = |handler: Option<PersonId>, name: String| {
                chip(name, pick.handler == handler, Some(Message::HandlerChosen(department, handler)))
            };
            let people = targets::handlers(env, department).into_iter();
            let names = people.map(|it| one(Some(it), env.texts.person(env.office(), it)));
            let all = names.chain([one(None, env.texts.board_whoever().to_owned())]);
            let focus = if Some(department) == last { self.ring.focus(Seat::Handler) } else { Focus::Elsewhere };
            let head = label(env.texts.board_handler_of(case_words::department(env, department)));
            let drawn = column![head, chips(all)].spacing(0);
            if Some(department) == last { named(Seat::Handler.id(), focus, drawn) } else { drawn.into() }
        };
        form.chosen.iter().map(line).collect()
    }

    fn judge_form<'a>(&'a self, env: &Env<'a>, form: &'a Judge) -> Vec<Element<'a, Message>> {
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

    fn reply_form<'a>(&'a self, env: &Env<'a>, form: &'a Reply) -> Vec<Element<'a, Message>> {
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

    fn exempt_form<'a>(
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

    fn recall_form<'a>(env: &Env<'a>, complaint: &'a Complaint, form: &'a Recall) -> Vec<Element<'a, Message>> {
        let department = complaint.order(form.order).map_or("", |it| case_words::department(env, it.department));
        let line = field(env.texts.board_recall_words(), &form.line).id(Seat::Line.id()).on_input(Message::LineTyped);
        vec![
            hint(env.texts.board_recall_hint(department)).into(),
            column![label(env.texts.board_in_words()), Element::from(line)].spacing(6).into(),
        ]
    }

    /// The work orders of this round, each with what can be done about it from here.
    fn orders<'a>(env: &Env<'a>, complaint: &'a Complaint) -> Vec<Element<'a, Message>> {
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

    fn foot<'a>(&'a self, env: &Env<'a>, complaint: &'a Complaint) -> Element<'a, Message> {
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
            Work::Deed(it) => (texts.name(it.kind.verb()).into(), deeds_view::sign(it.kind)),
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
        let back = match &self.work {
            Work::Exempt(_) | Work::Recall(_) => Some(
                button(texts.board_back())
                    .quiet()
                    .focus(self.ring.focus(Seat::Back))
                    .id(Seat::Back.id())
                    .on_press(Message::Returned),
            ),
            Work::Dispatch(_) | Work::Forward(..) | Work::Judge(_) | Work::Look if self.may_wait(env) => Some(
                button(texts.board_later())
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
        container(column(above).push(verbs).spacing(8)).padding([12, 16]).into()
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

fn section<'a>(name: &'a str, more: &'a str, trailing: Option<Element<'a, Message>>) -> Element<'a, Message> {
    row![
        caption(name).font(crate::ui::theme::font::BOLD).style(style::text::ink3).wrapping(Wrapping::None),
        hint(more).wrapping(Wrapping::None),
        space().width(Length::Fill)
    ]
    .push(trailing)
    .spacing(8)
    .align_y(Center)
    .into()
}

/// The mean time to a slip, in hours with one digit behind the point; `—` where there was none.
fn mean(env: &Env<'_>, past: Lately) -> String {
    past.tenths().map_or_else(|| "—".to_owned(), |it| format!("{}.{}", env.texts.number(it / 10), it % 10))
}

/// What a target did lately, in a few words.
fn lately(env: &Env<'_>, past: Lately) -> String {
    match past.tenths() {
        Some(_) => env.texts.board_mean(mean(env, past)),
        None if 0 < past.like => env.texts.board_like(past.like),
        None => String::new(),
    }
}

/// Which clocks start with the dispatch, as the office's limits say.
fn starts(env: &Env<'_>, complaint: &Complaint) -> String {
    let hop = targets::by_way_of(env, complaint).map_or(ClockName::Accept, |_| ClockName::SecondHop);
    let limits = env.office().limits();
    let (first, report) = (limits.of(hop), limits.report_for(complaint.priority()));
    let part = |name: ClockName, limit: crate::domain::limits::Limit| {
        env.texts.board_limit(limit.amount, env.texts.name(name), env.texts.name(limit.unit))
    };
    env.texts.board_starts(part(hop, first), part(ClockName::Report, report))
}

/// The words that are better not said to a customer (K10).
fn avoided<'a>(env: &Env<'a>, content: &text_editor::Content) -> Option<Element<'a, Message>> {
    let found = script::forbidden(env.office().language(), &content.text());
    let first = found.first()?;
    let words = env.texts.board_avoid(first.instead.clone(), first.word.clone());
    Some(small(words).style(style::text::toned(Tone::Late)).into())
}
