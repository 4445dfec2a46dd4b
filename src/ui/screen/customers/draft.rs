//! The form: what a file is to say.

use chrono::NaiveTime;
use iced::widget::{column, container, row};
use iced::{Center, Length, Top};

use super::sight::Sight;
use super::{CARD, Message, NAME, Pen, State};
use crate::books::customers::Who;
use crate::domain::complaint::terms::{ContactMethod, Salutation};
use crate::domain::customer::{CustomerKind, MOST_PHONES, Member, Phone, Profile, RestHours};
use crate::domain::id::CustomerId;
use crate::domain::record::Version;
use crate::domain::text::Line;
use crate::i18n::Locale;
use crate::ui::env::{Env, Room};
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::part::lookup::Choice;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    FieldWidth, Part, button, card, check, field, heading, hint, label, label_required, labelled_left, line_across,
    pane_foot, pane_head, scroll_named, small,
};

/// A line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// 姓名
    Name,
    /// 电话, several apart by commas.
    Phones,
    /// 单位
    Organisation,
    /// 地址
    Address,
    /// 片区
    Region,
    /// 邮箱
    Email,
    /// 会员号
    Card,
    /// 会员等级
    Tier,
    /// 偏好
    Preference,
    /// 休息时段
    Rests,
    /// 标签, apart by commas.
    Tags,
}

const SLOTS: usize = 11;

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// Whose; nobody: a new customer.
    pub(super) who: Option<Who>,
    /// The version that was looked at.
    pub(super) seen: Option<Version>,
    lines: [String; SLOTS],
    pub(super) salutation: Salutation,
    pub(super) kind: CustomerKind,
    pub(super) member: bool,
    pub(super) contact_by: Option<ContactMethod>,
}

/// Why the form cannot be kept yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Name,
    Phones,
    Rests,
    TooLong,
}

impl Draft {
    pub(super) fn blank() -> Self {
        Self {
            who: None,
            seen: None,
            lines: Default::default(),
            salutation: Salutation::Unknown,
            kind: CustomerKind::Private,
            member: false,
            contact_by: None,
        }
    }

    /// What is known of a customer.
    pub(super) fn of(env: &Env<'_>, who: Who) -> Option<Self> {
        let profile = env.books.customers().profile(who)?;
        let seen = file(who).and_then(|it| env.books.customers().file(it)).map(|it| it.version);
        let mut draft = Self {
            who: Some(who),
            seen,
            salutation: profile.salutation,
            kind: profile.kind,
            member: profile.member.is_some(),
            contact_by: profile.contact_by,
            ..Self::blank()
        };
        let line = |it: &Option<Line>| it.as_ref().map(ToString::to_string).unwrap_or_default();
        let member = profile.member.as_ref();
        draft.type_in(Slot::Name, profile.name.to_string());
        draft.type_in(Slot::Phones, profile.phones.iter().map(Phone::reveal).collect::<Vec<_>>().join(", "));
        draft.type_in(Slot::Organisation, line(&profile.organisation));
        draft.type_in(Slot::Address, line(&profile.address));
        draft.type_in(Slot::Region, line(&profile.region));
        draft.type_in(Slot::Email, line(&profile.email));
        draft.type_in(Slot::Card, member.map(|it| line(&it.number)).unwrap_or_default());
        draft.type_in(Slot::Tier, member.map(|it| line(&it.tier)).unwrap_or_default());
        draft.type_in(Slot::Preference, line(&profile.preference));
        let hours = profile.rests.map(|it| format!("{}-{}", it.from.format("%H:%M"), it.until.format("%H:%M")));
        draft.type_in(Slot::Rests, hours.unwrap_or_default());
        draft.type_in(Slot::Tags, profile.tags.iter().map(Line::as_str).collect::<Vec<_>>().join(", "));
        Some(draft)
    }

    /// Whether nothing was typed.
    pub(super) fn untouched(&self, env: &Env<'_>) -> bool {
        let fresh = self.who.map_or_else(|| Some(Self::blank()), |it| Self::of(env, it));
        fresh.is_some_and(|it| Self { seen: self.seen, ..it } == *self)
    }

    pub(super) fn type_in(&mut self, slot: Slot, words: String) {
        if let Some(line) = self.lines.get_mut(slot as usize) {
            *line = words;
        }
    }

    fn line(&self, slot: Slot) -> &str {
        self.lines.get(slot as usize).map_or("", String::as_str)
    }

    fn text(&self, slot: Slot) -> Result<Option<Line>, Fault> {
        let words = self.line(slot).trim();
        if words.is_empty() { Ok(None) } else { Line::new(words).map(Some).map_err(|_| Fault::TooLong) }
    }

    fn phones(&self) -> Result<Vec<Phone>, Fault> {
        let typed =
            self.line(Slot::Phones).split([',', '，', '、', ';', '；']).map(str::trim).filter(|it| !it.is_empty());
        let phones = typed.map(Phone::new).collect::<Result<Vec<_>, _>>().map_err(|_| Fault::Phones)?;
        if phones.is_empty() || MOST_PHONES < phones.len() { Err(Fault::Phones) } else { Ok(phones) }
    }

    fn rests(&self) -> Result<Option<RestHours>, Fault> {
        let typed = self.line(Slot::Rests).trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let typed = typed.replace('：', ":").replace(['–', '—', '~', '～', '至'], "-");
        let time = |it: &str| NaiveTime::parse_from_str(it.trim(), "%H:%M").map_err(|_| Fault::Rests);
        let (from, until) = typed.split_once('-').ok_or(Fault::Rests)?;
        let rests = RestHours { from: time(from)?, until: time(until)? };
        if rests.from == rests.until { Err(Fault::Rests) } else { Ok(Some(rests)) }
    }

    /// What the file is to say.
    pub(super) fn profile(&self) -> Result<Profile, Fault> {
        let tags = self.line(Slot::Tags).split([',', '，', '、', ';', '；']).map(str::trim).filter(|it| !it.is_empty());
        let member = Member { number: self.text(Slot::Card)?, tier: self.text(Slot::Tier)? };
        Ok(Profile {
            name: Line::new(self.line(Slot::Name)).map_err(|_| Fault::Name)?,
            salutation: self.salutation,
            phones: self.phones()?,
            kind: self.kind,
            organisation: self.text(Slot::Organisation)?,
            address: self.text(Slot::Address)?,
            region: self.text(Slot::Region)?,
            email: self.text(Slot::Email)?,
            member: self.member.then_some(member),
            contact_by: self.contact_by,
            preference: self.text(Slot::Preference)?,
            rests: self.rests()?,
            tags: tags.map(Line::new).collect::<Result<_, _>>().map_err(|_| Fault::TooLong)?,
        })
    }
}

/// The number of a file.
pub(super) const fn file(who: Who) -> Option<CustomerId> {
    match who {
        Who::File(id) => Some(id),
        Who::Caller(_) => None,
    }
}

impl State {
    pub(super) fn draft_view<'a>(&'a self, pen: &mut Pen<'_, 'a>, draft: &'a Draft) -> Element<'a, Message> {
        let (env, texts) = (pen.env, pen.env.texts);
        let title = match draft.who {
            None => texts.cust_new_title().to_owned(),
            Some(who) => texts.cust_edit_title(super::sight::called(&env, who, Sight::of_card(&env, false))),
        };
        let profile = draft.profile();
        pen.keys.within(Some(CARD));
        let fields = fields(pen, draft, profile.as_ref().err().copied());
        pen.keys.within(None);
        let refused = self.refusal(pen);
        let dropped = button(texts.cancel());
        let dropped = pen.keys.button(Spot("cust-drop", 0), dropped, Some(Message::Dropped));
        let save = button(texts.cust_save()).primary().icon(icon::SAVE).keys(Shortcut::command('s'));
        let save = if self.busy { save.busy() } else { save };
        let ready = (profile.is_ok() && !self.busy).then_some(Message::Saved);
        let save = pen.keys.button(Spot("cust-save", 0), save, ready);
        let fault = profile.err().map(|it| small(fault(&env, it)).style(style::text::toned(Tone::Late)));
        let fault = container(column![].push(fault)).width(Length::Fill);
        let foot = row![fault, dropped, save].spacing(8).align_y(Center);
        let content = column![container(card(container(fields).padding(16)).width(Length::Fill)).max_width(860)]
            .push(refused)
            .spacing(12)
            .padding(16);
        let bar = |content: Element<'a, Message>| container(content).style(style::surface::pane);
        let body = scroll_named(CARD, content).height(Length::Fill);
        column![bar(pane_head(heading(title))), body, bar(pane_foot(foot))].height(Length::Fill).into()
    }
}

fn fault<'a>(env: &Env<'a>, fault: Fault) -> &'a str {
    match fault {
        Fault::Name => env.texts.cust_fault_name(),
        Fault::Phones => env.texts.cust_fault_phones(),
        Fault::Rests => env.texts.cust_fault_rests(),
        Fault::TooLong => env.texts.cust_fault_long(),
    }
}

fn fields<'a>(pen: &mut Pen<'_, 'a>, draft: &'a Draft, wrong: Option<Fault>) -> Element<'a, Message> {
    let (env, texts) = (pen.env, pen.env.texts);
    let width = match texts.locale() {
        Locale::ZhCn | Locale::ZhTw => 72.0,
        Locale::En => 116.0,
    };
    let at = (FieldWidth::Px(width), texts.locale());
    let line = |pen: &mut Pen<'_, 'a>, slot: Slot, place: &'a str| -> Element<'a, Message> {
        let mood = match (slot, wrong) {
            (Slot::Phones, Some(Fault::Phones)) if !draft.line(slot).is_empty() => Mood::Wrong,
            (Slot::Rests, Some(Fault::Rests)) => Mood::Wrong,
            (_, _) => Mood::Fine,
        };
        let spot = if slot == Slot::Name { NAME } else { Spot("cust-line", slot as usize) };
        let drawn = field(place, draft.line(slot)).mood(mood).on_input(move |it| Message::Typed(slot, it));
        pen.keys.field(spot, drawn).into()
    };
    let name = line(pen, Slot::Name, "");
    let salutations = [Salutation::Madam, Salutation::Sir, Salutation::Unknown].map(|it| Part::new(it, texts.name(it)));
    let salutation = pen.keys.segment(
        Spot("cust-salutation", 0),
        (salutations.into(), Some(draft.salutation)),
        Message::SalutationChosen,
    );
    let phones = line(pen, Slot::Phones, texts.cust_phones_hint());
    let kinds: Vec<_> = CustomerKind::ALL.iter().map(|it| Part::new(*it, texts.name(*it))).collect();
    let kind = pen.keys.segment(Spot("cust-kind", 0), (kinds, Some(draft.kind)), Message::KindChosen);
    let organisation = line(pen, Slot::Organisation, "");
    let region = line(pen, Slot::Region, "");
    let address = line(pen, Slot::Address, "");
    let email = line(pen, Slot::Email, "name@example.com");
    let member = check(texts.cust_is_member(), draft.member, false, Some(Message::MemberToggled));
    let member = pen.keys.pressable(Spot("cust-member", 0), Message::MemberToggled, member);
    let card_number = draft.member.then(|| line(pen, Slot::Card, texts.cust_card_hint()));
    let tier = draft.member.then(|| line(pen, Slot::Tier, texts.cust_tier_hint()));
    let methods = ContactMethod::ALL.iter().map(|it| Choice::new(Some(*it), texts.name(*it)));
    let methods = std::iter::once(Choice::new(None, texts.cust_any_way())).chain(methods).collect();
    let contact = pen.keys.pick(&env, Spot("cust-way", 0), (methods, draft.contact_by), Message::PreferredChosen);
    let preference = line(pen, Slot::Preference, texts.cust_preference_hint());
    let rests = line(pen, Slot::Rests, "12:00-14:00");
    let tags = line(pen, Slot::Tags, texts.cust_tags_hint());

    let required = |name: &'a str, drawn| labelled_left(at, label_required(name), drawn, None);
    let plain = |name: &'a str, drawn| labelled_left(at, label(name), drawn, None);
    let two = |left: Element<'a, Message>, right: Element<'a, Message>| -> Element<'a, Message> {
        match env.room() {
            Room::Ample => row![left, right].spacing(16).align_y(Top).into(),
            Room::Tight => column![left, right].spacing(8).into(),
        }
    };
    let card_line = row![Element::from(member)].push(card_number).push(tier).spacing(8).align_y(Center);
    column![
        two(required(texts.cust_name(), name).into(), plain(texts.cust_salutation(), salutation.into()).into()),
        required(texts.cust_phones(), phones),
        container(hint(texts.cust_phones_words())).padding(iced::Padding { left: width + 8.0, ..iced::Padding::ZERO }),
        plain(texts.cust_kind(), kind.into()),
        two(plain(texts.cust_organisation(), organisation).into(), plain(texts.cust_region(), region).into()),
        plain(texts.cust_address(), address),
        two(plain(texts.cust_email(), email).into(), plain(texts.cust_way(), contact).into()),
        line_across(),
        plain(texts.cust_member(), card_line.into()),
        two(plain(texts.cust_rests(), rests).into(), plain(texts.cust_preference(), preference).into()),
        plain(texts.cust_tags(), tags),
    ]
    .spacing(10)
    .into()
}
