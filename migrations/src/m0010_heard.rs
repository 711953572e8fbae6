//! What a State said is still as recorded; and the indexes by which it is found when somebody last
//! said something about a record, and for each State.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_pk_auto, date, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each holds all that the question needs, so that no whole snapshot is read for its date.
const INDEXES: [(&str, &[&str]); 5] = [
    ("revision", &["agreement_id", "published", "account_id", "at"]),
    ("revision", &["account_id", "published", "at"]),
    ("entry_revision", &["entry_id", "published", "account_id", "form", "at"]),
    ("entry_revision", &["account_id", "published", "form", "at"]),
    ("confirmation", &["state", "at"]),
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
                    .table("heard")
                    .col(big_pk_auto("id"))
                    // agreement, entry
                    .col(text("kind"))
                    .col(big_integer("item_id"))
                    // The State that says it.
                    .col(text("state"))
                    // The day in UTC: the same is not said twice on one day.
                    .col(date("day"))
                    .col(timestamp_with_time_zone("at"))
                    // No foreign key: what somebody said stays known when the account is gone.
                    .col(big_integer("account_id"))
                    .col(text("author"))
                    // It was said by mistake and taken back on the same day.
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "heard", &["state", "at"]).await?;
        super::create_index(manager, "heard", &["account_id", "day"]).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX heard_once_a_day ON heard (kind, item_id, state, day) \
                 WHERE withdrawn_at IS NULL",
            )
            .await?;
        said_stays(manager).await?;
        for (table, columns) in INDEXES {
            super::create_index(manager, table, columns).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in INDEXES {
            let name = format!("{table}_by_{}", columns.join("_"));
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        super::drop_tables(manager, &["heard"]).await?;
        super::changeable_again(manager, "heard").await
    }
}

/// Makes the database refuse to delete or change what was said. It may only be marked as taken back.
async fn said_stays(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    const SAID: &str = "id, kind, item_id, state, day, at, account_id, author";
    let connection = manager.get_connection();
    match manager.get_database_backend() {
        sea_orm::DatabaseBackend::Postgres => {
            connection
                .execute_unprepared(&format!(
                    "CREATE FUNCTION heard_stays() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN RAISE EXCEPTION 'what was said is never changed'; END $$; \
                     CREATE TRIGGER heard_stays BEFORE DELETE OR UPDATE OF {SAID} ON heard \
                     FOR EACH ROW EXECUTE FUNCTION heard_stays();"
                ))
                .await?;
        }
        _ => {
            for (name, what) in
                [("delete", "DELETE".to_owned()), ("update", format!("UPDATE OF {SAID}"))]
            {
                connection
                    .execute_unprepared(&format!(
                        "CREATE TRIGGER heard_stays_{name} BEFORE {what} ON heard \
                         BEGIN SELECT RAISE(ABORT, 'what was said is never changed'); END"
                    ))
                    .await?;
            }
        }
    }
    Ok(())
}
