//! What the program is built from: packages of the one public registry, each under a licence that lets
//! it go into a program under AGPL-3.0-or-later. Known weaknesses of packages are not looked up here,
//! because the list of them is not in a registry: `make advisories` does that.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;

/// What the lock file calls the registry.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
/// The packages of this repository.
const OWN: [&str; 5] = ["app", "domain", "migrations", "register", "server"];
/// Licences that let a package go into a program under AGPL-3.0-or-later. One that is missing is added
/// once somebody has read it.
const LICENCES: [&str; 10] = [
    "0BSD",
    "Apache-2.0",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    /// None for a package of this repository.
    source: Option<String>,
    checksum: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What cargo says of every package of the lock file, for every kind of machine.
fn metadata() -> Metadata {
    let said = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--all-features", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    serde_json::from_slice(&said.stdout).expect("cargo's own format")
}

/// Whether an SPDX expression can be met with [`LICENCES`] alone. Older packages write "/" for OR.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = any_of(&mut rest);
    met && rest.is_empty()
}

/// Takes this word, where it comes next.
fn takes(rest: &mut &[&str], word: &str) -> bool {
    let comes = rest.first() == Some(&word);
    if comes {
        *rest = &rest[1..];
    }
    comes
}

fn any_of(rest: &mut &[&str]) -> bool {
    let mut met = all_of(rest);
    while takes(rest, "OR") {
        met |= all_of(rest);
    }
    met
}

fn all_of(rest: &mut &[&str]) -> bool {
    let mut met = one(rest);
    while takes(rest, "AND") {
        met &= one(rest);
    }
    met
}

fn one(rest: &mut &[&str]) -> bool {
    if takes(rest, "(") {
        let met = any_of(rest);
        return takes(rest, ")") && met;
    }
    let Some((licence, behind)) = rest.split_first() else { return false };
    *rest = behind;
    // An exception allows more than its licence.
    if takes(rest, "WITH") {
        *rest = rest.get(1..).unwrap_or_default();
    }
    LICENCES.contains(licence)
}

#[test]
fn a_licence_is_read_as_packages_write_it() {
    for (expression, allowed) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only", true),
        ("MIT AND GPL-3.0-only", false),
        ("MIT/Apache-2.0", true),
        ("GPL-2.0-only / MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND OpenSSL", false),
        ("GPL-2.0-only OR MIT AND OpenSSL", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", true),
        ("GPL-2.0-only WITH Classpath-exception-2.0", false),
        ("(MIT", false),
        ("MIT MIT", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression), allowed, "{expression}");
    }
}

#[test]
fn every_package_comes_from_the_one_registry_with_its_checksum() {
    let text = fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let lock: Lock = toml::from_str(&text).expect("the lock file is TOML");
    for Locked { name, version, source, checksum } in lock.package {
        match source {
            None => assert!(OWN.contains(&name.as_str()), "{name} {version} has no source"),
            Some(source) => {
                assert_eq!(source, REGISTRY, "{name} {version}");
                assert!(checksum.is_some_and(|hash| hash.len() == 64), "{name} {version}");
            }
        }
    }
}

#[test]
fn every_package_has_a_licence_that_goes_with_that_of_the_program() {
    let others: Vec<Package> =
        metadata().packages.into_iter().filter(|package| package.source.is_some()).collect();
    assert!(others.len() > 100, "{} packages", others.len());
    let refused: Vec<String> = others
        .into_iter()
        .filter(|package| !package.license.as_deref().is_some_and(is_allowed))
        .map(|Package { name, version, license, .. }| format!("{name} {version}: {license:?}"))
        .collect();
    assert!(
        refused.is_empty(),
        "read these licences, then add them to LICENCES of server/src/supply.rs or do without the package: {refused:#?}"
    );
}
