//! A State shows a record to the other parties, or to the Network too, before everybody sees it; and
//! says from which day everybody will. Revisions keep who saw them.

use sea_orm_migration::{
    prelude::*,
    schema::{date_null, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The table and its column for those who see a record that is not published.
const TABLES: [&str; 2] = ["agreement", "revision"];

fn shared_with() -> ColumnDef {
    text("shared_with").default("own_state").to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let alter = Table::alter().table(table).add_column(shared_with()).to_owned();
            manager.alter_table(alter).await?;
        }
        // The day with which the record is published; none where its State publishes it itself.
        let alter =
            Table::alter().table("agreement").add_column(date_null("public_from")).to_owned();
        manager.alter_table(alter).await?;
        super::create_index(manager, "agreement", &["public_from"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop().name("agreement_by_public_from").table("agreement").to_owned(),
            )
            .await?;
        let alter = Table::alter().table("agreement").drop_column("public_from").to_owned();
        manager.alter_table(alter).await?;
        for table in TABLES {
            let alter = Table::alter().table(table).drop_column("shared_with").to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}
