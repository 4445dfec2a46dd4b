//! The workbench: what burns most, and the figures above it (UI.md 5.1).

use super::{Card, Narrow, Sort};
use crate::books::Books;
use crate::books::standing::{Heat, View};
use crate::books::tally::{Dimension, Filter, Key};
use crate::domain::clock::Standing;
use crate::domain::complaint::Stage;
use crate::domain::limits::ClockName;

/// 现在最急: cards by the time that is left, the most late one on top.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Urgent<'a> {
    /// 已超时.
    pub late: Vec<Card<'a>>,
    /// 预警.
    pub soon: Vec<Card<'a>>,
    /// 今天到期.
    pub today: Vec<Card<'a>>,
    /// How many of these groups there was no room for.
    pub cut: usize,
    /// 另有 n 件时限在明天及以后: due later, standing still, or without a clock.
    pub later: usize,
}

/// The figures of the workbench, over what the viewer sees; 今日新增 over the whole office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// 未结.
    pub open: u32,
    /// 今日新增: registered today by the office's calendar, whatever became of it.
    pub new_today: u32,
    /// 今日到期: complaints with a clock of the viewer's that is due today and not late yet.
    pub due_today: u32,
    /// 已超时: complaints with a late clock of the viewer's …
    pub late: u32,
    /// … and how many clocks are late, by name.
    pub late_clocks: Vec<(ClockName, u32)>,
    /// 待回访.
    pub to_call_back: u32,
    /// 待回访 of members (E13).
    pub members_to_call_back: u32,
}

impl Books {
    /// What burns most of what the viewer answers for, `most` cards at the most.
    #[must_use]
    pub fn urgent(&self, view: View, most: usize) -> Urgent<'_> {
        let mut urgent = Urgent::default();
        for card in self.cards(view, Narrow::default(), Sort::Urgency) {
            let shown = urgent.late.len() + urgent.soon.len() + urgent.today.len();
            match card.clock.as_ref().map(|it| it.heat) {
                Some(Heat::Late | Heat::Soon | Heat::Today) if most <= shown => urgent.cut += 1,
                Some(Heat::Late) => urgent.late.push(card),
                Some(Heat::Soon) => urgent.soon.push(card),
                Some(Heat::Today) => urgent.today.push(card),
                Some(Heat::Later | Heat::Still | Heat::Cold) | None => urgent.later += 1,
            }
        }
        urgent
    }

    /// The figures above the workbench.
    #[must_use]
    pub fn figures(&self, view: View) -> Figures {
        let mut figures = Figures::default();
        let Some(viewer) = self.office.person(view.viewer) else { return figures };
        let today = self.office.calendar().day_of(view.now);
        let registered = Filter::default().only(Dimension::RegisteredDay, Key::Day(today));
        figures.new_today = self.seen(view.viewer, &registered);
        for complaint in self.open().filter(|it| self.sees(viewer, it)) {
            figures.open += 1;
            let (mut late, mut due_today) = (false, false);
            for clock in complaint.clocks.running().filter(|it| self.is_responsible(viewer, complaint, it)) {
                match clock.standing(view.now) {
                    Standing::Late { .. } => {
                        late = true;
                        figures.add_late(clock.key.name);
                    }
                    Standing::Soon { due } | Standing::OnTime { due } => {
                        due_today |= self.office.calendar().day_of(due) == today;
                    }
                    Standing::Paused { .. } | Standing::Exempt { .. } | Standing::Done { .. } | Standing::Cancelled => {
                    }
                }
            }
            figures.late += u32::from(late);
            figures.due_today += u32::from(due_today);
            let waiting = complaint.stage == Stage::ToCallBack;
            figures.to_call_back += u32::from(waiting);
            figures.members_to_call_back += u32::from(waiting && complaint.is_member());
        }
        figures.late_clocks.sort_unstable_by_key(|(name, late)| (std::cmp::Reverse(*late), *name));
        figures
    }
}

impl Figures {
    fn add_late(&mut self, name: ClockName) {
        match self.late_clocks.iter_mut().find(|(it, _)| *it == name) {
            Some((_, late)) => *late += 1,
            None => self.late_clocks.push((name, 1)),
        }
    }
}
