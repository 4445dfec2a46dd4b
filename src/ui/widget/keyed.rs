//! Things below each other that are known by a key: what moves takes its state along.
//!
//! iced's own keyed column finds what came or went at one place only; in a long list that is scrolled one row goes
//! above and another one comes below, and it would lay out every row in sight anew.

use std::collections::HashMap;
use std::hash::Hash;

use iced::{
    Event, Length, Padding, Rectangle, Size, Vector,
    advanced::{
        Clipboard, Layout, Shell, Widget,
        layout::{Limits, Node, flex},
        mouse, overlay, renderer,
        widget::{Operation, Tree, tree},
    },
    alignment::Alignment,
};

use crate::ui::theme::{Element, Theme};

/// Things below each other, `gap` between them, each with a key of its own.
pub fn keyed<'a, Key: Hash + Eq + Clone + 'static, Message: 'a>(
    gap: f32,
    all: impl IntoIterator<Item = (Key, Element<'a, Message>)>,
) -> Element<'a, Message> {
    let (keys, children) = all.into_iter().unzip();
    Element::new(Keyed { keys, children, gap })
}

struct Keyed<'a, Key, Message> {
    keys: Vec<Key>,
    children: Vec<Element<'a, Message>>,
    gap: f32,
}

/// The keys of what the trees belong to, in their order.
struct Known<Key>(Vec<Key>);

impl<Key: Hash + Eq + Clone + 'static, Message> Widget<Message, Theme, iced::Renderer> for Keyed<'_, Key, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Known<Key>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Known(self.keys.clone()))
    }

    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        let known = tree.state.downcast_mut::<Known<Key>>();
        if known.0 != self.keys {
            let old = std::mem::replace(&mut known.0, self.keys.clone());
            let mut trees: HashMap<Key, Tree> = old.into_iter().zip(tree.children.drain(..)).collect();
            let fresh = || Tree::empty();
            tree.children = self.keys.iter().map(|it| trees.remove(it).unwrap_or_else(fresh)).collect();
        }
        // An empty tree is of another kind than every widget, and becomes a new one.
        for (tree, child) in tree.children.iter_mut().zip(&self.children) {
            tree.diff(child);
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &Limits) -> Node {
        let limits = limits.width(Length::Fill).height(Length::Shrink);
        flex::resolve(
            flex::Axis::Vertical,
            renderer,
            &limits,
            Length::Fill,
            Length::Shrink,
            Padding::ZERO,
            self.gap,
            Alignment::Start,
            &mut self.children,
            &mut tree.children,
        )
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
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
        for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            child.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let parts = self.children.iter().zip(&tree.children).zip(layout.children());
        parts
            .map(|((child, tree), layout)| {
                child.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        // What lies outside is built for the next picture, not drawn in this one.
        let parts = self.children.iter().zip(&tree.children).zip(layout.children());
        for ((child, tree), layout) in parts.filter(|(_, layout)| layout.bounds().intersects(viewport)) {
            child.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        overlay::from_children(&mut self.children, tree, layout, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing to see, with a number of its own.
    struct Marked;

    impl Widget<(), Theme, iced::Renderer> for Marked {
        fn tag(&self) -> tree::Tag {
            tree::Tag::of::<usize>()
        }

        fn state(&self) -> tree::State {
            tree::State::new(0_usize)
        }

        fn size(&self) -> Size<Length> {
            Size::new(Length::Shrink, Length::Shrink)
        }

        fn layout(&mut self, _: &mut Tree, _: &iced::Renderer, _: &Limits) -> Node {
            Node::new(Size::ZERO)
        }

        fn draw(
            &self,
            _: &Tree,
            _: &mut iced::Renderer,
            _: &Theme,
            _: &renderer::Style,
            _: Layout<'_>,
            _: mouse::Cursor,
            _: &Rectangle,
        ) {
        }
    }

    fn rows(range: std::ops::Range<usize>) -> Element<'static, ()> {
        keyed(0.0, range.map(|it| (it, Element::new(Marked))))
    }

    #[test]
    fn what_stays_keeps_its_state_where_one_goes_above_and_another_comes_below() {
        let mut tree = Tree::new(rows(0..4));
        for (place, child) in tree.children.iter_mut().enumerate() {
            *child.state.downcast_mut::<usize>() = 10 + place;
        }
        let marks = |tree: &Tree| tree.children.iter().map(|it| *it.state.downcast_ref::<usize>()).collect::<Vec<_>>();
        tree.diff(rows(1..5));
        assert_eq!(marks(&tree), [11, 12, 13, 0]);
        tree.diff(rows(0..3));
        assert_eq!(marks(&tree), [0, 11, 12]);
        tree.diff(rows(2..2));
        assert!(tree.children.is_empty());
    }
}
