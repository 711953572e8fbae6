//! The life of what a State files with the Network: a practice on its way to the Migration Network
//! Hub, a pledge on its way to the dashboard, a dossier for a review; and of the review itself.

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
    /// The Network has no more questions on a dossier. What the State wrote stays its own.
    Accepted,
    /// A review that is not open yet.
    Planned,
    /// States send in their dossiers.
    OpenForInput,
    Concluded,
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
    Accept,
    /// A review takes inputs.
    Open,
    /// A review's inputs are read.
    BeginReview,
    Conclude,
    /// A concluded review is taken up again.
    Reopen,
}

impl Step {
    /// Whether it is the State's to take; else it is the Network's.
    pub fn is_the_states(self) -> bool {
        matches!(self, Self::Submit | Self::Recall | Self::Revise)
    }
}

impl Stage {
    /// Where something begins; nothing for what goes through no stages.
    pub fn first(kind: EntryKind) -> Option<Self> {
        match kind {
            EntryKind::Practice | EntryKind::Pledge | EntryKind::Dossier => Some(Self::Draft),
            EntryKind::Review => Some(Self::Planned),
            _ => None,
        }
    }

    /// Where a step leads; nothing where it can't be taken from here.
    pub fn after(self, step: Step, kind: EntryKind) -> Option<Self> {
        match kind {
            EntryKind::Practice => self.of_practice_after(step),
            EntryKind::Pledge => self.filed_or_taken_back(step),
            EntryKind::Dossier => self.of_dossier_after(step),
            EntryKind::Review => self.of_review_after(step),
            _ => None,
        }
    }

    /// A pledge is only filed and taken back: what becomes of it the dashboard says.
    fn filed_or_taken_back(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Draft, Step::Submit) => Some(Self::Submitted),
            (Self::Submitted, Step::Recall) => Some(Self::Draft),
            _ => None,
        }
    }

    fn of_practice_after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::InReview, Step::Approve) => Some(Self::Approved),
            (Self::InReview, Step::Decline) => Some(Self::Declined),
            (Self::Declined, Step::Revise) => Some(Self::Draft),
            _ => self.read_and_asked_about(step),
        }
    }

    /// Nobody declines a State's word on itself: a dossier is asked about until it is accepted.
    fn of_dossier_after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::InReview, Step::Accept) => Some(Self::Accepted),
            _ => self.read_and_asked_about(step),
        }
    }

    fn read_and_asked_about(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Submitted, Step::TakeUp) | (Self::InformationRequested, Step::Submit) => {
                Some(Self::InReview)
            }
            (Self::InReview, Step::RequestInformation) => Some(Self::InformationRequested),
            _ => self.filed_or_taken_back(step),
        }
    }

    fn of_review_after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Planned, Step::Open) => Some(Self::OpenForInput),
            (Self::OpenForInput, Step::BeginReview) | (Self::Concluded, Step::Reopen) => {
                Some(Self::InReview)
            }
            (Self::InReview, Step::Conclude) => Some(Self::Concluded),
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

    const NONE: &str = "............";

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
            Some(Stage::Accepted) => 'K',
            Some(Stage::Planned) => 'P',
            Some(Stage::OpenForInput) => 'O',
            Some(Stage::Concluded) => 'C',
        };
        // Submit, recall, take up, request, approve, decline, revise; accept; open, begin, conclude,
        // reopen.
        for (stage, of_practice, of_pledge, of_dossier, of_review) in [
            (Stage::Draft, "S...........", "S...........", "S...........", NONE),
            (Stage::Submitted, ".DR.........", ".D..........", ".DR.........", NONE),
            (Stage::InReview, "...IAX......", NONE, "...I...K....", "..........C."),
            (Stage::InformationRequested, "R...........", NONE, "R...........", NONE),
            (Stage::Approved, NONE, NONE, NONE, NONE),
            (Stage::Declined, "......D.....", NONE, NONE, NONE),
            (Stage::Accepted, NONE, NONE, NONE, NONE),
            (Stage::Planned, NONE, NONE, NONE, "........O..."),
            (Stage::OpenForInput, NONE, NONE, NONE, ".........R.."),
            (Stage::Concluded, NONE, NONE, NONE, "...........R"),
        ] {
            for (kind, expected) in [
                (EntryKind::Practice, of_practice),
                (EntryKind::Pledge, of_pledge),
                (EntryKind::Dossier, of_dossier),
                (EntryKind::Review, of_review),
                (EntryKind::Commitment, NONE),
            ] {
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
