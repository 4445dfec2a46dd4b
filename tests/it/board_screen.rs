//! 派单看板 and 工作台 in a practice office: drawn, clicked and driven by keys without a display.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use iced::Size;
use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::simulator::Simulator;
use redress::app::{Desk, EventLog, Given, Now, Request, press};
use redress::books::Books;
use redress::domain::complaint::terms::{Severity, Urgency, Validity};
use redress::domain::complaint::{Command, Details, Stage};
use redress::domain::customer::Phone;
use redress::domain::id::{ComplaintId, OrderNo, PersonId, StreamId};
use redress::domain::office::founding;
use redress::domain::record::{Fact, PROGRAM, Position, Version};
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Preferences};
use redress::store::{Batch, Memory, wait};
use redress::ui::house::{House, Told};
use redress::ui::picture::{self, Camera};
use redress::ui::screen::Place;
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::{Theme, font};

use crate::full_disk::Cramped;
use crate::window::heard;
use crate::world::{World, judged, text};

pub const LARGE: Size = Size::new(1440.0, 900.0);
pub const SMALL: Size = Size::new(1100.0, 700.0);

/// A practice office with a window on it.
pub struct Room {
    log: Arc<Memory>,
    /// So many more batches the disk has room for.
    space: Arc<AtomicUsize>,
    pub world: World,
    clock: Arc<Given>,
    pub desk: Desk,
    pub shell: Shell,
    told: Position,
}

impl Room {
    pub fn new(locale: Locale, appearance: Appearance) -> Self {
        let world = World::new();
        let log = Arc::new(Memory::default());
        let facts = founding::practice("zh-CN").into_iter().map(Fact::Office).collect();
        let (stream, expected) = (StreamId::Office, Version::NONE);
        let batch = Batch { stream, expected, beside: Vec::new(), press: press(), at: world.now, by: PROGRAM, facts };
        wait(log.append(batch)).unwrap();
        let clock = Arc::new(Given::at(world.now));
        let space = Arc::new(AtomicUsize::new(usize::MAX));
        let cramped: Arc<dyn EventLog> = Arc::new(Cramped::on(Arc::clone(&log), Arc::clone(&space)));
        let desk = Desk::new(cramped, Arc::<Given>::clone(&clock) as Arc<dyn Now>);
        let shell =
            Shell::new(Preferences { locale: Some(locale), appearance, ..Preferences::default() }, Files::default()).0;
        Self { log, space, world, clock, desk, shell, told: Position::START }
    }

    /// The disk has room for so many more batches, and then is full.
    pub fn space(&mut self, batches: usize) -> &mut Self {
        self.space.store(batches, Ordering::SeqCst);
        self
    }

    /// Opens the window on what was done so far, with somebody at work.
    pub fn enter(&mut self, person: PersonId) -> &mut Self {
        let mut books = Books::default();
        let facts = wait(self.log.after(Position::START, usize::MAX)).unwrap();
        books.absorb(&facts);
        self.told = facts.last().map(|it| it.position).unwrap();
        self.shell.world.now = self.world.now;
        let house = House::new(self.desk.clone(), books, Some(person)).unwrap();
        let _task = self.shell.enter(house);
        self.shell.world.now = self.world.now;
        self
    }

    pub fn at(&mut self, when: &str) -> &mut Self {
        self.world.at(when);
        self.clock.set(self.world.now);
        self
    }

    pub fn act(&self, by: PersonId, id: ComplaintId, command: Command) {
        wait(Box::pin(self.desk.act(Request::complaint(by, id, command)))).unwrap();
    }

    /// A complaint as the log has it, whether the window is open or not.
    pub fn complaint_in_log(&self, id: ComplaintId) -> redress::domain::complaint::Complaint {
        let facts = wait(self.log.history(StreamId::Complaint(id))).unwrap();
        redress::domain::complaint::Complaint::fold(&facts).unwrap()
    }

    /// The facts of a complaint, in order.
    pub fn facts(&self, id: ComplaintId) -> Vec<redress::domain::record::Recorded> {
        wait(self.log.history(StreamId::Complaint(id))).unwrap()
    }

    pub fn registered(&self, details: Details) -> ComplaintId {
        wait(Box::pin(self.desk.act(Request::register(self.world.desk(), details)))).unwrap().complaint().unwrap()
    }

    pub fn details(&self, name: &str, words: &str, severity: Severity) -> Details {
        let mut details = self.world.details();
        details.complainant.name = text(name);
        details.complainant.phone = Phone::new(&format!("138{:08}", name.chars().map(u32::from).sum::<u32>())).unwrap();
        details.content = text(words);
        details.category = self.world.category(severity);
        details.severity = severity;
        details
    }

    /// Cases in several lanes.
    pub fn filled(&mut self) -> Vec<ComplaintId> {
        let desk = self.world.desk();
        self.at("2026-03-12 09:00");
        let new = |room: &Self, name: &str, words: &str| room.registered(room.details(name, words, Severity::Minor));
        let to_judge = new(self, "何佳", "直播间承诺的赠品电水壶未随货发出");
        self.at("09:05");
        let mut urgent =
            self.details("张伟", "扫地机器人充电座冒烟，有烧焦味，要求尽快上门检查并说明原因", Severity::Major);
        urgent.safety = true;
        urgent.urgency = Urgency::Critical;
        let major = self.registered(urgent);
        self.act(desk, major, judged(Validity::Founded));
        let to_dispatch = new(self, "徐进", "安装师傅加收 120 元材料费，无收据");
        self.act(desk, to_dispatch, judged(Validity::Founded));
        let to_reply = new(self, "袁宁", "认为说明书有误，要求赔偿");
        self.act(desk, to_reply, judged(Validity::Unfounded));
        let to = self.world.to_department();
        let to_accept = new(self, "郭敏", "洗衣机外箱破损、内筒变形，要求换新");
        self.act(desk, to_accept, judged(Validity::Founded));
        self.act(desk, to_accept, Command::Dispatch { to: to.clone(), note: None });
        let handled = new(self, "陈立", "冰箱约定 3 月 7 日送达，延误 5 天仍未送");
        self.act(desk, handled, judged(Validity::PartlyFounded));
        self.act(desk, handled, Command::Dispatch { to, note: None });
        self.at("09:10");
        self.act(self.world.handler(), handled, Command::Accept { order: OrderNo(1) });
        self.at("09:20");
        vec![to_judge, major, to_dispatch, to_reply, to_accept, handled]
    }

    pub fn go(&mut self, place: Place) -> &mut Self {
        let _task = self.shell.update(Message::Went(place));
        self
    }

    /// Carries out what a task brings, as the runtime would, and tells the facts that came of it.
    fn run(&mut self, task: iced::Task<Message>) {
        let mut waiting = vec![task];
        while let Some(task) = waiting.pop() {
            let Some(mut stream) = iced_runtime::task::into_stream(task) else { continue };
            let mut actions = Vec::new();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                use iced::futures::StreamExt as _;
                // Operations on widgets and clocks of toasts have no answer here.
                while let Ok(Some(action)) =
                    tokio::time::timeout(std::time::Duration::from_millis(200), stream.next()).await
                {
                    if let iced_runtime::Action::Output(message) = action {
                        actions.push(message);
                    }
                }
            });
            for message in actions {
                waiting.push(self.shell.update(message));
            }
            waiting.push(self.tell());
        }
    }

    fn tell(&mut self) -> iced::Task<Message> {
        let facts = wait(self.log.after(self.told, usize::MAX)).unwrap();
        let Some(last) = facts.last() else { return iced::Task::none() };
        self.told = last.position;
        let task = self.shell.update(Message::Told(Told::Facts(Arc::new(facts))));
        self.shell.world.now = self.world.now;
        task
    }

    /// Says something to the window, and carries out what follows.
    pub fn send(&mut self, message: Message) -> &mut Self {
        let task = self.shell.update(message);
        self.run(task);
        self
    }

    pub fn key(&mut self, key: impl Into<Key>, modifiers: Modifiers) -> &mut Self {
        let task = self.shell.update(heard(key, modifiers));
        self.run(task);
        self
    }

    pub fn named(&mut self, named: Named) -> &mut Self {
        self.key(named, Modifiers::empty())
    }

    pub fn sign(&mut self, sign: &str) -> &mut Self {
        self.key(Key::Character(sign.into()), Modifiers::empty())
    }

    fn simulator(&self, size: Size) -> Simulator<'_, Message, Theme> {
        font::use_faces(self.shell.world.texts.locale());
        let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
        Simulator::with_size(settings, size, self.shell.view())
    }

    pub fn click(&mut self, words: &str) -> &mut Self {
        let messages = {
            let mut simulator = self.simulator(LARGE);
            simulator.click(words).unwrap_or_else(|it| panic!("{words}: {it}"));
            simulator.into_messages().collect::<Vec<_>>()
        };
        for message in messages {
            let task = self.shell.update(message);
            self.run(task);
        }
        self
    }

    /// Types into the field that the screen has focused, as the window would.
    pub fn types(&mut self, words: &str) -> &mut Self {
        use redress::ui::screen::{Message as OnScreen, board};
        let message = |it| Message::Screen(OnScreen::Board(board::Message::Dock(it)));
        let edit = iced::widget::text_editor::Edit::Paste(Arc::new(words.to_owned()));
        let task =
            self.shell.update(message(board::DockMessage::Edited(iced::widget::text_editor::Action::Edit(edit))));
        self.run(task);
        let task = self.shell.update(message(board::DockMessage::LineTyped(words.to_owned())));
        self.run(task);
        self
    }

    /// The line of a card that says whose it is.
    fn whose(&self, id: ComplaintId) -> String {
        let house = self.shell.world.house.as_ref().unwrap();
        let complaint = house.books.complaint(id).unwrap();
        let office = house.books.office();
        let top = office.category(office.parent(complaint.details.category)).unwrap();
        format!("{}·{}", self.shell.world.texts.customer(&complaint.details.complainant), top.name.as_str())
    }

    /// A message as a widget would send it.
    pub fn tell_screen(&mut self, message: Message) -> &mut Self {
        let task = self.shell.update(message);
        self.run(task);
        self
    }

    /// Takes over what others did meanwhile.
    pub fn follow(&mut self) -> &mut Self {
        self.shell.world.now = self.world.now;
        let task = self.tell();
        self.run(task);
        self
    }

    /// Where words stand in the window.
    #[track_caller]
    pub fn place_of(&mut self, words: &str) -> iced::Point {
        let found = self.simulator(LARGE).find(words).unwrap_or_else(|it| panic!("{words}: {it}"));
        found.visible_bounds().unwrap_or_else(|| panic!("{words} is not in sight")).center()
    }

    /// Moves the pointer to a place, and does there what is said.
    pub fn pointer(&mut self, at: iced::Point, then: &[iced::mouse::Event]) -> &mut Self {
        use iced::{Event, mouse};
        let messages = {
            let mut simulator = self.simulator(LARGE);
            simulator.point_at(at);
            let moved = mouse::Event::CursorMoved { position: at };
            let events = std::iter::once(moved).chain(then.iter().copied()).map(Event::Mouse);
            let _ = simulator.simulate(events);
            simulator.into_messages().collect::<Vec<_>>()
        };
        for message in messages {
            let task = self.shell.update(message);
            self.run(task);
        }
        self
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        assert!(self.simulator(LARGE).find(words).is_ok(), "{words} is not in sight");
        self
    }

    #[track_caller]
    pub fn misses(&mut self, words: &str) -> &mut Self {
        assert!(self.simulator(LARGE).find(words).is_err(), "{words} is in sight");
        self
    }

    pub fn stage(&self, id: ComplaintId) -> Stage {
        self.shell.world.house.as_ref().unwrap().books.complaint(id).unwrap().stage
    }

    /// A picture of a window that is zoomed: so many logical pixels on so many real ones.
    pub fn zoomed(&mut self, name: &str, size: Size, logical: Size) -> &mut Self {
        self.shell.world.window = size;
        let locale = self.shell.world.texts.locale();
        let scale = size.width / logical.width;
        let camera = Camera { size: logical, scale, theme: self.shell.theme(), locale };
        let picture = picture::take(camera, self.shell.view()).unwrap();
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(path, picture::png(&picture).unwrap()).unwrap();
        }
        self
    }

    /// Whether words stand within a window of so many logical pixels.
    pub fn is_in_sight(&mut self, words: &str, logical: Size) -> bool {
        let mut simulator = self.simulator(logical);
        let found = simulator.find(words).ok();
        let bounds = found.and_then(|it| it.visible_bounds());
        bounds.is_some_and(|it| 0.0 < it.height && it.y + it.height <= logical.height)
    }

    /// See [`crate::window::cuts`].
    pub fn cuts(&mut self, size: Size) -> Vec<String> {
        use crate::window::{Drawn, cuts};
        let before = std::mem::replace(&mut self.shell.world.window, size);
        let all = Arc::new(std::sync::Mutex::new(Vec::new()));
        let kept = Arc::clone(&all);
        // It looks for nothing, and sees everything on its way.
        let _none = self.simulator(size).find(move |it: iced_test::selector::Candidate<'_>| {
            kept.lock().unwrap().extend(Drawn::of(&it));
            None::<()>
        });
        let drawn = std::mem::take(&mut *all.lock().unwrap());
        self.shell.world.window = before;
        cuts(drawn)
    }

    /// Whether words stand wholly within a window of so many logical pixels.
    pub fn is_within(&mut self, words: &str, window: Size) -> bool {
        let mut simulator = self.simulator(window);
        let found = simulator.find(words).ok();
        let bounds = found.and_then(|it| Some((it.bounds(), it.visible_bounds()?)));
        bounds.is_some_and(|(whole, seen)| {
            (whole.width - seen.width).abs() < 1.0
                && 0.0 < seen.height
                && seen.x + seen.width <= window.width + 0.5
                && seen.y + seen.height <= window.height + 0.5
        })
    }

    /// A picture of whatever is shown, overlays too.
    pub fn photograph(&mut self, name: &str, size: Size) -> &mut Self {
        let before = std::mem::replace(&mut self.shell.world.window, size);
        let locale = self.shell.world.texts.locale();
        let camera = Camera { size, scale: 1.0, theme: self.shell.theme(), locale };
        let picture = picture::take(camera, self.shell.view()).unwrap();
        self.shell.world.window = before;
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(path, picture::png(&picture).unwrap()).unwrap();
        }
        self
    }

    pub fn keep(&mut self, name: &str, size: Size) {
        self.shell.world.window = size;
        let locale = self.shell.world.texts.locale();
        let camera = Camera { size, scale: 1.0, theme: self.shell.theme(), locale };
        let picture = picture::take(camera, self.shell.view()).unwrap();
        let share = picture::ink(&picture, self.shell.theme().canvas);
        assert!((0.01..0.99).contains(&share), "{name}: {share}");
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(path, picture::png(&picture).unwrap()).unwrap();
        }
    }

    pub fn place(&self) -> Place {
        self.shell.place()
    }

    pub fn complaint(&self, id: ComplaintId) -> &redress::domain::complaint::Complaint {
        self.shell.world.house.as_ref().unwrap().books.complaint(id).unwrap()
    }

    pub fn speak(&mut self, locale: Locale, appearance: Appearance) {
        let _task = self.shell.update(Message::LocaleChosen(locale));
        let _task = self.shell.update(Message::AppearanceChosen(appearance));
    }
}

#[test]
fn the_board_in_every_language_and_look() {
    let dark = std::iter::once((Locale::ZhCn, Appearance::Dark));
    for (locale, appearance) in Locale::ALL.into_iter().map(|it| (it, Appearance::Light)).chain(dark) {
        let mut room = Room::new(locale, appearance);
        room.filled();
        let desk = room.world.desk();
        room.enter(desk).go(Place::Board);
        let tag = format!("{}-{appearance:?}", locale.tag());
        room.keep(&format!("board-{tag}"), LARGE);
        room.sign("v");
        room.keep(&format!("list-{tag}-min"), SMALL);
        room.sign("v").named(Named::ArrowDown).sign("d");
        room.keep(&format!("dock-{tag}"), LARGE);
    }
}

#[test]
fn a_complaint_is_judged_and_dispatched_by_keys_alone() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click(&cases[0].short()).sign("d").sees("判断投诉").sign("1");
    // Without a reason nothing is sent, and what was chosen stays.
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[0]), Stage::ToJudge);
    room.types("赠品页面写明随货发出");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[0]), Stage::ToDispatch);
    room.sees("派给谁").named(Named::Enter);
    assert_eq!(room.stage(cases[0]), Stage::InHandling);
    room.misses("派给谁");
}

#[test]
fn a_dispatch_is_taken_back_from_its_toast() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click(&cases[2].short()).sign("d").sign("3").named(Named::Enter);
    assert_eq!(room.stage(cases[2]), Stage::InHandling);
    room.key(iced::keyboard::Key::Character("z".into()), Modifiers::COMMAND);
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch);
}

#[test]
fn an_unfounded_complaint_is_answered_in_the_words_of_the_script() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click(&cases[3].short()).sign("d").sees("答复客户").sign("1");
    room.key(Named::Enter, Modifiers::COMMAND);
    assert_eq!(room.stage(cases[3]), Stage::Closed);
    let books = &room.shell.world.house.as_ref().unwrap().books;
    let reply = books.complaint(cases[3]).unwrap().reply.as_ref().unwrap();
    assert!(reply.what.words.as_str().contains("您好"), "{}", reply.what.words.as_str());
    assert!(!reply.what.words.as_str().contains('{'));
}

#[test]
fn a_limit_is_exempted_with_a_reason_and_a_sentence() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click(&cases[2].short()).sign("d").click("暂时派不了…").sees("豁免哪个时限");
    room.sign("1").named(Named::Enter);
    let exempt = |room: &Room| {
        let books = &room.shell.world.house.as_ref().unwrap().books;
        books.exemptions().len()
    };
    assert_eq!(exempt(&room), 0, "a sentence is missing");
    room.types("客户出差");
    room.named(Named::Enter);
    assert_eq!(exempt(&room), 1);
    room.sees("派给谁");
    assert_eq!(room.stage(cases[2]), Stage::ToDispatch);
}

#[test]
fn what_somebody_else_did_meanwhile_is_told_and_nothing_typed_is_lost() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click(&cases[0].short()).sign("d").sign("2");
    room.types("只有一半属实");
    // The other desk is quicker; this one has not been told yet.
    room.act(room.world.supervisor(), cases[0], judged(Validity::Founded));
    room.key(Named::Enter, Modifiers::COMMAND);
    room.sees("没有办成，填写的内容都还在").sees("重试");
    room.click("重试");
    let books = &room.shell.world.house.as_ref().unwrap().books;
    assert_eq!(books.complaint(cases[0]).unwrap().validity(), Some(Validity::PartlyFounded));
}

#[test]
fn a_handler_sees_the_board_and_no_verb_of_the_desk() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let handler = room.world.handler();
    room.enter(handler).go(Place::Board);
    room.misses(&cases[0].short());
    room.click(&cases[4].short()).sign("d").sees("这一件").misses("派单");
    room.misses("暂时派不了…");
}

#[test]
fn filters_narrow_and_are_taken_away_by_keys() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    room.click("优先级").named(Named::ArrowDown).named(Named::Enter);
    room.sees(&cases[1].short()).misses(&cases[0].short());
    room.click("清除").sees(&cases[0].short());
}

#[test]
fn the_cloak_hides_names_and_words() {
    let mut room = Room::new(Locale::ZhCn, Appearance::Light);
    let cases = room.filled();
    let desk = room.world.desk();
    room.enter(desk).go(Place::Board);
    let whose = room.whose(cases[4]);
    room.sees(&whose);
    room.named(Named::F9);
    room.misses(&whose).sees(&cases[4].short());
}

impl Room {
    /// Gives the window a message of a screen, as a widget would.
    pub fn say(&mut self, message: redress::ui::screen::Message) -> &mut Self {
        let task = self.shell.update(Message::Screen(message));
        self.run(task);
        self
    }

    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    pub fn books(&self) -> &Books {
        &self.shell.world.house.as_ref().unwrap().books
    }

    /// Whether words are in sight as a part of anything.
    pub fn reads(&mut self, words: &str) -> bool {
        use iced_test::selector::Candidate;
        let holds = |it: Candidate<'_>| match it {
            Candidate::Text { content, .. } if content.contains(words) => Some(()),
            Candidate::TextInput { state, .. } if state.text().contains(words) => Some(()),
            _ => None,
        };
        self.simulator(LARGE).find(holds).is_ok()
    }

    /// How often words are in sight as a part of anything.
    pub fn times_read(&mut self, words: &str) -> usize {
        use std::sync::atomic::Ordering;

        use iced_test::selector::Candidate;
        let times = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let (counted, words) = (std::sync::Arc::clone(&times), words.to_owned());
        let count = move |it: Candidate<'_>| -> Option<()> {
            if matches!(it, Candidate::Text { content, .. } if content.contains(&words)) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
            None
        };
        let _nothing = self.simulator(LARGE).find(count);
        times.load(Ordering::Relaxed)
    }

    pub fn office(&self) -> &redress::domain::office::Office {
        self.shell.world.house.as_ref().unwrap().books.office()
    }
}
