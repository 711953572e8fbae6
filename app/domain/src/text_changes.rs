//! What differs between two versions of a long text, line by line and, in a line that was changed, word
//! by word.

/// In which of the two versions something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Both,
    Before,
    After,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub side: Side,
    pub text: String,
}

/// A line of both versions: its pieces in the order of reading.
pub type Line = Vec<Span>;

/// Beyond so many pairs two texts are told as one gone and one come: looking for what they share would
/// take longer than a reader waits.
const MOST_PAIRS: usize = 1_000_000;

/// The lines of both versions, in order, with what differs.
pub fn text_changes(before: &str, after: &str) -> Vec<Line> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let mut lines = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for (side, text) in compared(&old, &new) {
        match side {
            Side::Before => gone.push(text),
            Side::After => come.push(text),
            Side::Both => {
                settle(&mut lines, &mut gone, &mut come);
                lines.push(vec![Span { side, text: text.to_owned() }]);
            }
        }
    }
    settle(&mut lines, &mut gone, &mut come);
    lines
}

/// As many lines gone as come in one place are lines that were changed; others are not the same.
fn settle(lines: &mut Vec<Line>, gone: &mut Vec<&str>, come: &mut Vec<&str>) {
    if gone.len() == come.len() {
        lines
            .extend(gone.drain(..).zip(come.drain(..)).map(|(before, after)| words(before, after)));
        return;
    }
    let whole = |side: Side, text: &str| vec![Span { side, text: text.to_owned() }];
    lines.extend(gone.drain(..).map(|text| whole(Side::Before, text)));
    lines.extend(come.drain(..).map(|text| whole(Side::After, text)));
}

/// A line that was changed.
fn words(before: &str, after: &str) -> Line {
    let old: Vec<&str> = before.split_inclusive(' ').collect();
    let new: Vec<&str> = after.split_inclusive(' ').collect();
    let mut line: Line = Vec::new();
    for (side, text) in compared(&old, &new) {
        match line.last_mut().filter(|last| last.side == side) {
            Some(last) => last.text.push_str(text),
            None => line.push(Span { side, text: text.to_owned() }),
        }
    }
    line
}

/// Both in one row. What begins and ends alike is left out of the comparison.
fn compared<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Side, &'a str)> {
    let head = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let ends = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = ends.take_while(|(one, other)| one == other).count();
    let both = |texts: &[&'a str]| -> Vec<(Side, &'a str)> {
        texts.iter().map(|text| (Side::Both, *text)).collect()
    };
    let mut row = both(&old[..head]);
    row.extend(middle(&old[head..old.len() - tail], &new[head..new.len() - tail]));
    row.extend(both(&old[old.len() - tail..]));
    row
}

/// The longest common row of both, with what stands in one of them alone around it.
fn middle<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Side, &'a str)> {
    let mut row = Vec::new();
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        row.extend(old.iter().map(|text| (Side::Before, *text)));
        row.extend(new.iter().map(|text| (Side::After, *text)));
        return row;
    }
    // How many pieces the rest of the one and the rest of the other have in common.
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            common[at * width + to] = if old[at] == new[to] {
                common[(at + 1) * width + to + 1] + 1
            } else {
                common[(at + 1) * width + to].max(common[at * width + to + 1])
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            row.push((Side::Both, old[at]));
            (at, to) = (at + 1, to + 1);
        } else if to == new.len()
            || (at < old.len() && common[(at + 1) * width + to] >= common[at * width + to + 1])
        {
            row.push((Side::Before, old[at]));
            at += 1;
        } else {
            row.push((Side::After, new[to]));
            to += 1;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `-gone-` and `+come+`, as they are read.
    fn told(before: &str, after: &str) -> Vec<String> {
        let piece = |span: &Span| match span.side {
            Side::Both => span.text.clone(),
            Side::Before => format!("-{}-", span.text),
            Side::After => format!("+{}+", span.text),
        };
        text_changes(before, after).iter().map(|line| line.iter().map(piece).collect()).collect()
    }

    #[test]
    fn a_changed_line_tells_the_words_and_a_new_line_stands_whole() {
        for (before, after, expected) in [
            ("one\ntwo", "one\ntwo", vec!["one", "two"]),
            ("", "one", vec!["+one+"]),
            ("one", "", vec!["-one-"]),
            ("one\nthree", "one\ntwo\nthree", vec!["one", "+two+", "three"]),
            (
                "Opened\nThe chair thanked all.\nClosed",
                "Opened\nThe host thanked all.\nClosed",
                vec!["Opened", "The -chair -+host +thanked all.", "Closed"],
            ),
            ("a\nb\nc", "x\ny\nc", vec!["-a-+x+", "-b-+y+", "c"]),
        ] {
            assert_eq!(told(before, after), expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn texts_too_long_to_compare_are_told_whole() {
        let text = |word: &str, lines: usize| format!("{word}\n").repeat(lines);
        let lines = text_changes(&text("before", 1100), &text("after", 1200));
        let of = |side: Side| lines.iter().flatten().filter(|span| span.side == side).count();
        assert_eq!((of(Side::Before), of(Side::After), of(Side::Both)), (1100, 1200, 0));
    }

    proptest! {
        #[test]
        fn both_versions_can_be_read_from_it(before in "([ab ]{0,4}\n){0,6}", after in "([ab ]{0,4}\n){0,6}") {
            let lines = text_changes(&before, &after);
            // A line of the other version alone leaves nothing in this one.
            let read = |without: Side| {
                lines
                    .iter()
                    .filter(|line| line.is_empty() || line.iter().any(|span| span.side != without))
                    .map(|line| {
                        let kept = line.iter().filter(|span| span.side != without);
                        kept.map(|span| span.text.as_str()).collect::<String>() + "\n"
                    })
                    .collect::<String>()
            };
            // An empty line that was changed is told by the other's words alone.
            let filled = |text: &str| -> Vec<String> {
                text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            prop_assert_eq!(filled(&read(Side::After)), filled(&before));
            prop_assert_eq!(filled(&read(Side::Before)), filled(&after));
        }
    }
}
