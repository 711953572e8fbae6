//! A posted form as names and texts, exactly as typed; and that it was made for the browser that sends
//! it, before any handler sees it.

use std::time::Duration;

use app::{
    components::form_token::FORM_TOKEN,
    pages::errors::{self, Trouble},
};
use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::{FromRequest, FromRequestParts, Request},
    http::{Method, header, request::Parts},
    response::Response,
};
use domain::fields::Values;
use futures::StreamExt;
use register::form_token::is_form_token;

use crate::{
    answers,
    handlers::left_open,
    site::{Site, Visit},
};

/// The largest form: 34 provisions with notes, many times over.
pub const LARGEST: usize = 1024 * 1024;
/// What is larger is heard out up to here and thrown away: a browser that is cut off in the middle of
/// sending shows its own error in place of our answer.
const MOST_HEARD_OUT: usize = 16 * LARGEST;
/// How long a form may take to arrive.
const LONGEST_SENDING: Duration = Duration::from_secs(20);

/// A form as it arrived, kept beside its request, so that nothing that goes wrong later loses it.
#[derive(Clone, Debug)]
pub struct Typed(Bytes);

impl Typed {
    /// Its names and texts, as somebody typed them.
    pub fn values(&self) -> Values {
        self.read().1
    }

    /// The token that it carries, and the rest.
    fn read(&self) -> (String, Values) {
        let mut values: Values = form_urlencoded::parse(&self.0)
            .map(|(name, text)| (name.into_owned(), text.replace('\0', "")))
            .collect();
        (values.take(FORM_TOKEN).pop().unwrap_or_default(), values)
    }
}

/// The request with its whole form beside it. Another request stays as it is.
///
/// # Errors
/// Why the form did not arrive, with the head of the request.
pub async fn arrived(request: Request) -> Result<Request, (Parts, Trouble)> {
    if !is_form(&request) {
        return Ok(request);
    }
    let (mut parts, body) = request.into_parts();
    match tokio::time::timeout(LONGEST_SENDING, whole(body.into_data_stream())).await {
        Ok(Ok(form)) => {
            parts.extensions.insert(Typed(form.clone()));
            Ok(Request::from_parts(parts, Body::from(form)))
        }
        Ok(Err(trouble)) => Err((parts, trouble)),
        Err(_) => Err((parts, Trouble::TooSlow)),
    }
}

async fn whole(mut body: BodyDataStream) -> Result<Bytes, Trouble> {
    let (mut form, mut heard) = (Vec::new(), 0);
    while let Some(part) = body.next().await {
        // The line broke: nobody reads the answer.
        let part = part.map_err(|_| Trouble::Refused)?;
        heard += part.len();
        if heard <= LARGEST {
            form.extend_from_slice(&part);
        } else if heard > MOST_HEARD_OUT {
            break;
        }
    }
    if heard > LARGEST { Err(Trouble::TooLarge) } else { Ok(form.into()) }
}

fn is_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    *request.method() == Method::POST
        && kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

/// A visit that posted a form.
pub struct Posted {
    pub visit: Visit,
    pub values: Values,
}

impl FromRequest<Site> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, _) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, site).await?;
        match parts.extensions.get::<Typed>().map(Typed::read) {
            Some((token, values)) => {
                let secret = visit.form_secret.as_deref();
                if secret.is_some_and(|secret| is_form_token(&token, secret)) {
                    Ok(Self { visit, values })
                } else {
                    Err(left_open::answer(site, &visit, values).await)
                }
            }
            None => {
                let page = errors::show(&visit.asked, Trouble::Refused);
                Err(answers::render(site, &visit, page).await)
            }
        }
    }
}
