//! The pages, one file each: asks the register, shows the answer.

pub mod about;
pub mod account;
pub mod agreement;
pub mod agreements;
pub mod answer;
pub mod compare;
pub mod conflict;
pub mod corridors;
pub mod coverage;
pub mod deadlines;
pub mod duplicate_pair;
pub mod duplicates;
pub mod edit;
pub mod errors;
pub mod follow_up;
pub mod frozen;
pub mod history;
pub mod home;
pub mod inbox;
pub mod mail;
pub mod new;
pub mod publish;
pub mod section;
pub mod sign_in;
pub mod states;
pub mod still_so;
