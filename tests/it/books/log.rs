//! A log of several complaints in one office, made through the domain.

use std::collections::{BTreeMap, HashMap};

use redress::books::Books;
use redress::domain::complaint::{self, Command, Complaint, Details, Entry, Stamp};
use redress::domain::customer::{self, Customer, Numbers, Profile};
use redress::domain::id::{ComplaintId, CustomerId, PersonId, PressId, StreamId};
use redress::domain::office;
use redress::domain::record::{Fact, PROGRAM, Position, Recorded, Version};

use crate::world::World;

pub struct Log {
    pub world: World,
    pub facts: Vec<Recorded>,
    cases: HashMap<ComplaintId, Complaint>,
    files: BTreeMap<CustomerId, Customer>,
    numbers: Numbers,
}

impl Log {
    /// The founding of the practice office.
    pub fn new() -> Self {
        let mut log = Self {
            world: World::new(),
            facts: Vec::new(),
            cases: HashMap::new(),
            files: BTreeMap::new(),
            numbers: Numbers::default(),
        };
        let founded = Stamp { at: log.world.moment("2026-01-01 09:00"), by: PROGRAM };
        for event in office::founding::practice("zh-CN") {
            log.push(StreamId::Office, founded, Fact::Office(event));
        }
        log
    }

    pub fn at(&mut self, when: &str) -> &mut Self {
        self.world.at(when);
        self
    }

    /// A change of the office by the program's hand; no rule is asked.
    pub fn office(&mut self, event: office::Event) {
        office::evolve(&mut self.world.office, &event);
        let stamp = Stamp { at: self.world.now, by: PROGRAM };
        self.push(StreamId::Office, stamp, Fact::Office(event));
    }

    /// Registers what `change` makes of the usual details.
    pub fn register(&mut self, change: impl FnOnce(&mut Details)) -> ComplaintId {
        let mut details = self.world.details();
        change(&mut details);
        let day = self.world.calendar().day_of(self.world.now);
        let sequence = 1 + u32::try_from(self.cases.keys().filter(|it| it.day() == day).count()).unwrap();
        let id = ComplaintId::new(day, sequence);
        let desk = self.world.desk();
        let entries = complaint::register(&self.world.ctx(desk), id, Box::new(details)).unwrap();
        let stamp = Stamp { at: self.world.now, by: desk };
        let mut case: Option<Complaint> = None;
        for entry in entries {
            match &mut case {
                None => case = Complaint::born(&entry, stamp),
                Some(case) => case.apply(&entry, stamp),
            }
            self.push(StreamId::Complaint(id), stamp, Fact::Complaint(entry));
        }
        self.cases.insert(id, case.unwrap());
        id
    }

    /// Lets a complaint go through steps of the world.
    pub fn on(&mut self, id: ComplaintId, steps: impl FnOnce(&mut World)) -> &mut Self {
        self.world.complaint = self.cases.remove(&id);
        self.world.entries.clear();
        self.world.stamps.clear();
        steps(&mut self.world);
        let made: Vec<(Entry, Stamp)> = self.world.entries.drain(..).zip(self.world.stamps.drain(..)).collect();
        for (entry, stamp) in made {
            self.push(StreamId::Complaint(id), stamp, Fact::Complaint(entry));
        }
        self.cases.insert(id, self.world.complaint.take().unwrap());
        self
    }

    pub fn act(&mut self, id: ComplaintId, actor: PersonId, command: Command) -> &mut Self {
        self.on(id, |world| {
            world.act(actor, command).unwrap();
        })
    }

    /// Opens a customer file.
    pub fn open(&mut self, profile: Profile) -> CustomerId {
        let (id, desk) = (self.numbers.next(), self.world.desk());
        let events = customer::open(&self.customer_ctx(desk), id, Box::new(profile)).unwrap();
        self.written(id, desk, events);
        id
    }

    /// One command to a customer file.
    pub fn keep(
        &mut self,
        id: CustomerId,
        actor: PersonId,
        command: customer::Command,
    ) -> Result<(), customer::Rejection> {
        let events = customer::decide(&self.customer_ctx(actor), &self.files[&id], command)?;
        self.written(id, actor, events);
        Ok(())
    }

    /// A fact of a customer file that no rule was asked about, as two desks may bring it about at one instant.
    pub fn keep_unasked(&mut self, id: CustomerId, event: customer::Event) {
        self.written(id, PROGRAM, vec![event]);
    }

    fn customer_ctx(&self, actor: PersonId) -> customer::Ctx<'_> {
        customer::Ctx { office: &self.world.office, actor, now: self.world.now, numbers: &self.numbers }
    }

    fn written(&mut self, id: CustomerId, by: PersonId, events: Vec<customer::Event>) {
        let stamp = Stamp { at: self.world.now, by };
        for event in events {
            self.numbers.take(id, &event);
            match self.files.get_mut(&id) {
                Some(file) => file.apply(&event, stamp),
                None => drop(self.files.insert(id, Customer::born(&event, stamp).unwrap())),
            }
            self.push(StreamId::Customer(id), stamp, Fact::Customer(event));
        }
    }

    pub fn case(&self, id: ComplaintId) -> &Complaint {
        &self.cases[&id]
    }

    /// The books that were told everything.
    pub fn books(&self) -> Books {
        let mut books = Books::default();
        books.absorb(&self.facts);
        books
    }

    fn push(&mut self, stream: StreamId, stamp: Stamp, fact: Fact) {
        let version = self.facts.iter().filter(|it| it.stream == stream).count() + 1;
        self.facts.push(Recorded {
            position: Position(self.facts.len() as u64 + 1),
            stream,
            version: Version(u32::try_from(version).unwrap()),
            at: stamp.at,
            by: stamp.by,
            press: PressId(uuid::Uuid::nil()),
            fact,
        });
    }
}
