//! The chapters on what the State said, promised and filed, on figures, and on what nobody reported.

use std::collections::BTreeSet;

use domain::{
    fields::Vocabulary,
    follow_up::{EntryKind, Target, dossier::reference, head, progress},
};
use register::{
    dossiers::Material,
    following::{Entry, updates},
};

use super::{agreements::name, of_agreement, of_figures};
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
        let evidence = progress::evidence(&updates(&entry.content)).map_or_else(
            || t!(words, "draft-no-evidence"),
            |level| words.label(Vocabulary::EvidenceLevel, level.into()),
        );
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

/// The State's figures on the day, beside the whole register's.
pub fn figures(words: Words, material: &Material) -> Vec<String> {
    let (own, all) = (&material.figures, &material.all);
    let text = t!(
        words,
        "draft-figures",
        date = words.day(material.day),
        agreements = own.agreements,
        applied = own.applied,
        coded = own.coded,
        skills = own.with_skills
    );
    let beside = t!(
        words,
        "draft-figures-all",
        agreements = all.agreements,
        applied = all.applied,
        coded = all.coded,
        skills = all.with_skills
    );
    vec![of_figures(&text, material), of_figures(&beside, material)]
}

/// Applied agreements about which the State has said, promised and reported nothing.
pub fn silence(words: Words, material: &Material) -> Vec<String> {
    let about: BTreeSet<i64> = material
        .entries
        .iter()
        .flat_map(|entry| head(entry.kind, &entry.content).targets)
        .filter_map(|target| match target {
            Target::Agreement(number) => Some(i64::from(number)),
            _ => None,
        })
        .collect();
    let lines: Vec<String> = material
        .agreements
        .iter()
        .filter(|of| of.on_day.is_applied() && !about.contains(&of.id))
        .map(|of| of_agreement(&t!(words, "draft-silent", name = name(words, material, of)), of.id))
        .collect();
    if lines.is_empty() { vec![t!(words, "draft-none-silent")] } else { lines }
}
