//! What lies open when the year ends: every lane of the board, clocks in time, soon and late.

use chrono::Duration;

use super::errand::{Habit, Step};
use super::hours;
use super::life::{Caller, Flow, Life, Stop};
use super::story::{FIRST, Mood};
use crate::domain::complaint::terms::{ContactMethod, Validity};
use crate::domain::complaint::words::{Acknowledgement, Judgement};
use crate::domain::complaint::{Command, OrderStage, Stage};
use crate::domain::customer::Member;
use crate::domain::id::CategoryId;

/// One open complaint. Times are working minutes before the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scene {
    registered: i64,
    category: u32,
    lane: Lane,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Lane {
    /// Not judged yet.
    Judge,
    /// Unfounded, not answered yet.
    Reply,
    /// Judged, not dispatched yet.
    Dispatch,
    /// With the manager on the way since.
    Forward(i64),
    /// With the department since.
    Accept(i64),
    /// Accepted; the last report, and how far the work is.
    Work(i64, Depth),
    /// The first contact with the customer is overdue.
    NoContact,
    /// A plan of so many yuan lies with the approver since.
    Approval(i64, i64),
    /// The slip came; a member or not.
    CallBack(i64, Card),
    /// A time is agreed upon.
    Appointed(i64),
    /// The second round; the last report.
    Second(i64),
    /// With the manager.
    Escalated,
    /// A further call about the newest open complaint of its category.
    Merged,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Accepted,
    Contacted,
    Planned,
    Executed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Card {
    Member,
    None,
}

const fn scene(registered: i64, category: u32, lane: Lane) -> Scene {
    Scene { registered, category, lane }
}

/// The most telling ones first: a small practice office gets those.
pub(super) const SCENES: &[Scene] = &[
    scene(13, 35, Lane::Dispatch),
    scene(150, 21, Lane::Work(17, Depth::Contacted)),
    scene(420, 39, Lane::Approval(65, 1_200)),
    scene(900, 5, Lane::CallBack(480, Card::Member)),
    scene(30, 16, Lane::Accept(11)),
    scene(3_400, 2, Lane::Escalated),
    scene(6, 37, Lane::Dispatch),
    scene(2, 24, Lane::Judge),
    scene(330, 15, Lane::Work(97, Depth::Contacted)),
    scene(26, 28, Lane::Forward(8)),
    scene(1_900, 19, Lane::NoContact),
    scene(2_400, 11, Lane::Second(12)),
    scene(640, 12, Lane::Approval(20, 2_600)),
    scene(1_100, 2, Lane::CallBack(700, Card::None)),
    scene(300, 3, Lane::Work(4, Depth::Planned)),
    scene(45, 25, Lane::Reply),
    scene(700, 16, Lane::CallBack(200, Card::Member)),
    scene(540, 22, Lane::Appointed(260)),
    scene(800, 24, Lane::Work(8, Depth::Executed)),
    scene(560, 8, Lane::CallBack(90, Card::None)),
    scene(3_900, 13, Lane::Escalated),
    scene(95, 20, Lane::Work(37, Depth::Accepted)),
    scene(500, 9, Lane::CallBack(60, Card::None)),
    scene(260, 2, Lane::Work(22, Depth::Planned)),
    scene(40, 19, Lane::Merged),
];

impl Scene {
    /// Working minutes between the registration and the end.
    pub(super) const fn begins(self) -> i64 {
        self.registered
    }
}

impl Life<'_> {
    /// Plays a scene until the year ends.
    pub(super) fn play(&mut self, scene: Scene, callers: &[Caller]) -> Flow {
        if scene.lane == Lane::Merged {
            return self.call_again(CategoryId(scene.category), callers);
        }
        let mut details = self.problem(Some(CategoryId(scene.category)))?;
        details.customers = 1;
        details.media = false;
        details.complainant.rests = None;
        details.complainant.member = match scene.lane {
            Lane::CallBack(_, Card::Member) | Lane::Appointed(_) => Some(Member { number: None, tier: None }),
            _ => None,
        };
        self.register(details)?;
        match scene.lane {
            Lane::Reply => self.judged(Validity::Unfounded),
            Lane::Dispatch => self.judged(Validity::Founded),
            Lane::Forward(since) | Lane::Accept(since) => {
                self.judged(Validity::Founded)?;
                self.to(since)?;
                self.sent()
            }
            Lane::Work(last, depth) => {
                self.judged(Validity::Founded)?;
                self.pass(2);
                self.sent()?;
                self.drive(steps_to(depth, scene.registered - last - 10))?;
                self.last_report(last)
            }
            Lane::NoContact => {
                self.judged(Validity::Founded)?;
                self.pass(3);
                self.sent()?;
                // Reports alone, until the half hour that runs: the customer still waits.
                self.drive(vec![(6, Step::Accept), (scene.registered - 25, Step::Report)])
            }
            Lane::Approval(since, yuan) => {
                self.judged(Validity::Founded)?;
                self.pass(2);
                self.sent()?;
                let rest = (scene.registered - since - 20) / 5;
                self.drive(planned(rest, yuan))?;
                self.to(since)?;
                self.take(FIRST, Step::Submit)
            }
            Lane::CallBack(since, _) => self.slip_at(scene.registered, since),
            Lane::Appointed(since) => {
                self.slip_at(scene.registered, since)?;
                let at = self.callable(hours::later(self.calendar(), self.until, 200));
                self.pass(20);
                self.act(self.clerk, Command::Appoint { at, words: None })
            }
            Lane::Second(last) => {
                self.slip_at(scene.registered, 1_000)?;
                self.dissatisfied_once()?;
                self.drive(vec![(6, Step::Accept), (20, Step::Contact), (15, Step::Investigate)])?;
                self.last_report(last)
            }
            Lane::Escalated => {
                self.slip_at(scene.registered, scene.registered - 400)?;
                self.dissatisfied_once()?;
                self.drive(whole(20))?;
                self.dissatisfied_once()
            }
            Lane::Judge | Lane::Merged => Ok(()),
        }
    }

    /// Somebody who waits calls again: the call joins the complaint that there is.
    fn call_again(&mut self, category: CategoryId, callers: &[Caller]) -> Flow {
        let waits = |it: &&Caller| it.stage.is_open() && it.details.category == category;
        let Some(caller) = callers.iter().rev().find(waits) else { return Ok(()) };
        self.goods = caller.goods.clone();
        self.register(caller.details.clone())?;
        self.pass(1);
        self.act(self.clerk, Command::Merge { into: caller.id })
    }

    /// So many working minutes before the end, or later where it is later already.
    fn to(&mut self, ago: i64) -> Flow {
        let at = hours::ago(self.calendar(), self.until, ago);
        if self.until < at {
            return Err(Stop::Later);
        }
        self.now = self.now.max(at);
        Ok(())
    }

    fn judged(&mut self, validity: Validity) -> Flow {
        let list = match validity {
            Validity::Founded => &self.phrases.founded,
            Validity::PartlyFounded => &self.phrases.partly,
            Validity::Unfounded => &self.phrases.unfounded,
        };
        self.now += Duration::seconds(70);
        let words = Some(self.say(&self.phrases.acknowledgements)?);
        let judgement = Command::Judge(Judgement { validity, reason: self.say(list)? });
        let method = ContactMethod::Phone;
        let told = Command::Acknowledge(Acknowledgement { method, promised_by: None, words });
        self.press(self.clerk, vec![judgement, told])
    }

    fn sent(&mut self) -> Flow {
        let mut to = self.targets()?;
        to.truncate(1);
        self.act(self.clerk, Command::Dispatch { to, note: None })
    }

    /// Does the steps of the last work order, with punctual reports beside them.
    fn drive(&mut self, mut steps: Vec<(i64, Step)>) -> Flow {
        let no = self.case()?.orders.last().map(|it| it.no).ok_or(Stop::lacks("work order"))?;
        if self.order(no)?.stage == OrderStage::ToForward {
            steps.insert(0, (3, Step::Forward));
        }
        let errand = self.errand(no, steps, Habit::Punctual);
        self.work(&mut [errand])
    }

    /// The last report came so long ago; of several missed ones the supervisor knows.
    fn last_report(&mut self, ago: i64) -> Flow {
        let no = self.case()?.orders.last().map(|it| it.no).ok_or(Stop::lacks("work order"))?;
        self.to(ago)?;
        self.take(no, Step::Report)?;
        if 91 < ago {
            self.to(ago - 91)?;
            self.supervise(no)?;
        }
        Ok(())
    }

    /// From the registration to the slip, which came so long ago.
    fn slip_at(&mut self, registered: i64, since: i64) -> Flow {
        self.judged(Validity::Founded)?;
        self.pass(2);
        self.sent()?;
        self.drive(whole((registered - since - 30) / 8))?;
        Ok(())
    }

    fn dissatisfied_once(&mut self) -> Flow {
        let round = self.case()?.round;
        while self.case()?.stage == Stage::ToCallBack && self.case()?.round == round {
            self.bitter()?;
        }
        Ok(())
    }

    fn bitter(&mut self) -> Flow {
        self.wait(40, 200);
        self.now = self.callable(self.now);
        self.answered(Mood::Bitter)
    }
}

fn steps_to(depth: Depth, minutes: i64) -> Vec<(i64, Step)> {
    let mut steps = vec![(6, Step::Accept)];
    let more: &[Step] = match depth {
        Depth::Accepted => &[],
        Depth::Contacted => &[Step::Contact],
        Depth::Planned => &[Step::Contact, Step::Investigate, Step::Propose(60)],
        Depth::Executed => &[Step::Contact, Step::Investigate, Step::Propose(0), Step::Agreed, Step::Execute],
    };
    let gap = spread(minutes - 10, more.len());
    steps.extend(more.iter().map(|it| (gap, *it)));
    steps
}

fn planned(gap: i64, yuan: i64) -> Vec<(i64, Step)> {
    let gap = gap.max(1);
    vec![
        (6, Step::Accept),
        (gap, Step::Contact),
        (gap, Step::Investigate),
        (gap, Step::ProposeQuietly(yuan)),
        (gap, Step::Agreed),
    ]
}

fn whole(gap: i64) -> Vec<(i64, Step)> {
    let gap = gap.max(1);
    vec![
        (6, Step::Accept),
        (gap, Step::Contact),
        (gap, Step::Investigate),
        (gap, Step::Propose(50)),
        (gap, Step::Agreed),
        (gap, Step::Execute),
        (gap.min(40), Step::HandIn),
    ]
}

fn spread(minutes: i64, steps: usize) -> i64 {
    let steps = i64::try_from(steps).unwrap_or(1).max(1);
    (minutes / steps).max(1)
}
