//! PostgreSQL's own programs for backups. Where the server is and the password are told to them by their
//! environment, which other people of the machine can't read, as they could their arguments.

use std::{
    env,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    str::FromStr,
};

use migrations::DbErr;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::KeepingError;

/// Where the distributions of Debian's family put each version's programs.
const VERSIONS: &str = "/usr/lib/postgresql";

/// Writes what a snapshot sees into a file.
pub async fn dump(url: &str, snapshot: &str, file: &Path) -> Result<(), KeepingError> {
    let mut command = program("pg_dump")?;
    command
        .envs(environment(url)?)
        .args(["--format=custom", "--no-owner", "--no-privileges", "--no-password"])
        .arg(format!("--snapshot={snapshot}"))
        .arg(argument("--file=", file));
    run("pg_dump", command).await
}

/// Reads a dump from its first byte to its last, without a server.
pub async fn read_back(file: &Path) -> Result<(), KeepingError> {
    let mut command = program("pg_restore")?;
    // As SQL, to nowhere.
    command.arg(argument("--file=", Path::new(nowhere()))).arg(file);
    run("pg_restore", command).await
}

/// Writes what a dump holds into an empty database: all of it or nothing.
pub async fn restore(url: &str, file: &Path) -> Result<(), KeepingError> {
    let environment = environment(url)?;
    let database = environment.iter().find(|(name, _)| *name == "PGDATABASE");
    let database = database.map(|(_, value)| value.clone()).unwrap_or_default();
    let mut command = program("pg_restore")?;
    command
        .envs(environment)
        .args(["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"])
        .arg("--no-password")
        .arg(format!("--dbname={database}"))
        .arg(file);
    run("pg_restore", command).await
}

fn nowhere() -> &'static str {
    if cfg!(windows) { "NUL" } else { "/dev/null" }
}

fn argument(name: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(name);
    argument.push(path);
    argument
}

async fn run(tool: &'static str, mut command: Command) -> Result<(), KeepingError> {
    // It may take minutes: away from the threads that serve others.
    let ended = tokio::task::spawn_blocking(move || command.output()).await;
    let output = ended
        .unwrap_or_else(|cause| Err(io::Error::other(cause)))
        .map_err(|cause| KeepingError::Tool { tool, said: cause.to_string() })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(KeepingError::Tool { tool, said })
}

/// The program of this name in the PATH, or the newest that the distribution has.
fn program(name: &'static str) -> Result<Command, KeepingError> {
    let in_path = env::var_os("PATH").into_iter().flat_map(|path| {
        env::split_paths(&path).map(|folder| folder.join(name)).collect::<Vec<PathBuf>>()
    });
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(VERSIONS)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let folder = entry.ok()?;
            let version = folder.file_name().to_str()?.parse().ok()?;
            Some((version, folder.path().join("bin").join(name)))
        })
        .collect();
    versions.sort_unstable();
    in_path
        .chain(versions.into_iter().rev().map(|(_, program)| program))
        .find(|program| program.is_file())
        .map(Command::new)
        .ok_or(KeepingError::NoTool(name))
}

/// What tells PostgreSQL's programs the same as the address tells us.
fn environment(url: &str) -> Result<Vec<(&'static str, String)>, KeepingError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|cause| KeepingError::Database(DbErr::Custom(cause.to_string())))?;
    let host = match options.get_socket() {
        Some(folder) => folder.display().to_string(),
        None => options.get_host().to_owned(),
    };
    let user = options.get_username().to_owned();
    let mode = match options.get_ssl_mode() {
        PgSslMode::Disable => "disable",
        PgSslMode::Allow => "allow",
        PgSslMode::Prefer => "prefer",
        PgSslMode::Require => "require",
        PgSslMode::VerifyCa => "verify-ca",
        PgSslMode::VerifyFull => "verify-full",
    };
    let mut told = vec![
        ("PGHOST", host),
        ("PGPORT", options.get_port().to_string()),
        ("PGDATABASE", options.get_database().unwrap_or(&user).to_owned()),
        ("PGUSER", user),
        ("PGSSLMODE", mode.to_owned()),
    ];
    let named = [
        ("PGSSLROOTCERT", parameter(url, &["sslrootcert", "ssl-root-cert", "ssl-ca"])),
        ("PGSSLCERT", parameter(url, &["sslcert", "ssl-cert"])),
        ("PGSSLKEY", parameter(url, &["sslkey", "ssl-key"])),
        // Without one in the address, PGPASSWORD and the password file are asked as ever.
        ("PGPASSWORD", parameter(url, &["password"]).or_else(|| password(url))),
    ];
    told.extend(named.into_iter().filter_map(|(name, value)| Some((name, value?))));
    Ok(told)
}

/// The password before the host of an address.
fn password(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let (who, _) = rest.split(['/', '?', '#']).next()?.rsplit_once('@')?;
    let (_, password) = who.split_once(':')?;
    Some(decoded(password, false))
}

/// A parameter behind the question mark of an address, by any of its names.
fn parameter(url: &str, names: &[&str]) -> Option<String> {
    let (_, parameters) = url.split_once('?')?;
    let mut pairs = parameters.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| names.contains(name)).map(|(_, value)| decoded(value, true))
}

/// Takes the escapes of addresses away.
fn decoded(text: &str, plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let escaped = others.get(..2).filter(|_| *first == b'%');
        let escaped = escaped.and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = if escaped.is_some() { &others[2..] } else { others };
        bytes.push(match escaped {
            Some(byte) => byte,
            None if plus_is_space && *first == b'+' => b' ',
            None => *first,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_told_by_the_environment_with_the_password() {
        for (url, expected) in [
            (
                "postgres://clerk:a%20b%3A%25%2F+c@db.example:5433/register?sslmode=require",
                [
                    ("PGHOST", "db.example"),
                    ("PGPORT", "5433"),
                    ("PGUSER", "clerk"),
                    ("PGDATABASE", "register"),
                    ("PGSSLMODE", "require"),
                    ("PGPASSWORD", "a b:%/+c"),
                ],
            ),
            (
                "postgresql://clerk@db.example/?password=x%26y+z&sslmode=disable&port=5434",
                [
                    ("PGHOST", "db.example"),
                    ("PGPORT", "5434"),
                    ("PGUSER", "clerk"),
                    ("PGDATABASE", "clerk"),
                    ("PGSSLMODE", "disable"),
                    ("PGPASSWORD", "x&y z"),
                ],
            ),
        ] {
            let told = environment(url).expect("an address");
            for (name, value) in expected {
                let found = told.iter().find(|(told, _)| *told == name).map(|(_, value)| value);
                assert_eq!(found.map(String::as_str), Some(value), "{name} of {url}");
            }
        }
        assert_eq!(password("postgres://clerk@db.example/register"), None);
    }
}
