//! What somebody wants to see of the board: filters, order, and the views in which they are kept.

use serde::{Deserialize, Serialize};

use super::{Layout, Message, State};
use crate::books::board::{Closed, Lane, Mark, Narrow, Sort, Wanted};
use crate::books::{Heat, View};
use crate::domain::complaint::terms::Priority;
use crate::i18n::Texts;
use crate::ui::effect::Effect;
use crate::ui::env::Env;
use crate::ui::part::case_words;
use crate::ui::part::form::toggled;
use crate::ui::part::keepsakes::{What, Whose};
use crate::ui::screen::Action;

/// Everything that decides what is shown, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// What the books are asked for.
    pub wanted: Wanted,
    /// Only what burns; it changes with the time.
    pub burns: Option<Burns>,
}

/// How near the limits of what is shown are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Burns {
    /// 已超时.
    Late,
    /// 预警.
    Soon,
}

impl Burns {
    pub(super) const ALL: [Self; 2] = [Self::Late, Self::Soon];

    pub(super) fn heat(self) -> Heat {
        match self {
            Self::Late => Heat::Late,
            Self::Soon => Heat::Soon,
        }
    }

    pub(super) fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Late => texts.board_only_late(),
            Self::Soon => texts.board_only_soon(),
        }
    }
}

impl Choice {
    /// The same with other filters.
    pub(super) fn narrowed(&self, narrow: Narrow) -> Self {
        Self { wanted: Wanted { narrow, ..self.wanted.clone() }, ..self.clone() }
    }

    /// The same in another order.
    pub(super) fn sorted(&self, sort: Sort) -> Self {
        Self { wanted: Wanted { sort, ..self.wanted.clone() }, ..self.clone() }
    }

    /// The same with other words.
    pub(super) fn with_words(&self, words: String) -> Self {
        Self { wanted: Wanted { words, ..self.wanted.clone() }, ..self.clone() }
    }

    /// The same with or without closed ones.
    pub(super) fn with_closed(&self, closed: Closed) -> Self {
        Self { wanted: Wanted { closed, ..self.wanted.clone() }, ..self.clone() }
    }

    /// The same without any filter.
    pub(super) fn cleared(&self) -> Self {
        Self { wanted: Wanted { sort: self.wanted.sort, ..Wanted::default() }, burns: None }
    }

    /// Whether anything is filtered.
    pub(super) fn is_filtered(&self) -> bool {
        *self != self.cleared()
    }

    /// The filters that are on, each in words and with what is left when it is taken away.
    pub(super) fn filters(&self, env: &Env<'_>) -> Vec<(String, Self)> {
        let (narrow, texts) = (self.wanted.narrow, env.texts);
        let mut all = Vec::new();
        if let Some(it) = narrow.lane {
            let name = super::lanes::name(texts, it).to_owned();
            all.push((name, self.narrowed(Narrow { lane: None, ..narrow })));
        }
        if let Some(it) = self.burns {
            all.push((it.name(texts).to_owned(), Self { burns: None, ..self.clone() }));
        }
        if let Some(it) = narrow.department {
            let name = case_words::department(env, it).to_owned();
            all.push((name, self.narrowed(Narrow { department: None, ..narrow })));
        }
        if let Some(it) = narrow.person {
            let name = texts.person(env.office(), it);
            all.push((name, self.narrowed(Narrow { person: None, ..narrow })));
        }
        if let Some(it) = narrow.category {
            all.push((case_words::category(env, it), self.narrowed(Narrow { category: None, ..narrow })));
        }
        if let Some(it) = narrow.priority {
            all.push((texts.name(it).to_owned(), self.narrowed(Narrow { priority: None, ..narrow })));
        }
        if let Some(it) = narrow.mark {
            all.push((mark_name(texts, it).to_owned(), self.narrowed(Narrow { mark: None, ..narrow })));
        }
        if let Some(it) = narrow.days {
            all.push((texts.board_within(it), self.narrowed(Narrow { days: None, ..narrow })));
        }
        if let Some(it) = &self.wanted.given {
            let rest = Self { wanted: Wanted { given: None, ..self.wanted.clone() }, ..self.clone() };
            all.push((it.name.clone(), rest));
        }
        if self.wanted.closed == Closed::With {
            all.push((texts.board_with_closed().to_owned(), self.with_closed(Closed::Without)));
        }
        all
    }
}

pub(super) fn mark_name(texts: &Texts, mark: Mark) -> &str {
    match mark {
        Mark::Major => texts.flag_major(),
        Mark::Member => texts.flag_member(),
        Mark::Again => texts.board_mark_again(),
        Mark::Repeated => texts.board_mark_repeated(),
        Mark::Missed => texts.board_mark_missed(),
        Mark::TwoHops => texts.flag_two_hops(),
        Mark::Paused => texts.flag_paused(),
        Mark::Exempted => texts.board_mark_exempted(),
    }
}

/// A view that somebody named, or one of those that are there from the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedView {
    pub(super) name: String,
    pub(super) choice: Choice,
    #[serde(default)]
    pub(super) layout: Option<Layout>,
}

/// A column of the list that can be put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 时限
    Clock,
    /// 投诉人
    Customer,
    /// 大类
    Category,
    /// 阶段
    Stage,
    /// 处理人
    Owner,
    /// 标记
    Flags,
    /// 级别
    Priority,
    /// 登记
    Registered,
}

impl Column {
    pub(super) const ALL: [Self; 8] = [
        Self::Clock,
        Self::Customer,
        Self::Category,
        Self::Stage,
        Self::Owner,
        Self::Flags,
        Self::Priority,
        Self::Registered,
    ];

    pub(super) fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Clock => texts.board_column_clock(),
            Self::Customer => texts.board_column_customer(),
            Self::Category => texts.board_column_category(),
            Self::Stage => texts.board_column_stage(),
            Self::Owner => texts.board_column_owner(),
            Self::Flags => texts.board_column_flags(),
            Self::Priority => texts.board_column_priority(),
            Self::Registered => texts.board_column_registered(),
        }
    }
}

/// What is kept of the board on this machine, for each person of each office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    pub(super) views: Vec<SavedView>,
    pub(super) hidden: Vec<Column>,
}

impl Kept {
    /// What this person kept in this office.
    pub(super) fn of(env: &Env<'_>) -> Self {
        Whose::here(env).kept(env.preferences, What::Board)
    }

    fn keep(&self, env: &Env<'_>) -> Action {
        Action::Keep(Whose::here(env).keep(What::Board, self))
    }
}

/// The views that are there from the start.
pub(super) fn ready(env: &Env<'_>) -> Vec<SavedView> {
    let texts = env.texts;
    let view = |name: &str, choice: Choice| SavedView { name: name.to_owned(), choice, layout: None };
    let all = Choice::default();
    let narrowed = |narrow: Narrow| all.narrowed(narrow);
    let ledger = all.with_closed(Closed::With).sorted(Sort::Newest);
    vec![
        view(texts.board_view_all(), all.clone()),
        view(texts.board_view_late(), Choice { burns: Some(Burns::Late), ..Choice::default() }),
        view(texts.board_view_waiting(), narrowed(Narrow { lane: Some(Lane::ToDispatch), ..Narrow::default() })),
        view(texts.board_view_mine(), narrowed(Narrow { person: Some(env.me), ..Narrow::default() })),
        view(texts.board_view_major(), narrowed(Narrow { priority: Some(Priority::P1), ..Narrow::default() })),
        view(texts.board_view_again(), narrowed(Narrow { mark: Some(Mark::Again), ..Narrow::default() })),
        SavedView { layout: Some(Layout::Rows), ..view(texts.board_view_ledger(), ledger) },
    ]
}

/// How many a view shows now.
pub(super) fn count(env: &Env<'_>, choice: &Choice) -> usize {
    let view = View { viewer: env.me, now: env.now };
    let lineup = env.books.lineup(view, choice.wanted.clone());
    match choice.burns {
        None => lineup.rows(),
        Some(burns) => Lane::ALL
            .iter()
            .map(|it| match burns {
                Burns::Late => lineup.late(*it, env.now),
                Burns::Soon => lineup.soon(*it, env.now),
            })
            .sum(),
    }
}

impl State {
    /// Shows something else.
    pub(super) fn choose(&mut self, env: &Env<'_>, choice: Choice) -> Effect<Message, Action> {
        let cleared = !choice.is_filtered() && self.ring.at() == Some(super::Control::Clear);
        self.choice = choice;
        self.menu = None;
        if self.choice.wanted.closed == Closed::With {
            // Closed ones are in no lane.
            self.layout = Layout::Rows;
        }
        self.arrange(env);
        self.settle(env);
        let home = self.scroll_up();
        let left = if cleared { self.ring.leave() } else { iced::Task::none() };
        Effect::task(iced::Task::batch([home, left]))
    }

    pub(super) fn choose_view(&mut self, env: &Env<'_>, view: SavedView) -> Effect<Message, Action> {
        self.layout = view.layout.unwrap_or(self.layout);
        self.choose(env, view.choice)
    }

    /// Keeps what is shown under a name.
    pub(super) fn keep_view(&mut self, env: &Env<'_>) -> Effect<Message, Action> {
        let name = self.naming.trim().to_owned();
        if name.is_empty() {
            return Effect::none();
        }
        let view = SavedView { name, choice: self.choice.clone(), layout: Some(self.layout) };
        self.kept.views.retain(|it| it.name != view.name);
        self.kept.views.push(view);
        self.naming.clear();
        self.menu = None;
        Effect::action(self.kept.keep(env)).and_task(self.ring.leave())
    }

    pub(super) fn forget_view(&mut self, env: &Env<'_>, name: &str) -> Effect<Message, Action> {
        let place = self.kept.views.iter().position(|it| it.name == name);
        if let (Some(place), Some(menu)) = (place, &mut self.menu) {
            menu.forget(ready(env).len() + place);
        }
        self.kept.views.retain(|it| it.name != name);
        Effect::action(self.kept.keep(env))
    }

    pub(super) fn toggle_column(&mut self, env: &Env<'_>, column: Column) -> Effect<Message, Action> {
        toggled(&mut self.kept.hidden, column);
        Effect::action(self.kept.keep(env))
    }
}
