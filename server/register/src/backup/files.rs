//! Files that have reached the disk, and their hashes.

use std::{fs::File, io::Read, path::Path};

use sha2::{Digest, Sha256};

use super::{KeepingError, error::on};
use crate::tokens::hexadecimal;

/// Waits until a file is on the disk.
pub fn sync(file: &Path) -> Result<(), KeepingError> {
    File::open(file).and_then(|opened| opened.sync_all()).map_err(on(file))
}

/// Waits until the names in a folder are on the disk, where the system knows of that.
pub fn sync_folder(folder: &Path) -> Result<(), KeepingError> {
    if cfg!(unix) { sync(folder) } else { Ok(()) }
}

/// How many bytes a file has, and their SHA-256 in hexadecimal.
pub fn size_and_hash(file: &Path) -> Result<(u64, String), KeepingError> {
    let mut opened = File::open(file).map_err(on(file))?;
    let (mut size, mut digest) = (0, Sha256::new());
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = opened.read(&mut buffer).map_err(on(file))?;
        if read == 0 {
            return Ok((size, hexadecimal(&digest.finalize())));
        }
        digest.update(&buffer[..read]);
        size += read as u64;
    }
}
