//! The columns: one number a complaint and dimension.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::{Cell, Days, Dimension, Filter, Key};
use crate::books::ledger::{Ledger, Row, Slot};
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::{CloseCode, Kind, Priority, Satisfaction, Severity, Urgency, Validity};
use crate::domain::id::{CategoryId, ChannelId, DepartmentId, PersonId, Round};
use crate::domain::moment::Moment;
use crate::domain::month::Month;
use crate::domain::office::Office;

/// What a row has in a column: 0 for nothing.
type Code = u32;

/// Tables with more cells than this are kept as trees.
const WIDEST: usize = 1 << 21;

/// Every column that is stored; [`Dimension::TopCategory`] is asked from the categories.
const STORED: [Dimension; 23] = [
    Dimension::RegisteredMonth,
    Dimension::RegisteredDay,
    Dimension::ClosedMonth,
    Dimension::ClosedDay,
    Dimension::Kind,
    Dimension::Stage,
    Dimension::Channel,
    Dimension::Category,
    Dimension::Department,
    Dimension::Handler,
    Dimension::Region,
    Dimension::Product,
    Dimension::Severity,
    Dimension::Urgency,
    Dimension::Priority,
    Dimension::Validity,
    Dimension::Satisfaction,
    Dimension::Process,
    Dimension::CloseCode,
    Dimension::Member,
    Dimension::Escalated,
    Dimension::Major,
    Dimension::Round,
];

/// The columns of all rows.
#[derive(Clone, Default)]
pub(in crate::books) struct Columns {
    stored: [Column; STORED.len()],
    customers: Vec<u32>,
    regions: Names,
    products: Names,
}

/// One dimension of all rows, with the least and the greatest that ever stood in it.
#[derive(Clone, Default)]
struct Column {
    codes: Vec<Code>,
    least: Code,
    most: Code,
}

/// Texts by number, from 1.
#[derive(Clone, Default)]
struct Names {
    codes: HashMap<Box<str>, Code>,
    texts: Vec<Box<str>>,
}

impl Columns {
    /// Sets what a row has; a new row is the next one.
    pub(in crate::books) fn set(&mut self, office: &Office, slot: Slot, row: &Row) {
        for (place, dimension) in STORED.into_iter().enumerate() {
            let code = self.code(office, dimension, row);
            if let Some(column) = self.stored.get_mut(place) {
                column.set(slot, code);
            }
        }
        let slot = slot as usize;
        if self.customers.len() <= slot {
            self.customers.resize(slot + 1, 0);
        }
        if let Some(it) = self.customers.get_mut(slot) {
            *it = row.customers;
        }
    }

    /// The office's days or months are other ones from now on.
    pub(in crate::books) fn set_all(&mut self, office: &Office, ledger: &Ledger) {
        *self = Self::default();
        for (row, slot) in ledger.rows().iter().zip(0..) {
            self.set(office, slot, row);
        }
    }

    /// The cells that are not empty.
    pub(super) fn cross(
        &self,
        office: &Office,
        filter: &Filter<'_>,
        (down, across): (Dimension, Option<Dimension>),
    ) -> Vec<(Key<'_>, Key<'_>, Cell)> {
        let down_column = self.column(down);
        let across_column = across.map(|it| self.column(it));
        let chosen = self.choose(office, filter);
        let cells = match across_column {
            None => self.cells(chosen.as_deref(), down_column, None),
            Some(across) => self.cells(chosen.as_deref(), down_column, Some(across)),
        };
        let key = |dimension: Option<Dimension>, code| dimension.map_or(Key::Nothing, |it| self.key(it, code));
        cells.into_iter().map(|(one, other, cell)| (key(Some(down), one), key(across, other), cell)).collect()
    }

    /// How many pass.
    pub(super) fn total(&self, office: &Office, filter: &Filter<'_>) -> Cell {
        let mut total = Cell::default();
        match self.choose(office, filter) {
            None => {
                for customers in &self.customers {
                    total += Cell { complaints: 1, customers: *customers };
                }
            }
            Some(chosen) => {
                for (customers, chosen) in self.customers.iter().zip(chosen) {
                    total += Cell { complaints: chosen.into(), customers: customers * u32::from(chosen) };
                }
            }
        }
        total
    }

    /// Those that pass.
    pub(super) fn slots(&self, office: &Office, filter: &Filter<'_>) -> Vec<Slot> {
        match self.choose(office, filter) {
            None => (0..).zip(&self.customers).map(|(slot, _)| slot).collect(),
            Some(chosen) => (0..).zip(chosen).filter(|(_, chosen)| *chosen).map(|(slot, _)| slot).collect(),
        }
    }

    fn cells(&self, chosen: Option<&[bool]>, down: &Column, across: Option<&Column>) -> Vec<(Code, Code, Cell)> {
        let width = across.map_or(1, Column::width);
        if down.width().saturating_mul(width) <= WIDEST {
            return self.table(chosen, down, across);
        }
        let mut tree = BTreeMap::<(Code, Code), Cell>::new();
        for place in 0..self.customers.len() {
            if chosen.is_none_or(|it| it.get(place) == Some(&true)) {
                let key = (down.code(place), across.map_or(0, |it| it.code(place)));
                *tree.entry(key).or_default() += Cell { complaints: 1, customers: self.customers_at(place) };
            }
        }
        tree.into_iter().map(|((one, other), cell)| (one, other, cell)).collect()
    }

    /// One pass over the columns into a table of all pairs.
    fn table(&self, chosen: Option<&[bool]>, down: &Column, across: Option<&Column>) -> Vec<(Code, Code, Cell)> {
        let width = across.map_or(1, Column::width);
        let mut table = vec![Cell::default(); down.width() * width];
        let mut add = |one: Code, other: Code, cell: Cell| {
            if let Some(place) = table.get_mut((one - down.least) as usize * width + other as usize) {
                *place += cell;
            }
        };
        let rows = down.codes.iter().zip(&self.customers);
        match (across, chosen) {
            (None, None) => {
                rows.for_each(|(one, customers)| add(*one, 0, Cell { complaints: 1, customers: *customers }));
            }
            (None, Some(chosen)) => rows.zip(chosen).for_each(|((one, customers), chosen)| {
                let chosen = u32::from(*chosen);
                add(*one, 0, Cell { complaints: chosen, customers: customers * chosen });
            }),
            (Some(across), None) => rows.zip(&across.codes).for_each(|((one, customers), other)| {
                add(*one, other - across.least, Cell { complaints: 1, customers: *customers });
            }),
            (Some(across), Some(chosen)) => {
                rows.zip(&across.codes).zip(chosen).for_each(|(((one, customers), other), chosen)| {
                    let chosen = u32::from(*chosen);
                    add(*one, other - across.least, Cell { complaints: chosen, customers: customers * chosen });
                });
            }
        }
        let first = across.map_or(0, |it| it.least);
        let cells = table
            .chunks(width.max(1))
            .zip(down.least..)
            .flat_map(|(cells, one)| cells.iter().zip(first..).map(move |(cell, other)| (one, other, *cell)));
        cells.filter(|(_, _, cell)| 0 < cell.complaints).collect()
    }

    /// Which rows pass; `None`: all of them.
    fn choose(&self, office: &Office, filter: &Filter<'_>) -> Option<Vec<bool>> {
        let mut chosen: Option<Vec<bool>> = None;
        let count = self.customers.len();
        let mut keep = |column: &Column, passes: &dyn Fn(Code) -> bool| {
            let chosen = chosen.get_or_insert_with(|| vec![true; count]);
            chosen.iter_mut().zip(&column.codes).for_each(|(it, code)| *it &= passes(*code));
        };
        for (dimension, days) in [(Dimension::RegisteredDay, filter.registered), (Dimension::ClosedDay, filter.closed)]
        {
            if let Some(Days { first, last }) = days {
                let range = day_code(first)..=day_code(last);
                keep(self.column(dimension), &|it| range.contains(&it));
            }
        }
        let merged = Stage::Merged as Code + 1;
        let stages = self.column(Dimension::Stage);
        let asked = filter.only.contains(&(Dimension::Stage, Key::Stage(Stage::Merged)));
        if stages.most == merged && !asked {
            keep(stages, &|it| it != merged);
        }
        if let Some(day) = filter.open_when_began {
            let day = day_code(day);
            keep(self.column(Dimension::RegisteredDay), &|it| it < day);
            keep(self.column(Dimension::ClosedDay), &|it| it == 0 || day <= it);
        }
        let mut wanted = BTreeMap::<Dimension, Vec<Code>>::new();
        for (dimension, key) in &filter.only {
            wanted.entry(*dimension).or_default().extend(self.codes(office, *dimension, *key));
        }
        for (dimension, codes) in &wanted {
            match codes.as_slice() {
                [one] => keep(self.column(*dimension), &|it| it == *one),
                codes => keep(self.column(*dimension), &|it| codes.contains(&it)),
            }
        }
        chosen
    }

    /// What stands in the column for a value; none where no row can have it.
    fn codes(&self, office: &Office, dimension: Dimension, key: Key<'_>) -> Vec<Code> {
        match (dimension, key) {
            (Dimension::TopCategory, Key::Category(top)) => office
                .categories()
                .filter(|it| office.parent(it.id) == top)
                .map(|it| it.id.0.saturating_add(1))
                .collect(),
            (Dimension::Region, Key::Text(text)) => self.regions.find(text).into_iter().collect(),
            (Dimension::Product, Key::Text(text)) => self.products.find(text).into_iter().collect(),
            (_, key) => code_of(key).into_iter().collect(),
        }
    }

    fn column(&self, dimension: Dimension) -> &Column {
        let stored = if dimension == Dimension::TopCategory { Dimension::Category } else { dimension };
        let place = STORED.iter().position(|it| *it == stored).unwrap_or(0);
        &self.stored[place]
    }

    fn customers_at(&self, place: usize) -> u32 {
        self.customers.get(place).copied().unwrap_or_default()
    }

    fn code(&mut self, office: &Office, dimension: Dimension, row: &Row) -> Code {
        let day = |at: Moment| office.calendar().day_of(at);
        let month = |at: Moment| month_code(office.rules().month_of(day(at)));
        match dimension {
            Dimension::RegisteredMonth => month(row.registered.at),
            Dimension::RegisteredDay => day_code(day(row.registered.at)),
            Dimension::ClosedMonth => row.closed_at().map_or(0, month),
            Dimension::ClosedDay => row.closed_at().map_or(0, |it| day_code(day(it))),
            Dimension::Kind => row.kind as Code + 1,
            Dimension::Stage => row.stage as Code + 1,
            Dimension::Channel => row.channel.0.saturating_add(1),
            Dimension::Category | Dimension::TopCategory => row.category.0.saturating_add(1),
            Dimension::Department => row.department().map_or(0, |it| it.0.saturating_add(1)),
            Dimension::Handler => row.handler().map_or(0, |it| it.0.saturating_add(1)),
            Dimension::Region => row.caller.region.as_deref().map_or(0, |it| self.regions.code(it)),
            Dimension::Product => self.products.code(&row.product),
            Dimension::Severity => row.severity as Code + 1,
            Dimension::Urgency => row.urgency as Code + 1,
            Dimension::Priority => row.priority as Code + 1,
            Dimension::Validity => row.validity.map_or(0, |it| it as Code + 1),
            Dimension::Satisfaction => row.satisfaction().map_or(0, |it| it as Code + 1),
            Dimension::Process => row.process_satisfaction().map_or(0, |it| it as Code + 1),
            Dimension::CloseCode => row.closing.as_ref().map_or(0, |it| it.code as Code + 1),
            Dimension::Member => yes(row.caller.member),
            Dimension::Escalated => yes(row.escalated.is_some()),
            Dimension::Major => yes(row.is_major()),
            Dimension::Round => Code::from(row.round.0) + 1,
        }
    }

    fn key(&self, dimension: Dimension, code: Code) -> Key<'_> {
        let Some(number) = code.checked_sub(1) else { return Key::Nothing };
        match dimension {
            Dimension::RegisteredMonth | Dimension::ClosedMonth => {
                let year = i32::try_from(number / 12).unwrap_or_default();
                Month::new(year, number % 12 + 1).map_or(Key::Nothing, Key::Month)
            }
            Dimension::RegisteredDay | Dimension::ClosedDay => {
                let day = i32::try_from(code).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
                day.map_or(Key::Nothing, Key::Day)
            }
            Dimension::Kind => of(Kind::ALL, number, Key::Kind),
            Dimension::Stage => of(Stage::ALL, number, Key::Stage),
            Dimension::Channel => Key::Channel(ChannelId(number)),
            Dimension::Category | Dimension::TopCategory => Key::Category(CategoryId(number)),
            Dimension::Department => Key::Department(DepartmentId(number)),
            Dimension::Handler => Key::Person(PersonId(number)),
            Dimension::Region => self.regions.text(number),
            Dimension::Product => self.products.text(number),
            Dimension::Severity => of(Severity::ALL, number, Key::Severity),
            Dimension::Urgency => of(Urgency::ALL, number, Key::Urgency),
            Dimension::Priority => of(Priority::ALL, number, Key::Priority),
            Dimension::Validity => of(Validity::ALL, number, Key::Validity),
            Dimension::Satisfaction | Dimension::Process => of(Satisfaction::ALL, number, Key::Satisfaction),
            Dimension::CloseCode => of(CloseCode::ALL, number, Key::CloseCode),
            Dimension::Member | Dimension::Escalated | Dimension::Major => of(&[Key::No, Key::Yes], number, |it| it),
            Dimension::Round => Key::Round(Round(u8::try_from(number).unwrap_or(u8::MAX))),
        }
    }
}

/// The value at a place of a closed list.
fn of<'a, T: Copy>(all: &[T], number: Code, key: impl Fn(T) -> Key<'a>) -> Key<'a> {
    all.get(number as usize).map_or(Key::Nothing, |it| key(*it))
}

impl Column {
    fn set(&mut self, slot: Slot, code: Code) {
        let slot = slot as usize;
        if self.codes.is_empty() {
            (self.least, self.most) = (code, code);
        }
        if self.codes.len() <= slot {
            self.codes.resize(slot + 1, code);
        }
        if let Some(it) = self.codes.get_mut(slot) {
            *it = code;
        }
        self.least = self.least.min(code);
        self.most = self.most.max(code);
    }

    fn code(&self, place: usize) -> Code {
        self.codes.get(place).copied().unwrap_or_default()
    }

    const fn width(&self) -> usize {
        (self.most - self.least) as usize + 1
    }
}

impl Names {
    fn code(&mut self, text: &str) -> Code {
        if let Some(code) = self.find(text) {
            return code;
        }
        self.texts.push(text.into());
        let code = Code::try_from(self.texts.len()).unwrap_or(Code::MAX);
        self.codes.insert(text.into(), code);
        code
    }

    fn find(&self, text: &str) -> Option<Code> {
        self.codes.get(text).copied()
    }

    fn text(&self, number: Code) -> Key<'_> {
        self.texts.get(number as usize).map_or(Key::Nothing, |it| Key::Text(it))
    }
}

/// The code of a value that means the same in every dimension that has it.
fn code_of(key: Key<'_>) -> Option<Code> {
    Some(match key {
        Key::Nothing => 0,
        Key::Month(it) => month_code(it),
        Key::Day(it) => day_code(it),
        Key::Kind(it) => it as Code + 1,
        Key::Stage(it) => it as Code + 1,
        Key::Channel(it) => it.0.saturating_add(1),
        Key::Category(it) => it.0.saturating_add(1),
        Key::Department(it) => it.0.saturating_add(1),
        Key::Person(it) => it.0.saturating_add(1),
        Key::Text(_) => return None,
        Key::Severity(it) => it as Code + 1,
        Key::Urgency(it) => it as Code + 1,
        Key::Priority(it) => it as Code + 1,
        Key::Validity(it) => it as Code + 1,
        Key::Satisfaction(it) => it as Code + 1,
        Key::CloseCode(it) => it as Code + 1,
        Key::Yes => yes(true),
        Key::No => yes(false),
        Key::Round(it) => Code::from(it.0) + 1,
    })
}

const fn yes(it: bool) -> Code {
    if it { 2 } else { 1 }
}

/// Days since the year 1; dates before it are nothing.
fn day_code(day: NaiveDate) -> Code {
    Code::try_from(day.num_days_from_ce()).unwrap_or_default()
}

fn month_code(month: Month) -> Code {
    Code::try_from(month.year() * 12).unwrap_or_default() + month.number()
}
