//! The list of records that may mean one agreement.

use leptos::prelude::*;
use register::{
    Error,
    proposing::{CORRIDORS_A_PAGE, Proposal, Proposals},
};

use crate::{
    components::{
        duplicates::{pair_path, reasons},
        pager::before_and_after,
        results::results,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows a page of the proposals.
///
/// # Errors
/// [`Error::NotAllowed`] for who seeks none.
pub async fn list(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.page();
    let found = request.register.duplicates(&request.actor, page).await?;
    let state = request.actor.state().map(str::to_owned);
    let shown = Page::new(t!(words, "duplicates-title"), move || {
        let about = match &state {
            Some(state) => t!(words, "duplicates-about-state", state = words.state(state)),
            None => t!(words, "duplicates-about"),
        };
        view! {
            <h1>{t!(words, "duplicates-title")}</h1>
            <p class="lede">{about}</p>
            {proposals(words, &found)}
            {pages(words, page, found.corridors)}
        }
    });
    Ok(shown.private())
}

fn proposals(words: Words, found: &Proposals) -> AnyView {
    if found.pairs.is_empty() {
        return view! { <p class="empty">{t!(words, "duplicates-none")}</p> }.into_any();
    }
    let pairs = found.pairs.iter().map(|proposal| one_proposal(words, proposal)).collect_view();
    view! { <div class="stack">{pairs}</div> }.into_any()
}

fn one_proposal(words: Words, proposal: &Proposal) -> impl IntoView + use<> {
    let (first, second) = (&proposal.first, &proposal.second);
    let name =
        t!(words, "duplicates-pair", first = first.id.to_string(), second = second.id.to_string());
    let to = words.href(&pair_path(first.id, second.id));
    view! {
        <section class="card">
            <h2>{name.clone()}</h2>
            <p>{reasons(words, &proposal.likeness)}</p>
            {results(words, &[first.clone(), second.clone()])}
            <p>
                <a class="button quiet" href=to>
                    {t!(words, "duplicates-look")} <span class="visually-hidden">": " {name}</span>
                </a>
            </p>
        </section>
    }
}

/// What this page looked at, and the ways to the pages around it.
fn pages(words: Words, page: u64, corridors: u64) -> Option<impl IntoView + use<>> {
    let is_more = (page + 1) * CORRIDORS_A_PAGE < corridors;
    (corridors > 0 && (page > 0 || is_more)).then(|| {
        let looked_at = t!(
            words,
            "duplicates-corridors",
            first = page * CORRIDORS_A_PAGE + 1,
            last = ((page + 1) * CORRIDORS_A_PAGE).min(corridors),
            all = corridors
        );
        view! {
            <p class="hint">{looked_at}</p>
            {before_and_after(words, page, is_more, |page| format!("/duplicates?page={}", page + 1))}
        }
    })
}
