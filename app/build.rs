//! Checks the words at build time: every language has the same keys with the same variables. Writes
//! the list of keys, against which `t!` checks each key that stands in the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};

const LANGUAGES: [&str; 2] = ["en", "ru"];

type Keys = BTreeMap<String, BTreeSet<String>>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    let [english, other] = LANGUAGES.map(keys);
    for (key, variables) in &english {
        match other.get(key) {
            None => panic!("locales/ru lacks the key {key}"),
            Some(others) => assert!(
                variables == others,
                "{key} has the variables {variables:?} in locales/en and {others:?} in locales/ru"
            ),
        }
    }
    if let Some(key) = other.keys().find(|key| !english.contains_key(*key)) {
        panic!("locales/en lacks the key {key}");
    }
    let list: Vec<String> = english.keys().map(|key| format!("    \"{key}\",\n")).collect();
    let list = list.concat();
    let path = PathBuf::from(env::var("OUT_DIR").expect("cargo names it")).join("keys.rs");
    fs::write(path, format!("[\n{list}]")).expect("the list is written");
}

/// The keys of a language, with the variables that each uses.
fn keys(language: &str) -> Keys {
    let mut keys = Keys::new();
    let folder = Path::new("locales").join(language);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).expect("the words are UTF-8");
        let resource = parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                of_pattern(pattern, &mut variables);
            }
            let key = message.id.name.to_owned();
            assert!(
                keys.insert(key, variables).is_none(),
                "{}: {} stands twice",
                file.display(),
                message.id.name
            );
        }
    }
    keys
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => of_inline(inline, variables),
                Expression::Select { selector, variants } => {
                    of_inline(selector, variables);
                    for variant in variants {
                        of_pattern(&variant.value, variables);
                    }
                }
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                of_inline(inline, variables);
            }
        }
        _ => {}
    }
}
