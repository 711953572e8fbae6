//! Invitations, and the way back in for who forgot the password: links that are used once and end by time.
//!
//! A link replaces the password and nothing else: it signs nobody in, and a second factor is asked for at
//! the next sign-in as before (OWASP ASVS 5.0, 6.4.3).

use domain::{
    account::{Actor, Role, email_address},
    account_links::LinkPurpose,
    audit::LogAct,
    limits::Counted,
    own_password::{ChangeProblem, check_choice},
};
use migrations::DbErr;
use sea_orm::DatabaseTransaction;

use crate::{
    Register,
    accounts::{COMMAND_LINE, account_of, end_all, is_as_it_was, owner, person},
    error::{AccountProblem, Error},
    password_strength,
    store::{
        account_links, accounts, audit,
        entities::{account, account_link},
    },
    tokens::{Token, hash},
};

/// Somebody who is to get an account.
#[derive(Clone, Debug)]
pub struct Invited {
    pub email: String,
    pub name: String,
    pub role: Role,
    /// A State's code or any of its names; none for the Network's roles.
    pub state: Option<String>,
}

/// A link for who forgot the password.
pub struct Forgotten {
    /// The address of its owner, as it is kept: never as somebody typed it.
    pub to: String,
    pub token: Token,
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opens {
    pub purpose: LinkPurpose,
    pub name: String,
    pub email: String,
}

impl Register {
    /// Makes an account with a password that nobody knows, and the link by which its owner chooses one. Only
    /// the command line does this.
    ///
    /// # Errors
    /// As [`Register::add_account`].
    pub async fn invite(&self, invited: Invited) -> Result<Token, Error> {
        let Invited { email, name, role, state } = invited;
        let person = person(&email, &name, role, state.as_deref())?;
        self.refuse_fictitious(&person).await?;
        self.refuse_taken(&person).await?;
        let password_hash = self.passwords.hash(Token::random().secret().to_owned()).await?;
        let transaction = self.store.begin().await?;
        let id = self.insert_account(&transaction, person, password_hash).await?;
        let link = self.write_link(&transaction, id, LinkPurpose::Invitation, COMMAND_LINE).await?;
        transaction.commit().await?;
        Ok(link)
    }

    /// Makes a link by which the owner of an account chooses another password. The one that it has is good
    /// until then. Only the command line does this.
    ///
    /// # Errors
    /// When there is no such account, or it is disabled.
    pub async fn make_reset_link(&self, email: &str) -> Result<Token, Error> {
        let account = self.account(email).await?;
        if account.disabled_at.is_some() {
            return Err(Error::Account(AccountProblem::Disabled));
        }
        self.make_reset(account.id, COMMAND_LINE).await
    }

    /// Counts that somebody asks for a link to another password, from this network.
    ///
    /// # Errors
    /// [`Error::TooMany`] where the network asks too often, whoever it asks for.
    pub async fn count_forgotten(&self, network: &str) -> Result<(), Error> {
        self.take(Counted::ResetByNetwork, network).await?;
        Ok(())
    }

    /// A link for who forgot the password of the account with this address. Nothing where there is no such
    /// account or it was asked for too often: who asks is told neither.
    ///
    /// # Errors
    /// When the database does not answer or take it.
    pub async fn forgotten(&self, email: &str) -> Result<Option<Forgotten>, Error> {
        let Some(email) = email_address(email) else { return Ok(None) };
        match self.take(Counted::ResetByAddress, &email).await {
            Ok(_) => {}
            Err(Error::TooMany { .. }) => return Ok(None),
            Err(error) => return Err(error),
        }
        let account = accounts::by_email(self.store.reader(), &email).await?;
        match account.filter(|account| account.disabled_at.is_none()) {
            Some(account) => {
                let token = self.make_reset(account.id, "").await?;
                Ok(Some(Forgotten { to: account.email, token }))
            }
            None => Ok(None),
        }
    }

    /// What the link with this token opens; nothing where it was used, has run out, or never was.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn opened_by(&self, token: &str) -> Result<Option<Opens>, Error> {
        let Some((purpose, account)) = self.linked(token).await? else { return Ok(None) };
        Ok(Some(Opens { purpose, name: account.name, email: account.email }))
    }

    /// Gives the account that a link opens its password, and ends all that the one before has opened.
    /// Answers whether the link still opened something.
    ///
    /// # Errors
    /// [`Error::NewPassword`] with the reason, the link is then as good as before; [`Error::Busy`].
    pub async fn choose_password(
        &self,
        token: &str,
        new: String,
        again: &str,
    ) -> Result<bool, Error> {
        let Some((_, account)) = self.linked(token).await? else { return Ok(false) };
        let refused = |problem: ChangeProblem| Error::NewPassword(problem);
        check_choice(&new, again, &account.email).map_err(refused)?;
        password_strength::check(&new, &owner(&account))
            .map_err(|problem| refused(problem.into()))?;
        let password_hash = self.passwords.hash(new).await?;
        let transaction = self.store.begin().await?;
        // Whatever ends sessions ends links: it is looked at where the password is written.
        if !is_as_it_was(&transaction, &account).await?
            || !account_links::use_up(&transaction, &hash(token)).await?
        {
            return Ok(false);
        }
        accounts::set_password(&transaction, account.id, password_hash).await?;
        end_all(&transaction, account.id).await?;
        let actor = Actor::Account(account_of(account)?);
        let changed = self.told_of_own_account(&actor, LogAct::PasswordChanged);
        audit::write(&transaction, vec![changed]).await?;
        transaction.commit().await?;
        Ok(true)
    }

    async fn linked(&self, token: &str) -> Result<Option<(LinkPurpose, account::Model)>, Error> {
        let reader = self.store.reader();
        let found = account_links::find(reader, &hash(token), self.clock.now()).await?;
        let Some(link) = found else { return Ok(None) };
        let account = accounts::by_id(reader, link.account_id).await?;
        let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
            return Ok(None);
        };
        let purpose = link.purpose.parse().map_err(|_| {
            DbErr::Custom(format!("a link has an unknown purpose: {}", link.purpose))
        })?;
        Ok(Some((purpose, account)))
    }

    async fn make_reset(&self, account_id: i64, author: &str) -> Result<Token, Error> {
        let transaction = self.store.begin().await?;
        let token = self.write_link(&transaction, account_id, LinkPurpose::Reset, author).await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// Writes a link, and in the log that it was made.
    async fn write_link(
        &self,
        transaction: &DatabaseTransaction,
        account_id: i64,
        purpose: LinkPurpose,
        author: &str,
    ) -> Result<Token, Error> {
        let token = Token::random();
        let now = self.clock.now();
        let row = account_link::Model {
            token_hash: hash(token.secret()),
            account_id,
            purpose: purpose.code().to_owned(),
            expires_at: now + purpose.lasts(),
        };
        account_links::insert(transaction, row, now).await?;
        let act = match purpose {
            LinkPurpose::Invitation => LogAct::InvitationMade,
            LinkPurpose::Reset => LogAct::ResetLinkMade,
        };
        let made = self.told_of_account(author, act, Some(account_id));
        audit::write(transaction, vec![made]).await?;
        Ok(token)
    }
}
