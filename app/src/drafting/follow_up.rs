//! The chapters on what the State said, promised and filed.

use domain::{
    fields::Vocabulary,
    follow_up::{EntryKind, dossier::reference, progress},
};
use register::{
    dossiers::Material,
    following::{Entry, updates},
};

use crate::words::{Words, t};

fn of_kind<'a>(
    material: &'a Material,
    kinds: &'a [EntryKind],
) -> impl Iterator<Item = &'a Entry> + 'a {
    material.entries.iter().filter(|entry| kinds.contains(&entry.kind))
}

fn line(text: &str, entry: &Entry) -> String {
    format!("{text} {}", reference(entry.kind.path(), entry.id))
}

/// Statements, then commitments and pledges with where they stand and what backs them.
pub fn commitments(words: Words, material: &Material) -> Vec<String> {
    let said = of_kind(material, &[EntryKind::Statement]).map(|entry| {
        let number = entry.question.unwrap_or(0);
        line(&t!(words, "draft-statement", number = number, text = entry.title.clone()), entry)
    });
    let promised = of_kind(material, &[EntryKind::Commitment, EntryKind::Pledge]).map(|entry| {
        let status = entry.status.map_or_else(
            || t!(words, "commitment-no-status"),
            |status| words.label(Vocabulary::ProgressStatus, status.into()),
        );
        let evidence = evidence(words, &updates(&entry.content));
        let due = entry.due.map_or_else(|| t!(words, "draft-no-due"), |due| words.date(due));
        let text = t!(
            words,
            "draft-commitment",
            kind = words.text(&format!("entry-kind-{}", entry.kind.code())),
            text = entry.title.clone(),
            status = status,
            due = due,
            evidence = evidence
        );
        line(&text, entry)
    });
    let lines: Vec<String> = said.chain(promised).collect();
    if lines.is_empty() { vec![t!(words, "draft-no-commitments")] } else { lines }
}

/// What backs it, with where that is.
fn evidence(words: Words, updates: &[progress::Update]) -> String {
    let backed_by = progress::backed_by(updates);
    let Some((level, report)) = backed_by.and_then(|report| Some((report.evidence?, report)))
    else {
        return t!(words, "draft-no-evidence");
    };
    let level = words.label(Vocabulary::EvidenceLevel, level.into());
    match &report.address {
        Some(address) => {
            t!(words, "draft-evidence-at", evidence = level, address = address.clone())
        }
        None => level,
    }
}

/// Practices that the State filed with the Network.
pub fn practices(words: Words, material: &Material) -> Vec<String> {
    let lines: Vec<String> = of_kind(material, &[EntryKind::Practice])
        .map(|entry| {
            let stage = words.label(Vocabulary::PracticeStage, entry.stage.into());
            line(&t!(words, "draft-practice", title = entry.title.clone(), stage = stage), entry)
        })
        .collect();
    if lines.is_empty() { vec![t!(words, "draft-no-practices")] } else { lines }
}
