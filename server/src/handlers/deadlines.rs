//! The list of deadlines, and the calendar in which they are read from elsewhere.

use app::pages::{account, deadlines};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use register::Error;

use super::account::sign_in_first;
use crate::{
    answers::{answer, lead_to, trouble},
    calendar::print,
    forms::Posted,
    site::{Site, Visit},
};

/// The list.
pub async fn list(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = deadlines::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// Makes an address for one's calendar, or takes it away. A new address is in the answer itself and
/// not in another page's address: it is shown once, and no history of a browser keeps it.
pub async fn change_calendar(
    State(site): State<Site>,
    Posted { visit, values }: Posted,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let (register, actor) = (&site.register, &visit.asked.actor);
    let revoked = match values.get("do") {
        "make" => match register.make_calendar(actor).await {
            Ok(token) => {
                let path = format!("/calendar/{}.ics", token.secret());
                let address = format!("{}{}", site.public_url, visit.asked.words.href(&path));
                let shown = account::show_with(&visit.asked, Some(address)).await;
                return answer(&site, &visit, shown).await;
            }
            Err(error) => Err(error),
        },
        "revoke" => register.revoke_calendar(actor).await,
        _ => Err(Error::NotFound),
    };
    match revoked {
        Ok(()) => lead_to(&visit, "/account?calendar=revoked"),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// The calendar, for whoever has its address.
pub async fn calendar(
    State(site): State<Site>,
    Path(file): Path<String>,
    visit: Visit,
) -> Response {
    let due = match file.strip_suffix(".ics") {
        Some(token) => site.register.calendar(token).await,
        None => Err(Error::NotFound),
    };
    match due {
        Ok(due) => {
            let now = site.register.clock().now();
            let text = print(visit.asked.words, &due, &site.public_url, now);
            let headers = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (header::CACHE_CONTROL, "private, no-cache"),
                (header::CONTENT_DISPOSITION, "inline; filename=\"deadlines.ics\""),
            ];
            (headers, text).into_response()
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
