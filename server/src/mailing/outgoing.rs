//! The mail server, as the settings name it.

use std::fmt;

use lettre::message::Mailbox;

/// Names and what to do about them, as [`crate::settings::BadSetting`] tells it.
type Wrong = (&'static str, &'static str);

const SMTP: &str = "CORRIDOR_SMTP";
const FROM: &str = "CORRIDOR_MAIL_FROM";
/// Hosts that are reached without a network.
const LOCAL: [&str; 2] = ["localhost", "127.0.0.1"];

/// Through which server mail is sent, and from whom.
#[derive(Clone)]
pub struct Outgoing {
    /// The server's address as the SMTP library reads it. It may hold a password.
    url: String,
    pub from: Mailbox,
}

/// Without the password.
impl fmt::Debug for Outgoing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Outgoing").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Outgoing {
    /// Reads both settings; nothing where neither is set.
    ///
    /// # Errors
    /// The setting that is not right, with what to do.
    pub fn read(smtp: &str, from: &str) -> Result<Option<Self>, Wrong> {
        let (smtp, from) = (smtp.trim(), from.trim());
        if smtp.is_empty() && from.is_empty() {
            return Ok(None);
        }
        if smtp.is_empty() {
            return Err((FROM, "name the mail server in CORRIDOR_SMTP too, or set neither"));
        }
        let url = address(smtp).ok_or((
            SMTP,
            "write smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST:587, with %2F for / and the \
             like in the password",
        ))?;
        let from = from.parse().map_err(|_| {
            (FROM, "write the address of the sender, such as Corridor <corridor@example.org>")
        })?;
        Ok(Some(Self { url, from }))
    }

    /// The server's address as the SMTP library reads it: a secret.
    pub fn secret_url(&self) -> &str {
        &self.url
    }
}

/// The address with what the scheme leaves open. Nothing crosses a network readable: `smtps` begins
/// with TLS, `smtp` asks for it before anything is said. Only this very machine is spoken to as it is.
fn address(smtp: &str) -> Option<String> {
    let smtp = smtp.strip_suffix('/').unwrap_or(smtp);
    let (scheme, rest) = smtp.split_once("://")?;
    if rest.contains(['/', '?', '#']) || rest.contains(char::is_whitespace) {
        return None;
    }
    let (who, host) = match rest.rsplit_once('@') {
        Some((who, host)) => (Some(who), host),
        None => (None, rest),
    };
    let is_whole = |who: &str| {
        who.split_once(':').is_some_and(|(user, password)| !user.is_empty() && !password.is_empty())
    };
    if who.is_some_and(|who| !is_whole(who)) {
        return None;
    }
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    if name.is_empty() {
        return None;
    }
    match scheme {
        "smtps" => Some(smtp.to_owned()),
        "smtp" if LOCAL.contains(&name) => Some(smtp.to_owned()),
        "smtp" => Some(format!("{smtp}?tls=required")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_crosses_a_network_without_tls() {
        for (given, expected) in [
            ("smtps://me:secret@mail.example.org", Some("smtps://me:secret@mail.example.org")),
            ("smtps://mail.example.org:465/", Some("smtps://mail.example.org:465")),
            (
                "smtp://me:se%2Fcret@mail.example.org:587",
                Some("smtp://me:se%2Fcret@mail.example.org:587?tls=required"),
            ),
            ("smtp://localhost.example.org", Some("smtp://localhost.example.org?tls=required")),
            ("smtp://me:secret@127.0.0.1:1025", Some("smtp://me:secret@127.0.0.1:1025")),
            ("smtp://localhost", Some("smtp://localhost")),
            ("smtp://mail.example.org?tls=opportunistic", None),
            ("smtp://me@mail.example.org", None),
            ("smtp://me:se/cret@mail.example.org", None),
            ("smtp://", None),
            ("http://mail.example.org", None),
            ("mail.example.org", None),
        ] {
            assert_eq!(address(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn a_mail_server_is_not_printed_with_its_password() {
        let read = Outgoing::read("smtps://me:secret@mail.example.org", "Corridor <a@example.org>");
        let outgoing = read.expect("right").expect("set");
        let printed = format!("{outgoing:?}");
        assert!(!printed.contains("secret"), "{printed}");
        assert!(Outgoing::read(" ", "").expect("right").is_none());
    }
}
