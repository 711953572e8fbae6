//! Where an entry is that a State files with the Network: a practice, a pledge.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None for entries that are not filed.
        let alter = Table::alter().table("entry").add_column(text_null("stage")).to_owned();
        manager.alter_table(alter).await?;
        super::create_index(manager, "entry", &["kind", "stage"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("entry_by_kind_stage").table("entry").to_owned())
            .await?;
        let alter = Table::alter().table("entry").drop_column("stage").to_owned();
        manager.alter_table(alter).await
    }
}
