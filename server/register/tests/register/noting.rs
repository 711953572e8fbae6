//! What stands in the log though nothing was changed.

use domain::{
    account::{Actor, Role},
    audit::Told,
    follow_up::EntryKind,
    hearing::Item,
};
use register::{Register, audit::Wanted, following::Place};

use crate::common::{account, on_both, values};

/// What the log tells, the last line first.
async fn told(register: &Register) -> Vec<Told> {
    let administrator = account(Role::Administrator, None);
    let page = register.log(&administrator, &Wanted::default()).await.expect("the log");
    page.lines.into_iter().map(|line| line.told).collect()
}

fn focal_point() -> Actor {
    account(Role::FocalPoint, Some("AZE"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_of_a_draft_that_is_taken_away_is_in_the_log() {
    on_both(async |register| {
        let practice = values(&[("title", "Example practice")]);
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let begun =
            register.begin_entry(&focal_point(), EntryKind::Practice, place, &practice).await;
        let entry = register.entry(&focal_point(), begun.expect("begun").id).await.expect("seen");
        let before = told(&register).await.len();
        register.note_paper(&focal_point(), &entry).await.expect("noted");
        let lines = told(&register).await;
        assert_eq!(lines.len(), before + 1);
        assert_eq!(lines[0].act, "paper_taken_away");
        assert_eq!((lines[0].kind.as_str(), lines[0].number), ("entry", Some(entry.id)));
        assert_eq!(lines[0].author, "Example Official (AZE)");
        assert!(register.verify().await.expect("verified").faults.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_was_refused_is_in_the_log_and_does_not_fill_it() {
    on_both(async |register| {
        register.note_refusal(&Actor::Reader, "POST /frozen").await.expect("no account, no line");
        assert!(told(&register).await.is_empty());
        for _ in 0..30 {
            register.note_refusal(&focal_point(), "POST /frozen").await.expect("noted or not");
        }
        let lines = told(&register).await;
        assert_eq!(lines.len(), 20);
        assert_eq!(lines[0].act, "refused");
        assert_eq!(lines[0].detail.as_deref(), Some("POST /frozen"));
        assert_eq!(lines[0].account_id, Some(1));
        let long = "x".repeat(1000);
        let colleague = account(Role::Coordinator, None);
        register.note_refusal(&colleague, &long).await.expect("noted or not");
        assert!(register.verify().await.expect("verified").faults.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_as_if_it_were_not_there_is_in_the_log_and_what_is_not_there_is_not() {
    on_both(async |register| {
        let practice = values(&[("title", "Example practice")]);
        let place = Place { owner: Some("AZE".into()), ..Place::default() };
        let begun =
            register.begin_entry(&focal_point(), EntryKind::Practice, place, &practice).await;
        let hidden = Item::Entry(begun.expect("begun").id);
        let stranger = account(Role::FocalPoint, Some("KAZ"));
        let before = told(&register).await.len();
        for (item, is_hidden) in
            [(hidden, true), (Item::Entry(900), false), (Item::Agreement(900), false)]
        {
            let noted = register.note_hidden(&stranger, item, "GET /practices/1").await;
            assert_eq!(noted.expect("an answer"), is_hidden, "{item:?}");
        }
        assert!(register.note_hidden(&Actor::Reader, hidden, "GET").await.expect("an answer"));
        let lines = told(&register).await;
        assert_eq!(lines.len(), before + 1);
        assert_eq!(lines[0].act, "refused");
        assert_eq!(lines[0].detail.as_deref(), Some("GET /practices/1"));
    })
    .await;
}
