//! The task list of a record: its sections, what each lacks, and publishing.

use domain::{
    completeness::{Gap, doubts, gaps},
    fields::SectionCode,
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
    if !record.may_edit {
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
    let tasks = SectionCode::VARIANTS
        .iter()
        .map(|section| task(words, record, *section, &missing))
        .collect_view();
    let doubts = doubts(&record.agreement, record.today);
    let doubts = (!doubts.is_empty()).then(|| {
        let doubts = doubts
            .into_iter()
            .map(|doubt| view! { <li>{words.text(&format!("doubt-{}", <&str>::from(doubt)))}</li> })
            .collect_view();
        view! { <div class="notice" data-tone="warn"><h2>{t!(words, "please-check")}</h2><ul>{doubts}</ul></div> }
    });
    let saved = saved.and_then(|saved| match saved {
        "published" => Some(t!(words, "was-published")),
        "withdrawn" => Some(t!(words, "was-withdrawn")),
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
        {saved} {take_over} {doubts}
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
) -> impl IntoView + use<> {
    let of_section: Vec<Gap> =
        missing.iter().copied().filter(|gap| gap.section() == section).collect();
    let is_needed = of_section.iter().any(|gap| gap.stops_publishing());
    let is_empty =
        record.agreement.section(section) == domain::Agreement::default().section(section);
    let (tone, state) = if is_needed {
        ("warn", t!(words, "task-needed"))
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
            </div>
            <span class="tag task-state" data-tone=tone>{state}</span>
        </li>
    }
}

fn publishing(words: Words, record: &Record, missing: &[Gap]) -> impl IntoView + use<> {
    let needed: Vec<String> = missing
        .iter()
        .filter(|gap| gap.stops_publishing())
        .map(|gap| words.text(&format!("gap-{}", <&str>::from(*gap))))
        .collect();
    let address = words.href(&format!("/agreements/{}/publish", record.id));
    let body = if record.published_at.is_some() {
        view! {
            <p>{t!(words, "is-published")}</p>
            <p><a class="button quiet" href=address>{t!(words, "withdraw")}</a></p>
        }
        .into_any()
    } else if needed.is_empty() {
        view! {
            <p>{t!(words, "ready-to-publish")}</p>
            <p><a class="button" href=address>{t!(words, "publish")}</a></p>
        }
        .into_any()
    } else {
        let needed = needed.into_iter().map(|gap| view! { <li>{gap}</li> }).collect_view();
        view! { <p>{t!(words, "before-publishing")}</p> <ul>{needed}</ul> }.into_any()
    };
    view! { <section class="card"><h2>{t!(words, "publishing")}</h2>{body}</section> }
}
