//! The four charts in their cards.

use std::rc::Rc;
use std::time::Duration;

use iced::widget::{canvas::Cache, column, container, row, space, tooltip};
use iced::{Center, Color, Length, Size};

use super::model::{Mark, Model, Which};
use super::trend::Lines;
use super::{Message, State, heat, pareto, trend, votes};
use crate::ui::env::Env;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Radius, Theme};
use crate::ui::widget::chart::{Drawing, Plot, chart};
use crate::ui::widget::{Part, caption, card, hint, lift, measure, segment, small, strong};

const GAP: f32 = 12.0;
const HEAD: f32 = 38.0;
const PAD: f32 = 14.0;
/// Below this two charts do not fit beside each other.
const PAIRED: f32 = 760.0;

/// What was painted of each chart, in the order of [`Which::ALL`].
#[derive(Debug, Clone, Default)]
pub struct Painted([Rc<Cache>; 4]);

impl Painted {
    fn of(&self, which: Which) -> Rc<Cache> {
        let place = Which::ALL.iter().position(|it| *it == which).unwrap_or(0);
        Rc::clone(&self.0[place])
    }
}

/// The charts in so much room; what is higher scrolls.
pub fn grid<'a>(
    (env, state): (&Env<'a>, &'a State),
    (model, painted): (&Rc<Model>, &Painted),
    (chosen, room): (Option<Mark>, Size),
) -> Element<'a, Message> {
    let it = Grid { env: *env, state, model: Rc::clone(model), painted: painted.clone(), chosen };
    let (upper, lower) = (298.0, 352.0_f32.max(heat::least(model) + 48.0).max(votes::least(model) + 48.0));
    if room.width < PAIRED {
        let wide = room.width;
        return column![
            it.pareto(Size::new(wide, upper)),
            it.trend(Size::new(wide, upper)),
            it.heat(Size::new(wide, lower)),
            it.votes(Size::new(wide, lower)),
        ]
        .spacing(GAP)
        .into();
    }
    // What is left over goes to both rows alike.
    let spare = (room.height - upper - lower - GAP).max(0.0) / 2.0;
    let across = room.width - GAP;
    let (left, below) = ((across * 0.63).round(), (across * 0.658).round());
    column![
        row![it.pareto(Size::new(left, upper + spare)), it.trend(Size::new(across - left, upper + spare)),]
            .spacing(GAP),
        row![it.heat(Size::new(below, lower + spare)), it.votes(Size::new(across - below, lower + spare))].spacing(GAP),
    ]
    .spacing(GAP)
    .into()
}

struct Grid<'a> {
    env: Env<'a>,
    state: &'a State,
    model: Rc<Model>,
    painted: Painted,
    chosen: Option<Mark>,
}

/// A coloured sign and its name.
struct Legend<'a> {
    name: &'a str,
    colour: Color,
    sign: Sign,
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Block,
    Line,
}

impl<'a> Grid<'a> {
    fn pareto(&self, size: Size) -> Element<'a, Message> {
        let texts = self.env.texts;
        let (few, share) = self.model.pareto.few();
        let more = if few == 0 { String::new() } else { texts.charts_few(few, texts.percent(share.part, share.whole)) };
        let legend = [
            Legend { name: texts.chart_count(), colour: self.env.theme.chart[0], sign: Sign::Block },
            Legend { name: texts.chart_cumulative(), colour: self.env.theme.chart[1], sign: Sign::Line },
        ];
        let plot = pareto::Drawn { model: Rc::clone(&self.model), texts: texts.clone() };
        let hover = |words| Message::Hovered(Which::Pareto, words);
        self.card((Which::Pareto, size), (&more, &legend, None), (plot, hover))
    }

    fn trend(&self, size: Size) -> Element<'a, Message> {
        let texts = self.env.texts;
        let parts = [
            Part::new(Lines::Totals, texts.charts_lines_totals()),
            Part::new(Lines::Categories, texts.charts_lines_categories()),
        ];
        let choice = segment(parts, Some(self.state.lines)).on_choose(Message::LinesChosen).compact().quiet();
        let plot = trend::Drawn { model: Rc::clone(&self.model), lines: self.state.lines, texts: texts.clone() };
        let hover = |words| Message::Hovered(Which::Trend, words);
        self.card((Which::Trend, size), ("", &[], Some(choice.into())), (plot, hover))
    }

    fn heat(&self, size: Size) -> Element<'a, Message> {
        let texts = self.env.texts;
        let steps = self.env.theme.heat.into_iter().map(|it| sign(it, (14.0, 8.0)));
        let scale = row(steps)
            .push(space().width(3))
            .push(caption(texts.charts_heat_scale()).style(style::text::ink3))
            .spacing(2)
            .align_y(Center);
        let plot = heat::Drawn { model: Rc::clone(&self.model), texts: texts.clone() };
        let hover = |words| Message::Hovered(Which::Heat, words);
        self.card((Which::Heat, size), (texts.charts_heat_note(), &[], Some(scale.into())), (plot, hover))
    }

    fn votes(&self, size: Size) -> Element<'a, Message> {
        use crate::domain::complaint::terms::Satisfaction::{Dissatisfied, Neutral, Satisfied};
        let texts = self.env.texts;
        let [good, middle, bad] = self.env.theme.satisfaction;
        let legend = [(Satisfied, good), (Neutral, middle), (Dissatisfied, bad)];
        let legend = legend.map(|(it, colour)| Legend { name: texts.name(it), colour, sign: Sign::Block });
        if self.model.votes.is_empty() {
            let head = row![strong(Which::Votes.name(texts))].height(HEAD).padding([0.0, PAD]).align_y(Center);
            let none = container(hint(texts.charts_votes_none())).center(Length::Fill);
            return card(column![head, none]).width(size.width).height(size.height).into();
        }
        let plot = votes::Drawn { model: Rc::clone(&self.model), texts: texts.clone() };
        let hover = |words| Message::Hovered(Which::Votes, words);
        self.card((Which::Votes, size), ("", &legend, None), (plot, hover))
    }

    /// A card: title, remark and legend above the chart. What does not fit beside the title goes below it.
    fn card<P: Plot<Key = Mark> + 'a>(
        &self,
        (which, size): (Which, Size),
        (more, legend, trailing): (&str, &[Legend<'_>], Option<Element<'a, Message>>),
        (plot, on_hover): (P, fn(Option<String>) -> Message),
    ) -> Element<'a, Message> {
        let name = which.name(self.env.texts);
        let room = size.width - PAD * 2.0 - 2.0 - measure(name, Face::Strong);
        let signs: f32 = legend.iter().map(|it| measure(it.name, Face::Caption) + 26.0).sum();
        let beside = signs <= room - 8.0;
        let left = room - if beside { signs } else { 0.0 } - if trailing.is_some() { 170.0 } else { 0.0 };
        let more = (measure(more, Face::Small) + 16.0 <= left).then(|| hint(more.to_owned()));
        let drawn = || row(legend.iter().map(explained)).spacing(8).align_y(Center);
        let head = row![strong(name.to_owned())]
            .push(more)
            .push(space().width(Length::Fill))
            .push(beside.then(drawn))
            .push(trailing)
            .spacing(8)
            .height(HEAD)
            .padding([0.0, PAD])
            .align_y(Center);
        let second = (!beside && !legend.is_empty()).then(|| row![drawn()].height(20).padding([0.0, PAD]));
        let below = if second.is_some() { 20.0 } else { 0.0 };
        let inner = Size::new(size.width - PAD * 2.0 - 2.0, size.height - HEAD - below - 10.0);
        let drawing = Drawing {
            plot,
            cache: self.painted.of(which),
            chosen: self.chosen.filter(|it| it.chart() == which),
            on_press: Message::Pressed,
            on_hover,
        };
        let canvas = container(self.hovering(which, chart(drawing, inner))).padding([0.0, PAD]);
        card(column![head].push(second).push(canvas)).width(size.width).height(size.height).into()
    }

    /// The values under the pointer.
    fn hovering(&self, which: Which, chart: Element<'a, Message>) -> Element<'a, Message> {
        let words = self.state.hovered.as_ref().filter(|it| it.0 == which).map(|it| it.1.clone());
        let tip: Element<'a, Message> = match words {
            Some(words) => lift(
                crate::ui::style::Elevation::Popover,
                Radius::Control,
                container(small(words)).padding([4, 8]).max_width(360).style(style::surface::tip),
            ),
            None => space().into(),
        };
        tooltip(chart, tip, tooltip::Position::FollowCursor).gap(14).delay(Duration::ZERO).into()
    }
}

fn explained<'a>(it: &Legend<'_>) -> Element<'a, Message> {
    let drawn = match it.sign {
        Sign::Block => sign(it.colour, (10.0, 8.0)),
        Sign::Line => sign(it.colour, (14.0, 2.0)),
    };
    row![drawn, caption(it.name.to_owned()).style(style::text::ink2)].spacing(4).align_y(Center).into()
}

fn sign<'a>(colour: Color, (width, height): (f32, f32)) -> Element<'a, Message> {
    container(space().width(width).height(height))
        .style(move |_: &Theme| container::Style {
            background: Some(colour.into()),
            border: iced::border::rounded(2.0),
            ..container::Style::default()
        })
        .into()
}
