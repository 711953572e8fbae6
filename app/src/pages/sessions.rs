//! One's own sessions: which there are, and ways to end them.

use leptos::prelude::*;
use register::{
    Error,
    sessions::OwnSession,
    sessions::{ABSOLUTE, IDLE},
};

use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the page is.
pub const PATH: &str = "/account/sessions";

/// Shows the page. `token` is the session's that asks.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub async fn show(request: &Request, token: Option<&str>) -> Result<Page, Error> {
    let words = request.words;
    let sessions = request.register.sessions(&request.actor, token).await?;
    let saved = match request.parameter("saved").as_deref() {
        Some("ended") => Some(t!(words, "sessions-ended")),
        Some("password") => Some(t!(words, "own-password-changed")),
        _ => None,
    };
    let page = Page::new(t!(words, "sessions-title"), move || whole(words, &sessions, saved));
    Ok(page.private())
}

fn whole(words: Words, sessions: &[OwnSession], saved: Option<String>) -> impl IntoView + use<> {
    let notice = saved.map(|saved| {
        view! { <div class="notice" data-tone="success" role="status">{saved}</div> }
    });
    let rows = sessions.iter().map(|session| row(words, session)).collect_view();
    let others = (sessions.len() > 1).then(|| {
        view! {
            <form class="form-actions" method="post" action=words.href(PATH)>
                {form_token()}
                <button class="button quiet" name="do" value="others">{t!(words, "sessions-end-others")}</button>
            </form>
        }
    });
    let limits =
        t!(words, "sessions-limits", idle = IDLE.num_hours(), absolute = ABSOLUTE.num_hours());
    let steps = vec![("/account".to_owned(), t!(words, "account"))];
    view! {
        {breadcrumbs(words, steps, t!(words, "sessions-title"))}
        {notice}
        <h1>{t!(words, "sessions-title")}</h1>
        <p class="lede">{t!(words, "sessions-about")}</p>
        <ul class="results">{rows}</ul>
        {others}
        <p class="small">{limits}</p>
        <p class="cluster">
            <a href=words.href(super::own_password::PATH)>{t!(words, "own-password-title")}</a>
            <a href=words.href(super::second_factor::PATH)>{t!(words, "factor-title")}</a>
        </p>
    }
}

fn row(words: Words, session: &OwnSession) -> impl IntoView + use<> {
    let browser = words.text(&format!("browser-{}", <&str>::from(session.device.browser)));
    let system = words.text(&format!("system-{}", <&str>::from(session.device.system)));
    let device = format!("{browser} · {system}");
    let since = t!(words, "session-since", instant = words.instant(session.since));
    let used = t!(words, "session-used", instant = words.instant(session.last_used));
    let action = if session.is_this {
        view! { <p><span class="tag" data-tone="accent">{t!(words, "session-this")}</span></p> }
            .into_any()
    } else {
        // Two sessions may look alike: what the button ends is told apart by its beginning.
        let about = format!(": {device}, {since}");
        view! {
            <form class="inline" method="post" action=words.href(PATH)>
                {form_token()}
                <input type="hidden" name="session" value=session.handle.clone() />
                <button class="button quiet" name="do" value="end">
                    {t!(words, "session-end")} <span class="visually-hidden">{about}</span>
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="result">
            <h2>{device.clone()}</h2>
            <p class="result-meta"><span>{since}</span> <span>{used}</span></p>
            {action}
        </li>
    }
}
