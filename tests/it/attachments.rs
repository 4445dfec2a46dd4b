//! 附件: kept before they are named, shown, opened, refused.

use std::path::{Path, PathBuf};

use chrono::Days;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use redress::app::attachments::LARGEST;
use redress::app::tidy::{How, NotTidied};
use redress::domain::complaint::Complaint;
use redress::domain::id::PressId;
use redress::store::Seal;
use redress::store::blob::Blobs;
use redress::ui::part::attachments;
use redress::ui::screen::{self, Drag, Place, handling, intake};
use redress::ui::shell::Message;
use uuid::Uuid;

use crate::intake_drafts::Home;
use crate::window::Window;

/// A real picture, red on white.
fn photo(folder: &Path) -> PathBuf {
    let path = folder.join("压缩机 照片.png");
    let mut picture = image::RgbaImage::from_pixel(640, 480, image::Rgba([250, 250, 250, 255]));
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        if (x / 40 + y / 40) % 2 == 0 {
            *pixel = image::Rgba([200, 40, 40, 255]);
        }
    }
    picture.save(&path).unwrap();
    path
}

fn dropped(window: &mut Window, path: &Path) {
    window.send(Message::Dragged(Drag::Dropped(path.to_owned())));
}

fn case(window: &Window) -> Complaint {
    window.shell.world.house.as_ref().unwrap().books.complaints().next().unwrap().clone()
}

fn pressed(window: &mut Window, message: attachments::Message) {
    window.send(Message::Screen(screen::Message::Intake(intake::Message::Files(message))));
}

/// A complaint that lacks its urgency only, for 仅登记.
fn nearly(window: &mut Window) {
    window.write("13806172206").press(Named::Enter).write("王海燕").press(Named::F8).write("1").press(Named::F8);
    window.write("KF-35 空调挂机").press(Named::F8).write("维修").press(Named::Enter).press(Named::F8);
    window.write("空调不制冷，师傅三次上门没有修好").press(Named::F8).write("2");
    window.press(Named::F8).press(Named::F8);
}

#[test]
fn what_is_dropped_is_on_the_disk_before_the_fact_names_it() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    nearly(&mut window);
    window.send(Message::Dragged(Drag::Over));
    assert!(window.find("松开即添加为附件，每个文件不超过 50 MB").is_some());
    dropped(&mut window, &path);
    window.until_shown("附件 1");
    // The same file again is the same file.
    dropped(&mut window, &path);
    let speech = elsewhere.path().join("通话录音.m4a");
    std::fs::write(&speech, vec![7_u8; 2_600_000]).unwrap();
    dropped(&mut window, &speech);
    window.until_shown("附件 2");
    window.until(|it| it.shell.screens.intake.pictures() == 1);
    window.picture("intake-files");
    assert!(window.find("2.5 MB").is_some());
    // The original may go: what was kept is a copy.
    std::fs::remove_file(&path).unwrap();
    window.write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|it| it.shell.world.house.as_ref().unwrap().books.ledger().len() == 1);
    let case = case(&window);
    let names: Vec<&str> = case.attachments.iter().map(|it| it.what.name.as_str()).collect();
    assert_eq!(names, ["压缩机 照片.png", "通话录音.m4a"]);
    drop(window);
    let blobs = Blobs::at(&home.path().join("files"), Seal::Open);
    for file in &case.attachments {
        let bytes = blobs.read(file.what.hash.parse().unwrap()).unwrap();
        assert_eq!(u64::try_from(bytes.len()).unwrap(), file.what.bytes);
    }
    // Beside the case they are shown again.
    let mut window = home.window(home.desk());
    window.send(Message::Went(Place::Handling));
    window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(case.id, None))));
    window.until_shown("通话录音.m4a");
    window.picture("handling-files");
}

#[test]
fn what_cannot_be_attached_is_named_with_its_reason_and_nothing_else_is_lost() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let mut window = home.window(home.desk());
    window.write("13806172206");
    let large = elsewhere.path().join("录像.mp4");
    std::fs::File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
    let empty = elsewhere.path().join("空.txt");
    std::fs::write(&empty, b"").unwrap();
    let folder = elsewhere.path().join("照片");
    std::fs::create_dir(&folder).unwrap();
    let bad = [
        (large, "录像.mp4：文件有 50.1 MB，每个文件不超过 50 MB"),
        (empty, "空.txt：文件是空的"),
        (elsewhere.path().join("不在.png"), "不在.png：文件已不在原处"),
        (folder, "照片：这不是文件，文件夹请先压缩"),
    ];
    let mut said = Vec::new();
    for (path, words) in bad {
        dropped(&mut window, &path);
        said.push(words);
        window.until_shown(&said.join("\n"));
    }
    window.picture("intake-files-trouble");
    // A picture that is none is attached all the same, without a small one.
    let broken = elsewhere.path().join("坏.png");
    std::fs::write(&broken, b"no pixels").unwrap();
    dropped(&mut window, &broken);
    window.until_shown("附件 1");
    assert!(window.shell.screens.intake.summary_of_draft().unwrap().contains("13806172206"));
}

#[test]
fn a_path_is_pasted_and_a_file_taken_away_by_keys() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    window.write("13806172206");
    pressed(&mut window, attachments::Message::pasted(&format!("\"{}\"\r\n", path.display())));
    window.until_shown("附件 1");
    // From 客户诉求 the first Tab leads to the words, the next one to the file.
    window.press(Named::F7).press(Named::F7);
    window.press_with(Named::Tab, Modifiers::SHIFT).press_with(Named::Tab, Modifiers::SHIFT);
    window.press_with(Named::Tab, Modifiers::SHIFT).press_with(Named::Tab, Modifiers::SHIFT);
    window.picture("intake-files-keys");
    window.press(Named::Delete);
    assert!(window.find("附件 1").is_none());
    pressed(&mut window, attachments::Message::pasted("空调不制冷"));
    assert!(window.find("剪贴板里没有文件路径").is_some());
}

#[test]
fn a_file_that_vanished_from_the_office_is_said_to_be_missing() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    dropped(&mut window, &path);
    window.until_shown("附件 1");
    std::fs::remove_dir_all(home.path().join("files")).unwrap();
    window.click("压缩机 照片.png");
    window.until_shown("压缩机 照片.png：账本里的一个文件不见了。请从备份恢复该文件。");
}

#[test]
fn a_file_of_a_case_is_reached_and_opened_by_keys() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    nearly(&mut window);
    dropped(&mut window, &path);
    window.until_shown("附件 1");
    window.write("1");
    window.press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|it| it.shell.world.house.as_ref().unwrap().books.ledger().len() == 1);
    let id = case(&window).id;
    window.send(Message::Went(Place::Handling));
    window.send(Message::Screen(screen::Message::Handling(handling::Message::Picked(id, None))));
    window.until_shown("压缩机 照片.png");
    // What opens it is the system's business: that it was asked to is seen from a file that is gone.
    std::fs::remove_dir_all(home.path().join("files")).unwrap();
    // Behind the eye and the customer's file.
    window.press(Named::Tab).press(Named::Tab).press(Named::Tab);
    window.picture("handling-file-keys");
    window.press(Named::Enter);
    window.until_shown("压缩机 照片.png：账本里的一个文件不见了。请从备份恢复该文件。");
}

#[test]
fn attachments_come_back_with_their_draft() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let mut window = home.window(home.desk());
    window.write("13806172206");
    dropped(&mut window, &photo(elsewhere.path()));
    window.until_shown("附件 1").command("s");
    window.until(|it| it.shell.toasts().any(|it| it.starts_with("已存草稿")));
    drop(window);
    home.window(home.desk()).until_shown("附件 1");
}

/// The draft that is on the disk alone.
fn only_draft(home: &Home) -> PressId {
    let files = home.draft_files();
    let mut ids = files.iter().filter_map(|it| Uuid::try_parse(it.file_stem()?.to_str()?).ok());
    PressId(ids.next().unwrap())
}

fn chosen_for(window: &mut Window, id: PressId, paths: &[PathBuf]) {
    let places = paths.iter().cloned().map(attachments::Place::from).collect();
    let message = intake::Message::FilesOf(id, attachments::Message::Chosen(Ok(places)));
    window.send(Message::Screen(screen::Message::Intake(message)));
}

#[test]
fn a_file_goes_to_the_draft_that_it_was_chosen_for() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    window.write("13806172206").command("s").until_shown("草稿已自动保存 09:00:00");
    let first = only_draft(&home);
    // While the system's dialog is open another call comes in.
    window.command("n").write("13900001111");
    chosen_for(&mut window, first, std::slice::from_ref(&path));
    window.until(|it| it.find("正在存 1 个文件").is_none());
    assert!(window.find("附件 1").is_none(), "it is not this one's");
    window.press(Named::F6).press(Named::Enter).until_shown("附件 1");
    assert!(window.find("压缩机 照片.png").is_some());
    // It is on the disk with the draft.
    drop(window);
    home.window(home.desk()).until_shown("附件 1");
}

#[test]
fn a_file_that_comes_too_late_is_said_to_be_nowhere() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = photo(elsewhere.path());
    let mut window = home.window(home.desk());
    nearly(&mut window);
    window.command("s").until_shown("草稿已自动保存 09:00:00");
    let sent = only_draft(&home);
    window.write("1").press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|it| it.shell.toasts().any(|it| it == "已登记 0312-001"));
    chosen_for(&mut window, sent, &[path]);
    window.until_shown("压缩机 照片.png：这份登记已经送出或丢弃，文件没有附上；已登记的可在部门处理的这一件里添加");
    assert!(window.find("附件 1").is_none());
}

#[test]
fn many_files_stand_in_the_order_in_which_they_were_chosen() {
    let home = Home::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (1..=13).map(|it| elsewhere.path().join(format!("现场 {it}.txt"))).collect();
    for (index, path) in paths.iter().enumerate() {
        // The first are the largest: they would be the last to be done.
        std::fs::write(path, vec![u8::try_from(index).unwrap(); 2_000_000 / (index + 1)]).unwrap();
    }
    let mut window = home.window(home.desk());
    nearly(&mut window);
    let places = paths.iter().cloned().map(attachments::Place::from).collect();
    pressed(&mut window, attachments::Message::Chosen(Ok(places)));
    window.until_shown("附件 13").until(|it| it.find("正在存 1 个文件").is_none());
    window.picture("intake-files-many");
    window.write("1").press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|it| it.shell.toasts().any(|it| it == "已登记 0312-001"));
    let names: Vec<String> = case(&window).attachments.iter().map(|it| it.what.name.to_string()).collect();
    let wanted: Vec<String> = (1..=13).map(|it| format!("现场 {it}.txt")).collect();
    assert_eq!(names, wanted);
}

/// Makes every kept file look as if it had been kept long ago.
fn age(home: &Home) {
    for folder in std::fs::read_dir(home.path().join("files")).unwrap().flatten() {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let long_ago = std::time::SystemTime::UNIX_EPOCH;
            std::fs::File::options().write(true).open(file.path()).unwrap().set_modified(long_ago).unwrap();
        }
    }
}

fn tidied(home: &Home) -> Result<usize, NotTidied> {
    let opened = home.opened();
    let found = opened.house.tidy(opened.desk.now(), Days::new(30), How::Remove);
    found.map(|it| it.files)
}

#[test]
fn what_a_draft_names_is_not_tidied_away_until_the_draft_is_gone() {
    let (home, elsewhere) = (Home::new(), tempfile::tempdir().unwrap());
    let mut window = home.window(home.desk());
    window.write("13806172206");
    dropped(&mut window, &photo(elsewhere.path()));
    window.until_shown("附件 1").command("s");
    window.until(|it| it.shell.toasts().any(|it| it.starts_with("已存草稿")));
    drop(window);
    age(&home);
    assert_eq!(tidied(&home), Ok(0));
    // Half a draft may name it too: then nothing goes at all.
    let draft = home.draft_files().remove(0);
    let whole = std::fs::read(&draft).unwrap();
    std::fs::write(&draft, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(tidied(&home), Err(NotTidied::Drafts(vec![draft.clone()])));
    std::fs::write(&draft, &whole).unwrap();

    let mut window = home.window(home.desk());
    window.until_shown("附件 1").press(Named::F6).press(Named::ArrowUp).press(Named::Delete);
    window.until(|_| home.draft_files().is_empty());
    drop(window);
    assert_eq!(tidied(&home), Ok(1));
    assert_eq!(tidied(&home), Ok(0), "it is gone");
}

#[test]
fn what_a_complaint_names_is_never_tidied_away() {
    let (home, elsewhere) = (Home::new(), tempfile::tempdir().unwrap());
    let mut window = home.window(home.desk());
    nearly(&mut window);
    dropped(&mut window, &photo(elsewhere.path()));
    window.until_shown("附件 1").write("1").press_with(Named::Enter, Modifiers::COMMAND);
    window.until(|it| it.shell.world.house.as_ref().unwrap().books.ledger().len() == 1);
    drop(window);
    age(&home);
    assert_eq!(tidied(&home), Ok(0));
    let opened = home.opened();
    assert_eq!(opened.house.attachments().take_stock(&opened.books).unwrap().whole, 1);
}
