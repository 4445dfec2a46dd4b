//! How the page of phrases is drawn.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::{DOWN, Message, State, UP, send};
use crate::domain::phrase::{MOST_CODE, Phrase, PhrasePlace};
use crate::domain::script::fill_words;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::part::phrases::{PHRASES, outlined};
use crate::ui::part::said::said;
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::settings::parts::{
    Hand, NAME, PAGES, Pen, SIDE, inspector, labelled, page_head, placeholders, required, standing, width,
};
use crate::ui::screen::settings::scripts::{Side, values};
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Chosen, body, button, caption, chips, editor, fitted, heading, hint, icon_small, line_across, line_down, list_row,
    pane_foot, read_only, small, small_strong, strong, table_head,
};

/// The columns of the list: code, name, where, words.
const COLUMNS: [Length; 3] = [Length::Fixed(72.0), Length::Fixed(120.0), Length::Fill];

impl State {
    /// Draws it.
    #[must_use]
    pub(in crate::ui::screen::settings) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let faults = self.faults(texts, env.office());
        let standard = button(texts.phrase_standard()).quiet().icon(icon::ROTATE_CCW);
        let standard = pen.button(Spot("set-standard", 0), standard, Some(send(Message::Standard)));
        let add = button(texts.phrase_add()).primary().icon(icon::PLUS);
        let add = pen.button(Spot("set-add", 0), add, Some(send(Message::Added)));
        let actions = row![].push(standard).push(add).spacing(8);
        let about = texts.phrase_page_words(PHRASES.words());
        let head = table_head(
            [
                (texts.phrase_code().into(), COLUMNS[0]),
                (texts.set_name().into(), COLUMNS[1]),
                (texts.phrase_text().into(), COLUMNS[2]),
            ],
            12.0,
        );
        let all = self.all(env.office());
        let rows: Vec<_> = all
            .iter()
            .enumerate()
            .map(|(place, it)| self.row(&env, (place, it), faults.iter().any(|(at, _)| *at == place)))
            .collect();
        let list: Element<'a, Outer> =
            if all.is_empty() { container(hint(texts.phrase_empty())).padding(20).into() } else { pen.list(rows) };
        let list = container(list).height(Length::Fill);
        let moves = self.moves(pen, all.len());
        let side = self.chosen.and_then(|place| Some((place, all.get(place)?)));
        let side = side.map(|(place, it)| self.side(pen, it, faults.iter().filter(|(at, _)| *at == place)));
        let foot = self.foot(pen, faults.is_empty());
        let table = column![page_head(texts.phrase_list(), about, Some(actions.into())), head, list]
            .push(moves)
            .push(foot)
            .width(Length::Fill);
        row![table, line_down()].push(side).into()
    }

    fn row<'a>(
        &self,
        env: &Env<'a>,
        (place, it): (usize, &Phrase),
        is_wrong: bool,
    ) -> (Outer, Chosen, Element<'a, Outer>) {
        let texts = env.texts;
        let (look, chosen) = standing(self.chosen == Some(place));
        let dim = |words: crate::ui::widget::Text<'a>| {
            if it.active { words } else { words.style(style::text::off) }
        };
        let places = texts.list(it.places.iter().map(|it| texts.name(*it)));
        let places = if it.active { places } else { texts.set_retired().to_owned() };
        let sign = is_wrong.then(|| icon_small(icon::TRIANGLE_ALERT).style(style::text::toned(Tone::Late)));
        let words = column![
            container(fitted(&outlined(texts, &it.words), Face::Body, self.room(env))).clip(true),
            container(hint(places).wrapping(iced::widget::text::Wrapping::None)).clip(true)
        ];
        let content = row![
            container(dim(strong(format!("/{}", it.code)))).width(COLUMNS[0]).clip(true),
            container(dim(body(it.name.clone()))).width(COLUMNS[1]).clip(true),
            container(words).width(COLUMNS[2]).clip(true),
        ]
        .push(sign)
        .spacing(12)
        .align_y(iced::Center);
        let message = send(Message::Chosen(place));
        (message.clone(), chosen, list_row((52.0, look), content, message, None))
    }

    /// What is left for the words of a row.
    fn room(&self, env: &Env<'_>) -> f32 {
        let side = if self.chosen.is_some() { width(env) } else { 0.0 };
        // The two columns before it, what is between them, the sign of a fault.
        (env.beside_rail() - PAGES - side - 192.0 - 80.0).max(120.0)
    }

    /// 上移, 下移
    fn moves<'a>(&self, pen: &mut Pen<'_, 'a>, count: usize) -> Option<Element<'a, Outer>> {
        let place = self.chosen.filter(|_| pen.hand == Hand::Edits)?;
        let texts = pen.env.texts;
        let up = (0 < place).then(|| send(Message::Moved(Side::Up)));
        let up = pen.button(UP, button(texts.set_step_up()).quiet().compact(), up);
        let down = (place + 1 < count).then(|| send(Message::Moved(Side::Down)));
        let down = pen.button(DOWN, button(texts.set_step_down()).quiet().compact(), down);
        let line = container(row![].push(up).push(down).spacing(4)).padding([8, 16]);
        Some(column![line_across(), line].into())
    }

    /// 放弃 and 保存, once something was changed.
    fn foot<'a>(&self, pen: &mut Pen<'_, 'a>, is_sound: bool) -> Option<Element<'a, Outer>> {
        if pen.hand == Hand::Reads || self.draft.is_none() {
            return None;
        }
        let texts = pen.env.texts;
        let drop_ = pen.button(Spot("set-drop", 0), button(texts.set_drop()), Some(send(Message::Dropped)));
        let save = button(texts.set_save()).primary().icon(icon::SAVE).keys(Shortcut::command('s'));
        let save = pen.button(Spot("set-save", 0), save, is_sound.then_some(Outer::Saved));
        let drawn = row![hint(texts.phrase_unsaved()), space().width(Length::Fill)].push(drop_).push(save);
        Some(pane_foot(drawn.spacing(8).align_y(iced::Center)))
    }

    /// The chosen one, and how it is filled in.
    fn side<'a, 'f>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        it: &'a Phrase,
        faults: impl Iterator<Item = &'f (usize, String)>,
    ) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(SIDE));
        let code = pen.line(NAME, &it.code, |it| send(Message::CodeTyped(it)));
        let name = pen.line(Spot("set-called", 0), &it.name, |it| send(Message::NameTyped(it)));
        let places: Vec<_> = PhrasePlace::ALL
            .iter()
            .enumerate()
            .map(|(at, place)| {
                let chip = (texts.name(*place), it.places.contains(place));
                pen.chip(Spot("set-place", at), chip, send(Message::PlaceToggled(*place)))
            })
            .collect();
        let faults: Vec<Element<'a, Outer>> = faults.map(|(_, words)| wrong(words)).collect();
        let mood = if faults.is_empty() { Mood::Fine } else { Mood::Warning };
        let words = match pen.hand {
            Hand::Reads => read_only(&it.words),
            Hand::Edits => {
                let id = pen.keys.writes(Spot("set-phrase", 0));
                editor(id, (&self.words, texts.phrase_text_hint()), (136.0, mood), |it| send(Message::Edited(it)))
            }
        };
        let put = placeholders(pen, |it| send(Message::PlaceholderPut(it)));
        let filled = said(&env.frame, fill_words(&it.words, &values(&env)), Face::Body);
        let filled = container(filled).padding([8, 12]).width(Length::Fill).style(style::surface::card);
        let retire = pen.retire(it.active, send(Message::Toggled));
        pen.keys.within(None);
        let content = column![
            required(&env, texts.phrase_code(), code),
            hint(texts.phrase_code_hint(MOST_CODE)),
            required(&env, texts.set_name(), name),
            labelled(&env, texts.phrase_places(), chips(places)),
            line_across(),
            words,
        ]
        .push(put)
        .extend(faults)
        .push(line_across())
        .push(small_strong(texts.phrase_preview()).style(style::text::ink3))
        .push(filled)
        .push(caption(texts.phrase_preview_hint()).style(style::text::ink3))
        .spacing(10);
        let title = if it.name.trim().is_empty() { texts.phrase_add() } else { it.name.as_str() };
        let head = row![heading(title), space().width(Length::Fill)].push(retire).align_y(iced::Center);
        inspector(&env, head, content, None)
    }
}

fn wrong<'a>(words: &str) -> Element<'a, Outer> {
    row![
        icon_small(icon::TRIANGLE_ALERT).style(style::text::toned(Tone::Late)),
        small(words.to_owned()).style(style::text::toned(Tone::Late))
    ]
    .spacing(6)
    .into()
}
