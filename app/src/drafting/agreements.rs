//! The chapters on the State's agreements: which there are and what changed since the Talk, which
//! provisions they hold, social security, skills.

use domain::{
    agreement::{Agreement, Aspect, Branch, Finding},
    checkpoints::talk_day,
    fields::Vocabulary,
    figures::has_skills,
    follow_up::dossier::reference,
    status::Status,
};
use register::dossiers::{Material, OfState};
use strum::VariantArray;

use super::{contests::contests, of_agreement, of_figures};
use crate::words::{Words, t};

/// Its title, or what stands for it, with the other parties.
pub fn name(words: Words, material: &Material, of: &OfState) -> String {
    let title = match of.agreement.title(words.language.code()) {
        "" => t!(words, "no-title"),
        title => title.to_owned(),
    };
    let mut others: Vec<String> = of
        .agreement
        .party_codes()
        .filter(|party| *party != material.state)
        .map(|party| words.state(party))
        .collect();
    words.sort_by_name(&mut others, Clone::clone);
    t!(words, "draft-name", title = title, others = others.join(", "))
}

fn status(words: Words, status: Status) -> String {
    words.text(&format!("status-short-{}", <&str>::from(status)))
}

/// How many there are; then each with its status then and now, what happened since the Talk, and what
/// another party records differently.
pub fn agreements(words: Words, material: &Material) -> Vec<String> {
    let figures = &material.figures;
    let count = t!(
        words,
        "draft-agreements",
        state = words.state(&material.state),
        count = figures.agreements,
        applied = figures.applied,
        date = words.day(material.day)
    );
    let mut lines = vec![of_figures(&count, material)];
    for of in &material.agreements {
        let name = name(words, material, of);
        let now = status(words, of.on_day);
        let text = if of.on_day == of.at_talk {
            t!(words, "draft-agreement", name = name, status = now)
        } else {
            let then = status(words, of.at_talk);
            t!(words, "draft-agreement-changed", name = name, status = now, earlier = then)
        };
        lines.push(of_agreement(&text, of.id));
        lines.extend(since_the_talk(words, of, material));
        lines.extend(contests(words, of));
    }
    lines
}

/// What happened after the Talk and up to the day of the review.
fn since_the_talk(words: Words, of: &OfState, material: &Material) -> Vec<String> {
    let events = of.agreement.life.events.iter().filter_map(|event| {
        let (kind, date) = (event.kind?, event.date?);
        let day = date.last_day();
        (day > talk_day() && day <= material.day).then(|| {
            let what = words.label(Vocabulary::Event, kind.into());
            let text = match &event.party {
                Some(party) => t!(
                    words,
                    "draft-event-of",
                    event = what,
                    date = words.date(date),
                    state = words.state(party)
                ),
                None => t!(words, "draft-event", event = what, date = words.date(date)),
            };
            of_agreement(&text, of.id)
        })
    });
    events.collect()
}

/// Which provisions the coded agreements hold, and which none of them does.
pub fn provisions(words: Words, material: &Material) -> Vec<String> {
    let figures = &material.figures;
    let coded = t!(words, "draft-coded", coded = figures.coded, count = figures.agreements);
    let mut lines = vec![of_figures(&coded, material)];
    if figures.coded == 0 {
        return lines;
    }
    let (found, open): (Vec<_>, Vec<_>) =
        figures.items.iter().partition(|row| row.counts.yes + row.counts.partly > 0);
    for row in found {
        let text = t!(
            words,
            "draft-provision",
            provision = words.label(Vocabulary::Item, &row.what),
            yes = row.counts.yes,
            partly = row.counts.partly,
            coded = row.counts.coded
        );
        lines.push(of_figures(&text, material));
    }
    if !open.is_empty() {
        let open: Vec<String> =
            open.iter().map(|row| words.label(Vocabulary::Item, &row.what)).collect();
        let text = t!(words, "draft-provisions-open", provisions = open.join("; "));
        lines.push(of_figures(&text, material));
    }
    lines
}

/// The State's share beside the register's and the concept note's; then each agreement's cover, and
/// what is open in it.
pub fn social_security(words: Words, material: &Material) -> Vec<String> {
    let own = material.figures.item("social_security");
    let all = material.all.item("social_security");
    let mut lines = Vec::new();
    if let Some(share) = own.share() {
        let text = t!(
            words,
            "draft-social-security-share",
            share = words.percent(share),
            yes = own.yes,
            coded = own.coded
        );
        lines.push(of_figures(&text, material));
    }
    if let Some(share) = all.share() {
        let text = t!(
            words,
            "draft-social-security-beside",
            share = words.percent(share),
            coded = all.coded
        );
        lines.push(of_figures(&text, material));
    }
    let mut open = Vec::new();
    for of in &material.agreements {
        match cover(words, &of.agreement, material) {
            Some(cover) => {
                let name = name(words, material, of);
                lines.push(of_agreement(
                    &t!(words, "draft-cover", name = name, cover = cover),
                    of.id,
                ));
            }
            None => open.push(reference("agreements", of.id)),
        }
    }
    if !open.is_empty() {
        // One line: the same sentence on each of them would hide those that say something.
        let text = t!(words, "draft-cover-open", count = open.len());
        lines.push(format!("{text} {}", open.join(" ")));
    }
    lines
}

/// How an agreement deals with social security; nothing where nobody recorded it.
fn cover(words: Words, agreement: &Agreement, material: &Material) -> Option<String> {
    let social = &agreement.social_security;
    let mode = match social.mode {
        Some(mode) => words.label(Vocabulary::SocialSecurityMode, mode.into()),
        None => match agreement.provisions.finding_at("social_security", material.day) {
            Some(Finding::Yes | Finding::Partly) => t!(words, "draft-cover-found"),
            Some(Finding::No) => t!(words, "draft-cover-none"),
            Some(Finding::CannotTell) | None => return None,
        },
    };
    let holds = |branch: Branch| {
        social.branch(branch).is_some_and(|cover| {
            Aspect::VARIANTS
                .iter()
                .any(|aspect| matches!(cover.aspect(*aspect), Some(Finding::Yes | Finding::Partly)))
        })
    };
    let branches: Vec<String> = Branch::VARIANTS
        .iter()
        .copied()
        .filter(|branch| holds(*branch))
        .map(|branch| words.label(Vocabulary::Branch, branch.into()))
        .collect();
    Some(if branches.is_empty() {
        mode
    } else {
        t!(words, "draft-cover-branches", mode = mode, branches = branches.join(", "))
    })
}

/// Skills mobility partnerships and what else has a skills block.
pub fn skills(words: Words, material: &Material) -> Vec<String> {
    let partnerships: Vec<&OfState> =
        material.agreements.iter().filter(|of| has_skills(&of.agreement)).collect();
    let text = t!(words, "draft-skills", count = partnerships.len());
    let mut lines = vec![of_figures(&text, material)];
    for of in partnerships {
        let model = of.agreement.skills.model.map_or_else(
            || t!(words, "draft-skills-no-model"),
            |model| words.label(Vocabulary::SkillsModel, model.into()),
        );
        let text = t!(
            words,
            "draft-skills-one",
            name = name(words, material, of),
            model = model,
            status = status(words, of.on_day)
        );
        lines.push(of_agreement(&text, of.id));
    }
    lines
}
