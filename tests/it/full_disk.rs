//! What the window says and keeps when the disk is full: nothing is lost, nothing is told that is not so (UI.md 8).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use iced::keyboard::{Modifiers, key::Named};
use redress::domain::complaint::Stage;
use redress::domain::id::{ComplaintId, StreamId};
use redress::domain::record::Position;
use redress::i18n::Locale;
use redress::platform::preferences::Appearance;
use redress::store::chain::Link;
use redress::store::envelope::{Bundle, Envelope};
use redress::store::{AppendError, Keeper, Memory, Pending, ReadError, Receipt};
use redress::ui::screen::Place;

use crate::board_screen::{LARGE, Room, SMALL};
use crate::world::{FIRST, judged};
use redress::domain::complaint::terms::Validity;

/// A log on a disk with room for so many more batches.
pub struct Cramped {
    log: Arc<Memory>,
    room: Arc<AtomicUsize>,
}

impl Cramped {
    /// What is written goes to the log, as long as there is room.
    pub fn on(log: Arc<Memory>, room: Arc<AtomicUsize>) -> Self {
        Self { log, room }
    }
}

impl Keeper for Cramped {
    fn put(&self, bundles: Vec<Bundle>) -> Pending<Vec<Result<Receipt, AppendError>>> {
        let taken = self.room.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |it| it.checked_sub(1));
        if taken.is_ok() {
            return self.log.put(bundles);
        }
        let answers = bundles.iter().map(|_| Err(AppendError::Full)).collect();
        Box::pin(async move { answers })
    }

    fn of_stream(&self, stream: StreamId) -> Pending<Result<Vec<Envelope>, ReadError>> {
        self.log.of_stream(stream)
    }

    fn past(&self, position: Position, limit: usize) -> Pending<Result<Vec<Envelope>, ReadError>> {
        self.log.past(position, limit)
    }

    fn grown(&self, position: Position) -> Pending<Result<(), ReadError>> {
        self.log.grown(position)
    }

    fn link(&self, position: Position) -> Pending<Result<Option<Link>, ReadError>> {
        self.log.link(position)
    }
}

fn opened(locale: Locale, appearance: Appearance) -> (Room, Vec<ComplaintId>) {
    let mut room = Room::new(locale, appearance);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    (room, cases)
}

fn all(room: &mut Room) -> &mut Room {
    room.key(iced::keyboard::Key::Character("a".into()), Modifiers::COMMAND)
}

/// In the dock: the target, the words, the reason and 重试 stay; the press that is repeated is written once.
#[test]
fn a_dispatch_that_could_not_be_kept_stays_in_the_dock_and_is_tried_again() {
    let (mut room, cases) = opened(Locale::ZhCn, Appearance::Light);
    room.space(0).click(&cases[2].short()).sign("d").named(Named::Enter);
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch);
    room.sees("磁盘已满，没有保存。清理出空间后再试一次，已填的内容还在。").sees("重试").sees("派给谁");
    room.keep("board-full-dock", LARGE);
    room.space(usize::MAX).click("重试");
    assert_eq!(room.stage(cases[2]), Stage::InHandling);
    room.misses("派给谁");
}

#[test]
fn a_reminder_that_could_not_be_kept_says_so_in_place_and_is_tried_again() {
    for (locale, again) in [(Locale::ZhCn, "重试"), (Locale::ZhTw, "重試"), (Locale::En, "Retry")] {
        let (mut room, cases) = opened(locale, Appearance::Dark);
        room.space(0).click(&cases[5].short()).sign("u");
        room.keep(&format!("board-full-remind-{}", locale.tag()), SMALL);
        let reminders = |room: &Room| room.complaint(cases[5]).order(FIRST).unwrap().reminders;
        assert_eq!(reminders(&room), 0, "{}", locale.tag());
        room.space(usize::MAX).click(again).misses(again);
        assert_eq!(reminders(&room), 1, "{}", locale.tag());
    }
}

/// The disk fills up between two of several: what was done is said as done, what was not stays ticked and is named, and
/// nothing is said of it that is not so.
#[test]
fn of_several_what_was_not_kept_stays_ticked_with_the_reason() {
    let (mut room, cases) = opened(Locale::ZhCn, Appearance::Light);
    room.space(1);
    all(&mut room).sign("u");
    let reminded = |room: &Room| {
        [cases[4], cases[5]].map(|it| room.complaint(it).order(FIRST).unwrap().reminders).iter().sum::<u16>()
    };
    assert_eq!(reminded(&room), 1);
    room.sees("已办 1 件，共 2 件").sees("磁盘已满，没有保存。清理出空间后再试一次，已填的内容还在。");
    room.keep("board-full-several", LARGE);
    room.space(usize::MAX).click("重试");
    assert_eq!(reminded(&room), 2);
    room.misses("重试");
}

/// 派单 of several: those that were not kept stay in the dock with what was chosen and typed there.
#[test]
fn of_several_dispatched_those_not_kept_stay_in_the_dock() {
    let (mut room, cases) = opened(Locale::ZhCn, Appearance::Light);
    let desk = room.world.desk();
    room.act(desk, cases[0], judged(Validity::Founded));
    room.follow();
    room.space(1);
    for id in [cases[0], cases[1], cases[2]] {
        room.click(&id.short()).named(Named::Space);
    }
    room.sign("d").sign("2").named(Named::Enter);
    let dispatched =
        |room: &Room| [cases[0], cases[1], cases[2]].iter().filter(|it| room.stage(**it) == Stage::InHandling).count();
    assert_eq!(dispatched(&room), 1);
    room.sees("派给谁").sees("已办 1 件，共 3 件");
    room.keep("board-full-several-dock", LARGE);
    room.space(usize::MAX).named(Named::Enter);
    assert_eq!(dispatched(&room), 3);
    room.misses("派给谁");
}

/// Several that the rules refuse for reasons of their own are told each with its own.
#[test]
fn each_reason_stands_with_the_numbers_that_it_is_about() {
    use redress::app::{Refused, Several};
    use redress::domain::complaint::Rejection;
    use redress::ui::part::several::{Again, not_done};
    let (room, cases) = opened(Locale::ZhCn, Appearance::Light);
    let env = room.shell.world.env().unwrap();
    let gone = Refused::Complaint(Rejection::NoSuchComplaint);
    let several = Several {
        done: Vec::new(),
        refused: vec![(cases[0], gone.clone()), (cases[1], Refused::Nothing), (cases[2], gone.clone())],
        untried: Vec::new(),
    };
    let told = not_done(&env, &several).unwrap();
    let reason = |it: &Refused| env.texts.refused(it, env.office());
    let both = env.texts.list([cases[0].short(), cases[2].short()]);
    let lines: Vec<&str> = told.words.lines().collect();
    assert_eq!(
        lines,
        [format!("{both}：{}", reason(&gone)), format!("{}：{}", cases[1].short(), reason(&Refused::Nothing))]
    );
    assert_eq!((told.left.len(), told.again), (3, Again::No));
    let full = Refused::NotKept(redress::app::NotKept::DiskFull);
    let several = Several { done: Vec::new(), refused: vec![(cases[0], full.clone())], untried: vec![cases[1]] };
    let told = not_done(&env, &several).unwrap();
    assert_eq!((told.words, told.left, told.again), (reason(&full), vec![cases[0], cases[1]], Again::Yes));
    assert!(not_done(&env, &Several::default()).is_none());
}

/// 工作台: a reminder that was not kept is told where it was asked for.
#[test]
fn the_workbench_says_what_was_not_kept_and_tries_again() {
    let (mut room, cases) = opened(Locale::ZhCn, Appearance::Light);
    room.at("10:42").follow();
    room.go(Place::Today).space(0);
    let key = redress::ui::screen::today::Message::DueAsked(cases[5]);
    room.tell_screen(redress::ui::shell::Message::Screen(redress::ui::screen::Message::Today(key)));
    room.sees("磁盘已满，没有保存。清理出空间后再试一次，已填的内容还在。");
    room.keep("today-full", LARGE);
    room.space(usize::MAX).click("重试");
    assert_eq!(room.complaint(cases[5]).order(FIRST).unwrap().reminders, 1);
}
