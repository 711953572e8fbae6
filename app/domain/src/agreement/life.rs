//! What happened to the agreement, and how long it lasts. The status is computed from this
//! ([`crate::status`]); nobody types it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::PartialDate;

/// Something that happens to a treaty, in the order of its usual life (Vienna Convention on the Law
/// of Treaties, arts 7 to 80; UN treaty glossary).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EventKind {
    Proposed,
    MandateGiven,
    NegotiationRound,
    TextAdopted,
    Initialled,
    Signed,
    /// Approved by a cabinet or parliament, within the State.
    Approved,
    Ratified,
    /// Completion of the internal procedures notified by note.
    Notified,
    /// A source gives one date for both and does not say which it is.
    RatifiedOrInForce,
    InstrumentsExchanged,
    ProvisionallyApplied,
    ProvisionalApplicationEnded,
    EnteredIntoForce,
    ArrangementSigned,
    Registered,
    Amended,
    Suspended,
    Resumed,
    Renewed,
    /// Notice of non-renewal, denunciation or termination.
    NoticeGiven,
    NoticeWithdrawn,
    Expired,
    Terminated,
    Superseded,
    /// A successor State took the agreement over.
    Succeeded,
    Abandoned,
}

/// How long the agreement says it lasts.
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
pub enum Duration {
    UntilTerminated,
    FixedTerm,
    NotStated,
    Other,
}

/// A fact that may be open: leaving it open is not "no".
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
pub enum YesNo {
    Yes,
    No,
}

/// Events and term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Life {
    pub events: Vec<Event>,
    pub duration: Option<Duration>,
    /// Months of a fixed term, counted from entry into force.
    pub term_months: Option<u32>,
    /// The day on which it ends if nothing happens, where the text or a record says so.
    pub expires_on: Option<PartialDate>,
    /// Whether it is renewed tacitly at the end of a term.
    pub tacit_renewal: Option<YesNo>,
    /// Months of each renewal; the term again where it is open.
    pub renewal_months: Option<u32>,
    /// Months before the end of a term by which notice must be given, or after which a notice of
    /// termination takes effect.
    pub notice_months: Option<u32>,
    /// What outlives it: acquired rights, contracts in progress.
    pub survival: Option<String>,
}

/// Something that happened on a date, for one party or for all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    pub kind: Option<EventKind>,
    /// Open where it is known to have happened and not when.
    pub date: Option<PartialDate>,
    /// The party for which it happened; all where it is open.
    pub party: Option<String>,
    /// For a renewal: the new end. For a notice, a termination or a supersession: the day on which
    /// it takes effect.
    pub effective: Option<PartialDate>,
    pub place: Option<String>,
    pub note: Option<String>,
}
