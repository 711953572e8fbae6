//! The file with settings. It may hold passwords, and says what the program does: one that everybody on
//! the machine can read or change is refused.

use std::{collections::BTreeMap, fs, path::Path};

use register::private;

use super::{BadSetting, SETTINGS};

/// The settings of the file by their names.
pub(super) fn read(path: &str) -> Result<BTreeMap<String, String>, BadSetting> {
    let unreadable = |cause: String| BadSetting::File { path: path.to_owned(), cause };
    let text = fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    if private::is_open_to_all(Path::new(path)) {
        return Err(BadSetting::Exposed { path: path.to_owned() });
    }
    let table: BTreeMap<String, String> =
        toml::from_str(&text).map_err(|error| unreadable(error.message().to_owned()))?;
    let mut found = BTreeMap::new();
    for (name, value) in table {
        let upper = name.to_uppercase();
        let setting = SETTINGS
            .iter()
            .find(|setting| setting.name == upper || setting.name == format!("CORRIDOR_{upper}"))
            .ok_or_else(|| BadSetting::Unknown { path: path.to_owned(), name })?;
        found.insert(setting.name.to_owned(), value);
    }
    Ok(found)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_with_settings_that_everybody_can_read_or_change_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        // The test's own folder lets nobody else in; this one is like /etc.
        fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).expect("set");
        let path = folder.path().join("corridor.toml");
        fs::write(&path, "smtp = \"smtps://me:secret@mail.example.org\"\n").expect("a file");
        let path = path.display().to_string();
        for (mode, is_refused) in [(0o600, false), (0o640, false), (0o644, true), (0o602, true)] {
            fs::set_permissions(&path, PermissionsExt::from_mode(mode)).expect("set");
            match read(&path) {
                Ok(found) => {
                    assert!(!is_refused, "{mode:o}");
                    assert_eq!(found["CORRIDOR_SMTP"], "smtps://me:secret@mail.example.org");
                }
                Err(error) => {
                    assert!(is_refused, "{mode:o}: {error}");
                    let message = error.to_string();
                    assert!(message.contains("chmod o-rwx") && !message.contains("secret"));
                }
            }
        }
        fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).expect("set");
        fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o700)).expect("set");
        assert!(read(&path).is_ok(), "nobody else comes into its folder");
    }
}
