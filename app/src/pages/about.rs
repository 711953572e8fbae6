//! What the register is, how it counts, and what it does not know.

use leptos::prelude::*;

use crate::{page::Page, request::Request, words::t};

/// Shows the page.
pub fn show(request: &Request) -> Page {
    let words = request.words;
    Page::new(t!(words, "nav-about"), move || {
        view! {
            <h1>{t!(words, "nav-about")}</h1>
            <p class="lede">{t!(words, "home-lede")}</p>
            <section class="card">
                <h2>{t!(words, "about-counts")}</h2>
                <p>{t!(words, "about-counts-text")}</p>
                <p>{t!(words, "about-dates-text")}</p>
                <p>{t!(words, "about-status-text")}</p>
            </section>
            <section class="card">
                <h2>{t!(words, "about-sources")}</h2>
                <p>{t!(words, "about-sources-text")}</p>
                <p>{t!(words, "about-dataset-text")}</p>
                <p>{t!(words, "about-names-text")}</p>
            </section>
            <section class="card">
                <h2>{t!(words, "about-not-known")}</h2>
                <p>{t!(words, "about-not-known-text")}</p>
            </section>
        }
    })
}
