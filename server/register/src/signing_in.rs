//! Signing in: by the password, and where there is a second factor, by its code.
//!
//! Between the two the sign-in is half done: the browser holds a token that opens nothing but the second
//! step. Whoever has to have a second factor and has none sets it up there and gets no session without.

use chrono::TimeDelta;
use domain::{
    account::{Actor, email_address},
    audit::LogAct,
    devices::Device,
    policy::must_have_second_factor,
};
use sea_orm::DatabaseTransaction;

use crate::{
    Register,
    accounts::{account_of, is_as_it_was},
    error::Error,
    limiting::Visitor,
    passwords::is_weak,
    second_factor::AppSecret,
    sessions::ABSOLUTE,
    store::{
        accounts, audit,
        entities::{account, half_session, session},
        second_factors,
    },
    tokens::{Token, hash},
};

/// A sign-in may be half done for so long: time to find the phone, or to set an app up.
pub const HALF_DONE: TimeDelta = TimeDelta::minutes(10);

/// What came of a right password.
pub enum Opened {
    /// Signed in.
    Session(Token, Actor),
    /// Half done: the second factor is asked for, or is to be set up.
    Half(Token),
}

impl Opened {
    /// The session, where no second factor is asked for.
    pub fn session(self) -> Option<(Token, Actor)> {
        match self {
            Self::Session(token, actor) => Some((token, actor)),
            Self::Half(_) => None,
        }
    }
}

/// A sign-in that is half done.
pub struct HalfDone {
    /// The secret of the second factor that is to be set up; none where there is one, whose code is asked for.
    pub offered: Option<AppSecret>,
}

/// A sign-in that was completed.
pub struct Completed {
    pub token: Token,
    pub actor: Actor,
    /// Those of the second factor that was set up by it; otherwise none.
    pub recovery_codes: Vec<String>,
}

impl Register {
    /// Signs in. Nothing tells whether the address, the password or the account was wrong. What was
    /// wrong is counted before the password is looked at, whether or not there is such an account.
    ///
    /// # Errors
    /// [`Error::TooMany`] and [`Error::Busy`]: the password was not looked at.
    pub async fn sign_in<'a>(
        &self,
        email: &str,
        password: String,
        visitor: impl Into<Visitor<'a>> + Send,
    ) -> Result<Option<Opened>, Error> {
        let visitor = visitor.into();
        // What is no address is counted as one, which nobody has.
        let email = email_address(email).unwrap_or_default();
        let account = accounts::by_email(self.store.reader(), &email).await?;
        let id = account.as_ref().map(|account| account.id);
        let attempt = self.take_sign_in(&email, id, &visitor).await?;
        let account = account.filter(|account| account.disabled_at.is_none());
        let hash = account.as_ref().map(|account| account.password_hash.clone());
        let right = match self.passwords.verify(password.clone(), hash).await {
            Ok(right) => right,
            Err(busy) => {
                self.give_back(attempt).await?;
                return Err(busy);
            }
        };
        let Some(account) = account.filter(|_| right) else {
            self.note_refused(id).await?;
            return Ok(None);
        };
        self.give_back(attempt).await?;
        // Where too many wait, it is for the next sign-in to make the hash stronger.
        let stronger = if is_weak(&account.password_hash) {
            self.passwords.hash(password).await.ok()
        } else {
            None
        };
        let opened = self.open_to(&account, stronger, &visitor).await?;
        if opened.is_none() {
            self.note_refused(id).await?;
        }
        Ok(opened)
    }

    /// Writes in the log that a password was refused. What was not looked at, because of too many
    /// tries, is not there: a guesser must not be able to fill the log.
    async fn note_refused(&self, account: Option<i64>) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let refused = self.told_of_account("", LogAct::SignInRefused, account);
        audit::write(&transaction, vec![refused]).await?;
        Ok(transaction.commit().await?)
    }

    /// What is open to who gave the password of this account just now; nothing where the account was
    /// disabled or got another password while it was looked at.
    async fn open_to(
        &self,
        given: &account::Model,
        stronger_hash: Option<String>,
        visitor: &Visitor<'_>,
    ) -> Result<Option<Opened>, Error> {
        let account = account_of(given.clone())?;
        let transaction = self.store.begin().await?;
        if !is_as_it_was(&transaction, given).await? {
            return Ok(None);
        }
        if let Some(hash) = stronger_hash {
            accounts::set_password(&transaction, given.id, hash).await?;
        }
        let has_factor = second_factors::find(&transaction, given.id).await?.is_some();
        let opened = if has_factor || must_have_second_factor(account.role) {
            if !has_factor {
                // Another one each time: who saw one may know no more than a password that was changed.
                self.offer(&transaction, given).await?;
            }
            Opened::Half(self.write_half(&transaction, given.id).await?)
        } else {
            let actor = Actor::Account(account);
            Opened::Session(self.begin_session(&transaction, &actor, visitor).await?, actor)
        };
        transaction.commit().await?;
        Ok(Some(opened))
    }

    /// The sign-in that is half done with this token; nothing where it took too long.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn half_done(&self, token: &str) -> Result<Option<HalfDone>, Error> {
        let Some(account) = self.account_of_half(&hash(token)).await? else { return Ok(None) };
        let reader = self.store.reader();
        let offered = if second_factors::find(reader, account.id).await?.is_some() {
            None
        } else {
            self.offered(reader, account.id, &account.email).await?
        };
        Ok(Some(HalfDone { offered }))
    }

    /// Completes a sign-in that is half done, by a code of the second factor. Where there is none yet, the
    /// code sets it up. Nothing where it took too long.
    ///
    /// # Errors
    /// [`Error::SecondFactor`] where the code is not right; [`Error::TooMany`]: it was not looked at.
    pub async fn complete_sign_in<'a>(
        &self,
        token: &str,
        code: &str,
        visitor: impl Into<Visitor<'a>> + Send,
    ) -> Result<Option<Completed>, Error> {
        let visitor = visitor.into();
        let half = hash(token);
        let Some(account) = self.account_of_half(&half).await? else { return Ok(None) };
        let attempt = self.take_code_try(&account, &visitor).await?;
        let has_factor = second_factors::find(self.store.reader(), account.id).await?.is_some();
        let recovery_codes = if has_factor {
            self.take_code(&account, code).await?;
            Vec::new()
        } else {
            self.set_up(&account, code).await?
        };
        self.give_back(attempt).await?;
        let transaction = self.store.begin().await?;
        // Whatever ends sessions ends this: it is looked at where the session begins.
        if !second_factors::delete_half(&transaction, &half).await? {
            return Ok(None);
        }
        let actor = Actor::Account(account_of(account)?);
        let token = self.begin_session(&transaction, &actor, &visitor).await?;
        transaction.commit().await?;
        Ok(Some(Completed { token, actor, recovery_codes }))
    }

    async fn account_of_half(&self, token_hash: &str) -> Result<Option<account::Model>, Error> {
        let reader = self.store.reader();
        match second_factors::half(reader, token_hash, self.clock.now()).await? {
            Some(account) => Ok(accounts::by_id(reader, account).await?),
            None => Ok(None),
        }
    }

    async fn write_half(
        &self,
        transaction: &DatabaseTransaction,
        account_id: i64,
    ) -> Result<Token, Error> {
        let token = Token::random();
        let now = self.clock.now();
        let token_hash = hash(token.secret());
        let half = half_session::Model { token_hash, account_id, expires_at: now + HALF_DONE };
        second_factors::insert_half(transaction, half, now).await?;
        Ok(token)
    }

    /// A session for who gave all that is asked for. The one that the browser held ends.
    async fn begin_session(
        &self,
        transaction: &DatabaseTransaction,
        actor: &Actor,
        visitor: &Visitor<'_>,
    ) -> Result<Token, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        if let Some(before) = visitor.session {
            accounts::delete_session(transaction, &hash(before)).await?;
        }
        let token = self.write_session(transaction, account.id, visitor.user_agent).await?;
        let signed_in = self.told_of_own_account(actor, LogAct::SignedIn);
        audit::write(transaction, vec![signed_in]).await?;
        Ok(token)
    }

    pub(crate) async fn write_session(
        &self,
        transaction: &DatabaseTransaction,
        account_id: i64,
        user_agent: &str,
    ) -> Result<Token, Error> {
        let token = Token::random();
        let now = self.clock.now();
        let session = session::Model {
            token_hash: hash(token.secret()),
            account_id,
            created_at: now,
            last_seen_at: now,
            expires_at: now + ABSOLUTE,
            user_agent: Device::of(user_agent).kept(),
        };
        accounts::insert_session(transaction, session).await?;
        Ok(token)
    }
}
