//! The fourth section: dispatch, or the courteous answer, or solved at the desk.

use iced::widget::{column, container, row, space, text::Wrapping};
use iced::{Center, Length};

use super::form::{Form, Helper, Pick, Tick, Way};
use super::sheet::Sheet;
use super::stop::Stop;
use super::{Message, layout, promise};
use crate::domain::complaint::terms::{ContactMethod, Kind, Salutation};
use crate::domain::complaint::words::ReplyOutcome;
use crate::domain::customer::surname;
use crate::domain::id::ComplaintId;
use crate::domain::office::Route;
use crate::domain::script::{Manners, Scene, Script, ScriptKind, Values};
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::part::form::Stop as _;
use crate::ui::part::lookup::Choice;
use crate::ui::part::phrases::filled;
use crate::ui::style;
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Note, Part, across, button, caption, chip_removable, chips, editor, hint, icon_small, measure, note,
};

/// The head's right end, and the rows below it.
type Drawn<'a> = (Element<'a, Message>, Vec<Element<'a, Message>>);

/// What scripts may ask for, as far as the form tells.
pub fn values(env: &Env<'_>, form: &Form) -> Values {
    let typed = |stop| Some(form.line(stop).trim().to_owned()).filter(|it| !it.is_empty());
    let name = form.line(Stop::Name).trim();
    let surname = surname(name);
    let customer = match form.salutation {
        Some(salutation @ (Salutation::Madam | Salutation::Sir)) => env.texts.masked(surname, salutation),
        Some(Salutation::Unknown) | None => name.to_owned(),
    };
    let promise = form.instant(env, Stop::Promise);
    let wish =
        typed(Stop::RemedyWords).or_else(|| Some(env.texts.list(form.remedies.iter().map(|it| env.texts.name(*it)))));
    Values {
        company: Some(env.office().company().to_owned()),
        agent: Some(env.texts.person(env.office(), env.me)),
        customer: Some(customer),
        time: promise.map(|it| env.texts.day_time(env.calendar().local(it), env.today())),
        service: typed(Stop::Product),
        result: wish,
        blessing: env.office().forms().blessing(Scene::Everyday).map(str::to_owned),
    }
}

/// 婉转答复 as the office says it (K13); the facts are left open.
pub fn script(env: &Env<'_>, form: &Form) -> String {
    let own = env.office().scripts().iter().find(|it| it.kind == ScriptKind::Unfounded);
    let Some(script) = own.or_else(|| Script::standard_of(env.texts.locale().tag(), ScriptKind::Unfounded)) else {
        return String::new();
    };
    // What the customer wishes is not what was found out.
    let values = Values { result: None, ..values(env, form) };
    let said: Vec<String> = script.path(None).map(|it| filled(env.texts, &it.words, &values)).collect();
    said.join("\n")
}

/// What the edges of a field and its arrow take.
const FIELD_EDGES: f32 = 50.0;

/// What is chosen in a field so wide keeps its whole name: how much it has to do gives way.
fn within<T: Copy + PartialEq>(choices: &[Choice<T>], chosen: Option<T>, px: f32) -> Vec<Choice<T>> {
    let wide = |it: &Choice<T>| measure(&it.name, Face::Body) + measure(&it.more, Face::Small) + FIELD_EDGES;
    let short =
        |it: &Choice<T>| if Some(it.value) == chosen && px < wide(it) { String::new() } else { it.more.clone() };
    choices.iter().map(|it| Choice { value: it.value, name: it.name.clone(), more: short(it) }).collect()
}

impl<'a> Sheet<'a> {
    /// 派单, 婉转答复 or 当场解决
    pub fn ending_section(&self) -> Drawn<'a> {
        match self.way() {
            Way::Dispatch => self.dispatch_section(),
            Way::Reply => self.reply_section(),
            Way::Solve => self.solve_section(),
            Way::Merge => self.merge_section(),
        }
    }

    fn dispatch_section(&self) -> Drawn<'a> {
        let (texts, form, state, office) = (self.texts(), self.form(), self.state, self.office());
        let route = form.category.map(|it| office.responsible(it).route);
        let via = match route {
            Some(Route::ViaManager(it)) if it != self.env.me && form.handler != Some(it) => Some(it),
            Some(Route::ViaManager(_) | Route::Direct) | None => None,
        };
        let how = match (route, via) {
            (None, _) => texts.intake_route_unknown().to_owned(),
            (Some(_), Some(manager)) => texts.intake_route_via(texts.person(office, manager)),
            (Some(_), None) => texts.intake_route_direct().to_owned(),
        };
        let trailing = container(hint(how).wrapping(Wrapping::None)).width(Length::Fill).align_x(iced::Right);

        let department = state.lookups.department.view(
            &self.env,
            (&within(&state.choices.departments, form.department, layout::left_field(&self.env)), form.department),
            (Stop::Department.id(), texts.intake_department_hint()),
            self.mood(Stop::Department),
        );
        let handler = state.lookups.handler.view(
            &self.env,
            (
                &within(
                    &state.choices.handlers,
                    form.handler,
                    layout::right_block(&self.env) - layout::right_label(&self.env),
                ),
                form.handler,
            ),
            (Stop::Handler.id(), texts.intake_handler_hint()),
            self.mood(Stop::Handler),
        );
        let helpers = state.lookups.helpers.view(
            &self.env,
            (&state.choices.helpers, None),
            (Stop::Helpers.id(), texts.optional()),
            style::field::Mood::Fine,
        );
        let wall = |at| texts.moment(self.env.calendar().local(at), self.env.today());
        let limits = if via.is_some() {
            texts.intake_limit_second_hop(wall(promise::second_hop(&self.env)))
        } else {
            let (accept, report) = promise::first_limits(&self.env, form.priority(&self.env));
            texts.intake_limits(wall(accept), wall(report))
        };
        let limits = across(
            4.0,
            [icon_small(icon::TIMER).style(style::text::ink3).into(), hint(limits).wrapping(Wrapping::None).into()],
        );
        let limits = container(limits).width(self.right_width()).height(30).align_y(Center).clip(true);
        let mut rows = vec![
            Self::pair(
                self.left(Stop::Department, department.map(Message::Department)),
                self.right(Stop::Handler, handler.map(Message::Handler)),
            ),
            Self::pair(self.left(Stop::Helpers, self.with_helpers(helpers.map(Message::Helpers))), limits.into()),
        ];
        if form.department.is_some() && state.choices.handlers.is_empty() {
            rows.push(hint(texts.intake_no_handler()).into());
        }
        (trailing.into(), rows)
    }

    /// The lookup, and below it who was chosen.
    fn with_helpers(&self, lookup: Element<'a, Message>) -> Element<'a, Message> {
        let (office, texts) = (self.office(), self.texts());
        if self.form().helpers.is_empty() {
            return lookup;
        }
        let chosen = self.form().helpers.iter().map(|it| {
            let name = match it {
                Helper::Department(it) => office.department(*it).map(|it| it.name.to_string()).unwrap_or_default(),
                Helper::Person(it) => texts.person(office, *it),
            };
            chip_removable(name, Message::Picked(Stop::Helpers, Pick::Helper(*it)))
        });
        column![lookup, chips(chosen)].spacing(2).into()
    }

    fn reply_section(&self) -> Drawn<'a> {
        let (texts, form) = (self.texts(), self.form());
        let how = if form.kind == Kind::Complaint { texts.intake_reply_script() } else { texts.intake_reply_other() };
        let trailing = container(hint(how).wrapping(Wrapping::None)).width(Length::Fill).align_x(iced::Right);
        let answer = editor(
            Stop::Answer.id(),
            (&form.answer, texts.intake_answer_hint()),
            (116.0, self.mood(Stop::Answer)),
            |it| Message::Edited(Stop::Answer, super::Stroke(it)),
        );
        let methods = ContactMethod::ALL.iter().map(|it| Part::new(*it, texts.name(*it)));
        let method = self.choose(Stop::Method, methods, Some(form.method), Pick::Method);
        let outcomes = [
            Part::new(ReplyOutcome::Understood, texts.name(ReplyOutcome::Understood)).tone(Tone::Success),
            Part::new(ReplyOutcome::Disputed, texts.name(ReplyOutcome::Disputed)).tone(Tone::Soon),
        ];
        let outcome = self.choose(Stop::Outcome, outcomes, form.outcome, Pick::Outcome).fill();
        let mut rows = vec![self.left(Stop::Answer, self.with_phrases(Stop::Answer, answer))];
        rows.extend(self.words_to_avoid(&form.answer.text()));
        if self.outcome_stands_beside() {
            rows.push(Self::pair(self.left(Stop::Method, method), self.right(Stop::Outcome, outcome)));
        } else {
            rows.extend([self.left(Stop::Method, method), self.left(Stop::Outcome, outcome)]);
        }
        (trailing.into(), rows)
    }

    /// Whether the way of answering and what came of it fit into one row.
    pub fn outcome_stands_beside(&self) -> bool {
        let texts = self.texts();
        let names = ContactMethod::ALL.iter().map(|it| texts.name(*it));
        let outcomes = [ReplyOutcome::Understood, ReplyOutcome::Disputed];
        let widest = outcomes.map(|it| measure(texts.name(it), Face::Strong)).into_iter().fold(0.0, f32::max);
        layout::fits_in_pair(&self.env, layout::segment_of(names), 2.0 * widest + 15.0)
    }

    /// The six don'ts, where the words break one (K10).
    fn words_to_avoid(&self, said: &str) -> Option<Element<'a, Message>> {
        let texts = self.texts();
        // Each language has its own harmless phrases: only the window's own list is asked.
        let found = Manners::standard(texts.locale().tag()).forbidden(said);
        let all = found.iter().take(3).map(|it| texts.intake_avoid(it.instead.as_str(), it.word.as_str()));
        let all: Vec<String> = all.collect();
        (!all.is_empty()).then(|| {
            let line = caption(all.join("  ")).style(style::text::toned(Tone::Late));
            self.indented(line)
        })
    }

    /// What becomes of a further call, and the matter that it belongs to.
    fn merge_section(&self) -> Drawn<'a> {
        let (texts, office) = (self.texts(), self.office());
        let id = self.form().merges_into();
        let row_ = id.and_then(|it| self.env.books.row(it));
        let told = row_.map(|it| {
            let handler = it.handler().map(|it| texts.person(office, it));
            let parts = [Some(texts.name(it.stage).to_owned()), handler, Some(it.product.to_string())];
            let calls = texts.intake_merge_calls(self.env.books.calls(it.id).saturating_add(1));
            parts.into_iter().flatten().chain([calls]).collect::<Vec<_>>().join("·")
        });
        let index = (0..).zip(&self.state.found.candidates).find(|(_, (it, _))| Some(*it) == id).map(|(at, _)| at);
        let back =
            index.map(|it| button(texts.intake_rethink()).link().compact().on_press(Message::Decided(it, None)).into());
        let title = texts.intake_merge_title(id.map(ComplaintId::short).unwrap_or_default());
        let said = note(Note {
            tone: Tone::Info,
            icon: icon::MERGE,
            title: texts.joined([title, told.unwrap_or_default()]).into(),
            words: texts.intake_merge_words().into(),
            actions: back.into_iter().collect(),
        });
        (space().into(), vec![said])
    }

    fn solve_section(&self) -> Drawn<'a> {
        let (texts, form) = (self.texts(), self.form());
        let how = hint(texts.intake_solve_words()).wrapping(Wrapping::None);
        let trailing = container(how).width(Length::Fill).align_x(iced::Right);
        let solution = editor(
            Stop::Solution.id(),
            (&form.solution, texts.intake_solution_hint()),
            (92.0, self.mood(Stop::Solution)),
            |it| Message::Edited(Stop::Solution, super::Stroke(it)),
        );
        let satisfied =
            row![self.tick(Stop::Satisfied, Pick::Tick(Tick::Satisfied)), hint(texts.intake_satisfied_why())]
                .spacing(8)
                .align_y(Center);
        let rows =
            vec![self.left(Stop::Solution, self.with_phrases(Stop::Solution, solution)), self.indented(satisfied)];
        (trailing.into(), rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_name_is_whole_before_its_load_is_told() {
        let all = ["Quality Control", "Logistics"].into_iter().zip(1..);
        let all: Vec<Choice<u8>> = all
            .map(|(name, value)| Choice { value, name: name.to_owned(), more: "0 open · 0 late".to_owned() })
            .collect();
        let told = |chosen: Option<u8>, px: f32| -> Vec<bool> {
            within(&all, chosen, px).iter().map(|it| !it.more.is_empty()).collect()
        };
        assert_eq!(told(Some(1), 400.0), [true, true]);
        assert_eq!(told(Some(1), 180.0), [false, true], "the list tells it all the same");
        assert_eq!(told(None, 10.0), [true, true]);
    }
}
