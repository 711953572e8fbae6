//! What the instrument is and what it is called.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::YesNo;

/// What kind of instrument it is. They are distinct types in a register (Guidance on bilateral
/// labour migration agreements, 2022; DESIGN "The words").
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
pub enum Kind {
    LabourMigrationAgreement,
    MemorandumOfUnderstanding,
    MemorandumOfCooperation,
    SkillsMobilityPartnership,
    SocialSecurityAgreement,
    MutualRecognitionAgreement,
    SeasonalWorkerScheme,
    HealthWorkerAgreement,
    YouthMobilityArrangement,
    MigrationCooperationAgreement,
    AdministrativeArrangement,
    Protocol,
    Other,
}

/// Whether the parties meant to be bound. The title does not decide it (UN treaty glossary).
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
pub enum LegalNature {
    Binding,
    NonBinding,
    Undetermined,
}

/// Who concluded it.
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
pub enum Level {
    State,
    Ministry,
    Agency,
    SubNational,
    Operator,
}

/// Whether anybody who records or codes the agreement has its text. A third of the known agreements
/// have none (field's facts, section 2.7).
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
pub enum TextAvailability {
    FullText,
    /// Only evidence that the agreement exists.
    EvidenceOnly,
    None,
}

/// The instrument's identity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    pub kind: Option<Kind>,
    pub legal_nature: Option<LegalNature>,
    pub level: Option<Level>,
    pub titles: Vec<Title>,
    /// The languages of the authentic texts.
    pub authentic_languages: Vec<AuthenticLanguage>,
    pub text_availability: Option<TextAvailability>,
    /// Whether the parties made it public (ILO operational guideline on fair recruitment 13.1).
    pub made_public: Option<YesNo>,
    /// What it is about, in a few sentences.
    pub summary: Option<String>,
}

/// A title in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Title {
    /// BCP 47 primary tag.
    pub language: String,
    pub text: String,
    /// The title of an authentic text, not a translation of it.
    pub original: bool,
}

/// A language in which the text is authentic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuthenticLanguage {
    /// BCP 47 primary tag.
    pub language: String,
}
