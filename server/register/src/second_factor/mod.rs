//! The second factor: set up, changed and turned off by its owner, given and taken away by the operator.
//!
//! A code is used once. Whether it may be is decided by the one statement that notes it, so of two
//! requests at the same moment one is refused.

mod authenticator;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    account::Actor,
    audit::LogAct,
    limits::Counted,
    policy::must_have_second_factor,
    second_factor::{FactorProblem, RECOVERY_CODES, RECOVERY_GROUPS, TypedCode},
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

pub use authenticator::AppSecret;
use authenticator::step_of;

use crate::{
    Register,
    accounts::{COMMAND_LINE, account_of, end_all},
    error::Error,
    store::{
        accounts, audit,
        entities::{account, offered_secret, second_factor},
        second_factors,
    },
    tokens::{Token, hash},
};

/// A secret that was shown waits so long for its first code.
const WAITS_FOR: TimeDelta = TimeDelta::hours(1);

/// One's own second factor.
pub struct OwnFactor {
    pub set_up: Option<SetUp>,
    /// The secret that waits for its first code.
    pub offered: Option<AppSecret>,
    /// Whether the account has to have one.
    pub is_required: bool,
}

/// A second factor that is asked for at each sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetUp {
    pub since: DateTime<Utc>,
    /// Recovery codes that were not used yet.
    pub codes_left: u64,
}

/// What is asked for before a second factor is changed: who found an open browser has neither.
pub struct Proof {
    pub password: String,
    /// Of the second factor that there is; not looked at where there is none.
    pub code: String,
}

/// A second factor that the operator gave to an account. It is told this once.
pub struct GivenFactor {
    pub secret: AppSecret,
    pub recovery_codes: Vec<String>,
}

impl Register {
    /// The actor's own second factor.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without an account.
    pub async fn own_factor(&self, actor: &Actor) -> Result<OwnFactor, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let reader = self.store.reader();
        let set_up = match second_factors::find(reader, account.id).await? {
            Some(factor) => Some(SetUp {
                since: factor.created_at,
                codes_left: second_factors::codes_left(reader, account.id).await?,
            }),
            None => None,
        };
        let offered = self.offered(reader, account.id, &account.email).await?;
        Ok(OwnFactor { set_up, offered, is_required: must_have_second_factor(account.role) })
    }

    /// Makes a secret for the actor to take into an app. What there is stays until the first code of the
    /// new one was given.
    ///
    /// # Errors
    /// [`Error::SecondFactor`] where the proof is not right; [`Error::TooMany`]; [`Error::Busy`].
    pub async fn begin_second_factor(&self, actor: &Actor, proof: Proof) -> Result<(), Error> {
        let account = self.prove(actor, proof).await?;
        let transaction = self.store.begin().await?;
        self.offer(&transaction, &account).await?;
        Ok(transaction.commit().await?)
    }

    /// Sets the second factor up whose secret waits, by its first code. Answers its recovery codes.
    ///
    /// # Errors
    /// [`Error::SecondFactor`] where the code is not right or nothing waits.
    pub async fn confirm_second_factor(
        &self,
        actor: &Actor,
        code: &str,
    ) -> Result<Vec<String>, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let kept = accounts::by_id(self.store.reader(), account.id).await?;
        self.set_up(&kept.ok_or(Error::NotAllowed)?, code).await
    }

    /// Makes recovery codes in place of those that the actor has.
    ///
    /// # Errors
    /// As [`Register::begin_second_factor`]; [`Error::NotFound`] without a second factor.
    pub async fn renew_recovery_codes(
        &self,
        actor: &Actor,
        proof: Proof,
    ) -> Result<Vec<String>, Error> {
        let account = self.prove(actor, proof).await?;
        let transaction = self.store.begin().await?;
        if second_factors::find(&transaction, account.id).await?.is_none() {
            return Err(Error::NotFound);
        }
        let codes = write_codes(&transaction, account.id).await?;
        let made = self.told_of_own_account(actor, LogAct::RecoveryCodesMade);
        audit::write(&transaction, vec![made]).await?;
        transaction.commit().await?;
        Ok(codes)
    }

    /// Turns the actor's second factor off.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has to have one; otherwise as [`Register::begin_second_factor`].
    pub async fn turn_second_factor_off(&self, actor: &Actor, proof: Proof) -> Result<(), Error> {
        if actor.account().is_none_or(|account| must_have_second_factor(account.role)) {
            return Err(Error::NotAllowed);
        }
        let account = self.prove(actor, proof).await?;
        let transaction = self.store.begin().await?;
        if second_factors::delete(&transaction, account.id).await? {
            let off = self.told_of_own_account(actor, LogAct::SecondFactorTurnedOff);
            audit::write(&transaction, vec![off]).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Gives an account a second factor that its owner did not choose. Only the command line does this, for
    /// who is to have one before the first sign-in.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn give_second_factor(&self, email: &str) -> Result<GivenFactor, Error> {
        let account = self.account(email).await?;
        let secret = AppSecret::random(&account.email);
        let transaction = self.store.begin().await?;
        let recovery_codes = self.write_factor(&transaction, account.id, &secret, 0).await?;
        end_all(&transaction, account.id).await?;
        let given = self.told_of_account(COMMAND_LINE, LogAct::SecondFactorSetUp, Some(account.id));
        audit::write(&transaction, vec![given]).await?;
        transaction.commit().await?;
        Ok(GivenFactor { secret, recovery_codes })
    }

    /// Takes away the second factor of an account whose owner lost it, and signs it out everywhere. Answers
    /// the address of the owner, who is to be told; nothing where there was none.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn take_second_factor_away(&self, email: &str) -> Result<Option<String>, Error> {
        let account = self.account(email).await?;
        let transaction = self.store.begin().await?;
        if !second_factors::delete(&transaction, account.id).await? {
            return Ok(None);
        }
        end_all(&transaction, account.id).await?;
        let taken =
            self.told_of_account(COMMAND_LINE, LogAct::SecondFactorTakenAway, Some(account.id));
        audit::write(&transaction, vec![taken]).await?;
        transaction.commit().await?;
        Ok(Some(account.email))
    }

    /// The actor's account, once the password is right, and the code where there is a second factor.
    async fn prove(&self, actor: &Actor, proof: Proof) -> Result<account::Model, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let reader = self.store.reader();
        let kept = accounts::by_id(reader, account.id).await?.ok_or(Error::NotAllowed)?;
        let own = account.id.to_string();
        let attempt = self.take(Counted::OwnPassword, &own).await?;
        if !self.passwords.verify(proof.password, Some(kept.password_hash.clone())).await? {
            return Err(Error::SecondFactor(FactorProblem::NotThePassword));
        }
        self.give_back(attempt).await?;
        if second_factors::find(reader, account.id).await?.is_some() {
            let attempt = self.take(Counted::Code, &own).await?;
            self.take_code(&kept, &proof.code).await?;
            self.give_back(attempt).await?;
        }
        Ok(kept)
    }

    /// Takes a code of the account's second factor, which is used up by it. One that is refused is in the log:
    /// whoever typed it knows the password.
    pub(crate) async fn take_code(
        &self,
        account: &account::Model,
        typed: &str,
    ) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let now = self.clock.now();
        let (is_right, is_recovery) = match TypedCode::read(typed) {
            Some(TypedCode::OfApp(code)) => {
                let factor = second_factors::find(&transaction, account.id).await?;
                match factor.and_then(|factor| step_of(&factor.secret, &code, now)) {
                    Some(step) => {
                        (second_factors::take_step(&transaction, account.id, step).await?, false)
                    }
                    None => (false, false),
                }
            }
            Some(TypedCode::Recovery(code)) => {
                let code = hash(&code);
                (second_factors::use_code(&transaction, account.id, &code, now).await?, true)
            }
            None => (false, false),
        };
        if !is_right {
            let refused = self.told_of_account("", LogAct::CodeRefused, Some(account.id));
            audit::write(&transaction, vec![refused]).await?;
        } else if is_recovery {
            let actor = Actor::Account(account_of(account.clone())?);
            let used = self.told_of_own_account(&actor, LogAct::RecoveryCodeUsed);
            audit::write(&transaction, vec![used]).await?;
        }
        transaction.commit().await?;
        if is_right { Ok(()) } else { Err(Error::SecondFactor(FactorProblem::NotTheCode)) }
    }

    /// Shows an account a secret that waits for its first code.
    pub(crate) async fn offer(
        &self,
        transaction: &DatabaseTransaction,
        account: &account::Model,
    ) -> Result<(), Error> {
        let offered = offered_secret::Model {
            account_id: account.id,
            secret: AppSecret::random(&account.email).text,
            created_at: self.clock.now(),
        };
        Ok(second_factors::offer(transaction, offered).await?)
    }

    /// The secret that waits for its first code.
    pub(crate) async fn offered(
        &self,
        connection: &impl ConnectionTrait,
        account_id: i64,
        email: &str,
    ) -> Result<Option<AppSecret>, Error> {
        let since = self.clock.now() - WAITS_FOR;
        let secret = second_factors::offered(connection, account_id, since).await?;
        Ok(secret.and_then(|secret| AppSecret::kept(&secret, email)))
    }

    /// Sets up the second factor whose secret waits, by its first code.
    pub(crate) async fn set_up(
        &self,
        account: &account::Model,
        typed: &str,
    ) -> Result<Vec<String>, Error> {
        let refused = |problem: FactorProblem| Err(Error::SecondFactor(problem));
        let transaction = self.store.begin().await?;
        let offered = self.offered(&transaction, account.id, &account.email).await?;
        let Some(secret) = offered else { return refused(FactorProblem::NothingBegun) };
        let step = match TypedCode::read(typed) {
            Some(TypedCode::OfApp(code)) => step_of(&secret.text, &code, self.clock.now()),
            _ => None,
        };
        let Some(step) = step else { return refused(FactorProblem::NotTheCode) };
        let codes = self.write_factor(&transaction, account.id, &secret, step).await?;
        let actor = Actor::Account(account_of(account.clone())?);
        let set_up = self.told_of_own_account(&actor, LogAct::SecondFactorSetUp);
        audit::write(&transaction, vec![set_up]).await?;
        transaction.commit().await?;
        Ok(codes)
    }

    /// Writes a second factor whose code of this step was taken last. Answers its recovery codes.
    async fn write_factor(
        &self,
        transaction: &DatabaseTransaction,
        account_id: i64,
        secret: &AppSecret,
        last_step: i64,
    ) -> Result<Vec<String>, Error> {
        let secret = secret.text.clone();
        let created_at = self.clock.now();
        let factor = second_factor::Model { account_id, secret, last_step, created_at };
        second_factors::replace(transaction, factor).await?;
        write_codes(transaction, account_id).await
    }
}

/// Recovery codes in place of those that an account has. Only their hashes are kept.
async fn write_codes(
    transaction: &DatabaseTransaction,
    account_id: i64,
) -> Result<Vec<String>, Error> {
    let codes: Vec<String> =
        (0..RECOVERY_CODES).map(|_| Token::random().in_groups(RECOVERY_GROUPS)).collect();
    let hashes = codes.iter().map(|code| hash(&code.replace('-', "")));
    second_factors::replace_codes(transaction, account_id, hashes).await?;
    Ok(codes)
}
