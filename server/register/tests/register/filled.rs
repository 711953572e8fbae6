//! A register with something in it, for the tests that take it from one place to another.

use std::path::Path;

use crate::common::{NOW, official, values};
use domain::{
    account::{Actor, Role},
    fields::SectionCode,
    search::Query,
};
use register::{Clock, Register, accounts::NewAccount, signing_in::Opened};

pub fn clock() -> Clock {
    Clock::standing(NOW.parse().expect("an instant"))
}

pub fn sqlite(folder: &Path) -> String {
    format!("sqlite://{}/register.db?mode=rwc", folder.display())
}

pub async fn open(url: &str) -> Register {
    let register = Register::open(url, clock()).await.expect("the database opens");
    register.migrate().await.expect("the schema");
    register
}

/// The starter register with an account and its session, a record of Azerbaijan with its revisions, and
/// what Kazakhstan says of it. Gives back the record's number.
pub async fn fill(register: &Register) -> i64 {
    register.seed().await.expect("the starter register");
    let password = "a quiet morning in May".to_owned();
    let account = NewAccount {
        email: "official@example.org".into(),
        name: "Example Official".into(),
        role: Role::Official,
        state: Some("AZE".into()),
        password: password.clone(),
    };
    register.add_account(account).await.expect("an account");
    let signed_in = register.sign_in("official@example.org", password, "").await;
    let (_, actor) = signed_in.expect("an answer").and_then(Opened::session).expect("signed in");
    let id = record(register, &actor).await;
    let events = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")]);
    let sources = values(&[("sources.0.title", "Example gazette")]);
    for (section, base, values) in
        [(SectionCode::Life, 1, events), (SectionCode::References, 2, sources)]
    {
        register.save_section(&actor, id, section, base, &values, None).await.expect("saved");
    }
    register.set_published(&actor, id, true).await.expect("published");
    let kazakhstan = official("KAZ");
    register.answer(&kazakhstan, id, SectionCode::Life, 4, None, None).await.expect("confirmed");
    id
}

pub async fn record(register: &Register, actor: &Actor) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement on «seasonal» work, 'quoted'"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    register.record(actor, &identity, &parties).await.expect("recorded").id
}

/// All that the list of agreements says, to who sees all of it.
pub async fn list(register: &Register) -> Vec<String> {
    let mut query = Query::default();
    let mut rows = Vec::new();
    loop {
        let page = register.list(&official("AZE"), &query).await.expect("a list");
        rows.extend(
            page.rows.iter().map(|row| format!("{} {} {:?}", row.id, row.title, row.status)),
        );
        if rows.len() as u64 >= page.total {
            return rows;
        }
        query.page += 1;
    }
}

/// How many records the words find.
pub async fn found(register: &Register, words: &str) -> u64 {
    let query = Query { text: words.to_owned(), ..Query::default() };
    register.list(&official("AZE"), &query).await.expect("a list").total
}
