// `make bench`: measures the program at two sizes on two databases against the floor, and writes
// docs/BENCHMARKS.md. Started by bench/run, which says on which cores.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ask, form, measure, percentiles } from './load.mjs';
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
const THREE_FILTERS = '/agreements?status=in_force&kind=memorandum_of_understanding&commission=ESCAP';
const PAGES = [
  ['List, three filters', THREE_FILTERS],
  ['Search, rare word', `/agreements?q=${RARE}`],
  ['Search, common word', `/agreements?q=${COMMON}`],
  ['Coverage', '/coverage'],
  ['Two checkpoints compared', '/compare?from=gcm-talk-baku-2023&to=rr-ece-2024'],
];
/** How often a page is asked for that nobody could keep, since something was saved just before. */
const AFTER_SAVES = 20;
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

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
const text = ({ body, headers }) => (UNPACK[headers['content-encoding']] ?? ((plain) => plain))(body).toString('utf8');
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

/** The token that forms carry, of a page's form. */
const tokenIn = (page) => page.match(/name="form-token" value="([0-9a-f]+)"/)[1];

/** A sign-in as the form of a browser that has no session sends it. */
async function signInForm(url) {
  const shown = await ask(`${url}/sign-in`);
  const [cookie] = shown.headers['set-cookie'][0].split(';');
  const typed = { 'form-token': tokenIn(text(shown)), email: OFFICIAL, password: PASSWORD };
  return { method: 'POST', headers: { ...form(url), cookie }, body: new URLSearchParams(typed).toString() };
}

async function signIn(url) {
  const answer = await ask(`${url}/sign-in`, await signInForm(url));
  if (answer.status !== 303) throw new Error(`the sign-in answered ${answer.status}`);
  return answer.headers['set-cookie'][0].split(';')[0];
}

/** Saves of one section: each connection has records of its own, so that none meets another's version. */
async function saving(url, state) {
  const cookie = await signIn(url);
  const records = await recordsOf(url, `party=${state}&q=generated`, 4);
  const versions = new Map();
  let token;
  const place = (id) => `${url}/agreements/${id}/edit/scope`;
  for (const id of records) {
    const page = text(await ask(place(id), { headers: { cookie } }));
    const version = page.match(/name="version" value="(\d+)"/)?.[1];
    if (!version) continue;
    versions.set(id, Number(version));
    token = tokenIn(page);
  }
  const own = [...versions.keys()];
  let saves = 0;
  const make = (connection) => {
    const id = own[connection % own.length];
    const version = versions.get(id);
    versions.set(id, version + 1);
    const typed = { 'form-token': token, version: String(version), do: 'save', in_words: `Save ${++saves}` };
    const body = new URLSearchParams(typed).toString();
    return { url: place(id), method: 'POST', headers: { ...form(url), cookie }, body };
  };
  return { name: 'Save of a section', make, expected: 303, most: own.length };
}

/** Lists that nobody asked for before: no page of them is kept. */
function otherLists(url, states) {
  const kinds = ['labour_migration_agreement', 'memorandum_of_understanding', 'social_security_agreement', 'other'];
  const statuses = ['in_force', 'signed', 'expired', 'terminated', 'superseded'];
  let asked = 0;
  return () => {
    const number = asked++;
    const state = states[number % states.length];
    const kind = kinds[Math.floor(number / states.length) % kinds.length];
    const status = statuses[Math.floor(number / states.length / kinds.length) % statuses.length];
    return { url: `${url}/agreements?status=${status}&kind=${kind}&party=${state}` };
  };
}

/** Agreements one after the other, by their numbers: no page of them is kept either. */
function otherAgreements(url, records) {
  const most = Math.max(...records);
  let asked = 0;
  return () => ({ url: `${url}/agreements/${1 + (asked++ % most)}` });
}

const pages = (url, records, states) => [
  { name: 'Agreement', make: (connection, number) => ({ url: `${url}/agreements/${records[(connection + number) % records.length]}` }) },
  { name: 'Agreement, another each time', make: otherAgreements(url, records) },
  { name: 'List, three filters, another each time', make: otherLists(url, states) },
  ...PAGES.map(([name, path]) => ({ name, make: () => ({ url: `${url}${path}` }) })),
];

/** Each page as the first to ask for it after something was saved. */
async function afterSaves(url, save) {
  const measured = [];
  for (const [name, path] of PAGES) {
    const latencies = [];
    for (let number = 0; number < AFTER_SAVES; number++) {
      const { url: place, ...saved } = save(0);
      const answer = await ask(place, saved);
      if (answer.status !== 303) throw new Error(`the save answered ${answer.status}`);
      const begin = performance.now();
      await ask(`${url}${path}`);
      latencies.push(performance.now() - begin);
    }
    measured.push({ name, ...percentiles(latencies) });
  }
  return measured;
}

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
    const [starts, firsts] = [[], []];
    let program;
    for (let start = 0; start < 5; start++) {
      await program?.stop();
      program = await register.serve();
      starts.push(program.milliseconds);
      const begin = performance.now();
      await ask(`${program.url}/coverage`);
      firsts.push(performance.now() - begin);
    }
    const idle = program.memory('VmRSS');
    const { url } = program;
    const records = await recordsOf(url, 'q=generated', 4);
    const state = await stateOf(url, records);
    const states = [...new Set([...text(await ask(`${url}/states`)).matchAll(/href="\/states\/([A-Z]{3})"/g)].map((found) => found[1]))];
    register.run(['user', 'add', OFFICIAL, '--name', 'Bench Official', '--role', 'official', '--state', state], `${PASSWORD}\n`);
    const scenarios = [];
    for (const page of pages(url, records, states)) scenarios.push(await lines(page));
    const signingIn = await signInForm(url);
    const entering = () => ({ url: `${url}/sign-in`, ...signingIn });
    scenarios.push(await lines({ name: 'Sign-in', make: entering, expected: 303 }));
    // Last: what was saved is no longer what was generated.
    const save = await saving(url, state);
    scenarios.push(await lines(save));
    const fresh = await afterSaves(url, save.make);
    const most = program.memory('VmHWM');
    if (saved.size === 0) {
      for (const { name, make } of pages(url, records, states).filter(({ name }) => ['Agreement', 'List, three filters'].includes(name))) {
        const file = join(process.env.BENCH_FOLDER, `${saved.size}.gz`);
        writeFileSync(file, (await ask(make(0, 0).url)).body);
        saved.set(name, file);
      }
    }
    await program.stop();
    const median = (of) => of.sort((a, b) => a - b)[2];
    const times = { starts: median(starts), first: median(firsts) };
    return { kind, agreements: scale * 1222, loading, database, ...times, idle, most, scenarios, fresh };
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
writeFileSync(OUT, report({ floor, registers, command: process.env.BENCH_COMMAND ?? 'make bench', build: process.env.BENCH_BUILD }));
say(`written to ${OUT}`);
