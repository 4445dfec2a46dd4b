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
    /// Bytes after the last whole frame of the last segment, without the zeros at the end.
    Torn { bytes: u64, group: Option<Position> },
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
    /// The same before the newest page.
    whole_before: usize,
    /// What the newest page was synced with.
    group: Position,
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
            whole_before: 0,
            group: Position::START,
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

    /// How many bytes from an offset on are more than the zeros at the end.
    fn written_from(&self, offset: usize) -> u64 {
        let rest = self.bytes.get(offset..).unwrap_or_default();
        rest.iter().rposition(|it| *it != 0).map_or(0, |it| it as u64 + 1)
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
            if let Some(frame) = segment::frame_at(&self.bytes, self.offset) {
                let spot = match Page::decode(frame.payload) {
                    Ok(page) => Spot::Page(page),
                    Err(NoPage::Newer(shape)) => Spot::Newer(u16::from(shape)),
                    Err(NoPage::Garbled) => Spot::Junk,
                };
                self.group = frame.group;
                self.whole_before = self.whole;
                (self.offset, self.whole) = (frame.next, frame.next);
                return Ok(Some(spot));
            }
            let begin = self.offset;
            if let Some(next) = segment::next_frame(&self.bytes, begin) {
                self.offset = next;
                return Ok(Some(Spot::Junk));
            }
            self.offset = self.bytes.len();
            let bytes = self.written_from(begin);
            if bytes == 0 {
                // Zeros that were written ahead, and nothing in their place.
                continue;
            }
            if self.segments.len() == 0 {
                let group = segment::claimed_group(&self.bytes, begin);
                return Ok(Some(Spot::Torn { bytes, group }));
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
    /// What the last page was synced with.
    pub group: Position,
}

/// Bytes behind the last whole frame that counts.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Torn {
    /// How many; mostly none.
    pub bytes: u64,
    /// What they seem to have been synced with.
    pub group: Option<Position>,
}

/// What was found in a journal.
#[derive(Debug)]
pub(in crate::store) struct Found {
    /// Where to go on writing.
    pub tail: Tail,
    /// What lies behind the last whole frame.
    pub torn: Torn,
    /// Facts that are missing in the middle, both ends included.
    pub holes: Vec<(Position, Position)>,
    /// Facts whose link does not continue the one before.
    pub breaks: Vec<Position>,
    /// Bytes that are no frame lie between the frames.
    pub junk: bool,
}

impl Found {
    /// Whether a database that ends soundly at `mirrored` shows that nothing torn had been acknowledged.
    ///
    /// It is synced before the next group is written. So it has all that is whole; or what is whole and what is torn
    /// belong to one group, and it has all before that.
    pub(in crate::store) fn lost_nothing(&self, mirrored: Position) -> bool {
        let tail = &self.tail;
        mirrored == tail.end.head || (self.torn.group == Some(tail.group) && tail.group <= mirrored.next())
    }

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
    let begin = (depth == Depth::All).then_some(End::START);
    let mut judge = Judge { end: begin, known: true, ..Judge::default() };
    while let Some(spot) = pages.step()? {
        match spot {
            Spot::Page(page) => {
                judge.page(&page, &pages);
                seen(page.last());
            }
            Spot::Junk => judge.recent_junk = true,
            Spot::Torn { bytes, group } => (judge.torn, judge.torn_group) = (bytes, group),
            Spot::Newer(format) => return Err(Unread::Newer(format)),
            Spot::Foreign(other) => return Err(Unread::Foreign(other)),
        }
    }
    Ok(judge.finish(pages))
}

/// Follows the pages of a journal.
#[derive(Debug, Default)]
struct Judge {
    end: Option<End>,
    /// What the last page was synced with.
    group: Position,
    /// Whether the link before the next page is known.
    known: bool,
    torn: u64,
    torn_group: Option<Position>,
    holes: Vec<(Position, Position)>,
    breaks: Vec<Position>,
    junk: bool,
    /// Bytes that are no frame were met since the last page.
    recent_junk: bool,
    doubt: Option<Doubt>,
}

/// A hole among frames that share a sync: the power went before it, or the file was damaged after it. Nothing that
/// comes later in the journal tells which, as long as nothing does come later.
#[derive(Debug)]
struct Doubt {
    group: Position,
    before: End,
    before_group: Position,
    whole: usize,
    hole: (Position, Position),
    breaks: usize,
}

impl Judge {
    fn page(&mut self, page: &Page, pages: &Pages) {
        let before = self.end.unwrap_or(pages.announced);
        let junk = std::mem::take(&mut self.recent_junk);
        if page.first() <= before.head {
            self.junk = true;
            return;
        }
        if self.doubt.as_ref().is_some_and(|it| it.group != pages.group) {
            // A later sync: what was doubtful had been synced.
            self.holes.extend(self.doubt.take().map(|it| it.hole));
        }
        let wanted = before.head.next();
        if wanted < page.first() {
            let hole = (wanted, Position(page.first().0 - 1));
            self.known = false;
            if self.doubt.is_none() && pages.group <= wanted {
                let breaks = self.breaks.len();
                self.doubt = Some(Doubt {
                    group: pages.group,
                    before,
                    before_group: self.group,
                    whole: pages.whole_before,
                    hole,
                    breaks,
                });
            } else if self.doubt.is_none() {
                self.holes.push(hole);
            }
        } else if self.doubt.is_none() {
            self.junk |= junk;
        }
        if let Page::Sheaf(sheaf) = page
            && self.known
            && sheaf.before != before.link
        {
            self.breaks.push(sheaf.first);
        }
        self.known = matches!(page, Page::Sheaf(_));
        self.end = Some(before.after(page));
        self.group = pages.group;
    }

    fn finish(mut self, pages: Pages) -> Found {
        let mut end = self.end.unwrap_or(pages.announced);
        let mut length = pages.whole;
        let mut group = self.group;
        if let Some(doubt) = self.doubt {
            self.breaks.truncate(doubt.breaks);
            (end, length, group) = (doubt.before, doubt.whole, doubt.before_group);
            self.torn = pages.written_from(length);
            self.torn_group = Some(doubt.group);
        }
        let tail = Tail { segment: pages.path, length: length as u64, end, group };
        let junk = self.junk || self.recent_junk;
        let torn = Torn { bytes: self.torn, group: self.torn_group };
        Found { tail, torn, holes: self.holes, breaks: self.breaks, junk }
    }
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
