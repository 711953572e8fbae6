use proptest::prelude::*;

use super::*;

fn at(seconds: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-03-01T09:00:00Z".parse().expect("an instant");
    start + TimeDelta::seconds(seconds)
}

/// How many tries are left.
fn left(mut bucket: Bucket, limit: Limit, now: DateTime<Utc>) -> i32 {
    let mut count = 0;
    while let Ok(taken) = bucket.take(limit, now) {
        bucket = taken;
        count += 1;
    }
    count
}

fn emptied(counted: Counted, now: DateTime<Utc>) -> Bucket {
    let mut bucket = Bucket::UNTOUCHED;
    while let Ok(taken) = bucket.take(counted.limit(), now) {
        bucket = taken;
    }
    bucket
}

#[test]
fn so_many_tries_may_come_at_once_and_then_one_after_each_refill() {
    let limit = Limit { capacity: 3, refill: TimeDelta::seconds(60) };
    let mut bucket = Bucket::UNTOUCHED;
    for (now, expected) in [
        (0, Ok(())),
        (0, Ok(())),
        (0, Ok(())),
        (0, Err(60)),
        (59, Err(1)),
        (60, Ok(())),
        (60, Err(60)),
        (180, Ok(())),
        (180, Ok(())),
        (180, Err(60)),
        (10_000, Ok(())),
    ] {
        let taken = bucket.take(limit, at(now));
        assert_eq!(taken.map(|_| ()).map_err(|wait| wait.num_seconds()), expected, "at {now}");
        bucket = taken.unwrap_or(bucket);
    }
}

#[test]
fn a_try_that_is_given_back_was_never_taken() {
    let limit = Limit { capacity: 3, refill: TimeDelta::seconds(60) };
    let one = Bucket::UNTOUCHED.take(limit, at(0)).expect("one");
    let two = one.take(limit, at(0)).expect("two");
    assert_eq!(two.give_back(limit, at(0)), one);
    assert!(one.give_back(limit, at(0)).is_full(at(0)));
    // What was taken long ago is there again; there is never more than all.
    assert_eq!(left(two.give_back(limit, at(1000)), limit, at(1000)), 3);
}

#[test]
fn a_clock_that_was_set_back_leaves_a_bucket_empty_and_no_worse() {
    let limit = Limit { capacity: 3, refill: TimeDelta::seconds(60) };
    let emptied_in_the_future = Bucket::kept(at(1_000_000));
    assert_eq!(emptied_in_the_future.take(limit, at(0)), Err(TimeDelta::seconds(60)));
    assert_eq!(left(emptied_in_the_future.give_back(limit, at(0)), limit, at(0)), 1);
}

#[test]
fn a_guesser_of_one_account_is_slowed_and_a_colleague_in_another_network_is_not() {
    let (mut network, mut account) = (Bucket::UNTOUCHED, Bucket::UNTOUCHED);
    let mut here = Bucket::UNTOUCHED;
    let mut tries = 0;
    let wait = loop {
        match sign_in([network, here, account], at(0)) {
            Ok(taken) => [network, here, account] = taken,
            Err(wait) => break wait,
        }
        tries += 1;
    };
    assert_eq!((tries, wait.num_seconds()), (5, 60));
    assert!(sign_in([Bucket::UNTOUCHED, Bucket::UNTOUCHED, account], at(0)).is_ok());
    // A colleague of another account behind the same address is let in, too.
    assert!(sign_in([network, Bucket::UNTOUCHED, Bucket::UNTOUCHED], at(0)).is_ok());
}

#[test]
fn guessing_from_many_networks_leaves_one_try_to_each_and_the_owner_at_home() {
    let account = emptied(Counted::Account, at(0));
    let [network, here, account] =
        sign_in([Bucket::UNTOUCHED, Bucket::UNTOUCHED, account], at(0)).expect("the first try");
    // Got wrong: from there it waits.
    assert!(sign_in([network, here, account], at(0)).is_err());
    assert!(sign_in([Bucket::UNTOUCHED, Bucket::UNTOUCHED, account], at(0)).is_ok());
}

#[test]
fn a_network_that_tries_many_accounts_is_slowed() {
    let network = emptied(Counted::Network, at(0));
    let wait = sign_in([network, Bucket::UNTOUCHED, Bucket::UNTOUCHED], at(0));
    assert_eq!(wait, Err(TimeDelta::seconds(10)));
}

#[test]
fn an_address_stands_for_its_network() {
    for (address, expected) in [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::1", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
    ] {
        let address: IpAddr = address.parse().expect("an address");
        assert_eq!(network(address).to_string(), expected);
    }
}

fn counted() -> impl Strategy<Value = Counted> {
    prop::sample::select(Counted::VARIANTS)
}

proptest! {
    #[test]
    fn a_bucket_is_never_below_empty_or_above_full_and_fills_up(
        counted in counted(),
        deeds in prop::collection::vec((any::<bool>(), 0_i64..90), 0..60),
    ) {
        let limit = counted.limit();
        let mut bucket = Bucket::UNTOUCHED;
        let mut now = 0;
        for (takes, passes) in deeds {
            now += passes;
            let before = left(bucket, limit, at(now));
            prop_assert!((0..=limit.capacity).contains(&before));
            if takes {
                match bucket.take(limit, at(now)) {
                    Ok(taken) => {
                        prop_assert_eq!(left(taken, limit, at(now)), before - 1);
                        bucket = taken;
                    }
                    Err(wait) => {
                        prop_assert_eq!(before, 0);
                        prop_assert!(wait > TimeDelta::zero() && wait <= limit.refill);
                        prop_assert!(bucket.take(limit, at(now) + wait).is_ok());
                    }
                }
            } else {
                bucket = bucket.give_back(limit, at(now));
            }
        }
        let later = at(now) + limit.refill * limit.capacity;
        prop_assert_eq!(left(bucket, limit, later), limit.capacity);
    }

    #[test]
    fn whatever_guessers_do_elsewhere_the_owner_signs_in_from_a_quiet_network(
        guesses in prop::collection::vec((0_usize..4, 0_i64..30), 0..200),
    ) {
        let mut account = Bucket::UNTOUCHED;
        let mut theirs = [[Bucket::UNTOUCHED; 2]; 4];
        let mut now = 0;
        for (from, passes) in guesses {
            now += passes;
            let [network, here] = theirs[from];
            if let Ok([network, here, taken]) = sign_in([network, here, account], at(now)) {
                theirs[from] = [network, here];
                account = taken;
            }
            prop_assert!(sign_in([Bucket::UNTOUCHED, Bucket::UNTOUCHED, account], at(now)).is_ok());
        }
    }
}
