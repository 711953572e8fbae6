//! The ways from one page of a list to the others.

use domain::search::{LAST_PAGE, PAGE_SIZE, Query};
use leptos::prelude::*;

use crate::words::{Words, t};

/// Ways to the pages before and after this one, which is counted from 0; nothing where there is one page.
/// `at` is the address of a page on the site, without the language.
pub fn before_and_after(
    words: Words,
    page: u64,
    more: bool,
    at: impl Fn(u64) -> String,
) -> Option<AnyView> {
    let link = |page: u64, label: String| {
        let to = words.href(&at(page));
        view! { <a class="button quiet" href=to>{label}</a> }
    };
    let earlier = (page > 0).then(|| link(page - 1, t!(words, "page-previous")));
    let later = more.then(|| link(page + 1, t!(words, "page-next")));
    (page > 0 || more)
        .then(|| view! { <div class="form-actions">{earlier} {later}</div> }.into_any())
}

/// The pages of the register by their numbers; nothing where there is one page.
pub fn pager(words: Words, query: &Query, total: u64) -> Option<impl IntoView + use<>> {
    let pages = total.div_ceil(PAGE_SIZE).min(LAST_PAGE);
    if pages <= 1 {
        return None;
    }
    let here = query.page.min(pages - 1);
    let mut numbers = vec![0, pages - 1];
    numbers.extend(here.saturating_sub(2)..=(here + 2).min(pages - 1));
    numbers.sort_unstable();
    numbers.dedup();
    let address = |page: u64| {
        let query = Query { page, ..query.clone() };
        format!("{}?{}", words.href("/agreements"), query.to_address())
    };
    let mut last = None;
    let links = numbers
        .into_iter()
        .map(|page| {
            let gap = last.is_some_and(|last| page > last + 1);
            last = Some(page);
            view! {
                {gap.then(|| view! { <span class="gap">"…"</span> })}
                <a
                    href=address(page)
                    aria-current=(page == here).then_some("page")
                    aria-label=t!(words, "page-number", page = page + 1)
                >
                    {words.number(page + 1)}
                </a>
            }
        })
        .collect_view();
    let earlier = (here > 0)
        .then(|| view! { <a href=address(here - 1) rel="prev">{t!(words, "page-previous")}</a> });
    let later = (here + 1 < pages)
        .then(|| view! { <a href=address(here + 1) rel="next">{t!(words, "page-next")}</a> });
    Some(view! { <nav class="pager" aria-label=t!(words, "pages")>{earlier} {links} {later}</nav> })
}
