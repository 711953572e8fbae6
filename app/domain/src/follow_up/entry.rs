//! An entry of the follow-up: what it is, which forms it has, and what it can be about.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::fields::{Form, follow_up as forms};

/// What an entry is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EntryKind {
    Meeting,
    Statement,
    Recommendation,
    Commitment,
    Deliverable,
    Practice,
    Pledge,
    Review,
    Dossier,
    /// On how an agreement gets on, by one of its parties.
    AgreementReport,
}

impl EntryKind {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The first part of the addresses of its pages.
    pub fn path(self) -> &'static str {
        match self {
            Self::Meeting => "meetings",
            Self::Statement => "statements",
            Self::Recommendation => "recommendations",
            Self::Commitment => "commitments",
            Self::Deliverable => "deliverables",
            Self::Practice => "practices",
            Self::Pledge => "pledges",
            Self::Review => "reviews",
            Self::Dossier => "dossiers",
            Self::AgreementReport => "reports",
        }
    }

    /// The kind with this first part of an address.
    pub fn from_path(path: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|kind| kind.path() == path)
    }

    /// Its forms, each saved on its own. The first is the one it begins with.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Meeting => &[
                forms::MEETING,
                forms::AGENDA,
                forms::PARTICIPATION,
                forms::MATERIALS,
                forms::MINUTES,
            ],
            Self::Statement => &[forms::STATEMENT],
            Self::Recommendation => &[forms::RECOMMENDATION],
            Self::Commitment => &[forms::COMMITMENT],
            Self::Deliverable => &[forms::DELIVERABLE],
            Self::Practice => &[forms::PRACTICE, forms::PEER_REVIEW],
            Self::Pledge => &[forms::PLEDGE],
            Self::Review => {
                &[forms::REVIEW, forms::TIMETABLE, forms::REVIEWERS, forms::REVIEW_FINDINGS]
            }
            Self::Dossier => &forms::DOSSIER,
            Self::AgreementReport => {
                &[forms::AGREEMENT_REPORT, forms::INDICATORS, forms::JOINT_COMMITTEE]
            }
        }
    }

    /// Its form with this code.
    pub fn form(self, code: &str) -> Option<Form> {
        self.forms().iter().copied().find(|form| form.code == code)
    }

    /// Whether a State files it with the Network, stage by stage.
    pub fn is_filed(self) -> bool {
        matches!(self, Self::Practice | Self::Pledge | Self::Dossier)
    }

    /// Whether its progress is followed by dated updates.
    pub fn is_followed(self) -> bool {
        matches!(self, Self::Recommendation | Self::Commitment | Self::Deliverable | Self::Pledge)
    }
}

/// Something that an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The number of an agreement's record.
    Agreement(u32),
    /// A corridor's address, such as `AZE-KAZ`.
    Corridor(String),
    /// A GCM objective, 1 to 23.
    Objective(String),
    /// An item of the criteria.
    Provision(String),
    /// A State that takes part, carries it out too, or is addressed.
    State(String),
    /// An account whose word in a peer review is waited for.
    Reviewer(i64),
}

impl Target {
    /// What it is, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Agreement(_) => "agreement",
            Self::Corridor(_) => "corridor",
            Self::Objective(_) => "objective",
            Self::Provision(_) => "provision",
            Self::State(_) => "state",
            Self::Reviewer(_) => "reviewer",
        }
    }

    /// Its number, address or code.
    pub fn code(&self) -> String {
        match self {
            Self::Agreement(number) => number.to_string(),
            Self::Corridor(code)
            | Self::Objective(code)
            | Self::Provision(code)
            | Self::State(code) => code.clone(),
            Self::Reviewer(account) => account.to_string(),
        }
    }
}

/// The typed content. What can't be read is empty: only damage makes it so, and a list goes on.
pub fn read<Content: DeserializeOwned + Default>(content: &Value) -> Content {
    serde_json::from_value(content.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_path_and_begins_with_a_form() {
        for kind in EntryKind::VARIANTS {
            assert_eq!(EntryKind::from_path(kind.path()), Some(*kind));
            assert!(!kind.forms().is_empty());
        }
        assert_eq!(EntryKind::from_path("agreements"), None);
    }
}
