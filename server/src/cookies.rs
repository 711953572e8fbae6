//! Five cookies: the session, a sign-in that is half done, the language that was chosen, that a browser has
//! signed in before, and what the forms of a browser without a session rest on.

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};
use register::signing_in::HALF_DONE;

/// The session's cookie. Over TLS it carries the prefix that binds it to this host and to TLS.
pub fn session_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-session" } else { "session" }
}

/// The chosen language's cookie.
pub const LANGUAGE: &str = "language";

/// A cookie's value.
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The header that sets the session; without a token it takes it away.
pub fn set_session(is_secure: bool, token: Option<&str>) -> HeaderValue {
    let name = session_name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let text = match token {
        Some(token) => format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}"),
        None => format!("{name}=; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age=0"),
    };
    HeaderValue::from_str(&text).expect("a token is hexadecimal")
}

/// The cookie of a sign-in whose second factor is asked for.
pub fn half_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-half-session" } else { "half-session" }
}

/// The header that sets a sign-in that is half done, until it has taken too long; without a token it takes it
/// away.
pub fn set_half(is_secure: bool, token: Option<&str>) -> HeaderValue {
    let name = half_name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let (token, seconds) = token.map_or(("", 0), |token| (token, HALF_DONE.num_seconds()));
    let text = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).expect("a token is hexadecimal")
}

/// The cookie of a browser that has signed in before: others who guess do not slow it.
pub fn browser_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-browser" } else { "browser" }
}

/// The header by which a browser is known again, for a year. It signs nobody in.
pub fn set_browser(is_secure: bool, token: &str) -> HeaderValue {
    let name = browser_name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let text = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}");
    HeaderValue::from_str(&text).expect("a token is hexadecimal")
}

/// The cookie on which forms rest where there is no session.
pub fn form_name(is_secure: bool) -> &'static str {
    if is_secure { "__Host-form" } else { "form" }
}

/// A secret has as many characters; who holds a shorter one was not given it here.
const SECRET_LENGTH: usize = 64;

/// The secret on which the forms of a browser rest: its session's, also one that has ended, so that what
/// was typed meanwhile is taken; or one of its own.
pub fn form_secret(headers: &HeaderMap, is_secure: bool) -> Option<&str> {
    [session_name(is_secure), form_name(is_secure)]
        .into_iter()
        .filter_map(|name| get(headers, name))
        .find(|secret| secret.len() == SECRET_LENGTH)
}

/// The header that sets it, until the browser is closed.
pub fn set_form(is_secure: bool, secret: &str) -> HeaderValue {
    let name = form_name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let text = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("a secret is hexadecimal")
}

/// The header that remembers a language for a year.
pub fn set_language(code: &'static str) -> HeaderValue {
    HeaderValue::from_str(&format!("{LANGUAGE}={code}; Path=/; SameSite=Lax; Max-Age=31536000"))
        .expect("a language's code is plain")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("xsession=no; session=abc; language=ru"));
        assert_eq!(get(&headers, "session"), Some("abc"));
        assert_eq!(get(&headers, "language"), Some("ru"));
        assert_eq!(get(&headers, "other"), None);
    }

    #[test]
    fn over_tls_the_session_is_bound_to_the_host() {
        let cookie = set_session(true, Some("ab12"));
        assert_eq!(cookie, "__Host-session=ab12; Path=/; HttpOnly; SameSite=Lax; Secure");
        let browser = set_browser(true, "ab12");
        assert_eq!(
            browser,
            "__Host-browser=ab12; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure"
        );
        let half = set_half(true, Some("ab12"));
        assert_eq!(
            half,
            "__Host-half-session=ab12; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure"
        );
        assert_eq!(
            set_half(false, None),
            "half-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        );
        let form = set_form(true, "ab12");
        assert_eq!(form, "__Host-form=ab12; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
