//! The use cases of the register: who asks for what, whether the policy lets them, and one
//! transaction that does it. The only door to the data; inside it, `store` is the only place that
//! speaks SQL.

pub mod account_links;
pub mod accounts;
pub mod agreement_reports;
pub mod answering;
pub mod audit;
pub mod backup;
mod clock;
pub mod comparing;
pub mod counting;
pub mod dossiers;
pub mod due;
pub mod entry_history;
mod error;
pub mod example;
pub mod filing;
pub mod following;
pub mod form_token;
pub mod freezing;
pub mod generating;
pub mod hearing;
pub mod import;
pub mod inboxes;
pub mod jobs;
pub mod limiting;
pub mod mailing;
pub mod merging;
pub mod moving;
mod notices;
pub mod noting;
pub mod outcomes;
mod password_strength;
mod passwords;
pub mod peer_review;
pub mod private;
pub mod proposing;
pub mod pulse;
pub mod reading;
pub mod recording;
pub mod references;
pub mod registering;
pub mod reviews;
pub mod second_factor;
pub mod sessions;
pub mod signing_in;
mod store;
pub mod tokens;
pub mod two_people;
pub mod verifying;

use std::sync::Arc;

use domain::{account::Actor, coverage::By, search::Query};
use migrations::DbErr;

pub use clock::Clock;
pub use error::{AccountProblem, Collision, Error, Lack};
pub use migrations::DbErr as DatabaseError;
use passwords::Passwords;
use store::Store;
use tokio::sync::Semaphore;

/// Whole registers that are read and counted at once.
const COUNTED_AT_ONCE: usize = 2;

/// The register: every page, post, export and command goes through it.
#[derive(Clone, Debug)]
pub struct Register {
    store: Store,
    clock: Clock,
    passwords: Passwords,
    /// Turns at reading a whole register, which takes memory and a processor.
    counting: Arc<Semaphore>,
}

impl Register {
    /// Opens the register in the database at `url`, as it is.
    ///
    /// # Errors
    /// When the database can't be reached or opened.
    pub async fn open(url: &str, clock: Clock) -> Result<Self, DbErr> {
        Ok(Self::of(Store::open(url).await?, clock))
    }

    /// Opens the register in the database at `url` to be read, while it is maintained: nothing is
    /// changed, except that people sign out.
    ///
    /// # Errors
    /// When the database can't be reached or opened.
    pub async fn open_read_only(url: &str, clock: Clock) -> Result<Self, DbErr> {
        Ok(Self::of(Store::open_read_only(url).await?, clock))
    }

    fn of(store: Store, clock: Clock) -> Self {
        let counting = Arc::new(Semaphore::new(COUNTED_AT_ONCE));
        Self { store, clock, passwords: Passwords::default(), counting }
    }

    /// Whether it is open to be read and takes no changes.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Brings the schema to the newest step.
    ///
    /// # Errors
    /// When a step fails.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        self.store.migrate(self.clock.now()).await
    }

    /// Whether the database answers and its schema is the newest.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn is_ready(&self) -> Result<bool, DbErr> {
        self.store.is_ready().await
    }

    /// The version that the register is at: another one after every change that readers can see, on
    /// whatever instance.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn version(&self) -> Result<i64, Error> {
        Ok(store::versions::current(self.store.reader()).await?)
    }

    /// Brings to memory what lists, counts and shares are made of, so that the first who asks need not wait.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn bring_to_memory(&self) -> Result<(), Error> {
        let all = Query::default();
        // Whoever asks for it meanwhile waits for no more than it is made of.
        self.coverage(&all, By::Item).await?;
        self.list(&Actor::Reader, &all).await?;
        Ok(())
    }

    /// Has `told` told of every statement that goes to the database, in the words of SQL without its
    /// values. For tests, which count them, and for measuring.
    pub fn watch(&mut self, told: impl Fn(&str) + Clone + Send + Sync + 'static) {
        self.store.watch(told);
    }

    /// What tells the time.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Closes the database.
    ///
    /// # Errors
    /// When it fails to.
    pub async fn close(self) -> Result<(), DbErr> {
        self.store.close().await
    }
}
