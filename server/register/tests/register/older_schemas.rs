//! Registers as older programs left them, brought to the newest schema: from every step that there was, with
//! rows in the tables that later steps change.

use domain::{
    account::Actor,
    confirmation::Word,
    search::{Facet, Query},
    status::Status,
};
use migrations::{Migrator, MigratorTrait, steps};
use register::Register;
use sea_orm::{ConnectionTrait, Database, Statement};

use crate::{
    common::{fresh_postgres, official, values},
    filled::{fill, found, list, open, sqlite},
};

/// The step that made the tables of records.
const RECORDS: usize = 2;
/// That of entries.
const ENTRIES: usize = 5;
/// That of what parties say.
const WORDS: usize = 7;
/// That which makes sessions forget what a browser tells of itself.
const FORGETTING: usize = 17;

/// The record as it was published first, and as a section was saved after.
const FIRST: &str = r#"{"identity":{"kind":"labour_migration_agreement","titles":[{"text":"Example agreement","language":"en"}]},"parties":{"parties":[{"code":"AZE"},{"code":"KAZ"}]}}"#;
const SECOND: &str = r#"{"identity":{"kind":"labour_migration_agreement","titles":[{"text":"Example agreement","language":"en"}]},"parties":{"parties":[{"code":"AZE"},{"code":"KAZ"}]},"life":{"events":[{"kind":"signed","date":"2017-04-05","place":"Baku"}]}}"#;
const LIFE: &str = r#"{"events":[{"kind":"signed","date":"2017-04-05","place":"Baku"}]}"#;
const ENTRY: &str = r#"{"statement":{"text":"Example statement"}}"#;

/// What a program of that step wrote, table by table as they were made. Columns that came later are not
/// named, as that program did not know them.
fn written() -> Vec<(usize, String)> {
    let at = "'2024-05-01T09:00:00Z'";
    let rows = [
        (
            1,
            "account (id, email, name, role, state, password_hash, created_at)",
            format!("7, 'official@example.org', 'Example', 'official', 'AZE', 'not a hash', {at}"),
        ),
        (
            1,
            "session (token_hash, account_id, created_at, last_seen_at, expires_at, user_agent)",
            format!("'a hash', 7, {at}, {at}, {at}, 'A browser that tells much of itself'"),
        ),
        (
            RECORDS,
            "agreement (id, version, content, recorded_by, published_at, created_at, changed_at, title, kind, \
            signed, signed_year, decade, coded)",
            format!(
                "12, 2, '{SECOND}', 'AZE', {at}, {at}, {at}, 'Example agreement', 'labour_migration_agreement', \
            '2017-04-05', 2017, '2010s', false"
            ),
        ),
        (
            RECORDS,
            "revision (agreement_id, version, content, published, at, account_id, author, act)",
            format!("12, 1, '{FIRST}', true, {at}, 7, 'Example (AZE)', 'recorded'"),
        ),
        (
            RECORDS,
            "revision (agreement_id, version, content, published, at, account_id, author, act, section)",
            format!("12, 2, '{SECOND}', true, {at}, 7, 'Example (AZE)', 'saved', 'life'"),
        ),
        (RECORDS, "origin (source, key, agreement_id)", "'example', '12', 12".into()),
        (
            ENTRIES,
            "entry (id, kind, owner, recorded_for, version, content, title, published_at, created_at, changed_at)",
            format!(
                "3, 'statement', 'AZE', false, 1, '{ENTRY}', 'Example statement', {at}, {at}, {at}"
            ),
        ),
        (
            ENTRIES,
            "entry_revision (entry_id, version, content, published, at, account_id, author, act)",
            format!("3, 1, '{ENTRY}', true, {at}, 7, 'Example (AZE)', 'recorded'"),
        ),
        (
            WORDS,
            "confirmation (id, agreement_id, section, state, word, about, at, account_id, author)",
            format!("1, 12, 'life', 'KAZ', 'confirmed', '{LIFE}', {at}, 8, 'Example (KAZ)'"),
        ),
    ];
    rows.map(|(step, into, row)| (step, format!("INSERT INTO {into} VALUES ({row})"))).into()
}

/// A database of each kind with nothing in it.
async fn empty() -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let urls = [sqlite(folder.path()), fresh_postgres().await];
    (folder, urls)
}

/// A register of this step with what a program of it wrote, brought to the newest schema.
async fn grown_from(url: &str, step: usize) -> Register {
    let connection = Database::connect(url).await.expect("the database opens");
    let steps = u32::try_from(step).expect("few");
    Migrator::up(&connection, Some(steps)).await.expect("that schema");
    for (since, statement) in written() {
        if since <= step {
            connection.execute_unprepared(&statement).await.expect("as that program wrote it");
        }
    }
    connection.close().await.expect("the connection closes");
    open(url).await
}

async fn is_whole(register: &Register) {
    assert!(register.is_ready().await.expect("it answers"));
    let verified = register.verify().await.expect("it is read");
    assert_eq!(verified.faults, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn from_every_schema_that_there_was_a_register_comes_to_the_newest_and_loses_nothing() {
    for step in 1..=steps().len() {
        let (_folder, urls) = empty().await;
        for url in urls {
            println!("from step {step} on {url}");
            let register = grown_from(&url, step).await;
            is_whole(&register).await;
            if step >= RECORDS {
                record_is_there(&register, step).await;
            }
            if step >= ENTRIES {
                let entry = register.entry(&Actor::Reader, 3).await.expect("published");
                assert_eq!((entry.version, entry.owner.as_deref()), (1, Some("AZE")));
            }
            register.close().await.expect("the database closes");
            if step < FORGETTING {
                assert_eq!(told_by_browser(&url).await, "");
            }
        }
    }
}

/// What the session keeps of what its browser told.
async fn told_by_browser(url: &str) -> String {
    let connection = Database::connect(url).await.expect("the database opens");
    let asked = "SELECT user_agent FROM session".to_owned();
    let asked = Statement::from_string(connection.get_database_backend(), asked);
    let row = connection.query_one_raw(asked).await.expect("it answers").expect("a session");
    connection.close().await.expect("the connection closes");
    row.try_get_by_index(0).expect("a text")
}

/// The record, in all that was taken out of it since, and open to be worked on.
async fn record_is_there(register: &Register, step: usize) {
    let all = register.list(&Actor::Reader, &Query::default()).await.expect("a list");
    assert_eq!(all.total, 1);
    assert_eq!(all.rows[0].status, Status::Signed);
    assert_eq!(found(register, "example").await, 1, "its words are found");
    let of_kazakhstan = Query::default().with(Facet::Party, "KAZ");
    let of_kazakhstan = register.list(&Actor::Reader, &of_kazakhstan).await.expect("a list");
    assert_eq!(of_kazakhstan.total, 1, "by its parties");
    let record = register.agreement(&Actor::Reader, 12).await.expect("published");
    let said: Vec<Word> = record.said.iter().map(|said| said.said.word).collect();
    assert_eq!(said, if step >= WORDS { vec![Word::Confirmed] } else { Vec::new() });
    let (_, revisions, _) = register.history(&Actor::Reader, 12, None).await.expect("its history");
    assert_eq!(revisions.len(), 2);

    let scope = values(&[("in_words", "Harvest")]);
    let section = domain::fields::SectionCode::Scope;
    let saved = register.save_section(&official("AZE"), 12, section, 2, &scope, None).await;
    assert_eq!(saved.expect("saved").version, 3);
    is_whole(register).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grown_register_goes_back_to_older_schemas_and_on_again_with_all_its_records() {
    let (_folder, urls) = empty().await;
    for url in urls {
        let register = open(&url).await;
        fill(&register).await;
        let before = list(&register).await;
        register.close().await.expect("the database closes");
        for back in [1, 5, steps().len() - ENTRIES] {
            let connection = Database::connect(&url).await.expect("the database opens");
            let back = u32::try_from(back).expect("few");
            Migrator::down(&connection, Some(back)).await.expect("back");
            connection.close().await.expect("the connection closes");
            let register = open(&url).await;
            assert_eq!(list(&register).await, before, "{back} steps back and on again");
            is_whole(&register).await;
            register.close().await.expect("the database closes");
        }
    }
}
