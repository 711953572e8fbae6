//! What the program runs on in a test: a register with an official and drafts of theirs, and a built site.

use std::{
    fs,
    sync::atomic::{AtomicU32, Ordering},
};

use domain::{
    account::{Account, Actor, Role},
    fields::Values,
};
use register::{Clock, Register, accounts::NewAccount};
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

/// The address of the official's account.
pub const EMAIL: &str = "official@example.org";
/// Its password.
pub const PASSWORD: &str = "a quiet morning in May";

/// A register and the folder of its test.
pub struct Ground {
    pub database: String,
    pub folder: TempDir,
}

impl Ground {
    /// A register in a file.
    pub async fn on_sqlite() -> Self {
        let folder = folder();
        let database = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
        Self { database, folder }.prepared().await
    }

    /// A register in a database of its own on the PostgreSQL server of `CORRIDOR_TEST_POSTGRES`.
    pub async fn on_postgres() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("CORRIDOR_TEST_POSTGRES").expect(
            "CORRIDOR_TEST_POSTGRES names no PostgreSQL server: run the tests with `make test`, which starts one",
        );
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("staying_{}_{number}", std::process::id());
        let all = Database::connect(format!("{server}/postgres")).await.expect("it answers");
        all.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
        all.close().await.expect("the connection closes");
        Self { database: format!("{server}/{name}"), folder: folder() }.prepared().await
    }

    async fn prepared(self) -> Self {
        let register = self.register().await;
        register.migrate().await.expect("the schema");
        let account = NewAccount {
            email: EMAIL.into(),
            name: "Example".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: PASSWORD.into(),
        };
        register.add_account(account).await.expect("an account");
        register.close().await.expect("the database closes");
        self
    }

    /// The register itself, beside the program.
    pub async fn register(&self) -> Register {
        Register::open(&self.database, Clock::system()).await.expect("the database opens")
    }

    /// Drafts of the official's State; their numbers.
    pub async fn drafts(&self, many: usize) -> Vec<i64> {
        let register = self.register().await;
        let identity = values(&[
            ("kind", "labour_migration_agreement"),
            ("titles.0.text", "Example agreement"),
            ("titles.0.language", "en"),
        ]);
        let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
        let mut drafts = Vec::new();
        for _ in 0..many {
            let draft = register.record(&official(), &identity, &parties).await.expect("recorded");
            drafts.push(draft.id);
        }
        register.close().await.expect("the database closes");
        drafts
    }
}

/// The official of the account.
pub fn official() -> Actor {
    Actor::Account(Account {
        id: 1,
        name: "Example".into(),
        email: EMAIL.into(),
        role: Role::Official,
        state: Some("AZE".into()),
    })
}

/// Form values.
pub fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// A folder with the one file of the built site that the program asks for at its start.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let pkg = folder.path().join("pkg");
    fs::create_dir(&pkg).expect("a folder");
    fs::write(pkg.join("corridor.css"), "").expect("a style sheet");
    folder
}
