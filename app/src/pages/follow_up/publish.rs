//! Publishing an entry and taking it back, each asked for once more.

use domain::policy::EntryVerb;
use leptos::prelude::*;
use register::{Error, following::Entry};

use super::lists::title;
use crate::{
    components::form_token::form_token, components::layout::breadcrumbs, page::Page,
    request::Request, words::t,
};

/// Asks whether to publish, or to take back.
///
/// # Errors
/// [`Error::NotAllowed`] for who may not.
pub async fn show(request: &Request, entry: &Entry) -> Result<Page, Error> {
    if !entry.may(EntryVerb::Publish) {
        return Err(Error::NotAllowed);
    }
    let words = request.words;
    let is_published = entry.published_at.is_some();
    let (heading, about, button, value, class) = if is_published {
        (
            t!(words, "entry-withdraw-question"),
            t!(words, "entry-withdraw-about"),
            t!(words, "entry-withdraw"),
            "withdraw",
            "button danger",
        )
    } else {
        (
            t!(words, "entry-publish-question"),
            t!(words, "entry-publish-about"),
            t!(words, "entry-publish"),
            "publish",
            "button",
        )
    };
    let (register, actor) = (&request.register, &request.actor);
    let needs_colleague =
        !is_published && register.needs_second_person_for_entry(actor, entry.id).await?;
    let (name, back) = (title(words, entry), entry.path());
    let to = format!("/{}/{}/publish", entry.kind.path(), entry.id);
    let page = Page::new(heading.clone(), move || {
        view! {
            {breadcrumbs(words, vec![(back.clone(), name.clone())], heading.clone())}
            <h1>{heading}</h1>
            <p class="lede">{name}</p>
            {if needs_colleague {
                view! {
                    <div class="notice" data-tone="info">
                        <h2>{t!(words, "second-person")}</h2>
                        <p>{t!(words, "second-person-about")}</p>
                    </div>
                }
                .into_any()
            } else {
                view! {
                    <p>{about}</p>
                    <form method="post" action=words.href(&to)>
                        {form_token()}
                        <div class="form-actions">
                            <button class=class name="do" value=value>{button}</button>
                            <a href=words.href(&back)>{t!(words, "cancel")}</a>
                        </div>
                    </form>
                }
                .into_any()
            }}
        }
    });
    Ok(page.private())
}
