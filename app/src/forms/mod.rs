//! Forms: each field's value and errors, how a form is shown again, and how what changed is told.
//! Made from the catalogue of fields, so that every section is asked for in the same way.

pub mod fields;
pub mod names;
pub mod state;
pub mod telling;

pub use state::FormState;
