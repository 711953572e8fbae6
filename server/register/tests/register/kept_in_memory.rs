//! What is kept in memory answers as the records themselves would, and never what was.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use domain::{
    account::Actor,
    agreement::{EventKind, Finding},
    checkpoints::talk_day,
    coverage::By,
    criteria,
    fields::SectionCode,
    groups,
    search::{Facet, PAGE_SIZE, Query, with_finding},
    states,
    status::status_on,
};
use register::{Clock, Register, comparing::Listed, reading::Record};
use strum::VariantArray;

use crate::common::{NOW, fresh_postgres, official, on_both, values};

const ALL: Listed = Listed { only: None, skipped: 0, most: usize::MAX };

/// Every published record.
async fn every_record(register: &Register) -> Vec<Record> {
    let mut records = Vec::new();
    for page in 0.. {
        let query = Query { page, ..Query::default() };
        let rows = register.list(&Actor::Reader, &query).await.expect("a list").rows;
        for row in &rows {
            records.push(register.agreement(&Actor::Reader, row.id).await.expect("a record"));
        }
        if (rows.len() as u64) < PAGE_SIZE {
            break;
        }
    }
    records
}

/// The findings of a record on a day, of items or of criteria.
fn findings(record: &Record, facet: Facet, day: NaiveDate) -> Vec<(String, Finding)> {
    let at = |code: &str| record.agreement.provisions.finding_at(code, day);
    if facet == Facet::Provision {
        let items = criteria::items().iter();
        return items.filter_map(|item| Some((item.code.clone(), at(&item.code)?))).collect();
    }
    let of = |number: u8| {
        let items = criteria::items().iter().filter(move |item| item.criterion == number);
        criteria::criterion_finding(items.filter_map(|item| at(&item.code)))
    };
    criteria::criteria()
        .iter()
        .filter_map(|criterion| Some((criterion.number.to_string(), of(criterion.number)?)))
        .collect()
}

/// What a record has in a facet on a day, read from the record itself.
fn values_of(record: &Record, facet: Facet, day: NaiveDate) -> BTreeSet<String> {
    let agreement = &record.agreement;
    let parties = || agreement.parties.parties.iter();
    let of_states = || agreement.party_codes().filter_map(states::state);
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect();
    match facet {
        Facet::Status => one(Some(status_on(&record.periods, day).into())),
        Facet::Kind => one(agreement.identity.kind.map(<&str>::from)),
        Facet::Mode => one(agreement.social_security.mode.map(<&str>::from)),
        Facet::Branch => {
            let branches = agreement.social_security.branches.iter();
            let given = branches.filter(|cover| cover.gives_something());
            given.filter_map(|cover| Some(<&str>::from(cover.branch?).to_owned())).collect()
        }
        Facet::Provision | Facet::Criterion => findings(record, facet, day)
            .into_iter()
            .filter(|(_, finding)| matches!(finding, Finding::Yes | Finding::Partly))
            .map(|(what, _)| what)
            .collect(),
        Facet::Objective => agreement.objectives.gcm.iter().cloned().collect(),
        Facet::Sector => agreement.scope.sectors.iter().map(|sector| sector.code.clone()).collect(),
        Facet::Commission => of_states().flat_map(|state| state.commissions.clone()).collect(),
        Facet::Group => groups::members()
            .iter()
            .filter(|member| agreement.party_codes().any(|code| code == member.state))
            .filter(|member| member.first_day() <= day)
            .filter(|member| member.until.is_none_or(|until| day <= until.last_day()))
            .map(groups::Member::code)
            .collect(),
        Facet::Region | Facet::InRegion => of_states().map(|state| state.region.clone()).collect(),
        Facet::Role => {
            parties().filter_map(|party| Some(<&str>::from(party.role?).into())).collect()
        }
        Facet::Party => parties().map(|party| party.code.clone()).collect(),
        Facet::Answer => one(Some("one_party")),
    }
}

/// Whether a record meets a query without words, read from the record itself.
fn meets(record: &Record, query: &Query, day: NaiveDate) -> bool {
    let signed = record.agreement.life.events.iter();
    let signed = signed
        .filter(|event| event.kind == Some(EventKind::Signed))
        .filter_map(|event| event.date)
        .max()
        .map(domain::PartialDate::year);
    let in_years = query.from_year.is_none_or(|from| signed.is_some_and(|year| year >= from))
        && query.to_year.is_none_or(|to| signed.is_some_and(|year| year <= to));
    in_years
        && (!query.coded || record.agreement.is_coded())
        && Facet::VARIANTS
            .iter()
            .filter(|facet| query.values(**facet).next().is_some())
            .all(|facet| has_chosen(record, query, *facet, day))
}

/// Whether a record has what a query chose in a facet.
fn has_chosen(record: &Record, query: &Query, facet: Facet, day: NaiveDate) -> bool {
    let has = values_of(record, facet, day);
    let has_findings = matches!(facet, Facet::Provision | Facet::Criterion);
    let is_had = |value: &str| match with_finding(value) {
        (what, Some(finding)) if has_findings => findings(record, facet, day)
            .iter()
            .any(|(other, found)| other == what && <&str>::from(*found) == finding),
        _ => has.contains(value),
    };
    let all = facet.needs_all() || (facet == Facet::Party && query.between);
    if all { query.values(facet).all(is_had) } else { query.values(facet).any(is_had) }
}

/// A query by chance, of what some record has.
fn any_query(chance: &mut fastrand::Rng, records: &[Record], today: NaiveDate) -> Query {
    let mut query = Query::default();
    if chance.u8(..4) == 0 {
        query.at = Some(format!("{}-06-15", chance.i32(1975..2030)));
    }
    if chance.u8(..4) == 0 {
        query.from_year = Some(chance.i32(1950..2020));
        query.to_year = Some(chance.i32(1980..2030));
    }
    query.coded = chance.u8(..4) == 0;
    query.between = chance.u8(..4) == 0;
    let day = query.day(today);
    let record = &records[chance.usize(..records.len())];
    for _ in 0..chance.u8(..4) {
        let facet = Facet::VARIANTS[chance.usize(..Facet::VARIANTS.len())];
        if chance.bool() && matches!(facet, Facet::Provision | Facet::Criterion) {
            let found = findings(record, facet, day);
            if let Some((what, finding)) = found.get(chance.usize(..found.len().max(1))) {
                query = query.with(facet, &format!("{what}:{}", <&str>::from(*finding)));
            }
            continue;
        }
        let has: Vec<String> = values_of(record, facet, day).into_iter().collect();
        if !has.is_empty() {
            query = query.with(facet, &has[chance.usize(..has.len())]);
        }
    }
    query
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_counts_and_shares_are_what_the_records_say() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        register.generate(100, 11, |_, _| ()).await.expect("generated");
        let records = every_record(&register).await;
        assert!(records.len() > 150, "{}", records.len());
        let today = register.clock().today();
        let mut chance = fastrand::Rng::with_seed(23);
        let mut narrowed = 0;
        for _ in 0..60 {
            let query = any_query(&mut chance, &records, today);
            let day = query.day(today);
            let met: Vec<&Record> =
                records.iter().filter(|record| meets(record, &query, day)).collect();
            narrowed += usize::from(!met.is_empty() && met.len() < records.len());
            let list = register.list(&Actor::Reader, &query).await.expect("a list");
            assert_eq!(list.total, met.len() as u64, "{query:?}");
            for (facet, counts) in list.facets {
                let needs_all = facet.needs_all() || (facet == Facet::Party && query.between);
                let open = if needs_all { query.clone() } else { query.without_facet(facet) };
                let mut expected: BTreeMap<String, u64> = BTreeMap::new();
                for record in records.iter().filter(|record| meets(record, &open, day)) {
                    for value in values_of(record, facet, day) {
                        *expected.entry(value).or_default() += 1;
                    }
                }
                let counts: BTreeMap<String, u64> = counts.into_iter().collect();
                assert_eq!(counts, expected, "{facet:?} of {query:?}");
            }
            let coverage = register.coverage(&query, By::Item).await.expect("a coverage");
            let coded = met.iter().filter(|record| record.agreement.is_coded()).count();
            assert_eq!((coverage.coded, coverage.total), (coded as u64, met.len() as u64));
            for row in coverage.rows {
                let found = |finding: Finding| {
                    let has = |record: &&&Record| {
                        record.agreement.provisions.finding_at(&row.what, day) == Some(finding)
                    };
                    met.iter().filter(has).count() as u64
                };
                let counts = row.counts;
                let counted = [counts.yes, counts.partly, counts.no, counts.cannot_tell];
                let expected = [Finding::Yes, Finding::Partly, Finding::No, Finding::CannotTell];
                assert_eq!(counted, expected.map(found), "{} of {query:?}", row.what);
            }
        }
        assert!(narrowed > 20, "{narrowed}");
    })
    .await;
}

/// All that is answered from memory, to a reader and to somebody of a State.
async fn answers(register: &Register) -> Vec<String> {
    let all = Query::default();
    let words = Query { text: "seasonal".into(), ..Query::default() };
    let narrowed = all.with(Facet::Party, "KAZ").with(Facet::Status, "signed");
    let mut answers = Vec::new();
    for actor in [Actor::Reader, official("AZE")] {
        for query in [&all, &words, &narrowed] {
            let list = register.list(&actor, query).await.expect("a list");
            answers.push(format!("{list:?}"));
        }
        let portfolio = register.portfolio(&actor, &["AZE", "KAZ"]).await.expect("a portfolio");
        answers.push(format!("{portfolio:?}"));
        answers.push(format!("{:?}", register.corridors(&actor, &all).await.expect("corridors")));
    }
    for by in By::VARIANTS {
        answers.push(format!("{:?}", register.coverage(&all, *by).await.expect("a coverage")));
    }
    let compared = register.compare(&all, talk_day(), register.clock().today(), ALL).await;
    answers.push(format!("{:?}", compared.expect("a comparison")));
    answers
}

/// A draft of `state` on seasonal work.
async fn draft(register: &Register, state: &str, day: &str) -> i64 {
    let actor = official(state);
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Agreement on seasonal work"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&actor, &identity, &parties).await.expect("recorded").id;
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", day)]);
    let references = values(&[("sources.0.title", "Example Gazette")]);
    for (section, base, values) in
        [(SectionCode::Life, 1, &life), (SectionCode::References, 2, &references)]
    {
        register.save_section(&actor, id, section, base, values, None).await.expect("saved");
    }
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn no_instance_answers_what_was_before_a_change_on_another() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/two.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let clock = Clock::standing(NOW.parse().expect("an instant"));
        let open = async || Register::open(&url, clock.clone()).await.expect("the database opens");
        let one = open().await;
        one.migrate().await.expect("the schema");
        let other = open().await;
        let mut before = answers(&other).await;
        // What the other instance keeps is held against one that has kept nothing yet.
        let mut has_changed = async |what: &str| {
            let (kept, fresh) = (answers(&other).await, open().await);
            assert_eq!(kept, answers(&fresh).await, "{what}");
            assert_eq!(kept, answers(&one).await, "{what}");
            assert_ne!(kept, before, "{what}");
            before = kept;
            fresh.close().await.expect("closed");
        };
        one.seed().await.expect("the starter data");
        has_changed("imported").await;
        let (azerbaijan, kazakhstan) = (official("AZE"), official("KAZ"));
        let first = draft(&one, "AZE", "2024-04-05").await;
        has_changed("a draft").await;
        one.set_published(&azerbaijan, first, true).await.expect("published");
        has_changed("published").await;
        let second = draft(&one, "KAZ", "2024-05-04").await;
        one.set_published(&kazakhstan, second, true).await.expect("published");
        has_changed("published twice").await;
        one.merge(&kazakhstan, first, second, "Both are one.").await.expect("merged");
        has_changed("merged").await;
        one.set_published(&azerbaijan, first, false).await.expect("withdrawn");
        has_changed("withdrawn, which lets go of what was merged").await;
        one.set_discarded(&azerbaijan, first, true).await.expect("put away");
        has_changed("put away").await;
        clock.advance(TimeDelta::days(3 * 365));
        has_changed("three years later").await;
        for register in [one, other] {
            register.close().await.expect("closed");
        }
    }
}
