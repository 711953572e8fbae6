//! The two files of an import, one after the other. What can't be read in them is an error in words, or a
//! remark beside what is kept as given.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::import::bla;

/// Stands between the two files.
const BETWEEN: &[u8] = b"\n---\n";

fuzz_target!(|files: &[u8]| {
    let at = files.windows(BETWEEN.len()).position(|part| part == BETWEEN);
    let (formation, coding) = match at {
        Some(at) => (&files[..at], &files[at + BETWEEN.len()..]),
        None => (files, files),
    };
    if let Ok(reading) = bla::read(formation, coding) {
        for record in reading.incoming {
            assert!(!record.key.is_empty(), "a record can be found again");
        }
    }
});
