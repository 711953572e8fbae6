//! A form whose token is not that of the browser that sends it: its page was left open while somebody
//! signed in or out, or it is no page of this site. Nothing is done with it, and what was typed is kept.

use app::pages::{
    choose_password, follow_up::taking_part::own::OWN, forgotten_password, left_open,
    recovery_codes, sign_in_code,
};
use axum::response::Response;
use domain::fields::Values;

use super::account::{sign_in_and_go_on, sign_in_once_more};
use crate::{
    answers::render,
    site::{Site, Visit},
};

/// Asks to send it once more; to sign in first, where the form is for accounts and there is none.
pub async fn answer(site: &Site, visit: &Visit, values: Values) -> Response {
    let is_nobody = visit.asked.actor.account().is_none();
    match visit.asked.path.as_str() {
        "/sign-in" | sign_in_code::PATH => sign_in_once_more(site, visit, &values).await,
        recovery_codes::GO_ON if is_nobody => sign_in_once_more(site, visit, &values).await,
        path if is_nobody && !is_for_all(path) && !left_open::has_secret(&values) => {
            sign_in_and_go_on(site, visit, values).await
        }
        _ => render(site, visit, left_open::show(&visit.asked, values)).await,
    }
}

/// Forms that people without an account send.
fn is_for_all(path: &str) -> bool {
    let is_asking_to_take_part = path.starts_with("/meetings/") && path.ends_with("/register");
    let has_secret = [OWN, choose_password::PATH].iter().any(|before| path.starts_with(before));
    ["/sign-out", forgotten_password::PATH].contains(&path) || has_secret || is_asking_to_take_part
}
