//! Signing in and out. A session that ended in the middle of a work asks to sign in and then goes
//! on with what was typed.

use app::{
    forms::FormState,
    pages::{
        section::{self, Again},
        sign_in::{self, CARRIED, Interrupted},
    },
};
use axum::{extract::State, http::header, response::Response};
use domain::fields::{SectionCode, Values};

use crate::{
    answers::{answer, lead_to, render, trouble},
    cookies,
    forms::Posted,
    site::{Site, Visit},
};

/// The sign-in page.
pub async fn show(State(site): State<Site>, visit: Visit) -> Response {
    let next = visit.asked.parameter("next").unwrap_or_default();
    let page = sign_in::show(
        &visit.asked,
        String::new(),
        false,
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
    let page = sign_in::show(&visit.asked, String::new(), false, interrupted);
    Some(render(site, visit, page).await)
}

/// For a post whose session has ended: the sign-in, with everything that was typed.
pub async fn sign_in_and_go_on(site: &Site, visit: &Visit, typed: Values) -> Response {
    let interrupted = Interrupted { next: visit.asked.path.clone(), typed };
    let page = sign_in::show(&visit.asked, String::new(), false, interrupted);
    render(site, visit, page).await
}

/// Signs in, and goes on.
pub async fn sign_in(
    State(site): State<Site>,
    Posted { mut visit, mut values }: Posted,
) -> Response {
    let email = values.get("email").trim().to_owned();
    let password = values.take("password").pop().unwrap_or_default();
    let interrupted = Interrupted {
        next: own_path(values.get("next")),
        typed: values
            .iter()
            .filter_map(|(name, text)| {
                Some((name.strip_prefix(CARRIED)?.to_owned(), text.to_owned()))
            })
            .collect(),
    };
    let user_agent =
        visit.parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let user_agent = user_agent.unwrap_or_default().to_owned();
    let (token, actor) = match site.register.sign_in(&email, password, &user_agent).await {
        Ok(Some(found)) => found,
        Ok(None) => {
            tracing::info!("a sign-in was refused");
            let page = sign_in::show(&visit.asked, email, true, interrupted);
            return render(&site, &visit, page).await;
        }
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    visit.asked.actor = actor;
    let mut response = go_on(&site, &mut visit, interrupted).await;
    response
        .headers_mut()
        .append(header::SET_COOKIE, cookies::set_session(site.is_secure, Some(token.secret())));
    response
}

/// Where the work was interrupted: the section's form with the text, or the page.
async fn go_on(site: &Site, visit: &mut Visit, interrupted: Interrupted) -> Response {
    if interrupted.typed == Values::default() {
        let next = if interrupted.next.is_empty() { "/account" } else { &interrupted.next };
        return lead_to(visit, next);
    }
    // The page that is shown is the one that was interrupted, for its links too.
    visit.asked.path.clone_from(&interrupted.next);
    let mut parts = interrupted.next.trim_start_matches('/').split('/');
    let place = (parts.next(), parts.next(), parts.next(), parts.next());
    if let (Some("agreements"), Some(id), Some("edit"), Some(section)) = place
        && let (Ok(id), Ok(section)) = (id.parse(), section.parse::<SectionCode>())
    {
        let (typed, version, _, _) = section::own_values(interrupted.typed.clone());
        let state = FormState::new(typed);
        let shown = section::show_again(
            &visit.asked,
            id,
            section,
            version.unwrap_or(0),
            state,
            Again::SignedIn,
        )
        .await;
        return answer(site, visit, shown).await;
    }
    let (next, typed) = (&interrupted.next, &interrupted.typed);
    let mut shown = super::follow_up::go_on(visit, next, typed.clone()).await;
    if shown.is_none() {
        shown = super::answering::go_on(visit, next, typed.clone()).await;
    }
    if shown.is_none() {
        shown = super::hearing::go_on(visit, next, typed).await;
    }
    if shown.is_none() {
        shown = super::duplicates::go_on(visit, next, typed).await;
    }
    if shown.is_none() {
        shown = super::peer_review::go_on(visit, next, typed).await;
    }
    if let Some(shown) = shown {
        return answer(site, visit, shown).await;
    }
    if interrupted.next == "/agreements/new" {
        let shown = app::pages::new::show_again(
            &visit.asked,
            app::pages::new::Begun::new(&interrupted.typed),
        );
        return answer(site, visit, shown).await;
    }
    lead_to(visit, &interrupted.next)
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
    response.headers_mut().append(header::SET_COOKIE, cookies::set_session(site.is_secure, None));
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
