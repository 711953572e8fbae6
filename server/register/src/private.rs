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
    sqlite_file(url).ok()?.canonicalize().ok().filter(|file| is_for_all(file))
}

/// Whether the file may be read, and every folder that it lies in be entered, by all.
#[cfg(unix)]
fn is_for_all(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let lets = |path: &Path, right: u32| {
        fs::metadata(path).is_ok_and(|found| found.permissions().mode() & right != 0)
    };
    lets(file, 0o004) && file.ancestors().skip(1).all(|folder| lets(folder, 0o001))
}

#[cfg(not(unix))]
fn is_for_all(_: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

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
