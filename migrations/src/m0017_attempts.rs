//! How often something was tried, shared by all instances of the program; and the browsers that an
//! account is known to use.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, timestamp_with_time_zone},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("bucket")
                    // What is counted, and a SHA-256 of whose it is: no list of addresses.
                    .col(text("name").primary_key())
                    // When all tries are there again. From then on the row says nothing.
                    .col(timestamp_with_time_zone("full_at"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "bucket", &["full_at"]).await?;
        manager
            .create_table(
                Table::create()
                    .table("known_browser")
                    // SHA-256 of what the browser holds, in hexadecimal.
                    .col(text("token_hash"))
                    .col(big_integer("account_id"))
                    .col(timestamp_with_time_zone("used_at"))
                    .primary_key(Index::create().col("token_hash").col("account_id"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("known_browser", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "known_browser", &["account_id"]).await?;
        // From now on a session keeps two coarse words in place of all that a browser says of itself.
        let forget = Query::update().table("session").value("user_agent", "").to_owned();
        manager.execute(forget).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["bucket", "known_browser"]).await
    }
}
