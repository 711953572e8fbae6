//! Two sides of one record: a party that did not record an agreement confirms or contests its
//! sections, and what names a State waits in its inbox.

use domain::{
    account::Actor,
    confirmation::{Said, Word, check},
    fields::{SectionCode, Values, read, write},
    hearing::Item,
    notices::answered,
    policy::may_answer,
};

use crate::{
    Register,
    error::{Collision, Error},
    notices,
    reading::Row,
    recording::{Act, standing},
    store::{agreements, confirmations, revisions},
};

pub use crate::store::confirmations::{Contest, SaidBy};

/// Records that a page of the inbox holds.
pub const INBOX_PAGE: u64 = 25;

/// A record that waits for the word of the actor's State.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub row: Row,
    /// Sections that nobody of the State has spoken about, or that changed since.
    pub sections: u64,
    /// Those of them that changed since the State spoke.
    pub changed: u64,
}

impl Register {
    /// A party says that a section is right, or that it records something else. `base` is the version
    /// that the person has before their eyes.
    ///
    /// # Errors
    /// [`Error::Conflict`] where the section changed since `base`; [`Error::Invalid`] with the
    /// problems of the party's own version; [`Error::Word`] where it says too little;
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn answer(
        &self,
        actor: &Actor,
        id: i64,
        section: SectionCode,
        base: i32,
        own: Option<&Values>,
        reason: Option<String>,
    ) -> Result<(), Error> {
        let form = section.form();
        let transaction = self.store.begin().await?;
        let row = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let agreement = agreements::content(&row.content)?;
        let standing = standing(&row, &agreement);
        let may_answer = row.merged_into.is_none() && may_answer(actor, &standing);
        let Some(state) = actor.state().filter(|_| may_answer) else {
            let may_read = domain::policy::may(actor, domain::policy::Verb::Read, &standing);
            return Err(if may_read { Error::NotAllowed } else { Error::NotFound });
        };
        if row.version != base {
            let old = revisions::find(&transaction, id, base).await?.ok_or(Error::NotFound)?;
            let old = write(form, &agreements::content(&old.content)?.section(section));
            let now = write(form, &agreement.section(section));
            if old != now {
                return Err(Error::Conflict(Box::new(Collision {
                    version: row.version,
                    author: String::new(),
                    title: row.title,
                    base: old,
                    current: now,
                })));
            }
        }
        let own = own.map(|own| read(form, own)).transpose().map_err(Error::Invalid)?;
        let said = Said {
            section,
            state: state.to_owned(),
            word: if own.is_some() { Word::Contested } else { Word::Confirmed },
            about: agreement.section(section),
            own: own.as_ref().map(|own| write(form, own)),
            reason: reason.filter(|reason| !reason.trim().is_empty()),
        };
        check(&agreement, &said).map_err(Error::Word)?;
        let note = self.note(actor, Act::Confirmed, Some(section.code()), None);
        confirmations::say(&transaction, id, &said, own.as_ref(), &note).await?;
        let recorded_by = row.recorded_by.as_deref();
        confirmations::write_answers(&transaction, id, &agreement, recorded_by).await?;
        let told = answered(recorded_by, &said, row.version);
        notices::write(&transaction, Item::Agreement(id), told.as_slice(), &note).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// A page of the records that wait for the word of the actor's State, and whether there are more.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn inbox(&self, actor: &Actor, page: u64) -> Result<(Vec<Waiting>, bool), Error> {
        let state = actor.state().ok_or(Error::NotAllowed)?;
        let reader = self.store.reader();
        let mut waiting = confirmations::waiting(reader, state, page, INBOX_PAGE).await?;
        let more = waiting.len() as u64 > INBOX_PAGE;
        waiting.truncate(usize::try_from(INBOX_PAGE).unwrap_or(usize::MAX));
        let ids: Vec<i64> = waiting.iter().map(|waiting| waiting.id).collect();
        let rows = self.rows_of(actor, &ids).await?;
        let waiting = waiting
            .into_iter()
            .filter_map(|waiting| {
                let row = rows.iter().find(|row| row.id == waiting.id)?.clone();
                let count = |number: i64| u64::try_from(number).unwrap_or(0);
                Some(Waiting {
                    row,
                    sections: count(waiting.sections),
                    changed: count(waiting.changed),
                })
            })
            .collect();
        Ok((waiting, more))
    }
}
