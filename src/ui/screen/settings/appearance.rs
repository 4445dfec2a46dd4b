//! 外观: how this machine shows everything; kept on this machine, no fact of the office.

use iced::{
    Length,
    widget::{column, container, row},
};

use super::Message;
use super::parts::{Pen, labelled, page_head};
use crate::i18n::Locale;
use crate::platform::preferences::{Appearance, Contrast, Rendering};
use crate::ui::icon;
use crate::ui::part::keyed::Spot;
use crate::ui::screen::Preference;
use crate::ui::theme::Element;
use crate::ui::widget::{Part, hint, icon_button, scroll, strong, switch};

pub(super) fn view<'a>(pen: &mut Pen<'_, 'a>) -> Element<'a, Message> {
    let (env, texts, preferences) = (pen.env, pen.env.texts, pen.env.preferences);
    let prefer = Message::Preferred;
    let languages = Locale::ALL.iter().map(|it| Part::new(*it, it.own_name())).collect();
    let languages = pen
        .keys
        .segment(Spot("set-language", 0), (languages, Some(texts.locale())), move |it| prefer(Preference::Locale(it)));
    let looks = vec![
        Part::new(Appearance::Light, texts.appearance_light()).icon(icon::SUN),
        Part::new(Appearance::Dark, texts.appearance_dark()).icon(icon::MOON),
        Part::new(Appearance::System, texts.appearance_system()).icon(icon::MONITOR),
    ];
    let looks = pen.keys.segment(Spot("set-look", 0), (looks, Some(preferences.appearance)), move |it| {
        prefer(Preference::Appearance(it))
    });
    let other = match preferences.contrast {
        Contrast::Ordinary => Contrast::High,
        Contrast::High => Contrast::Ordinary,
    };
    let contrast = prefer(Preference::Contrast(other));
    let on = preferences.contrast == Contrast::High;
    let drawn = switch(texts.appearance_contrast(), on, false, Some(contrast.clone()));
    let contrast = pen.keys.pressable(Spot("set-contrast", 0), contrast, drawn);
    let smaller = prefer(Preference::Zoom(preferences.zoom.smaller()));
    let larger = prefer(Preference::Zoom(preferences.zoom.larger()));
    let minus = icon_button(icon::MINUS, "Ctrl+-", Some(smaller.clone()), 0);
    let plus = icon_button(icon::PLUS, "Ctrl+=", Some(larger.clone()), 0);
    let zoom = row![
        pen.keys.pressable(Spot("set-zoom", 0), smaller, minus),
        strong(texts.status_zoom(preferences.zoom.percent())),
        pen.keys.pressable(Spot("set-zoom", 1), larger, plus),
    ]
    .spacing(6)
    .align_y(iced::Center);
    let drawer = match preferences.rendering {
        Rendering::Automatic => Rendering::Software,
        Rendering::Software => Rendering::Automatic,
    };
    let drawer = prefer(Preference::Rendering(drawer));
    let on = preferences.rendering == Rendering::Software;
    let drawn = switch(texts.set_software(), on, false, Some(drawer.clone()));
    let rendering = pen.keys.pressable(Spot("set-software", 0), drawer, drawn);
    let content = column![
        labelled(&env, texts.menu_language(), languages),
        labelled(&env, texts.menu_appearance(), looks),
        labelled(&env, "", contrast),
        labelled(&env, texts.menu_zoom(), zoom),
        labelled(&env, "", column![rendering, hint(texts.set_software_hint())].spacing(4)),
    ]
    .spacing(14)
    .max_width(560);
    column![
        page_head(texts.set_appearance(), texts.set_appearance_words(), None),
        scroll(container(content).padding(20).width(Length::Fill))
    ]
    .into()
}
