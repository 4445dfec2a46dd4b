//! 表单与编号: the office's name, what stands on its forms, and their numbers.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::Message as Outer;
use super::parts::{Hand, Pen, TABLE, labelled, page_head, required, text};
use crate::domain::month::Month;
use crate::domain::office::forms::{FormNumbers, Forms, Mark};
use crate::domain::office::{Command, Office};
use crate::domain::script::{Blessing, Scene};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::style;
use crate::ui::theme::{Element, Tone};
use crate::ui::widget::{button, hint, pane_foot, scroll_named, section_head, small};

/// What was typed, by line; untouched lines are as the office has them.
#[derive(Debug, Default)]
pub struct State {
    typed: Vec<(Entry, String)>,
}

/// A line of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The office's name.
    Name,
    /// The company on printed forms.
    Company,
    /// The hotline on printed forms.
    Hotline,
    /// `TS-`
    NumberPrefix,
    /// `HF-`
    CallbackPrefix,
    /// `YB-`
    ReportPrefix,
    /// 投诉记录表
    Record,
    /// 顾客投诉登记表
    Registration,
    /// 回访记录表
    CallbackRecord,
    /// 分类统计表
    CategoryStatistics,
    /// 月度总结
    MonthlySummary,
    /// 回访总结
    CallbackSummary,
    /// 回单
    Slip,
    /// The wish at the end of a callback, by scene (K12).
    Wish(Scene),
}

const SCENES: [Scene; 4] = [Scene::Everyday, Scene::Weekend, Scene::Festival, Scene::Driving];

const GROUPS: [&[Entry]; 4] = [
    &[Entry::Name, Entry::Company, Entry::Hotline],
    &[Entry::NumberPrefix, Entry::CallbackPrefix, Entry::ReportPrefix],
    &[
        Entry::Record,
        Entry::Registration,
        Entry::CallbackRecord,
        Entry::CategoryStatistics,
        Entry::MonthlySummary,
        Entry::CallbackSummary,
        Entry::Slip,
    ],
    &[
        Entry::Wish(Scene::Everyday),
        Entry::Wish(Scene::Weekend),
        Entry::Wish(Scene::Festival),
        Entry::Wish(Scene::Driving),
    ],
];

/// What the person did.
#[derive(Debug, Clone)]
pub enum Message {
    /// Typed into a line.
    Typed(Entry, String),
    /// 保存
    Saved,
    /// 放弃
    Dropped,
}

impl State {
    /// Does what a message says; the commands that it needs.
    pub fn update(&mut self, env: &Env<'_>, message: Message) -> Vec<Command> {
        match message {
            Message::Typed(entry, text) => {
                self.typed.retain(|(it, _)| *it != entry);
                if text != entry.value(env.office()) {
                    self.typed.push((entry, text));
                }
            }
            Message::Saved => return self.commands(env.office()).unwrap_or_default(),
            Message::Dropped => self.typed.clear(),
        }
        Vec::new()
    }

    /// What was changed is in force.
    pub fn done(&mut self) {
        self.typed.clear();
    }

    /// `None` where a line cannot be taken as it is.
    fn commands(&self, office: &Office) -> Option<Vec<Command>> {
        let mark = |entry: Entry| Mark::new(&self.value(office, entry)).ok();
        let numbers = FormNumbers {
            record: mark(Entry::Record)?,
            registration: mark(Entry::Registration)?,
            callback_record: mark(Entry::CallbackRecord)?,
            category_statistics: mark(Entry::CategoryStatistics)?,
            monthly_summary: mark(Entry::MonthlySummary)?,
            callback_summary: mark(Entry::CallbackSummary)?,
            slip: mark(Entry::Slip)?,
        };
        let forms = Forms {
            number_prefix: mark(Entry::NumberPrefix)?,
            callback_prefix: mark(Entry::CallbackPrefix)?,
            report_prefix: mark(Entry::ReportPrefix)?,
            numbers,
            company: text(&self.value(office, Entry::Company)),
            hotline: text(&self.value(office, Entry::Hotline)),
            blessings: self.wishes(office),
        };
        let name = self.value(office, Entry::Name);
        let rename = (name != office.name()).then(|| text(&name).map(|name| Command::Rename { name }));
        let mut commands: Vec<Command> = match rename {
            Some(rename) => vec![rename?],
            None => Vec::new(),
        };
        if forms != *office.forms() {
            commands.push(Command::SetForms { forms });
        }
        Some(commands)
    }

    /// A scene whose line is empty has no wish of its own.
    fn wishes(&self, office: &Office) -> Vec<Blessing> {
        let wishes = SCENES.map(|scene| Blessing { scene, words: self.value(office, Entry::Wish(scene)) });
        let mut wishes: Vec<Blessing> = wishes.into_iter().filter(|it| !it.words.trim().is_empty()).collect();
        let own = |it: &Blessing| office.forms().blessings.iter().position(|known| known.scene == it.scene);
        wishes.sort_by_key(|it| own(it).unwrap_or(usize::MAX));
        wishes
    }

    fn value(&self, office: &Office, entry: Entry) -> String {
        let typed = self.typed.iter().find(|(it, _)| *it == entry);
        typed.map_or_else(|| entry.value(office), |(_, text)| text.clone())
    }

    /// Draws it.
    #[must_use]
    pub(super) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let groups =
            [texts.set_office_group(), texts.set_prefix_group(), texts.set_number_group(), texts.set_wish_group()];
        let mut content = column![].spacing(10).max_width(620);
        pen.keys.within(Some(TABLE));
        let mut place = 0;
        for (name, entries) in groups.into_iter().zip(GROUPS) {
            content = content.push(section_head(name));
            for entry in entries {
                let entry = *entry;
                let value = self.value(env.office(), entry);
                let drawn = pen.line(Spot("set-entry", place), &value, move |it| send(Message::Typed(entry, it)));
                place += 1;
                let line: Element<'a, Outer> = match self.told(&env, entry) {
                    Some(told) => row![drawn, container(told).width(230)].spacing(12).align_y(iced::Center).into(),
                    None => drawn,
                };
                let named = entry.name(texts);
                content = content.push(if entry == Entry::Name {
                    required(&env, named, line)
                } else {
                    labelled(&env, named, line)
                });
            }
        }
        pen.keys.within(None);
        let foot = (pen.hand == Hand::Edits && !self.typed.is_empty()).then(|| {
            let commands = self.commands(env.office());
            let wrong = commands.is_none().then(|| small(texts.set_mark_wrong()).style(style::text::toned(Tone::Late)));
            let ready = commands.filter(|it| !it.is_empty()).map(|_| Outer::Saved);
            let drop_ = pen.button(Spot("set-drop", 0), button(texts.set_drop()), Some(send(Message::Dropped)));
            let save = button(texts.set_save()).primary().icon(icon::SAVE).keys(Shortcut::command('s'));
            let save = pen.button(Spot("set-save", 0), save, ready);
            let drawn = row![].push(wrong).push(space().width(Length::Fill)).push(drop_).push(save);
            pane_foot(drawn.spacing(8).align_y(iced::Center))
        });
        column![
            page_head(texts.set_office(), texts.set_office_words(), None),
            scroll_named(TABLE, container(content).padding(20).width(Length::Fill))
        ]
        .push(foot)
        .into()
    }

    /// What a number would look like, or what is wrong with it.
    fn told<'a>(&self, env: &Env<'a>, entry: Entry) -> Option<Element<'a, Outer>> {
        let texts = env.texts;
        let value = self.value(env.office(), entry);
        let (mark, rest) = match entry {
            Entry::NumberPrefix => (Mark::new(&value), env.books.next_number(env.today()).to_string()),
            Entry::CallbackPrefix => (Mark::new(&value), format!("{}-1", env.books.next_number(env.today()))),
            Entry::ReportPrefix => (Mark::new(&value), format!("{}-V1", Month::of(env.today()).compact())),
            Entry::Record
            | Entry::Registration
            | Entry::CallbackRecord
            | Entry::CategoryStatistics
            | Entry::MonthlySummary
            | Entry::CallbackSummary
            | Entry::Slip => (Mark::new(&value), String::new()),
            Entry::Name | Entry::Company | Entry::Hotline | Entry::Wish(_) => return None,
        };
        match mark {
            Err(_) => Some(small(texts.set_mark_wrong()).style(style::text::toned(Tone::Late)).into()),
            Ok(_) if rest.is_empty() => None,
            Ok(mark) => Some(hint(texts.set_sample(format!("{mark}{rest}"))).into()),
        }
    }
}

impl Entry {
    fn value(self, office: &Office) -> String {
        let forms = office.forms();
        let some = |it: &Option<crate::domain::text::Line>| it.as_ref().map(ToString::to_string).unwrap_or_default();
        match self {
            Self::Name => office.name().to_owned(),
            Self::Company => some(&forms.company),
            Self::Hotline => some(&forms.hotline),
            Self::NumberPrefix => forms.number_prefix.to_string(),
            Self::CallbackPrefix => forms.callback_prefix.to_string(),
            Self::ReportPrefix => forms.report_prefix.to_string(),
            Self::Record => forms.numbers.record.to_string(),
            Self::Registration => forms.numbers.registration.to_string(),
            Self::CallbackRecord => forms.numbers.callback_record.to_string(),
            Self::CategoryStatistics => forms.numbers.category_statistics.to_string(),
            Self::MonthlySummary => forms.numbers.monthly_summary.to_string(),
            Self::CallbackSummary => forms.numbers.callback_summary.to_string(),
            Self::Slip => forms.numbers.slip.to_string(),
            Self::Wish(scene) => {
                let own = forms.blessings.iter().find(|it| it.scene == scene);
                own.map(|it| it.words.clone()).unwrap_or_default()
            }
        }
    }

    fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Name => texts.set_office_name(),
            Self::Company => texts.set_company(),
            Self::Hotline => texts.set_hotline(),
            Self::NumberPrefix => texts.set_prefix_number(),
            Self::CallbackPrefix => texts.set_prefix_callback(),
            Self::ReportPrefix => texts.set_prefix_report(),
            Self::Record => texts.set_form_record(),
            Self::Registration => texts.set_form_registration(),
            Self::CallbackRecord => texts.set_form_callback_record(),
            Self::CategoryStatistics => texts.set_form_categories(),
            Self::MonthlySummary => texts.set_form_monthly(),
            Self::CallbackSummary => texts.set_form_callback_summary(),
            Self::Slip => texts.set_form_slip(),
            Self::Wish(Scene::Everyday) => texts.set_wish_everyday(),
            Self::Wish(Scene::Weekend) => texts.set_wish_weekend(),
            Self::Wish(Scene::Festival) => texts.set_wish_festival(),
            Self::Wish(Scene::Driving) => texts.set_wish_driving(),
        }
    }
}

fn send(message: Message) -> Outer {
    Outer::Office(message)
}
