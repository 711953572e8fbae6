//! Two sides of one record, as the pages ask for it.

use crate::common::{account, official, on_both, values};
use domain::{
    account::{Actor, Role},
    confirmation::{Answer, Said, WordProblem, answer},
    fields::{SectionCode, Values},
    search::{Facet, Query},
};
use register::{Error, Register};

const LIFE: &[(&str, &str)] = &[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")];

/// A published record of Azerbaijan with Kazakhstan, and its version.
async fn published(register: &Register) -> (i64, i32) {
    let azerbaijan = official("AZE");
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&azerbaijan, &identity, &parties).await.expect("recorded").id;
    save(register, id, SectionCode::Life, 1, LIFE).await;
    save(register, id, SectionCode::References, 2, &[("sources.0.title", "Example gazette")]).await;
    register.set_published(&azerbaijan, id, true).await.expect("published");
    (id, 4)
}

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

/// The events as Kazakhstan has them.
fn own() -> Values {
    values(&[("events.0.kind", "signed"), ("events.0.date", "2017-05-04")])
}

async fn of_kazakhstan(register: &Register, id: i64, section: SectionCode) -> Answer {
    let record = register.agreement(&Actor::Reader, id).await.expect("seen");
    let said: Vec<Said> = record.said.iter().map(|by| by.said.clone()).collect();
    answer(&record.agreement, section, "KAZ", &said)
}

async fn count(register: &Register, answer: &str) -> u64 {
    let query = Query::default().with(Facet::Answer, answer);
    register.list(&Actor::Reader, &query).await.expect("a list").total
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_party_confirms_a_section_which_a_change_of_another_leaves_confirmed() {
    on_both(async |register| {
        let (id, version) = published(&register).await;
        assert_eq!(count(&register, "one_party").await, 1);
        let kazakhstan = official("KAZ");
        for section in [SectionCode::Life, SectionCode::Parties] {
            register
                .answer(&kazakhstan, id, section, version, None, None)
                .await
                .expect("confirmed");
        }
        assert_eq!(count(&register, "partly_confirmed").await, 1);
        let changed = [LIFE, &[("notice_months", "6")]].concat();
        save(&register, id, SectionCode::Life, version, &changed).await;
        assert_eq!(of_kazakhstan(&register, id, SectionCode::Life).await, Answer::ChangedSince);
        assert_eq!(of_kazakhstan(&register, id, SectionCode::Parties).await, Answer::Confirmed);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contested_date_stands_twice_in_the_list_and_the_register_picks_none() {
    on_both(async |register| {
        let (id, version) = published(&register).await;
        let reason = Some("Our original says 4 May.".to_owned());
        let life = SectionCode::Life;
        let kazakhstan = official("KAZ");
        let without = register.answer(&kazakhstan, id, life, version, Some(&own()), None).await;
        assert!(matches!(without, Err(Error::Word(WordProblem::NoReason))));
        let same = values(LIFE);
        let same =
            register.answer(&kazakhstan, id, life, version, Some(&same), reason.clone()).await;
        assert!(matches!(same, Err(Error::Word(WordProblem::NothingDiffers))));
        let wrong = values(&[("events.0.kind", "signed"), ("events.0.date", "31 February")]);
        let wrong =
            register.answer(&kazakhstan, id, life, version, Some(&wrong), reason.clone()).await;
        assert!(matches!(wrong, Err(Error::Invalid(_))));

        register
            .answer(&kazakhstan, id, life, version, Some(&own()), reason)
            .await
            .expect("contested");
        assert_eq!(of_kazakhstan(&register, id, life).await, Answer::Contested);
        let query = Query::default().with(Facet::Answer, "contested");
        let list = register.list(&Actor::Reader, &query).await.expect("a list");
        let row = &list.rows[0];
        assert_eq!(row.signed.map(|date| date.to_string()).as_deref(), Some("2017-04-05"));
        let contest = &row.contests[0];
        assert_eq!((contest.state.as_str(), contest.section), ("KAZ", life));
        assert_eq!(contest.signed.map(|date| date.to_string()).as_deref(), Some("2017-05-04"));

        // Where the recorder takes the other version over, nothing is contested any more.
        let taken_over = [("events.0.kind", "signed"), ("events.0.date", "2017-05-04")];
        save(&register, id, life, version, &taken_over).await;
        assert_eq!(count(&register, "contested").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_confirms_their_own_entry_and_a_stranger_none() {
    on_both(async |register| {
        let (id, version) = published(&register).await;
        for actor in [
            official("AZE"),
            official("TUR"),
            account(Role::Reviewer, None),
            account(Role::Coordinator, None),
            Actor::Reader,
        ] {
            let said = register.answer(&actor, id, SectionCode::Life, version, None, None).await;
            assert!(matches!(said, Err(Error::NotAllowed)), "{actor:?}");
        }
        register.set_published(&official("AZE"), id, false).await.expect("withdrawn");
        let said =
            register.answer(&official("KAZ"), id, SectionCode::Life, version, None, None).await;
        assert!(matches!(said, Err(Error::NotFound)), "a draft is not known to the other party");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_on_a_section_that_has_changed_meanwhile_is_not_taken() {
    on_both(async |register| {
        let (id, version) = published(&register).await;
        let changed = [LIFE, &[("notice_months", "6")]].concat();
        save(&register, id, SectionCode::Life, version, &changed).await;
        let kazakhstan = official("KAZ");
        let said = register.answer(&kazakhstan, id, SectionCode::Life, version, None, None).await;
        assert!(matches!(said, Err(Error::Conflict(_))));
        // A section that did not change is not affected.
        register
            .answer(&kazakhstan, id, SectionCode::Parties, version, None, None)
            .await
            .expect("confirmed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_a_state_waits_in_its_inbox_until_it_has_answered() {
    on_both(async |register| {
        let kazakhstan = official("KAZ");
        let waiting = async || register.inbox(&kazakhstan, 0).await.expect("an inbox").0;
        assert!(waiting().await.is_empty());
        let (id, version) = published(&register).await;
        let first = waiting().await;
        assert_eq!((first[0].row.id, first[0].sections, first[0].changed), (id, 4, 0));
        for section in [
            SectionCode::Identity,
            SectionCode::Parties,
            SectionCode::Life,
            SectionCode::References,
        ] {
            register
                .answer(&kazakhstan, id, section, version, None, None)
                .await
                .expect("confirmed");
        }
        assert!(waiting().await.is_empty());
        assert_eq!(count(&register, "confirmed").await, 1);
        let changed = [LIFE, &[("notice_months", "6")]].concat();
        save(&register, id, SectionCode::Life, version, &changed).await;
        let again = waiting().await;
        assert_eq!((again[0].sections, again[0].changed), (1, 1));

        // A record from a public source waits too; one's own does not.
        assert!(register.inbox(&official("AZE"), 0).await.expect("an inbox").0.is_empty());
        register.seed().await.expect("the starter data");
        assert!(waiting().await.len() > 5);
        let stranger = register.inbox(&account(Role::Reviewer, None), 0).await;
        assert!(matches!(stranger, Err(Error::NotAllowed)));
    })
    .await;
}
