//! Handing out evenly: by number, and by what a person can take (L17, A17).

use crate::domain::id::PersonId;
use crate::domain::office::Office;
use crate::domain::office::directory::{Person, Presence, Share};
use crate::domain::role::Role;

impl Office {
    /// Who of those with a role, at work, gets the next piece: the one with the least in hand for his or her share.
    /// Of equals the one who joined first. `None` where nobody may take it.
    ///
    /// `in_hand` tells how much a person has already; `but` names people who must not get it, such as the handler of
    /// a complaint when its callback is handed out (X13).
    #[must_use]
    pub fn next_in_turn(&self, role: Role, but: &[PersonId], in_hand: impl Fn(PersonId) -> u32) -> Option<PersonId> {
        self.next_by_share(role, but, |it| (in_hand(it.id), it.share))
    }

    /// The same with another share than the one that is kept: what somebody can take this time.
    #[must_use]
    pub fn next_by_share(
        &self,
        role: Role,
        but: &[PersonId],
        takes: impl Fn(&Person) -> (u32, Share),
    ) -> Option<PersonId> {
        self.holders(role)
            .filter(|it| it.presence == Presence::Present && !but.contains(&it.id))
            .map(|it| (it.id, takes(it)))
            .filter(|(_, (_, share))| share.0 > 0)
            // One more piece than now, in percent of what the person can take.
            .min_by_key(|(_, (in_hand, share))| (u64::from(*in_hand) + 1) * 10_000 / u64::from(share.0))
            .map(|(id, _)| id)
    }
}
