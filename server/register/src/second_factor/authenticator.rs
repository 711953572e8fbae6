//! What an authenticator app needs to know, and whether a code is one of its codes (RFC 6238, with the
//! parameters that every app has: SHA-1, six figures, half a minute).

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp, TotpError};

/// What an app calls the accounts of this register.
const ISSUER: &str = "Corridor";
/// 160 bits, as RFC 4226 advises.
const SECRET_BYTES: usize = 20;
/// How long a code is shown, in seconds.
const STEP: u64 = 30;
/// Steps before and after the present one whose codes are taken: clocks differ, and people type.
const DRIFT: u16 = 1;

/// A secret as an app takes it. It has no form for the log.
#[derive(Clone, PartialEq, Eq)]
pub struct AppSecret {
    /// In base32, to be typed.
    pub text: String,
    /// `otpauth://…`, to be scanned.
    pub url: String,
}

impl AppSecret {
    /// A secret at random, for the account that signs in with this address.
    pub(super) fn random(email: &str) -> Self {
        let mut bytes = [0; SECRET_BYTES];
        getrandom::fill(&mut bytes).expect("the machine gives randomness");
        let made = app(Secret::from(bytes), email).and_then(|app| Self::of(&app));
        made.expect("the length is right, and nothing in the address stands for something else")
    }

    /// A secret as it was kept; nothing where only damage can have made it what it is.
    pub(super) fn kept(text: &str, email: &str) -> Option<Self> {
        let secret = Secret::try_from_base32(text).ok()?;
        Self::of(&app(secret, email).ok()?).ok()
    }

    fn of(app: &Totp) -> Result<Self, TotpError> {
        Ok(Self { text: app.secret().to_base32(), url: app.to_url()? })
    }
}

/// The half minute, counted from 1970, whose code of this secret it is; nothing where it is none of now.
pub(super) fn step_of(secret: &str, code: &str, now: DateTime<Utc>) -> Option<i64> {
    let secret = Secret::try_from_base32(secret).ok()?;
    let now = u64::try_from(now.timestamp()).ok()?;
    app(secret, "").ok()?.check(code, now)?.try_into().ok()
}

fn app(secret: Secret, email: &str) -> Result<Totp, TotpError> {
    Builder::new()
        .with_secret(secret)
        .with_step_duration(STEP)
        .with_skew(DRIFT)
        // A colon would part it from the issuer. An address may have one, however odd.
        .with_account_name(email.replace(':', " "))
        .with_issuer(Some(ISSUER))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the examples in RFC 6238: the figures from 1 to 0, twice.
    const OF_RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn step(code: &str, second: i64) -> Option<i64> {
        step_of(OF_RFC, code, DateTime::from_timestamp(second, 0).expect("an instant"))
    }

    #[test]
    fn codes_are_those_of_the_standard_in_their_half_minute_and_the_ones_beside_it() {
        // The last six of the eight figures in appendix B of RFC 6238.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            let own = Some(second / 30);
            for (at, found) in [
                (second, own),
                (second - 30, own),
                (second + 30, own),
                (second + 60, None),
                (second - 60, None),
            ] {
                assert_eq!(step(code, at), found, "{code} at {at}");
            }
        }
        assert_eq!(step("287083", 59), None);
    }

    #[test]
    fn a_secret_is_another_each_time_and_apps_can_scan_it() {
        let (one, other) = (AppSecret::random("a@example.org"), AppSecret::random("a@example.org"));
        assert!(one.text != other.text);
        assert_eq!(one.text.len(), 32, "160 bits");
        let url =
            format!("otpauth://totp/Corridor:a%40example.org?secret={}&issuer=Corridor", one.text);
        assert_eq!(one.url, url);
        assert!(AppSecret::kept(&one.text, "a@example.org").is_some_and(|kept| kept == one));
        assert!(AppSecret::kept("not base32!", "a@example.org").is_none());
        let odd = AppSecret::random("\"a:b\"@example.org");
        assert!(odd.url.starts_with("otpauth://totp/Corridor:%22a%20b%22%40"), "{}", odd.url);
    }
}
