//! Publishing and taking back, each asked for once more.

use domain::completeness::{Doubt, Gap, doubts};
use domain::policy::Verb;
use leptos::prelude::*;
use register::Error;

use super::agreement::title;
use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Asks whether to publish, or to take back; with what is missing where it was refused.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(request: &Request, id: i64, missing: Vec<Gap>) -> Result<Page, Error> {
    let words = request.words;
    let record = request.register.agreement(&request.actor, id).await?;
    let is_published = record.published_at.is_some();
    if !(if is_published { record.may(Verb::Withdraw) } else { record.may(Verb::Publish) }) {
        return Err(Error::NotAllowed);
    }
    let needs_colleague =
        !is_published && request.register.needs_second_person(&request.actor, id).await?;
    let doubts = if is_published { Vec::new() } else { doubts(&record.agreement, record.today) };
    let heading =
        if is_published { t!(words, "withdraw-question") } else { t!(words, "publish-question") };
    let name = title(words, &record);
    let status = if missing.is_empty() { 200 } else { 422 };
    let page = Page::new(heading.clone(), move || {
        let form = if needs_colleague {
            ask_colleagues(words, id).into_any()
        } else {
            form(words, id, is_published).into_any()
        };
        view! { {whole(words, id, name, heading, &missing, &doubts)} {form} }
    });
    Ok(page.with_status(status))
}

fn whole(
    words: Words,
    id: i64,
    name: String,
    heading: String,
    missing: &[Gap],
    doubts: &[Doubt],
) -> impl IntoView + use<> {
    let record = format!("/agreements/{id}");
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (record.clone(), name.clone()),
        (format!("{record}/edit"), t!(words, "edit-record")),
    ];
    let missing = missing_before_publishing(words, id, missing);
    let doubts = (!doubts.is_empty()).then(|| {
        let doubts = doubts
            .iter()
            .map(|doubt| {
                let to = words.href(&format!("{record}/edit/{}", doubt.section().code()));
                view! { <li><a href=to>{words.text(&format!("doubt-{}", <&str>::from(*doubt)))}</a></li> }
            })
            .collect_view();
        view! {
            <div class="notice" data-tone="warn">
                <h2>{t!(words, "please-check-before")}</h2>
                <ul>{doubts}</ul>
            </div>
        }
    });
    view! {
        {breadcrumbs(words, steps, heading.clone())}
        {missing}
        <h1>{heading}</h1>
        <p class="lede">{name}</p>
        {doubts}
    }
}

/// Publishing or taking back, with one button.
fn form(words: Words, id: i64, is_published: bool) -> impl IntoView + use<> {
    let record = format!("/agreements/{id}");
    let (about, button, value, class) = if is_published {
        (t!(words, "withdraw-about"), t!(words, "withdraw"), "withdraw", "button danger")
    } else {
        (t!(words, "publish-about"), t!(words, "publish"), "publish", "button")
    };
    view! {
        <p>{about}</p>
        <form method="post" action=words.href(&format!("{record}/publish"))>
            {form_token()}
            <div class="form-actions">
                <button class=class name="do" value=value>{button}</button>
                <a href=words.href(&format!("{record}/edit"))>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

/// For who may not publish alone what they wrote.
fn ask_colleagues(words: Words, id: i64) -> impl IntoView + use<> {
    let record = format!("/agreements/{id}");
    view! {
        <div class="notice" data-tone="info">
            <h2>{t!(words, "second-person")}</h2>
            <p>{t!(words, "second-person-about")}</p>
        </div>
        <form method="post" action=words.href(&format!("{record}/publish"))>
            {form_token()}
            <div class="form-actions">
                <button class="button" name="do" value="ask">{t!(words, "second-person-ask")}</button>
                <a href=words.href(&format!("{record}/edit"))>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

/// What publishing asks for and the record lacks, each with the way to its section.
pub fn missing_before_publishing(
    words: Words,
    id: i64,
    missing: &[Gap],
) -> Option<impl IntoView + use<>> {
    (!missing.is_empty()).then(|| {
        let gaps = missing
            .iter()
            .map(|gap| {
                let to = format!("/agreements/{id}/edit/{}", gap.section().code());
                let text = words.text(&format!("gap-{}", <&str>::from(*gap)));
                view! { <li><a href=words.href(&to)>{text}</a></li> }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1">
                <h2>{t!(words, "before-publishing")}</h2>
                <ul>{gaps}</ul>
            </div>
        }
    })
}

/// Asks whether to put a draft away.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn discard(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let record = request.register.agreement(&request.actor, id).await?;
    if !record.may(Verb::Discard) {
        return Err(Error::NotAllowed);
    }
    let heading = t!(words, "discard-question");
    let name = title(words, &record);
    let page = Page::new(heading.clone(), move || {
        let edit = format!("/agreements/{id}/edit");
        view! {
            {breadcrumbs(words, vec![(edit.clone(), name.clone())], heading.clone())}
            <h1>{heading}</h1>
            <p class="lede">{name}</p>
            <p>{t!(words, "discard-about")}</p>
            <form method="post" action=words.href(&format!("/agreements/{id}/discard"))>
                {form_token()}
                <div class="form-actions">
                    <button class="button danger" name="do" value="discard">{t!(words, "discard")}</button>
                    <a href=words.href(&edit)>{t!(words, "cancel")}</a>
                </div>
            </form>
        }
    });
    Ok(page.private())
}
