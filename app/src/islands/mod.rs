//! The islands: what only a browser can give. Everything here works without them.

pub mod combobox;
pub mod leave_warning;
pub mod live_filter;
pub mod local_times;
