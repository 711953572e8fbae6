//! Configuration: by environment variables and an optional file, each setting listed with its
//! meaning. What is wrong is refused at the start, in a sentence that says what to do.

mod file;

use std::{collections::BTreeMap, env, net::SocketAddr, path::PathBuf};

use domain::account::email_address;

use crate::mailing::outgoing::Outgoing;

/// One setting.
pub struct Setting {
    /// The environment variable; in the file the same in lower case without `CORRIDOR_`.
    pub name: &'static str,
    pub meaning: &'static str,
    pub default: &'static str,
    /// Its value is never shown.
    pub is_secret: bool,
}

/// Every setting there is.
pub const SETTINGS: [Setting; 13] = [
    Setting {
        name: "DATABASE_URL",
        meaning: "The database: sqlite://PATH?mode=rwc, or postgres://USER:PASSWORD@HOST/NAME",
        default: "sqlite://data/corridor.db?mode=rwc",
        // It may hold a password.
        is_secret: true,
    },
    Setting {
        name: "CORRIDOR_ADDRESS",
        meaning: "The address and port to listen on",
        default: "127.0.0.1:3000",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_PUBLIC_URL",
        meaning: "The address at which people reach it; https:// makes the cookies secure",
        default: "http://127.0.0.1:3000",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_SITE",
        meaning: "The folder with the built site (scripts and style)",
        default: "target/site",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_LOG",
        meaning: "What is logged, such as info or corridor=debug,sqlx=warn",
        default: "info,sea_orm_migration=warn",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_LOG_FORMAT",
        meaning: "How it is logged: text, or json for a log collector",
        default: "text",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_SMTP",
        meaning: "The mail server: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS, which is then required; \
                  not set: no mail is sent",
        default: "",
        // It may hold a password.
        is_secret: true,
    },
    Setting {
        name: "CORRIDOR_MAIL_FROM",
        meaning: "The address that mail comes from, such as Corridor <corridor@example.org>",
        default: "",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_SECURITY_CONTACT",
        meaning: "Where people report a weakness, mailto:ADDRESS or https://...; it is then told at \
                  /.well-known/security.txt and /security; not set: neither is there",
        default: "",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_READ_ONLY",
        meaning: "1 while the register is maintained: it can be read, nothing is saved, no mail is sent",
        default: "",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_TRUSTED_PROXIES",
        meaning: "How many proxies of yours stand in front, each adding to X-Forwarded-For whom it was asked by; \
                  0: whoever connects is the visitor. Sign-ins are limited by the visitor's address",
        default: "0",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_REQUESTS",
        meaning: "How many requests one network may make a second, for long, and forty times as many at a time; \
                  0: a proxy in front limits them",
        default: "50",
        is_secret: false,
    },
    Setting {
        name: "CORRIDOR_CONFIG",
        meaning: "A file with settings (TOML) that this account alone can read; variables of the environment come first",
        default: "",
        is_secret: false,
    },
];

/// The configuration, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub database_url: String,
    pub address: SocketAddr,
    pub public_url: String,
    pub site: PathBuf,
    pub log: String,
    pub log_as_json: bool,
    /// How mail is sent; none where no mail server is named.
    pub mail: Option<Outgoing>,
    /// Where people report a weakness: the address of a page, or `mailto:` and that of a mailbox.
    pub security_contact: Option<String>,
    /// How many proxies stand in front that say whom they were asked by.
    pub trusted_proxies: usize,
    /// How many requests one network may make a second; 0: as many as it likes.
    pub requests: u32,
    /// Whether it is served to be read, while it is maintained.
    pub is_read_only: bool,
    /// Every setting with the value it has, for `corridor config`.
    pub given: BTreeMap<&'static str, String>,
}

/// What is wrong with the configuration, and what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSetting {
    #[error("{name} is {value:?}: {what}")]
    Value { name: &'static str, value: String, what: &'static str },
    #[error("the configuration file {path} can't be read: {cause}")]
    File { path: String, cause: String },
    #[error(
        "everybody on this machine can read or change the configuration file {path}: take the right away with chmod o-rwx"
    )]
    Exposed { path: String },
    #[error(
        "the configuration file {path} has the unknown setting {name:?}: run `corridor config` to see those there are"
    )]
    Unknown { path: String, name: String },
}

impl Settings {
    /// Reads the environment and the file it names.
    ///
    /// # Errors
    /// The first setting that is not right.
    pub fn read() -> Result<Self, BadSetting> {
        Self::from_lookup(|name| env::var(name).ok())
    }

    fn from_lookup(variable: impl Fn(&str) -> Option<String>) -> Result<Self, BadSetting> {
        let variable = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let file = match variable("CORRIDOR_CONFIG") {
            Some(path) => file::read(&path)?,
            None => BTreeMap::new(),
        };
        let given: BTreeMap<&'static str, String> = SETTINGS
            .iter()
            .map(|setting| {
                let value = variable(setting.name)
                    .or_else(|| file.get(setting.name).cloned())
                    .unwrap_or_else(|| setting.default.to_owned());
                (setting.name, value)
            })
            .collect();
        let bad = |name: &'static str, what: &'static str| BadSetting::Value {
            name,
            value: shown(name, &given),
            what,
        };
        let database_url = given["DATABASE_URL"].clone();
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| database_url.starts_with(scheme))
        {
            return Err(bad(
                "DATABASE_URL",
                "write sqlite://PATH?mode=rwc or postgres://USER:PASSWORD@HOST/NAME",
            ));
        }
        let address = given["CORRIDOR_ADDRESS"].parse().map_err(|_| {
            bad("CORRIDOR_ADDRESS", "write an address and a port, such as 127.0.0.1:3000")
        })?;
        let public_url = given["CORRIDOR_PUBLIC_URL"].trim_end_matches('/').to_owned();
        let host =
            public_url.strip_prefix("https://").or_else(|| public_url.strip_prefix("http://"));
        let Some(host) = host.filter(|host| !host.is_empty() && !host.contains('/')) else {
            return Err(bad(
                "CORRIDOR_PUBLIC_URL",
                "write https:// and the host that people reach it at, without a path",
            ));
        };
        let is_local = ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|local| host == *local || host.starts_with(&format!("{local}:")));
        if public_url.starts_with("http://") && !is_local {
            return Err(bad(
                "CORRIDOR_PUBLIC_URL",
                "passwords would cross the network readable: put it behind TLS and write https://",
            ));
        }
        let log_as_json = match given["CORRIDOR_LOG_FORMAT"].as_str() {
            "json" => true,
            "text" => false,
            _ => return Err(bad("CORRIDOR_LOG_FORMAT", "write text or json")),
        };
        let mail = Outgoing::read(&given["CORRIDOR_SMTP"], &given["CORRIDOR_MAIL_FROM"])
            .map_err(|(name, what)| bad(name, what))?;
        let security_contact = security_contact(&given["CORRIDOR_SECURITY_CONTACT"])
            .map_err(|what| bad("CORRIDOR_SECURITY_CONTACT", what))?;
        let trusted_proxies = given["CORRIDOR_TRUSTED_PROXIES"].parse().map_err(|_| {
            bad("CORRIDOR_TRUSTED_PROXIES", "write how many proxies stand in front, such as 1")
        })?;
        let requests = given["CORRIDOR_REQUESTS"].parse().map_err(|_| {
            bad(
                "CORRIDOR_REQUESTS",
                "write how many requests one network may make a second, such as 50",
            )
        })?;
        let is_read_only = match given["CORRIDOR_READ_ONLY"].as_str() {
            "" | "0" => false,
            "1" => true,
            _ => return Err(bad("CORRIDOR_READ_ONLY", "write 1, or leave it out")),
        };
        Ok(Self {
            database_url,
            address,
            public_url,
            site: PathBuf::from(&given["CORRIDOR_SITE"]),
            log: given["CORRIDOR_LOG"].clone(),
            log_as_json,
            mail,
            security_contact,
            trusted_proxies,
            requests,
            is_read_only,
            given,
        })
    }

    /// Whether people reach it over TLS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Where people report a weakness. It stands in a line of its own and in a link, so it is an address
/// and nothing else.
fn security_contact(text: &str) -> Result<Option<String>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_address = text.strip_prefix("mailto:").map_or_else(
        || text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty()),
        |mailbox| email_address(mailbox).is_some(),
    );
    if is_address && !text.contains(|char: char| char.is_whitespace() || char.is_control()) {
        Ok(Some(text.to_owned()))
    } else {
        Err(
            "write mailto: and an e-mail address, or the address of a page that begins with https://",
        )
    }
}

/// A setting's value as a message may repeat it.
fn shown(name: &str, given: &BTreeMap<&'static str, String>) -> String {
    let is_secret = SETTINGS.iter().any(|setting| setting.name == name && setting.is_secret);
    if is_secret { "(hidden)".to_owned() } else { given[name].clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(given: &[(&str, &str)]) -> Result<Settings, BadSetting> {
        Settings::from_lookup(|name| {
            given.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let settings = settings(&[]).expect("the defaults are right");
        assert_eq!(settings.address.port(), 3000);
        assert!(!settings.is_secure());
    }

    #[test]
    fn what_is_wrong_is_refused_with_what_to_do() {
        for (name, value, says) in [
            ("DATABASE_URL", "mysql://x", "sqlite://PATH"),
            ("CORRIDOR_ADDRESS", "here", "127.0.0.1:3000"),
            ("CORRIDOR_PUBLIC_URL", "register.example.org", "https://"),
            ("CORRIDOR_PUBLIC_URL", "http://register.example.org", "behind TLS"),
            ("CORRIDOR_LOG_FORMAT", "xml", "text or json"),
            ("CORRIDOR_SMTP", "mail.example.org", "smtps://"),
            ("CORRIDOR_SMTP", "smtps://mail.example.org", "CORRIDOR_MAIL_FROM"),
            ("CORRIDOR_MAIL_FROM", "corridor@example.org", "CORRIDOR_SMTP"),
            ("CORRIDOR_SECURITY_CONTACT", "security@example.org", "mailto:"),
            ("CORRIDOR_SECURITY_CONTACT", "http://example.org/report", "https://"),
            ("CORRIDOR_SECURITY_CONTACT", "https://example.org\nExpires: never", "https://"),
            ("CORRIDOR_TRUSTED_PROXIES", "10.0.0.1", "how many proxies"),
            ("CORRIDOR_REQUESTS", "many", "how many requests"),
            ("CORRIDOR_READ_ONLY", "perhaps", "write 1"),
            ("CORRIDOR_CONFIG", "/nowhere/corridor.toml", "can't be read"),
        ] {
            let message = settings(&[(name, value)]).expect_err(name).to_string();
            assert!(message.contains(says), "{message}");
        }
    }

    #[test]
    fn a_wrong_mail_server_is_not_repeated_because_it_may_hold_a_password() {
        let given = [
            ("CORRIDOR_SMTP", "smtp://me:secret@host:587/path"),
            ("CORRIDOR_MAIL_FROM", "corridor@example.org"),
        ];
        let message = settings(&given).expect_err("refused").to_string();
        assert!(!message.contains("secret"), "{message}");
    }

    #[test]
    fn a_wrong_database_address_is_not_repeated_because_it_may_hold_a_password() {
        let message = settings(&[("DATABASE_URL", "mysql://me:secret@host/db")])
            .expect_err("refused")
            .to_string();
        assert!(!message.contains("secret"), "{message}");
    }
}
