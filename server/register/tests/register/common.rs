//! A register to test on: a fresh one for each test, on a real SQLite file and on a real PostgreSQL.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, Utc};
use domain::{
    account::{Account, Actor, Role},
    fields::Values,
};
use register::{Clock, Register};
use sea_orm::{ConnectionTrait, Database};
use totp_rs::{Builder, Secret};

/// The instant at which the tests' clock stands.
pub const NOW: &str = "2026-03-01T09:00:00Z";

/// Runs the test on both databases, one after the other.
///
/// # Panics
/// When no PostgreSQL is named: the test command starts one. Nothing is skipped.
pub async fn on_both(test: impl AsyncFn(Register)) {
    let now: DateTime<Utc> = NOW.parse().expect("an instant");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    let postgres = fresh_postgres().await;
    for url in [sqlite, postgres] {
        let register =
            Register::open(&url, Clock::standing(now)).await.expect("the database opens");
        register.migrate().await.expect("the schema");
        test(register.clone()).await;
        register.close().await.expect("the database closes");
    }
}

/// A fresh database on the PostgreSQL server of `CORRIDOR_TEST_POSTGRES`.
pub async fn fresh_postgres() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("CORRIDOR_TEST_POSTGRES").expect(
        "CORRIDOR_TEST_POSTGRES names no PostgreSQL server: run the tests with `make test`, which starts one",
    );
    let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let connection =
        Database::connect(format!("{server}/postgres")).await.expect("PostgreSQL answers");
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a fresh database");
    connection.close().await.expect("the connection closes");
    format!("{server}/{name}")
}

/// Somebody of a State.
pub fn official(state: &str) -> Actor {
    account(Role::Official, Some(state))
}

/// Somebody with this role.
pub fn account(role: Role, state: Option<&str>) -> Actor {
    Actor::Account(Account {
        id: 1,
        name: "Example Official".into(),
        email: "official@example.org".into(),
        role,
        state: state.map(str::to_owned),
    })
}

/// The code that an authenticator app with this secret shows at an instant.
pub fn app_code(secret: &str, at: DateTime<Utc>) -> String {
    let secret = Secret::try_from_base32(secret).expect("base32");
    let app = Builder::new().with_secret(secret).build().expect("a secret of an app");
    app.generate(at.timestamp().try_into().expect("after 1970")).to_string()
}

/// Form values.
pub fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}
