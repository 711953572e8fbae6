//! Who may do what, written out.

use strum::VariantArray;

use super::*;
use crate::account::{Account, Role};

fn actor(role: Role, state: Option<&str>) -> Actor {
    Actor::Account(Account {
        id: 1,
        name: "Example".into(),
        email: "example@example.org".into(),
        role,
        state: state.map(str::to_owned),
    })
}

fn record(recorded_by: Option<&str>, published: bool) -> Standing {
    Standing {
        recorded_by: recorded_by.map(str::to_owned),
        parties: vec!["AAA".into(), "BBB".into()],
        published,
        sharing: Sharing::OwnState,
        from_source: recorded_by.is_none(),
    }
}

/// Whether a list for which this is asked of the store holds the record.
pub(super) fn listed(visible: &Visible, record: &Standing) -> bool {
    let is_shared = |from: Sharing| record.sharing >= from;
    record.published
        || match visible {
            Visible::Published => false,
            Visible::PublishedAndOf(state) => {
                record.recorded_by.as_ref() == Some(state)
                    || (record.parties.contains(state) && is_shared(Sharing::Parties))
            }
            Visible::PublishedAndOfNetwork => is_shared(Sharing::Network),
        }
}

/// Role, State, what may be done with: own draft, own published, the other party's draft, the same
/// shared with the parties and with the Network too, its published record, a record from a public source
/// (draft, published), such a one taken over.
#[test]
fn who_may_do_what_with_which_record() {
    let records = [
        record(Some("AAA"), false),
        record(Some("AAA"), true),
        record(Some("BBB"), false),
        Standing { sharing: Sharing::Parties, ..record(Some("BBB"), false) },
        Standing { sharing: Sharing::Network, ..record(Some("BBB"), false) },
        record(Some("BBB"), true),
        record(None, false),
        record(None, true),
        Standing { from_source: true, ..record(Some("AAA"), true) },
    ];
    let of_another = ["", "R", "", "", "", "R", "", "R", "R"];
    let of_the_network = ["", "R", "", "", "R", "R", "", "R", "R"];
    let of_aaa = ["REPSD", "REPW", "", "R", "R", "R", "E", "RE", "REP"];
    let table = [
        (Actor::Reader, of_another),
        (actor(Role::Official, Some("AAA")), of_aaa),
        (actor(Role::FocalPoint, Some("AAA")), of_aaa),
        (actor(Role::Official, Some("CCC")), of_another),
        (actor(Role::Official, None), of_another),
        (actor(Role::Reviewer, None), of_the_network),
        (actor(Role::Reviewer, Some("AAA")), of_the_network),
        (actor(Role::Coordinator, None), of_the_network),
        (actor(Role::Administrator, None), of_the_network),
    ];
    for (actor, expected) in table {
        for (record, expected) in records.iter().zip(expected) {
            let mut allowed = String::new();
            for (verb, letter) in Verb::VARIANTS.iter().zip(['R', 'E', 'P', 'S', 'W', 'D']) {
                if may(&actor, *verb, record) {
                    allowed.push(letter);
                }
            }
            assert_eq!(allowed, expected, "{actor:?} {record:?}");
        }
    }
}

#[test]
fn what_is_visible_in_a_list_is_what_may_be_read_one_by_one() {
    for actor in [
        Actor::Reader,
        actor(Role::Official, Some("AAA")),
        actor(Role::Reviewer, Some("AAA")),
        actor(Role::Administrator, None),
    ] {
        for record in [
            record(Some("AAA"), false),
            record(Some("BBB"), false),
            Standing { sharing: Sharing::Parties, ..record(Some("BBB"), false) },
            Standing { sharing: Sharing::Network, ..record(Some("CCC"), false) },
            record(None, false),
            record(None, true),
        ] {
            let in_list = listed(&visible(&actor), &record);
            assert_eq!(in_list, may(&actor, Verb::Read, &record), "{actor:?} {record:?}");
        }
    }
}

/// Who, whose record stays, whose is merged into it, whether they may.
#[test]
fn who_may_merge_which_record_into_which() {
    let of_a = || record(Some("AAA"), true);
    let of_b = || record(Some("BBB"), true);
    let from_source = || record(None, true);
    let of_others = || Standing { parties: vec!["AAA".into(), "CCC".into()], ..of_a() };
    let official = |state| actor(Role::Official, Some(state));
    for (actor, kept, merged, expected) in [
        // A State merges its own record, and nobody else does.
        (official("BBB"), of_a(), of_b(), true),
        (official("BBB"), of_b(), of_a(), false),
        (actor(Role::FocalPoint, Some("AAA")), of_b(), of_a(), true),
        (official("CCC"), of_a(), of_b(), false),
        (actor(Role::Coordinator, None), of_a(), of_b(), false),
        // What came from a public source is any party's and the coordinators' to merge.
        (official("AAA"), of_a(), from_source(), true),
        (official("BBB"), of_a(), from_source(), true),
        (official("AAA"), from_source(), from_source(), true),
        (official("CCC"), of_a(), from_source(), false),
        (official("BBB"), of_others(), from_source(), false),
        (actor(Role::Coordinator, None), of_a(), from_source(), true),
        (actor(Role::Coordinator, None), from_source(), of_a(), false),
        // Drafts are nobody's to merge, and some accounts merge nothing.
        (official("BBB"), of_a(), record(Some("BBB"), false), false),
        (official("BBB"), record(Some("AAA"), false), of_b(), false),
        (actor(Role::Reviewer, None), of_a(), from_source(), false),
        (actor(Role::Administrator, None), of_a(), from_source(), false),
        (Actor::Reader, of_a(), from_source(), false),
    ] {
        assert_eq!(may_merge(&actor, &kept, &merged), expected, "{actor:?} {kept:?} {merged:?}");
    }
}

#[test]
fn administrators_read_the_log_and_accounts_see_its_numbers_on_what_they_read() {
    for (actor, reads_log, sees_numbers) in [
        (Actor::Reader, false, false),
        (actor(Role::Official, Some("AAA")), false, true),
        (actor(Role::FocalPoint, Some("AAA")), false, true),
        (actor(Role::Reviewer, None), false, true),
        (actor(Role::Coordinator, None), false, true),
        (actor(Role::Administrator, None), true, true),
    ] {
        assert_eq!(may_read_log(&actor), reads_log, "{actor:?}");
        assert_eq!(may_see_log_numbers(&actor, true), sees_numbers, "{actor:?}");
        assert!(!may_see_log_numbers(&actor, false), "{actor:?}");
    }
}

#[test]
fn nobody_confirms_their_own_entry_nor_one_that_is_not_theirs() {
    for (actor, record, may) in [
        (actor(Role::Official, Some("BBB")), record(Some("AAA"), true), true),
        (actor(Role::FocalPoint, Some("BBB")), record(Some("AAA"), true), true),
        (actor(Role::Official, Some("BBB")), record(None, true), true),
        (actor(Role::Official, Some("AAA")), record(Some("AAA"), true), false),
        (actor(Role::Official, Some("BBB")), record(Some("AAA"), false), false),
        (actor(Role::Official, Some("CCC")), record(Some("AAA"), true), false),
        (actor(Role::Coordinator, None), record(Some("AAA"), true), false),
        (Actor::Reader, record(Some("AAA"), true), false),
    ] {
        assert_eq!(may_answer(&actor, &record), may, "{actor:?} {record:?}");
    }
}

fn entry(
    kind: EntryKind,
    owner: Option<&str>,
    recorded_for: bool,
    published: bool,
) -> EntryStanding {
    let partners = vec!["BBB".into()];
    EntryStanding {
        kind,
        owner: owner.map(str::to_owned),
        recorded_for,
        partners,
        published,
        stage: Stage::Draft,
        reviewers: Vec::new(),
    }
}

/// Every role by every kind of entry; R read, E edit, P publish, C confirm, S report (say).
#[test]
fn who_may_do_what_with_which_entry() {
    use EntryKind::{AgreementReport, Commitment, Meeting, Statement};
    let entries = [
        entry(Meeting, None, false, false),
        entry(Meeting, None, false, true),
        entry(Statement, Some("AAA"), false, false),
        entry(Statement, Some("AAA"), false, true),
        entry(Statement, Some("AAA"), true, false),
        entry(Statement, Some("AAA"), true, true),
        entry(Commitment, Some("AAA"), false, false),
        entry(Commitment, Some("AAA"), false, true),
        entry(Commitment, None, false, true),
        entry(AgreementReport, Some("AAA"), false, false),
        entry(AgreementReport, Some("AAA"), false, true),
    ];
    let table = [
        (Actor::Reader, ["", "R", "", "R", "", "R", "", "R", "R", "", "R"]),
        (
            actor(Role::Official, Some("AAA")),
            ["", "R", "REP", "REP", "REPC", "REPC", "REPS", "REPS", "R", "REP", "REP"],
        ),
        (
            actor(Role::FocalPoint, Some("AAA")),
            ["", "R", "REP", "REP", "REPC", "REPC", "REPS", "REPS", "R", "REP", "REP"],
        ),
        (actor(Role::Official, Some("BBB")), ["", "R", "", "R", "", "R", "", "RS", "RS", "", "R"]),
        (actor(Role::Official, Some("CCC")), ["", "R", "", "R", "", "R", "", "R", "R", "", "R"]),
        (actor(Role::Reviewer, None), ["R", "R", "", "R", "R", "R", "", "R", "R", "", "R"]),
        (
            actor(Role::Coordinator, None),
            ["REP", "REP", "", "R", "REP", "REP", "", "R", "REPS", "", "R"],
        ),
        (actor(Role::Administrator, None), ["R", "R", "", "R", "R", "R", "", "R", "R", "", "R"]),
    ];
    for (actor, expected) in table {
        for (entry, expected) in entries.iter().zip(expected) {
            let verbs = EntryVerb::VARIANTS.iter().zip(['R', 'E', 'P', 'C', 'S', 'F', 'V']);
            let allowed: String = verbs
                .filter(|(verb, _)| may_with_entry(&actor, **verb, entry))
                .map(|(_, letter)| letter)
                .collect();
            assert_eq!(allowed, expected, "{actor:?} {entry:?}");
            let in_list = seen_in_list(&actor, entry);
            assert_eq!(in_list, may_with_entry(&actor, EntryVerb::Read, entry), "{actor:?}");
        }
    }
}

#[test]
fn who_may_begin_what_for_whom() {
    for kind in EntryKind::VARIANTS {
        for (actor, own, others, networks) in [
            (Actor::Reader, "", "", ""),
            (
                actor(Role::Official, Some("AAA")),
                "statements commitments practices pledges dossiers reports",
                "",
                "",
            ),
            (actor(Role::Reviewer, None), "", "", ""),
            (
                actor(Role::Coordinator, None),
                "statements",
                "statements",
                "meetings recommendations commitments deliverables reviews",
            ),
            (actor(Role::Administrator, None), "", "", ""),
        ] {
            for (owner, allowed) in [(Some("AAA"), own), (Some("BBB"), others), (None, networks)] {
                let may = may_begin(&actor, *kind, owner);
                let allowed = allowed.split(' ').any(|path| path == kind.path());
                assert_eq!(may, allowed, "{kind:?} {actor:?} {owner:?}");
            }
        }
    }
}

/// Of the State's own, another's, nobody's; each published and as a draft.
#[test]
fn who_may_say_that_something_still_is_as_recorded() {
    let owners = [Some("AAA"), Some("BBB"), None];
    for (actor, expected) in [
        (actor(Role::Official, Some("AAA")), [true, false, false]),
        (actor(Role::FocalPoint, Some("AAA")), [true, false, false]),
        (actor(Role::Official, Some("BBB")), [false, true, false]),
        (actor(Role::Official, None), [false; 3]),
        (actor(Role::Reviewer, Some("AAA")), [false; 3]),
        (actor(Role::Coordinator, None), [false; 3]),
        (actor(Role::Administrator, None), [false; 3]),
        (Actor::Reader, [false; 3]),
    ] {
        for (owner, expected) in owners.into_iter().zip(expected) {
            assert_eq!(may_say_still_so(&actor, owner, true), expected, "{actor:?} {owner:?}");
            assert!(!may_say_still_so(&actor, owner, false), "a draft, {actor:?} {owner:?}");
        }
    }
}

/// What the store makes of [`visible_entries`].
pub(super) fn seen_in_list(actor: &Actor, entry: &EntryStanding) -> bool {
    match visible_entries(actor) {
        VisibleEntries::Published => entry.published,
        VisibleEntries::PublishedAndOf(state) => {
            let is_named = entry.partners.contains(&state);
            entry.published
                || entry.owner.as_ref() == Some(&state)
                || (entry.kind == EntryKind::Pledge && is_named)
        }
        VisibleEntries::PublishedAndOfNetwork => {
            entry.published || entry.owner.is_none() || entry.recorded_for || entry.stage.is_filed()
        }
    }
}

/// R read, E edit, P publish, V lead it on, T say that one's State takes part. AAA and BBB are
/// members of its commission.
#[test]
fn who_may_do_what_with_a_review() {
    let review = |stage, published| EntryStanding {
        stage,
        partners: vec!["AAA".into(), "BBB".into()],
        ..entry(EntryKind::Review, None, false, published)
    };
    let reviews = [
        review(Stage::Planned, false),
        review(Stage::Planned, true),
        review(Stage::OpenForInput, true),
        review(Stage::Concluded, true),
    ];
    for (actor, expected) in [
        (Actor::Reader, ["", "R", "R", "R"]),
        (actor(Role::FocalPoint, Some("AAA")), ["", "RT", "RT", "R"]),
        (actor(Role::Official, Some("AAA")), ["", "R", "R", "R"]),
        (actor(Role::FocalPoint, Some("CCC")), ["", "R", "R", "R"]),
        (actor(Role::Reviewer, None), ["R", "R", "R", "R"]),
        (actor(Role::Coordinator, None), ["REPV", "REPV", "REPV", "REPV"]),
    ] {
        for (review, expected) in reviews.iter().zip(expected) {
            let verbs = EntryVerb::VARIANTS.iter().zip(['R', 'E', 'P', 'C', 'S', 'F', 'V', 'T']);
            let allowed: String = verbs
                .filter(|(verb, _)| may_with_entry(&actor, **verb, review))
                .map(|(_, letter)| letter)
                .collect();
            assert_eq!(allowed, expected, "{actor:?} {review:?}");
        }
    }
}

/// R read, E edit, P publish, C confirm, S report, F file, V review: by stage.
#[test]
fn who_may_do_what_with_what_a_state_files() {
    let filed = |kind, stage, published| EntryStanding {
        stage,
        ..entry(kind, Some("AAA"), false, published)
    };
    let entries = [
        filed(EntryKind::Practice, Stage::Draft, false),
        filed(EntryKind::Practice, Stage::InReview, false),
        filed(EntryKind::Practice, Stage::InformationRequested, false),
        filed(EntryKind::Practice, Stage::Approved, false),
        filed(EntryKind::Practice, Stage::Approved, true),
        filed(EntryKind::Pledge, Stage::Draft, false),
        filed(EntryKind::Pledge, Stage::Submitted, false),
        filed(EntryKind::Dossier, Stage::Draft, false),
        filed(EntryKind::Dossier, Stage::InReview, false),
        filed(EntryKind::Dossier, Stage::InformationRequested, false),
        filed(EntryKind::Dossier, Stage::Accepted, false),
        filed(EntryKind::Dossier, Stage::Accepted, true),
    ];
    let of_network = ["", "R", "R", "R", "R", "", "R", "", "R", "R", "R", "R"];
    let reviewing = ["", "RV", "RV", "RV", "RV", "", "R", "", "RV", "RV", "RV", "RV"];
    // A reviewer asks about dossiers; of a practice only the named ones speak, each in their turn.
    let asking = ["", "R", "R", "R", "R", "", "R", "", "RV", "RV", "RV", "RV"];
    let published_only = ["", "", "", "", "R", "", "", "", "", "", "", "R"];
    for (actor, expected) in [
        (Actor::Reader, published_only),
        (
            actor(Role::FocalPoint, Some("AAA")),
            ["REF", "RF", "REF", "RPF", "RPF", "RESF", "RPSF", "REF", "RF", "REF", "RPF", "RPF"],
        ),
        // An official writes the dossier; the focal point answers for it.
        (
            actor(Role::Official, Some("AAA")),
            ["REF", "RF", "REF", "RPF", "RPF", "RESF", "RPSF", "RE", "R", "RE", "R", "R"],
        ),
        (
            actor(Role::Official, Some("BBB")),
            ["", "", "", "", "R", "RCS", "RCS", "", "", "", "", "R"],
        ),
        (actor(Role::Official, Some("CCC")), published_only),
        (actor(Role::Reviewer, None), asking),
        (actor(Role::Coordinator, None), reviewing),
        (actor(Role::Administrator, None), of_network),
    ] {
        for (entry, expected) in entries.iter().zip(expected) {
            let verbs = EntryVerb::VARIANTS.iter().zip(['R', 'E', 'P', 'C', 'S', 'F', 'V']);
            let allowed: String = verbs
                .filter(|(verb, _)| may_with_entry(&actor, **verb, entry))
                .map(|(_, letter)| letter)
                .collect();
            assert_eq!(allowed, expected, "{actor:?} {entry:?}");
            let read = may_with_entry(&actor, EntryVerb::Read, entry);
            assert_eq!(seen_in_list(&actor, entry), read, "{actor:?} {entry:?}");
        }
    }
}

#[test]
fn people_ask_to_take_part_in_a_published_meeting_that_is_open_and_in_nothing_else() {
    for kind in EntryKind::VARIANTS {
        for published in [true, false] {
            for opening in Opening::VARIANTS {
                let may = may_ask_to_take_part(&entry(*kind, None, false, published), *opening);
                let expected =
                    *kind == EntryKind::Meeting && published && *opening == Opening::Open;
                assert_eq!(may, expected, "{kind:?} {published} {opening:?}");
            }
        }
    }
}

/// Keeping the list, and erasing it: before the meeting, while it is open, after it.
#[test]
fn who_may_keep_and_erase_what_people_wrote_who_asked_to_take_part() {
    for (actor, keep, erase) in [
        (Actor::Reader, false, [false; 3]),
        (actor(Role::Official, Some("AAA")), false, [false; 3]),
        (actor(Role::FocalPoint, Some("AAA")), false, [false; 3]),
        (actor(Role::Reviewer, None), false, [false; 3]),
        (actor(Role::Administrator, None), false, [false; 3]),
        (actor(Role::Coordinator, None), true, [true, false, true]),
    ] {
        for published in [true, false] {
            let meeting = entry(EntryKind::Meeting, None, false, published);
            assert_eq!(may_keep_registrations(&actor, &meeting), keep, "{actor:?}");
            for (opening, expected) in Opening::VARIANTS.iter().zip(erase) {
                let may = may_erase_registrations(&actor, &meeting, *opening);
                assert_eq!(may, expected, "{actor:?} {opening:?}");
            }
        }
        let review = entry(EntryKind::Review, None, false, true);
        assert!(!may_keep_registrations(&actor, &review), "{actor:?}");
    }
}

#[test]
fn an_outcome_is_everybodys_once_the_review_is_concluded_and_the_coordinators_before() {
    let coordinator = actor(Role::Coordinator, None);
    let others = [
        Actor::Reader,
        actor(Role::FocalPoint, Some("AAA")),
        actor(Role::Reviewer, None),
        actor(Role::Administrator, None),
    ];
    for stage in [Stage::Planned, Stage::OpenForInput, Stage::InReview, Stage::Concluded] {
        let is_concluded = stage == Stage::Concluded;
        assert!(may_ask_for_outcome(&coordinator, stage, true), "{stage:?}");
        assert!(!may_ask_for_outcome(&coordinator, stage, false), "a draft has no outcome");
        for other in &others {
            assert_eq!(
                may_ask_for_outcome(other, stage, true),
                is_concluded,
                "{other:?} {stage:?}"
            );
        }
    }
    for (asked_by, rests_on_frozen, own, readers) in [
        (Some(1), false, true, false),
        (Some(2), false, false, false),
        (None, false, false, false),
        (Some(2), true, true, true),
        (None, true, true, true),
    ] {
        let seen = |actor: &Actor| may_see_job(actor, asked_by, rests_on_frozen);
        assert_eq!(seen(&coordinator), own, "{asked_by:?} {rests_on_frozen}");
        assert_eq!(seen(&Actor::Reader), readers, "{asked_by:?} {rests_on_frozen}");
    }
}

/// Every actor here is account 1.
#[test]
fn only_a_reviewer_whose_word_is_waited_for_assesses_a_practice_in_review() {
    let standing = |kind, stage, reviewers: &[i64]| EntryStanding {
        stage,
        reviewers: reviewers.to_vec(),
        ..entry(kind, Some("AAA"), false, false)
    };
    let asked = || standing(EntryKind::Practice, Stage::InReview, &[2, 1]);
    for (actor, entry, expected) in [
        (actor(Role::Reviewer, None), asked(), true),
        (actor(Role::Reviewer, None), standing(EntryKind::Practice, Stage::InReview, &[2]), false),
        (actor(Role::Reviewer, None), standing(EntryKind::Practice, Stage::Approved, &[1]), false),
        (actor(Role::Reviewer, None), standing(EntryKind::Dossier, Stage::InReview, &[1]), false),
        (actor(Role::Reviewer, None), standing(EntryKind::Review, Stage::InReview, &[1]), false),
        (actor(Role::Coordinator, None), asked(), false),
        (actor(Role::Administrator, None), asked(), false),
        (actor(Role::FocalPoint, Some("AAA")), asked(), false),
        (Actor::Reader, asked(), false),
    ] {
        let may = may_with_entry(&actor, EntryVerb::Assess, &entry);
        assert_eq!(may, expected, "{actor:?} {entry:?}");
    }
}

/// Every actor here is account 1; who said what: nothing, declared, gave an opinion.
#[test]
fn reviewers_are_blind_to_each_other_until_they_have_spoken_and_states_see_nothing() {
    use crate::follow_up::peer_review::{Declaration, Declared, Given, Opinion, ReviewerKind};
    let day = "2026-03-01".parse().expect("a day");
    let mut named = PeerReview::default();
    named.name(1, "Example".into(), ReviewerKind::External).expect("named");
    let mut declared = named.clone();
    let none = Declared { declaration: Some(Declaration::NoConflict), conflict: None };
    declared.declare(1, none, day).expect("declared");
    let mut given = declared.clone();
    let opinion = Given { opinion: Some(Opinion::Approve), comment: None };
    given.give_opinion(1, opinion, day).expect("given");
    let reviews = [PeerReview::default(), named, declared, given];
    let (nothing, own, all) = (ReviewSight::Nothing, ReviewSight::OwnPart(1), ReviewSight::All);
    for (actor, expected) in [
        (Actor::Reader, [nothing; 4]),
        (actor(Role::Official, Some("AAA")), [nothing; 4]),
        (actor(Role::FocalPoint, Some("AAA")), [nothing; 4]),
        (actor(Role::Reviewer, None), [own, own, own, all]),
        (actor(Role::Administrator, None), [own; 4]),
        (actor(Role::Coordinator, None), [all; 4]),
    ] {
        for (review, expected) in reviews.iter().zip(expected) {
            assert_eq!(review_sight(&actor, review), expected, "{actor:?} {review:?}");
        }
    }
}

#[test]
fn a_fictitious_state_takes_part_only_where_it_is_named() {
    let mut review = entry(EntryKind::Review, None, false, true);
    for (state, partners, expected) in [
        ("AZE", vec![], true),
        ("XXA", vec![], false),
        ("XXA", vec!["XXA"], true),
        ("XXB", vec!["XXA"], false),
    ] {
        review.partners = partners.into_iter().map(str::to_owned).collect();
        let actor = actor(Role::FocalPoint, Some(state));
        assert_eq!(
            may_with_entry(&actor, EntryVerb::TakePart, &review),
            expected,
            "{state} {review:?}"
        );
    }
}
