//! A register made for measuring: whole at any size, the same every time, and never beside real work.

use crate::common::{official, on_both, values};
use domain::{
    account::{Actor, Role},
    coverage::By,
    search::{Facet, Query},
};
use register::{
    Register,
    accounts::NewAccount,
    generating::{GeneratingError, RARE},
};

const SEED: u64 = 7;

async fn total(register: &Register, text: &str) -> u64 {
    let query = Query { text: text.into(), ..Query::default() };
    register.list(&Actor::Reader, &query).await.expect("a list").total
}

#[tokio::test(flavor = "multi_thread")]
async fn a_generated_register_is_searched_filtered_and_counted_like_the_real_one() {
    on_both(async |register| {
        register.seed().await.expect("the starter data");
        let made = register.generate(600, SEED, |_, _| ()).await.expect("generated");
        assert_eq!((made.new, made.known), (600, 0));
        assert_eq!(total(&register, "").await, 665);
        assert_eq!(total(&register, "generated").await, 600);
        assert_eq!(total(&register, RARE).await, 1);
        let coverage = register.coverage(&Query::default(), By::Item).await.expect("counts");
        assert!((200..400).contains(&coverage.coded), "{}", coverage.coded);
        let in_force = Query::default().with(Facet::Status, "in_force");
        let list = register.list(&Actor::Reader, &in_force).await.expect("a list");
        assert!(list.total > 50, "{}", list.total);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn generating_goes_on_where_it_was_stopped() {
    on_both(async |register| {
        register.generate(3, SEED, |_, _| ()).await.expect("generated");
        let made = register.generate(5, SEED, |_, _| ()).await.expect("generated");
        assert_eq!((made.new, made.known), (2, 3));
        assert_eq!(total(&register, "generated").await, 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_generated_beside_a_record_that_somebody_made() {
    on_both(async |register| {
        let identity = values(&[
            ("kind", "protocol"),
            ("titles.0.text", "Protocol on seasonal work"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        register.record(&official("AZE"), &identity, &parties).await.expect("recorded");
        let refused = register.generate(5, SEED, |_, _| ()).await;
        assert!(matches!(refused, Err(GeneratingError::HasRecords)));
        assert_eq!(total(&register, "generated").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_generated_where_somebody_has_an_account() {
    on_both(async |register| {
        let account = NewAccount {
            email: "official@example.org".into(),
            name: "Example Official".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: "a quiet morning in May".into(),
        };
        register.add_account(account).await.expect("an account");
        let refused = register.generate(5, SEED, |_, _| ()).await;
        assert!(matches!(refused, Err(GeneratingError::HasAccounts)));
        assert_eq!(total(&register, "generated").await, 0);
    })
    .await;
}
