//! Who concluded it, in which role and through whom.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A State's role in the movement of workers that the agreement is about.
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
pub enum PartyRole {
    Origin,
    Destination,
    Both,
}

/// What an authority does for its State under the agreement.
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
pub enum AuthorityFunction {
    Signing,
    Competent,
    FocalPoint,
    Liaison,
}

/// The parties and their authorities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parties {
    pub parties: Vec<Party>,
    pub authorities: Vec<Authority>,
}

/// A State (or historic State, or other party as it is) in the agreement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Party {
    /// A code of [`crate::states`].
    pub code: String,
    /// Open where it is not known.
    pub role: Option<PartyRole>,
}

/// An authority of one of the parties.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Authority {
    /// The party it belongs to.
    pub party: String,
    pub function: Option<AuthorityFunction>,
    pub name: String,
}
