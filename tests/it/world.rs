//! An office with one complaint, driven by commands at stated times.

use chrono::NaiveDateTime;
use redress::domain::calendar::Calendar;
use redress::domain::clock::{Clock, ClockKey};
use redress::domain::complaint::terms::{
    AcceptanceMethod, CallOutcome, ContactMethod, Kind, Method, Progress, Remedy, Salutation, Satisfaction, Severity,
    Urgency, Validity,
};
use redress::domain::complaint::words::{
    Agreement, Answer, Answers, Assignment, CallbackRecord, Compensation, Investigation, Judgement, Proposal, Slip,
};
use redress::domain::complaint::{self, Command, Complaint, Ctx, Details, Entry, Rejection, Stage, Stamp};
use redress::domain::customer::{Complainant, Phone};
use redress::domain::id::{CategoryId, ComplaintId, DepartmentId, OrderNo, PersonId};
use redress::domain::limits::ClockName;
use redress::domain::moment::Moment;
use redress::domain::office::{self, Office, Route};
use redress::domain::record::PROGRAM;
use redress::domain::role::Role;
use redress::domain::text::Text;

/// A text that is known to fit.
pub fn text<const N: usize>(words: &str) -> Text<N> {
    Text::new(words).unwrap()
}

/// The first work order.
pub const FIRST: OrderNo = OrderNo(1);

pub struct World {
    pub office: Office,
    pub now: Moment,
    pub complaint: Option<Complaint>,
    pub entries: Vec<Entry>,
    /// Who made which of the entries, and when.
    pub stamps: Vec<Stamp>,
}

impl World {
    /// The practice office on a Thursday morning, with nothing registered.
    pub fn new() -> Self {
        let mut office = Office::default();
        for event in office::founding::practice("zh-CN") {
            office::evolve(&mut office, &event);
        }
        let mut world =
            Self { office, now: Moment::default(), complaint: None, entries: Vec::new(), stamps: Vec::new() };
        world.at("2026-03-12 09:00");
        world
    }

    pub fn calendar(&self) -> &Calendar {
        self.office.calendar()
    }

    /// Sets the office's clock: `2026-03-12 09:00`, or `09:10` on the same day.
    pub fn at(&mut self, when: &str) -> &mut Self {
        self.now = self.moment(when);
        self
    }

    pub fn moment(&self, when: &str) -> Moment {
        let day = self.office.calendar().day_of(self.now);
        let whole = if when.len() > 5 { when.to_owned() } else { format!("{day} {when}") };
        self.office.calendar().moment(NaiveDateTime::parse_from_str(&whole, "%Y-%m-%d %H:%M").unwrap())
    }

    /// How an instant reads on the office's wall.
    pub fn wall(&self, at: Moment) -> String {
        self.office.calendar().local(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// The active person with this role, in this department where one is named.
    pub fn person(&self, role: Role, department: Option<DepartmentId>) -> PersonId {
        self.office
            .people()
            .find(|it| it.active && it.roles.has(role) && department.is_none_or(|at| it.department == at))
            .map_or_else(|| panic!("no {role:?} in {department:?}"), |it| it.id)
    }

    pub fn desk(&self) -> PersonId {
        self.person(Role::FrontDesk, None)
    }

    pub fn supervisor(&self) -> PersonId {
        self.person(Role::FrontDeskSupervisor, None)
    }

    /// A subcategory with this severity that goes straight to its department.
    pub fn category(&self, severity: Severity) -> CategoryId {
        let direct = |it: &&office::Category| {
            it.active && it.parent.is_some() && it.severity == severity && it.route == Route::Direct
        };
        self.office.categories().find(direct).unwrap().id
    }

    /// The department that handles the complaint at hand: with a handler and a manager of its own.
    pub fn department(&self) -> DepartmentId {
        let both = |it: &&office::Department| {
            let has =
                |role| self.office.people().any(|who| who.active && who.department == it.id && who.roles.has(role));
            it.active && has(Role::DepartmentHandler) && has(Role::DepartmentManager)
        };
        self.office.departments().find(both).unwrap().id
    }

    /// Another one like it.
    pub fn second_department(&self) -> DepartmentId {
        let first = self.department();
        let both = |it: &&office::Department| {
            let has =
                |role| self.office.people().any(|who| who.active && who.department == it.id && who.roles.has(role));
            it.id != first && it.active && has(Role::DepartmentHandler) && has(Role::DepartmentManager)
        };
        self.office.departments().find(both).unwrap().id
    }

    pub fn handler(&self) -> PersonId {
        self.person(Role::DepartmentHandler, Some(self.department()))
    }

    pub fn manager(&self) -> PersonId {
        self.person(Role::DepartmentManager, Some(self.department()))
    }

    pub fn details(&self) -> Details {
        Details {
            kind: Kind::Complaint,
            complainant: Complainant {
                name: text("王海燕"),
                salutation: Salutation::Madam,
                phone: Phone::new("13806172206").unwrap(),
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
            category: self.category(Severity::Minor),
            content: text("空调不制冷，三次上门仍未修好"),
            remedies: vec![Remedy::Exchange],
            requested_remedy: text("换新机"),
            wanted_by: None,
            restated: true,
            severity: Severity::Minor,
            urgency: Urgency::Normal,
            complexity: None,
            safety: false,
            media: false,
            customers: 1,
        }
    }

    pub fn ctx(&self, actor: PersonId) -> Ctx<'_> {
        Ctx { office: &self.office, actor, now: self.now, rests: &[] }
    }

    pub fn register_with(&mut self, details: Details) -> Result<&Complaint, Rejection> {
        let desk = self.desk();
        let id = ComplaintId::new(self.calendar().day_of(self.now), 1);
        let entries = complaint::register(&self.ctx(desk), id, Box::new(details))?;
        self.take(&entries, desk);
        Ok(self.case())
    }

    pub fn register(&mut self) -> &Complaint {
        self.register_with(self.details()).unwrap()
    }

    /// What the command makes, taken over; or why not.
    pub fn act(&mut self, actor: PersonId, command: Command) -> Result<Vec<Entry>, Rejection> {
        let entries = complaint::decide(&self.ctx(actor), self.case(), command)?;
        self.take(&entries, actor);
        Ok(entries)
    }

    fn take(&mut self, entries: &[Entry], by: PersonId) {
        let stamp = Stamp { at: self.now, by };
        for it in entries {
            match &mut self.complaint {
                None => self.complaint = Complaint::born(it, stamp),
                Some(complaint) => complaint.apply(it, stamp),
            }
            self.entries.push(it.clone());
            self.stamps.push(stamp);
        }
    }

    pub fn program(&mut self, command: Command) -> Result<Vec<Entry>, Rejection> {
        self.act(PROGRAM, command)
    }

    pub fn case(&self) -> &Complaint {
        self.complaint.as_ref().unwrap()
    }

    pub fn clock(&self, name: ClockName, order: Option<OrderNo>) -> &Clock {
        self.case().clocks.find(ClockKey { name, order }).unwrap_or_else(|| panic!("no clock {name:?} {order:?}"))
    }

    #[track_caller]
    pub fn stage(&self, stage: Stage) -> &Self {
        assert_eq!(self.case().stage, stage);
        self
    }

    // Steps of the ordinary way, each in one line.

    pub fn founded(&mut self) -> &mut Self {
        self.act(self.desk(), judged(Validity::Founded)).unwrap();
        self
    }

    pub fn to_department(&self) -> Vec<Assignment> {
        vec![Assignment { department: self.department(), handler: Some(self.handler()), assistants: Vec::new() }]
    }

    pub fn dispatched(&mut self) -> &mut Self {
        let to = self.to_department();
        self.act(self.desk(), Command::Dispatch { to, note: None }).unwrap();
        self
    }

    pub fn accepted(&mut self, order: OrderNo) -> &mut Self {
        self.act(self.handler(), Command::Accept { order }).unwrap();
        self
    }

    pub fn planned(&mut self, order: OrderNo) -> &mut Self {
        let who = self.handler();
        self.act(who, Command::Contact { order, method: ContactMethod::Phone, words: text("已约上门时间") }).unwrap();
        self.act(who, investigated(order)).unwrap();
        self.act(who, proposed(order, 0)).unwrap();
        self.act(who, answered(order, Agreement::Agreed)).unwrap();
        self
    }

    pub fn executed(&mut self, order: OrderNo) -> &mut Self {
        self.act(self.handler(), Command::Execute { order, words: text("已换新机") }).unwrap();
        self
    }

    pub fn handed_in(&mut self, order: OrderNo) -> &mut Self {
        let slip = self.slip();
        self.act(self.handler(), Command::HandIn { order, slip: Box::new(slip) }).unwrap();
        self
    }

    pub fn slip(&self) -> Slip {
        Slip {
            result: text("换新机一台"),
            effect: text("试机两小时，制冷正常"),
            customer_feedback: None,
            unfinished: None,
            signed_by: self.manager(),
        }
    }

    pub fn reported(&mut self, order: OrderNo) -> Result<Vec<Entry>, Rejection> {
        self.act(self.handler(), Command::Report { order, progress: Progress::Investigating, words: text("正在核查") })
    }

    pub fn called_back(&mut self, result: Satisfaction) -> Result<Vec<Entry>, Rejection> {
        let desk = self.desk();
        self.act(desk, Command::Dial { method: ContactMethod::Phone, urgent: None })?;
        self.act(desk, Command::RecordCallback(Box::new(reached(result))))
    }

    /// From nothing to the awaited callback of the first round.
    pub fn come_to_callback(&mut self) -> &mut Self {
        self.register();
        self.founded().dispatched().accepted(FIRST).planned(FIRST).executed(FIRST).handed_in(FIRST)
    }
}

pub fn judged(validity: Validity) -> Command {
    Command::Judge(Judgement { validity, reason: text("保修期内，三次维修无效") })
}

pub fn investigated(order: OrderNo) -> Command {
    let findings = Investigation {
        methods: vec![Method::Files],
        customer_statement: text("加氟后仍不制冷"),
        department_statement: text("压缩机阀片磨损"),
        root_cause: text("配件批次问题"),
        liable_person: None,
        hoped_result: None,
        quality: None,
    };
    Command::Investigate { order, findings: Box::new(findings) }
}

pub fn proposed(order: OrderNo, yuan: i64) -> Command {
    let compensation = (yuan > 0).then_some(Compensation {
        remedy: Remedy::Damages,
        amount: redress::domain::complaint::terms::Money::yuan(yuan),
    });
    let plan = Proposal { measures: text("换新机并道歉"), compensation, policy: None, alternatives: Vec::new() };
    Command::Propose { order, plan: Box::new(plan) }
}

pub fn answered(order: OrderNo, agreement: Agreement) -> Command {
    Command::RecordAnswer { order, answer: Answer { agreement, method: AcceptanceMethod::Phone, words: None } }
}

pub fn reached(result: Satisfaction) -> CallbackRecord {
    let dissatisfied = result != Satisfaction::Satisfied;
    CallbackRecord {
        outcome: CallOutcome::Reached,
        method: ContactMethod::Phone,
        seconds: 120,
        answers: Some(Answers {
            result,
            process: result,
            solved: !dissatisfied,
            reasons: if dissatisfied { vec![text("新机有瑕疵")] } else { Vec::new() },
            suggestions: dissatisfied.then(|| text("希望换未拆封的")),
            new_problem: None,
            convenient: None,
            redispatch: None,
        }),
        remark: None,
    }
}

pub fn missed(outcome: CallOutcome) -> CallbackRecord {
    CallbackRecord { outcome, method: ContactMethod::Phone, seconds: 0, answers: None, remark: None }
}
