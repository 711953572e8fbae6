//! What goes between a person and an authenticator app: the secret as a picture and as a text, and the
//! field for a code.

use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, QrCode};
use register::second_factor::AppSecret;

use crate::words::{Words, t};

/// Modules of nothing around a QR code, which readers need to find it.
const QUIET: usize = 4;

/// The way from an app that knows nothing to the first code, as steps.
pub fn steps(words: Words, secret: &AppSecret) -> impl IntoView + use<> {
    view! {
        <ol class="stack">
            <li>{t!(words, "factor-step-app")}</li>
            <li>
                <p>{t!(words, "factor-step-scan")}</p>
                {picture(&secret.url, t!(words, "factor-picture"))}
                <p><a href=secret.url.clone()>{t!(words, "factor-step-open")}</a></p>
                <p>{t!(words, "factor-step-type")} " " <code class="secret">{in_groups(&secret.text)}</code></p>
            </li>
            <li>{t!(words, "factor-step-code")}</li>
        </ol>
    }
}

/// A secret in groups of four: apps take it with the spaces.
fn in_groups(secret: &str) -> String {
    let groups = secret.as_bytes().chunks(4).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(" ")
}

/// A QR code, dark on light whatever the page's colours are. Nothing where the text does not fit into one, for
/// which an e-mail address would have to be longer than there are any: the secret stands beside it.
fn picture(text: &str, label: String) -> Option<impl IntoView + use<>> {
    let code = QrCode::new(text).ok()?;
    let size = code.width() + 2 * QUIET;
    let mut dark = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % code.width() + QUIET, place / code.width() + QUIET);
            // Writing to a text does not fail.
            let _ = write!(dark, "M{x} {y}h1v1h-1z");
        }
    }
    Some(view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=size.to_string() height=size.to_string() fill="#fff" />
            <path d=dark fill="#000" />
        </svg>
    })
}

/// The field for a code of an app.
pub fn code_field(words: Words, problem: Option<String>) -> impl IntoView + use<> {
    let is_wrong = problem.is_some();
    let error = problem.map(|problem| view! { <p class="error" id="f-code-error">{problem}</p> });
    let described = if is_wrong { "f-code-hint f-code-error" } else { "f-code-hint" };
    view! {
        <div class="field" data-invalid=is_wrong.then_some("")>
            <label for="f-code">{t!(words, "code-label")}</label>
            <span class="hint" id="f-code-hint">{t!(words, "code-hint")}</span>
            {error}
            <input id="f-code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"
                aria-invalid=is_wrong.then_some("true") aria-describedby=described />
        </div>
    }
}

/// The field for a recovery code in place of it, for who looks for one. `foot` is said below.
pub fn recovery_field(words: Words, foot: Option<String>) -> impl IntoView + use<> {
    let foot = foot.map(|foot| view! { <p class="small">{foot}</p> });
    view! {
        <details>
            <summary>{t!(words, "recovery-instead")}</summary>
            <div class="field">
                <label for="f-recovery">{t!(words, "recovery-label")}</label>
                <span class="hint" id="f-recovery-hint">{t!(words, "recovery-hint")}</span>
                <input id="f-recovery" name="recovery" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-describedby="f-recovery-hint" />
            </div>
            {foot}
        </details>
    }
}
