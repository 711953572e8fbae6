//! A date as people write it, and the moment at which the register is looked at.
#![no_main]

use domain::{checkpoints::moment, partial_date::PartialDate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = moment(text);
    if let Ok(date) = text.parse::<PartialDate>() {
        assert!(date.first_day() <= date.last_day());
        assert_eq!(date.to_string().parse(), Ok(date));
    }
});
