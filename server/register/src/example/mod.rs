//! The example: fictitious States whose accounts record, confirm, contest, report, file and review,
//! for trying the register out. All of it goes through the use cases, so that it keeps every rule.
//!
//! A register holds the example when it has an account of a fictitious State. Nothing of it is ever
//! brought into a register in which people work already.

mod deeds;
mod script;

use domain::{
    account::{Account, Actor},
    follow_up::dossier::Drafted,
    policy::must_have_second_factor,
    states,
};

use self::deeds::Doing;
use crate::{
    Register,
    accounts::NewAccount,
    dossiers::Material,
    error::Error,
    import::BadFile,
    second_factor::AppSecret,
    store::{accounts, imported},
    tokens::Token,
};

/// The name under which the example's records are known again.
const SOURCE: &str = "example";
/// Groups of four hexadecimal digits in a password: 96 bits.
const PASSWORD_GROUPS: usize = 6;

/// What came of loading the example.
pub enum Seeded {
    /// It is there now, and this is how to sign in.
    New(Access),
    /// It was there; nothing was changed.
    Known,
}

/// How to sign in to the example.
pub struct Access {
    pub accounts: Vec<Account>,
    /// The secrets for an authenticator app, by the addresses of the accounts that need one.
    pub secrets: Vec<(String, AppSecret)>,
    /// The password of all of them, made at random and kept nowhere.
    pub password: String,
}

/// Why the example was not loaded.
#[derive(Debug, thiserror::Error)]
pub enum ExampleError {
    #[error("{0}")]
    File(#[from] BadFile),
    #[error("{0}")]
    Register(#[from] Error),
    #[error(
        "this register has accounts already, and made-up work has no place beside real work. \
         Load the example into a register of its own: DATABASE_URL names another database"
    )]
    HasAccounts,
    #[error(
        "an earlier run was stopped half-way. Load the example into a new register: DATABASE_URL \
         names another database"
    )]
    HalfWay,
    #[error("{file}, deed {number}: {cause}: {cause:?}")]
    Deed { file: &'static str, number: usize, cause: Error },
}

impl Register {
    /// Whether the register holds the example, and so shows fictitious States.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn holds_example(&self) -> Result<bool, Error> {
        let codes = states::examples().iter().map(|state| state.code.as_str());
        Ok(accounts::is_any_of(self.store.reader(), codes).await?)
    }

    /// Loads the example; where it is there already, nothing is changed. `draft` writes the chapters
    /// of a dossier.
    ///
    /// # Errors
    /// [`ExampleError::HasAccounts`] for a register in which people work; [`ExampleError::HalfWay`];
    /// [`ExampleError::Deed`] where the register refuses something, which the tests would find.
    pub async fn seed_example(
        &self,
        draft: impl Fn(&Material) -> Drafted,
    ) -> Result<Seeded, ExampleError> {
        let reader = self.store.reader();
        if !imported::of_source(reader, SOURCE).await.map_err(Error::from)?.is_empty() {
            return Ok(Seeded::Known);
        }
        if self.holds_example().await? {
            return Err(ExampleError::HalfWay);
        }
        if accounts::is_any(reader).await.map_err(Error::from)? {
            return Err(ExampleError::HasAccounts);
        }
        let script = script::read()?;
        let password = password();
        let (mut accounts, mut secrets) = (Vec::new(), Vec::new());
        // Those of a State come first: by them a register says that it holds the example.
        for person in script.accounts {
            let account = self.example_account(person, password.clone()).await?;
            if must_have_second_factor(account.role) {
                let given = self.give_second_factor(&account.email).await?;
                secrets.push((account.email.clone(), given.secret));
            }
            accounts.push(account);
        }
        let actors = accounts.iter().cloned().map(Actor::Account).collect();
        let mut doing = Doing::new(self, actors, draft);
        for (file, deeds) in &script.deeds {
            for (place, deed) in deeds.iter().enumerate() {
                // Boxed: it has room for the largest of all deeds.
                Box::pin(doing.perform(deed)).await.map_err(|cause| ExampleError::Deed {
                    file,
                    number: place + 1,
                    cause,
                })?;
            }
        }
        let transaction = self.store.begin().await.map_err(Error::from)?;
        imported::note_origins(&transaction, SOURCE, doing.records()).await.map_err(Error::from)?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(Seeded::New(Access { accounts, secrets, password }))
    }

    async fn example_account(
        &self,
        person: script::Person,
        password: String,
    ) -> Result<Account, Error> {
        let script::Person { email, name, role, state } = person;
        let new = NewAccount {
            email: email.clone(),
            name: name.clone(),
            role,
            state: state.clone(),
            password,
        };
        Ok(Account { id: self.make_account(new).await?, name, email, role, state })
    }
}

/// A password that nobody could guess and everybody can type.
fn password() -> String {
    Token::random().in_groups(PASSWORD_GROUPS)
}

#[cfg(test)]
mod tests {
    use domain::account::check_password;

    use super::*;

    #[test]
    fn the_password_is_another_each_time_and_good_enough_for_every_account() {
        let (one, other) = (password(), password());
        assert_ne!(one, other);
        assert_eq!(one.len(), 29, "{one}");
        assert_eq!(check_password(&one, "official@examplia.example"), Ok(()));
    }
}
