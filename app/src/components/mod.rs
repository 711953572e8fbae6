//! Pieces that pages share, rendered on the server. They are given what they show; none asks for data.

pub mod agreement;
pub mod authenticator;
pub mod bars;
pub mod calendar_feed;
pub mod deadlines;
pub mod duplicates;
pub mod example;
pub mod facets;
pub mod findings;
pub mod form_token;
pub mod heard;
pub mod indicators;
pub mod joint_committee;
pub mod layout;
pub mod log_mark;
pub mod mail_setting;
pub mod maintenance;
pub mod pager;
pub mod password_field;
pub mod portfolio;
pub mod results;
pub mod seen_by;
pub mod social_security;
pub mod time_line;
pub mod two_sides;
