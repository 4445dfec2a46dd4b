//! What scripts promise, one sentence each.

use std::collections::BTreeSet;

use super::*;

const TAGS: [&str; 3] = ["zh-CN", "zh-TW", "en"];

fn values() -> Values {
    let some = |it: &str| Some(it.to_owned());
    Values {
        company: some("恒川电器"),
        agent: some("何静怡"),
        customer: some("吴先生"),
        time: some("3月9日"),
        service: some("电视屏幕坏点"),
        result: some("换新机"),
        blessing: some("生活愉快"),
    }
}

fn said(step: &Step) -> String {
    let word = |piece: Piece| match piece {
        Piece::Words(it) | Piece::Filled(_, it) => it,
        Piece::Missing(_) | Piece::Unknown(_) => "?".to_owned(),
    };
    fill(step, &values()).into_iter().map(word).collect()
}

#[track_caller]
fn script(tag: &str, kind: ScriptKind) -> &'static Script {
    Script::standard_of(tag, kind).unwrap()
}

#[test]
fn every_language_has_every_script_with_the_same_steps() {
    for kind in ScriptKind::ALL {
        let shape = |tag| script(tag, *kind).steps.iter().map(|it| (it.kind, it.branch, it.others.len())).collect();
        let original: Vec<(StepKind, Branch, usize)> = shape("zh-CN");
        for tag in TAGS {
            assert_eq!(shape(tag), original, "{tag} {kind:?}");
        }
    }
    for tag in TAGS {
        let kinds: Vec<ScriptKind> = Script::standard(tag).iter().map(|it| it.kind).collect();
        assert_eq!(kinds, ScriptKind::ALL, "{tag}");
        let scenes: BTreeSet<Scene> = blessings(tag).iter().map(|it| it.scene).collect();
        assert_eq!(scenes, BTreeSet::from([Scene::Everyday, Scene::Driving, Scene::Festival, Scene::Weekend]));
    }
}

#[test]
fn every_kind_of_step_is_used_and_every_placeholder_is_filled() {
    let steps = || Script::standard("zh-CN").iter().flat_map(|it| &it.steps);
    let kinds: BTreeSet<StepKind> = steps().map(|it| it.kind).collect();
    assert_eq!(kinds, StepKind::ALL.iter().copied().collect());
    let words: String = steps().map(|it| it.words.as_str()).collect();
    for placeholder in Placeholder::ALL {
        assert!(words.contains(&format!("{{{}}}", placeholder.word())), "{placeholder:?}");
    }
    assert!(steps().all(|it| !said(it).contains('?')));
}

#[test]
fn the_standard_scripts_have_nothing_wrong() {
    for tag in TAGS {
        for script in Script::standard(tag) {
            assert_eq!(script.check(Manners::standard(tag)), [], "{tag} {:?}", script.kind);
        }
    }
}

#[test]
fn the_words_of_the_source_are_there() {
    let words: Vec<String> = Script::standard("zh-CN").iter().flat_map(|it| &it.steps).map(said).collect();
    let all = words.concat();
    for (id, part) in [
        ("K01", "您好，欢迎来电，请问有什么可以帮助您的？"),
        ("K02", "客服部的何静怡"),
        ("K03", "您好，我是恒川电器的客服代表何静怡，请问您是吴先生吗？打扰您了。"),
        ("K04", "感谢您在3月9日接受了我们恒川电器的电视屏幕坏点服务项目，请问您对电视屏幕坏点满意吗？"),
        ("K05", "您对我们的服务有什么建议吗？"),
        ("K06", "能否告诉我，您对哪方面不满意吗？"),
        ("K07", "感谢您的答复，您如果需要什么帮助，可随时跟我们取得联系，祝您生活愉快，再见！"),
        ("K08", "非常谢谢您的反映，这一点我们的确做得不够，我们很快就会有改进，望您监督，祝您生活愉快，再见！"),
        ("K09", "网站、邮箱等渠道"),
    ] {
        assert!(all.contains(part), "{id}: {part}");
    }
    let blessings: Vec<&str> = blessings("zh-CN").iter().map(|it| it.words.as_str()).collect();
    assert!(blessings.contains(&"开车愉快") && blessings.contains(&"节日快乐"), "K12");
    assert_eq!(Manners::standard("zh-CN").voice.len(), 3, "K14");
}

#[test]
fn an_ordinary_answer_follows_the_words_for_a_dissatisfied_one() {
    let callback = script("zh-CN", ScriptKind::Callback);
    let path = |answer| callback.path(answer).map(|it| it.words.as_str()).collect::<Vec<_>>();
    assert_eq!(path(Some(Satisfaction::Neutral)), path(Some(Satisfaction::Dissatisfied)));
    assert_ne!(path(Some(Satisfaction::Satisfied)), path(Some(Satisfaction::Dissatisfied)));
    let last = |answer| *path(Some(answer)).last().unwrap();
    assert!(last(Satisfaction::Satisfied).starts_with("感谢您的答复"));
    assert!(last(Satisfaction::Neutral).starts_with("非常谢谢您的反映"));
}

#[test]
fn before_the_answer_the_script_ends_with_the_question() {
    let callback = script("zh-CN", ScriptKind::Callback);
    let kinds: Vec<StepKind> = callback.path(None).map(|it| it.kind).collect();
    assert_eq!(kinds, [StepKind::Opening, StepKind::BranchQuestion]);
    let reply = script("zh-CN", ScriptKind::Unfounded);
    assert_eq!(reply.path(None).count(), reply.steps.len(), "no question, one path");
}

#[test]
fn a_step_can_be_said_in_other_words_round_and_round() {
    let opening = &script("zh-CN", ScriptKind::Callback).steps[0];
    let ways: Vec<&str> = (0..3).map(|turn| opening.saying(turn)).collect();
    assert_eq!(ways, [opening.words.as_str(), opening.others[0].as_str(), opening.words.as_str()]);
}

#[track_caller]
fn avoid(tag: &str, text: &str, then: &[(&str, &str)]) {
    let found = forbidden(tag, text);
    let found: Vec<(&str, &str)> = found.iter().map(|it| (&text[it.range.clone()], it.instead.as_str())).collect();
    assert_eq!(found, then, "{text}");
}

#[test]
fn words_to_avoid_are_found_with_what_to_say_instead() {
    avoid("zh-CN", "我说不行的话再帮他申请", &[("不行", "马上为您申请")]);
    avoid("zh-CN", "不知道，不可以。", &[("不知道", "我马上为您核实"), ("不可以", "我看看怎样能帮到您")]);
    avoid("zh-CN", "客户满意，无其他要求", &[]);
    avoid("zh-TW", "這個不行，沒辦法", &[("不行", "馬上為您申請"), ("沒辦法", "我看看還有什麼辦法")]);
    avoid(
        "en",
        "I don’t know, it's Impossible",
        &[("I don’t know", "I will find out for you right away"), ("Impossible", "let us look into it first")],
    );
    avoid("en", "客户说不行", &[("不行", "马上为您申请")]);
}

#[test]
fn a_longer_word_that_does_no_harm_is_left_alone() {
    avoid("zh-CN", "问客户行不行、可不可以、知不知道", &[]);
    avoid("zh-CN", "行不行？不行。", &[("不行", "马上为您申请")]);
    avoid("en", "an impossibility; no wayfarer", &[]);
    avoid("zh-CN", "", &[]);
}

#[test]
fn the_six_donts_stand_in_order_in_every_language() {
    for tag in TAGS {
        let donts: Vec<Dont> = Manners::standard(tag).donts.iter().map(|it| it.dont).collect();
        assert_eq!(donts, Dont::ALL, "{tag}");
    }
}

/// A script that is fine but for one change.
#[track_caller]
fn wrong(change: impl FnOnce(&mut Script), then: &[(Option<usize>, Problem)]) {
    let mut edited = script("zh-CN", ScriptKind::Callback).clone();
    change(&mut edited);
    let problems = edited.check(Manners::standard("zh-CN"));
    let problems: Vec<(Option<usize>, Problem)> = problems.into_iter().map(|it| (it.step, it.problem)).collect();
    assert_eq!(problems, then);
}

#[test]
fn an_edited_script_is_told_what_is_wrong_and_where() {
    let name = || "costumer".to_owned();
    let typo = TemplateProblem::Unknown { name: name(), meant: Some(Placeholder::Customer) };
    wrong(|it| it.steps[0].words = "您好{costumer}".into(), &[(Some(0), Problem::Template(typo))]);
    wrong(|it| it.steps[1].others.push("{time".into()), &[(Some(1), Problem::Template(TemplateProblem::Unclosed))]);
    wrong(|it| it.steps[2].words = " ".into(), &[(Some(2), Problem::Empty)]);
    wrong(|it| it.steps[2].words = "好".repeat(301), &[(Some(2), Problem::TooLong { got: 301, most: 300 })]);
    let (word, instead) = ("不行".to_owned(), "马上为您申请".to_owned());
    wrong(|it| it.steps[2].words = "不行".into(), &[(Some(2), Problem::Forbidden { word, instead })]);
    wrong(|it| it.steps[0].branch = Branch::Satisfied, &[(Some(0), Problem::BeforeQuestion)]);
    let question = script("zh-CN", ScriptKind::Callback).steps[1].clone();
    wrong(|it| it.steps.push(question), &[(None, Problem::TwoQuestions)]);
    let answer = Some(Satisfaction::Satisfied);
    wrong(|it| drop(it.steps.remove(5)), &[(None, Problem::NoClosing { answer })]);
    let many = Problem::TooManyQuestions { got: 11, most: 6 };
    wrong(|it| it.steps[2].words = "？".repeat(8), &[(None, many)]);
}

#[test]
fn a_callback_without_a_question_is_refused() {
    let mut edited = script("zh-CN", ScriptKind::Callback).clone();
    edited.steps.retain(|it| it.kind != StepKind::BranchQuestion);
    let problems: Vec<Problem> = edited
        .check(Manners::standard("zh-CN"))
        .into_iter()
        .filter(|it| it.step.is_none())
        .map(|it| it.problem)
        .collect();
    assert!(problems.contains(&Problem::NoQuestion), "{problems:?}");
}

#[test]
fn no_company_is_named_in_the_words() {
    for tag in TAGS {
        let steps = Script::standard(tag).iter().flat_map(|it| &it.steps);
        assert!(steps.flat_map(Step::sayings).all(|it| !it.contains("皇家卫士") && !it.contains("皇家衛士")));
    }
}

#[test]
fn a_script_comes_back_from_disk_as_it_was() {
    for script in Script::standard("zh-CN") {
        let packed = rmp_serde::to_vec_named(script).unwrap();
        assert_eq!(&rmp_serde::from_slice::<Script>(&packed).unwrap(), script);
    }
}
