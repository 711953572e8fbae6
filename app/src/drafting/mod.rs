//! A dossier's chapters as the register tells them: a line for each fact, and at its end the record
//! that it came from.

mod agreements;
mod contests;
mod figures;
mod follow_up;
mod objectives;
mod silence;

use std::collections::BTreeMap;

use domain::follow_up::dossier::{Chapter, Drafted, FROZEN, reference};
use register::dossiers::Material;
use strum::VariantArray;

use crate::words::Words;

/// Drafts every chapter that the register can draft, in the language of `words`.
pub fn draft(words: Words, material: &Material) -> Drafted {
    let chapters: BTreeMap<String, String> = Chapter::VARIANTS
        .iter()
        .filter(|chapter| chapter.is_drafted())
        .map(|chapter| (chapter.code().to_owned(), lines(words, material, *chapter).join("\n")))
        .collect();
    Drafted {
        language: words.language.code().to_owned(),
        on: material.review.today,
        frozen: material.frozen,
        chapters,
    }
}

fn lines(words: Words, material: &Material, chapter: Chapter) -> Vec<String> {
    match chapter {
        Chapter::Consultation | Chapter::Challenges | Chapter::NextSteps => Vec::new(),
        Chapter::AgreementsAndChanges => agreements::agreements(words, material),
        Chapter::ProvisionsFound => agreements::provisions(words, material),
        Chapter::SocialSecurityCover => agreements::social_security(words, material),
        Chapter::SkillsPartnerships => agreements::skills(words, material),
        Chapter::CommitmentsAndPledges => follow_up::commitments(words, material),
        Chapter::PracticesShared => follow_up::practices(words, material),
        Chapter::Figures => figures::figures(words, material),
        Chapter::ByObjective => objectives::by_objective(words, material),
        Chapter::NothingReported => silence::silence(words, material),
    }
}

/// A line with the record that it came from.
fn of_agreement(text: &str, id: i64) -> String {
    format!("{text} {}", reference("agreements", id))
}

/// A line whose numbers come from the frozen register.
fn of_figures(text: &str, material: &Material) -> String {
    format!("{text} {}", reference(FROZEN, material.frozen))
}
