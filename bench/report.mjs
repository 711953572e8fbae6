// What was measured as a page of Markdown.
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

const told = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'not known';
  }
};

const number = (value, digits = 0) =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const milliseconds = (value) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0);

const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const line = (name, { skipped, connections, count, errors, perSecond, p50, p95, p99, bytes }) =>
  skipped
    ? [name, connections, skipped, '', '', '', '', '', '']
    : [
        name,
        connections,
        number(count),
        number(perSecond, perSecond < 100 ? 1 : 0),
        milliseconds(p50),
        milliseconds(p95),
        milliseconds(p99),
        number(bytes / 1024, 1),
        errors === 0 ? '' : number(errors),
      ];

const HEAD = ['', 'connections', 'requests', 'a second', 'p50 ms', 'p95 ms', 'p99 ms', 'KiB each', 'errors'];

/** The whole page. */
export function report({ floor, registers, command, build }) {
  const dirty = told('git', 'status', '--porcelain') === '' ? '' : ', with changes that are not committed';
  const parts = registers.map(
    ({ kind, agreements, loading, database, starts, first, idle, most, scenarios, fresh }) => `## ${number(agreements)} agreements on ${kind}

${table(
  ['', ''],
  [
    ['Generating the register', loading.whole ? `${number(loading.whole)} s for all before the last 1,222` : 'see the next line'],
    ['Import of 1,222 records into it, as a command', `${number(loading.last, 1)} s`],
    ['Size of the database', database],
    ['Start until ready, median of 5', `${number(starts)} ms`],
    ['The first coverage after that, median of 5', `${number(first)} ms`],
    ['Memory of the program once ready', `${number(idle)} MiB`],
    ['Memory of the program, most', `${number(most)} MiB`],
  ],
)}

${table(
  HEAD,
  scenarios.flatMap(({ name, measured }) => measured.map((result) => line(name, result))),
)}

The first to ask after something was saved, when no page is kept; 20 times each, at 1 connection:

${table(
  ['', 'p50 ms', 'p95 ms'],
  fresh.map(({ name, p50, p95 }) => [name, milliseconds(p50), milliseconds(p95)]),
)}
`,
  );
  return `# Benchmarks

Made by \`${command}\`; do not edit. Everything was measured in one run on one machine: the program, and PostgreSQL where there is one, on one core, what
asks on another, over loopback. The registers are made up by \`corridor seed --scale\` (see [ARCHITECTURE.md](ARCHITECTURE.md)).

- ${new Date().toISOString().slice(0, 10)}, commit \`${told('git', 'rev-parse', '--short', 'HEAD')}\`${dirty}
- ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'a processor that is not known'}, ${number(totalmem() / 2 ** 30, 1)} GiB of memory, Linux ${told('uname', '-r')}
- ${build ?? 'the release, as `make build` makes it'}
- ${told('rustc', '--version')}; Node.js ${process.version}; ${told('psql', '--version')}

"KiB each" is the answer with its head, compressed, as it comes over the wire. "Errors" are answers of another status than the one expected;
they are in no latency. Each connection asks again as soon as it was answered. The memory of PostgreSQL is not counted. PostgreSQL writes through to the disk
at each save (\`fsync=on\`), as SQLite does (\`synchronous=FULL\`).

Who asks has no account, except for the saves. A page that was asked for before is answered as it was kept, until something is saved or the day changes (see
[ARCHITECTURE.md](ARCHITECTURE.md)): the lines with one address, and "Agreement" with 100, measure that. "Another each time" are pages that nobody asked for before, as long as there are so many. The
tables at the end of each part are of pages that nobody could keep.

## The floor

The same axum, serving the same bytes from memory (\`bench/floor\`): what a page of the register costs above this is its own.

${table(
  HEAD,
  floor.flatMap(({ name, measured }) => measured.map((result) => line(name, result))),
)}

${parts.join('\n')}
## Again

    make bench                          # all of it; takes about an hour
    BENCH_SCALE=1 make bench            # the small registers alone
    BENCH_DATABASES=SQLite make bench   # one database alone
    BENCH_OUT=/tmp/bench.md make bench  # another file than this one
`;
}
