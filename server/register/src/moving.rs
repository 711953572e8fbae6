//! Takes a register from SQLite to PostgreSQL, without loss.

use crate::{
    backup::{Contents, KeepingError, same},
    store::{Store, dump},
};

/// Copies the register at `from`, on SQLite, into the empty PostgreSQL database at `to`. Only what was
/// found there to be the same, row by row, is committed. The source stays as it is.
///
/// # Errors
/// When the schema of `from` is not the newest, somebody changed it meanwhile, `to` is not empty, or what
/// was written is not what was read; then `to` has no rows.
pub async fn move_register(from: &str, to: &str) -> Result<Contents, KeepingError> {
    if dump::is_postgres(from) {
        return Err(KeepingError::NotFromSqlite);
    }
    if !dump::is_postgres(to) {
        return Err(KeepingError::NotToPostgres);
    }
    if !dump::sqlite_file(from)?.exists() {
        return Err(KeepingError::NoRegister);
    }
    let source = dump::open(from).await?;
    let before = dump::changes_by_others(&source).await?;
    let reading = dump::snapshot(&source).await?;
    let schema = dump::last_step(&reading).await?.ok_or(KeepingError::NoRegister)?;
    if migrations::steps().last() != Some(&schema) {
        return Err(KeepingError::OldSchema);
    }
    let target = Store::open(to).await?;
    let looking = dump::snapshot(target.reader()).await?;
    if let Some(table) = dump::first_with_rows(&looking).await? {
        return Err(KeepingError::NotEmpty(table));
    }
    looking.rollback().await?;
    target.bring_schema().await?;
    let writing = target.begin().await?;
    let read = dump::copy(&reading, &writing).await?;
    same(&read, &dump::contents(&writing).await?)?;
    reading.rollback().await?;
    if dump::changes_by_others(&source).await? != before {
        return Err(KeepingError::ChangedMeanwhile);
    }
    source.close().await?;
    writing.commit().await?;
    target.close().await?;
    Ok(read)
}
