//! The first three sections: who calls, what happened, how it is judged.

use iced::widget::{column, container, row, space, stack, text::Wrapping};
use iced::{Center, Length, Top};

use super::form::{Pick, Proof, Tick, Way};
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, folding, layout, promise, words};
use crate::domain::complaint::terms::{
    Complexity, ContactMethod, Kind, MajorReason, Priority, Remedy, Salutation, Severity, Urgency, Validity,
};
use crate::domain::office::ChannelKind;
use crate::i18n::Locale;
use crate::ui::env::Room;
use crate::ui::icon;
use crate::ui::keys::Cap;
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Part, across, badge, button, caption, chip, chips, editor, hint, icon_small, keycap, label, measure, named, p1,
    segment_keyed, small,
};

/// The head's right end, and the rows below it.
type Drawn<'a> = (Element<'a, Message>, Vec<Element<'a, Message>>);

impl<'a> Sheet<'a> {
    /// 来电与投诉人
    pub fn caller_section(&self) -> Drawn<'a> {
        let (texts, form) = (self.texts(), self.form());
        let kinds = Kind::ALL.iter().map(|it| Part::new(*it, texts.name(*it)));
        let kind = self.choose(Stop::Kind, kinds, Some(form.kind), Pick::Kind).quiet().compact();
        let proofs = Proof::ALL.into_iter().map(|it| {
            let pick = Pick::Proof(it);
            chip(words::proof(texts, it), form.holds(pick), Some(Message::Picked(Stop::Identity, pick)))
        });
        let narrow = self.env.room() == Room::Tight && texts.locale() == Locale::En;
        let identity = across(8.0, [icon_small(icon::USER_CHECK).style(style::text::ink3).into()])
            .push((!narrow).then(|| label(texts.intake_identity()).wrapping(Wrapping::None)))
            .push(named(Stop::Identity.id(), self.focus(Stop::Identity), across(4.0, proofs)));
        let trailing = row![
            container(kind).padding(iced::Padding { left: 8.0, ..iced::Padding::ZERO }),
            container(identity).width(Length::Fill).align_x(iced::Right),
            self.more(Stop::MoreCaller),
        ]
        .spacing(8)
        .align_y(Center);

        let mut rows = vec![Self::pair(self.phone(), self.name()), self.channel()];
        let relayed = form.channel.and_then(|it| self.office().channel(it));
        if relayed.is_some_and(|it| it.kind == ChannelKind::Relayed) {
            rows.push(self.left(Stop::SourceParty, self.line(Stop::SourceParty, texts.intake_source_hint())));
        }
        if self.state.more.caller {
            let optional = texts.optional();
            rows.extend([
                Self::pair(
                    self.left(Stop::Organisation, self.line(Stop::Organisation, optional)),
                    self.right(Stop::Region, self.line(Stop::Region, optional)),
                ),
                Self::pair(
                    self.left(Stop::Address, self.line(Stop::Address, optional)),
                    self.right(Stop::Card, self.line(Stop::Card, texts.intake_card_hint())),
                ),
                Self::pair(
                    self.left(Stop::Preference, self.line(Stop::Preference, texts.intake_preference_hint())),
                    self.right(Stop::Rests, self.line(Stop::Rests, texts.intake_rests_hint()).icon(icon::MOON)),
                ),
            ]);
        }
        (trailing.into(), rows)
    }

    fn phone(&self) -> Element<'a, Message> {
        let texts = self.texts();
        let field = self.line(Stop::Phone, texts.intake_phone_hint());
        // The same widgets whether known or not: the keyboard must not lose the field while somebody types.
        if self.state.found.history.is_empty() {
            return self.left(Stop::Phone, field.trailing(-5.0, space()));
        }
        let known = across(
            4.0,
            [
                icon_small(icon::CIRCLE_CHECK).style(style::text::toned(Tone::Success)).into(),
                small(texts.intake_known()).style(style::text::toned(Tone::Success)).wrapping(Wrapping::None).into(),
            ],
        );
        self.left(Stop::Phone, field.trailing(18.0 + measure(texts.intake_known(), Face::Small), known))
    }

    fn name(&self) -> Element<'a, Message> {
        let (texts, form) = (self.texts(), self.form());
        let parts = Salutation::ALL.iter().map(|it| {
            let name = if *it == Salutation::Unknown { texts.intake_salutation_other() } else { texts.name(*it) };
            Part::new(*it, name)
        });
        let salutation = self.choose(Stop::Salutation, parts, form.salutation, Pick::Salutation).fill();
        let name = self.line(Stop::Name, "").width(if texts.locale() == Locale::En { 84.0 } else { 92.0 });
        self.right(Stop::Name, row![iced::Element::from(name), iced::Element::from(salutation)].spacing(8))
    }

    fn channel(&self) -> Element<'a, Message> {
        let (texts, form, state) = (self.texts(), self.form(), self.state);
        let shown = layout::channels_shown(&self.env);
        let parts = shown.iter().map(|it| Part::new(it.id, it.name.as_str()));
        let segment = segment_keyed(parts, form.channel)
            .id(Stop::Channel.id())
            .focus(self.focus(Stop::Channel))
            .mood(self.mood(Stop::Channel))
            .on_choose(|it| Message::Picked(Stop::Channel, Pick::Channel(it)));
        let more = (!state.choices.channels.is_empty()).then(|| {
            let chosen = form.channel.filter(|it| !shown.iter().any(|shown| shown.id == *it));
            let lookup = state.lookups.channels.view(
                &self.env,
                (&state.choices.channels, chosen),
                (Stop::MoreChannels.id(), texts.intake_more()),
                style::field::Mood::Fine,
            );
            container(lookup.map(Message::Channels)).width(layout::MORE_CHANNELS)
        });
        self.left(Stop::Channel, row![iced::Element::from(segment)].push(more).spacing(8).align_y(Center))
    }

    /// 投诉内容
    pub fn matter_section(&self) -> Drawn<'a> {
        let (texts, form, state) = (self.texts(), self.form(), self.state);
        let trailing = row![
            container(self.tick(Stop::Restated, Pick::Tick(Tick::Restated))).width(Length::Fill).align_x(iced::Right)
        ]
        .push(self.phrases())
        .push(self.attach())
        .push(self.more(Stop::MoreMatter))
        .spacing(8)
        .align_y(Center);
        let category = state.lookups.category.view(
            &self.env,
            (&state.choices.categories, form.category),
            (Stop::Category.id(), texts.intake_category_hint()),
            self.mood(Stop::Category),
        );
        let occurred = self.line(Stop::Occurred, texts.intake_time_hint()).icon(icon::CALENDAR_DAYS);
        let mut rows = vec![
            Self::pair(
                self.left(Stop::Product, self.line(Stop::Product, texts.intake_product_hint())),
                self.right(Stop::Order, self.line(Stop::Order, texts.optional())),
            ),
            column![Self::pair(
                self.left(Stop::Category, category.map(Message::Category)),
                self.right(Stop::Occurred, occurred),
            )]
            // Suggestions come and go while the content is typed; their line stays, and no row below moves.
            .push(container(self.suggestions()).height(folding::SUGGESTIONS).align_y(Center).clip(true))
            .spacing(6)
            .into(),
        ];
        let content = editor(
            Stop::Content.id(),
            (&form.content, texts.intake_content_hint()),
            (self.content_height(), self.mood(Stop::Content)),
            |it| Message::Edited(Stop::Content, super::Stroke(it)),
        );
        rows.push(self.left(Stop::Content, self.with_phrases(Stop::Content, content)));
        rows.push(self.remedies());
        rows.extend(self.files());
        if state.more.matter {
            rows.extend(self.more_matter());
        }
        (trailing.into(), rows)
    }

    fn suggestions(&self) -> Element<'a, Message> {
        let (texts, state) = (self.texts(), self.state);
        if state.found.suggestions.is_empty() {
            let waits = self.form().content.text().trim().is_empty() && self.form().category.is_none();
            let words = if waits { texts.intake_suggests() } else { "" };
            return self.indented(hint(words).wrapping(Wrapping::None));
        }
        let content = self.form().content.text();
        let mut because: Vec<String> = Vec::new();
        let all = (0..).zip(&state.found.suggestions).map(|(index, id)| {
            let stop = Stop::Suggestion(index);
            let name = words::category(self.office(), *id);
            named(stop.id(), self.focus(stop), chip(name, false, Some(Message::Picked(stop, Pick::Category(*id)))))
        });
        let all: Vec<_> = all.collect();
        for id in &state.found.suggestions {
            let said = self.office().category(*id).into_iter().flat_map(|it| &it.words);
            because.extend(said.filter(|it| content.contains(it.as_str())).map(|it| texts.intake_quoted(it.as_str())));
        }
        because.truncate(3);
        let why = hint(texts.intake_because(because.concat())).wrapping(Wrapping::None);
        let lead = across(
            4.0,
            [icon_small(icon::LIGHTBULB).style(style::text::ink3).into(), hint(texts.intake_suggested()).into()],
        );
        let line = row![lead].extend(all).push(container(why).clip(true)).spacing(6).align_y(Center);
        self.indented(line)
    }

    fn remedies(&self) -> Element<'a, Message> {
        let (texts, form) = (self.texts(), self.form());
        let here = self.focus(Stop::Remedies) == crate::ui::widget::Focus::Here;
        let all = Remedy::ALL.iter().zip(1..).map(|(it, digit)| {
            let pick = Pick::Remedy(*it);
            let chip = chip(texts.name(*it), form.holds(pick), Some(Message::Picked(Stop::Remedies, pick)));
            // The digits show only while they work, over the chips: nothing moves for them.
            match char::from_digit(digit, 10).filter(|_| here) {
                Some(digit) => stack![chip, container(digit_over(digit)).padding([0, 3])].into(),
                None => chip,
            }
        });
        let all = named(Stop::Remedies.id(), self.focus(Stop::Remedies), chips(all));
        // Chips or words: where neither is there, the frame of the words says so.
        let typed = self.line(Stop::RemedyWords, texts.intake_remedy_hint());
        let asked = self.mood(Stop::Remedies);
        let typed = if asked == Mood::Fine { typed } else { typed.mood(asked) };
        let typed = self.with_phrases(Stop::RemedyWords, typed);
        if self.remedies_stand_above() {
            return self.left(Stop::Remedies, column![all, typed].spacing(6));
        }
        self.left(Stop::Remedies, row![all, typed].spacing(8).align_y(Top))
    }

    fn more_matter(&self) -> Vec<Element<'a, Message>> {
        let (texts, form) = (self.texts(), self.form());
        let optional = texts.optional();
        let complexity = Complexity::ALL.iter().map(|it| Part::new(*it, texts.name(*it)));
        let complexity = self.choose(Stop::Complexity, complexity, form.complexity, Pick::Complexity).fill();
        vec![
            Self::pair(
                self.left(Stop::Place, self.line(Stop::Place, optional)),
                self.right(Stop::Amount, self.line(Stop::Amount, texts.intake_amount_hint())),
            ),
            Self::pair(
                self.left(
                    Stop::WantedBy,
                    self.line(Stop::WantedBy, texts.intake_wanted_by_hint()).icon(icon::CALENDAR_DAYS),
                ),
                self.right(Stop::Customers, self.line(Stop::Customers, texts.intake_customers_hint())),
            ),
            self.left(Stop::Complexity, complexity),
        ]
    }

    /// 判断与分级
    pub fn judgement_section(&self) -> Drawn<'a> {
        let (texts, form) = (self.texts(), self.form());
        let major = form.major(&self.env);
        let priority: Option<Element<'a, Message>> = form.priority(&self.env).map(|it| match it {
            Priority::P1 => p1(texts.intake_priority(texts.name(it))),
            Priority::P2 => badge(Tone::Soon, texts.intake_priority(texts.name(it))),
            Priority::P3 => badge(Tone::Plain, texts.intake_priority(texts.name(it))),
        });
        let trailing = container(
            row![self.tick(Stop::Safety, Pick::Tick(Tick::Safety)), self.tick(Stop::Media, Pick::Tick(Tick::Media))]
                .push(priority)
                .spacing(12)
                .align_y(Center),
        )
        .width(Length::Fill)
        .align_x(iced::Right);

        let validity = Validity::ALL.iter().map(|it| {
            let part = Part::new(*it, texts.name(*it));
            match it {
                Validity::Founded => part.tone(Tone::Success),
                Validity::PartlyFounded => part.tone(Tone::Soon),
                Validity::Unfounded => part.tone(Tone::Paused),
            }
        });
        let validity = self.choose(Stop::Validity, validity, form.validity, Pick::Validity);
        let reason = self.line(Stop::Reason, texts.intake_reason_hint());
        let mut rows = vec![
            self.left(Stop::Validity, row![iced::Element::from(validity), iced::Element::from(reason)].spacing(8)),
            Self::pair(self.left(Stop::Severity, self.severity()), self.right(Stop::Urgency, self.urgency())),
        ];
        if self.way() == Way::Dispatch {
            rows.push(self.promise());
            rows.extend(self.told_by());
        }
        if !major.is_empty() {
            rows.push(self.major(&major));
        }
        (trailing.into(), rows)
    }

    fn severity(&self) -> Element<'a, Message> {
        let parts = Severity::ALL.iter().map(|it| {
            let part = Part::new(*it, self.texts().name(*it));
            match it {
                Severity::Minor => part,
                Severity::Serious => part.tone(Tone::Soon),
                Severity::Major => part.tone(Tone::Late),
            }
        });
        self.choose(Stop::Severity, parts, self.form().severity, Pick::Severity).fill().into()
    }

    fn urgency(&self) -> Element<'a, Message> {
        let parts = Urgency::ALL.iter().map(|it| {
            let part = Part::new(*it, self.texts().name(*it));
            match it {
                Urgency::Normal => part,
                Urgency::Urgent => part.tone(Tone::Soon),
                Urgency::Critical => part.tone(Tone::Late),
            }
        });
        self.choose(Stop::Urgency, parts, self.form().urgency, Pick::Urgency).fill().into()
    }

    fn promise(&self) -> Element<'a, Message> {
        let (texts, form) = (self.texts(), self.form());
        let wall = |at| texts.day_time(self.env.calendar().local(at), self.env.today());
        let suggested = promise::suggested(&self.env, form).zip(form.priority(&self.env));
        let field = match suggested {
            Some((at, priority)) if form.line(Stop::Promise).is_empty() => {
                let ghost = texts.intake_promise_suggested(texts.name(priority), wall(at));
                let accept = button(texts.adopt()).link().compact().on_press(Message::SuggestionTaken);
                let key = keycap(Cap::Icon(icon::ARROW_RIGHT));
                let width = 46.0 + measure(texts.adopt(), Face::Small);
                self.line(Stop::Promise, &ghost).trailing(width, across(2.0, [key, accept.into()]))
            }
            Some(_) | None => self.line(Stop::Promise, texts.intake_promise_hint()),
        };
        let first = hint(texts.intake_first_answer(wall(promise::first_answer(&self.env)))).wrapping(Wrapping::None);
        let told =
            row![self.tick(Stop::Told, Pick::Tick(Tick::Told)), container(first).clip(true)].spacing(8).align_y(Center);
        let told = container(told).width(self.right_width()).height(30).align_y(Center).clip(true);
        Self::pair(self.left(Stop::Promise, field.icon(icon::CLOCK)), told.into())
    }

    /// By which means the customer was told (B15).
    fn told_by(&self) -> Option<Element<'a, Message>> {
        let (texts, form) = (self.texts(), self.form());
        form.has_tick(Tick::Told).then(|| {
            let methods = ContactMethod::ALL.iter().map(|it| Part::new(*it, texts.name(*it)));
            let method = self.choose(Stop::ToldBy, methods, Some(form.told_by), Pick::ToldBy);
            self.left(Stop::ToldBy, row![iced::Element::from(method)])
        })
    }

    /// A major complaint needs an approval: said at once, with its reasons (X20).
    fn major(&self, reasons: &[MajorReason]) -> Element<'a, Message> {
        let texts = self.texts();
        let why = texts.list(reasons.iter().map(|it| texts.name(*it)));
        crate::ui::widget::note(crate::ui::widget::Note {
            tone: Tone::Soon,
            icon: icon::FLAG,
            title: texts.intake_major(why).into(),
            words: texts.intake_major_words().into(),
            actions: Vec::new(),
        })
    }

    /// Shows or hides the rarer fields of a section.
    fn more(&self, stop: Stop) -> Element<'a, Message> {
        let open = if stop == Stop::MoreCaller { self.state.more.caller } else { self.state.more.matter };
        let rare = if stop == Stop::MoreCaller {
            [Stop::Organisation, Stop::Region, Stop::Address, Stop::Card, Stop::Preference, Stop::Rests].as_slice()
        } else {
            [Stop::Place, Stop::Amount, Stop::WantedBy, Stop::Customers].as_slice()
        };
        let filled = rare.iter().filter(|it| !self.form().line(**it).is_empty()).count();
        let texts = self.texts();
        let label = if filled > 0 && !open { texts.intake_more_filled(filled) } else { texts.intake_more().to_owned() };
        button(label)
            .link()
            .compact()
            .trailing(if open { icon::CHEVRON_UP } else { icon::CHEVRON_DOWN })
            .id(stop.id())
            .focus(self.focus(stop))
            .on_press(Message::MoreToggled(stop))
            .into()
    }
}

/// The digit of a chip, small in its corner.
fn digit_over<'a>(digit: char) -> crate::ui::widget::Text<'a> {
    caption(digit.to_string()).style(style::text::link)
}
