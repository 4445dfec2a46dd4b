//! 分配 (L17, A16): who gets how many, proposed evenly and by ability, carried out at one press, and taken back at one.
//!
//! What somebody can take is kept of the person; whoever allots may say otherwise for this once.

use std::collections::BTreeMap;

use iced::keyboard::key::Named;
use iced::widget::{column, container, row};
use iced::{Center, Length};

use super::{Message, Pen, State};
use crate::books::customers::Who;
use crate::domain::id::PersonId;
use crate::domain::office::{Office, Person, Presence, Share};
use crate::domain::role::Role;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::part::keyed::Spot;
use crate::ui::screen::Action;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Width, avatar, body, button, hint, line_across, modal, modal_foot, named, scrimmed, scroll, small, small_strong,
    strong, tip,
};

/// 按此分配
pub(super) const DO: Spot = Spot("cust-allot-do", 0);
/// A press makes a share so much larger or smaller, in percent.
const STEP: u8 = 10;
/// A full load.
const FULL: u8 = 100;
/// What the modal takes beside the people.
const AROUND: f32 = 320.0;

/// What is proposed.
#[derive(Debug, Clone, Default)]
pub(super) struct Allotting {
    /// Those whom nobody keeps.
    wanting: Vec<Who>,
    /// What somebody takes this time, where it is not what is kept of the person.
    shares: BTreeMap<PersonId, Share>,
    pub(super) proposed: Vec<(Who, PersonId)>,
}

impl Allotting {
    pub(super) fn of(env: &Env<'_>, wanting: Vec<Who>) -> Self {
        let mut new = Self { wanting, ..Self::default() };
        new.propose(env);
        new
    }

    fn propose(&mut self, env: &Env<'_>) {
        self.proposed = env.books.customers().allotment(&self.wanting, &self.shares);
    }

    /// Those who have their keeper are wanting no longer.
    pub(super) fn without(&mut self, done: &[Who]) {
        self.wanting.retain(|it| !done.contains(it));
        self.proposed.retain(|(it, _)| !done.contains(it));
    }

    fn share(&self, person: &Person) -> Share {
        self.shares.get(&person.id).copied().unwrap_or(person.share)
    }
}

/// Who can be given customers: the front desk, as far as at work.
fn takers(office: &Office) -> impl Iterator<Item = &Person> {
    office.holders(Role::FrontDesk).filter(|it| it.presence == Presence::Present)
}

/// The share one step smaller, and one step larger.
fn beside(share: Share) -> (Option<Share>, Option<Share>) {
    let less = (0 < share.0).then(|| Share(share.0.saturating_sub(STEP)));
    let more = (share.0 < FULL).then(|| Share(share.0.saturating_add(STEP).min(FULL)));
    (less, more)
}

impl State {
    /// Somebody takes more this time, or less: the proposal follows.
    pub(super) fn share(&mut self, env: &Env<'_>, person: PersonId, share: Share) -> Effect<Message, Action> {
        if let super::Over::Allot(allotting) = &mut self.over {
            allotting.shares.insert(person, share);
            allotting.propose(env);
        }
        Effect::none()
    }

    pub(super) fn allot_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, allotting: &'a Allotting) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let proposed = &allotting.proposed;
        let mut gets: BTreeMap<PersonId, usize> = BTreeMap::new();
        for (_, person) in proposed {
            *gets.entry(*person).or_default() += 1;
        }
        let column_head = |words: &'a str, px: f32| container(hint(words)).width(px).align_x(iced::Right);
        let head = row![
            hint(texts.cust_owner()).width(Length::Fill),
            container(hint(texts.cust_allot_share())).center_x(SHARE),
            column_head(texts.cust_allot_has(), CELL),
            column_head(texts.cust_allot_open(), CELL),
            column_head(texts.cust_allot_gets(), CELL),
        ]
        .spacing(8);
        let loads = env.books.customers().loads();
        let people: Vec<&'a Person> = takers(env.office()).collect();
        let lines = people.into_iter().enumerate().map(|(place, person)| {
            let load = loads.get(&person.id).copied().unwrap_or_default();
            let count = gets.get(&person.id).copied().unwrap_or_default();
            let cell = |words: String| container(small(words)).width(CELL).align_x(iced::Right);
            let gets = container(small_strong(format!("+{count}"))).width(CELL).align_x(iced::Right);
            let line = row![
                avatar(&person.name),
                strong(person.name.as_str()).width(Length::Fill),
                Self::stepper(pen, place, (person, allotting.share(person))),
                cell(load.files.to_string()),
                cell(load.open.to_string()),
                gets,
            ]
            .spacing(8)
            .align_y(Center);
            column![line_across(), container(line).padding([4, 12])].into()
        });
        let lines: Vec<Element<'a, Message>> = lines.collect();
        let words = if proposed.is_empty() {
            texts.cust_allot_nobody().to_owned()
        } else {
            texts.cust_allot_words(proposed.len(), gets.len())
        };
        let refused = self
            .refused
            .as_ref()
            .map(|it| small(texts.refused(it, env.office())).style(style::text::toned(Tone::Late)));
        let high = (env.window.height - AROUND).max(84.0);
        let rows = container(scroll(column(lines)).height(Length::Shrink)).max_height(high);
        let table = column![container(head).padding([6, 12]).style(style::surface::canvas), rows];
        let content = column![body(words).style(style::text::ink2)]
            .push(container(table).padding(1).width(Length::Fill).style(style::surface::card))
            .push(hint(texts.cust_allot_how()))
            .push(refused)
            .spacing(12);
        let safe = button(texts.cancel()).keys(Shortcut::named(Named::Escape));
        let safe = pen.keys.button(Spot("cust-allot-not", 0), safe, Some(Message::Closed));
        let does = Shortcut::named(Named::Enter).with_command();
        let primary = button(texts.cust_allot_do(proposed.len())).primary().keys(does);
        let primary = if self.busy { primary.busy() } else { primary };
        let ready = (!proposed.is_empty() && !self.busy).then_some(Message::Allot);
        let primary = pen.keys.button(DO, primary, ready);
        let look = (Width::Wide, Tone::Info, icon::SCALE);
        scrimmed(modal(look, texts.cust_allot_title(), content, modal_foot(safe, primary)), Some(Message::Closed))
    }

    /// A share that can be made smaller and larger: by its buttons, and by left and right.
    fn stepper<'a>(pen: &mut Pen<'_, 'a>, place: usize, (person, share): (&'a Person, Share)) -> Element<'a, Message> {
        let texts = pen.env.texts;
        let (less, more) = beside(share);
        let says = |it: Option<Share>| it.map(|it| Message::ShareChosen(person.id, it));
        let (less, more) = (says(less), says(more));
        let keys = [(Named::ArrowLeft, less.clone()), (Named::ArrowRight, more.clone())];
        let spot = Spot("cust-allot-share", place);
        let focus = pen.keys.keys(spot, keys.into_iter().filter_map(|(key, it)| Some((key, it?))).collect());
        let square = |sign: Icon, hint: String, says: Option<Message>| {
            tip(Element::from(button("").icon(sign).compact().quiet().on_press_maybe(says)), hint)
        };
        let name = person.name.as_str();
        let drawn = row![
            square(icon::MINUS, texts.cust_allot_less(name), less),
            container(small_strong(format!("{}%", share.0))).center_x(44),
            square(icon::PLUS, texts.cust_allot_more(name), more),
        ]
        .align_y(Center);
        container(named(spot.id(), focus, drawn)).center_x(SHARE).into()
    }
}

/// A column of numbers.
const CELL: f32 = 72.0;
/// The column of shares.
const SHARE: f32 = 120.0;
