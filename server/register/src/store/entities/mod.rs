//! The tables that hold records of their own. The narrow tables that are taken out of the records
//! ([`super::index`]) are spoken to by name.

pub mod account;
pub mod account_link;
pub mod agreement;
pub mod audit;
pub mod bucket;
pub mod calendar_token;
pub mod confirmation;
pub mod entry;
pub mod entry_revision;
pub mod frozen;
pub mod half_session;
pub mod heard;
pub mod job;
pub mod job_file;
pub mod known_browser;
pub mod mail_setting;
pub mod merge;
pub mod not_duplicate;
pub mod notice;
pub mod offered_secret;
pub mod origin;
pub mod recovery_code;
pub mod registration;
pub mod revision;
pub mod second_factor;
pub mod session;
pub mod two_people;
