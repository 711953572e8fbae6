use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{
    agreement::{Duration, Identifier, Life, Party, TextFinding},
    follow_up::review::{About, TakesPart},
    status::status_periods,
};

const TODAY: &str = "2026-03-01";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A binding agreement between two invented parties. Events are written `kind date [party]`.
fn agreement(events: &[&str], life: Life) -> Agreement {
    let mut agreement = Agreement::default();
    agreement.identity.legal_nature = Some(LegalNature::Binding);
    for code in ["AAA", "BBB"] {
        agreement.parties.parties.push(Party { code: code.into(), role: None });
    }
    agreement.life = life;
    for text in events {
        let mut words = text.split(' ');
        let event = Event {
            kind: words.next().and_then(|word| word.parse().ok()),
            date: words.next().and_then(|word| word.parse().ok()),
            party: words.next().map(str::to_owned),
            ..Event::default()
        };
        assert!(event.kind.is_some() && event.date.is_some(), "{text}");
        agreement.life.events.push(event);
    }
    agreement
}

fn found(agreement: &Agreement, committee: Option<&str>) -> Vec<Deadline> {
    let periods = status_periods(agreement, None);
    deadlines(agreement, &periods, committee.map(day), day(TODAY))
}

/// Each deadline as `kind day`, `kind since date` and its party.
fn told(agreement: &Agreement) -> Vec<String> {
    let tell = |deadline: &Deadline| {
        let mut text = deadline.kind.code().to_owned();
        for part in [
            deadline.day.map(|day| day.to_string()),
            deadline.since.map(|since| format!("since {since}")),
            deadline.party.clone(),
        ] {
            text.extend(part.map(|part| format!(" {part}")));
        }
        text
    };
    found(agreement, None).iter().map(tell).collect()
}

fn term(years: u32, tacit_renewal: Option<YesNo>, notice_months: Option<u32>) -> Life {
    Life {
        duration: Some(Duration::FixedTerm),
        term_months: Some(12 * years),
        tacit_renewal,
        notice_months,
        ..Life::default()
    }
}

#[test]
fn ends_renewals_and_notices_follow_from_the_term() {
    let registered = "registered 2021-01-01";
    for (events, life, expected) in [
        // Five years from 1 May 2021: 30 April 2026 is the last day; no notice is left to be given.
        (
            vec!["entered_into_force 2021-05-01", registered],
            term(5, Some(YesNo::No), Some(6)),
            vec!["expires 2026-04-30"],
        ),
        // Nothing is known of a renewal: there is a notice period, so there may be a renewal.
        (
            vec!["entered_into_force 2021-05-01", registered],
            term(5, None, Some(1)),
            vec!["expires 2026-04-30", "notice_by 2026-04-01"],
        ),
        (
            vec!["entered_into_force 2021-05-01", registered],
            term(5, Some(YesNo::Yes), Some(1)),
            vec!["renews_tacitly 2026-05-01", "notice_by 2026-04-01"],
        ),
        // The last day for a notice has passed: it renews, whatever anybody does.
        (
            vec!["entered_into_force 2021-05-01", registered],
            term(5, Some(YesNo::Yes), Some(6)),
            vec!["renews_tacitly 2026-05-01"],
        ),
        // Notice was given: it ends, and no other notice is asked for.
        (
            vec!["entered_into_force 2021-05-01", registered, "notice_given 2025-10-01"],
            term(5, Some(YesNo::Yes), Some(6)),
            vec!["expires 2026-04-30"],
        ),
        // The recorded last day counts also where no entry into force is known.
        (
            vec!["signed 2021-05-01"],
            Life {
                expires_on: "2026-12-31".parse().ok(),
                notice_months: Some(3),
                ..Life::default()
            },
            vec!["expires 2026-12-31"],
        ),
        // An end that lies years ahead is there; it is only not shown yet.
        (
            vec!["entered_into_force 2021-05-01", registered],
            term(20, Some(YesNo::No), None),
            vec!["expires 2041-04-30"],
        ),
        (vec!["entered_into_force 2021-05-01", registered], Life::default(), vec![]),
        (vec!["entered_into_force 2015-05-01"], term(5, Some(YesNo::No), Some(6)), vec![]),
    ] {
        let agreement = agreement(&events, life);
        assert_eq!(told(&agreement), expected, "{events:?}");
    }
}

#[test]
fn a_ratification_is_open_for_the_party_that_has_not_ratified() {
    for (events, expected) in [
        (vec!["signed 2024-01-10"], vec![]),
        (
            vec!["signed 2024-01-10", "ratified 2024-06 AAA"],
            vec!["ratification_open since 2024-06 BBB"],
        ),
        (
            vec!["signed 2024-01-10", "notified 2025-02-03 BBB"],
            vec!["ratification_open since 2025-02-03 AAA"],
        ),
        (vec!["signed 2024-01-10", "ratified 2024-06 AAA", "notified 2025-01-01 BBB"], vec![]),
        (vec!["signed 2024-01-10", "ratified 2024-06 AAA", "instruments_exchanged 2025"], vec![]),
        (vec!["signed 2024-01-10", "ratified 2024-06"], vec![]),
        (vec!["signed 2024-01-10", "ratified 2027-06 AAA"], vec![]),
        (vec!["ratified 2024-06 AAA"], vec![]),
        (vec!["signed 2024-01-10", "ratified 2024-06 AAA", "terminated 2025-01-01"], vec![]),
    ] {
        let mut agreement = agreement(&events, Life::default());
        assert_eq!(told(&agreement), expected, "{events:?}");
        agreement.identity.legal_nature = Some(LegalNature::NonBinding);
        assert!(told(&agreement).is_empty(), "not binding: {events:?}");
    }
}

#[test]
fn a_binding_agreement_in_force_is_to_be_registered() {
    let in_force = || agreement(&["entered_into_force 2021-05"], Life::default());
    assert_eq!(told(&in_force()), ["not_registered since 2021-05"]);

    let mut registered = in_force();
    registered.references.identifiers.push(Identifier {
        scheme: Some(IdentifierScheme::UnTreatyRegistration),
        series: None,
        value: "I-00000".into(),
    });
    let mut undetermined = in_force();
    undetermined.identity.legal_nature = Some(LegalNature::Undetermined);
    let life = Life::default;
    for nothing in [
        registered,
        undetermined,
        agreement(&["entered_into_force 2021-05", "registered 2022"], life()),
        agreement(&["entered_into_force 1938-05-01"], life()),
        agreement(&["signed 2021-05-01"], life()),
        agreement(&["entered_into_force 2021-05-01", "terminated 2022-01-01"], life()),
    ] {
        assert!(told(&nothing).is_empty(), "{nothing:?}");
    }
}

#[test]
fn a_committee_is_late_a_year_after_its_last_meeting_and_never_where_no_meeting_is_known() {
    let mut agreement =
        agreement(&["entered_into_force 2021-05-01", "registered 2022"], Life::default());
    let kinds = |agreement: &Agreement, last: Option<&str>| -> Vec<DeadlineKind> {
        found(agreement, last).iter().map(|deadline| deadline.kind).collect()
    };
    assert!(kinds(&agreement, Some("2024-01-01")).is_empty(), "no committee is known");
    agreement.provisions.findings.push(TextFinding {
        item: JOINT_COMMITTEE.into(),
        finding: Some(Finding::Yes),
        ..TextFinding::default()
    });
    for (last, late) in [
        (None, false),
        (Some("2025-03-01"), false),
        (Some("2025-02-28"), true),
        (Some("2021-06-01"), true),
    ] {
        let expected = if late { vec![DeadlineKind::CommitteeOverdue] } else { vec![] };
        assert_eq!(kinds(&agreement, last), expected, "{last:?}");
    }
}

#[test]
fn what_is_to_be_carried_out_is_due_until_it_is_completed_or_dropped() {
    let with = |updates: Value| json!({"commitment": {"due": "2026-04"}, "updates": updates});
    let update =
        |status: &str| json!([{"status": status, "on": "2026-01-01", "author": "Example"}]);
    for (kind, content, due) in [
        (EntryKind::Commitment, with(json!([])), Some("2026-04-30")),
        (EntryKind::Commitment, with(update("in_progress")), Some("2026-04-30")),
        (EntryKind::Commitment, with(update("completed")), None),
        (EntryKind::Commitment, with(update("dropped")), None),
        (EntryKind::Commitment, json!({"commitment": {"text": "Example"}}), None),
        (EntryKind::Pledge, json!({"pledge": {"to": "2027"}}), Some("2027-12-31")),
        (EntryKind::Meeting, json!({"meeting": {"date": "2026-05-01"}}), None),
        (EntryKind::Deliverable, json!({"deliverable": {"due": "2024"}}), Some("2024-12-31")),
        (EntryKind::Deliverable, json!({"deliverable": {"due": "2024", "kind": "guidance"}}), None),
    ] {
        let day = of_entry(kind, &content).and_then(|deadline| deadline.day);
        assert_eq!(day, due.map(self::day), "{kind:?} {content}");
    }
}

#[test]
fn a_review_awaits_the_dossier_of_a_state_that_may_take_part_until_it_is_filed() {
    let review = |input_due: Option<&str>, said: Option<bool>| {
        let mut review = Review {
            review: About {
                commission: Some("ECE".into()),
                input_due: input_due.map(|due| due.parse().expect("a date")),
                ..About::default()
            },
            ..Review::default()
        };
        if let Some(takes_part) = said {
            let (state, author) = ("AZE".to_owned(), "Example".to_owned());
            review.say(TakesPart { state, takes_part, on: day("2026-01-01"), author });
        }
        review
    };
    let due = Some("2026-04");
    for (review, stage, state, is_filed, expected) in [
        (review(due, None), Stage::OpenForInput, "AZE", false, Some("2026-04-30")),
        (review(due, Some(true)), Stage::OpenForInput, "AZE", false, Some("2026-04-30")),
        (review(due, Some(false)), Stage::OpenForInput, "AZE", false, None),
        (review(due, None), Stage::OpenForInput, "AZE", true, None),
        (review(due, None), Stage::OpenForInput, "PAK", false, None),
        (review(None, None), Stage::OpenForInput, "AZE", false, None),
        (review(due, None), Stage::Planned, "AZE", false, None),
        (review(due, None), Stage::Concluded, "AZE", false, None),
    ] {
        let found = of_review(&review, stage, state, is_filed);
        let kind = found.as_ref().map(|deadline| deadline.kind);
        assert_eq!(kind, expected.map(|_| DeadlineKind::ReviewInputDue), "{review:?}");
        let found = found.and_then(|deadline| deadline.day);
        assert_eq!(found, expected.map(day), "{stage:?} {state} {is_filed} {review:?}");
    }
}

#[test]
fn what_is_open_or_late_comes_first_and_what_is_more_than_a_year_off_is_not_shown() {
    for (on, nearness) in [
        (None, Some(Nearness::Open)),
        (Some("2024-01-01"), Some(Nearness::Open)),
        (Some("2026-02-28"), Some(Nearness::Open)),
        (Some("2026-03-01"), Some(Nearness::Soon)),
        (Some("2026-03-31"), Some(Nearness::Soon)),
        (Some("2026-04-01"), Some(Nearness::Later)),
        (Some("2027-03-01"), Some(Nearness::Later)),
        (Some("2027-03-02"), None),
    ] {
        let mut deadline = Deadline::open(DeadlineKind::Expires, None);
        deadline.day = on.map(day);
        assert_eq!(deadline.nearness(day(TODAY)), nearness, "{on:?}");
    }
}

#[test]
fn a_calendar_keeps_what_has_a_day_for_a_month_after_it() {
    for (on, stays) in [
        (None, false),
        (Some("2026-01-29"), false),
        (Some("2026-01-30"), true),
        (Some("2028-01-01"), true),
    ] {
        let mut deadline = Deadline::open(DeadlineKind::Expires, None);
        deadline.day = on.map(day);
        assert_eq!(deadline.calendar_day(day(TODAY)).is_some(), stays, "{on:?}");
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    (
        proptest::sample::select(EventKind::VARIANTS),
        2000..2030_i32,
        1..=12_u32,
        proptest::option::of(proptest::sample::select(vec!["AAA", "BBB"])),
    )
        .prop_map(|(kind, year, month, party)| Event {
            kind: Some(kind),
            date: Some(PartialDate::Month(year, month)),
            party: party.map(str::to_owned),
            ..Event::default()
        })
}

proptest! {
    #[test]
    fn what_has_ended_has_no_deadline_and_no_notice_comes_after_what_it_is_against(
        events in proptest::collection::vec(any_event(), 0..12),
        months in proptest::option::of(1..240_u32),
        notice_months in proptest::option::of(0..24_u32),
        is_tacit in any::<bool>(),
        day in 0..12_000_u64,
    ) {
        let mut agreement = agreement(&[], Life {
            duration: months.map(|_| Duration::FixedTerm),
            term_months: months,
            tacit_renewal: is_tacit.then_some(YesNo::Yes),
            notice_months,
            ..Life::default()
        });
        agreement.life.events = events;
        let today = self::day("2000-01-01") + Days::new(day);
        let periods = status_periods(&agreement, None);
        let found = deadlines(&agreement, &periods, None, today);
        if status_on(&periods, today).is_ended() {
            prop_assert!(found.is_empty(), "{:?}", found);
        }
        let of = |kinds: &[DeadlineKind]| {
            found
                .iter()
                .filter(|deadline| kinds.contains(&deadline.kind))
                .filter_map(|deadline| deadline.day)
                .min()
        };
        if let Some(notice) = of(&[DeadlineKind::NoticeBy]) {
            let end = of(&[DeadlineKind::Expires, DeadlineKind::RenewsTacitly]);
            prop_assert!(end.is_some_and(|end| notice <= end), "{:?}", found);
        }
        for deadline in &found {
            prop_assert!(deadline.day.is_none_or(|day| day >= today), "{:?}", deadline);
            prop_assert!(deadline.day.is_some() || deadline.since.is_some(), "{:?}", deadline);
        }
    }
}
