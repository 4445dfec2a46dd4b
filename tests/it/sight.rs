//! 向主管申请查看 (A24): who has to ask, what the answer may be, how long it holds, who is told, how it looks.

use iced::keyboard::{Modifiers, key::Named};
use redress::app::Request;
use redress::books::View;
use redress::books::alerts::Matter;
use redress::books::sights::Subject;
use redress::domain::complaint::words::{MOST_SIGHT_HOURS, SightAnswer, SightRuling};
use redress::domain::complaint::{Command, Complaint, Rejection, Stage, Verb};
use redress::domain::id::{ComplaintId, PersonId};
use redress::domain::office::{self, Person};
use redress::domain::record::{PROGRAM, Position};
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::ui::screen::{Place, handling};
use redress::ui::shell::Message;

use crate::app::{Hall, done};
use crate::books::log::Log;
use crate::window::Window;
use crate::world::{World, text};

const ASKED: &str = "同批次压缩机，需对照现场记录";

fn ask() -> Command {
    Command::AskSight { reason: text(ASKED) }
}

fn grant(person: PersonId, hours: u16) -> Command {
    Command::AnswerSight { person, ruling: SightRuling::Grant { hours, words: None } }
}

fn decline(person: PersonId) -> Command {
    Command::AnswerSight { person, ruling: SightRuling::Decline { reason: text("与您部门无关") } }
}

/// Dispatched to one department; the stranger works in another.
fn dispatched() -> (World, PersonId) {
    let mut world = World::new();
    world.register();
    world.founded().dispatched();
    let stranger = world.person(Role::DepartmentHandler, Some(world.second_department()));
    (world, stranger)
}

/// Somebody with one role, in the department at hand or in another one.
fn newcomer(world: &mut World, role: Role, at_hand: bool) -> PersonId {
    let id = PersonId(900);
    let department = if at_hand { world.department() } else { world.second_department() };
    let sample = world.office.person(world.handler()).unwrap().clone();
    let person = Person { id, department, name: text("新人"), roles: [role].into_iter().collect(), ..sample };
    office::evolve(&mut world.office, &office::Event::PersonAdded(person));
    id
}

#[test]
fn only_whom_a_case_does_not_concern_has_to_ask() {
    let not_allowed = || Err(Rejection::NotAllowed { verb: Verb::AskSight });
    for (role, at_hand, then) in [
        (Role::FrontDesk, false, not_allowed()),
        (Role::FrontDeskSupervisor, false, not_allowed()),
        (Role::EscalationManager, false, not_allowed()),
        (Role::Manager, false, not_allowed()),
        (Role::Admin, false, Ok(())),
        (Role::Admin, true, Err(Rejection::SeesAlready)),
        (Role::DepartmentHandler, false, Ok(())),
        (Role::DepartmentHandler, true, Err(Rejection::SeesAlready)),
        (Role::DepartmentManager, false, Ok(())),
        (Role::DepartmentManager, true, Err(Rejection::SeesAlready)),
    ] {
        let (mut world, _) = dispatched();
        let who = newcomer(&mut world, role, at_hand);
        assert_eq!(world.act(who, ask()).map(|_| ()), then, "{role:?} at hand: {at_hand}");
    }
}

#[test]
fn only_the_supervisor_answers() {
    for role in Role::ALL {
        let (mut world, stranger) = dispatched();
        world.act(stranger, ask()).unwrap();
        let who = newcomer(&mut world, *role, true);
        let made = world.act(who, grant(stranger, 2)).map(|_| ());
        let then = match role {
            Role::FrontDeskSupervisor => Ok(()),
            Role::FrontDesk
            | Role::DepartmentHandler
            | Role::DepartmentManager
            | Role::EscalationManager
            | Role::Manager
            | Role::Admin => Err(Rejection::NotAllowed { verb: Verb::AnswerSight }),
        };
        assert_eq!(made, then, "{role:?}");
    }
}

#[test]
fn leave_is_given_for_one_hour_to_a_week() {
    let wrong = || Err(Rejection::SightHours { most: MOST_SIGHT_HOURS });
    for (hours, then) in [(0, wrong()), (1, Ok(())), (MOST_SIGHT_HOURS, Ok(())), (MOST_SIGHT_HOURS + 1, wrong())] {
        let (mut world, stranger) = dispatched();
        world.act(stranger, ask()).unwrap();
        let supervisor = world.supervisor();
        assert_eq!(world.act(supervisor, grant(stranger, hours)).map(|_| ()), then, "{hours} hours");
    }
}

#[test]
fn one_asks_once_and_again_when_the_time_is_over() {
    let (mut world, stranger) = dispatched();
    let supervisor = world.supervisor();
    assert_eq!(world.act(supervisor, grant(stranger, 2)), Err(Rejection::NotAsked { person: stranger }));
    world.at("10:00").act(stranger, ask()).unwrap();
    assert_eq!(world.act(stranger, ask()), Err(Rejection::AskedAlready));
    assert_eq!(world.case().sights.shown_until(stranger, world.now), None, "asking shows nothing");
    world.at("10:30").act(supervisor, decline(stranger)).unwrap();
    assert_eq!(world.case().sights.shown_until(stranger, world.now), None);
    assert_eq!(world.act(supervisor, grant(stranger, 2)), Err(Rejection::NotAsked { person: stranger }));
    world.at("10:40").act(stranger, ask()).unwrap();
    world.at("11:00").act(supervisor, grant(stranger, 2)).unwrap();
    let until = world.moment("13:00");
    assert_eq!(world.case().sights.shown_until(stranger, world.now), Some(until));
    assert_eq!(world.case().sights.shown_until(world.manager(), world.now), None, "for whom it was said");
    assert_eq!(world.act(stranger, ask()), Err(Rejection::SeesAlready));
    // Reading is all: nothing can be done.
    assert_eq!(world.act(stranger, Command::Note { words: text("看过") }), Err(Rejection::NotConcerned));
    world.at("13:00");
    assert_eq!(world.case().sights.shown_until(stranger, world.now), None, "it ends by itself");
    world.act(stranger, ask()).unwrap();
    assert_eq!(world.case().sights.all().len(), 3, "every request and every answer is kept");
}

#[test]
fn requests_are_told_and_outlive_the_archive() {
    let mut log = Log::new();
    let id = log.register(|_| {});
    let (supervisor, stranger) = (log.world.supervisor(), log.world.person(Role::DepartmentHandler, None));
    log.on(id, |it| {
        it.come_to_callback();
        it.called_back(redress::domain::complaint::terms::Satisfaction::Satisfied).unwrap();
        it.act(PROGRAM, Command::Archive).ok();
    });
    let handler = log.world.handler();
    let stranger = if stranger == handler {
        log.world.person(Role::DepartmentHandler, Some(log.world.second_department()))
    } else {
        stranger
    };
    if log.case(id).stage == Stage::Closed {
        log.act(id, supervisor, Command::Archive);
    }
    log.act(id, stranger, ask());
    let told = |log: &Log, viewer: PersonId| -> Vec<Matter> {
        let alerts = log.books().alerts(View { viewer, now: log.world.now });
        alerts.into_iter().filter(|it| it.about == Subject::Case(id)).map(|it| it.matter).collect()
    };
    assert_eq!(told(&log, supervisor), [Matter::SightAsked(stranger)]);
    assert_eq!(told(&log, stranger), []);
    log.act(id, supervisor, grant(stranger, 24));
    assert_eq!(told(&log, supervisor), []);
    assert_eq!(told(&log, stranger), [Matter::SightAnswered]);
    // A checkpoint keeps them.
    let books = log.books();
    let read = redress::books::Books::from_bytes(&books.to_bytes().unwrap()).unwrap();
    assert!(read == books);
    assert_eq!(read.sights_answered(View { viewer: stranger, now: log.world.now }).len(), 1);
    let later = log.world.now + chrono::Duration::hours(25);
    assert_eq!(books.sights_answered(View { viewer: stranger, now: later }).len(), 0);
}

fn dispatched_in(hall: &Hall) -> ComplaintId {
    let request = Request::register(hall.world.desk(), hall.world.details())
        .then(crate::world::judged(redress::domain::complaint::terms::Validity::Founded))
        .then(Command::Dispatch { to: hall.world.to_department(), note: None });
    done(hall.desk().act(request)).unwrap().complaint().unwrap()
}

fn case(hall: &Hall, id: ComplaintId) -> Complaint {
    Complaint::fold(done(hall.desk().history(id)).unwrap().iter()).unwrap()
}

/// The window of somebody who looks at the case.
fn looking(hall: &Hall, id: ComplaintId, (me, locale): (PersonId, Locale)) -> Window {
    let size = iced::Size::new(1440.0, 900.0);
    let mut window = Window::open(hall.desk(), std::sync::Arc::clone(&hall.clock), me, (locale, size));
    window.send(Message::Went(Place::Handling));
    window.send(Message::Screen(redress::ui::screen::Message::Handling(handling::Message::Picked(id, None))));
    window
}

#[test]
fn asked_by_keys_answered_by_keys_and_over_by_itself() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched_in(&hall);
    let stranger = hall.world.person(Role::DepartmentHandler, Some(hall.world.second_department()));
    let content = hall.world.details().content.lines().next().unwrap().to_owned();

    let mut window = looking(&hall, id, (stranger, Locale::ZhCn));
    assert!(window.find(&content).is_none(), "number and stage only");
    window.picture("sight-locked");
    window.press(Named::Tab).press(Named::Enter).write(ASKED);
    window.picture("sight-form");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    assert_eq!(case(&hall, id).sights.asked().count(), 1);
    window.picture("sight-waits");

    let supervisor = hall.world.supervisor();
    hall.at("2026-03-12 09:10");
    let mut answering = looking(&hall, id, (supervisor, Locale::ZhCn));
    answering.picture("sight-asked");
    answering.click("答复…").press(Named::ArrowRight);
    answering.picture("sight-answer");
    answering.press_with(Named::Enter, Modifiers::COMMAND);
    let sights = case(&hall, id).sights;
    let answer = sights.all()[0].answer.clone().unwrap();
    assert_eq!(answer.stamp.by, supervisor);
    let until = hall.world.moment("11:10");
    assert_eq!(answer.what, SightAnswer::Granted { until, words: None });

    let mut window = looking(&hall, id, (stranger, Locale::ZhCn));
    window.until_shown("主管允许您查看到 11:10，只读");
    window.picture("sight-shown");
    hall.at("2026-03-12 11:10");
    let mut window = looking(&hall, id, (stranger, Locale::ZhCn));
    assert!(window.find("主管允许您查看到 11:10，只读").is_none());
    window.until_shown("查看期限已于 11:10 结束");
    window.until_shown("向主管申请查看…");
    window.picture("sight-over");
    assert!(done(hall.desk().history(id)).unwrap().iter().all(|it| Position::START < it.position));
}

#[test]
fn every_language_has_the_request_and_the_refusal() {
    for locale in Locale::ALL {
        let mut hall = Hall::practice();
        hall.at("2026-03-12 09:00");
        let id = dispatched_in(&hall);
        let stranger = hall.world.person(Role::DepartmentHandler, Some(hall.world.second_department()));
        let supervisor = hall.world.supervisor();
        done(hall.desk().act(Request::complaint(stranger, id, ask()))).unwrap();
        let mut window = looking(&hall, id, (supervisor, locale));
        let words = window.shell.world.texts.sight_reply().to_owned();
        window.until_shown(&format!("{words}…"));
        window.click(&format!("{words}…"));
        window.picture(&format!("sight-answer-{}", locale.tag()));
        done(hall.desk().act(Request::complaint(supervisor, id, decline(stranger)))).unwrap();
        let mut window = looking(&hall, id, (stranger, locale));
        window.until_shown("与您部门无关");
        window.picture(&format!("sight-declined-{}", locale.tag()));
    }
}
