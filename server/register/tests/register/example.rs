//! The example: loaded once, whole, fictitious to the last word, and never beside real work.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{official, on_both, values};
use domain::{
    account::{Actor, Role},
    confirmation::RecordAnswer,
    follow_up::{EntryKind, dossier::Drafted, stage::Stage},
    search::{Facet, Query},
    states,
};
use register::{
    AccountProblem, Error, Register,
    accounts::NewAccount,
    dossiers::Material,
    example::{Access, ExampleError, Seeded},
    following::{Entry, Wanted},
    signing_in::Opened,
};
use serde_json::Value;
use strum::VariantArray;

fn drafted(material: &Material) -> Drafted {
    Drafted {
        language: "en".into(),
        on: material.review.today,
        frozen: material.frozen,
        chapters: BTreeMap::from([("figures".to_owned(), "Example.".to_owned())]),
    }
}

async fn loaded(register: &Register) -> Access {
    match register.seed_example(drafted).await.expect("loaded") {
        Seeded::New(access) => access,
        Seeded::Known => panic!("it was there before"),
    }
}

fn actors(access: &Access) -> Vec<Actor> {
    access.accounts.iter().cloned().map(Actor::Account).collect()
}

async fn total(register: &Register, query: &Query) -> u64 {
    register.list(&Actor::Reader, query).await.expect("a list").total
}

/// Every entry that somebody of the example sees, once.
async fn entries(register: &Register, actors: &[Actor]) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for actor in actors {
        for entry in register.entries_of(actor, &Wanted::default()).await.expect("entries") {
            if all.iter().all(|known| known.id != entry.id) {
                all.push(entry);
            }
        }
    }
    all
}

fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => {
            for item in items {
                texts(item, found);
            }
        }
        Value::Object(fields) => {
            for value in fields.values() {
                texts(value, found);
            }
        }
        _ => {}
    }
}

async fn add(register: &Register, state: &str) -> Result<i64, Error> {
    let account = NewAccount {
        email: "somebody@example.org".into(),
        name: "Somebody".into(),
        role: Role::Official,
        state: Some(state.into()),
        password: "a quiet morning in May".into(),
    };
    register.add_account(account).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_is_loaded_once_and_its_accounts_sign_in_with_the_password_told() {
    on_both(async |register| {
        assert!(!register.holds_example().await.expect("asked"));
        let access = loaded(&register).await;
        assert!(register.holds_example().await.expect("asked"));
        let people = actors(&access);
        let before =
            (total(&register, &Query::default()).await, entries(&register, &people).await.len());
        assert_eq!(before.0, 11, "a twelfth is a draft");

        let again = register.seed_example(drafted).await.expect("looked at");
        assert!(matches!(again, Seeded::Known));
        let after =
            (total(&register, &Query::default()).await, entries(&register, &people).await.len());
        assert_eq!(after, before);

        let email = "focal-point@sampleland.example";
        let signed_in = register.sign_in(email, access.password.clone(), "test").await;
        let (_, focal_point) =
            signed_in.expect("asked").and_then(Opened::session).expect("signed in");
        let (waiting, _) = register.inbox(&focal_point, 0).await.expect("the inbox");
        assert!(!waiting.is_empty(), "something waits for its word");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_tried_every_stage_and_every_answer_is_there() {
    on_both(async |register| {
        let access = loaded(&register).await;
        let entries = entries(&register, &actors(&access)).await;
        let kinds: Vec<EntryKind> = entries.iter().map(|entry| entry.kind).collect();
        for kind in EntryKind::VARIANTS.iter().filter(|kind| **kind != EntryKind::Deliverable) {
            assert!(kinds.contains(kind), "{kind:?}");
        }
        let has_stages = |kind: EntryKind| kind.is_filed() || kind == EntryKind::Review;
        for stage in Stage::VARIANTS {
            let found = entries.iter().any(|entry| has_stages(entry.kind) && entry.stage == *stage);
            assert!(found, "{stage:?}");
        }
        assert!(entries.iter().any(|entry| entry.is_overdue));
        for answer in [
            RecordAnswer::Contested,
            RecordAnswer::Confirmed,
            RecordAnswer::PartlyConfirmed,
            RecordAnswer::OneParty,
        ] {
            let query = Query::default().with(Facet::Answer, answer.into());
            assert!(total(&register, &query).await > 0, "{answer:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_the_example_is_said_of_a_state_that_there_is() {
    on_both(async |register| {
        let access = loaded(&register).await;
        let people = actors(&access);
        let real: BTreeSet<&str> = states::all().iter().map(|state| state.code.as_str()).collect();
        let mut contents: Vec<Value> = Vec::new();
        let mut records = 0;
        for id in 1..=20 {
            for actor in &people {
                if let Ok(record) = register.agreement(actor, id).await {
                    let agreement = &record.agreement;
                    assert!(agreement.title("en").starts_with("Example: "), "{id}");
                    assert!(agreement.title("ru").starts_with("Пример: "), "{id}");
                    assert!(record.recorded_by.as_deref().is_some_and(states::is_example));
                    contents.push(serde_json::to_value(agreement).expect("as JSON"));
                    records += 1;
                    break;
                }
            }
        }
        assert_eq!(records, 12);
        for entry in entries(&register, &people).await {
            assert!(entry.owner.as_deref().is_none_or(states::is_example), "{}", entry.title);
            let is_untitled = entry.kind == EntryKind::Dossier;
            assert!(is_untitled || entry.title.starts_with("Example: "), "{}", entry.title);
            contents.push(entry.content);
        }
        let mut found = Vec::new();
        for content in &contents {
            texts(content, &mut found);
        }
        assert!(found.contains(&"XXA"));
        assert_eq!(found.into_iter().find(|text| real.contains(text)), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fictitious_state_is_on_the_desk_of_no_review_that_there_is() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let access = loaded(&register).await;
        let people = actors(&access);
        let coordinator = people.iter().find(|actor| actor.is_coordinator()).expect("one");
        let wanted = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
        let (mut real, mut own) = (0, 0);
        for review in register.entries_of(coordinator, &wanted).await.expect("reviews") {
            let rows = register.desk(coordinator, &review).await.expect("the desk");
            if review.key.is_some() {
                real += 1;
                assert!(rows.iter().all(|row| !states::is_example(&row.state)), "{}", review.title);
            } else {
                own += 1;
                assert_eq!(rows.len(), 4, "{}", review.title);
                assert!(rows.iter().all(|row| states::is_example(&row.state)), "{}", review.title);
            }
        }
        assert_eq!((real, own), (7, 3));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_is_refused_where_people_work_and_shows_itself_nowhere() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        add(&register, "Azerbaijan").await.expect("an account");
        let before = total(&register, &Query::default()).await;
        let refused = register.seed_example(drafted).await;
        assert!(matches!(refused, Err(ExampleError::HasAccounts)));
        assert!(!register.holds_example().await.expect("asked"));
        assert_eq!(total(&register, &Query::default()).await, before);

        let list = register.list(&Actor::Reader, &Query::default()).await.expect("a list");
        for (facet, counts) in &list.facets {
            assert!(counts.iter().all(|(value, _)| !states::is_example(value)), "{facet:?}");
        }
        let refused = add(&register, "Examplia").await;
        assert!(matches!(refused, Err(Error::Account(AccountProblem::NoSuchState))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fictitious_state_concludes_nothing_with_one_that_there_is() {
    on_both(async |register| {
        let identity = values(&[
            ("kind", "protocol"),
            ("titles.0.text", "Example protocol"),
            ("titles.0.language", "en"),
        ]);
        for (own, other) in [("AZE", "XXA"), ("XXA", "AZE")] {
            let parties = values(&[("parties.0.code", own), ("parties.1.code", other)]);
            let refused = register.record(&official(own), &identity, &parties).await;
            let Err(Error::Invalid(problems)) = refused else { panic!("{own} {other}") };
            assert_eq!(problems[0].name, "parties.1.code", "{own} {other}");
        }
        let parties = values(&[("parties.0.code", "XXA"), ("parties.1.code", "XXB")]);
        register.record(&official("XXA"), &identity, &parties).await.expect("recorded");
    })
    .await;
}
