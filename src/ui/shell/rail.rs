//! The rail at the left: the mark, 登记投诉, the pages, the person.

use iced::{
    Center, Length, Padding,
    widget::{button, column, container, row, space, stack, text::LineHeight, text::Wrapping},
};

use super::{Count, Layer, Message, Shell, World, mark::mark};
use crate::platform::preferences::Rail;
use crate::ui::{
    env::{Frame, Room},
    icon,
    keys::Shortcut,
    screen::Place,
    style,
    theme::{Element, Face, Tone},
    widget::{
        avatar_large, caption, fitted, icon as glyph, icon_large, icon_small, icon_tiny, line_down, pip, scroll, small,
        small_strong, tip, words,
    },
};

/// A window lower than this leaves the pages little room.
const LOW: f32 = 520.0;
/// What the words beside the face have in the wide rail.
const PERSON: f32 = 116.0;

/// The pages in groups, with their keys.
const GROUPS: [&[(Place, Shortcut)]; 3] = [
    &[
        (Place::Today, Shortcut::command('1')),
        (Place::Board, Shortcut::command('2')),
        (Place::Handling, Shortcut::command('3')),
        (Place::Callback, Shortcut::command('4')),
        (Place::Customers, Shortcut::command('7')),
    ],
    &[(Place::Charts, Shortcut::command('5')), (Place::Reports, Shortcut::command('6'))],
    &[(Place::Settings, Shortcut::command(','))],
];

/// Whether a page is there for who works here: what a role cannot use is absent.
fn may_open(shell: &Shell, place: Place) -> bool {
    let reads = || shell.world.env().is_some_and(|it| crate::ui::screen::customers::may_open(&it));
    place != Place::Customers || reads()
}

pub(super) fn view<'a>(env: &Frame<'a>, shell: &'a Shell, rail: Rail) -> Element<'a, Message> {
    let drawn = match rail {
        Rail::Wide => wide(env, shell),
        Rail::Slim => narrow(env, shell),
    };
    row![container(drawn).width(rail.width() - 1.0).height(Length::Fill).style(style::surface::rail), line_down()]
        .into()
}

fn wide<'a>(env: &Frame<'a>, shell: &'a Shell) -> Element<'a, Message> {
    let texts = env.texts;
    let name =
        words(Face::LeadStrong, texts.app_name()).line_height(LineHeight::Absolute(18.into())).style(style::text::ink);
    let brand = row![mark(26.0), column![name, caption(texts.app_tagline()).style(style::text::ink3)]]
        .spacing(9)
        .align_y(Center)
        .height(34);
    let register = register(env, shell).spread().icon(icon::FILE_PEN_LINE).keys(Shortcut::command('n'));
    let mut all = column![
        container(brand).padding(Padding { top: 0.0, right: 4.0, bottom: 9.0, left: 4.0 }),
        Element::from(register.width(Length::Fill)),
        space().height(10),
    ];
    let names = [None, Some(texts.nav_group_analysis()), Some(texts.nav_group_reference())];
    for (group, name) in GROUPS.into_iter().zip(names) {
        if let Some(name) = name {
            all = all.push(container(caption(name).style(style::text::ink3)).padding(Padding {
                top: 12.0,
                right: 10.0,
                bottom: 4.0,
                left: 10.0,
            }));
        }
        for (place, _) in group.iter().filter(|it| may_open(shell, it.0)) {
            all = all.push(page(env, shell, *place)).push(space().height(2));
        }
    }
    column![all, space().height(Length::Fill), person(env, &shell.world)]
        .padding(Padding { top: 9.0, right: 10.0, bottom: 6.0, left: 10.0 })
        .into()
}

fn register<'a>(env: &Frame<'a>, shell: &Shell) -> crate::ui::widget::Button<'a, Message> {
    let button = crate::ui::widget::button(env.texts.nav_register()).large().on_press(Message::Went(Place::Intake));
    if shell.place() == Place::Intake { button.primary() } else { button.register() }
}

fn page<'a>(env: &Frame<'a>, shell: &Shell, place: Place) -> Element<'a, Message> {
    let open = shell.place() == place;
    let face = if open { Face::Strong } else { Face::Body };
    let count = shell.world.count(place).map(|it| count(it, open));
    let content = row![
        glyph(place.icon()),
        words(face, place.name(env.texts)).wrapping(Wrapping::None),
        space().width(Length::Fill)
    ]
    .push(count)
    .spacing(10)
    .height(Length::Fill)
    .align_y(Center);
    let look = if open { style::button::page_open } else { style::button::page };
    button(content).height(32).width(Length::Fill).padding([0, 10]).style(look).on_press(Message::Went(place)).into()
}

fn count<'a>(it: Count, open: bool) -> Element<'a, Message> {
    if it.late > 0 && !open {
        let late = style::text::toned(Tone::Late);
        row![
            icon_tiny(icon::ALARM_CLOCK).style(style::text::toned(Tone::Late)),
            small_strong(it.late.to_string()).style(late)
        ]
        .spacing(3)
        .align_y(Center)
        .into()
    } else {
        small(it.all.to_string()).style(style::text::ink3).into()
    }
}

/// The person at the foot; opens the menu.
fn person<'a>(env: &Frame<'a>, world: &'a World) -> Element<'a, Message> {
    let (name, role) = match &world.person {
        Some(person) => (person.name.as_str(), person.role.as_str()),
        None => (env.texts.person_nobody(), env.texts.person_nobody_hint()),
    };
    let content = row![
        face(world),
        column![
            small_strong(name).wrapping(Wrapping::None).style(style::text::ink),
            container(fitted(role, Face::Caption, PERSON)).style(style::surface::quiet)
        ]
        .width(Length::Fill)
        .clip(true),
        icon_small(icon::CHEVRONS_UP_DOWN).style(style::text::ink3),
    ]
    .spacing(8)
    .align_y(Center);
    button(content)
        .width(Length::Fill)
        .padding([5, 4])
        .style(style::button::page)
        .on_press(Message::LayerToggled(Layer::Menu))
        .into()
}

fn face<'a>(world: &World) -> Element<'a, Message> {
    match &world.person {
        Some(person) => avatar_large(&person.name),
        None => container(glyph(icon::USER)).center(28).style(style::badge::avatar_nobody).into(),
    }
}

fn narrow<'a>(env: &Frame<'a>, shell: &'a Shell) -> Element<'a, Message> {
    let texts = env.texts;
    let intake = shell.place() == Place::Intake;
    let look = if intake { style::button::primary } else { style::button::register };
    let register = button(container(icon_large(icon::FILE_PEN_LINE, 18.0)).center(Length::Fill))
        .height(36)
        .width(Length::Fill)
        .padding(0)
        .style(look)
        .on_press(Message::Went(Place::Intake));
    // At 200 % the window is low: the pages move closer, and scroll where that is not enough.
    let high = if env.window.height < LOW { 32.0 } else { 36.0 };
    let mut all = column![
        container(mark(26.0)).height(40).center_x(Length::Fill),
        tip(register, named(texts.nav_register(), Shortcut::command('n'))),
        space().height(10),
    ];
    for (index, group) in GROUPS.into_iter().enumerate() {
        if index > 0 {
            all = all.push(space().height(10));
        }
        for (place, shortcut) in group.iter().filter(|it| may_open(shell, it.0)) {
            let open = shell.place() == *place;
            let look = if open { style::button::page_open } else { style::button::page };
            let square = button(container(icon_large(place.icon(), 18.0)).center(Length::Fill))
                .height(high)
                .width(Length::Fill)
                .padding(0)
                .style(look)
                .on_press(Message::Went(*place));
            let late = shell.world.count(*place).map_or(0, |it| it.late);
            let drawn: Element<'a, Message> = if late == 0 || open {
                square.into()
            } else {
                stack![square, container(pip(late)).width(Length::Fill).padding(2).align_x(iced::Right)].into()
            };
            all = all.push(tip(drawn, named(place.name(texts), *shortcut))).push(space().height(2));
        }
    }
    // Where there is no room for the wide one, nothing offers it.
    let widen = (env.room() == Room::Ample).then(|| {
        let widen = button(container(icon_large(icon::PANEL_LEFT, 18.0)).center(Length::Fill))
            .height(36)
            .width(Length::Fill)
            .padding(0)
            .style(style::button::page)
            .on_press(Message::RailToggled);
        tip(widen, named(texts.rail_widen(), Shortcut::command('b')))
    });
    let person = button(container(face(&shell.world)).center_x(Length::Fill))
        .width(Length::Fill)
        .padding([4, 0])
        .style(style::button::page)
        .on_press(Message::LayerToggled(Layer::Menu));
    column![scroll(all).height(Length::Fill)]
        .push(widen)
        .push(tip(person, texts.person_menu()))
        .padding(Padding { top: 12.0, right: 7.0, bottom: 6.0, left: 8.0 })
        .into()
}

fn named(name: &str, shortcut: Shortcut) -> String {
    format!("{name}  {}", shortcut.words())
}
