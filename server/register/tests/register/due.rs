//! What is due, as the list and the calendar ask for it.

use std::collections::BTreeMap;

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Actor, Role},
    fields::{SectionCode, follow_up as forms, write},
    follow_up::{EntryKind, dossier::Drafted, stage::Step},
};
use register::{
    Error, Register,
    accounts::NewAccount,
    due::{DEADLINES_PAGE, Due},
    following::Place,
    signing_in::Opened,
};

const PASSWORD: &str = "a quiet morning in May";
/// In force for five years, which end on 30 April 2026; a month's notice.
const LIFE: &[(&str, &str)] = &[
    ("events.0.kind", "signed"),
    ("events.0.date", "2021-04-01"),
    ("events.1.kind", "entered_into_force"),
    ("events.1.date", "2021-05-01"),
    ("duration", "fixed_term"),
    ("term_months", "60"),
    ("notice_months", "1"),
];

async fn save(
    register: &Register,
    id: i64,
    section: SectionCode,
    base: i32,
    pairs: &[(&str, &str)],
) {
    let saved =
        register.save_section(&official("AZE"), id, section, base, &values(pairs), None).await;
    saved.unwrap_or_else(|error| panic!("{section:?}: {error}"));
}

/// A draft of Azerbaijan with Kazakhstan, of which nothing is missing; its version is 3.
async fn draft(register: &Register) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&official("AZE"), &identity, &parties).await.expect("recorded").id;
    save(register, id, SectionCode::Life, 1, LIFE).await;
    save(register, id, SectionCode::References, 2, &[("sources.0.title", "Example gazette")]).await;
    id
}

async fn commitment(register: &Register, text: &str, due: &str) -> i64 {
    let place = Place { owner: Some("AZE".into()), ..Place::default() };
    let words = values(&[("text", text), ("due", due)]);
    let begun = register.begin_entry(&official("AZE"), EntryKind::Commitment, place, &words).await;
    begun.expect("begun").id
}

async fn due(register: &Register, actor: &Actor) -> Vec<String> {
    let (due, _) = register.deadlines(actor, 0).await.expect("a list");
    due.iter().map(Due::key).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_parties_of_a_published_record_have_its_deadlines_and_of_a_draft_only_its_own_state() {
    on_both(async |register| {
        let id = draft(&register).await;
        let all =
            ["not_registered", "notice_by", "expires"].map(|kind| format!("agreement-{id}-{kind}"));
        let (azerbaijan, kazakhstan) = (official("AZE"), official("KAZ"));
        assert_eq!(due(&register, &azerbaijan).await, all);
        assert!(due(&register, &kazakhstan).await.is_empty(), "a draft is not seen");

        register.set_published(&azerbaijan, id, true).await.expect("published");
        assert_eq!(due(&register, &kazakhstan).await, all);
        for other in [official("TUR"), account(Role::Reviewer, None)] {
            assert!(due(&register, &other).await.is_empty(), "{other:?}");
        }
        let refused = register.deadlines(&Actor::Reader, 0).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_has_ended_has_no_deadlines() {
    on_both(async |register| {
        let id = draft(&register).await;
        let ended: Vec<_> = LIFE
            .iter()
            .copied()
            .chain([("events.2.kind", "terminated"), ("events.2.date", "2026-01-01")])
            .collect();
        save(&register, id, SectionCode::Life, 3, &ended).await;
        assert!(due(&register, &official("AZE")).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_has_what_it_has_to_carry_out_and_the_network_what_is_late() {
    on_both(async |register| {
        let late = commitment(&register, "Late", "2026-02-01").await;
        let near = commitment(&register, "Near", "2026-03-15").await;
        let far = commitment(&register, "Far", "2028").await;
        let keys = |ids: &[i64]| -> Vec<String> {
            ids.iter().map(|id| format!("commitment-{id}-commitment_due")).collect()
        };
        let coordinator = account(Role::Coordinator, None);
        assert_eq!(due(&register, &official("AZE")).await, keys(&[late, near]));
        assert!(due(&register, &coordinator).await.is_empty(), "drafts are the State's alone");

        for id in [late, near, far] {
            register.set_entry_published(&official("AZE"), id, true).await.expect("published");
        }
        assert_eq!(due(&register, &coordinator).await, keys(&[late]));
        assert!(due(&register, &official("KAZ")).await.is_empty());

        let done = values(&[("status", "completed"), ("text", "Done")]);
        register.report(&official("AZE"), late, &done).await.expect("reported");
        assert_eq!(due(&register, &official("AZE")).await, keys(&[near]));
        assert!(due(&register, &coordinator).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_joint_committee_is_overdue_a_year_after_the_last_meeting_that_a_party_published() {
    on_both(async |register| {
        let id = draft(&register).await;
        let provisions = [("findings.joint_commit.finding", "yes")];
        save(&register, id, SectionCode::Provisions, 3, &provisions).await;
        register.set_published(&official("AZE"), id, true).await.expect("published");
        let report = async |state: &str, meeting: &str| {
            let actor = official(state);
            let place = Place { owner: Some(state.to_owned()), ..Place::default() };
            let number = id.to_string();
            let words = values(&[("agreements", number.as_str()), ("from", "2024")]);
            let kind = EntryKind::AgreementReport;
            let begun = register.begin_entry(&actor, kind, place, &words).await;
            let report = begun.expect("begun").id;
            let words = values(&[("meetings.0.date", meeting)]);
            let form = forms::JOINT_COMMITTEE;
            register.save_entry(&actor, report, form, 1, &words, None).await.expect("saved");
            report
        };
        let publish = async |state: &str, report: i64| {
            let done = register.set_entry_published(&official(state), report, true).await;
            done.expect("published");
        };
        let is_overdue = async |state: &str| {
            let key = format!("agreement-{id}-committee_overdue");
            due(&register, &official(state)).await.contains(&key)
        };
        let first = report("AZE", "2024-05-12").await;
        assert!(!is_overdue("AZE").await, "no meeting is published");
        publish("AZE", first).await;
        assert!(is_overdue("AZE").await);
        assert!(is_overdue("KAZ").await);
        let second = report("KAZ", "2025-11").await;
        publish("KAZ", second).await;
        assert!(!is_overdue("AZE").await, "the other party reports a later meeting");
    })
    .await;
}

/// The review of the ECE region, open for input until 15 April 2026.
async fn review(register: &Register) -> i64 {
    register.seed().await.expect("the starter data");
    let coordinator = account(Role::Coordinator, None);
    let entry = register.entry_by_key(&coordinator, "rr-ece-2024").await.expect("seen");
    let mut words = write(forms::REVIEW, &entry.content["review"]);
    words.take("input_due");
    words.push("input_due", "2026-04-15");
    let form = forms::REVIEW;
    let saved = register.save_entry(&coordinator, entry.id, form, entry.version, &words, None);
    saved.await.expect("saved");
    register.take_step(&coordinator, entry.id, Step::Open).await.expect("opened");
    entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_awaits_the_dossier_of_a_member_until_it_is_filed() {
    on_both(async |register| {
        let review = review(&register).await;
        let key = format!("review-{review}-review_input_due");
        let is_awaited = async |state: &str| due(&register, &official(state)).await.contains(&key);
        assert!(is_awaited("AZE").await);
        assert!(!is_awaited("PAK").await, "it is no member of the commission");
        let network = due(&register, &account(Role::Coordinator, None)).await;
        assert!(!network.contains(&key), "the Network awaits it and files none");
        let italy = account(Role::FocalPoint, Some("ITA"));
        assert!(is_awaited("ITA").await);
        register.take_part(&italy, review, false).await.expect("said");
        assert!(!is_awaited("ITA").await);

        let actor = signed_in(&register).await;
        let token = register.make_calendar(&actor).await.expect("made");
        let shown = register.calendar(token.secret()).await.expect("a calendar");
        let found = shown.iter().find(|due| due.key() == key).expect("it stands in the calendar");
        assert_eq!(found.deadline.day.map(|day| day.to_string()).as_deref(), Some("2026-04-15"));
        assert_eq!(found.path(), "/reviews/rr-ece-2024");

        let focal_point = account(Role::FocalPoint, Some("AZE"));
        let frozen = register.dossier_material(&focal_point, review).await.expect("drawn").frozen;
        let dossier = register.begin_dossier(&focal_point, review).await.expect("begun");
        assert!(is_awaited("AZE").await, "a draft is not filed");
        let draft = Drafted {
            language: "en".into(),
            on: "2026-03-01".parse().expect("a day"),
            frozen,
            chapters: BTreeMap::new(),
        };
        register.draft_dossier(&focal_point, dossier, draft).await.expect("drafted");
        register.take_step(&focal_point, dossier, Step::Submit).await.expect("filed");
        assert!(!is_awaited("AZE").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_pages() {
    on_both(async |register| {
        for number in 0..=DEADLINES_PAGE {
            let day = format!("2026-04-{:02}", number + 1);
            commitment(&register, "Example", &day).await;
        }
        let azerbaijan = official("AZE");
        let (first, more) = register.deadlines(&azerbaijan, 0).await.expect("a page");
        assert_eq!((first.len(), more), (DEADLINES_PAGE, true));
        let (second, more) = register.deadlines(&azerbaijan, 1).await.expect("a page");
        assert_eq!((second.len(), more), (1, false));
        assert!(first.iter().all(|due| due.deadline.day < second[0].deadline.day));
        let (beyond, more) = register.deadlines(&azerbaijan, 2).await.expect("a page");
        assert_eq!((beyond.len(), more), (0, false));
    })
    .await;
}

/// Somebody of Azerbaijan with an account of their own.
async fn signed_in(register: &Register) -> Actor {
    let new = NewAccount {
        email: "official@example.org".into(),
        name: "Example Official".into(),
        role: Role::Official,
        state: Some("AZE".into()),
        password: PASSWORD.into(),
    };
    register.add_account(new).await.expect("made");
    let signed_in = register.sign_in("official@example.org", PASSWORD.into(), "").await;
    signed_in.expect("an answer").and_then(Opened::session).expect("signed in").1
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_shows_what_its_account_may_see_and_has_a_day() {
    on_both(async |register| {
        let actor = signed_in(&register).await;
        let id = draft(&register).await;
        commitment(&register, "Long past", "2026-01-15").await;
        let past = commitment(&register, "Past", "2026-02-15").await;
        assert_eq!(register.calendar_made_at(&actor).await.expect("an answer"), None);
        let token = register.make_calendar(&actor).await.expect("made");
        let made_at = register.calendar_made_at(&actor).await.expect("an answer");
        assert_eq!(made_at, Some(register.clock().now()));
        let shown = register.calendar(token.secret()).await.expect("a calendar");
        let keys: Vec<_> = shown.iter().map(Due::key).collect();
        assert_eq!(
            keys,
            [
                format!("commitment-{past}-commitment_due"),
                format!("agreement-{id}-notice_by"),
                format!("agreement-{id}-expires"),
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendars_address_works_until_it_is_renewed_taken_away_or_its_account_is_disabled() {
    on_both(async |register| {
        let actor = signed_in(&register).await;
        let works = async |token: &str| match register.calendar(token).await {
            Ok(_) => true,
            Err(Error::NotFound) => false,
            Err(other) => panic!("{other:?}"),
        };
        let first = register.make_calendar(&actor).await.expect("made");
        assert!(works(first.secret()).await);
        assert!(!works("").await);
        assert!(!works(&"0".repeat(64)).await);

        let second = register.make_calendar(&actor).await.expect("made");
        assert!(!works(first.secret()).await, "renewed");
        assert!(works(second.secret()).await);
        register.revoke_calendar(&actor).await.expect("taken away");
        assert!(!works(second.secret()).await);

        let third = register.make_calendar(&actor).await.expect("made");
        register.disable_account("official@example.org").await.expect("disabled");
        assert!(!works(third.secret()).await);
        let password = "another quiet evening";
        register.reset_password("official@example.org", password.into()).await.expect("reset");
        assert!(!works(third.secret()).await, "who is enabled again makes a new address");

        for refused in [
            register.make_calendar(&Actor::Reader).await.map(|_| ()),
            register.revoke_calendar(&Actor::Reader).await,
        ] {
            assert!(matches!(refused, Err(Error::NotAllowed)));
        }
    })
    .await;
}
