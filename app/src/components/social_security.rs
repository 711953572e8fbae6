//! The matrix of nine branches by three aspects, and what a separate agreement covers.

use domain::{
    agreement::{Agreement, Aspect, Branch, Finding, SocialSecurityMode},
    fields::Vocabulary,
};
use leptos::prelude::*;
use register::reading::Linked;
use strum::VariantArray;

use super::findings::finding_cell;
use crate::words::{Words, t};

/// The separate social security agreements that cover the workers of this one.
pub fn separate<'a>(agreement: &Agreement, links: &'a [Linked]) -> Vec<&'a Linked> {
    links
        .iter()
        .filter(|link| {
            domain::social_security::covers(
                agreement,
                &link.agreement,
                link.relation,
                link.incoming,
            )
        })
        .collect()
}

/// The matrix. What the text leaves open and a separate agreement gives is told apart from a gap.
///
/// Nothing where no branch was looked at and no separate agreement is there: 27 cells that say "not
/// coded" would say less than the sentence above them.
pub fn matrix(
    words: Words,
    agreement: &Agreement,
    links: &[Linked],
) -> Option<impl IntoView + use<>> {
    let separate = separate(agreement, links);
    if agreement.social_security.branches.is_empty() && separate.is_empty() {
        return None;
    }
    let head = Aspect::VARIANTS
        .iter()
        .map(|aspect| view! { <th scope="col">{words.text(&format!("aspect-{}", <&str>::from(*aspect)))}</th> })
        .collect_view();
    let rows = Branch::VARIANTS
        .iter()
        .map(|branch| {
            let own = agreement.social_security.branch(*branch);
            let cells = Aspect::VARIANTS
                .iter()
                .map(|aspect| {
                    let finding = own.and_then(|cover| cover.aspect(*aspect));
                    let article = own.and_then(|cover| cover.article.as_deref());
                    let elsewhere = separate.iter().any(|link| {
                        let cover = link.agreement.social_security.branch(*branch);
                        matches!(cover.and_then(|cover| cover.aspect(*aspect)), Some(Finding::Yes | Finding::Partly))
                    });
                    let open = !matches!(finding, Some(Finding::Yes | Finding::Partly));
                    let cell = if open && elsewhere {
                        view! { <span class="cell" data-finding="elsewhere">{t!(words, "by-separate-agreement")}</span> }
                            .into_any()
                    } else {
                        finding_cell(words, finding, article).into_any()
                    };
                    view! { <td>{cell}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{words.label(Vocabulary::Branch, (*branch).into())}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    Some(view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "social-security")>
            <table class="matrix">
                <caption>{t!(words, "matrix-caption")}</caption>
                <thead><tr><td></td>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}

/// How it deals with social security, in a sentence: a gap, a gap that a separate agreement fills,
/// or what the text gives.
pub fn in_words(
    words: Words,
    agreement: &Agreement,
    links: &[Linked],
    today: chrono::NaiveDate,
) -> String {
    let separate = separate(agreement, links);
    let mode = agreement.social_security.mode;
    match mode {
        Some(SocialSecurityMode::Silent) if !separate.is_empty() => t!(words, "silent-but-covered"),
        Some(SocialSecurityMode::Silent) => t!(words, "silent-gap"),
        None if !separate.is_empty() => t!(words, "not-coded-but-linked"),
        Some(mode) => words.label(Vocabulary::SocialSecurityMode, mode.into()),
        None => match agreement.provisions.finding_at("social_security", today) {
            Some(Finding::Yes | Finding::Partly) => t!(words, "social-security-found"),
            Some(Finding::No) => t!(words, "social-security-none-found"),
            Some(Finding::CannotTell) | None => t!(words, "social-security-not-recorded"),
        },
    }
}
