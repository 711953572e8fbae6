//! The way in: what the register holds, and where to go.

use domain::{
    checkpoints,
    coverage::By,
    follow_up::{EntryKind, meeting::Bilingual, review::Review},
    search::Query,
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};

use crate::{
    components::bars::{Bar, bars},
    page::Page,
    pages::follow_up::review::when,
    request::Request,
    words::{Words, t},
};

/// Shows the page.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let coverage = request.register.coverage(&Query::default(), By::Item).await?;
    let social =
        coverage.rows.iter().find(|row| row.what == "social_security").map(|row| row.counts);
    let social = social.unwrap_or_default();
    let reviews = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
    let reviews = request.register.entries_of(&request.actor, &reviews).await?;
    let total = coverage.total;
    Ok(Page::new(t!(words, "home-title"), move || {
        view! {
            <h1>{t!(words, "home-heading")}</h1>
            <p class="lede">{t!(words, "home-lede")}</p>
            <form class="search-bar" role="search" action=words.href("/agreements")>
                <label class="visually-hidden" for="q">{t!(words, "search-label")}</label>
                <input id="q" type="search" name="q" placeholder=t!(words, "search-placeholder") />
                <button class="button">{t!(words, "search")}</button>
            </form>
            <div class="stat-row">
                <a class="stat" href=words.href("/agreements")>
                    <span class="stat-number">{words.number(total)}</span>
                    <span>{t!(words, "stat-agreements", count = total)}</span>
                </a>
                <a class="stat" href=words.href("/agreements?coded=1")>
                    <span class="stat-number">{words.number(coverage.coded)}</span>
                    <span>{t!(words, "stat-coded", count = coverage.coded)}</span>
                </a>
            </div>
            <section class="card">
                <h2>{t!(words, "social-security-share")}</h2>
                {social_security_bars(words, t!(words, "all-in-register"), social.yes, social.partly, social.coded)}
                <p class="small"><a href=words.href("/coverage")>{t!(words, "see-all-provisions")}</a></p>
            </section>
            <section class="card">
                <h2>{t!(words, "since-the-talk")}</h2>
                <p>{t!(words, "since-the-talk-about", date = words.day(checkpoints::talk_day()))}</p>
                <ul>
                    <li><a href=words.href("/compare?from=gcm-talk-baku-2023&to=rr-ece-2024&commission=ECE")>{t!(words, "compare-ece")}</a></li>
                    <li><a href=words.href("/compare?from=gcm-talk-baku-2023&to=rr-escap-2025&commission=ESCAP")>{t!(words, "compare-escap")}</a></li>
                </ul>
            </section>
            {to_the_reviews(words, &reviews)}
        }
    }))
}

/// The way from the Talk to the reviews that came after it and to the forum, each with its dates.
fn to_the_reviews(words: Words, reviews: &[Entry]) -> Option<impl IntoView + use<>> {
    let talk = checkpoints::talk_day();
    let mut after: Vec<(&Entry, Review)> = reviews
        .iter()
        .map(|entry| (entry, entry.content::<Review>()))
        .filter(|(_, review)| review.review.from.is_some_and(|from| from.first_day() > talk))
        .collect();
    after.sort_by_key(|(_, review)| review.review.from);
    (!after.is_empty()).then(|| {
        let rows = after
            .iter()
            .map(|(entry, review)| {
                let name = review.review.in_language(words.language.code()).to_owned();
                step(words, when(words, &review.review), &entry.path(), name)
            })
            .collect_view();
        let first = t!(words, "home-the-talk");
        view! {
            <section class="card" id="to-the-reviews">
                <h2>{t!(words, "home-to-the-reviews")}</h2>
                <p>{t!(words, "home-to-the-reviews-about")}</p>
                <dl class="facts">
                    {step(words, Some(words.day(talk)), &format!("/meetings/{}", checkpoints::TALK), first)}
                    {rows}
                </dl>
                <p class="small"><a href=words.href("/reviews")>{t!(words, "home-all-reviews")}</a></p>
            </section>
        }
    })
}

fn step(words: Words, date: Option<String>, path: &str, name: String) -> impl IntoView + use<> {
    view! { <dt>{date}</dt> <dd><a href=words.href(path)>{name}</a></dd> }
}

/// The concept note's share beside our own.
pub fn social_security_bars(
    words: Words,
    selection: String,
    yes: u64,
    partly: u64,
    coded: u64,
) -> AnyView {
    let reference = Bar {
        label: t!(words, "concept-note").into_any(),
        full: 30.0,
        partly: 0.0,
        is_reference: true,
        value: t!(words, "concept-note-value").into_any(),
    };
    if coded == 0 {
        return view! { {bars(vec![reference])} <p class="small">{t!(words, "none-coded-here")}</p> }.into_any();
    }
    let share = percent(yes, coded);
    let own = Bar {
        label: selection.into_any(),
        full: share,
        partly: percent(partly, coded),
        is_reference: false,
        value: t!(words, "share-of-coded", share = words.percent(share), coded = coded).into_any(),
    };
    bars(vec![reference, own]).into_any()
}

/// A part of a whole in percent.
#[expect(clippy::cast_precision_loss, reason = "counts of agreements are far below 2^52")]
pub fn percent(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}
