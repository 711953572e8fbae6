//! Links by which somebody chooses a password without knowing one: the invitation to a new account, and the
//! way back in for who forgot theirs. Each is used once and ends by time.

use chrono::TimeDelta;
use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum LinkPurpose {
    /// The first password of an account that was made for somebody.
    Invitation,
    /// Another password, asked for by who says that theirs is forgotten, or given by the operator.
    Reset,
}

impl LinkPurpose {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// How long it opens something. An invitation waits for who is on leave; whoever asks for a reset sits
    /// in front of it (OWASP ASVS 5.0, 6.4.1: after a short time, or once they were used).
    pub fn lasts(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::days(7),
            Self::Reset => TimeDelta::hours(1),
        }
    }
}
