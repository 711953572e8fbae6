//! What is asked for across records, taken out of them at each save and written in the same
//! transaction: one narrow table for each thing that a filter, a count or a comparison looks at.
//! All of it can be made anew from the records.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, date, text, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Table, its columns beside `agreement_id`, and those by which it is asked.
const TABLES: &[(&str, &[&str], &[&str])] = &[
    ("agreement_party", &["code", "role", "region", "subregion"], &["code"]),
    ("agreement_commission", &["commission"], &["commission"]),
    ("agreement_sector", &["code"], &["code"]),
    ("agreement_objective", &["number"], &["number"]),
    ("agreement_branch", &["branch"], &["branch"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns, asked) in TABLES {
            let mut create = of_agreement(table);
            for column in *columns {
                // Only a party's role may be open.
                create.col(if *column == "role" { text_null(*column) } else { text(*column) });
            }
            manager.create_table(create).await?;
            super::create_index(manager, table, &["agreement_id"]).await?;
            super::create_index(manager, table, asked).await?;
        }
        manager
            .create_table(
                of_agreement("agreement_status")
                    .col(text("status"))
                    .col(date("from_day"))
                    // The first day on which it no longer holds; the far future while it is open.
                    .col(date("until_day"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "agreement_status", &["agreement_id"]).await?;
        super::create_index(manager, "agreement_status", &["status", "from_day", "until_day"])
            .await?;
        manager
            .create_table(
                of_agreement("agreement_event").col(text("kind")).col(date("day")).to_owned(),
            )
            .await?;
        super::create_index(manager, "agreement_event", &["agreement_id"]).await?;
        super::create_index(manager, "agreement_event", &["kind", "day"]).await?;
        // What the texts say, with the days from and until which they say it.
        for (table, what) in [("agreement_finding", "item"), ("agreement_criterion", "criterion")] {
            manager
                .create_table(
                    of_agreement(table)
                        .col(text(what))
                        .col(text("finding"))
                        .col(date("from_day"))
                        .col(date("until_day"))
                        .to_owned(),
                )
                .await?;
            super::create_index(manager, table, &["agreement_id"]).await?;
            super::create_index(manager, table, &[what, "finding"]).await?;
        }
        manager
            .create_table(
                of_agreement("agreement_link")
                    .col(text("relation"))
                    .col(big_integer("to_id"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "agreement_link", &["agreement_id"]).await?;
        super::create_index(manager, "agreement_link", &["to_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, _, _) in TABLES {
            manager.drop_table(Table::drop().table(*table).to_owned()).await?;
        }
        super::drop_tables(
            manager,
            &[
                "agreement_status",
                "agreement_event",
                "agreement_finding",
                "agreement_criterion",
                "agreement_link",
            ],
        )
        .await
    }
}

fn of_agreement(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(big_integer("agreement_id"))
        .foreign_key(
            ForeignKey::create()
                .from(table, "agreement_id")
                .to("agreement", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
