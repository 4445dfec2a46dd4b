//! Where keys are heard: round everything in the window.
//!
//! iced hands out all events that came in one go before the program does anything about the first. What is typed right
//! behind Tab while the program is busy would still go to the field before. So what comes behind a key that may move
//! the focus waits here until that key has done what it does: what keys mean and what fields make of them come in the
//! order in which they were pressed.

use std::collections::VecDeque;

use iced::{
    Event, Rectangle,
    advanced::{
        Clipboard, Layout, Shell, Widget, mouse,
        widget::{
            Id, Operation, Tree,
            operation::{self, Focusable, Outcome},
            tree,
        },
    },
    event, window,
};

use super::passing::pass_on;
use crate::ui::{
    keys::{Field, Heard},
    theme::{Element, Theme},
};

/// Tells what the keyboard and the input method do, after what is drawn in `content` has had it.
pub fn listener<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    heard: fn(Heard) -> Message,
) -> Element<'a, Message> {
    Element::new(Listener { content: content.into(), heard })
}

struct Listener<'a, Message> {
    content: Element<'a, Message>,
    heard: fn(Heard) -> Message,
}

/// Whether what is pressed has to wait.
#[derive(Debug, Default)]
enum State {
    /// It goes on at once.
    #[default]
    Open,
    /// A key was told that may move the focus; these came behind it.
    Told(VecDeque<Event>),
    /// The program has done what that key does.
    Done(VecDeque<Event>),
}

/// What an event needs on its way, beside the tree.
struct Way<'w, 's, Message> {
    layout: Layout<'w>,
    cursor: mouse::Cursor,
    renderer: &'w iced::Renderer,
    clipboard: &'w mut dyn Clipboard,
    shell: &'w mut Shell<'s, Message>,
    viewport: &'w Rectangle,
}

impl<Message> Listener<'_, Message> {
    /// Hands an event to what is drawn, and tells it.
    fn hand(&mut self, tree: &mut Tree, event: &Event, way: &mut Way<'_, '_, Message>) {
        let mut messages = Vec::new();
        let mut shell = Shell::new(&mut messages);
        let content = self.content.as_widget_mut();
        let inner = &mut tree.children[0];
        content.update(inner, event, way.layout, way.cursor, way.renderer, way.clipboard, &mut shell, way.viewport);
        let field = match shell.event_status() {
            event::Status::Captured => Field::Took,
            event::Status::Ignored => Field::Passed,
        };
        way.shell.merge(shell, |it| it);
        let Some(mut heard) = Heard::of(event, field) else { return };
        if let Heard::Pressed(press) = &mut heard
            && press.may_move_focus()
        {
            let mut find = FieldInFocus::default();
            content.operate(inner, way.layout, way.renderer, &mut operation::black_box(&mut find));
            press.set_focus(find.0);
            *tree.state.downcast_mut() = State::Told(VecDeque::new());
        }
        way.shell.publish((self.heard)(heard));
    }

    /// Hands out what has waited, up to the next key that may move the focus.
    fn catch_up(&mut self, tree: &mut Tree, way: &mut Way<'_, '_, Message>) {
        let state: &mut State = tree.state.downcast_mut();
        let mut events = match std::mem::take(state) {
            State::Done(events) => events,
            other => {
                *state = other;
                return;
            }
        };
        while let Some(event) = events.pop_front() {
            self.hand(tree, &event, way);
            if let State::Told(behind) = tree.state.downcast_mut() {
                *behind = events;
                return;
            }
        }
    }
}

/// Finds the text field that has the focus.
#[derive(Debug, Default)]
pub struct FieldInFocus(Option<Id>);

impl Operation<Option<Id>> for FieldInFocus {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<Id>>)) {
        operate(self);
    }

    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused()
            && let Some(id) = id
        {
            self.0 = Some(id.clone());
        }
    }

    fn finish(&self) -> Outcome<Option<Id>> {
        Outcome::Some(self.0.clone())
    }
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Listener<'_, Message> {
    pass_on!(content: size, children, layout, operate, mouse_interaction, draw, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::Open)
    }

    /// The window is drawn anew once the program has done what it was told.
    fn diff(&self, tree: &mut Tree) {
        let state: &mut State = tree.state.downcast_mut();
        *state = match std::mem::take(state) {
            State::Told(events) => State::Done(events),
            other @ (State::Open | State::Done(_)) => other,
        };
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let mut way = Way { layout, cursor, renderer, clipboard, shell, viewport };
        let pressed = matches!(event, Event::Keyboard(_) | Event::InputMethod(_));
        if pressed || matches!(event, Event::Window(window::Event::RedrawRequested(_))) {
            self.catch_up(tree, &mut way);
        }
        if !pressed {
            let inner = &mut tree.children[0];
            let content = self.content.as_widget_mut();
            content.update(inner, event, layout, cursor, renderer, way.clipboard, way.shell, viewport);
        } else if let State::Told(events) = tree.state.downcast_mut() {
            events.push_back(event.clone());
            way.shell.capture_event();
        } else {
            self.hand(tree, event, &mut way);
        }
        // Whoever waits is looked after in the next picture.
        if matches!(tree.state.downcast_ref(), State::Told(_)) {
            way.shell.request_redraw();
        }
    }
}
