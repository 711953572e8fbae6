//! Publishing and taking back, each asked for once more.

use domain::completeness::Gap;
use leptos::prelude::*;
use register::Error;

use super::agreement::title;
use crate::{
    components::layout::breadcrumbs,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Asks whether to publish, or to take back; with what is missing where it was refused.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(request: &Request, id: i64, missing: Vec<Gap>) -> Result<Page, Error> {
    let words = request.words;
    let record = request.register.agreement(&request.actor, id).await?;
    if !record.may_publish {
        return Err(Error::NotAllowed);
    }
    let is_published = record.published_at.is_some();
    let heading =
        if is_published { t!(words, "withdraw-question") } else { t!(words, "publish-question") };
    let name = title(words, &record);
    let status = if missing.is_empty() { 200 } else { 422 };
    let page =
        Page::new(heading.clone(), move || whole(words, id, name, heading, is_published, &missing));
    Ok(page.with_status(status))
}

fn whole(
    words: Words,
    id: i64,
    name: String,
    heading: String,
    is_published: bool,
    missing: &[Gap],
) -> impl IntoView + use<> {
    let record = format!("/agreements/{id}");
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (record.clone(), name.clone()),
        (format!("{record}/edit"), t!(words, "edit-record")),
    ];
    let missing = (!missing.is_empty()).then(|| {
        let gaps = missing
            .iter()
            .map(|gap| {
                let address = words.href(&format!("{record}/edit/{}", gap.section().code()));
                view! { <li><a href=address>{words.text(&format!("gap-{}", <&str>::from(*gap)))}</a></li> }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1">
                <h2>{t!(words, "before-publishing")}</h2>
                <ul>{gaps}</ul>
            </div>
        }
    });
    let (about, button, value, class) = if is_published {
        (t!(words, "withdraw-about"), t!(words, "withdraw"), "withdraw", "button danger")
    } else {
        (t!(words, "publish-about"), t!(words, "publish"), "publish", "button")
    };
    view! {
        {breadcrumbs(words, steps, heading.clone())}
        {missing}
        <h1>{heading}</h1>
        <p class="lede">{name}</p>
        <p>{about}</p>
        <form method="post" action=words.href(&format!("{record}/publish"))>
            <div class="form-actions">
                <button class=class name="do" value=value>{button}</button>
                <a href=words.href(&format!("{record}/edit"))>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}
