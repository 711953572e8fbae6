//! Where it is registered, what it is linked to, where it is documented.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::PartialDate;

/// Series in which an agreement has a number.
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
pub enum IdentifierScheme {
    /// Registration under Article 102 of the Charter, such as `I-33521` (or `II-` filed and recorded).
    UnTreatyRegistration,
    /// Volume and page of the United Nations Treaty Series.
    UntsVolume,
    NationalSeries,
    /// A number in a published dataset.
    Dataset,
    Other,
}

/// How one agreement stands to another. Links show on both records.
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
pub enum Relation {
    Amends,
    Replaces,
    Implements,
    RefersTo,
    /// This is the social security agreement that covers the other's workers.
    SocialSecurityAgreementOf,
}

/// Identifiers, links and sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct References {
    pub identifiers: Vec<Identifier>,
    pub links: Vec<Link>,
    pub sources: Vec<Source>,
    pub note: Option<String>,
}

/// A number in a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identifier {
    pub scheme: Option<IdentifierScheme>,
    /// The series' name, where it is national or other.
    pub series: Option<String>,
    pub value: String,
}

/// A link to another record of the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    pub relation: Option<Relation>,
    /// The other record's number.
    pub agreement: Option<u32>,
    pub note: Option<String>,
}

/// Where a fact of the record is documented.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    pub title: Option<String>,
    /// An http or https address.
    pub address: Option<String>,
    pub seen_on: Option<PartialDate>,
    pub note: Option<String>,
}
