//! March 2026 in the practice office, small enough to count by hand.
//!
//! | | registered | what happened |
//! |---|---|---|
//! | A | 02-27 | slip after 20 minutes; 满意 on 03-02 |
//! | B | 03-03 | member; dispatched at 09:11; 不满意 on 03-04, round 2, 满意 on 03-06 |
//! | C | 03-10 | 不成立, closed after 3 minutes |
//! | D | 03-12 | same member; ¥500; never called, closed by the supervisor on 03-20 |
//! | E | 03-23 | dispatch exempt; accepted and left lying |
//! | F | 03-25 | solved at the desk after 5 minutes |
//! | – | 03-26 | an inquiry |

use redress::domain::clock::ClockKey;
use redress::domain::complaint::Command;
use redress::domain::complaint::terms::{CloseCode, ContactMethod, ExemptionReason, Kind, Satisfaction, Validity};
use redress::domain::complaint::words::Accountability;
use redress::domain::complaint::words::{Acknowledgement, Agreement, Reply, ReplyOutcome};
use redress::domain::customer::{Member, Phone};
use redress::domain::id::{ComplaintId, OrderNo};
use redress::domain::limits::ClockName;
use redress::domain::moment::Moment;
use redress::domain::month::Month;
use redress::domain::office;
use redress::report::{MonthlySummary, Source};

use crate::books::log::Log;
use crate::world::{FIRST, World, answered, investigated, judged, proposed, text};

pub struct March {
    pub log: Log,
    pub carried: ComplaintId,
    pub twice: ComplaintId,
    pub unfounded: ComplaintId,
    pub not_called: ComplaintId,
    pub open: ComplaintId,
    pub solved: ComplaintId,
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn april_2(world: &World) -> Moment {
    world.moment("2026-04-02 09:00")
}

fn acknowledge(world: &mut World) {
    let said = Acknowledgement { method: ContactMethod::Phone, promised_by: None, words: None };
    world.act(world.desk(), Command::Acknowledge(said)).unwrap();
}

/// Contact, investigation and a plan of so many yuan that the customer agrees to.
fn planned(world: &mut World, order: OrderNo, yuan: i64) {
    let who = world.handler();
    world.act(who, Command::Contact { order, method: ContactMethod::Phone, words: text("已约上门时间") }).unwrap();
    world.act(who, investigated(order)).unwrap();
    world.act(who, proposed(order, yuan)).unwrap();
    world.act(who, answered(order, Agreement::Agreed)).unwrap();
}

impl March {
    pub fn new() -> Self {
        let mut log = Log::new();
        let phone = |number: &str| Phone::new(number).unwrap();
        let member = || Some(Member { number: None, tier: None });

        let carried = log.at("2026-02-27 09:00").register(|it| it.complainant.phone = phone("13800000001"));
        log.on(carried, |world| {
            world.at("2026-02-27 09:05").founded().dispatched();
            acknowledge(world);
            world.at("2026-02-27 09:06").accepted(FIRST);
            planned(world, FIRST, 0);
            world.executed(FIRST).at("2026-02-27 09:20").handed_in(FIRST);
            world.at("2026-03-02 10:00").called_back(Satisfaction::Satisfied).unwrap();
        });

        let twice = log.at("2026-03-03 09:00").register(|it| {
            it.complainant.member = member();
            it.complainant.region = Some(text("华东"));
        });
        log.on(twice, |world| {
            world.at("2026-03-03 09:11").founded().dispatched();
            acknowledge(world);
            world.at("2026-03-03 09:12").accepted(FIRST);
            world.at("2026-03-03 09:40").reported(FIRST).unwrap();
            planned(world, FIRST, 0);
            world.executed(FIRST).at("2026-03-03 09:50").handed_in(FIRST);
            world.at("2026-03-04 10:00").called_back(Satisfaction::Dissatisfied).unwrap();
            let second = OrderNo(2);
            world.at("2026-03-04 10:05").accepted(second);
            planned(world, second, 0);
            world.executed(second).at("2026-03-04 10:20").handed_in(second);
            world.at("2026-03-06 10:00").called_back(Satisfaction::Satisfied).unwrap();
        });

        let unfounded = log.at("2026-03-10 09:00").register(|it| it.complainant.phone = phone("13800000003"));
        log.on(unfounded, |world| {
            world.at("2026-03-10 09:02");
            world.act(world.desk(), judged(Validity::Unfounded)).unwrap();
            world.at("2026-03-10 09:03");
            let (words, method) = (text("情况是这样的"), ContactMethod::Phone);
            let reply = Reply { words, method, outcome: ReplyOutcome::Understood };
            world.act(world.desk(), Command::Reply(reply)).unwrap();
        });

        let not_called = log.at("2026-03-12 09:00").register(|it| it.complainant.member = member());
        log.on(not_called, |world| {
            world.at("2026-03-12 09:05").founded().dispatched();
            acknowledge(world);
            world.at("2026-03-12 09:06").accepted(FIRST);
            planned(world, FIRST, 500);
            world.executed(FIRST).at("2026-03-12 09:20").handed_in(FIRST);
            world.at("2026-03-20 09:00");
            let close =
                Command::Close { code: CloseCode::SupervisorApproved, reason: Some(text("=客户出国，改期")) };
            world.act(world.supervisor(), close).unwrap();
        });

        let open = log.at("2026-03-23 09:00").register(|it| it.complainant.phone = phone("13800000005"));
        log.on(open, |world| {
            world.at("2026-03-23 09:05").founded();
            let (clock, reason) = (ClockKey::of(ClockName::Dispatch), ExemptionReason::SystemFailure);
            let exempt = Command::Exempt { clock, reason, words: text("断网") };
            world.act(world.supervisor(), exempt).unwrap();
            world.at("2026-03-23 09:30").dispatched();
            world.at("2026-03-23 09:31").accepted(FIRST);
            acknowledge(world);
        });

        let solved = log.at("2026-03-25 09:00").register(|it| {
            it.complainant.phone = phone("13800000006");
            it.product = text("=1+1 遥控器");
        });
        log.at("2026-03-25 09:05");
        let desk = log.world.desk();
        let solve = Command::Solve { solution: text("教客户换电池"), satisfaction: Satisfaction::Satisfied };
        log.act(solved, desk, solve);

        log.at("2026-03-26 09:00").register(|it| it.kind = Kind::Inquiry);
        Self { log, carried, twice, unfounded, not_called, open, solved }
    }

    pub fn summary(&self) -> MonthlySummary {
        self.summary_at("2026-04-02 09:00")
    }

    pub fn summary_at(&self, now: &str) -> MonthlySummary {
        let books = self.log.books();
        let source = Source { books: &books, now: self.log.world.moment(now) };
        MonthlySummary::of(&source, month("2026-03"))
    }

    pub fn close_the_open_one(&mut self) {
        let supervisor = self.log.world.supervisor();
        let close = Command::Close { code: CloseCode::SupervisorApproved, reason: Some(text("协商一致")) };
        self.log.at("2026-04-08 09:00").act(self.open, supervisor, close);
    }

    /// V1 is submitted and filed.
    pub fn file_first_version(&mut self, summary: &MonthlySummary) {
        let (month, version, checksum) = (summary.head.month, summary.head.version, summary.checksum());
        let at = self.log.world.moment("2026-04-02 09:00");
        let (desk, supervisor) = (self.log.world.desk(), self.log.world.supervisor());
        let position = summary.head.position;
        let (sum, note) = (checksum.clone(), None);
        self.log.at("2026-04-02 09:00");
        self.log.office(office::Event::MonthReportSubmitted { month, version, checksum, position, by: desk, at, note });
        let (checksum, note) = (sum, None);
        self.log.office(office::Event::MonthReportFiled { month, version, checksum, by: supervisor, at, note });
    }

    /// Somebody is held accountable for the second complaint (D20).
    pub fn hold_somebody_accountable(&mut self) {
        let supervisor = self.log.world.supervisor();
        let what =
            Accountability {
                person: text("物流处理人"), measure: text("口头警告"), words: text("未按约定送达")
            };
        self.log.at("2026-03-30 16:00").act(self.twice, supervisor, Command::HoldAccountable(what));
    }

    /// Whether the month's report has the column (X18).
    pub fn account(&mut self, accountability: office::Accountability) {
        let rules = office::Rules { accountability, ..office::Rules::default() };
        self.log.office(office::Event::RulesSet(rules));
    }

    /// A complaint of the last day of March that the desk had on paper only.
    pub fn late_callback_of_march(&mut self) {
        self.log.at("2026-03-31 17:00").register(|it| it.complainant.phone = Phone::new("13800000009").unwrap());
    }
}
