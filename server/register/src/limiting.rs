//! Tries are counted, so that a guesser is slowed. The rules are those of `domain::limits`; the counts
//! stand in the database, so that several instances of the program count together.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    account::Actor,
    limits::{AT_SIGN_IN, Bucket, Counted, sign_in},
};

use crate::{
    Register,
    error::Error,
    store::{attempts, entities::account},
    tokens::{Token, hash},
};

/// A browser that has not signed in to an account for this long is not known for it any more.
const KNOWN_FOR: TimeDelta = TimeDelta::days(90);
/// Buckets are cleared away when they have been full for this long: none that is in use.
const FULL_FOR: TimeDelta = TimeDelta::hours(1);

/// Who asks to be signed in, as far as it can be seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visitor<'a> {
    /// The network that the request came from; empty where it is not known.
    pub network: &'a str,
    /// What the browser says of itself.
    pub user_agent: &'a str,
    /// The secret of a browser that has signed in before ([`Register::know_browser`]).
    pub browser: Option<&'a str>,
    /// The session that the browser holds. It ends when another begins.
    pub session: Option<&'a str>,
}

impl<'a> From<&'a str> for Visitor<'a> {
    /// A browser of which nothing else is known. All such are of one network.
    fn from(user_agent: &'a str) -> Self {
        Self { user_agent, ..Self::default() }
    }
}

/// Tries that were taken and can be given back.
#[derive(Debug)]
pub struct Taken(Vec<(Counted, String)>);

/// What a bucket is called in the database: no address and no e-mail address can be read from it.
fn name(counted: Counted, whose: &str) -> String {
    format!("{}:{}", <&str>::from(counted), hash(whose))
}

impl Register {
    /// Takes one try of whoever it is, for what is not to be done without end. The one place for all
    /// that is not a sign-in.
    ///
    /// # Errors
    /// [`Error::TooMany`] with how long to wait.
    pub async fn take(&self, counted: Counted, whose: &str) -> Result<Taken, Error> {
        let taken = [(counted, name(counted, whose))];
        self.count(taken, |[bucket], now| Ok([bucket.take(counted.limit(), now)?])).await
    }

    /// Takes the tries of a sign-in. Whether there is an account makes no difference to what is done.
    pub(crate) async fn take_sign_in(
        &self,
        email: &str,
        account: Option<i64>,
        visitor: &Visitor<'_>,
    ) -> Result<Taken, Error> {
        if let Some(browser) = self.known_browser(account, visitor).await? {
            return self.take(Counted::Browser, &format!("{browser} {email}")).await;
        }
        let network = visitor.network;
        let taken = AT_SIGN_IN.map(|counted| match counted {
            Counted::Network => (counted, name(counted, network)),
            Counted::NetworkAndAccount => (counted, name(counted, &format!("{network} {email}"))),
            _ => (counted, name(counted, email)),
        });
        self.count(taken, sign_in).await
    }

    /// Takes a try at the second factor of an account. A browser that has signed in before is counted by
    /// itself: who knows the password and guesses from elsewhere does not slow the owner there.
    pub(crate) async fn take_code_try(
        &self,
        account: &account::Model,
        visitor: &Visitor<'_>,
    ) -> Result<Taken, Error> {
        let own = account.id.to_string();
        match self.known_browser(Some(account.id), visitor).await? {
            Some(browser) => self.take(Counted::Code, &format!("{browser} {own}")).await,
            None => self.take(Counted::Code, &own).await,
        }
    }

    /// The hash of the visitor's browser, where it has signed in to this account before.
    async fn known_browser(
        &self,
        account: Option<i64>,
        visitor: &Visitor<'_>,
    ) -> Result<Option<String>, Error> {
        let (Some(account), Some(browser)) = (account, visitor.browser) else { return Ok(None) };
        let browser = hash(browser);
        let since = self.clock.now() - KNOWN_FOR;
        let accounts = attempts::accounts_of_browser(self.store.reader(), &browser, since).await?;
        Ok(accounts.contains(&account).then_some(browser))
    }

    async fn count<const COUNT: usize>(
        &self,
        taken: [(Counted, String); COUNT],
        rule: impl FnOnce([Bucket; COUNT], DateTime<Utc>) -> Result<[Bucket; COUNT], TimeDelta> + Send,
    ) -> Result<Taken, Error> {
        let now = self.clock.now();
        let untouched = Bucket::UNTOUCHED.full_at();
        let names: Vec<String> = taken.iter().map(|(_, name)| name.clone()).collect();
        let transaction = self.store.begin().await?;
        let held = attempts::hold(&transaction, &names, untouched).await?;
        let buckets = std::array::from_fn(|at| {
            Bucket::kept(held.get(&names[at]).copied().unwrap_or(untouched))
        });
        let left = rule(buckets, now).map_err(|wait| Error::TooMany { seconds: seconds(wait) })?;
        for (name, bucket) in names.iter().zip(left) {
            attempts::set(&transaction, name, bucket.full_at()).await?;
        }
        transaction.commit().await?;
        attempts::clear(self.store.writer(), now - FULL_FOR).await?;
        Ok(Taken(taken.into()))
    }

    /// Gives tries back that did no harm: the password was right, or was not looked at.
    ///
    /// # Errors
    /// When the database does not take it.
    pub(crate) async fn give_back(&self, Taken(taken): Taken) -> Result<(), Error> {
        let now = self.clock.now();
        let untouched = Bucket::UNTOUCHED.full_at();
        let names: Vec<String> = taken.iter().map(|(_, name)| name.clone()).collect();
        let transaction = self.store.begin().await?;
        let held = attempts::hold(&transaction, &names, untouched).await?;
        for (counted, name) in taken {
            let bucket = Bucket::kept(held.get(&name).copied().unwrap_or(untouched));
            let bucket = bucket.give_back(counted.limit(), now);
            attempts::set(&transaction, &name, bucket.full_at()).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Notes that the actor signed in with this browser, which holds the secret of an earlier time or
    /// none. Answers the secret that it is to hold from now on, where that is another one.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without an account.
    pub async fn know_browser(
        &self,
        actor: &Actor,
        held: Option<&str>,
    ) -> Result<Option<Token>, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let now = self.clock.now();
        let since = now - KNOWN_FOR;
        // Several people may share a browser. What it holds is taken only where it was given here.
        let given = match held.map(hash) {
            Some(held) => {
                let accounts =
                    attempts::accounts_of_browser(self.store.reader(), &held, since).await?;
                (!accounts.is_empty()).then_some(held)
            }
            None => None,
        };
        let (token_hash, new) = match given {
            Some(held) => (held, None),
            None => {
                let token = Token::random();
                (hash(token.secret()), Some(token))
            }
        };
        attempts::know_browser(self.store.writer(), &token_hash, account.id, now, since).await?;
        Ok(new)
    }
}

/// Whole seconds, so that who waits for them does not come too early.
fn seconds(wait: TimeDelta) -> u64 {
    u64::try_from((wait.num_milliseconds() + 999) / 1000).unwrap_or_default().max(1)
}
