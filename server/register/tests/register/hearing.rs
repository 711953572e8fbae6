//! Last heard, and what a State says still is as recorded.

use crate::{
    common::{account, on_both, values},
    peer_review::{coordinator, give, message, named_and_declared, reviewers},
};
use chrono::{NaiveDate, TimeDelta};
use domain::{
    account::{Account, Actor, Role},
    fields::SectionCode,
    follow_up::{EntryKind, stage::Step},
    hearing::Item,
};
use register::{
    Error, Register,
    accounts::NewAccount,
    following::Place,
    hearing::{About, Grid},
};

/// Somebody of a State, with an account of their own.
async fn somebody(register: &Register, state: &str) -> Actor {
    let (email, name) =
        (format!("{state}@example.org").to_lowercase(), format!("Official {state}"));
    let new = NewAccount {
        email: email.clone(),
        name: name.clone(),
        role: Role::Official,
        state: Some(state.to_owned()),
        password: "a quiet morning in May".into(),
    };
    let id = register.add_account(new).await.expect("an account");
    let state = Some(state.to_owned());
    Actor::Account(Account { id, name, email, role: Role::Official, state })
}

/// A record of the actor's State with Kazakhstan, ready to be published.
async fn recorded(register: &Register, actor: &Actor) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let own = actor.state().expect("a State");
    let parties = values(&[("parties.0.code", own), ("parties.1.code", "KAZ")]);
    let id = register.record(actor, &identity, &parties).await.expect("recorded").id;
    let life = [("events.0.kind", "signed"), ("events.0.date", "2017-04-05")];
    let sources = [("sources.0.title", "Example gazette")];
    save(register, actor, id, SectionCode::Life, &life).await;
    save(register, actor, id, SectionCode::References, &sources).await;
    id
}

async fn save(
    register: &Register,
    actor: &Actor,
    id: i64,
    section: SectionCode,
    pairs: &[(&str, &str)],
) {
    let version = register.agreement(actor, id).await.expect("seen").version;
    let saved = register.save_section(actor, id, section, version, &values(pairs), None).await;
    saved.unwrap_or_else(|error| panic!("{section:?}: {error}"));
}

async fn published(register: &Register, actor: &Actor) -> i64 {
    let id = recorded(register, actor).await;
    register.set_published(actor, id, true).await.expect("published");
    id
}

/// A commitment of the actor's State about a record, as a draft.
async fn committed(register: &Register, actor: &Actor, agreement: i64) -> i64 {
    let place = Place { owner: actor.state().map(str::to_owned), ..Place::default() };
    let number = agreement.to_string();
    let words = values(&[("text", "Example commitment"), ("agreements", number.as_str())]);
    let begun = register.begin_entry(actor, EntryKind::Commitment, place, &words).await;
    begun.expect("begun").id
}

async fn of_record(register: &Register, actor: &Actor, id: i64) -> Option<NaiveDate> {
    let record = register.agreement(actor, id).await.expect("seen");
    register.last_heard_of_record(&record).await.expect("an answer")
}

async fn from(register: &Register, state: &str) -> Option<NaiveDate> {
    let last = register.last_heard_from(state).await.expect("an answer");
    let all = register.last_heard_from_all().await.expect("an answer");
    assert_eq!(all.get(state).copied(), last, "the list and the State's page say the same");
    last
}

async fn grid(register: &Register, actor: &Actor) -> Grid {
    register.still_so(actor, 0).await.expect("a grid")
}

async fn items(register: &Register, actor: &Actor) -> Vec<Item> {
    grid(register, actor).await.rows.iter().map(|asked| asked.item).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn days_pass(register: &Register, days: i64) {
    register.clock().advance(TimeDelta::days(days));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_clock_runs_before_the_first_word_in_public() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        // What a source brought is nobody's word.
        assert_eq!(of_record(&register, &Actor::Reader, 1).await, None);
        let azerbaijan = somebody(&register, "AZE").await;
        let id = recorded(&register, &azerbaijan).await;
        assert_eq!(of_record(&register, &azerbaijan, id).await, None);
        assert_eq!(from(&register, "AZE").await, None);

        days_pass(&register, 1);
        register.set_published(&azerbaijan, id, true).await.expect("published");
        assert_eq!(of_record(&register, &Actor::Reader, id).await, Some(day("2026-03-02")));
        assert_eq!(from(&register, "AZE").await, Some(day("2026-03-02")));
        assert_eq!(from(&register, "KAZ").await, None);

        days_pass(&register, 1);
        let kazakhstan = somebody(&register, "KAZ").await;
        let version = register.agreement(&kazakhstan, id).await.expect("seen").version;
        let said = register.answer(&kazakhstan, id, SectionCode::Life, version, None, None).await;
        said.expect("confirmed");
        assert_eq!(of_record(&register, &Actor::Reader, id).await, Some(day("2026-03-03")));
        assert_eq!(from(&register, "KAZ").await, Some(day("2026-03-03")));
        assert_eq!(from(&register, "AZE").await, Some(day("2026-03-02")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_about_a_record_is_heard_of_only_once_it_is_published() {
    on_both(async |register| {
        let azerbaijan = somebody(&register, "AZE").await;
        let id = published(&register, &azerbaijan).await;
        days_pass(&register, 1);
        let commitment = committed(&register, &azerbaijan, id).await;
        let entry = register.entry(&azerbaijan, commitment).await.expect("seen");
        assert_eq!(register.last_heard_of_entry(&entry).await.expect("an answer"), None);
        assert_eq!(of_record(&register, &azerbaijan, id).await, Some(day("2026-03-01")));
        assert_eq!(from(&register, "AZE").await, Some(day("2026-03-01")));

        days_pass(&register, 1);
        register.set_entry_published(&azerbaijan, commitment, true).await.expect("published");
        let last = register.last_heard_of_entry(&entry).await.expect("an answer");
        assert_eq!(last, Some(day("2026-03-03")));
        assert_eq!(of_record(&register, &Actor::Reader, id).await, Some(day("2026-03-03")));

        days_pass(&register, 1);
        let report = values(&[("text", "Under way"), ("status", "in_progress")]);
        register.report(&azerbaijan, commitment, &report).await.expect("reported");
        assert_eq!(of_record(&register, &Actor::Reader, id).await, Some(day("2026-03-04")));

        // Taken back, it is nobody's business any more what is said in it.
        register.set_entry_published(&azerbaijan, commitment, false).await.expect("withdrawn");
        assert_eq!(of_record(&register, &Actor::Reader, id).await, Some(day("2026-03-01")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_date_tells_that_reviewers_spoke_of_a_published_practice() {
    on_both(async |register| {
        let azerbaijan = somebody(&register, "AZE").await;
        let agreement = published(&register, &azerbaijan).await;
        let number = agreement.to_string();
        let words = values(&[
            ("title", "Example practice"),
            ("primary_objectives", "5"),
            ("summary", "Example summary"),
            ("organizations", "Example Ministry"),
            ("details", "Example details"),
            ("agreements", number.as_str()),
        ]);
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let begun = register.begin_entry(&azerbaijan, EntryKind::Practice, place, &words).await;
        let id = begun.expect("begun").id;
        register.take_step(&azerbaijan, id, Step::Submit).await.expect("filed");
        register.take_step(&coordinator(), id, Step::TakeUp).await.expect("taken up");
        let reviewers = reviewers(&register, 3).await;
        named_and_declared(&register, id, &reviewers).await;
        for reviewer in &reviewers {
            give(&register, id, reviewer, "approve").await.expect("given");
        }
        register.take_step(&coordinator(), id, Step::Approve).await.expect("approved");
        days_pass(&register, 1);
        register.set_entry_published(&azerbaijan, id, true).await.expect("published");
        assert_eq!(of_record(&register, &Actor::Reader, agreement).await, Some(day("2026-03-02")));

        days_pass(&register, 1);
        message(&register, id, "A word among reviewers").await;
        let entry = register.entry(&Actor::Reader, id).await.expect("seen");
        let last = register.last_heard_of_entry(&entry).await.expect("an answer");
        assert_eq!(last, Some(day("2026-03-02")));
        assert_eq!(of_record(&register, &Actor::Reader, agreement).await, Some(day("2026-03-02")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_asks_first_about_that_of_which_nobody_has_spoken_for_longest() {
    on_both(async |register| {
        let azerbaijan = somebody(&register, "AZE").await;
        let (old, draft) =
            (published(&register, &azerbaijan).await, recorded(&register, &azerbaijan).await);
        days_pass(&register, 1);
        let new = published(&register, &azerbaijan).await;
        days_pass(&register, 1);
        let commitment = committed(&register, &azerbaijan, draft).await;
        assert_eq!(items(&register, &azerbaijan).await, [old, new].map(Item::Agreement));
        register.set_entry_published(&azerbaijan, commitment, true).await.expect("published");
        let all = [Item::Agreement(old), Item::Agreement(new), Item::Entry(commitment)];
        assert_eq!(items(&register, &azerbaijan).await, all);
        let shown = grid(&register, &azerbaijan).await;
        assert!(matches!(&shown.rows[0].about, About::Agreement(row) if row.id == old));
        assert!(matches!(&shown.rows[2].about, About::Entry(entry) if entry.id == commitment));
        assert_eq!((shown.more, shown.said_today), (false, 0));

        // What has come to its end is not asked about.
        let done = values(&[("text", "Done"), ("status", "completed")]);
        register.report(&azerbaijan, commitment, &done).await.expect("reported");
        assert_eq!(items(&register, &azerbaijan).await, all[..2]);

        days_pass(&register, 1);
        let said = register.say_still_so(&azerbaijan, &all[..1]).await.expect("said");
        assert_eq!(said, 1);
        assert_eq!(items(&register, &azerbaijan).await, [new, old].map(Item::Agreement));
        assert_eq!(of_record(&register, &Actor::Reader, old).await, Some(day("2026-03-04")));
        assert_eq!(from(&register, "AZE").await, Some(day("2026-03-04")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_is_said_once_a_day_and_may_be_taken_back_on_that_day() {
    on_both(async |register| {
        let azerbaijan = somebody(&register, "AZE").await;
        let id = published(&register, &azerbaijan).await;
        let all = [Item::Agreement(id), Item::Agreement(id)];
        let say = async || register.say_still_so(&azerbaijan, &all).await.expect("an answer");
        let take_back = async || register.take_back_still_so(&azerbaijan).await.expect("an answer");
        let heard = async || of_record(&register, &Actor::Reader, id).await;
        days_pass(&register, 1);
        assert_eq!((say().await, say().await), (1, 0));
        assert_eq!(grid(&register, &azerbaijan).await.said_today, 1);
        assert_eq!(heard().await, Some(day("2026-03-02")));
        assert_eq!((take_back().await, take_back().await), (1, 0));
        assert_eq!(heard().await, Some(day("2026-03-01")), "as if nothing had been said");
        assert_eq!(say().await, 1, "what was taken back may be said again");

        days_pass(&register, 1);
        assert_eq!(take_back().await, 0, "yesterday's word stands");
        assert_eq!(grid(&register, &azerbaijan).await.said_today, 0);
        assert_eq!(heard().await, Some(day("2026-03-02")));
        assert_eq!(say().await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_says_it_of_what_is_anothers_or_of_a_draft() {
    on_both(async |register| {
        let azerbaijan = somebody(&register, "AZE").await;
        let kazakhstan = somebody(&register, "KAZ").await;
        let id = published(&register, &azerbaijan).await;
        let draft = recorded(&register, &azerbaijan).await;
        let commitment = committed(&register, &azerbaijan, id).await;
        let all = [Item::Agreement(id), Item::Agreement(draft), Item::Entry(commitment)];
        // The other party confirms section by section.
        assert_eq!(register.say_still_so(&kazakhstan, &all).await.expect("an answer"), 0);
        assert!(items(&register, &kazakhstan).await.is_empty());
        assert_eq!(register.say_still_so(&azerbaijan, &all).await.expect("an answer"), 1);
        let unknown = [Item::Agreement(999_999), Item::Entry(999_999)];
        assert_eq!(register.say_still_so(&azerbaijan, &unknown).await.expect("an answer"), 0);
        // Another's word is not one's own to take back.
        assert_eq!(register.take_back_still_so(&kazakhstan).await.expect("an answer"), 0);
        for stranger in [Actor::Reader, account(Role::Coordinator, None)] {
            let asked = register.still_so(&stranger, 0).await;
            assert!(matches!(asked, Err(Error::NotAllowed)), "{stranger:?}");
            let said = register.say_still_so(&stranger, &all).await;
            assert!(matches!(said, Err(Error::NotAllowed)), "{stranger:?}");
            let taken_back = register.take_back_still_so(&stranger).await;
            assert!(matches!(taken_back, Err(Error::NotAllowed)), "{stranger:?}");
        }
    })
    .await;
}
