//! The query of a list, as an address may hold it: it is read, and what was read is written back.
#![no_main]

use domain::search::Query;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|address: &str| {
    let query = Query::from_address(address);
    assert_eq!(Query::from_address(&query.to_address()), query);
});
