//! The rows of the palette, with hits marked.

use iced::{
    Center, Length,
    widget::{container, row, space, text::Wrapping},
};

use super::{Deed, Target};
use crate::books::View;
use crate::books::customers::Who;
use crate::books::ledger::Row;
use crate::domain::complaint::terms::{Salutation, Satisfaction};
use crate::domain::customer::Phone;
use crate::domain::id::PersonId;
use crate::i18n::Texts;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::part::{case_words, clock_chip};
use crate::ui::shell::Message;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{badge, fit, fitted, icon as glyph, keycaps, measure, small, words};

/// What the right side of a row takes at the most.
const RIGHT: f32 = 170.0;
/// Between icon, name and the rest.
const GAP: f32 = 12.0;
/// Inside a row.
const INSIDE: f32 = super::WIDTH - 40.0 - 16.0 - GAP;

/// What a row is drawn from: icon, words, right side.
type Parts<'a> = (Icon, Element<'a, Message>, Element<'a, Message>);

pub(super) fn line<'a>(env: &Env<'a>, target: &Target, query: &str, marked: bool) -> Element<'a, Message> {
    let parts = match target {
        Target::Complaint(id) => env.books.row(*id).map(|it| complaint(env, it, query)),
        Target::Customer(who) => customer(env, *who, query),
        Target::Deed(deed) => Some(deed_line(env, deed, query)),
        Target::Person(id) => Some(person(env, *id, query)),
        Target::Page(place) => Some((place.icon(), hit(place.name(env.texts), Face::Body, query), space().into())),
    };
    let Some((icon, content, right)) = parts else { return space().into() };
    let sign = glyph(icon);
    let sign = if marked { sign.style(style::text::toned(Tone::Accent)) } else { sign.style(style::text::ink3) };
    row![sign, container(content).width(Length::Fill).clip(true), right].spacing(GAP).align_y(Center).into()
}

/// 王女士.
pub(super) fn masked(env: &Env<'_>, name: &str, salutation: Salutation) -> String {
    match env.cloak {
        Cloak::Off => env.texts.masked_name(name, salutation),
        Cloak::On => env.texts.customer_cloaked().to_owned(),
    }
}

/// 138****2206
fn number(env: &Env<'_>, phone: &Phone) -> String {
    match env.cloak {
        Cloak::Off => phone.masked(),
        Cloak::On => String::new(),
    }
}

fn complaint<'a>(env: &Env<'a>, it: &Row, query: &str) -> Parts<'a> {
    if !super::reads(env, it) {
        let stage = badge(Tone::Plain, env.texts.name(it.stage));
        return (icon::LOCK, hit(&it.id.short(), Face::Body, query), stage);
    }
    let content = match env.cloak {
        Cloak::Off => it.content.split_whitespace().collect::<Vec<_>>().join(" "),
        Cloak::On => String::new(),
    };
    let view = View { viewer: env.me, now: env.now };
    let open = env.books.complaint(it.id).filter(|it| it.stage.is_open());
    let chip = open.and_then(|it| {
        let clock = env.books.most_urgent(view, it).map(|it| it.clock);
        clock_chip::case_chip(env, it, clock)
    });
    let right = chip.unwrap_or_else(|| badge(tone(it), became(env.texts, it)));
    // The tail of the number is shown where it was looked for.
    let digits = 4 <= query.len() && query.bytes().all(|it| it.is_ascii_digit());
    let name = masked(env, &it.caller.name, it.caller.salutation);
    let who = if digits && it.caller.phone.main().ends_with(query) {
        format!("{name} {}", number(env, &it.caller.phone))
    } else {
        name
    };
    let id = it.id.short();
    let taken = measure(&id, Face::Body) + measure(&who, Face::Small) + 2.0 * GAP;
    let about = fit(&content, Face::Small, (INSIDE - RIGHT - taken - 24.0).max(60.0));
    let said = row![
        hit(&id, Face::Body, query),
        quiet(row![hit(&who, Face::Small, query), small("·"), hit(&about, Face::Small, query)].align_y(Center)),
    ]
    .spacing(GAP)
    .align_y(Center);
    (icon::FILE_TEXT, said.into(), right)
}

fn customer<'a>(env: &Env<'a>, who: Who, query: &str) -> Option<Parts<'a>> {
    let (texts, customers) = (env.texts, env.books.customers());
    let profile = customers.profile(who)?;
    let member = profile.member.as_ref().map(|it| match &it.tier {
        Some(tier) => tier.to_string(),
        None => texts.flag_member().to_owned(),
    });
    let phone = customers.phones(who).first().map(|it| number(env, it));
    let region = profile.region.as_ref().map(ToString::to_string);
    let shown = |it: &String| env.cloak == Cloak::Off && !it.is_empty();
    let more: Vec<String> = [member, phone, region].into_iter().flatten().filter(shown).collect();
    let many = customers.complaints(who).len();
    let right = small(texts.palette_times(many)).style(style::text::ink2).wrapping(Wrapping::None);
    let name = masked(env, &profile.name, profile.salutation);
    let taken = measure(&name, Face::Body) + 2.0 * GAP;
    let more = fit(&more.join("·"), Face::Small, (INSIDE - taken - 100.0).max(60.0));
    let said = row![hit(&name, Face::Body, query), quiet(hit(&more, Face::Small, query))].spacing(GAP).align_y(Center);
    Some((icon::USER, said.into(), right.into()))
}

fn deed_line<'a>(env: &Env<'a>, deed: &Deed, query: &str) -> Parts<'a> {
    let name = deed.name(env);
    let key = deed.key();
    let taken = measure(&name, Face::Body) + 2.0 * GAP + if key.is_some() { 90.0 } else { 0.0 };
    let more = fit(&deed.more(env), Face::Small, (INSIDE - taken).max(60.0));
    let said = row![hit(&name, Face::Body, query), small(more).style(style::text::ink2).wrapping(Wrapping::None)]
        .spacing(GAP)
        .align_y(Center);
    (deed.icon(), said.into(), key.map_or_else(|| space().into(), keycaps))
}

fn person<'a>(env: &Env<'a>, id: PersonId, query: &str) -> Parts<'a> {
    let name = env.texts.person(env.office(), id);
    let person = env.office().person(id);
    let department = person.map(|it| case_words::department(env, it.department)).unwrap_or_default();
    let roles = person.map(|it| env.texts.list(it.roles.iter().map(|role| env.texts.name(role)))).unwrap_or_default();
    let open = env.books.open().filter(|it| it.orders.iter().any(|it| it.stage.is_open() && it.involves(id))).count();
    let said = row![
        hit(&name, Face::Body, query),
        quiet(hit(department, Face::Small, query)),
        quiet(fitted(&roles, Face::Small, 200.0))
    ]
    .spacing(GAP)
    .align_y(Center);
    let right = small(env.texts.palette_in_hand(open)).style(style::text::ink2).wrapping(Wrapping::None);
    (icon::USER, said.into(), right.into())
}

/// What stands behind the name.
fn quiet<'a>(it: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(it).style(style::surface::quiet).into()
}

/// Words in which the hit stands on `mark`.
fn hit<'a>(said: &str, face: Face, query: &str) -> Element<'a, Message> {
    let plain = |it: &str| words(face, it.to_owned()).wrapping(Wrapping::None);
    let Some((before, found, after)) = split(said, query) else { return plain(said).into() };
    row![plain(before), container(plain(found)).style(style::surface::mark), plain(after)].align_y(Center).into()
}

/// The first place where the letters stand, whatever their case.
fn split<'a>(said: &'a str, query: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let wanted: Vec<char> = query.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return None;
    }
    let letters: Vec<(usize, char)> = said.char_indices().collect();
    let same = |it: &[(usize, char)]| {
        it.iter().zip(&wanted).all(|((_, letter), wanted)| letter.to_lowercase().eq(std::iter::once(*wanted)))
    };
    let at = letters.windows(wanted.len()).position(same)?;
    let from = letters.get(at)?.0;
    let until = letters.get(at + wanted.len()).map_or(said.len(), |it| it.0);
    Some((&said[..from], &said[from..until], &said[until..]))
}

/// How it ended, or where it stands.
fn became(texts: &Texts, it: &Row) -> String {
    match (&it.closing, it.satisfaction()) {
        (Some(_), Some(result @ Satisfaction::Neutral)) => texts.palette_closed(texts.name(result)),
        (Some(closing), _) => texts.name(closing.code).to_owned(),
        (None, _) => texts.name(it.stage).to_owned(),
    }
}

fn tone(it: &Row) -> Tone {
    match (&it.closing, it.satisfaction()) {
        (Some(_), Some(Satisfaction::Satisfied)) => Tone::Success,
        (Some(_), Some(Satisfaction::Neutral | Satisfaction::Dissatisfied) | None) => Tone::Plain,
        (None, _) if it.escalated.is_some() => Tone::Escalated,
        (None, _) => Tone::Info,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_hit_is_marked_whatever_its_case() {
        assert_eq!(split("138****2206", "2206"), Some(("138****", "2206", "")));
        assert_eq!(split("KF-35 空调", "kf"), Some(("", "KF", "-35 空调")));
        assert_eq!(split("空调不制冷，空调", "空调"), Some(("", "空调", "不制冷，空调")));
        assert_eq!(split("空调", "冰箱"), None);
        assert_eq!(split("空调", ""), None);
        assert_eq!(split("空", "空调"), None);
    }
}
