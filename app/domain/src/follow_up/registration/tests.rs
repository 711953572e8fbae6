use super::*;
use crate::fields::write;

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const WHOLE: [(&str, &str); 5] = [
    ("name", "Example Person"),
    ("organization", "Example Union"),
    ("email", "person@example.org"),
    ("attendance", "online"),
    ("consent", "yes"),
];

#[test]
fn a_decision_leads_from_every_status_to_where_it_should() {
    use RegistrationStatus::{Approved, Asked, Declined, Withdrawn};
    for (status, approve, decline) in [
        (Asked, Some(Approved), Some(Declined)),
        (Approved, None, Some(Declined)),
        (Declined, Some(Approved), None),
        // Who withdrew is asked for nothing any more.
        (Withdrawn, None, None),
    ] {
        assert_eq!(status.after(Decision::Approve), approve, "{status:?}");
        assert_eq!(status.after(Decision::Decline), decline, "{status:?}");
    }
}

/// Date, whether it is opened, what it is on 12 October 2026.
#[test]
fn people_may_ask_until_the_last_day_of_the_meeting() {
    for (date, is_opened, expected) in [
        (Some("2026-10-12"), true, Opening::Open),
        (Some("2026-10-11"), true, Opening::Over),
        (Some("2026-10-11"), false, Opening::Over),
        (Some("2026-10-13"), false, Opening::NotOpened),
        // Known to the month or the year alone, it may still come.
        (Some("2026-10"), true, Opening::Open),
        (Some("2026"), true, Opening::Open),
        (Some("2026-09"), true, Opening::Over),
        (None, true, Opening::Open),
        (None, false, Opening::NotOpened),
    ] {
        let date = date.map(|date| date.parse().expect("a date"));
        let about = About { date, registration_open: is_opened, ..About::default() };
        let today = "2026-10-12".parse().expect("a day");
        assert_eq!(opening(&about, today), expected, "{date:?} {is_opened}");
    }
}

#[test]
fn a_request_is_read_as_it_was_typed() {
    let read = read(&values(&WHOLE), Some(MeetingFormat::Hybrid)).expect("a request");
    assert_eq!(read.name.as_deref(), Some("Example Person"));
    assert_eq!(read.attendance, Some(Attendance::Online));
    assert!(read.consent);
}

/// Every field of the form comes back from what is kept.
#[test]
fn what_the_form_asks_for_is_what_is_kept() {
    let mut all = values(&WHOLE);
    for (name, text) in
        [("function", "Head"), ("state", "AZE"), ("interpretation", "ru"), ("needs", "A ramp")]
    {
        all.push(name, text);
    }
    let kept = read(&all, None).expect("a request");
    let kept = serde_json::to_value(kept).expect("plain data");
    assert_eq!(write(REGISTRATION, &kept), all);
}

#[test]
fn all_that_is_wrong_is_said_at_once_in_the_order_of_the_fields() {
    let found = read(
        &values(&[("email", "no address"), ("attendance", "in_person")]),
        Some(MeetingFormat::Online),
    )
    .expect_err("refused");
    let found: Vec<_> =
        found.iter().map(|problem| (problem.name.as_str(), problem.problem)).collect();
    assert_eq!(
        found,
        [
            ("name", FieldProblem::Required),
            ("organization", FieldProblem::NobodyNamed),
            ("email", FieldProblem::NotAnEmail),
            ("attendance", FieldProblem::NotHeldSo),
            ("consent", FieldProblem::NotTicked),
        ]
    );
}

#[test]
fn what_is_too_long_for_its_field_is_refused() {
    let long = "a".repeat(501);
    for name in ["name", "function", "organization", "email", "needs"] {
        let mut typed = values(&WHOLE);
        typed.take(name);
        typed.push(name, long.as_str());
        let found = read(&typed, None).expect_err(name);
        assert!(
            found.contains(&Problem { name: name.to_owned(), problem: FieldProblem::TooLong }),
            "{name}: {found:?}"
        );
    }
}

fn from(state: Option<&str>, organization: Option<&str>, attendance: Attendance) -> Registration {
    Registration {
        name: Some("Example Person".into()),
        state: state.map(str::to_owned),
        organization: organization.map(str::to_owned),
        attendance: Some(attendance),
        ..Registration::default()
    }
}

#[test]
fn only_states_and_organizations_that_are_missing_are_taken_over_each_once() {
    let listed = Participation {
        participants: vec![
            Participant { state: Some("KAZ".into()), ..Participant::default() },
            Participant { organization: Some("Example Union".into()), ..Participant::default() },
        ],
    };
    let approved = [
        from(Some("AZE"), Some("Ministry"), Attendance::Online),
        from(Some("AZE"), None, Attendance::InPerson),
        from(Some("KAZ"), None, Attendance::Online),
        from(None, Some(" example union"), Attendance::Online),
        from(None, Some("Example Agency"), Attendance::InPerson),
        from(None, Some("EXAMPLE AGENCY"), Attendance::Online),
        from(None, None, Attendance::Online),
    ];
    let standings = Standings {
        states: ParticipantStanding::Invited,
        organizations: ParticipantStanding::Stakeholder,
    };
    let expected = [
        Participant {
            state: Some("AZE".into()),
            organization: None,
            standing: Some(ParticipantStanding::Invited),
            // One of them is in the room.
            attendance: Some(Attendance::InPerson),
            note: None,
        },
        Participant {
            state: None,
            organization: Some("Example Agency".into()),
            standing: Some(ParticipantStanding::Stakeholder),
            attendance: Some(Attendance::InPerson),
            note: None,
        },
    ];
    assert_eq!(missing(&listed, &approved, standings), expected);
    let mut all = listed;
    all.participants.extend(expected);
    assert!(missing(&all, &approved, standings).is_empty(), "a second time adds nothing");
}
