// `make bench`: measures the program at two sizes on two databases against the floor, and writes
// docs/BENCHMARKS.md. Started by bench/run, which says on which cores.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ask, form, measure } from './load.mjs';
import { prepare, root, startFloor } from './program.mjs';
import { report } from './report.mjs';

const SCALES = (process.env.BENCH_SCALE ?? '1,100').split(',').map(Number);
const DATABASES = (process.env.BENCH_DATABASES ?? 'SQLite,PostgreSQL').split(',');
const OUT = process.env.BENCH_OUT ?? join(root, 'docs/BENCHMARKS.md');
/** Requests at each number of connections, at most. */
const REQUESTS = new Map([
  [1, 200],
  [8, 800],
  [64, 1600],
]);
/** How long one line of a table may take, in milliseconds: slow pages are asked for less often. */
const BUDGET = 30_000;
/** The program itself gives up on a page after this. */
const LONGEST = 20_000;

const RARE = 'lighthouse';
const COMMON = 'recruitment';
const PASSWORD = 'a quiet morning in May';
const OFFICIAL = 'bench@example.org';

const say = (text) => process.stderr.write(`· ${text}\n`);

/** One thing at each number of connections. What is slow is asked for less often, and not beyond what the program serves. */
async function lines({ name, make, expected, most = 64 }) {
  const trial = await measure({ connections: 1, count: 5, make, expected });
  if (trial.errors > 0) throw new Error(`${name}: ${trial.errors} of 5 answers were not ${expected ?? 200}`);
  const measured = [];
  for (const [connections, requests] of REQUESTS) {
    if (connections > most) continue;
    if (trial.p50 * connections > LONGEST) {
      measured.push({ connections, skipped: `not run: would wait over ${LONGEST / 1000} s` });
      continue;
    }
    const count = Math.min(requests, Math.max(connections, Math.floor(BUDGET / trial.p50)));
    measured.push(await measure({ connections, count, make, expected }));
  }
  const [first] = measured;
  say(`${name}: p50 ${first.p50?.toFixed(1) ?? '–'} ms at 1 connection`);
  return { name, measured };
}

const text = ({ body, headers }) =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString('utf8');
const numbersIn = (page) => [...new Set([...page.matchAll(/href="\/agreements\/(\d+)"/g)].map((found) => Number(found[1])))];

/** The records on the first pages of a list. */
async function recordsOf(url, query, pages) {
  const found = [];
  for (let page = 1; page <= pages; page++) {
    const numbers = numbersIn(text(await ask(`${url}/agreements?${query}&page=${page}`)));
    if (numbers.length === 0) break;
    found.push(...numbers);
  }
  return [...new Set(found)];
}

/** The State that most of these records name. */
async function stateOf(url, records) {
  const counts = new Map();
  for (const id of records) {
    const page = text(await ask(`${url}/agreements/${id}`));
    for (const [, code] of page.matchAll(/href="\/states\/([A-Z]{3})"/g)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

async function signIn(url) {
  const body = new URLSearchParams({ email: OFFICIAL, password: PASSWORD }).toString();
  const answer = await ask(`${url}/sign-in`, { method: 'POST', headers: form(url), body });
  if (answer.status !== 303) throw new Error(`the sign-in answered ${answer.status}`);
  return answer.headers['set-cookie'][0].split(';')[0];
}

/** Saves of one section: each connection has records of its own, so that none meets another's version. */
async function saving(url, state) {
  const cookie = await signIn(url);
  const records = await recordsOf(url, `party=${state}&q=generated`, 4);
  const versions = new Map();
  const place = (id) => `${url}/agreements/${id}/edit/scope`;
  for (const id of records) {
    const page = text(await ask(place(id), { headers: { cookie } }));
    const version = page.match(/name="version" value="(\d+)"/)?.[1];
    if (version) versions.set(id, Number(version));
  }
  const own = [...versions.keys()];
  let saves = 0;
  const make = (connection) => {
    const id = own[connection % own.length];
    const version = versions.get(id);
    versions.set(id, version + 1);
    const body = new URLSearchParams({ version: String(version), do: 'save', in_words: `Save ${++saves}` }).toString();
    return { url: place(id), method: 'POST', headers: { ...form(url), cookie }, body };
  };
  return { name: 'Save of a section', make, expected: 303, most: own.length };
}

const pages = (url, records) => [
  { name: 'Agreement', make: (connection, number) => ({ url: `${url}/agreements/${records[(connection + number) % records.length]}` }) },
  ...[
    ['List, three filters', '/agreements?status=in_force&kind=memorandum_of_understanding&commission=ESCAP'],
    ['Search, rare word', `/agreements?q=${RARE}`],
    ['Search, common word', `/agreements?q=${COMMON}`],
    ['Coverage', '/coverage'],
    ['Two checkpoints compared', '/compare?from=gcm-talk-baku-2023&to=rr-ece-2024'],
  ].map(([name, path]) => ({ name, make: () => ({ url: `${url}${path}` }) })),
];

function sizeOf(kind, folder) {
  if (kind === 'PostgreSQL') return 'not measured';
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

/** One register of one size on one database. `saved` gets pages for the floor. */
async function measureRegister(kind, scale, saved) {
  say(`${scale} × 1,222 agreements on ${kind}`);
  const register = await prepare(kind);
  try {
    register.run(['seed']);
    const loading = {};
    if (scale > 1) loading.whole = register.run(['seed', '--scale', String(scale - 1)]);
    loading.last = register.run(['seed', '--scale', String(scale)]);
    const database = sizeOf(kind, register.folder);
    const starts = [];
    let program;
    for (let start = 0; start < 5; start++) {
      await program?.stop();
      program = await register.serve();
      starts.push(program.milliseconds);
    }
    const idle = program.memory('VmRSS');
    const { url } = program;
    const records = await recordsOf(url, 'q=generated', 4);
    const state = await stateOf(url, records);
    register.run(['user', 'add', OFFICIAL, '--name', 'Bench Official', '--role', 'official', '--state', state], `${PASSWORD}\n`);
    const scenarios = [];
    for (const page of pages(url, records)) scenarios.push(await lines(page));
    const body = new URLSearchParams({ email: OFFICIAL, password: PASSWORD }).toString();
    const entering = () => ({ url: `${url}/sign-in`, method: 'POST', headers: form(url), body });
    scenarios.push(await lines({ name: 'Sign-in', make: entering, expected: 303 }));
    // Last: what was saved is no longer what was generated.
    scenarios.push(await lines(await saving(url, state)));
    const most = program.memory('VmHWM');
    if (saved.size === 0) {
      for (const { name, make } of pages(url, records).slice(0, 2)) {
        const file = join(process.env.BENCH_FOLDER, `${saved.size}.br`);
        writeFileSync(file, (await ask(make(0, 0).url)).body);
        saved.set(name, file);
      }
    }
    await program.stop();
    const median = starts.sort((a, b) => a - b)[2];
    return { kind, agreements: scale * 1222, loading, database, starts: median, idle, most, scenarios };
  } finally {
    register.remove();
  }
}

async function measureFloor(saved) {
  say('the floor');
  const floor = await startFloor([...saved.values()]);
  const results = [];
  for (const [number, name] of [...saved.keys()].entries()) {
    results.push(await lines({ name: `Bytes of: ${name}`, make: () => ({ url: `${floor.url}/${number}` }) }));
  }
  await floor.stop();
  return results;
}

const saved = new Map();
const registers = [];
for (const scale of SCALES) {
  for (const kind of DATABASES) registers.push(await measureRegister(kind, scale, saved));
}
const floor = await measureFloor(saved);
writeFileSync(OUT, report({ floor, registers, command: 'make bench' }));
say(`written to ${OUT}`);
