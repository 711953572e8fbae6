// The programs that are measured: started on one core, asked from the other, stopped in good order.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ask } from './load.mjs';

export const root = resolve(import.meta.dirname, '..');
const binary = process.env.BENCH_PROGRAM ?? join(root, 'target/release/corridor');
// What stands before a command so that it runs on the core of the programs.
const onCore = process.env.BENCH_CORE ? ['taskset', '-c', process.env.BENCH_CORE] : [];

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts a command and waits until it answers at `path`; `milliseconds` is how long that took. */
async function start(command, env, url, path) {
  const [first, ...rest] = [...onCore, ...command];
  const begin = performance.now();
  const running = spawn(first, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((done) => running.once('exit', done));
  for (;;) {
    const answer = await ask(`${url}${path}`).catch(() => undefined);
    if (answer?.status === 200) break;
    if (running.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${running.exitCode}`);
    if (performance.now() - begin > 60_000) throw new Error(`${command.join(' ')} does not answer`);
    await new Promise((done) => setTimeout(done, 2));
  }
  const milliseconds = performance.now() - begin;
  const stop = async () => {
    running.kill('SIGTERM');
    await ended;
  };
  return { url, milliseconds, stop, memory: (name) => memory(running.pid, name) };
}

/** VmRSS or VmHWM of a process in MiB. */
function memory(pid, name) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'));
  return Number(line[1]) / 1024;
}

/** The floor, serving these files. */
export async function startFloor(files) {
  const port = await freePort();
  const floor = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release/floor');
  return start([floor, `127.0.0.1:${port}`, ...files], process.env, `http://127.0.0.1:${port}`, '/0');
}

/** A register of its own on SQLite or PostgreSQL, with the command line to fill it. */
export async function prepare(kind) {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = process.env.CORRIDOR_TEST_POSTGRES;
  const name = `bench_${process.pid}_${port}`;
  const tell = (sql) => execFileSync('psql', [`${server}/postgres`, '-qc', sql], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (kind === 'PostgreSQL') tell(`CREATE DATABASE ${name}`);
  const env = {
    ...process.env,
    DATABASE_URL: kind === 'PostgreSQL' ? `${server}/${name}` : `sqlite://${folder}/register.db?mode=rwc`,
    CORRIDOR_ADDRESS: `127.0.0.1:${port}`,
    CORRIDOR_PUBLIC_URL: url,
    CORRIDOR_SITE: process.env.CORRIDOR_SITE ?? join(root, 'target/site'),
    CORRIDOR_LOG: 'error',
    // All of the load comes from this machine.
    CORRIDOR_REQUESTS: '0',
  };
  /** Runs a command of the program; answers how many seconds it took. */
  const run = (args, input = '') => {
    const [first, ...rest] = [...onCore, binary, ...args];
    const begin = performance.now();
    const done = spawnSync(first, rest, { env, input, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`corridor ${args.join(' ')}: ${done.stderr}`);
    return (performance.now() - begin) / 1000;
  };
  return {
    folder,
    run,
    serve: () => start([binary, 'serve'], env, url, '/readyz'),
    remove() {
      if (kind === 'PostgreSQL') tell(`DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
