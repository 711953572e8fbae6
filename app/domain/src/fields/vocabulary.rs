//! The controlled lists: stable codes here, a label for each in every language in the locale files
//! or, for reference data, in its own table.

use strum::{IntoStaticStr, VariantArray};

use crate::{
    account::Role,
    agreement as a, classifications, compact, confirmation, criteria,
    criteria::Pillar,
    follow_up::{
        agreement_report, commitment, dossier, meeting, pledge, practice, progress, review, stage,
    },
    groups, indicators,
    reference::Named,
    sharing, states,
    status::Status,
};

/// A controlled list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Vocabulary {
    Attendance,
    AuthorityFunction,
    BenefitCalculation,
    Branch,
    Chapter,
    /// The regional commissions of the United Nations.
    Commission,
    CostGroup,
    Criterion,
    Declaration,
    DeliverableKind,
    Duration,
    EmploymentInjury,
    Event,
    EvidenceLevel,
    Finding,
    GeographicScope,
    GuidingPrinciple,
    HealthCover,
    IdentifierScheme,
    Indicator,
    InstitutionFunction,
    Item,
    Kind,
    Language,
    LegalNature,
    Level,
    Measure,
    MeetingFormat,
    Membership,
    Objective,
    Occupation,
    Opinion,
    Participant,
    ParticipantStanding,
    /// One of the record's own parties.
    Party,
    PartyRole,
    Payer,
    Phase,
    Pillar,
    PledgeForm,
    PledgeKind,
    Principle,
    PracticeStage,
    ProgressStatus,
    QuotaMethod,
    Recognition,
    RecordAnswer,
    Recruitment,
    Relation,
    ReviewKind,
    ReviewerKind,
    Role,
    RoundTable,
    Sdg,
    Sector,
    Sex,
    Sharing,
    SkillsModel,
    SocialSecurityMode,
    /// Any State, historic State or other party.
    State,
    Status,
    TakesPartAs,
    TextAvailability,
    /// Zones of the IANA database, such as `Asia/Baku`.
    TimeZone,
    Track,
    WorkerCategory,
    YesNo,
}

impl Vocabulary {
    /// The list's own code, with which the keys of its labels begin.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The codes, in the order in which they are offered.
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Self::Attendance => codes_of::<meeting::Attendance>(),
            Self::Declaration => codes_of::<practice::Declaration>(),
            Self::GeographicScope => codes_of::<practice::GeographicScope>(),
            Self::Opinion => codes_of::<practice::Opinion>(),
            Self::PledgeForm => codes_of::<pledge::PledgeForm>(),
            Self::PledgeKind => codes_of::<pledge::PledgeKind>(),
            Self::PracticeStage => codes_of::<stage::Stage>(),
            Self::ReviewKind => codes_of::<review::ReviewKind>(),
            Self::RoundTable => review::ROUND_TABLES.to_vec(),
            Self::ReviewerKind => codes_of::<practice::ReviewerKind>(),
            Self::AuthorityFunction => codes_of::<a::AuthorityFunction>(),
            Self::BenefitCalculation => codes_of::<a::BenefitCalculation>(),
            Self::Branch => codes_of::<a::Branch>(),
            Self::Chapter => codes_of::<dossier::Chapter>(),
            Self::Commission => {
                compact::commissions().iter().map(|term| term.code.as_str()).collect()
            }
            Self::CostGroup => codes_of::<a::CostGroup>(),
            Self::Criterion => CRITERION_CODES.to_vec(),
            Self::DeliverableKind => codes_of::<commitment::DeliverableKind>(),
            Self::Duration => codes_of::<a::Duration>(),
            Self::EmploymentInjury => codes_of::<a::EmploymentInjuryCover>(),
            Self::Event => codes_of::<a::EventKind>(),
            Self::EvidenceLevel => codes_of::<progress::EvidenceLevel>(),
            Self::Finding => codes_of::<a::Finding>(),
            Self::GuidingPrinciple => {
                compact::principles().iter().map(|term| term.code.as_str()).collect()
            }
            Self::HealthCover => codes_of::<a::HealthCover>(),
            Self::IdentifierScheme => codes_of::<a::IdentifierScheme>(),
            Self::Indicator => {
                indicators::all().iter().map(|indicator| indicator.code.as_str()).collect()
            }
            Self::InstitutionFunction => codes_of::<a::InstitutionFunction>(),
            Self::Item => criteria::item_codes().to_vec(),
            Self::Kind => codes_of::<a::Kind>(),
            Self::Language => {
                classifications::languages().iter().map(|term| term.code.as_str()).collect()
            }
            Self::LegalNature => codes_of::<a::LegalNature>(),
            Self::Level => codes_of::<a::Level>(),
            Self::Measure => codes_of::<a::Measure>(),
            Self::MeetingFormat => codes_of::<meeting::MeetingFormat>(),
            Self::Membership => codes_of::<groups::Membership>(),
            Self::Objective => OBJECTIVE_CODES.to_vec(),
            Self::Occupation => {
                classifications::occupations().iter().map(|term| term.code.as_str()).collect()
            }
            Self::Participant => codes_of::<a::Participant>(),
            Self::ParticipantStanding => codes_of::<meeting::ParticipantStanding>(),
            Self::Party | Self::State => {
                states::all().iter().map(|state| state.code.as_str()).collect()
            }
            Self::PartyRole => codes_of::<a::PartyRole>(),
            Self::Payer => codes_of::<a::Payer>(),
            Self::Phase => codes_of::<a::Phase>(),
            Self::Pillar => codes_of::<Pillar>(),
            Self::Principle => codes_of::<a::Principle>(),
            Self::ProgressStatus => codes_of::<progress::ProgressStatus>(),
            Self::QuotaMethod => codes_of::<a::QuotaMethod>(),
            Self::Recognition => codes_of::<a::Recognition>(),
            Self::RecordAnswer => codes_of::<confirmation::RecordAnswer>(),
            Self::Recruitment => codes_of::<a::Recruitment>(),
            Self::Relation => codes_of::<a::Relation>(),
            Self::Role => codes_of::<Role>(),
            Self::Sdg => compact::sdgs().iter().map(|term| term.code.as_str()).collect(),
            Self::Sector => {
                classifications::sectors().iter().map(|term| term.code.as_str()).collect()
            }
            Self::Sex => codes_of::<agreement_report::Sex>(),
            Self::Sharing => codes_of::<sharing::Sharing>(),
            Self::SkillsModel => codes_of::<a::SkillsModel>(),
            Self::SocialSecurityMode => codes_of::<a::SocialSecurityMode>(),
            Self::Status => codes_of::<Status>(),
            Self::TakesPartAs => codes_of::<a::TakesPartAs>(),
            Self::TextAvailability => codes_of::<a::TextAvailability>(),
            Self::TimeZone => chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect(),
            Self::Track => codes_of::<a::Track>(),
            Self::WorkerCategory => codes_of::<a::WorkerCategory>(),
            Self::YesNo => codes_of::<a::YesNo>(),
        }
    }

    /// Whether `code` is one of the list. A fictitious State is one of the States and not offered among
    /// them: a register without the example shows none.
    pub fn holds(self, code: &str) -> bool {
        match self {
            Self::Party | Self::State => states::state(code).is_some(),
            _ => self.codes().contains(&code),
        }
    }

    /// The name of a code of a reference table in `language`; nothing for the lists whose labels
    /// are in the locale files.
    pub fn reference_name<'a>(self, code: &'a str, language: &str) -> Option<&'a str> {
        match self {
            Self::TimeZone => Some(code),
            Self::Party | Self::State => states::state(code).map(|state| state.name(language)),
            Self::Criterion => criteria::criteria()
                .iter()
                .find(|criterion| code.parse() == Ok(criterion.number))
                .map(|criterion| criterion.name(language)),
            Self::Item => criteria::item(code).map(|item| item.name(language)),
            Self::Indicator => indicators::indicator(code).map(|found| found.name(language)),
            Self::Language => named(classifications::languages(), code, language),
            Self::Occupation => named(classifications::occupations(), code, language),
            Self::Commission => named(compact::commissions(), code, language),
            Self::GuidingPrinciple => named(compact::principles(), code, language),
            Self::Sdg => named(compact::sdgs(), code, language),
            Self::Sector => classifications::sectors()
                .iter()
                .find(|sector| sector.code == code)
                .map(|sector| sector.name(language)),
            Self::Objective => compact::objectives()
                .iter()
                .find(|objective| code.parse() == Ok(objective.number))
                .map(|objective| objective.name(language)),
            _ => None,
        }
    }
}

/// The codes of an enum, in the order of its variants.
pub fn codes_of<Code: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
    Code::VARIANTS.iter().map(|code| (*code).into()).collect()
}

fn named(terms: &'static [compact::Term], code: &str, language: &str) -> Option<&'static str> {
    terms.iter().find(|term| term.code == code).map(|term| term.name(language))
}

/// The objectives' numbers as texts, as they stand in a record.
const OBJECTIVE_CODES: [&str; 23] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20", "21", "22", "23",
];

/// The criteria's numbers as texts, as they stand in addresses.
const CRITERION_CODES: [&str; 20] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20",
];
