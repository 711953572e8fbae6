//! Whom it covers: sectors, occupations, categories, how many, recruited how.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Categories of workers met in agreements.
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
pub enum WorkerCategory {
    General,
    Seasonal,
    Temporary,
    Health,
    Domestic,
    Trainee,
    Posted,
    YouthMobility,
    Frontier,
    SelfEmployed,
    HighlySkilled,
}

/// How the number of workers is set.
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
pub enum QuotaMethod {
    /// A number in the text.
    Number,
    /// A number for each year or period in the text.
    Schedule,
    /// Set from time to time: by the joint committee, by exchange of notes, by law.
    SetLater,
    None,
}

/// Who recruits.
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
pub enum Recruitment {
    GovernmentToGovernment,
    PublicEmploymentService,
    LicensedAgency,
    DirectHire,
    GovernmentToPrivate,
    Unspecified,
}

/// The scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    pub sectors: Vec<Sector>,
    pub occupations: Vec<Occupation>,
    pub categories: Vec<WorkerCategory>,
    pub quota_method: Option<QuotaMethod>,
    /// Persons, where the method is a number.
    pub quota_number: Option<u32>,
    /// The schedule or the method in words, as the text has it.
    pub quota_text: Option<String>,
    pub recruitment: Vec<Recruitment>,
    /// The sectors and occupations in words, where no code was chosen.
    pub in_words: Option<String>,
}

/// A sector of ISIC. The letters shift between revisions, so the revision is part of the code:
/// `4:F` is construction in Rev. 4.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sector {
    pub code: String,
}

/// An occupation group of ISCO-08. Codes are texts: "01" is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Occupation {
    pub code: String,
}
