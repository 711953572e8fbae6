//! What a session was begun with, in coarse words: enough for a person to know it again, and nothing by
//! which anybody could be followed.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A family of browsers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Browser {
    Edge,
    Opera,
    Yandex,
    Samsung,
    Firefox,
    Chrome,
    Safari,
    #[default]
    Other,
}

/// A family of operating systems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum System {
    Windows,
    Macos,
    Ios,
    Android,
    ChromeOs,
    Linux,
    #[default]
    Other,
}

/// A browser on a system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    pub browser: Browser,
    pub system: System,
}

/// What tells a browser. Most also name those that they are like, so the order matters.
const BROWSERS: [(&str, Browser); 13] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("YaBrowser/", Browser::Yandex),
    ("SamsungBrowser/", Browser::Samsung),
    ("Firefox/", Browser::Firefox),
    ("FxiOS/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chromium/", Browser::Chrome),
    ("HeadlessChrome/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Safari/", Browser::Safari),
];

const SYSTEMS: [(&str, System); 8] = [
    ("Windows", System::Windows),
    ("iPhone", System::Ios),
    ("iPad", System::Ios),
    ("Android", System::Android),
    ("CrOS", System::ChromeOs),
    ("Macintosh", System::Macos),
    ("Mac OS X", System::Macos),
    ("Linux", System::Linux),
];

impl Device {
    /// What a browser says of itself, as far as it is told.
    pub fn of(user_agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(sign, _)| user_agent.contains(sign));
        let system = SYSTEMS.iter().find(|(sign, _)| user_agent.contains(sign));
        Self {
            browser: browser.map(|(_, browser)| *browser).unwrap_or_default(),
            system: system.map(|(_, system)| *system).unwrap_or_default(),
        }
    }

    /// As it is kept: two codes.
    pub fn kept(self) -> String {
        format!("{} {}", <&str>::from(self.browser), <&str>::from(self.system))
    }

    /// What was kept.
    pub fn from_kept(kept: &str) -> Self {
        let (browser, system) = kept.split_once(' ').unwrap_or_default();
        Self {
            browser: browser.parse().unwrap_or_default(),
            system: system.parse().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_two_coarse_words_and_kept_as_them() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Browser::Firefox,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                Browser::Edge,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                Browser::Chrome,
                System::Linux,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                Browser::Samsung,
                System::Android,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                Browser::Safari,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36",
                Browser::Yandex,
                System::Macos,
            ),
            ("curl/8.14", Browser::Other, System::Other),
            ("", Browser::Other, System::Other),
        ] {
            let device = Device::of(user_agent);
            assert_eq!(device, Device { browser, system }, "{user_agent}");
            assert_eq!(Device::from_kept(&device.kept()), device, "{user_agent}");
        }
        // What an older program kept.
        assert_eq!(Device::from_kept("Mozilla/5.0 (X11; Linux x86_64)"), Device::default());
    }
}
