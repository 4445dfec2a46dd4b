//! Mending the journal from the database, then the database from the journal.

use super::{
    Append, Bench, Checked, Copy, End, Every, Found, Journal, Judged, Loss, Mirror, MirrorError, OpenError, Page,
    Pages, Position, Repair, Spot, Step, Tail, disk, fs, refused, scan, segment,
};

/// Pages between two syncs while catching up.
const PAGES_A_SYNC: usize = 32;

impl Bench<'_> {
    /// The journal, whole again as far as it and the database go.
    pub(super) fn mend_journal(
        &mut self,
        found: Option<Found>,
        mirror: &Judged,
        clean: Option<End>,
    ) -> Result<Journal, OpenError> {
        let cause = match &found {
            None => Some("it was missing".to_owned()),
            Some(found) if found.junk => Some("bytes between the batches are damaged".to_owned()),
            Some(found) => {
                found.holes.first().map(|(first, last)| format!("facts {} to {} are missing", first.0, last.0))
            }
        };
        let cause = cause.or_else(|| better_links(found.as_ref(), mirror));
        let breaks = found.as_ref().map(|it| it.breaks.clone()).unwrap_or_default();
        let mut journal = match (cause, found) {
            (Some(cause), _) => self.rewrite_journal(mirror, &breaks, cause)?,
            (None, Some(found)) => self.resume_journal(&found, mirror)?,
            (None, None) => return Err(self.io(&std::io::ErrorKind::NotFound.into())),
        };
        let known = clean.map_or(Position::START, |it| it.head);
        let known = known.max(mirror_head(mirror));
        if journal.end().head < known {
            let lost = Page::Lost { first: journal.end().head.next(), last: known };
            self.append(&mut journal, &lost)?;
            self.report.lost.push((lost.first(), lost.last()));
        }
        Ok(journal)
    }

    /// Goes on with a whole journal: cuts a torn tail and takes from the database what lies behind.
    fn resume_journal(&mut self, found: &Found, mirror: &Judged) -> Result<Journal, OpenError> {
        let Tail { end, .. } = found.tail;
        let mut journal =
            Journal::resume(&self.folder.journal(), self.office, &found.tail).map_err(|it| self.io(&it))?;
        if found.torn.bytes > 0 {
            let loss = match mirror {
                Judged::Open(_, checked) if checked.fault.is_none() && found.lost_nothing(checked.sound.head) => {
                    Loss::None
                }
                Judged::Open(..) | Judged::Unusable(_) => Loss::Possible,
            };
            self.report.repairs.push(Repair::TailCut { after: end.head, bytes: found.torn.bytes, loss });
        }
        self.report.broken_links.extend(&found.breaks);
        let Judged::Open(mirror, _) = mirror else { return Ok(journal) };
        for page in mirror.pages(end.head.next()) {
            let Ok(page) = page else { break };
            let at = journal.end();
            let follows = match &page {
                Page::Sheaf(sheaf) => sheaf.first == at.head.next() && sheaf.before == at.link,
                Page::Lost { first, .. } => *first == at.head.next(),
            };
            if !follows {
                break;
            }
            self.append(&mut journal, &page)?;
        }
        if end.head < journal.end().head {
            let (first, last) = (end.head.next(), journal.end().head);
            self.report.repairs.push(Repair::JournalCompleted { first, last });
        }
        Ok(journal)
    }

    fn append(&self, journal: &mut Journal, page: &Page) -> Result<(), OpenError> {
        let mut frames = Vec::new();
        segment::frame(&page.encode(), page.first(), &mut frames);
        let end = journal.end().after(page);
        journal.append(&frames, end).map_err(|it| match it {
            Append::Refused(cause) | Append::Stuck(cause) => self.io(&cause),
        })?;
        journal.sync().map_err(|it| self.io(&it))
    }

    /// Writes the journal anew from all that it and the database hold; what neither holds becomes a page that says so.
    fn rewrite_journal(&mut self, mirror: &Judged, broken: &[Position], cause: String) -> Result<Journal, OpenError> {
        tracing::warn!(%cause, "writing the journal anew");
        let (old, new) = (self.folder.journal(), self.folder.journal_in_making());
        let copied = self.copy_merged(mirror, broken);
        let copy = copied.map_err(|it| OpenError::from_io(&new, &it))?;
        let end = copy.end();
        let aside = copy
            .finish()
            .and_then(|()| if old.exists() { disk::move_aside(&old).map(Some) } else { Ok(None) })
            .and_then(|aside| fs::rename(&new, &old).map(|()| aside))
            .and_then(|aside| disk::sync_folder(self.folder.root()).map(|()| aside))
            .map_err(|it| self.io(&it))?;
        self.report.repairs.push(Repair::JournalRewritten { aside, cause });
        let segments = super::segments(&old).map_err(|it| self.io(&it))?;
        let last = segments.last().ok_or_else(|| self.io(&std::io::ErrorKind::NotFound.into()))?;
        let length = fs::metadata(last).map_err(|it| self.io(&it))?.len();
        let tail = Tail { segment: last.clone(), length, end, group: end.head };
        Journal::resume(&old, self.office, &tail).map_err(|it| self.io(&it))
    }

    fn copy_merged(&mut self, mirror: &Judged, broken: &[Position]) -> std::io::Result<Copy> {
        let mut copy = Copy::begin(&self.folder.journal_in_making(), self.office)?;
        let old = self.folder.journal();
        let kept = if old.is_dir() { Some(Pages::since(&old, Some(self.office), Position::START)?) } else { None };
        let mut kept = kept.into_iter().flatten().filter_map(|it| match it {
            Ok(Spot::Page(page)) => Some(Ok(page)),
            Ok(Spot::Junk | Spot::Torn { .. } | Spot::Newer(_) | Spot::Foreign(_)) => None,
            Err(cause) => Some(Err(cause)),
        });
        let mirror = match mirror {
            Judged::Open(mirror, _) => Some(mirror),
            Judged::Unusable(_) => None,
        };
        let mut mirrored = mirror.into_iter().flat_map(|it| it.salvage(Position(1)));
        let (mut ours, mut theirs) = (kept.next().transpose()?, mirrored.next());
        let mut counted = Every::new(Step::RewritingJournal, None, &mut *self.progress);
        let mut known = true;
        loop {
            let end = copy.end();
            let want = end.head.next();
            while ours.as_ref().is_some_and(|it| it.first() < want) {
                ours = kept.next().transpose()?;
            }
            while theirs.as_ref().is_some_and(|it| it.first() < want) {
                theirs = mirrored.next();
            }
            let at = |it: &Option<Page>| it.clone().filter(|it| it.first() == want);
            let page = match (at(&ours), at(&theirs)) {
                (Some(one), Some(other)) => {
                    let upset = broken.contains(&one.last().next());
                    if better(&one, upset, known.then_some(end)) < better(&other, false, known.then_some(end)) {
                        other
                    } else {
                        one
                    }
                }
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => {
                    let next = [&ours, &theirs].into_iter().flatten().map(Page::first).min();
                    let Some(next) = next else { return Ok(copy) };
                    let last = Position(next.0 - 1);
                    self.report.lost.push((want, last));
                    Page::Lost { first: want, last }
                }
            };
            if let Page::Sheaf(sheaf) = &page
                && known
                && sheaf.before != end.link
            {
                self.report.broken_links.push(sheaf.first);
            }
            known = matches!(page, Page::Sheaf(_));
            copy.add(&page)?;
            counted.tell(page.last());
        }
    }

    /// The database, equal to the journal.
    pub(super) fn mend_mirror(&mut self, journal: &Journal, judged: Judged) -> Result<Mirror, OpenError> {
        let end = journal.end();
        let cause = match judged {
            Judged::Open(mirror, Checked { sound, fault: None, .. }) => {
                if sound == end {
                    return Ok(mirror);
                }
                let link = scan::link_at(&self.folder.journal(), self.office, sound.head).map_err(|it| self.io(&it))?;
                if link == Some(sound.link) && sound.head < end.head {
                    self.write_mirror(&mirror, sound.head, Pace::Synced)?;
                    self.report.repairs.push(Repair::CaughtUp { first: sound.head.next(), last: end.head });
                    return Ok(mirror);
                }
                "it differs from the journal".to_owned()
            }
            Judged::Open(_, Checked { fault: Some(fault), .. }) => fault,
            Judged::Unusable(cause) => cause,
        };
        self.rebuild_mirror(end, cause)
    }

    fn rebuild_mirror(&mut self, end: End, cause: String) -> Result<Mirror, OpenError> {
        tracing::warn!(%cause, "building the database anew");
        let (old, new) = (self.folder.sled(), self.folder.sled_in_making());
        if new.exists() {
            // Left by a kill while it was being built from the journal: a copy, never the only one.
            fs::remove_dir_all(&new).map_err(|it| OpenError::from_io(&new, &it))?;
        }
        let mirror = Mirror::open(&new, self.office, end.head).map_err(|it| refused(self.folder, it))?;
        self.write_mirror(&mirror, Position::START, Pace::Unsynced)?;
        mirror.sync().map_err(|it| refused(self.folder, it))?;
        drop(mirror);
        let aside = if old.exists() { Some(disk::move_aside(&old).map_err(|it| self.io(&it))?) } else { None };
        let placed = disk::sync_folder(&new).and_then(|()| fs::rename(&new, &old));
        placed.and_then(|()| disk::sync_folder(self.folder.root())).map_err(|it| self.io(&it))?;
        self.report.repairs.push(Repair::DatabaseRebuilt { aside, cause });
        Mirror::open(&old, self.office, end.head).map_err(|it| refused(self.folder, it))
    }

    /// Writes the pages after a position from the journal.
    fn write_mirror(&mut self, mirror: &Mirror, after: Position, syncs: Pace) -> Result<(), OpenError> {
        let failed = |it: MirrorError| refused(self.folder, it);
        let pages = Pages::since(&self.folder.journal(), Some(self.office), after).map_err(|it| self.io(&it))?;
        let mut counted = Every::new(Step::WritingDatabase, None, &mut *self.progress);
        let mut group: Vec<(Page, Vec<u8>)> = Vec::new();
        for spot in pages {
            let Spot::Page(page) = spot.map_err(|it| OpenError::from_io(self.folder.root(), &it))? else { continue };
            if page.first() <= after {
                continue;
            }
            counted.tell(page.last());
            let bytes = page.encode();
            group.push((page, bytes));
            if group.len() == PAGES_A_SYNC {
                write_group(mirror, &mut group, syncs).map_err(failed)?;
            }
        }
        write_group(mirror, &mut group, syncs).map_err(failed)
    }
}

/// Whether each group is synced. A database that is being built anew is built again after a power cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    Synced,
    Unsynced,
}

fn write_group(mirror: &Mirror, group: &mut Vec<(Page, Vec<u8>)>, pace: Pace) -> Result<(), MirrorError> {
    mirror.write(group.iter().map(|(page, bytes)| (page, bytes.as_slice())))?;
    group.clear();
    match pace {
        Pace::Synced => mirror.sync(),
        Pace::Unsynced => Ok(()),
    }
}

/// Of two pages for one place the greater one is kept: facts before a loss, then the one that continues the chain,
/// then the one that the next page continues.
fn better(page: &Page, upset: bool, end: Option<End>) -> (bool, bool, bool) {
    match page {
        Page::Sheaf(sheaf) => (true, end.is_none_or(|it| it.link == sheaf.before), !upset),
        Page::Lost { .. } => (false, false, false),
    }
}

/// Whether the database continues the chain where the journal does not.
fn better_links(found: Option<&Found>, mirror: &Judged) -> Option<String> {
    let broken = *found?.breaks.first()?;
    match mirror {
        Judged::Open(_, checked) if checked.breaks.is_empty() && broken <= checked.sound.head => {
            Some(format!("the link of fact {} does not continue the one before", broken.0))
        }
        Judged::Open(..) | Judged::Unusable(_) => None,
    }
}

/// The last fact that the database seems to hold.
fn mirror_head(mirror: &Judged) -> Position {
    match mirror {
        Judged::Open(mirror, checked) => {
            mirror.last_first().map_or(checked.sound.head, |it| it.max(checked.sound.head))
        }
        Judged::Unusable(_) => Position::START,
    }
}
