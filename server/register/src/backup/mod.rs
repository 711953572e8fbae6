//! Backups of a running register, each a folder that is whole or not there; and their way back.
//!
//! A folder holds the database, a [`Manifest`] with what each file and each table must be found to hold,
//! and nothing else yet: documents will lie beside the database, each with its hash in the manifest.

mod error;
mod files;
mod manifest;
mod postgres;
mod restoring;

pub use crate::store::dump::{Content, Contents, MADE_ANEW};
pub use error::KeepingError;
pub(crate) use error::same;
pub use manifest::{DatabaseKind, Kept, Manifest};
pub use restoring::restore;

use std::{
    fs,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{Clock, private, store::dump};
use error::on;
use manifest::FORMAT;

/// How a backup's folder is called: the instant in UTC, so that names sort as times do.
const NAME: &str = "%Y-%m-%dT%H-%M-%SZ";

/// What a backup came to.
#[derive(Debug)]
pub struct BackedUp {
    pub folder: PathBuf,
    pub manifest: Manifest,
    /// The older backups that were taken away.
    pub removed: Vec<PathBuf>,
}

/// Backs up the register at `url` into a new folder within `folder`, while others read and write it. With
/// `keep`, only so many of the newest are kept, once the new one is found to be whole.
///
/// # Errors
/// When there is no register, or something can't be written; then there is no new backup, and none was
/// taken away.
pub async fn back_up(
    url: &str,
    clock: &Clock,
    folder: &Path,
    keep: Option<NonZeroUsize>,
) -> Result<BackedUp, KeepingError> {
    let at = clock.now();
    let name = at.format(NAME).to_string();
    let whole = folder.join(&name);
    if whole.exists() {
        return Err(KeepingError::Exists(whole));
    }
    private::make_folder(folder).map_err(on(folder))?;
    // Whatever happens on the way, nobody takes this for a backup.
    let partial = folder.join(format!(".{name}.partial"));
    private::make_new_folder(&partial).map_err(on(&partial))?;
    let manifest = match write(url, at, &partial).await {
        Ok(manifest) => manifest,
        Err(error) => {
            // The cause is what matters; what is left has a name that nobody takes for a backup.
            let _ = fs::remove_dir_all(&partial);
            return Err(error);
        }
    };
    fs::rename(&partial, &whole).map_err(on(&whole))?;
    files::sync_folder(folder)?;
    manifest.check(&whole)?;
    let removed = match keep {
        Some(keep) => remove_oldest(folder, &name, keep)?,
        None => Vec::new(),
    };
    Ok(BackedUp { folder: whole, manifest, removed })
}

async fn write(url: &str, at: DateTime<Utc>, folder: &Path) -> Result<Manifest, KeepingError> {
    let database = DatabaseKind::of(url);
    let file = folder.join(database.file());
    let (schema, tables) = match database {
        DatabaseKind::Sqlite => write_sqlite(url, &file).await?,
        DatabaseKind::Postgresql => write_postgres(url, &file).await?,
    };
    private::make_private(&file).map_err(on(&file))?;
    files::sync(&file)?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        at,
        database,
        tables,
        // The documents' files will be copied beside the database, and listed here.
        files: vec![Kept::of(folder, database.file())?],
    };
    manifest.write(folder)?;
    files::sync_folder(folder)?;
    Ok(manifest)
}

/// What the manifest tells of a database: the last step of its schema, and what stands in its tables.
type Told = (String, Contents);

/// The copy itself is looked at, not the register, which has gone on since.
async fn write_sqlite(url: &str, file: &Path) -> Result<Told, KeepingError> {
    let source = dump::sqlite_file(url)?;
    if !source.exists() {
        return Err(KeepingError::NoRegister);
    }
    let connection = dump::open(url).await?;
    dump::write_copy(&connection, file).await?;
    connection.close().await?;
    look_into(file).await
}

/// What stands in a SQLite file that nobody writes to.
async fn look_into(file: &Path) -> Result<Told, KeepingError> {
    let connection = dump::open_file(file).await?;
    let reading = dump::snapshot(&connection).await?;
    if !dump::is_sound(&reading).await? {
        return Err(KeepingError::Unsound(file.to_owned()));
    }
    let schema = dump::last_step(&reading).await?.ok_or(KeepingError::NoRegister)?;
    let tables = dump::contents(&reading).await?;
    reading.rollback().await?;
    connection.close().await?;
    Ok((schema, tables))
}

/// `pg_dump` writes the moment that is looked at here, and no other.
async fn write_postgres(url: &str, file: &Path) -> Result<Told, KeepingError> {
    let connection = dump::open(url).await?;
    let reading = dump::snapshot(&connection).await?;
    let schema = dump::last_step(&reading).await?.ok_or(KeepingError::NoRegister)?;
    let snapshot = dump::name_of(&reading).await?;
    postgres::dump(url, &snapshot, file).await?;
    let tables = dump::contents(&reading).await?;
    reading.rollback().await?;
    connection.close().await?;
    postgres::read_back(file).await?;
    Ok((schema, tables))
}

/// Takes the oldest whole backups away, so that `keep` are left, the one called `new` among them.
fn remove_oldest(
    folder: &Path,
    new: &str,
    keep: NonZeroUsize,
) -> Result<Vec<PathBuf>, KeepingError> {
    let mut older: Vec<String> = fs::read_dir(folder)
        .map_err(on(folder))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name != new && NaiveDateTime::parse_from_str(name, NAME).is_ok())
        .filter(|name| Manifest::read(&folder.join(name)).is_ok())
        .collect();
    older.sort_unstable();
    older.truncate((older.len() + 1).saturating_sub(keep.get()));
    let mut removed = Vec::new();
    for name in older {
        let whole = folder.join(&name);
        // What is half taken away has no name of a backup either.
        let going = folder.join(format!(".{name}.old"));
        fs::rename(&whole, &going).map_err(on(&whole))?;
        fs::remove_dir_all(&going).map_err(on(&going))?;
        removed.push(whole);
    }
    Ok(removed)
}
