//! What a record still lacks: what publishing asks for, and what a reader would look for.

use chrono::NaiveDate;
use strum::{IntoStaticStr, VariantArray};

use crate::{
    Agreement,
    agreement::{
        Aspect, Branch, Duration, EventKind, IdentifierScheme, Measure, QuotaMethod,
        SocialSecurityMode,
    },
    fields::SectionCode,
};

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Gap {
    NoKind,
    NoLegalNature,
    NoLevel,
    NoTitle,
    FewerThanTwoParties,
    SamePartyTwice,
    NoRole,
    NoEvent,
    NoDatedEvent,
    NoTerm,
    NoScope,
    NotCoded,
    NotWhollyCoded,
    NoSocialSecurityMode,
    NoBranch,
    /// Some of the nine branches by three aspects have not been looked at.
    BranchesOpen,
    MeasuresOpen,
    NoObjective,
    NoSource,
}

impl Gap {
    /// Whether a record with this gap may not be published. The rest may stay open: what is not
    /// known stays open.
    pub fn stops_publishing(self) -> bool {
        matches!(
            self,
            Self::NoKind
                | Self::NoLegalNature
                | Self::NoLevel
                | Self::NoTitle
                | Self::FewerThanTwoParties
                | Self::SamePartyTwice
                | Self::NoEvent
                | Self::NoSource
        )
    }

    /// The section where it is mended.
    pub fn section(self) -> SectionCode {
        match self {
            Self::NoKind | Self::NoLegalNature | Self::NoLevel | Self::NoTitle => {
                SectionCode::Identity
            }
            Self::FewerThanTwoParties | Self::SamePartyTwice | Self::NoRole => SectionCode::Parties,
            Self::NoEvent | Self::NoDatedEvent | Self::NoTerm => SectionCode::Life,
            Self::NoScope => SectionCode::Scope,
            Self::NotCoded | Self::NotWhollyCoded => SectionCode::Provisions,
            Self::NoSocialSecurityMode | Self::NoBranch | Self::BranchesOpen => {
                SectionCode::SocialSecurity
            }
            Self::MeasuresOpen => SectionCode::Integration,
            Self::NoObjective => SectionCode::Objectives,
            Self::NoSource => SectionCode::References,
        }
    }
}

/// What the record lacks, in the order of its sections.
pub fn gaps(agreement: &Agreement) -> Vec<Gap> {
    let Agreement {
        identity,
        parties,
        life,
        scope,
        provisions,
        social_security,
        integration,
        objectives,
        references,
        ..
    } = agreement;
    let mut codes: Vec<&str> = agreement.party_codes().collect();
    let named = codes.len();
    codes.sort_unstable();
    codes.dedup();
    let no_branch = social_security.mode.is_some_and(|mode| {
        matches!(mode, SocialSecurityMode::DedicatedAgreement | SocialSecurityMode::OwnClause)
    }) && social_security.branches.is_empty();
    let found = social_security
        .branches
        .iter()
        .flat_map(|cover| Aspect::VARIANTS.iter().filter_map(|aspect| cover.aspect(*aspect)));
    let cells = found.count();
    let branches_open = cells > 0 && cells < Branch::VARIANTS.len() * Aspect::VARIANTS.len();
    let measures = integration.measures.len();
    let measures_open = measures > 0 && measures < Measure::VARIANTS.len();
    [
        (identity.kind.is_none(), Gap::NoKind),
        (identity.legal_nature.is_none(), Gap::NoLegalNature),
        (identity.level.is_none(), Gap::NoLevel),
        (identity.titles.is_empty(), Gap::NoTitle),
        (codes.len() < 2, Gap::FewerThanTwoParties),
        (codes.len() < named, Gap::SamePartyTwice),
        (parties.parties.iter().any(|party| party.role.is_none()), Gap::NoRole),
        (life.events.is_empty(), Gap::NoEvent),
        (
            !life.events.is_empty() && life.events.iter().all(|event| event.date.is_none()),
            Gap::NoDatedEvent,
        ),
        (life.duration.is_none() && life.expires_on.is_none(), Gap::NoTerm),
        (
            scope.sectors.is_empty() && scope.categories.is_empty() && scope.in_words.is_none(),
            Gap::NoScope,
        ),
        (!agreement.is_coded(), Gap::NotCoded),
        (
            agreement.is_coded() && provisions.findings.len() < crate::criteria::items().len(),
            Gap::NotWhollyCoded,
        ),
        (social_security.mode.is_none(), Gap::NoSocialSecurityMode),
        (no_branch, Gap::NoBranch),
        (branches_open, Gap::BranchesOpen),
        (measures_open, Gap::MeasuresOpen),
        (objectives.gcm.is_empty(), Gap::NoObjective),
        (references.sources.is_empty(), Gap::NoSource),
    ]
    .into_iter()
    .filter_map(|(lacks, gap)| lacks.then_some(gap))
    .collect()
}

/// Something in the record that can hardly be right. It is said, and never refused: real records
/// are messy, and what a source gives is kept as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Doubt {
    RatifiedBeforeSigned,
    InForceBeforeSigned,
    EndedBeforeInForce,
    /// Something is said to have happened after today.
    HappenedInFuture,
    /// An event names a party that is not one.
    EventOfNoParty,
    /// It lasts until it is terminated, and has a last day.
    OpenEndedWithLastDay,
    /// There is no quota, and a number of workers.
    NumberWithoutQuota,
    /// The text is silent on social security, and gives a branch something.
    SilentButGives,
    /// More women among the trainees than trainees.
    MoreWomenThanTrainees,
    /// Not of the form `I-33521`, which the United Nations gives.
    RegistrationNumberOdd,
    /// A source is said to have been seen after today.
    SeenInFuture,
}

impl Doubt {
    /// The section where it is looked at.
    pub fn section(self) -> SectionCode {
        match self {
            Self::RatifiedBeforeSigned
            | Self::InForceBeforeSigned
            | Self::EndedBeforeInForce
            | Self::HappenedInFuture
            | Self::EventOfNoParty
            | Self::OpenEndedWithLastDay => SectionCode::Life,
            Self::NumberWithoutQuota => SectionCode::Scope,
            Self::SilentButGives => SectionCode::SocialSecurity,
            Self::MoreWomenThanTrainees => SectionCode::Skills,
            Self::RegistrationNumberOdd | Self::SeenInFuture => SectionCode::References,
        }
    }
}

/// What can hardly be right.
pub fn doubts(agreement: &Agreement, today: NaiveDate) -> Vec<Doubt> {
    let Agreement { life, scope, social_security, skills, references, .. } = agreement;
    let first = |kind: EventKind| {
        let events = life.events.iter().filter(|event| event.kind == Some(kind));
        events.filter_map(|event| event.date).min()
    };
    // Compared so that a date known to the year is in doubt only if all of it is.
    let before = |early: EventKind, late: EventKind| match (first(early), first(late)) {
        (Some(early), Some(late)) => early.last_day() < late.first_day(),
        _ => false,
    };
    let mut names = life.events.iter().filter_map(|event| event.party.as_deref());
    let stranger = names.any(|party| agreement.party_codes().all(|code| code != party));
    let in_future = |date: crate::PartialDate| date.first_day() > today;
    let silent_but_gives = social_security.mode == Some(SocialSecurityMode::Silent)
        && social_security.branches.iter().any(crate::agreement::BranchCover::gives_something);
    let more_women = |all: Option<u32>, women: Option<u32>| women > all && all.is_some();
    let odd_number = references.identifiers.iter().any(|identifier| {
        identifier.scheme == Some(IdentifierScheme::UnTreatyRegistration)
            && !is_registration_number(&identifier.value)
    });
    [
        (
            before(EventKind::Ratified, EventKind::Signed)
                || before(EventKind::RatifiedOrInForce, EventKind::Signed),
            Doubt::RatifiedBeforeSigned,
        ),
        (before(EventKind::EnteredIntoForce, EventKind::Signed), Doubt::InForceBeforeSigned),
        (before(EventKind::Terminated, EventKind::EnteredIntoForce), Doubt::EndedBeforeInForce),
        (life.events.iter().filter_map(|event| event.date).any(in_future), Doubt::HappenedInFuture),
        (stranger, Doubt::EventOfNoParty),
        (
            life.duration == Some(Duration::UntilTerminated) && life.expires_on.is_some(),
            Doubt::OpenEndedWithLastDay,
        ),
        (
            scope.quota_method == Some(QuotaMethod::None) && scope.quota_number.is_some(),
            Doubt::NumberWithoutQuota,
        ),
        (silent_but_gives, Doubt::SilentButGives),
        (
            more_women(skills.trainees_home, skills.trainees_home_women)
                || more_women(skills.trainees_away, skills.trainees_away_women),
            Doubt::MoreWomenThanTrainees,
        ),
        (odd_number, Doubt::RegistrationNumberOdd),
        (
            references.sources.iter().filter_map(|source| source.seen_on).any(in_future),
            Doubt::SeenInFuture,
        ),
    ]
    .into_iter()
    .filter_map(|(there, doubt)| there.then_some(doubt))
    .collect()
}

/// Roman I (registered) or II (filed and recorded), a hyphen or colon, a number (cumulative index of
/// the United Nations Treaty Series); League of Nations numbers begin with `LoN`.
fn is_registration_number(text: &str) -> bool {
    let text = text.trim();
    let number = |rest: &str| {
        let rest = rest.trim_start_matches(['-', ':', ' ']);
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    ["II", "I", "LoN", "LON"].iter().any(|series| text.strip_prefix(series).is_some_and(number))
}

#[cfg(test)]
mod tests;
