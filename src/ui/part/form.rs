//! Where the keyboard is in a form (UI.md §9.1).
//!
//! iced can focus text fields only. So a screen lists its stops in reading order and keeps a [`FocusRing`]: it draws
//! the ring round the stop that is no text field, and moves iced's own focus for those that are.

use iced::{
    Rectangle, Task, Vector,
    advanced::widget::{
        Operation,
        operation::{Focusable, Outcome, Scrollable, TextInput, scrollable::AbsoluteOffset},
    },
    keyboard::key::Named,
    widget::{Id, operation},
};

use crate::ui::{
    env::Frame,
    keys::{Press, Shortcut},
    widget::{FieldInFocus, Focus},
};

/// A place where the keyboard can be: a field, a segment, a button.
pub trait Stop: Copy + Eq + 'static {
    /// The id of its control, unique in the window.
    fn id(self) -> Id;
}

/// Where the keyboard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FocusRing<S> {
    at: Option<S>,
}

impl<S> Default for FocusRing<S> {
    fn default() -> Self {
        Self { at: None }
    }
}

/// Forwards or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
}

impl Step {
    /// The step that Tab or Shift+Tab means.
    #[must_use]
    pub fn of(press: &Press) -> Option<Self> {
        if Shortcut::named(Named::Tab).matches(press) {
            Some(Self::Next)
        } else if Shortcut::named(Named::Tab).with_shift().matches(press) {
            Some(Self::Previous)
        } else {
            None
        }
    }
}

impl<S: Stop> FocusRing<S> {
    /// Where the keyboard is, if it is anywhere.
    #[must_use]
    pub fn at(&self) -> Option<S> {
        self.at
    }

    /// Whether it is at a stop; for `Button::focus`, `Segment::focus`, `ring`.
    #[must_use]
    pub fn focus(&self, stop: S) -> Focus {
        Focus::from(self.at == Some(stop))
    }

    /// Goes to a stop.
    pub fn go<Message: Send + 'static>(&mut self, stop: S) -> Task<Message> {
        self.at = Some(stop);
        // Focusing an id that is no text field takes the focus from whichever had it.
        operation::focus(stop.id())
    }

    /// Goes to the next or previous of `stops`, round at the ends. Give those that can be used now.
    pub fn step<Message: Send + 'static>(&mut self, stops: &[S], step: Step) -> Task<Message> {
        let Some(last) = stops.len().checked_sub(1) else { return Task::none() };
        let here = self.at.and_then(|at| stops.iter().position(|it| *it == at));
        let next = match (here, step) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => last,
            (Some(here), Step::Next) => {
                if here == last {
                    0
                } else {
                    here + 1
                }
            }
            (Some(here), Step::Previous) => here.checked_sub(1).unwrap_or(last),
        };
        self.go(stops[next])
    }

    /// Leaves every stop.
    pub fn leave<Message: Send + 'static>(&mut self) -> Task<Message> {
        self.at = None;
        operation::focus(Id::unique())
    }

    /// Follows the pointer: after a press, ask with [`focused`] and tell the answer here.
    pub fn found(&mut self, stops: &[S], id: Option<&Id>) {
        if let Some(stop) = stops.iter().find(|it| id == Some(&it.id())) {
            self.at = Some(*stop);
        }
    }

    /// A control that is no text field was pressed: the keyboard follows.
    pub fn pressed<Message: Send + 'static>(&mut self, stop: S) -> Task<Message> {
        self.go(stop)
    }
}

/// The text field that has iced's focus, if one has.
pub fn focused() -> Task<Option<Id>> {
    iced::advanced::widget::operate(FieldInFocus::default())
}

/// Moves the focus to a text field and says which one had it, in one go: nothing that is typed comes between.
pub fn focus_instead(target: impl Into<Id>) -> Task<Option<Id>> {
    iced::advanced::widget::operate(Instead { target: target.into(), before: FieldInFocus::default() })
}

struct Instead {
    target: Id,
    before: FieldInFocus,
}

impl Operation<Option<Id>> for Instead {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<Id>>)) {
        operate(self);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.before.focusable(id, bounds, state);
        if id == Some(&self.target) {
            state.focus();
        } else {
            state.unfocus();
        }
    }

    fn finish(&self) -> Outcome<Option<Id>> {
        self.before.finish()
    }
}

/// Scrolls `list` so that `target` is in sight with `MARGIN` to spare. Nothing moves when it already is.
pub fn reveal<Message: Send + 'static>(list: impl Into<Id>, target: impl Into<Id>) -> Task<Message> {
    iced::advanced::widget::operate(Reveal { list: list.into(), target: target.into(), view: None, place: None }).then(
        |scroll| match scroll {
            Some((list, y)) => operation::scroll_to(list, AbsoluteOffset { x: None, y: Some(y) }),
            None => Task::none(),
        },
    )
}

/// The same sideways.
pub fn reveal_across<Message: Send + 'static>(list: impl Into<Id>, target: impl Into<Id>) -> Task<Message> {
    let across = Across(Reveal { list: list.into(), target: target.into(), view: None, place: None });
    iced::advanced::widget::operate(across).then(|scroll| match scroll {
        Some((list, x)) => operation::scroll_to(list, AbsoluteOffset { x: Some(x), y: None }),
        None => Task::none(),
    })
}

/// What stays between a revealed stop and the edge.
const MARGIN: f32 = 24.0;

struct Reveal {
    list: Id,
    target: Id,
    /// The list's place, and how far it is scrolled.
    view: Option<(Rectangle, Vector)>,
    place: Option<Rectangle>,
}

impl Reveal {
    fn see(&mut self, id: Option<&Id>, bounds: Rectangle) {
        if id == Some(&self.target) {
            self.place = Some(bounds);
        }
    }
}

impl Operation<Option<(Id, f32)>> for Reveal {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<(Id, f32)>>)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.see(id, bounds);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, _state: &mut dyn Focusable) {
        self.see(id, bounds);
    }

    fn text_input(&mut self, id: Option<&Id>, bounds: Rectangle, _state: &mut dyn TextInput) {
        self.see(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        if id == Some(&self.list) {
            self.view = Some((bounds, translation));
        }
    }

    fn finish(&self) -> Outcome<Option<(Id, f32)>> {
        let (Some((view, scrolled)), Some(place)) = (self.view, self.place) else { return Outcome::Some(None) };
        Outcome::Some(offset(view, scrolled.y, place).map(|y| (self.list.clone(), y)))
    }
}

struct Across(Reveal);

impl Operation<Option<(Id, f32)>> for Across {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<(Id, f32)>>)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.0.see(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.0.scrollable(id, bounds, content, translation, state);
    }

    fn finish(&self) -> Outcome<Option<(Id, f32)>> {
        let (Some((view, scrolled)), Some(place)) = (self.0.view, self.0.place) else { return Outcome::Some(None) };
        Outcome::Some(offset(turned(view), scrolled.x, turned(place)).map(|x| (self.0.list.clone(), x)))
    }
}

/// Left and right in the place of above and below.
fn turned(it: Rectangle) -> Rectangle {
    Rectangle { x: it.y, y: it.x, width: it.height, height: it.width }
}

/// How far to scroll; both places are told as if nothing were scrolled.
fn offset(view: Rectangle, scrolled: f32, place: Rectangle) -> Option<f32> {
    let top = place.y - view.y;
    let bottom = top + place.height;
    if top - MARGIN < scrolled {
        let to = (top - MARGIN).max(0.0);
        ((to - scrolled).abs() > 0.5).then_some(to)
    } else if scrolled + view.height < bottom + MARGIN {
        Some(bottom + MARGIN - view.height)
    } else {
        None
    }
}

/// Whether a change of a text field was meant. On macOS iced types the letter of a shortcut (⌘K) into the field;
/// such a change is dropped. What is pasted or cut changes more than one letter, or makes the text shorter.
#[must_use]
pub fn is_meant(env: &Frame<'_>, before: &str, after: &str) -> Meant {
    let one_more = after.chars().count() == before.chars().count() + 1;
    if cfg!(target_os = "macos") && env.modifiers.command() && one_more { Meant::No } else { Meant::Yes }
}

/// Whether a change was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Take it.
    Yes,
    /// Drop it.
    No,
}

/// One more of what is chosen, or one less: where each of several can be chosen or not.
pub fn toggled<T: PartialEq>(all: &mut Vec<T>, one: T) {
    match all.iter().position(|it| *it == one) {
        Some(place) => drop(all.remove(place)),
        None => all.push(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Place {
        Phone,
        Name,
        Save,
    }

    impl Stop for Place {
        fn id(self) -> Id {
            Id::from(format!("test-{self:?}"))
        }
    }

    const ALL: [Place; 3] = [Place::Phone, Place::Name, Place::Save];

    struct Spot(bool);

    impl Focusable for Spot {
        fn is_focused(&self) -> bool {
            self.0
        }

        fn focus(&mut self) {
            self.0 = true;
        }

        fn unfocus(&mut self) {
            self.0 = false;
        }
    }

    #[test]
    fn the_focus_moves_and_tells_where_it_was_wherever_that_stands() {
        for (before, told) in [(None, None), (Some(0), Some(Place::Phone)), (Some(2), Some(Place::Save))] {
            let mut spots = ALL.map(|it| (it.id(), Spot(before == Some(it as usize))));
            let mut op = Instead { target: Place::Name.id(), before: FieldInFocus::default() };
            for (id, spot) in &mut spots {
                op.focusable(Some(id), Rectangle::default(), spot);
            }
            assert!(matches!(op.finish(), Outcome::Some(it) if it == told.map(Place::id)));
            assert_eq!(spots.map(|(_, it)| it.0), [false, true, false]);
        }
    }

    #[test]
    fn tab_goes_round_in_both_directions() {
        let mut ring = FocusRing::default();
        let mut visited = Vec::new();
        for _ in 0..4 {
            let _task: Task<()> = ring.step(&ALL, Step::Next);
            visited.push(ring.at().unwrap());
        }
        assert_eq!(visited, [Place::Phone, Place::Name, Place::Save, Place::Phone]);
        let _task: Task<()> = ring.step(&ALL, Step::Previous);
        assert_eq!(ring.at(), Some(Place::Save));
        assert_eq!(ring.focus(Place::Save), Focus::Here);
        assert_eq!(ring.focus(Place::Name), Focus::Elsewhere);
    }

    #[test]
    fn a_stop_that_is_gone_leads_to_the_first() {
        let mut ring = FocusRing::default();
        let _task: Task<()> = ring.go(Place::Save);
        let _task: Task<()> = ring.step(&ALL[..2], Step::Next);
        assert_eq!(ring.at(), Some(Place::Phone));
        let _task: Task<()> = ring.step(&[], Step::Next);
        assert_eq!(ring.at(), Some(Place::Phone));
    }

    #[test]
    fn the_pointer_moves_the_keyboard_too() {
        let mut ring = FocusRing::default();
        ring.found(&ALL, Some(&Place::Name.id()));
        assert_eq!(ring.at(), Some(Place::Name));
        ring.found(&ALL, Some(&Id::new("elsewhere")));
        ring.found(&ALL, None);
        assert_eq!(ring.at(), Some(Place::Name));
    }

    #[test]
    fn a_stop_out_of_sight_is_scrolled_to_with_a_margin() {
        let view = Rectangle { x: 0.0, y: 100.0, width: 300.0, height: 400.0 };
        let at = |y: f32| Rectangle { x: 0.0, y, width: 200.0, height: 30.0 };
        assert_eq!(offset(view, 0.0, at(200.0)), None);
        assert_eq!(offset(view, 0.0, at(600.0)), Some(154.0));
        assert_eq!(offset(view, 154.0, at(600.0)), None);
        assert_eq!(offset(view, 154.0, at(110.0)), Some(0.0));
        assert_eq!(offset(view, 0.0, at(100.0)), None, "the very first stop has no room for a margin");
        // Sideways it is the same, whatever is above.
        let row = Rectangle { x: 100.0, y: 50.0, width: 400.0, height: 300.0 };
        let lane = |x: f32| Rectangle { x, y: 70.0, width: 208.0, height: 280.0 };
        assert_eq!(offset(turned(row), 0.0, turned(lane(116.0))), None);
        assert_eq!(offset(turned(row), 0.0, turned(lane(548.0))), Some(280.0));
    }
}
