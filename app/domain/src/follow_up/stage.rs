//! The life of what a State files with the Network: a practice on its way to the Migration Network
//! Hub, a pledge on its way to the dashboard.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::EntryKind;

/// Where it is (field's facts, follow-up, sections 3 and 4).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum Stage {
    #[default]
    Draft,
    Submitted,
    InReview,
    InformationRequested,
    Approved,
    Declined,
}

/// What somebody does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Step {
    /// The State files it, or files it again with what was asked for.
    Submit,
    /// The State takes it back before anybody has taken it up.
    Recall,
    /// The Network takes it up.
    TakeUp,
    RequestInformation,
    Approve,
    Decline,
    /// The State begins anew with what was declined.
    Revise,
}

impl Step {
    /// Whether it is the State's to take; else it is the Network's.
    pub fn is_the_states(self) -> bool {
        matches!(self, Self::Submit | Self::Recall | Self::Revise)
    }
}

impl Stage {
    /// Where a step leads; nothing where it can't be taken from here. A pledge is only filed and taken
    /// back: what becomes of it the dashboard says.
    pub fn after(self, step: Step, kind: EntryKind) -> Option<Self> {
        match (self, step) {
            (Self::Draft, Step::Submit) => Some(Self::Submitted),
            (Self::Submitted, Step::Recall) => Some(Self::Draft),
            _ if kind != EntryKind::Practice => None,
            (Self::Submitted, Step::TakeUp) | (Self::InformationRequested, Step::Submit) => {
                Some(Self::InReview)
            }
            (Self::InReview, Step::RequestInformation) => Some(Self::InformationRequested),
            (Self::InReview, Step::Approve) => Some(Self::Approved),
            (Self::InReview, Step::Decline) => Some(Self::Declined),
            (Self::Declined, Step::Revise) => Some(Self::Draft),
            _ => None,
        }
    }

    /// The steps that can be taken from here.
    pub fn steps(self, kind: EntryKind) -> impl Iterator<Item = Step> {
        Step::VARIANTS.iter().copied().filter(move |step| self.after(*step, kind).is_some())
    }

    /// Whether the State may change its words: not while they lie before the reviewers.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::InformationRequested)
    }

    /// Whether the Network sees it.
    pub fn is_filed(self) -> bool {
        self != Self::Draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every stage by every step: the stage it leads to, or a point.
    #[test]
    fn every_step_leads_somewhere_or_is_refused() {
        let letter = |stage: Option<Stage>| match stage {
            None => '.',
            Some(Stage::Draft) => 'D',
            Some(Stage::Submitted) => 'S',
            Some(Stage::InReview) => 'R',
            Some(Stage::InformationRequested) => 'I',
            Some(Stage::Approved) => 'A',
            Some(Stage::Declined) => 'X',
        };
        // Submit, recall, take up, request, approve, decline, revise.
        for (stage, of_practice, of_pledge) in [
            (Stage::Draft, "S......", "S......"),
            (Stage::Submitted, ".DR....", ".D....."),
            (Stage::InReview, "...IAX.", "......."),
            (Stage::InformationRequested, "R......", "......."),
            (Stage::Approved, ".......", "......."),
            (Stage::Declined, "......D", "......."),
        ] {
            for (kind, expected) in
                [(EntryKind::Practice, of_practice), (EntryKind::Pledge, of_pledge)]
            {
                let found: String =
                    Step::VARIANTS.iter().map(|step| letter(stage.after(*step, kind))).collect();
                assert_eq!(found, expected, "{stage:?} {kind:?}");
            }
        }
    }

    #[test]
    fn a_state_changes_its_words_only_while_they_are_its_own() {
        let open: Vec<Stage> =
            Stage::VARIANTS.iter().copied().filter(|stage| stage.is_open()).collect();
        assert_eq!(open, [Stage::Draft, Stage::InformationRequested]);
    }
}
