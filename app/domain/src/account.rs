//! Who acts: accounts of a State or of the Network, and their roles.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// What an account may do is decided by its role and its State, in [`crate::policy`].
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Records agreements for a State.
    Official,
    /// Answers for a State: publishes, confirms, files its input to a review.
    FocalPoint,
    /// Network staff who review the States' inputs.
    Reviewer,
    /// Network staff who keep the Talk's record and the reviews.
    Coordinator,
    /// Keeps the accounts.
    Administrator,
}

impl Role {
    /// Whether accounts of this role belong to a State; the others belong to the Network.
    pub fn is_of_a_state(self) -> bool {
        matches!(self, Self::Official | Self::FocalPoint)
    }
}

/// Somebody who asks something of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A reader without an account.
    Reader,
    Account(Account),
}

/// An account that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The State it belongs to; none for the Network's accounts.
    pub state: Option<String>,
}

impl Actor {
    /// The account, if there is one.
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::Reader => None,
            Self::Account(account) => Some(account),
        }
    }

    /// Whether the actor works for the Network, in any role.
    pub fn is_of_the_network(&self) -> bool {
        self.account().is_some_and(|account| !account.role.is_of_a_state())
    }

    /// Whether the actor keeps the Network's own entries.
    pub fn is_coordinator(&self) -> bool {
        self.account().is_some_and(|account| account.role == Role::Coordinator)
    }

    /// Whether the actor answers for a State.
    pub fn is_focal_point(&self) -> bool {
        self.account().is_some_and(|account| account.role == Role::FocalPoint)
    }

    /// Whether the actor reviews what States file with the Network.
    pub fn is_reviewer(&self) -> bool {
        self.account().is_some_and(|account| account.role == Role::Reviewer)
    }

    /// The State for which the actor acts.
    pub fn state(&self) -> Option<&str> {
        self.account().filter(|account| account.role.is_of_a_state())?.state.as_deref()
    }
}

/// Shortest password, in characters (OWASP ASVS 5.0, 6.2.1: 8 at least, 15 advised).
pub const PASSWORD_SHORTEST: usize = 12;
/// Longest password, in characters: long enough for any phrase, short enough to hash.
pub const PASSWORD_LONGEST: usize = 256;

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    #[error("shorter than {PASSWORD_SHORTEST} characters")]
    TooShort,
    #[error("longer than {PASSWORD_LONGEST} characters")]
    TooLong,
    #[error(
        "made of too few different characters, or holds the address or the name of the service"
    )]
    TooPlain,
    #[error("one of those that everybody tries first, or much like one")]
    WellKnown,
    #[error("a row of keys of the keyboard")]
    Keys,
    #[error("the same again and again, or letters and figures in their order")]
    Repeats,
    #[error("a date or a year with little else")]
    Dates,
    #[error("names with little else")]
    Names,
    #[error(
        "made of the name, the address or the State of the person, or of words of this register"
    )]
    OwnWords,
    #[error("made of too few words that are not tried first")]
    Guessable,
}

/// Whether a password may be used with this address. No composition rules (ASVS 6.2.5).
///
/// # Errors
/// The reason for which it may not.
pub fn check_password(password: &str, email: &str) -> Result<(), PasswordProblem> {
    let length = password.chars().count();
    if length < PASSWORD_SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if length > PASSWORD_LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    let own = email.split('@').next().unwrap_or_default().to_lowercase();
    if different.len() < 5
        || lower.contains("corridor")
        || lower.contains("password")
        || (own.len() > 3 && lower.contains(&own))
    {
        return Err(PasswordProblem::TooPlain);
    }
    Ok(())
}

/// Longest e-mail address, in characters (RFC 5321).
const EMAIL_LONGEST: usize = 254;

/// The e-mail address as it is kept, in lower case; nothing where the text is none.
pub fn email_address(text: &str) -> Option<String> {
    let email = text.trim().to_lowercase();
    let is_whole = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.is_empty()
            && !host.contains('@')
            && !email.contains(|char: char| char.is_whitespace() || char.is_control())
    });
    (is_whole && email.chars().count() <= EMAIL_LONGEST).then_some(email)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_address_is_kept_in_lower_case_and_others_are_none() {
        for (text, kept) in [
            (" Leyla@Example.org ", Some("leyla@example.org")),
            ("лейла@пример.рф", Some("лейла@пример.рф")),
            ("leyla", None),
            ("@example.org", None),
            ("leyla@", None),
            ("leyla@example@org", None),
            ("leyla @example.org", None),
            ("leyla@example.org\nBcc: other@example.org", None),
        ] {
            assert_eq!(email_address(text).as_deref(), kept, "{text}");
        }
        assert_eq!(email_address(&format!("{}@example.org", "a".repeat(250))), None);
    }

    #[test]
    fn a_password_is_refused_with_the_reason() {
        for (password, result) in [
            ("short", Err(PasswordProblem::TooShort)),
            ("aaaaaaaaaaaaaaaa", Err(PasswordProblem::TooPlain)),
            ("password12345678", Err(PasswordProblem::TooPlain)),
            ("leyla-and-the-sea", Err(PasswordProblem::TooPlain)),
            ("a quiet morning in May", Ok(())),
            ("дождь над Каспием", Ok(())),
        ] {
            assert_eq!(check_password(password, "leyla@example.org"), result, "{password}");
        }
        assert_eq!(check_password(&"abcdef".repeat(60), "a@b.c"), Err(PasswordProblem::TooLong));
    }
}
