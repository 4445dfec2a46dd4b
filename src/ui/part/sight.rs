//! 申请查看 (A24): what a request to be shown something came to, of a case and of a customer's file alike.

use crate::domain::complaint::sights::Sight;
use crate::domain::complaint::words::{MOST_SIGHT_HOURS, SightAnswer};
use crate::domain::moment::Moment;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{Note, note};

/// For so many hours leave is given.
pub const HOURS: [u16; 4] = [2, 24, 72, MOST_SIGHT_HOURS];

/// So long, in words: `2 小时`, `3 天`.
#[must_use]
pub fn span(env: &Env<'_>, hours: u16) -> String {
    if hours < 24 { env.texts.sight_hours(u32::from(hours)) } else { env.texts.sight_days(u32::from(hours / 24)) }
}

/// What became of the viewer's own request, where it shows nothing now.
#[must_use]
pub fn answered<'a, Message: 'a>(env: &Env<'a>, it: &Sight) -> Element<'a, Message> {
    let texts = env.texts;
    let (tone, sign, title, words) = match it.answer.as_ref().map(|it| (&it.what, it.stamp.by)) {
        None => {
            let title = texts.sight_asked(moment(env, it.asked.stamp.at));
            (Tone::Soon, icon::HOURGLASS, title, it.asked.what.to_string())
        }
        // The time is over: one may ask again.
        Some((SightAnswer::Granted { until, .. }, _)) => {
            (Tone::Paused, icon::EYE_OFF, texts.sight_over(moment(env, *until)), String::new())
        }
        Some((SightAnswer::Declined { reason }, by)) => {
            let title = texts.sight_declined(texts.person(env.office(), by));
            (Tone::Late, icon::EYE_OFF, title, reason.to_string())
        }
    };
    note(Note { tone, icon: sign, title: title.into(), words: words.into(), actions: Vec::new() })
}

/// Until when the viewer is shown it, and what he or she is to mind.
#[must_use]
pub fn shown<'a, Message: 'a>(env: &Env<'a>, until: Moment, request: Option<&Sight>) -> Element<'a, Message> {
    let minded = match request.and_then(|it| it.answer.as_ref()).map(|it| &it.what) {
        Some(SightAnswer::Granted { words: Some(words), .. }) => words.to_string(),
        Some(SightAnswer::Granted { words: None, .. } | SightAnswer::Declined { .. }) | None => {
            env.texts.sight_until_words().to_owned()
        }
    };
    told(env.texts.sight_until(moment(env, until)), minded, Vec::new())
}

/// Who asks, since when and what for, for who may answer.
#[must_use]
pub fn wanted<'a, Message: 'a>(env: &Env<'a>, it: &Sight, actions: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let who = super::case_words::person(env, it.asked.stamp.by);
    let words = env.texts.joined([moment(env, it.asked.stamp.at), it.asked.what.to_string()]);
    told(env.texts.sight_wanted(who), words, actions)
}

fn told<'a, Message: 'a>(title: String, words: String, actions: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    note(Note { tone: Tone::Info, icon: icon::EYE, title: title.into(), words: words.into(), actions })
}

fn moment(env: &Env<'_>, at: Moment) -> String {
    env.texts.moment(env.calendar().local(at), env.today())
}
