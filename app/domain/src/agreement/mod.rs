//! The record of one instrument, whole: what a revision holds and what every page is made from.
//!
//! The record is made of [sections](crate::fields::SectionCode), each of which is saved on its own.
//! Nothing here is required: a draft may be half empty. What publishing asks for is in
//! [`crate::completeness`].

mod findings;
mod identity;
mod integration;
mod life;
mod objectives;
mod parties;
mod references;
mod scope;
mod skills;
mod social_security;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fields::SectionCode;

pub use findings::{Finding, LaterFinding, Provisions, TextFinding};
pub use identity::{
    AuthenticLanguage, Identity, Kind, LegalNature, Level, TextAvailability, Title,
};
pub use integration::{
    Integration, IntegrationMeasure, Measure, Participant, Phase, TakesPart, TakesPartAs,
};
pub use life::{Duration, Event, EventKind, Life, YesNo};
pub use objectives::Objectives;
pub use parties::{Authority, AuthorityFunction, Parties, Party, PartyRole};
pub use references::{Identifier, IdentifierScheme, Link, References, Relation, Source};
pub use scope::{Occupation, QuotaMethod, Recruitment, Scope, Sector, WorkerCategory};
pub use skills::{Cost, CostGroup, Payer, Recognition, Skills, SkillsModel, Track};
pub use social_security::{
    Aspect, BenefitCalculation, Branch, BranchCover, EmploymentInjuryCover, HealthCover,
    Institution, InstitutionFunction, Principle, PrincipleFinding, SocialSecurity,
    SocialSecurityMode,
};

/// One instrument, whole. Bilateral is the rule; a plurilateral one has more parties and still
/// one record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreement {
    pub identity: Identity,
    pub parties: Parties,
    pub life: Life,
    pub scope: Scope,
    pub provisions: Provisions,
    pub social_security: SocialSecurity,
    pub skills: Skills,
    pub integration: Integration,
    pub objectives: Objectives,
    pub references: References,
}

impl Agreement {
    /// The title to show to a reader of `language`: in that language, else the original, else in
    /// English, else any. Empty when there is none yet.
    pub fn title(&self, language: &str) -> &str {
        let titles = &self.identity.titles;
        titles
            .iter()
            .find(|title| title.language == language)
            .or_else(|| titles.iter().find(|title| title.original))
            .or_else(|| titles.iter().find(|title| title.language == "en"))
            .or_else(|| titles.first())
            .map_or("", |title| title.text.as_str())
    }

    /// The codes of the parties, in the order recorded.
    pub fn party_codes(&self) -> impl Iterator<Item = &str> {
        self.parties.parties.iter().map(|party| party.code.as_str())
    }

    /// Whether anybody has coded any provision of its text. An agreement that is not coded is in no
    /// denominator.
    pub fn is_coded(&self) -> bool {
        !self.provisions.findings.is_empty()
    }
}

impl Agreement {
    /// Whether anything is recorded in a section.
    pub fn has(&self, section: SectionCode) -> bool {
        match section {
            SectionCode::Identity => self.identity != Identity::default(),
            SectionCode::Parties => self.parties != Parties::default(),
            SectionCode::Life => self.life != Life::default(),
            SectionCode::Scope => self.scope != Scope::default(),
            SectionCode::Provisions => self.provisions != Provisions::default(),
            SectionCode::SocialSecurity => self.social_security != SocialSecurity::default(),
            SectionCode::Skills => self.skills != Skills::default(),
            SectionCode::Integration => self.integration != Integration::default(),
            SectionCode::Objectives => self.objectives != Objectives::default(),
            SectionCode::References => self.references != References::default(),
        }
    }

    /// One section as the JSON it has in the record.
    ///
    /// # Panics
    /// Never: the record's types are all maps, lists, texts and numbers.
    pub fn section(&self, section: SectionCode) -> Value {
        let value = match section {
            SectionCode::Identity => serde_json::to_value(&self.identity),
            SectionCode::Parties => serde_json::to_value(&self.parties),
            SectionCode::Life => serde_json::to_value(&self.life),
            SectionCode::Scope => serde_json::to_value(&self.scope),
            SectionCode::Provisions => serde_json::to_value(&self.provisions),
            SectionCode::SocialSecurity => serde_json::to_value(&self.social_security),
            SectionCode::Skills => serde_json::to_value(&self.skills),
            SectionCode::Integration => serde_json::to_value(&self.integration),
            SectionCode::Objectives => serde_json::to_value(&self.objectives),
            SectionCode::References => serde_json::to_value(&self.references),
        };
        value.expect("a section is plain data")
    }

    /// Puts a section in.
    ///
    /// # Errors
    /// When the JSON is not that section.
    pub fn set_section(
        &mut self,
        section: SectionCode,
        value: Value,
    ) -> Result<(), serde_json::Error> {
        match section {
            SectionCode::Identity => self.identity = serde_json::from_value(value)?,
            SectionCode::Parties => self.parties = serde_json::from_value(value)?,
            SectionCode::Life => self.life = serde_json::from_value(value)?,
            SectionCode::Scope => self.scope = serde_json::from_value(value)?,
            SectionCode::Provisions => self.provisions = serde_json::from_value(value)?,
            SectionCode::SocialSecurity => self.social_security = serde_json::from_value(value)?,
            SectionCode::Skills => self.skills = serde_json::from_value(value)?,
            SectionCode::Integration => self.integration = serde_json::from_value(value)?,
            SectionCode::Objectives => self.objectives = serde_json::from_value(value)?,
            SectionCode::References => self.references = serde_json::from_value(value)?,
        }
        Ok(())
    }
}
