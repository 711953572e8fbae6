//! Bringing records in: the published dataset, and the starter register. All or nothing, and safe
//! to run twice.

use std::collections::HashSet;

use super::{
    Incoming, bla, starter,
    starter_entries::{self, StarterEntry},
};
use crate::{
    Register,
    error::Error,
    import::{BadFile, Reading},
    recording::Act,
    store::{
        entries::{self, New},
        imported::{self, Import},
        revisions::Note,
    },
};

/// The name under which the published dataset's records are known again.
const DATASET: &str = "bla";
/// The name under which the starter register's records are known again.
pub(crate) const STARTER: &str = "starter";
/// Who is named as the author of the starter data.
const STARTER_AUTHOR: &str = "Starter register";

/// An import that was not done. The register is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{0}")]
    File(#[from] BadFile),
    #[error("{0}")]
    Register(#[from] Error),
}

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    pub new: usize,
    /// Records that an earlier import had brought; they were left as they are.
    pub known: usize,
}

impl Register {
    /// Reads the two files of the published dataset and brings in what is not there yet.
    ///
    /// `progress` is told each step: how many records of how many are written.
    ///
    /// # Errors
    /// When the files are not that dataset, or the database refuses; then nothing was brought in.
    pub async fn import_dataset(
        &self,
        formation: &[u8],
        coding: &[u8],
        progress: impl FnMut(usize, usize),
    ) -> Result<(Imported, Reading), ImportError> {
        let reading = bla::read(formation, coding)?;
        let imported = self
            .bring_in(DATASET, &reading.incoming, "Import of the published dataset", progress)
            .await?;
        Ok((imported, reading))
    }

    /// Brings in the starter data: agreements that touch a State of the Talk, each with its source;
    /// the Talk itself; the Network's workstream and guidance.
    ///
    /// # Errors
    /// When the database refuses; then nothing was brought in.
    pub async fn seed(&self) -> Result<Imported, ImportError> {
        let incoming = starter::read()?;
        let imported = self.bring_in(STARTER, &incoming, STARTER_AUTHOR, |_, _| ()).await?;
        self.bring_in_entries(&starter_entries::read()?).await?;
        Ok(imported)
    }

    async fn bring_in_entries(&self, incoming: &[StarterEntry]) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        for entry in incoming {
            if entries::find_by_key(&transaction, &entry.key).await?.is_some() {
                continue;
            }
            let new = New {
                kind: entry.kind,
                key: Some(&entry.key),
                owner: None,
                recorded_for: false,
                parent: None,
                meeting: None,
                question: None,
                content: &entry.content,
                published: true,
            };
            entries::insert(&transaction, &new, &self.import_note(STARTER_AUTHOR)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(crate) fn import_note(&self, author: &str) -> Note {
        Note {
            at: self.clock().now(),
            account_id: None,
            author: author.to_owned(),
            act: Act::Imported.into(),
            section: None,
            reason: None,
        }
    }

    async fn bring_in(
        &self,
        source: &str,
        incoming: &[Incoming],
        author: &str,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Imported, Error> {
        let transaction = self.store.begin().await?;
        let known: HashSet<String> = imported::of_source(&transaction, source)
            .await?
            .into_iter()
            .map(|origin| origin.key)
            .collect();
        let new: Vec<Import<'_>> = incoming
            .iter()
            .filter(|record| !known.contains(&record.key))
            .map(|record| Import { key: &record.key, agreement: &record.agreement })
            .collect();
        let note = self.import_note(author);
        for (number, chunk) in new.chunks(200).enumerate() {
            progress(number * 200, new.len());
            imported::insert(&transaction, source, chunk, &note).await?;
        }
        transaction.commit().await?;
        progress(new.len(), new.len());
        Ok(Imported { new: new.len(), known: incoming.len() - new.len() })
    }
}
