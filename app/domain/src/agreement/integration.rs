//! Integration and return, and who took part. Kept apart from the 34 provisions so that their
//! counts stay comparable with the published coding.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Finding;

/// What the agreement may provide for integration and return beyond the 34.
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
pub enum Measure {
    PreDepartureOrientation,
    PostArrivalOrientation,
    Language,
    AccessToServices,
    FamilyReunification,
    Reintegration,
    Diaspora,
}

/// Who may take part in an agreement (whole of government, whole of society).
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
pub enum Participant {
    MinistryOfLabour,
    MinistryOfForeignAffairs,
    MinistryOfInterior,
    MinistryOfEducation,
    OtherMinistry,
    SubNationalAuthority,
    Employers,
    TradeUnions,
    Academia,
    TrainingProviders,
    Recruiters,
    Diaspora,
    CivilSociety,
    InternationalOrganization,
}

/// The four phases of the agreement cycle (Guidance on bilateral labour migration agreements).
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
pub enum Phase {
    Preparation,
    Negotiation,
    Implementation,
    Monitoring,
}

/// In which role somebody takes part.
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
pub enum TakesPartAs {
    Lead,
    Signatory,
    Consulted,
    Funder,
    Trainer,
    Certifier,
    Recruiter,
    VisaFacilitator,
    IntegrationSupport,
    Evaluator,
}

/// Integration and return, and who took part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Integration {
    pub measures: Vec<IntegrationMeasure>,
    pub participants: Vec<TakesPart>,
    pub note: Option<String>,
}

/// What the text says about one measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IntegrationMeasure {
    pub measure: Option<Measure>,
    pub finding: Option<Finding>,
    pub article: Option<String>,
    pub note: Option<String>,
}

/// Somebody who took part, in which phase and role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TakesPart {
    pub participant: Option<Participant>,
    pub name: Option<String>,
    /// The party they belong to; open for an international organization.
    pub party: Option<String>,
    pub phase: Option<Phase>,
    pub role: Option<TakesPartAs>,
}
