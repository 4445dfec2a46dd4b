//! The pages, and the list of them at the left.

use iced::{
    Length,
    widget::{column, container, mouse_area, row},
};

use super::parts::{PAGES, Pen};
use super::{Message, State};
use crate::i18n::Texts;
use crate::ui::icon::{self, Icon};
use crate::ui::part::keyed::Spot;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::Element;
use crate::ui::widget::{Chosen, body, icon as glyph, small_strong, strong};

/// A page of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// 人员与权限
    #[default]
    People,
    /// 部门与路由
    Departments,
    /// 处理小组
    Teams,
    /// 投诉类别
    Categories,
    /// 投诉渠道
    Channels,
    /// 时限
    Limits,
    /// 工作日历
    Calendar,
    /// 回访话术
    Scripts,
    /// 常用语
    Phrases,
    /// 规则
    Rules,
    /// 表单与编号
    Office,
    /// 外观
    Appearance,
}

/// The list of pages.
pub(super) const PAGE: Spot = Spot("set-page", 0);

const PEOPLE: &[Page] = &[Page::People, Page::Departments, Page::Teams];
const BUSINESS: &[Page] = &[
    Page::Categories,
    Page::Channels,
    Page::Limits,
    Page::Calendar,
    Page::Scripts,
    Page::Phrases,
    Page::Rules,
    Page::Office,
];
const MACHINE: &[Page] = &[Page::Appearance];

impl Page {
    /// Whether it is a list of which one entry is edited at a time.
    pub(super) const fn is_list(self) -> bool {
        match self {
            Self::People
            | Self::Departments
            | Self::Teams
            | Self::Categories
            | Self::Channels
            | Self::Limits
            | Self::Phrases
            | Self::Rules => true,
            Self::Calendar | Self::Scripts | Self::Office | Self::Appearance => false,
        }
    }

    /// What it is called.
    pub(super) fn name(self, texts: &Texts) -> &str {
        match self {
            Self::People => texts.set_people(),
            Self::Departments => texts.set_departments(),
            Self::Teams => texts.set_teams(),
            Self::Categories => texts.set_categories(),
            Self::Channels => texts.set_channels(),
            Self::Limits => texts.set_limits(),
            Self::Calendar => texts.set_calendar(),
            Self::Scripts => texts.set_scripts(),
            Self::Phrases => texts.phrase_list(),
            Self::Rules => texts.set_rules(),
            Self::Office => texts.set_office(),
            Self::Appearance => texts.set_appearance(),
        }
    }

    const fn sign(self) -> Icon {
        match self {
            Self::People => icon::USERS,
            Self::Departments => icon::BUILDING_2,
            Self::Teams => icon::USER_PLUS,
            Self::Categories => icon::TAGS,
            Self::Channels => icon::INBOX,
            Self::Limits => icon::TIMER,
            Self::Calendar => icon::CALENDAR_DAYS,
            Self::Scripts => icon::QUOTE,
            Self::Phrases => icon::MESSAGE_SQUARE_TEXT,
            Self::Rules => icon::SCALE,
            Self::Office => icon::HASH,
            Self::Appearance => icon::MONITOR,
        }
    }
}

impl State {
    pub(super) fn pages<'a>(&self, pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
        let texts = pen.env.texts;
        let entry = |page: Page| {
            let chosen = self.page == page;
            let words = if chosen { strong(page.name(texts)) } else { body(page.name(texts)) };
            let drawn = container(row![glyph(page.sign()), words].spacing(9).align_y(iced::Center))
                .height(32)
                .width(Length::Fill)
                .padding([0, 10])
                .align_y(iced::Center)
                .style(style::row::row(if chosen { Standing::Cursor } else { Standing::Rest }));
            let message = Message::PageChosen(page);
            let area = mouse_area(drawn).interaction(iced::mouse::Interaction::Pointer).on_press(message.clone());
            (message, if chosen { Chosen::Yes } else { Chosen::No }, area.into())
        };
        let groups = [
            (texts.set_group_people(), PEOPLE),
            (texts.set_group_business(), BUSINESS),
            (texts.set_group_machine(), MACHINE),
        ];
        let entries: Vec<_> = groups.iter().flat_map(|(_, pages)| pages.iter()).map(|it| entry(*it)).collect();
        let mut rows = pen.keys.rows(PAGE, entries).into_iter();
        let mut list = column![];
        for (name, pages) in groups {
            list = list.push(container(small_strong(name).style(style::text::ink3)).padding(iced::Padding {
                top: 14.0,
                right: 10.0,
                bottom: 4.0,
                left: 10.0,
            }));
            list = list.extend(rows.by_ref().take(pages.len()));
        }
        container(list).width(PAGES).height(Length::Fill).padding(8).style(style::surface::canvas).into()
    }
}
