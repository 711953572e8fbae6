//! What the agreement gives in social security: section 3.6 of the field's facts, after the
//! nine branches of C102 and C118 and the five principles of coordination.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Finding, Payer, YesNo};
use crate::PartialDate;

/// How the agreement deals with social security (ILO ESS Working Paper 57, table of nine agreements).
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
pub enum SocialSecurityMode {
    /// It is itself a social security agreement.
    DedicatedAgreement,
    OwnClause,
    ReferenceInForce,
    ReferenceToBeConcluded,
    EqualityClauseOnly,
    PrivateInsurance,
    WelfareFund,
    ExplicitExclusion,
    Silent,
}

/// The nine branches, in the order of C118 art. 2(1).
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
pub enum Branch {
    MedicalCare,
    Sickness,
    Maternity,
    Invalidity,
    OldAge,
    Survivors,
    EmploymentInjury,
    Unemployment,
    Family,
}

/// The three aspects in which a branch may be covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Aspect {
    Equality,
    Totalization,
    Export,
}

/// The five principles of coordination (C118, C157, R167).
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
pub enum Principle {
    EqualityOfTreatment,
    ApplicableLegislation,
    Totalization,
    Export,
    AdministrativeAssistance,
}

/// What health care the workers get.
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
pub enum HealthCover {
    PublicOnPar,
    EmergencyOnly,
    PrivateByEmployer,
    PrivateByWorker,
    None,
}

/// What covers injury at work.
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
pub enum EmploymentInjuryCover {
    StatutoryOnPar,
    EmployerLiability,
    Insurance,
    None,
}

/// How a pension is worked out from periods in both States (Council of Europe model provisions;
/// WP 57): each State pays its share of the whole, or from its own periods alone.
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
pub enum BenefitCalculation {
    ProRata,
    Direct,
    /// Whichever gives more, or different ways for different benefits.
    Both,
}

/// What an institution does under the agreement.
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
pub enum InstitutionFunction {
    CompetentAuthority,
    CompetentInstitution,
    LiaisonBody,
}

/// The social security provisions of the agreement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SocialSecurity {
    pub mode: Option<SocialSecurityMode>,
    pub article: Option<String>,
    pub branches: Vec<BranchCover>,
    pub principles: Vec<PrincipleFinding>,
    /// Which schemes, in words: statutory, contributory, provident fund.
    pub material_scope: Option<String>,
    /// Whom it covers, in words: nationals, families, refugees, self-employed, posted workers.
    pub personal_scope: Option<String>,
    pub exclusions: Option<String>,
    pub health_cover: Option<HealthCover>,
    /// Whether health care covers the family too.
    pub health_cover_of_family: Option<YesNo>,
    /// Who bears the cost of the medical examination before departure.
    pub medical_examination_payer: Option<Payer>,
    pub employment_injury: Option<EmploymentInjuryCover>,
    /// Longest initial posting under the legislation of origin, in months.
    pub posted_months: Option<u32>,
    /// Longest extension of a posting, in months.
    pub posted_extension_months: Option<u32>,
    pub posted_consent: Option<YesNo>,
    /// Longest period for which a self-employed person stays under the legislation of origin, in months.
    pub posted_self_employed_months: Option<u32>,
    /// The certificate's name, such as a certificate of coverage.
    pub certificate: Option<String>,
    /// Shortest own period that opens totalization, in months.
    pub totalization_minimum_months: Option<u32>,
    pub third_state_periods: Option<YesNo>,
    /// What happens where periods in both States overlap, in words.
    pub overlapping_periods: Option<String>,
    pub calculation: Option<BenefitCalculation>,
    pub export_to_third_states: Option<YesNo>,
    /// Who bears the cost of the transfer, what reduces the benefit, in words.
    pub export_conditions: Option<String>,
    pub contribution_refund: Option<YesNo>,
    pub contribution_refund_conditions: Option<String>,
    pub double_contribution_relief: Option<YesNo>,
    pub data_protection: Option<YesNo>,
    pub administrative_arrangement: Option<String>,
    pub arrangement_signed: Option<PartialDate>,
    pub arrangement_in_force: Option<PartialDate>,
    /// Multilateral instruments that apply between the parties, in words.
    pub multilateral_instruments: Option<String>,
    pub institutions: Vec<Institution>,
    pub note: Option<String>,
}

/// One branch by equality, totalization and export.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BranchCover {
    pub branch: Option<Branch>,
    pub equality: Option<Finding>,
    pub totalization: Option<Finding>,
    pub export: Option<Finding>,
    pub article: Option<String>,
    pub note: Option<String>,
}

/// What the text says about one of the five principles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrincipleFinding {
    pub principle: Option<Principle>,
    pub finding: Option<Finding>,
    pub article: Option<String>,
}

/// An institution of one party.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Institution {
    pub party: String,
    pub function: Option<InstitutionFunction>,
    pub name: String,
}

impl BranchCover {
    /// The finding for one aspect.
    pub fn aspect(&self, aspect: Aspect) -> Option<Finding> {
        match aspect {
            Aspect::Equality => self.equality,
            Aspect::Totalization => self.totalization,
            Aspect::Export => self.export,
        }
    }

    /// Whether the text gives this branch anything in any aspect.
    pub fn gives_something(&self) -> bool {
        [self.equality, self.totalization, self.export]
            .into_iter()
            .any(|finding| matches!(finding, Some(Finding::Yes | Finding::Partly)))
    }
}

impl SocialSecurity {
    /// The cover of one branch, where anything was recorded about it.
    pub fn branch(&self, branch: Branch) -> Option<&BranchCover> {
        self.branches.iter().find(|cover| cover.branch == Some(branch))
    }
}
