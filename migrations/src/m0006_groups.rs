//! Which records have a party in a group of States, with the days from and until which it is in it;
//! and by which count of the program the narrow tables were made, so that an older register gets
//! them anew.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, date, integer, text},
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
                    .table("agreement_group")
                    .col(big_integer("agreement_id"))
                    // The group's code and, behind a colon, what the party is in it.
                    .col(text("membership"))
                    .col(date("from_day"))
                    .col(date("until_day"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("agreement_group", "agreement_id")
                            .to("agreement", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("index_state")
                    // By which count of the program's the narrow tables were made.
                    .col(integer("version"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "agreement_group", &["agreement_id"]).await?;
        super::create_index(manager, "agreement_group", &["membership"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["agreement_group", "index_state"]).await
    }
}
