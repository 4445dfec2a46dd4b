//! The books of an office with 100,000 complaints: replay, checkpoint, counting beside SQLite, search, the board.
//!
//! `cargo bench --bench books --no-default-features`; everything is measured in one run on one machine, and what is
//! compared is compared as a ratio. A last argument is the number of complaints.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot go on says so by stopping"
)]

use std::collections::VecDeque;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days as Chrono, NaiveDate};
use redress::books::board::{Narrow, Sort};
use redress::books::repeats::Draft;
use redress::books::search::Within;
use redress::books::tally::{Days, Dimension, Filter};
use redress::books::{Books, View};
use redress::domain::clock::Move;
use redress::domain::complaint::terms::{
    AcceptanceMethod, CallOutcome, ContactMethod, Kind, Method, Progress, Remedy, Salutation, Satisfaction, Severity,
    Urgency, Validity,
};
use redress::domain::complaint::words::{
    Agreement, Answer, Answers, Assignment, CallbackRecord, Investigation, Judgement, Proposal, Slip,
};
use redress::domain::complaint::{self, Command, Complaint, Ctx, Details, Entry, Event, Stamp};
use redress::domain::customer::{Complainant, Member, Phone};
use redress::domain::id::{ComplaintId, OrderNo, PersonId, PressId, StreamId};
use redress::domain::limits::ClockName;
use redress::domain::office::{self, Office};
use redress::domain::record::{Fact, PROGRAM, Position, Recorded, Version};
use redress::domain::role::Role;
use redress::domain::text::Text;

/// Complaints a working office takes in a day; ten years make a hundred thousand.
const A_DAY: u32 = 27;
/// Facts that one page of a replay has.
const PAGE: usize = 2_000;

fn text<const N: usize>(words: &str) -> Text<N> {
    Text::new(words).unwrap()
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

/// One complaint made through the domain; the others are it with other words and days.
struct Mould {
    office: Office,
    desk: PersonId,
    entries: Vec<(Entry, Stamp)>,
}

impl Mould {
    fn new() -> Self {
        let mut office = Office::default();
        for event in office::founding::practice("zh-CN") {
            office::evolve(&mut office, &event);
        }
        let who = |role: Role| office.holders(role).next().unwrap().id;
        let desk = who(Role::FrontDesk);
        let department = office.departments().find(|it| {
            let has = |role| office.holders(role).any(|who| who.department == it.id);
            has(Role::DepartmentHandler) && has(Role::DepartmentManager)
        });
        let department = department.unwrap().id;
        let of = |role: Role| office.holders(role).find(|it| it.department == department).unwrap().id;
        let (handler, manager) = (of(Role::DepartmentHandler), of(Role::DepartmentManager));
        let order = OrderNo(1);
        let to = vec![Assignment { department, handler: Some(handler), assistants: Vec::new() }];
        let judged = Judgement { validity: Validity::Founded, reason: text("保修期内，三次维修无效") };
        let report = |words| Command::Report { order, progress: Progress::Investigating, words: text(words) };
        let steps = [
            (5, desk, Command::Judge(judged)),
            (6, desk, Command::Dispatch { to, note: None }),
            (10, handler, Command::Accept { order }),
            (30, handler, report("已联系客户，约定上门时间")),
            (35, handler, Command::Contact { order, method: ContactMethod::Phone, words: text("约定下午上门") }),
            (60, handler, report("正在核查维修记录")),
            (65, handler, Command::Investigate { order, findings: Box::new(findings()) }),
            (70, handler, Command::Propose { order, plan: Box::new(plan()) }),
            (72, handler, Command::RecordAnswer { order, answer: agreed() }),
            (80, handler, Command::Execute { order, words: text("已换新机") }),
            (85, handler, Command::HandIn { order, slip: Box::new(slip(manager)) }),
            (90, desk, Command::Dial { method: ContactMethod::Phone, urgent: None }),
            (92, desk, Command::RecordCallback(Box::new(answers()))),
        ];
        let start = office.calendar().moment(day(0).and_hms_opt(9, 0, 0).unwrap());
        let details = Box::new(details(&office));
        let ctx = |actor, minutes| Ctx {
            office: &office,
            actor,
            now: start + chrono::Duration::minutes(minutes),
            rests: &[],
        };
        let id = ComplaintId::new(day(0), 1);
        let born = complaint::register(&ctx(desk, 0), id, details).unwrap();
        let stamp = |minutes, by| Stamp { at: start + chrono::Duration::minutes(minutes), by };
        let mut case = Complaint::born(&born[0], stamp(0, desk)).unwrap();
        let mut entries: Vec<_> = born.into_iter().map(|it| (it, stamp(0, desk))).collect();
        for (minutes, by, command) in steps {
            for entry in complaint::decide(&ctx(by, minutes), &case, command).unwrap() {
                case.apply(&entry, stamp(minutes, by));
                entries.push((entry, stamp(minutes, by)));
            }
        }
        assert!(!case.stage.is_open(), "the mould is a closed complaint");
        Self { office, desk, entries }
    }
}

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 3, 7).unwrap() + Chrono::new(after)
}

fn details(office: &Office) -> Details {
    Details {
        kind: Kind::Complaint,
        complainant: Complainant {
            name: text("王海燕"),
            salutation: Salutation::Madam,
            phone: Phone::new("13806172206").unwrap(),
            organisation: None,
            address: Some(text("苏州市姑苏区人民路 1 号")),
            region: Some(text("苏州")),
            member: None,
            preference: None,
            rests: None,
        },
        channel: office.channels().next().unwrap().id,
        source_party: None,
        identity_checked: None,
        product: text("KF-35 空调挂机"),
        order_number: Some(text("DD-2026-0099")),
        occurred: None,
        place: None,
        amount: None,
        category: office.categories().find(|it| it.parent.is_some()).unwrap().id,
        content: text("空调不制冷"),
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

fn findings() -> Investigation {
    Investigation {
        methods: vec![Method::Files],
        customer_statement: text("加氟后仍不制冷，室外机有异响"),
        department_statement: text("压缩机阀片磨损，属同批次问题"),
        root_cause: text("配件批次问题"),
        liable_person: None,
        hoped_result: None,
        quality: None,
    }
}

fn plan() -> Proposal {
    Proposal { measures: text("换新机并道歉"), compensation: None, policy: None, alternatives: Vec::new() }
}

fn agreed() -> Answer {
    Answer { agreement: Agreement::Agreed, method: AcceptanceMethod::Phone, words: None }
}

fn slip(signed_by: PersonId) -> Slip {
    Slip {
        result: text("换新机一台"),
        effect: text("试机两小时，制冷正常"),
        customer_feedback: None,
        unfinished: None,
        signed_by,
    }
}

fn answers() -> CallbackRecord {
    CallbackRecord {
        outcome: CallOutcome::Reached,
        method: ContactMethod::Phone,
        seconds: 120,
        answers: Some(Answers {
            result: Satisfaction::Satisfied,
            process: Satisfaction::Satisfied,
            solved: true,
            reasons: Vec::new(),
            suggestions: None,
            new_problem: None,
            convenient: None,
            redispatch: None,
        }),
        remark: None,
    }
}

const WORDS: [&str; 24] = [
    "空调",
    "不制冷",
    "漏水",
    "上门",
    "维修",
    "师傅",
    "三次",
    "仍未",
    "修好",
    "要求",
    "退货",
    "换货",
    "赔偿",
    "道歉",
    "客服",
    "电话",
    "无人接听",
    "态度",
    "很差",
    "安装",
    "费用",
    "过高",
    "发票",
    "未开",
];
const PRODUCTS: [&str; 8] = [
    "KF-35 空调挂机",
    "KF-72 空调柜机",
    "BX-200 冰箱",
    "XQ-80 洗衣机",
    "RS-60 热水器",
    "YJ-90 油烟机",
    "JS-5 净水器",
    "DS-55 电视",
];

/// Facts of many complaints, page by page; archives come thirty days later.
struct Stream {
    mould: Mould,
    dice: Dice,
    made: u32,
    wanted: u32,
    position: u64,
    to_archive: VecDeque<(u64, ComplaintId)>,
}

impl Stream {
    fn founding(&mut self) -> Vec<Recorded> {
        let at = self.mould.entries[0].1.at;
        let facts = office::founding::practice("zh-CN").into_iter();
        facts.map(|it| self.recorded(StreamId::Office, Stamp { at, by: PROGRAM }, Fact::Office(it))).collect()
    }

    fn recorded(&mut self, stream: StreamId, stamp: Stamp, fact: Fact) -> Recorded {
        self.position += 1;
        Recorded {
            position: Position(self.position),
            stream,
            version: Version(1),
            at: stamp.at,
            by: stamp.by,
            press: PressId(uuid::Uuid::nil()),
            fact,
        }
    }

    /// The facts of the next complaint, and of those that go to the archive that day.
    fn next(&mut self, page: &mut Vec<Recorded>) -> bool {
        if self.made == self.wanted {
            return false;
        }
        let after = u64::from(self.made / A_DAY);
        let id = ComplaintId::new(day(after), self.made % A_DAY + 1);
        self.made += 1;
        let later = chrono::Duration::days(i64::try_from(after).unwrap());
        // Of the last two weeks every second one is open still.
        let recent = self.wanted - self.made < 14 * A_DAY;
        let until = if recent && self.dice.roll(2) == 0 { 4 + self.dice.roll(5) } else { usize::MAX };
        let entries: Vec<_> = self.mould.entries.iter().take(until).cloned().collect();
        for (mut entry, mut stamp) in entries {
            stamp.at += later;
            self.colour(&mut entry, id);
            for it in &mut entry.clocks {
                match it {
                    Move::Start { due, warn, .. } | Move::Resume { due, warn, .. } | Move::Extend { due, warn, .. } => {
                        *due += later;
                        *warn += later;
                    }
                    Move::Stop { .. } | Move::Cancel { .. } | Move::Pause { .. } | Move::Exempt { .. } => {}
                }
            }
            let fact = self.recorded(StreamId::Complaint(id), stamp, Fact::Complaint(entry));
            page.push(fact);
        }
        if until == usize::MAX {
            self.to_archive.push_back((after + 30, id));
        }
        while let Some((on, id)) = self.to_archive.front().copied().filter(|it| it.0 <= after) {
            self.to_archive.pop_front();
            let at = self.mould.entries[0].1.at + chrono::Duration::days(i64::try_from(on).unwrap());
            let entry = Entry { event: Event::Archived, clocks: Vec::new() };
            let fact = self.recorded(StreamId::Complaint(id), Stamp { at, by: PROGRAM }, Fact::Complaint(entry));
            page.push(fact);
        }
        true
    }

    fn colour(&mut self, entry: &mut Entry, own: ComplaintId) {
        let Event::Registered { id, details, .. } = &mut entry.event else { return };
        *id = own;
        let categories: Vec<_> =
            self.mould.office.categories().filter(|it| it.parent.is_some()).map(|it| it.id).collect();
        details.category = categories[self.dice.roll(categories.len())];
        details.product = text(PRODUCTS[self.dice.roll(PRODUCTS.len())]);
        details.order_number = Some(text(&format!("DD-{own}")));
        details.complainant.phone =
            Phone::new(&format!("13{:09}", self.dice.roll(40_000) * 22_222 % 1_000_000_000)).unwrap();
        if self.dice.roll(5) == 0 {
            details.complainant.member = Some(Member { number: None, tier: None });
        }
        let words: String = (0..20 + self.dice.roll(25)).map(|_| WORDS[self.dice.roll(WORDS.len())]).collect();
        details.content = text(&words);
    }
}

/// The middle of so many runs.
fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

fn main() {
    let complaints = std::env::args().filter_map(|it| it.parse().ok()).next_back().unwrap_or(100_000);
    let mut stream = Stream {
        mould: Mould::new(),
        dice: Dice(0x9E37_79B9_7F4A_7C15),
        made: 0,
        wanted: complaints,
        position: 0,
        to_archive: VecDeque::new(),
    };
    let (mut books, mut spent) = (Books::default(), Duration::ZERO);
    let mut page = stream.founding();
    let mut more = true;
    while more {
        while more && page.len() < PAGE {
            more = stream.next(&mut page);
        }
        let start = Instant::now();
        books.absorb(&page);
        spent += start.elapsed();
        page.clear();
    }
    println!("{complaints} complaints, {} facts, {} live", stream.position, books.complaints().count());
    println!("replay                    {spent:>12.2?}");

    let bytes = books.to_bytes().unwrap();
    println!("checkpoint                {:>9.1} MB", bytes.len() as f64 / 1e6);
    println!("  written                 {:>12.2?}", median(3, || books.to_bytes().unwrap()));
    println!("  read, indexes made      {:>12.2?}", median(3, || Books::from_bytes(&bytes).unwrap()));

    let by = (Dimension::RegisteredMonth, Dimension::Category);
    let ours = median(51, || books.cross(&Filter::default(), by));
    let table = peer(&books);
    let mut query = table.prepare("select month, category, count(*) from t group by month, category").unwrap();
    let groups = |query: &mut rusqlite::Statement<'_>| {
        let rows = query.query_map([], |it| Ok((it.get::<_, u32>(0)?, it.get::<_, u32>(1)?, it.get::<_, u32>(2)?)));
        rows.unwrap().map(Result::unwrap).collect::<Vec<_>>()
    };
    assert_eq!(groups(&mut query).len(), books.cross(&Filter::default(), by).len(), "both count the same groups");
    let theirs = median(11, || groups(&mut query));
    println!("month × category          {ours:>12.2?}");
    println!("  SQLite, covering index  {theirs:>12.2?}   ratio {:.1}", theirs.as_secs_f64() / ours.as_secs_f64());

    let last = books.ledger().rows().last().unwrap().registered.at;
    let office = books.office();
    let days = Days::of(office.rules(), office.rules().month_of(office.calendar().day_of(last)).before());
    println!("a month's inputs          {:>12.2?}", median(11, || month(&books, days)));
    for words in ["退款", "2206", "空调", "空", "并无此词"] {
        let found = books.search(words, Within::Everything, 50).len();
        let time = median(11, || books.search(words, Within::Everything, 50).len());
        println!("search {words:<18} {time:>12.2?}   {found} found");
    }
    typing(&mut books, &mut stream);
    let view = View { viewer: stream.mould.desk, now: last };
    println!(
        "board                     {:>12.2?}",
        median(11, || books.lanes(view, Narrow::default(), Sort::Urgency).len())
    );
    println!("figures                   {:>12.2?}", median(11, || books.figures(view)));
    println!("sweep                     {:>12.2?}", median(11, || books.sweep(view.now).len()));
}

/// Suspected duplicates while a complaint is typed, letter by letter: once within the office's days, once with every
/// complaint there is within them. All texts are made of the same two dozen words, so that many are alike.
fn typing(books: &mut Books, stream: &mut Stream) {
    let last = books.ledger().rows().last().unwrap();
    let (phone, category, at) = (last.caller.phone.clone(), last.category, last.registered);
    let (product, order) = (last.product.to_string(), last.order_number.clone().unwrap());
    let content = last.content.to_string();
    let mut rules = books.office().rules().clone();
    for days in [rules.repeat_days, 36_500] {
        rules.repeat_days = days;
        let set = stream.recorded(StreamId::Office, at, Fact::Office(office::Event::RulesSet(rules.clone())));
        books.absorb(&[set]);
        let now = at.at + chrono::Duration::hours(1);
        let ends: Vec<usize> = content.char_indices().map(|(place, _)| place).skip(1).collect();
        let mut times = Vec::new();
        for place in ends {
            let draft = Draft {
                phone: Some(&phone),
                name: Some("王海燕"),
                order_number: Some(&order),
                product: Some(&product),
                category: Some(category),
                content: Some(&content[..place]),
            };
            let start = Instant::now();
            black_box(books.candidates(draft, now));
            times.push(start.elapsed());
        }
        times.sort_unstable();
        let (half, most) = (times[times.len() / 2], times[times.len() * 95 / 100]);
        println!("duplicates, {days:>6} days   {half:>12.2?}   p95 {most:.2?}, {} keystrokes", times.len());
    }
}

/// What a month's summary asks: registered, closed, open before, rates, categories, departments.
fn month(books: &Books, days: Days) -> usize {
    let registered = Filter::complaints().registered(days);
    let closed = Filter::complaints().closed(days);
    let before = Filter::complaints().open_when_began(days.first);
    let now = books.office().calendar().whole_day(days.last).until;
    let mut sum = books.total(&before).complaints as usize;
    for row in books.chosen(&registered) {
        let dispatch = row.results(ClockName::Dispatch, now);
        sum += (dispatch.on_time + row.reports().1 + books.times(row.id)) as usize + usize::from(row.is_late(now));
    }
    sum += books.chosen(&closed).filter(|it| it.is_solved_first_time()).count();
    for by in [Dimension::Category, Dimension::Department, Dimension::Channel, Dimension::Region, Dimension::Product] {
        sum += books.cross(&registered, (by, Dimension::Validity)).len();
        sum += books.cross(&closed, (by, Dimension::Satisfaction)).len();
    }
    sum
}

fn peer(books: &Books) -> rusqlite::Connection {
    let mut table = rusqlite::Connection::open_in_memory().unwrap();
    table.execute_batch("create table t(id integer primary key, month integer, category integer)").unwrap();
    let filling = table.transaction().unwrap();
    let (calendar, rules) = (books.office().calendar(), books.office().rules());
    for (row, id) in books.ledger().rows().iter().zip(1_u32..) {
        let month = rules.month_of(calendar.day_of(row.registered.at)).compact();
        filling
            .execute("insert into t values(?1, ?2, ?3)", (id, month.parse::<u32>().unwrap(), row.category.0))
            .unwrap();
    }
    filling.commit().unwrap();
    table.execute_batch("create index i on t(month, category); analyze").unwrap();
    table
}
