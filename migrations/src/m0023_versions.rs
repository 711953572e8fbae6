//! The version of the register: a number that the database raises with every change that readers can
//! see, and for each record the number at which it last changed. What is kept in memory is held against
//! it, on every instance; the database raises it itself, so that no program can forget to.
//!
//! And indexes from which whole columns are read without the records' texts, which stand in between.

use sea_orm_migration::{prelude::*, schema::big_integer, sea_orm::DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The tables whose rows readers see, with the column that holds the record's number; none where a
/// row is about no record that lists and counts hold.
const SEEN: [(&str, Option<&str>); 9] = [
    ("agreement", Some("id")),
    ("agreement_status", Some("agreement_id")),
    ("agreement_answer", Some("agreement_id")),
    ("confirmation", None),
    ("entry", None),
    ("frozen", None),
    ("heard", None),
    ("merge", None),
    ("not_duplicate", None),
];

/// Indexes that hold what is asked of all records at once.
const INDEXES: [(&str, &str, &str); 5] = [
    ("agreement_seen", "agreement", "(published_at, discarded_at, merged_into, recorded_by)"),
    ("agreement_by_coded", "agreement", "(coded)"),
    ("agreement_by_mode", "agreement", "(mode)"),
    ("agreement_by_decade", "agreement", "(decade)"),
    ("agreement_event_between", "agreement_event", "(day, kind, agreement_id)"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("last_change")
                    // 0 for all that is about no record.
                    .col(big_integer("agreement_id").primary_key())
                    .col(big_integer("number"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "last_change", &["number"]).await?;
        let connection = manager.get_connection();
        connection
            .execute_unprepared("INSERT INTO last_change (agreement_id, number) VALUES (0, 1)")
            .await?;
        let is_postgres = manager.get_database_backend() == DatabaseBackend::Postgres;
        if is_postgres {
            connection
                .execute_unprepared(&format!(
                    "CREATE FUNCTION change_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$ \
                     DECLARE changed bigint := 0; \
                     BEGIN \
                     IF TG_NARGS > 0 AND TG_OP = 'DELETE' THEN changed := to_jsonb(OLD) ->> TG_ARGV[0]; \
                     ELSIF TG_NARGS > 0 THEN changed := to_jsonb(NEW) ->> TG_ARGV[0]; END IF; \
                     {}; RETURN NULL; END $$",
                    counted("changed")
                ))
                .await?;
        }
        for (table, column) in SEEN {
            for what in ["INSERT", "UPDATE", "DELETE"] {
                let row = if what == "DELETE" { "OLD" } else { "NEW" };
                let name = format!("{table}_counts_{what}");
                let sql = match (is_postgres, column) {
                    (true, Some(column)) => format!(
                        "CREATE TRIGGER {name} AFTER {what} ON {table} FOR EACH ROW \
                         EXECUTE FUNCTION change_is_counted('{column}')"
                    ),
                    (true, None) => format!(
                        "CREATE TRIGGER {name} AFTER {what} ON {table} FOR EACH STATEMENT \
                         EXECUTE FUNCTION change_is_counted()"
                    ),
                    (false, column) => {
                        let changed =
                            column.map_or("0".to_owned(), |column| format!("{row}.{column}"));
                        format!(
                            "CREATE TRIGGER {name} AFTER {what} ON {table} BEGIN {}; END",
                            counted(&changed)
                        )
                    }
                };
                connection.execute_unprepared(&sql).await?;
            }
        }
        for (name, table, columns) in INDEXES {
            let sql = format!("CREATE INDEX {name} ON {table} {columns}");
            connection.execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DatabaseBackend::Postgres;
        for (name, ..) in INDEXES {
            connection.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for (table, _) in SEEN {
            for what in ["INSERT", "UPDATE", "DELETE"] {
                let of = if is_postgres { format!(" ON {table}") } else { String::new() };
                let sql = format!("DROP TRIGGER {table}_counts_{what}{of}");
                connection.execute_unprepared(&sql).await?;
            }
        }
        if is_postgres {
            connection.execute_unprepared("DROP FUNCTION change_is_counted").await?;
        }
        super::drop_tables(manager, &["last_change"]).await
    }
}

/// The statement that gives the record `changed` the next number. Writers come one after the other, so
/// that no two take the same.
fn counted(changed: &str) -> String {
    format!(
        "INSERT INTO last_change (agreement_id, number) \
         VALUES ({changed}, (SELECT max(number) + 1 FROM last_change)) \
         ON CONFLICT (agreement_id) DO UPDATE SET number = excluded.number"
    )
}
