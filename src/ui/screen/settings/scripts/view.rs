//! How the page of scripts is drawn.

use iced::{
    Length,
    widget::{column, container, row, space},
};

use super::{Message, Side, State, send};
use crate::domain::complaint::terms::Satisfaction;
use crate::domain::script::{
    Branch, Manners, Problem, Scene, Script, ScriptKind, ScriptProblem, Step, StepKind, Values, fill_words,
};
use crate::i18n::Texts;
use crate::ui::env::Env;
use crate::ui::icon;
use crate::ui::keys::Shortcut;
use crate::ui::part::keyed::Spot;
use crate::ui::part::said::{said, step_name};
use crate::ui::screen::settings::Message as Outer;
use crate::ui::screen::settings::parts::{Choice, Hand, Pen, inspector, labelled, page_head, placeholders, standing};
use crate::ui::style::{self, field::Mood};
use crate::ui::theme::{Element, Face, Tone};
use crate::ui::widget::{
    Chosen, badge, button, caption, editor, fit, heading, hint, icon_small, line_across, line_down, list_row,
    pane_foot, read_only, scroll_named, small, small_strong, strong,
};

/// The list of steps.
const STEPS: f32 = 216.0;
/// What scrolls in the middle.
const MIDDLE: &str = "set-step";

impl State {
    /// Draws it.
    #[must_use]
    pub(in crate::ui::screen::settings) fn view<'a>(&'a self, pen: &mut Pen<'_, 'a>) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let script = self.shown(env.office()).into_owned();
        let problems = self.problems(env.office());
        let kinds = ScriptKind::ALL.iter().map(|it| Choice::new(*it, kind_name(texts, *it))).collect();
        let kind = pen.keys.pick(&env, Spot("set-script", 0), (kinds, self.kind), |it| send(Message::KindChosen(it)));
        let standard = button(texts.set_script_standard()).quiet().icon(icon::ROTATE_CCW);
        let standard = pen.button(Spot("set-standard", 0), standard, Some(send(Message::Standard)));
        let actions = row![container(kind).width(170)].push(standard).spacing(8).align_y(iced::Center);
        let steps = self.steps(pen, (&script, &problems));
        let middle = self.middle(pen, (&script, &problems));
        let side = self.side(pen, &script);
        let foot = (pen.hand == Hand::Edits && self.draft.is_some()).then(|| {
            let broken = problems.iter().any(|it| it.problem.breaks_off());
            let drop_ = pen.button(Spot("set-drop", 0), button(texts.set_drop()), Some(send(Message::Dropped)));
            let save = button(texts.set_save()).primary().icon(icon::SAVE).keys(Shortcut::command('s'));
            let save = pen.button(Spot("set-save", 0), save, (!broken).then_some(Outer::Saved));
            let words = broken.then(|| small(texts.set_script_broken()).style(style::text::toned(Tone::Late)));
            let drawn = row![].push(words).push(space().width(Length::Fill)).push(drop_).push(save);
            pane_foot(drawn.spacing(8).align_y(iced::Center))
        });
        let page = column![
            page_head(texts.set_scripts(), texts.set_scripts_words(), Some(actions.into())),
            row![steps, line_down(), middle].height(Length::Fill)
        ];
        row![page.push(foot).width(Length::Fill), line_down(), side].into()
    }

    fn steps<'a>(&self, pen: &mut Pen<'_, 'a>, (script, problems): (&Script, &[ScriptProblem])) -> Element<'a, Outer> {
        let texts = pen.env.texts;
        let rows: Vec<_> = script
            .steps
            .iter()
            .enumerate()
            .map(|(place, step)| {
                let wrong = problems.iter().filter(|it| it.step == Some(place));
                let worst = wrong.map(|it| it.problem.breaks_off()).max();
                step_row(texts, (place, step), (place == self.step, worst))
            })
            .collect();
        let list = pen.list(rows);
        let add = button(texts.set_step_add()).compact().icon(icon::PLUS);
        let add = pen.button(Spot("set-step-add", 0), add, Some(send(Message::StepAdded)));
        let up = (0 < self.step).then(|| send(Message::StepMoved(Side::Up)));
        let up = pen.button(Spot("set-step-up", 0), button(texts.set_step_up()).quiet().compact(), up);
        let down = (self.step + 1 < script.steps.len()).then(|| send(Message::StepMoved(Side::Down)));
        let down = pen.button(Spot("set-step-down", 0), button(texts.set_step_down()).quiet().compact(), down);
        let moves = row![].push(add).push(up).push(down).spacing(4).wrap();
        let moves = container(moves).padding([8, 10]);
        let list = container(list).height(Length::Fill);
        column![list].push((pen.hand == Hand::Edits).then(|| column![line_across(), moves])).width(STEPS).into()
    }

    fn middle<'a>(
        &'a self,
        pen: &mut Pen<'_, 'a>,
        (script, problems): (&Script, &[ScriptProblem]),
    ) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        pen.keys.within(Some(MIDDLE));
        let whole = problems.iter().filter(|it| it.step.is_none()).map(|it| told(texts, it));
        let mut content = column![].extend(whole.collect::<Vec<_>>()).spacing(10);
        if let Some(step) = script.steps.get(self.step) {
            let kinds = StepKind::ALL.iter().map(|it| Choice::new(*it, step_name(texts, *it))).collect();
            let kind = pen.pick(Spot("set-step-kind", 0), (kinds, step.kind), |it| send(Message::StepKindChosen(it)));
            let branches = [Branch::Always, Branch::Satisfied, Branch::Dissatisfied];
            let branches = branches.map(|it| Choice::new(it, branch_name(texts, it))).to_vec();
            let branch =
                pen.segment(Spot("set-branch", 0), (branches, step.branch), |it| send(Message::BranchChosen(it)));
            content = content.push(labelled(&env, texts.set_step_kind(), kind));
            content = content.push(labelled(&env, texts.set_branch(), branch));
            content = content.push(line_across()).push(self.sayings(pen, step));
            let own = problems.iter().filter(|it| it.step == Some(self.step) && it.saying == self.saying);
            let own: Vec<_> = own.map(|it| told(texts, it)).collect();
            let mood = if own.is_empty() { Mood::Fine } else { Mood::Warning };
            content = content.push(self.words(pen, (step, mood))).extend(own);
            content = content.push(placeholders(pen, |it| send(Message::PlaceholderPut(it))));
            let typed = step.hint.clone().unwrap_or_default();
            let typed = pen.line(Spot("set-hint", 0), &typed, |it| send(Message::HintTyped(it)));
            content = content.push(labelled(&env, texts.set_hint(), typed));
            let remove = button(texts.set_step_remove()).danger_plain().compact();
            let remove = pen.button(Spot("set-step-remove", 0), remove, Some(send(Message::StepRemoved)));
            content = content.push(row![space().width(Length::Fill)].push(remove));
        } else {
            content = content.push(hint(texts.set_script_empty()));
        }
        pen.keys.within(None);
        container(scroll_named(MIDDLE, container(content).padding(16))).width(Length::Fill).into()
    }

    /// 说法 1, 2, 3 …
    fn sayings<'a>(&self, pen: &mut Pen<'_, 'a>, step: &Step) -> Element<'a, Outer> {
        let texts = pen.env.texts;
        let all = (0..=step.others.len()).map(|it| Choice::new(it, texts.set_saying(it + 1))).collect();
        let chosen = pen.segment(Spot("set-saying", 0), (all, self.saying), |it| send(Message::SayingChosen(it)));
        let add = button(texts.set_saying_add()).link().compact().icon(icon::PLUS);
        let add = pen.button(Spot("set-saying-add", 0), add, Some(send(Message::SayingAdded)));
        let remove = (0 < self.saying).then(|| send(Message::SayingRemoved));
        let remove = remove.and_then(|it| {
            pen.button(Spot("set-saying-remove", 0), button(texts.set_saying_remove()).link().compact(), Some(it))
        });
        row![chosen].push(add).push(remove).spacing(8).align_y(iced::Center).wrap().into()
    }

    fn words<'a>(&'a self, pen: &mut Pen<'_, 'a>, (step, mood): (&Step, Mood)) -> Element<'a, Outer> {
        match pen.hand {
            Hand::Reads => read_only(step.saying(self.saying)),
            Hand::Edits => {
                let id = pen.keys.writes(Spot("set-step-words", 0));
                let placeholder = pen.env.texts.set_words_placeholder();
                editor(id, (&self.words, placeholder), (116.0, mood), |it| send(Message::Edited(it)))
            }
        }
    }

    /// How it is read, and what never to say.
    fn side<'a>(&self, pen: &mut Pen<'_, 'a>, script: &Script) -> Element<'a, Outer> {
        let (env, texts) = (pen.env, pen.env.texts);
        let asks = script.steps.iter().any(|it| it.kind == StepKind::BranchQuestion);
        let answers = asks.then(|| {
            let none = std::iter::once(Choice::new(None, texts.set_answer_none()));
            let all = none.chain(Satisfaction::ALL.iter().map(|it| Choice::new(Some(*it), texts.name(*it))));
            let parts = all.map(|it| crate::ui::widget::Part::new(it.value, it.name)).collect();
            let answers =
                pen.keys.segment(Spot("set-answer", 0), (parts, Some(self.answer)), |it| send(Message::Answered(it)));
            Element::from(answers.compact())
        });
        let values = values(&env);
        let chosen = script.steps.get(self.step);
        let mut content = column![].push(answers).spacing(10);
        for step in script.path(self.answer) {
            let is_chosen = chosen.is_some_and(|it| std::ptr::eq(it, step));
            let words = if is_chosen { step.saying(self.saying) } else { &step.words };
            let face = if is_chosen { Face::Lead } else { Face::Body };
            let drawn = column![
                caption(step_name(texts, step.kind).to_owned()).style(style::text::ink3),
                said(&env, fill_words(words, &values), face)
            ]
            .push(step.hint.clone().map(|it| small(it).style(style::text::ink3)))
            .spacing(2);
            let look = if is_chosen { style::surface::card_cursor } else { style::surface::card };
            content = content.push(container(drawn).padding([8, 12]).width(Length::Fill).style(look));
        }
        let donts = Manners::standard(env.office().language()).donts.iter();
        let donts: Vec<Element<'a, Outer>> = donts
            .map(|it| {
                row![icon_small(icon::X).style(style::text::toned(Tone::Late)), small(it.words.clone())]
                    .spacing(6)
                    .into()
            })
            .collect();
        let content = content
            .push(line_across())
            .push(small_strong(texts.set_donts()).style(style::text::ink3))
            .push(iced::widget::Column::with_children(donts).spacing(4));
        let head = row![heading(texts.set_prompter()), space().width(Length::Fill), hint(texts.set_prompter_words())]
            .align_y(iced::Center);
        inspector(&env, head, content, None)
    }
}

fn step_row<'a>(
    texts: &'a Texts,
    (place, step): (usize, &Step),
    (is_chosen, worst): (bool, Option<bool>),
) -> (Outer, Chosen, Element<'a, Outer>) {
    let (look, chosen) = standing(is_chosen);
    let branch = match step.branch {
        Branch::Always => None,
        Branch::Satisfied => Some(badge(Tone::Success, texts.name(Satisfaction::Satisfied))),
        Branch::Dissatisfied => Some(badge(Tone::Late, texts.name(Satisfaction::Dissatisfied))),
    };
    let sign = worst.map(|breaks| {
        let tone = if breaks { Tone::Late } else { Tone::Soon };
        icon_small(icon::TRIANGLE_ALERT).style(style::text::toned(tone))
    });
    let name = format!("{} {}", place + 1, step_name(texts, step.kind));
    let first = step.words.lines().next().unwrap_or_default();
    let content = column![
        row![strong(name)].push(branch).push(space().width(Length::Fill)).push(sign).spacing(6).align_y(iced::Center),
        hint(fit(first, Face::Small, STEPS - 34.0))
    ];
    let message = send(Message::StepChosen(place));
    (message.clone(), chosen, list_row((52.0, look), content, message, None))
}

fn told<'a>(texts: &'a Texts, it: &ScriptProblem) -> Element<'a, Outer> {
    let tone = if it.problem.breaks_off() { Tone::Late } else { Tone::Soon };
    row![
        icon_small(icon::TRIANGLE_ALERT).style(style::text::toned(tone)),
        small(problem_words(texts, &it.problem)).style(style::text::toned(tone))
    ]
    .spacing(6)
    .into()
}

fn problem_words(texts: &Texts, problem: &Problem) -> String {
    match problem {
        Problem::Template(it) => texts.template_problem(it),
        Problem::Empty => texts.set_script_no_words().to_owned(),
        Problem::TooLong { got, most } => texts.set_script_too_long(*got, *most),
        Problem::Forbidden { word, instead } => texts.set_script_forbidden(instead.as_str(), word.as_str()),
        Problem::NoClosing { answer: Some(answer) } => texts.set_script_no_closing_after(texts.name(*answer)),
        Problem::NoClosing { answer: None } => texts.set_script_no_closing().to_owned(),
        Problem::NoQuestion => texts.set_script_no_question().to_owned(),
        Problem::TwoQuestions => texts.set_script_two_questions().to_owned(),
        Problem::BeforeQuestion => texts.set_script_before_question().to_owned(),
        Problem::TooManyQuestions { got, most } => texts.set_script_many_questions(*got, *most),
    }
}

/// Values to try words with: the office's own, and an invented customer.
pub(in crate::ui::screen::settings) fn values(env: &Env<'_>) -> Values {
    let texts = env.texts;
    Values {
        company: Some(env.office().company().to_owned()),
        agent: env.person().map(|it| it.name.to_string()),
        customer: Some(texts.set_sample_customer().to_owned()),
        time: Some(texts.date_short_words(env.today())),
        service: Some(texts.set_sample_service().to_owned()),
        result: Some(texts.set_sample_result().to_owned()),
        blessing: env.office().forms().blessing(Scene::Everyday).map(str::to_owned),
    }
}

fn branch_name(texts: &Texts, branch: Branch) -> &str {
    match branch {
        Branch::Always => texts.set_branch_always(),
        Branch::Satisfied => texts.set_branch_satisfied(),
        Branch::Dissatisfied => texts.set_branch_dissatisfied(),
    }
}

fn kind_name(texts: &Texts, kind: ScriptKind) -> &str {
    match kind {
        ScriptKind::Callback => texts.set_script_callback(),
        ScriptKind::Service => texts.set_script_service(),
        ScriptKind::Occasion => texts.set_script_occasion(),
        ScriptKind::Reminder => texts.set_script_reminder(),
        ScriptKind::Promise => texts.set_script_promise(),
        ScriptKind::Hotline => texts.set_script_hotline(),
        ScriptKind::Unfounded => texts.set_script_unfounded(),
    }
}
