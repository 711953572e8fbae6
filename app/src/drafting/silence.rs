//! The chapter on what nobody reported: applied agreements of which nothing was heard since the Talk,
//! and joint committees of which no meeting is recorded. Silence is shown as silence.

use std::collections::HashSet;

use domain::{
    agreement::Finding, checkpoints::talk_day, deadlines::JOINT_COMMITTEE,
    follow_up::agreement_report::last_meeting, hearing::heard_since,
};
use register::dossiers::{Material, OfState};

use super::{agreements::name, of_agreement};
use crate::words::{Words, t};

/// A line for each applied agreement of which nobody spoke since the Talk, with when anybody last did;
/// then one for each that has a joint committee of which no meeting is recorded.
pub fn silence(words: Words, material: &Material) -> Vec<String> {
    let applied = || material.agreements.iter().filter(|of| of.on_day.is_applied());
    let mut lines: Vec<String> = applied()
        .filter(|of| !heard_since(of.heard, Some(talk_day())))
        .map(|of| {
            let name = name(words, material, of);
            let text = match of.heard {
                Some(day) => t!(words, "draft-unheard", name = name, date = words.day(day)),
                None => t!(words, "draft-never-heard", name = name),
            };
            of_agreement(&text, of.id)
        })
        .collect();
    if lines.is_empty() {
        lines.push(t!(words, "draft-all-heard"));
    }
    let met: HashSet<i64> = material
        .reports
        .iter()
        .filter(|on| last_meeting([&on.report], material.review.today).is_some())
        .map(|on| on.agreement)
        .collect();
    lines.extend(applied().filter(|of| has_committee(of, material) && !met.contains(&of.id)).map(
        |of| {
            let name = name(words, material, of);
            of_agreement(&t!(words, "draft-committee-unheard", name = name), of.id)
        },
    ));
    lines
}

/// Whether its text gives a joint committee on the day.
fn has_committee(of: &OfState, material: &Material) -> bool {
    let finding = of.agreement.provisions.finding_at(JOINT_COMMITTEE, material.day);
    matches!(finding, Some(Finding::Yes | Finding::Partly))
}
