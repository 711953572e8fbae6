//! What can go wrong in keeping the register, in words that say what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

use migrations::DbErr;

use super::{Contents, DatabaseKind};

/// Why a backup, a restoring or a move was not done.
#[derive(Debug, thiserror::Error)]
pub enum KeepingError {
    #[error("the database does not answer: {0}")]
    Database(#[from] DbErr),
    #[error("{}: {cause}", .path.display())]
    File { path: PathBuf, cause: io::Error },
    #[error("there is no register in the database that DATABASE_URL names")]
    NoRegister,
    #[error("{} is there already; wait a second", .0.display())]
    Exists(PathBuf),
    #[error("{} is not a whole SQLite database", .0.display())]
    Unsound(PathBuf),
    #[error("{} is not a backup: {cause}", .folder.display())]
    NoBackup { folder: PathBuf, cause: String },
    #[error(
        "the backup is damaged: {} is not as it was written. Nothing was restored; take another backup",
        .0.display()
    )]
    Damaged(PathBuf),
    #[error(
        "the backup is of {backup} and DATABASE_URL names {here}. Restore it on {backup}; \
         `corridor move` takes a register from SQLite to PostgreSQL"
    )]
    OtherDatabase { backup: DatabaseKind, here: DatabaseKind },
    #[error(
        "the backup was made by Corridor {program} with the schema {schema}, which this program does \
         not know: restore it with that program or a newer one"
    )]
    Newer { program: String, schema: String },
    #[error("the register is not empty: {0} has rows. Nothing was changed; name an empty database")]
    NotEmpty(String),
    #[error("the register is in use: stop the program first. Nothing was changed")]
    InUse,
    #[error(
        "what was written is not what was read, in the tables {}: do not use it, and keep the source",
        .0.join(", ")
    )]
    Differs(Vec<String>),
    #[error("{0} was not found: install PostgreSQL's client programs, or put them in the PATH")]
    NoTool(&'static str),
    #[error("{tool} failed: {said}")]
    Tool { tool: &'static str, said: String },
    #[error("a move goes from SQLite, and DATABASE_URL names PostgreSQL")]
    NotFromSqlite,
    #[error("a move goes to PostgreSQL: write --to postgres://USER@HOST/NAME")]
    NotToPostgres,
    #[error("the schema is not the newest: run corridor migrate, and then move the register")]
    OldSchema,
    #[error(
        "the register was changed while it was moved, and nothing was moved: stop the program, or serve \
         with CORRIDOR_READ_ONLY=1, and try again"
    )]
    ChangedMeanwhile,
}

/// Says on which file or folder something could not be done.
pub(super) fn on(path: &Path) -> impl Fn(io::Error) -> KeepingError + use<> {
    let path = path.to_owned();
    move |cause| KeepingError::File { path: path.clone(), cause }
}

/// Checks that every table holds what it should.
///
/// # Errors
/// [`KeepingError::Differs`] with the tables that do not.
pub(crate) fn same(expected: &Contents, found: &Contents) -> Result<(), KeepingError> {
    let different: Vec<String> = expected
        .keys()
        .chain(found.keys().filter(|table| !expected.contains_key(*table)))
        .filter(|table| expected.get(*table) != found.get(*table))
        .cloned()
        .collect();
    if different.is_empty() { Ok(()) } else { Err(KeepingError::Differs(different)) }
}

#[cfg(test)]
mod tests {
    use super::super::Content;
    use super::*;

    #[test]
    fn tables_that_hold_something_else_are_named() {
        let content = |rows| Content { rows, sha256: "0".into() };
        let of = |tables: &[(&str, usize)]| -> Contents {
            tables.iter().map(|(table, rows)| ((*table).to_owned(), content(*rows))).collect()
        };
        assert!(same(&of(&[("a", 1)]), &of(&[("a", 1)])).is_ok());
        for (expected, found, named) in [
            (of(&[("a", 1), ("b", 1)]), of(&[("a", 1), ("b", 2)]), "b"),
            (of(&[("a", 1), ("b", 1)]), of(&[("a", 1)]), "b"),
            (of(&[("a", 1)]), of(&[("a", 1), ("c", 0)]), "c"),
        ] {
            let refused = same(&expected, &found);
            assert!(
                matches!(&refused, Err(KeepingError::Differs(tables)) if tables == &[named]),
                "{refused:?}"
            );
        }
    }
}
