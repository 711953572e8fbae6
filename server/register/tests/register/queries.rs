//! A page asks the same number of questions of the database, whatever the register holds.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Actor, Role},
    checkpoints::talk_day,
    coverage::By,
    fields::{SectionCode, Values},
    follow_up::{EntryKind, stage::Step},
    search::{Facet, Query},
};
use register::{
    Error, Register,
    comparing::Listed,
    following::{Place, Wanted},
};

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

fn focal_point() -> Actor {
    account(Role::FocalPoint, Some("AZE"))
}

/// A published record between these States, the first of which records it.
async fn publish(register: &Register, states: &[&str], day: &str, replaces: Option<i64>) -> i64 {
    let actor = official(states[0]);
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Agreement on seasonal work in agriculture"),
        ("titles.0.language", "en"),
    ]);
    let mut parties = Values::default();
    for (number, state) in states.iter().enumerate() {
        parties.push(format!("parties.{number}.code"), *state);
    }
    let id = register.record(&actor, &identity, &parties).await.expect("recorded").id;
    let life = values(&[
        ("events.0.kind", "signed"),
        ("events.0.date", day),
        ("events.1.kind", "entered_into_force"),
        ("events.1.date", "2021-01-01"),
    ]);
    let mut references = values(&[("sources.0.title", "Example Gazette")]);
    if let Some(other) = replaces {
        references.push("links.0.relation", "replaces");
        references.push("links.0.agreement", other.to_string());
    }
    for (section, base, values) in
        [(SectionCode::Life, 1, &life), (SectionCode::References, 2, &references)]
    {
        register.save_section(&actor, id, section, base, values, None).await.expect("saved");
    }
    register.set_published(&actor, id, true).await.expect("published");
    id
}

/// A round of work: an agreement of many parties and the one that replaced it, two records of one
/// agreement, a record that waits for Azerbaijan's word, and a commitment of its.
async fn round(register: &Register) {
    let many = ["AZE", "KAZ", "KGZ"];
    let old = publish(register, &many, "2017-04-05", None).await;
    publish(register, &many, "2019-04-05", Some(old)).await;
    publish(register, &["AZE", "KAZ"], "2017-04-05", None).await;
    publish(register, &["KAZ", "AZE"], "2017-05-04", None).await;
    let actor = focal_point();
    let commitment = values(&[("text", "Example commitment"), ("due", "2026-03-20")]);
    let place = Place { owner: Some("AZE".into()), ..Place::default() };
    let id = register
        .begin_entry(&actor, EntryKind::Commitment, place, &commitment)
        .await
        .expect("begun")
        .id;
    register.set_entry_published(&actor, id, true).await.expect("published");
}

/// Statements, each as it is told.
#[derive(Clone, Default)]
struct Told(Arc<AtomicUsize>);

impl Told {
    /// How many statements an answer takes.
    async fn of<Answer>(&self, answer: impl Future<Output = Result<Answer, Error>>) -> usize {
        self.0.store(0, Ordering::Relaxed);
        answer.await.expect("answered");
        self.0.load(Ordering::Relaxed)
    }
}

/// The records that a comparison names.
const FIRST: Listed = Listed { only: None, skipped: 0, most: 15 };

/// What each of the main pages asks, by the name of the page.
async fn asked(
    register: &Register,
    told: &Told,
    review: i64,
    record: i64,
) -> Vec<(&'static str, usize)> {
    let (reader, state, network) = (Actor::Reader, focal_point(), coordinator());
    let all = Query::default();
    let narrowed = all.with(Facet::Party, "AZE").with(Facet::Status, "in_force");
    let found = register.agreement(&state, record).await.expect("seen");
    let entry = register.entry(&network, review).await.expect("seen");
    let commitments = Wanted { kind: Some(EntryKind::Commitment), ..Wanted::default() };
    let later = "2024-03-11".parse().expect("a day");
    // Drafting again from the same register writes nothing.
    let frozen = register.dossier_material(&state, review).await.expect("gathered").frozen;
    vec![
        ("list", told.of(register.list(&reader, &all)).await),
        ("list of a State", told.of(register.list(&state, &narrowed)).await),
        ("agreement", told.of(register.agreement(&reader, record)).await),
        ("its history", told.of(register.history(&state, record, None)).await),
        ("its last word", told.of(register.last_heard_of_record(&found)).await),
        ("its duplicates", told.of(register.likely_duplicates(&network, &found)).await),
        ("coverage", told.of(register.coverage(&all, By::Region)).await),
        ("comparison", told.of(register.compare(&all, talk_day(), later, FIRST)).await),
        ("corridors", told.of(register.corridors(&reader, &all)).await),
        ("corridor", told.of(register.portfolio(&reader, &["AZE", "KAZ"])).await),
        ("State", told.of(register.portfolio(&reader, &["AZE"])).await),
        ("inbox", told.of(register.inbox(&state, 0)).await),
        ("inbox of a State", told.of(register.inbox_of_state(&state)).await),
        ("inbox of the Network", told.of(register.inbox_of_network(&network)).await),
        ("deadlines", told.of(register.deadlines(&state, 0)).await),
        ("still as recorded", told.of(register.still_so(&state, 0)).await),
        ("duplicates", told.of(register.duplicates(&network, 0)).await),
        ("commitments", told.of(register.entries(&reader, &commitments, 0)).await),
        ("desk", told.of(register.desk(&network, &entry)).await),
        ("dossier", told.of(register.dossier_material(&state, review)).await),
        ("frozen register", told.of(register.frozen(frozen)).await),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_asks_as_many_questions_of_a_large_register_as_of_a_small_one() {
    // The test is long, and so is what it keeps: it stands on the heap.
    Box::pin(on_both(async |mut register| {
        let told = Told::default();
        let count = told.clone();
        register.watch(move |_| {
            count.0.fetch_add(1, Ordering::Relaxed);
        });
        register.seed().await.expect("the starter data");
        register.generate(20, 7, |_, _| ()).await.expect("generated");
        let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
        register.take_step(&coordinator(), review, Step::Open).await.expect("opened");
        let record = publish(&register, &["AZE", "KAZ"], "2017-04-05", None).await;
        round(&register).await;
        asked(&register, &told, review, record).await;
        round(&register).await;
        let after_a_change = asked(&register, &told, review, record).await;
        let few = asked(&register, &told, review, record).await;
        assert!(few.iter().all(|(_, count)| *count > 0), "{few:?}");

        for _ in 0..15 {
            round(&register).await;
        }
        // Who asks first after a change brings what is kept in memory forward: for many records with as
        // many questions as for a few.
        assert_eq!(asked(&register, &told, review, record).await, after_a_change);
        assert_eq!(asked(&register, &told, review, record).await, few);
    }))
    .await;
}
