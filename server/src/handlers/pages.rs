//! Pages for reading. Each asks its page of `app` and renders it.

use app::pages;
use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::fields::SectionCode;
use register::Error;

use crate::{
    answers::{answer, lead_to},
    site::{Site, Visit},
};

/// The way in.
pub async fn home(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::home::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// The register.
pub async fn agreements(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::agreements::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// One agreement. The address of a record that was merged leads to the one that stands for both.
pub async fn agreement(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return answer(&site, &visit, Err(Error::NotFound)).await;
    };
    let shown = match site.register.kept_for(id).await {
        Ok(Some(kept)) => return lead_to(&visit, &format!("/agreements/{kept}?merged={id}")),
        Ok(None) => pages::agreement::show(&visit.asked, id).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

/// Its history.
pub async fn history(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let shown = match id.parse() {
        Ok(id) => pages::history::show(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// The form of a new record.
pub async fn new(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = pages::new::show(&visit.asked);
    answer(&site, &visit, shown).await
}

/// The task list of a record.
pub async fn edit(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match id.parse() {
        Ok(id) => pages::edit::show(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// The form of one section.
pub async fn section(
    State(site): State<Site>,
    Path((id, section)): Path<(String, String)>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match (id.parse(), section.parse::<SectionCode>()) {
        (Ok(id), Ok(section)) => pages::section::show(&visit.asked, id, section).await,
        _ => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// The question before publishing.
pub async fn publish(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match id.parse() {
        Ok(id) => pages::publish::show(&visit.asked, id, Vec::new()).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// Who sees a record before everybody does.
pub async fn sharing(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match id.parse() {
        Ok(id) => pages::sharing::show(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// The question before a draft is put away.
pub async fn discard(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match id.parse() {
        Ok(id) => pages::publish::discard(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// States.
pub async fn states(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::states::list(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// One State.
pub async fn state(State(site): State<Site>, Path(code): Path<String>, visit: Visit) -> Response {
    let shown = pages::states::one(&visit.asked, &code.to_ascii_uppercase()).await;
    answer(&site, &visit, shown).await
}

/// Corridors.
pub async fn corridors(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::corridors::list(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// One corridor.
pub async fn corridor(
    State(site): State<Site>,
    Path(pair): Path<String>,
    visit: Visit,
) -> Response {
    let shown = pages::corridors::one(&visit.asked, &pair).await;
    answer(&site, &visit, shown).await
}

/// Coverage.
pub async fn coverage(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::coverage::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// Two dates side by side.
pub async fn compare(State(site): State<Site>, visit: Visit) -> Response {
    let shown = pages::compare::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// What the register is.
pub async fn about(State(site): State<Site>, visit: Visit) -> Response {
    let shown = Ok(pages::about::show(&visit.asked));
    answer(&site, &visit, shown).await
}

/// One's own account.
pub async fn account(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = super::account::sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = pages::account::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// Any other address.
pub async fn not_found(State(site): State<Site>, visit: Visit) -> Response {
    answer(&site, &visit, Err(Error::NotFound)).await
}
