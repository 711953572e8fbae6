#!/usr/bin/env node
// Writes what the program is made of, as CycloneDX 1.5: every package with its version, licence,
// checksum and what it needs. The same sources give the same text.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (program, args) =>
  execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });

// The machine that it is built for, and the browser.
const machine = run('rustc', ['-vV']).match(/^host: (.*)$/m)[1];
const platforms = [machine, 'wasm32-unknown-unknown'].flatMap((platform) => ['--filter-platform', platform]);
const metadata = JSON.parse(run('cargo', ['metadata', '--locked', '--all-features', '--format-version', '1', ...platforms]));

const checksums = new Map(
  readFileSync(join(root, 'Cargo.lock'), 'utf8')
    .split('[[package]]')
    .map((text) => Object.fromEntries([...text.matchAll(/^(name|version|checksum) = "(.*)"$/gm)].map(([, key, value]) => [key, value])))
    .map(({ name, version, checksum }) => [`${name}@${version}`, checksum]),
);
const packages = new Map(metadata.packages.map((found) => [found.id, found]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
const isOwn = (id) => packages.get(id).source === null;
const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes('proc-macro'));

/** What a package needs to be built (`build`) or to run (null), not what its tests need. */
const needed = (id, kinds) =>
  nodes
    .get(id)
    .deps.filter((dep) => dep.dep_kinds.some(({ kind }) => kinds.includes(kind)))
    .map((dep) => dep.pkg);

function reached(from, next) {
  const found = new Set();
  const open = [...from];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id)) continue;
    found.add(id);
    open.push(...next(id));
  }
  return found;
}

const roots = metadata.packages.filter((found) => found.source === null && ['server', 'app'].includes(found.name)).map((found) => found.id);
// A macro runs while the program is built; nothing of it or of what it needs is in the program.
const shipped = reached(roots, (id) => needed(id, [null]).filter((dep) => !isMacro(dep)));
const all = reached(roots, (id) => needed(id, [null, 'build']));

const purl = (id) => {
  const { name, version } = packages.get(id);
  return `pkg:cargo/${name}@${version.replaceAll('+', '%2B')}`;
};

const component = (id) => {
  const { name, version, license, repository } = packages.get(id);
  return {
    type: 'library',
    'bom-ref': purl(id),
    name,
    version,
    scope: shipped.has(id) ? 'required' : 'excluded',
    hashes: [{ alg: 'SHA-256', content: checksums.get(`${name}@${version}`) }],
    // Older packages write "/" for OR.
    licenses: [{ expression: license.replace(/\s*\/\s*/g, ' OR ') }],
    purl: purl(id),
    ...(repository ? { externalReferences: [{ type: 'vcs', url: repository }] } : {}),
  };
};

const others = [...all].filter((id) => !isOwn(id)).sort((a, b) => (purl(a) < purl(b) ? -1 : 1));
const refs = (ids) => [...new Set(ids.filter((id) => !isOwn(id)).map(purl))].sort();
const own = packages.get(roots.find((id) => packages.get(id).name === 'server'));
const itself = `corridor@${own.version}`;

const content = {
  metadata: {
    lifecycles: [{ phase: 'build' }],
    component: {
      type: 'application',
      'bom-ref': itself,
      name: 'corridor',
      version: own.version,
      licenses: [{ expression: own.license }],
    },
  },
  components: others.map(component),
  dependencies: [
    { ref: itself, dependsOn: refs([...all].filter(isOwn).flatMap((id) => needed(id, [null, 'build']))) },
    ...others.map((id) => ({ ref: purl(id), dependsOn: refs(needed(id, [null, 'build'])) })),
  ],
};
// A number that stands for this content: version 8 of RFC 9562, made from its hash.
const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${uuid}`,
  version: 1,
  ...content,
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
