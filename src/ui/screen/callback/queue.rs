//! The queue: 已约时间, 会员, 其他; what was done today; how far the members are.

use iced::{
    Center, Length,
    widget::{column, container, row, space},
};

use super::{Message, State, Stop, Tab, Whose, customer, share, view_of};
use crate::books::callbacks::{Group, Waiting};
use crate::domain::complaint::Complaint;
use crate::domain::complaint::state::Callback;
use crate::domain::complaint::terms::{CallOutcome, Satisfaction};
use crate::domain::id::ComplaintId;
use crate::i18n::Texts;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::part::clock_chip;
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, Part, badge, badge_icon, body, button, check, chip, chips, down, empty, fit, group_head, icon_button,
    icon_small, line_across, list_row, measure, meter, named, pane_head, scroll, segment, small, small_strong, strong,
};

/// Rows of customers.
const ROW: f32 = 60.0;

pub(super) fn view<'a>(state: &'a State, env: &Env<'a>, width: f32) -> Element<'a, Message> {
    let waiting = env.books.callbacks(view_of(env));
    let done = env.books.called_on(env.today());
    let tabs = segment(
        [
            Part::new(Tab::Waiting, env.texts.call_tab_waiting(waiting.len())),
            Part::new(Tab::Done, env.texts.call_tab_done(done.len())),
        ],
        Some(state.tab),
    )
    .quiet()
    .on_choose(Message::TabChosen);
    let share = state.can_share(env).then(|| {
        // The word where there is room beside the lists, else the icon alone.
        let words = env.texts.call_share();
        let room = width - 32.0 - tab_widths(env, (waiting.len(), done.len()));
        let drawn = if measure(words, Face::Body) + 24.0 <= room {
            Element::from(
                button(words)
                    .quiet()
                    .id(Stop::Share.id())
                    .focus(state.ring.focus(Stop::Share))
                    .on_press(Message::ShareToggled),
            )
        } else {
            let sign = icon_button(icon::USERS, words, Some(Message::ShareToggled), 0);
            named(Stop::Share.id(), state.ring.focus(Stop::Share), sign)
        };
        row![space().width(Length::Fill), drawn]
    });
    let head = match &state.sharing {
        Some(sharing) => share::head(env, sharing),
        None => row![Element::from(tabs)].push(share).align_y(Center).into(),
    };
    let shared = state.tab == Tab::Waiting && state.sharing.is_none() && is_shared(env);
    let list = match state.tab {
        Tab::Waiting => queue(state, env, (&listed(env, state.whose), waiting.len()), width),
        Tab::Done => finished(state, env, &done, width),
    };
    container(column![pane_head(head)].push(shared.then(|| narrow(state, env, &waiting))).push(list).push(gauge(env)))
        .width(width)
        .height(Length::Fill)
        .style(style::surface::pane)
        .into()
}

/// How wide the two lists' names are beside each other.
fn tab_widths(env: &Env<'_>, (waiting, done): (usize, usize)) -> f32 {
    let names = [env.texts.call_tab_waiting(waiting), env.texts.call_tab_done(done)];
    names.iter().map(|it| measure(it, Face::Strong) + 24.0).sum()
}

/// 全部, 我的, 未分配.
fn narrow<'a>(state: &State, env: &Env<'a>, waiting: &[Waiting<'a>]) -> Element<'a, Message> {
    let texts = env.texts;
    let mine = waiting.iter().filter(|it| env.books.is_to_call(env.me, it.complaint)).count();
    let nobodys = waiting.iter().filter(|it| it.complaint.calls_back.is_none()).count();
    let all = [
        (Whose::All, texts.call_whose_all().to_owned()),
        (Whose::Mine, texts.call_whose_mine(mine)),
        (Whose::Nobodys, texts.call_whose_nobodys(nobodys)),
    ];
    let drawn = all.map(|(it, words)| chip(words, state.whose == it, Some(Message::WhoseChosen(it))));
    column![container(chips(drawn)).padding([7, 14]).width(Length::Fill), line_across()].into()
}

fn queue<'a>(
    state: &State,
    env: &Env<'a>,
    (waiting, all): (&[Waiting<'a>], usize),
    width: f32,
) -> Element<'a, Message> {
    if waiting.is_empty() && 0 < all {
        return nothing(env.texts.call_whose_empty_title(), env.texts.call_whose_empty_words());
    }
    // That nobody waits is said once, in the middle.
    if waiting.is_empty() {
        return space().height(Length::Fill).into();
    }
    let mut rows = column![];
    for group in [Group::Appointed, Group::Member, Group::Other] {
        let of_group: Vec<_> = waiting.iter().filter(|it| it.group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        rows = rows.push(group_head(Tone::Plain, None, group_name(env.texts, group), of_group.len().to_string()));
        for it in of_group {
            rows = rows.push(customer_row(state, env, it, width));
        }
    }
    scroll(rows).into()
}

fn customer_row<'a>(state: &State, env: &Env<'a>, it: &Waiting<'a>, width: f32) -> Element<'a, Message> {
    let id = it.complaint.id;
    let ticked = state.sharing.as_ref().map(|sharing| sharing.checked.contains(&id));
    let standing = match (ticked, state.chosen == Some(id)) {
        (_, true) => Standing::Cursor,
        (Some(true), false) => Standing::Checked,
        (Some(false) | None, false) => Standing::Rest,
    };
    let member = it.complaint.is_member().then(|| badge_icon(Tone::Accent, icon::CROWN, env.texts.flag_member()));
    let chip = clock_chip::of_case(env, it.complaint, it.clock.map(|it| it.clock))
        .map(|chip| crate::ui::widget::clock(crate::ui::widget::Clock { name: "".into(), ..chip }));
    let on_phone = it
        .complaint
        .open_call()
        .is_some()
        .then(|| icon_small(icon::PHONE_CALL).style(style::text::toned(Tone::Success)));
    let first = row![strong(customer(env, it.complaint))]
        .push(member)
        .push(on_phone)
        .push(space().width(Length::Fill))
        .push(chip)
        .spacing(6)
        .align_y(Center);
    let line = match env.cloak {
        Cloak::Off => format!("{}·{}", id.short(), about(it.complaint)),
        Cloak::On => id.short(),
    };
    let whose = share::whose(env, it.complaint);
    let taken = it.complaint.calls_back.map_or(0.0, |person| {
        measure(&env.texts.person(env.office(), person), Face::Small).max(measure(env.texts.call_mine(), Face::Small))
            + 8.0
    });
    let tick = ticked.map(|ticked| {
        let may = share::shareable(env, it.complaint).then_some(Message::Ticked(id));
        check("", ticked, Focus::Elsewhere, may)
    });
    let room = width - 30.0 - taken - if ticked.is_some() { 26.0 } else { 0.0 };
    let second = row![small(fit(&line, Face::Small, room)).style(style::text::ink2)]
        .push(space().width(Length::Fill))
        .push(whose)
        .align_y(Center);
    let words = column![first, second].spacing(3).width(Length::Fill);
    let drawn = row![].push(tick).push(words).spacing(10).align_y(Center);
    let pressed = if ticked.is_some() { Message::Ticked(id) } else { Message::Chosen(id) };
    list_row((ROW, standing), drawn, pressed, None)
}

fn finished<'a>(
    state: &State,
    env: &Env<'a>,
    done: &[(&'a Complaint, &'a Callback)],
    width: f32,
) -> Element<'a, Message> {
    if done.is_empty() {
        return nothing(env.texts.call_done_empty_title(), env.texts.call_done_empty_words());
    }
    let rows = done.iter().map(|(complaint, call)| {
        let at = env.texts.time(env.local(call.dialled.at).time());
        let first = row![
            strong(customer(env, complaint)),
            space().width(Length::Fill),
            result(env, call),
            small(at).style(style::text::ink2)
        ]
        .spacing(6)
        .align_y(Center);
        let by = env.texts.person(env.office(), call.dialled.by);
        let line = format!("{}·{}·{by}", complaint.id.short(), env.texts.name(complaint.stage));
        let second = small(fit(&line, Face::Small, width - 30.0)).style(style::text::ink2);
        let place = complaint.callbacks.iter().position(|it| it == *call).and_then(|it| u16::try_from(it).ok());
        let key = (complaint.id, place.unwrap_or_default());
        let standing = if state.looked == Some(key) { Standing::Cursor } else { Standing::Rest };
        list_row((ROW, standing), column![first, second].spacing(3), Message::Looked(key.0, key.1), None)
    });
    scroll(down(0.0, rows)).into()
}

fn result<'a>(env: &Env<'a>, call: &Callback) -> Option<Element<'a, Message>> {
    let record = &call.record.as_ref()?.what;
    Some(match &record.answers {
        Some(answers) => badge(tone(answers.result), env.texts.name(answers.result)),
        None => badge(outcome_tone(record.outcome), env.texts.name(record.outcome)),
    })
}

/// E13: 100 % of the members, and who is missing.
fn gauge<'a>(env: &Env<'a>) -> Element<'a, Message> {
    let month = env.office().rules().month_of(env.today());
    let gauge = env.books.member_gauge(month);
    if gauge.closed == 0 {
        return space().height(0).into();
    }
    let share = f64::from(gauge.reached) / f64::from(gauge.closed.max(1));
    #[expect(clippy::cast_possible_truncation, reason = "a share needs no more")]
    let bar = meter(share as f32, if gauge.missing.is_empty() { Tone::Success } else { Tone::Accent });
    let head = row![
        icon_small(icon::CROWN).style(style::text::link),
        small(env.texts.call_gauge(env.texts.month(month.first_day()))),
        space().width(Length::Fill),
        small_strong(format!("{} / {}", gauge.reached, gauge.closed)),
    ]
    .spacing(6)
    .align_y(Center);
    let names = gauge.missing.iter().take(4).map(|it| match env.cloak {
        Cloak::Off => {
            format!("{} {}", env.texts.masked_name(&it.caller.name, it.caller.salutation), it.id.short())
        }
        Cloak::On => it.id.short(),
    });
    let missing = (!gauge.missing.is_empty()).then(|| {
        small(env.texts.call_gauge_missing(gauge.missing.len(), env.texts.list(names))).style(style::text::ink2)
    });
    column![line_across(), container(column![head, bar].push(missing).spacing(6)).padding([10, 14]).width(Length::Fill)]
        .into()
}

fn nothing<'a>(title: &'a str, words: &'a str) -> Element<'a, Message> {
    empty(crate::ui::widget::Empty {
        tone: Tone::Success,
        icon: icon::CIRCLE_CHECK,
        title: title.into(),
        words: words.into(),
        actions: Vec::new(),
    })
}

fn group_name(texts: &Texts, group: Group) -> &str {
    match group {
        Group::Appointed => texts.call_group_appointed(),
        Group::Member => texts.call_group_member(),
        Group::Other => texts.call_group_other(),
    }
}

/// Product and content in one line.
pub(super) fn about(complaint: &Complaint) -> String {
    format!("{}，{}", complaint.details.product, complaint.details.content)
}

/// The colour of an answer: never alone, the word stands beside it.
pub(super) fn tone(satisfaction: Satisfaction) -> Tone {
    match satisfaction {
        Satisfaction::Satisfied => Tone::Success,
        Satisfaction::Neutral => Tone::Soon,
        Satisfaction::Dissatisfied => Tone::Late,
    }
}

fn outcome_tone(outcome: CallOutcome) -> Tone {
    match outcome {
        CallOutcome::Reached => Tone::Success,
        CallOutcome::NoAnswer | CallOutcome::Refused | CallOutcome::BadNumber => Tone::Paused,
    }
}

/// A line of the summary.
pub(super) fn line(name: &str, words: impl Into<String>) -> Element<'_, Message> {
    column![small_strong(name).style(style::text::ink3), body(words.into())].spacing(3).into()
}

/// The first of the queue who can be called by the viewer, other than the one that was just done: the viewer's own
/// before those that nobody has, and those of others last. Who asked for a later time is called then.
pub(super) fn next_of(env: &Env<'_>, but: Option<ComplaintId>) -> Option<ComplaintId> {
    let queue = env.books.callbacks(view_of(env));
    let others = || queue.iter().filter(|it| Some(it.complaint.id) != but);
    let awaited = |it: &Waiting<'_>| it.appointment.is_some_and(|at| env.now < at);
    let ready = || others().filter(|it| it.quiet_until.is_none() && !it.handled_by_viewer && !awaited(it));
    let mine = ready().find(|it| env.books.is_to_call(env.me, it.complaint));
    let nobodys = || ready().find(|it| it.complaint.calls_back.is_none());
    mine.or_else(nobodys).or_else(|| ready().next()).or_else(|| others().next()).map(|it| it.complaint.id)
}

/// Whether any callback that waits was given to somebody.
pub(super) fn is_shared(env: &Env<'_>) -> bool {
    env.books.callbacks(view_of(env)).iter().any(|it| it.complaint.calls_back.is_some())
}

/// The queue as far as it is listed.
pub(super) fn listed<'a>(env: &Env<'a>, whose: Whose) -> Vec<Waiting<'a>> {
    let queue = env.books.callbacks(view_of(env));
    // A choice that cannot be seen any more is none.
    let whose = if is_shared(env) { whose } else { Whose::All };
    let fits = |it: &Waiting<'_>| match whose {
        Whose::All => true,
        Whose::Mine => env.books.is_to_call(env.me, it.complaint),
        Whose::Nobodys => it.complaint.calls_back.is_none(),
    };
    queue.into_iter().filter(fits).collect()
}
