//! The brand mark: a speech bubble with a tick on a square of accent (resources/icons/redress-mark.svg).

use iced::{
    Point, Rectangle, Renderer, Size,
    advanced::mouse,
    widget::{
        Canvas, canvas,
        canvas::{Frame, Geometry, LineCap, LineJoin, Path, Stroke},
    },
};

use crate::ui::theme::{Element, Theme};

/// The mark, `size` wide and high.
pub fn mark<'a, Message: 'a>(size: f32) -> Element<'a, Message> {
    Canvas::new(Mark).width(size).height(size).into()
}

struct Mark;

impl<Message> canvas::Program<Message, Theme> for Mark {
    type State = canvas::Cache;

    fn draw(
        &self,
        _cache: &canvas::Cache,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        frame.scale(bounds.width / 24.0);
        let square = Path::rounded_rectangle(Point::ORIGIN, Size::new(24.0, 24.0), 6.0.into());
        frame.fill(&square, theme.accent);
        let bubble = Path::rounded_rectangle(Point::new(6.2, 6.0), Size::new(11.6, 9.4), 1.6.into());
        frame.fill(&bubble, theme.on_accent);
        let tail = Path::new(|path| {
            path.move_to(Point::new(8.6, 15.2));
            path.line_to(Point::new(11.8, 15.2));
            path.line_to(Point::new(8.6, 18.0));
            path.close();
        });
        frame.fill(&tail, theme.on_accent);
        let tick = Path::new(|path| {
            path.move_to(Point::new(9.2, 10.7));
            path.line_to(Point::new(11.2, 12.7));
            path.line_to(Point::new(14.8, 9.0));
        });
        let stroke = Stroke::default()
            .with_width(1.8 * bounds.width / 24.0)
            .with_color(theme.accent)
            .with_line_cap(LineCap::Round)
            .with_line_join(LineJoin::Round);
        frame.stroke(&tick, stroke);
        vec![frame.into_geometry()]
    }
}
