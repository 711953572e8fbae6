//! What an agreement is: plain types and the rules of the field. No I/O, no framework, no clock.
//!
//! - [`agreement`]: the record, whole; [`fields`]: its catalogue; [`changes`]: what changed in it;
//!   [`completeness`]: what publishing asks for;
//! - [`confirmation`]: what the other party says about it; [`duplicates`]: whether two records are one;
//! - [`status`]: where it stands on any day; [`partial_date`]: dates as known;
//! - [`deadlines`]: what is due, from the record itself;
//! - [`follow_up`]: meetings, statements, commitments; [`groups`]: groups of States;
//! - [`hearing`]: when somebody last said something; [`notices`]: who is told what; [`mailing`]: when;
//! - [`text_changes`]: what differs in a long text; [`cells`]: what may stand in a table's cell;
//! - [`jobs`]: long work that somebody asked for;
//! - [`search`]: the one query; [`coverage`]: how counts are grouped;
//! - [`account`] and [`policy`]: who may do what; [`limits`]: how often; [`own_password`], [`devices`]:
//!   one's own password and sessions; [`two_people`]: what nobody publishes alone; [`audit`]: what was done, as a chain of hashes;
//! - [`states`], [`criteria`], [`compact`], [`classifications`], [`indicators`],
//!   [`checkpoints`]: reference data.

pub mod account;
pub mod account_links;
pub mod agreement;
pub mod audit;
pub mod cells;
pub mod changes;
pub mod checkpoints;
pub mod classifications;
pub mod compact;
pub mod completeness;
pub mod confirmation;
pub mod coverage;
pub mod criteria;
pub mod deadlines;
pub mod devices;
pub mod duplicates;
pub mod fields;
pub mod figures;
pub mod fold;
pub mod follow_up;
pub mod groups;
pub mod hearing;
pub mod indicators;
pub mod jobs;
pub mod limits;
pub mod mailing;
pub mod notices;
pub mod own_password;
pub mod partial_date;
pub mod policy;
pub mod reference;
pub mod search;
pub mod second_factor;
pub mod sharing;
pub mod social_security;
pub mod states;
pub mod status;
pub mod text_changes;
pub mod two_people;

pub use agreement::Agreement;
pub use partial_date::PartialDate;
