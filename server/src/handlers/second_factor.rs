//! The second factor: the second step of a sign-in, and a page of one's own to set it up and change it.

use app::pages::{
    recovery_codes,
    second_factor::{self, PATH, Refusal, Step},
    sign_in::{self, Interrupted},
    sign_in_code,
};
use axum::{
    Router,
    extract::State,
    http::header,
    response::Response,
    routing::{get, post},
};
use domain::fields::Values;
use register::{Error, second_factor::Proof, signing_in::HalfDone, tokens::Token};

use super::account::{
    enter, go_on, interrupted, refuse, sign_in_and_go_on, sign_in_first, visitor,
};
use crate::{
    answers::{answer, lead_to, render, trouble, try_again_after},
    cookies,
    forms::Posted,
    site::{Site, Visit},
    visitor::network,
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/sign-in/code", get(ask).post(complete))
        .route("/sign-in/go-on", post(go_on_signed_in))
        .route("/account/second-factor", get(overview).post(change))
}

/// Asks for the second factor of who gave the right password just now.
pub async fn begin(
    site: &Site,
    visit: &Visit,
    token: &Token,
    interrupted: Interrupted,
) -> Response {
    let half = match site.register.half_done(token.secret()).await {
        Ok(Some(half)) => half,
        Ok(None) => return took_too_long(site, visit, interrupted).await,
        Err(error) => return trouble(site, visit, &error).await,
    };
    let mut response = show(site, visit, half, None, interrupted).await;
    let cookie = cookies::set_half(site.is_secure, Some(token.secret()));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

async fn show(
    site: &Site,
    visit: &Visit,
    half: HalfDone,
    refusal: Option<Refusal>,
    interrupted: Interrupted,
) -> Response {
    let page = sign_in_code::show(&visit.asked, half, refusal, interrupted);
    let mut response = render(site, visit, page).await;
    if let Some(Refusal::Slowed { seconds }) = refusal {
        try_again_after(&mut response, seconds);
    }
    response
}

/// The first step once more: the second was not taken in time.
async fn took_too_long(site: &Site, visit: &Visit, interrupted: Interrupted) -> Response {
    refuse(site, visit, String::new(), sign_in::Refusal::TookTooLong, interrupted).await
}

fn half_token<'a>(site: &Site, visit: &'a Visit) -> &'a str {
    let name = cookies::half_name(site.is_secure);
    cookies::get(&visit.parts.headers, name).unwrap_or_default()
}

/// The second step, as it is reached again, in another language for instance.
async fn ask(State(site): State<Site>, visit: Visit) -> Response {
    let interrupted = Interrupted::default();
    match site.register.half_done(half_token(&site, &visit)).await {
        Ok(Some(half)) => show(&site, &visit, half, None, interrupted).await,
        Ok(None) => {
            let page = sign_in::show(&visit.asked, String::new(), None, interrupted);
            render(&site, &visit, page).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Completes the sign-in, and goes on.
async fn complete(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    let interrupted = interrupted(&values);
    let network = network(&visit.parts, site.trusted_proxies);
    let token = half_token(&site, &visit);
    let visitor = visitor(&site, &visit, &network);
    let completed = site.register.complete_sign_in(token, typed_code(&values), visitor).await;
    let refusal = match completed {
        Ok(Some(completed)) => {
            let (token, codes) = (completed.token, completed.recovery_codes);
            let mut response =
                enter(&site, visit, &token, completed.actor, codes, interrupted).await;
            let cookie = cookies::set_half(site.is_secure, None);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            return response;
        }
        Ok(None) => return took_too_long(&site, &visit, interrupted).await,
        Err(error) => match refusal(&error) {
            Some(refusal) => refusal,
            None => return trouble(&site, &visit, &error).await,
        },
    };
    tracing::info!(?refusal, "a second factor was refused");
    match site.register.half_done(token).await {
        Ok(Some(half)) => show(&site, &visit, half, Some(refusal), interrupted).await,
        Ok(None) => took_too_long(&site, &visit, interrupted).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// What was typed as a code: of the app, or else a recovery code.
fn typed_code(values: &Values) -> &str {
    let code = values.get("code");
    if code.trim().is_empty() { values.get("recovery") } else { code }
}

fn refusal(error: &Error) -> Option<Refusal> {
    match error {
        Error::SecondFactor(problem) => Some(Refusal::Problem(*problem)),
        Error::TooMany { seconds } => Some(Refusal::Slowed { seconds: *seconds }),
        _ => None,
    }
}

/// From the recovery codes to where the work was interrupted.
async fn go_on_signed_in(
    State(site): State<Site>,
    Posted { mut visit, values }: Posted,
) -> Response {
    let interrupted = interrupted(&values);
    if visit.asked.actor.account().is_none() {
        visit.asked.path = interrupted.next;
        return sign_in_and_go_on(&site, &visit, interrupted.typed).await;
    }
    go_on(&site, &mut visit, interrupted).await
}

async fn overview(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = second_factor::show(&visit.asked, Step::Overview, None).await;
    answer(&site, &visit, shown).await
}

/// Sets one's second factor up, changes it, or turns it off.
async fn change(State(site): State<Site>, Posted { visit, mut values }: Posted) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let (register, actor) = (&site.register, &visit.asked.actor);
    let password = values.take("current").pop().unwrap_or_default();
    let proof = Proof { password, code: typed_code(&values).to_owned() };
    let act = values.get("do");
    let done = match act {
        "begin" => register.begin_second_factor(actor, proof).await.map(|()| None),
        "confirm" => register.confirm_second_factor(actor, &proof.code).await.map(Some),
        "codes" => register.renew_recovery_codes(actor, proof).await.map(Some),
        "off" => register.turn_second_factor_off(actor, proof).await.map(|()| None),
        // No form of this site asks for it.
        _ => Err(Error::NotFound),
    };
    let (step, refusal) = match done {
        Ok(Some(codes)) => {
            let interrupted = Interrupted { next: PATH.to_owned(), typed: Values::default() };
            let page = recovery_codes::show(&visit.asked, codes, interrupted);
            return render(&site, &visit, page).await;
        }
        Ok(None) if act == "off" => return lead_to(&visit, &format!("{PATH}?saved=off")),
        Ok(None) => (Step::FirstCode, None),
        Err(error) => match refusal(&error) {
            Some(refusal) if act == "confirm" => (Step::FirstCode, Some(refusal)),
            Some(refusal) => (Step::Overview, Some(refusal)),
            None => return trouble(&site, &visit, &error).await,
        },
    };
    let shown = second_factor::show(&visit.asked, step, refusal).await;
    let mut response = answer(&site, &visit, shown).await;
    if let Some(Refusal::Slowed { seconds }) = refusal {
        try_again_after(&mut response, seconds);
    }
    response
}
