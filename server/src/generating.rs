//! `corridor seed --scale`: a register like the real one at any size, for measuring.

use std::io::{self, IsTerminal, Write};

use register::{Register, generating::DATASET_SIZE};

use crate::commands::Failure;

/// The same records every time: measurements of two days are of one register.
const SEED: u64 = 20_231_012;

/// Fills the register with `scale` times as many made-up agreements as the published dataset has.
///
/// # Errors
/// When the register holds accounts or other records, or the database refuses.
pub async fn generate(register: &Register, scale: u32) -> Result<(), Failure> {
    println!(
        "What follows is made up for measuring: the agreements say nothing about any State. \
         Their titles begin with \"Generated:\"."
    );
    let is_watched = io::stderr().is_terminal();
    let wanted = u64::from(scale) * DATASET_SIZE;
    let generated = register
        .generate(wanted, SEED, |done, all| {
            if is_watched {
                eprint!("\r{done} of {all} records");
                let _ = io::stderr().flush();
            }
        })
        .await?;
    if is_watched {
        eprintln!();
    }
    println!("Generated: {} records new, {} already there.", generated.new, generated.known);
    Ok(())
}
