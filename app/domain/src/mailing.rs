//! E-mail about what newly waits for an account: how often it is wanted, what is told at which moment,
//! and when a mail that could not be sent is tried again.

use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The time of day in UTC at which digests are made: before the offices of the region open.
const DIGEST_TIME: NaiveTime = NaiveTime::from_hms_opt(6, 0, 0).expect("a time");
/// Minutes until a mail is tried again, after each time that it could not be sent. A mail server that
/// is down is back within a day; after that somebody has to look.
const TRY_AGAIN: [i64; 6] = [5, 30, 120, 360, 720, 720];

/// How often an account wants mail. Who wants none has no pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Pace {
    Immediately,
    Daily,
    /// On Mondays.
    Weekly,
}

impl Pace {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// What was noticed up to this instant is told at `now`; what came later waits for the next
    /// digest.
    pub fn told_until(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let today = now.date_naive();
        let (since, period) = match self {
            Self::Immediately => return now,
            Self::Daily => (0, 1),
            Self::Weekly => (i64::from(today.weekday().num_days_from_monday()), 7),
        };
        let digest = today.and_time(DIGEST_TIME).and_utc() - TimeDelta::days(since);
        if digest > now { digest - TimeDelta::days(period) } else { digest }
    }
}

/// How long to wait after a mail could not be sent for the `tried`th time; nothing where it is given
/// up.
pub fn try_again_after(tried: i32) -> Option<TimeDelta> {
    let at = usize::try_from(tried).ok()?.checked_sub(1)?;
    TRY_AGAIN.get(at).map(|minutes| TimeDelta::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_digest_tells_what_came_before_its_last_hour() {
        // 2 March 2026 is a Monday.
        for (now, daily, weekly) in [
            ("2026-03-04T09:00:00Z", "2026-03-04T06:00:00Z", "2026-03-02T06:00:00Z"),
            ("2026-03-04T05:59:59Z", "2026-03-03T06:00:00Z", "2026-03-02T06:00:00Z"),
            ("2026-03-02T06:00:00Z", "2026-03-02T06:00:00Z", "2026-03-02T06:00:00Z"),
            ("2026-03-02T05:00:00Z", "2026-03-01T06:00:00Z", "2026-02-23T06:00:00Z"),
            ("2026-03-01T23:00:00Z", "2026-03-01T06:00:00Z", "2026-02-23T06:00:00Z"),
            ("2026-01-01T00:00:00Z", "2025-12-31T06:00:00Z", "2025-12-29T06:00:00Z"),
        ] {
            let now = instant(now);
            assert_eq!(Pace::Immediately.told_until(now), now);
            assert_eq!(Pace::Daily.told_until(now), instant(daily), "daily at {now}");
            assert_eq!(Pace::Weekly.told_until(now), instant(weekly), "weekly at {now}");
        }
    }

    #[test]
    fn a_mail_is_tried_again_ever_later_and_then_given_up() {
        for (tried, minutes) in
            [(0, None), (1, Some(5)), (2, Some(30)), (6, Some(720)), (7, None), (-1, None)]
        {
            let after = try_again_after(tried).map(|after| after.num_minutes());
            assert_eq!(after, minutes, "after {tried}");
        }
    }

    proptest! {
        #[test]
        fn nothing_waits_longer_than_its_pace_and_nothing_is_told_twice(
            seconds in 0_i64..4_000_000_000,
            later in 0_i64..2_000_000,
        ) {
            let now = DateTime::from_timestamp(seconds, 0).expect("an instant");
            for (pace, period) in [(Pace::Daily, 1), (Pace::Weekly, 7)] {
                let until = pace.told_until(now);
                prop_assert!(until <= now && now - until < TimeDelta::days(period));
                prop_assert!(until <= pace.told_until(now + TimeDelta::seconds(later)));
            }
        }
    }
}
