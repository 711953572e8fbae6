//! Changing one's own password.

use strum::{IntoStaticStr, VariantArray};

use crate::account::{PasswordProblem, check_password};

/// What was typed.
#[derive(Clone)]
pub struct PasswordChange {
    pub current: String,
    pub new: String,
    /// The new one once more: a slip of the hand would lock its owner out.
    pub again: String,
}

/// Why a password is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray, thiserror::Error)]
#[strum(serialize_all = "snake_case")]
pub enum ChangeProblem {
    #[error("the current one is not right")]
    NotCurrent,
    #[error("the new one is too short")]
    TooShort,
    #[error("the new one is too long")]
    TooLong,
    #[error("the new one is too plain")]
    TooPlain,
    #[error("the new one is well known")]
    WellKnown,
    #[error("the new one is a row of keys")]
    Keys,
    #[error("the new one repeats itself")]
    Repeats,
    #[error("the new one is a date")]
    Dates,
    #[error("the new one is made of names")]
    Names,
    #[error("the new one is made of words that belong to the person")]
    OwnWords,
    #[error("the new one is easy to guess")]
    Guessable,
    #[error("the new one is the current one")]
    AsBefore,
    #[error("the new one was not typed twice")]
    NotTheSame,
}

impl ChangeProblem {
    /// The field of the form that it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::NotCurrent => "current",
            Self::NotTheSame => "again",
            _ => "new",
        }
    }
}

impl From<PasswordProblem> for ChangeProblem {
    fn from(problem: PasswordProblem) -> Self {
        match problem {
            PasswordProblem::TooShort => Self::TooShort,
            PasswordProblem::TooLong => Self::TooLong,
            PasswordProblem::TooPlain => Self::TooPlain,
            PasswordProblem::WellKnown => Self::WellKnown,
            PasswordProblem::Keys => Self::Keys,
            PasswordProblem::Repeats => Self::Repeats,
            PasswordProblem::Dates => Self::Dates,
            PasswordProblem::Names => Self::Names,
            PasswordProblem::OwnWords => Self::OwnWords,
            PasswordProblem::Guessable => Self::Guessable,
        }
    }
}

/// Whether the new password may be used with this address. Whether the current one is right is not
/// known here.
///
/// # Errors
/// The first reason for which it may not.
pub fn check_change(change: &PasswordChange, email: &str) -> Result<(), ChangeProblem> {
    check_password(&change.new, email)?;
    if change.new == change.current {
        return Err(ChangeProblem::AsBefore);
    }
    is_typed_twice(&change.new, &change.again)
}

/// Whether a password that takes the place of one that nobody knows may be used with this address.
///
/// # Errors
/// The first reason for which it may not.
pub fn check_choice(new: &str, again: &str, email: &str) -> Result<(), ChangeProblem> {
    check_password(new, email)?;
    is_typed_twice(new, again)
}

fn is_typed_twice(new: &str, again: &str) -> Result<(), ChangeProblem> {
    if new == again { Ok(()) } else { Err(ChangeProblem::NotTheSame) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_password_is_refused_with_the_reason() {
        let evening = "a quiet evening in May";
        for (new, again, result) in [
            ("short", "short", Err(ChangeProblem::TooShort)),
            ("password12345678", "password12345678", Err(ChangeProblem::TooPlain)),
            ("a quiet morning in May", "a quiet morning in May", Err(ChangeProblem::AsBefore)),
            (evening, "a quiet evening in Mai", Err(ChangeProblem::NotTheSame)),
            (evening, evening, Ok(())),
        ] {
            let change = PasswordChange {
                current: "a quiet morning in May".into(),
                new: new.into(),
                again: again.into(),
            };
            assert_eq!(check_change(&change, "leyla@example.org"), result, "{new}");
        }
    }
}
