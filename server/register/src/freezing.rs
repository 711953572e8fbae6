//! Freezing: which records stood in the register, in which revision, with a hash of them. What is
//! frozen is never changed, and its figures can be drawn from it again, whatever is entered later.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Agreement,
    account::Actor,
    figures::{Figures, figures},
    policy::may_freeze,
};
use sha2::{Digest, Sha256};

use crate::{
    Register,
    error::Error,
    recording::Act,
    store::{
        agreements::content,
        entities::frozen as stored,
        frozen::{self, Kept, New},
    },
    tokens::hexadecimal,
};

/// Frozen registers that a page of the list holds.
pub const FROZEN_PAGE: u64 = 25;

/// A frozen register as a list shows it.
#[derive(Clone, Debug)]
pub struct FrozenHead {
    pub id: i64,
    /// The day on which the records are looked at.
    pub day: NaiveDate,
    /// When it was frozen: what was known then.
    pub at: DateTime<Utc>,
    pub author: String,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// The records' numbers and versions, in the order of the numbers.
    pub records: Vec<(i64, i32)>,
}

/// A frozen register with what was drawn from it just now.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub head: FrozenHead,
    pub figures: Figures,
    /// Whether the revisions still have the hash: false would mean that somebody changed them behind
    /// the register's back.
    pub is_intact: bool,
}

/// What a State's dossier rests on.
#[derive(Clone, Debug)]
pub struct FrozenFor {
    pub head: FrozenHead,
    pub own: Figures,
    pub all: Figures,
    /// As in [`Frozen`].
    pub is_intact: bool,
}

/// The records of a frozen register, to calculate with.
#[derive(Debug)]
pub(crate) struct Stood {
    pub head: FrozenHead,
    pub records: Vec<(i64, Agreement)>,
    pub is_intact: bool,
}

impl Register {
    /// Freezes the published records as they are known now, to be looked at on `day`; answers its
    /// number. Where nothing changed since it was frozen last, it is the same.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; when the database does not answer.
    pub async fn freeze(&self, actor: &Actor, day: NaiveDate) -> Result<i64, Error> {
        if !may_freeze(actor) {
            return Err(Error::NotAllowed);
        }
        Ok(self.freeze_now(actor, day).await?.0)
    }

    /// The same, with the records that were frozen; who asks is decided by what it is needed for.
    pub(crate) async fn freeze_now(
        &self,
        actor: &Actor,
        day: NaiveDate,
    ) -> Result<(i64, Vec<(i64, Agreement)>), Error> {
        let kept = frozen::published(self.store.reader()).await?;
        let records: Vec<(i64, i32)> =
            kept.iter().map(|(id, version, _)| (*id, *version)).collect();
        let (hash, read) = apart(move || (hash(day, &kept), read(&kept))).await;
        let mut note = self.note(actor, Act::Recorded, None, None);
        if actor.state().is_some() {
            // Everybody reads who froze the register; that a State drafts a dossier is its own.
            note.author = String::new();
        }
        let transaction = self.store.begin().await?;
        let new = New { day, records: &records, hash: &hash };
        let id = frozen::insert(&transaction, &new, &note).await?;
        transaction.commit().await?;
        Ok((id, read?))
    }

    /// The frozen register with this number, its figures drawn anew from its revisions. Everybody may
    /// read it: it holds what was published.
    ///
    /// # Errors
    /// [`Error::NotFound`]; when the database does not answer.
    pub async fn frozen(&self, id: i64) -> Result<Frozen, Error> {
        let Stood { head, records, is_intact } = self.stood(id).await?;
        let day = head.day;
        let figures = apart(move || figures_of(&records, day, None)).await;
        Ok(Frozen { head, figures, is_intact })
    }

    /// A State's figures and the whole register's, drawn anew from a frozen register.
    ///
    /// # Errors
    /// [`Error::NotFound`]; when the database does not answer.
    pub async fn frozen_for(&self, id: i64, state: &str) -> Result<FrozenFor, Error> {
        let Stood { head, records, is_intact } = self.stood(id).await?;
        let (day, state) = (head.day, state.to_owned());
        let (own, all) = apart(move || {
            (figures_of(&records, day, Some(&state)), figures_of(&records, day, None))
        })
        .await;
        Ok(FrozenFor { head, own, all, is_intact })
    }

    /// The records of a frozen register as they stood, in one question.
    pub(crate) async fn stood(&self, id: i64) -> Result<Stood, Error> {
        let row = frozen::find(self.store.reader(), id).await?.ok_or(Error::NotFound)?;
        let head = head(row)?;
        // Everybody may ask for it, and it reads a whole register: a few at a time.
        let _turn = self.counting.acquire().await.map_err(|_| Error::NotFound)?;
        let kept = frozen::revisions(self.store.reader(), &head.records).await?;
        let day = head.day;
        let (hash, records) = apart(move || (hash(day, &kept), read(&kept))).await;
        Ok(Stood { is_intact: hash == head.hash, records: records?, head })
    }

    /// The published records as they are known now.
    pub(crate) async fn stand_now(&self) -> Result<Vec<(i64, Agreement)>, Error> {
        let kept = frozen::published(self.store.reader()).await?;
        Ok(apart(move || read(&kept)).await?)
    }

    /// A page of the frozen registers, newest first, and whether there are more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all_frozen(&self, page: u64) -> Result<(Vec<FrozenHead>, bool), Error> {
        let mut rows = frozen::list(self.store.reader(), page, FROZEN_PAGE).await?;
        let more = rows.len() as u64 > FROZEN_PAGE;
        rows.truncate(usize::try_from(FROZEN_PAGE).unwrap_or(usize::MAX));
        Ok((rows.into_iter().map(head).collect::<Result<_, _>>()?, more))
    }
}

/// Reading and hashing a thousand records is work: away from the threads that serve readers.
pub(crate) async fn apart<Answer: Send + 'static>(
    work: impl FnOnce() -> Answer + Send + 'static,
) -> Answer {
    tokio::task::spawn_blocking(work).await.expect("reading records does not panic")
}

/// Counts the records, or those of one State as they stand for it.
pub(crate) fn figures_of(
    records: &[(i64, Agreement)],
    day: NaiveDate,
    state: Option<&str>,
) -> Figures {
    let is_wanted = |record: &Agreement| {
        state.is_none_or(|state| record.party_codes().any(|party| party == state))
    };
    let wanted: Vec<(i64, &Agreement)> = records
        .iter()
        .filter(|(_, record)| is_wanted(record))
        .map(|(id, record)| (*id, record))
        .collect();
    figures(&wanted, day, state)
}

pub(crate) fn head(row: stored::Model) -> Result<FrozenHead, Error> {
    let records = serde_json::from_str(&row.records)
        .map_err(|error| migrations::DbErr::Json(error.to_string()))?;
    Ok(FrozenHead {
        id: row.id,
        day: row.day,
        at: row.at,
        author: row.author,
        hash: row.hash,
        records,
    })
}

fn read(kept: &[Kept]) -> Result<Vec<(i64, Agreement)>, migrations::DbErr> {
    kept.iter().map(|(id, _, text)| Ok((*id, content(text)?))).collect()
}

/// The hash of a frozen register: a line for the day, then one for each record.
fn hash(day: NaiveDate, kept: &[Kept]) -> String {
    let mut digest = Sha256::new();
    digest.update(format!("{day}\n"));
    for (id, version, content) in kept {
        digest.update(format!("{id} {version} {}\n", hexadecimal(&Sha256::digest(content))));
    }
    hexadecimal(&digest.finalize())
}
