//! The second factor: a code of an authenticator app, or one of the recovery codes that are kept for
//! the day on which the app is lost.

use strum::{IntoStaticStr, VariantArray};

/// Figures of a code that an app shows.
const FIGURES: usize = 6;
/// Recovery codes that are made at once.
pub const RECOVERY_CODES: usize = 10;
/// Groups of four hexadecimal digits of a recovery code: 112 bits, so that a plain hash of it can be kept
/// (OWASP ASVS 5.0, 6.5.2).
pub const RECOVERY_GROUPS: usize = 7;

/// What was typed where a code is asked for, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedCode {
    /// Of the app: it changes every half a minute.
    OfApp(String),
    /// A recovery code, without what stands between its groups.
    Recovery(String),
}

impl TypedCode {
    /// Reads what was typed. Apps and people put spaces between the figures, and paper breaks lines.
    pub fn read(text: &str) -> Option<Self> {
        let is_between =
            |char: char| char.is_whitespace() || matches!(char, '-' | '\u{2010}'..='\u{2015}');
        let code = text.replace(is_between, "").to_lowercase();
        if code.len() == FIGURES && code.bytes().all(|byte| byte.is_ascii_digit()) {
            Some(Self::OfApp(code))
        } else if code.len() == RECOVERY_GROUPS * 4
            && code.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            Some(Self::Recovery(code))
        } else {
            None
        }
    }
}

/// Why a second factor is not taken or not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray, thiserror::Error)]
#[strum(serialize_all = "snake_case")]
pub enum FactorProblem {
    #[error("the password is not right")]
    NotThePassword,
    /// Also where it was right and used before.
    #[error("the code is not right, or was used before")]
    NotTheCode,
    #[error("no secret waits for its first code, or it waited too long")]
    NothingBegun,
}

impl FactorProblem {
    /// The field of the form that it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::NotThePassword => "current",
            Self::NotTheCode | Self::NothingBegun => "code",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_with_the_spaces_that_apps_and_people_put_into_it() {
        let recovery = "0a1b2c3d4e5f60718293a4b5c6d7";
        let of_app = Some(TypedCode::OfApp("012345".into()));
        for (typed, read) in [
            ("012345", of_app.clone()),
            (" 012 345 ", of_app.clone()),
            ("012\u{a0}345", of_app.clone()),
            ("012-345", of_app),
            (recovery, Some(TypedCode::Recovery(recovery.into()))),
            ("0A1B-2c3d-4e5f-6071\n-8293-a4b5-c6d7", Some(TypedCode::Recovery(recovery.into()))),
            ("", None),
            ("12345", None),
            ("1234567", None),
            ("12345x", None),
            ("0a1b-2c3d", None),
            ("0a1b2c3d4e5f60718293a4b5c6dx", None),
            // Six bytes of figures that no app shows.
            ("\u{661}\u{662}\u{663}", None),
        ] {
            assert_eq!(TypedCode::read(typed), read, "{typed:?}");
        }
    }
}
