//! Reading a journal: its pages in order, and what is wrong with it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use super::super::chain::Link;
use super::super::envelope::{NoPage, Page};
use super::super::folder::OfficeId;
use super::segment::{self, HEADER, Header};
use super::{End, segments};
use crate::domain::record::Position;

/// What is met while reading a journal.
#[derive(Debug)]
pub(in crate::store) enum Spot {
    /// A whole page.
    Page(Page),
    /// Bytes that are no frame, with whole frames or segments behind them.
    Junk,
    /// Bytes after the last whole frame of the last segment.
    Torn { bytes: u64 },
    /// A segment or page of a newer program.
    Newer(u16),
    /// A segment of another office.
    Foreign(OfficeId),
}

/// The pages of a journal, read segment by segment.
#[derive(Debug)]
pub(in crate::store) struct Pages {
    office: Option<OfficeId>,
    segments: IntoIter<PathBuf>,
    path: PathBuf,
    bytes: Vec<u8>,
    offset: usize,
    /// How much of the segment is whole: its header and its frames.
    whole: usize,
    pending: Option<Spot>,
    /// Where the newest segment says that the one before it ended.
    announced: End,
}

impl Pages {
    /// From the segment that holds `from` (or the page before it) on.
    pub(in crate::store) fn since(folder: &Path, office: Option<OfficeId>, from: Position) -> io::Result<Self> {
        let mut segments = segments(folder)?;
        let later = segments.iter().position(|it| named_first(it).is_some_and(|first| from < first));
        let begin = later.unwrap_or(segments.len()).saturating_sub(1);
        segments.drain(..begin);
        Ok(Self {
            office,
            segments: segments.into_iter(),
            path: PathBuf::new(),
            bytes: Vec::new(),
            offset: 0,
            whole: 0,
            pending: None,
            announced: End::START,
        })
    }

    fn next_segment(&mut self) -> io::Result<bool> {
        let Some(path) = self.segments.next() else { return Ok(false) };
        self.bytes = fs::read(&path)?;
        self.path = path;
        self.offset = HEADER.min(self.bytes.len());
        self.whole = self.offset;
        match segment::read_header(&self.bytes) {
            Header::Known { office, before } => {
                self.announced = before;
                if self.office.is_some_and(|it| it != office) {
                    self.pending = Some(Spot::Foreign(office));
                    self.offset = self.bytes.len();
                }
            }
            Header::Newer(format) => {
                self.pending = Some(Spot::Newer(format));
                self.offset = self.bytes.len();
            }
            Header::Garbled => {
                self.pending = Some(Spot::Junk);
                (self.offset, self.whole) = (0, 0);
            }
        }
        Ok(true)
    }

    fn step(&mut self) -> io::Result<Option<Spot>> {
        loop {
            if let Some(spot) = self.pending.take() {
                return Ok(Some(spot));
            }
            if self.offset == self.bytes.len() {
                if self.next_segment()? {
                    continue;
                }
                return Ok(None);
            }
            if let Some((payload, next)) = segment::frame_at(&self.bytes, self.offset) {
                let spot = match Page::decode(payload) {
                    Ok(page) => Spot::Page(page),
                    Err(NoPage::Newer(shape)) => Spot::Newer(u16::from(shape)),
                    Err(NoPage::Garbled) => Spot::Junk,
                };
                (self.offset, self.whole) = (next, next);
                return Ok(Some(spot));
            }
            let begin = self.offset;
            if let Some(next) = segment::next_frame(&self.bytes, begin) {
                self.offset = next;
                return Ok(Some(Spot::Junk));
            }
            self.offset = self.bytes.len();
            if self.segments.len() == 0 {
                return Ok(Some(Spot::Torn { bytes: (self.bytes.len() - begin) as u64 }));
            }
            return Ok(Some(Spot::Junk));
        }
    }
}

impl Iterator for Pages {
    type Item = io::Result<Spot>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step().transpose()
    }
}

/// Where writing can go on: the last segment and how much of it is whole.
#[derive(Debug, Clone)]
pub(in crate::store) struct Tail {
    pub segment: PathBuf,
    pub length: u64,
    pub end: End,
}

/// What was found in a journal.
#[derive(Debug)]
pub(in crate::store) struct Found {
    /// Where to go on writing.
    pub tail: Tail,
    /// How many bytes lie behind the last whole frame.
    pub torn: u64,
    /// Facts that are missing in the middle, both ends included.
    pub holes: Vec<(Position, Position)>,
    /// Facts whose link does not continue the one before.
    pub breaks: Vec<Position>,
    /// Bytes that are no frame lie between the frames.
    pub junk: bool,
}

impl Found {
    /// Whether every page of the journal is there and in place.
    pub(in crate::store) const fn is_whole(&self) -> bool {
        self.holes.is_empty() && !self.junk
    }

    pub(in crate::store) const fn end(&self) -> End {
        self.tail.end
    }
}

/// Why a journal cannot be judged.
#[derive(Debug)]
pub(in crate::store) enum Unread {
    Io(io::Error),
    Newer(u16),
    Foreign(OfficeId),
    /// There is no segment at all.
    Absent,
}

impl From<io::Error> for Unread {
    fn from(cause: io::Error) -> Self {
        Self::Io(cause)
    }
}

/// How much of the journal to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Depth {
    /// Everything.
    All,
    /// The last segment.
    LastSegment,
}

/// Reads a journal and judges it; `seen` is told how many facts are behind.
pub(in crate::store) fn judge(
    folder: &Path,
    office: OfficeId,
    depth: Depth,
    seen: &mut dyn FnMut(Position),
) -> Result<Found, Unread> {
    let from = match depth {
        Depth::All => Position::START,
        Depth::LastSegment => Position(u64::MAX),
    };
    let mut pages = Pages::since(folder, Some(office), from)?;
    if pages.segments.len() == 0 {
        return Err(Unread::Absent);
    }
    let (mut torn, mut junk, mut holes, mut breaks) = (0, false, Vec::new(), Vec::new());
    let mut end: Option<End> = (depth == Depth::All).then_some(End::START);
    let mut known = true;
    while let Some(spot) = pages.step()? {
        let before = end.unwrap_or(pages.announced);
        match spot {
            Spot::Page(page) if before.head < page.first() => {
                if before.head.next() < page.first() {
                    holes.push((before.head.next(), Position(page.first().0 - 1)));
                    known = false;
                }
                if let Page::Sheaf(sheaf) = &page
                    && known
                    && sheaf.before != before.link
                {
                    breaks.push(sheaf.first);
                }
                known = matches!(page, Page::Sheaf(_));
                end = Some(before.after(&page));
                seen(page.last());
            }
            Spot::Page(_) | Spot::Junk => junk = true,
            Spot::Torn { bytes } => torn = bytes,
            Spot::Newer(format) => return Err(Unread::Newer(format)),
            Spot::Foreign(other) => return Err(Unread::Foreign(other)),
        }
    }
    let end = end.unwrap_or(pages.announced);
    let tail = Tail { segment: pages.path, length: pages.whole as u64, end };
    Ok(Found { tail, torn, holes, breaks, junk })
}

/// The office named by the first segment that has a readable header.
pub(in crate::store) fn office_of(folder: &Path) -> io::Result<Option<OfficeId>> {
    for path in segments(folder)? {
        if let Header::Known { office, .. } = segment::read_header(&fs::read(path)?) {
            return Ok(Some(office));
        }
    }
    Ok(None)
}

/// The link of the fact at `position`, which must end a page; `None` where no page does.
pub(in crate::store) fn link_at(folder: &Path, office: OfficeId, position: Position) -> io::Result<Option<Link>> {
    if position == Position::START {
        return Ok(Some(Link::START));
    }
    for spot in Pages::since(folder, Some(office), position)? {
        if let Spot::Page(page) = spot?
            && position <= page.last()
        {
            return Ok(if page.last() == position { page.after() } else { None });
        }
    }
    Ok(None)
}

/// The place of the first fact after a segment's header, by its name.
fn named_first(path: &Path) -> Option<Position> {
    path.file_stem()?.to_str()?.parse().ok().map(Position)
}
