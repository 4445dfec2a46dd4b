//! What time alone brings about, asked by the books and done by the program (C08, F06).

use super::desk::Desk;
use super::refused::{NotKept, Refused};
use super::request::Request;
use crate::books::Books;
use crate::domain::complaint::{Command, Rejection};
use crate::domain::id::ComplaintId;
use crate::domain::record::PROGRAM;

impl Desk {
    /// Does what is due by now, and answers how much was done. Ten desks may sweep at once: what another one has done
    /// meanwhile is passed over.
    ///
    /// # Errors
    /// The log cannot be read or written.
    pub fn sweep(&self, books: &Books) -> impl Future<Output = Result<usize, NotKept>> + Send + use<> {
        let desk = self.clone();
        let due = books.sweep(self.now());
        async move { desk.clear(due).await }
    }

    async fn clear(&self, due: Vec<(ComplaintId, Command)>) -> Result<usize, NotKept> {
        let mut done = 0;
        for (id, command) in due {
            match self.act(Request::complaint(PROGRAM, id, command)).await {
                Ok(_) => done += 1,
                Err(Refused::Complaint(Rejection::DoneAlready) | Refused::Overtaken { .. }) => {}
                Err(Refused::NotKept(trouble)) => return Err(trouble),
                // Somebody was faster, and it is another complaint now.
                Err(refused) => tracing::debug!(%id, ?refused, "swept already"),
            }
        }
        Ok(done)
    }
}
