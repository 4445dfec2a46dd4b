//! How the page is drawn: tools, charts, the panel beside them.

use super::super::Place;
use super::grid::Painted;
use super::model::{Model, Which};
use super::picture::{Format, Trouble};
use super::{Export, MENU, Message, PAD, Panel, State, TRAY, filters, grid, panel, strip};
use crate::ui::env::Env;
use crate::ui::part::period::Picker;
use crate::ui::theme::{Element, Face, Height, Theme, Tone};
use crate::ui::widget::{
    Empty, Note, button, empty, fitted, line_across, line_down, measure, note, overlay_head, pane_head, place, popover,
    scroll, small,
};
use crate::ui::{icon, style};
use iced::widget::{column, container, mouse_area, row, space, stack};
use iced::{Center, Length, Padding, Point, Size};
use std::rc::Rc;

impl State {
    /// Draws it.
    #[must_use]
    pub fn view<'a>(&'a self, env: &Env<'a>) -> Element<'a, Message> {
        let (model, painted) = self.model(env);
        let width = env.beside_rail();
        let drawn = column![self.tools(env, &model, width)]
            .push(self.picked(env, width))
            .push(strip::strip(env, &model, width))
            .push(self.trouble.as_ref().map(|it| trouble(env, it)))
            .push(self.body(env, (&model, &painted), width));
        match self.export {
            Export::Asking(which, format) => {
                let menu = place(
                    Point::new(width - MENU - PAD, Height::PANE_HEAD - 4.0),
                    self::menu(env, &model, (which, format)),
                );
                stack![
                    drawn,
                    mouse_area(space().width(Length::Fill).height(Length::Fill)).on_press(Message::Back),
                    menu
                ]
                .into()
            }
            Export::Idle | Export::Busy(_) => drawn.into(),
        }
    }

    pub(super) fn tools<'a>(&'a self, env: &Env<'a>, model: &Model, width: f32) -> Element<'a, Message> {
        let texts = env.texts;
        let period = self.period(env);
        let (before, days) = (period.previous().name(texts), model.figures.working_days);
        let compared =
            if model.over { texts.charts_compared(before, days) } else { texts.charts_compared_open(before, days) };
        let export = match self.export {
            Export::Busy(_) => button(texts.charts_export_busy()).busy(),
            Export::Idle | Export::Asking(..) => button(texts.charts_export())
                .icon(icon::IMAGE)
                .on_press_maybe((!model.is_empty()).then_some(Message::ExportAsked)),
        };
        let monthly = button(texts.charts_monthly()).primary().icon(icon::FILE_TEXT).on_press(Message::MonthlyAsked);
        let buttons = [texts.charts_export(), texts.charts_monthly()];
        let buttons: f32 = buttons.iter().map(|it| measure(it, Face::Strong) + 46.0).sum();
        let taken = Picker::width(texts, period) + self.shelves_width(env) + buttons + 32.0 + 16.0;
        let room = width - taken;
        let compared = (80.0 <= room).then(|| container(fitted(&compared, Face::Small, room)).style(faint));
        pane_head(
            row![self.picker.view(&env.frame, period).map(Message::Period)]
                .push(compared)
                .extend(self.shelves(env))
                .extend([space().width(Length::Fill).into(), Element::from(export.id(TRAY)), Element::from(monthly)])
                .spacing(8)
                .align_y(Center),
        )
    }

    pub(super) fn body<'a>(
        &'a self,
        env: &Env<'a>,
        (model, painted): (&Rc<Model>, &Painted),
        width: f32,
    ) -> Element<'a, Message> {
        let texts = env.texts;
        if model.is_empty() {
            let period = self.period(env);
            if !self.narrow.is_empty() {
                let clear = button(texts.charts_clear()).icon(icon::FUNNEL).on_press(Message::PicksCleared);
                return empty(Empty {
                    tone: Tone::Paused,
                    icon: icon::FUNNEL,
                    title: texts.charts_narrow_empty_title().into(),
                    words: texts.charts_narrow_empty_words(period.name(texts)).into(),
                    actions: vec![clear.into()],
                });
            }
            let back = button(texts.charts_empty_back())
                .icon(icon::CHEVRON_LEFT)
                .on_press(Message::PeriodChosen(period.previous()));
            return empty(Empty {
                tone: Tone::Paused,
                icon: Place::Charts.icon(),
                title: texts.charts_empty_title(period.name(texts)).into(),
                words: texts.charts_empty_words().into(),
                actions: vec![back.into()],
            });
        }
        let mark = self.mark(env);
        let open = mark.filter(|_| self.panel == Panel::Open);
        let beside = if open.is_some() { panel::WIDTH + 1.0 } else { 0.0 };
        // Top bar, status bar, tool bar, strip, and the room above and below.
        let bar = if self.narrow.is_empty() { 0.0 } else { filters::BAR };
        let fixed = Height::TOP_BAR + Height::STATUS_BAR + Height::PANE_HEAD + strip::HEIGHT + 24.0 + bar;
        let room = Size::new(width - beside - PAD * 2.0, env.window.height - fixed);
        let grid = grid::grid((env, self), (model, painted), (mark, room));
        let grid = scroll(container(grid).padding(Padding { top: 12.0, right: PAD, bottom: 12.0, left: PAD }));
        match open {
            Some(mark) => {
                let found = self.found(env, mark);
                row![grid, line_down(), panel::panel((env, self), (mark, &found))].into()
            }
            None => grid.into(),
        }
    }
}

pub(super) fn faint(theme: &Theme) -> container::Style {
    container::Style { text_color: Some(theme.ink3), ..container::Style::default() }
}

/// Why there is no picture, and again.
pub(super) fn trouble<'a>(env: &Env<'a>, (which, format, trouble): &(Which, Format, Trouble)) -> Element<'a, Message> {
    let texts = env.texts;
    let retry = button(texts.retry()).compact().on_press(Message::ExportChosen(*which, *format));
    let close = button(texts.close()).quiet().compact().on_press(Message::TroubleClosed);
    container(note(Note {
        tone: Tone::Late,
        icon: icon::CIRCLE_ALERT,
        title: texts.charts_export_failed(which.name(texts)).into(),
        words: trouble.words(texts).into(),
        actions: vec![retry.into(), close.into()],
    }))
    .padding(Padding { top: 12.0, right: PAD, bottom: 0.0, left: PAD })
    .into()
}

/// Each chart, as pixels or as lines.
pub(super) fn menu<'a>(env: &Env<'a>, model: &Model, (which, format): (Which, Format)) -> Element<'a, Message> {
    let texts = env.texts;
    let mut drawn = column![overlay_head(texts.charts_export_title(), (texts.close(), Message::Back)), line_across()];
    for chart in Which::ALL {
        if chart == Which::Votes && model.votes.is_empty() {
            continue;
        }
        let formats = Format::ALL.map(|it| {
            button(it.name(texts))
                .compact()
                .focus((chart, it) == (which, format))
                .on_press(Message::ExportChosen(chart, it))
                .into()
        });
        let name = small(chart.name(texts).to_owned()).style(style::text::ink2).width(Length::Fill);
        drawn = drawn.push(row![name].extend(formats).spacing(8).height(40).padding([0, 16]).align_y(Center));
    }
    popover(MENU, drawn)
}
