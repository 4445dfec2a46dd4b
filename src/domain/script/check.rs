//! What is wrong with a script that somebody edits, for the settings page.

use std::ops::Range;

use serde::Serialize;

use crate::domain::complaint::terms::Satisfaction;
use crate::domain::script::{
    Branch, MOST_QUESTIONS, Manners, Script, ScriptKind, StepKind, TemplateProblem, check_words,
};

/// The longest saying, in characters: more is not said in one breath (E11).
const MOST_CHARACTERS: usize = 300;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScriptProblem {
    /// The step, from 0; `None`: the whole script.
    pub step: Option<usize>,
    /// The saying of the step, from 0: first its words, then the others.
    pub saying: usize,
    /// Where in the saying, in bytes; empty when it is all of it.
    pub range: Range<usize>,
    /// What.
    pub problem: Problem,
}

/// What is wrong with a script.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A mistake in the placeholders.
    #[error("{0}")]
    Template(TemplateProblem),
    /// A saying without words.
    #[error("a step has no words")]
    Empty,
    /// A saying that is too long to be said.
    #[error("a step has {got} characters; at most {most} can be said")]
    TooLong {
        /// How many.
        got: usize,
        /// The most.
        most: usize,
    },
    /// A word to avoid (K10).
    #[error("{word:?} is a word to avoid; say {instead:?}")]
    Forbidden {
        /// The word.
        word: String,
        /// What to say instead.
        instead: String,
    },
    /// No words for the end of a call.
    #[error("the script has no closing words after the answer {answer:?}")]
    NoClosing {
        /// After which answer; `None`: there is no question.
        answer: Option<Satisfaction>,
    },
    /// A callback that does not ask whether the customer is satisfied (E03).
    #[error("the script does not ask whether the customer is satisfied")]
    NoQuestion,
    /// More than one such question.
    #[error("the script asks twice whether the customer is satisfied")]
    TwoQuestions,
    /// A step of a branch before the question that opens it.
    #[error("the step belongs to an answer that has not been given yet")]
    BeforeQuestion,
    /// Too many questions for one call (E11).
    #[error("the script asks {got} questions after one answer; at most {most} fit a call")]
    TooManyQuestions {
        /// How many.
        got: usize,
        /// The most.
        most: usize,
    },
}

impl Problem {
    /// Whether a call would break off there: an office refuses such a script. Everything else is advice.
    #[must_use]
    pub const fn breaks_off(&self) -> bool {
        match self {
            Self::Template(_)
            | Self::Empty
            | Self::NoClosing { .. }
            | Self::NoQuestion
            | Self::TwoQuestions
            | Self::BeforeQuestion => true,
            Self::TooLong { .. } | Self::Forbidden { .. } | Self::TooManyQuestions { .. } => false,
        }
    }
}

impl Script {
    /// What is wrong with this script; none: it can be used. Words to avoid are looked up in `manners`.
    #[must_use]
    pub fn check(&self, manners: &Manners) -> Vec<ScriptProblem> {
        let mut problems = self.wrong_words(manners);
        let whole = |problem| ScriptProblem { step: None, saying: 0, range: 0..0, problem };
        let questions = self.steps.iter().filter(|it| it.kind == StepKind::BranchQuestion).count();
        match (self.kind, questions) {
            (ScriptKind::Callback | ScriptKind::Service, 0) => problems.push(whole(Problem::NoQuestion)),
            (_, 0 | 1) => {}
            (_, _) => problems.push(whole(Problem::TwoQuestions)),
        }
        let mut asked = false;
        for (place, step) in self.steps.iter().enumerate() {
            asked |= step.kind == StepKind::BranchQuestion;
            if !asked && step.branch != Branch::Always {
                problems.push(ScriptProblem { step: Some(place), ..whole(Problem::BeforeQuestion) });
            }
        }
        let answers = if questions == 0 {
            vec![None]
        } else {
            vec![Some(Satisfaction::Satisfied), Some(Satisfaction::Dissatisfied)]
        };
        for answer in answers {
            if !self.path(answer).any(|it| it.kind == StepKind::Closing) {
                problems.push(whole(Problem::NoClosing { answer }));
            }
            let got = self.path(answer).map(|it| it.words.matches(['?', '？']).count()).sum();
            if MOST_QUESTIONS < got {
                problems.push(whole(Problem::TooManyQuestions { got, most: MOST_QUESTIONS }));
            }
        }
        problems
    }

    fn wrong_words(&self, manners: &Manners) -> Vec<ScriptProblem> {
        let mut problems = Vec::new();
        for (place, step) in self.steps.iter().enumerate() {
            for (saying, words) in step.sayings().enumerate() {
                let mut tell = |range, problem| {
                    problems.push(ScriptProblem { step: Some(place), saying, range, problem });
                };
                let got = words.chars().count();
                if words.trim().is_empty() {
                    tell(0..0, Problem::Empty);
                } else if MOST_CHARACTERS < got {
                    tell(0..0, Problem::TooLong { got, most: MOST_CHARACTERS });
                }
                for (range, problem) in check_words(words) {
                    tell(range, Problem::Template(problem));
                }
                for found in manners.forbidden(words) {
                    tell(found.range, Problem::Forbidden { word: found.word, instead: found.instead });
                }
            }
        }
        problems
    }
}
