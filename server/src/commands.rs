//! The command line.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use app::{
    drafting::draft,
    words::{Language, Words},
};
use clap::{Parser, Subcommand};
use domain::{
    coverage::{self, By},
    search::Query,
};
use register::{
    Clock, Register,
    example::{Access, ExampleError, Seeded},
    generating::GeneratingError,
    import::run::ImportError,
};
use tracing_subscriber::EnvFilter;

use crate::{
    accounts::{self, User},
    generating::generate,
    keeping::{Keeping, keep},
    mailing::command::{Mail, send},
    serving::serve,
    settings::{BadSetting, SETTINGS, Settings},
    verifying::verify,
};

/// The register of bilateral labour mobility agreements.
#[derive(Parser)]
#[command(name = "corridor", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the register (the default)
    Serve,
    /// Brings the database to the newest schema
    Migrate,
    /// Makes, disables and resets accounts
    #[command(subcommand)]
    User(User),
    /// Brings records in
    #[command(subcommand)]
    Import(Import),
    /// Sends mail
    #[command(subcommand)]
    Mail(Mail),
    /// Prints how many agreements carry each provision, as CSV
    Coverage {
        /// What the rows are
        #[arg(long, default_value = "item", value_parser = parse_by)]
        by: By,
    },
    /// Loads the starter register; safe to run twice
    Seed {
        /// Also loads made-up States with their work, for trying things out; only into a register
        /// without accounts
        #[arg(long)]
        example: bool,
        /// Also makes agreements up, so many times the 1,222 of the published dataset, for measuring;
        /// only into a register with nothing but starter data
        #[arg(
            long,
            value_name = "TIMES",
            conflicts_with = "example",
            value_parser = clap::value_parser!(u32).range(1..=1000)
        )]
        scale: Option<u32>,
    },
    /// Checks that the register is as it was written: the log of changes, line by line, and what
    /// stands in the database beside it
    Verify,
    /// Lists every setting with its meaning, default and value
    Config,
    #[command(flatten)]
    Keep(Keeping),
}

#[derive(Subcommand)]
enum Import {
    /// The published dataset of bilateral labor agreements (Chilton & Woda); safe to run twice
    Bla {
        /// The table of all agreements
        formation: PathBuf,
        /// The table of coded provisions
        coding: PathBuf,
    },
}

fn parse_by(text: &str) -> Result<By, String> {
    text.parse().map_err(|_| "write item, criterion, decade, region or kind".to_owned())
}

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Setting(#[from] BadSetting),
    #[error("{0}")]
    Register(#[from] register::Error),
    #[error("{0}")]
    Import(#[from] ImportError),
    #[error("{0}")]
    Example(#[from] ExampleError),
    #[error("{0}")]
    Generating(#[from] GeneratingError),
    #[error("the database does not answer: {0}")]
    Database(#[from] register::DatabaseError),
    #[error("{0}")]
    Keeping(#[from] register::backup::KeepingError),
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    Told(String),
}

/// Runs the command that was asked for.
pub async fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match act(arguments.command.unwrap_or(Command::Serve)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("corridor: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn act(command: Command) -> Result<(), Failure> {
    let settings = Settings::read()?;
    log(&settings)?;
    make_folder(&settings)?;
    match command {
        Command::Serve => serve(&settings).await,
        Command::Config => {
            list_settings(&settings);
            Ok(())
        }
        Command::Migrate => {
            open(&settings).await?.close().await?;
            println!("The schema is the newest.");
            Ok(())
        }
        Command::User(user) => accounts::act(&settings, user).await,
        Command::Import(Import::Bla { formation, coding }) => {
            import(&open(&settings).await?, &formation, &coding).await
        }
        Command::Mail(mail) => send(&settings, mail).await,
        Command::Keep(keeping) => keep(&settings, keeping).await,
        Command::Verify => verify(&settings).await,
        Command::Coverage { by } => {
            let register = open(&settings).await?;
            let found = register.coverage(&Query::default(), by).await?;
            print!("{}", coverage::csv(by, &found.rows));
            Ok(())
        }
        Command::Seed { example, scale } => {
            let register = open(&settings).await?;
            let imported = register.seed().await?;
            println!(
                "Starter register: {} records new, {} already there.",
                imported.new, imported.known
            );
            if example {
                seed_example(&register).await?;
            }
            if let Some(scale) = scale {
                generate(&register, scale).await?;
            }
            register.close().await?;
            Ok(())
        }
    }
}

/// The password and the secrets are told here and nowhere else.
async fn seed_example(register: &Register) -> Result<(), Failure> {
    let words = Words { language: Language::English };
    match register.seed_example(|material| draft(words, material)).await? {
        Seeded::Known => {
            println!("The example is there already and was left as it is.");
            println!("A new password for one of its accounts: corridor user reset ADDRESS");
        }
        Seeded::New(Access { accounts, secrets, password }) => {
            println!("The example is loaded: made-up States and their work. Sign in with one of:");
            for account in accounts {
                println!("  {:<36} {}", account.email, account.name);
            }
            println!("The password of all of them, shown this once: {password}");
            println!(
                "These also need a code. Their secrets for an authenticator app, shown this once:"
            );
            for (email, secret) in secrets {
                println!("  {email:<36} {}", secret.text);
            }
        }
    }
    Ok(())
}

/// Opens the register and brings its schema to the newest step.
///
/// # Errors
/// When the database can't be had or a step fails.
pub async fn open(settings: &Settings) -> Result<Register, Failure> {
    let register = Register::open(&settings.database_url, Clock::system()).await?;
    register.migrate().await?;
    Ok(register)
}

/// SQLite makes its file, and not the folder that it lies in.
fn make_folder(settings: &Settings) -> Result<(), Failure> {
    let path =
        settings.database_url.strip_prefix("sqlite://").and_then(|rest| rest.split('?').next());
    if let Some(folder) = path.map(PathBuf::from).and_then(|path| path.parent().map(PathBuf::from))
        && !folder.as_os_str().is_empty()
    {
        register::private::make_folder(&folder).map_err(|error| {
            Failure::Told(format!("the folder {} can't be made: {error}", folder.display()))
        })?;
    }
    Ok(())
}

fn log(settings: &Settings) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.log).map_err(|error| {
        Failure::Told(format!(
            "CORRIDOR_LOG is {:?}: {error}. Write a level such as info.",
            settings.log
        ))
    })?;
    // The answers of commands go to standard output; the log does not mix with them.
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        // A log that can't be written, as on a full disk, ends nothing else.
        .log_internal_errors(false)
        .with_ansi(io::stderr().is_terminal());
    if settings.log_as_json {
        log.json().init();
    } else {
        log.init();
    }
    Ok(())
}

fn list_settings(settings: &Settings) {
    for setting in SETTINGS {
        let value = match settings.given[setting.name].as_str() {
            "" => "(not set)",
            value if setting.is_secret && value != setting.default => "(set, hidden)",
            value => value,
        };
        println!(
            "{}\n  {}\n  default: {}\n  value:   {value}\n",
            setting.name, setting.meaning, setting.default
        );
    }
}

async fn import(register: &Register, formation: &PathBuf, coding: &PathBuf) -> Result<(), Failure> {
    let read = |path: &PathBuf| {
        fs::read(path)
            .map_err(|error| Failure::Told(format!("{} can't be read: {error}", path.display())))
    };
    let (formation, coding) = (read(formation)?, read(coding)?);
    let is_watched = io::stderr().is_terminal();
    let (imported, reading) = register
        .import_dataset(&formation, &coding, |done, all| {
            if is_watched {
                eprint!("\r{done} of {all} records");
                let _ = io::stderr().flush();
            }
        })
        .await?;
    if is_watched {
        eprintln!();
    }
    for remark in &reading.remarks {
        let what: &str = remark.what.into();
        println!(
            "{} line {}, {} {}: {what}: {:?}",
            remark.file, remark.line, remark.column, remark.key, remark.given
        );
    }
    let coded = reading.incoming.iter().filter(|record| record.agreement.is_coded()).count();
    println!(
        "{} records read, {coded} of them coded. {} new, {} already there and left as they are. {} remarks, each above.",
        reading.incoming.len(),
        imported.new,
        imported.known,
        reading.remarks.len()
    );
    Ok(())
}
