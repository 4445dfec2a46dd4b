//! Opening the office behind the window: its own thread, its progress, and the way out when it fails (UI.md 8).

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use iced::futures::SinkExt as _;
use iced::widget::{column, container, row, space};
use iced::{Center, Length, Task};

use super::env::Frame;
use super::icon;
use super::shell::Banner;
use super::theme::{Element, Tone};
use super::widget::{Empty, body, button, card, empty, heading, meter, skeleton, small};
use crate::app::{self, NotKept, NotOpened, Opened, Progress, Report, Step, Wall};
use crate::domain::office::founding::Founding;
use crate::domain::text::Line;
use crate::i18n::Texts;

/// Where opening stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Opening {
    /// No office was named (tests, pictures).
    #[default]
    NotAsked,
    /// At work since then; how far, once it is known.
    AtWork(Instant, Option<Progress>),
    /// It failed; nothing was deleted.
    Failed(NotOpened),
}

/// What the opening thread says.
#[derive(Debug, Clone)]
pub enum News {
    /// How far it is.
    Progress(Progress),
    /// It is open. Taken out once.
    Opened(Parcel),
    /// It failed.
    Failed(NotOpened),
}

/// An opened office on its way to the shell: messages can be copied, an office cannot.
#[derive(Debug, Clone)]
pub struct Parcel(Arc<Mutex<Option<Opened>>>);

impl Parcel {
    /// What is inside, the first time.
    #[must_use]
    pub fn unpack(&self) -> Option<Opened> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Opens the office in a folder, or founds one there with everything that the first complaint needs.
pub fn open(folder: PathBuf, (company, language): (String, &'static str)) -> Task<News> {
    let stream = iced::stream::channel(16, async move |mut news| {
        let (send, mut progress) = tokio::sync::mpsc::unbounded_channel();
        let job = tokio::task::spawn_blocking(move || {
            let founding = || {
                let company = Line::new(&company).ok();
                company.and_then(|it| Founding::standard(it, language))
            };
            match founding() {
                Some(founding) => app::open_or_found(&folder, Arc::new(Wall), || founding, &mut |it| {
                    // Nobody listens any more when the window was closed meanwhile.
                    let _unheard = send.send(it);
                }),
                None => app::open(&folder, Arc::new(Wall), &mut |it| {
                    let _unheard = send.send(it);
                }),
            }
        });
        while let Some(it) = progress.recv().await {
            let _closed = news.send(News::Progress(it)).await;
        }
        let last = match job.await {
            Ok(Ok(opened)) => News::Opened(Parcel(Arc::new(Mutex::new(Some(opened))))),
            Ok(Err(trouble)) => News::Failed(trouble),
            Err(error) => News::Failed(NotOpened::System { place: String::new(), cause: error.to_string() }),
        };
        let _closed = news.send(last).await;
    });
    Task::stream(stream)
}

/// What stands where the screens will be.
pub fn view<'a, Message: Clone + 'a>(frame: &Frame<'a>, opening: &Opening, again: Message) -> Element<'a, Message> {
    let texts = frame.texts;
    match opening {
        Opening::NotAsked => empty(Empty {
            tone: Tone::Paused,
            icon: icon::BOOK_OPEN,
            title: texts.screen_empty_title().into(),
            words: texts.screen_empty_words().into(),
            actions: Vec::new(),
        }),
        Opening::AtWork(since, progress) => at_work(frame, since.elapsed(), *progress),
        Opening::Failed(trouble) => empty(Empty {
            tone: Tone::Late,
            icon: icon::TRIANGLE_ALERT,
            title: title(texts, trouble).into(),
            words: texts.not_opened(trouble).into(),
            actions: vec![button(texts.opening_again()).primary().icon(icon::REFRESH_CW).on_press(again).into()],
        }),
    }
}

fn title<'a>(texts: &'a Texts, trouble: &NotOpened) -> &'a str {
    if let NotOpened::Locked { .. } = trouble { texts.opening_elsewhere() } else { texts.opening_failed() }
}

/// What has to stay on the screen after opening: facts that are gone, or were changed.
#[must_use]
pub fn found_missing(texts: &Texts, report: &Report) -> Option<Banner> {
    let lost = report.lost.first().map(|(first, last)| texts.not_kept(NotKept::Lost { first: *first, last: *last }));
    let changed = report.broken_links.first().map(|it| texts.opening_changed(it.0.to_string()));
    let words = lost.or(changed)?;
    Some(Banner {
        tone: Tone::Late,
        icon: icon::TRIANGLE_ALERT,
        title: texts.opening_lost_title().to_owned(),
        words,
        leads: None,
    })
}

fn how_far(frame: &Frame<'_>, progress: Progress) -> String {
    let number = |it: u64| frame.texts.number(i64::try_from(it).unwrap_or(i64::MAX));
    let done = number(progress.done);
    match (progress.step, progress.total) {
        (Step::Reading, Some(total)) => frame.texts.loading_book(done, number(total)),
        (Step::Reading, None) => frame.texts.opening_reading(done),
        (Step::Checking, _) => frame.texts.opening_checking(done),
        (Step::Mending, _) => frame.texts.opening_mending(done),
    }
}

/// Nothing for a moment, then a skeleton, after a second a sentence with counts (UI.md 8).
fn at_work<'a, Message: 'a>(frame: &Frame<'a>, time: Duration, progress: Option<Progress>) -> Element<'a, Message> {
    if time < SHORT {
        return space().into();
    }
    let bones = card(skeleton(BONES)).width(Length::Fill);
    if time < LONG {
        return container(bones).padding(16).into();
    }
    let said = progress.map_or_else(|| frame.texts.opening_begins().to_owned(), |it| how_far(frame, it));
    let share = progress.and_then(|it| Some((it.done, it.total.filter(|it| 0 < *it)?)));
    let percent = share.map(|(done, total)| small(format!("{}%", done.min(total) * 100 / total)));
    let bar = share.map(|(done, total)| meter(thousandths(done, total), Tone::Accent));
    let told =
        column![row![body(said).width(Length::Fill)].push(percent).align_y(Center)].push(bar).spacing(8).max_width(640);
    let head = heading(frame.texts.opening_title());
    container(column![head, told, bones].spacing(14)).padding(16).into()
}

/// Shorter than this nothing is shown; from the other on it is said.
const SHORT: Duration = Duration::from_millis(150);
const LONG: Duration = Duration::from_secs(1);
const BONES: usize = 12;

fn thousandths(done: u64, total: u64) -> f32 {
    f32::from(u16::try_from(done.min(total).saturating_mul(1000) / total.max(1)).unwrap_or(1000)) / 1000.0
}
