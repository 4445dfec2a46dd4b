//! The rules of customer files: who may what, what a file must say, merging.

use std::collections::BTreeMap;

use super::*;
use crate::domain::clock::Standing;
use crate::domain::complaint::Stamp;
use crate::domain::complaint::terms::ContactMethod;
use crate::domain::complaint::words::{MOST_SIGHT_HOURS, SightRuling};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::limits::{ClockName, Limit, Limits, Unit};
use crate::domain::moment::Moment;
use crate::domain::office::{self, Office, Presence, Share, founding};
use crate::domain::role::Role;

/// An office with files in it.
struct House {
    now: Moment,
    office: Office,
    files: BTreeMap<CustomerId, Customer>,
    numbers: Numbers,
}

fn now() -> Moment {
    "2026-03-12T02:00:00Z".parse().unwrap()
}

fn profile(name: &str, phones: &[&str]) -> Profile {
    let phones = phones.iter().map(|it| Phone::new(it).unwrap()).collect();
    let caller = Complainant {
        name: Line::new(name).unwrap(),
        salutation: Salutation::Madam,
        phone: Phone::new("12345").unwrap(),
        organisation: None,
        address: None,
        region: None,
        member: None,
        preference: None,
        rests: None,
    };
    Profile { phones, ..Profile::of(&caller) }
}

impl House {
    fn new(phones: &[&str]) -> Self {
        let mut office = Office::default();
        for it in founding::practice("zh-CN") {
            office::evolve(&mut office, &it);
        }
        let mut house = Self { now: now(), office, files: BTreeMap::new(), numbers: Numbers::default() };
        let desk = house.holder(Role::FrontDesk);
        for phone in phones {
            let id = house.numbers.next();
            let ctx = house.ctx(desk);
            let events = open(&ctx, id, Box::new(profile("王海燕", &[phone]))).unwrap();
            house.take(id, (desk, &events));
        }
        house
    }

    fn holder(&self, role: Role) -> PersonId {
        self.office.holders(role).next().unwrap().id
    }

    fn ctx(&self, actor: PersonId) -> Ctx<'_> {
        Ctx { office: &self.office, actor, now: self.now, numbers: &self.numbers }
    }

    fn take(&mut self, id: CustomerId, (by, events): (PersonId, &[Event])) {
        let stamp = Stamp { at: self.now, by };
        for event in events {
            self.numbers.take(id, event);
            match self.files.get_mut(&id) {
                Some(file) => file.apply(event, stamp),
                None => drop(self.files.insert(id, Customer::born(event, stamp).unwrap())),
            }
        }
    }

    fn act(&mut self, id: u32, role: Role, command: Command) -> Result<(), Rejection> {
        self.act_as(id, self.holder(role), command)
    }

    fn act_as(&mut self, id: u32, actor: PersonId, command: Command) -> Result<(), Rejection> {
        let events = decide(&self.ctx(actor), &self.files[&CustomerId(id)], command)?;
        self.take(CustomerId(id), (actor, &events));
        Ok(())
    }

    fn at(&mut self, when: &str) -> &mut Self {
        self.now = when.parse().unwrap();
        self
    }
}

fn grant(person: PersonId, hours: u16) -> Command {
    Command::AnswerSight { person, ruling: SightRuling::Grant { hours, words: None } }
}

fn commands(other: u32, owner: PersonId) -> [Command; 10] {
    [
        Command::Change { profile: Box::new(profile("王海", &["13800000001"])) },
        Command::Assign { owner: Some(owner) },
        Command::Note { words: "喜欢微信".try_into().unwrap() },
        Command::Contact { method: ContactMethod::Chat, words: "已加微信".try_into().unwrap() },
        Command::Merge { into: CustomerId(other) },
        Command::Unmerge,
        Command::TellApart { other: CustomerId(other) },
        Command::Reveal { purpose: "法务".try_into().unwrap() },
        Command::AskSight { reason: "同批次".try_into().unwrap() },
        grant(owner, 2),
    ]
}

#[test]
fn each_role_may_do_what_the_one_table_says() {
    for role in Role::ALL {
        let base = House::new(&["13800000001", "13800000002"]);
        let Some(actor) = base.office.holders(*role).find(|it| it.roles.iter().eq([*role])).map(|it| it.id) else {
            continue;
        };
        let owner = base.holder(Role::FrontDesk);
        for command in commands(2, owner) {
            let verb = command.verb();
            let decided = decide(&base.ctx(actor), &base.files[&CustomerId(1)], command);
            let refused = decided == Err(Rejection::NotAllowed { verb });
            assert_eq!(!refused, role.may_keep(verb), "{role:?} {verb:?}");
            assert_eq!(may(&base.office, actor, verb).is_ok(), role.may_keep(verb), "{role:?} {verb:?}");
        }
        let opened = open(&base.ctx(actor), CustomerId(3), Box::new(profile("李强", &["13800000003"])));
        assert_eq!(opened.is_ok(), role.may_keep(Verb::Open), "{role:?}");
    }
    let somebody = |verb: &Verb| Role::ALL.iter().any(|it| it.may_keep(*verb));
    assert!(Verb::ALL.iter().all(somebody), "a verb that nobody may");
}

#[test]
fn only_the_supervisor_allots_and_only_to_the_front_desk() {
    let mut house = House::new(&["13800000001"]);
    let (desk, handler) = (house.holder(Role::FrontDesk), house.holder(Role::DepartmentHandler));
    let assign = |owner| Command::Assign { owner };
    assert_eq!(house.act(1, Role::FrontDesk, assign(Some(desk))), Err(Rejection::NotAllowed { verb: Verb::Assign }));
    assert_eq!(
        house.act(1, Role::FrontDeskSupervisor, assign(Some(handler))),
        Err(Rejection::NotAKeeper { person: handler })
    );
    assert_eq!(house.act(1, Role::FrontDeskSupervisor, assign(None)), Err(Rejection::NothingChanged));
    assert_eq!(house.act(1, Role::FrontDeskSupervisor, assign(Some(desk))), Ok(()));
    assert_eq!(house.files[&CustomerId(1)].owner.map(|it| it.person), Some(desk));
    assert_eq!(house.act(1, Role::FrontDeskSupervisor, assign(Some(desk))), Err(Rejection::NothingChanged));
}

#[test]
fn the_clock_of_the_first_contact_keeps_the_limit_it_started_with() {
    let days = |amount| Limit { amount, ..Limits::default().of(ClockName::FirstContact) };
    assert_eq!(days(7).unit, Unit::NaturalDays);
    // Limit at the allotment, limit set afterwards, whether it is allotted anew then, days until it is due.
    for (before, after, again, due) in
        [(7, 7, false, 7), (7, 3, false, 7), (7, 3, true, 3), (3, 9, false, 3), (3, 9, true, 9)]
    {
        let mut house = House::new(&["13800000001"]);
        let (desk, supervisor) = (house.holder(Role::FrontDesk), house.holder(Role::FrontDeskSupervisor));
        let set = |house: &mut House, amount| {
            let mut limits = house.office.limits().clone();
            limits.set(ClockName::FirstContact, days(amount)).unwrap();
            limits.edition += 1;
            office::evolve(&mut house.office, &office::Event::LimitsSet(limits));
        };
        set(&mut house, before);
        let assign = |owner| Command::Assign { owner: Some(owner) };
        house.at("2026-03-12T02:00:00Z").act(1, Role::FrontDeskSupervisor, assign(desk)).unwrap();
        set(&mut house, after);
        let mut started = house.now;
        if again {
            house.at("2026-03-13T02:00:00Z").act(1, Role::FrontDeskSupervisor, assign(supervisor)).unwrap();
            started = house.now;
        }
        let clock = house.files[&CustomerId(1)].first_contact().unwrap().clone();
        assert_eq!(clock.due - started, chrono::Duration::days(due), "{before} {after} {again}");
        house.at("2026-03-20T02:00:00Z").act(1, Role::FrontDeskSupervisor, Command::Assign { owner: None }).unwrap();
        assert_eq!(house.files[&CustomerId(1)].first_contact(), None, "nobody keeps it");
        assert!(house.files[&CustomerId(1)].clocks.running().next().is_none());
    }
}

#[test]
fn a_contact_stops_the_clock_and_facts_without_one_are_read() {
    let mut house = House::new(&["13800000001"]);
    let desk = house.holder(Role::FrontDesk);
    house.act(1, Role::FrontDeskSupervisor, Command::Assign { owner: Some(desk) }).unwrap();
    let contact = Command::Contact { method: ContactMethod::Phone, words: "问候".try_into().unwrap() };
    house.at("2026-03-13T02:00:00Z").act(1, Role::FrontDesk, contact).unwrap();
    let standing = house.files[&CustomerId(1)].first_contact().unwrap().standing(house.now);
    assert!(matches!(standing, Standing::Done { on_time: true, .. }), "{standing:?}");
    let old: Event = serde_json::from_str(r#"{"assigned": {"owner": 3}}"#).unwrap();
    assert_eq!(old, Event::Assigned { owner: Some(PersonId(3)), clock: None });
    house.take(CustomerId(1), (desk, &[old]));
    let file = &house.files[&CustomerId(1)];
    assert_eq!((file.owner.map(|it| it.person), file.first_contact()), (Some(PersonId(3)), None));
    let packed = rmp_serde::to_vec_named(file).unwrap();
    assert_eq!(&rmp_serde::from_slice::<Customer>(&packed).unwrap(), file);
}

#[test]
fn leave_to_see_a_file_is_asked_for_given_for_a_time_and_over_by_itself() {
    let mut house = House::new(&["13800000001"]);
    let handler = house.holder(Role::DepartmentHandler);
    let ask = || Command::AskSight { reason: "同批次".try_into().unwrap() };
    let reveal = || Command::Reveal { purpose: "核对".try_into().unwrap() };
    let decline = |person| {
        let reason = "与您部门无关".try_into().unwrap();
        Command::AnswerSight { person, ruling: SightRuling::Decline { reason } }
    };
    let not_asked = Err(Rejection::NotAsked { person: handler });
    let hours = Err(Rejection::SightHours { most: MOST_SIGHT_HOURS });
    let masked = Err(Rejection::NotAllowed { verb: Verb::Reveal });
    // When, who, what, what came of it, and until when it is shown afterwards.
    for (at, role, command, then, shown) in [
        ("2026-03-12T02:00:00Z", Role::FrontDeskSupervisor, grant(handler, 2), not_asked, None),
        ("2026-03-12T02:00:00Z", Role::DepartmentHandler, reveal(), masked, None),
        ("2026-03-12T02:01:00Z", Role::DepartmentHandler, ask(), Ok(()), None),
        ("2026-03-12T02:02:00Z", Role::DepartmentHandler, ask(), Err(Rejection::AskedAlready), None),
        ("2026-03-12T02:03:00Z", Role::FrontDeskSupervisor, decline(handler), Ok(()), None),
        ("2026-03-12T02:04:00Z", Role::FrontDeskSupervisor, decline(handler), not_asked, None),
        ("2026-03-12T02:05:00Z", Role::DepartmentHandler, ask(), Ok(()), None),
        ("2026-03-12T02:06:00Z", Role::FrontDeskSupervisor, grant(handler, 0), hours, None),
        ("2026-03-12T02:06:00Z", Role::FrontDeskSupervisor, grant(handler, MOST_SIGHT_HOURS + 1), hours, None),
        ("2026-03-12T02:06:00Z", Role::FrontDeskSupervisor, grant(handler, 2), Ok(()), Some("2026-03-12T04:06:00Z")),
        (
            "2026-03-12T02:07:00Z",
            Role::DepartmentHandler,
            ask(),
            Err(Rejection::SeesAlready),
            Some("2026-03-12T04:06:00Z"),
        ),
        ("2026-03-12T02:08:00Z", Role::DepartmentHandler, reveal(), Ok(()), Some("2026-03-12T04:06:00Z")),
        ("2026-03-12T04:06:00Z", Role::DepartmentHandler, reveal(), masked, None),
        ("2026-03-12T04:06:00Z", Role::DepartmentHandler, ask(), Ok(()), None),
    ] {
        let verb = command.verb();
        assert_eq!(house.at(at).act(1, role, command), then, "{verb:?} at {at}");
        let until = house.files[&CustomerId(1)].sights.shown_until(handler, house.now);
        assert_eq!(until, shown.map(|it| it.parse().unwrap()), "after {verb:?} at {at}");
    }
    let file = &house.files[&CustomerId(1)];
    assert_eq!(file.changed.at, now(), "who reads says nothing about the customer (T12)");
}

#[test]
fn a_contact_after_the_allotment_is_the_first_one() {
    let mut house = House::new(&["13800000001"]);
    let desk = house.holder(Role::FrontDesk);
    let contact = || Command::Contact { method: ContactMethod::Phone, words: "问候".try_into().unwrap() };
    house.act(1, Role::FrontDesk, contact()).unwrap();
    house.act(1, Role::FrontDeskSupervisor, Command::Assign { owner: Some(desk) }).unwrap();
    assert_eq!(house.files[&CustomerId(1)].contacted, None, "what was before the allotment does not count");
    house.act(1, Role::FrontDesk, contact()).unwrap();
    assert!(house.files[&CustomerId(1)].contacted.is_some());
}

#[test]
fn a_file_says_what_can_be_true() {
    let check = |change: fn(&mut Profile), then: Result<(), Rejection>| {
        let house = House::new(&[]);
        let mut given = profile("王海燕", &["13800000001"]);
        change(&mut given);
        let decided = open(&house.ctx(house.holder(Role::FrontDesk)), CustomerId(1), Box::new(given));
        assert_eq!(decided.map(|_| ()), then);
    };
    let phone = |text| Phone::new(text).unwrap();
    check(|_| {}, Ok(()));
    check(|it| it.phones.clear(), Err(Rejection::Phones { most: MOST_PHONES }));
    check(
        |it| it.phones = (0..9).map(|it| Phone::new(&format!("1380000000{it}")).unwrap()).collect(),
        Err(Rejection::Phones { most: MOST_PHONES }),
    );
    assert_eq!(phone("+8613800000001").main(), "13800000001");
    check(|it| it.phones.push(Phone::new("+8613800000001").unwrap()), Err(Rejection::PhoneTwice));
    for email in ["nobody", "a@b", "a b@c.d", "@c.d", "a@c..d", "a@b@c.d"] {
        let mut given = profile("王海燕", &["13800000001"]);
        given.email = Some(Line::new(email).unwrap());
        let house = House::new(&[]);
        let decided = open(&house.ctx(house.holder(Role::FrontDesk)), CustomerId(1), Box::new(given));
        assert_eq!(decided, Err(Rejection::Email), "{email}");
    }
    check(|it| it.email = Some(Line::new("haiyan@mail.example.com").unwrap()), Ok(()));
    check(
        |it| {
            let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
            it.rests = Some(RestHours { from: noon, until: noon });
        },
        Err(Rejection::RestHours),
    );
    check(
        |it| it.tags = ["老客户", "老客户"].map(|it| Line::new(it).unwrap()).to_vec(),
        Err(Rejection::Tags { most: MOST_TAGS }),
    );
}

#[test]
fn what_is_merged_and_unmerged_is_as_it_was() {
    let mut house = House::new(&["13800000001", "13800000002"]);
    let before = house.files.clone();
    house.act(2, Role::FrontDesk, Command::Merge { into: CustomerId(1) }).unwrap();
    assert_eq!(house.numbers.principal(CustomerId(2)), CustomerId(1));
    assert_eq!(house.numbers.with(&Phone::new("13800000002").unwrap()), [CustomerId(1)]);
    assert_eq!(house.numbers.group(CustomerId(1)), [CustomerId(1), CustomerId(2)]);
    let note = Command::Note { words: "备注".try_into().unwrap() };
    assert_eq!(house.act(2, Role::FrontDesk, note), Err(Rejection::MergedInto { into: CustomerId(1) }));
    house.act(2, Role::FrontDesk, Command::Unmerge).unwrap();
    let now = &house.files[&CustomerId(2)];
    assert_eq!((&now.profile, now.into), (&before[&CustomerId(2)].profile, None));
    assert_eq!(house.files[&CustomerId(1)], before[&CustomerId(1)], "the other file is not touched");
    assert_eq!(house.numbers.with(&Phone::new("13800000002").unwrap()), [CustomerId(2)]);
    assert_eq!(house.act(2, Role::FrontDesk, Command::Unmerge), Err(Rejection::NotMerged));
}

#[test]
fn merging_in_a_circle_is_refused() {
    let mut house = House::new(&["13800000001", "13800000002", "13800000003"]);
    let merge = |into| Command::Merge { into: CustomerId(into) };
    assert_eq!(house.act(1, Role::FrontDesk, merge(1)), Err(Rejection::SameFile));
    assert_eq!(house.act(1, Role::FrontDesk, merge(9)), Err(Rejection::NoSuchFile { id: CustomerId(9) }));
    house.act(2, Role::FrontDesk, merge(1)).unwrap();
    assert_eq!(house.act(1, Role::FrontDesk, merge(2)), Err(Rejection::Circle));
    assert_eq!(house.act(3, Role::FrontDesk, merge(2)), Err(Rejection::OtherIsMerged { into: CustomerId(1) }));
    // A chain is none: the first one goes into the third, and the second with it.
    house.act(1, Role::FrontDesk, merge(3)).unwrap();
    assert_eq!(house.numbers.principal(CustomerId(2)), CustomerId(3));
    assert_eq!(house.act(3, Role::FrontDesk, merge(2)), Err(Rejection::Circle));
    assert_eq!(house.numbers.group(CustomerId(3)), [3, 1, 2].map(CustomerId));
}

#[test]
fn two_desks_that_merge_both_ways_leave_one_who_speaks() {
    let mut numbers = Numbers::default();
    for (id, phone) in [(1, "13800000001"), (2, "13800000002")] {
        numbers.set(CustomerId(id), &profile("王海燕", &[phone]));
    }
    numbers.merge(CustomerId(1), Some(CustomerId(2)));
    numbers.merge(CustomerId(2), Some(CustomerId(1)));
    for id in [1, 2] {
        assert_eq!(numbers.principal(CustomerId(id)), CustomerId(1));
    }
    assert_eq!(numbers.group(CustomerId(1)), [CustomerId(1), CustomerId(2)]);
}

#[test]
fn rest_hours_hold_for_every_number_of_the_customer() {
    let mut house = House::new(&["13800000001", "13800000002"]);
    let rests = RestHours { from: NaiveTime::from_hms_opt(12, 0, 0).unwrap(), until: NaiveTime::MIN };
    let given = Profile { rests: Some(rests), ..profile("王海燕", &["13800000001", "051265120000"]) };
    house.act(1, Role::FrontDesk, Command::Change { profile: Box::new(given) }).unwrap();
    house.act(2, Role::FrontDesk, Command::Merge { into: CustomerId(1) }).unwrap();
    for phone in ["13800000001", "0512-6512-0000", "+86 138 0000 0002"] {
        assert_eq!(house.numbers.rests(&Phone::new(phone).unwrap()), [rests], "{phone}");
    }
    assert!(house.numbers.rests(&Phone::new("13800000009").unwrap()).is_empty());
}

#[test]
fn customers_are_allotted_evenly_and_by_ability() {
    let house = House::new(&[]);
    let desk: Vec<PersonId> = house.office.holders(Role::FrontDesk).map(|it| it.id).collect();
    assert!(2 <= desk.len());
    let mut office = house.office.clone();
    let person = |office: &Office, id: PersonId| office.person(id).unwrap().clone();
    for id in &desk[2..] {
        let away = office::Event::PresenceSet { person: *id, presence: Presence::Away };
        office::evolve(&mut office, &away);
    }
    let half = office::Person { share: Share(50), ..person(&office, desk[1]) };
    office::evolve(&mut office, &office::Event::PersonChanged(half));
    let customers: Vec<u32> = (0..30).collect();
    let proposed = allot::propose(&office, &customers, |_| 0, |it| it.share);
    assert_eq!(proposed.iter().map(|it| it.0).collect::<Vec<_>>(), customers, "everybody, in order");
    let count = |id| proposed.iter().filter(|it| it.1 == id).count();
    assert_eq!((count(desk[0]), count(desk[1])), (20, 10));
    // Who has much in hand already gets less.
    let proposed = allot::propose(&office, &customers, |it| if it == desk[0] { 60 } else { 0 }, |it| it.share);
    assert!(proposed.iter().all(|it| it.1 == desk[1]));
    let gone = office::Person { share: Share(0), ..person(&office, desk[0]) };
    office::evolve(&mut office, &office::Event::PersonChanged(gone));
    let none = office::Person { share: Share(0), ..person(&office, desk[1]) };
    office::evolve(&mut office, &office::Event::PersonChanged(none));
    assert!(allot::propose(&office, &customers, |_| 0, |it| it.share).is_empty(), "nobody to take them");
}

#[test]
fn debug_of_a_file_tells_no_personal_data() {
    let house = House::new(&["13806172206"]);
    let shown = format!("{:?} {:?}", house.files, house.numbers);
    for secret in ["王海燕", "13806172206"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
