//! States that chose that nobody of their people publishes alone.

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
                    .table("two_people")
                    .col(text("state").primary_key())
                    .col(timestamp_with_time_zone("since"))
                    .col(big_integer("chosen_by"))
                    .foreign_key(
                        ForeignKey::create().from("two_people", "chosen_by").to("account", "id"),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["two_people"]).await
    }
}
