//! A backup's way back: into an empty register, and only if it is whole.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use super::{
    DatabaseKind, KeepingError, Manifest,
    error::{on, same},
    files, look_into, postgres,
};
use crate::{
    private,
    store::{Store, dump},
};

/// Restores the backup in `folder` into the empty register at `url` and brings its schema to the newest
/// step. What it finds there afterwards is what the manifest says.
///
/// # Errors
/// When the register is not empty or in use, the backup is not whole, of another database or of a newer
/// program; then the register is as it was.
pub async fn restore(url: &str, folder: &Path) -> Result<Manifest, KeepingError> {
    let manifest = Manifest::read(folder)?;
    let here = DatabaseKind::of(url);
    if manifest.database != here {
        return Err(KeepingError::OtherDatabase { backup: manifest.database, here });
    }
    if !migrations::steps().contains(&manifest.schema) {
        return Err(KeepingError::Newer { program: manifest.program, schema: manifest.schema });
    }
    manifest.check(folder)?;
    let file = folder.join(here.file());
    match here {
        DatabaseKind::Sqlite => restore_sqlite(url, &file, &manifest).await?,
        DatabaseKind::Postgresql => restore_postgres(url, &file, &manifest).await?,
    }
    let store = Store::open(url).await?;
    // A backup from before the log of changes: it begins with what the backup held, when it was made.
    store.migrate(manifest.at).await?;
    store.close().await?;
    Ok(manifest)
}

/// The copy is looked at before it takes the register's place.
async fn restore_sqlite(url: &str, backup: &Path, manifest: &Manifest) -> Result<(), KeepingError> {
    let register = dump::sqlite_file(url)?;
    if register.exists() {
        let connection = dump::open(url).await?;
        let reading = dump::snapshot(&connection).await?;
        if let Some(table) = dump::first_with_rows(&reading).await? {
            return Err(KeepingError::NotEmpty(table));
        }
        reading.rollback().await?;
        // Who has the register open would go on with the file that is replaced.
        dump::settle(&connection).await.map_err(|_| KeepingError::InUse)?;
        connection.close().await?;
    }
    // What an older register left beside its file would be taken for a part of this one.
    for left in ["-wal", "-shm", "-journal"] {
        let left = beside(&register, left);
        if left.exists() {
            fs::remove_file(&left).map_err(on(&left))?;
        }
    }
    let copy = &beside(&register, ".restoring");
    fs::copy(backup, copy).map_err(on(copy))?;
    private::make_private(copy).map_err(on(copy))?;
    files::sync(copy)?;
    let found = look_into(copy).await;
    if let Err(error) = found.and_then(|(_, tables)| same(&manifest.tables, &tables)) {
        // The cause is what matters.
        let _ = fs::remove_file(copy);
        return Err(error);
    }
    fs::rename(copy, &register).map_err(on(&register))?;
    match register.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => files::sync_folder(folder),
        None => files::sync_folder(Path::new(".")),
    }
}

/// The file of the same name with this at its end.
fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(end);
    name.into()
}

async fn restore_postgres(
    url: &str,
    backup: &Path,
    manifest: &Manifest,
) -> Result<(), KeepingError> {
    let connection = dump::open(url).await?;
    let reading = dump::snapshot(&connection).await?;
    if let Some(table) = dump::first_with_rows(&reading).await? {
        return Err(KeepingError::NotEmpty(table));
    }
    let has_tables = dump::has_tables(&reading).await?;
    reading.rollback().await?;
    if has_tables {
        dump::take_down(&connection).await?;
    }
    postgres::restore(url, backup).await?;
    let reading = dump::snapshot(&connection).await?;
    same(&manifest.tables, &dump::contents(&reading).await?)?;
    reading.rollback().await?;
    Ok(connection.close().await?)
}
