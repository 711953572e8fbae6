//! What is due for one's State, or for the Network.

use domain::deadlines::{Nearness, SOON_DAYS};
use leptos::prelude::*;
use register::{Error, due::Due};
use strum::VariantArray;

use crate::{
    components::{deadlines::due_list, layout::breadcrumbs, pager::before_and_after},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows a page of the list.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.parameter("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1);
    let page = page.clamp(1, 4000) - 1;
    let (due, more) = request.register.deadlines(&request.actor, page).await?;
    let today = request.register.clock().today();
    let about = match request.actor.state() {
        Some(state) => t!(words, "deadlines-about-state", state = words.state(state)),
        None => t!(words, "deadlines-about-network"),
    };
    let shown = Page::new(t!(words, "deadlines-title"), move || {
        let groups = Nearness::VARIANTS
            .iter()
            .filter_map(|nearness| {
                let of: Vec<Due> =
                    due.iter().filter(|due| due.nearness == *nearness).cloned().collect();
                (!of.is_empty()).then(|| {
                    view! {
                        <section class="stack">
                            <h2>{heading(words, *nearness)}</h2>
                            {due_list(words, &of, today)}
                        </section>
                    }
                })
            })
            .collect_view();
        let none =
            due.is_empty().then(|| view! { <p class="empty">{t!(words, "deadlines-none")}</p> });
        view! {
            {breadcrumbs(words, vec![("/account".to_owned(), t!(words, "account"))], t!(words, "deadlines-title"))}
            <h1>{t!(words, "deadlines-title")}</h1>
            <p class="lede">{about}</p>
            {groups} {none}
            {before_and_after(words, page as u64, more, |page| format!("/deadlines?page={}", page + 1))}
            <p class="small">
                {t!(words, "deadlines-how")} " "
                <a href=words.href("/account#calendar")>{t!(words, "deadlines-to-calendar")}</a>
            </p>
        }
    });
    Ok(shown.private())
}

fn heading(words: Words, nearness: Nearness) -> String {
    match nearness {
        Nearness::Open => t!(words, "deadlines-open"),
        Nearness::Soon => t!(words, "deadlines-soon", count = SOON_DAYS),
        Nearness::Later => t!(words, "deadlines-later"),
    }
}
