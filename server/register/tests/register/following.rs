//! The follow-up, as the pages ask for it.

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Actor, Role},
    fields::{FieldProblem, follow_up as forms},
    follow_up::{
        EntryKind, Target,
        progress::{EvidenceLevel, ProgressStatus, ReportProblem},
    },
    policy::EntryVerb,
};
use register::{
    Error, Register,
    following::{Place, Wanted, updates},
    recording::Act,
};

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

async fn talk(register: &Register) -> i64 {
    register.seed().await.expect("the starter data");
    register.entry_by_key(&Actor::Reader, "gcm-talk-baku-2023").await.expect("the Talk").id
}

async fn on_question(register: &Register, state: &str, question: u32) -> Place {
    let meeting = Some(talk(register).await);
    Place { owner: Some(state.into()), meeting, question: Some(question), parent: None }
}

async fn said(register: &Register, actor: &Actor, state: &str) -> Result<i64, Error> {
    let place = on_question(register, state, 4).await;
    let words = values(&[("text", "Example: two agreements are in force."), ("objectives", "5")]);
    let saved = register.begin_entry(actor, EntryKind::Statement, place, &words).await?;
    Ok(saved.id)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_talk_is_in_the_starter_data_once_and_everybody_reads_it() {
    on_both(async |register| {
        let meeting = talk(&register).await;
        assert_eq!(talk(&register).await, meeting, "a second start brings nothing twice");
        let wanted = Wanted { kind: Some(EntryKind::Meeting), ..Wanted::default() };
        assert_eq!(register.count_entries(&Actor::Reader, &wanted).await.expect("a count"), 1);
        let entry = register.entry(&Actor::Reader, meeting).await.expect("seen");
        let content: domain::follow_up::meeting::Meeting = entry.content();
        assert_eq!(content.meeting.questions.len(), 5);
        assert_eq!(content.states().len(), 10);
        let turkmenistan = Wanted { target: Some(Target::State("TKM".into())), ..wanted };
        assert_eq!(
            register.count_entries(&Actor::Reader, &turkmenistan).await.expect("a count"),
            1
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_records_its_own_statement_and_nobody_elses() {
    on_both(async |register| {
        let id = said(&register, &official("AZE"), "AZE").await.expect("recorded");
        let entry = register.entry(&official("AZE"), id).await.expect("seen");
        assert!(!entry.recorded_for);
        assert!(matches!(said(&register, &official("AZE"), "KAZ").await, Err(Error::NotAllowed)));
        for stranger in [Actor::Reader, official("KAZ"), coordinator()] {
            assert!(matches!(register.entry(&stranger, id).await, Err(Error::NotFound)));
        }
        register.set_entry_published(&official("AZE"), id, true).await.expect("published");
        assert!(!register.entry(&coordinator(), id).await.expect("seen").may(EntryVerb::Edit));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_network_records_for_a_state_is_marked_until_the_state_confirms_it() {
    on_both(async |register| {
        let id = said(&register, &coordinator(), "KAZ").await.expect("recorded");
        assert!(register.entry(&coordinator(), id).await.expect("seen").recorded_for);
        register.set_entry_published(&coordinator(), id, true).await.expect("published");

        for other in [official("AZE"), coordinator(), Actor::Reader] {
            assert!(matches!(register.confirm_entry(&other, id).await, Err(Error::NotAllowed)));
        }
        register.confirm_entry(&official("KAZ"), id).await.expect("confirmed");
        let entry = register.entry(&official("KAZ"), id).await.expect("seen");
        assert!(!entry.recorded_for);
        // From now on the words are the State's alone.
        let form = forms::STATEMENT;
        let words = values(&[("text", "Changed by the Network")]);
        let saved =
            register.save_entry(&coordinator(), id, form, entry.version, &words, None).await;
        assert!(matches!(saved, Err(Error::NotAllowed)));
        let (_, steps, _) =
            register.entry_history(&Actor::Reader, id, None).await.expect("a history");
        assert_eq!(steps[0].act, Some(Act::Confirmed));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_without_a_text_or_to_a_question_that_is_not_asked_is_refused() {
    on_both(async |register| {
        let place = on_question(&register, "AZE", 4).await;
        let begun = register
            .begin_entry(
                &official("AZE"),
                EntryKind::Statement,
                place.clone(),
                &values(&[("text", " ")]),
            )
            .await;
        match begun {
            Err(Error::Invalid(problems)) => {
                assert_eq!(problems[0].problem, FieldProblem::Required);
            }
            other => panic!("{other:?}"),
        }
        let place = Place { question: Some(6), ..place };
        let words = values(&[("text", "Example")]);
        let begun =
            register.begin_entry(&official("AZE"), EntryKind::Statement, place, &words).await;
        assert!(matches!(begun, Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_names_only_records_that_its_author_may_see() {
    on_both(async |register| {
        let place = on_question(&register, "KAZ", 4).await;
        let identity = values(&[
            ("kind", "protocol"),
            ("titles.0.text", "Draft"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let draft =
            register.record(&official("AZE"), &identity, &parties).await.expect("recorded").id;
        for (number, is_taken) in
            [("1", true), (draft.to_string().as_str(), false), ("999999", false)]
        {
            let words = values(&[("text", "Example"), ("agreements", number)]);
            let begun = register
                .begin_entry(&official("KAZ"), EntryKind::Statement, place.clone(), &words)
                .await;
            assert_eq!(begun.is_ok(), is_taken, "{number}");
        }
        let about = Wanted { target: Some(Target::Agreement(1)), ..Wanted::default() };
        assert_eq!(register.count_entries(&official("KAZ"), &about).await.expect("a count"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_is_followed_by_its_owner_and_its_partners() {
    on_both(async |register| {
        let statement = said(&register, &official("AZE"), "AZE").await.expect("recorded");
        let place =
            Place { owner: Some("AZE".into()), parent: Some(statement), ..Place::default() };
        let words = values(&[
            ("text", "Example commitment"),
            ("due", "2025-06"),
            ("partners.0.state", "KAZ"),
        ]);
        let id = register
            .begin_entry(&official("AZE"), EntryKind::Commitment, place, &words)
            .await
            .expect("begun")
            .id;
        register.set_entry_published(&official("AZE"), id, true).await.expect("published");
        let entry = register.entry(&Actor::Reader, id).await.expect("seen");
        assert_eq!(
            entry.meeting,
            register.entry(&official("AZE"), statement).await.expect("seen").meeting
        );
        assert!(entry.is_overdue, "the clock stands in 2026");

        let nothing = register.report(&official("AZE"), id, &values(&[])).await;
        assert!(matches!(nothing, Err(Error::Report(ReportProblem::NothingSaid))));
        let dropped =
            register.report(&official("AZE"), id, &values(&[("status", "dropped")])).await;
        assert!(matches!(dropped, Err(Error::Report(ReportProblem::NoReason))));
        let partner = values(&[("text", "We have seen it done")]);
        register.report(&official("KAZ"), id, &partner).await.expect("a partner's word");
        let decides =
            register.report(&official("KAZ"), id, &values(&[("status", "completed")])).await;
        assert!(matches!(decides, Err(Error::Report(ReportProblem::NotTheOwner))));
        for stranger in [Actor::Reader, official("TUR"), coordinator()] {
            let said = register.report(&stranger, id, &partner).await;
            assert!(matches!(said, Err(Error::NotAllowed)), "{stranger:?}");
        }
        register
            .report(&official("AZE"), id, &values(&[("status", "completed"), ("text", "Done")]))
            .await
            .expect("reported");

        let entry = register.entry(&Actor::Reader, id).await.expect("seen");
        assert_eq!((entry.status, entry.is_overdue), (Some(ProgressStatus::Completed), false));
        let updates = updates(&entry.content);
        assert_eq!(updates.len(), 2);
        assert_eq!(updates[0].report.evidence, Some(EvidenceLevel::ConfirmedByPartner));
        assert_eq!(updates[0].state.as_deref(), Some("KAZ"));
        let late = Wanted {
            kind: Some(EntryKind::Commitment),
            overdue_on: Some(register.clock().today()),
            ..Wanted::default()
        };
        assert_eq!(register.count_entries(&Actor::Reader, &late).await.expect("a count"), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_save_of_an_entry_is_answered_with_both_versions() {
    on_both(async |register| {
        let id = said(&register, &official("AZE"), "AZE").await.expect("recorded");
        let form = forms::STATEMENT;
        let mine = values(&[("text", "Mine")]);
        let theirs = values(&[("text", "Theirs")]);
        register.save_entry(&official("AZE"), id, form, 1, &theirs, None).await.expect("saved");
        match register.save_entry(&official("AZE"), id, form, 1, &mine, None).await {
            Err(Error::Conflict(collision)) => {
                assert_eq!(collision.current.get("text"), "Theirs");
                assert_eq!(collision.version, 2);
            }
            other => panic!("{other:?}"),
        }
    })
    .await;
}
