//! Who sees a record before everybody does, in every list, count and history.

use chrono::TimeDelta;
use domain::{
    account::{Actor, Role},
    confirmation::Answer,
    fields::{FieldProblem, SectionCode, Values},
    policy::Verb,
    search::{Facet, Query},
    sharing::Sharing,
};
use register::{Error, Register, recording::Act};

use crate::common::{account, official, on_both, values};

const TITLE: &str = "Example agreement on lighthouse keepers";

/// A record of AZE with KAZ that holds all that publishing asks for.
async fn draft(register: &Register) -> i64 {
    let own = official("AZE");
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", TITLE),
        ("titles.0.language", "en"),
        ("titles.0.original", "yes"),
    ]);
    let parties = values(&[
        ("parties.0.code", "AZE"),
        ("parties.0.role", "origin"),
        ("parties.1.code", "KAZ"),
    ]);
    let id = register.record(&own, &identity, &parties).await.expect("recorded").id;
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2023-05-04")]);
    let source = values(&[("sources.0.title", "Example gazette")]);
    for (section, version, values) in
        [(SectionCode::Life, 1, life), (SectionCode::References, 2, source)]
    {
        register.save_section(&own, id, section, version, &values, None).await.expect("saved");
    }
    id
}

fn sharing(with: Sharing, public_from: &str) -> Values {
    values(&[("shared_with", with.code()), ("public_from", public_from)])
}

async fn share(register: &Register, id: i64, with: Sharing) {
    register.share(&official("AZE"), id, &sharing(with, "")).await.expect("shared");
}

/// Everybody who could want to see it, with the first sharing by which they do.
fn everybody() -> [(Actor, Option<Sharing>); 7] {
    [
        (official("AZE"), Some(Sharing::OwnState)),
        (account(Role::FocalPoint, Some("AZE")), Some(Sharing::OwnState)),
        (official("KAZ"), Some(Sharing::Parties)),
        (account(Role::Reviewer, None), Some(Sharing::Network)),
        (account(Role::Coordinator, None), Some(Sharing::Network)),
        (official("UZB"), None),
        (Actor::Reader, None),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_seen_by_those_with_whom_its_state_shares_it_and_by_nobody_else() {
    on_both(async |register| {
        let id = draft(&register).await;
        for with in [Sharing::OwnState, Sharing::Parties, Sharing::Network, Sharing::Parties] {
            share(&register, id, with).await;
            for (actor, from) in everybody() {
                let sees = from.is_some_and(|from| from <= with);
                let whole = register.agreement(&actor, id).await;
                assert_eq!(whole.is_ok(), sees, "{actor:?} {with:?}");
                let searched = Query::from_address("q=lighthouse");
                let of_party = Query::from_address("party=KAZ");
                for query in [Query::default(), searched, of_party] {
                    let list = register.list(&actor, &query).await.expect("a list");
                    assert_eq!(list.total, u64::from(sees), "{actor:?} {with:?} {query:?}");
                    assert_eq!(list.drafts, u64::from(sees), "{actor:?} {with:?} {query:?}");
                    let counted: u64 = list
                        .facets
                        .iter()
                        .filter(|(facet, _)| *facet == Facet::Kind)
                        .flat_map(|(_, values)| values.iter().map(|(_, count)| *count))
                        .sum();
                    assert_eq!(counted, u64::from(sees), "{actor:?} {with:?} {query:?}");
                }
                let titles = register.titles(&actor, &[id]).await.expect("titles");
                assert_eq!(!titles.is_empty(), sees, "{actor:?} {with:?}");
                assert_eq!(register.history(&actor, id, None).await.is_ok(), sees, "{actor:?}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shared_is_read_and_answered_and_edited_by_nobody_else() {
    on_both(async |register| {
        let id = draft(&register).await;
        share(&register, id, Sharing::Network).await;
        for stranger in [official("KAZ"), account(Role::Coordinator, None)] {
            let record = register.agreement(&stranger, id).await.expect("seen");
            assert!(record.may(Verb::Read), "{stranger:?}");
            for verb in [Verb::Edit, Verb::Publish, Verb::Share, Verb::Withdraw, Verb::Discard] {
                assert!(!record.may(verb), "{stranger:?} {verb:?}");
            }
            let shared = register.share(&stranger, id, &sharing(Sharing::OwnState, "")).await;
            assert!(matches!(shared, Err(Error::NotAllowed)), "{stranger:?}");
        }
        let shared = register.share(&official("UZB"), id, &sharing(Sharing::Parties, "")).await;
        assert!(matches!(shared, Err(Error::NotFound)), "that there is such a record is not told");

        let (waiting, _) = register.inbox(&official("KAZ"), 0).await.expect("an inbox");
        assert_eq!(waiting.iter().map(|waiting| waiting.row.id).collect::<Vec<_>>(), [id]);
        let record = register.agreement(&official("KAZ"), id).await.expect("seen");
        register
            .answer(&official("KAZ"), id, SectionCode::Life, record.version, None, None)
            .await
            .expect("confirmed");
        let record = register.agreement(&official("AZE"), id).await.expect("seen");
        let said: Vec<_> = record.said.iter().map(|by| by.said.clone()).collect();
        let answer = |state| {
            domain::confirmation::answer(&record.agreement, SectionCode::Life, state, &said)
        };
        assert_eq!(answer("KAZ"), Answer::Confirmed);
        // Whether anybody spoke of what is not published is not told to everybody.
        let heard = register.last_heard_from_all().await.expect("an answer");
        assert!(!heard.contains_key("KAZ"), "{heard:?}");

        share(&register, id, Sharing::OwnState).await;
        let (waiting, _) = register.inbox(&official("KAZ"), 0).await.expect("an inbox");
        assert!(waiting.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_tells_a_party_what_happened_while_it_saw_the_record_and_nothing_before() {
    on_both(async |register| {
        let id = draft(&register).await;
        let acts = async |actor: &Actor| -> Vec<Option<Act>> {
            let (_, entries, _) = register.history(actor, id, None).await.expect("a history");
            entries.iter().map(|entry| entry.act).collect()
        };
        let save = async |version, months: &str| {
            let life = values(&[
                ("events.0.kind", "signed"),
                ("events.0.date", "2023-05-04"),
                ("notice_months", months),
            ]);
            register
                .save_section(&official("AZE"), id, SectionCode::Life, version, &life, None)
                .await
                .expect("saved");
        };
        share(&register, id, Sharing::Parties).await;
        save(4, "6").await;
        assert_eq!(acts(&official("KAZ")).await, [Some(Act::Saved), Some(Act::Shared)]);
        share(&register, id, Sharing::OwnState).await;
        save(6, "9").await;
        share(&register, id, Sharing::Network).await;
        // The two that were made while the record was its State's alone are not told, nor what they changed.
        let (_, entries, _) =
            register.history(&official("KAZ"), id, None).await.expect("a history");
        let told: Vec<_> =
            entries.iter().map(|entry| (entry.version, entry.changes.len())).collect();
        assert_eq!(told, [(8, 0), (5, 1), (4, 0)]);
        let network = account(Role::Reviewer, None);
        assert_eq!(acts(&network).await, [Some(Act::Shared)]);

        register.set_published(&official("AZE"), id, true).await.expect("published");
        assert_eq!(acts(&Actor::Reader).await, [Some(Act::Published)]);
        assert_eq!(register.verify().await.expect("an answer").faults, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_publishes_a_record_on_the_day_that_its_state_named_and_not_before() {
    on_both(async |register| {
        let id = draft(&register).await;
        let own = official("AZE");
        let named = sharing(Sharing::Parties, "2026-03-03");
        register.share(&own, id, &named).await.expect("shared");
        let is_public = async || register.agreement(&Actor::Reader, id).await.is_ok();
        for _ in ["the same day", "the day before"] {
            assert_eq!(register.publish_what_is_due().await.expect("an answer"), 0);
            assert!(!is_public().await);
            register.clock().advance(TimeDelta::days(1));
        }
        assert!(!is_public().await, "nothing is seen because time passes alone");
        assert_eq!(register.publish_what_is_due().await.expect("an answer"), 1);
        assert_eq!(register.publish_what_is_due().await.expect("an answer"), 0);
        assert!(is_public().await);
        let (record, entries, _) = register.history(&Actor::Reader, id, None).await.expect("told");
        assert_eq!(entries[0].act, Some(Act::PublishedOnDay));
        assert_eq!(entries[0].author, "Example Official (AZE)");
        assert_eq!((record.shared.with, record.shared.public_from), (Sharing::OwnState, None));

        // What is taken back is its State's alone again, and no day waits any more.
        register.set_published(&own, id, false).await.expect("taken back");
        assert!(!is_public().await);
        assert!(register.agreement(&official("KAZ"), id).await.is_err());
        register.clock().advance(TimeDelta::days(30));
        assert_eq!(register.publish_what_is_due().await.expect("an answer"), 0);
        assert_eq!(register.verify().await.expect("an answer").faults, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_taken_only_for_a_record_that_can_be_published_and_stays_so() {
    on_both(async |register| {
        let own = official("AZE");
        let id = draft(&register).await;
        let shared = register.share(&own, id, &sharing(Sharing::Parties, "2026-03-01")).await;
        let Err(Error::Invalid(problems)) = shared else { panic!("{shared:?}") };
        assert_eq!(problems[0].problem, FieldProblem::NotInFuture);
        register.share(&own, id, &sharing(Sharing::Parties, "2026-06-01")).await.expect("shared");
        let none = values(&[]);
        let emptied =
            register.save_section(&own, id, SectionCode::References, 4, &none, None).await;
        assert!(matches!(emptied, Err(Error::Incomplete(_))), "{emptied:?}");

        // Without a source.
        let identity = values(&[
            ("kind", "labour_migration_agreement"),
            ("titles.0.text", "Example agreement on something else"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let other = register.record(&own, &identity, &parties).await.expect("recorded").id;
        let named = register.share(&own, other, &sharing(Sharing::OwnState, "2026-06-01")).await;
        assert!(matches!(named, Err(Error::Incomplete(_))), "{named:?}");
        register.share(&own, other, &sharing(Sharing::Parties, "")).await.expect("shown as it is");
    })
    .await;
}
