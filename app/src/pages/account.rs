//! One's own account: who one is, what one records, and signing out.

use domain::{
    fields::Vocabulary,
    policy::{may_read_log, may_seek_duplicates},
    search::{Query, Sort},
};
use leptos::prelude::*;
use register::Error;

use crate::{
    components::{
        calendar_feed::calendar_feed, form_token::form_token, mail_setting::mail_setting,
        results::results,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the page.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub async fn show(request: &Request) -> Result<Page, Error> {
    show_with(request, None).await
}

/// The same, with the address of a calendar that was made just now.
///
/// # Errors
/// As [`show`].
pub async fn show_with(request: &Request, calendar: Option<String>) -> Result<Page, Error> {
    let words = request.words;
    let account = request.actor.account().cloned().ok_or(Error::NotAllowed)?;
    let mut rows = Vec::new();
    if let Some(state) = request.actor.state() {
        let query = Query { sort: Sort::Changed, ..Query::default() }
            .with(domain::search::Facet::Party, state);
        rows = request.register.list(&request.actor, &query).await?.rows;
        rows.retain(|row| row.recorded_by.as_deref() == Some(state));
        rows.truncate(10);
    }
    let discarded = match request.actor.state() {
        Some(_) => request.register.discarded(&request.actor).await?,
        None => Vec::new(),
    };
    let calendar_made_at = request.register.calendar_made_at(&request.actor).await?;
    let was_revoked = request.parameter("calendar").as_deref() == Some("revoked");
    let mail = request.register.mail_setting(&request.actor).await?;
    let (sends_mail, mail_was_set) =
        (request.sends_mail, request.parameter("mail").as_deref() == Some("set"));
    let seeks_duplicates = may_seek_duplicates(&request.actor);
    let reviews = request.actor.is_reviewer();
    let reads_log = may_read_log(&request.actor);
    let page = Page::new(t!(words, "account"), move || {
        let put_away = put_away(words, &discarded);
        let state = account
            .state
            .as_deref()
            .map_or_else(|| t!(words, "the-network"), |state| words.state(state));
        let new = account.role.is_of_a_state().then(|| {
            view! {
                <p class="cluster">
                    <a class="button" href=words.href("/agreements/new")>{t!(words, "record-new")}</a>
                    <a class="button quiet" href=words.href(super::still_so::PATH)>{t!(words, "still-so-link")}</a>
                </p>
            }
        });
        let duplicates = seeks_duplicates.then(|| {
            view! { <p><a href=words.href("/duplicates")>{t!(words, "duplicates-title")}</a></p> }
        });
        let two_people = account.role.is_of_a_state().then(|| {
            view! { <p><a href=words.href(super::two_people::PATH)>{t!(words, "two-people")}</a></p> }
        });
        let reviewing = reviews.then(|| {
            view! { <p><a href=words.href(super::reviewing::PATH)>{t!(words, "reviewing")}</a></p> }
        });
        let log = reads_log.then(|| {
            view! { <p><a href=words.href(super::audit::PATH)>{t!(words, "log-title")}</a></p> }
        });
        let recorded = account.role.is_of_a_state().then(|| {
            let list = if rows.is_empty() {
                view! { <p class="empty">{t!(words, "nothing-recorded-yet")}</p> }.into_any()
            } else {
                results(words, &rows).into_any()
            };
            view! { <section class="card"><h2>{t!(words, "recorded-by-your-state")}</h2>{list}</section> }
        });
        view! {
            <h1>{account.name.clone()}</h1>
            <dl class="facts">
                <dt>{t!(words, "email")}</dt><dd>{account.email.clone()}</dd>
                <dt>{t!(words, "role")}</dt><dd>{words.label(Vocabulary::Role, account.role.into())}</dd>
                <dt>{t!(words, "acts-for")}</dt><dd>{state}</dd>
            </dl>
            {new} {reviewing}
            <p><a href=words.href("/deadlines")>{t!(words, "deadlines-title")}</a></p>
            {two_people} {duplicates} {log} {recorded} {put_away}
            {calendar_feed(words, calendar_made_at, calendar, was_revoked)}
            {mail_setting(words, mail.as_ref(), &account.email, sends_mail, mail_was_set)}
            {sign_out(words)}
        }
    });
    Ok(page.private())
}

/// Drafts that were put away, each with a way to take it out again.
fn put_away(words: Words, discarded: &[(i64, String)]) -> Option<impl IntoView + use<>> {
    (!discarded.is_empty()).then(|| {
            let drafts = discarded
                .iter()
                .map(|(id, title)| {
                    let title = if title.is_empty() { t!(words, "no-title") } else { title.clone() };
                    let to = words.href(&format!("/agreements/{id}/discard"));
                    view! {
                        <li>
                            <form class="inline" method="post" action=to>
                                {form_token()}
                                <span>{title.clone()}</span>
                                <button class="link" name="do" value="take-out">
                                    {t!(words, "take-out")} <span class="visually-hidden">": " {title}</span>
                                </button>
                            </form>
                        </li>
                    }
                })
                .collect_view();
            view! { <section class="card"><h2>{t!(words, "discarded-drafts")}</h2><ul>{drafts}</ul></section> }
        })
}

fn sign_out(words: Words) -> impl IntoView + use<> {
    view! {
            <section class="card">
                <h2>{t!(words, "sessions-and-password")}</h2>
                <form class="form-actions" method="post" action=words.href("/sign-out")>
                    {form_token()}
                    <button class="button quiet" name="do" value="here">{t!(words, "sign-out")}</button>
                    <button class="button quiet" name="do" value="everywhere">{t!(words, "sign-out-everywhere")}</button>
                </form>
                <p class="small">{t!(words, "sign-out-about")}</p>
                <p class="cluster">
                    <a href=words.href(super::sessions::PATH)>{t!(words, "sessions-title")}</a>
                    <a href=words.href(super::own_password::PATH)>{t!(words, "own-password-title")}</a>
                    <a href=words.href(super::second_factor::PATH)>{t!(words, "factor-title")}</a>
                </p>
            </section>
    }
}
