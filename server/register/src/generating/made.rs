//! One made-up record. Shares are those of the published dataset where the field's facts have them
//! (Chilton & Woda 2022: 1,222 agreements, 570 of them coded); the rest is a plain guess.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use domain::{
    Agreement, PartialDate,
    agreement::{
        Branch, BranchCover, Duration, Event, EventKind, Finding, Identifier, IdentifierScheme,
        Identity, Kind, LaterFinding, LegalNature, Level, Life, Objectives, Parties, Party,
        PartyRole, Provisions, QuotaMethod, Recruitment, References, Scope, Sector, SocialSecurity,
        SocialSecurityMode, Source, TextAvailability, TextFinding, Title, WorkerCategory, YesNo,
    },
    classifications::sectors,
    states::{self, PartyStatus, State},
};
use strum::VariantArray;

use super::{
    AUTHOR,
    chance::{Chance, shuffled},
    text::{MADE_UP, page},
};

/// Agreements in the dataset, as weights are written.
const ALL: u32 = 1222;
/// Those of them whose text was found, and those whose text was coded.
const WITH_TEXT: u32 = 819;
const CODED: u32 = 570;
/// The last year in which anything happens.
const LAST_YEAR: i32 = 2025;

/// Agreements signed in each decade. Those of the 2020s are spread to [`LAST_YEAR`], so that something
/// lies between the checkpoints; the dataset ends in 2020.
const DECADES: [(Option<i32>, u32); 11] = [
    (Some(1920), 2),
    (Some(1940), 48),
    (Some(1950), 138),
    (Some(1960), 127),
    (Some(1970), 102),
    (Some(1980), 57),
    (Some(1990), 160),
    (Some(2000), 308),
    (Some(2010), 275),
    (Some(2020), 4),
    (None, 1),
];

/// Of 570 coded texts, how many give each item.
const GIVEN: [(&str, u32); 34] = [
    ("intl_instr", 49),
    ("info_exch", 344),
    ("info_dissem", 57),
    ("govt_agencies", 374),
    ("joint_commit", 223),
    ("recruit_cost_mig", 90),
    ("recruit_auth", 231),
    ("labor_union_orig", 5),
    ("labor_union_dest", 13),
    ("labor_union_join", 16),
    ("emp_orgs", 6),
    ("ngos", 6),
    ("migrant_info", 195),
    ("prot_equal", 205),
    ("prot_women", 7),
    ("prot_women_det", 6),
    ("prot_other", 12),
    ("contract_req", 238),
    ("contract_standard", 76),
    ("contract_terms", 124),
    ("wage_prot", 66),
    ("housing_req", 63),
    ("housing_cond", 31),
    ("housing_monitor", 33),
    ("work_monitor", 37),
    ("passport", 20),
    ("social_security", 174),
    ("disputes_emp_mig", 118),
    ("mig_human_cap", 130),
    ("credentials", 47),
    ("remittances", 110),
    ("reintegration", 41),
    ("contract_renewal", 143),
    ("perm_resid", 34),
];

/// Of 570 coded texts: until terminated, for a number of years, nothing about it, otherwise.
const DURATIONS: [(Duration, u32); 4] = [
    (Duration::UntilTerminated, 175),
    (Duration::FixedTerm, 231),
    (Duration::NotStated, 112),
    (Duration::Other, 52),
];

/// Years of a fixed term.
const TERMS: [(u32, u32); 8] =
    [(1, 59), (5, 58), (3, 43), (2, 41), (4, 26), (8, 1), (10, 1), (20, 1)];

/// A fifth of the coded texts are protocols to another; the rest is a guess.
const KINDS: [(Kind, u32); 13] = [
    (Kind::LabourMigrationAgreement, 38),
    (Kind::MemorandumOfUnderstanding, 16),
    (Kind::MemorandumOfCooperation, 3),
    (Kind::SkillsMobilityPartnership, 1),
    (Kind::SocialSecurityAgreement, 6),
    (Kind::MutualRecognitionAgreement, 1),
    (Kind::SeasonalWorkerScheme, 4),
    (Kind::HealthWorkerAgreement, 2),
    (Kind::YouthMobilityArrangement, 5),
    (Kind::MigrationCooperationAgreement, 2),
    (Kind::AdministrativeArrangement, 1),
    (Kind::Protocol, 20),
    (Kind::Other, 1),
];

/// Where the text gives social security, how; a guess.
const MODES: [(SocialSecurityMode, u32); 6] = [
    (SocialSecurityMode::OwnClause, 5),
    (SocialSecurityMode::ReferenceInForce, 3),
    (SocialSecurityMode::ReferenceToBeConcluded, 1),
    (SocialSecurityMode::EqualityClauseOnly, 4),
    (SocialSecurityMode::PrivateInsurance, 2),
    (SocialSecurityMode::WelfareFund, 1),
];

/// The States, in an order that means nothing: the first ones conclude more agreements.
static STATES: LazyLock<Vec<&'static State>> = LazyLock::new(|| {
    let states = states::all().iter().filter(|state| state.status == PartyStatus::State);
    shuffled(states.collect())
});

/// The record with this number: the same for the same seed, whatever else is made.
pub fn agreement(seed: u64, number: u64) -> Agreement {
    let mut chance = Chance::new(seed, number);
    let chance = &mut chance;
    let kind = chance.weighed(&KINDS);
    let signed = signed(chance);
    let mut agreement = Agreement {
        identity: identity(chance, number, kind),
        parties: parties(chance),
        life: life(chance, signed),
        scope: scope(chance),
        references: references(number),
        ..Agreement::default()
    };
    let has_text = agreement.identity.text_availability == Some(TextAvailability::FullText);
    if has_text && chance.is(CODED, WITH_TEXT) {
        agreement.provisions = provisions(chance);
    }
    agreement.social_security = social_security(chance, kind, &agreement.provisions);
    agreement.objectives = Objectives::proposed(&agreement);
    agreement
}

fn identity(chance: &mut Chance, number: u64, kind: Option<Kind>) -> Identity {
    let is_soft = matches!(
        kind,
        Some(Kind::MemorandumOfUnderstanding | Kind::MemorandumOfCooperation | Kind::Other)
    );
    let words = kind.map(|kind| <&str>::from(kind).replace('_', " ")).unwrap_or_default();
    Identity {
        kind,
        legal_nature: Some(if is_soft { LegalNature::NonBinding } else { LegalNature::Binding }),
        level: chance.weighed(&[(Level::State, 6), (Level::Ministry, 3), (Level::Agency, 1)]),
        titles: vec![Title {
            language: "en".to_owned(),
            text: format!("Generated: {words} no. {number}"),
            original: true,
        }],
        text_availability: chance.weighed(&[
            (TextAvailability::FullText, WITH_TEXT),
            (TextAvailability::EvidenceOnly, 248),
            (TextAvailability::None, ALL - WITH_TEXT - 248),
        ]),
        summary: Some(page(chance, number)),
        ..Identity::default()
    }
}

/// Two parties, the inviting one first as in the dataset; one record in two hundred has more.
fn parties(chance: &mut Chance) -> Parties {
    let wanted = if chance.is(1, 200) { 4 } else { 2 };
    let mut parties: Vec<Party> = Vec::new();
    while parties.len() < wanted
        && let Some(state) = chance.early(&STATES)
    {
        if parties.iter().any(|party| party.code == state.code) {
            continue;
        }
        let role = match parties.len() {
            _ if wanted > 2 => PartyRole::Both,
            0 => PartyRole::Destination,
            _ => PartyRole::Origin,
        };
        parties.push(Party { code: state.code.clone(), role: Some(role) });
    }
    Parties { parties, ..Parties::default() }
}

/// The date of signature: for most to the day.
fn signed(chance: &mut Chance) -> Option<PartialDate> {
    let decade = chance.weighed(&DECADES)??;
    let year = chance.year(decade, (decade + 9).min(LAST_YEAR));
    if !chance.is(1013, ALL) {
        return Some(PartialDate::Year(year));
    }
    day(chance, year)
}

fn day(chance: &mut Chance, year: i32) -> Option<PartialDate> {
    let (month, day) = (chance.between(1, 12), chance.between(1, 28));
    NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day)
}

fn happened(kind: EventKind, date: Option<PartialDate>) -> Event {
    Event { kind: Some(kind), date, ..Event::default() }
}

fn life(chance: &mut Chance, signed: Option<PartialDate>) -> Life {
    let mut events = vec![happened(EventKind::Signed, signed)];
    // Of 1,222, the entry into force or ratification of 423 is known.
    let in_force = signed.filter(|_| chance.is(423, ALL)).and_then(|signed| match signed {
        PartialDate::Day(day) => {
            let months = Months::new(chance.between(0, 24));
            day.checked_add_months(months).map(PartialDate::Day)
        }
        _ => Some(PartialDate::Year(signed.year() + 1)),
    });
    let in_force = in_force.filter(|date| date.year() <= LAST_YEAR);
    if in_force.is_some() {
        events.push(happened(EventKind::EnteredIntoForce, in_force));
    }
    let since = in_force.or(signed).map_or(LAST_YEAR, |date| date.year() + 1);
    for (kind, times) in
        [(EventKind::Amended, 10), (EventKind::Renewed, 5), (EventKind::Terminated, 3)]
    {
        if since < LAST_YEAR && chance.is(times, 100) {
            let year = chance.year(since.max(LAST_YEAR - 20), LAST_YEAR);
            let date = day(chance, year);
            events.push(happened(kind, date));
        }
    }
    let duration = chance.weighed(&DURATIONS);
    let is_fixed = duration == Some(Duration::FixedTerm);
    let years = chance.weighed(&TERMS).filter(|_| is_fixed);
    Life {
        events,
        duration,
        term_months: years.map(|years| years * 12),
        tacit_renewal: Some(if chance.is(234, 565) { YesNo::Yes } else { YesNo::No }),
        notice_months: chance.weighed(&[(None, 2), (Some(3), 1), (Some(6), 2)]).flatten(),
        ..Life::default()
    }
}

fn scope(chance: &mut Chance) -> Scope {
    let sector = chance.any(sectors()).map(|sector| Sector { code: sector.code.clone() });
    let has_quota = chance.is(136, 569);
    Scope {
        sectors: sector.into_iter().collect(),
        categories: chance.any(WorkerCategory::VARIANTS).copied().into_iter().collect(),
        quota_method: Some(if has_quota { QuotaMethod::Number } else { QuotaMethod::None }),
        quota_number: has_quota.then(|| chance.between(2, 200) * 50),
        recruitment: chance.any(Recruitment::VARIANTS).copied().into_iter().collect(),
        ..Scope::default()
    }
}

fn provisions(chance: &mut Chance) -> Provisions {
    let findings = GIVEN
        .iter()
        .map(|(item, times)| {
            let is_given = chance.is(*times, CODED);
            TextFinding {
                item: (*item).to_owned(),
                finding: Some(if is_given { Finding::Yes } else { Finding::No }),
                article: is_given.then(|| format!("Article {}", chance.between(1, 30))),
                coder: Some(AUTHOR.to_owned()),
                ..TextFinding::default()
            }
        })
        .collect();
    let mut later = Vec::new();
    if chance.is(1, 25)
        && let Some((item, _)) = chance.any(&GIVEN)
    {
        let year = chance.year(LAST_YEAR - 10, LAST_YEAR);
        later.push(LaterFinding {
            item: (*item).to_owned(),
            finding: Some(Finding::Yes),
            text: Some("Generated protocol".to_owned()),
            since: day(chance, year),
            coder: Some(AUTHOR.to_owned()),
            ..LaterFinding::default()
        });
    }
    Provisions { findings, later }
}

fn social_security(
    chance: &mut Chance,
    kind: Option<Kind>,
    provisions: &Provisions,
) -> SocialSecurity {
    let found = provisions.findings.iter().find(|finding| finding.item == "social_security");
    let is_given = found.map(|found| found.finding == Some(Finding::Yes));
    let mode = match is_given {
        _ if kind == Some(Kind::SocialSecurityAgreement) => {
            Some(SocialSecurityMode::DedicatedAgreement)
        }
        Some(true) => chance.weighed(&MODES),
        Some(false) => Some(SocialSecurityMode::Silent),
        None => None,
    };
    let has_branches = matches!(
        mode,
        Some(SocialSecurityMode::DedicatedAgreement | SocialSecurityMode::OwnClause)
    );
    let mut branches = Vec::new();
    for branch in Branch::VARIANTS.iter().filter(|_| has_branches) {
        if chance.is(1, 3) {
            branches.push(BranchCover {
                branch: Some(*branch),
                equality: Some(Finding::Yes),
                ..BranchCover::default()
            });
        }
    }
    SocialSecurity { mode, branches, ..SocialSecurity::default() }
}

fn references(number: u64) -> References {
    References {
        identifiers: vec![Identifier {
            scheme: Some(IdentifierScheme::Dataset),
            series: Some(AUTHOR.to_owned()),
            value: format!("generated-{number}"),
        }],
        sources: vec![Source {
            title: Some(AUTHOR.to_owned()),
            note: Some(MADE_UP.to_owned()),
            ..Source::default()
        }],
        note: Some(MADE_UP.to_owned()),
        ..References::default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::{completeness::gaps, criteria};

    use super::*;
    use crate::generating::DATASET_SIZE;

    const SEED: u64 = 7;

    fn register() -> Vec<Agreement> {
        (1..=DATASET_SIZE).map(|number| agreement(SEED, number)).collect()
    }

    /// How many of the records there are, against how many the dataset has.
    fn assert_near(found: usize, expected: usize) {
        let off = found.abs_diff(expected);
        assert!(off * 4 < expected, "{found} instead of about {expected}");
    }

    #[test]
    fn the_same_seed_makes_the_same_record_and_another_seed_another() {
        assert_eq!(agreement(SEED, 500), agreement(SEED, 500));
        assert_ne!(agreement(SEED, 500), agreement(SEED, 501));
        assert_ne!(agreement(SEED, 500), agreement(SEED + 1, 500));
    }

    #[test]
    fn every_record_says_that_it_is_made_up_and_could_be_published() {
        for record in register() {
            let title = record.title("en");
            assert!(title.starts_with("Generated: "), "{title}");
            let summary = record.identity.summary.as_deref().unwrap_or_default();
            assert!(summary.starts_with(MADE_UP) && summary.len() >= 2000, "{title}");
            assert_eq!(record.references.sources[0].title.as_deref(), Some(AUTHOR));
            let stops: Vec<_> =
                gaps(&record).into_iter().filter(|gap| gap.stops_publishing()).collect();
            assert_eq!(stops, [], "{title}");
        }
    }

    #[test]
    fn the_shares_are_those_of_the_published_dataset() {
        let register = register();
        let count =
            |is: &dyn Fn(&Agreement) -> bool| register.iter().filter(|record| is(record)).count();
        assert_near(count(&Agreement::is_coded), 570);
        assert_near(count(&|record| record.life.events.len() > 1), 560);
        let signed = |record: &Agreement| record.life.events[0].date.map(PartialDate::year);
        let in_the_2000s =
            count(&|record| signed(record).is_some_and(|year| (2000..2010).contains(&year)));
        assert_near(in_the_2000s, 308);
        for (item, times) in GIVEN.iter().filter(|(_, times)| *times > 170) {
            let found = count(&|record| {
                let original = record.provisions.findings.iter().find(|other| other.item == *item);
                original.is_some_and(|found| found.finding == Some(Finding::Yes))
            });
            assert_near(found, usize::try_from(*times).expect("a count"));
        }
    }

    #[test]
    fn every_item_of_the_criteria_has_its_share() {
        let weighed: BTreeSet<&str> = GIVEN.iter().map(|(item, _)| *item).collect();
        let known: BTreeSet<&str> = criteria::item_codes().iter().copied().collect();
        assert_eq!(weighed, known);
    }
}
