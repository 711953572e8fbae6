//! What is written in the log though nothing was changed: papers that were taken away, and what an account
//! was refused.

use domain::{
    account::Actor,
    audit::{LogAct, Subject, Told},
    hearing::Item,
    limits::Counted,
};

use crate::{
    Register,
    error::Error,
    following::Entry,
    recording::author,
    store::{agreements, audit, entries},
};

/// Characters that are kept of what was refused.
const LONGEST: usize = 120;

impl Register {
    /// Notes that the actor takes a paper of this entry away, where not everybody may read it: from then on
    /// its words are also elsewhere. While the register takes no changes it is not noted.
    ///
    /// # Errors
    /// When the database does not take it: then the paper is not to be handed over.
    pub async fn note_paper(&self, actor: &Actor, entry: &Entry) -> Result<(), Error> {
        if entry.published_at.is_some() {
            return Ok(());
        }
        self.write_down(actor, LogAct::PaperTakenAway, Subject::entry(entry.id), None).await
    }

    /// Notes that the actor's account was refused something, such as `POST /frozen`. Beyond so many in a
    /// short time it is not: nobody fills the log by being refused.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn note_refusal(&self, actor: &Actor, what: &str) -> Result<(), Error> {
        let Some(account) = actor.account().filter(|_| !self.is_read_only()) else { return Ok(()) };
        match self.take(Counted::Refused, &account.id.to_string()).await {
            Ok(_) => {}
            Err(Error::TooMany { .. }) => return Ok(()),
            Err(error) => return Err(error),
        }
        let subject = Subject::account(Some(account.id));
        let what = what.chars().take(LONGEST).collect();
        self.write_down(actor, LogAct::Refused, subject, Some(what)).await
    }

    /// Notes the same where the actor was told that there is nothing at an address, and there is something that
    /// they may not know of. Answers whether that is so.
    ///
    /// # Errors
    /// When the database does not answer, or does not take it.
    pub async fn note_hidden(&self, actor: &Actor, item: Item, what: &str) -> Result<bool, Error> {
        let reader = self.store.reader();
        let is_there = match item {
            Item::Agreement(id) => agreements::find(reader, id).await?.is_some(),
            Item::Entry(id) => entries::find(reader, id).await?.is_some(),
        };
        if is_there {
            self.note_refusal(actor, what).await?;
        }
        Ok(is_there)
    }

    async fn write_down(
        &self,
        actor: &Actor,
        act: LogAct,
        subject: Subject,
        detail: Option<String>,
    ) -> Result<(), Error> {
        let Some(account) = actor.account().filter(|_| !self.is_read_only()) else { return Ok(()) };
        let now = self.clock().now();
        let told = Told {
            detail,
            ..Told::new(now, Some(account.id), &author(actor), act.code(), subject)
        };
        let transaction = self.store.begin().await?;
        audit::write(&transaction, vec![told]).await?;
        Ok(transaction.commit().await?)
    }
}
