//! What waits for somebody: for a State in [`of_state`], for the Network in [`of_network`].

mod filed;
mod of_network;
mod of_state;
mod records;

use register::Error;

use crate::{page::Page, request::Request};

/// Shows the inbox of whoever asks.
///
/// # Errors
/// [`Error::NotAllowed`] for a reader without an account.
pub async fn show(request: &Request) -> Result<Page, Error> {
    if request.actor.is_of_the_network() {
        of_network::show(request).await
    } else {
        of_state::show(request).await
    }
}
