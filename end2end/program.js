// The real program on a database of its own, for one file of tests.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { Authenticator } from './authenticator.js';

const root = resolve(import.meta.dirname, '..');
const binary = join(root, 'target/release/corridor');

export const password = 'a quiet morning in May';
export const people = {
  first: { email: 'first@example.org', name: 'First Official', role: 'official', state: 'AZE' },
  second: { email: 'second@example.org', name: 'Second Official', role: 'focal-point', state: 'AZE' },
  stranger: { email: 'stranger@example.org', name: 'Other Official', role: 'official', state: 'KAZ' },
  neighbour: { email: 'neighbour@example.org', name: 'Neighbour Focal Point', role: 'focal-point', state: 'KAZ' },
  third: { email: 'third@example.org', name: 'Third Focal Point', role: 'focal-point', state: 'TUR' },
  coordinator: { email: 'coordinator@example.org', name: 'Example Coordinator', role: 'coordinator' },
  reviewer: { email: 'reviewer@example.org', name: 'Example Reviewer', role: 'reviewer' },
};

/** The authenticator apps of accounts that need a code, by where the program is and their addresses. */
const authenticators = new Map();
const authenticatorOf = (page, person) => authenticators.get(`${new URL(page.url()).origin} ${person.email}`);

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts the program on a fresh database, seeded so, with these accounts; `settings` come beside those that it needs. */
export async function start({ seed = ['seed'], accounts = people, settings = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-'));
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite://${folder}/register.db?mode=rwc`,
    CORRIDOR_ADDRESS: `127.0.0.1:${port}`,
    CORRIDOR_PUBLIC_URL: `http://127.0.0.1:${port}`,
    CORRIDOR_SITE: join(root, 'target/site'),
    CORRIDOR_LOG: 'warn',
    ...settings,
  };
  const run = (args, input = '') => {
    const done = spawnSync(binary, args, { env, input, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`corridor ${args.join(' ')}: ${done.stderr}`);
    return done.stdout;
  };
  // The same, while this process goes on: for a command that speaks to it.
  const runBeside = (args) =>
    new Promise((done, fail) => {
      execFile(binary, args, { env }, (error, stdout, stderr) => {
        if (error) fail(new Error(`corridor ${args.join(' ')}: ${stderr}`));
        else done(stdout);
      });
    });
  const url = `http://127.0.0.1:${port}`;
  // Whoever has to have a second factor gets it here, so that a sign-in asks for its code.
  const addAccount = ({ email, name, role, state }) => {
    const of = state ? ['--state', state] : [];
    const factor = ['coordinator', 'administrator'].includes(role) ? ['--second-factor'] : [];
    const told = run(['user', 'add', email, '--name', name, '--role', role, ...of, ...factor], `${password}\n`);
    const secret = told.match(/secret: ([A-Z2-7]+)/)?.[1];
    if (secret) authenticators.set(`${url} ${email}`, new Authenticator(secret));
  };
  const seeded = run(seed);
  for (const person of Object.values(accounts)) addAccount(person);
  const server = spawn(binary, ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let attempt = 0; ; attempt++) {
    try {
      if ((await fetch(`${url}/readyz`)).ok) break;
    } catch {
      // Not listening yet.
    }
    if (attempt > 100) throw new Error('the program did not start');
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = () =>
    new Promise((done) => {
      server.once('exit', () => {
        rmSync(folder, { recursive: true, force: true });
        done();
      });
      server.kill('SIGTERM');
    });
  return { url, run, runBeside, addAccount, seeded, stop };
}

export const test = base.extend({
  // One program for each worker; the tests of a file use records of their own.
  program: [
    async ({}, use) => {
      const program = await start();
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ program }, use) => use(program.url),
  // A page on which nothing may go wrong unseen.
  page: async ({ page }, use) => {
    const trouble = [];
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // A page that answers 401, 404, 409 or 422 is shown on purpose; the browser logs its status.
      const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
      if (message.type() === 'error' && !isStatus) trouble.push(message.text());
    });
    await use(page);
    expect(trouble, 'errors in the browser, also of the content security policy').toEqual([]);
  },
});
/** Tests with a program of their own: for a file that changes what the tests of another rest on. */
export const withOwnProgram = (options) =>
  test.extend({
    program: [
      async ({}, use) => {
        const program = await start(options);
        await use(program);
        await program.stop();
      },
      { scope: 'worker' },
    ],
  });
export { expect };

/** Signs in, with the code of the second factor where it is asked for, and waits until it is done. */
export async function signIn(page, person, secret = password) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  const authenticator = authenticatorOf(page, person);
  if (authenticator) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm that it is you');
    // A new code is there within half a minute: that is no time of the test's own.
    base.setTimeout(base.info().timeout + 40_000);
    await page.getByLabel('Code', { exact: true }).fill(await authenticator.code());
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
}

/** Nothing that axe knows of stands in the way of anybody. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(', ')}`);
  expect(found).toEqual([]);
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, 'pixels beyond the window').toBeLessThanOrEqual(0);
}
