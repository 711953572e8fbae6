//! The routes that the sources build. A router of axum does not tell its routes, so they are read from
//! where they are written.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A route, and where it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Built {
    pub method: &'static str,
    pub path: String,
    pub file: String,
}

const METHODS: [(&str, &str); 6] = [
    ("get", "GET"),
    ("post", "POST"),
    ("put", "PUT"),
    ("patch", "PATCH"),
    ("delete", "DELETE"),
    ("any", "ANY"),
];

/// Every route of the program.
///
/// # Panics
/// When a source is written in a way that is not understood here.
pub fn routes() -> Vec<Built> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    find_files(&source, &mut files);
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("the source is read");
        let name = file.strip_prefix(&source).unwrap_or(&file).display().to_string();
        // What is written here is about routes and makes none.
        if !name.starts_with("routes") {
            found.extend(read(&text, &name));
        }
    }
    found
}

/// Every source in a folder and the folders within it.
///
/// # Panics
/// When the folder is not there.
pub fn find_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("the sources are there").path();
        if path.is_dir() {
            find_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The routes that a source builds.
pub fn read(text: &str, file: &str) -> Vec<Built> {
    assert!(
        !text.contains(".nest("),
        "{file} nests routes under an address, which the test of routes does not understand: write whole addresses"
    );
    let mut found = Vec::new();
    for call in [".route(", ".route_service(", ".nest_service("] {
        for (at, _) in text.match_indices(call) {
            let line = text[..at].lines().next_back().unwrap_or_default();
            if line.trim_start().starts_with("//") {
                continue;
            }
            let arguments = up_to(&text[at + call.len()..], ')');
            let address = up_to(arguments, ',');
            let Some(path) = path_of(address, &text[..at]) else {
                panic!(
                    "{file}: the test of routes does not understand the address `{}`: write it as one text",
                    address.trim()
                );
            };
            let methods = match call {
                ".route(" => methods_of(&arguments[address.len()..]),
                _ => vec!["GET"],
            };
            assert!(!methods.is_empty(), "{file}: {path} has no method that the test understands");
            for method in methods {
                found.push(Built { method, path: path.clone(), file: file.to_owned() });
            }
        }
    }
    found
}

/// The text up to a character that stands in no brackets and no string.
fn up_to(text: &str, end: char) -> &str {
    let (mut depth, mut is_string, mut is_escaped) = (0_u32, false, false);
    for (at, char) in text.char_indices() {
        if is_string {
            is_string = is_escaped || char != '"';
            is_escaped = !is_escaped && char == '\\';
            continue;
        }
        if depth == 0 && char == end {
            return &text[..at];
        }
        match char {
            '"' => is_string = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text
}

/// The address that an expression makes: a text as it is; `at("…")`, behind the path of a kind;
/// `format!("/{}…", kind.path())`, there or in a variable before.
fn path_of(expression: &str, before: &str) -> Option<String> {
    let expression = expression.trim().trim_start_matches('&');
    let of_format = |text: &str| {
        let text = literal(text)?.replacen("{}", "{kind}", 1);
        let text = text.replace("{{", "{").replace("}}", "}");
        // What stands in a constant is not known here.
        let has_constant = text.split('{').skip(1).any(|part| part.starts_with(char::is_uppercase));
        (!has_constant).then_some(text)
    };
    if let Some(text) = literal(expression) {
        Some(text.to_owned())
    } else if let Some(rest) = expression.strip_prefix("at(") {
        Some(format!("/{{kind}}{}", literal(rest)?))
    } else if let Some(rest) = expression.strip_prefix("format!(") {
        of_format(rest)
    } else {
        let declared = format!("let {expression} = format!(");
        of_format(&before[before.rfind(&declared)? + declared.len()..])
    }
}

/// The text of the string with which this begins.
fn literal(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split('"').next()
}

/// The methods for which a router is made: `get(…).post(…)`.
fn methods_of(text: &str) -> Vec<&'static str> {
    let is_part_of_a_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | ':');
    METHODS
        .into_iter()
        .filter(|(name, _)| {
            text.match_indices(&format!("{name}("))
                .any(|(at, _)| !text[..at].ends_with(is_part_of_a_name))
        })
        .map(|(_, method)| method)
        .collect()
}
