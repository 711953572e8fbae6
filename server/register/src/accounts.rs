//! Accounts: made, given a password, disabled and erased from the command line.

use domain::{
    account::{Account, Actor, Role, email_address},
    audit::{LogAct, Subject, Told},
    states::{self, State},
};
use migrations::DbErr;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    DatabaseTransaction,
};

use crate::{
    Register,
    error::{AccountProblem, Error},
    password_strength::{self, Owner},
    recording::author,
    store::{
        account_links, accounts, attempts, audit, calendars, entities::account, mail,
        second_factors,
    },
};

/// Who is named in the log where a command was given on the machine itself.
pub(crate) const COMMAND_LINE: &str = "Command line";

/// A new account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: String,
    pub name: String,
    pub role: Role,
    /// A State's code or any of its names; none for the Network's roles.
    pub state: Option<String>,
    pub password: String,
}

/// Somebody who is to get an account, whom nothing speaks against.
pub(crate) struct Person {
    email: String,
    name: String,
    role: Role,
    state: Option<&'static State>,
}

impl Register {
    /// Makes an account. Only the command line does this: there is no self-registration.
    ///
    /// # Errors
    /// When the address is taken or none, the password is too plain, or role and State do not fit; for
    /// a fictitious State where the register does not hold the example.
    pub async fn add_account(&self, new: NewAccount) -> Result<i64, Error> {
        let NewAccount { email, name, role, state, password } = new;
        let person = person(&email, &name, role, state.as_deref())?;
        self.refuse_fictitious(&person).await?;
        self.write_account(person, password).await
    }

    /// Makes the account of anybody, fictitious or not.
    pub(crate) async fn make_account(&self, new: NewAccount) -> Result<i64, Error> {
        let NewAccount { email, name, role, state, password } = new;
        let person = person(&email, &name, role, state.as_deref())?;
        self.write_account(person, password).await
    }

    async fn write_account(&self, person: Person, password: String) -> Result<i64, Error> {
        self.refuse_taken(&person).await?;
        let Person { email, name, state, .. } = &person;
        let state = state.map(|state| state.code.as_str());
        password_strength::check(&password, &Owner { email, name, state })?;
        let password_hash = self.passwords.hash(password).await?;
        let transaction = self.store.begin().await?;
        let id = self.insert_account(&transaction, person, password_hash).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Only the example has people of fictitious States.
    pub(crate) async fn refuse_fictitious(&self, person: &Person) -> Result<(), Error> {
        if person.state.is_some_and(State::is_example) && !self.holds_example().await? {
            return Err(Error::Account(AccountProblem::NoSuchState));
        }
        Ok(())
    }

    /// An address has one account.
    pub(crate) async fn refuse_taken(&self, person: &Person) -> Result<(), Error> {
        match accounts::by_email(self.store.reader(), &person.email).await? {
            Some(_) => Err(Error::Account(AccountProblem::Exists)),
            None => Ok(()),
        }
    }

    /// Writes an account with this hash of a password.
    pub(crate) async fn insert_account(
        &self,
        transaction: &DatabaseTransaction,
        person: Person,
        password_hash: String,
    ) -> Result<i64, Error> {
        let Person { email, name, role, state } = person;
        let account = account::ActiveModel {
            id: NotSet,
            email: Set(email),
            name: Set(name),
            role: Set(<&str>::from(role).to_owned()),
            state: Set(state.map(|state| state.code.clone())),
            password_hash: Set(password_hash),
            created_at: Set(self.clock.now()),
            disabled_at: Set(None),
        };
        let id = accounts::insert(transaction, account).await?;
        let made = self.told_of_account(COMMAND_LINE, LogAct::AccountMade, Some(id));
        let made = Told { detail: Some(<&str>::from(role).to_owned()), ..made };
        audit::write(transaction, vec![made]).await?;
        Ok(id)
    }

    /// What the log tells of an account. Of a sign-in to an account that there is not, it keeps nothing
    /// of what was typed: people type passwords there by mistake.
    pub(crate) fn told_of_account(&self, author: &str, act: LogAct, account: Option<i64>) -> Told {
        Told::new(self.clock.now(), None, author, act.code(), Subject::account(account))
    }

    /// What the log tells of what the actor did with the own account.
    pub(crate) fn told_of_own_account(&self, actor: &Actor, act: LogAct) -> Told {
        let own = actor.account().map(|account| account.id);
        Told { account_id: own, ..self.told_of_account(&author(actor), act, own) }
    }

    /// Disables an account, signs it out everywhere and takes its calendar's address away.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn disable_account(&self, email: &str) -> Result<(), Error> {
        let account = self.account(email).await?;
        let transaction = self.store.begin().await?;
        accounts::set_disabled(&transaction, account.id, Some(self.clock.now())).await?;
        end_all(&transaction, account.id).await?;
        let disabled =
            self.told_of_account(COMMAND_LINE, LogAct::AccountDisabled, Some(account.id));
        audit::write(&transaction, vec![disabled]).await?;
        Ok(transaction.commit().await?)
    }

    /// Erases what an account holds of a person: address, name, password, second factor, choice of mail, and
    /// that something waited for them. What they did stays with the name that it was done under, as in any
    /// official record.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn erase_account(&self, email: &str) -> Result<(), Error> {
        let account = self.account(email).await?;
        let transaction = self.store.begin().await?;
        accounts::erase(&transaction, account.id, self.clock.now()).await?;
        end_all(&transaction, account.id).await?;
        second_factors::delete(&transaction, account.id).await?;
        mail::forget(&transaction, account.id).await?;
        let erased = self.told_of_account(COMMAND_LINE, LogAct::AccountErased, Some(account.id));
        audit::write(&transaction, vec![erased]).await?;
        Ok(transaction.commit().await?)
    }

    /// Signs an account out everywhere, also where a sign-in is half done, and leaves it as it is. Answers how
    /// many sessions there were.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn end_sessions_of(&self, email: &str) -> Result<u64, Error> {
        let account = self.account(email).await?;
        let transaction = self.store.begin().await?;
        let ended = accounts::delete_sessions(&transaction, account.id).await?;
        second_factors::delete_halves(&transaction, account.id).await?;
        let told = self.told_of_account(COMMAND_LINE, LogAct::SessionsEnded, Some(account.id));
        audit::write(&transaction, vec![told]).await?;
        transaction.commit().await?;
        Ok(ended)
    }

    /// Gives an account a new password, enables it, signs it out everywhere and takes its calendar's
    /// address away: whoever had the account may have that too.
    ///
    /// # Errors
    /// When there is no such account or the password is too plain.
    pub async fn reset_password(&self, email: &str, password: String) -> Result<(), Error> {
        let account = self.account(email).await?;
        password_strength::check(&password, &owner(&account))?;
        let hash = self.passwords.hash(password).await?;
        let transaction = self.store.begin().await?;
        accounts::set_password(&transaction, account.id, hash).await?;
        accounts::set_disabled(&transaction, account.id, None).await?;
        end_all(&transaction, account.id).await?;
        let changed = self.told_of_account(COMMAND_LINE, LogAct::PasswordChanged, Some(account.id));
        audit::write(&transaction, vec![changed]).await?;
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn account(&self, email: &str) -> Result<account::Model, Error> {
        accounts::by_email(self.store.reader(), &address(email)?)
            .await?
            .ok_or(Error::Account(AccountProblem::Missing))
    }
}

/// Ends all that a password has opened: sessions, also half begun, the calendar's address, and that
/// browsers are known; and the links by which it could be replaced.
pub(crate) async fn end_all(
    transaction: &DatabaseTransaction,
    account_id: i64,
) -> Result<(), Error> {
    accounts::delete_sessions(transaction, account_id).await?;
    second_factors::delete_halves(transaction, account_id).await?;
    account_links::delete_of(transaction, account_id).await?;
    calendars::delete(transaction, account_id).await?;
    Ok(attempts::forget_browsers(transaction, account_id).await?)
}

/// Whether the account still has this password and is not disabled. It is held until the transaction
/// ends, so that no session begins beside a change of it.
pub(crate) async fn is_as_it_was(
    transaction: &DatabaseTransaction,
    account: &account::Model,
) -> Result<bool, Error> {
    let now = accounts::by_id_to_change(transaction, account.id).await?;
    Ok(now
        .is_some_and(|now| now.disabled_at.is_none() && now.password_hash == account.password_hash))
}

/// Who is to get an account.
///
/// # Errors
/// When the address is none, or role and State do not fit.
pub(crate) fn person(
    email: &str,
    name: &str,
    role: Role,
    state: Option<&str>,
) -> Result<Person, Error> {
    let state = match (role.is_of_a_state(), state) {
        (true, None) => return Err(Error::Account(AccountProblem::NeedsState)),
        (false, Some(_)) => return Err(Error::Account(AccountProblem::HasState)),
        (false, None) => None,
        (true, Some(name)) => {
            Some(states::named(name).ok_or(Error::Account(AccountProblem::NoSuchState))?)
        }
    };
    Ok(Person { email: address(email)?, name: name.trim().to_owned(), role, state })
}

/// What is known of who uses an account.
pub(crate) fn owner(account: &account::Model) -> Owner<'_> {
    Owner { email: &account.email, name: &account.name, state: account.state.as_deref() }
}

fn address(email: &str) -> Result<String, Error> {
    email_address(email).ok_or(Error::Account(AccountProblem::NotAnAddress))
}

pub(crate) fn account_of(model: account::Model) -> Result<Account, Error> {
    let role = model
        .role
        .parse()
        .map_err(|_| DbErr::Custom(format!("the account has an unknown role: {}", model.role)))?;
    Ok(Account { id: model.id, name: model.name, email: model.email, role, state: model.state })
}
