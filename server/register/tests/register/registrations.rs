//! Taking part in a meeting, as the pages ask for it. And the versions of its minutes.

use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    fields::{FieldProblem, Values, follow_up as forms},
    follow_up::{
        EntryKind,
        meeting::{Attendance, Meeting, ParticipantStanding},
        registration::{Decision, Opening, Registration, RegistrationStatus, Standings},
    },
};
use register::{
    Error, Register,
    following::{Entry, Place},
    registering::{Count, Decided, Registered},
};

use crate::common::{account, official, on_both, values};

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

/// A meeting a month after the tests' clock, held in both ways.
async fn meeting(register: &Register, is_opened: bool, is_published: bool) -> i64 {
    let mut about =
        values(&[("title_en", "Example meeting"), ("date", "2026-04-01"), ("format", "hybrid")]);
    if is_opened {
        about.push("registration_open", "yes");
    }
    let begun = register
        .begin_entry(&coordinator(), EntryKind::Meeting, Place::default(), &about)
        .await
        .expect("begun");
    if is_published {
        register.set_entry_published(&coordinator(), begun.id, true).await.expect("published");
    }
    begun.id
}

async fn entry(register: &Register, id: i64) -> Entry {
    register.entry(&coordinator(), id).await.expect("seen")
}

fn request(name: &str, state: &str, attendance: &str) -> Values {
    values(&[
        ("name", name),
        ("state", state),
        ("email", &format!("{}@example.org", name.to_lowercase().replace(' ', "."))),
        ("attendance", attendance),
        ("needs", "A ramp"),
        ("consent", "yes"),
    ])
}

/// Asks without an account; answers the secret of the own page.
async fn asked(register: &Register, meeting: i64, request: &Values) -> String {
    let token = register.ask_to_take_part(&Actor::Reader, meeting, request).await.expect("asked");
    token.secret().to_owned()
}

async fn own(register: &Register, secret: &str) -> Registered {
    register.own_registration(secret).await.expect("the own page").registered
}

async fn decide(
    register: &Register,
    meeting: i64,
    ids: &[i64],
    decision: Decision,
    reason: &str,
) -> Result<Decided, Error> {
    let entry = entry(register, meeting).await;
    register.decide_registrations(&coordinator(), &entry, ids, decision, reason).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_asks_and_the_own_page_says_what_the_coordinator_decided() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let secret = asked(&register, meeting, &request("First Person", "AZE", "in_person")).await;
        let before = own(&register, &secret).await;
        assert_eq!(before.status, RegistrationStatus::Asked);
        assert_eq!(before.who.name.as_deref(), Some("First Person"));

        let declined = decide(&register, meeting, &[before.id], Decision::Decline, " ").await;
        assert!(
            matches!(&declined, Err(Error::Invalid(problems)) if problems[0].name == "reason"),
            "{declined:?}"
        );
        let nothing = decide(&register, meeting, &[], Decision::Approve, "").await;
        assert!(matches!(&nothing, Err(Error::Invalid(problems)) if problems[0].name == "ids"));
        let done =
            decide(&register, meeting, &[before.id], Decision::Decline, "The room is full.").await;
        assert_eq!(done.expect("declined"), Decided { changed: 1, left: 0 });
        let declined = own(&register, &secret).await;
        assert_eq!(declined.status, RegistrationStatus::Declined);
        assert_eq!(declined.reason.as_deref(), Some("The room is full."));

        let done = decide(&register, meeting, &[before.id], Decision::Approve, "").await;
        assert_eq!(done.expect("approved"), Decided { changed: 1, left: 0 });
        let again = decide(&register, meeting, &[before.id], Decision::Approve, "").await;
        assert_eq!(again.expect("as it was"), Decided::default());
        let approved = own(&register, &secret).await;
        assert_eq!((approved.status, approved.reason), (RegistrationStatus::Approved, None));
        assert_eq!(approved.decided_by.as_deref(), Some("Example Official"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_coordinators_sees_who_asked() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        asked(&register, meeting, &request("First Person", "AZE", "online")).await;
        for actor in [
            Actor::Reader,
            official("AZE"),
            account(Role::FocalPoint, Some("AZE")),
            account(Role::Reviewer, None),
            account(Role::Administrator, None),
        ] {
            let entry = register.entry(&actor, meeting).await.expect("seen");
            let list = register.registrations(&actor, &entry, None, 0).await;
            assert!(matches!(list, Err(Error::NotAllowed)), "{actor:?}");
            let door = register.approved_registrations(&actor, &entry).await;
            assert!(matches!(door, Err(Error::NotAllowed)), "{actor:?}");
            let decided =
                register.decide_registrations(&actor, &entry, &[1], Decision::Approve, "").await;
            assert!(matches!(decided, Err(Error::NotAllowed)), "{actor:?}");
            let counts = register.registration_counts(&actor, &entry).await.expect("an answer");
            assert_eq!(counts, None, "{actor:?}");
            assert!(!entry.content.to_string().contains("First Person"));
        }
        for token in ["", "0", "0".repeat(64).as_str()] {
            assert!(matches!(register.own_registration(token).await, Err(Error::NotFound)));
            assert!(matches!(register.withdraw_registration(token).await, Err(Error::NotFound)));
        }
        let entry = entry(&register, meeting).await;
        let list = register.registrations(&coordinator(), &entry, None, 0).await.expect("a list");
        assert_eq!(list.rows.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_published_meeting_whose_registration_is_open_takes_requests() {
    on_both(async |register| {
        let request = request("First Person", "AZE", "online");
        for (is_opened, is_published) in [(false, true), (true, false), (false, false)] {
            let meeting = meeting(&register, is_opened, is_published).await;
            let refused = register.ask_to_take_part(&Actor::Reader, meeting, &request).await;
            let expected = if is_published { "not allowed" } else { "not found" };
            assert_eq!(refused.err().map(|error| error.to_string()).as_deref(), Some(expected));
        }
        let meeting = meeting(&register, true, true).await;
        register.clock().advance(TimeDelta::days(32));
        let late = register.ask_to_take_part(&Actor::Reader, meeting, &request).await;
        assert!(matches!(late, Err(Error::NotAllowed)));
        assert_eq!(entry(&register, meeting).await.opening(), Opening::Over);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_twice_is_told_the_same_and_one_of_the_two_is_approved() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let first = request("First Person", "AZE", "online");
        let mut second = request("Another Name", "AZE", "online");
        second.take("email");
        second.push("email", " First.Person@Example.org");
        let secrets =
            [asked(&register, meeting, &first).await, asked(&register, meeting, &second).await];
        let statuses =
            [own(&register, &secrets[0]).await.status, own(&register, &secrets[1]).await.status];
        assert_eq!(statuses, [RegistrationStatus::Asked; 2], "neither page tells of the other");

        let entry = entry(&register, meeting).await;
        let list = register.registrations(&coordinator(), &entry, None, 0).await.expect("a list");
        let ids: Vec<i64> = list.rows.iter().map(|row| row.id).collect();
        assert!(list.rows.iter().all(|row| row.of_address == 2));
        let done = decide(&register, meeting, &ids, Decision::Approve, "").await;
        assert_eq!(done.expect("decided"), Decided { changed: 1, left: 1 });
        let list = register
            .registrations(&coordinator(), &entry, Some(RegistrationStatus::Approved), 0)
            .await
            .expect("a list");
        let approved: Vec<_> = list.rows.iter().map(|row| row.who.name.as_deref()).collect();
        assert_eq!(approved, [Some("First Person")]);
        // A request that is withdrawn frees the address.
        register.withdraw_registration(&secrets[0]).await.expect("withdrawn");
        let done = decide(&register, meeting, &ids, Decision::Approve, "").await;
        assert_eq!(done.expect("decided"), Decided { changed: 1, left: 0 });
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_requests_than_people_send_are_refused_for_a_while() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let refused = async |request: &Values| {
            let answer = register.ask_to_take_part(&Actor::Reader, meeting, request).await;
            matches!(answer, Err(Error::Invalid(problems)) if problems[0].problem == FieldProblem::TooMany)
        };
        let same = request("Same Person", "AZE", "online");
        for _ in 0..6 {
            asked(&register, meeting, &same).await;
        }
        for number in 0..54 {
            let other = request(&format!("Person {number}"), "AZE", "online");
            asked(&register, meeting, &other).await;
        }
        let late = request("Late Person", "AZE", "online");
        assert!(refused(&late).await, "for one meeting");
        register.clock().advance(TimeDelta::minutes(11));
        assert!(!refused(&late).await);
        assert!(!refused(&same).await, "that an address asked before is told to nobody");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_way_of_taking_part_is_asked_for_anew_and_withdrawing_erases() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let secret = asked(&register, meeting, &request("First Person", "AZE", "in_person")).await;
        let id = own(&register, &secret).await.id;
        decide(&register, meeting, &[id], Decision::Approve, "").await.expect("approved");
        register.change_attendance(&secret, "in_person").await.expect("as it was");
        assert_eq!(own(&register, &secret).await.status, RegistrationStatus::Approved);
        register.change_attendance(&secret, "online").await.expect("changed");
        let changed = own(&register, &secret).await;
        assert_eq!(
            (changed.status, changed.attendance),
            (RegistrationStatus::Asked, Attendance::Online)
        );
        assert_eq!((changed.who.attendance, changed.decided_by), (Some(Attendance::Online), None));
        let unknown = register.change_attendance(&secret, "by_post").await;
        assert!(matches!(unknown, Err(Error::Invalid(_))));

        register.withdraw_registration(&secret).await.expect("withdrawn");
        let withdrawn = own(&register, &secret).await;
        assert_eq!(withdrawn.status, RegistrationStatus::Withdrawn);
        assert!(withdrawn.is_erased);
        assert_eq!(
            (withdrawn.who, withdrawn.state.as_deref()),
            (Registration::default(), Some("AZE"))
        );
        let changed = register.change_attendance(&secret, "in_person").await;
        assert!(matches!(changed, Err(Error::NotAllowed)));
        let done = decide(&register, meeting, &[id], Decision::Approve, "").await;
        assert_eq!(done.expect("nothing to decide"), Decided::default());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn approved_states_become_participants_without_any_name() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let mut ids = Vec::new();
        for (name, state) in
            [("First Person", "AZE"), ("Second Person", "KAZ"), ("Third Person", "GEO")]
        {
            let secret = asked(&register, meeting, &request(name, state, "online")).await;
            ids.push(own(&register, &secret).await.id);
        }
        decide(&register, meeting, &ids[..2], Decision::Approve, "").await.expect("approved");
        let standings = Standings {
            states: ParticipantStanding::Member,
            organizations: ParticipantStanding::Stakeholder,
        };
        let take_over = async |reason: Option<String>| {
            let entry = entry(&register, meeting).await;
            register.take_over_participants(&coordinator(), &entry, standings, reason).await
        };
        let reason = "From approved registrations";
        assert_eq!(take_over(Some(reason.into())).await.expect("added"), 2);
        assert_eq!(take_over(None).await.expect("nothing to add"), 0);

        let entry = register.entry(&Actor::Reader, meeting).await.expect("seen");
        let content: Meeting = entry.content();
        assert_eq!(content.states(), ["AZE", "KAZ"]);
        let first = &content.participation.participants[0];
        assert_eq!(first.standing, Some(ParticipantStanding::Member));
        assert_eq!(first.attendance, Some(Attendance::Online));
        assert!(!entry.content.to_string().contains("Person"));
        let (_, steps, _) =
            register.entry_history(&Actor::Reader, meeting, None).await.expect("a history");
        assert_eq!(steps[0].reason.as_deref(), Some(reason));
        assert_eq!(steps[0].changes.len(), 2);
        let stranger = official("AZE");
        let entry = register.entry(&stranger, meeting).await.expect("seen");
        let refused = register.take_over_participants(&stranger, &entry, standings, None).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_meeting_what_people_wrote_is_erased_and_the_counts_stay() {
    on_both(async |register| {
        let meeting = meeting(&register, true, true).await;
        let secret = asked(&register, meeting, &request("First Person", "AZE", "in_person")).await;
        let other = asked(&register, meeting, &request("Second Person", "KAZ", "online")).await;
        register.withdraw_registration(&other).await.expect("withdrawn");
        let id = own(&register, &secret).await.id;
        decide(&register, meeting, &[id], Decision::Approve, "Welcome").await.expect("approved");
        let early = entry(&register, meeting).await;
        let refused = register.erase_registrations(&coordinator(), &early).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
        let before = register.registration_counts(&coordinator(), &early).await.expect("counts");

        register.clock().advance(TimeDelta::days(40));
        let entry = entry(&register, meeting).await;
        let refused = register.erase_registrations(&official("AZE"), &entry).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
        assert_eq!(register.erase_registrations(&coordinator(), &entry).await.expect("erased"), 2);
        assert_eq!(register.erase_registrations(&coordinator(), &entry).await.expect("none"), 0);
        for secret in [&secret, &other] {
            assert!(matches!(register.own_registration(secret).await, Err(Error::NotFound)));
        }
        let list = register.registrations(&coordinator(), &entry, None, 0).await.expect("a list");
        for row in &list.rows {
            assert!(row.is_erased);
            assert_eq!((&row.who, &row.reason), (&Registration::default(), &None));
        }
        let sorted = |mut counts: Vec<Count>| {
            counts.sort_by_key(|count| count.state.clone());
            counts
        };
        assert_eq!(before.map(sorted), Some(sorted(list.counts)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_versions_of_the_minutes_are_told_as_far_as_the_page_was_public() {
    on_both(async |register| {
        let meeting = meeting(&register, false, false).await;
        let save = async |text: &str| {
            let base = entry(&register, meeting).await.version;
            let text = values(&[("text", text)]);
            register
                .save_entry(&coordinator(), meeting, forms::MINUTES, base, &text, None)
                .await
                .expect("saved");
        };
        save("Opened.").await;
        save("Opened by the host.").await;
        register.set_entry_published(&coordinator(), meeting, true).await.expect("published");
        let numbers = async |actor: &Actor| -> Vec<usize> {
            let entry = register.entry(actor, meeting).await.expect("seen");
            let versions = register.form_versions(&entry, forms::MINUTES).await.expect("versions");
            versions.iter().map(|version| version.number).collect()
        };
        assert_eq!(numbers(&Actor::Reader).await, [2], "what stands on the page");
        assert_eq!(numbers(&coordinator()).await, [1, 2]);
        save("Opened by the host.\nClosed.").await;
        assert_eq!(numbers(&Actor::Reader).await, [3]);
        save("Opened by the host.\nClosed at six.").await;
        assert_eq!(numbers(&Actor::Reader).await, [3, 4]);

        let entry = register.entry(&Actor::Reader, meeting).await.expect("seen");
        let versions = register.form_versions(&entry, forms::MINUTES).await.expect("versions");
        let [before, after] = register
            .form_at_versions(&entry, forms::MINUTES, [&versions[0], &versions[1]])
            .await
            .expect("both texts");
        assert_eq!(before.get("text"), "Opened by the host.\nClosed.");
        assert_eq!(after.get("text"), "Opened by the host.\nClosed at six.");
    })
    .await;
}
