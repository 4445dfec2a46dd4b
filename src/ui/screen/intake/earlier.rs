//! What is known from before: the orders, the complaints, one of them laid open beside the form.

use iced::widget::{column, container, row, space, text::Wrapping};
use iced::{Center, Length, Top};

use super::caller::MOST_HISTORY;
use super::copying::COPY;
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, words};
use crate::books::Row;
use crate::domain::complaint::Stage;
use crate::domain::complaint::terms::Satisfaction;
use crate::domain::id::ComplaintId;
use crate::ui::env::Cloak;
use crate::ui::icon;
use crate::ui::keys::{Cap, Shortcut};
use crate::ui::part::form::Stop as _;
use crate::ui::style::{self, row::Standing};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    badge, body, button, fit, fitted, hint, icon_small, keycap, keycaps, measure, small, small_strong,
};

use iced::keyboard::key::Named;

impl<'a> Sheet<'a> {
    /// 订单: Enter fills product and number in.
    pub fn orders(&self) -> Element<'a, Message> {
        let (texts, all) = (self.texts(), &self.state.found.orders);
        let head = row![
            small_strong(texts.intake_orders(all.len())).style(style::text::ink3),
            space().width(Length::Fill),
            keycaps(Shortcut::named(Named::Tab).with_command()),
            hint(texts.intake_orders_hint()).wrapping(Wrapping::None),
            keycap(Cap::Icon(icon::CORNER_DOWN_LEFT)),
        ]
        .spacing(4)
        .height(28)
        .align_y(Center);
        let rows = all.iter().zip(0..).filter_map(|(id, index)| {
            let row_ = self.env.books.row(*id)?;
            let number = row_.order_number.as_deref().unwrap_or_default();
            let day = texts.day(self.env.calendar().day_of(row_.registered.at), self.env.today());
            let number = fit(number, Face::Small, 150.0);
            let taken = measure(&number, Face::Small) + measure(&day, Face::Small);
            let room = self.width() - 16.0 - taken - 16.0;
            let content = row![
                container(fitted(&row_.product, Face::Body, room)).width(Length::Fill).clip(true),
                container(small(number).style(style::text::ink2).wrapping(Wrapping::None)),
                hint(day).wrapping(Wrapping::None),
            ]
            .spacing(8)
            .align_y(Center);
            let stop = Stop::Bought(index);
            let here = self.state.ring.at() == Some(stop);
            let standing = if here { Standing::Cursor } else { Standing::Rest };
            Some(self.pressable(stop, standing, (30.0, content.into()), Message::OrderTaken(index)))
        });
        column![head].extend(rows).into()
    }

    /// 照抄上一件, where there is one.
    pub fn copy_link(&self) -> Option<Element<'a, Message>> {
        let id = self.state.last?;
        let drawn = button(self.texts().intake_copy_last(id.short()))
            .quiet()
            .compact()
            .icon(icon::COPY)
            .keys(COPY)
            .id(Stop::Copy.id())
            .focus(self.focus(Stop::Copy))
            .on_press(Message::CopyAsked);
        Some(drawn.into())
    }

    pub fn history(&self) -> Element<'a, Message> {
        let (texts, all) = (self.texts(), &self.state.found.history);
        let head = row![
            small_strong(texts.intake_history_count(all.len())).style(style::text::ink3),
            space().width(Length::Fill),
            hint(texts.intake_history_hint()).wrapping(Wrapping::None),
        ]
        .height(28)
        .align_y(Center);
        let rows = all.iter().zip(0..).take(MOST_HISTORY).filter_map(|(id, index)| self.past(*id, index));
        column![head].extend(rows).into()
    }

    fn past(&self, id: ComplaintId, index: u8) -> Option<Element<'a, Message>> {
        let (texts, row_) = (self.texts(), self.env.books.row(id)?);
        let day = texts.day(self.env.calendar().day_of(row_.registered.at), self.env.today());
        let summary = match self.env.cloak {
            Cloak::Off => format!("{}·{}", row_.product, row_.content.replace('\n', " ")),
            Cloak::On => row_.product.to_string(),
        };
        let (tone, became) = standing(row_);
        let became = match became {
            Ok(satisfaction) => texts.name(satisfaction).to_owned(),
            Err(stage) => texts.name(stage).to_owned(),
        };
        let behind = measure(&day, Face::Small) + measure(&became, Face::Caption) + 14.0;
        let room = self.width() - 16.0 - 62.0 - behind - 3.0 * 8.0;
        let content = row![
            container(small(row_.id.short()).style(style::text::ink2).wrapping(Wrapping::None)).width(62),
            container(fitted(&summary, Face::Body, room)).width(Length::Fill).clip(true),
            hint(day).wrapping(Wrapping::None),
            badge(tone, became),
        ]
        .spacing(8)
        .align_y(Center);
        let stop = Stop::History(index);
        let open = self.state.compared == Some(id);
        let standing = if open { Standing::Cursor } else { Standing::Rest };
        let line = self.pressable(stop, standing, (30.0, content.into()), Message::Compared(id));
        // One that is put before the desk above is laid open there.
        let above = self.state.found.candidates.iter().any(|(it, _)| *it == id);
        Some(column![line].push((open && !above).then(|| self.laid_open(row_))).into())
    }

    /// 对比: what was said then; a tick where the form says the same.
    pub fn laid_open(&self, row_: &'a Row) -> Element<'a, Message> {
        let (texts, form, office) = (self.texts(), self.form(), self.office());
        let same = |one: &str, other: &str| !one.trim().is_empty() && one.trim().eq_ignore_ascii_case(other.trim());
        let number = row_.order_number.as_deref().unwrap_or_default();
        let phone = form.phone().is_some_and(|it| it.main() == row_.caller.phone.main());
        let caller = format!("{} {}", row_.caller.name, row_.caller.phone.masked());
        let handler = row_.orders.last().map(|it| {
            let department = office.department(it.department).map(|it| it.name.as_str()).unwrap_or_default();
            it.handler.map_or_else(
                || department.to_owned(),
                |person| texts.intake_recipient(department, texts.person(office, person)),
            )
        });
        let became = row_.result.as_deref().or(row_.measures.as_deref()).unwrap_or_default();
        let lines = [
            (texts.intake_name(), self.personal(&caller), phone),
            (texts.intake_product(), row_.product.to_string(), same(&row_.product, form.line(Stop::Product))),
            (texts.intake_order(), number.to_owned(), same(number, form.line(Stop::Order))),
            (texts.intake_category(), words::category(office, row_.category), form.category == Some(row_.category)),
            (texts.intake_content(), self.personal(&row_.content), false),
            (texts.intake_remedy(), row_.requested_remedy.to_string(), false),
            (texts.intake_handler(), handler.unwrap_or_default(), false),
            (texts.intake_became(), self.personal(became), false),
        ];
        let drawn = lines.into_iter().filter(|(_, words, _)| !words.is_empty()).map(|(label, words, same)| {
            let mark = same.then(|| icon_small(icon::CHECK).style(style::text::toned(Tone::Success)));
            row![container(hint(label)).width(60), container(body(words)).width(Length::Fill)]
                .push(mark)
                .spacing(8)
                .align_y(Top)
                .into()
        });
        let acts = row![
            button(texts.intake_copy()).link().compact().on_press(Message::CopyTaken(row_.id)),
            button(texts.intake_open_case(row_.id.short())).link().compact().on_press(Message::CaseAsked(row_.id)),
        ]
        .spacing(4);
        let inset = container(column(drawn).push(acts).spacing(3))
            .padding([8, 10])
            .width(Length::Fill)
            .style(style::surface::inset);
        container(inset).padding(iced::Padding { top: 6.0, bottom: 4.0, ..iced::Padding::ZERO }).into()
    }
}

/// What became of an earlier complaint: the customer's answer once it is closed, else its stage.
fn standing(row: &Row) -> (Tone, Result<Satisfaction, Stage>) {
    match (row.stage, row.satisfaction()) {
        (Stage::Closed | Stage::Archived, Some(it @ Satisfaction::Satisfied)) => (Tone::Success, Ok(it)),
        (Stage::Closed | Stage::Archived, Some(it @ Satisfaction::Neutral)) => (Tone::Plain, Ok(it)),
        (Stage::Closed | Stage::Archived, Some(it @ Satisfaction::Dissatisfied)) => (Tone::Late, Ok(it)),
        (stage @ Stage::Merged, _) | (stage @ (Stage::Closed | Stage::Archived), None) => (Tone::Plain, Err(stage)),
        (stage @ Stage::Escalated, _) => (Tone::Escalated, Err(stage)),
        (stage @ (Stage::ToJudge | Stage::ToReply | Stage::ToDispatch | Stage::InHandling | Stage::ToCallBack), _) => {
            (Tone::Info, Err(stage))
        }
    }
}
