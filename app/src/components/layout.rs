//! Header, footer, and the way back.

use domain::account::Actor;
use leptos::prelude::*;

use crate::{
    request::Request,
    words::{Language, Words, t},
};

/// The Talk in Baku.
const TALK: &str = "/meetings/gcm-talk-baku-2023";

/// Name, main pages, language, account.
#[expect(non_snake_case, reason = "a piece of a page, named as components are")]
pub fn Header(request: &Request) -> impl IntoView + use<> {
    let words = request.words;
    let link = |path: &'static str, label: String| {
        let current = request.path == path || request.path.starts_with(&format!("{path}/"));
        view! { <a href=words.href(path) aria-current=current.then_some("page")>{label}</a> }
    };
    let languages = Language::ALL
        .into_iter()
        .filter(|language| *language != words.language)
        .map(|language| {
            view! {
                <a href=request.in_language(language) lang=language.code() hreflang=language.code() rel="alternate">
                    {language.own_name()}
                </a>
            }
        })
        .collect_view();
    let account = match &request.actor {
        Actor::Reader => {
            view! { <a href=words.href("/sign-in")>{t!(words, "sign-in")}</a> }.into_any()
        }
        Actor::Account(account) => {
            view! { <a href=words.href("/inbox")>{t!(words, "inbox")}</a> <a href=words.href("/account")>{account.name.clone()}</a> }.into_any()
        }
    };
    view! {
        <header class="site-header">
            <div class="wrap">
                <a class="brand" href=words.href("/")>{t!(words, "product")}</a>
                <nav class="site-nav" aria-label=t!(words, "main-navigation")>
                    {link("/agreements", t!(words, "nav-register"))}
                    {link("/corridors", t!(words, "nav-corridors"))}
                    {link("/coverage", t!(words, "nav-coverage"))}
                    {link("/compare", t!(words, "nav-compare"))}
                    {link("/states", t!(words, "nav-states"))}
                    {link(TALK, t!(words, "nav-talk"))}
                    {link("/reviews", t!(words, "reviews-title"))}
                    {link("/commitments", t!(words, "commitments-title"))}
                </nav>
                <div class="site-tools">{languages} {account}</div>
            </div>
        </header>
    }
}

/// Disclaimers and what the register is.
#[expect(non_snake_case, reason = "a piece of a page, named as components are")]
pub fn Footer(request: &Request) -> impl IntoView + use<> {
    let words = request.words;
    let question = if request.query.is_empty() { "" } else { "?" };
    let address = format!("{}{question}{}", words.href(&request.path), request.query);
    let date = words.day(request.register.clock().today());
    let printed = t!(words, "printed-from", address = address, date = date);
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <p>{t!(words, "disclaimer-designations")}</p>
                <p>{t!(words, "disclaimer-registration")}</p>
                <p class="print-only">{printed}</p>
                <p><a href=words.href("/about")>{t!(words, "nav-about")}</a></p>
            </div>
        </footer>
    }
}

/// The way back: each step's address and name; the last is the page itself.
pub fn breadcrumbs(words: Words, steps: Vec<(String, String)>, here: String) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|(path, name)| view! { <li><a href=words.href(&path)>{name}</a></li> })
        .collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=t!(words, "you-are-here")>
            <ol>{steps} <li aria-current="page">{here}</li></ol>
        </nav>
    }
}
