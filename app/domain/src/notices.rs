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
    others(agreement, recorded_by).map(|party| names(party, version)).collect()
}

/// A section of a published record was saved.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    pub before: &'a Agreement,
    pub after: &'a Agreement,
    pub section: SectionCode,
    pub recorded_by: Option<&'a str>,
    /// Everything said about the record, oldest first.
    pub said: &'a [Said],
    pub version: i32,
}

/// Parties that spoke on the section before it changed are told, and those that are named only now.
pub fn saved(saving: &Saving<'_>) -> Vec<Notice> {
    let Saving { before, after, section, said, version, .. } = *saving;
    others(after, saving.recorded_by)
        .filter_map(|party| {
            if !before.party_codes().any(|known| known == party) {
                return Some(names(party, version));
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

fn names(party: &str, version: i32) -> Notice {
    Notice::new(NoticeKind::RecordPublished, To::State(party.to_owned()), version.to_string())
}

/// The parties that did not record it.
fn others<'a>(
    agreement: &'a Agreement,
    recorded_by: Option<&'a str>,
) -> impl Iterator<Item = &'a str> {
    agreement.party_codes().filter(move |party| Some(*party) != recorded_by)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::agreement::Party;

    fn agreement(parties: &[&str]) -> Agreement {
        let mut agreement = Agreement::default();
        agreement.parties.parties =
            parties.iter().map(|code| Party { code: (*code).into(), role: None }).collect();
        agreement
    }

    fn told(notices: &[Notice]) -> Vec<(NoticeKind, &str, &str)> {
        notices
            .iter()
            .map(|notice| match &notice.to {
                To::State(state) => (notice.kind, state.as_str(), notice.detail),
                To::Network { reviewer } => {
                    (notice.kind, reviewer.as_deref().unwrap_or("reviewers"), notice.detail)
                }
            })
            .collect()
    }

    fn confirmed(agreement: &Agreement, section: SectionCode, word: Word) -> Said {
        Said {
            section,
            state: "BBB".into(),
            word,
            about: agreement.section(section),
            own: None,
            reason: None,
        }
    }

    #[test]
    fn the_other_parties_of_a_published_record_are_told_and_its_own_state_is_not() {
        let record = agreement(&["AAA", "BBB", "CCC"]);
        assert_eq!(
            told(&published(&record, Some("AAA"), 4)),
            [(NoticeKind::RecordPublished, "BBB", ""), (NoticeKind::RecordPublished, "CCC", "")]
        );
    }

    #[test]
    fn a_change_is_told_to_who_spoke_on_that_section_and_to_who_is_named_only_now() {
        let before = agreement(&["AAA", "BBB"]);
        let mut term = before.clone();
        term.life.notice_months = Some(6);
        let spoke = [confirmed(&before, SectionCode::Life, Word::Confirmed)];
        let contested = [confirmed(&before, SectionCode::Life, Word::Contested)];
        let saving = |after, section, said| {
            saved(&Saving {
                before: &before,
                after,
                section,
                recorded_by: Some("AAA"),
                said,
                version: 5,
            })
        };
        for said in [&spoke, &contested] {
            assert_eq!(
                told(&saving(&term, SectionCode::Life, said)),
                [(NoticeKind::SectionChanged, "BBB", "life")]
            );
        }
        assert!(saving(&term, SectionCode::Life, &[]).is_empty());
        let more = agreement(&["AAA", "BBB", "CCC"]);
        assert_eq!(
            told(&saving(&more, SectionCode::Parties, &spoke)),
            [(NoticeKind::RecordPublished, "CCC", "")]
        );
    }

    #[test]
    fn contesting_is_told_to_who_records_it_and_confirming_is_not() {
        let record = agreement(&["AAA", "BBB"]);
        let said = |word| confirmed(&record, SectionCode::Life, word);
        let found = answered(Some("AAA"), &said(Word::Contested), 4);
        assert_eq!(told(found.as_slice()), [(NoticeKind::SectionContested, "AAA", "life")]);
        assert_eq!(answered(Some("AAA"), &said(Word::Confirmed), 4), None);
        assert_eq!(answered(None, &said(Word::Contested), 4), None, "a public source has no inbox");
    }

    #[test]
    fn a_step_is_told_to_the_other_side() {
        use EntryKind::{Dossier, Pledge, Practice, Review};
        use NoticeKind::{Accepted, Approved, Declined, InformationRequested, SentBack, Submitted};
        for (kind, before, step, expected) in [
            (Practice, Stage::Draft, Step::Submit, Some((Submitted, "reviewers"))),
            (Practice, Stage::InReview, Step::Approve, Some((Approved, "AAA"))),
            (Practice, Stage::InReview, Step::Decline, Some((Declined, "AAA"))),
            (Practice, Stage::Declined, Step::Revise, None),
            (Practice, Stage::Submitted, Step::TakeUp, None),
            (
                Dossier,
                Stage::InReview,
                Step::RequestInformation,
                Some((InformationRequested, "AAA")),
            ),
            (Dossier, Stage::InformationRequested, Step::Submit, Some((SentBack, "reviewers"))),
            (Dossier, Stage::InReview, Step::Accept, Some((Accepted, "AAA"))),
            (Pledge, Stage::Draft, Step::Submit, None),
            (Review, Stage::Planned, Step::Open, None),
        ] {
            let found = stepped(&Stepping {
                kind,
                owner: Some("AAA"),
                before,
                step,
                reviewer: None,
                version: 3,
            });
            let found = found.as_slice();
            let found = told(found).first().map(|(kind, to, _)| (*kind, *to));
            assert_eq!(found, expected, "{kind:?} {step:?}");
        }
    }

    #[test]
    fn a_pledge_is_told_to_its_partners_and_a_statement_to_the_state_it_was_written_for() {
        let pledge = json!({"pledge": {"partners": [{"state": "BBB"}, {"state": "AAA"}]}});
        assert_eq!(
            told(&entered(EntryKind::Pledge, Some("AAA"), false, &pledge)),
            [(NoticeKind::PledgeNames, "BBB", "")]
        );
        let statement = json!({"statement": {"text": "Example"}});
        assert_eq!(
            told(&entered(EntryKind::Statement, Some("AAA"), true, &statement)),
            [(NoticeKind::StatementRecorded, "AAA", "")]
        );
        assert!(entered(EntryKind::Statement, Some("AAA"), false, &statement).is_empty());
        assert!(entered(EntryKind::Commitment, Some("AAA"), false, &json!({})).is_empty());
    }

    #[test]
    fn a_question_that_was_answered_meanwhile_no_longer_waits() {
        assert!(NoticeKind::InformationRequested.still_waits(Stage::InformationRequested));
        assert!(!NoticeKind::InformationRequested.still_waits(Stage::InReview));
        assert!(NoticeKind::Approved.still_waits(Stage::Approved));
    }
}
