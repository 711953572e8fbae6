//! A State that wants two people for publishing: what one wrote last, a colleague publishes.

use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    fields::{FieldProblem, SectionCode},
    follow_up::EntryKind,
    mailing::Pace,
    notices::NoticeKind,
    two_people::ChoiceProblem,
};
use register::{Error, Register, following::Place};

use crate::{
    common::{on_both, values},
    mailing::{draft, save, somebody, told, wants},
};

/// Two officials of Azerbaijan, of whom the first has chosen that nobody publishes alone.
async fn two_of_aze(register: &Register) -> (Actor, Actor) {
    let leyla = somebody(register, "leyla", Role::Official, Some("AZE")).await;
    let tural = somebody(register, "tural", Role::FocalPoint, Some("AZE")).await;
    register.choose_two_people(&leyla, true).await.expect("chosen");
    (leyla, tural)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_wrote_last_a_colleague_publishes_where_the_state_wants_two_people() {
    on_both(async |register| {
        let (leyla, tural) = two_of_aze(&register).await;
        let id = draft(&register, &leyla, "Example agreement").await;
        let publish = async |actor: &Actor| register.set_published(actor, id, true).await;
        assert!(register.needs_second_person(&leyla, id).await.expect("an answer"));
        assert!(matches!(publish(&leyla).await, Err(Error::SecondPerson)));
        assert!(register.agreement(&Actor::Reader, id).await.is_err());

        // Whoever changes it, if only a word, can no longer publish it alone.
        save(&register, &tural, id, SectionCode::Scope, 3, &[("in_words", "Seasonal work.")]).await;
        assert!(matches!(publish(&tural).await, Err(Error::SecondPerson)));
        assert!(publish(&leyla).await.expect("published").changed);

        // Another State goes on as it did.
        let aigul = somebody(&register, "aigul", Role::Official, Some("KAZ")).await;
        let own = draft_of(&register, &aigul, "KAZ").await;
        assert!(register.set_published(&aigul, own, true).await.expect("published").changed);
        assert_eq!(register.verify().await.expect("an answer").faults, []);
    })
    .await;
}

/// A draft of another State with Azerbaijan.
async fn draft_of(register: &Register, actor: &Actor, state: &str) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement of another State"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", state), ("parties.1.code", "AZE")]);
    let id = register.record(actor, &identity, &parties).await.expect("recorded").id;
    let life = [("events.0.kind", "signed"), ("events.0.date", "2017-04-05")];
    save(register, actor, id, SectionCode::Life, 1, &life).await;
    save(register, actor, id, SectionCode::References, 2, &[("sources.0.title", "Gazette")]).await;
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_for_publishing_is_named_by_a_colleague_and_falls_when_the_record_changes_after_it() {
    on_both(async |register| {
        let (leyla, tural) = two_of_aze(&register).await;
        wants(&register, &tural, Pace::Immediately).await;
        let id = draft(&register, &leyla, "Example agreement").await;
        let day = values(&[("shared_with", "own_state"), ("public_from", "2026-03-03")]);
        let Err(Error::Invalid(problems)) = register.share(&leyla, id, &day).await else {
            panic!("nobody names the day alone")
        };
        assert_eq!(problems[0].problem, FieldProblem::SecondPerson);
        let named = register.share(&tural, id, &day).await.expect("named");
        save(&register, &leyla, id, SectionCode::Scope, named.version, &[("in_words", "All.")])
            .await;

        register.clock().advance(TimeDelta::days(3));
        assert_eq!(register.publish_what_is_due().await.expect("an answer"), 0);
        let record = register.agreement(&leyla, id).await.expect("seen");
        assert_eq!((record.published_at, record.shared.public_from), (None, None));
        let path = format!("/agreements/{id}");
        let asked = vec![(NoticeKind::PublicationAsked, path)];
        assert_eq!(told(&register).await, Some(("tural@example.org".to_owned(), asked)));

        let day = values(&[("shared_with", "own_state"), ("public_from", "2026-03-09")]);
        register.share(&tural, id, &day).await.expect("named");
        register.clock().advance(TimeDelta::days(5));
        assert_eq!(register.publish_what_is_due().await.expect("an answer"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_publish_alone_asks_the_colleagues() {
    on_both(async |register| {
        let (leyla, tural) = two_of_aze(&register).await;
        let aigul = somebody(&register, "aigul", Role::Official, Some("KAZ")).await;
        for actor in [&leyla, &tural, &aigul] {
            wants(&register, actor, Pace::Immediately).await;
        }
        let id = draft(&register, &leyla, "Example agreement").await;
        let foreign = register.ask_for_second_person(&aigul, id).await;
        assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");
        for _ in ["once", "and once more by mistake"] {
            register.ask_for_second_person(&leyla, id).await.expect("asked");
        }
        let asked = vec![(NoticeKind::PublicationAsked, format!("/agreements/{id}"))];
        assert_eq!(told(&register).await, Some(("tural@example.org".to_owned(), asked)));
        assert_eq!(told(&register).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_and_a_merge_ask_for_two_people_as_a_record_does() {
    on_both(async |register| {
        let (leyla, tural) = two_of_aze(&register).await;
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let said = values(&[("text", "Example commitment"), ("due", "2026-03-20")]);
        let entry = register
            .begin_entry(&leyla, EntryKind::Commitment, place, &said)
            .await
            .expect("begun")
            .id;
        let alone = register.set_entry_published(&leyla, entry, true).await;
        assert!(matches!(alone, Err(Error::SecondPerson)), "{alone:?}");
        assert!(register.needs_second_person_for_entry(&leyla, entry).await.expect("an answer"));
        register.set_entry_published(&tural, entry, true).await.expect("published");

        let (one, other) = (
            draft(&register, &leyla, "Example agreement").await,
            draft(&register, &leyla, "Example agreement, once more").await,
        );
        for id in [one, other] {
            register.set_published(&tural, id, true).await.expect("published");
        }
        let alone = register.merge(&leyla, one, other, "The same text.").await;
        assert!(matches!(alone, Err(Error::Invalid(_))), "{alone:?}");
        register.merge(&tural, one, other, "The same text.").await.expect("merged");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_chooses_two_people_when_it_has_them_and_no_one_ends_it_alone() {
    on_both(async |register| {
        let leyla = somebody(&register, "leyla", Role::Official, Some("AZE")).await;
        let refused = async |actor: &Actor, wanted, expected| {
            let answer = register.choose_two_people(actor, wanted).await;
            assert!(matches!(answer, Err(Error::TwoPeople(found)) if found == expected));
        };
        refused(&leyla, true, ChoiceProblem::OneAccount).await;
        let tural = somebody(&register, "tural", Role::FocalPoint, Some("AZE")).await;
        let network = somebody(&register, "ines", Role::Coordinator, None).await;
        let foreign = register.choose_two_people(&network, true).await;
        assert!(matches!(foreign, Err(Error::NotAllowed)), "{foreign:?}");

        register.choose_two_people(&leyla, true).await.expect("chosen");
        refused(&leyla, false, ChoiceProblem::OwnChoice).await;
        let choice = register.two_people(&tural).await.expect("seen");
        assert_eq!((choice.chosen_by.as_deref(), choice.accounts), (Some("leyla"), 2));
        register.choose_two_people(&tural, false).await.expect("ended");
        assert!(register.two_people(&leyla).await.expect("seen").chosen.is_none());

        // Who is left alone is not locked out.
        register.choose_two_people(&leyla, true).await.expect("chosen");
        register.disable_account("tural@example.org").await.expect("disabled");
        register.choose_two_people(&leyla, false).await.expect("ended");
        assert_eq!(register.verify().await.expect("an answer").faults, []);
    })
    .await;
}
