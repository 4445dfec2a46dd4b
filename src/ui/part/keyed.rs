//! A page that is drawn and driven by one description (UI.md §9.1).
//!
//! iced has a keyboard for text fields only. A page draws its controls through a [`Keyed`]: each control it draws is a
//! stop of the keyboard, in the order of drawing, with what its keys mean. So no list of stops can differ from what is
//! in sight. [`Keyboard`] remembers where the keyboard is and which list is open; keys are asked back as [`Event`]s,
//! because only iced knows which text field the pointer went to.

use iced::{
    Center, Length, Task,
    keyboard::key::Named,
    widget::{self, Id, button as pressed, container, row, text::Wrapping},
};

use crate::ui::{
    effect::Effect,
    env::Frame,
    icon,
    keys::{Field as Heard, Press, Shortcut},
    part::{
        form::{FocusRing, Step, Stop, reveal},
        lookup::{self, Choice, Lookup},
    },
    style::{self, field::Mood},
    theme::{Element, Height, Theme},
    widget::{Button, Chosen, Field, Focus, Part, Segment, body, icon_small, named, named_within, segment},
};

/// A place where the keyboard can be: its name, and which of those that share the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot(pub &'static str, pub usize);

impl Stop for Spot {
    fn id(self) -> Id {
        Id::from(format!("{}-{}", self.0, self.1))
    }
}

/// Where the keyboard is on a page, and which list is open.
#[derive(Debug, Default)]
pub struct Keyboard {
    ring: FocusRing<Spot>,
    open: Option<(Spot, Lookup)>,
}

/// A key whose meaning depends on where the keyboard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Tab, Shift+Tab.
    Tab(Step),
    /// Enter, Space, an arrow, Home …
    Named(Named),
    /// A digit, where no text field has the focus.
    Sign(char),
}

/// What the keyboard or the pointer did to a page as such.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key went down, and which text field had the focus.
    Pressed(Key, Option<Id>),
    /// Something was done to a list to choose from.
    Listed(Spot, lookup::Message<usize>),
    /// Esc: the keyboard leaves the stop.
    Rested,
}

/// What follows of an event: a message of the page, and the focus that moves.
#[must_use = "what follows must be carried out"]
pub struct Follows<Message> {
    /// What the control under the keyboard says.
    pub message: Option<Message>,
    /// Moves the focus.
    pub task: Task<Message>,
}

impl<Message: Send + 'static> Follows<Message> {
    /// What comes of it: what the screen does on what the control says, and the focus.
    pub fn carry<Action>(self, update: impl FnOnce(Message) -> Effect<Message, Action>) -> Effect<Message, Action> {
        self.message.map_or_else(Effect::none, update).and_task(self.task)
    }
}

/// Keys that stops may use.
const KEYS: [Named; 11] = [
    Named::Enter,
    Named::Space,
    Named::ArrowUp,
    Named::ArrowDown,
    Named::ArrowLeft,
    Named::ArrowRight,
    Named::Home,
    Named::End,
    Named::PageUp,
    Named::PageDown,
    Named::Delete,
];

impl Keyboard {
    /// What a key means to the page as such; the page's own shortcuts come before.
    #[must_use]
    pub fn pressed(&self, press: &Press) -> Option<Event> {
        let at = || press.focus().cloned();
        if let Some(step) = Step::of(press) {
            return Some(Event::Pressed(Key::Tab(step), at()));
        }
        if Shortcut::named(Named::Escape).matches(press) {
            return match &self.open {
                Some((spot, _)) => Some(Event::Listed(*spot, lookup::Message::Closed)),
                None => self.ring.at().map(|_| Event::Rested),
            };
        }
        let key = KEYS.into_iter().find(|it| Shortcut::named(*it).matches(press));
        let enter = key == Some(Named::Enter);
        match key {
            // What a text field made use of is its own, but for Enter, which goes on.
            Some(key) if enter || press.field() == Heard::Passed => Some(Event::Pressed(Key::Named(key), at())),
            Some(_) => None,
            None => press.alone().filter(char::is_ascii_digit).map(|it| Event::Pressed(Key::Sign(it), at())),
        }
    }

    /// Where the keyboard is.
    #[must_use]
    pub fn at(&self) -> Option<Spot> {
        self.ring.at()
    }

    /// Goes to a stop.
    pub fn go<Message: Send + 'static>(&mut self, spot: Spot) -> Task<Message> {
        self.open = None;
        self.ring.go(spot)
    }

    /// Leaves every stop.
    pub fn leave<Message: Send + 'static>(&mut self) -> Task<Message> {
        self.open = None;
        self.ring.leave()
    }

    /// Does what an event says on the stops that are in sight.
    pub fn update<Message: Clone + Send + 'static>(
        &mut self,
        stops: &Stops<Message>,
        event: Event,
    ) -> Follows<Message> {
        match event {
            Event::Pressed(key, id) => self.landed(stops, key, id.as_ref()),
            Event::Listed(spot, message) => self.listed(stops, spot, message),
            Event::Rested => Follows { message: None, task: self.leave() },
        }
    }

    fn landed<Message: Clone + Send + 'static>(
        &mut self,
        stops: &Stops<Message>,
        key: Key,
        id: Option<&Id>,
    ) -> Follows<Message> {
        let spots = stops.spots();
        self.ring.found(&spots, id);
        let here = self.ring.at().and_then(|at| stops.find(at));
        let nothing = Follows { message: None, task: Task::none() };
        match (key, here) {
            (Key::Tab(step), here) => {
                let message = here.and_then(|it| self.marked(it));
                self.open = None;
                Follows { message, task: self.step(stops, step) }
            }
            (Key::Named(_) | Key::Sign(_), None) => nothing,
            (Key::Named(named), Some(here)) => match &here.act {
                Act::Type if named == Named::Enter => Follows { message: None, task: self.step(stops, Step::Next) },
                Act::Type | Act::Write => nothing,
                Act::Keys { named: keys, goes_on, .. } => {
                    let message = keys.iter().find(|(it, _)| *it == named).map(|(_, message)| message.clone());
                    let task = if message.is_none() && named == Named::Enter && *goes_on == GoesOn::Yes {
                        self.step(stops, Step::Next)
                    } else {
                        here.pane.map_or_else(Task::none, |pane| reveal(pane, here.spot.id()))
                    };
                    Follows { message, task }
                }
                Act::Pick { choices, .. } => match self.in_list(here.spot, choices, named) {
                    Some(message) => self.listed(stops, here.spot, message),
                    None => nothing,
                },
            },
            (Key::Sign(sign), Some(here)) => match &here.act {
                Act::Keys { digits, .. } => {
                    let place = sign.to_digit(10).and_then(|it| usize::try_from(it).ok()?.checked_sub(1));
                    Follows { message: place.and_then(|it| digits.get(it).cloned()), task: Task::none() }
                }
                Act::Type | Act::Write | Act::Pick { .. } => nothing,
            },
        }
    }

    /// What a key means to a list to choose from.
    fn in_list(&self, spot: Spot, choices: &[Choice<usize>], named: Named) -> Option<lookup::Message<usize>> {
        let open = self.open.as_ref().filter(|(it, _)| *it == spot).map(|(_, it)| it);
        match (open, named) {
            (None, Named::Enter | Named::Space | Named::ArrowDown | Named::ArrowUp) => Some(lookup::Message::Opened),
            (Some(_), Named::ArrowDown) => Some(lookup::Message::Moved(Step::Next)),
            (Some(_), Named::ArrowUp) => Some(lookup::Message::Moved(Step::Previous)),
            (Some(open), Named::Enter) => open.marked(choices).map(lookup::Message::Taken),
            (_, _) => None,
        }
    }

    fn listed<Message: Clone + Send + 'static>(
        &mut self,
        stops: &Stops<Message>,
        spot: Spot,
        message: lookup::Message<usize>,
    ) -> Follows<Message> {
        let Some(Act::Pick { choices, chosen, says }) = stops.find(spot).map(|it| &it.act) else {
            self.open = None;
            return Follows { message: None, task: Task::none() };
        };
        let opened = message == lookup::Message::Opened;
        let (_, lookup) = match self.open.take() {
            Some((at, lookup)) if at == spot => self.open.insert((at, lookup)),
            Some(_) | None => self.open.insert((spot, Lookup::default())),
        };
        let taken = lookup.update(choices, message);
        if opened && let Some(chosen) = chosen {
            lookup.mark(*chosen);
        }
        let still_open = lookup.is_open();
        if !still_open {
            self.open = None;
        }
        Follows { message: taken.and_then(|it| says.get(it).cloned()), task: self.ring.go(spot) }
    }

    /// What Tab takes from the list that is open.
    fn marked<Message: Clone>(&self, here: &Entry<Message>) -> Option<Message> {
        let (spot, lookup) = self.open.as_ref()?;
        match &here.act {
            Act::Pick { choices, says, .. } if *spot == here.spot => says.get(lookup.marked(choices)?).cloned(),
            Act::Pick { .. } | Act::Type | Act::Write | Act::Keys { .. } => None,
        }
    }

    fn step<Message: Send + 'static>(&mut self, stops: &Stops<Message>, step: Step) -> Task<Message> {
        let moved = self.ring.step(&stops.spots(), step);
        let here = self.ring.at().and_then(|at| stops.find(at));
        match here.and_then(|it| Some((it.pane?, it.spot))) {
            Some((pane, spot)) => moved.chain(reveal(pane, spot.id())),
            None => moved,
        }
    }
}

/// The stops of a page with what their keys mean, in reading order.
#[derive(Debug)]
pub struct Stops<Message>(Vec<Entry<Message>>);

#[derive(Debug)]
struct Entry<Message> {
    spot: Spot,
    /// What scrolls it into sight.
    pane: Option<&'static str>,
    act: Act<Message>,
}

/// What keys mean at a stop.
#[derive(Debug)]
enum Act<Message> {
    /// A line: iced's own keys; Enter goes on.
    Type,
    /// An editor: Enter makes a new line.
    Write,
    /// Keys that say something.
    Keys { named: Vec<(Named, Message)>, digits: Vec<Message>, goes_on: GoesOn },
    /// A list that opens.
    Pick { choices: Vec<Choice<usize>>, chosen: Option<usize>, says: Vec<Message> },
}

/// Whether Enter goes on to the next stop where it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GoesOn {
    Yes,
    No,
}

impl<Message> Stops<Message> {
    fn spots(&self) -> Vec<Spot> {
        self.0.iter().map(|it| it.spot).collect()
    }

    fn find(&self, spot: Spot) -> Option<&Entry<Message>> {
        self.0.iter().find(|it| it.spot == spot)
    }

    /// The first stop of a name.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<Spot> {
        self.spots().into_iter().find(|it| it.0 == name)
    }
}

/// Draws the controls of a page and remembers their stops.
pub struct Keyed<'k, Message> {
    keyboard: &'k Keyboard,
    wrap: fn(Event) -> Message,
    stops: Vec<Entry<Message>>,
    pane: Option<&'static str>,
}

impl<'k, Message: Clone + 'static> Keyed<'k, Message> {
    /// Nothing drawn yet.
    #[must_use]
    pub fn new(keyboard: &'k Keyboard, wrap: fn(Event) -> Message) -> Self {
        Self { keyboard, wrap, stops: Vec::new(), pane: None }
    }

    /// What follows stands in this scrollable.
    pub fn within(&mut self, pane: Option<&'static str>) {
        self.pane = pane;
    }

    /// The stops of what was drawn.
    #[must_use]
    pub fn stops(self) -> Stops<Message> {
        Stops(self.stops)
    }

    /// Whether the keyboard is at a stop.
    #[must_use]
    pub fn focus(&self, spot: Spot) -> Focus {
        self.keyboard.ring.focus(spot)
    }

    fn stop(&mut self, spot: Spot, act: Act<Message>) {
        self.stops.push(Entry { spot, pane: self.pane, act });
    }

    /// A line to type in.
    pub fn field<'a>(&mut self, spot: Spot, field: Field<'a, Message>) -> Field<'a, Message> {
        self.stop(spot, Act::Type);
        field.id(spot.id())
    }

    /// An editor, drawn elsewhere with this id.
    pub fn writes(&mut self, spot: Spot) -> Id {
        self.stop(spot, Act::Write);
        spot.id()
    }

    /// A button; without a message it is off and no stop.
    pub fn button<'a>(
        &mut self,
        spot: Spot,
        button: Button<'a, Message>,
        says: Option<Message>,
    ) -> Element<'a, Message> {
        if let Some(says) = &says {
            self.press(spot, says.clone());
        }
        button.focus(self.focus(spot)).id(spot.id()).on_press_maybe(says).into()
    }

    /// Something drawn elsewhere that Enter and Space press.
    pub fn pressable<'a>(
        &mut self,
        spot: Spot,
        says: Message,
        drawn: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message>
    where
        Message: 'a,
    {
        self.press(spot, says);
        named(spot.id(), self.focus(spot), drawn)
    }

    fn press(&mut self, spot: Spot, says: Message) {
        let named = vec![(Named::Enter, says.clone()), (Named::Space, says)];
        self.stop(spot, Act::Keys { named, digits: Vec::new(), goes_on: GoesOn::No });
    }

    /// Keys of a thing that is drawn elsewhere: a calendar, a list.
    pub fn keys(&mut self, spot: Spot, named: Vec<(Named, Message)>) -> Focus {
        self.stop(spot, Act::Keys { named, digits: Vec::new(), goes_on: GoesOn::Yes });
        self.focus(spot)
    }

    /// One of a few in sight: arrows and digits choose.
    pub fn segment<'a, T: Copy + PartialEq + 'a>(
        &mut self,
        spot: Spot,
        (parts, chosen): (Vec<Part<'a, T>>, Option<T>),
        says: impl Fn(T) -> Message + 'a,
    ) -> Segment<'a, T, Message> {
        let values: Vec<T> = parts.iter().map(Part::value).collect();
        let here = chosen.and_then(|it| values.iter().position(|value| *value == it));
        let all: Vec<Message> = values.iter().map(|it| says(*it)).collect();
        let named = around(&all, here, [Named::ArrowLeft, Named::ArrowRight]);
        self.stop(spot, Act::Keys { named, digits: all, goes_on: GoesOn::Yes });
        segment(parts, chosen).id(spot.id()).focus(self.focus(spot)).on_choose(says)
    }

    /// Rows of a list that are drawn elsewhere: up and down choose. Draw the ring round the chosen one.
    pub fn among(&mut self, spot: Spot, (all, here): (Vec<Message>, Option<usize>)) -> Focus {
        let mut named = around(&all, here, [Named::ArrowUp, Named::ArrowDown]);
        named.extend(all.first().map(|it| (Named::Home, it.clone())));
        named.extend(all.last().map(|it| (Named::End, it.clone())));
        self.keys(spot, named)
    }

    /// Rows of a list, drawn already, of which one is chosen: up and down choose.
    pub fn rows<'a>(
        &mut self,
        spot: Spot,
        rows: impl IntoIterator<Item = (Message, Chosen, Element<'a, Message>)>,
    ) -> Vec<Element<'a, Message>>
    where
        Message: 'a,
    {
        let (mut all, mut drawn, mut here) = (Vec::new(), Vec::new(), None);
        for (place, (says, chosen, element)) in rows.into_iter().enumerate() {
            here = if chosen == Chosen::Yes { Some(place) } else { here };
            all.push(says);
            drawn.push(element);
        }
        if all.is_empty() {
            return drawn;
        }
        let focus = self.among(spot, (all, here));
        let place = here.unwrap_or(0);
        let rows = drawn.into_iter().enumerate();
        rows.map(|(at, it)| if at == place { named_within(spot.id(), focus, it) } else { it }).collect()
    }

    /// One of many: a list that opens, with a line that finds.
    pub fn pick<'a, T: Copy + PartialEq>(
        &mut self,
        env: &Frame<'a>,
        spot: Spot,
        (choices, chosen): (Vec<Choice<T>>, T),
        says: impl Fn(T) -> Message,
    ) -> Element<'a, Message>
    where
        Message: 'a,
    {
        let here = choices.iter().position(|it| it.value == chosen);
        let all = choices.iter().map(|it| says(it.value)).collect();
        let numbered = choices.into_iter().enumerate();
        let choices: Vec<Choice<usize>> =
            numbered.map(|(place, it)| Choice { value: place, name: it.name, more: it.more }).collect();
        let wrap = self.wrap;
        let open = self.keyboard.open.as_ref().filter(|(it, _)| *it == spot).map(|(_, it)| it);
        let drawn = if let Some(lookup) = open {
            let shown = lookup.view(env, (&choices, here), (spot.id(), ""), Mood::Fine);
            shown.map(move |it| wrap(Event::Listed(spot, it)))
        } else {
            let name = here.and_then(|it| choices.get(it)).map(|it| it.name.clone()).unwrap_or_default();
            let words = container(body(name).wrapping(Wrapping::None)).width(Length::Fill).clip(true);
            let line = row![words, icon_small(icon::CHEVRON_DOWN).style(style::text::ink3)].spacing(6);
            let button = pressed(line.height(Length::Fill).align_y(Center))
                .width(Length::Fill)
                .height(Height::CONTROL)
                .padding([0, 9])
                .style(choice)
                .on_press(wrap(Event::Listed(spot, lookup::Message::Opened)));
            named(spot.id(), self.focus(spot), button)
        };
        self.stop(spot, Act::Pick { choices, chosen: here, says: all });
        drawn
    }
}

/// A field that is chosen from.
fn choice(theme: &Theme, status: widget::button::Status) -> widget::button::Style {
    let plain = style::button::plain(theme, status);
    widget::button::Style {
        background: Some(style::field::ground(theme).into()),
        text_color: theme.ink,
        border: iced::Border { color: theme.field, ..plain.border },
        ..plain
    }
}

/// What the two arrows say: the neighbours of the chosen one; the first where none is chosen.
fn around<Message: Clone>(all: &[Message], here: Option<usize>, [back, forth]: [Named; 2]) -> Vec<(Named, Message)> {
    let previous = here.and_then(|it| it.checked_sub(1));
    let next = here.map_or(0, |it| it + 1);
    let back = previous.and_then(|it| all.get(it)).map(|it| (back, it.clone()));
    let forth = all.get(next).map(|it| (forth, it.clone()));
    back.into_iter().chain(forth).collect()
}
