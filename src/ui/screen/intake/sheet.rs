//! The form as drawn: head, sections, footer; beside it the customer.

use std::borrow::Cow;

use iced::widget::{column, container, mouse_area, row, space};
use iced::{Center, Length};

use super::form::{Form, Pick, Sending, Way};
use super::stop::{Section, Stop};
use super::{FORM, Message, State, caller, folding, layout, words};
use crate::domain::id::ComplaintId;
use crate::domain::office::Office;
use crate::i18n::Texts;
use crate::ui::env::{Cloak, Env};
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Empty, Field, FieldWidth, Focus, Note, Part, Segment, button, check, empty, field, fit, icon_tiny, label,
    label_required, labelled_left, line_across, line_down, measure, named, note, scroll_named, segment, small, strong,
    words as face_words,
};

/// A form that waits for so little marks what it waits for.
const NEARLY: usize = 3;

/// What the drawing of every part needs.
pub struct Sheet<'a> {
    pub state: &'a State,
    pub env: Env<'a>,
    pub gaps: Vec<Stop>,
}

/// Draws the screen.
pub fn view<'a>(state: &'a State, env: &Env<'a>) -> Element<'a, Message> {
    if !State::is_open_to(env) {
        return empty(Empty {
            tone: Tone::Paused,
            icon: icon::LOCK,
            title: env.texts.intake_closed_title().into(),
            words: env.texts.intake_closed_words().into(),
            actions: Vec::new(),
        });
    }
    let gaps = state.gaps(env, Sending::Whole(state.form.way()));
    let sheet = Sheet { state, env: *env, gaps };
    let form =
        column![sheet.head()].push(sheet.draft_notes()).push(sheet.body()).push(sheet.trouble()).push(sheet.foot());
    let form = form.width(Length::Fill).height(Length::Fill);
    let form = mouse_area(container(form).style(style::surface::pane)).on_release(Message::Released);
    let caller = container(caller::view(&sheet)).height(Length::Fill).style(style::surface::pane);
    match layout::beside(env) {
        Some(px) => row![form, line_down(), caller.width(px)].into(),
        None if state.shows_caller_only(env) => caller.width(Length::Fill).into(),
        None => form.into(),
    }
}

impl<'a> Sheet<'a> {
    pub fn texts(&self) -> &'a Texts {
        self.env.texts
    }

    pub fn office(&self) -> &'a Office {
        self.env.office()
    }

    pub fn form(&self) -> &'a Form {
        &self.state.form
    }

    pub fn way(&self) -> Way {
        self.form().way()
    }

    pub fn focus(&self, stop: Stop) -> Focus {
        self.state.ring.focus(stop)
    }

    fn body(&self) -> Element<'a, Message> {
        let mut drawn = column![].spacing(10).padding([10, 16]);
        let folded = self.folded_sections();
        for (index, section) in self.state.sections().into_iter().enumerate() {
            if index > 0 {
                drawn = drawn.push(line_across());
            }
            drawn = drawn.push(if folded.contains(&section) {
                self.folded(index + 1, section)
            } else {
                self.section(index + 1, section)
            });
        }
        scroll_named(FORM, drawn).into()
    }

    /// Why it was not sent, above the verbs; everything typed is still there.
    fn trouble(&self) -> Option<Element<'a, Message>> {
        let trouble = self.state.trouble.as_ref()?;
        let said = note(Note {
            tone: Tone::Late,
            icon: icon::TRIANGLE_ALERT,
            title: self.texts().intake_not_sent().into(),
            words: self.texts().refused(&trouble.refused, self.office()).into(),
            actions: vec![button(self.texts().retry()).compact().on_press(Message::RetryAsked).into()],
        });
        Some(container(said).padding([8, 16]).into())
    }

    fn section(&self, number: usize, section: Section) -> Element<'a, Message> {
        let full = self.is_full(section);
        let (trailing, rows) = match section {
            Section::Caller => self.caller_section(),
            Section::Matter => self.matter_section(),
            Section::Judgement => self.judgement_section(),
            Section::Ending => self.ending_section(),
        };
        let head = row![
            Self::numeral(number, full),
            strong(words::section(self.texts(), section, (self.form().kind, self.way())))
        ]
        .push(trailing)
        .spacing(8)
        .height(folding::HEAD)
        .align_y(Center);
        column![head].extend(rows).spacing(folding::GAP).into()
    }

    /// A full section in one line.
    fn folded(&self, number: usize, section: Section) -> Element<'a, Message> {
        let name = words::section(self.texts(), section, (self.form().kind, self.way()));
        let taken = 18.0 + measure(name, Face::Strong) + measure(self.texts().intake_edit(), Face::Small) + 52.0;
        let told = fit(&self.told(section), Face::Small, layout::rows(&self.env) - taken);
        row![
            Self::numeral(number, true),
            strong(name),
            small(told).style(style::text::ink2).wrapping(iced::widget::text::Wrapping::None),
            space().width(Length::Fill),
            button(self.texts().intake_edit()).link().compact().on_press(Message::SectionOpened(section)),
        ]
        .spacing(8)
        .height(folding::HEAD)
        .align_y(Center)
        .into()
    }

    /// What a section holds, in one line.
    fn told(&self, section: Section) -> String {
        let (texts, form, office) = (self.texts(), self.form(), self.office());
        let mut parts: Vec<String> = Vec::new();
        match section {
            Section::Caller => {
                if self.env.cloak == Cloak::Off {
                    parts.extend([form.line(Stop::Name).to_owned(), form.line(Stop::Phone).to_owned()]);
                }
                parts.extend(form.channel.and_then(|it| office.channel(it)).map(|it| it.name.to_string()));
            }
            Section::Matter => {
                parts.push(form.line(Stop::Product).to_owned());
                parts.extend(form.category.map(|it| words::category(office, it)));
                parts.push(form.content.text().trim().to_owned());
            }
            Section::Judgement => {
                parts.extend(form.validity.map(|it| texts.name(it).to_owned()));
                parts.extend(form.severity.map(|it| texts.name(it).to_owned()));
                parts.extend(form.urgency.map(|it| texts.name(it).to_owned()));
                parts.push(form.line(Stop::Promise).to_owned());
            }
            Section::Ending => match self.way() {
                Way::Dispatch => {
                    let department = form.department.and_then(|it| office.department(it));
                    parts.extend(department.map(|it| it.name.to_string()));
                    parts.extend(form.handler.map(|it| texts.person(office, it)));
                }
                Way::Reply => parts.push(form.answer.text().trim().to_owned()),
                Way::Solve => parts.push(form.solution.text().trim().to_owned()),
                Way::Merge => parts.extend(form.merges_into().map(ComplaintId::short)),
            },
        }
        parts.retain(|it| !it.is_empty());
        parts.join("·").replace('\n', " ")
    }

    /// Nothing required is missing, and nothing is wrong.
    pub fn is_full(&self, section: Section) -> bool {
        !self.gaps.iter().any(|it| it.section() == Some(section))
    }

    /// The number of a section; a tick once it is full.
    fn numeral(number: usize, full: bool) -> Element<'a, Message> {
        let disc: Element<'a, Message> = if full {
            icon_tiny(icon::CHECK).into()
        } else {
            face_words(Face::CaptionStrong, number.to_string()).into()
        };
        let disc = container(disc).center(18);
        if full {
            disc.style(style::surface::disc(Tone::Success)).into()
        } else {
            disc.style(style::surface::disc_numbered).into()
        }
    }
}

/// Pieces that every section is put together from.
impl<'a> Sheet<'a> {
    pub fn is_gap(&self, stop: Stop) -> bool {
        self.gaps.contains(&stop)
    }

    /// What the frame of a field says: wrong, still missing, fine.
    pub fn mood(&self, stop: Stop) -> Mood {
        // What is being typed is not blamed before it is left.
        let here = self.state.ring.at() == Some(stop) && !self.state.tried;
        if !here && self.form().fault(&self.env, stop).is_some() {
            Mood::Wrong
        } else if self.is_gap(stop) && (self.state.tried || self.gaps.len() <= NEARLY) {
            Mood::Warning
        } else {
            Mood::Fine
        }
    }

    /// What is wrong with a field, below it.
    pub fn below(&self, stop: Stop) -> Option<(Mood, Cow<'a, str>)> {
        if self.mood(stop) != Mood::Wrong {
            return None;
        }
        let fault = self.form().fault(&self.env, stop)?;
        Some((Mood::Wrong, words::fault(self.texts(), stop, fault).into()))
    }

    /// A one-line field.
    pub fn line(&self, stop: Stop, placeholder: &str) -> Field<'a, Message> {
        let drawn = field(placeholder, self.form().line(stop))
            .id(stop.id())
            .mood(self.mood(stop))
            .on_input(move |it| Message::Typed(stop, super::Typed(it)));
        let personal = matches!(
            stop,
            Stop::Phone | Stop::Name | Stop::Address | Stop::Organisation | Stop::Card | Stop::Preference
        );
        if personal && self.env.cloak == Cloak::On { drawn.secret() } else { drawn }
    }

    /// The label of a stop; with the mark of what is required.
    pub fn label(&self, stop: Stop) -> Element<'a, Message> {
        let name = words::field(self.texts(), stop);
        let required = self.form().required(Sending::Whole(self.way()));
        if required.contains(&stop) {
            label_required(name)
        } else {
            label(name).wrapping(iced::widget::text::Wrapping::None).into()
        }
    }

    /// Something right of its label.
    pub fn labelled(
        &self,
        width: FieldWidth,
        stop: Stop,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        labelled_left((width, self.texts().locale()), self.label(stop), content, self.below(stop)).into()
    }

    /// Something right of a label that belongs to no field.
    pub fn beside(
        &self,
        label: impl Into<Element<'a, Message>>,
        content: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        labelled_left((FieldWidth::Left, self.texts().locale()), label.into(), content, None).into()
    }

    pub fn left(&self, stop: Stop, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
        self.labelled(FieldWidth::Left, stop, content)
    }

    /// The right block of a row of two.
    pub fn right(&self, stop: Stop, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
        container(self.labelled(FieldWidth::Right, stop, content)).width(self.right_width()).into()
    }

    pub fn right_width(&self) -> f32 {
        layout::right_block(&self.env)
    }

    /// Under the fields of the left column, without a label.
    pub fn indented(&self, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
        let left = layout::left_label(&self.env);
        container(content).padding(iced::Padding { left, ..iced::Padding::ZERO }).into()
    }

    /// Two blocks side by side.
    pub fn pair(left: Element<'a, Message>, right: Element<'a, Message>) -> Element<'a, Message> {
        row![container(left).width(Length::Fill), right].spacing(16).into()
    }

    /// A segment of choices; digits choose while the keyboard is there.
    pub fn choose<T: Copy + PartialEq + 'a>(
        &self,
        stop: Stop,
        parts: impl IntoIterator<Item = Part<'a, T>>,
        chosen: Option<T>,
        pick: fn(T) -> Pick,
    ) -> Segment<'a, T, Message> {
        segment(parts, chosen)
            .id(stop.id())
            .focus(self.focus(stop))
            .mood(self.mood(stop))
            .on_choose(move |it| Message::Picked(stop, pick(it)))
    }

    /// A tick.
    pub fn tick(&self, stop: Stop, pick: Pick) -> Element<'a, Message> {
        let drawn = check(
            words::field(self.texts(), stop),
            self.form().holds(pick),
            Focus::Elsewhere,
            Some(Message::Picked(stop, pick)),
        );
        named(stop.id(), self.focus(stop), drawn)
    }
}
