//! Reading a database once, whole.

use std::path::Path;

use super::super::envelope::Page;
use super::super::folder::OfficeId;
use super::super::journal::End;
use super::super::journal::scan::{Pages, Spot};
use super::super::mirror::{Mirror, MirrorError};
use crate::domain::record::Position;

/// How many of the last pages are compared after an orderly close.
const TAIL: usize = 16;

/// What reading a database showed.
#[derive(Debug)]
pub(in crate::store) struct Checked {
    /// The end of what is sound from the front.
    pub sound: End,
    /// Facts whose link does not continue the one before.
    pub breaks: Vec<Position>,
    /// Why it is not sound behind that.
    pub fault: Option<String>,
}

/// Reads every page, its links and its keys.
pub(in crate::store) fn check(mirror: &Mirror, seen: &mut dyn FnMut(Position)) -> Checked {
    let mut checked = Checked { sound: End::START, breaks: Vec::new(), fault: None };
    let mut known = true;
    for page in mirror.pages(Position(1)) {
        let page = match page {
            Ok(page) => page,
            Err(cause) => {
                checked.fault = Some(cause.to_string());
                return checked;
            }
        };
        let expected = checked.sound.head.next();
        if page.first() != expected {
            checked.fault = Some(format!("fact {} is missing", expected.0));
            return checked;
        }
        if let Page::Sheaf(sheaf) = &page {
            if known && sheaf.before != checked.sound.link {
                checked.breaks.push(sheaf.first);
            }
            match mirror.knows(sheaf) {
                Ok(true) => (),
                Ok(false) => checked.fault = Some(format!("fact {} is not indexed", expected.0)),
                Err(cause) => checked.fault = Some(cause.to_string()),
            }
            if checked.fault.is_some() {
                return checked;
            }
        }
        known = matches!(page, Page::Sheaf(_));
        checked.sound = checked.sound.after(&page);
        seen(page.last());
    }
    checked
}

/// Whether database and journal end in the same pages.
pub(in crate::store) fn same_tail(
    mirror: &Mirror,
    journal: &Path,
    office: OfficeId,
    end: End,
) -> Result<bool, MirrorError> {
    if mirror.end()?.head != end.head {
        return Ok(false);
    }
    let mut pages = Vec::new();
    for spot in Pages::since(journal, Some(office), Position(u64::MAX))? {
        if let Spot::Page(page) = spot? {
            pages.push(page);
        }
    }
    for page in pages.iter().rev().take(TAIL) {
        if mirror.page(page.first())?.as_ref() != Some(page) {
            return Ok(false);
        }
        if let Page::Sheaf(sheaf) = page
            && !mirror.knows(sheaf)?
        {
            return Ok(false);
        }
    }
    Ok(true)
}
