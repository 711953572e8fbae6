//! Long work that somebody asked for, and what came of it. Several programs on one database share it:
//! whoever has the claim works, until the lease runs out.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob, integer, text, text_null,
        timestamp_with_time_zone, timestamp_with_time_zone_null,
    },
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
                    .table("job")
                    .col(big_pk_auto("id"))
                    // outcome_report, outcome_figures
                    .col(text("kind"))
                    // The review.
                    .col(big_integer("subject_id"))
                    .col(text("language"))
                    // The frozen register on which it rests; none for what is provisional.
                    .col(big_integer_null("frozen_id"))
                    // A hash of all that goes into it: the same is not made twice.
                    .col(text_null("basis"))
                    // No foreign key: that somebody asked stays known when the account is gone.
                    .col(big_integer_null("asked_by"))
                    .col(timestamp_with_time_zone("asked_at"))
                    // waiting, running, done, failed
                    .col(text("state"))
                    .col(integer("done_steps").default(0))
                    .col(integer("all_steps").default(0))
                    // How often it was begun.
                    .col(integer("tries").default(0))
                    // Drawn anew each time it is taken up: who lost it can't write into it.
                    .col(text_null("claim"))
                    .col(timestamp_with_time_zone_null("lease_until"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    // fault, interrupted
                    .col(text_null("failure"))
                    .foreign_key(ForeignKey::create().from("job", "subject_id").to("entry", "id"))
                    .foreign_key(ForeignKey::create().from("job", "frozen_id").to("frozen", "id"))
                    .to_owned(),
            )
            .await?;
        super::create_index(manager, "job", &["state"]).await?;
        super::create_index(manager, "job", &["subject_id"]).await?;
        // Apart from it, so that no list carries files along.
        manager
            .create_table(
                Table::create()
                    .table("job_file")
                    .col(big_integer("job_id").primary_key())
                    .col(blob("bytes"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("job_file", "job_id")
                            .to("job", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::drop_tables(manager, &["job", "job_file"]).await
    }
}
