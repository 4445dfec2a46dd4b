//! Every command × every role.

use std::collections::BTreeSet;

use super::shapes::{every_command, prepared};
use super::*;
use crate::domain::role::Role;

/// Who may do what, written down a second time.
fn may(tag: &str) -> &'static [Role] {
    match tag {
        "submit_month_report" => &[Role::FrontDesk, Role::FrontDeskSupervisor],
        "file_month_report" | "send_back_month_report" => &[Role::FrontDeskSupervisor],
        _ => &[Role::Admin],
    }
}

fn tag(command: &Command) -> String {
    serde_json::to_value(command).unwrap()["do"].as_str().unwrap().to_owned()
}

#[test]
fn the_samples_hold_every_command() {
    let schema = serde_json::to_value(schemars::schema_for!(Command)).unwrap();
    let one_of = schema["oneOf"].as_array().unwrap();
    let known: BTreeSet<_> =
        one_of.iter().map(|it| it["properties"]["do"]["const"].as_str().unwrap().to_owned()).collect();
    assert_eq!(every_command(&prepared()).iter().map(tag).collect::<BTreeSet<_>>(), known);
}

#[test]
fn every_command_is_open_to_its_roles_and_to_nobody_else() {
    let mut rows = 0;
    for role in Role::ALL {
        let mut office = prepared();
        let words = somebody(&office, "新人", *role);
        done(&mut office, Command::AddPerson(words));
        for command in every_command(&office) {
            let (tag, allowed) = (tag(&command), may(&tag(&command)).contains(role));
            let decided = decide(&Ctx { actor: person(&office, "新人"), now: noon(2026, 3, 12) }, &office, command);
            let refused = Err(Rejection::NotAllowed { may: may(&tag).to_vec() });
            assert_eq!(decided == refused, !allowed, "{role:?} {tag}: {decided:?}");
            assert!(!allowed || decided.is_ok(), "{role:?} {tag}: {decided:?}");
            rows += 1;
        }
    }
    assert_eq!(rows, Role::ALL.len() * every_command(&prepared()).len());
}

#[test]
fn who_is_unknown_or_retired_may_nothing() {
    let mut office = prepared();
    let words = somebody(&office, "前管理员", Role::Admin);
    done(&mut office, Command::AddPerson(words));
    let former = person(&office, "前管理员");
    done(&mut office, Command::Retire { what: Subject::Person(former) });
    for actor in [former, PersonId(999)] {
        for command in every_command(&office) {
            let decided = decide(&Ctx { actor, now: noon(2026, 3, 12) }, &office, command);
            assert!(matches!(decided, Err(Rejection::NotAllowed { .. })), "{decided:?}");
        }
    }
}

#[test]
fn one_may_say_of_oneself_that_one_is_away() {
    let mut office = house();
    let (own, other) = (person(&office, "前台"), person(&office, "综合部主管"));
    let away = |person| Command::SetPresence { person, presence: Presence::Away };
    assert!(wish(&mut office, "前台", away(own)).is_ok());
    assert_eq!(office.person(own).unwrap().presence, Presence::Away);
    assert_eq!(wish(&mut office, "前台", away(other)), Err(Rejection::NotAllowed { may: vec![Role::Admin] }));
}

#[test]
fn nothing_is_changed_before_the_founding() {
    for command in every_command(&prepared()) {
        let ctx = Ctx { actor: PersonId(1), now: noon(2026, 3, 12) };
        assert_eq!(decide(&ctx, &Office::default(), command), Err(Rejection::NotFounded));
    }
}
