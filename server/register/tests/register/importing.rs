//! Imports: all or nothing, safe to run twice, and counted as published.

use crate::common::on_both;
use domain::{
    account::Actor,
    coverage::By,
    search::{Facet, Query},
};
use register::{Register, import::run::ImportError};

async fn total(register: &Register, query: &Query) -> u64 {
    register.list(&Actor::Reader, query).await.expect("a list").total
}

#[tokio::test(flavor = "multi_thread")]
async fn the_starter_register_is_loaded_once() {
    on_both(async |register| {
        let first = register.seed().await.expect("loaded");
        let second = register.seed().await.expect("loaded again");
        assert_eq!((first.new, first.known), (65, 0));
        assert_eq!((second.new, second.known), (0, 65));
        assert_eq!(total(&register, &Query::default()).await, 65);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_found_without_their_diacritics_and_in_any_of_six_languages() {
    on_both(async |register| {
        register.seed().await.expect("loaded");
        let found = async |text: &str| {
            total(&register, &Query { text: text.into(), ..Query::default() }).await
        };
        let turkiye = found("Türkiye").await;
        assert!(turkiye > 15, "{turkiye}");
        for text in ["turkiye", "TÜRKİYE", "турция", "تركيا", "土耳其"] {
            assert_eq!(found(text).await, turkiye, "{text}");
        }
        for text in ["\"*(", "AND OR NOT", "a' OR '1'='1", ":*", "🙂"] {
            found(text).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_count_beside_a_filter_value_is_how_many_it_leaves() {
    on_both(async |register| {
        register.seed().await.expect("loaded");
        let start = Query::default().with(Facet::Commission, "ESCAP");
        let list = register.list(&Actor::Reader, &start).await.expect("a list");
        for (facet, counts) in &list.facets {
            for (value, count) in counts.iter().take(4) {
                let narrowed = if facet.needs_all() {
                    start.with(*facet, value)
                } else {
                    start.without_facet(*facet).with(*facet, value)
                };
                assert_eq!(total(&register, &narrowed).await, *count, "{facet:?} {value}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_not_the_dataset_are_refused_and_nothing_is_brought_in() {
    on_both(async |register| {
        for (formation, coding) in [("", ""), ("a,b\n1,2\n", "a,b\n1,2\n")] {
            let done =
                register.import_dataset(formation.as_bytes(), coding.as_bytes(), |_, _| ()).await;
            assert!(matches!(done, Err(ImportError::File(_))), "{formation}");
        }
        assert_eq!(total(&register, &Query::default()).await, 0);
    })
    .await;
}

/// The dataset is not part of the project. Where it lies beside the checkout, or where
/// `CORRIDOR_DATASET_DIR` says, its published counts are checked; elsewhere the test says so.
#[tokio::test(flavor = "multi_thread")]
async fn the_published_dataset_comes_out_with_the_published_counts() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let folder = std::env::var("CORRIDOR_DATASET_DIR").unwrap_or_else(|_| beside.to_owned());
    let read = |name: &str| std::fs::read(format!("{folder}/{name}"));
    let (Ok(formation), Ok(coding)) = (read("bla_formation.csv"), read("bla_coding.csv")) else {
        println!("The dataset is not in {folder}: its counts were NOT checked.");
        return;
    };
    on_both(async |register| {
        register.seed().await.expect("the starter register beside it");
        let (imported, _) =
            register.import_dataset(&formation, &coding, |_, _| ()).await.expect("imported");
        assert_eq!(imported.new, 1222);
        let (again, _) =
            register.import_dataset(&formation, &coding, |_, _| ()).await.expect("imported again");
        assert_eq!((again.new, again.known), (0, 1222));
        assert_eq!(total(&register, &Query::default()).await, 1222 + 65);

        let coverage = register.coverage(&Query::default(), By::Item).await.expect("counts");
        assert_eq!(coverage.coded, 570);
        for (item, yes) in [
            ("intl_instr", 49),
            ("info_exch", 344),
            ("joint_commit", 223),
            ("social_security", 174),
            ("credentials", 47),
            ("passport", 20),
            ("perm_resid", 34),
        ] {
            let row = coverage.rows.iter().find(|row| row.what == item).expect("a row");
            assert_eq!((row.counts.yes, row.counts.coded), (yes, 570), "{item}");
        }
        let criteria = register.coverage(&Query::default(), By::Criterion).await.expect("counts");
        for (criterion, yes) in [("6", 245), ("7", 38), ("13", 95), ("20", 193)] {
            let row = criteria.rows.iter().find(|row| row.what == criterion).expect("a row");
            assert_eq!(row.counts.yes, yes, "criterion {criterion}");
        }
        // Each number leads to as many records.
        for (facet, rows) in
            [(Facet::Provision, &coverage.rows), (Facet::Criterion, &criteria.rows)]
        {
            for row in rows {
                for (finding, count) in [("yes", row.counts.yes), ("no", row.counts.no)] {
                    let found = format!("{}:{finding}", row.what);
                    let query = Query { coded: true, ..Query::default().with(facet, &found) };
                    assert_eq!(total(&register, &query).await, count, "{found}");
                }
            }
        }
        // By decade the groups add up to the whole.
        let decades = register.coverage(&Query::default(), By::Decade).await.expect("counts");
        let joint: u64 = decades
            .rows
            .iter()
            .filter(|row| row.what == "joint_commit")
            .map(|row| row.counts.yes)
            .sum();
        assert_eq!(joint, 223);
    })
    .await;
}
