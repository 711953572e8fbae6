//! The chain: what follows what, and that nothing in it can be another without being found.

use proptest::prelude::*;

use super::*;

fn told(act: &str, detail: Option<&str>) -> Told {
    let at = "2026-03-01T09:00:00.000001Z".parse().expect("an instant");
    Told {
        detail: detail.map(str::to_owned),
        ..Told::new(at, Some(1), "Example Official (AZE)", act, Subject::agreement(7))
    }
}

/// The first line that does not follow the one before it.
fn broken(lines: &[Line]) -> Option<(i64, Break)> {
    let mut end = End::default();
    for line in lines {
        if let Some(how) = line.breaks(&end) {
            return Some((line.number, how));
        }
        end = line.end();
    }
    None
}

#[test]
fn the_hash_is_what_any_other_tool_calculates() {
    // printf '3:abc\n-\n0:\n' | sha256sum
    assert_eq!(
        digest([Some("abc"), None, Some("")]),
        "cf81a6b1594bd55a69444642752f9fe9c898caa3421543826cb1410780f3cba9"
    );
    assert_eq!(
        Line::after(&End::default(), told("recorded", None)).hash,
        "b00257fbef005e2c59ed713f3ff0e8e3865616a579c1852ac057fe4670ea09b0"
    );
}

#[test]
fn fields_cut_elsewhere_give_another_hash() {
    let all: [Vec<Option<&str>>; 7] = [
        vec![Some("ab"), Some("c")],
        vec![Some("a"), Some("bc")],
        vec![Some("abc")],
        vec![Some("abc"), None],
        vec![Some("abc"), Some("")],
        vec![Some("2:ab\n1:c\n")],
        vec![None, Some("abc")],
    ];
    let hashes: std::collections::BTreeSet<String> =
        all.iter().map(|fields| digest(fields.iter().copied())).collect();
    assert_eq!(hashes.len(), all.len());
}

#[test]
fn a_line_that_is_missing_moved_or_put_in_is_found() {
    let lines =
        chain(End::default(), ["recorded", "saved", "published"].map(|act| told(act, None)));
    assert_eq!(broken(&lines), None);
    assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(lines[0].previous, BEGINNING);

    let [first, second, third] = <[Line; 3]>::try_from(lines).expect("three");
    let put_in = Line::after(&first.end(), told("withdrawn", None));
    let renumbered = Line { number: 2, ..third.clone() };
    for (lines, found) in [
        (vec![second.clone(), third.clone()], (2, Break::Gap)),
        (vec![first.clone(), third.clone()], (3, Break::Gap)),
        (vec![first.clone(), first.clone(), second.clone()], (1, Break::Gap)),
        (vec![first.clone(), renumbered], (2, Break::Unlinked)),
        (vec![first.clone(), put_in, third], (3, Break::Unlinked)),
    ] {
        assert_eq!(broken(&lines), Some(found), "{lines:?}");
    }
}

#[test]
fn a_subject_is_read_back_from_its_codes_and_damage_is_none() {
    for kind in SubjectKind::VARIANTS {
        let subject = Subject::new(*kind, 3);
        let told = Told::new(DateTime::UNIX_EPOCH, None, "", LogAct::Merged.code(), subject);
        assert_eq!(told.subject(), Some(subject));
        assert_eq!(Told { kind: "nothing".into(), ..told }.subject(), None);
    }
}

/// Another text, or one where there was none.
fn other(text: &mut Option<String>) {
    *text = match text.take() {
        Some(text) => Some(text + "x"),
        None => Some(String::new()),
    };
}

/// No text where there was one, or one where there was none.
fn turned(text: &mut Option<String>) {
    *text = if text.is_some() { None } else { Some("x".into()) };
}

/// The line with each of its fields changed, one at a time.
fn alterations(line: &Line) -> Vec<Line> {
    let change = |change: fn(&mut Line)| {
        let mut line = line.clone();
        change(&mut line);
        line
    };
    vec![
        change(|line| line.number += 1),
        change(|line| line.number -= 1),
        change(|line| line.told.at += chrono::TimeDelta::microseconds(1)),
        change(|line| line.told.account_id = line.told.account_id.is_none().then_some(1)),
        change(|line| line.told.account_id = Some(line.told.account_id.map_or(0, |id| id + 1))),
        change(|line| line.told.author.push('x')),
        change(|line| line.told.act.push('x')),
        change(|line| line.told.kind.push('x')),
        change(|line| line.told.number = line.told.number.is_none().then_some(1)),
        change(|line| line.told.number = Some(line.told.number.map_or(0, |id| id + 1))),
        change(|line| line.told.version = line.told.version.is_none().then_some(1)),
        change(|line| line.told.version = Some(line.told.version.map_or(0, |id| id + 1))),
        change(|line| other(&mut line.told.detail)),
        change(|line| turned(&mut line.told.detail)),
        change(|line| other(&mut line.told.content_hash)),
        change(|line| turned(&mut line.told.content_hash)),
        change(|line| other(&mut line.told.reason)),
        change(|line| turned(&mut line.told.reason)),
        change(|line| other(&mut line.told.request)),
        change(|line| turned(&mut line.told.request)),
        change(|line| line.previous.push('0')),
        change(|line| line.hash.push('0')),
    ]
}

fn any_told() -> impl Strategy<Value = Told> {
    let text = || proptest::option::of("\\PC{0,12}");
    let who = (any::<u32>(), proptest::option::of(0_i64..100), "\\PC{0,12}", "[a-z_]{0,12}");
    let what = (
        "[a-z]{0,8}",
        proptest::option::of(0_i64..100),
        proptest::option::of(0_i32..100),
        text(),
        text(),
        text(),
        text(),
    );
    (who, what).prop_map(|((seconds, account_id, author, act), what)| {
        let (kind, number, version, detail, content_hash, reason, request) = what;
        let at = DateTime::from_timestamp(i64::from(seconds), 1000).expect("an instant");
        Told {
            at,
            account_id,
            author,
            act,
            kind,
            number,
            version,
            detail,
            content_hash,
            reason,
            request,
        }
    })
}

proptest! {
    #[test]
    fn a_change_of_any_field_of_any_line_breaks_the_chain(
        told in proptest::collection::vec(any_told(), 1..5),
        place in any::<proptest::sample::Index>(),
    ) {
        let lines = chain(End::default(), told);
        prop_assert_eq!(broken(&lines), None);
        let place = place.index(lines.len());
        for altered in alterations(&lines[place]) {
            let mut lines = lines.clone();
            lines[place] = altered.clone();
            prop_assert!(broken(&lines).is_some(), "{altered:?}");
        }
    }

    /// Written anew with its own hash, a line no longer is what the next one follows.
    #[test]
    fn a_line_that_is_written_anew_with_its_hash_breaks_the_next(told in any_told()) {
        let mut lines = chain(End::default(), [told.clone(), told.clone()]);
        lines[0] = Line::after(&End::default(), Told { author: told.author.clone() + "x", ..told });
        prop_assert_eq!(broken(&lines), Some((2, Break::Unlinked)));
    }
}
