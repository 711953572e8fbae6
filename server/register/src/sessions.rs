//! One's own sessions: which there are, ending them, and a new password, which ends all of them.

use chrono::{DateTime, Utc};
use domain::{
    account::Actor,
    audit::LogAct,
    devices::Device,
    limits::Counted,
    own_password::{ChangeProblem, PasswordChange, check_change},
};

use crate::{
    Register,
    accounts::{IDLE, Token, end_all, hash, is_as_it_was, owner},
    error::Error,
    password_strength,
    store::{accounts, audit},
};

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
