//! What is most urgent, by how near its limit is.

use crate::books::Heat;
use crate::books::board::Spot;
use crate::domain::id::ComplaintId;
use crate::ui::env::Env;

/// Rows at the most.
pub(super) const MOST: usize = 20;

/// What is most urgent, by how near its limit is.
#[derive(Debug, Default)]
pub(super) struct Urgent {
    pub(super) late: Vec<Spot>,
    pub(super) soon: Vec<Spot>,
    pub(super) today: Vec<Spot>,
    /// So many of these groups did not fit …
    pub(super) cut: usize,
    /// … and so many are due later, stand still or have no clock.
    pub(super) later: usize,
}

impl Urgent {
    pub(super) fn of(env: &Env<'_>, spots: &[Spot]) -> Self {
        let mut urgent = Self::default();
        for spot in spots {
            let shown = urgent.len();
            match spot.heat(env.calendar(), env.now) {
                Heat::Late | Heat::Soon | Heat::Today if MOST <= shown => urgent.cut += 1,
                Heat::Late => urgent.late.push(*spot),
                Heat::Soon => urgent.soon.push(*spot),
                Heat::Today => urgent.today.push(*spot),
                Heat::Later | Heat::Still | Heat::Cold => urgent.later += 1,
            }
        }
        urgent
    }

    pub(super) fn len(&self) -> usize {
        self.late.len() + self.soon.len() + self.today.len()
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = ComplaintId> {
        self.late.iter().chain(&self.soon).chain(&self.today).map(|it| it.id)
    }
}
