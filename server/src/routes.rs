//! Every address of the site with who may call it. The router is built beside the handlers; here it is
//! held against this table: a route that nobody declared fails a test, and so does one that answers
//! whom it should not.
//!
//! A new route is one line of [`ROUTES`]. `{kind}` stands for the path of every kind of entry.

use Access::{Account, Administrator, ByToken, Coordinator, Everybody, Network, Record, State};

pub mod built;
mod tests;

/// Who may call a route. What they may do there is the policy's to say, in `domain::policy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    /// Also without an account.
    Everybody,
    /// Who is signed in, about what is their own.
    Account,
    /// Accounts of a State.
    State,
    /// Accounts of the Network.
    Network,
    /// Coordinators of the Network.
    Coordinator,
    /// Administrators of the Network.
    Administrator,
    /// Who knows the secret in the address.
    ByToken,
    /// Whom the policy lets read that record, or records; and to change anything: who is signed in, and
    /// whom it lets do that with that record.
    Record,
}

const GET: &str = "GET";
const POST: &str = "POST";

/// What programs post. No page of this site made it, so it carries no token: mail services end mails for
/// their people (RFC 8058), browsers report what a page's policy kept from being run.
const BY_PROGRAMS: [&str; 2] = ["/mail/stop/{token}", "/csp-report"];

/// Method, address, who may call it.
const ROUTES: &[(&str, &str, Access)] = &[
    // Pages and tables for all.
    (GET, "/", Everybody),
    (GET, "/about", Everybody),
    (GET, "/agreements", Everybody),
    (GET, "/states", Everybody),
    (GET, "/states/{code}", Everybody),
    (GET, "/corridors", Everybody),
    (GET, "/corridors/{pair}", Everybody),
    (GET, "/compare", Everybody),
    (GET, "/coverage", Everybody),
    (GET, "/coverage.csv", Everybody),
    (GET, "/coverage.xlsx", Everybody),
    (GET, "/frozen", Everybody),
    (GET, "/frozen/{id}", Everybody),
    (GET, "/meetings", Everybody),
    (GET, "/commitments", Everybody),
    (GET, "/deliverables", Everybody),
    (GET, "/reviews", Everybody),
    (GET, "/practices", Everybody),
    (GET, "/pledges", Everybody),
    (GET, "/security", Everybody),
    (GET, "/.well-known/security.txt", Everybody),
    (GET, "/favicon.svg", Everybody),
    (GET, "/pkg", Everybody),
    (GET, "/healthz", Everybody),
    (GET, "/readyz", Everybody),
    (POST, "/csp-report", Everybody),
    // One's account.
    (GET, "/sign-in", Everybody),
    (POST, "/sign-in", Everybody),
    (GET, "/sign-in/code", Everybody),
    (POST, "/sign-in/code", Everybody),
    (POST, "/sign-in/go-on", Account),
    (GET, "/sign-in/forgotten", Everybody),
    (POST, "/sign-in/forgotten", Everybody),
    (GET, "/sign-in/link/{token}", ByToken),
    (POST, "/sign-in/link/{token}", ByToken),
    (POST, "/sign-out", Everybody),
    (GET, "/account", Account),
    (GET, "/account/calendar", Account),
    (POST, "/account/calendar", Account),
    (GET, "/calendar/{file}", ByToken),
    (GET, "/deadlines", Account),
    (GET, "/account/mail", Account),
    (POST, "/account/mail", Account),
    (GET, "/account/sessions", Account),
    (POST, "/account/sessions", Account),
    (GET, "/account/password", Account),
    (POST, "/account/password", Account),
    (GET, "/account/second-factor", Account),
    (POST, "/account/second-factor", Account),
    (GET, "/mail/stop/{token}", Everybody),
    (POST, "/mail/stop/{token}", ByToken),
    (GET, "/reviewing", Network),
    (GET, "/inbox", Account),
    (GET, "/still-so", State),
    (POST, "/still-so", State),
    (GET, "/two-people", State),
    (POST, "/two-people", State),
    // Records of agreements.
    (GET, "/agreements/new", State),
    (POST, "/agreements/new", State),
    (GET, "/agreements/{id}", Record),
    (GET, "/agreements/{id}/history", Record),
    (GET, "/agreements/{id}/edit", State),
    (GET, "/agreements/{id}/edit/{section}", State),
    (POST, "/agreements/{id}/edit/{section}", State),
    (GET, "/agreements/{id}/publish", State),
    (POST, "/agreements/{id}/publish", State),
    (GET, "/agreements/{id}/sharing", State),
    (POST, "/agreements/{id}/sharing", State),
    (GET, "/agreements/{id}/discard", State),
    (POST, "/agreements/{id}/discard", State),
    (GET, "/agreements/{id}/answer/{section}", State),
    (POST, "/agreements/{id}/answer/{section}", State),
    (GET, "/duplicates", Account),
    (GET, "/duplicates/{one}/{other}", Record),
    (POST, "/duplicates/{one}/{other}", Record),
    // Entries of the follow-up, of every kind.
    (GET, "/{kind}/new", Record),
    (POST, "/{kind}/new", Record),
    (GET, "/{kind}/{id}", Record),
    (GET, "/{kind}/{id}/edit/{form}", Record),
    (POST, "/{kind}/{id}/edit/{form}", Record),
    (GET, "/{kind}/{id}/history", Record),
    (GET, "/{kind}/{id}/publish", Record),
    (POST, "/{kind}/{id}/publish", Record),
    (POST, "/{kind}/{id}/confirm", State),
    (POST, "/{kind}/{id}/report", Record),
    (POST, "/{kind}/{id}/stage", Record),
    (POST, "/{kind}/{id}/commitment", Record),
    (GET, "/{kind}/{id}/text", Record),
    (GET, "/{kind}/{id}/paper.docx", Record),
    // Entries of one kind.
    (GET, "/meetings/{id}/summary.docx", Record),
    (GET, "/meetings/{id}/minutes", Record),
    (GET, "/meetings/{id}/register", Everybody),
    (POST, "/meetings/{id}/register", Everybody),
    (GET, "/taking-part/{token}", ByToken),
    (POST, "/taking-part/{token}", ByToken),
    (GET, "/meetings/{id}/registrations", Coordinator),
    (POST, "/meetings/{id}/registrations", Coordinator),
    (GET, "/meetings/{id}/registrations.csv", Coordinator),
    (GET, "/meetings/{id}/registrations/erase", Coordinator),
    (POST, "/meetings/{id}/registrations/erase", Coordinator),
    (POST, "/practices/{id}/reviewers", Coordinator),
    (POST, "/practices/{id}/declaration", Network),
    (POST, "/practices/{id}/opinion", Network),
    (POST, "/reviews/{id}/outcome", Record),
    (GET, "/jobs/{id}", Record),
    (GET, "/jobs/{id}/file", Record),
    (POST, "/reviews/{id}/taking-part", State),
    (POST, "/reviews/{id}/dossier", State),
    (POST, "/dossiers/{id}/draft", State),
    (POST, "/dossiers/{id}/ask", Network),
    (POST, "/dossiers/{id}/answer/{number}", State),
    (POST, "/frozen", Coordinator),
    (GET, "/audit", Administrator),
];
