//! What follows from the agreements: meetings such as the Talk, what States said there, what was
//! recommended, what somebody is to carry out, the Network's own work, the practices and pledges that
//! States file with it, and what the parties report on how an agreement gets on; then the reviews, and
//! the dossiers that States send in to them.
//!
//! Each of these is an *entry*: it has an owner (a State, or the Network), fields that are saved
//! form by form, and a history, as a record of an agreement has.

pub mod agreement_report;
pub mod commitment;
pub mod dossier;
pub mod entry;
mod head;
pub mod meeting;
pub mod peer_review;
pub mod pledge;
pub mod practice;
pub mod progress;
pub mod registration;
pub mod review;
pub mod series;
pub mod stage;
pub mod statement;

pub use entry::{EntryKind, Target};
pub use head::{Head, head};
