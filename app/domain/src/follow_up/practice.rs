//! A practice on its way to the Migration Network Hub: the fields of the Hub's repository, in the
//! order of its form, and its peer review (one internal and two external reviewers who have declared
//! their conflicts of interest; field's facts, follow-up, section 4).

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::PartialDate;

pub use super::peer_review::{Declaration, Opinion, PeerReview, Reviewer, ReviewerKind};

/// How far it reaches.
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
pub enum GeographicScope {
    Local,
    National,
    Bilateral,
    Regional,
    Global,
}

/// The practice: the State's form and the Network's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    pub practice: Described,
    pub peer_review: PeerReview,
}

/// The Hub's fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Described {
    pub title: Option<String>,
    pub primary_objectives: Vec<String>,
    pub secondary_objectives: Vec<String>,
    pub principles: Vec<String>,
    pub sdgs: Vec<String>,
    pub from: Option<PartialDate>,
    /// Open while it goes on.
    pub to: Option<PartialDate>,
    /// Such as "Partnership/Multistakeholder initiative".
    pub practice_type: Option<String>,
    pub scope: Option<GeographicScope>,
    pub countries: Vec<Country>,
    pub summary: Option<String>,
    pub organizations: Option<String>,
    pub details: Option<String>,
    pub partners: Option<String>,
    pub benefit: Option<String>,
    pub lessons: Option<String>,
    pub recommendations: Option<String>,
    pub innovation: Option<String>,
    pub resources: Option<String>,
    /// Numbers of records of agreements that it rests on.
    pub agreements: Vec<u32>,
}

/// A country where it is carried out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Country {
    pub state: Option<String>,
}

/// Why a practice can't be filed, or can't be decided yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PracticeGap {
    NoTitle,
    NoPrimaryObjective,
    NoSummary,
    NoOrganization,
    NoDetails,
    /// A reviewer has an opinion and has not declared conflicts of interest.
    NotDeclared,
    /// No internal reviewer without a conflict has an opinion.
    NoInternalReviewer,
    /// Fewer than two external reviewers without a conflict have an opinion.
    TooFewExternalReviewers,
    /// They do not agree: a further reviewer decides.
    ReviewersDisagree,
    /// The State is not told what is asked of it, or why it was declined.
    NoMessage,
}

/// What filing asks for: the Hub's mandatory fields as far as they are known.
pub fn lacks_to_submit(practice: &Practice) -> Vec<PracticeGap> {
    let described = &practice.practice;
    let open = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    [
        (open(&described.title), PracticeGap::NoTitle),
        (described.primary_objectives.is_empty(), PracticeGap::NoPrimaryObjective),
        (open(&described.summary), PracticeGap::NoSummary),
        (open(&described.organizations), PracticeGap::NoOrganization),
        (open(&described.details), PracticeGap::NoDetails),
    ]
    .into_iter()
    .filter_map(|(lacks, gap)| lacks.then_some(gap))
    .collect()
}

/// What stands in the way of this decision. Only reviewers who declared that they have no conflict of
/// interest count; where they do not agree, most of them decide once there are more than three.
pub fn lacks_to_decide(practice: &Practice, decision: Opinion) -> Vec<PracticeGap> {
    let reviewers = &practice.peer_review.reviewers;
    let no_message =
        practice.peer_review.message.as_deref().is_none_or(|text| text.trim().is_empty());
    if decision == Opinion::MoreInformation {
        return if no_message { vec![PracticeGap::NoMessage] } else { Vec::new() };
    }
    let counted: Vec<&Reviewer> = reviewers.iter().filter(|reviewer| reviewer.counts()).collect();
    let of = |kind| counted.iter().filter(|reviewer| reviewer.kind == Some(kind)).count();
    let agreeing = counted.iter().filter(|reviewer| reviewer.opinion == Some(decision)).count();
    let undeclared = reviewers
        .iter()
        .any(|reviewer| reviewer.opinion.is_some() && reviewer.declaration.is_none());
    let disagree =
        if counted.len() > 3 { agreeing * 2 <= counted.len() } else { agreeing < counted.len() };
    [
        (undeclared, PracticeGap::NotDeclared),
        (of(ReviewerKind::Internal) < 1, PracticeGap::NoInternalReviewer),
        (of(ReviewerKind::External) < 2, PracticeGap::TooFewExternalReviewers),
        (disagree, PracticeGap::ReviewersDisagree),
        (decision == Opinion::Decline && no_message, PracticeGap::NoMessage),
    ]
    .into_iter()
    .filter_map(|(lacks, gap)| lacks.then_some(gap))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reviewer(kind: ReviewerKind, opinion: Opinion) -> Reviewer {
        Reviewer {
            name: "Example".into(),
            kind: Some(kind),
            declaration: Some(Declaration::NoConflict),
            opinion: Some(opinion),
            ..Reviewer::default()
        }
    }

    fn reviewed(reviewers: &[Reviewer]) -> Practice {
        let mut practice = Practice::default();
        practice.peer_review.reviewers = reviewers.to_vec();
        practice
    }

    #[test]
    fn a_practice_is_decided_by_one_internal_and_two_external_reviewers_without_a_conflict() {
        use Opinion::{Approve, Decline};
        use ReviewerKind::{External, Internal};
        let conflict =
            Reviewer { declaration: Some(Declaration::Conflict), ..reviewer(External, Approve) };
        let undeclared = Reviewer { declaration: None, ..reviewer(External, Approve) };
        let three =
            [reviewer(Internal, Approve), reviewer(External, Approve), reviewer(External, Approve)];
        for (reviewers, expected) in [
            (three.to_vec(), vec![]),
            (vec![], vec![PracticeGap::NoInternalReviewer, PracticeGap::TooFewExternalReviewers]),
            (
                vec![three[0].clone(), three[1].clone(), conflict],
                vec![PracticeGap::TooFewExternalReviewers],
            ),
            ([&three[..], &[undeclared]].concat(), vec![PracticeGap::NotDeclared]),
            (
                vec![three[0].clone(), three[1].clone(), reviewer(External, Decline)],
                vec![PracticeGap::ReviewersDisagree],
            ),
            // A further reviewer settles it.
            (
                vec![
                    three[0].clone(),
                    three[1].clone(),
                    reviewer(External, Decline),
                    reviewer(External, Approve),
                ],
                vec![],
            ),
        ] {
            assert_eq!(lacks_to_decide(&reviewed(&reviewers), Approve), expected, "{reviewers:?}");
        }
    }

    #[test]
    fn a_state_is_told_why_and_what_is_asked_of_it() {
        let mut practice = reviewed(&[]);
        assert_eq!(lacks_to_decide(&practice, Opinion::MoreInformation), [PracticeGap::NoMessage]);
        practice.peer_review.message = Some("Which years?".into());
        assert_eq!(lacks_to_decide(&practice, Opinion::MoreInformation), []);
    }

    #[test]
    fn filing_asks_for_the_fields_that_the_hub_needs() {
        assert_eq!(lacks_to_submit(&Practice::default()).len(), 5);
    }
}
