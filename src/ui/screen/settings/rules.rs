//! 规则: what the customer's papers leave open (X1–X20) and how this office settled it, with what a rule decides, its
//! default, and who changed it last.

use std::collections::BTreeMap;

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::Page;
use super::parts::{Choice, Hand, Pen, SIDE, inspector, page_head, standing};
use crate::domain::complaint::terms::Money;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::office::{
    Accountability, ApprovalScope, Command, NeutralAnswer, ReportsUntil, Rule, Rules, Setting, Signature,
};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{
    Chosen, badge, body, button, caption, heading, hint, label, line_across, line_down, list_row, pane_foot, small,
    small_strong, strong, table_head,
};

/// What was changed, which rule is looked at, who changed what before.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
    /// Numbers as they are typed.
    typed: BTreeMap<Setting, String>,
    choices: Vec<Choosing>,
    /// `None` until it was read, or where it cannot be read.
    authors: Option<BTreeMap<Rule, (PersonId, Moment)>>,
}

/// A choice of a rule that is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// X7
    Scope(ApprovalScope),
    /// X8
    Until(ReportsUntil),
    /// X9
    Neutral(NeutralAnswer),
    /// X10
    Signed(Signature),
    /// X18
    Accounted(Accountability),
}

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another rule.
    Chosen(usize),
    /// A number.
    Typed(Setting, String),
    /// A choice.
    Chose(Choosing),
    /// Who changed what before.
    Told(Option<BTreeMap<Rule, (PersonId, Moment)>>),
    /// 恢复默认
    Reset,
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

/// A line of the page: how the papers' question is counted, which rules answer it, on which page else it is settled.
struct Entry {
    code: &'static str,
    rules: &'static [Rule],
    page: Option<Page>,
}

const fn entry(code: &'static str, rules: &'static [Rule], page: Option<Page>) -> Entry {
    Entry { code, rules, page }
}

const ENTRIES: [Entry; 25] = [
    entry("X1", &[], Some(Page::Limits)),
    entry("X2", &[], Some(Page::Limits)),
    entry("X3", &[], None),
    entry("X4", &[], Some(Page::Categories)),
    entry("X5", &[Rule::Number(Setting::EscalateAfterUnsatisfied)], None),
    entry("X6", &[], Some(Page::Categories)),
    entry("X7", &[Rule::ApprovalScope], Some(Page::Limits)),
    entry("X8", &[Rule::ReportsUntil, Rule::Number(Setting::LongestPromiseMinutes)], Some(Page::Limits)),
    entry("X9", &[Rule::NeutralAnswer], None),
    entry("X10", &[Rule::Signature], None),
    entry("X11", &[], None),
    entry("X12", &[], Some(Page::Office)),
    entry("X13", &[], None),
    entry("X14", &[], Some(Page::Limits)),
    entry("X15", &[Rule::Number(Setting::UnreachableAttempts), Rule::Number(Setting::UnreachableDays)], None),
    entry("X16", &[], None),
    entry("X17", &[], Some(Page::Departments)),
    entry("X18", &[Rule::Accountability], None),
    entry("X19", &[], None),
    entry("X20", &[Rule::Number(Setting::MajorAmount), Rule::Number(Setting::GroupSize)], None),
    entry("I06", &[Rule::Number(Setting::RepeatDays)], None),
    entry("F06", &[Rule::Number(Setting::ArchiveAfterDays)], None),
    entry("C08", &[Rule::Number(Setting::MissedReportsToSupervise)], None),
    entry("E11", &[Rule::Number(Setting::CallbackMinutes)], None),
    entry("T11", &[Rule::Number(Setting::MonthCutOff)], None),
];

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        let now = env.office().rules();
        match message {
            Message::Chosen(place) => self.chosen = place,
            Message::Typed(setting, text) => {
                if text == written(now, setting) {
                    self.typed.remove(&setting);
                } else {
                    self.typed.insert(setting, text);
                }
            }
            Message::Chose(choice) => {
                self.choices.retain(|it| it.rule() != choice.rule());
                if choice.rule().same(now, &choice.on(now)) {
                    return Vec::new();
                }
                self.choices.push(choice);
            }
            Message::Told(authors) => self.authors = authors,
            Message::Reset => self.reset(now),
            Message::Saved => {
                let rules = self.rules(now).filter(|it| it != now);
                return rules.map(|rules| Command::SetRules { rules }).into_iter().collect();
            }
            Message::Dropped => self.done(),
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.typed.clear();
        self.choices.clear();
    }

    fn reset(&mut self, now: &Rules) {
        let standard = Rules::default();
        self.done();
        for setting in Setting::ALL {
            let words = written(&standard, *setting);
            if words != written(now, *setting) {
                self.typed.insert(*setting, words);
            }
        }
        let all = [
            Choosing::Scope(standard.approval_scope),
            Choosing::Until(standard.reports_until),
            Choosing::Neutral(standard.neutral_answer),
            Choosing::Signed(standard.signature),
            Choosing::Accounted(standard.accountability),
        ];
        self.choices = all.into_iter().filter(|it| !it.rule().same(now, &standard)).collect();
    }

    /// The rules with the changes; `None` where something is no number within its bounds.
    fn rules(&self, now: &Rules) -> Option<Rules> {
        let mut rules = now.clone();
        for (setting, text) in &self.typed {
            put(&mut rules, *setting, read(*setting, text).ok()?)?;
        }
        Some(self.choices.iter().fold(rules, |rules, it| it.on(&rules)))
    }

    /// The rules as far as they can be read, for the list.
    fn so_far(&self, now: &Rules) -> Rules {
        let mut rules = now.clone();
        for (setting, text) in &self.typed {
            if let Ok(value) = read(*setting, text) {
                // What does not fit is shown where it is typed.
                let _fits = put(&mut rules, *setting, value);
            }
        }
        self.choices.iter().fold(rules, |rules, it| it.on(&rules))
    }

    fn is_changed(&self, rule: Rule) -> bool {
        match rule {
            Rule::Number(setting) => self.typed.contains_key(&setting),
            Rule::ApprovalScope | Rule::ReportsUntil | Rule::NeutralAnswer | Rule::Signature | Rule::Accountability => {
                self.choices.iter().any(|it| it.rule() == rule)
            }
        }
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let reset = button(texts.set_reset()).quiet().icon(icon::ROTATE_CCW);
        let reset = pen.button(Spot("set-reset", 0), reset, Some(send(Message::Reset)));
        let head = table_head(
            [
                ("".into(), Length::Fixed(34.0)),
                (texts.set_rule_name().into(), Length::FillPortion(5)),
                (texts.set_rule_value().into(), Length::FillPortion(4)),
            ],
            12.0,
        );
        let rules = self.so_far(env.office().rules());
        let rows: Vec<_> = ENTRIES.iter().enumerate().map(|it| self.row(&env, it, &rules)).collect();
        let list = pen.list(rows);
        let page = column![page_head(texts.set_rules(), texts.set_rules_words(), reset), head, list];
        let side = self.side(pen, &rules);
        let changed = !self.typed.is_empty() || !self.choices.is_empty();
        let foot = (pen.hand == Hand::Edits && changed).then(|| {
            let ready = self.rules(env.office().rules()).map(|_| Outer::Saved);
            let words = hint(texts.set_rules_when());
            let drop_ = pen.button(Spot("set-drop", 0), button(texts.set_drop()), Some(send(Message::Dropped)));
            let save = button(texts.set_save_limits()).primary().icon(icon::CHECK).keys(Shortcut::command('s'));
            let save = pen.button(Spot("set-save", 0), save, ready);
            let drawn = row![words, space().width(Length::Fill)].push(drop_).push(save);
            pane_foot(drawn.spacing(8).align_y(iced::Center))
        });
        row![page.push(foot).width(Length::Fill), line_down(), side].into()
    }

    fn row<'a>(
        &self,
        env: &Env<'a>,
        (place, it): (usize, &'static Entry),
        rules: &Rules,
    ) -> (Outer, Chosen, Element<'a, Outer>) {
        let texts = env.texts;
        let (look, chosen) = standing(self.chosen == place);
        let changed = it.rules.iter().any(|it| self.is_changed(*it));
        let changed = changed.then(|| badge(Tone::Accent, texts.set_limit_changed()));
        let value = match (it.rules, it.page) {
            ([], Some(page)) => small(texts.set_rule_elsewhere(super::name(env, page))).style(style::text::ink2),
            ([], None) => small(texts.set_rule_fixed()).style(style::text::ink3),
            (own, _) => small(texts.list(own.iter().map(|it| words(texts, rules, *it)))),
        };
        let content = row![
            container(caption(it.code).style(style::text::ink3)).width(34),
            container(row![body(name(texts, it.code))].push(changed).spacing(6).align_y(iced::Center))
                .width(Length::FillPortion(5))
                .clip(true),
            container(value).width(Length::FillPortion(4)).clip(true),
        ]
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(place));
        (message.clone(), chosen, list_row((34.0, look), content, message, None))
    }

    fn side<'a>(&'a self, pen: &mut Pen<'_, 'a>, rules: &Rules) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let Some(it) = ENTRIES.get(self.chosen) else { return space().into() };
        let standard = Rules::default();
        let mut content = column![strong(name(texts, it.code)), small(decides(texts, it.code))].spacing(10);
        pen.keys.within(Some(SIDE));
        for rule in it.rules {
            let default = texts.set_rule_default(words(texts, &standard, *rule));
            let changed = self.authors.as_ref().map(|all| match all.get(rule) {
                Some((by, at)) => {
                    let when = texts.date_time(env.local(*at));
                    texts.set_rule_changed(texts.person(env.office(), *by), when)
                }
                None => texts.set_rule_unchanged().to_owned(),
            });
            content = content
                .push(line_across())
                .push(label(rule_name(texts, *rule)))
                .push(self.control(pen, *rule, rules))
                .push(self.trouble(texts, *rule))
                .push(hint(default))
                .push(changed.map(hint));
        }
        if let Some(page) = it.page {
            let words = texts.set_rule_go(super::name(&env, page));
            let says = Outer::PageChosen(page);
            let go = button(words).link().compact().icon(icon::EXTERNAL_LINK);
            content = content.push(line_across()).push(pen.keys.button(Spot("set-rule-go", 0), go, Some(says)));
        } else if it.rules.is_empty() {
            content = content.push(line_across()).push(hint(texts.set_rule_fixed_words()));
        }
        pen.keys.within(None);
        let head = row![heading(it.code), small_strong(texts.set_rules()).style(style::text::ink3)]
            .spacing(8)
            .align_y(iced::Center);
        inspector(&env, head, content, None)
    }

    fn control<'a>(&'a self, pen: &mut Pen<'_, 'a>, rule: Rule, rules: &Rules) -> Element<'a, Outer> {
        let texts = pen.env.texts;
        let spot = |place| Spot("set-rule", place);
        let choose = |it| send(Message::Chose(it));
        match rule {
            Rule::Number(setting) => {
                let place = Setting::ALL.iter().position(|it| *it == setting).unwrap_or_default();
                let now = written(pen.env.office().rules(), setting);
                let value = self.typed.get(&setting).cloned().unwrap_or(now);
                let line = pen.line(spot(place), &value, move |it| send(Message::Typed(setting, it)));
                row![container(line).width(110), small(unit(texts, setting)).style(style::text::ink2)]
                    .spacing(8)
                    .align_y(iced::Center)
                    .into()
            }
            Rule::ApprovalScope => {
                let all = [ApprovalScope::Major, ApprovalScope::All];
                let all = all.map(|it| Choice::new(it, scope(texts, it))).to_vec();
                pen.segment(spot(20), (all, rules.approval_scope), move |it| choose(Choosing::Scope(it)))
            }
            Rule::ReportsUntil => {
                let all = [ReportsUntil::ReturnSlip, ReportsUntil::Closed];
                let all = all.map(|it| Choice::new(it, until(texts, it))).to_vec();
                pen.segment(spot(21), (all, rules.reports_until), move |it| choose(Choosing::Until(it)))
            }
            Rule::NeutralAnswer => {
                let all = [NeutralAnswer::CallerDecides, NeutralAnswer::Redispatch];
                let all = all.map(|it| Choice::new(it, neutral(texts, it))).to_vec();
                pen.segment(spot(22), (all, rules.neutral_answer), move |it| choose(Choosing::Neutral(it)))
            }
            Rule::Signature => {
                let all = [Signature::Optional, Signature::Required];
                let all = all.map(|it| Choice::new(it, signature(texts, it))).to_vec();
                pen.segment(spot(23), (all, rules.signature), move |it| choose(Choosing::Signed(it)))
            }
            Rule::Accountability => {
                let all = [Accountability::Hidden, Accountability::Shown];
                let all = all.map(|it| Choice::new(it, accountability(texts, it))).to_vec();
                pen.segment(spot(24), (all, rules.accountability), move |it| choose(Choosing::Accounted(it)))
            }
        }
    }

    /// What is wrong with a number that was typed.
    fn trouble<'a>(&self, texts: &'a Texts, rule: Rule) -> Option<Element<'a, Outer>> {
        let Rule::Number(setting) = rule else { return None };
        let text = self.typed.get(&setting)?;
        let mut rules = Rules::default();
        let fits = read(setting, text).ok().and_then(|it| put(&mut rules, setting, it));
        if fits.is_some() {
            return None;
        }
        let (least, most) = setting.bounds();
        let (least, most) = match setting {
            Setting::MajorAmount => (least / 100, most / 100),
            Setting::EscalateAfterUnsatisfied
            | Setting::LongestPromiseMinutes
            | Setting::GroupSize
            | Setting::UnreachableAttempts
            | Setting::UnreachableDays
            | Setting::RepeatDays
            | Setting::ArchiveAfterDays
            | Setting::MissedReportsToSupervise
            | Setting::CallbackMinutes
            | Setting::MonthCutOff => (least, most),
        };
        Some(small(texts.set_rule_bounds(least, most)).style(style::text::toned(Tone::Late)).into())
    }
}

impl Choosing {
    const fn rule(self) -> Rule {
        match self {
            Self::Scope(_) => Rule::ApprovalScope,
            Self::Until(_) => Rule::ReportsUntil,
            Self::Neutral(_) => Rule::NeutralAnswer,
            Self::Signed(_) => Rule::Signature,
            Self::Accounted(_) => Rule::Accountability,
        }
    }

    fn on(self, rules: &Rules) -> Rules {
        let mut rules = rules.clone();
        match self {
            Self::Scope(it) => rules.approval_scope = it,
            Self::Until(it) => rules.reports_until = it,
            Self::Neutral(it) => rules.neutral_answer = it,
            Self::Signed(it) => rules.signature = it,
            Self::Accounted(it) => rules.accountability = it,
        }
        rules
    }
}

/// A number as it is typed: amounts in yuan; empty where it is switched off.
fn written(rules: &Rules, setting: Setting) -> String {
    let value = rules.value(setting);
    let value = if setting == Setting::MajorAmount { value.map(|it| it / 100) } else { value };
    value.map(|it| it.to_string()).unwrap_or_default()
}

/// A number that was typed, as the rules count it; `Ok(None)`: switched off.
fn read(setting: Setting, text: &str) -> Result<Option<i64>, std::num::ParseIntError> {
    let text: String = text.chars().filter(|it| !matches!(it, ',' | '，' | '¥' | '￥' | ' ')).collect();
    if text.is_empty() && setting == Setting::MonthCutOff {
        return Ok(None);
    }
    let value: i64 = text.parse()?;
    Ok(Some(if setting == Setting::MajorAmount { value.saturating_mul(100) } else { value }))
}

/// Takes a number over; `None` where it lies outside its bounds.
fn put(rules: &mut Rules, setting: Setting, value: Option<i64>) -> Option<()> {
    let Some(value) = value else {
        rules.month_cut_off = None;
        return (setting == Setting::MonthCutOff).then_some(());
    };
    let (least, most) = setting.bounds();
    if value < least || most < value {
        return None;
    }
    let (small, large) = (u8::try_from(value).ok(), u32::try_from(value).ok());
    match setting {
        Setting::EscalateAfterUnsatisfied => rules.escalate_after_unsatisfied = small?,
        Setting::LongestPromiseMinutes => rules.longest_promise_minutes = large?,
        Setting::MajorAmount => rules.major_amount = Money(value),
        Setting::GroupSize => rules.group_size = large?,
        Setting::UnreachableAttempts => rules.unreachable_attempts = small?,
        Setting::UnreachableDays => rules.unreachable_days = small?,
        Setting::RepeatDays => rules.repeat_days = large?,
        Setting::ArchiveAfterDays => rules.archive_after_days = large?,
        Setting::MissedReportsToSupervise => rules.missed_reports_to_supervise = small?,
        Setting::CallbackMinutes => rules.callback_minutes = small?,
        Setting::MonthCutOff => rules.month_cut_off = Some(small?),
    }
    Some(())
}

/// What a rule stands at, in words.
fn words(texts: &Texts, rules: &Rules, rule: Rule) -> String {
    match rule {
        Rule::Number(Setting::MajorAmount) => texts.set_rule_from(texts.money(rules.major_amount)),
        Rule::Number(Setting::MonthCutOff) => match rules.month_cut_off {
            Some(day) => texts.set_rule_cut_off(day),
            None => texts.set_rule_calendar_month().to_owned(),
        },
        Rule::Number(setting) => {
            texts.set_limit_words(rules.value(setting).unwrap_or_default().to_string(), unit(texts, setting))
        }
        Rule::ApprovalScope => scope(texts, rules.approval_scope).to_owned(),
        Rule::ReportsUntil => until(texts, rules.reports_until).to_owned(),
        Rule::NeutralAnswer => neutral(texts, rules.neutral_answer).to_owned(),
        Rule::Signature => signature(texts, rules.signature).to_owned(),
        Rule::Accountability => accountability(texts, rules.accountability).to_owned(),
    }
}

fn unit(texts: &Texts, setting: Setting) -> &str {
    match setting {
        Setting::EscalateAfterUnsatisfied => texts.set_unit_times_dissatisfied(),
        Setting::LongestPromiseMinutes => texts.set_unit_working_minutes(),
        Setting::MajorAmount => texts.set_unit_yuan(),
        Setting::GroupSize => texts.set_unit_customers(),
        Setting::UnreachableAttempts => texts.set_unit_calls(),
        Setting::UnreachableDays | Setting::RepeatDays | Setting::ArchiveAfterDays => texts.set_unit_days(),
        Setting::MissedReportsToSupervise => texts.set_unit_times(),
        Setting::CallbackMinutes => texts.set_unit_minutes(),
        Setting::MonthCutOff => texts.set_unit_day_of_month(),
    }
}

fn scope(texts: &Texts, it: ApprovalScope) -> &str {
    match it {
        ApprovalScope::Major => texts.set_scope_major(),
        ApprovalScope::All => texts.set_scope_all(),
    }
}

fn until(texts: &Texts, it: ReportsUntil) -> &str {
    match it {
        ReportsUntil::ReturnSlip => texts.set_until_slip(),
        ReportsUntil::Closed => texts.set_until_closed(),
    }
}

fn neutral(texts: &Texts, it: NeutralAnswer) -> &str {
    match it {
        NeutralAnswer::CallerDecides => texts.set_neutral_asks(),
        NeutralAnswer::Redispatch => texts.set_neutral_redispatch(),
    }
}

fn signature(texts: &Texts, it: Signature) -> &str {
    match it {
        Signature::Optional => texts.set_signature_optional(),
        Signature::Required => texts.set_signature_required(),
    }
}

fn accountability(texts: &Texts, it: Accountability) -> &str {
    match it {
        Accountability::Hidden => texts.set_accountability_hidden(),
        Accountability::Shown => texts.set_accountability_shown(),
    }
}

fn rule_name(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::Number(Setting::EscalateAfterUnsatisfied) => texts.set_rule_escalate(),
        Rule::Number(Setting::LongestPromiseMinutes) => texts.set_rule_promise(),
        Rule::Number(Setting::MajorAmount) => texts.set_rule_major_amount(),
        Rule::Number(Setting::GroupSize) => texts.set_rule_group(),
        Rule::Number(Setting::UnreachableAttempts) => texts.set_rule_attempts(),
        Rule::Number(Setting::UnreachableDays) => texts.set_rule_days(),
        Rule::Number(Setting::RepeatDays) => texts.set_rule_repeat(),
        Rule::Number(Setting::ArchiveAfterDays) => texts.set_rule_archive(),
        Rule::Number(Setting::MissedReportsToSupervise) => texts.set_rule_missed(),
        Rule::Number(Setting::CallbackMinutes) => texts.set_rule_minutes(),
        Rule::Number(Setting::MonthCutOff) => texts.set_rule_month_end(),
        Rule::ApprovalScope => texts.set_rule_scope(),
        Rule::ReportsUntil => texts.set_rule_until(),
        Rule::NeutralAnswer => texts.set_rule_neutral(),
        Rule::Signature => texts.set_rule_signature(),
        Rule::Accountability => texts.set_rule_accountability(),
    }
}

macro_rules! told {
    ($($code:literal => $name:ident, $decides:ident;)+) => {
        /// What the question is called.
        fn name<'a>(texts: &'a Texts, code: &str) -> &'a str {
            match code { $($code => texts.$name(),)+ _ => "" }
        }

        /// What the rule decides.
        fn decides<'a>(texts: &'a Texts, code: &str) -> &'a str {
            match code { $($code => texts.$decides(),)+ _ => "" }
        }
    };
}

told! {
    "X1" => set_x1, set_x1_decides;
    "X2" => set_x2, set_x2_decides;
    "X3" => set_x3, set_x3_decides;
    "X4" => set_x4, set_x4_decides;
    "X5" => set_x5, set_x5_decides;
    "X6" => set_x6, set_x6_decides;
    "X7" => set_x7, set_x7_decides;
    "X8" => set_x8, set_x8_decides;
    "X9" => set_x9, set_x9_decides;
    "X10" => set_x10, set_x10_decides;
    "X11" => set_x11, set_x11_decides;
    "X12" => set_x12, set_x12_decides;
    "X13" => set_x13, set_x13_decides;
    "X14" => set_x14, set_x14_decides;
    "X15" => set_x15, set_x15_decides;
    "X16" => set_x16, set_x16_decides;
    "X17" => set_x17, set_x17_decides;
    "X18" => set_x18, set_x18_decides;
    "X19" => set_x19, set_x19_decides;
    "X20" => set_x20, set_x20_decides;
    "I06" => set_i06, set_i06_decides;
    "F06" => set_f06, set_f06_decides;
    "C08" => set_c08, set_c08_decides;
    "E11" => set_e11, set_e11_decides;
    "T11" => set_t11, set_t11_decides;
}

fn send(message: Message) -> Outer {
    Outer::Rules(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_rule_stands_on_the_page_once_and_every_line_has_words() {
        let texts = Texts::new(Locale::ZhCn);
        let mut shown: Vec<Rule> = ENTRIES.iter().flat_map(|it| it.rules.iter().copied()).collect();
        shown.sort();
        let mut all = Rule::all();
        all.sort();
        assert_eq!(shown, all);
        for it in &ENTRIES {
            assert!(!name(&texts, it.code).is_empty() && !decides(&texts, it.code).is_empty(), "{}", it.code);
        }
    }

    #[track_caller]
    fn takes(setting: Setting, typed: &str, then: Option<&str>) {
        let mut rules = Rules::default();
        let taken = read(setting, typed).ok().and_then(|it| put(&mut rules, setting, it));
        let taken = taken.map(|()| written(&rules, setting));
        assert_eq!(taken.as_deref(), then, "{setting:?} {typed:?}");
    }

    #[test]
    fn only_numbers_within_their_bounds_are_taken() {
        takes(Setting::MajorAmount, "¥3,000", Some("3000"));
        takes(Setting::MajorAmount, "0", None);
        takes(Setting::MajorAmount, "two thousand", None);
        takes(Setting::MajorAmount, "9223372036854775807", None);
        takes(Setting::EscalateAfterUnsatisfied, "0", None);
        takes(Setting::EscalateAfterUnsatisfied, "10", None);
        takes(Setting::EscalateAfterUnsatisfied, "", None);
        takes(Setting::EscalateAfterUnsatisfied, " 3 ", Some("3"));
        takes(Setting::GroupSize, "-2", None);
        takes(Setting::MonthCutOff, "", Some(""));
        takes(Setting::MonthCutOff, "25", Some("25"));
        takes(Setting::MonthCutOff, "29", None);
        takes(Setting::CallbackMinutes, "3.5", None);
    }
}
