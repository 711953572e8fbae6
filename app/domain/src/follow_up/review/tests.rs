use super::*;

fn review(commission: Option<&str>, kind: ReviewKind) -> Review {
    let review =
        About { commission: commission.map(str::to_owned), kind: Some(kind), ..About::default() };
    Review { review, ..Review::default() }
}

#[test]
fn a_state_may_take_part_in_every_review_of_its_commissions() {
    let geneva = review(Some("ECE"), ReviewKind::RegionalReview);
    let bangkok = review(Some("ESCAP"), ReviewKind::RegionalReview);
    let forum = review(None, ReviewKind::Forum);
    for (state, in_geneva, in_bangkok) in
        [("AZE", true, true), ("PAK", false, true), ("ITA", true, false), ("EGY", false, false)]
    {
        assert_eq!(geneva.is_open_to(state), in_geneva, "{state}");
        assert_eq!(bangkok.is_open_to(state), in_bangkok, "{state}");
        assert!(forum.is_open_to(state), "{state}");
    }
    assert!(!forum.is_open_to("XXX"));
}

#[test]
fn a_review_is_open_to_the_states_that_it_names_and_a_fictitious_one_joins_no_other() {
    let mut own = review(None, ReviewKind::RegionalReview);
    own.review.states = vec![Invited { state: Some("XXA".into()) }];
    assert!(own.is_open_to("XXA"));
    assert!(!own.is_open_to("XXB"));
    assert!(!own.is_open_to("AZE"));
    assert_eq!(own.states(), ["XXA"]);
    for real in [
        review(Some("ECE"), ReviewKind::RegionalReview),
        review(Some("ESCAP"), ReviewKind::RegionalReview),
        review(None, ReviewKind::Forum),
    ] {
        assert!(!real.is_open_to("XXA"), "{real:?}");
        assert!(!real.states().contains(&"XXA"), "{real:?}");
    }
}

#[test]
fn a_states_last_word_on_taking_part_counts_and_silence_is_neither_yes_nor_no() {
    let mut geneva = review(Some("ECE"), ReviewKind::RegionalReview);
    assert_eq!(geneva.takes_part("AZE"), None);
    for takes_part in [true, false] {
        let on = "2023-12-01".parse().expect("a day");
        geneva.say(TakesPart { state: "AZE".into(), takes_part, on, author: "Example".into() });
        assert_eq!(geneva.takes_part("AZE"), Some(takes_part));
    }
    assert_eq!(geneva.taking_part.len(), 1);
}

#[test]
fn an_input_is_read_by_whom_its_state_is_assigned_to_however_the_address_is_written() {
    let assigned = |reviewer: &str| Reviewers {
        reviewers: vec![Assignment { state: Some("AZE".into()), reviewer: Some(reviewer.into()) }],
    };
    for (reviewer, state, expected) in [
        ("reviewer@example.org", "AZE", Reading::Own),
        (" Reviewer@Example.org", "AZE", Reading::Own),
        ("other@example.org", "AZE", Reading::Anothers),
        (" ", "AZE", Reading::Nobodys),
        ("reviewer@example.org", "KAZ", Reading::Nobodys),
    ] {
        let found = assigned(reviewer).reading(state, "reviewer@example.org");
        assert_eq!(found, expected, "{reviewer:?} {state}");
    }
    assert!(Reading::Own < Reading::Nobodys && Reading::Nobodys < Reading::Anothers);
}

#[test]
fn a_forum_hears_of_the_regional_reviews_since_the_one_before_it() {
    let about =
        |kind, from: &str| About { kind: Some(kind), from: from.parse().ok(), ..About::default() };
    let (regional, forum) = (ReviewKind::RegionalReview, ReviewKind::Forum);
    let reviews = [
        about(regional, "2025-02-04"),
        about(forum, "2026-05-05"),
        about(regional, "2024-03-11"),
        about(regional, "2020-11-12"),
        about(forum, "2022-05-17"),
        about(regional, "2028"),
    ];
    assert_eq!(carried_to(&reviews[1], &reviews), [2, 0]);
    assert_eq!(carried_to(&reviews[4], &reviews), [3]);
    assert_eq!(carried_to(&About::default(), &reviews), [0usize; 0], "without a date, none");
}

#[test]
fn every_objective_belongs_to_one_round_table() {
    let all: usize = (1..=4).map(|number| objectives_of(number).count()).sum();
    assert_eq!(all, 23);
}
