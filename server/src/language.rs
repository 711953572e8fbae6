//! The language is in the address and remembered: English at the bare address, Russian behind
//! `/ru`. `/en/...` says that English was chosen. Who comes to the bare address and has chosen
//! Russian, or whose browser asks for it, is led there.

use app::words::Language;
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::cookies;

/// Takes the language out of the address, so that one set of routes serves all, and leads to the
/// right address where it is another.
pub async fn choose(mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (language, rest) = split(&path);
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD) && !is_file(&path);
    match language {
        Some(Language::English) => {
            let mut response = redirect(&address(&rest, request.uri().query()));
            response
                .headers_mut()
                .insert(header::SET_COOKIE, cookies::set_language(Language::English.code()));
            response
        }
        Some(language) => {
            let rewritten = address(&rest, request.uri().query());
            if let Ok(uri) = rewritten.parse::<Uri>() {
                *request.uri_mut() = uri;
            }
            request.extensions_mut().insert(language);
            let is_new =
                cookies::get(request.headers(), cookies::LANGUAGE) != Some(language.code());
            let mut response = next.run(request).await;
            if is_page && is_new {
                response
                    .headers_mut()
                    .append(header::SET_COOKIE, cookies::set_language(language.code()));
            }
            response
        }
        None => {
            let wanted = wanted(request.headers());
            if is_page && wanted != Language::English {
                return redirect(&format!(
                    "{}{}",
                    wanted.prefix(),
                    address(&path, request.uri().query())
                ));
            }
            request.extensions_mut().insert(Language::English);
            next.run(request).await
        }
    }
}

/// What the reader chose before, else what the browser asks for first.
fn wanted(headers: &HeaderMap) -> Language {
    let chosen = cookies::get(headers, cookies::LANGUAGE).and_then(Language::from_code);
    chosen.unwrap_or_else(|| {
        let asked = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        asked
            .split(',')
            .find_map(|tag| Language::from_code(tag.split([';', '-']).next()?.trim()))
            .unwrap_or_default()
    })
}

fn split(path: &str) -> (Option<Language>, String) {
    for language in Language::ALL {
        if let Some(rest) = path.strip_prefix(&format!("/{}", language.code()))
            && (rest.is_empty() || rest.starts_with('/'))
        {
            return (
                Some(language),
                if rest.is_empty() { "/".to_owned() } else { rest.to_owned() },
            );
        }
    }
    (None, path.to_owned())
}

/// Files, checks and exports are the same in every language.
fn is_file(path: &str) -> bool {
    path.starts_with("/pkg/")
        || path.ends_with(".csv")
        // A calendar is asked for by a program; its language stands in its address.
        || path.ends_with(".ics")
        || matches!(path, "/healthz" | "/readyz")
        || path.contains("favicon")
        || path.ends_with(".txt")
}

fn address(path: &str, query: Option<&str>) -> String {
    // "//host" would lead away from this site.
    let path = format!("/{}", path.trim_start_matches('/'));
    match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

fn redirect(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_part_of_the_address_and_nothing_else() {
        assert_eq!(split("/ru/coverage"), (Some(Language::Russian), "/coverage".to_owned()));
        assert_eq!(split("/ru"), (Some(Language::Russian), "/".to_owned()));
        assert_eq!(split("/rules"), (None, "/rules".to_owned()));
    }

    #[test]
    fn a_choice_comes_before_what_the_browser_asks_for() {
        let mut headers = HeaderMap::new();
        assert_eq!(wanted(&headers), Language::English);
        headers
            .insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("kk, ru-RU;q=0.8, en;q=0.5"));
        assert_eq!(wanted(&headers), Language::Russian);
        headers.insert(header::COOKIE, HeaderValue::from_static("language=en"));
        assert_eq!(wanted(&headers), Language::English);
    }

    #[test]
    fn no_address_leads_away_from_the_site() {
        assert_eq!(address("//evil.example", None), "/evil.example");
    }
}
