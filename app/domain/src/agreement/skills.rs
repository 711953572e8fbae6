//! The skills block: what makes an agreement a skills mobility partnership (IOM guidance
//! PUB2023/002/EL; CGD global skill partnerships).

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Where training happens and who moves.
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
pub enum SkillsModel {
    TrainAtOrigin,
    TrainAtDestinationAndReturn,
    DualTrack,
    DualTraining,
    RecognitionOnly,
    Circular,
    TalentPartnership,
    ReturnAndUpskill,
}

/// For the labour market of origin, of destination, or both.
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
pub enum Track {
    Home,
    Away,
    Both,
}

/// By what the skills are recognized.
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
pub enum Recognition {
    MutualRecognition,
    QualificationsFramework,
    PriorLearning,
    Licensing,
    JointCurriculum,
    AssessmentCentre,
}

/// What is paid for.
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
pub enum CostGroup {
    Training,
    Staffing,
    Migration,
    Living,
    ReturnAndReintegration,
}

/// Who pays.
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
pub enum Payer {
    StateOfOrigin,
    StateOfDestination,
    Employer,
    DevelopmentAid,
    InternationalOrganization,
    PrivateCapital,
    Worker,
}

/// The skills block.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Skills {
    pub model: Option<SkillsModel>,
    pub track: Option<Track>,
    /// Trainees who stay, persons.
    pub trainees_home: Option<u32>,
    /// Women among them.
    pub trainees_home_women: Option<u32>,
    /// Trainees who move, persons.
    pub trainees_away: Option<u32>,
    /// Women among them.
    pub trainees_away_women: Option<u32>,
    pub recognition: Vec<Recognition>,
    /// ISCED 2011 level, 0 to 8.
    pub isced_level: Option<u32>,
    /// The qualification and its level in a national or regional framework, in words.
    pub qualification: Option<String>,
    pub training: Option<String>,
    pub costs: Vec<Cost>,
    pub note: Option<String>,
}

/// Who pays for what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cost {
    pub group: Option<CostGroup>,
    pub payer: Option<Payer>,
    /// Whole units of the currency.
    pub amount: Option<u64>,
    /// ISO 4217.
    pub currency: Option<String>,
    pub year: Option<u32>,
}
