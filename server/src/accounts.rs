//! Accounts from the command line.

use std::io::{self, BufRead, IsTerminal};

use app::{
    letters::{invitation, link, second_factor_taken_away},
    words::{Language, Words},
};
use clap::{Subcommand, ValueEnum};
use domain::{account::Role, account_links::LinkPurpose};
use register::{
    Register, account_links::Invited, accounts::NewAccount, second_factor::GivenFactor,
};

use crate::{
    commands::{Failure, open},
    mailing::Mailer,
    settings::Settings,
};

#[derive(Subcommand)]
pub enum User {
    /// Makes an account; the password is asked for, or read from standard input
    Add {
        /// The e-mail address to sign in with
        email: String,
        /// What the person is called
        #[arg(long)]
        name: String,
        #[arg(long, value_enum)]
        role: RoleName,
        /// The State of an official or focal point: its code or name
        #[arg(long)]
        state: Option<String>,
        /// Also gives it a second factor, and prints its secret and recovery codes; otherwise coordinators
        /// and administrators set theirs up at the first sign-in
        #[arg(long)]
        second_factor: bool,
    },
    /// Makes an account for somebody who chooses the password by a link, which is printed and, where a mail
    /// server is named, sent
    Invite {
        /// The e-mail address to sign in with
        email: String,
        /// What the person is called
        #[arg(long)]
        name: String,
        #[arg(long, value_enum)]
        role: RoleName,
        /// The State of an official or focal point: its code or name
        #[arg(long)]
        state: Option<String>,
    },
    /// Prints a link by which the owner of an account chooses another password; for who forgot theirs, or
    /// whose invitation has run out
    ResetLink { email: String },
    /// Disables an account and signs it out everywhere
    Disable { email: String },
    /// Erases the address, the name and all that an account holds of a person; what they did stays with the
    /// name that it was done under. This can't be undone
    Erase {
        email: String,
        /// Does it without asking
        #[arg(long)]
        yes: bool,
    },
    /// Gives an account a new password, enables it and signs it out everywhere
    Reset { email: String },
    /// Signs an account out everywhere and leaves it as it is
    SignOut { email: String },
    /// Takes away the second factor of an account whose owner lost it, signs it out everywhere, and tells
    /// the owner by mail
    RemoveSecondFactor { email: String },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum RoleName {
    Official,
    FocalPoint,
    Reviewer,
    Coordinator,
    Administrator,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Official => Self::Official,
            RoleName::FocalPoint => Self::FocalPoint,
            RoleName::Reviewer => Self::Reviewer,
            RoleName::Coordinator => Self::Coordinator,
            RoleName::Administrator => Self::Administrator,
        }
    }
}

/// Does it.
///
/// # Errors
/// When the register refuses it.
pub async fn act(settings: &Settings, user: User) -> Result<(), Failure> {
    let register = open(settings).await?;
    match user {
        User::Add { email, name, role, state, second_factor } => {
            let password = password()?;
            let account =
                NewAccount { email: email.clone(), name, role: role.into(), state, password };
            register.add_account(account).await?;
            println!("{email} can sign in now.");
            if second_factor {
                tell(&register.give_second_factor(&email).await?);
            }
        }
        User::Invite { email, name, role, state } => {
            let invited = Invited { email, name, role: role.into(), state };
            invite(settings, &register, invited).await?;
        }
        User::ResetLink { email } => {
            let token = register.make_reset_link(&email).await?;
            let minutes = LinkPurpose::Reset.lasts().num_minutes();
            println!("{email} chooses another password here, once and within {minutes} minutes:");
            println!("{}", link(in_english(), &settings.public_url, token.secret()));
        }
        User::Disable { email } => {
            register.disable_account(&email).await?;
            println!("{email} is disabled and signed out everywhere.");
        }
        User::Erase { email, yes } => {
            if !yes && !is_sure(&email)? {
                println!("Nothing was changed.");
            } else {
                register.erase_account(&email).await?;
                println!("What the account of {email} held of a person is erased.");
            }
        }
        User::Reset { email } => {
            let password = password()?;
            register.reset_password(&email, password).await?;
            println!("{email} has a new password and is signed out everywhere.");
        }
        User::SignOut { email } => {
            let ended = register.end_sessions_of(&email).await?;
            println!("{email} is signed out everywhere: {ended} sessions ended.");
        }
        User::RemoveSecondFactor { email } => {
            remove_second_factor(settings, &register, &email).await?;
        }
    }
    Ok(register.close().await?)
}

/// What is told here and nowhere else.
fn tell(given: &GivenFactor) {
    println!(
        "Its second factor, shown this once. For an authenticator app, by hand or as a picture:"
    );
    println!("  secret: {}", given.secret.text);
    println!("  {}", given.secret.url);
    println!("Recovery codes, each of which takes the place of the app once:");
    for code in &given.recovery_codes {
        println!("  {code}");
    }
}

fn in_english() -> Words {
    Words { language: Language::English }
}

/// The link is told here too: mail may not arrive.
async fn invite(settings: &Settings, register: &Register, invited: Invited) -> Result<(), Failure> {
    let email = invited.email.clone();
    let token = register.invite(invited).await?;
    let days = LinkPurpose::Invitation.lasts().num_days();
    println!("{email} chooses a password here, once and within {days} days:");
    println!("{}", link(in_english(), &settings.public_url, token.secret()));
    let Some(mailer) = Mailer::of(settings)? else {
        println!("No mail server is named: send them the link.");
        return Ok(());
    };
    let text = invitation(&settings.public_url, token.secret());
    match mailer.send_text(&email, text, register.clock().now()).await {
        Ok(()) => println!("It was sent to them."),
        // The account is there all the same.
        Err(cause) => println!("It could not be sent to them: {cause}"),
    }
    Ok(())
}

async fn remove_second_factor(
    settings: &Settings,
    register: &Register,
    email: &str,
) -> Result<(), Failure> {
    let Some(owner) = register.take_second_factor_away(email).await? else {
        println!("{email} has no second factor.");
        return Ok(());
    };
    println!("{owner} has no second factor any more and is signed out everywhere.");
    match Mailer::of(settings)? {
        Some(mailer) => {
            let at = register.clock().now();
            let told = mailer.send_text(&owner, second_factor_taken_away(&settings.public_url), at);
            match told.await {
                Ok(()) => println!("The owner was told by mail."),
                // It is done all the same.
                Err(cause) => println!("The owner could not be told by mail: {cause}"),
            }
        }
        None => println!("No mail server is named: tell the owner."),
    }
    Ok(())
}

/// Asks before what can't be undone: the address is typed once more.
fn is_sure(email: &str) -> Result<bool, Failure> {
    eprint!("This can't be undone. Type {email} once more to erase it: ");
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim() == email)
}

/// A password is never an argument: other users of the machine could read it.
fn password() -> Result<String, Failure> {
    if io::stdin().is_terminal() {
        let password = rpassword::prompt_password("Password: ")?;
        if rpassword::prompt_password("Once more: ")? != password {
            return Err(Failure::Told("the two are not the same; nothing was changed".into()));
        }
        return Ok(password);
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
