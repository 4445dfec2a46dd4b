//! 派单看板: lanes and list, and to whom a complaint goes (UI.md 5.3).
//!
//! What is shown is worked out from the books when something changed; the screen remembers only what was chosen: the
//! layout, the filters, the cursor, the ticks, and the dock with what was typed into it.

mod case_menu;
mod checked;
mod choice;
mod dock;
mod drag;
mod exemptions;
mod keyboard;
mod lanes;
mod list;
mod live;
mod message;
mod moves;
mod pointer;
mod projection;
mod saving;
mod sending;
mod tools;
mod view;

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use self::case_menu::CaseMenu;
use self::choice::{Kept, SavedView};
use self::dock::Dock;
use self::drag::Drag;
use self::live::Live;
use self::projection::Projection;
use self::tools::Menu;
use super::Action;
use crate::books::board::{Closed, Given, Lane, Sort, Wanted};
use crate::domain::id::ComplaintId;
use crate::domain::record::Recorded;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::form::{FocusRing, Meant, is_meant};
use crate::ui::part::seek::Seek;
use crate::ui::widget::Window;

pub use choice::{Choice, Column};
pub use dock::{Change as DeedChange, Kind as Deed, Message as DockMessage, Purpose};
pub use keyboard::Control;
pub use message::Message;
pub use moves::Way;
pub use saving::NotSaved;
pub use sending::{Again, Batch, Sent};
pub(crate) use sending::{Reminder, reminder};
pub use tools::Filter;

/// What the screen remembers while another one is shown.
#[derive(Debug, Default)]
pub struct State {
    layout: Layout,
    choice: Choice,
    kept: Kept,
    /// The name of a view that is about to be kept.
    naming: String,
    live: Live,
    heights: lanes::Heights,
    cursor: Option<ComplaintId>,
    seek: Seek,
    checked: BTreeSet<ComplaintId>,
    hovered: Option<ComplaintId>,
    menu: Option<Menu>,
    case_menu: Option<CaseMenu>,
    ring: FocusRing<Control>,
    dock: Option<Dock>,
    drag: Option<Drag>,
    window: Window,
    /// How far each lane is scrolled.
    scrolled: [Window; 6],
    trouble: Option<Trouble>,
    projection: Option<Projection>,
    exemptions: exemptions::Panel,
}

/// Lanes or rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// 看板
    #[default]
    Lanes,
    /// 列表
    Rows,
}

impl Layout {
    fn other(self) -> Self {
        match self {
            Self::Lanes => Self::Rows,
            Self::Rows => Self::Lanes,
        }
    }
}

/// Something outside the dock was refused; it stays in sight until it is put away.
#[derive(Debug)]
struct Trouble {
    title: String,
    words: String,
    way: Option<OtherWay>,
}

/// What can be done instead.
#[derive(Debug)]
struct OtherWay {
    name: String,
    message: Message,
}

impl Trouble {
    /// There is no other way.
    fn plain(title: String, words: String) -> Self {
        Self { title, words, way: None }
    }
}

impl State {
    /// The case on which the cursor stands.
    #[must_use]
    pub fn selected(&self) -> Option<ComplaintId> {
        self.cursor
    }

    /// The screen was opened: the cursor stands on the first card.
    pub fn entered(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        self.menu = None;
        self.case_menu = None;
        self.hovered = None;
        self.drag = None;
        self.checked.clear();
        self.let_go();
        self.kept = Kept::of(env);
        self.arrange(env);
        self.settle(env);
        Effect::task(self.ring.leave())
    }

    /// A complaint was asked for here: the cursor goes to it and the dock opens.
    pub fn show(&mut self, env: &Env<'_>, id: ComplaintId) -> Effect<Message, Action> {
        if self.shown(env).row_of(id).is_none() {
            self.choice = Choice::default();
            self.arrange(env);
        }
        self.open_dock(env, id)
    }

    /// A list of complaints was asked for: the rows show these and no others, closed ones too.
    pub fn show_given(&mut self, env: &Env<'_>, given: Given) -> Effect<Message, Action> {
        let wanted = Wanted { given: Some(given), closed: Closed::With, sort: Sort::Newest, ..Wanted::default() };
        self.choice = Choice { wanted, burns: None };
        self.layout = Layout::Rows;
        self.checked.clear();
        self.dock = None;
        self.arrange(env);
        self.cursor = self.shown(env).row(0);
        Effect::task(self.ring.leave())
    }

    /// The log told facts.
    pub fn told(&mut self, env: &Env<'_>, facts: &[Recorded]) -> Effect<Message, Action> {
        self.follow(env, facts);
        self.settle(env);
        if self.dock.as_mut().is_some_and(|it| it.follow(env) == dock::Then::Close) {
            self.dock = None;
        }
        Effect::none()
    }

    /// Whether a countdown under an hour is in sight, so that the time is wanted every second.
    #[must_use]
    pub fn counts_seconds(&self, env: &Env<'_>) -> bool {
        self.projection.is_some() || self.shown(env).runs_out(env.now, env.now + chrono::TimeDelta::hours(1))
    }

    /// The cursor stands on something that is there.
    fn settle(&mut self, env: &Env<'_>) {
        let shown = self.shown(env);
        let there = |id: ComplaintId| match self.layout {
            Layout::Rows => shown.row_of(id).is_some(),
            Layout::Lanes => shown.spot(id).is_some(),
        };
        if !self.cursor.is_some_and(there) {
            self.cursor = match self.layout {
                Layout::Rows => shown.row(0),
                Layout::Lanes => Lane::ALL.iter().find_map(|it| shown.lane(*it).first()).map(|it| it.id),
            };
        }
        if !self.checked.is_empty() {
            let there: HashSet<ComplaintId> = shown.ids().collect();
            self.checked.retain(|it| there.contains(it));
        }
    }

    fn choose_layout(&mut self, env: &Env<'_>, layout: Layout) -> Effect<Message, Action> {
        self.layout = layout;
        self.menu = None;
        self.hovered = None;
        if layout == Layout::Lanes && self.choice.wanted.closed == Closed::With {
            return self.choose(env, self.choice.with_closed(Closed::Without));
        }
        self.settle(env);
        self.reveal(env)
    }

    fn view_chosen(&mut self, env: &Env<'_>, place: usize) -> Effect<Message, Action> {
        let all: Vec<SavedView> = choice::ready(env).into_iter().chain(self.kept.views.iter().cloned()).collect();
        match all.into_iter().nth(place) {
            Some(view) => self.choose_view(env, view),
            None => Effect::none(),
        }
    }

    fn name_view(&mut self, env: &Env<'_>, name: String) -> Effect<Message, Action> {
        if is_meant(env, &self.naming, &name) == Meant::Yes {
            self.naming = name;
        }
        Effect::none()
    }

    fn type_words(&mut self, env: &Env<'_>, words: String) -> Effect<Message, Action> {
        if is_meant(env, &self.choice.wanted.words, &words) == Meant::No {
            return Effect::none();
        }
        self.choose(env, self.choice.with_words(words))
    }

    fn forget_trouble(&mut self) -> Effect<Message, Action> {
        self.trouble = None;
        Effect::none()
    }
}
