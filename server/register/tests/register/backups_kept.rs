//! Which backups are there after one was made, or was not.

use std::{fs, num::NonZeroUsize};

use crate::{
    common::fresh_postgres,
    filled::{clock, open, sqlite},
};
use chrono::TimeDelta;
use register::backup::{KeepingError, back_up};

#[tokio::test(flavor = "multi_thread")]
async fn only_the_newest_whole_backups_are_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = sqlite(folder.path());
    let register = open(&url).await;
    let backups = folder.path().join("backups");
    let clock = clock();
    // Nobody's backups: they are left alone, whatever they are called.
    for other in ["notes", "2020-01-01T00-00-00Z"] {
        fs::create_dir_all(backups.join(other)).expect("a folder");
    }
    let keep = NonZeroUsize::new(2);
    let mut removed = Vec::new();
    for _ in 0..4 {
        removed.extend(back_up(&url, &clock, &backups, keep).await.expect("backed up").removed);
        clock.advance(TimeDelta::hours(1));
    }
    let mut left: Vec<String> = fs::read_dir(&backups)
        .expect("the folder")
        .map(|entry| entry.expect("a name").file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(
        left,
        ["2020-01-01T00-00-00Z", "2026-03-01T11-00-00Z", "2026-03-01T12-00-00Z", "notes"]
    );
    let older = ["2026-03-01T09-00-00Z", "2026-03-01T10-00-00Z"].map(|name| backups.join(name));
    assert_eq!(removed, older);
    register.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_register_there_is_no_backup_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let backups = folder.path().join("backups");
    for url in [sqlite(folder.path()), fresh_postgres().await] {
        let refused = back_up(&url, &clock(), &backups, None).await;
        assert!(matches!(refused, Err(KeepingError::NoRegister)), "{refused:?}");
        assert_eq!(fs::read_dir(&backups).expect("the folder").count(), 0);
    }
}
