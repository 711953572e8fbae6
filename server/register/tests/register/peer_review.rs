//! The peer review of a practice: who is named, who says what, and who may know of it.

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Account, Actor, Role},
    fields::follow_up as forms,
    follow_up::{
        EntryKind,
        peer_review::{Declaration, Opinion, PeerReview},
        practice::{Practice, PracticeGap},
        stage::{Stage, Step},
    },
    policy::EntryVerb,
};
use register::{Error, Lack, Register, accounts::NewAccount, following::Place};

/// Leads the peer reviews. Nobody in these tests has its number but accounts that the register made.
pub fn coordinator() -> Actor {
    match account(Role::Coordinator, None) {
        Actor::Account(account) => Actor::Account(Account { id: 1_000_000, ..account }),
        Actor::Reader => Actor::Reader,
    }
}

/// Reviewers with accounts of their own.
pub async fn reviewers(register: &Register, count: usize) -> Vec<Actor> {
    let mut found = Vec::new();
    for number in 0..count {
        let email = format!("reviewer-{number}@example.org");
        let name = format!("Example Reviewer {number}");
        let new = NewAccount {
            email: email.clone(),
            name: name.clone(),
            role: Role::Reviewer,
            state: None,
            password: "a quiet morning in May".into(),
        };
        let id = register.add_account(new).await.expect("an account");
        found.push(Actor::Account(Account { id, name, email, role: Role::Reviewer, state: None }));
    }
    found
}

fn number(actor: &Actor) -> i64 {
    actor.account().expect("an account").id
}

/// Names a reviewer.
pub async fn name(register: &Register, id: i64, reviewer: &Actor, kind: &str) {
    let account = number(reviewer).to_string();
    let words = values(&[("account", &account), ("kind", kind)]);
    register.name_reviewer(&coordinator(), id, &words).await.expect("named");
}

/// Names these reviewers, the first as the internal one, and each declares that there is no conflict.
pub async fn named_and_declared(register: &Register, id: i64, reviewers: &[Actor]) {
    for (place, reviewer) in reviewers.iter().enumerate() {
        name(register, id, reviewer, if place == 0 { "internal" } else { "external" }).await;
        declare(register, id, reviewer, "no_conflict", "").await.expect("declared");
    }
}

async fn declare(
    register: &Register,
    id: i64,
    reviewer: &Actor,
    declaration: &str,
    conflict: &str,
) -> Result<(), Error> {
    let words = values(&[("declaration", declaration), ("conflict", conflict)]);
    register.declare_interest(reviewer, id, &words).await.map(|_| ())
}

/// A reviewer gives an opinion, with a comment that names it.
pub async fn give(
    register: &Register,
    id: i64,
    reviewer: &Actor,
    opinion: &str,
) -> Result<(), Error> {
    let comment = format!("Word of {}", number(reviewer));
    let words = values(&[("opinion", opinion), ("comment", &comment)]);
    register.give_opinion(reviewer, id, &words).await.map(|_| ())
}

/// The coordinator's message to the State.
pub async fn message(register: &Register, id: i64, text: &str) {
    let coordinator = coordinator();
    let version = register.entry(&coordinator, id).await.expect("seen").version;
    let words = values(&[("message", text)]);
    let saved =
        register.save_entry(&coordinator, id, forms::PEER_REVIEW, version, &words, None).await;
    saved.expect("saved");
}

/// A practice of Azerbaijan that the Network has taken up.
pub async fn in_review(register: &Register) -> i64 {
    let aze = official("AZE");
    let words = values(&[
        ("title", "Example practice"),
        ("primary_objectives", "5"),
        ("summary", "Example summary"),
        ("organizations", "Example Ministry"),
        ("details", "Example details"),
    ]);
    let place = Place { owner: Some("AZE".into()), ..Place::default() };
    let begun = register.begin_entry(&aze, EntryKind::Practice, place, &words).await;
    let id = begun.expect("begun").id;
    register.take_step(&aze, id, Step::Submit).await.expect("filed");
    register.take_step(&coordinator(), id, Step::TakeUp).await.expect("taken up");
    id
}

async fn seen(register: &Register, actor: &Actor, id: i64) -> PeerReview {
    register.entry(actor, id).await.expect("seen").content::<Practice>().peer_review
}

async fn waiting(register: &Register, actor: &Actor) -> Vec<i64> {
    let (found, _) = register.reviewing(actor, 0).await.expect("a list");
    found.into_iter().map(|entry| entry.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_names_reviewers_among_the_accounts_of_reviewers_and_nobody_else_does() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 2).await;
        register.disable_account("reviewer-1@example.org").await.expect("disabled");
        let entry = register.entry(&coordinator(), id).await.expect("seen");
        let offered = register.reviewers_to_name(&entry).await.expect("a list");
        assert_eq!(
            offered.iter().map(|found| found.id).collect::<Vec<_>>(),
            [number(&reviewers[0])]
        );

        let words = |account: i64| {
            values(&[("account", account.to_string().as_str()), ("kind", "external")])
        };
        for other in [official("AZE"), official("KAZ"), reviewers[0].clone(), Actor::Reader] {
            let named = register.name_reviewer(&other, id, &words(number(&reviewers[0]))).await;
            assert!(matches!(named, Err(Error::NotAllowed | Error::NotFound)), "{other:?}");
            let entry = register.entry(&other, id).await;
            if let Ok(entry) = entry {
                assert!(register.reviewers_to_name(&entry).await.expect("a list").is_empty());
            }
        }
        // A disabled account, and one that is not there.
        for account in [number(&reviewers[1]), 999] {
            let named = register.name_reviewer(&coordinator(), id, &words(account)).await;
            assert!(matches!(named, Err(Error::Invalid(_))), "{account}: {named:?}");
        }
        name(&register, id, &reviewers[0], "internal").await;
        let again = register.name_reviewer(&coordinator(), id, &words(number(&reviewers[0]))).await;
        assert!(matches!(again, Err(Error::Invalid(_))), "{again:?}");
        assert_eq!(waiting(&register, &reviewers[0]).await, [id]);

        // Who has said nothing is taken off again.
        let released = register.release_reviewer(&coordinator(), id, number(&reviewers[0])).await;
        released.expect("taken off");
        assert!(waiting(&register, &reviewers[0]).await.is_empty());
        assert!(matches!(register.reviewing(&coordinator(), 0).await, Err(Error::NotAllowed)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reviewer_declares_first_then_gives_an_opinion_and_nobody_does_it_for_another() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 2).await;
        let [first, stranger] = reviewers.as_slice() else { panic!("two reviewers") };
        name(&register, id, first, "external").await;
        let early = give(&register, id, first, "approve").await;
        assert!(matches!(early, Err(Error::NotAllowed)), "{early:?}");
        for other in [stranger.clone(), coordinator()] {
            let said = declare(&register, id, &other, "no_conflict", "").await;
            assert!(matches!(said, Err(Error::NotAllowed)), "{other:?}");
        }
        let silent = declare(&register, id, first, "conflict", " ").await;
        assert!(matches!(silent, Err(Error::Invalid(_))), "{silent:?}");
        declare(&register, id, first, "no_conflict", "").await.expect("declared");
        let twice = declare(&register, id, first, "conflict", "A second thought").await;
        assert!(matches!(twice, Err(Error::NotAllowed)), "{twice:?}");
        assert_eq!(waiting(&register, first).await, [id]);

        give(&register, id, first, "decline").await.expect("given");
        let twice = give(&register, id, first, "approve").await;
        assert!(matches!(twice, Err(Error::NotAllowed)), "{twice:?}");
        assert!(waiting(&register, first).await.is_empty());
        let review = seen(&register, &coordinator(), id).await;
        let said = &review.reviewers[0];
        assert_eq!(said.declaration, Some(Declaration::NoConflict));
        assert_eq!(said.opinion, Some(Opinion::Decline));
        assert_eq!(said.given_on, Some("2026-03-01".parse().expect("a day")));

        // The message is written beside it and takes nothing away.
        message(&register, id, "It is too early.").await;
        assert_eq!(seen(&register, &coordinator(), id).await.reviewers, review.reviewers);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_of_interest_shuts_out_and_another_reviewer_is_named() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 4).await;
        named_and_declared(&register, id, &reviewers[..2]).await;
        let out = &reviewers[2];
        name(&register, id, out, "external").await;
        declare(&register, id, out, "conflict", "I advised on it.").await.expect("declared");
        assert!(waiting(&register, out).await.is_empty());
        let given = give(&register, id, out, "approve").await;
        assert!(matches!(given, Err(Error::NotAllowed)), "{given:?}");
        let released = register.release_reviewer(&coordinator(), id, number(out)).await;
        assert!(matches!(released, Err(Error::NotAllowed)), "the declaration stays on record");
        for reviewer in &reviewers[..2] {
            give(&register, id, reviewer, "approve").await.expect("given");
        }
        let step = register.take_step(&coordinator(), id, Step::Approve).await;
        let lacks = vec![Lack::Practice(PracticeGap::TooFewExternalReviewers)];
        assert!(matches!(step, Err(Error::Lacks(found)) if found == lacks));

        name(&register, id, &reviewers[3], "external").await;
        declare(&register, id, &reviewers[3], "no_conflict", "").await.expect("declared");
        give(&register, id, &reviewers[3], "approve").await.expect("given");
        let step = register.take_step(&reviewers[3], id, Step::Approve).await;
        assert!(matches!(step, Err(Error::NotAllowed)), "the coordinator decides");
        register.take_step(&coordinator(), id, Step::Approve).await.expect("approved");
        let late = declare(&register, id, out, "no_conflict", "").await;
        assert!(matches!(late, Err(Error::NotAllowed)), "{late:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_are_blind_to_each_other_until_they_have_spoken_also_in_the_history() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers[..2]).await;
        let (first, second, unnamed) = (&reviewers[0], &reviewers[1], &reviewers[2]);
        give(&register, id, first, "decline").await.expect("given");
        let word = format!("Word of {}", number(first));
        message(&register, id, "Between coordinators").await;

        for blind in [second, unnamed] {
            let review = seen(&register, blind, id).await;
            assert_eq!(review.reviewers[0].name, "Example Reviewer 0");
            assert_eq!(review.reviewers[0].opinion, None);
            assert_eq!((&review.reviewers[0].declaration, &review.message), (&None, &None));
            let (entry, steps, _) = register.entry_history(blind, id, None).await.expect("one");
            let all = format!("{entry:?} {steps:?}");
            assert!(!all.contains(&word) && !all.contains("decline"), "{all}");
            assert!(!all.contains("Between coordinators"), "{all}");
        }
        let (_, steps, _) = register.entry_history(&coordinator(), id, None).await.expect("one");
        assert!(format!("{steps:?}").contains(&word), "{steps:?}");
        give(&register, id, second, "approve").await.expect("given");
        let review = seen(&register, second, id).await;
        assert_eq!(review.reviewers[0].opinion, Some(Opinion::Decline));
        assert_eq!(review.reviewers[0].comment.as_deref(), Some(word.as_str()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_state_ever_sees_who_reviews_its_practice_or_what_they_say() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers).await;
        for reviewer in &reviewers {
            give(&register, id, reviewer, "approve").await.expect("given");
        }
        register.take_step(&coordinator(), id, Step::Approve).await.expect("approved");
        let aze = official("AZE");
        register.set_entry_published(&aze, id, true).await.expect("published");
        for other in [aze, account(Role::FocalPoint, Some("AZE")), official("KAZ"), Actor::Reader] {
            let (entry, steps, _) = register.entry_history(&other, id, None).await.expect("one");
            assert_eq!(entry.content::<Practice>().peer_review, PeerReview::default());
            assert!(!entry.may(EntryVerb::Assess) && !entry.may(EntryVerb::Review));
            let all = format!("{entry:?} {steps:?}");
            assert!(!all.contains("Example Reviewer") && !all.contains("Word of"), "{all}");
            assert!(matches!(register.reviewing(&other, 0).await, Err(Error::NotAllowed)));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_that_is_filed_again_waits_for_the_same_reviewers_again() {
    on_both(async |register| {
        let id = in_review(&register).await;
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers).await;
        for (reviewer, opinion) in reviewers.iter().zip(["approve", "approve", "more_information"])
        {
            give(&register, id, reviewer, opinion).await.expect("given");
        }
        message(&register, id, "Which years?").await;
        register.take_step(&coordinator(), id, Step::RequestInformation).await.expect("asked");
        assert_eq!(
            seen(&register, &official("AZE"), id).await,
            PeerReview { message: Some("Which years?".into()), ..PeerReview::default() }
        );
        register.take_step(&official("AZE"), id, Step::Submit).await.expect("filed again");
        let entry = register.entry(&coordinator(), id).await.expect("seen");
        assert_eq!(entry.stage, Stage::InReview);
        let lacks = entry.lacks(Step::Approve);
        assert!(lacks.contains(&Lack::Practice(PracticeGap::NoInternalReviewer)), "{lacks:?}");
        for reviewer in &reviewers {
            assert_eq!(waiting(&register, reviewer).await, [id]);
            give(&register, id, reviewer, "approve").await.expect("without declaring again");
        }
        register.take_step(&coordinator(), id, Step::Approve).await.expect("approved");
    })
    .await;
}
