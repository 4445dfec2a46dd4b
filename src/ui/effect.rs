//! What an `update` wants to happen: work of its own, and something only the one above can do.

use iced::Task;

/// A task for the screen itself and an action for the shell.
#[must_use = "an effect that is dropped never happens"]
pub struct Effect<Message, Action> {
    /// Work whose outcome comes back as a message.
    pub task: Task<Message>,
    /// What the one above is asked to do.
    pub action: Option<Action>,
}

impl<Message, Action> Effect<Message, Action> {
    /// Nothing more to do.
    pub fn none() -> Self {
        Self { task: Task::none(), action: None }
    }

    /// Work of one's own.
    pub fn task(task: Task<Message>) -> Self {
        Self { task, action: None }
    }

    /// Something the one above does.
    pub fn action(action: Action) -> Self {
        Self { task: Task::none(), action: Some(action) }
    }

    /// A future, and the message its outcome becomes. The future must own what it uses.
    pub fn perform<T: Send + 'static>(
        future: impl Future<Output = T> + Send + 'static,
        message: impl FnOnce(T) -> Message + Send + 'static,
    ) -> Self
    where
        Message: Send + 'static,
    {
        Self::task(Task::perform(future, message))
    }

    /// The same with an action; the last one counts.
    pub fn and_action(self, action: Action) -> Self {
        Self { action: Some(action), ..self }
    }
}

impl<Message: Send + 'static, Action> Effect<Message, Action> {
    /// The same with more work, at the same time.
    pub fn and_task(self, task: Task<Message>) -> Self {
        Self { task: Task::batch([self.task, task]), ..self }
    }

    /// The same, as the one above says it.
    pub fn map<OuterMessage: Send + 'static, OuterAction>(
        self,
        message: impl FnMut(Message) -> OuterMessage + Send + 'static,
        action: impl FnOnce(Action) -> OuterAction,
    ) -> Effect<OuterMessage, OuterAction> {
        Effect { task: self.task.map(message), action: self.action.map(action) }
    }
}

impl<Message, Action> From<Task<Message>> for Effect<Message, Action> {
    fn from(task: Task<Message>) -> Self {
        Self::task(task)
    }
}
