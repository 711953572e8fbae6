//! Where a request comes from, as far as it decides how often something may be tried.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, HeaderName, request::Parts},
};
use domain::limits;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The network that the request came from, as a text; empty where it is not known.
pub fn network(parts: &Parts, trusted_proxies: usize) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = forwarded(&parts.headers, trusted_proxies).or(peer);
    address.map(|address| limits::network(address).to_string()).unwrap_or_default()
}

/// The address that the outermost trusted proxy was asked by. Each proxy adds one at the end; what stands
/// before those is what the visitor says and may be anything.
fn forwarded(headers: &HeaderMap, trusted_proxies: usize) -> Option<IpAddr> {
    let from_the_end = trusted_proxies.checked_sub(1)?;
    let all: Vec<&str> = headers
        .get_all(FORWARDED_FOR)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let text = all.iter().rev().nth(from_the_end)?;
    text.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip())).ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, Request};

    use super::*;

    fn parts(forwarded: &[&'static str]) -> Parts {
        let (mut parts, ()) = Request::new(()).into_parts();
        let peer: SocketAddr = "10.0.0.1:4321".parse().expect("an address");
        parts.extensions.insert(ConnectInfo(peer));
        for &value in forwarded {
            parts.headers.append(FORWARDED_FOR, HeaderValue::from_static(value));
        }
        parts
    }

    #[test]
    fn a_visitors_address_is_taken_from_trusted_proxies_alone() {
        for (forwarded, proxies, expected) in [
            // Without a proxy of ours anybody may write anything there.
            (vec!["203.0.113.9"], 0, "10.0.0.1"),
            (vec!["203.0.113.9"], 1, "203.0.113.9"),
            // What the visitor wrote stands before what the proxy added.
            (vec!["198.51.100.1, 203.0.113.9"], 1, "203.0.113.9"),
            (vec!["198.51.100.1", "203.0.113.9"], 1, "203.0.113.9"),
            (vec!["198.51.100.1, 203.0.113.9, 10.0.0.2"], 2, "203.0.113.9"),
            (vec!["203.0.113.9:51000"], 1, "203.0.113.9"),
            (vec!["[2001:db8:1:2:3::4]:51000"], 1, "2001:db8:1:2::"),
            (vec!["2001:db8:1:2:3::4"], 1, "2001:db8:1:2::"),
            // A proxy that says nothing, or fewer than there should be.
            (vec![], 1, "10.0.0.1"),
            (vec!["unknown"], 1, "10.0.0.1"),
            (vec!["203.0.113.9"], 2, "10.0.0.1"),
        ] {
            assert_eq!(network(&parts(&forwarded), proxies), expected, "{forwarded:?} {proxies}");
        }
    }

    #[test]
    fn without_a_connection_nothing_is_known() {
        let (parts, ()) = Request::new(()).into_parts();
        assert_eq!(network(&parts, 0), "");
    }
}
