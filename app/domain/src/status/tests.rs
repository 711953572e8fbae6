use proptest::prelude::*;

use super::*;
use crate::agreement::Party;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An agreement between two invented parties. Events are written `kind date [party] [>effective]`.
fn agreement(events: &[&str], life: Life) -> Agreement {
    let mut agreement = Agreement::default();
    for code in ["AAA", "BBB"] {
        agreement.parties.parties.push(Party { code: code.into(), role: None });
    }
    agreement.life = life;
    for text in events {
        let mut words = text.split(' ');
        let mut event = Event {
            kind: words.next().and_then(|word| word.parse().ok()),
            date: words.next().and_then(|word| word.parse().ok()),
            ..Event::default()
        };
        assert!(event.kind.is_some() && event.date.is_some(), "{text}");
        for word in words {
            match word.strip_prefix('>') {
                Some(effective) => event.effective = effective.parse().ok(),
                None => event.party = Some(word.into()),
            }
        }
        agreement.life.events.push(event);
    }
    agreement
}

fn statuses(agreement: &Agreement, days: &[&str]) -> Vec<Status> {
    let periods = status_periods(agreement, None);
    days.iter().map(|text| status_on(&periods, day(text))).collect()
}

fn fixed(years: u32) -> Life {
    Life { duration: Some(Duration::FixedTerm), term_months: Some(12 * years), ..Life::default() }
}

fn tacit(years: u32, notice_months: u32) -> Life {
    Life { tacit_renewal: Some(YesNo::Yes), notice_months: Some(notice_months), ..fixed(years) }
}

#[test]
fn nothing_recorded_is_not_known() {
    assert_eq!(statuses(&agreement(&[], Life::default()), &["2020-01-01"]), [Status::NotKnown]);
}

#[test]
fn an_agreement_walks_from_proposal_to_force() {
    let agreement = agreement(
        &[
            "proposed 2015-01-10",
            "negotiation_round 2015-06-01",
            "initialled 2016-02-01",
            "signed 2016-09-01",
            "ratified 2017-01-15 AAA",
            "entered_into_force 2017-12-21",
        ],
        Life::default(),
    );
    assert_eq!(
        statuses(
            &agreement,
            &[
                "2014-12-31",
                "2015-02-01",
                "2015-12-31",
                "2016-03-01",
                "2017-06-01",
                "2017-12-21",
                "2040-01-01"
            ]
        ),
        [
            Status::NotKnown,
            Status::Proposed,
            Status::UnderNegotiation,
            Status::Initialled,
            Status::Signed,
            Status::InForce,
            Status::InForce
        ]
    );
}

#[test]
fn it_is_signed_only_when_each_party_has_signed() {
    let agreement = agreement(&["signed 2020-01-01 AAA", "signed 2020-03-01 BBB"], Life::default());
    assert_eq!(
        statuses(&agreement, &["2020-02-01", "2020-03-01"]),
        [Status::NotKnown, Status::Signed]
    );
}

#[test]
fn a_date_known_to_the_year_counts_from_the_end_of_the_year() {
    let agreement = agreement(&["signed 2006", "entered_into_force 2007"], Life::default());
    assert_eq!(
        statuses(&agreement, &["2006-12-30", "2007-12-30", "2007-12-31"]),
        [Status::NotKnown, Status::Signed, Status::InForce]
    );
}

#[test]
fn a_fixed_term_expires_on_its_anniversary() {
    let agreement = agreement(&["signed 2010-01-01", "entered_into_force 2010-05-01"], fixed(5));
    assert_eq!(
        statuses(&agreement, &["2015-04-30", "2015-05-01"]),
        [Status::InForce, Status::Expired]
    );
}

#[test]
fn the_recorded_last_day_is_still_in_force() {
    let life = Life { expires_on: Some(PartialDate::Day(day("2019-12-31"))), ..Life::default() };
    let agreement = agreement(&["entered_into_force 2018-03-07"], life);
    assert_eq!(
        statuses(&agreement, &["2019-12-31", "2020-01-01"]),
        [Status::InForce, Status::Expired]
    );
}

#[test]
fn tacit_renewal_rolls_on_until_notice_is_given_in_time() {
    let rolling = agreement(&["entered_into_force 2010-05-01"], tacit(5, 6));
    assert_eq!(statuses(&rolling, &["2030-01-01"]), [Status::InForce]);
    assert_eq!(next_tacit_renewal(&rolling, day("2023-10-12")), Some(day("2025-05-01")));

    let in_time =
        agreement(&["entered_into_force 2010-05-01", "notice_given 2014-10-01"], tacit(5, 6));
    assert_eq!(
        statuses(&in_time, &["2014-12-01", "2015-05-01"]),
        [Status::NoticeGiven, Status::Expired]
    );

    let too_late =
        agreement(&["entered_into_force 2010-05-01", "notice_given 2014-12-01"], tacit(5, 6));
    assert_eq!(
        statuses(&too_late, &["2015-05-01", "2020-04-30", "2020-05-01"]),
        [Status::NoticeGiven, Status::NoticeGiven, Status::Expired]
    );
}

#[test]
fn a_notice_withdrawn_leaves_it_in_force() {
    let agreement = agreement(
        &[
            "entered_into_force 2010-05-01",
            "notice_given 2014-10-01",
            "notice_withdrawn 2014-12-01",
        ],
        tacit(5, 6),
    );
    assert_eq!(
        statuses(&agreement, &["2014-11-01", "2016-01-01"]),
        [Status::NoticeGiven, Status::InForce]
    );
}

#[test]
fn without_a_term_a_notice_takes_effect_after_its_period_or_twelve_months() {
    let silent =
        agreement(&["entered_into_force 2010-05-01", "notice_given 2014-10-01"], Life::default());
    assert_eq!(
        statuses(&silent, &["2015-09-30", "2015-10-01"]),
        [Status::NoticeGiven, Status::Terminated]
    );
    let named = agreement(
        &["entered_into_force 2010-05-01", "notice_given 2014-10-01 AAA >2014-12-31"],
        Life::default(),
    );
    assert_eq!(statuses(&named, &["2014-12-31"]), [Status::Terminated]);
}

#[test]
fn an_express_renewal_moves_the_end_and_after_a_gap_starts_anew() {
    let renewed = agreement(
        &["entered_into_force 2010-01-01", "renewed 2011-11-01", "renewed 2013-12-01 >2016-06-30"],
        fixed(2),
    );
    assert_eq!(
        statuses(&renewed, &["2013-06-01", "2016-06-29", "2016-06-30"]),
        [Status::InForce, Status::InForce, Status::Expired]
    );
    let gap =
        agreement(&["entered_into_force 2010-01-01", "renewed 2013-01-01 >2015-01-01"], fixed(2));
    assert_eq!(
        statuses(&gap, &["2012-06-01", "2013-01-01", "2015-01-01"]),
        [Status::Expired, Status::InForce, Status::Expired]
    );
}

#[test]
fn suspension_and_resumption() {
    let agreement = agreement(
        &["entered_into_force 2010-01-01", "suspended 2012-01-01", "resumed 2012-06-01"],
        Life::default(),
    );
    assert_eq!(
        statuses(&agreement, &["2012-02-01", "2012-06-01"]),
        [Status::Suspended, Status::InForce]
    );
}

#[test]
fn a_full_replacement_supersedes_it_on_the_day_it_enters_into_force() {
    let agreement =
        agreement(&["signed 2009-01-01", "entered_into_force 2010-01-01"], Life::default());
    let periods = status_periods(&agreement, Some(day("2018-02-03")));
    assert_eq!(status_on(&periods, day("2018-02-02")), Status::InForce);
    assert_eq!(status_on(&periods, day("2018-02-03")), Status::Superseded);
}

#[test]
fn the_earliest_end_counts() {
    let agreement = agreement(
        &[
            "entered_into_force 2010-01-01",
            "terminated 2012-06-01 >2012-12-31",
            "superseded 2013-01-01",
        ],
        fixed(10),
    );
    assert_eq!(
        statuses(&agreement, &["2012-12-30", "2012-12-31", "2021-01-01"]),
        [Status::InForce, Status::Terminated, Status::Terminated]
    );
}

#[test]
fn provisional_application_may_end_without_force() {
    let agreement = agreement(
        &[
            "signed 2020-01-01",
            "provisionally_applied 2020-02-01",
            "provisional_application_ended 2021-02-01",
        ],
        Life::default(),
    );
    assert_eq!(
        statuses(&agreement, &["2020-02-01", "2021-02-01"]),
        [Status::ProvisionallyApplied, Status::Signed]
    );
}

#[test]
fn ratification_by_one_side_changes_nothing() {
    let agreement = agreement(&["signed 2020-01-01", "ratified 2021-01-01 AAA"], Life::default());
    assert_eq!(statuses(&agreement, &["2022-01-01"]), [Status::Signed]);
}

fn any_event() -> impl Strategy<Value = Event> {
    (
        proptest::sample::select(EventKind::VARIANTS),
        1990..2030_i32,
        1..=12_u32,
        proptest::option::of(proptest::sample::select(vec!["AAA", "BBB"])),
        proptest::option::of(1990..2040_i32),
    )
        .prop_map(|(kind, year, month, party, effective)| Event {
            kind: Some(kind),
            date: Some(PartialDate::Month(year, month)),
            party: party.map(str::to_owned),
            effective: effective.map(PartialDate::Year),
            ..Event::default()
        })
}

proptest! {
    #[test]
    fn whatever_happened_each_day_has_one_status_and_an_end_is_only_undone_by_force(
        events in proptest::collection::vec(any_event(), 0..12),
        term in proptest::option::of(1..240_u32),
        is_tacit in any::<bool>(),
    ) {
        let mut agreement = agreement(&[], Life {
            duration: term.map(|_| Duration::FixedTerm),
            term_months: term,
            tacit_renewal: is_tacit.then_some(YesNo::Yes),
            ..Life::default()
        });
        agreement.life.events = events;
        let periods = status_periods(&agreement, None);
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].until, Some(pair[1].from));
            prop_assert!(pair[0].from < pair[1].from);
            prop_assert_ne!(pair[0].status, pair[1].status);
            if pair[0].status.is_ended() {
                prop_assert!(
                    pair[1].status.is_applied() || pair[1].status.is_ended(),
                    "{:?}", periods
                );
            }
        }
        prop_assert!(periods.last().is_none_or(|last| last.until.is_none()));
    }
}

#[test]
fn a_plurilateral_agreement_is_in_force_for_those_it_binds_and_not_for_others() {
    let mut agreement = agreement(
        &[
            "signed 2005-11-25",
            "entered_into_force 2006-06-01 AAA",
            "entered_into_force 2008-01-11 BBB",
        ],
        Life::default(),
    );
    agreement.parties.parties.push(Party { code: "CCC".into(), role: None });
    let between = |parties: &[&str]| {
        status_on(&status_periods_between(&agreement, None, parties), day("2024-01-01"))
    };
    assert_eq!(
        statuses(&agreement, &["2007-01-01", "2024-01-01"]),
        [Status::Signed, Status::InForce]
    );
    assert_eq!(between(&["AAA", "BBB"]), Status::InForce);
    assert_eq!(between(&["AAA"]), Status::InForce);
    assert_eq!(between(&["CCC"]), Status::Signed);
    assert_eq!(between(&["AAA", "CCC"]), Status::Signed);
}

#[test]
fn after_its_recorded_last_day_it_is_over_also_where_no_entry_into_force_is_known() {
    let life = Life { expires_on: "1952-05-11".parse().ok(), ..Life::default() };
    let agreement = agreement(&["signed 1951-02-09"], life);
    assert_eq!(
        statuses(&agreement, &["1951-06-01", "1952-05-11", "1952-05-12"]),
        [Status::Signed, Status::Signed, Status::Expired]
    );
}
