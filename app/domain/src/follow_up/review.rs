//! A review of the Global Compact: a regional review, which belongs to a regional commission of the
//! United Nations, or the International Migration Review Forum, to which the regional reviews lead
//! (A/RES/73/326; field's facts, follow-up, section 2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::meeting::Bilingual;
use crate::{PartialDate, compact, states};

/// What kind of review it is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ReviewKind {
    RegionalReview,
    Forum,
}

/// The review, whole: one part for each of its forms, and which States said that they take part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    pub review: About,
    pub timetable: Timetable,
    pub reviewers: Reviewers,
    pub findings: Findings,
    /// One for each State that has said it; the last word counts and stands alone.
    pub taking_part: Vec<TakesPart>,
    /// The frozen register on which its outcome rests, once it is concluded.
    pub frozen: Option<i64>,
}

/// What it is, when and where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub title_en: Option<String>,
    pub title_ru: Option<String>,
    pub kind: Option<ReviewKind>,
    /// The code of the regional commission that holds it; none for the forum.
    pub commission: Option<String>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub place_en: Option<String>,
    pub place_ru: Option<String>,
    /// The day by which the States' inputs are awaited.
    pub input_due: Option<PartialDate>,
    pub note_en: Option<String>,
    pub note_ru: Option<String>,
    /// States to which it is open beside the members of its commission.
    pub states: Vec<Invited>,
}

/// A State to which a review is open by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Invited {
    pub state: Option<String>,
}

impl Bilingual for About {
    fn english(&self) -> Option<&str> {
        self.title_en.as_deref()
    }

    fn russian(&self) -> Option<&str> {
        self.title_ru.as_deref()
    }
}

impl About {
    /// Where it was or will be held.
    pub fn place(&self, language: &str) -> Option<&str> {
        either(language, self.place_en.as_deref(), self.place_ru.as_deref())
    }

    /// What is not sure about it, or what else is known.
    pub fn note(&self, language: &str) -> Option<&str> {
        either(language, self.note_en.as_deref(), self.note_ru.as_deref())
    }

    /// The day at which the register is looked at for it: its first day, or the last one that this may
    /// be; not later than `today`.
    pub fn day(&self, today: NaiveDate) -> NaiveDate {
        self.from.map_or(today, |from| from.last_day().min(today))
    }

    /// The States whose review it is: the members of its commission. The forum is every State's.
    pub fn member_states(&self) -> impl Iterator<Item = &'static str> {
        let commission = self.commission.clone();
        states::all()
            .iter()
            .filter(move |state| {
                commission.as_ref().is_some_and(|code| state.commissions.contains(code))
            })
            .map(|state| state.code.as_str())
    }

    /// The States to which it is open by name.
    pub fn invited(&self) -> impl Iterator<Item = &str> {
        self.states.iter().filter_map(|invited| invited.state.as_deref())
    }
}

/// Which of the reviews bring what they found to a forum: the regional reviews since the forum before
/// it. Answers their places in the list, in the order of their first days.
pub fn carried_to(forum: &About, reviews: &[About]) -> Vec<usize> {
    let last = reviews
        .iter()
        .filter(|other| other.kind == Some(ReviewKind::Forum) && other.from < forum.from)
        .filter_map(|other| other.from)
        .max();
    let is_carried = |other: &About| {
        other.kind == Some(ReviewKind::RegionalReview)
            && other.from > last
            && other.from < forum.from
    };
    let mut places: Vec<usize> =
        (0..reviews.len()).filter(|place| is_carried(&reviews[*place])).collect();
    places.sort_by_key(|place| reviews[*place].from);
    places
}

/// The text in the reader's language, else in the other.
fn either<'a>(
    language: &str,
    english: Option<&'a str>,
    russian: Option<&'a str>,
) -> Option<&'a str> {
    if language == "ru" { russian.or(english) } else { english.or(russian) }
}

/// What happens when on the way to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Timetable {
    pub steps: Vec<TimetableStep>,
}

/// A step of the timetable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimetableStep {
    pub date: Option<PartialDate>,
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
}

impl Bilingual for TimetableStep {
    fn english(&self) -> Option<&str> {
        self.text_en.as_deref()
    }

    fn russian(&self) -> Option<&str> {
        self.text_ru.as_deref()
    }
}

/// Who reads which State's input.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reviewers {
    pub reviewers: Vec<Assignment>,
}

/// A State assigned to a reviewer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assignment {
    pub state: Option<String>,
    /// The address with which the reviewer signs in.
    pub reviewer: Option<String>,
}

impl Reviewers {
    /// The address of the reviewer to whom a State is assigned.
    pub fn of_state(&self, state: &str) -> Option<&str> {
        self.reviewers
            .iter()
            .find(|assigned| assigned.state.as_deref() == Some(state))
            .and_then(|assigned| assigned.reviewer.as_deref())
    }

    /// Whose a State's input is to read, for the reviewer with this address.
    pub fn reading(&self, state: &str, address: &str) -> Reading {
        match self.of_state(state).map(str::trim).filter(|assigned| !assigned.is_empty()) {
            None => Reading::Nobodys,
            Some(assigned) if assigned.to_lowercase() == address.to_lowercase() => Reading::Own,
            Some(_) => Reading::Anothers,
        }
    }
}

/// Whose an input is to read, for one reviewer; also the order in which they wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    Own,
    Nobodys,
    Anothers,
}

/// What the review found, by round table: what is carried to the forum.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Findings {
    pub findings: Vec<ReviewFinding>,
}

/// One finding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewFinding {
    /// 1 to 4 (A/RES/73/326).
    pub round_table: Option<String>,
    pub text: Option<String>,
}

/// A State's word on whether it takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakesPart {
    pub state: String,
    pub takes_part: bool,
    pub on: NaiveDate,
    pub author: String,
}

impl Review {
    /// Whether a State said that it takes part; nothing where it has not said anything. Membership
    /// of a commission does not say it: Italy is a member of two and takes part in one.
    pub fn takes_part(&self, state: &str) -> Option<bool> {
        self.taking_part.iter().find(|word| word.state == state).map(|word| word.takes_part)
    }

    /// Writes down a State's word; an earlier one no longer counts.
    pub fn say(&mut self, word: TakesPart) {
        self.taking_part.retain(|earlier| earlier.state != word.state);
        self.taking_part.push(word);
    }

    /// Whether a State may take part: the members of the commission may, the States that it names, and
    /// in the forum every State that there is.
    pub fn is_open_to(&self, state: &str) -> bool {
        if self.review.invited().any(|invited| invited == state) {
            return true;
        }
        match self.review.kind {
            Some(ReviewKind::Forum) => {
                states::state(state).is_some_and(|state| !state.is_example())
            }
            _ => self.review.member_states().any(|member| member == state),
        }
    }

    /// The States to look at: those that may take part, and for the forum, which is every State's,
    /// those that said something.
    pub fn states(&self) -> Vec<&str> {
        let mut states: Vec<&str> = self.review.member_states().collect();
        states.extend(self.review.invited());
        states.extend(self.taking_part.iter().map(|word| word.state.as_str()));
        states.sort_unstable();
        states.dedup();
        states
    }
}

/// The round tables' numbers as texts, as they stand in a record.
pub const ROUND_TABLES: [&str; 4] = ["1", "2", "3", "4"];

/// The objectives of a round table, 1 to 4 (A/RES/73/326).
pub fn objectives_of(round_table: u32) -> impl Iterator<Item = &'static compact::Objective> {
    compact::objectives().iter().filter(move |objective| objective.round_table == round_table)
}

#[cfg(test)]
mod tests;
