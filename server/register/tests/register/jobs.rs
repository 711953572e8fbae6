//! Long work: asked for, claimed by one worker, taken up again when its worker is gone; and what the
//! outcome report of a review is made from.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{
    account::{Account, Actor, Role},
    fields::{SectionCode, follow_up as forms},
    follow_up::{
        EntryKind,
        dossier::Drafted,
        review::Review,
        stage::{Stage, Step},
    },
    jobs::{JobFailure, JobKind, JobState, LEASE, MOST_TRIES},
};
use register::{Error, Register, following::Wanted, jobs::Claimed};

use crate::common::{account, on_both, values};

const REPORT: JobKind = JobKind::OutcomeReport;

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

/// Another account than everybody else's in these tests.
fn another_coordinator() -> Actor {
    match coordinator() {
        Actor::Account(account) => Actor::Account(Account { id: 2, ..account }),
        reader @ Actor::Reader => reader,
    }
}

/// The review of the ECE region with the starter data around it, in review.
async fn in_review(register: &Register) -> i64 {
    register.seed().await.expect("the starter data");
    let review = register.entry_by_key(&Actor::Reader, "rr-ece-2024").await.expect("seen").id;
    for step in [Step::Open, Step::BeginReview] {
        register.take_step(&coordinator(), review, step).await.expect("a step");
    }
    review
}

async fn concluded(register: &Register) -> i64 {
    let review = in_review(register).await;
    register.take_step(&coordinator(), review, Step::Conclude).await.expect("concluded");
    review
}

async fn ask(register: &Register, actor: &Actor, review: i64, language: &str) -> i64 {
    register.ask_for_outcome(actor, review, REPORT, language).await.expect("asked for")
}

async fn claim(register: &Register) -> Claimed {
    register.claim_job().await.expect("the database answers").expect("something to do")
}

async fn nothing_to_claim(register: &Register) -> bool {
    register.claim_job().await.expect("the database answers").is_none()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_claimed_once_however_many_workers_there_are() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let job = ask(&register, &Actor::Reader, review, "en").await;
        let (one, other) = tokio::join!(register.claim_job(), register.claim_job());
        let claims = [one.expect("answered"), other.expect("answered")];
        let claimed: Vec<i64> = claims.iter().flatten().map(|claimed| claimed.job.id).collect();
        assert_eq!(claimed, [job]);
        assert!(nothing_to_claim(&register).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_is_not_made_twice_until_something_it_tells_has_changed() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let first = ask(&register, &Actor::Reader, review, "en").await;
        assert_eq!(ask(&register, &coordinator(), review, "en").await, first, "it waits");
        assert_ne!(ask(&register, &Actor::Reader, review, "ru").await, first, "another language");
        let claimed = claim(&register).await;
        assert!(register.finish_job(&claimed, b"a file".to_vec()).await.expect("written"));
        assert_eq!(ask(&register, &Actor::Reader, review, "en").await, first, "it is done");
        let (job, file) = register.job_file(&Actor::Reader, first).await.expect("everybody's");
        assert_eq!((job.state, file.as_slice()), (JobState::Done, b"a file".as_slice()));

        let version = register.entry(&coordinator(), review).await.expect("seen").version;
        let finding =
            values(&[("findings.0.round_table", "1"), ("findings.0.text", "An example finding.")]);
        register
            .save_entry(&coordinator(), review, forms::REVIEW_FINDINGS, version, &finding, None)
            .await
            .expect("saved");
        let anew = ask(&register, &Actor::Reader, review, "en").await;
        assert_ne!(anew, first, "the review found something since");
        let last = register.last_jobs(&Actor::Reader, review).await.expect("listed");
        let mut last: Vec<i64> = last.iter().map(|job| job.id).collect();
        last.sort_unstable();
        assert_eq!(last.last(), Some(&anew), "{last:?}");
        assert!(!last.contains(&first), "only the last of each language is offered: {last:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_worker_is_gone_is_taken_up_again_and_not_for_ever() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let job = ask(&register, &Actor::Reader, review, "en").await;
        let gone = claim(&register).await;
        assert!(register.progress_of_job(&gone, 3, 10).await.expect("written"));
        let seen = register.job(&Actor::Reader, job).await.expect("seen");
        assert_eq!((seen.state, seen.done_steps, seen.all_steps), (JobState::Running, 3, 10));

        register.clock().advance(LEASE - TimeDelta::seconds(1));
        assert!(nothing_to_claim(&register).await, "the lease has not run out");
        assert!(register.progress_of_job(&gone, 4, 10).await.expect("written"), "it is renewed");
        register.clock().advance(LEASE - TimeDelta::seconds(1));
        assert!(nothing_to_claim(&register).await, "progress renewed the lease");
        register.clock().advance(TimeDelta::seconds(1));
        let second = claim(&register).await;
        assert_eq!(second.job.id, job);
        assert!(!register.progress_of_job(&gone, 5, 10).await.expect("answered"));
        assert!(!register.finish_job(&gone, b"late".to_vec()).await.expect("answered"));
        let no_file = register.job_file(&Actor::Reader, job).await;
        assert!(matches!(no_file, Err(Error::NotFound)), "who lost the claim writes nothing");

        for _ in 2..MOST_TRIES {
            register.clock().advance(LEASE);
            assert_eq!(claim(&register).await.job.id, job);
        }
        register.clock().advance(LEASE);
        assert!(nothing_to_claim(&register).await, "it was begun too often");
        let failed = register.job(&Actor::Reader, job).await.expect("seen");
        assert_eq!(
            (failed.state, failed.failure),
            (JobState::Failed, Some(JobFailure::Interrupted))
        );
        assert_ne!(
            ask(&register, &Actor::Reader, review, "en").await,
            job,
            "it can be tried again"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_program_is_told_to_stop_is_taken_up_by_another_at_once_and_counts_no_try() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let job = ask(&register, &Actor::Reader, review, "en").await;
        for _ in 0..=MOST_TRIES {
            let stopped = claim(&register).await;
            assert_eq!(stopped.job.id, job);
            assert!(register.hand_back_job(&stopped).await.expect("written"));
            assert!(!register.finish_job(&stopped, b"late".to_vec()).await.expect("answered"));
        }
        let claimed = claim(&register).await;
        assert!(register.finish_job(&claimed, b"a file".to_vec()).await.expect("written"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_failed_says_so_and_has_no_file() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let job = ask(&register, &Actor::Reader, review, "en").await;
        let claimed = claim(&register).await;
        assert!(register.fail_job(&claimed, JobFailure::Fault).await.expect("written"));
        let failed = register.job(&Actor::Reader, job).await.expect("seen");
        assert_eq!((failed.state, failed.failure), (JobState::Failed, Some(JobFailure::Fault)));
        assert!(matches!(register.job_file(&Actor::Reader, job).await, Err(Error::NotFound)));
        assert!(nothing_to_claim(&register).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_review_is_concluded_an_outcome_is_provisional_and_for_who_asked() {
    on_both(async |register| {
        let review = in_review(&register).await;
        for actor in [Actor::Reader, account(Role::FocalPoint, Some("AZE"))] {
            let refused = register.ask_for_outcome(&actor, review, REPORT, "en").await;
            assert!(matches!(refused, Err(Error::NotAllowed)), "{actor:?}");
        }
        let job = ask(&register, &coordinator(), review, "en").await;
        assert_eq!(ask(&register, &coordinator(), review, "en").await, job, "it waits already");
        for actor in [Actor::Reader, another_coordinator()] {
            assert!(matches!(register.job(&actor, job).await, Err(Error::NotFound)), "{actor:?}");
            assert!(register.last_jobs(&actor, review).await.expect("listed").is_empty());
        }
        let claimed = claim(&register).await;
        let outcome = register.outcome(&claimed).await.expect("gathered").expect("claimed");
        assert!(outcome.frozen.is_none());
        register.finish_job(&claimed, b"a file".to_vec()).await.expect("written");
        let anew = ask(&register, &coordinator(), review, "en").await;
        assert_ne!(anew, job, "what is not frozen is made anew each time");
        register.take_step(&coordinator(), review, Step::Conclude).await.expect("concluded");
        let still_own = register.job(&Actor::Reader, job).await;
        assert!(matches!(still_own, Err(Error::NotFound)), "it stays provisional");
    })
    .await;
}

/// Publishes an agreement of Azerbaijan with social security in its text, in force since 2010.
async fn publish_back_dated(register: &Register) {
    let writer = account(Role::Official, Some("AZE"));
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let record = register.record(&writer, &identity, &parties).await.expect("recorded").id;
    let sections = [
        (
            SectionCode::Life,
            values(&[
                ("events.0.kind", "signed"),
                ("events.0.date", "2010-01-01"),
                ("events.1.kind", "entered_into_force"),
                ("events.1.date", "2010-06-01"),
            ]),
        ),
        (SectionCode::References, values(&[("sources.0.title", "Example gazette")])),
    ];
    for (section, said) in sections {
        let version = register.agreement(&writer, record).await.expect("seen").version;
        register.save_section(&writer, record, section, version, &said, None).await.expect("saved");
    }
    register.set_published(&writer, record, true).await.expect("published");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_concluded_reviews_outcome_gives_the_same_figures_whatever_is_entered_later() {
    on_both(async |register| {
        let review = concluded(&register).await;
        let entry = register.entry(&Actor::Reader, review).await.expect("seen");
        let frozen = entry.content::<Review>().frozen.expect("it is frozen");
        let gathered = async |language: &str| {
            let job = ask(&register, &Actor::Reader, review, language).await;
            let claimed = claim(&register).await;
            assert_eq!(claimed.job.id, job);
            let outcome = register.outcome(&claimed).await.expect("gathered").expect("claimed");
            let seen = register.job(&Actor::Reader, job).await.expect("seen");
            let states = u32::try_from(outcome.states.len()).expect("a few");
            // All but the last step: the file.
            assert_eq!((seen.done_steps, seen.all_steps), (states + 1, states + 2));
            outcome
        };
        let before = gathered("en").await;
        publish_back_dated(&register).await;
        let after = gathered("ru").await;

        assert_eq!(after.frozen.as_ref().map(|head| head.id), Some(frozen));
        assert!(after.is_intact);
        assert_eq!((&after.all, &after.of_review), (&before.all, &before.of_review));
        let drawn = register.frozen(frozen).await.expect("drawn").figures;
        assert_eq!(after.all, drawn, "the page of the frozen register shows the same");
        for (one, other) in before.states.iter().zip(&after.states) {
            assert_eq!((&one.state, &one.figures), (&other.state, &other.figures));
        }
        let azerbaijan =
            after.states.iter().find(|of| of.state == "AZE").expect("a member of the commission");
        let own = register.frozen_for(frozen, "AZE").await.expect("drawn").own;
        assert_eq!(azerbaijan.figures, own, "a dossier shows the same");
        assert!(own.agreements > 0 && own.agreements < drawn.agreements, "{own:?}");
        assert!(after.of_review.agreements < drawn.agreements, "not every agreement has a member");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_holds_published_dossiers_and_the_records_they_name_and_no_others() {
    on_both(async |register| {
        let review = in_review(&register).await;
        let state = account(Role::FocalPoint, Some("AZE"));
        let material = register.dossier_material(&state, review).await.expect("the material");
        let dossier = register.begin_dossier(&state, review).await.expect("begun");
        let named = material.agreements.first().expect("an agreement").id;
        let chapters = BTreeMap::from([(
            "next_steps".to_owned(),
            format!("We go on. [agreements/{named}] [frozen/{}]", material.frozen),
        )]);
        let drafted = Drafted {
            language: "en".into(),
            on: "2026-03-01".parse().expect("a day"),
            frozen: material.frozen,
            chapters,
        };
        register.draft_dossier(&state, dossier, drafted).await.expect("drafted");
        register.take_step(&state, dossier, Step::Submit).await.expect("filed");
        for step in [Step::TakeUp, Step::Accept] {
            register.take_step(&coordinator(), dossier, step).await.expect("a step");
        }
        register.take_step(&coordinator(), review, Step::Conclude).await.expect("concluded");
        let gathered = async || {
            ask(&register, &Actor::Reader, review, "en").await;
            let claimed = claim(&register).await;
            register.outcome(&claimed).await.expect("gathered").expect("claimed")
        };
        let unpublished = gathered().await;
        assert!(unpublished.states.iter().all(|of| of.dossier.is_none()));
        assert!(unpublished.named.agreements.is_empty());

        register.set_entry_published(&state, dossier, true).await.expect("published");
        let published = gathered().await;
        let of = published.states.iter().find(|of| of.state == "AZE").expect("a member");
        assert_eq!(of.dossier.as_ref().map(|entry| entry.stage), Some(Stage::Accepted));
        assert_eq!(of.takes_part, Some(true), "a State that sends a dossier takes part");
        assert!(published.named.agreements.contains_key(&named));
        assert!(published.named.frozen.contains_key(&material.frozen));
        let drafts = Wanted { kind: Some(EntryKind::Dossier), ..Wanted::default() };
        let seen = register.entries_of(&Actor::Reader, &drafts).await.expect("listed");
        assert_eq!(seen.len(), 1, "the outcome holds what every reader sees");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forum_is_told_what_the_regional_reviews_since_the_last_one_found() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let forum = register.entry_by_key(&Actor::Reader, "imrf-2026").await.expect("seen");
        ask(&register, &coordinator(), forum.id, "en").await;
        let claimed = claim(&register).await;
        let outcome = register.outcome(&claimed).await.expect("gathered").expect("claimed");
        let carried: Vec<&str> =
            outcome.carried.iter().filter_map(|entry| entry.key.as_deref()).collect();
        assert!(carried.contains(&"rr-ece-2024"), "{carried:?}");
        assert!(carried.contains(&"rr-escap-2025"), "{carried:?}");
        assert!(!carried.contains(&"imrf-2026"), "{carried:?}");
        assert_eq!(outcome.of_review, outcome.all, "the forum is every State's");
    })
    .await;
}
