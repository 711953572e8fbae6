//! Signing in and out. A session that ended in the middle of a work asks to sign in and then goes
//! on with what was typed.

use std::pin::Pin;

use app::pages::{
    recovery_codes,
    sign_in::{self, CARRIED, Interrupted, Refusal},
};
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use domain::{account::Actor, fields::Values};
use register::{Error, limiting::Visitor, signing_in::Opened, tokens::Token};

use super::{
    answering, duplicates, follow_up, hearing, peer_review, recording, reviews, second_factor,
};
use crate::{
    answers::{answer, lead_to, render, trouble, try_again_after},
    cookies,
    forms::Posted,
    site::{Shown, Site, Visit},
    visitor::network,
};

/// At sign-out the browser drops what it keeps of the site: at a mission, others use it after. Not the
/// cookies: it would drop those of every service of the ministry, and the one of the session is taken
/// away by itself.
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
const WHAT_IS_CLEARED: &str = "\"cache\", \"storage\"";

/// The sign-in page.
pub async fn show(State(site): State<Site>, visit: Visit) -> Response {
    let next = visit.asked.parameter("next").unwrap_or_default();
    let page = sign_in::show(
        &visit.asked,
        String::new(),
        None,
        Interrupted { next, typed: Values::default() },
    );
    render(&site, &visit, page).await
}

/// For a page that needs an account: the sign-in, where there is none, which leads back there.
pub async fn sign_in_first(site: &Site, visit: &Visit) -> Option<Response> {
    if visit.asked.actor.account().is_some() {
        return None;
    }
    let interrupted = Interrupted { next: visit.asked.path.clone(), typed: Values::default() };
    let page = sign_in::show(&visit.asked, String::new(), None, interrupted);
    Some(render(site, visit, page).await)
}

/// For a post whose session has ended: the sign-in, with everything that was typed.
pub async fn sign_in_and_go_on(site: &Site, visit: &Visit, typed: Values) -> Response {
    let interrupted = Interrupted { next: visit.asked.path.clone(), typed };
    let page = sign_in::show(&visit.asked, String::new(), None, interrupted);
    render(site, visit, page).await
}

/// Signs in, and goes on; or asks for the second factor.
pub async fn sign_in(State(site): State<Site>, Posted { visit, mut values }: Posted) -> Response {
    let email = values.get("email").trim().to_owned();
    let password = values.take("password").pop().unwrap_or_default();
    let interrupted = interrupted(&values);
    let network = network(&visit.parts, site.trusted_proxies);
    let signed_in = site.register.sign_in(&email, password, visitor(&site, &visit, &network)).await;
    match signed_in {
        Ok(Some(Opened::Session(token, actor))) => {
            enter(&site, visit, &token, actor, Vec::new(), interrupted).await
        }
        Ok(Some(Opened::Half(token))) => {
            second_factor::begin(&site, &visit, &token, interrupted).await
        }
        Ok(None) => refuse(&site, &visit, email, Refusal::Wrong, interrupted).await,
        Err(Error::TooMany { seconds }) => {
            refuse(&site, &visit, email, Refusal::Slowed { seconds }, interrupted).await
        }
        Err(Error::Busy) => refuse(&site, &visit, email, Refusal::Busy, interrupted).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// What is to go on after signing in, as each step's form carries it.
pub fn interrupted(values: &Values) -> Interrupted {
    Interrupted {
        next: own_path(values.get("next")),
        typed: values
            .iter()
            .filter_map(|(name, text)| {
                Some((name.strip_prefix(CARRIED)?.to_owned(), text.to_owned()))
            })
            .collect(),
    }
}

/// Who asks to be signed in. `network` is where the visit comes from.
pub fn visitor<'a>(site: &Site, visit: &'a Visit, network: &'a str) -> Visitor<'a> {
    Visitor {
        network,
        user_agent: user_agent(visit),
        browser: cookies::get(&visit.parts.headers, cookies::browser_name(site.is_secure)),
        session: visit.token.as_deref(),
    }
}

/// Goes on as who has signed in just now; recovery codes that were made by it are shown first.
pub async fn enter(
    site: &Site,
    mut visit: Visit,
    token: &Token,
    actor: Actor,
    recovery_codes: Vec<String>,
    interrupted: Interrupted,
) -> Response {
    let secure = site.is_secure;
    let browser = cookies::get(&visit.parts.headers, cookies::browser_name(secure));
    let known = match site.register.know_browser(&actor, browser).await {
        Ok(known) => known,
        Err(cause) => {
            // Who is signed in is signed in, known or not.
            tracing::warn!(%cause, "a browser was not noted as known");
            None
        }
    };
    visit.asked.actor = actor;
    // The forms of the page that follows are this session's.
    visit.form_secret = Some(token.secret().to_owned());
    let mut response = if recovery_codes.is_empty() {
        go_on(site, &mut visit, interrupted).await
    } else {
        let page = recovery_codes::show(&visit.asked, recovery_codes, interrupted);
        render(site, &visit, page).await
    };
    let session = cookies::set_session(secure, Some(token.secret()));
    let known = known.map(|known| cookies::set_browser(secure, known.secret()));
    for cookie in [Some(session), known].into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// For a sign-in whose page was left open: once more, with all that was typed but the password.
pub async fn sign_in_once_more(site: &Site, visit: &Visit, values: &Values) -> Response {
    let email = values.get("email").trim().to_owned();
    refuse(site, visit, email, Refusal::LeftOpen, interrupted(values)).await
}

/// The sign-in once more, with the reason and all that was typed but the password.
pub async fn refuse(
    site: &Site,
    visit: &Visit,
    email: String,
    refusal: Refusal,
    interrupted: Interrupted,
) -> Response {
    tracing::info!(?refusal, "a sign-in was refused");
    let page = sign_in::show(&visit.asked, email, Some(refusal), interrupted);
    let mut response = render(site, visit, page).await;
    if let Some(seconds) = refusal.seconds() {
        try_again_after(&mut response, seconds);
    }
    response
}

/// What the browser says of itself.
pub fn user_agent(visit: &Visit) -> &str {
    let given = visit.parts.headers.get(header::USER_AGENT);
    given.and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Where the work was interrupted: the section's form with the text, or the page.
pub async fn go_on(site: &Site, visit: &mut Visit, interrupted: Interrupted) -> Response {
    if interrupted.typed == Values::default() {
        let next = if interrupted.next.is_empty() { "/account" } else { &interrupted.next };
        return lead_to(visit, next);
    }
    // The page that is shown is the one that was interrupted, for its links too.
    visit.asked.path.clone_from(&interrupted.next);
    let next = interrupted.next.as_str();
    match typed_again(visit, next, &interrupted.typed).await {
        Some(shown) => answer(site, visit, shown).await,
        None => lead_to(visit, next),
    }
}

/// The form that was interrupted, with the text, from whoever has the form at this path.
async fn typed_again(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let pages: [Pin<Box<dyn Future<Output = Option<Shown>> + Send + '_>>; 7] = [
        Box::pin(recording::go_on(visit, path, typed)),
        Box::pin(follow_up::go_on(visit, path, typed)),
        Box::pin(answering::go_on(visit, path, typed)),
        Box::pin(hearing::go_on(visit, path, typed)),
        Box::pin(duplicates::go_on(visit, path, typed)),
        Box::pin(peer_review::go_on(visit, path, typed)),
        Box::pin(reviews::go_on(visit, path, typed)),
    ];
    for page in pages {
        if let Some(shown) = page.await {
            return Some(shown);
        }
    }
    None
}

/// A path of this site and nothing else: no host, no scheme.
fn own_path(next: &str) -> String {
    // Browsers leave out what controls: "/\t/elsewhere" leads elsewhere.
    let is_strange = |letter: char| letter == '\\' || letter.is_control();
    let is_own = next.starts_with('/') && !next.starts_with("//") && !next.contains(is_strange);
    if is_own { next.to_owned() } else { String::new() }
}

/// Signs out here, or everywhere.
pub async fn sign_out(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    let done = if values.get("do") == "everywhere" {
        site.register.sign_out_everywhere(&visit.asked.actor).await.map(|_| ())
    } else {
        match &visit.token {
            Some(token) => site.register.sign_out(token).await,
            None => Ok(()),
        }
    };
    if let Err(error) = done {
        return trouble(&site, &visit, &error).await;
    }
    let mut response = lead_to(&visit, "/");
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookies::set_session(site.is_secure, None));
    headers.insert(CLEAR_SITE_DATA, HeaderValue::from_static(WHAT_IS_CLEARED));
    response
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_sign_in_leads_to_a_page_of_this_site_only() {
        assert_eq!(own_path("/agreements/7/edit"), "/agreements/7/edit");
        for away in ["https://evil.example", "//evil.example", "/\\evil.example", "evil"] {
            assert_eq!(own_path(away), "", "{away}");
        }
    }
}
