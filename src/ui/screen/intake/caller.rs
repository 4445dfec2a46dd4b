//! The right pane: who calls, what was complained about before, how to answer.

use iced::widget::{column, container, mouse_area, row, space, text::Wrapping};
use iced::{Center, Length, Top};

use super::ending;
use super::form::{Decision, Way};
use super::found::{self, By};
use super::sheet::Sheet;
use super::stop::{Section, Stop};
use super::{Message, layout, words};
use crate::books::Row;
use crate::books::repeats::Likeness;
use crate::domain::complaint::terms::LinkKind;
use crate::domain::customer::Complainant;
use crate::domain::script::{Manners, Script, ScriptKind, StepKind, Values};
use crate::ui::env::Cloak;
use crate::ui::icon::{self, Icon};
use crate::ui::keys::Shortcut;
use crate::ui::part::form::Stop as _;
use crate::ui::part::phrases::filled;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    across, avatar_large, badge, badge_icon, body, button, card, fit, fitted, hint, icon as glyph, icon_small,
    lead_strong, line_across, measure, named, pane_head, scroll_named, small, small_strong, strong,
};

use iced::keyboard::key::Named;

/// The scrollable of the pane.
pub const PANE: &str = "intake-beside";
/// So many earlier complaints are listed.
pub const MOST_HISTORY: usize = 6;

/// Draws the pane.
pub fn view<'a>(sheet: &Sheet<'a>) -> Element<'a, Message> {
    let (texts, state) = (sheet.texts(), sheet.state);
    let callers = state.found.callers.len();
    let asked = state.asked();
    let told = match (asked, callers, state.found.by) {
        (false, _, _) => texts.intake_caller_waiting().to_owned(),
        (true, 0, _) => texts.intake_caller_none().to_owned(),
        (true, n, By::Number) => texts.intake_caller_found(n),
        (true, n, By::Tail) => texts.intake_caller_tail(n),
        (true, n, By::Name) => texts.intake_caller_named(n),
    };
    let another = state.offers_another().then(|| {
        let drawn = button(texts.intake_caller_another()).quiet().compact().icon(icon::SEARCH);
        drawn.id(Stop::Another.id()).focus(sheet.focus(Stop::Another)).on_press(Message::CallerForgotten)
    });
    // The form lies behind the pane where there is room for one of them.
    let back = sheet.state.shows_caller_only(&sheet.env).then(|| {
        let keys = Shortcut::named(Named::Tab).with_command();
        button(texts.intake_to_form()).compact().icon(icon::ARROW_LEFT).keys(keys).on_press(Message::PaneStepped)
    });
    let head = pane_head(
        row![strong(texts.intake_caller_title()), hint(told).wrapping(Wrapping::None), space().width(Length::Fill)]
            .push(another)
            .push(back)
            .spacing(8)
            .align_y(Center),
    );
    let mut drawn = column![].spacing(12).padding([12, 16]);
    if !state.found.candidates.is_empty() {
        drawn = drawn.push(sheet.candidates());
    }
    let several = callers > 1 || (callers > 0 && state.found.by != By::Number);
    if several && state.met.is_none_or(|it| !state.found.callers.contains(&it)) {
        drawn = drawn.push(sheet.callers());
    } else if let Some(known) = sheet.customer() {
        drawn = drawn.push(sheet.card_of(&known));
    } else {
        drawn = drawn.push(sheet.stranger(asked));
    }
    if !state.found.orders.is_empty() {
        drawn = drawn.push(line_across()).push(sheet.orders());
    }
    if !state.found.history.is_empty() {
        drawn = drawn.push(line_across()).push(sheet.history());
    }
    drawn = drawn.push(sheet.copy_link());
    column![head, scroll_named(PANE, drawn), container(sheet.tip()).padding([12, 16])].into()
}

/// A name so long that nobody says it is not spelled out in what is to be said.
const SPOKEN: f32 = 240.0;

fn spoken(values: Values) -> Values {
    let short = |it: Option<String>| it.map(|it| fit(&it, Face::Body, SPOKEN));
    let (customer, service, result) = (short(values.customer), short(values.service), short(values.result));
    Values { customer, service, result, ..values }
}

impl<'a> Sheet<'a> {
    pub(super) fn width(&self) -> f32 {
        layout::pane(&self.env)
    }

    /// The one customer that the pane is about.
    fn customer(&self) -> Option<Complainant> {
        let id = self.state.met.or_else(|| self.state.found.callers.first().copied())?;
        // Another number was typed since.
        self.state.found.callers.contains(&id).then_some(())?;
        found::known(self.env.books, id, self.form().line(Stop::Phone))
    }

    /// Several customers end like this: one is chosen.
    fn callers(&self) -> Element<'a, Message> {
        let texts = self.texts();
        let rows = self.state.found.callers.iter().enumerate().zip(0..).filter_map(|((index, id), stop)| {
            let known = found::known(self.env.books, *id, self.form().line(Stop::Phone))?;
            let marked = index == self.state.marked;
            let content = row![
                avatar_large(known.name.as_str()),
                column![
                    strong(self.full_name(&known)),
                    hint(self.personal(&known.phone.spaced())).wrapping(Wrapping::None)
                ]
                .width(Length::Fill),
                hint(texts.intake_times_known(self.env.books.customers().complaints(*id).len())),
            ]
            .spacing(8)
            .align_y(Center);
            Some(self.pressable(
                Stop::Caller(stop),
                if marked { Standing::Cursor } else { Standing::Rest },
                (48.0, content.into()),
                Message::CallerTaken(index),
            ))
        });
        let title = row![
            small_strong(texts.intake_which_caller()).style(style::text::ink3),
            space().width(Length::Fill),
            hint(texts.intake_which_caller_keys()),
        ];
        column![title].extend(rows).spacing(4).into()
    }

    fn full_name(&self, known: &Complainant) -> String {
        let called = match known.salutation {
            crate::domain::complaint::terms::Salutation::Unknown => known.name.to_string(),
            it => format!("{} {}", known.name, self.texts().name(it)),
        };
        self.personal(&called)
    }

    /// What the cloak hides.
    pub(super) fn personal(&self, words: &str) -> String {
        match self.env.cloak {
            Cloak::Off => words.to_owned(),
            Cloak::On => self.texts().customer_cloaked().to_owned(),
        }
    }

    fn card_of(&self, known: &Complainant) -> Element<'a, Message> {
        let texts = self.texts();
        let complaints = self.state.found.history.len();
        let open = self.state.found.history.iter().filter_map(|it| self.env.books.row(*it)).filter(|it| it.is_open());
        let open = open.count();
        let member = known.member.as_ref().map(|it| {
            let tier = it.tier.as_ref().map_or_else(|| texts.intake_member().to_owned(), ToString::to_string);
            badge_icon(Tone::Accent, icon::CROWN, tier)
        });
        let shown = match self.env.cloak {
            Cloak::Off => known.name.to_string(),
            Cloak::On => texts.customer_cloaked().to_owned(),
        };
        let name =
            row![lead_strong(self.full_name(known)).wrapping(Wrapping::None)].push(member).spacing(6).align_y(Center);
        let filled = self.state.met.is_some();
        let take = (!filled).then(|| button(texts.intake_caller_take()).compact().on_press(Message::CallerTaken(0)));
        let file = self.state.file_of_caller(&self.env).map(|who| {
            let drawn = button(texts.cust_file()).quiet().compact().icon(icon::CONTACT);
            drawn.id(Stop::Customer.id()).focus(self.focus(Stop::Customer)).on_press(Message::CustomerAsked(who))
        });
        let head = row![
            avatar_large(&shown),
            column![name, hint(texts.intake_caller_summary(complaints, open))].width(Length::Fill),
        ]
        .push(file)
        .push(take)
        .spacing(8)
        .align_y(Center);
        let mut drawn: Vec<Element<'a, Message>> = Vec::new();
        let mut tell = |label: &'a str, words: Option<String>| {
            let Some(words) = words.filter(|it| !it.is_empty()) else { return };
            let line =
                row![container(hint(label)).width(60), container(body(self.personal(&words))).width(Length::Fill),]
                    .spacing(8)
                    .align_y(Top);
            drawn.push(container(line).padding([2, 0]).into());
        };
        tell(texts.intake_phone_short(), Some(known.phone.spaced()));
        tell(texts.intake_organisation(), known.organisation.as_ref().map(ToString::to_string));
        tell(texts.intake_address(), known.address.as_ref().map(ToString::to_string));
        tell(texts.intake_preference(), known.preference.as_ref().map(ToString::to_string));
        // Nobody must ring him up then.
        let rests = known.rests.map(|it| texts.intake_not_between(texts.time(it.from), texts.time(it.until)));
        let rests = rests.map(|it| {
            let line = row![container(hint(texts.intake_rests())).width(60), strong(self.personal(&it))].spacing(8);
            container(line.align_y(Top)).padding([2, 0])
        });
        column![head, space().height(6)].extend(drawn).push(rests).into()
    }

    /// Nobody is known yet, or by this number.
    fn stranger(&self, asked: bool) -> Element<'a, Message> {
        let texts = self.texts();
        let (sign, title, words): (Icon, _, _) = if asked {
            let by_name = self.form().named().is_some();
            let words = if by_name { texts.intake_new_customer_named() } else { texts.intake_new_customer_words() };
            (icon::USER_PLUS, texts.intake_new_customer(), words)
        } else {
            (icon::PHONE_INCOMING, texts.intake_waiting_title(), texts.intake_waiting_words())
        };
        container(
            column![
                container(glyph(sign)).center(36).style(style::surface::disc(Tone::Paused)),
                strong(title),
                hint(words).align_x(Center),
            ]
            .spacing(6)
            .align_x(Center),
        )
        .center_x(Length::Fill)
        .padding([20, 12])
        .into()
    }

    /// 登记前请确认: nothing is linked unless somebody says so.
    fn candidates(&self) -> Element<'a, Message> {
        let (texts, state) = (self.texts(), self.state);
        let open = state.found.undecided(&state.form).len();
        let others = |it: Likeness| matches!(it, Likeness::AlikeElsewhere | Likeness::SameNumber);
        let own = !state.found.candidates.iter().any(|(_, it)| others(*it));
        let (tone, sign, title) = match (open, own) {
            (0, true) => (Tone::Info, icon::INFO, texts.intake_checked().to_owned()),
            (0, false) => (Tone::Info, icon::INFO, texts.intake_alike().to_owned()),
            (open, _) => (Tone::Soon, icon::TRIANGLE_ALERT, texts.intake_check(open)),
        };
        let head = container(across(6.0, [icon_small(sign).into(), small_strong(title).into()]))
            .height(30)
            .width(Length::Fill)
            .padding([0, 12])
            .align_y(Center)
            .style(style::surface::banner(tone));
        let mut drawn = column![head];
        for (index, (id, likeness)) in (0..).zip(&state.found.candidates) {
            if let Some(row) = self.env.books.row(*id) {
                drawn = drawn.push(line_across()).push(self.candidate(index, row, *likeness));
            }
        }
        card(drawn).into()
    }

    fn candidate(&self, index: u8, row_: &'a Row, likeness: Likeness) -> Element<'a, Message> {
        let (texts, office, state) = (self.texts(), self.office(), self.state);
        let (sign, tone, title) = match likeness {
            Likeness::SameOrder | Likeness::SameWords | Likeness::SameName => {
                (icon::COPY, Tone::Info, texts.intake_duplicate().to_owned())
            }
            Likeness::SameProduct | Likeness::SameCategory => {
                (icon::REPEAT_2, Tone::Soon, texts.intake_times(state.found.times(self.env.books)))
            }
            Likeness::NearName => (icon::COPY, Tone::Soon, texts.intake_duplicate().to_owned()),
            Likeness::SameNumber => (icon::USERS, Tone::Plain, texts.intake_same_number().to_owned()),
            Likeness::StillOpen => (icon::CLOCK, Tone::Plain, texts.intake_still_open().to_owned()),
            Likeness::AlikeElsewhere => (icon::USERS, Tone::Plain, texts.intake_alike_elsewhere().to_owned()),
        };
        let channel = office.channel(row_.channel).map(|it| it.name.as_str()).unwrap_or_default();
        let when = texts.moment(self.env.calendar().local(row_.registered.at), self.env.today());
        let by = texts.person(office, row_.registered.by);
        let told = match self.env.cloak {
            Cloak::Off => texts.intake_candidate(by, channel, row_.content.as_ref(), row_.id.short(), when),
            Cloak::On => row_.id.short(),
        };
        let told = fit(&told, Face::Small, 2.0 * (self.width() - 60.0));
        let decision = self.state.found.decision(self.form(), index);
        let stop = Stop::Compare(index);
        let compare = button(texts.intake_compare())
            .compact()
            .id(stop.id())
            .focus(self.focus(stop))
            .on_press(Message::Compared(row_.id));
        let acts: Element<'a, Message> = match decision {
            None => {
                let act = |stop: Stop, label: String, decision| {
                    button(label)
                        .compact()
                        .id(stop.id())
                        .focus(self.focus(stop))
                        .on_press(Message::Decided(index, decision))
                };
                let kind = if likeness.is_repeat() { LinkKind::RepeatOf } else { LinkKind::RelatedTo };
                let link = act(Stop::Link(index), texts.intake_link(row_.id.short()), Some(Decision::Linked(kind)));
                let same = state.found.takes_call.contains(&row_.id).then(|| {
                    let decision = Some(Decision::Merged);
                    act(Stop::Same(index), texts.intake_same(row_.id.short()), decision).icon(icon::MERGE)
                });
                let apart = act(Stop::Apart(index), texts.intake_apart().to_owned(), Some(Decision::Apart)).quiet();
                iced::widget::Row::new()
                    .push(compare)
                    .push(link.icon(icon::LINK))
                    .push(same)
                    .push(apart)
                    .spacing(6)
                    .wrap()
                    .vertical_spacing(4)
                    .into()
            }
            Some(it) => {
                let (tone, words) = match it {
                    Decision::Merged => (Tone::Success, texts.intake_will_same()),
                    Decision::Linked(_) => (Tone::Success, texts.intake_will_link()),
                    Decision::Apart => (Tone::Plain, texts.intake_apart()),
                };
                let stop = Stop::Apart(index);
                let back = button(texts.intake_rethink())
                    .link()
                    .compact()
                    .id(stop.id())
                    .focus(self.focus(stop))
                    .on_press(Message::Decided(index, None));
                row![badge(tone, words), iced::Element::from(compare), iced::Element::from(back)]
                    .spacing(8)
                    .align_y(Center)
                    .into()
            }
        };
        let why = hint(words::likeness(&self.env, likeness)).wrapping(Wrapping::None);
        container(
            row![
                container(glyph(sign).style(style::text::toned(tone))).padding([2, 0]),
                column![
                    row![strong(title).wrapping(Wrapping::None), why].spacing(6).align_y(Center).wrap(),
                    small(told).style(style::text::ink2),
                    container(acts).padding(iced::Padding { top: 4.0, ..iced::Padding::ZERO }),
                ]
                .push((self.state.compared == Some(row_.id)).then(|| self.laid_open(row_)))
                .spacing(2)
                .width(Length::Fill),
            ]
            .spacing(8)
            .align_y(Top),
        )
        .padding([10, 12])
        .into()
    }

    /// A row that is pressed as a whole.
    pub(super) fn pressable(
        &self,
        stop: Stop,
        standing: Standing,
        (height, content): (f32, Element<'a, Message>),
        message: Message,
    ) -> Element<'a, Message> {
        let drawn = container(content).height(height).padding([0, 8]).align_y(Center).style(style::row::row(standing));
        let area = mouse_area(drawn).on_press(message).interaction(iced::mouse::Interaction::Pointer);
        named(stop.id(), self.focus(stop), area)
    }

    /// 应答提示: what to say now, and the six don'ts (K10).
    fn tip(&self) -> Element<'a, Message> {
        let texts = self.texts();
        // Beside the form it stays with what was spoken about last.
        let here = self.state.ring.at().and_then(Stop::section).or(self.state.edited).unwrap_or(Section::Caller);
        let (kind, step, when) = match here {
            Section::Caller if self.form().line(Stop::Phone).is_empty() => {
                (ScriptKind::Hotline, StepKind::Greeting, texts.intake_tip_greeting())
            }
            Section::Caller => (ScriptKind::Hotline, StepKind::Opening, texts.intake_tip_opening()),
            Section::Matter => (ScriptKind::Hotline, StepKind::Body, texts.intake_tip_body()),
            Section::Judgement | Section::Ending if self.way() == Way::Reply => {
                (ScriptKind::Unfounded, StepKind::Opening, texts.intake_tip_unfounded())
            }
            Section::Judgement => (ScriptKind::Hotline, StepKind::FollowUp, texts.intake_tip_promise()),
            Section::Ending => (ScriptKind::Hotline, StepKind::Closing, texts.intake_tip_closing()),
        };
        let own = self.office().scripts().iter().find(|it| it.kind == kind);
        let script = own.or_else(|| Script::standard_of(texts.locale().tag(), kind));
        let step = script.and_then(|it| it.steps.iter().find(|it| it.kind == step));
        let values = match self.env.cloak {
            Cloak::Off => spoken(ending::values(&self.env, self.form())),
            Cloak::On => Values::default(),
        };
        let said = step.map(|it| filled(self.env.texts, &it.words, &values));
        let manners = Manners::standard(texts.locale().tag());
        let donts = manners.donts.iter().map(|it| it.words.trim_end_matches(['。', '.']));
        let donts = donts.collect::<Vec<_>>().join("·");
        let room = self.width() - 24.0 - 14.0 - 12.0 - measure(texts.intake_tip(), Face::SmallStrong);
        let head = row![
            icon_small(icon::MESSAGE_SQUARE_TEXT).style(style::text::ink3),
            small_strong(texts.intake_tip()),
            container(fitted(when, Face::Small, room)).style(style::surface::quiet),
        ]
        .spacing(6)
        .align_y(Center);
        container(
            column![head]
                .push(said.map(|it| body(texts.intake_quoted(it)).style(style::text::ink2)))
                .push(hint(donts))
                .spacing(4),
        )
        .width(Length::Fill)
        .padding([10, 12])
        .style(style::surface::inset)
        .into()
    }
}
