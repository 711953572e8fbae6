//! Records that may mean one agreement, and those that were merged. Both sides stand in neutral words;
//! the register picks none.

use domain::{
    Agreement,
    changes::{Change, section_changes},
    duplicates::Likeness,
    fields::{SectionCode, write},
};
use leptos::prelude::*;
use register::{
    merging::{Merge, Merged},
    proposing::Candidate,
    reading::Record,
};
use strum::VariantArray;

use super::{agreement::sources, two_sides::both};
use crate::words::{Words, t};

/// What speaks for two records being one, in words.
pub fn reasons(words: Words, likeness: &Likeness) -> String {
    let reasons = likeness.reasons.iter();
    let told: Vec<String> = reasons
        .map(|reason| words.text(&format!("duplicate-reason-{}", <&str>::from(*reason))))
        .collect();
    told.join("; ")
}

/// The address of the page of two records side by side.
pub fn pair_path(one: i64, other: i64) -> String {
    format!("/duplicates/{}/{}", one.min(other), one.max(other))
}

/// "Record 7, recorded by Azerbaijan": what a record says, and who says it.
pub fn side(words: Words, id: i64, recorded_by: Option<&str>) -> String {
    let id = id.to_string();
    match recorded_by {
        Some(state) => t!(words, "duplicate-side-state", id = id, state = words.state(state)),
        None => t!(words, "duplicate-side-source", id = id),
    }
}

/// Says quietly that there may be another record of the same agreement.
pub fn notice(words: Words, id: i64, candidates: &[Candidate]) -> Option<impl IntoView + use<>> {
    (!candidates.is_empty()).then(|| {
        let candidates = candidates
            .iter()
            .map(|candidate| {
                let number = t!(words, "record-number", id = candidate.id.to_string());
                let title = if candidate.title.is_empty() {
                    t!(words, "no-title")
                } else {
                    candidate.title.clone()
                };
                view! {
                    <li>
                        <a href=words.href(&pair_path(id, candidate.id))>{number} ": " {title}</a>
                        " – " <span class="small">{reasons(words, &candidate.likeness)}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <div class="notice" id="possible-duplicates">
                <p><strong>{t!(words, "duplicate-possibly")}</strong></p>
                <ul>{candidates}</ul>
            </div>
        }
    })
}

/// Everything that two records say differently, section by section.
pub fn differences(one: &Agreement, other: &Agreement) -> Vec<(SectionCode, Vec<Change>)> {
    SectionCode::VARIANTS
        .iter()
        .map(|section| {
            let form = section.form();
            let text = |agreement: &Agreement| write(form, &agreement.section(*section));
            (*section, section_changes(form, &text(one), &text(other)))
        })
        .filter(|(_, changes)| !changes.is_empty())
        .collect()
}

/// The sections in which two records differ, each with both versions.
pub fn all_differences(
    words: Words,
    differences: Vec<(SectionCode, Vec<Change>)>,
    ours: &str,
    theirs: &str,
) -> impl IntoView + use<> {
    differences
        .into_iter()
        .map(|(section, changes)| {
            let name = words.text(&format!("section-{}", section.code()));
            view! {
                <p><strong>{name.clone()}</strong></p>
                {both(words, changes, ours.to_owned(), theirs.to_owned(), name)}
            }
        })
        .collect_view()
}

/// Who else recorded the agreement, from where, and what they record differently; for the page of the
/// record that was kept.
pub fn also_recorded(
    words: Words,
    record: &Record,
    merged: &[Merged],
) -> Option<impl IntoView + use<>> {
    (!merged.is_empty()).then(|| {
        let own = side(words, record.id, record.recorded_by.as_deref());
        let others = merged.iter().map(|merged| one_merged(words, record, merged)).collect_view();
        view! {
            <section class="card" id="also-recorded">
                <h2>{t!(words, "duplicate-also-recorded")}</h2>
                <p class="hint">{t!(words, "duplicate-also-recorded-about")}</p>
                <h3>{own}</h3>
                {sources(words, &record.agreement)}
                {others}
            </section>
        }
    })
}

fn one_merged(words: Words, record: &Record, merged: &Merged) -> impl IntoView + use<> {
    let ours = side(words, record.id, record.recorded_by.as_deref());
    let theirs = side(words, merged.id, merged.recorded_by.as_deref());
    let differing = differences(&record.agreement, &merged.agreement);
    let count = differing.len();
    let differing = if differing.is_empty() {
        view! { <p class="small">{t!(words, "duplicate-no-differences")}</p> }.into_any()
    } else {
        view! {
            <details>
                <summary>{t!(words, "duplicate-differences", count = count)}</summary>
                {all_differences(words, differing, &ours, &theirs)}
            </details>
        }
        .into_any()
    };
    let history = words.href(&format!("/agreements/{}/history", merged.id));
    let undo = merged.may_undo.then(|| {
        let to = words.href(&pair_path(record.id, merged.id));
        view! { <a href=to>{t!(words, "duplicate-take-apart")}</a> }
    });
    view! {
        <h3>{theirs}</h3>
        {sources(words, &merged.agreement)}
        {told(words, &merged.merge)}
        {differing}
        <p class="cluster small">
            <a href=history>{t!(words, "duplicate-own-history", id = merged.id.to_string())}</a>
            {undo}
        </p>
    }
}

/// Who merged two records, when and why; and who undid it.
pub fn told(words: Words, merge: &Merge) -> impl IntoView + use<> {
    let done = t!(
        words,
        "duplicate-merged-by",
        merged = merge.merged.to_string(),
        kept = merge.kept.to_string(),
        author = words.author(&merge.author),
        date = words.day(merge.at.date_naive())
    );
    let reason = t!(words, "side-reason", reason = merge.reason.clone());
    let undone = merge.undone.as_ref().map(|(at, by)| {
        let undone = t!(
            words,
            "duplicate-undone-by",
            author = words.author(by),
            date = words.day(at.date_naive())
        );
        view! { " " {undone} }
    });
    view! { <p class="small">{done} {undone} " " {reason}</p> }
}

/// The merges that a record had a part in, for its history.
pub fn merge_history(
    words: Words,
    record: &Record,
    merges: &[Merge],
) -> Option<impl IntoView + use<>> {
    let kept = record.merged_into.map(|kept| {
        let to = words.href(&format!("/agreements/{kept}"));
        view! {
            <p>
                {t!(words, "duplicate-stands-for")} " "
                <a href=to>{t!(words, "record-number", id = kept.to_string())}</a>
            </p>
        }
    });
    (!merges.is_empty()).then(|| {
        let merges = merges.iter().map(|merge| told(words, merge)).collect_view();
        view! {
            <section class="card" id="merges">
                <h2>{t!(words, "duplicate-merges")}</h2>
                {kept}
                {merges}
            </section>
        }
    })
}
