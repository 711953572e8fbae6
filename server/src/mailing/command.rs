//! Mail from the command line: for a timer, and to see whether the settings are right.

use app::{
    letters::trial,
    words::{Language, Words},
};
use register::Clock;

use super::{Mail as Ready, Mailer, round};
use crate::{
    commands::{Failure, open},
    settings::Settings,
};

#[derive(clap::Subcommand)]
pub enum Mail {
    /// Sends what is due and exits; `serve` does the same every minute
    SendNow {
        /// Sends what waits for a daily or weekly digest too, whatever the hour
        #[arg(long)]
        digests: bool,
    },
    /// Sends a mail to this address, to see whether the settings are right
    Test { address: String },
}

/// Sends.
///
/// # Errors
/// When no mail server is named, or it does not take the mail.
pub async fn send(settings: &Settings, mail: Mail) -> Result<(), Failure> {
    let mailer = Mailer::of(settings)?.ok_or_else(|| {
        Failure::Told(
            "no mail server is named: set CORRIDOR_SMTP and CORRIDOR_MAIL_FROM".to_owned(),
        )
    })?;
    match mail {
        Mail::SendNow { digests } => {
            let register = open(settings).await?;
            let done = round(&register, &mailer, digests, || false).await?;
            register.close().await?;
            println!("{} mails sent.", done.sent);
            if done.failed > 0 {
                return Err(Failure::Told(format!(
                    "{} mails were not sent: the log says why",
                    done.failed
                )));
            }
        }
        Mail::Test { address } => {
            let at = Clock::system().now();
            let words = Words { language: Language::English };
            let text = trial(words, &settings.public_url);
            let number = format!("test-{}", at.timestamp_micros());
            let ready = Ready { to: &address, text, number, stop_token: None, at };
            mailer.send(ready).await.map_err(|cause| Failure::Told(cause.to_string()))?;
            println!("The mail server took the mail to {address}.");
        }
    }
    Ok(())
}
