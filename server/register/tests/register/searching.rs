//! Whatever somebody types into the search box, or writes into its address, is looked for: it is never an
//! error, on either database.

use std::fmt::Write as _;

use domain::{
    account::{Actor, Role},
    coverage::By,
    search::{Facet, Query},
};
use form_urlencoded::Serializer;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{RngSeed, TestRunner},
};
use register::Register;
use strum::VariantArray;

use crate::common::{account, official, on_both, values};

/// What means something to one of the databases, or to what stands between.
const NASTY: [&str; 40] = [
    "\"",
    "'",
    "''",
    "\"\"",
    "*",
    "a*",
    "^a",
    "-a",
    "+a",
    "a:b",
    "words:a",
    "rowid:1",
    "NEAR(a b)",
    "NEAR(",
    "a AND",
    "OR",
    "NOT a",
    "a NOT",
    "(",
    ")",
    "{a b}:",
    "a & b",
    "a | b",
    "!a",
    "a <-> b",
    "a:*",
    "':*",
    "\\",
    "\\'",
    "%",
    "_",
    "?",
    "$1",
    ";--",
    "'; DROP TABLE agreement; --",
    "\0",
    "a\0b",
    "\u{feff}",
    "\u{202e}a",
    "\u{1f600}",
];

/// Signs that become many letters when they are folded, or none; letters that databases know in newer
/// editions of Unicode alone.
const STRANGE: [char; 12] = [
    '\u{fdfa}',
    '\u{3316}',
    '\u{337f}',
    '\u{0301}',
    '\u{1e9e}',
    '\u{0130}',
    '\u{10ffff}',
    '\u{e000}',
    '\u{1e900}',
    '\u{16a70}',
    '\u{2fa1d}',
    '\u{d7ff}',
];

fn texts() -> Vec<String> {
    let mut texts: Vec<String> = NASTY.iter().map(|text| (*text).to_owned()).collect();
    for one in NASTY {
        texts.push(format!("seasonal {one} work"));
        texts.push(one.repeat(200));
    }
    texts.extend(STRANGE.iter().map(|char| char.to_string().repeat(200)));
    texts.push("a ".repeat(100));
    texts.push("word".repeat(50));
    let any = prop_oneof![any::<String>(), "\\PC{0,200}", "[\"'*^:()&|!<>\\\\ a-z-]{0,40}"];
    let mut runner = TestRunner::new(ProptestConfig {
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    });
    for _ in 0..300 {
        texts.push(any.new_tree(&mut runner).expect("a text").current());
    }
    texts
}

/// Addresses with the text in the place of everything that may be asked.
fn addresses(text: &str) -> Vec<String> {
    let with = |pairs: &[(&str, &str)]| Serializer::new(String::new()).extend_pairs(pairs).finish();
    let mut whole = String::new();
    for facet in Facet::VARIANTS {
        let _ = write!(whole, "{}&", with(&[(facet.code(), text)]));
    }
    let rest = ["at", "from_year", "to_year", "sort", "page", "between"].map(|name| (name, text));
    whole.push_str(&with(&rest));
    vec![with(&[("q", text)]), whole]
}

async fn record(register: &Register) {
    let identity = values(&[
        ("kind", "seasonal_worker_scheme"),
        ("titles.0.text", "Agreement on seasonal work in agriculture"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    register.record(&official("AZE"), &identity, &parties).await.expect("recorded");
}

#[tokio::test]
async fn whatever_is_typed_into_the_search_box_is_looked_for_and_is_no_error() {
    on_both(async |register| {
        record(&register).await;
        let actors = [Actor::Reader, official("AZE"), account(Role::Coordinator, None)];
        for (number, text) in texts().iter().enumerate() {
            let actor = &actors[number % actors.len()];
            for address in addresses(text) {
                let query = Query::from_address(&address);
                let list = register.list(actor, &query).await;
                assert!(list.is_ok(), "{text:?} at {address}: {:?}", list.err());
                if number % 10 == 0 {
                    let counted = register.coverage(&query, By::Item).await;
                    assert!(counted.is_ok(), "{text:?} at {address}: {:?}", counted.err());
                }
            }
        }
        let found = register
            .list(&official("AZE"), &Query::from_address("q=%22seasonal%22+%26+agricul*"))
            .await;
        assert_eq!(found.expect("a list").total, 1, "and what is there is found among it");
    })
    .await;
}

#[tokio::test]
async fn a_word_that_no_database_would_hold_is_written_and_found_by_its_beginning() {
    on_both(async |register| {
        let long = "\u{3316}".repeat(200);
        let identity = values(&[
            ("kind", "seasonal_worker_scheme"),
            ("titles.0.text", long.as_str()),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        register.record(&official("AZE"), &identity, &parties).await.expect("recorded");
        let address =
            Serializer::new(String::new()).append_pair("q", &"\u{3316}".repeat(200)).finish();
        let found = register.list(&official("AZE"), &Query::from_address(&address)).await;
        assert_eq!(found.expect("a list").total, 1);
    })
    .await;
}
