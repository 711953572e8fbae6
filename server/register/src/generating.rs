//! A register like the real one at any size, for measuring. Nothing in the product depends on it.
//!
//! What it makes is made up and says so: in each title, each source, each note. The parties are States
//! that there are, because lists, regions and reviews work on nothing else; so it is brought only into a
//! register in which nobody works, beside the starter data alone.

mod chance;
mod made;
mod text;

use crate::{
    Register,
    error::Error,
    import::run::{Imported, STARTER},
    store::{
        accounts,
        imported::{self, Import},
    },
};

pub use text::RARE;

/// The name under which generated records are known again.
const SOURCE: &str = "generator";
/// Who is named as the author of what is generated.
const AUTHOR: &str = "Generator";
/// Records that one transaction brings in.
const AT_ONCE: u64 = 500;
/// Agreements in the published dataset, whose shape the generated ones have.
pub const DATASET_SIZE: u64 = 1222;

/// Why nothing is generated.
#[derive(Debug, thiserror::Error)]
pub enum GeneratingError {
    #[error("{0}")]
    Register(#[from] Error),
    #[error(
        "this register has accounts, and made-up records have no place beside real work. \
         Generate into a register of its own: DATABASE_URL names another database"
    )]
    HasAccounts,
    #[error(
        "this register holds records beside the starter data. Generate into a register of its own: \
         DATABASE_URL names another database"
    )]
    HasRecords,
}

impl Register {
    /// Fills the register up to `wanted` generated agreements. Where an earlier run was stopped, it goes
    /// on; the same seed makes the same records. `progress` is told how many of how many are there.
    ///
    /// # Errors
    /// [`GeneratingError::HasAccounts`] and [`GeneratingError::HasRecords`] for a register in which
    /// anybody works; when the database refuses, what was committed so far stays.
    pub async fn generate(
        &self,
        wanted: u64,
        seed: u64,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Imported, GeneratingError> {
        let reader = self.store.reader();
        if accounts::is_any(reader).await.map_err(Error::from)? {
            return Err(GeneratingError::HasAccounts);
        }
        if imported::is_any_besides(reader, &[STARTER, SOURCE]).await.map_err(Error::from)? {
            return Err(GeneratingError::HasRecords);
        }
        let known = imported::count(reader, SOURCE).await.map_err(Error::from)?;
        let mut done = known;
        while done < wanted {
            progress(done, wanted);
            let end = wanted.min(done + AT_ONCE);
            self.bring_in_generated(done, end, seed).await?;
            done = end;
        }
        progress(done, wanted);
        // So much was written at once that what the planner of queries knew is no longer true.
        self.store.recount().await.map_err(Error::from)?;
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Ok(Imported { new: count(done - known), known: count(known) })
    }

    /// The records after `begin`, up to `end`, in one transaction.
    async fn bring_in_generated(&self, begin: u64, end: u64, seed: u64) -> Result<(), Error> {
        let records: Vec<_> = (begin + 1..=end)
            .map(|number| (number.to_string(), made::agreement(seed, number)))
            .collect();
        let incoming: Vec<Import<'_>> =
            records.iter().map(|(key, agreement)| Import { key, agreement }).collect();
        let transaction = self.store.begin().await?;
        let note = self.import_note(AUTHOR);
        imported::insert(&transaction, SOURCE, &incoming, &note).await?;
        transaction.commit().await?;
        Ok(())
    }
}
