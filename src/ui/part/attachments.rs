//! 附件: photos, recordings and scans beside a complaint; added by button, by dropping and by pasting a path, shown
//! small, opened with the system's program (B22).
//!
//! Which files belong to what is the screen's business: here is only what is on its way, what went wrong, and the
//! small pictures.

mod paths;
mod small;
mod view;

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;

use iced::Task;
use iced::widget::image;

use self::paths::{name_of, paths};
pub use self::small::Pixels;
use self::small::{Kind, kind, shrink};
pub use self::view::{Removable, Shown, height};
use crate::app::NotKept;
use crate::app::attachments::NotAttached;
use crate::domain::complaint::words::Attachment;
use crate::platform::{dialog, open};
use crate::ui::env::Env;

/// What is on its way, what went wrong, the small pictures.
#[derive(Debug, Default)]
pub struct Files {
    thumbs: HashMap<Box<str>, Thumb>,
    keeping: usize,
    troubles: Vec<Trouble>,
    /// Something is held over the window.
    pub over: bool,
}

/// A small picture.
#[derive(Debug)]
enum Thumb {
    Asked,
    Here(image::Handle),
    /// No picture, or one that cannot be read.
    None,
}

/// What went wrong with which file.
#[derive(Debug, Clone)]
pub struct Trouble {
    name: Name,
    why: Why,
}

/// Why a file was not attached or not opened.
#[derive(Debug, Clone)]
enum Why {
    NotAttached(NotAttached),
    NotKept(NotKept),
    NoDialogs,
    NoPath,
    NotOpened(String),
    Refused(String),
}

/// A name or a path that may tell about a customer; `Debug` does not.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(String);

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({} characters)", self.0.chars().count())
    }
}

/// Where a file lies; `Debug` does not tell.
#[derive(Clone, PartialEq, Eq)]
pub struct Place(PathBuf);

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Place")
    }
}

impl From<PathBuf> for Place {
    fn from(path: PathBuf) -> Self {
        Self(path)
    }
}

/// What somebody did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Wants to choose files.
    Asked,
    /// Chose them, or there are no dialogs here.
    Chosen(Result<Vec<Place>, dialog::Unavailable>),
    /// Wants to paste a path.
    PasteAsked,
    /// What the clipboard holds.
    Pasted(Option<Name>),
    /// Dropped a file on the window.
    Dropped(Place),
    /// A file is held over the window, or no longer.
    Hovered(Hover),
    /// A file is kept, or not.
    Kept(Name, Result<Attachment, NotAttached>),
    /// A small picture was made.
    Drawn(Box<str>, Option<Pixels>),
    /// Wants to see a file.
    OpenAsked(Attachment),
    /// It was opened, or not.
    Opened(Name, Result<(), OpenError>),
    /// Wants a file away.
    RemoveAsked(Attachment),
    /// What went wrong was read.
    TroubleSeen,
}

impl Message {
    /// What was on the clipboard.
    #[must_use]
    pub fn pasted(words: &str) -> Self {
        Self::Pasted(Some(Name(words.to_owned())))
    }
}

/// Whether a file is held over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hover {
    /// It is.
    Over,
    /// It is no longer.
    Gone,
}

/// Why a file was not opened.
#[derive(Debug, Clone)]
pub enum OpenError {
    /// It cannot be read.
    NotKept(NotKept),
    /// The system has no program for it, or refuses.
    System(String),
}

/// What the screen does about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A file is on the disk and can be named in a fact.
    Added(Attachment),
    /// Somebody wants it away.
    Removed(Attachment),
}

impl Files {
    /// Does what a message says; the outcome is the screen's business.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> (Task<Message>, Option<Outcome>) {
        let task = match message {
            Message::Asked => {
                let texts = env.texts.clone();
                Task::perform(dialog::pick_many(texts), |it| {
                    Message::Chosen(it.map(|all| all.into_iter().map(Place).collect()))
                })
            }
            Message::Chosen(Ok(places)) => self.keep(env, places),
            Message::Chosen(Err(dialog::Unavailable)) => {
                self.trouble(String::new(), Why::NoDialogs);
                Task::none()
            }
            Message::PasteAsked => iced::clipboard::read().map(|it| Message::Pasted(it.map(Name))),
            Message::Pasted(words) => self.paste(env, words),
            Message::Dropped(place) => {
                self.over = false;
                self.keep(env, vec![place])
            }
            Message::Hovered(hover) => {
                self.over = hover == Hover::Over;
                Task::none()
            }
            Message::Kept(name, outcome) => return self.kept(name, outcome),
            Message::Drawn(hash, pixels) => {
                let thumb = pixels
                    .map_or(Thumb::None, |it| Thumb::Here(image::Handle::from_rgba(it.width, it.height, it.rgba)));
                self.thumbs.insert(hash, thumb);
                Task::none()
            }
            Message::OpenAsked(file) => open_with_system(env, &file),
            Message::Opened(name, outcome) => {
                match outcome {
                    Ok(()) => {}
                    Err(OpenError::NotKept(trouble)) => self.trouble(name.0, Why::NotKept(trouble)),
                    Err(OpenError::System(words)) => self.trouble(name.0, Why::NotOpened(words)),
                }
                Task::none()
            }
            Message::RemoveAsked(file) => return (Task::none(), Some(Outcome::Removed(file))),
            Message::TroubleSeen => {
                self.troubles.clear();
                Task::none()
            }
        };
        (task, None)
    }

    /// Whether files are still on their way to the disk.
    #[must_use]
    pub const fn is_keeping(&self) -> bool {
        0 < self.keeping
    }

    /// How many small pictures there are.
    #[must_use]
    pub fn pictures(&self) -> usize {
        self.thumbs.values().filter(|it| matches!(it, Thumb::Here(_))).count()
    }

    /// The log refused to take a file in.
    pub fn refused(&mut self, name: &str, words: String) {
        self.trouble(name.to_owned(), Why::Refused(words));
    }

    fn trouble(&mut self, name: String, why: Why) {
        self.troubles.push(Trouble { name: Name(name), why });
    }

    fn keep(&mut self, env: &Env<'_>, places: Vec<Place>) -> Task<Message> {
        let Some(folder) = env.folder else { return Task::none() };
        let kept = folder.attachments();
        // One after another: they stand in the order in which they were chosen.
        places.into_iter().fold(Task::none(), |before, Place(path)| {
            self.keeping += 1;
            let name = Name(name_of(&path));
            before.chain(Task::perform(kept.keep(path), move |it| Message::Kept(name, it)))
        })
    }

    fn paste(&mut self, env: &Env<'_>, words: Option<Name>) -> Task<Message> {
        let places = words.map(|Name(words)| paths(&words)).unwrap_or_default();
        if places.is_empty() {
            self.trouble(String::new(), Why::NoPath);
            return Task::none();
        }
        self.keep(env, places.into_iter().map(Place).collect())
    }

    fn kept(&mut self, name: Name, outcome: Result<Attachment, NotAttached>) -> (Task<Message>, Option<Outcome>) {
        self.keeping = self.keeping.saturating_sub(1);
        match outcome {
            Ok(file) => (Task::none(), Some(Outcome::Added(file))),
            Err(why) => {
                self.trouble(name.0, Why::NotAttached(why));
                (Task::none(), None)
            }
        }
    }

    /// Makes the small pictures that are not there yet.
    pub fn want<'a>(&mut self, env: &Env<'_>, files: impl IntoIterator<Item = &'a Attachment>) -> Task<Message> {
        let Some(folder) = env.folder else { return Task::none() };
        let mut tasks = Vec::new();
        for file in files.into_iter().filter(|it| kind(&it.name) == Kind::Picture) {
            let hash: Box<str> = file.hash.as_str().into();
            if self.thumbs.contains_key(&hash) {
                continue;
            }
            self.thumbs.insert(hash.clone(), Thumb::Asked);
            let bytes = folder.attachments().read(file);
            let drawn = async move {
                let bytes = bytes.await.ok()?;
                tokio::task::spawn_blocking(move || shrink(&bytes)).await.ok().flatten()
            };
            tasks.push(Task::perform(drawn, move |it| Message::Drawn(hash, it)));
        }
        Task::batch(tasks)
    }
}

fn open_with_system(env: &Env<'_>, file: &Attachment) -> Task<Message> {
    let Some(folder) = env.folder else { return Task::none() };
    let name = Name(file.name.to_string());
    let copy = folder.attachments().copy(file);
    let opened = async move {
        let path = copy.await.map_err(OpenError::NotKept)?;
        match tokio::task::spawn_blocking(move || open::open(&path)).await {
            Ok(opened) => opened.map_err(|it| OpenError::System(it.to_string())),
            Err(cause) => Err(OpenError::System(cause.to_string())),
        }
    };
    Task::perform(opened, move |it| Message::Opened(name, it))
}
