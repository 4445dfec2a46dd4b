//! 规则: what the customer's papers leave open (X1–X20) and how this office settled it, with what a rule decides, its
//! default, and who changed it last.

mod entries;
mod naming;
mod values;

use std::collections::BTreeMap;

use iced::{
    Length,
    widget::{column, container, row, space},
};

use self::entries::{ENTRIES, Entry};
use self::naming::{accountability, neutral, rule_name, scope, signature, unit, until, words};
use self::values::{put, read, written};
use super::Message as Outer;
use super::parts::{Choice, Hand, Pen, SIDE, inspector, page_head, standing};
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
            ([], Some(page)) => small(texts.set_rule_elsewhere(page.name(texts))).style(style::text::ink2),
            ([], None) => small(texts.set_rule_fixed()).style(style::text::ink3),
            (own, _) => small(texts.list(own.iter().map(|it| words(texts, rules, *it)))),
        };
        let content = row![
            container(caption(it.code).style(style::text::ink3)).width(34),
            container(row![body((it.name)(texts))].push(changed).spacing(6).align_y(iced::Center))
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
        let mut content = column![strong((it.name)(texts)), small((it.decides)(texts))].spacing(10);
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
            let words = texts.set_rule_go(page.name(texts));
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

fn send(message: Message) -> Outer {
    Outer::Rules(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_on_the_page_once_and_every_line_has_words() {
        let mut shown: Vec<Rule> = ENTRIES.iter().flat_map(|it| it.rules.iter().copied()).collect();
        shown.sort();
        let mut all = Rule::all();
        all.sort();
        assert_eq!(shown, all);
    }
}
