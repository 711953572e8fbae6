//! Who a session is, and how it ends: by time, by its owner, and by a new password, which ends all of them.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    account::Actor,
    audit::LogAct,
    devices::Device,
    limits::Counted,
    own_password::{ChangeProblem, PasswordChange, check_change},
};

use crate::{
    Register,
    accounts::{account_of, end_all, is_as_it_was, owner},
    error::Error,
    password_strength,
    store::{accounts, audit},
    tokens::{Token, hash},
};

/// A session ends this long after its sign-in, whatever happens.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// A session ends when it was not used for this long: a ministry's long meeting.
pub const IDLE: TimeDelta = TimeDelta::hours(2);
/// The last use is written down when it is older than this, not at every request.
const TOUCH_AFTER: TimeDelta = TimeDelta::minutes(5);
/// Sessions that the page shows. They end within a day, so nobody has more by signing in.
const MOST: u64 = 50;

/// A session of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What it is called in a form. Nothing can be done with it but to end the session.
    pub handle: String,
    pub since: DateTime<Utc>,
    /// To within a few minutes: not every request is written down.
    pub last_used: DateTime<Utc>,
    pub device: Device,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

fn handle(token_hash: &str) -> String {
    let mut handle = hash(token_hash);
    handle.truncate(16);
    handle
}

impl Register {
    /// Who holds this token: a reader, where the session has ended or never was.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn actor(&self, token: &str) -> Result<Actor, Error> {
        let token_hash = hash(token);
        let now = self.clock.now();
        let found = accounts::session(self.store.reader(), &token_hash).await?;
        let Some((session, account)) = found else {
            return Ok(Actor::Reader);
        };
        let ended = session.expires_at <= now || session.last_seen_at + IDLE <= now;
        if ended || account.disabled_at.is_some() {
            return Ok(Actor::Reader);
        }
        if session.last_seen_at + TOUCH_AFTER <= now && !self.is_read_only() {
            // Where nothing can be written, people read on until the session ends by its last use.
            if let Err(cause) = accounts::touch_session(self.store.writer(), &token_hash, now).await
            {
                tracing::warn!(%cause, "the use of a session was not noted");
            }
        }
        Ok(Actor::Account(account_of(account)?))
    }

    /// Ends the session of this token.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn sign_out(&self, token: &str) -> Result<(), Error> {
        Ok(accounts::delete_session(self.store.signing_out(), &hash(token)).await?)
    }

    /// Ends every session of the actor, also on other machines.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn sign_out_everywhere(&self, actor: &Actor) -> Result<u64, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        Ok(accounts::delete_sessions(self.store.signing_out(), account.id).await?)
    }

    /// The sessions of the actor that have not ended, the one that asks first. `token` is its own.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without an account.
    pub async fn sessions(
        &self,
        actor: &Actor,
        token: Option<&str>,
    ) -> Result<Vec<OwnSession>, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let own = token.map(hash);
        let now = self.clock().now();
        let rows =
            accounts::sessions_of(self.store.reader(), account.id, now, now - IDLE, MOST).await?;
        let mut sessions: Vec<OwnSession> = rows
            .into_iter()
            .map(|row| OwnSession {
                handle: handle(&row.token_hash),
                since: row.created_at,
                last_used: row.last_seen_at,
                device: Device::from_kept(&row.user_agent),
                is_this: own.as_deref() == Some(row.token_hash.as_str()),
            })
            .collect();
        sessions.sort_by_key(|session| !session.is_this);
        Ok(sessions)
    }

    /// Ends one session of the actor. One that has ended meanwhile is as it should be.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without an account.
    pub async fn end_session(&self, actor: &Actor, named: &str) -> Result<(), Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let now = self.clock().now();
        let rows =
            accounts::sessions_of(self.store.reader(), account.id, now, now - IDLE, MOST).await?;
        if let Some(row) = rows.iter().find(|row| handle(&row.token_hash) == named) {
            accounts::delete_session(self.store.writer(), &row.token_hash).await?;
        }
        Ok(())
    }

    /// Ends every session of the actor but the one with this token.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without an account.
    pub async fn end_other_sessions(&self, actor: &Actor, token: &str) -> Result<u64, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let writer = self.store.writer();
        Ok(accounts::delete_other_sessions(writer, account.id, &hash(token)).await?)
    }

    /// Gives the actor's account another password and ends all that the one before has opened. Answers
    /// a session of its own for who changed it.
    ///
    /// # Errors
    /// [`Error::NewPassword`] with the reason; [`Error::TooMany`] where the current one was got wrong
    /// too often; [`Error::Busy`].
    pub async fn change_password(
        &self,
        actor: &Actor,
        change: PasswordChange,
        user_agent: &str,
    ) -> Result<Token, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        check_change(&change, &account.email).map_err(Error::NewPassword)?;
        let kept = accounts::by_id(self.store.reader(), account.id).await?;
        let kept = kept.ok_or(Error::NotAllowed)?;
        let attempt = self.take(Counted::OwnPassword, &account.id.to_string()).await?;
        let right = self.passwords.verify(change.current, Some(kept.password_hash.clone())).await?;
        if !right {
            return Err(Error::NewPassword(ChangeProblem::NotCurrent));
        }
        self.give_back(attempt).await?;
        // It takes longer than the other rules, so it comes behind what is limited.
        password_strength::check(&change.new, &owner(&kept))
            .map_err(|problem| Error::NewPassword(problem.into()))?;
        let hash = self.passwords.hash(change.new).await?;
        let transaction = self.store.begin().await?;
        if !is_as_it_was(&transaction, &kept).await? {
            return Err(Error::NewPassword(ChangeProblem::NotCurrent));
        }
        accounts::set_password(&transaction, kept.id, hash).await?;
        end_all(&transaction, kept.id).await?;
        let token = self.write_session(&transaction, kept.id, user_agent).await?;
        let changed = self.told_of_own_account(actor, LogAct::PasswordChanged);
        audit::write(&transaction, vec![changed]).await?;
        transaction.commit().await?;
        Ok(token)
    }
}
