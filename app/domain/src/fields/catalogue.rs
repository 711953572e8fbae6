//! The catalogue itself. The names are those of the types in [`crate::agreement`]; a test reads and
//! writes something in every field through it.

use super::{
    Field,
    Input::{Address, Choice, Choices, Currency, Date, Kept, Line, Number, Text, Tick, Year},
    Part, SectionCode, Table, Vocabulary as V,
};

pub(super) const fn field(name: &'static str, input: super::Input) -> Part {
    Part::Field(open(name, input))
}

/// A field outside tables that may not be left open.
pub(super) const fn needed_field(name: &'static str, input: super::Input) -> Part {
    Part::Field(needed(name, input))
}

pub(super) const fn open(name: &'static str, input: super::Input) -> Field {
    Field { name, input, needed: false }
}

pub(super) const fn needed(name: &'static str, input: super::Input) -> Field {
    Field { name, input, needed: true }
}

pub(super) const fn rows(name: &'static str, fields: &'static [Field]) -> Part {
    Part::Rows(Table { name, fields })
}

const fn grid(name: &'static str, key: &'static str, codes: V, fields: &'static [Field]) -> Part {
    Part::Grid { table: Table { name, fields }, key, codes }
}

const TITLE: super::Input = Line(1000);
const ARTICLE: super::Input = Line(60);
pub(super) const NAME: super::Input = Line(300);
pub(super) const NOTE: super::Input = Text(4000);
const MONTHS: super::Input = Number(1200);

pub(super) fn parts(section: SectionCode) -> &'static [Part] {
    match section {
        SectionCode::Identity => IDENTITY,
        SectionCode::Parties => PARTIES,
        SectionCode::Life => LIFE,
        SectionCode::Scope => SCOPE,
        SectionCode::Provisions => PROVISIONS,
        SectionCode::SocialSecurity => SOCIAL_SECURITY,
        SectionCode::Skills => SKILLS,
        SectionCode::Integration => INTEGRATION,
        SectionCode::Objectives => OBJECTIVES,
        SectionCode::References => REFERENCES,
    }
}

const IDENTITY: &[Part] = &[
    field("kind", Choice(V::Kind)),
    field("legal_nature", Choice(V::LegalNature)),
    field("level", Choice(V::Level)),
    rows(
        "titles",
        &[needed("text", TITLE), needed("language", Choice(V::Language)), open("original", Tick)],
    ),
    rows("authentic_languages", &[needed("language", Choice(V::Language))]),
    field("text_availability", Choice(V::TextAvailability)),
    field("made_public", Choice(V::YesNo)),
    field("summary", NOTE),
];

const PARTIES: &[Part] = &[
    rows("parties", &[needed("code", Choice(V::State)), open("role", Choice(V::PartyRole))]),
    rows(
        "authorities",
        &[
            needed("party", Choice(V::Party)),
            needed("function", Choice(V::AuthorityFunction)),
            needed("name", NAME),
        ],
    ),
];

const LIFE: &[Part] = &[
    rows(
        "events",
        &[
            needed("kind", Choice(V::Event)),
            open("date", Date),
            open("party", Choice(V::Party)),
            open("effective", Date),
            open("place", Line(200)),
            open("note", Line(1000)),
        ],
    ),
    field("duration", Choice(V::Duration)),
    field("term_months", MONTHS),
    field("expires_on", Date),
    field("tacit_renewal", Choice(V::YesNo)),
    field("renewal_months", MONTHS),
    field("notice_months", MONTHS),
    field("survival", NOTE),
];

const SCOPE: &[Part] = &[
    rows("sectors", &[needed("code", Choice(V::Sector))]),
    rows("occupations", &[needed("code", Choice(V::Occupation))]),
    field("in_words", Text(1000)),
    field("categories", Choices(V::WorkerCategory)),
    field("quota_method", Choice(V::QuotaMethod)),
    field("quota_number", Number(100_000_000)),
    field("quota_text", Text(1000)),
    field("recruitment", Choices(V::Recruitment)),
];

const PROVISIONS: &[Part] = &[
    grid(
        "findings",
        "item",
        V::Item,
        &[
            open("finding", Choice(V::Finding)),
            open("article", ARTICLE),
            open("note", Line(1000)),
            open("coder", Kept),
            open("coded_on", Kept),
        ],
    ),
    rows(
        "later",
        &[
            needed("item", Choice(V::Item)),
            needed("finding", Choice(V::Finding)),
            open("text", NAME),
            needed("since", Date),
            open("article", ARTICLE),
            open("coder", Kept),
            open("coded_on", Kept),
        ],
    ),
];

const SOCIAL_SECURITY: &[Part] = &[
    field("mode", Choice(V::SocialSecurityMode)),
    field("article", ARTICLE),
    grid(
        "branches",
        "branch",
        V::Branch,
        &[
            open("equality", Choice(V::Finding)),
            open("totalization", Choice(V::Finding)),
            open("export", Choice(V::Finding)),
            open("article", ARTICLE),
            open("note", Line(1000)),
        ],
    ),
    grid(
        "principles",
        "principle",
        V::Principle,
        &[open("finding", Choice(V::Finding)), open("article", ARTICLE)],
    ),
    field("material_scope", Text(1000)),
    field("personal_scope", Text(1000)),
    field("exclusions", Text(1000)),
    field("health_cover", Choice(V::HealthCover)),
    field("health_cover_of_family", Choice(V::YesNo)),
    field("medical_examination_payer", Choice(V::Payer)),
    field("employment_injury", Choice(V::EmploymentInjury)),
    field("posted_months", MONTHS),
    field("posted_extension_months", MONTHS),
    field("posted_consent", Choice(V::YesNo)),
    field("posted_self_employed_months", MONTHS),
    field("certificate", NAME),
    field("totalization_minimum_months", MONTHS),
    field("third_state_periods", Choice(V::YesNo)),
    field("overlapping_periods", Text(1000)),
    field("calculation", Choice(V::BenefitCalculation)),
    field("export_to_third_states", Choice(V::YesNo)),
    field("export_conditions", Text(1000)),
    field("contribution_refund", Choice(V::YesNo)),
    field("contribution_refund_conditions", Text(1000)),
    field("double_contribution_relief", Choice(V::YesNo)),
    field("data_protection", Choice(V::YesNo)),
    field("administrative_arrangement", Text(1000)),
    field("arrangement_signed", Date),
    field("arrangement_in_force", Date),
    field("multilateral_instruments", Text(1000)),
    rows(
        "institutions",
        &[
            needed("party", Choice(V::Party)),
            needed("function", Choice(V::InstitutionFunction)),
            needed("name", NAME),
        ],
    ),
    field("note", NOTE),
];

const SKILLS: &[Part] = &[
    field("model", Choice(V::SkillsModel)),
    field("track", Choice(V::Track)),
    field("trainees_home", Number(10_000_000)),
    field("trainees_home_women", Number(10_000_000)),
    field("trainees_away", Number(10_000_000)),
    field("trainees_away_women", Number(10_000_000)),
    field("recognition", Choices(V::Recognition)),
    field("isced_level", Number(8)),
    field("qualification", Text(1000)),
    field("training", NOTE),
    rows(
        "costs",
        &[
            needed("group", Choice(V::CostGroup)),
            needed("payer", Choice(V::Payer)),
            open("amount", Number(1_000_000_000_000)),
            open("currency", Currency),
            open("year", Year),
        ],
    ),
    field("note", NOTE),
];

const INTEGRATION: &[Part] = &[
    grid(
        "measures",
        "measure",
        V::Measure,
        &[open("finding", Choice(V::Finding)), open("article", ARTICLE), open("note", Line(1000))],
    ),
    rows(
        "participants",
        &[
            needed("participant", Choice(V::Participant)),
            open("name", NAME),
            open("party", Choice(V::Party)),
            open("phase", Choice(V::Phase)),
            open("role", Choice(V::TakesPartAs)),
        ],
    ),
    field("note", NOTE),
];

const OBJECTIVES: &[Part] = &[
    field("gcm", Choices(V::Objective)),
    field("principles", Choices(V::GuidingPrinciple)),
    field("sdgs", Choices(V::Sdg)),
];

const REFERENCES: &[Part] = &[
    rows(
        "sources",
        &[
            open("title", NAME),
            open("address", Address),
            open("seen_on", Date),
            open("note", Line(1000)),
        ],
    ),
    rows(
        "identifiers",
        &[
            needed("scheme", Choice(V::IdentifierScheme)),
            open("series", NAME),
            needed("value", Line(100)),
        ],
    ),
    rows(
        "links",
        &[
            needed("relation", Choice(V::Relation)),
            needed("agreement", Number(4_000_000_000)),
            open("note", Line(1000)),
        ],
    ),
    field("note", NOTE),
];
