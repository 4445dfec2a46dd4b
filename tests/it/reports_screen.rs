//! 报表 over a practice year: drawn, submitted, filed, made again.

use std::sync::Arc;

use iced::Size;
use iced_test::simulator::Simulator;
use redress::app::demo::{self, Plan};
use redress::app::{Desk, EventLog, Given, Now, filing};
use redress::books::Books;
use redress::domain::month::Month;
use redress::domain::office::founding;
use redress::domain::record::Position;
use redress::domain::role::Role;
use redress::i18n::Locale;
use redress::platform::preferences::{Appearance, Preferences};
use redress::store::{Memory, wait};
use redress::ui::house::{House, Told};
use redress::ui::picture::{self, Camera};
use redress::ui::screen::{self, Place, reports};
use redress::ui::shell::{Files, Message, Shell};
use redress::ui::theme::font;

struct Desktop {
    log: Arc<Memory>,
    desk: Desk,
    shell: Shell,
    told: Position,
    month: Month,
}

/// A window on a practice quarter, with the supervisor at work.
fn desktop(locale: Locale) -> Desktop {
    let until = "2026-03-12T02:42:00Z".parse().unwrap();
    let plan = Plan { complaints: 60, months: 3, seed: 7, until };
    let log = Arc::new(Memory::default());
    for batch in demo::year(founding::practice("zh-CN"), &plan).unwrap() {
        wait(log.append(batch)).unwrap();
    }
    let now: Arc<dyn Now> = Arc::new(Given::at(until));
    let desk = Desk::new(Arc::<Memory>::clone(&log) as Arc<dyn EventLog>, now);
    let mut books = Books::default();
    books.absorb(&wait(log.after(Position::START, usize::MAX)).unwrap());
    let told = books.position();
    let supervisor = books.office().holders(Role::FrontDeskSupervisor).next().unwrap().id;
    let preferences = Preferences { locale: Some(locale), appearance: Appearance::Light, ..Preferences::default() };
    let mut shell = Shell::new(preferences, Files::default()).0;
    shell.world.now = until;
    let house = House::new(desk.clone(), books, Some(supervisor)).unwrap();
    let _first = shell.enter(house);
    shell.world.now = until;
    let _went = shell.update(Message::Went(Place::Reports));
    let month = Month::new(2026, 2).unwrap();
    Desktop { log, desk, shell, told, month }
}

impl Desktop {
    fn tell(&mut self) {
        let facts = wait(self.log.after(self.told, usize::MAX)).unwrap();
        if let Some(last) = facts.last() {
            self.told = last.position;
            let now = self.shell.world.now;
            let _told = self.shell.update(Message::Told(Told::Facts(Arc::new(facts))));
            self.shell.world.now = now;
        }
    }

    fn says(&mut self, message: reports::Message) {
        let _task = self.shell.update(Message::Screen(screen::Message::Reports(message)));
    }

    fn keep(&self, name: &str, size: Size) -> (u32, u32) {
        let camera = Camera { size, scale: 1.0, theme: self.shell.theme(), locale: self.shell.world.texts.locale() };
        let picture = picture::take(camera, self.shell.view()).unwrap();
        if let Some(dir) = std::env::var_os("REDRESS_PICTURES") {
            picture.save(std::path::PathBuf::from(dir).join(format!("{name}.png"))).unwrap();
        }
        picture.dimensions()
    }
}

#[test]
fn nobody_asks_for_the_report_of_a_month_before_the_first_complaint() {
    let mut desktop = desktop(Locale::ZhCn);
    for (month, wanted) in [("2025-06", false), ("2026-02", true)] {
        desktop.says(reports::Message::MonthChosen(month.parse().unwrap()));
        let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
        let mut simulator = Simulator::with_size(settings, Size::new(1440.0, 900.0), desktop.shell.view());
        let words = desktop.shell.world.texts.reports_before_first();
        assert_eq!(simulator.find(words).is_err(), wanted, "{month}");
    }
}

#[test]
fn the_sheet_is_drawn_in_every_language() {
    for (locale, name) in [(Locale::ZhCn, "zh-CN"), (Locale::ZhTw, "zh-TW"), (Locale::En, "en")] {
        let desktop = desktop(locale);
        assert_eq!(desktop.keep(&format!("reports-{name}"), Size::new(1440.0, 900.0)), (1440, 900));
        assert_eq!(desktop.keep(&format!("reports-{name}-min"), Size::new(1100.0, 700.0)), (1100, 700));
    }
}

#[test]
fn every_report_has_pages() {
    let mut desktop = desktop(Locale::ZhCn);
    for kind in [
        reports::Kind::MonthlySummary,
        reports::Kind::CategoryStatistics,
        reports::Kind::CallbackSummary,
        reports::Kind::CallbackSheet,
        reports::Kind::Ledger,
    ] {
        desktop.says(reports::Message::KindChosen(kind));
        desktop.keep(&format!("reports-{kind:?}"), Size::new(1440.0, 900.0));
        assert!(desktop.shell.screens.reports.pages() > 0, "{kind:?}");
    }
}

#[test]
fn a_month_is_submitted_filed_and_can_be_made_again() {
    let mut desktop = desktop(Locale::ZhCn);
    let books = &desktop.shell.world.house.as_ref().unwrap().books;
    let me = desktop.shell.world.house.as_ref().unwrap().me;
    let summary = filing::month_summary(books, desktop.month, desktop.shell.world.now);
    assert!(summary.overview.this.new > 0, "the practice month has complaints");
    wait(Box::pin(desktop.desk.act(filing::submission(me, &summary, None)))).unwrap();
    desktop.tell();
    desktop.keep("reports-waiting", Size::new(1440.0, 900.0));
    let request = filing::filing(me, (desktop.month, summary.checksum()), None);
    wait(Box::pin(desktop.desk.act(request))).unwrap();
    desktop.tell();
    let office = desktop.shell.world.house.as_ref().unwrap().books.office();
    let report = office.filed_report(desktop.month).unwrap().clone();
    let again = wait(Box::pin(desktop.desk.report_again(&report))).unwrap();
    assert!(again.proven, "the log up to its position makes the same numbers");
    desktop.keep("reports-filed", Size::new(1440.0, 900.0));
}
