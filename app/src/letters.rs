//! The text of mails: what is told, with links to it, in the language that its account chose. Plain
//! text, which every mail program shows and no filter has to take apart.

use domain::account_links::LinkPurpose;
use register::mailing::{Letter, Line};

use crate::{
    pages::choose_password,
    words::{Language, Words, t},
};

/// A mail's subject and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub subject: String,
    pub body: String,
}

/// The mail of what newly waits. `site` is the address at which people reach the register, without a
/// path.
pub fn letter(words: Words, letter: &Letter, site: &str) -> Text {
    let link = |path: &str| format!("{site}{}", words.href(path));
    let subject = match &letter.lines[..] {
        [only] => t!(words, "mail-subject-one", what = heading(words, only)),
        lines => t!(words, "mail-subject", count = lines.len()),
    };
    let mut parts = vec![t!(words, "mail-intro")];
    let mut last = None;
    for line in &letter.lines {
        if last != Some(line.kind) {
            parts.push(heading(words, line));
            last = Some(line.kind);
        }
        parts.push(format!("- {}\n  {}", what(words, line), link(&line.path)));
    }
    parts.push(foot(words, letter, &link("/account#mail"), &link(&stop_path(letter))));
    Text { subject, body: parts.join("\n\n") }
}

fn stop_path(letter: &Letter) -> String {
    format!("/mail/stop/{}", letter.stop_token)
}

/// Why it came, and how to have no more.
fn foot(words: Words, letter: &Letter, setting: &str, stop: &str) -> String {
    let pace = words.text(&format!("mail-pace-{}", letter.pace.code()));
    let why = t!(words, "mail-why", pace = pace);
    let (change, end) = (t!(words, "mail-change"), t!(words, "mail-stop-link"));
    // The two dashes and the space begin a signature, which mail programs set apart.
    format!("-- \n{why}\n{change} {setting}\n{end} {stop}\n")
}

/// A mail that shows that mail arrives.
pub fn trial(words: Words, site: &str) -> Text {
    let body = t!(words, "mail-trial-about", site = site.to_owned());
    Text { subject: t!(words, "mail-trial"), body: format!("{body}\n") }
}

/// The mail to who lost the second factor. Nobody knows in which language its owner reads, so it is told in all.
pub fn second_factor_taken_away(site: &str) -> Text {
    let in_all = |text: fn(Words, &str) -> String, between: &str| {
        Language::ALL.map(|language| text(Words { language }, site)).join(between)
    };
    let subject = in_all(|words, _| t!(words, "factor-mail-subject"), " / ");
    let body = in_all(|words, site| t!(words, "factor-mail-body", site = site.to_owned()), "\n\n");
    Text { subject, body: format!("{body}\n") }
}

/// The mail to who is to get an account, with the link to its password. Nobody knows yet in which language
/// its owner reads, so it is told in all.
pub fn invitation(site: &str, token: &str) -> Text {
    let purpose = LinkPurpose::Invitation;
    let days = purpose.lasts().num_days();
    let (mut subjects, mut bodies) = (Vec::new(), Vec::new());
    for language in Language::ALL {
        let words = Words { language };
        subjects.push(t!(words, "link-mail-subject-invitation"));
        let body = t!(words, "link-mail-body-invitation", site = site.to_owned(), days = days);
        bodies.push(format!("{body}\n\n{}", link(words, site, token)));
    }
    Text { subject: subjects.join(" / "), body: format!("{}\n", bodies.join("\n\n")) }
}

/// The mail to who forgot the password, with the link to another one.
pub fn forgotten(words: Words, site: &str, token: &str) -> Text {
    let minutes = LinkPurpose::Reset.lasts().num_minutes();
    let body = t!(words, "link-mail-body-reset", site = site.to_owned(), minutes = minutes);
    let (link, not_me) = (link(words, site, token), t!(words, "link-mail-not-me"));
    Text {
        subject: t!(words, "link-mail-subject-reset"),
        body: format!("{body}\n\n{link}\n\n{not_me}\n"),
    }
}

/// The address of a link to a password.
pub fn link(words: Words, site: &str, token: &str) -> String {
    format!("{site}{}", words.href(&format!("{}{token}", choose_password::PATH)))
}

fn heading(words: Words, line: &Line) -> String {
    words.text(&format!("notice-{}", line.kind.code()))
}

/// What it is about, in one line.
fn what(words: Words, line: &Line) -> String {
    let name = name(words, line);
    match (line.day, line.detail.as_str()) {
        (Some(day), kind) => {
            let what = words.text(&format!("deadline-kind-{kind}"));
            t!(words, "mail-deadline", name = name, what = what, date = words.day(day))
        }
        (None, "") => name,
        (None, section) => {
            let section = words.text(&format!("section-{section}"));
            t!(words, "mail-section", name = name, section = section)
        }
    }
}

/// The title of what is published; of what is not, what it is and whose.
fn name(words: Words, line: &Line) -> String {
    let russian = line.title_ru.as_ref().filter(|_| words.language == Language::Russian);
    if let Some(title) = russian.or(line.title.as_ref()) {
        // A title is one line of a mail, whatever was typed.
        return title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let kind = match line.entry {
        Some(kind) => words.text(&format!("entry-kind-{}", kind.code())),
        None => t!(words, "mail-record"),
    };
    match &line.owner {
        Some(state) => t!(words, "mail-of-state", what = kind, state = words.state(state)),
        None => kind,
    }
}

#[cfg(test)]
mod tests {
    use domain::{follow_up::EntryKind, notices::NoticeKind};

    use super::*;

    fn line(kind: NoticeKind, detail: &str, entry: Option<EntryKind>, title: Option<&str>) -> Line {
        Line {
            kind,
            detail: detail.to_owned(),
            day: None,
            path: "/agreements/7".to_owned(),
            entry,
            owner: Some("AZE".to_owned()),
            title: title.map(str::to_owned),
            title_ru: title.map(|_| "Пример соглашения".to_owned()),
        }
    }

    #[test]
    fn what_is_published_is_told_by_its_title_and_what_is_not_by_what_it_is() {
        let [english, russian] = Language::ALL.map(|language| Words { language });
        let published =
            line(NoticeKind::SectionChanged, "life", None, Some("Example\r\nagreement"));
        assert_eq!(what(english, &published), "Example agreement, section “Events and term”");
        assert_eq!(
            what(russian, &published),
            "Пример соглашения, раздел «События и срок действия»"
        );
        let filed = line(NoticeKind::Submitted, "", Some(EntryKind::Practice), None);
        assert_eq!(what(english, &filed), "Practice (Azerbaijan)");
        assert_eq!(what(russian, &filed), "Практика (Азербайджан)");
    }

    #[test]
    fn a_deadline_is_told_with_its_day() {
        let mut near = line(NoticeKind::DeadlineNear, "expires", None, Some("Example agreement"));
        near.day = "2026-04-30".parse().ok();
        let told = what(Words { language: Language::English }, &near);
        assert_eq!(told, "Example agreement: Last day of the agreement, 30 April 2026");
    }
}
