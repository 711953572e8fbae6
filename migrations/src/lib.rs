//! The schema, one file a step. Each runs on SQLite and on PostgreSQL.
//!
//! Rules for a step: names are written out, never taken from entities, which change; what was
//! released is not edited; codes are texts, instants are UTC, dates are dates. `README.md` tells how
//! to add one.

mod m0001_accounts;
mod m0002_agreements;
mod m0003_what_is_asked_for;
mod m0004_search;
mod m0005_entries;
mod m0006_groups;
mod m0007_confirmations;
mod m0008_titles_days_and_drafts;
mod m0009_stages;
mod m0010_heard;
mod m0011_calendar_tokens;
mod m0012_merges;
mod m0013_reviews;
mod m0014_mail;
mod m0015_jobs;
mod m0016_registrations;
mod m0017_attempts;
mod m0018_audit;
mod m0020_indexes;
mod m0021_second_factor;
mod m0023_versions;
mod m0024_sharing;
mod m0025_account_links;
mod m0029_two_people;

use sea_orm_migration::prelude::*;

pub use sea_orm_migration::{MigratorTrait, sea_orm::DbErr};

/// Runs the steps.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Migration),
            Box::new(m0002_agreements::Migration),
            Box::new(m0003_what_is_asked_for::Migration),
            Box::new(m0004_search::Migration),
            Box::new(m0005_entries::Migration),
            Box::new(m0006_groups::Migration),
            Box::new(m0007_confirmations::Migration),
            Box::new(m0008_titles_days_and_drafts::Migration),
            Box::new(m0009_stages::Migration),
            Box::new(m0010_heard::Migration),
            Box::new(m0011_calendar_tokens::Migration),
            Box::new(m0012_merges::Migration),
            Box::new(m0013_reviews::Migration),
            Box::new(m0014_mail::Migration),
            Box::new(m0015_jobs::Migration),
            Box::new(m0016_registrations::Migration),
            Box::new(m0017_attempts::Migration),
            Box::new(m0018_audit::Migration),
            Box::new(m0020_indexes::Migration),
            Box::new(m0021_second_factor::Migration),
            Box::new(m0023_versions::Migration),
            Box::new(m0024_sharing::Migration),
            Box::new(m0025_account_links::Migration),
            Box::new(m0029_two_people::Migration),
        ]
    }
}

/// The names of the steps, first to last.
pub fn steps() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// Drops these tables, last first.
async fn drop_tables(
    manager: &SchemaManager<'_>,
    tables: &'static [&'static str],
) -> Result<(), DbErr> {
    for table in tables.iter().rev() {
        manager.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}

/// Makes an index called after its table and columns.
async fn create_index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index =
        Index::create().name(format!("{table}_by_{}", columns.join("_"))).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}

/// Makes the database refuse to change or take away a row of this table.
async fn never_changed(manager: &SchemaManager<'_>, table: &'static str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    match manager.get_database_backend() {
        sea_orm::DatabaseBackend::Postgres => {
            connection
                .execute_unprepared(&format!(
                    "CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN RAISE EXCEPTION 'a revision is never changed'; END $$; \
                     CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table} \
                     FOR EACH ROW EXECUTE FUNCTION {table}_stays();"
                ))
                .await?;
        }
        _ => {
            for what in ["UPDATE", "DELETE"] {
                connection
                    .execute_unprepared(&format!(
                        "CREATE TRIGGER {table}_stays_{what} BEFORE {what} ON {table} \
                         BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END"
                    ))
                    .await?;
            }
        }
    }
    Ok(())
}

/// Undoes [`never_changed`] for a table that is gone.
async fn changeable_again(manager: &SchemaManager<'_>, table: &'static str) -> Result<(), DbErr> {
    if manager.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
        let drop = format!("DROP FUNCTION {table}_stays");
        manager.get_connection().execute_unprepared(&drop).await?;
    }
    Ok(())
}
