//! Files that hold the register's data are for the account alone that the program runs under.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::store::dump::{is_postgres, sqlite_file};

/// Makes a folder, with those around it, that nobody else on the machine may look into. One that is there
/// already stays as it is.
///
/// # Errors
/// When it can't be made.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    builder().recursive(true).create(folder)
}

/// Makes a folder within one that is there, that nobody else on the machine may look into.
///
/// # Errors
/// When it is there already or can't be made.
pub fn make_new_folder(folder: &Path) -> io::Result<()> {
    builder().create(folder)
}

fn builder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    #[cfg(not(unix))]
    builder.recursive(false);
    builder
}

/// Takes the right to read or write a file from everybody else on the machine.
///
/// # Errors
/// When there is no such file, or it is somebody else's.
pub fn make_private(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// The file of the SQLite register at `url`, if everybody on the machine can read it.
pub fn exposed(url: &str) -> Option<PathBuf> {
    if is_postgres(url) {
        return None;
    }
    sqlite_file(url).ok().filter(|file| is_open_to_all(file))
}

/// Makes the file of the SQLite register at `url`, where it is to be made and is not there, for nobody
/// else on the machine. What the database keeps beside it gets the same rights.
///
/// # Errors
/// When it can't be made.
pub fn make_register(url: &str) -> io::Result<()> {
    let is_made = !is_postgres(url) && url.contains("mode=rwc");
    let Some(file) = is_made.then(|| sqlite_file(url).ok()).flatten() else { return Ok(()) };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Whether the file may be read or changed, and every folder that it lies in be entered, by all.
#[cfg(unix)]
pub fn is_open_to_all(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let Ok(file) = file.canonicalize() else { return false };
    let lets = |path: &Path, rights: u32| {
        fs::metadata(path).is_ok_and(|found| found.permissions().mode() & rights != 0)
    };
    lets(&file, 0o006) && file.ancestors().skip(1).all(|folder| lets(folder, 0o001))
}

/// Whether the file may be read or changed by all, which is not known here.
#[cfg(not(unix))]
pub fn is_open_to_all(_: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::{Clock, Register};

    #[test]
    fn a_register_that_everybody_on_the_machine_can_read_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("register.db");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        assert_eq!(exposed(&url), None, "there is no file");
        fs::write(&file, "").expect("a file");
        let set = |path: &Path, mode| {
            fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("set");
        };
        for (of_folder, of_file, is_exposed) in
            [(0o755, 0o644, true), (0o700, 0o644, false), (0o755, 0o600, false)]
        {
            set(folder.path(), of_folder);
            set(&file, of_file);
            assert_eq!(exposed(&url).is_some(), is_exposed, "{of_folder:o} {of_file:o}");
        }
        assert_eq!(exposed("postgres://user@host/name"), None);
    }

    #[tokio::test]
    async fn a_new_register_is_for_its_owner_alone_and_so_is_what_lies_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("register.db");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        let clock = Clock::standing("2026-03-01T09:00:00Z".parse().expect("an instant"));
        for _ in 0..2 {
            let register = Register::open(&url, clock.clone()).await.expect("the database opens");
            register.migrate().await.expect("the schema");
            let files = fs::read_dir(folder.path()).expect("the folder");
            let mut seen = 0;
            for file in files.map(|file| file.expect("a file").path()) {
                let mode = fs::metadata(&file).expect("there").permissions().mode();
                assert_eq!(mode & 0o077, 0, "{}: {mode:o}", file.display());
                seen += 1;
            }
            assert_eq!(seen, 3, "the database, its log and the memory that readers share");
            register.close().await.expect("the database closes");
        }
    }

    #[test]
    fn a_new_folder_and_a_file_made_private_are_for_their_owner_alone() {
        let around = tempfile::tempdir().expect("a folder");
        let folder = around.path().join("a/b");
        make_folder(&folder).expect("made");
        let file = folder.join("file");
        fs::write(&file, "").expect("a file");
        make_private(&file).expect("made private");
        for path in [&folder, &file] {
            let mode = fs::metadata(path).expect("there").permissions().mode();
            assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
        }
    }
}
