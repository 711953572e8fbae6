//! Indexes for registers of a hundred thousand records, measured on one that was made for it.
//!
//! The narrow tables are asked for the numbers of the records that have a value: with the number in the
//! index, the table itself is not read. Nearly no record was merged, so an index of all that were not
//! only misleads the planner. Pairs that may be one agreement are found without reading whole records.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A narrow table with the columns by which it is asked. Each index comes in the place of the one without
/// the record's number, or without the days.
const ASKED: [(&str, &[&str], &[&str]); 9] = [
    ("agreement_party", &["code"], &["code", "agreement_id"]),
    ("agreement_commission", &["commission"], &["commission", "agreement_id"]),
    ("agreement_sector", &["code"], &["code", "agreement_id"]),
    ("agreement_objective", &["number"], &["number", "agreement_id"]),
    ("agreement_branch", &["branch"], &["branch", "agreement_id"]),
    (
        "agreement_status",
        &["status", "from_day", "until_day"],
        &["status", "from_day", "until_day", "agreement_id"],
    ),
    (
        "agreement_finding",
        &["item", "finding"],
        &["item", "finding", "from_day", "until_day", "agreement_id"],
    ),
    (
        "agreement_criterion",
        &["criterion", "finding"],
        &["criterion", "finding", "from_day", "until_day", "agreement_id"],
    ),
    ("agreement_group", &["membership"], &["membership", "from_day", "until_day", "agreement_id"]),
];

/// Indexes of the records' own table that change, as they were and as they are.
const OF_RECORDS: [(&str, &str, &str); 2] = [
    ("agreement_by_merged_into", "(merged_into)", "(merged_into) WHERE merged_into IS NOT NULL"),
    (
        "agreement_by_party_key",
        "(party_key)",
        "(party_key, signed_year) WHERE published_at IS NOT NULL AND discarded_at IS NULL \
         AND merged_into IS NULL",
    ),
];

/// PostgreSQL sorts what has no date first, so that its plain index can't be read backwards for the
/// newest; SQLite's can.
const NEWEST: [(&str, &str); 2] = [
    ("agreement_newest", "(signed DESC NULLS LAST, id DESC)"),
    ("agreement_last_changed", "(changed_at DESC NULLS LAST, id DESC)"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for (table, before, after) in ASKED {
            let old = format!("{table}_by_{}", before.join("_"));
            let columns = after.join(", ");
            for sql in [
                format!("DROP INDEX {old}"),
                format!("CREATE INDEX {table}_asked ON {table} ({columns})"),
            ] {
                connection.execute_unprepared(&sql).await?;
            }
        }
        for (name, _, after) in OF_RECORDS {
            renew(manager, name, after).await?;
        }
        if manager.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
            for (name, columns) in NEWEST {
                let sql = format!("CREATE INDEX {name} ON agreement {columns}");
                connection.execute_unprepared(&sql).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for (table, before, _) in ASKED {
            connection.execute_unprepared(&format!("DROP INDEX {table}_asked")).await?;
            super::create_index(manager, table, before).await?;
        }
        for (name, before, _) in OF_RECORDS {
            renew(manager, name, before).await?;
        }
        if manager.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
            for (name, _) in NEWEST {
                connection.execute_unprepared(&format!("DROP INDEX {name}")).await?;
            }
        }
        Ok(())
    }
}

/// Makes an index of the records' own table anew, of these columns.
async fn renew(manager: &SchemaManager<'_>, name: &str, columns: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    connection.execute_unprepared(&format!("DROP INDEX {name}")).await?;
    connection.execute_unprepared(&format!("CREATE INDEX {name} ON agreement {columns}")).await?;
    Ok(())
}
