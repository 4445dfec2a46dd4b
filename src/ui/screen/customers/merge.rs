//! 合并 (L18): two entries side by side; a person decides whether they are one, and which of them speaks for both.

use iced::widget::{column, container, mouse_area, row};
use iced::{Center, Length};

use super::sight::{self, Sight};
use super::{Message, Pen, State};
use crate::books::customers::Who;
use crate::domain::customer::{Phone, Profile, Verb};
use crate::domain::text::Line;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Width, body, button, field, hint, line_across, modal, modal_foot, scrimmed, scroll, small, small_strong,
};

/// The field that searches for the other one.
pub(super) const SEARCH: Spot = Spot("cust-merge-search", 0);
/// 交换
pub(super) const SIDE: Spot = Spot("cust-merge-turn", 0);
/// What the modal takes beside the lines that are compared.
const AROUND: f32 = 290.0;
/// So many are offered to merge with.
const MOST: usize = 6;

/// What is being compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merging {
    /// Who speaks for both.
    pub(super) first: Who,
    /// Who is merged into the first.
    pub(super) second: Option<Who>,
    pub(super) query: String,
}

impl Merging {
    pub(super) fn turn(&mut self) {
        if let Some(second) = self.second.replace(self.first) {
            self.first = second;
        }
    }
}

impl State {
    pub(super) fn merge_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, merging: &'a Merging) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let content = match merging.second {
            None => search(pen, merging),
            Some(second) => compare(pen, (merging.first, second)),
        };
        let refused = self
            .refused
            .as_ref()
            .map(|it| small(texts.refused(it, env.office())).style(style::text::toned(Tone::Late)));
        let safe = button(texts.cancel()).keys(Shortcut::named(iced::keyboard::key::Named::Escape));
        let safe = pen.keys.button(Spot("cust-merge-not", 0), safe, Some(Message::Closed));
        let apart = merging.second.is_some().then(|| {
            let apart = button(texts.name(Verb::TellApart)).quiet().icon(icon::SPLIT);
            pen.keys.button(Spot("cust-merge-apart", 0), apart, (!self.busy).then_some(Message::ToldApart))
        });
        let does = Shortcut::named(iced::keyboard::key::Named::Enter).with_command();
        let primary = button(texts.cust_merge_do()).primary().icon(icon::MERGE).keys(does);
        let primary = if self.busy { primary.busy() } else { primary };
        let ready = (merging.second.is_some() && !self.busy).then_some(Message::Merge);
        let primary = pen.keys.button(Spot("cust-merge-do", 0), primary, ready);
        let content =
            column![body(texts.cust_merge_words()).style(style::text::ink2), content].push(refused).spacing(12);
        let foot = modal_foot(row![].push(apart).push(safe).spacing(8), primary);
        scrimmed(modal((Width::Wide, Tone::Soon, icon::MERGE), texts.cust_merge_title(), content, foot), None)
    }
}

fn search<'a>(pen: &mut Pen<'_, 'a>, merging: &'a Merging) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let input = field(texts.cust_merge_search(), &merging.query).icon(icon::SEARCH).on_input(Message::MergeSearched);
    let input = pen.keys.field(SEARCH, input);
    let found =
        if merging.query.trim().is_empty() { Vec::new() } else { env.books.customers().find(&merging.query, MOST + 1) };
    let sight = Sight::of_card(&env, false);
    let rows = found.into_iter().filter(|it| it.who != merging.first).take(MOST).enumerate().map(|(place, it)| {
        let phone = env.books.customers().phones(it.who).first().map(|it| sight.phone(&env, it)).unwrap_or_default();
        let line = row![small_strong(sight::called(&env, it.who, sight)), hint(phone), hint(number(&env, it.who))]
            .spacing(8)
            .align_y(Center);
        let drawn = container(line)
            .height(34)
            .width(Length::Fill)
            .padding([0, 10])
            .align_y(Center)
            .style(style::row::row(Standing::Rest));
        let area =
            mouse_area(drawn).on_press(Message::MergeWith(it.who)).interaction(iced::mouse::Interaction::Pointer);
        pen.keys.pressable(Spot("cust-merge-with", place), Message::MergeWith(it.who), area)
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    column![Element::from(input)].push((!rows.is_empty()).then(|| column(rows))).spacing(8).into()
}

fn number(env: &Env<'_>, who: Who) -> String {
    match who {
        Who::File(id) => id.written(),
        Who::Caller(_) => env.texts.cust_no_file().to_owned(),
    }
}

fn compare<'a>(pen: &mut Pen<'_, 'a>, (first, second): (Who, Who)) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let customers = env.books.customers();
    let sight = Sight::of_card(&env, false);
    let (Some(one), Some(other)) = (customers.profile(first), customers.profile(second)) else {
        return hint(texts.cust_nobody()).into();
    };
    let lines = |it: &Profile, who: Who| -> [String; 11] {
        let line = |it: &Option<Line>| it.as_ref().map(|it| sight.plain(&env, it)).unwrap_or_default();
        let secret = |it: &Option<Line>| it.as_ref().map(|it| sight.text(&env, it)).unwrap_or_default();
        let phones = it.phones.iter().map(|it: &Phone| sight.phone(&env, it));
        let member = it.member.as_ref().map(|it| texts.joined([line(&it.number), line(&it.tier)])).unwrap_or_default();
        let rests = it.rests.map(|it| texts.cust_rests_words(texts.time(it.from), texts.time(it.until)));
        let owner = customers.owner(who).map(|it| texts.person(env.office(), it)).unwrap_or_default();
        [
            number(&env, who),
            sight.name(&env, &it.name, it.salutation),
            texts.list(phones),
            texts.name(it.kind).to_owned(),
            line(&it.organisation),
            secret(&it.address),
            secret(&it.email),
            member,
            rests.unwrap_or_default(),
            owner,
            texts.cust_times(customers.complaints(who).len()),
        ]
    };
    let names = [
        texts.cust_number(),
        texts.cust_name(),
        texts.cust_phones(),
        texts.cust_kind(),
        texts.cust_organisation(),
        texts.cust_address(),
        texts.cust_email(),
        texts.cust_member(),
        texts.cust_rests(),
        texts.cust_owner(),
        texts.cust_tab_complaints(),
    ];
    let turn = button(texts.cust_merge_turn()).quiet().compact().icon(icon::ARROW_UP_DOWN);
    let turn = pen.keys.button(SIDE, turn, Some(Message::MergeTurned));
    let head = row![
        container(turn).width(104),
        container(small_strong(texts.cust_merge_stays())).width(Length::Fill),
        container(small_strong(texts.cust_merge_goes())).width(Length::Fill),
    ]
    .spacing(8)
    .align_y(Center);
    let mut table = column![];
    let all = names.into_iter().zip(lines(&one, first)).zip(lines(&other, second));
    for ((name, left), right) in all.filter(|((_, left), right)| !left.is_empty() || !right.is_empty()) {
        // What differs is what is to be looked at.
        let differs = left != right;
        let cell = |words: String| {
            let drawn = if differs { small_strong(words) } else { small(words).style(style::text::ink2) };
            container(drawn).width(Length::Fill)
        };
        let line = row![container(hint(name)).width(104), cell(left), cell(right)].spacing(8);
        table = table.push(line_across()).push(container(line).padding([4, 12]));
    }
    let high = (env.window.height - AROUND).max(84.0);
    let rows = container(scroll(table).height(Length::Shrink)).max_height(high);
    let table = column![container(head).padding([6, 12]).style(style::surface::canvas), rows];
    container(table).padding(1).width(Length::Fill).style(style::surface::card).into()
}
