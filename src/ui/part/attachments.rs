//! 附件: photos, recordings and scans beside a complaint; added by button, by dropping and by pasting a path, shown
//! small, opened with the system's program (B22).
//!
//! Which files belong to what is the screen's business: here is only what is on its way, what went wrong, and the
//! small pictures.

use std::collections::HashMap;
use std::fmt;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use iced::widget::{Id, button as pressed, column, container, image, mouse_area, row, text::Wrapping};
use iced::{Center, Length, Task};

use crate::app::NotKept;
use crate::app::attachments::{LARGEST, NotAttached};
use crate::domain::complaint::words::Attachment;
use crate::i18n::Texts;
use crate::platform::{dialog, open};
use crate::ui::env::{Cloak, Env};
use crate::ui::icon::{self, Icon};
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Focus, Note, across, body, button, chips, fit, hint, icon_large, icon_tiny, named, note, small, tip,
};

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

/// Small pixels.
#[derive(Clone)]
pub struct Pixels {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pixels({} × {})", self.width, self.height)
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
        let all = places.into_iter().map(|Place(path)| {
            self.keeping += 1;
            let name = Name(name_of(&path));
            Task::perform(kept.keep(path), move |it| Message::Kept(name, it))
        });
        Task::batch(all.collect::<Vec<_>>())
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

/// Which of the files can be taken away again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removable {
    /// Nothing is written yet.
    Yes,
    /// They are part of the record.
    No,
}

/// A file among those that are shown, and how the keyboard knows it.
pub struct Shown<'a> {
    /// The file.
    pub file: &'a Attachment,
    /// Its control.
    pub id: Id,
    /// Whether the keyboard is there.
    pub focus: Focus,
}

impl Files {
    /// The files, each with its picture or sign, name and size; then what is on its way.
    pub fn view<'a>(
        &'a self,
        env: &Env<'a>,
        files: impl IntoIterator<Item = Shown<'a>>,
        removable: Removable,
    ) -> Element<'a, Message> {
        let tiles = files.into_iter().map(|it| self.tile(env, it, removable));
        let waiting = self.is_keeping().then(|| {
            let words = across(
                6.0,
                [icon_tiny(icon::LOADER_CIRCLE).into(), hint(env.texts.files_keeping(self.keeping)).into()],
            );
            container(words).height(TALL).align_y(Center).into()
        });
        chips(tiles.chain(waiting))
    }

    fn tile<'a>(&'a self, env: &Env<'a>, it: Shown<'a>, removable: Removable) -> Element<'a, Message> {
        let Shown { file, id, focus } = it;
        let picture: Element<'a, Message> = match self.thumbs.get(file.hash.as_str()) {
            Some(Thumb::Here(handle)) if env.cloak == Cloak::Off => {
                image(handle.clone()).width(PICTURE).height(PICTURE).content_fit(iced::ContentFit::Cover).into()
            }
            Some(Thumb::Here(_) | Thumb::Asked | Thumb::None) | None => {
                icon_large(kind(&file.name).icon(), 18.0).style(style::text::ink3).into()
            }
        };
        let name = match env.cloak {
            Cloak::Off => file.name.as_str(),
            Cloak::On => env.texts.customer_cloaked(),
        };
        let words = column![
            small(fit(name, Face::Small, 132.0)).wrapping(Wrapping::None),
            hint(env.texts.bytes(file.bytes)).wrapping(Wrapping::None)
        ];
        let remove = (removable == Removable::Yes).then(|| {
            let cross = pressed(icon_tiny(icon::X)).padding(4).style(style::button::quiet);
            tip(cross.on_press(Message::RemoveAsked(file.clone())), env.texts.files_remove())
        });
        let content =
            row![container(picture).center(PICTURE).clip(true), words].push(remove).spacing(8).align_y(Center);
        let drawn = container(content).height(TALL).padding([0, 8]).align_y(Center).style(style::surface::inset);
        let area =
            mouse_area(drawn).on_press(Message::OpenAsked(file.clone())).interaction(iced::mouse::Interaction::Pointer);
        named(id, focus, tip(area, name))
    }

    /// What went wrong, in place.
    #[must_use]
    pub fn notes<'a>(&'a self, env: &Env<'a>) -> Option<Element<'a, Message>> {
        if self.over {
            let words = across(
                8.0,
                [icon_large(icon::PAPERCLIP, 16.0).into(), body(env.texts.files_drop(env.texts.bytes(LARGEST))).into()],
            );
            let drawn =
                container(words).padding([10, 12]).width(Length::Fill).style(style::surface::banner(Tone::Info));
            return Some(drawn.into());
        }
        if self.troubles.is_empty() {
            return None;
        }
        let words = self.troubles.iter().map(|it| {
            let why = why(env.texts, &it.why);
            match (env.cloak, it.name.0.as_str()) {
                (Cloak::On, _) | (Cloak::Off, "") => why,
                (Cloak::Off, name) => env.texts.files_trouble_line(name, why),
            }
        });
        Some(note(Note {
            tone: Tone::Soon,
            icon: icon::PAPERCLIP,
            title: env.texts.files_trouble().into(),
            words: words.collect::<Vec<_>>().join("\n").into(),
            actions: vec![button(env.texts.close()).compact().on_press(Message::TroubleSeen).into()],
        }))
    }
}

fn why(texts: &Texts, why: &Why) -> String {
    match why {
        Why::NotAttached(why) => texts.not_attached(why),
        Why::NotKept(trouble) => texts.not_kept(*trouble),
        Why::NoDialogs => texts.files_no_dialogs().to_owned(),
        Why::NoPath => texts.files_no_path().to_owned(),
        Why::NotOpened(cause) => texts.files_not_opened(cause.as_str()),
        Why::Refused(words) => words.clone(),
    }
}

const TALL: f32 = 44.0;
const PICTURE: f32 = 32.0;

/// The side of a small picture: sharp at twice the size too.
const SHRUNK: u32 = 96;
/// Wider or higher pictures stay signs.
const WIDEST: u32 = 20_000;
/// So much memory one picture may take while it is made small.
const MOST_MEMORY: u64 = 256 << 20;

fn shrink(bytes: &[u8]) -> Option<Pixels> {
    let mut reader = ::image::ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = ::image::Limits::default();
    limits.max_image_width = Some(WIDEST);
    limits.max_image_height = Some(WIDEST);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let whole = reader.decode().ok()?;
    // The middle, square: it fills its place.
    let side = whole.width().min(whole.height());
    let (x, y) = ((whole.width() - side) / 2, (whole.height() - side) / 2);
    let small = whole.crop_imm(x, y, side, side).thumbnail(SHRUNK, SHRUNK).to_rgba8();
    Some(Pixels { width: small.width(), height: small.height(), rgba: small.into_raw() })
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

/// What a file seems to be, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One that can be shown small.
    Picture,
    Speech,
    Other,
}

impl Kind {
    const fn icon(self) -> Icon {
        match self {
            Self::Picture => icon::IMAGE,
            Self::Speech => icon::MIC,
            Self::Other => icon::FILE_TEXT,
        }
    }
}

fn kind(name: &str) -> Kind {
    let extension = name.rsplit_once('.').map(|(_, it)| it.to_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "png" | "jpg" | "jpeg" => Kind::Picture,
        "mp3" | "m4a" | "wav" | "amr" | "ogg" | "aac" | "opus" => Kind::Speech,
        _ => Kind::Other,
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The paths in what was pasted: one a line, in quotation marks or not, `file:` addresses too.
fn paths(words: &str) -> Vec<PathBuf> {
    let line = |it: &str| {
        let it = it.trim().trim_matches(['"', '\'']);
        let path = it.strip_prefix("file://").map_or_else(|| it.to_owned(), decoded);
        let path = PathBuf::from(path);
        path.is_absolute().then_some(path)
    };
    words.lines().filter_map(line).collect()
}

/// `%20` and its like.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|it| std::str::from_utf8(it).ok()).filter(|_| *first == b'%');
        if let Some(byte) = hex.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn pasted_paths_are_found_however_they_are_written() {
        #[track_caller]
        fn check(pasted: &str, found: &[&str]) {
            assert_eq!(paths(pasted), found.iter().map(PathBuf::from).collect::<Vec<_>>());
        }
        check("/home/lin/照片.png", &["/home/lin/照片.png"]);
        check("\"/home/lin/a b.png\"\n'/tmp/c'\r\n", &["/home/lin/a b.png", "/tmp/c"]);
        check("file:///tmp/a%20b%E7%85%A7.png", &["/tmp/a b照.png"]);
        check("空调不制冷\nC:not absolute", &[]);
        check("", &[]);
    }

    #[test]
    fn a_picture_is_made_small_and_nonsense_is_none() {
        let mut png = Vec::new();
        let large = ::image::RgbaImage::from_pixel(400, 100, ::image::Rgba([200, 30, 30, 255]));
        large.write_to(&mut Cursor::new(&mut png), ::image::ImageFormat::Png).unwrap();
        let small = shrink(&png).unwrap();
        assert_eq!((small.width, small.height), (SHRUNK, SHRUNK));
        assert_eq!(small.rgba[..4], [200, 30, 30, 255]);
        png.truncate(60);
        assert!(shrink(&png).is_none());
        assert!(shrink("照片".as_bytes()).is_none());
    }

    #[test]
    fn names_tell_what_is_shown_small() {
        assert_eq!(kind("照片.JPG"), Kind::Picture);
        assert_eq!(kind("通话录音.m4a"), Kind::Speech);
        assert_eq!(kind("发票"), Kind::Other);
        assert_eq!(kind("合同.pdf"), Kind::Other);
    }
}
