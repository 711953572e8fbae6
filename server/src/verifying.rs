//! The command `verify`: tells in words whether the register is as it was written.

use register::{
    Clock, Register,
    verifying::{Counts, Verified},
};

use crate::{commands::Failure, settings::Settings};

/// Verifies the register and prints what was found. It brings no schema to the newest step: it changes
/// nothing.
///
/// # Errors
/// Where anything is broken, so that the command ends with a failure; when the database does not answer
/// or has an older schema.
pub async fn verify(settings: &Settings) -> Result<(), Failure> {
    let register = Register::open(&settings.database_url, Clock::system()).await?;
    if !register.is_ready().await? {
        let says = "the schema is not the newest: run `corridor migrate` first";
        return Err(Failure::Told(says.into()));
    }
    let verified = register.verify().await?;
    print!("{}", report(&verified));
    register.close().await?;
    if verified.faults.is_empty() {
        Ok(())
    } else {
        Err(Failure::Told("the register is not as it was written".into()))
    }
}

fn report(verified: &Verified) -> String {
    let Counts { lines, records, revisions, entries, entry_revisions, said, frozen } =
        verified.counts;
    let mut report = vec![
        format!("Lines in the log of changes:     {lines}"),
        format!("Agreements, and their revisions: {records}, {revisions}"),
        format!("Entries, and their revisions:    {entries}, {entry_revisions}"),
        format!("What parties said of sections:   {said}"),
        format!("Frozen registers:                {frozen}"),
    ];
    if verified.checked_file {
        report.push("The database has checked its own file.".to_owned());
    }
    if verified.faults.is_empty() {
        report.push("All of it is as it was written.".to_owned());
        let end = &verified.end;
        if end.number > 0 {
            report.push(format!("The log ends with line {}, hash {}.", end.number, end.hash));
            report.push(
                "Keep both in another place: they show later that nothing up to this line was \
                 changed or cut off."
                    .to_owned(),
            );
        }
    } else {
        report.push("Broken, the first places:".to_owned());
        report.extend(verified.faults.iter().map(|fault| format!("  {fault}")));
    }
    report.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use domain::audit::{Break, End};
    use register::verifying::Fault;

    use super::*;

    #[test]
    fn the_report_names_the_end_of_the_log_or_the_broken_places() {
        let mut verified = Verified {
            counts: Counts { lines: 3, ..Counts::default() },
            end: End { number: 3, hash: "abc".into() },
            checked_file: true,
            faults: Vec::new(),
        };
        let text = report(&verified);
        assert!(text.contains("All of it is as it was written.\n"), "{text}");
        assert!(text.contains("ends with line 3, hash abc."), "{text}");
        verified.faults.push(Fault::Line { number: 2, how: Break::Altered });
        let text = report(&verified);
        assert!(
            text.ends_with("line 2 of the log: it was changed after it was written\n"),
            "{text}"
        );
        assert!(!text.contains("All of it"), "{text}");
    }
}
