//! Who gets what: escalation, responsibility, deputies, even shares, suggestions.

use super::*;
use crate::domain::role::Role;

#[track_caller]
fn named(office: &Office, person: Option<PersonId>) -> &str {
    person.and_then(|it| office.person(it)).map_or("", |it| &it.name)
}

#[track_caller]
fn escalates(of: &str, to: &str) {
    let office = house();
    assert_eq!(named(&office, office.escalation_target(category(&office, of))), to, "{of}");
}

#[test]
fn quality_escalates_to_the_qc_supervisor_and_the_rest_to_the_sales_manager() {
    escalates("产品质量", "质检部主管");
    escalates("性能故障", "质检部主管");
    escalates("安全", "质检部主管");
    escalates("服务态度", "销售经理");
    escalates("延误", "销售经理");
    escalates("其他", "销售经理");
}

#[test]
fn an_escalation_always_finds_somebody() {
    let mut office = house();
    let bare = category_changed(&office, "其他", |it| it.escalation = None);
    done(&mut office, bare);
    assert_eq!(named(&office, office.escalation_target(category(&office, "其他"))), "质检部主管");
    assert_eq!(named(&office, office.escalation_target(CategoryId(99))), "质检部主管");
    let own = person(&office, "销售经理");
    let special = category_changed(&office, "外观", |it| it.escalation = Some(own));
    done(&mut office, special);
    assert_eq!(named(&office, office.escalation_target(category(&office, "外观"))), "销售经理");
}

#[track_caller]
fn goes_to(office: &Office, of: &str, (department, handler): (&str, &str)) {
    let responsible = office.responsible(category(office, of));
    let name = responsible.department.and_then(|it| office.department(it)).map_or("", |it| &it.name);
    assert_eq!((name, named(office, responsible.handler)), (department, handler), "{of}");
}

#[test]
fn a_subcategory_says_where_it_goes_or_its_category_does() {
    let mut office = house();
    goes_to(&office, "产品质量", ("质检部", "质检处理人"));
    goes_to(&office, "外观", ("质检部", "质检处理人"));
    goes_to(&office, "错发缺件", ("物流部", "物流处理人"));
    goes_to(&office, "乱收费", ("销售部", ""));
    goes_to(&office, "其他", ("", ""));
    assert_eq!(office.responsible(category(&office, "乱收费")).route, Route::ViaManager(person(&office, "销售经理")));
    // Another department's subcategory never falls to the handler of the category above.
    let product = department(&office, "产品部");
    let moved = category_changed(&office, "外观", |it| it.department = Some(product));
    done(&mut office, moved);
    goes_to(&office, "外观", ("产品部", "产品处理人"));
}

#[test]
fn the_deputy_stands_in_only_while_at_work() {
    let mut office = house();
    let (handler, deputy) = (person(&office, "物流处理人"), person(&office, "产品处理人"));
    let stands_in = person_changed(&office, "物流处理人", |it| it.deputy = Some(deputy));
    done(&mut office, stands_in);
    goes_to(&office, "延误", ("物流部", "物流处理人"));
    done(&mut office, Command::SetPresence { person: handler, presence: Presence::Away });
    goes_to(&office, "延误", ("物流部", "产品处理人"));
    done(&mut office, Command::SetPresence { person: deputy, presence: Presence::Away });
    goes_to(&office, "延误", ("物流部", "物流处理人"));
}

#[test]
fn a_manager_who_is_away_is_stood_in_for_by_one_who_may() {
    let mut office = house();
    let (sales, quality) = (person(&office, "销售经理"), person(&office, "质检部主管"));
    let handler = person(&office, "产品处理人");
    // A deputy without the role takes no escalation and no second hop.
    let stands_in = person_changed(&office, "销售经理", |it| it.deputy = Some(handler));
    done(&mut office, stands_in);
    done(&mut office, Command::SetPresence { person: sales, presence: Presence::Away });
    let to = |office: &Office| office.escalation_target(category(office, "服务态度"));
    let by_way_of = |office: &Office| office.responsible(category(office, "乱收费")).route;
    assert_eq!((to(&office), by_way_of(&office)), (Some(sales), Route::ViaManager(sales)));
    let stands_in = person_changed(&office, "销售经理", |it| it.deputy = Some(quality));
    done(&mut office, stands_in);
    assert_eq!((to(&office), by_way_of(&office)), (Some(quality), Route::ViaManager(quality)));
    done(&mut office, Command::SetPresence { person: sales, presence: Presence::Present });
    assert_eq!((to(&office), by_way_of(&office)), (Some(sales), Route::ViaManager(sales)));
}

#[test]
fn plans_of_an_absent_manager_are_approved_by_a_deputy_who_may() {
    let mut office = house();
    let (manager, above) = (person(&office, "物流部门经理"), person(&office, "管理层"));
    let (logistics, handler) = (department(&office, "物流部"), person(&office, "产品处理人"));
    let approvers = |office: &Office| office.approvers_of(logistics).iter().map(|it| it.id).collect::<Vec<_>>();
    done(&mut office, Command::SetPresence { person: manager, presence: Presence::Away });
    assert_eq!(approvers(&office), [manager], "nobody stands in: from afar");
    for (deputy, then) in [(handler, manager), (above, above)] {
        let stands_in = person_changed(&office, "物流部门经理", |it| it.deputy = Some(deputy));
        done(&mut office, stands_in);
        assert_eq!(approvers(&office), [then]);
    }
}

#[test]
fn a_changed_entry_keeps_who_is_away() {
    let mut office = house();
    let handler = person(&office, "物流处理人");
    done(&mut office, Command::SetPresence { person: handler, presence: Presence::Away });
    let renamed = person_changed(&office, "物流处理人", |it| it.name = line("吴建波"));
    done(&mut office, renamed);
    assert_eq!(office.person(handler).unwrap().presence, Presence::Away);
}

#[test]
fn a_region_without_a_manager_is_approved_above() {
    let office = house();
    let approvers = |name| {
        let found = office.approvers_of(department(&office, name));
        found.into_iter().map(|it| it.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(approvers("物流部"), ["物流部门经理"]);
    assert_eq!(approvers("华东片区"), ["质检部主管", "销售经理", "管理层"]);
    assert_eq!(office.managers_of(department(&office, "华东片区")).count(), 0);
}

#[test]
fn work_is_handed_out_evenly_and_by_share() {
    let mut office = house();
    let (desk, caller) = (person(&office, "前台"), person(&office, "回访专员"));
    let half = person_changed(&office, "前台", |it| it.share = Share(50));
    done(&mut office, half);
    let mut in_hand = std::collections::BTreeMap::from([(desk, 0), (caller, 0)]);
    for _ in 0..30 {
        let next = office.next_in_turn(Role::FrontDesk, &[], |it| in_hand[&it]).unwrap();
        *in_hand.get_mut(&next).unwrap() += 1;
    }
    assert_eq!((in_hand[&desk], in_hand[&caller]), (10, 20));
    let turn = |office: &Office, but: &[PersonId]| office.next_in_turn(Role::FrontDesk, but, |_| 0);
    assert_eq!(turn(&office, &[caller]), Some(desk), "the handler of a case does not call back");
    assert_eq!(turn(&office, &[caller, desk]), None);
    done(&mut office, Command::SetPresence { person: caller, presence: Presence::Away });
    assert_eq!(turn(&office, &[]), Some(desk));
    let none = person_changed(&office, "前台", |it| it.share = Share(0));
    done(&mut office, none);
    assert_eq!(turn(&office, &[]), None);
}

#[track_caller]
fn suggests(tag: &str, text: &str, then: Option<&str>) {
    let office = fold(&founding::standard(line("A"), tag));
    let first = office.suggest(text).first().and_then(|it| office.category(*it)).map(|it| it.name.to_string());
    assert_eq!(first.as_deref(), then, "{text}");
}

#[test]
fn the_customers_words_suggest_a_category() {
    suggests("zh-CN", "扫地机器人充电座冒烟，有烧焦味", Some("冒烟异味"));
    suggests("zh-CN", "冰箱约定 3 月 7 日送达，延误 5 天还没到", Some("延误"));
    suggests("zh-CN", "经销商拒绝七天无理由退货", Some("退货"));
    suggests("zh-CN", "安装师傅加收 120 元材料费，无收据", Some("乱收费"));
    suggests("zh-TW", "冰箱插電後跳電，完全不冷", Some("性能故障"));
    suggests("en", "The courier is LATE, parcel not arrived", Some("Delay"));
    suggests("en", "coffee plate", None);
    suggests("zh-CN", "你好", None);
    suggests("zh-CN", "", None);
}

#[test]
fn a_retired_category_is_not_suggested() {
    let mut office = house();
    let smoke = category(&office, "冒烟异味");
    assert_eq!(office.suggest("冒烟"), [smoke]);
    done(&mut office, Command::Retire { what: Subject::Category(smoke) });
    assert_eq!(office.suggest("冒烟"), []);
}
