//! A log of several complaints in one office, made through the domain.

use std::collections::HashMap;

use redress::books::Books;
use redress::domain::complaint::{self, Command, Complaint, Details, Entry, Stamp};
use redress::domain::id::{ComplaintId, PersonId, PressId, StreamId};
use redress::domain::office;
use redress::domain::record::{Fact, PROGRAM, Position, Recorded, Version};

use crate::world::World;

pub struct Log {
    pub world: World,
    pub facts: Vec<Recorded>,
    cases: HashMap<ComplaintId, Complaint>,
}

impl Log {
    /// The founding of the practice office.
    pub fn new() -> Self {
        let mut log = Self { world: World::new(), facts: Vec::new(), cases: HashMap::new() };
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
