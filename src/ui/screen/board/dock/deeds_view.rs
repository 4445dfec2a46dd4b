//! The small forms, drawn.

use iced::{
    Center, Length,
    widget::{column, container, row},
};

use super::deeds::{Change, Crowd, Deed, Kind, VISIBILITIES, moment};
use super::forms::METHODS;
use super::view::INNER;
use super::{Dock, Message, Seat};
use crate::domain::complaint::Complaint;
use crate::domain::complaint::terms::ReturnReason;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::case_words;
use crate::ui::part::form::Stop;
use crate::ui::part::typed_time::Lean;
use crate::ui::style::field::Mood;
use crate::ui::theme::{Element, Face};
use crate::ui::widget::{Part, chip, chip_keyed, chips, editor, field, fit, hint, label, named, segment, small_strong};

/// The icon of a deed.
pub(in super::super) const fn sign(kind: Kind) -> Icon {
    match kind {
        Kind::GiveBack => icon::UNDO_2,
        Kind::Transfer => icon::ROUTE,
        Kind::Reassign | Kind::AssignTracking => icon::USER_CHECK,
        Kind::Assist => icon::USER_PLUS,
        Kind::Remind => icon::BELL,
        Kind::Supervise => icon::MEGAPHONE,
        Kind::Communicate => icon::MESSAGE_SQUARE_TEXT,
        Kind::Meet => icon::USERS,
        Kind::Escalate => icon::CHEVRONS_UP,
        Kind::Review => icon::SEARCH,
        Kind::Note => icon::PENCIL,
    }
}

/// Chips with a digit.
const DIGITS: usize = 9;

impl Dock {
    pub(super) fn deed_form<'a>(
        &'a self,
        env: &Env<'a>,
        complaint: &'a Complaint,
        form: &'a Deed,
    ) -> Vec<Element<'a, Message>> {
        let about = form.order.and_then(|it| complaint.order(it)).map(|order| {
            let department = case_words::department(env, order.department);
            let name = match order.handler {
                Some(it) => env.texts.board_person_of(department, env.texts.person(env.office(), it)),
                None => department.to_owned(),
            };
            Element::from(hint(fit(&name, Face::Small, INNER)))
        });
        let tracked = (form.kind == Kind::AssignTracking && self.also.is_empty())
            .then(|| Element::from(hint(env.texts.board_tracked_now(case_words::person(env, complaint.tracking)))));
        let asked = form.seats().into_iter().filter_map(|seat| self.asked(env, (complaint, form), seat));
        about.into_iter().chain(tracked).chain(asked).chain(note(env, form.kind)).collect()
    }

    /// What is asked at a seat, with its name above. Until when is asked beside what is to be done.
    fn asked<'a>(
        &'a self,
        env: &Env<'a>,
        (complaint, form): (&'a Complaint, &'a Deed),
        seat: Seat,
    ) -> Option<Element<'a, Message>> {
        if let Seat::Duty(place) = seat {
            return duty(env, form, place);
        }
        if let Some((name, drawn)) = chosen(env, (complaint, form), seat) {
            return Some(named(seat.id(), self.ring.focus(seat), column![label(name), drawn].spacing(2)));
        }
        let (name, drawn) = self.typed(env, form, seat)?;
        Some(column![label(name), drawn].spacing(6).into())
    }

    /// A field, or a choice with a place of its own for the keyboard.
    fn typed<'a>(&'a self, env: &Env<'a>, form: &'a Deed, seat: Seat) -> Option<(&'a str, Element<'a, Message>)> {
        let texts = env.texts;
        if seat == Seat::Method {
            let parts = METHODS.iter().map(|it| Part::new(*it, texts.name(*it)));
            let drawn = segment(parts, Some(form.method))
                .on_choose(Message::MethodChosen)
                .compact()
                .focus(self.ring.focus(Seat::Method))
                .id(Seat::Method.id());
            Some((texts.board_by_means(), drawn.into()))
        } else if seat == Seat::When {
            let read = moment(env, &form.when, Lean::Past);
            let told = read.map(|it| texts.moment(env.calendar().local(it), env.today()));
            let typed = field(texts.board_when_words(), &form.when)
                .id(Seat::When.id())
                .width(150)
                .on_input(|it| Message::DeedChanged(Change::When(it)));
            let told = hint(told.unwrap_or_else(|| texts.board_missing_when().to_owned()));
            Some((texts.board_when(), row![Element::from(typed), told].spacing(8).align_y(Center).into()))
        } else if seat == Seat::Line {
            let (name, placeholder) = match form.kind {
                Kind::Communicate => (texts.board_with(), texts.board_with_words()),
                Kind::Remind | Kind::Supervise => (texts.board_urge_words(), texts.board_urge_hint()),
                Kind::GiveBack
                | Kind::Transfer
                | Kind::Reassign
                | Kind::Assist
                | Kind::Meet
                | Kind::Escalate
                | Kind::AssignTracking
                | Kind::Review
                | Kind::Note => (texts.board_judge_why(), texts.board_why_words()),
            };
            let drawn = field(placeholder, &form.line).id(Seat::Line.id()).on_input(Message::LineTyped);
            Some((name, drawn.into()))
        } else if seat == Seat::Words {
            let (name, placeholder) = match form.kind {
                Kind::Communicate => (texts.board_said(), texts.board_said_words()),
                Kind::Meet => (texts.board_minutes(), texts.board_minutes_words()),
                Kind::Review => (texts.board_review(), texts.board_review_words()),
                Kind::Note => (texts.board_in_words(), texts.board_note_words()),
                Kind::GiveBack
                | Kind::Transfer
                | Kind::Reassign
                | Kind::Assist
                | Kind::Remind
                | Kind::Supervise
                | Kind::Escalate
                | Kind::AssignTracking => (texts.board_judge_why(), texts.board_why_words()),
            };
            let height = if form.kind == Kind::Meet { 72.0 } else { 96.0 };
            let drawn = editor(Seat::Words.id(), (&form.words, placeholder), (height, Mood::Fine), Message::Edited);
            Some((name, drawn))
        } else {
            None
        }
    }
}

/// Chips to choose from.
fn chosen<'a>(
    env: &Env<'a>,
    (complaint, form): (&'a Complaint, &'a Deed),
    seat: Seat,
) -> Option<(&'a str, Element<'a, Message>)> {
    let texts = env.texts;
    if seat == Seat::Reason {
        let each = ReturnReason::ALL.iter().enumerate().map(|(place, it)| {
            keyed(place, texts.name(*it).to_owned(), (form.reason == Some(*it), Change::Reason(*it)))
        });
        Some((texts.board_return_reason(), chips(each)))
    } else if seat == Seat::Department {
        let all = form.departments(env, complaint).into_iter().enumerate().map(|(place, id)| {
            let on = form.department == Some(id) || form.duties.iter().any(|it| it.department == id);
            keyed(place, case_words::department(env, id).to_owned(), (on, Change::Department(id)))
        });
        Some((texts.board_departments_of(), chips(all)))
    } else if seat == Seat::People {
        let all = form.candidates(env, complaint);
        if all.is_empty() {
            return None;
        }
        let name = match form.crowd() {
            Crowd::One => texts.board_person(),
            Crowd::Many if form.kind == Kind::Meet => texts.board_attendees(),
            Crowd::Many => texts.board_assistants(),
        };
        let drawn = all.into_iter().enumerate().map(|(place, id)| {
            let words = texts.person(env.office(), id);
            keyed(place, words, (form.people.contains(&id), Change::Person(id)))
        });
        Some((name, chips(drawn)))
    } else if seat == Seat::Visibility {
        let drawn = VISIBILITIES.iter().enumerate().map(|(place, it)| {
            keyed(place, texts.name(*it).to_owned(), (form.visibility == *it, Change::Visibility(*it)))
        });
        Some((texts.board_visibility(), chips(drawn)))
    } else {
        None
    }
}

/// A chip with its digit, as far as digits go.
fn keyed<'a>(place: usize, name: String, (on, change): (bool, Change)) -> Element<'a, Message> {
    let message = Some(Message::DeedChanged(change));
    match char::from_digit(u32::try_from(place + 1).unwrap_or(0), 10).filter(|_| place < DIGITS) {
        Some(digit) => chip_keyed(Shortcut::sign(digit), name, on, message),
        None => chip(name, on, message),
    }
}

/// What one department is to do, and until when.
fn duty<'a>(env: &Env<'a>, form: &'a Deed, place: usize) -> Option<Element<'a, Message>> {
    let (texts, it) = (env.texts, form.duties.get(place)?);
    let words = field(texts.board_duty_words(), &it.words)
        .id(Seat::Duty(place).id())
        .on_input(move |words| Message::DeedChanged(Change::Duty(place, words)));
    let due = field(texts.board_due_words(), &it.due)
        .id(Seat::Due(place).id())
        .width(112)
        .on_input(move |due| Message::DeedChanged(Change::Due(place, due)));
    let read = moment(env, &it.due, Lean::Future).map(|it| texts.moment(env.calendar().local(it), env.today()));
    let read = read.unwrap_or_else(|| texts.board_missing_due().to_owned());
    let head = row![
        small_strong(case_words::department(env, it.department)),
        container(hint(texts.board_until(read))).width(Length::Fill).align_x(iced::Right)
    ];
    let fields = row![container(Element::from(words)).width(Length::Fill), Element::from(due)].spacing(6);
    Some(column![head.align_y(Center), fields].spacing(4).into())
}

/// What follows from it, in one line.
fn note<'a>(env: &Env<'a>, kind: Kind) -> Option<Element<'a, Message>> {
    let texts = env.texts;
    let words = match kind {
        Kind::GiveBack => texts.board_note_give_back(),
        Kind::Transfer => texts.board_note_transfer(),
        Kind::Supervise => texts.board_note_supervise(),
        Kind::Meet => texts.board_note_meet(),
        Kind::Escalate => texts.board_note_escalate(),
        Kind::Note => texts.board_note_internal(),
        Kind::Reassign | Kind::Assist | Kind::Remind | Kind::Communicate | Kind::AssignTracking | Kind::Review => {
            return None;
        }
    };
    Some(hint(words).into())
}
