// The list of all that the program is made of, which the build writes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const text = () => readFileSync(join(root, 'target/corridor.cdx.json'), 'utf8');

test('the list of what the program is made of names every package with its licence and its checksum', () => {
  const bill = JSON.parse(text());
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
  expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'corridor', licenses: [{ expression: 'AGPL-3.0-or-later' }] });

  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8').split('[[package]]');
  const locked = new Map(lock.map((entry) => [entry.match(/checksum = "(.*)"/)?.[1], entry]));
  for (const component of bill.components) {
    const { name, version } = component;
    expect(component).toMatchObject({ type: 'library', 'bom-ref': component.purl });
    expect(component.purl).toBe(`pkg:cargo/${name}@${version.replaceAll('+', '%2B')}`);
    expect(['required', 'excluded'], name).toContain(component.scope);
    expect(component.licenses[0].expression, name).toMatch(/^[\w.\-() ]+$/);
    const [{ alg, content }] = component.hashes;
    expect(alg).toBe('SHA-256');
    expect(locked.get(content), name).toContain(`name = "${name}"\nversion = "${version}"`);
  }
});

test('the list of what the program is made of tells what is in it from what only builds or tests it', () => {
  const bill = JSON.parse(text());
  const scopes = new Map(bill.components.map(({ name, scope }) => [name, scope]));
  for (const name of ['argon2', 'axum', 'leptos', 'sea-orm', 'web-sys']) expect(scopes.get(name), name).toBe('required');
  for (const name of ['serde_derive', 'fluent-syntax', 'cc']) expect(scopes.has(name), name).toBe(true);
  expect(scopes.get('serde_derive')).toBe('excluded');
  expect(scopes.has('proptest')).toBe(false);

  const refs = new Set(bill.components.map((component) => component['bom-ref']));
  expect(refs.size).toBe(bill.components.length);
  const [whole, ...others] = bill.dependencies;
  expect(whole.ref).toBe(bill.metadata.component['bom-ref']);
  expect(new Set(others.map(({ ref }) => ref))).toEqual(refs);
  for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs.has(ref), ref).toBe(true);
});

test('the same sources give the same list of what the program is made of', () => {
  const again = execFileSync('node', ['.ci/sbom.mjs'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  expect(again).toBe(text());
});
