//! What a backup says of itself.

use std::{
    fmt::{self, Display, Formatter},
    fs,
    path::{Component, Path},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Contents, KeepingError, error::on, files};
use crate::{private, store::dump};

/// The manifest's file in the backup's folder.
const MANIFEST: &str = "manifest.json";
/// Counts up when a manifest comes to say something else.
pub(super) const FORMAT: u32 = 1;

/// Which database a backup is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DatabaseKind {
    Sqlite,
    Postgresql,
}

impl DatabaseKind {
    /// The one at this address.
    pub fn of(url: &str) -> Self {
        if dump::is_postgres(url) { Self::Postgresql } else { Self::Sqlite }
    }

    /// What the database's file in a backup is called.
    pub fn file(self) -> &'static str {
        match self {
            Self::Sqlite => "register.db",
            // As `pg_dump --format=custom` writes it.
            Self::Postgresql => "register.dump",
        }
    }
}

impl Display for DatabaseKind {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgresql => "PostgreSQL",
        })
    }
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its path within the backup's folder.
    pub name: String,
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Kept {
    pub(super) fn of(folder: &Path, name: &str) -> Result<Self, KeepingError> {
        let (bytes, sha256) = files::size_and_hash(&folder.join(name))?;
        Ok(Self { name: name.to_owned(), bytes, sha256 })
    }
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// The last step of the schema.
    pub schema: String,
    /// When it was begun.
    pub at: DateTime<Utc>,
    pub database: DatabaseKind,
    /// Rows and hash of each table, as `store/dump/contents.rs` counts and hashes them.
    pub tables: Contents,
    pub files: Vec<Kept>,
}

impl Manifest {
    /// Reads the manifest of the backup in `folder`.
    ///
    /// # Errors
    /// When there is none, or it is one of a newer program.
    pub fn read(folder: &Path) -> Result<Self, KeepingError> {
        let refused = |cause: String| KeepingError::NoBackup { folder: folder.to_owned(), cause };
        let text = fs::read(folder.join(MANIFEST))
            .map_err(|cause| refused(format!("{MANIFEST} can't be read: {cause}")))?;
        let manifest: Self = serde_json::from_slice(&text)
            .map_err(|cause| refused(format!("{MANIFEST} can't be read: {cause}")))?;
        if manifest.format != FORMAT {
            return Err(refused(format!("{MANIFEST} is written for another program")));
        }
        // A path that leads out of the folder would be a forged one.
        let is_within = |kept: &Kept| {
            Path::new(&kept.name).components().all(|part| matches!(part, Component::Normal(_)))
        };
        if !manifest.files.iter().all(is_within) {
            return Err(refused(format!("{MANIFEST} names a file outside of it")));
        }
        if !manifest.files.iter().any(|kept| kept.name == manifest.database.file()) {
            return Err(refused(format!("{MANIFEST} names no database")));
        }
        Ok(manifest)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), KeepingError> {
        let path = folder.join(MANIFEST);
        let text = serde_json::to_vec_pretty(self).map_err(|cause| KeepingError::NoBackup {
            folder: folder.to_owned(),
            cause: cause.to_string(),
        })?;
        fs::write(&path, text).map_err(on(&path))?;
        private::make_private(&path).map_err(on(&path))?;
        files::sync(&path)
    }

    /// Checks that every file is there as it was written.
    ///
    /// # Errors
    /// [`KeepingError::Damaged`] with the first that is not.
    pub fn check(&self, folder: &Path) -> Result<(), KeepingError> {
        for kept in &self.files {
            if Kept::of(folder, &kept.name).ok().as_ref() != Some(kept) {
                return Err(KeepingError::Damaged(folder.join(&kept.name)));
            }
        }
        Ok(())
    }
}
