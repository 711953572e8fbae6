//! What is told to whom, when somebody does something that makes others wait or act. Who wants to be
//! told, and whether they may still see it when they are, is asked elsewhere.

use serde_json::Value;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    Agreement,
    confirmation::{Answer, Said, Word, answer},
    fields::SectionCode,
    follow_up::{
        EntryKind, Target, head,
        stage::{Stage, Step},
    },
};

/// What is told. The order is that in which a mail tells it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum NoticeKind {
    /// A record of another State that names the State was published, or names it now.
    RecordPublished,
    /// Another State shows its record, which names the State, to the parties before it publishes it.
    RecordShared,
    /// Somebody of the State asks for the second person that it wants for publishing.
    PublicationAsked,
    /// A section changed on which the State had spoken.
    SectionChanged,
    /// Another party contests a section of what the State records.
    SectionContested,
    /// The Network asks about what the State filed.
    InformationRequested,
    Approved,
    Accepted,
    Declined,
    /// A pledge names the State as a partner.
    PledgeNames,
    /// The Network wrote down a statement for the State.
    StatementRecorded,
    /// A deadline has come near.
    DeadlineNear,
    /// A State filed something with the Network.
    Submitted,
    /// A State sent back what it was asked about.
    SentBack,
}

impl NoticeKind {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether it still waits where the entry that it is about stands here now: what a colleague has
    /// answered meanwhile is not asked for again.
    pub fn still_waits(self, stage: Stage) -> bool {
        self != Self::InformationRequested || stage == Stage::InformationRequested
    }
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// The accounts of a State.
    State(String),
    /// Of the Network: the coordinators, and the reviewer with this address; all reviewers where the
    /// State is assigned to none.
    Network { reviewer: Option<String> },
}

/// Something to tell about a record or an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub to: To,
    /// The code of what it is about within it, such as a section; may be empty.
    pub detail: &'static str,
    /// What happened, apart from every other time that it happens: the same is told once.
    pub cause: String,
}

impl Notice {
    fn new(kind: NoticeKind, to: To, cause: String) -> Self {
        Self { kind, to, detail: "", cause }
    }
}

/// A State published a record: the other parties are told.
pub fn published(agreement: &Agreement, recorded_by: Option<&str>, version: i32) -> Vec<Notice> {
    others(agreement, recorded_by)
        .map(|party| names(NoticeKind::RecordPublished, party, version))
        .collect()
}

/// A State shows a record to the other parties that is not published: they are told.
pub fn shared(agreement: &Agreement, recorded_by: Option<&str>, version: i32) -> Vec<Notice> {
    others(agreement, recorded_by)
        .map(|party| names(NoticeKind::RecordShared, party, version))
        .collect()
}

/// Somebody may not publish alone what they wrote: the colleagues are asked.
pub fn publication_asked(state: &str, version: i32) -> Notice {
    names(NoticeKind::PublicationAsked, state, version)
}

/// A section of a record that others see was saved.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    pub before: &'a Agreement,
    pub after: &'a Agreement,
    pub section: SectionCode,
    pub recorded_by: Option<&'a str>,
    /// Whether everybody sees it, not only those with whom it is shared.
    pub published: bool,
    /// Everything said about the record, oldest first.
    pub said: &'a [Said],
    pub version: i32,
}

/// Parties that spoke on the section before it changed are told, and those that are named only now.
pub fn saved(saving: &Saving<'_>) -> Vec<Notice> {
    let Saving { before, after, section, said, version, .. } = *saving;
    let shown =
        if saving.published { NoticeKind::RecordPublished } else { NoticeKind::RecordShared };
    others(after, saving.recorded_by)
        .filter_map(|party| {
            if !before.party_codes().any(|known| known == party) {
                return Some(names(shown, party, version));
            }
            let stood = matches!(
                answer(before, section, party, said),
                Answer::Confirmed | Answer::Contested
            );
            let falls = stood && answer(after, section, party, said) == Answer::ChangedSince;
            falls.then(|| Notice {
                detail: section.code(),
                ..Notice::new(
                    NoticeKind::SectionChanged,
                    To::State(party.to_owned()),
                    version.to_string(),
                )
            })
        })
        .collect()
}

/// A party spoke on a section: who records it is told where it is contested.
pub fn answered(recorded_by: Option<&str>, said: &Said, version: i32) -> Option<Notice> {
    let recorded_by = recorded_by.filter(|_| said.word == Word::Contested)?;
    Some(Notice {
        detail: said.section.code(),
        ..Notice::new(
            NoticeKind::SectionContested,
            To::State(recorded_by.to_owned()),
            format!("{version} {}", said.state),
        )
    })
}

/// What is filed took a step.
#[derive(Clone, Copy, Debug)]
pub struct Stepping<'a> {
    pub kind: EntryKind,
    pub owner: Option<&'a str>,
    /// Where it stood before.
    pub before: Stage,
    pub step: Step,
    /// The address of the reviewer to whom the State is assigned.
    pub reviewer: Option<&'a str>,
    pub version: i32,
}

/// The State is told what the Network decides and asks; the Network, what a State files. A pledge is
/// nobody's to review.
pub fn stepped(stepping: &Stepping<'_>) -> Option<Notice> {
    if !matches!(stepping.kind, EntryKind::Practice | EntryKind::Dossier) {
        return None;
    }
    let kind = match stepping.step {
        Step::RequestInformation => NoticeKind::InformationRequested,
        Step::Approve => NoticeKind::Approved,
        Step::Accept => NoticeKind::Accepted,
        Step::Decline => NoticeKind::Declined,
        Step::Submit if stepping.before == Stage::InformationRequested => NoticeKind::SentBack,
        Step::Submit => NoticeKind::Submitted,
        _ => return None,
    };
    let to = if stepping.step.is_the_states() {
        To::Network { reviewer: stepping.reviewer.map(str::to_owned) }
    } else {
        To::State(stepping.owner?.to_owned())
    };
    Some(Notice::new(kind, to, stepping.version.to_string()))
}

/// An entry was begun, or a pledge saved: States that a pledge names are told once, and the State for
/// which a statement was written down.
pub fn entered(
    kind: EntryKind,
    owner: Option<&str>,
    recorded_for: bool,
    content: &Value,
) -> Vec<Notice> {
    let (what, states): (_, Vec<String>) = match kind {
        EntryKind::Statement if recorded_for => {
            (NoticeKind::StatementRecorded, owner.map(str::to_owned).into_iter().collect())
        }
        EntryKind::Pledge => {
            let targets = head(kind, content).targets;
            let states = targets.into_iter().filter_map(|target| match target {
                Target::State(state) if Some(state.as_str()) != owner => Some(state),
                _ => None,
            });
            (NoticeKind::PledgeNames, states.collect())
        }
        _ => return Vec::new(),
    };
    states.into_iter().map(|state| Notice::new(what, To::State(state), String::new())).collect()
}

fn names(kind: NoticeKind, party: &str, version: i32) -> Notice {
    Notice::new(kind, To::State(party.to_owned()), version.to_string())
}

/// The parties that did not record it.
fn others<'a>(
    agreement: &'a Agreement,
    recorded_by: Option<&'a str>,
) -> impl Iterator<Item = &'a str> {
    agreement.party_codes().filter(move |party| Some(*party) != recorded_by)
}

#[cfg(test)]
mod tests;
