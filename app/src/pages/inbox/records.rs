//! The records of agreements that wait for a State's word.

use leptos::prelude::*;
use register::answering::Waiting;

use crate::{
    components::{pager::before_and_after, results::result},
    words::{Words, t},
};

/// The records, each with what is open in it, and the ways to the pages before and after.
pub fn records(words: Words, waiting: &[Waiting], page: u64, more: bool) -> impl IntoView + use<> {
    let rows: Vec<_> = waiting.iter().map(|waiting| row(words, waiting)).collect();
    let records = if rows.is_empty() {
        view! { <p class="empty">{t!(words, "inbox-no-records")}</p> }.into_any()
    } else {
        view! { <ul class="results">{rows}</ul> }.into_any()
    };
    let pages = before_and_after(words, page, more, |page| format!("/inbox?page={}", page + 1));
    view! {
        <section class="stack">
            <h2>{t!(words, "inbox-records")}</h2>
            <p class="hint">{t!(words, "inbox-records-about")}</p>
            {records} {pages}
        </section>
    }
}

fn row(words: Words, waiting: &Waiting) -> impl IntoView + use<> {
    let changed =
        (waiting.changed > 0).then(|| t!(words, "inbox-changed", count = waiting.changed));
    let open = t!(words, "inbox-sections", count = waiting.sections);
    let to = format!("/agreements/{}#two-sides", waiting.row.id);
    view! {
        {result(words, &waiting.row)}
        <li class="inbox-note">
            <a href=words.href(&to)>{open}</a> " " <span class="small">{changed}</span>
        </li>
    }
}
