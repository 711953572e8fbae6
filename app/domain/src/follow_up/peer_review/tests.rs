use serde_json::json;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn named(accounts: &[i64]) -> PeerReview {
    let mut review = PeerReview::default();
    for account in accounts {
        review.name(*account, "Example".into(), ReviewerKind::External).expect("named");
    }
    review
}

fn declared(declaration: Declaration, conflict: &str) -> Declared {
    Declared { declaration: Some(declaration), conflict: Some(conflict.into()) }
}

fn given(opinion: Opinion, comment: &str) -> Given {
    Given { opinion: Some(opinion), comment: Some(comment.into()) }
}

#[test]
fn a_reviewer_declares_before_giving_an_opinion_and_each_once() {
    let (mut review, today) = (named(&[7]), day("2026-03-01"));
    let opinion = || given(Opinion::Approve, "");
    assert_eq!(review.give_opinion(7, opinion(), today), Err(Refusal::NotAsked));
    assert_eq!(review.declare(7, Declared::default(), today), Err(Refusal::Open("declaration")));
    let none = || declared(Declaration::NoConflict, "left from a first thought");
    assert_eq!(review.declare(8, none(), today), Err(Refusal::NotAsked));
    assert_eq!(review.declare(7, none(), today), Ok(()));
    assert_eq!(review.reviewers[0].conflict, None, "there is none to tell of");
    assert_eq!(review.declare(7, none(), today), Err(Refusal::NotAsked));
    assert_eq!(review.awaited().collect::<Vec<_>>(), [7]);
    for (said, expected) in [
        (Given::default(), Err(Refusal::Open("opinion"))),
        (given(Opinion::Decline, " "), Err(Refusal::Open("comment"))),
        (given(Opinion::MoreInformation, ""), Err(Refusal::Open("comment"))),
        (opinion(), Ok(())),
        (opinion(), Err(Refusal::NotAsked)),
    ] {
        assert_eq!(review.give_opinion(7, said.clone(), today), expected, "{said:?}");
    }
    assert_eq!(review.awaited().count(), 0);
    assert_eq!(review.reviewers[0].given_on, Some(today));
}

#[test]
fn a_conflict_of_interest_is_told_and_shuts_out() {
    let (mut review, today) = (named(&[7]), day("2026-03-01"));
    let silent = declared(Declaration::Conflict, " ");
    assert_eq!(review.declare(7, silent, today), Err(Refusal::Open("conflict")));
    let told = declared(Declaration::Conflict, "I advised on it.");
    assert_eq!(review.declare(7, told, today), Ok(()));
    let opinion = given(Opinion::Approve, "");
    assert_eq!(review.give_opinion(7, opinion, today), Err(Refusal::NotAsked));
    assert_eq!(review.release(7), Err(Refusal::NotAsked), "the declaration stays on record");
    let again = review.name(7, "Example".into(), ReviewerKind::Internal);
    assert_eq!(again, Err(Refusal::NotOffered("account")));
}

#[test]
fn who_has_said_nothing_is_taken_off_the_list() {
    let mut review = named(&[7, 8]);
    assert_eq!(review.release(9), Err(Refusal::NotAsked));
    assert_eq!(review.release(7), Ok(()));
    assert_eq!(review, named(&[8]));
}

#[test]
fn what_is_filed_again_is_reviewed_again_by_the_same_people() {
    let (mut review, today) = (named(&[7, 8]), day("2026-03-01"));
    review.declare(7, declared(Declaration::NoConflict, ""), today).expect("declared");
    review.give_opinion(7, given(Opinion::MoreInformation, "Which?"), today).expect("given");
    review.declare(8, declared(Declaration::Conflict, "Mine"), today).expect("declared");
    let old = Reviewer {
        declaration: Some(Declaration::NoConflict),
        opinion: Some(Opinion::Approve),
        ..Reviewer::default()
    };
    review.reviewers.push(old.clone());
    assert!(review.ask_again());
    assert_eq!(review.awaited().collect::<Vec<_>>(), [7]);
    assert_eq!(review.reviewers[0].comment.as_deref(), Some("Which?"));
    assert_eq!(review.reviewers[2], old, "nobody could give it anew");
    assert!(!review.ask_again());
}

#[test]
fn a_reviewer_knows_of_the_others_only_who_they_are() {
    let (mut review, today) = (named(&[7, 8]), day("2026-03-01"));
    for account in [7, 8] {
        review.declare(account, declared(Declaration::NoConflict, ""), today).expect("said");
    }
    review.give_opinion(7, given(Opinion::Decline, "Too early"), today).expect("given");
    review.message = Some("Which years?".into());
    let part = review.part_of(8);
    assert_eq!(part.reviewers[1], review.reviewers[1]);
    assert_eq!(part.reviewers[0], named(&[7]).reviewers[0]);
    assert_eq!(part.message, None);
}

#[test]
fn reviews_written_down_before_reviewers_had_accounts_still_read_and_count() {
    let kept = json!({"reviewers": [
        {"name": "A", "kind": "internal", "declaration": "no_conflict", "opinion": "approve"},
        {"name": "B", "kind": "external", "declaration": "conflict", "opinion": "approve"},
    ]});
    let review: PeerReview = serde_json::from_value(kept).expect("a review");
    let counting: Vec<bool> = review.reviewers.iter().map(Reviewer::counts).collect();
    assert_eq!(counting, [true, false]);
    assert_eq!(review.awaited().count(), 0);
}
