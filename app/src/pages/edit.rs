//! The task list of a record: its sections, what each lacks, and publishing.

use domain::policy::Verb;
use domain::{
    completeness::{Doubt, Gap, doubts, gaps},
    fields::{SectionCode, Vocabulary},
};
use leptos::prelude::*;
use register::{Error, reading::Record};
use strum::VariantArray;

use super::agreement::title;
use crate::{
    components::layout::breadcrumbs,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the task list; `saved` is the section that was just saved.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let record = request.register.agreement(&request.actor, id).await?;
    if !record.may(Verb::Edit) {
        return Err(Error::NotAllowed);
    }
    let saved = request.parameter("saved");
    let heading = format!("{}: {}", t!(words, "edit-record"), title(words, &record));
    Ok(Page::new(heading, move || whole(words, &record, saved.as_deref())).private())
}

fn whole(words: Words, record: &Record, saved: Option<&str>) -> impl IntoView + use<> {
    let here = format!("/agreements/{}", record.id);
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (here.clone(), title(words, record)),
    ];
    let missing = gaps(&record.agreement);
    let doubts = doubts(&record.agreement, record.today);
    let tasks = SectionCode::VARIANTS
        .iter()
        .map(|section| task(words, record, *section, &missing, &doubts))
        .collect_view();
    let saved = saved.and_then(|saved| match saved {
        "published" => Some(t!(words, "was-published")),
        "withdrawn" => Some(t!(words, "was-withdrawn")),
        "asked" => Some(t!(words, "second-person-asked")),
        "shared" => Some(t!(words, "was-shared")),
        "taken-out" => Some(t!(words, "was-taken-out")),
        section => section.parse::<SectionCode>().ok().map(|section| {
            t!(words, "was-saved", section = words.text(&format!("section-{}", section.code())))
        }),
    });
    let saved = saved
        .map(|saved| view! { <div class="notice" data-tone="success" role="status">{saved}</div> });
    let take_over = record.recorded_by.is_none().then(
        || view! { <div class="notice" data-tone="info">{t!(words, "take-over-notice")}</div> },
    );
    view! {
        {breadcrumbs(words, steps, t!(words, "edit-record"))}
        <h1>{title(words, record)}</h1>
        {saved} {take_over}
        <section class="card">
            <h2>{t!(words, "sections")}</h2>
            <p class="hint">{t!(words, "sections-about")}</p>
            <ul class="task-list">{tasks}</ul>
        </section>
        {publishing(words, record, &missing)}
    }
}

fn task(
    words: Words,
    record: &Record,
    section: SectionCode,
    missing: &[Gap],
    doubts: &[Doubt],
) -> impl IntoView + use<> {
    let doubted: Vec<String> = doubts
        .iter()
        .filter(|doubt| doubt.section() == section)
        .map(|doubt| words.text(&format!("doubt-{}", <&str>::from(*doubt))))
        .collect();
    let of_section: Vec<Gap> =
        missing.iter().copied().filter(|gap| gap.section() == section).collect();
    let is_needed = of_section.iter().any(|gap| gap.stops_publishing());
    let is_empty = !record.agreement.has(section);
    let (tone, state) = if is_needed {
        ("warn", t!(words, "task-needed"))
    } else if !doubted.is_empty() {
        ("warn", t!(words, "please-check"))
    } else if is_empty {
        ("quiet", t!(words, "task-empty"))
    } else if of_section.is_empty() {
        ("force", t!(words, "task-done"))
    } else {
        ("partly", t!(words, "task-begun"))
    };
    let gaps = of_section
        .into_iter()
        .map(|gap| words.text(&format!("gap-{}", <&str>::from(gap))))
        .collect::<Vec<_>>()
        .join(" ");
    let address = words.href(&format!("/agreements/{}/edit/{}", record.id, section.code()));
    view! {
        <li>
            <div>
                <a href=address>{words.text(&format!("section-{}", section.code()))}</a>
                <p class="hint">{gaps}</p>
                {(!doubted.is_empty()).then(|| view! { <p class="doubt">{doubted.join(" ")}</p> })}
            </div>
            <span class="tag task-state" data-tone=tone>{state}</span>
        </li>
    }
}

fn publishing(words: Words, record: &Record, missing: &[Gap]) -> impl IntoView + use<> {
    let needed: Vec<_> = missing
        .iter()
        .filter(|gap| gap.stops_publishing())
        .map(|gap| {
            let to = format!("/agreements/{}/edit/{}", record.id, gap.section().code());
            let text = words.text(&format!("gap-{}", <&str>::from(*gap)));
            view! { <li><a href=words.href(&to)>{text}</a></li> }
        })
        .collect();
    let address = words.href(&format!("/agreements/{}/publish", record.id));
    let body = if record.published_at.is_some() {
        let withdraw = record.may(Verb::Withdraw).then(|| {
            view! { <p><a class="button quiet" href=address>{t!(words, "withdraw")}</a></p> }
        });
        view! { <p>{t!(words, "is-published")}</p> {withdraw} }.into_any()
    } else if needed.is_empty() {
        view! {
            <p>{t!(words, "ready-to-publish")}</p>
            <p><a class="button" href=address>{t!(words, "publish")}</a></p>
        }
        .into_any()
    } else {
        view! { <p>{t!(words, "before-publishing")}</p> <ul>{needed}</ul> }.into_any()
    };
    let sharing = record.may(Verb::Share).then(|| {
        let seen_by = words.label(Vocabulary::Sharing, record.shared.with.code());
        let public_from = record
            .shared
            .public_from
            .map(|day| view! { <p>{t!(words, "public-from", date = words.day(day))}</p> });
        let to = words.href(&format!("/agreements/{}/sharing", record.id));
        view! {
            <p>{t!(words, "sharing-now", who = seen_by)}</p>
            {public_from}
            <p><a class="button quiet" href=to>{t!(words, "sharing-change")}</a></p>
        }
    });
    let discard = (record.may(Verb::Discard) && !record.is_discarded).then(|| {
        let to = format!("/agreements/{}/discard", record.id);
        view! { <p><a class="small" href=words.href(&to)>{t!(words, "discard")}</a></p> }
    });
    view! { <section class="card"><h2>{t!(words, "publishing")}</h2>{body} {sharing} {discard}</section> }
}
