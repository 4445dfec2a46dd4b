//! Tickets: a reply that comes too late is dropped.

/// The number of a question. Answers carry it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Ticket(u64);

/// Hands out tickets and knows the one that counts.
#[derive(Debug, Clone, Default)]
pub struct Tickets {
    newest: Ticket,
}

impl Tickets {
    /// A new question; answers to older ones no longer count.
    #[must_use]
    pub fn draw(&mut self) -> Ticket {
        self.newest = Ticket(self.newest.0 + 1);
        self.newest
    }

    /// Whether this is the answer to the newest question.
    #[must_use]
    pub fn is_current(&self, ticket: Ticket) -> bool {
        ticket == self.newest && ticket != Ticket::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_answer_counts() {
        let mut tickets = Tickets::default();
        assert!(!tickets.is_current(Ticket::default()), "nothing was asked");
        let first = tickets.draw();
        assert!(tickets.is_current(first));
        let second = tickets.draw();
        assert!(!tickets.is_current(first));
        assert!(tickets.is_current(second));
    }
}
