//! What waits for the Network, and what reviews and joint committees ask of a State.

use std::collections::BTreeMap;

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Account, Actor, Role},
    fields::{SectionCode, follow_up as forms},
    follow_up::{
        EntryKind,
        dossier::Drafted,
        review::Reading,
        stage::{Stage, Step},
    },
};
use register::{Error, Register, following::Place};

fn focal_point(state: &str) -> Actor {
    account(Role::FocalPoint, Some(state))
}

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

fn reviewer(email: &str) -> Actor {
    Actor::Account(Account {
        id: 2,
        name: "Example Reviewer".into(),
        email: email.into(),
        role: Role::Reviewer,
        state: None,
    })
}

/// The review of the ECE region, open for input.
async fn open_review(register: &Register) -> i64 {
    register.seed().await.expect("the starter data");
    let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
    register.take_step(&coordinator(), review, Step::Open).await.expect("opened");
    review
}

/// Writes down who reads which State's dossier.
async fn assign(register: &Register, review: i64, assigned: &[(&str, &str)]) {
    let version = register.entry(&coordinator(), review).await.expect("seen").version;
    let mut words = values(&[]);
    for (number, (state, reviewer)) in assigned.iter().enumerate() {
        words.push(format!("reviewers.{number}.state"), *state);
        words.push(format!("reviewers.{number}.reviewer"), *reviewer);
    }
    let form = forms::REVIEWERS;
    register.save_entry(&coordinator(), review, form, version, &words, None).await.expect("saved");
}

/// A dossier of a State that was filed.
async fn filed(register: &Register, review: i64, state: &str) -> i64 {
    let actor = focal_point(state);
    let frozen = register.dossier_material(&actor, review).await.expect("the material").frozen;
    let dossier = register.begin_dossier(&actor, review).await.expect("begun");
    let draft = Drafted {
        language: "en".into(),
        on: "2026-03-01".parse().expect("a day"),
        frozen,
        chapters: BTreeMap::from([("figures".to_owned(), "A line.".to_owned())]),
    };
    register.draft_dossier(&actor, dossier, draft).await.expect("drafted");
    register.take_step(&actor, dossier, Step::Submit).await.expect("filed");
    dossier
}

/// The numbers of the dossiers that wait for somebody of the Network, with whose they are to read.
async fn to_read(register: &Register, actor: &Actor) -> Vec<(i64, Reading)> {
    let found = register.inbox_of_network(actor).await.expect("an inbox");
    found.dossiers.iter().map(|waiting| (waiting.dossier.id, waiting.reading)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reviewer_finds_ones_own_dossiers_first_then_those_of_nobody_and_no_other() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let (one, other) = (reviewer("one@example.org"), reviewer("other@example.org"));
        let assigned = [("KAZ", "One@example.org"), ("TJK", "other@example.org")];
        assign(&register, review, &assigned).await;
        let nobodys = filed(&register, review, "AZE").await;
        let of_one = filed(&register, review, "KAZ").await;
        let of_other = filed(&register, review, "TJK").await;
        assert_eq!(
            to_read(&register, &one).await,
            [(of_one, Reading::Own), (nobodys, Reading::Nobodys)]
        );
        assert_eq!(
            to_read(&register, &other).await,
            [(of_other, Reading::Own), (nobodys, Reading::Nobodys)]
        );
        for refused in [focal_point("AZE"), Actor::Reader] {
            let refused = register.inbox_of_network(&refused).await;
            assert!(matches!(refused, Err(Error::NotAllowed)));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_waits_for_whoever_has_the_next_word_on_it() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let (network, state) = (reviewer("one@example.org"), focal_point("AZE"));
        let dossier = filed(&register, review, "AZE").await;
        let asked_of_state = async || {
            let found = register.inbox_of_state(&state).await.expect("an inbox");
            let told = found.dossiers.iter();
            told.map(|waiting| (waiting.dossier.id, waiting.open_questions)).collect::<Vec<_>>()
        };
        assert!(asked_of_state().await.is_empty());

        register.take_step(&network, dossier, Step::TakeUp).await.expect("taken up");
        assert_eq!(to_read(&register, &network).await.len(), 1);
        let question = values(&[("chapter", "figures"), ("text", "Which year?")]);
        register.ask_about(&network, dossier, &question).await.expect("asked");
        register.take_step(&network, dossier, Step::RequestInformation).await.expect("requested");
        assert!(to_read(&register, &network).await.is_empty(), "it is the State's turn");
        assert_eq!(asked_of_state().await, [(dossier, 1)]);

        let answer = values(&[("text", "2023.")]);
        register.answer_question(&state, dossier, 0, None, &answer).await.expect("answered");
        assert_eq!(asked_of_state().await, [(dossier, 0)], "it is still to be filed again");
        register.take_step(&state, dossier, Step::Submit).await.expect("filed again");
        assert!(asked_of_state().await.is_empty());
        assert_eq!(to_read(&register, &network).await, [(dossier, Reading::Nobodys)]);

        register.take_step(&network, dossier, Step::Accept).await.expect("accepted");
        assert!(to_read(&register, &network).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_network_finds_practices_to_review_and_its_own_late_commitments() {
    on_both(async |register| {
        let state = official("AZE");
        let practice = values(&[
            ("title", "Example practice"),
            ("primary_objectives", "5"),
            ("summary", "Example summary"),
            ("organizations", "Example Ministry"),
            ("details", "Example details"),
        ]);
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let begun = register.begin_entry(&state, EntryKind::Practice, place, &practice).await;
        let practice = begun.expect("begun").id;
        let mut numbers = Vec::new();
        for (owner, actor, due) in [
            (None, coordinator(), "2026-02"),
            (None, coordinator(), "2026-04"),
            (Some("AZE"), state.clone(), "2026-02"),
        ] {
            let place = Place { owner: owner.map(str::to_owned), ..Place::default() };
            let words = values(&[("text", "Example commitment"), ("due", due)]);
            let begun = register.begin_entry(&actor, EntryKind::Commitment, place, &words).await;
            let id = begun.expect("begun").id;
            register.set_entry_published(&actor, id, true).await.expect("published");
            numbers.push(id);
        }
        let network = reviewer("one@example.org");
        let found = async || {
            let found = register.inbox_of_network(&network).await.expect("an inbox");
            let ids = |entries: &[register::following::Entry]| -> Vec<i64> {
                entries.iter().map(|entry| entry.id).collect()
            };
            (ids(&found.practices.0), ids(&found.late.0))
        };
        assert_eq!(found().await, (vec![], vec![numbers[0]]), "a draft is its State's alone");
        register.take_step(&state, practice, Step::Submit).await.expect("filed");
        assert_eq!(found().await.0, [practice]);
        register.take_step(&coordinator(), practice, Step::TakeUp).await.expect("taken up");
        assert_eq!(found().await.0, [practice]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_review_waits_for_the_word_of_each_state_that_may_take_part() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let waits = async |state: &str| {
            let found = register.inbox_of_state(&official(state)).await.expect("an inbox");
            found.reviews.iter().any(|entry| entry.id == review)
        };
        assert!(waits("AZE").await);
        assert!(!waits("PAK").await, "it is no member of the commission");
        register.take_part(&focal_point("AZE"), review, false).await.expect("said");
        assert!(!waits("AZE").await);
        assert!(waits("KAZ").await);
        filed(&register, review, "KAZ").await;
        assert!(!waits("KAZ").await, "who sends in a dossier takes part");
        let network = register.inbox_of_state(&coordinator()).await;
        assert!(matches!(network, Err(Error::NotAllowed)));
    })
    .await;
}

/// A published record of Azerbaijan with Kazakhstan.
async fn published(register: &Register) -> i64 {
    let azerbaijan = official("AZE");
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&azerbaijan, &identity, &parties).await.expect("recorded").id;
    let sources = values(&[("sources.0.title", "Example gazette")]);
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")]);
    for (section, base, words) in
        [(SectionCode::Life, 1, life), (SectionCode::References, 2, sources)]
    {
        register.save_section(&azerbaijan, id, section, base, &words, None).await.expect("saved");
    }
    register.set_published(&azerbaijan, id, true).await.expect("published");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_joint_committee_asks_of_a_state_waits_until_it_is_reported_as_done() {
    on_both(async |register| {
        let agreement = published(&register).await.to_string();
        let report = async |state: &str, done: &str| {
            let actor = official(state);
            let place = Place { owner: Some(state.to_owned()), ..Place::default() };
            let words = values(&[("agreements", agreement.as_str()), ("from", "2024")]);
            let kind = EntryKind::AgreementReport;
            let begun = register.begin_entry(&actor, kind, place, &words).await;
            let id = begun.expect("begun").id;
            let mut words = values(&[
                ("action_points.0.text", "Exchange the lists of recruiters"),
                ("action_points.0.responsible", "KAZ"),
                ("action_points.0.due", "2024-06"),
            ]);
            if !done.is_empty() {
                words.push("action_points.0.done", done);
            }
            let form = forms::JOINT_COMMITTEE;
            register.save_entry(&actor, id, form, 1, &words, None).await.expect("saved");
            id
        };
        let points = async |state: &str| {
            let found = register.inbox_of_state(&official(state)).await.expect("an inbox");
            let told = found.points.iter();
            told.map(|open| (open.report, open.reporter.clone())).collect::<Vec<_>>()
        };
        let of_aze = report("AZE", "").await;
        assert!(points("KAZ").await.is_empty(), "a draft asks nothing of anybody");
        register.set_entry_published(&official("AZE"), of_aze, true).await.expect("published");
        assert_eq!(points("KAZ").await, [(of_aze, "AZE".to_owned())]);
        assert!(points("AZE").await.is_empty(), "it is not its own to do");

        let of_kaz = report("KAZ", "yes").await;
        register.set_entry_published(&official("KAZ"), of_kaz, true).await.expect("published");
        assert!(points("KAZ").await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_dossier_waits_for_nobody_of_the_network() {
    on_both(async |register| {
        let review = open_review(&register).await;
        let (network, state) = (reviewer("one@example.org"), focal_point("AZE"));
        let dossier = filed(&register, review, "AZE").await;
        register.take_step(&state, dossier, Step::Recall).await.expect("taken back");
        assert_eq!(register.entry(&state, dossier).await.expect("seen").stage, Stage::Draft);
        assert!(to_read(&register, &network).await.is_empty());
    })
    .await;
}
