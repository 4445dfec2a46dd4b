//! Customer files in words: their terms, their refusals, what happened to them.

use super::Texts;
use super::events::Told;
use super::names::Named;
use crate::books::customers::Alike;
use crate::domain::customer::{CustomerKind, Event, Rejection, Verb};
use crate::domain::office::Office;

impl Named for CustomerKind {
    fn named(self, texts: &Texts) -> &str {
        match self {
            Self::Private => texts.customer_kind_private(),
            Self::Company => texts.customer_kind_company(),
            Self::Dealer => texts.customer_kind_dealer(),
            Self::Other => texts.customer_kind_other(),
        }
    }
}

impl Named for Verb {
    fn named(self, texts: &Texts) -> &str {
        match self {
            Self::Open => texts.customer_verb_open(),
            Self::Change => texts.customer_verb_change(),
            Self::Assign => texts.customer_verb_assign(),
            Self::Note => texts.customer_verb_note(),
            Self::Contact => texts.customer_verb_contact(),
            Self::Merge => texts.customer_verb_merge(),
            Self::Unmerge => texts.customer_verb_unmerge(),
            Self::TellApart => texts.customer_verb_tell_apart(),
            Self::Reveal => texts.customer_verb_reveal(),
            Self::AskSight => texts.verb_ask_sight(),
            Self::AnswerSight => texts.verb_answer_sight(),
        }
    }
}

impl Named for Alike {
    fn named(self, texts: &Texts) -> &str {
        match self {
            Self::MemberNumber => texts.customer_alike_member(),
            Self::NameAndTail => texts.customer_alike_name(),
            Self::NumberAndNearName => texts.customer_alike_number(),
        }
    }
}

impl Texts {
    /// Why the rules of customer files refused.
    #[must_use]
    pub fn customer_refused(&self, rejection: &Rejection, office: &Office) -> String {
        use Rejection as R;
        match rejection {
            R::NotAMember { person } => self.refused_not_a_member(self.person(office, *person)),
            R::NotAllowed { verb } => self.refused_not_allowed(self.name(*verb)),
            R::NoSuchFile { id } => self.customer_refused_no_file(id.written()),
            R::OpenFirst => self.customer_refused_open_first().to_owned(),
            R::Phones { most } => self.customer_refused_phones(*most),
            R::PhoneTwice => self.customer_refused_phone_twice().to_owned(),
            R::Email => self.customer_refused_email().to_owned(),
            R::RestHours => self.customer_refused_rests().to_owned(),
            R::Tags { most } => self.customer_refused_tags(*most),
            R::NothingChanged => self.customer_refused_unchanged().to_owned(),
            R::MergedInto { into } => self.customer_refused_merged(into.written()),
            R::NotAKeeper { person } => self.customer_refused_not_a_keeper(self.person(office, *person)),
            R::SameFile => self.customer_refused_same().to_owned(),
            R::Circle => self.customer_refused_circle().to_owned(),
            R::OtherIsMerged { into } => self.customer_refused_other_merged(into.written()),
            R::NotMerged => self.customer_refused_not_merged().to_owned(),
            R::AskedAlready => self.refused_asked_already().to_owned(),
            R::SeesAlready => self.customer_refused_sees_already().to_owned(),
            R::NotAsked { person } => self.refused_not_asked(self.person(office, *person)),
            R::SightHours { most } => self.refused_sight_hours(u32::from(*most)),
        }
    }

    /// What happened to a file, told with the names of the office.
    #[must_use]
    pub fn customer_event(&self, office: &Office, event: &Event) -> Told {
        let told = |verb: Verb, more: String, words: &str| Told {
            verb: self.name(verb).to_owned(),
            more,
            words: words.to_owned(),
        };
        match event {
            Event::Opened { .. } => told(Verb::Open, String::new(), ""),
            Event::Changed { .. } => told(Verb::Change, String::new(), ""),
            Event::Assigned { owner: Some(owner), .. } => {
                told(Verb::Assign, self.event_to(self.person(office, *owner)), "")
            }
            Event::Assigned { owner: None, .. } => told(Verb::Assign, self.customer_nobody().to_owned(), ""),
            Event::Noted { words } => told(Verb::Note, String::new(), words),
            Event::Contacted { method, words } => told(Verb::Contact, self.name(*method).to_owned(), words),
            Event::Merged { into } => told(Verb::Merge, self.event_to(into.written()), ""),
            Event::Unmerged => told(Verb::Unmerge, String::new(), ""),
            Event::ToldApart { other } => told(Verb::TellApart, other.written(), ""),
            Event::Revealed { purpose } => told(Verb::Reveal, String::new(), purpose),
            Event::SightAsked { reason } => told(Verb::AskSight, String::new(), reason),
            Event::SightAnswered { person, answer } => {
                let (became, words) = self.sight_answer(office, answer);
                let more = self.joined([self.event_to(self.person(office, *person)), became]);
                told(Verb::AnswerSight, more, words.unwrap_or_default())
            }
        }
    }
}
