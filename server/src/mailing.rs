//! Mail is sent from the outbox: by a task beside the server, every minute, or by a command. Any number
//! of instances may do so at the same time.
//!
//! A mail that the server took and that could not be noted as sent is sent again, with the same number,
//! by which mail programs know it. None is lost.

pub mod command;
pub mod outgoing;

use std::{sync::Arc, time::Duration};

use app::{
    letters::{Text, letter},
    words::{Language, Words},
};
use chrono::{DateTime, Utc};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::extension::ClientId,
};
use register::{
    Register,
    mailing::{Letter, Retry},
};
use tokio::{sync::watch, time};

use crate::{commands::Failure, handlers::mail::STOP, settings::Settings};

/// How often the outbox is looked at.
const EVERY: Duration = Duration::from_mins(1);
/// How long the mail server is waited for, answer by answer, and for a whole mail: far less than the
/// time after which another instance makes the mail.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
const SENT_WITHIN: Duration = Duration::from_mins(2);

/// Hands mail to the mail server.
#[derive(Debug)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The address at which people reach the register, without a path.
    site: String,
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    #[error("this is no address that mail can be sent to")]
    Address(#[from] lettre::address::AddressError),
    #[error("the mail can't be made: {0}")]
    Message(#[from] lettre::error::Error),
    #[error("the mail server did not take it: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the mail server took too long")]
    TooLong,
}

impl NotSent {
    /// Whether the server is not there at all: the next mail would fare no better.
    fn is_of_the_server(&self) -> bool {
        match self {
            Self::Address(_) | Self::Message(_) => false,
            Self::Smtp(cause) => !cause.is_permanent() && !cause.is_transient(),
            Self::TooLong => true,
        }
    }
}

/// A mail that is ready.
struct Mail<'a> {
    to: &'a str,
    text: Text,
    /// What apart from the host makes its number.
    number: String,
    /// Ends the mails, for a mail that comes by itself.
    stop_token: Option<&'a str>,
    at: DateTime<Utc>,
}

impl Mailer {
    /// What the settings name; nothing where they name no mail server.
    ///
    /// # Errors
    /// When the server's address can't be used.
    pub fn of(settings: &Settings) -> Result<Option<Self>, Failure> {
        let Some(outgoing) = &settings.mail else { return Ok(None) };
        // The cause could repeat a part of the address.
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(outgoing.secret_url())
            .map_err(|_| {
                Failure::Told(
                    "CORRIDOR_SMTP can't be used: write a host, and a port if it is another, such as \
                     smtp://USER:PASSWORD@mail.example.org:587"
                        .to_owned(),
                )
            })?;
        let mut builder = builder.timeout(Some(ANSWER_WITHIN));
        if let Some(host) = host(&settings.public_url) {
            builder = builder.hello_name(ClientId::Domain(host.to_owned()));
        }
        Ok(Some(Self {
            transport: builder.build(),
            from: outgoing.from.clone(),
            site: settings.public_url.clone(),
        }))
    }

    async fn send(&self, mail: Mail<'_>) -> Result<(), NotSent> {
        let message = self.message(mail)?;
        match time::timeout(SENT_WITHIN, self.transport.send(message)).await {
            Ok(sent) => {
                sent?;
                Ok(())
            }
            Err(_) => Err(NotSent::TooLong),
        }
    }

    fn message(&self, mail: Mail<'_>) -> Result<Message, NotSent> {
        let to: Address = mail.to.parse()?;
        let number = format!("<{}@{}>", mail.number, self.from.email.domain());
        // No programs answer it, such as one that tells of holidays (RFC 3834).
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.text.subject)
            .date(mail.at.into())
            .message_id(Some(number))
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN);
        if let Some(token) = mail.stop_token {
            // One click ends it, also in mail programs (RFC 8058).
            let address = format!("<{}{STOP}{token}>", self.site);
            builder = builder
                .raw_header(header("List-Unsubscribe", address))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()));
        }
        Ok(builder.body(mail.text.body)?)
    }

    /// Sends a mail that answers something which was done just now.
    ///
    /// # Errors
    /// When the mail server does not take it.
    pub async fn send_text(&self, to: &str, text: Text, at: DateTime<Utc>) -> Result<(), NotSent> {
        let number = format!("done-{}", at.timestamp_micros());
        self.send(Mail { to, text, number, stop_token: None, at }).await
    }

    /// The address at which people reach the register, without a path.
    pub fn site(&self) -> &str {
        &self.site
    }

    async fn send_letter(&self, made: &Letter, at: DateTime<Utc>) -> Result<(), NotSent> {
        let words = Words { language: Language::from_code(&made.language).unwrap_or_default() };
        let text = letter(words, made, &self.site);
        let number = format!("notices-{}", made.number());
        self.send(Mail { to: &made.to, text, number, stop_token: Some(&made.stop_token), at }).await
    }
}

#[cfg(test)]
impl Mailer {
    /// One whose mail server is not there.
    pub fn to_nobody() -> Self {
        Self {
            transport: AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1")
                .port(9)
                .build(),
            from: "Corridor <corridor@example.org>".parse().expect("an address"),
            site: "https://register.example.org".to_owned(),
        }
    }
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// The name of the site's host, by which the program greets the mail server; nothing where it is a
/// number.
fn host(site: &str) -> Option<&str> {
    let (_, host) = site.split_once("://")?;
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}

/// How many mails a round sent, and how many the server did not take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: u32,
    pub failed: u32,
}

/// Sends what is due, until nothing is or `is_over`. With `early`, what waits for a digest is due too.
///
/// # Errors
/// When the database does not answer or take it.
pub async fn round(
    register: &Register,
    mailer: &Mailer,
    early: bool,
    is_over: impl Fn() -> bool + Send,
) -> Result<Round, register::Error> {
    let mut round = Round::default();
    register.notice_deadlines().await?;
    while !is_over() {
        let Some(letter) = register.next_letter(early).await? else { break };
        let account = letter.account();
        match mailer.send_letter(&letter, register.clock().now()).await {
            Ok(()) => {
                register.letter_sent(&letter).await?;
                round.sent += 1;
                tracing::info!(account, things = letter.lines.len(), "a mail was sent");
            }
            Err(cause) => {
                round.failed += 1;
                match register.letter_failed(&letter).await? {
                    Retry::At(at) => {
                        tracing::warn!(account, %cause, %at, "a mail was not sent and is tried again");
                    }
                    Retry::GivenUp => {
                        tracing::error!(account, %cause, "a mail was not sent and is given up");
                    }
                }
                if cause.is_of_the_server() {
                    break;
                }
            }
        }
    }
    Ok(round)
}

/// Sends what is due, every minute, until it is told to stop. A mail that is on its way is sent first.
pub async fn keep_sending(
    register: Register,
    mailer: Arc<Mailer>,
    mut stopped: watch::Receiver<bool>,
) {
    while !*stopped.borrow() {
        let done = round(&register, &mailer, false, || *stopped.borrow()).await;
        if let Err(cause) = done {
            tracing::error!(%cause, "the outbox can't be read");
        }
        tokio::select! {
            _ = stopped.changed() => {}
            () = time::sleep(EVERY) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailer() -> Mailer {
        Mailer::to_nobody()
    }

    fn mail<'a>(to: &'a str, stop_token: Option<&'a str>) -> Mail<'a> {
        Mail {
            to,
            text: Text {
                subject: "Corridor: новое".into(), body: "Одно.\nДругое.\n".into()
            },
            number: "notices-7".into(),
            stop_token,
            at: "2026-03-02T06:00:00Z".parse().expect("an instant"),
        }
    }

    #[test]
    fn a_mail_says_when_it_was_made_how_to_end_it_and_that_no_program_is_to_answer() {
        let token = "0".repeat(64);
        let message = mailer().message(mail("leyla@example.org", Some(&token))).expect("made");
        let text = String::from_utf8(message.formatted()).expect("a text");
        let unfolded = text.replace("\r\n ", " ");
        for line in [
            "To: leyla@example.org".to_owned(),
            "Date: Mon, 02 Mar 2026 06:00:00 +0000".to_owned(),
            "Message-ID: <notices-7@example.org>".to_owned(),
            "Auto-Submitted: auto-generated".to_owned(),
            format!("List-Unsubscribe: <https://register.example.org/mail/stop/{token}>"),
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned(),
        ] {
            let is_there = unfolded.lines().any(|found| found.replace(":  ", ": ") == line);
            assert!(is_there, "{line}\n{text}");
        }
    }

    #[test]
    fn an_address_cannot_bring_other_headers_or_people_into_a_mail() {
        for to in
            ["leyla@example.org\r\nBcc: all@example.org", "a@example.org, b@example.org", "nobody"]
        {
            let made = mailer().message(mail(to, None));
            assert!(matches!(made, Err(NotSent::Address(_))), "{to}: {made:?}");
        }
    }

    #[test]
    fn the_mail_server_is_greeted_by_the_name_of_the_site_and_not_by_a_number() {
        assert_eq!(host("https://register.example.org"), Some("register.example.org"));
        assert_eq!(host("http://localhost:3000"), Some("localhost"));
        assert_eq!(host("http://127.0.0.1:3000"), None);
        assert_eq!(host("http://[::1]:3000"), None);
    }
}
