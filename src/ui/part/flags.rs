//! The badges of a case: what the eye should catch, and its priority.

use super::super::{
    env::Frame,
    icon::{self, Icon},
    theme::{Element, Face, Tone},
    widget::{badge, badge_icon, measure, p1},
};
use crate::books::board::Flag;
use crate::domain::complaint::terms::Priority;
use crate::i18n::Texts;

/// The badges of flags, at most `px` wide together; the last ones give way, for flags come in the order of weight.
#[must_use]
pub fn flags<'a, Message: 'a>(env: &Frame<'a>, flags: &[Flag], px: f32) -> Vec<Element<'a, Message>> {
    let mut room = px;
    let mut drawn = Vec::new();
    for flag in flags {
        let words = words(env.texts, *flag);
        let (tone, icon) = look(*flag);
        room -= measure(&words, Face::Caption) + 14.0 + if icon.is_some() { 16.0 } else { 0.0 };
        if room < 0.0 {
            break;
        }
        room -= GAP;
        drawn.push(match icon {
            Some(icon) => badge_icon(tone, icon, words),
            None => badge(tone, words),
        });
    }
    drawn
}

/// One flag.
#[must_use]
pub fn flag<'a, Message: 'a>(env: &Frame<'a>, flag: Flag) -> Element<'a, Message> {
    let words = words(env.texts, flag);
    match look(flag) {
        (tone, Some(icon)) => badge_icon(tone, icon, words),
        (tone, None) => badge(tone, words),
    }
}

/// P1 solid, P2 amber, P3 none.
#[must_use]
pub fn priority<'a, Message: 'a>(env: &Frame<'a>, priority: Priority) -> Option<Element<'a, Message>> {
    let name = env.texts.name(priority);
    match priority {
        Priority::P1 => Some(p1(name)),
        Priority::P2 => Some(badge(Tone::Soon, name)),
        Priority::P3 => None,
    }
}

/// What a flag says.
#[must_use]
pub fn words(texts: &Texts, flag: Flag) -> String {
    match flag {
        Flag::Major => texts.flag_major().to_owned(),
        Flag::ToJudge => texts.flag_to_judge().to_owned(),
        Flag::ToReply => texts.flag_to_reply().to_owned(),
        Flag::Round(round) => texts.flag_round(round.0),
        Flag::Times(times) => texts.flag_times(times),
        Flag::Calls(calls) => texts.flag_calls(calls),
        Flag::Member => texts.flag_member().to_owned(),
        Flag::Missed(missed) => texts.flag_missed(missed),
        Flag::TwoHops => texts.flag_two_hops().to_owned(),
        Flag::Paused => texts.flag_paused().to_owned(),
    }
}

/// How wide the badge of a flag is.
#[must_use]
pub fn width(env: &Frame<'_>, flag: Flag) -> f32 {
    let icon = if look(flag).1.is_some() { 16.0 } else { 0.0 };
    measure(&words(env.texts, flag), Face::Caption) + 14.0 + icon
}

/// Between two badges.
pub const GAP: f32 = 4.0;

const fn look(flag: Flag) -> (Tone, Option<Icon>) {
    match flag {
        Flag::Major => (Tone::Late, Some(icon::FLAG)),
        Flag::ToJudge => (Tone::Info, Some(icon::SCALE)),
        Flag::ToReply => (Tone::Info, Some(icon::MESSAGE_SQUARE_TEXT)),
        Flag::Round(_) => (Tone::Soon, Some(icon::REPEAT_2)),
        Flag::Times(_) => (Tone::Soon, None),
        Flag::Calls(_) => (Tone::Soon, Some(icon::PHONE_INCOMING)),
        Flag::Member => (Tone::Accent, Some(icon::CROWN)),
        Flag::Missed(_) => (Tone::Late, None),
        Flag::TwoHops => (Tone::Plain, Some(icon::ROUTE)),
        Flag::Paused => (Tone::Paused, Some(icon::CIRCLE_PAUSE)),
    }
}
