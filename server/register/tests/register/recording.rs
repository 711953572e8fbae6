//! Recording, as the pages and the command line ask for it.

use crate::common::{account, official, on_both, values};
use domain::policy::Verb;
use domain::{
    account::{Actor, Role},
    agreement::Finding,
    changes::Change,
    completeness::Gap,
    fields::{FieldProblem, SectionCode, Values},
    search::{Facet, Query},
    status::Status,
};
use register::{Error, Register, recording::Act};

fn identity() -> Values {
    values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement on seasonal work"),
        ("titles.0.language", "en"),
        ("titles.0.original", "yes"),
    ])
}

fn parties() -> Values {
    values(&[("parties.0.code", "AZE"), ("parties.0.role", "origin"), ("parties.1.code", "KAZ")])
}

async fn begun(register: &Register) -> i64 {
    register.record(&official("AZE"), &identity(), &parties()).await.expect("recorded").id
}

async fn save(
    register: &Register,
    id: i64,
    section: SectionCode,
    base: i32,
    pairs: &[(&str, &str)],
) -> i32 {
    register
        .save_section(&official("AZE"), id, section, base, &values(pairs), None)
        .await
        .unwrap_or_else(|error| panic!("{section:?}: {error}"))
        .version
}

async fn published(register: &Register) -> i64 {
    let id = begun(register).await;
    let version = save(
        register,
        id,
        SectionCode::Life,
        1,
        &[
            ("events.0.kind", "signed"),
            ("events.0.date", "2023-05"),
            ("events.1.kind", "entered_into_force"),
            ("events.1.date", "2024-01-15"),
        ],
    )
    .await;
    save(register, id, SectionCode::References, version, &[("sources.0.title", "Example gazette")])
        .await;
    register.set_published(&official("AZE"), id, true).await.expect("published");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_seen_by_its_state_alone_and_a_published_record_by_all() {
    on_both(async |register| {
        let id = begun(&register).await;
        for stranger in [Actor::Reader, official("KAZ"), account(Role::Reviewer, None)] {
            assert!(matches!(register.agreement(&stranger, id).await, Err(Error::NotFound)));
            assert_eq!(register.list(&stranger, &Query::default()).await.expect("a list").total, 0);
        }
        assert_eq!(
            register.list(&official("AZE"), &Query::default()).await.expect("a list").total,
            1
        );

        let id = published(&register).await;
        for anybody in [Actor::Reader, official("KAZ"), account(Role::Administrator, None)] {
            assert!(!register.agreement(&anybody, id).await.expect("seen").may(Verb::Edit));
            assert_eq!(register.list(&anybody, &Query::default()).await.expect("a list").total, 1);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_edits_the_record_of_another_state_and_the_network_edits_none() {
    on_both(async |register| {
        let id = published(&register).await;
        for actor in [
            Actor::Reader,
            official("KAZ"),
            account(Role::Reviewer, None),
            account(Role::Coordinator, None),
        ] {
            let saved = register
                .save_section(&actor, id, SectionCode::Identity, 4, &identity(), None)
                .await;
            assert!(matches!(saved, Err(Error::NotAllowed)), "{actor:?}");
            assert!(matches!(
                register.set_published(&actor, id, false).await,
                Err(Error::NotAllowed)
            ));
        }
        assert!(matches!(
            register.record(&Actor::Reader, &identity(), &parties()).await,
            Err(Error::NotAllowed)
        ));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_says_what_is_missing_and_publishes_when_it_is_there() {
    on_both(async |register| {
        let id = begun(&register).await;
        let Err(Error::Incomplete(gaps)) = register.set_published(&official("AZE"), id, true).await
        else {
            panic!("an incomplete record was published");
        };
        assert_eq!(gaps, [Gap::NoEvent, Gap::NoSource]);

        let id = published(&register).await;
        let record = register.agreement(&Actor::Reader, id).await.expect("published");
        assert_eq!(record.status, Status::InForce);
        // What was asked for can't be taken out again while it is published.
        let emptied = register
            .save_section(
                &official("AZE"),
                id,
                SectionCode::Life,
                record.version,
                &Values::default(),
                None,
            )
            .await;
        assert!(matches!(emptied, Err(Error::Incomplete(gaps)) if gaps == [Gap::NoEvent]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_on_two_sections_both_keep_their_work() {
    on_both(async |register| {
        let id = begun(&register).await;
        save(&register, id, SectionCode::Scope, 1, &[("in_words", "Harvest")]).await;
        save(&register, id, SectionCode::Skills, 1, &[("training", "Two weeks")]).await;
        let record = register.agreement(&official("AZE"), id).await.expect("own draft");
        assert_eq!(record.version, 3);
        assert_eq!(record.agreement.scope.in_words.as_deref(), Some("Harvest"));
        assert_eq!(record.agreement.skills.training.as_deref(), Some("Two weeks"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_save_of_a_section_is_answered_with_both_versions_and_overwrites_nothing() {
    on_both(async |register| {
        let id = begun(&register).await;
        save(&register, id, SectionCode::Scope, 1, &[("in_words", "Harvest")]).await;
        let stale = values(&[("in_words", "Construction")]);
        let Err(Error::Conflict(collision)) =
            register.save_section(&official("AZE"), id, SectionCode::Scope, 1, &stale, None).await
        else {
            panic!("a stale save went through");
        };
        assert_eq!(collision.version, 2);
        assert_eq!(collision.current.get("in_words"), "Harvest");
        assert_eq!(collision.base.get("in_words"), "");
        let record = register.agreement(&official("AZE"), id).await.expect("own draft");
        assert_eq!(record.agreement.scope.in_words.as_deref(), Some("Harvest"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_got_no_answer_is_sent_again_and_does_not_collide_with_itself() {
    on_both(async |register| {
        let id = begun(&register).await;
        let typed = values(&[("in_words", "Harvest")]);
        let official = official("AZE");
        for changed in [true, false] {
            let saved = register
                .save_section(&official, id, SectionCode::Scope, 1, &typed, None)
                .await
                .expect("saved, once");
            assert_eq!((saved.version, saved.changed), (2, changed));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_saves_of_one_section_at_once_exactly_one_wins() {
    on_both(async |register| {
        let id = begun(&register).await;
        let mut tasks = Vec::new();
        for number in 0..8 {
            let register = register.clone();
            tasks.push(tokio::spawn(async move {
                let typed = values(&[("in_words", &format!("Version {number}"))]);
                register
                    .save_section(&official("AZE"), id, SectionCode::Scope, 1, &typed, None)
                    .await
            }));
        }
        let mut won = 0;
        for task in tasks {
            match task.await.expect("no panic") {
                Ok(_) => won += 1,
                Err(Error::Conflict(_)) => {}
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(won, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_tells_who_changed_what_and_when() {
    on_both(async |register| {
        let id = published(&register).await;
        register
            .save_section(
                &official("AZE"),
                id,
                SectionCode::Scope,
                4,
                &values(&[("in_words", "Harvest"), ("categories", "seasonal")]),
                Some("From the annex".into()),
            )
            .await
            .expect("saved");
        let (_, entries, more) =
            register.history(&official("AZE"), id, None).await.expect("a history");
        assert!(!more);
        assert_eq!(entries.iter().map(|entry| entry.version).collect::<Vec<_>>(), [5, 4, 3, 2, 1]);
        assert_eq!(entries[0].author, "Example Official (AZE)");
        assert_eq!(entries[0].reason.as_deref(), Some("From the annex"));
        assert_eq!(entries[0].changes.len(), 2);
        assert!(matches!(&entries[2].changes[0], Change::Row { added: true, .. }));
        assert_eq!(entries[1].act, Some(Act::Published));

        // A reader is told what happened since it was published, not what the draft was.
        let (_, entries, _) = register.history(&Actor::Reader, id, None).await.expect("a history");
        assert_eq!(entries.iter().map(|entry| entry.version).collect::<Vec<_>>(), [5, 4]);
        assert!(entries[1].changes.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_changes_nothing_writes_no_revision() {
    on_both(async |register| {
        let id = begun(&register).await;
        let saved = register
            .save_section(&official("AZE"), id, SectionCode::Identity, 1, &identity(), None)
            .await
            .expect("saved");
        assert_eq!((saved.version, saved.changed), (1, false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_is_kept_with_who_coded_it_and_counts_from_the_text_that_brought_it() {
    on_both(async |register| {
        let id = published(&register).await;
        save(
            &register,
            id,
            SectionCode::Provisions,
            4,
            &[
                ("findings.joint_commit.finding", "yes"),
                ("findings.joint_commit.article", "6"),
                ("findings.wage_prot.finding", "no"),
                ("later.0.item", "wage_prot"),
                ("later.0.finding", "yes"),
                ("later.0.since", "2025-06-01"),
            ],
        )
        .await;
        let record = register.agreement(&Actor::Reader, id).await.expect("published");
        let finding = &record.agreement.provisions.findings[0];
        assert_eq!(finding.finding, Some(Finding::Yes));
        assert_eq!(finding.coder.as_deref(), Some("Example Official (AZE)"));
        assert_eq!(finding.coded_on.map(|date| date.to_string()).as_deref(), Some("2026-03-01"));

        let with = |at: &str| Query {
            at: Some(at.into()),
            ..Query::default().with(Facet::Provision, "wage_prot")
        };
        for (at, found) in [("2025-05-31", 0), ("2025-06-01", 1)] {
            let list = register.list(&Actor::Reader, &with(at)).await.expect("a list");
            assert_eq!(list.total, found, "{at}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_show_on_both_records_and_a_replacement_supersedes() {
    on_both(async |register| {
        let old = published(&register).await;
        let new = begun(&register).await;
        let version = save(
            &register,
            new,
            SectionCode::Life,
            1,
            &[("events.0.kind", "entered_into_force"), ("events.0.date", "2025-02-03")],
        )
        .await;
        let old_text = old.to_string();
        save(
            &register,
            new,
            SectionCode::References,
            version,
            &[
                ("sources.0.title", "Gazette"),
                ("links.0.relation", "replaces"),
                ("links.0.agreement", &old_text),
            ],
        )
        .await;
        // While the new record is a draft, nobody else learns of it from the old one.
        let record = register.agreement(&Actor::Reader, old).await.expect("published");
        assert!(record.links.is_empty());
        assert_eq!(record.status, Status::InForce);

        register.set_published(&official("AZE"), new, true).await.expect("published");
        let record = register.agreement(&Actor::Reader, old).await.expect("published");
        assert_eq!(record.status, Status::Superseded);
        assert!(record.links[0].incoming && record.links[0].id == new);
        let query = Query::default().with(Facet::Status, "superseded");
        assert_eq!(register.list(&Actor::Reader, &query).await.expect("a list").rows[0].id, old);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_a_record_that_may_not_be_seen_is_refused_like_one_to_none() {
    on_both(async |register| {
        let other = register
            .record(&official("KAZ"), &identity(), &parties())
            .await
            .expect("recorded")
            .id
            .to_string();
        let id = begun(&register).await;
        for to in [other.as_str(), "999999"] {
            let typed = values(&[("links.0.relation", "amends"), ("links.0.agreement", to)]);
            let saved = register
                .save_section(&official("AZE"), id, SectionCode::References, 1, &typed, None)
                .await;
            let Err(Error::Invalid(problems)) = saved else { panic!("linked to {to}") };
            assert_eq!(problems[0].name, "links.0.agreement");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_from_a_public_source_is_never_hidden_also_after_a_state_has_taken_it_over() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let query = Query::default().with(Facet::Party, "AZE");
        let list = register.list(&official("AZE"), &query).await.expect("a list");
        let id = list.rows[0].id;
        let withdrawn = register.set_published(&official("AZE"), id, false).await;
        assert!(matches!(withdrawn, Err(Error::NotAllowed)));
        let scope = values(&[("in_words", "Example")]);
        register
            .save_section(&official("AZE"), id, SectionCode::Scope, 1, &scope, None)
            .await
            .expect("taken over");
        let withdrawn = register.set_published(&official("AZE"), id, false).await;
        assert!(matches!(withdrawn, Err(Error::NotAllowed)));
        register.agreement(&Actor::Reader, id).await.expect("still seen by all");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_records_only_what_it_agreed_itself_and_a_record_begins_with_kind_parties_and_title()
 {
    on_both(async |register| {
        let names = |begun: Result<_, Error>| match begun {
            Err(Error::Invalid(problems)) => problems
                .into_iter()
                .map(|problem| (problem.name, problem.problem))
                .collect::<Vec<_>>(),
            other => panic!("{:?}", other.map(|_: register::recording::Saved| ())),
        };
        let nothing = register.record(&official("AZE"), &values(&[]), &values(&[])).await;
        assert_eq!(
            names(nothing),
            [
                ("kind".to_owned(), FieldProblem::Required),
                ("parties.1.code".to_owned(), FieldProblem::Required),
                ("titles.0.text".to_owned(), FieldProblem::Required),
                ("parties.0.code".to_owned(), FieldProblem::OwnStateMissing),
            ]
        );
        let others = values(&[("parties.0.code", "GEO"), ("parties.1.code", "KAZ")]);
        let strange = register.record(&official("AZE"), &identity(), &others).await;
        assert_eq!(names(strange), [("parties.0.code".to_owned(), FieldProblem::OwnStateMissing)]);
        let id = begun(&register).await;
        let saved = register
            .save_section(&official("AZE"), id, SectionCode::Parties, 1, &others, None)
            .await;
        assert_eq!(names(saved), [("parties.0.code".to_owned(), FieldProblem::OwnStateMissing)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_is_replaced_only_by_one_between_the_same_parties() {
    on_both(async |register| {
        let replaced = published(&register).await;
        let others = values(&[("parties.0.code", "AZE"), ("parties.1.code", "TUR")]);
        let other =
            register.record(&official("AZE"), &identity(), &others).await.expect("begun").id;
        let number = replaced.to_string();
        let link = [("links.0.relation", "replaces"), ("links.0.agreement", number.as_str())];
        let saved = register
            .save_section(&official("AZE"), other, SectionCode::References, 1, &values(&link), None)
            .await;
        match saved {
            Err(Error::Invalid(problems)) => {
                assert_eq!(problems[0].problem, FieldProblem::OtherParties);
            }
            other => panic!("{other:?}"),
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_put_away_and_taken_out_again_with_nothing_lost() {
    on_both(async |register| {
        let id = begun(&register).await;
        let azerbaijan = official("AZE");
        let total =
            async || register.list(&azerbaijan, &Query::default()).await.expect("a list").total;
        assert!(matches!(
            register.set_discarded(&official("KAZ"), id, true).await,
            Err(Error::NotFound)
        ));
        register.set_discarded(&azerbaijan, id, true).await.expect("put away");
        assert_eq!(total().await, 0);
        assert_eq!(register.discarded(&azerbaijan).await.expect("drafts")[0].0, id);
        register.set_discarded(&azerbaijan, id, false).await.expect("taken out");
        assert_eq!(total().await, 1);
        let published = published(&register).await;
        let refused = register.set_discarded(&azerbaijan, published, true).await;
        assert!(matches!(refused, Err(Error::NotAllowed)));
    })
    .await;
}
