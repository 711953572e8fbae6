//! The token by which a form shows that it was made for the browser that sends it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::tokens::hexadecimal;

/// Sets this use of the secret apart from any other.
const PURPOSE: &[u8] = b"form";

/// The token of the forms for a browser that holds this secret: that of its session, or one of its own.
/// Nobody finds the secret from it, and no form of one session passes for one of another.
///
/// # Panics
/// Never: a key may have any length.
pub fn form_token(secret: &str) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key may have any length");
    mac.update(PURPOSE);
    hexadecimal(&mac.finalize().into_bytes())
}

/// Whether it is the token for this secret. How long it takes does not tell how much of it is right.
pub fn is_form_token(given: &str, secret: &str) -> bool {
    form_token(secret).as_bytes().ct_eq(given.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_taken_with_the_token_of_its_own_secret_alone() {
        let token = form_token("one");
        assert_eq!(token.len(), 64);
        assert!(is_form_token(&token, "one"));
        for other in ["", "one", &token[..63], &form_token("two"), &form_token("")] {
            assert!(!is_form_token(other, "one"), "{other}");
        }
    }
}
