//! Records that mean one agreement: proposed, merged with both provenances kept, taken apart again.

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Actor, Role},
    coverage::By,
    duplicates::Reason,
    fields::SectionCode,
    follow_up::{EntryKind, Target},
    policy::Verb,
    search::{Facet, Query},
};
use register::{
    Error, Register,
    following::{Place, Wanted},
    proposing::Verdict,
};

const WHY: &str = "Both name the agreement of 5 April 2017.";

/// A published record of `state` of the one agreement, signed on that day.
async fn recorded(register: &Register, state: &str, signed: &str) -> i64 {
    let actor = official(state);
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Agreement on seasonal work in agriculture"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&actor, &identity, &parties).await.expect("recorded").id;
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", signed)]);
    let source = format!("Gazette of {state}");
    let references = values(&[("sources.0.title", source.as_str())]);
    for (section, base, values) in
        [(SectionCode::Life, 1, &life), (SectionCode::References, 2, &references)]
    {
        register.save_section(&actor, id, section, base, values, None).await.expect("saved");
    }
    register.set_published(&actor, id, true).await.expect("published");
    id
}

/// The records of both States, of which Kazakhstan's has day and month swapped.
async fn both(register: &Register) -> (i64, i64) {
    let of_azerbaijan = recorded(register, "AZE", "2017-04-05").await;
    (of_azerbaijan, recorded(register, "KAZ", "2017-05-04").await)
}

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

async fn total(register: &Register, text: &str) -> u64 {
    let query = Query { text: text.into(), ..Query::default() };
    register.list(&Actor::Reader, &query).await.expect("a list").total
}

async fn proposed(register: &Register, actor: &Actor) -> Vec<(i64, i64)> {
    let found = register.duplicates(actor, 0).await.expect("a list");
    found.pairs.iter().map(|pair| (pair.first.id, pair.second.id)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_both_states_are_proposed_to_who_may_say_what_they_are() {
    on_both(async |register| {
        let (azerbaijan, kazakhstan) = both(&register).await;
        recorded(&register, "AZE", "2019-04-05").await;
        for actor in [official("AZE"), official("KAZ"), coordinator()] {
            assert_eq!(proposed(&register, &actor).await, [(azerbaijan, kazakhstan)], "{actor:?}");
        }
        assert!(proposed(&register, &official("TUR")).await.is_empty());
        for stranger in [Actor::Reader, account(Role::Reviewer, None)] {
            let list = register.duplicates(&stranger, 0).await;
            assert!(matches!(list, Err(Error::NotAllowed)), "{stranger:?}");
        }

        let actor = official("KAZ");
        let record = register.agreement(&actor, azerbaijan).await.expect("seen");
        let found = register.likely_duplicates(&actor, &record).await.expect("found");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, kazakhstan);
        let reasons = [Reason::DayAndMonthSwapped, Reason::TitleAlike, Reason::SameKind];
        assert_eq!(found[0].likeness.reasons, reasons);
        for stranger in [Actor::Reader, official("TUR"), coordinator()] {
            let found = register.likely_duplicates(&stranger, &record).await.expect("asked");
            assert!(found.is_empty(), "{stranger:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_record_leaves_the_lists_and_counts_and_comes_back_as_it_was() {
    // The test is long, and so is what it keeps: it stands on the heap.
    Box::pin(on_both(async |register| {
        let (kept, merged) = both(&register).await;
        let (of_kept, of_merged) = (official("AZE"), official("KAZ"));
        let before = register.agreement(&Actor::Reader, merged).await.expect("seen");
        assert_eq!(total(&register, "seasonal").await, 2);
        register.merge(&of_merged, kept, merged, WHY).await.expect("merged");

        assert_eq!(total(&register, "seasonal").await, 1);
        let party = Query::default().with(Facet::Party, "KAZ");
        let coverage = register.coverage(&party, By::Item).await.expect("counts");
        assert_eq!(coverage.total, 1);
        let corridors = register.corridors(&Actor::Reader, &Query::default()).await.expect("pairs");
        assert_eq!(corridors, [("AZE".to_owned(), "KAZ".to_owned(), 1)]);
        assert!(proposed(&register, &coordinator()).await.is_empty());
        assert_eq!(register.kept_for(merged).await.expect("asked"), Some(kept));
        assert_eq!(register.kept_for(kept).await.expect("asked"), None);

        // Both provenances stand at the one that was kept, whose own content is as it was.
        let record = register.agreement(&Actor::Reader, kept).await.expect("seen");
        assert_eq!(record.agreement.references.sources[0].title.as_deref(), Some("Gazette of AZE"));
        let others = register.merged_into(&Actor::Reader, &record).await.expect("asked");
        assert_eq!(others.len(), 1);
        let other = &others[0];
        assert_eq!((other.id, other.recorded_by.as_deref()), (merged, Some("KAZ")));
        assert_eq!(other.agreement, before.agreement);
        assert_eq!(other.merge.reason, WHY);
        assert!(!other.may_undo);
        for id in [kept, merged] {
            let record = register.agreement(&Actor::Reader, id).await.expect("seen");
            let told = register.merges_of(&record).await.expect("asked");
            assert_eq!((told.len(), told[0].kept, told[0].merged), (1, kept, merged));
            assert!(told[0].undone.is_none());
        }

        // It waits for nobody's word, and nobody changes it while it is merged.
        let (waiting, _) = register.inbox(&of_kept, 0).await.expect("an inbox");
        assert!(waiting.iter().all(|waiting| waiting.row.id != merged));
        let frozen = register.agreement(&of_merged, merged).await.expect("seen");
        assert!(!frozen.may(Verb::Edit));
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let saved = register
            .save_section(&of_merged, merged, SectionCode::Parties, frozen.version, &parties, None)
            .await;
        assert!(matches!(saved, Err(Error::NotAllowed)));

        let parted = register.unmerge(&of_kept, kept, merged).await;
        assert!(matches!(parted, Err(Error::NotAllowed)), "it is Kazakhstan's to undo");
        register.unmerge(&of_merged, kept, merged).await.expect("undone");
        let after = register.agreement(&Actor::Reader, merged).await.expect("seen");
        assert_eq!((after.version, after.agreement), (before.version, before.agreement));
        assert_eq!(total(&register, "seasonal").await, 2);
        let record = register.agreement(&Actor::Reader, kept).await.expect("seen");
        assert!(register.merged_into(&Actor::Reader, &record).await.expect("asked").is_empty());
        let told = register.merges_of(&record).await.expect("asked");
        assert!(told[0].undone.is_some(), "the history keeps both deeds");
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_about_the_merged_record_is_found_from_the_one_that_was_kept() {
    on_both(async |register| {
        let (kept, merged) = both(&register).await;
        let kazakhstan = official("KAZ");
        let place = Place { owner: Some("KAZ".into()), ..Place::default() };
        let number = merged.to_string();
        let text = values(&[("text", "Example: brief workers."), ("agreements", number.as_str())]);
        let entry = register
            .begin_entry(&kazakhstan, EntryKind::Commitment, place, &text)
            .await
            .expect("begun");
        register.set_entry_published(&kazakhstan, entry.id, true).await.expect("published");
        let about = async |id: i64| {
            let target = Some(Target::Agreement(u32::try_from(id).expect("a number")));
            let wanted = Wanted { target, ..Wanted::default() };
            register.count_entries(&Actor::Reader, &wanted).await.expect("a count")
        };
        assert_eq!((about(kept).await, about(merged).await), (0, 1));
        register.merge(&kazakhstan, kept, merged, WHY).await.expect("merged");
        assert_eq!((about(kept).await, about(merged).await), (1, 1));
        // The entry still names the record that it was written about.
        let titles = register.titles(&Actor::Reader, &[merged]).await.expect("titles");
        assert_eq!(titles.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_merges_away_what_another_state_recorded_and_a_reason_is_asked_for() {
    on_both(async |register| {
        let (azerbaijan, kazakhstan) = both(&register).await;
        for actor in [
            official("AZE"),
            official("TUR"),
            coordinator(),
            account(Role::Reviewer, None),
            Actor::Reader,
        ] {
            let done = register.merge(&actor, azerbaijan, kazakhstan, WHY).await;
            assert!(matches!(done, Err(Error::NotAllowed)), "{actor:?}");
            if actor != official("AZE") {
                let said = register.set_told_apart(&actor, azerbaijan, kazakhstan, true).await;
                assert!(matches!(said, Err(Error::NotAllowed)), "{actor:?}");
            }
        }
        let own = official("KAZ");
        let without = register.merge(&own, azerbaijan, kazakhstan, "  ").await;
        assert!(matches!(without, Err(Error::Invalid(_))));
        let itself = register.merge(&own, kazakhstan, kazakhstan, WHY).await;
        assert!(matches!(itself, Err(Error::NotFound)));
        assert_eq!(total(&register, "seasonal").await, 2);

        // What stands for another record is not merged itself.
        register.merge(&own, azerbaijan, kazakhstan, WHY).await.expect("merged");
        let third = recorded(&register, "KAZ", "2017-04-05").await;
        let chained = register.merge(&official("AZE"), third, azerbaijan, WHY).await;
        assert!(matches!(chained, Err(Error::NotAllowed)));
        register.merge(&own, azerbaijan, third, WHY).await.expect("a second one");
        assert_eq!(total(&register, "seasonal").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_is_said_to_be_two_is_no_longer_proposed_until_that_is_taken_back() {
    on_both(async |register| {
        let (one, other) = both(&register).await;
        let actor = official("AZE");
        register.set_told_apart(&actor, other, one, true).await.expect("said");
        register.set_told_apart(&actor, one, other, true).await.expect("said twice");
        assert!(proposed(&register, &actor).await.is_empty());
        assert!(proposed(&register, &coordinator()).await.is_empty());
        let pair = register.compare_records(&actor, other, one).await.expect("seen");
        assert!(matches!(pair.verdict, Verdict::Two { .. }));
        register.set_told_apart(&actor, one, other, false).await.expect("taken back");
        assert_eq!(proposed(&register, &actor).await, [(one, other)]);
        let pair = register.compare_records(&actor, other, one).await.expect("seen");
        assert!(matches!(pair.verdict, Verdict::Open));
        assert_eq!(pair.may_keep, [other], "a State merges its own record");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_taken_back_does_not_take_the_other_one_with_it() {
    on_both(async |register| {
        let (kept, merged) = both(&register).await;
        register.merge(&official("KAZ"), kept, merged, WHY).await.expect("merged");
        register.set_published(&official("AZE"), kept, false).await.expect("taken back");
        assert_eq!(register.kept_for(merged).await.expect("asked"), None);
        assert_eq!(total(&register, "seasonal").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_merges_what_came_from_public_sources_and_nobody_took_over() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let query = Query { between: true, ..Query::default() }
            .with(Facet::Party, "PAK")
            .with(Facet::Party, "SAU");
        let list = register.list(&Actor::Reader, &query).await.expect("a list");
        let ids: Vec<i64> = list.rows.iter().map(|row| row.id).collect();
        let [one, other, ..] = ids.as_slice() else { panic!("two records: {ids:?}") };
        register.merge(&coordinator(), *one, *other, WHY).await.expect("merged");
        let record = register.agreement(&Actor::Reader, *one).await.expect("seen");
        let merged = register.merged_into(&coordinator(), &record).await.expect("asked");
        assert!(merged[0].may_undo);
        register.unmerge(&official("PAK"), *one, *other).await.expect("a party undoes it");
    })
    .await;
}

/// The dataset is not part of the project: see the test of its counts.
#[tokio::test(flavor = "multi_thread")]
async fn the_published_dataset_and_the_starter_register_share_few_agreements() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("CORRIDOR_DATASET_DIR").unwrap_or_else(|_| beside.to_owned());
    let read = |name: &str| std::fs::read(format!("{folder}/{name}"));
    let (Ok(formation), Ok(coding)) = (read("bla_formation.csv"), read("bla_coding.csv")) else {
        println!("The dataset is not in {folder}: its duplicates were NOT looked for.");
        return;
    };
    on_both(async |register| {
        register.seed().await.expect("the starter register");
        register.import_dataset(&formation, &coding, |_, _| ()).await.expect("imported");
        let found = register.duplicates(&coordinator(), 0).await.expect("a list");
        assert!(found.pairs.len() < 20, "{} pairs are no help to anybody", found.pairs.len());
        // The dataset dates 5 April 2017 as 5/4/2017, which it reads as 4 May.
        let swapped = found.pairs.iter().find(|pair| {
            let parties: Vec<&str> =
                pair.first.parties.iter().map(|(code, _)| code.as_str()).collect();
            parties == ["RUS", "UZB"]
        });
        let swapped = swapped.expect("the agreement of Russia and Uzbekistan");
        assert!(swapped.likeness.reasons.contains(&Reason::DayAndMonthSwapped));
    })
    .await;
}
