//! The window itself: its size, its place, its zoom.

use iced::{Point, Size, Task, theme::Mode, window};

use super::{DEFAULT_SIZE, Message, SMALLEST, Shell};
use crate::platform::preferences::{WindowPlace, Zoom};
use crate::platform::rendering;

/// The second frame is asked for when the first one is on the screen.
pub(super) const FIRST_FRAMES: u8 = 2;

impl Shell {
    pub(super) fn turn(&mut self, mode: Mode) -> Task<Message> {
        self.world.system = mode;
        Task::none()
    }

    pub(super) fn resize(&mut self, id: window::Id, size: Size) -> Task<Message> {
        self.window = Some(id);
        let factor = self.world.preferences.zoom.factor();
        if size.width > 0.0 && size.height > 0.0 {
            self.world.window = Size::new(size.width * factor, size.height * factor);
            self.fit_aside();
        }
        Task::none()
    }

    pub(super) fn moved(&mut self, at: Point) -> Task<Message> {
        let factor = self.world.preferences.zoom.factor();
        self.at = Some(Point::new(at.x * factor, at.y * factor));
        Task::none()
    }

    pub(super) fn opened(&mut self, id: window::Id) -> Task<Message> {
        self.window = Some(id);
        let found = window::monitor_size(id).map(move |size| Message::MonitorFound(id, size));
        Task::batch([limit(id, self.world.preferences.zoom), found])
    }

    /// A place that is out of sight falls back to one that is not.
    pub(super) fn monitor_found(&mut self, id: window::Id, size: Option<Size>) -> Task<Message> {
        self.monitor = size;
        let place = self.world.preferences.window;
        let refuge = place.and_then(|it| it.refuge(size.map(|it| (it.width, it.height))));
        let factor = self.world.preferences.zoom.factor();
        refuge.map_or_else(Task::none, |(x, y)| window::move_to(id, Point::new(x / factor, y / factor)))
    }

    pub(super) fn drawn(&mut self) -> Task<Message> {
        self.frames = self.frames.saturating_add(1);
        if self.frames == FIRST_FRAMES
            && let Some(marker) = &self.files.first_frame_marker
        {
            rendering::first_frame_drawn(marker);
        }
        Task::none()
    }

    pub(super) fn choose_zoom(&mut self, zoom: Zoom) -> Task<Message> {
        let grow = self.window.map_or_else(Task::none, |id| limit(id, zoom));
        let written = self.prefer(|it| it.zoom = zoom);
        self.fit_aside();
        Task::batch([written, grow])
    }

    pub(super) fn close(&mut self, window: window::Id, maximized: bool) -> Task<Message> {
        let at = self.at.filter(|it| it.x > -10_000.0 && it.y > -10_000.0).map(|it| (it.x, it.y));
        let monitor = self.monitor.map(|it| (it.width, it.height));
        let before = self.world.preferences.window;
        self.world.preferences.window = Some(if maximized {
            let normal = before.unwrap_or(WindowPlace {
                width: DEFAULT_SIZE.width,
                height: DEFAULT_SIZE.height,
                at: None,
                maximized: false,
                monitor,
            });
            WindowPlace { maximized: true, ..normal }
        } else {
            WindowPlace {
                width: self.world.window.width,
                height: self.world.window.height,
                at,
                maximized: false,
                monitor,
            }
        });
        if let Some(path) = &self.files.preferences
            && let Err(error) = self.world.preferences.write(path)
        {
            tracing::warn!(%error, "preferences cannot be written");
        }
        // What is typed is kept, and the office opens quickly next time; closing waits for both, and no longer.
        let drafts = match self.world.env() {
            Some(env) => self.screens.close(&env).discard(),
            None => Task::none(),
        };
        drafts.chain(self.checkpoint()).chain(window::close(window))
    }
}

/// The smallest window grows with the zoom, up to the screen. iced applies the zoom to what it is given.
fn limit(id: window::Id, zoom: Zoom) -> Task<Message> {
    window::monitor_size(id).then(move |monitor| {
        let room = monitor.map_or(SMALLEST, |it| Size::new(it.width / zoom.factor(), it.height / zoom.factor()));
        window::set_min_size(id, Some(Size::new(SMALLEST.width.min(room.width), SMALLEST.height.min(room.height))))
    })
}

pub(super) fn ask_last_place(id: window::Id) -> Task<Message> {
    window::is_maximized(id).map(move |maximized| Message::Closing { window: id, maximized })
}
