//! 部门处理 in the whole window, by keyboard: what is pressed is decided by the desk and comes back through the log.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use iced::advanced::renderer::Headless as _;
use iced::advanced::widget::{Operation, operation::Outcome};
use iced::advanced::{clipboard, mouse};
use iced::futures::StreamExt as _;
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Pixels, Rectangle, Size, Task};
use iced_runtime::{Action, UserInterface, user_interface};
use redress::app::{Desk, Request};
use redress::books::Books;
use redress::domain::complaint::terms::{Satisfaction, Validity};
use redress::domain::complaint::words::Agreement;
use redress::domain::complaint::{Command, Complaint, OrderStage, Stage};
use redress::domain::id::{ComplaintId, PersonId};
use redress::domain::record::Position;
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Preferences};
use redress::store::{EventLog as _, wait};
use redress::ui::house::{House, Told};
use redress::ui::picture::{self, Camera};
use redress::ui::screen::Place;
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::font;

use crate::app::{Hall, done};
use crate::window::stroke;
use crate::world::{FIRST, answered, investigated, judged, proposed, reached, text};

const LARGE: Size = Size::new(1440.0, 900.0);
const SMALL: Size = Size::new(1100.0, 700.0);

/// A window without a display: events go in, tasks are carried out, what the log holds is told.
struct Window {
    hall: Hall,
    desk: Desk,
    shell: Shell,
    cache: user_interface::Cache,
    renderer: iced::Renderer,
    told: Position,
    runtime: tokio::runtime::Runtime,
}

impl Window {
    fn new(hall: Hall, me: PersonId, locale: Locale) -> Self {
        let desk = hall.desk();
        let facts = wait(hall.log.after(Position::START, usize::MAX)).unwrap();
        let mut books = Books::default();
        books.absorb(&facts);
        font::use_faces(locale);
        let preferences = Preferences { locale: Some(locale), ..Preferences::default() };
        let mut shell = Shell::new(preferences, Files::default()).0;
        let told = books.position();
        let renderer =
            <iced::Renderer as iced::advanced::renderer::Headless>::new(font::REGULAR, Pixels(13.0), Some("tiny-skia"));
        let Poll::Ready(Some(renderer)) = std::pin::pin!(renderer).poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("no renderer");
        };
        assert!(!renderer.name().is_empty());
        shell.world.window = LARGE;
        shell.world.now = hall.world.now;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let cache = user_interface::Cache::default();
        let mut window = Self { hall, desk, shell, cache, renderer, told, runtime };
        let house = House::new(window.desk.clone(), books, Some(me)).unwrap();
        let entered = window.shell.enter(house);
        window.run(entered);
        let gone = window.shell.update(Message::Went(Place::Handling));
        window.run(gone);
        window
    }

    /// Sets the time for the desk and the window.
    fn at(&mut self, when: &str) {
        self.hall.at(when);
        self.shell.world.now = self.hall.world.now;
    }

    /// Somebody else asks for something.
    fn wish(&self, by: PersonId, id: ComplaintId, command: Command) {
        done(self.desk.act(Request::complaint(by, id, command))).unwrap();
    }

    /// What was written since is told.
    fn tell(&mut self) {
        let facts = wait(self.hall.log.after(self.told, usize::MAX)).unwrap();
        if let Some(last) = facts.last() {
            self.told = last.position;
            let task = self.shell.update(Message::Told(Told::Facts(Arc::new(facts))));
            self.shell.world.now = self.hall.world.now;
            self.run(task);
        }
    }

    fn key(&mut self, key: impl Into<Key>, modifiers: Modifiers) {
        self.press(key.into(), modifiers, None);
        self.tell();
    }

    fn typed(&mut self, words: &str) {
        for sign in words.chars() {
            self.press(Key::Character(sign.to_string().into()), Modifiers::empty(), Some(&sign.to_string()));
        }
    }

    fn press(&mut self, key: Key, modifiers: Modifiers, text: Option<&str>) {
        let mut messages = Vec::new();
        let mut ui = UserInterface::build(
            self.shell.view(),
            self.shell.world.window,
            std::mem::take(&mut self.cache),
            &mut self.renderer,
        );
        let _ = ui.update(
            &[iced::Event::Keyboard(stroke(key, modifiers, text))],
            mouse::Cursor::Unavailable,
            &mut self.renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        self.cache = ui.into_cache();
        for message in messages {
            let task = self.shell.update(message);
            self.run(task);
        }
    }

    /// Carries tasks out as far as they go without waiting: clocks of toasts are left alone.
    fn run(&mut self, task: Task<Message>) {
        let mut waiting: Vec<_> = iced_runtime::task::into_stream(task).into_iter().collect();
        while let Some(mut stream) = waiting.pop() {
            // What wakes itself goes on at once; what is still not ready then waits for time to pass.
            let mut patience = 64;
            while 0 < patience {
                let polled = {
                    let _inside = self.runtime.enter();
                    stream.poll_next_unpin(&mut Context::from_waker(Waker::noop()))
                };
                let action = match polled {
                    Poll::Ready(Some(action)) => action,
                    Poll::Ready(None) => break,
                    Poll::Pending => {
                        patience -= 1;
                        continue;
                    }
                };
                match action {
                    Action::Output(message) => {
                        let more = self.shell.update(message);
                        waiting.extend(iced_runtime::task::into_stream(more));
                    }
                    Action::Widget(operation) => self.operate(operation),
                    _ => {}
                }
            }
        }
    }

    fn operate(&mut self, operation: Box<dyn Operation>) {
        let mut ui = UserInterface::build(
            self.shell.view(),
            self.shell.world.window,
            std::mem::take(&mut self.cache),
            &mut self.renderer,
        );
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            ui.operate(&self.renderer, operation.as_mut());
            if let Outcome::Chain(more) = operation.finish() {
                next = Some(more);
            }
        }
        self.cache = ui.into_cache();
    }

    /// Every text in the window.
    fn texts(&mut self) -> Vec<String> {
        struct Read(Vec<String>);

        impl Operation for Read {
            fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
                operate(self);
            }

            fn text(&mut self, _id: Option<&iced::widget::Id>, _bounds: Rectangle, text: &str) {
                self.0.push(text.to_owned());
            }

            fn text_input(
                &mut self,
                _id: Option<&iced::widget::Id>,
                _bounds: Rectangle,
                state: &mut dyn iced::advanced::widget::operation::TextInput,
            ) {
                self.0.push(state.text().to_owned());
            }
        }

        let mut read = Read(Vec::new());
        let mut ui = UserInterface::build(
            self.shell.view(),
            self.shell.world.window,
            std::mem::take(&mut self.cache),
            &mut self.renderer,
        );
        ui.operate(&self.renderer, &mut read);
        self.cache = ui.into_cache();
        read.0
    }

    #[track_caller]
    fn shows(&mut self, words: &str) {
        let all = self.texts();
        assert!(all.iter().any(|it| it.contains(words)), "{words} is not in {all:?}");
    }

    #[track_caller]
    fn hides(&mut self, words: &str) {
        let all = self.texts();
        assert!(!all.iter().any(|it| it.contains(words)), "{words} is in {all:?}");
    }

    fn case(&self, id: ComplaintId) -> Complaint {
        Complaint::fold(done(self.desk.history(id)).unwrap().iter()).unwrap()
    }

    fn keep(&self, name: &str) {
        if let Some(folder) = std::env::var_os("REDRESS_PICTURES") {
            let locale = self.shell.world.texts.locale();
            let camera = Camera { size: self.shell.world.window, scale: 1.0, theme: self.shell.theme(), locale };
            let taken = picture::take(camera, self.shell.view()).unwrap();
            let path = std::path::Path::new(&folder).join(format!("{name}.png"));
            std::fs::write(path, picture::png(&taken).unwrap()).unwrap();
        }
    }
}

/// Dispatched to the handler of the first department.
fn dispatched(hall: &Hall, content: &str) -> ComplaintId {
    let desk = hall.desk();
    let mut details = hall.world.details();
    details.content = text(content);
    let request = Request::register(hall.world.desk(), details)
        .then(judged(Validity::Founded))
        .then(Command::Dispatch { to: hall.world.to_department(), note: None });
    done(desk.act(request)).unwrap().complaint().unwrap()
}

fn command() -> Modifiers {
    Modifiers::COMMAND
}

#[test]
fn a_handler_accepts_and_reports_by_keyboard() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷，三次上门仍未修好");
    let me = hall.world.handler();
    let mut window = Window::new(hall, me, Locale::ZhCn);
    window.shows("空调不制冷，三次上门仍未修好");
    window.at("2026-03-12 09:05");
    window.key(Key::Character("a".into()), Modifiers::empty());
    assert_eq!(window.case(id).orders[0].stage, OrderStage::Handling);
    window.shows("下次汇报 09:35");

    window.at("2026-03-12 09:20");
    window.key(Named::F2, Modifiers::empty());
    window.key(Named::Enter, command());
    assert_eq!(window.case(id).orders[0].reports[0].words.as_str(), "已联系客户");

    window.at("2026-03-12 09:40");
    window.key(Named::F3, Modifiers::empty());
    window.typed("正在核对领料单");
    window.shows("正在核对领料单");
    window.key(Named::Enter, command());
    let case = window.case(id);
    assert_eq!(case.orders[0].reports.len(), 2);
    assert_eq!(case.orders[0].reports[1].words.as_str(), "正在核对领料单");
    window.shows("今天已报 2 次，全部按时");
    window.shows("已记录 汇报");
}

#[test]
fn what_is_typed_stays_with_its_case() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let first = dispatched(&hall, "第一件");
    let second = dispatched(&hall, "第二件");
    let me = hall.world.handler();
    for (id, minute) in [(first, "2026-03-12 09:01"), (second, "2026-03-12 09:02")] {
        hall.at(minute);
        done(hall.desk().act(Request::complaint(me, id, Command::Accept { order: FIRST }))).unwrap();
    }
    let mut window = Window::new(hall, me, Locale::ZhCn);
    window.key(Named::F4, Modifiers::empty());
    window.typed("等仓库回话");
    // Down belongs to the list only while no field has the keyboard.
    window.key(Named::ArrowDown, Modifiers::empty());
    window.shows("等仓库回话");
    let picked = window.shell.update(Message::Screen(redress::ui::screen::Message::Handling(
        redress::ui::screen::handling::Message::Picked(second, None),
    )));
    window.run(picked);
    window.hides("等仓库回话");
    window.key(Named::ArrowUp, Modifiers::empty());
    window.shows("等仓库回话");
}

#[test]
fn a_refusal_keeps_what_was_typed_and_says_why() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷");
    let me = hall.world.handler();
    done(hall.desk().act(Request::complaint(me, id, Command::Accept { order: FIRST }))).unwrap();
    let mut window = Window::new(hall, me, Locale::ZhCn);
    // Somebody else executes meanwhile what this window does not know yet: the order is given back.
    let words = text("不属本部门");
    let reason = redress::domain::complaint::terms::ReturnReason::NotOurs;
    window.wish(me, id, Command::GiveBack { order: FIRST, reason, words });
    window.press(Named::F3.into(), Modifiers::empty(), None);
    window.typed("正在核查配件");
    window.press(Named::Enter.into(), command(), None);
    window.shows("没有完成：汇报");
    window.shows("正在核查配件");
    window.shows("重试");
}

/// The third of the must-pass scenarios, as a manager sees it: gate, approval, execution.
#[test]
fn a_manager_approves_and_the_gate_opens() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "热水器维修后复漏，卫生间天花板泡水");
    let (me, manager) = (hall.world.handler(), hall.world.manager());
    let mut window = Window::new(hall, me, Locale::ZhCn);
    let method = redress::domain::complaint::terms::ContactMethod::Phone;
    window.wish(me, id, Command::Accept { order: FIRST });
    window.wish(me, id, Command::Contact { order: FIRST, method, words: text("同意修复天花板，希望周六前完成") });
    window.wish(me, id, investigated(FIRST));
    window.wish(me, id, proposed(FIRST, 0));
    window.wish(me, id, answered(FIRST, Agreement::Refused));
    window.wish(me, id, proposed(FIRST, 2600));
    window.wish(me, id, answered(FIRST, Agreement::Agreed));
    window.at("2026-03-12 10:42");
    window.tell();
    window.shows("批准后才能执行");
    window.keep("04-handling");
    window.key(Named::Enter, command().union(Modifiers::SHIFT));
    assert_eq!(window.case(id).orders[0].stage, OrderStage::Handling, "no slip before the execution");
    window.wish(me, id, Command::Submit { order: FIRST });
    window.tell();
    let seated = window.shell.update(Message::PersonChosen(manager));
    window.run(seated);
    window.shows("按规则须您批准后才能执行");
    window.shows("方案对比");
    window.hides("13806172206");
    window.keep("04-approval");
    window.key(Named::Enter, command());
    assert!(window.case(id).orders[0].plan().unwrap().is_approved());
    let seated = window.shell.update(Message::PersonChosen(me));
    window.run(seated);
    window.hides("批准后才能执行");
    window.shows("已批准");
}

/// Tab reaches the note; Enter writes it once, and the next person finds nothing that was typed here.
#[test]
fn a_note_is_written_by_keyboard_and_drafts_are_personal() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷");
    let (me, manager) = (hall.world.handler(), hall.world.manager());
    let mut window = Window::new(hall, me, Locale::ZhCn);
    window.key(Named::Tab, Modifiers::SHIFT);
    window.typed("客户下午两点后在家");
    window.key(Named::Enter, Modifiers::empty());
    assert_eq!(window.case(id).notes.len(), 1);
    window.hides("重试");
    window.key(Named::Escape, Modifiers::empty());
    window.key(Key::Character("a".into()), Modifiers::empty());
    assert_eq!(window.case(id).orders[0].stage, OrderStage::Handling);
    window.key(Named::F4, Modifiers::empty());
    window.typed("等仓库回话");
    let seated = window.shell.update(Message::PersonChosen(manager));
    window.run(seated);
    window.hides("等仓库回话");
}

#[test]
fn a_customer_is_shown_in_full_to_the_handler_and_masked_to_others() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷");
    let me = hall.world.handler();
    let (desk, supervisor) = (hall.world.desk(), hall.world.supervisor());
    let manager = hall.world.person(Role::Manager, None);
    done(hall.desk().act(Request::complaint(me, id, Command::Accept { order: FIRST }))).unwrap();
    let mut window = Window::new(hall, me, Locale::ZhCn);
    window.shows("王海燕 13806172206");
    for who in [desk, supervisor] {
        let seated = window.shell.update(Message::PersonChosen(who));
        window.run(seated);
        window.shows("王女士 138****2206");
        window.hides("13806172206");
    }
    let seated = window.shell.update(Message::PersonChosen(manager));
    window.run(seated);
    window.shows("王女士");
    window.hides("2206");
    let cloaked = window.shell.update(Message::CloakToggled);
    window.run(cloaked);
    window.hides("王女士");
    window.hides("空调不制冷");
}

/// Twice dissatisfied: the manager whom the category names arranges the next round.
#[test]
fn an_escalated_case_goes_into_its_next_round() {
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "油烟机噪音，两轮处理仍不满意");
    let (me, desk) = (hall.world.handler(), hall.world.desk());
    let method = redress::domain::complaint::terms::ContactMethod::Phone;
    let target = hall.world.office.escalation_target(hall.world.details().category).unwrap();
    let mut window = Window::new(hall, target, Locale::ZhCn);
    for (round, day) in [(1, "2026-03-12 10:00"), (2, "2026-03-13 10:00")] {
        window.at(day);
        let order = window.case(id).orders.last().unwrap().no;
        let slip = window.hall.world.slip();
        window.wish(me, id, Command::Accept { order });
        window.wish(me, id, Command::Contact { order, method, words: text("已约上门") });
        window.wish(me, id, investigated(order));
        window.wish(me, id, proposed(order, 0));
        window.wish(me, id, answered(order, Agreement::Agreed));
        window.wish(me, id, Command::Execute { order, words: text("已换电机") });
        window.wish(me, id, Command::HandIn { order, slip: Box::new(slip) });
        window.wish(desk, id, Command::Dial { method, urgent: None });
        window.wish(desk, id, Command::RecordCallback(Box::new(reached(Satisfaction::Dissatisfied))));
        assert_eq!(window.case(id).dissatisfactions, round);
    }
    window.tell();
    assert_eq!(window.case(id).stage, Stage::Escalated);
    window.shows("已升级，请安排下一轮或结案");
    window.keep("04-escalated");
    let department = window.hall.world.department();
    for message in [
        redress::ui::screen::handling::Message::Chose(redress::ui::screen::handling::Choice::Department(department)),
        redress::ui::screen::handling::Message::Asked(redress::ui::screen::handling::Ask::Dispatch),
    ] {
        let task = window.shell.update(Message::Screen(redress::ui::screen::Message::Handling(message)));
        window.run(task);
    }
    window.tell();
    let case = window.case(id);
    assert_eq!((case.stage, case.round.0), (Stage::InHandling, 3));
    window.shows("第 3 轮");
}

#[test]
fn every_language_and_look_can_be_drawn() {
    for locale in Locale::ALL {
        let mut hall = Hall::practice();
        hall.at("2026-03-12 09:00");
        let id = dispatched(&hall, "燃气热水器安装位置与约定不符");
        let me = hall.world.handler();
        done(hall.desk().act(Request::complaint(me, id, Command::Accept { order: FIRST }))).unwrap();
        let mut window = Window::new(hall, me, locale);
        for (appearance, size) in [(Appearance::Light, LARGE), (Appearance::Dark, SMALL)] {
            window.shell.world.preferences.appearance = appearance;
            window.shell.world.window = size;
            let camera = Camera { size, scale: 1.0, theme: window.shell.theme(), locale };
            let taken = picture::take(camera, window.shell.view()).unwrap();
            let ink = picture::ink(&taken, window.shell.theme().canvas);
            assert!((0.05..=1.0).contains(&ink), "{locale:?} {appearance:?}: {ink}");
            window.keep(&format!("handling-{}-{appearance:?}", locale.tag()));
        }
    }
}

fn on_handling(window: &mut Window, message: redress::ui::screen::handling::Message) {
    let task = window.shell.update(Message::Screen(redress::ui::screen::Message::Handling(message)));
    window.run(task);
}

/// A form to give the order back, filled in and not sent; the log knows more than the window then.
fn about_to_give_back(locale: Locale) -> (Window, ComplaintId) {
    use redress::ui::screen::handling::{Ask, Message as On};
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷");
    let me = hall.world.handler();
    done(hall.desk().act(Request::complaint(me, id, Command::Accept { order: FIRST }))).unwrap();
    let mut window = Window::new(hall, me, locale);
    window.at("2026-03-12 09:05");
    on_handling(&mut window, On::Opened(Ask::GiveBack));
    window.key(Key::Character("1".into()), Modifiers::empty());
    window.key(Named::Tab, Modifiers::empty());
    window.typed("应由物流部处理");
    (window, id)
}

#[test]
fn what_others_did_to_something_else_is_taken_over_silently() {
    let (mut window, id) = about_to_give_back(Locale::ZhCn);
    let supervisor = window.hall.world.supervisor();
    window.wish(supervisor, id, Command::Note { words: text("客户很着急") });
    window.press(Named::Enter.into(), command(), None);
    assert_eq!(window.case(id).orders[0].stage, OrderStage::Ended);
}

#[test]
fn what_was_done_to_the_same_thing_elsewhere_is_told_and_ones_own_words_stay() {
    use redress::domain::complaint::terms::PauseReason;
    use redress::ui::screen::handling::{Ask, Message as On, Side};
    for (locale, side) in Locale::ALL.into_iter().zip([Side::Theirs, Side::Mine, Side::Theirs]) {
        let (mut window, id) = about_to_give_back(locale);
        on_handling(&mut window, On::Opened(Ask::Pause));
        window.key(Key::Character("1".into()), Modifiers::empty());
        window.key(Named::Tab, Modifiers::empty());
        window.typed("客户出差");
        let me = window.hall.world.handler();
        let (reason, words) = (PauseReason::WaitingForParts, text("等配件到货"));
        window.wish(me, id, Command::Pause { order: FIRST, reason, words });
        window.press(Named::Enter.into(), command(), None);
        let name = window.desk.office().person(me).unwrap().name.to_string();
        window.shows(&name);
        window.shows("客户出差");
        on_handling(&mut window, On::DifferenceTurned);
        window.shows("等配件到货");
        window.keep(&format!("handling-conflict-{}", locale.tag()));
        on_handling(&mut window, On::Resolved(side));
        match side {
            Side::Theirs => window.hides("客户出差"),
            // It is sent on what is now; where that cannot be, the reason stands there and the words stay.
            Side::Mine => window.shows("客户出差"),
        }
        assert_eq!(window.case(id).orders[0].paused, Some(PauseReason::WaitingForParts), "{locale:?}");
    }
}

#[test]
fn a_case_is_reviewed_followed_and_improved_by_keyboard() {
    use redress::ui::screen::handling::{Ask, Message as On};
    for locale in Locale::ALL {
        let mut hall = Hall::practice();
        hall.at("2026-03-12 09:00");
        let id = dispatched(&hall, "空调不制冷");
        let supervisor = hall.world.supervisor();
        let mut window = Window::new(hall, supervisor, locale);
        let shown = window.shell.update(Message::Screen(redress::ui::screen::Message::Handling(On::Picked(id, None))));
        window.run(shown);
        window.at("2026-03-12 09:05");
        on_handling(&mut window, On::Opened(Ask::Hold));
        window.typed("赵明诚");
        window.key(Named::Enter, command());
        // What is missing is marked, and the keyboard goes there.
        assert!(window.case(id).accountability.is_empty());
        window.typed("口头警告");
        window.key(Named::Tab, Modifiers::empty());
        window.typed("三次上门未修好");
        window.key(Named::Enter, command());
        assert_eq!(window.case(id).accountability.len(), 1, "{locale:?}");

        on_handling(&mut window, On::Opened(Ask::Improve));
        window.typed("配件常缺");
        window.key(Named::Tab, Modifiers::empty());
        window.typed("按周备件");
        window.key(Named::Tab, Modifiers::empty());
        window.key(Named::Tab, Modifiers::empty());
        for wrong in ["昨天的昨天", "31.31"] {
            window.typed(wrong);
            window.key(Named::Enter, command());
            assert!(window.case(id).improvements.is_empty(), "{wrong}");
            for _ in wrong.chars() {
                window.key(Named::Backspace, Modifiers::empty());
            }
        }
        window.typed("2026-03-20");
        window.key(Named::Enter, command());
        let planned = window.case(id).improvements;
        assert_eq!((planned.len(), planned[0].what.owner), (1, supervisor), "{locale:?}");
        window.keep(&format!("handling-oversight-{}", locale.tag()));
        on_handling(&mut window, On::Opened(Ask::Improved));
        window.key(Named::Tab, Modifiers::empty());
        window.typed("两周内未再缺件");
        window.key(Named::Enter, command());
        assert!(window.case(id).improvements[0].finished.is_some(), "{locale:?}");

        on_handling(&mut window, On::Opened(Ask::Review));
        window.typed("处理得当，派单稍慢");
        window.key(Named::Enter, command());
        assert_eq!(window.case(id).reviews.len(), 1, "{locale:?}");
        window.shows("处理得当，派单稍慢");
    }
}

/// Members of a task group are chosen side by side by keys; a digit takes one back, arrows never do.
#[test]
fn members_of_a_group_are_chosen_and_taken_back_by_keys() {
    use redress::ui::screen::handling::{Ask, Choice, Message as On};
    let mut hall = Hall::practice();
    hall.at("2026-03-12 09:00");
    let id = dispatched(&hall, "空调不制冷");
    let supervisor = hall.world.supervisor();
    let mut window = Window::new(hall, supervisor, Locale::ZhCn);
    let shown = window.shell.update(Message::Screen(redress::ui::screen::Message::Handling(On::Picked(id, None))));
    window.run(shown);
    window.at("2026-03-12 09:05");
    on_handling(&mut window, On::Opened(Ask::FormGroup));
    let (leader, member) = (Choice::Leader(supervisor).group(), Choice::Member(supervisor).group());
    on_handling(&mut window, On::Numbered(leader, 0));
    // Two are in, the first is taken back by its digit.
    for place in [0, 1, 0] {
        on_handling(&mut window, On::Numbered(member, place));
    }
    // The next one by the arrow; at the end arrows take nobody back.
    for _ in 0..40 {
        on_handling(&mut window, On::Shifted(member, redress::ui::part::form::Step::Next));
    }
    on_handling(&mut window, On::Asked(Ask::FormGroup));
    let group = window.case(id).group.unwrap();
    assert!(2 < group.members.len(), "{:?}", group.members);
}
