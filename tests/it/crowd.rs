//! A practice office with thousands of open complaints in every lane, made through the domain. The test of the board
//! and its bench share it.

use chrono::{Duration, NaiveDate};
use redress::books::Books;
use redress::domain::complaint::terms::{
    ContactMethod, Kind, Progress, Remedy, Salutation, Severity, Urgency, Validity,
};
use redress::domain::complaint::words::{Assignment, Judgement, Reply, ReplyOutcome};
use redress::domain::complaint::{self, Command, Complaint, Ctx, Details, Entry, Stamp};
use redress::domain::customer::{Complainant, Phone};
use redress::domain::id::{ComplaintId, OrderNo, PersonId, PressId, StreamId};
use redress::domain::moment::Moment;
use redress::domain::office::{self, Office};
use redress::domain::record::{Fact, PROGRAM, Position, Recorded, Version};
use redress::domain::role::Role;
use redress::domain::text::Text;

/// Complaints of one day.
const A_DAY: u32 = 250;

const WORDS: [&str; 8] = [
    "空调不制冷，三次上门仍未修好",
    "直播间承诺的赠品电水壶未随货发出，客服让等两周",
    "门店推诿，保修期内要求自付上门费",
    "冰箱约定 3 月 7 日送达，延误 5 天仍未送到，电话无人接听",
    "退款已到账，差价未补",
    "扫地机器人充电座冒烟，有烧焦味，要求尽快上门检查并说明原因",
    "安装师傅加收 120 元材料费，无收据",
    "The dealer refuses to take back a washing machine with a dented case",
];
const NAMES: [&str; 8] = ["王海燕", "张伟", "徐进", "郭敏", "陈立", "欧阳修文", "李梅", "Smith"];

/// An office, and what was told of it.
pub struct Crowd {
    office: Office,
    /// Everything that was told, in order.
    pub facts: Vec<Recorded>,
    /// When the last of it happened.
    pub now: Moment,
}

fn text<const N: usize>(words: &str) -> Text<N> {
    Text::new(words).unwrap()
}

impl Crowd {
    /// An office with so many open complaints.
    pub fn of(open: u32) -> Self {
        let events = office::founding::practice("zh-CN");
        let mut office = Office::default();
        for event in &events {
            office::evolve(&mut office, event);
        }
        let now =
            office.calendar().moment(NaiveDate::from_ymd_opt(2026, 3, 12).unwrap().and_hms_opt(10, 0, 0).unwrap());
        let mut crowd = Self { office, facts: Vec::new(), now };
        for event in events {
            crowd.tell(StreamId::Office, Version(1), (now - Duration::days(400), PROGRAM), Fact::Office(event));
        }
        for index in 0..open {
            crowd.complain(index, open);
        }
        crowd
    }

    /// The books that were told all of it.
    pub fn books(&self) -> Books {
        let mut books = Books::default();
        for page in self.facts.chunks(2_000) {
            books.absorb(page);
        }
        books
    }

    /// Who sits at the front desk.
    pub fn desk(&self) -> PersonId {
        self.person(Role::FrontDesk)
    }

    fn person(&self, role: Role) -> PersonId {
        self.office.holders(role).next().unwrap().id
    }

    fn tell(&mut self, stream: StreamId, version: Version, (at, by): (Moment, PersonId), fact: Fact) {
        let position = Position(u64::try_from(self.facts.len()).unwrap() + 1);
        self.facts.push(Recorded { position, stream, version, at, by, press: PressId(uuid::Uuid::nil()), fact });
    }

    /// One complaint, as far as its number says: judged, dispatched, accepted, reported on …
    fn complain(&mut self, index: u32, of: u32) {
        let desk = self.desk();
        let department = self.office.departments().filter(|it| {
            let has = |role| self.office.holders(role).any(|who| who.department == it.id);
            it.active && has(Role::DepartmentHandler) && has(Role::DepartmentManager)
        });
        let departments: Vec<_> = department.map(|it| it.id).collect();
        let department = departments[index as usize % departments.len()];
        let handler = self.office.holders(Role::DepartmentHandler).find(|it| it.department == department).unwrap().id;
        let order = OrderNo(1);
        let validity = if index % 19 == 3 { Validity::Unfounded } else { Validity::Founded };
        let steps = [
            (3, desk, Command::Judge(Judgement { validity, reason: text("保修期内，三次维修无效") })),
            (
                5,
                desk,
                if validity == Validity::Unfounded {
                    let (words, method) = (text("您好，说明书第 3 页写明"), ContactMethod::Phone);
                    Command::Reply(Reply { words, method, outcome: ReplyOutcome::Disputed })
                } else {
                    let to = vec![Assignment { department, handler: Some(handler), assistants: Vec::new() }];
                    Command::Dispatch { to, note: None }
                },
            ),
            (8, handler, Command::Accept { order }),
            (20, handler, Command::Report { order, progress: Progress::Investigating, words: text("正在核查") }),
        ];
        let day = (of - 1 - index) / A_DAY;
        let start = self.now - Duration::days(i64::from(day)) - Duration::minutes(i64::from(index % 50) + 1);
        let id = ComplaintId::new(self.office.calendar().day_of(start), index % A_DAY + 1);
        let details = Box::new(self.details(index));
        let born = complaint::register(&self.ctx(desk, start), id, details).unwrap();
        let mut case = Complaint::born(&born[0], Stamp { at: start, by: desk }).unwrap();
        self.take(id, (start, desk), &born);
        for (minutes, by, command) in steps.into_iter().take(index as usize % 5) {
            let at = start + Duration::minutes(minutes);
            let Ok(entries) = complaint::decide(&self.ctx(by, at), &case, command) else { break };
            for entry in &entries {
                case.apply(entry, Stamp { at, by });
            }
            self.take(id, (at, by), &entries);
        }
    }

    fn ctx(&self, actor: PersonId, now: Moment) -> Ctx<'_> {
        Ctx { office: &self.office, actor, now, rests: &[] }
    }

    fn take(&mut self, id: ComplaintId, stamp: (Moment, PersonId), entries: &[Entry]) {
        for entry in entries {
            self.tell(StreamId::Complaint(id), Version(1), stamp, Fact::Complaint(entry.clone()));
        }
    }

    fn details(&self, index: u32) -> Details {
        let place = index as usize;
        let severity = if index.is_multiple_of(17) { Severity::Major } else { Severity::Minor };
        let fits = |it: &&office::Category| it.active && it.parent.is_some() && it.severity == severity;
        let categories: Vec<_> = self.office.categories().filter(fits).collect();
        Details {
            kind: Kind::Complaint,
            complainant: Complainant {
                name: text(NAMES[place % NAMES.len()]),
                salutation: Salutation::Madam,
                phone: Phone::new(&format!("138{index:08}")).unwrap(),
                organisation: None,
                address: None,
                region: None,
                member: None,
                preference: None,
                rests: None,
            },
            channel: self.office.channels().next().unwrap().id,
            source_party: None,
            identity_checked: None,
            product: text("KF-35 空调挂机"),
            order_number: None,
            occurred: None,
            place: None,
            amount: None,
            category: categories[place % categories.len()].id,
            content: text(WORDS[place % WORDS.len()]),
            remedies: vec![Remedy::Exchange],
            requested_remedy: text("换新机"),
            wanted_by: None,
            restated: true,
            severity,
            urgency: Urgency::Normal,
            complexity: None,
            safety: false,
            media: false,
            customers: 1,
        }
    }
}
