//! The chapter by objective and round table: which records of the State bear on which.

use domain::{
    fields::Vocabulary,
    follow_up::{Target, dossier::reference, head, review::objectives_of},
};
use register::dossiers::Material;

use crate::words::{Words, t};

/// For each round table (A/RES/73/326) a line for each of its objectives on which there is a record,
/// and one line with those on which there is none.
pub fn by_objective(words: Words, material: &Material) -> Vec<String> {
    let mut lines = Vec::new();
    for round_table in 1..=4u32 {
        let code = round_table.to_string();
        lines.push(t!(
            words,
            "draft-round-table",
            number = round_table,
            title = words.label(Vocabulary::RoundTable, &code)
        ));
        let mut open = Vec::new();
        for objective in objectives_of(round_table) {
            let code = objective.number.to_string();
            let records = records(material, &code);
            let name = words.label(Vocabulary::Objective, &code);
            if records.is_empty() {
                open.push(name);
            } else {
                let count = records.len();
                let text = t!(words, "draft-objective", objective = name, count = count);
                lines.push(format!("{text} {}", records.join(" ")));
            }
        }
        if !open.is_empty() {
            lines.push(t!(words, "draft-objectives-open", objectives = open.join("; ")));
        }
    }
    lines
}

/// The records that name this objective, as references.
fn records(material: &Material, objective: &str) -> Vec<String> {
    let agreements = material
        .agreements
        .iter()
        .filter(|of| of.agreement.objectives.gcm.iter().any(|code| code == objective))
        .map(|of| reference("agreements", of.id));
    let entries = material
        .entries
        .iter()
        .filter(|entry| {
            head(entry.kind, &entry.content)
                .targets
                .contains(&Target::Objective(objective.to_owned()))
        })
        .map(|entry| reference(entry.kind.path(), entry.id));
    agreements.chain(entries).collect()
}
