//! The second factor as people meet it: at the sign-in, on a page of one's own, and with what was typed before
//! a session ended.

use app::pages::{second_factor::PATH, sign_in_code};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::Role;
use register::{Clock, Register, accounts::NewAccount, form_token::form_token};
use tempfile::TempDir;
use totp_rs::{Builder, Secret};
use tower::ServiceExt;

use crate::{router::router, site::Site};

const PASSWORD: &str = "a quiet morning in May";
const TYPED: &str =
    "typed.do=save&typed.text_en=Typed+before+the+session+ended&next=/deliverables/new";

/// The code that an authenticator app with this secret shows at an instant.
pub fn app_code(secret: &str, at: DateTime<Utc>) -> String {
    let secret = Secret::try_from_base32(secret).expect("base32");
    let app = Builder::new().with_secret(secret).build().expect("a secret of an app");
    app.generate(at.timestamp().try_into().expect("after 1970")).to_string()
}

/// A browser: it keeps its cookies.
struct Browser {
    router: Router,
    register: Register,
    cookies: Vec<(String, String)>,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

async fn browser() -> Browser {
    // Leptos renders on this runtime. Another test may have set it.
    let _ = any_spawner::Executor::init_tokio();
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    let clock = Clock::standing("2026-03-01T09:00:00Z".parse().expect("an instant"));
    let register = Register::open(&url, clock).await.expect("the database opens");
    register.migrate().await.expect("the schema");
    let site = Site::of(&register);
    let router = router(site, folder.path());
    Browser { router, register, cookies: Vec::new(), _folder: folder }
}

impl Browser {
    async fn account(&self, role: Role) -> String {
        let email = format!("{}@example.org", <&str>::from(role));
        let new = NewAccount {
            email: email.clone(),
            name: "Example".into(),
            role,
            state: role.is_of_a_state().then(|| "AZE".to_owned()),
            password: PASSWORD.into(),
        };
        self.register.add_account(new).await.expect("made");
        email
    }

    /// The token of the forms that this browser was shown.
    fn form_token(&self) -> String {
        let secret = ["session", "form"].iter().find_map(|wanted| {
            self.cookies.iter().find(|(name, _)| name == wanted).map(|(_, secret)| secret)
        });
        form_token(secret.expect("it was shown a form"))
    }

    /// Posts the form; without one, asks for the page.
    async fn ask(&mut self, path: &str, form: Option<&str>) -> Answer {
        let form = form.map(|form| format!("{form}&form-token={}", self.form_token()));
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(if form.is_some() { "POST" } else { "GET" })
            .uri(path)
            .header(header::HOST, "corridor.example")
            .header(header::ORIGIN, "https://corridor.example")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.clone().unwrap_or_default()))
            .expect("a request");
        let Ok(response) = self.router.clone().oneshot(request).await;
        let headers = response.headers().clone();
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie").to_owned();
            let (name, rest) = set.split_once('=').expect("a cookie");
            self.cookies.retain(|(kept, _)| kept != name);
            if !set.contains("Max-Age=0") {
                let value = rest.split(';').next().unwrap_or_default();
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        if form.is_some() || path.contains("sign-in") {
            let keep = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
            assert_eq!(keep.unwrap_or("no-store"), "no-store", "{path}");
        }
        let location = headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_default().to_owned();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a whole answer");
        Answer { status, location, body: String::from_utf8_lossy(&body).into_owned() }
    }

    async fn post(&mut self, path: &str, form: &str) -> Answer {
        self.ask(path, Some(form)).await
    }

    /// The first step of a sign-in.
    async fn first_step(&mut self, email: &str) -> Answer {
        self.ask("/sign-in", None).await;
        let password = PASSWORD.replace(' ', "+");
        self.post("/sign-in", &format!("email={email}&password={password}&{TYPED}")).await
    }

    fn code(&self, secret: &str) -> String {
        app_code(secret, self.register.clock().now())
    }
}

/// The secret that a page shows.
fn secret(answer: &Answer) -> String {
    let behind = answer.body.split(r#"class="secret">"#).nth(1).expect("a secret is shown");
    behind.split('<').next().unwrap_or_default().replace(' ', "")
}

fn recovery_codes(answer: &Answer) -> Vec<String> {
    let codes = answer.body.split("<li><code>").skip(1);
    codes.map(|code| code.split('<').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_sets_a_second_factor_up_at_the_first_sign_in_and_loses_nothing_that_was_typed()
 {
    let mut browser = browser().await;
    let email = browser.account(Role::Coordinator).await;
    let first = browser.first_step(&email).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.location);
    for part in ["class=\"qr\"", "one-time-code", "inputmode=\"numeric\"", "Typed before"] {
        assert!(first.body.contains(part), "{part}");
    }
    assert!(!first.body.contains("<script"));
    let account = browser.ask("/account", None).await;
    assert!(account.body.contains(r#"name="password""#), "nothing else is open");
    let russian = browser.ask("/ru/sign-in/code", None).await;
    assert!(russian.body.contains("Настройте второй фактор"), "{}", russian.status);
    let secret = secret(&first);
    assert_eq!(self::secret(&russian), secret);
    // English again.
    browser.cookies.retain(|(name, _)| name != "language");

    let wrong = browser.post(sign_in_code::PATH, &format!("code=12345&{TYPED}")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Typed before") && wrong.body.contains("The code is not right"));
    let code = browser.code(&secret);
    let form = format!("code={}+{}&{TYPED}", &code[..3], &code[3..]);
    let shown = browser.post(sign_in_code::PATH, &form).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(recovery_codes(&shown).len(), 10);
    assert!(shown.body.contains("Typed before"));
    let on = browser.post("/sign-in/go-on", TYPED).await;
    assert_eq!(on.status, StatusCode::OK);
    assert!(on.body.contains("Typed before") && on.body.contains(r#"action="/deliverables/new""#));
    let account = browser.ask("/account", None).await;
    assert_eq!(account.status, StatusCode::OK, "{}", account.location);
    assert!(account.body.contains("Where you are signed in"));
    assert!(!browser.cookies.iter().any(|(name, _)| name == "half-session"), "it is used up");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_a_sign_in_with_a_second_factor_also_one_that_took_too_long() {
    let mut browser = browser().await;
    let email = browser.account(Role::Coordinator).await;
    let given = browser.register.give_second_factor(&email).await.expect("given");
    let first = browser.first_step(&email).await;
    assert!(first.body.contains("The app is not at hand") && !first.body.contains("class=\"qr\""));
    browser.register.clock().advance(TimeDelta::minutes(11));
    let code = browser.code(&given.secret.text);
    let late = browser.post(sign_in_code::PATH, &format!("code={code}&{TYPED}")).await;
    assert!(late.body.contains("took too long") && late.body.contains("Typed before"));
    assert!(late.body.contains(r#"name="password""#));

    browser.first_step(&email).await;
    let on = browser.post(sign_in_code::PATH, &format!("code={code}&{TYPED}")).await;
    assert_eq!(on.status, StatusCode::OK);
    assert!(on.body.contains("Typed before") && on.body.contains(r#"action="/deliverables/new""#));

    // A recovery code in the field beside it, and nothing that was interrupted.
    browser.first_step(&email).await;
    let form = format!("code=&recovery={}&next=", given.recovery_codes[0]);
    let on = browser.post(sign_in_code::PATH, &form).await;
    assert_eq!((on.status, on.location.as_str()), (StatusCode::SEE_OTHER, "/account"));

    browser.first_step(&email).await;
    for _ in 0..10 {
        browser.post(sign_in_code::PATH, "code=000000").await;
    }
    let slowed = browser.post(sign_in_code::PATH, &format!("code=000000&{TYPED}")).await;
    assert_eq!(slowed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(slowed.body.contains("Nothing is locked") && slowed.body.contains("Typed before"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_set_up_changed_and_turned_off_on_a_page_of_ones_own() {
    let mut browser = browser().await;
    let email = browser.account(Role::Official).await;
    browser.first_step(&email).await;
    let password = PASSWORD.replace(' ', "+");
    let off = browser.ask(PATH, None).await;
    assert!(off.body.contains("It is off.") && !off.body.contains("class=\"qr\""));
    let refused = browser.post(PATH, "do=begin&current=not+the+password").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("The password is not right."));
    let begun = browser.post(PATH, &format!("do=begin&current={password}")).await;
    let secret = secret(&begun);
    // It stands at no address.
    let overview = browser.ask(PATH, None).await;
    assert!(!overview.body.contains("class=\"qr\""));
    let wrong = browser.post(PATH, "do=confirm&code=1").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(self::secret(&wrong), secret, "what is scanned already stays right");
    let code = browser.code(&secret);
    let shown = browser.post(PATH, &format!("do=confirm&code={code}")).await;
    let codes = recovery_codes(&shown);
    assert_eq!(codes.len(), 10);
    let on = browser.ask(PATH, None).await;
    for part in ["It is on since 1 March 2026.", "10 recovery codes are left.", "Turn it off"] {
        assert!(on.body.contains(part), "{part}");
    }
    let form = format!("do=codes&current={password}&code=&recovery={}", codes[0]);
    let renewed = recovery_codes(&browser.post(PATH, &form).await);
    assert!(renewed.len() == 10 && renewed != codes);
    let refused = browser.post(PATH, &format!("do=off&current={password}&code={code}")).await;
    assert!(refused.body.contains("was used already"), "{}", refused.status);
    browser.register.clock().advance(TimeDelta::seconds(30));
    let code = browser.code(&secret);
    let off = browser.post(PATH, &format!("do=off&current={password}&code={code}")).await;
    assert_eq!(off.location, "/account/second-factor?saved=off");
    let off = browser.ask(&off.location, None).await;
    assert!(off.body.contains("The second factor is off."));
    let nothing = browser.post(PATH, "do=something").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}
