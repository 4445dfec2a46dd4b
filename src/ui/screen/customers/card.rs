//! The card of one customer: who it is, who keeps the file, what can be done; below, one tab at a time.

use iced::widget::{column, container, row, space, text::Wrapping};
use iced::{Center, Length, Top};

use super::list::Card;
use super::sight::{self, Sight};
use super::{CARD, Message, Pen, State, Tab, leave, list};
use crate::app::Refused;
use crate::books::customers::Who;
use crate::domain::customer::{Profile, Verb};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::office::Person;
use crate::domain::role::Role;
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::icon::{self, Icon};
use crate::ui::part::keyed::Spot;
use crate::ui::part::lookup::Choice;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Note, Part, avatar_large, badge, badge_icon, body, button, card, field, hint, icon_small, line_across, note,
    scroll_named, small, small_strong, title,
};

/// The tabs.
const TABS: Spot = Spot("cust-tab", 0);

impl State {
    pub(super) fn card_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, who: Who) -> Element<'a, Message> {
        let env = pen.env;
        let Some(profile) = env.books.customers().profile(who) else { return Self::nobody(&env) };
        let revealed = self.is_revealed(&env, who);
        let sight = leave::sight_of(&env, who, revealed);
        pen.keys.within(Some(CARD));
        let leave = self.leave_note(pen, who);
        let asked = self.asked_view(pen, who);
        let head = self.head(pen, who, (&profile, sight));
        let refused = self.refusal(pen);
        let tabs = self.tabs(pen, who);
        let content = self.tab_view(pen, who, (&profile, sight));
        pen.keys.within(None);
        let shown = card(column![container(tabs).padding([8, 12]), line_across(), content]).width(Length::Fill);
        let all =
            column![].push(leave).push(head).extend(asked).push(refused).push(shown).spacing(12).padding([14, 16]);
        scroll_named(CARD, all).height(Length::Fill).into()
    }

    /// Whether what is masked of a customer was asked for half a minute ago or less.
    fn is_revealed(&self, env: &Env<'_>, who: Who) -> bool {
        let customers = env.books.customers();
        self.revealed.is_some_and(|(shown, until)| env.now < until && customers.now(Who::File(shown)) == who)
    }

    /// Why something was not done; what could not be kept can be tried again as it stands.
    pub(super) fn refusal<'a>(&self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Message>> {
        let env = pen.env;
        let refused = self.refused.as_ref()?;
        let again = self.wished.as_deref().filter(|_| matches!(refused, Refused::NotKept(_))).map(|it| {
            let again = button(env.texts.retry()).compact();
            pen.keys.button(Spot("cust-again", 0), again, (!self.busy).then(|| it.clone()))
        });
        Some(note(Note {
            tone: Tone::Late,
            icon: icon::CIRCLE_ALERT,
            title: env.texts.cust_refused().into(),
            words: env.texts.refused(refused, env.office()).into(),
            actions: again.into_iter().collect(),
        }))
    }

    fn head<'a>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        who: Who,
        (profile, sight): (&Profile, Sight),
    ) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let customers = env.books.customers();
        let name = sight.name(&env, &profile.name, profile.salutation);
        let number = match who {
            Who::File(id) => id.written(),
            // The sentence beside it says it.
            Who::Caller(_) => String::new(),
        };
        let tier = profile.member.as_ref().map(|it| {
            let tier = it.tier.as_ref().map_or_else(|| texts.cust_member().to_owned(), ToString::to_string);
            badge_icon(Tone::Accent, icon::CROWN, tier)
        });
        let tags = profile.tags.iter().map(|it| badge(Tone::Plain, sight.plain(&env, it)));
        let waits = list::waits(&env, who);
        let named = row![title(name).wrapping(Wrapping::None)]
            .push(tier)
            .push(badge(Tone::Plain, texts.name(profile.kind)))
            .extend(tags)
            .push(waits)
            .spacing(6)
            .align_y(Center);
        let opened = match who {
            Who::File(id) => customers.file(id).map(|it| {
                let day = texts.day(env.calendar().day_of(it.opened.at), env.today());
                texts.cust_opened(day, texts.person(env.office(), it.opened.by))
            }),
            Who::Caller(_) => Some(texts.cust_no_file_words().to_owned()),
        };
        let about = hint(texts.joined([number, opened.unwrap_or_default()]));
        let narrow = Card::of(&env) == Card::Narrow;
        let named: Element<'a, Message> = if narrow { named.wrap().into() } else { named.into() };
        let told = row![avatar_large(&sight::face(&env, who)), column![named, about].spacing(2).width(Length::Fill)]
            .spacing(12)
            .align_y(Center);
        let actions = self.actions(pen, who, sight);
        let top: Element<'a, Message> = if narrow {
            column![told, actions].spacing(10).into()
        } else {
            row![told, actions].spacing(12).align_y(Center).into()
        };
        let revealed = self.is_revealed(&env, who);
        let facts = facts(&env, (profile, sight), numbers(&env, who, revealed));
        let owner = Self::owner(pen, who);
        let room = env.room();
        let below: Element<'a, Message> = match room {
            Room::Ample => row![container(facts).width(Length::Fill), container(owner).width(190)].spacing(16).into(),
            Room::Tight => column![facts, owner].spacing(8).into(),
        };
        let merged = Self::merged(pen, who, revealed);
        let purpose = self.purpose_view(pen);
        let drawn = column![top, line_across(), below].push(purpose).push(merged).spacing(12);
        card(container(drawn).padding(16)).width(Length::Fill).into()
    }

    fn actions<'a>(&'a self, pen: &mut Pen<'_, 'a>, who: Who, sight: Sight) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let mut act = |words: &'a str, icon: Icon, says: Message, place: usize| {
            pen.keys.button(Spot("cust-act", place), button(words).icon(icon), Some(says))
        };
        let edit = sight::may_do(&env, Verb::Change).then(|| {
            let words = match who {
                Who::File(_) => texts.cust_edit(),
                Who::Caller(_) => texts.cust_open(),
            };
            act(words, icon::PENCIL, Message::Edited, 0)
        });
        let merge = sight::may_do(&env, Verb::Merge)
            .then(|| act(texts.cust_merge(), icon::MERGE, Message::MergeAsked(who, None), 1));
        let leave = env.books.customers().leave(who, sight::view(&env));
        let reveals = sight::may_do(&env, Verb::Reveal) || leave.is_some();
        let hidden = sight == Sight::Masked && self.purpose.is_none() && reveals;
        // A caller without a file is shown whole on the complaint's own sheet, where that is recorded.
        let reveal = (hidden && matches!(who, Who::File(_)))
            .then(|| act(texts.cust_reveal(), icon::EYE, Message::RevealAsked, 2));
        let asks = self.asks_more(&env, who).then(|| act(texts.sight_ask(), icon::EYE, Message::LeaveAsked, 3));
        row![].push(edit).push(merge).push(reveal).push(asks).spacing(8).into()
    }

    /// 负责人: the supervisor chooses, others read.
    fn owner<'a>(pen: &mut Pen<'_, 'a>, who: Who) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let owner = env.books.customers().owner(who);
        let drawn: Element<'a, Message> = if sight::may_do(&env, Verb::Assign) {
            let keeps = |it: &&Person| it.is(Role::FrontDesk) || it.is(Role::FrontDeskSupervisor);
            let people = env.office().people().filter(keeps).map(|it| Choice::new(Some(it.id), it.name.as_str()));
            let nobody = Choice::new(None::<PersonId>, texts.customer_nobody());
            let choices = std::iter::once(nobody).chain(people).collect();
            pen.keys.pick(&env, Spot("cust-owner", 0), (choices, owner), Message::OwnerChosen)
        } else {
            match owner {
                Some(it) => body(texts.person(env.office(), it)).into(),
                None => body(texts.customer_nobody()).style(style::text::ink3).into(),
            }
        };
        column![hint(texts.cust_owner()), drawn].spacing(4).into()
    }

    /// What for the masked is to be shown.
    fn purpose_view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Option<Element<'a, Message>> {
        let purpose = self.purpose.as_ref()?;
        let texts = pen.env.texts;
        let input = field(texts.cust_purpose(), purpose).on_input(Message::PurposeTyped);
        let input = pen.keys.field(Spot("cust-purpose", 0), input);
        let ready = (!purpose.trim().is_empty() && !self.busy).then_some(Message::Revealed);
        let show = pen.keys.button(Spot("cust-reveal", 0), button(texts.cust_reveal_do()).icon(icon::EYE), ready);
        let line = row![Element::from(input), show].spacing(8).align_y(Center);
        Some(column![line, hint(texts.cust_reveal_words())].spacing(4).into())
    }

    /// The files that this one speaks for.
    fn merged<'a>(pen: &mut Pen<'_, 'a>, who: Who, revealed: bool) -> Option<Element<'a, Message>> {
        let (env, texts) = (pen.env, pen.env.texts);
        let customers = env.books.customers();
        let Who::File(id) = who else { return None };
        let merged = customers.numbers().group(id).into_iter().skip(1).filter_map(|it| customers.file(it));
        let lines: Vec<Element<'a, Message>> = merged
            .enumerate()
            .map(|(place, file)| {
                let sight = leave::sight_of_file(&env, file.id, revealed);
                let phones = texts.list(file.profile.phones.iter().map(|it| sight.phone(&env, it)));
                let name = sight.name(&env, &file.profile.name, file.profile.salutation);
                let undo = sight::may_do(&env, Verb::Unmerge).then(|| {
                    let undo = button(texts.name(Verb::Unmerge)).link().compact();
                    pen.keys.button(Spot("cust-unmerge", place), undo, Some(Message::Unmerge(file.id)))
                });
                row![
                    icon_small(icon::MERGE),
                    small(texts.joined([file.id.written(), name, phones])).width(Length::Fill)
                ]
                .push(undo)
                .spacing(8)
                .align_y(Center)
                .into()
            })
            .collect();
        (!lines.is_empty()).then(|| {
            column![small_strong(texts.cust_speaks_for()).style(style::text::ink3)].extend(lines).spacing(2).into()
        })
    }

    fn tabs<'a>(&self, pen: &mut Pen<'_, 'a>, who: Who) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let customers = env.books.customers();
        let rows = customers.complaints(who);
        let calls: usize = rows.iter().map(|it| it.calls.len()).sum();
        let notes = match who {
            Who::File(id) => customers.file(id).map_or(0, |it| it.notes.len()),
            Who::Caller(_) => 0,
        };
        if Card::of(&env) == Card::Narrow {
            let choices = vec![
                Choice::new(Tab::Complaints, texts.cust_counted(rows.len(), texts.cust_tab_complaints())),
                Choice::new(Tab::Calls, texts.cust_counted(calls, texts.cust_tab_calls())),
                Choice::new(Tab::Orders, texts.cust_counted(customers.orders(who).len(), texts.cust_tab_orders())),
                Choice::new(Tab::Notes, texts.cust_counted(notes, texts.cust_tab_notes())),
                Choice::new(Tab::History, texts.cust_tab_history()),
            ];
            return pen.keys.pick(&env, TABS, (choices, self.tab), Message::TabChosen);
        }
        let parts = vec![
            Part::new(Tab::Complaints, texts.cust_counted(rows.len(), texts.cust_tab_complaints())),
            Part::new(Tab::Calls, texts.cust_counted(calls, texts.cust_tab_calls())),
            Part::new(Tab::Orders, texts.cust_counted(customers.orders(who).len(), texts.cust_tab_orders())),
            Part::new(Tab::Notes, texts.cust_counted(notes, texts.cust_tab_notes())),
            Part::new(Tab::History, texts.cust_tab_history()),
        ];
        row![Element::from(pen.keys.segment(TABS, (parts, Some(self.tab)), Message::TabChosen).quiet()), space()].into()
    }
}

/// Every number of a customer, as far as who looks may read it.
fn numbers(env: &Env<'_>, who: Who, revealed: bool) -> String {
    let customers = env.books.customers();
    let mut shown: Vec<String> = Vec::new();
    for phone in customers.phones(who) {
        let sight = match who {
            Who::Caller(_) => leave::sight_of(env, who, revealed),
            Who::File(id) => {
                let group = customers.numbers().group(id).into_iter();
                let has = |it: &CustomerId| customers.file(*it).is_some_and(|it| it.profile.has(phone));
                let sights = group.filter(has).map(|it| leave::sight_of_file(env, it, revealed));
                sights.min().unwrap_or_else(|| Sight::of_list(env))
            }
        };
        let words = sight.phone(env, phone);
        if !shown.contains(&words) {
            shown.push(words);
        }
    }
    env.texts.list(shown)
}

/// What the file says, two columns of it.
fn facts<'a>(env: &Env<'a>, (profile, sight): (&Profile, Sight), phones: String) -> Element<'a, Message> {
    let texts = env.texts;
    let text = |it: &Option<crate::domain::text::Line>| it.as_ref().map(|it| sight.text(env, it));
    let plain = |it: &Option<crate::domain::text::Line>| it.as_ref().map(|it| sight.plain(env, it));
    let card = profile.member.as_ref().and_then(|it| plain(&it.number));
    let left = [
        (icon::PHONE, texts.cust_phones(), Some(phones)),
        (icon::BUILDING_2, texts.cust_organisation(), plain(&profile.organisation)),
        (icon::MAP_PIN, texts.cust_address(), text(&profile.address)),
    ];
    let right = [
        (icon::CROWN, texts.cust_card(), card),
        (icon::MAIL, texts.cust_email(), text(&profile.email)),
        (icon::FLAG, texts.cust_region(), plain(&profile.region)),
    ];
    let side = |all: [(Icon, &'a str, Option<String>); 3]| {
        let known = all.into_iter().filter_map(|(sign, name, words)| Some((sign, name, words?)));
        let lines = known.map(|(sign, name, words)| fact(env, sign, name, words));
        column(lines).spacing(6).width(Length::FillPortion(1))
    };
    match Card::of(env) {
        Card::Wide => row![side(left), side(right)].spacing(16).into(),
        Card::Narrow => column![side(left), side(right)].spacing(6).into(),
    }
}

/// How wide the names of what is known are.
fn label(env: &Env<'_>) -> f32 {
    match env.frame.texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 52.0,
        Locale::En => 76.0,
    }
}

/// A line of what is known.
pub(super) fn fact<'a>(env: &Env<'a>, sign: Icon, name: &'a str, words: String) -> Element<'a, Message> {
    row![
        container(icon_small(sign).style(style::text::ink3)).padding([2, 0]),
        container(hint(name)).width(label(env)),
        container(body(words)).width(Length::Fill),
    ]
    .spacing(8)
    .align_y(Top)
    .into()
}
