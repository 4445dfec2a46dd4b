//! What is typed at 投诉登记 is never lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Duration;
use iced::Size;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use redress::app::{self, Given, Now as _, Opened};
use redress::domain::id::PersonId;
use redress::domain::office::founding::Founding;
use redress::i18n::Locale;
use redress::ui::screen::{self, Place, intake};
use redress::ui::shell::Message;

use crate::window::Window;
use crate::world::World;

const LARGE: Size = Size::new(1440.0, 900.0);

/// An office on the disk, and who works at its desk.
pub struct Home {
    folder: tempfile::TempDir,
    clock: Arc<Given>,
    world: World,
}

impl Home {
    pub fn new() -> Self {
        let world = World::new();
        let home = Self { folder: tempfile::tempdir().unwrap(), clock: Arc::new(Given::at(world.now)), world };
        let practice = Founding::practice("zh-CN").unwrap();
        drop(app::found(home.path(), Arc::<Given>::clone(&home.clock), practice).unwrap());
        home
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn opened(&self) -> Opened {
        app::open(self.path(), Arc::<Given>::clone(&self.clock), &mut |_| {}).unwrap()
    }

    pub fn window(&self, me: PersonId) -> Window {
        self.window_in(me, (Locale::ZhCn, LARGE))
    }

    pub fn window_in(&self, me: PersonId, look: (Locale, Size)) -> Window {
        let mut window = Window::at_home(self.opened(), Arc::clone(&self.clock), me, look);
        window.send(Message::Went(Place::Intake));
        window
    }

    pub fn desk(&self) -> PersonId {
        self.world.desk()
    }

    /// Time goes by, and the program looks whether somebody still types.
    fn pause(&self, window: &mut Window, milliseconds: i64) {
        self.clock.set(self.clock.now() + Duration::milliseconds(milliseconds));
        window.send(Message::Screen(screen::Message::Intake(intake::Message::DraftDue(0))));
    }

    fn drafts(&self) -> usize {
        self.draft_files().len()
    }

    pub fn draft_files(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.path().join("drafts").join(self.desk().to_string()));
        let is_draft = |it: &PathBuf| it.extension().is_some_and(|it| it == "draft");
        files.map_or(Vec::new(), |it| it.flatten().map(|it| it.path()).filter(is_draft).collect())
    }
}

const WORDS: &str = "空调不制冷，师傅三次上门没有修好";

/// Who calls and what happened, up to the words.
fn begin(window: &mut Window, phone: &str, name: &str) {
    window.write(phone).press(Named::Enter).write(name).press(Named::F7);
    window.write("KF-35 空调挂机").press(Named::Enter).press(Named::Enter).press(Named::Enter).press(Named::Enter);
    window.write(WORDS);
}

fn said(window: &Window) -> Option<String> {
    window.shell.toasts().last().map(str::to_owned)
}

#[test]
fn a_desk_that_is_cut_off_in_the_middle_of_a_word_finds_everything_again() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    begin(&mut window, "138 0617 2206", "王海燕");
    home.pause(&mut window, 800);
    window.until_shown("草稿已自动保存 09:00:00");
    window.picture("intake-draft");
    // Nothing is closed in order.
    drop(window);

    let mut window = home.window(home.desk());
    window.until_shown("通话中 00:00");
    window.until(|it| it.shell.screens.intake.summary_of_draft().is_some_and(|it| it.contains(WORDS)));
    window.picture("intake-draft-again");
    assert_eq!(home.drafts(), 1);
    // The keyboard stands in the first gap, and the other fields are as they were.
    assert!(window.find("还缺：投诉方式").is_some());
    window.write("1");
    assert!(window.find("还缺：投诉类别").is_some());
}

#[test]
fn whoever_types_on_and_on_is_kept_within_two_seconds() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    let mut milliseconds = 0;
    while home.drafts() == 0 {
        assert!(milliseconds < 2_000, "not kept after two seconds");
        window.write("1");
        milliseconds += 400;
        home.pause(&mut window, 400);
        // Whatever was begun is given its time.
        if milliseconds >= 1_200 {
            window.until(|_| home.drafts() == 1);
        }
    }
}

#[test]
fn leaving_a_field_keeps_it_without_a_pause() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("138").press(Named::Tab);
    window.until(|_| home.drafts() == 1);
}

#[test]
fn leaving_the_screen_keeps_it_and_comes_back_to_it() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("13806172206");
    window.command("1");
    window.until(|_| home.drafts() == 1);
    window.command("n").write("9");
    assert!(window.shell.screens.intake.summary_of_draft().unwrap().contains("138061722069"));
}

#[test]
fn several_drafts_wait_side_by_side_and_a_discarded_one_comes_back() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    begin(&mut window, "13806172206", "王海燕");
    // Another call comes in.
    window.command("n");
    assert_eq!(said(&window).as_deref(), Some("已存草稿：王**"));
    begin(&mut window, "13900001111", "陈思远");
    window.command("s");
    window.until(|_| home.drafts() == 2);
    window.press(Named::F6);
    window.picture("intake-drafts");
    assert!(window.find("王海燕").is_some());
    // The mark stands on the other one.
    window.press(Named::Enter);
    let shown = |window: &Window| window.shell.screens.intake.summary_of_draft().unwrap();
    assert!(shown(&window).contains("王海燕"));
    window.press(Named::F6).press(Named::Delete);
    assert_eq!(said(&window).as_deref(), Some("已丢弃草稿：陈**"));
    window.until(|_| home.drafts() == 1);
    window.press(Named::Escape);
    window.send(Message::Screen(screen::Message::Intake(intake::Message::DraftRestored)));
    window.until(|_| home.drafts() == 2);
    window.press(Named::F6).press(Named::Enter);
    assert!(shown(&window).contains("陈思远"));
}

#[test]
fn escape_leaves_the_field_then_the_form_and_says_where_it_went() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("13806172206").press(Named::Escape);
    assert!(window.shell.screens.intake.summary_of_draft().is_some());
    window.press(Named::Escape);
    assert!(window.shell.screens.intake.summary_of_draft().is_none());
    assert_eq!(said(&window).as_deref(), Some("已存草稿：138****2206"));
    window.command("z");
    assert!(window.shell.screens.intake.summary_of_draft().is_some());
}

#[test]
fn a_registered_complaint_takes_its_draft_along_and_a_draft_is_registered_once() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    begin(&mut window, "13806172206", "王海燕");
    window.press_with(Named::F7, Modifiers::SHIFT).press(Named::Tab).press(Named::Tab).press(Named::Tab).write("1");
    window.press(Named::F8).write("维修").press(Named::Enter).press(Named::F8).write("2");
    // Past the judgement, which is made later.
    window.press(Named::F8).press(Named::F8).write("1");
    window.command("s");
    window.until(|it| said(it).as_deref() == Some("已存草稿 09:00"));
    let shelf = home.path().join("drafts").join(home.desk().to_string());
    let file = std::fs::read_dir(&shelf).unwrap().flatten().next().unwrap().path();
    let kept = std::fs::read(&file).unwrap();
    let count = |window: &Window| window.shell.world.house.as_ref().unwrap().books.ledger().len();
    window.press_with(Named::Enter, Modifiers::COMMAND);
    window.picture("intake-draft-sent");
    window.until(|it| count(it) == 1).until(|_| home.drafts() == 0);
    drop(window);
    // The program was cut off between the log and the draft: the draft is still there.
    std::fs::write(&file, kept).unwrap();
    let mut window = home.window(home.desk());
    window.until(|it| it.shell.screens.intake.summary_of_draft().is_some());
    window.press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|_| home.drafts() == 0);
    assert_eq!(count(&window), 1);
    assert_eq!(said(&window).as_deref(), Some("这份草稿早已登记为 0312-001，没有重复登记"));
}

#[test]
fn a_damaged_draft_is_named_and_set_aside() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("13806172206").command("s");
    window.until(|_| home.drafts() == 1);
    drop(window);
    let shelf = home.path().join("drafts").join(home.desk().to_string());
    let file = std::fs::read_dir(&shelf).unwrap().flatten().next().unwrap().path();
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 0x20;
    std::fs::write(&file, &bytes).unwrap();

    let mut window = home.window(home.desk());
    window.until_shown("1 份草稿已损坏，文件已移开，没有删除");
    window.picture("intake-draft-damaged");
    assert_eq!(home.drafts(), 0);
    let aside = std::fs::read_dir(&shelf).unwrap().flatten().next().unwrap().path();
    assert_eq!(std::fs::read(aside).unwrap(), bytes, "nothing was deleted");
    window.click("关闭");
    assert!(window.find("1 份草稿已损坏，文件已移开，没有删除").is_none());
}

#[test]
fn what_one_person_typed_is_not_shown_to_the_next() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("13806172206");
    let other = home
        .world
        .office
        .people()
        .find(|it| it.active && it.id != home.desk() && it.is(redress::domain::role::Role::FrontDeskSupervisor));
    window.send(Message::PersonChosen(other.unwrap().id));
    assert!(window.shell.screens.intake.summary_of_draft().is_none());
    window.until(|_| home.drafts() == 1);
    window.send(Message::PersonChosen(home.desk()));
    window.until(|it| it.shell.screens.intake.summary_of_draft().is_some());
}

#[test]
fn a_full_shelf_is_said_in_place_and_nothing_is_lost() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    // A file where the folder should be: nothing can be kept.
    std::fs::write(home.path().join("drafts"), b"").unwrap();
    window.write("13806172206").command("s");
    window.until_shown("草稿没有存到磁盘，已填的内容还在窗口里");
    window.picture("intake-draft-trouble");
    std::fs::remove_file(home.path().join("drafts")).unwrap();
    window.click("重试");
    window.until(|it| it.find("草稿没有存到磁盘，已填的内容还在窗口里").is_none());
    assert_eq!(home.drafts(), 1);
}

#[test]
fn a_draft_that_was_put_away_and_not_kept_is_tried_again() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    std::fs::write(home.path().join("drafts"), b"").unwrap();
    window.write("13806172206").command("n");
    window.until_shown("草稿没有存到磁盘，已填的内容还在窗口里");
    std::fs::remove_file(home.path().join("drafts")).unwrap();
    // The form is empty; what is not on the disk is the one that was put away.
    window.click("重试");
    window.until(|it| it.find("草稿没有存到磁盘，已填的内容还在窗口里").is_none());
    assert_eq!(home.drafts(), 1);
}

#[test]
fn drafts_that_could_not_be_read_are_read_again() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    window.write("13806172206").command("s");
    window.until(|_| home.drafts() == 1);
    drop(window);
    let (drafts, elsewhere) = (home.path().join("drafts"), home.path().join("elsewhere"));
    std::fs::rename(&drafts, &elsewhere).unwrap();
    std::fs::write(&drafts, b"").unwrap();
    let mut window = home.window(home.desk());
    window.until_shown("重试");
    std::fs::remove_file(&drafts).unwrap();
    std::fs::rename(&elsewhere, &drafts).unwrap();
    window.click("重试");
    window.until(|it| it.shell.screens.intake.summary_of_draft().is_some());
    assert!(window.find("重试").is_none());
}

#[test]
fn whoever_goes_on_after_a_crash_goes_on_at_the_end() {
    let home = Home::new();
    let mut window = home.window(home.desk());
    begin(&mut window, "13806172206", "王海燕");
    window.command("s").until(|_| home.drafts() == 1);
    drop(window);
    let mut window = home.window(home.desk());
    window.until(|it| it.shell.screens.intake.summary_of_draft().is_some());
    // Back into the content from what comes after it.
    window.press(Named::F7).press(Named::F7);
    for _ in 0..6 {
        window.press_with(Named::Tab, Modifiers::SHIFT);
    }
    window.write("，今天更响");
    let kept = window.shell.screens.intake.summary_of_draft().unwrap();
    assert!(kept.ends_with(&format!("{WORDS}，今天更响")), "{kept}");
}
