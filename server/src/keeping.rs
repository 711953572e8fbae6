//! Keeping the register: backups, their way back, and the move to PostgreSQL.

use std::{num::NonZeroUsize, path::PathBuf};

use register::{
    Clock,
    backup::{self, Contents},
    moving::move_register,
};

use crate::{commands::Failure, settings::Settings};

#[derive(clap::Subcommand)]
pub enum Keeping {
    /// Backs the register up into a new folder within DIRECTORY, also while it is served
    Backup {
        directory: PathBuf,
        /// Keeps so many of the newest backups and takes older ones away, once the new one is found whole
        #[arg(long, value_name = "N")]
        keep: Option<NonZeroUsize>,
    },
    /// Restores a backup, the folder DIRECTORY, into an empty register
    Restore { directory: PathBuf },
    /// Takes the register from SQLite into an empty PostgreSQL database; SQLite's stays as it is
    Move {
        /// `postgres://USER@HOST/NAME`; others on this machine could read a password here, so PGPASSWORD
        /// or the file .pgpass has it
        #[arg(long, value_name = "URL")]
        to: String,
    },
}

/// Does it, and says what was done.
///
/// # Errors
/// When it was not done; what was there is as it was.
pub async fn keep(settings: &Settings, keeping: Keeping) -> Result<(), Failure> {
    let url = &settings.database_url;
    match keeping {
        Keeping::Backup { directory, keep } => {
            let done = backup::back_up(url, &Clock::system(), &directory, keep).await?;
            let manifest = &done.manifest;
            println!(
                "The register is backed up in {}: {} on {}, schema {}. Every file was read back and is whole.",
                done.folder.display(),
                counted(&manifest.tables),
                manifest.database,
                manifest.schema
            );
            for removed in &done.removed {
                println!("Taken away, because newer ones are kept: {}", removed.display());
            }
        }
        Keeping::Restore { directory } => {
            let manifest = backup::restore(url, &directory).await?;
            println!(
                "The backup of {} is restored: {}, counted and hashed, as they were. The schema is the newest.",
                manifest.at.format("%Y-%m-%d %H:%M:%S UTC"),
                counted(&manifest.tables)
            );
        }
        Keeping::Move { to } => {
            let moved = move_register(url, &to).await?;
            println!(
                "The register is on PostgreSQL: {}, counted and hashed on both sides, are the same.",
                counted(&moved)
            );
            println!("Set DATABASE_URL to the new address. The SQLite file is as it was.");
        }
    }
    Ok(())
}

fn counted(tables: &Contents) -> String {
    let rows: usize = tables.values().map(|content| content.rows).sum();
    format!("{rows} rows in {} tables", tables.len())
}
