//! From a page to an answer: rendered by Leptos as one complete document.

use app::{
    components::{example::HoldsExample, form_token::FormToken, maintenance::IsMaintained},
    page::{Page, document},
    pages::{
        errors::{self, Trouble},
        not_done,
    },
};
use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::hearing::Item;
use futures::{StreamExt, stream::once};
use leptos::prelude::*;
use register::{Error, audit::within_request, form_token::form_token, tokens::Token};

use crate::{
    cookies,
    forms::Typed,
    router::without_secret,
    site::{Shown, Site, Visit},
};

/// After how many seconds to try again what the register did not answer.
const AGAIN: u64 = 10;

/// Renders the page, or the page that says why it is not shown.
pub async fn answer(site: &Site, visit: &Visit, shown: Shown) -> Response {
    match shown {
        Ok(page) => render(site, visit, page).await,
        Err(error) => trouble(site, visit, &error).await,
    }
}

/// Renders a page.
///
/// The page's data was loaded before; what is rendered waits for nothing. Leptos's scripts for
/// streamed data are left out, because there is none: a page without an island has no script.
pub async fn render(site: &Site, visit: &Visit, page: Page) -> Response {
    let request = Request::from_parts(visit.parts.clone(), Body::empty());
    let (asked, options, stylesheet) =
        (visit.asked.clone(), site.options.clone(), site.stylesheet.clone());
    let holds_example = HoldsExample(asked.holds_example);
    let is_maintained = IsMaintained(asked.register.is_read_only());
    // A browser gets a secret with the first form that it is shown.
    let (secret, new) = match &visit.form_secret {
        Some(secret) => (secret.clone(), None),
        None => {
            let new = Token::random();
            (new.secret().to_owned(), Some(new))
        }
    };
    let forms = FormToken::new(&form_token(&secret));
    let of_forms = forms.clone();
    // Also without an account a page may hold what was typed in one, as the sign-in does.
    let is_own = visit.asked.actor.account().is_some() || !page.is_public;
    let mut response = leptos_axum::handle_response_inner(
        move || {
            provide_context(holds_example);
            provide_context(is_maintained);
            provide_context(of_forms.clone());
        },
        move || document(page, &asked, options, &stylesheet),
        request,
        |document, _streamed_data, _| {
            Box::pin(async move {
                let html = document.to_html_stream_in_order().collect::<String>().await;
                Box::pin(once(async move { html }))
                    as std::pin::Pin<Box<dyn futures::Stream<Item = String> + Send>>
            })
        },
    )
    .await;
    // What one person sees, and what holds the token of one browser, is kept by nobody; what all see is
    // asked for anew.
    let keep = if is_own || forms.is_carried() { "no-store" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    if let Some(new) = new.filter(|_| forms.is_carried()) {
        let cookie = cookies::set_form(site.is_secure, new.secret());
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Renders the page that says what happened, and logs the cause.
pub async fn trouble(site: &Site, visit: &Visit, error: &Error) -> Response {
    match error {
        Error::NotAllowed => note_refusal(visit).await,
        Error::NotFound => note_hidden(visit),
        _ => {}
    }
    let trouble = match error {
        Error::NotFound => Trouble::NotFound,
        Error::NotAllowed => Trouble::NotAllowed,
        Error::SecondPerson => Trouble::SecondPerson,
        Error::Unavailable(_) if asks_to_change_while_maintained(visit) => Trouble::Maintained,
        Error::Unavailable(cause) => {
            tracing::error!(%cause, "the register did not answer");
            return not_done(site, visit, Trouble::Unavailable).await;
        }
        Error::Busy => return not_done(site, visit, Trouble::Busy).await,
        Error::TooMany { seconds } => Trouble::TooMany { seconds: *seconds },
        Error::Invalid(_)
        | Error::Incomplete(_)
        | Error::Conflict(_)
        | Error::Report(_)
        | Error::Lacks(_)
        | Error::Word(_)
        | Error::Password(_)
        | Error::NewPassword(_)
        | Error::SecondFactor(_)
        | Error::TwoPeople(_)
        | Error::Account(_) => Trouble::Refused,
    };
    let mut response = render(site, visit, errors::show(&visit.asked, trouble)).await;
    if let Error::TooMany { seconds } = error {
        try_again_after(&mut response, *seconds);
    }
    response
}

/// What an account was refused is in the log of changes. Who is refused is refused, noted or not.
async fn note_refusal(visit: &Visit) {
    let asked = &visit.asked;
    let what = what_is_asked(visit);
    if asked.actor.account().is_none() {
        tracing::info!(what, "refused to somebody without an account");
    }
    if let Err(cause) = asked.register.note_refusal(&asked.actor, &what).await {
        tracing::error!(%cause, "a refusal was not noted");
    }
}

/// Notes the same where something was refused as if it were not there. It is done beside the answer: who is
/// told that there is nothing learns nothing from how long that took.
fn note_hidden(visit: &Visit) {
    let Some(item) = Item::at(&visit.asked.path) else { return };
    let (register, actor) = (visit.asked.register.clone(), visit.asked.actor.clone());
    let (what, number) = (what_is_asked(visit), visit.asked.number.clone());
    tokio::spawn(within_request(Some(number), async move {
        match register.note_hidden(&actor, item, &what).await {
            Ok(true) if actor.account().is_none() => {
                tracing::info!(what, "kept from somebody without an account");
            }
            Ok(_) => {}
            Err(cause) => tracing::error!(%cause, "a refusal was not noted"),
        }
    }));
}

/// Such as `POST /frozen`.
fn what_is_asked(visit: &Visit) -> String {
    format!("{} {}", visit.parts.method, without_secret(&visit.asked.path))
}

/// Renders the page that says that nothing came of the request, which is not the person's doing. Of a
/// form, all that was typed is on it.
pub async fn not_done(site: &Site, visit: &Visit, trouble: Trouble) -> Response {
    let page = match visit.parts.extensions.get::<Typed>() {
        Some(typed) => not_done::show(&visit.asked, trouble, typed.values()),
        None => errors::show(&visit.asked, trouble),
    };
    let mut response = render(site, visit, page).await;
    match trouble {
        Trouble::TooMany { seconds } => try_again_after(&mut response, seconds),
        Trouble::Unavailable | Trouble::Busy => try_again_after(&mut response, AGAIN),
        _ => {}
    }
    response
}

/// Says to programs in how many seconds to try again.
pub fn try_again_after(response: &mut Response, seconds: u64) {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}

/// Whether it is a form, which the register does not take while it is only read.
fn asks_to_change_while_maintained(visit: &Visit) -> bool {
    visit.asked.register.is_read_only() && visit.parts.method == Method::POST
}

/// Leads to another page of the site, in the reader's language, after something was done.
pub fn lead_to(visit: &Visit, path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(&visit.asked.words.href(path)) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
