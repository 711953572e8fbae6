//! Which mail an account wants.

use domain::mailing::Pace;
use leptos::prelude::*;
use register::mailing::MailSetting;
use strum::VariantArray;

use crate::{
    components::form_token::form_token,
    words::{Language, Words, t},
};

/// The choice, or that there is none where no mail server is set up. `address` is where mail goes.
pub fn mail_setting(
    words: Words,
    setting: Option<&MailSetting>,
    address: &str,
    sends_mail: bool,
    was_set: bool,
) -> impl IntoView + use<> {
    let set = was_set.then(|| {
        view! { <div class="notice" data-tone="success" role="status">{t!(words, "mail-set")}</div> }
    });
    let choice = if sends_mail {
        view! {
            <p>{t!(words, "mail-about", address = address.to_owned())}</p>
            {form(words, setting)}
            <p class="small">{t!(words, "mail-content")}</p>
        }
        .into_any()
    } else {
        view! { <p>{t!(words, "mail-not-sent")}</p> }.into_any()
    };
    view! {
        <section class="card" id="mail">
            <h2>{t!(words, "mail-title")}</h2>
            {set}
            {choice}
        </section>
    }
}

fn form(words: Words, setting: Option<&MailSetting>) -> impl IntoView + use<> {
    let chosen = setting.map(|setting| setting.pace);
    let paces = Pace::VARIANTS
        .iter()
        .map(|pace| {
            let label = words.text(&format!("mail-pace-{}", pace.code()));
            view! { <option value=pace.code() selected=chosen == Some(*pace)>{label}</option> }
        })
        .collect_view();
    let language = setting.map_or(words.language.code(), |setting| {
        Language::from_code(&setting.language).unwrap_or_default().code()
    });
    let languages = Language::ALL
        .into_iter()
        .map(|offered| {
            let code = offered.code();
            view! { <option value=code selected=code == language>{offered.own_name()}</option> }
        })
        .collect_view();
    view! {
        <form class="form" method="post" action=words.href("/account/mail")>
            {form_token()}
            <div class="field">
                <label for="mail-pace">{t!(words, "mail-pace")}</label>
                <select id="mail-pace" name="pace">
                    <option value="none" selected=chosen.is_none()>{t!(words, "mail-pace-none")}</option>
                    {paces}
                </select>
            </div>
            <div class="field">
                <label for="mail-language">{t!(words, "mail-language")}</label>
                <select id="mail-language" name="language">{languages}</select>
            </div>
            <div class="form-actions"><button class="button quiet">{t!(words, "save")}</button></div>
        </form>
    }
}
