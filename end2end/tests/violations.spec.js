// Every page that the program declares, as everybody who may see it: none does what its own policy forbids.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, people, signIn, withOwnProgram } from '../program.js';

const root = resolve(import.meta.dirname, '../..');
const administrator = { email: 'administrator@example.org', name: 'Example Administrator', role: 'administrator' };
const test = withOwnProgram({ accounts: { ...people, administrator } });
/** What stands in the place of what an address leaves open, in the starter register; by the address's first part where it differs. */
const open = {
  id: {
    agreements: '1',
    meetings: 'gcm-talk-baku-2023',
    reviews: 'rr-escap-2025',
    deliverables: 'blma-e-course',
  },
  kind: 'meetings',
  form: 'agenda',
  section: 'identity',
  code: 'KAZ',
  pair: 'AZE-KAZ',
  one: '1',
  other: '2',
  token: '0123456789abcdef',
};

/** The pages of the table in `server/src/routes.rs`. Files are no pages. */
function pages() {
  const source = readFileSync(join(root, 'server/src/routes.rs'), 'utf8');
  const declared = [...source.matchAll(/^ {4}\(GET, "([^"]+)", \w+\),$/gm)].map(([, path]) => path);
  expect(declared.length, 'routes that were read').toBeGreaterThan(50);
  const isFile = (path) => /\.\w+$|\{file\}|\/file$|^\/(pkg|healthz|readyz)$/.test(path);
  const filled = (declared) => {
    const path = declared.replace('{kind}', open.kind);
    return path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      const found = open[name];
      expect(found, `what stands for {${name}} of ${path}`).toBeDefined();
      return typeof found === 'string' ? found : (found[path.split('/')[1]] ?? '1');
    });
  };
  return declared.filter((path) => !isFile(path)).map(filled);
}

/** Gathers what the policy of a page kept from being loaded or run. */
async function watch(page) {
  const found = [];
  await page.exposeFunction('tellViolation', (violation) => found.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, documentURI }) =>
      window.tellViolation(`${documentURI}: ${effectiveDirective} forbids ${blockedURI}`),
    );
  });
  return found;
}

test('no page does what its own policy forbids', async ({ page }) => {
  test.setTimeout(300_000);
  const found = await watch(page);
  const look = async () => {
    for (const path of pages()) {
      const answer = await page.goto(path);
      expect(answer.status(), path).toBeLessThan(500);
      expect(answer.headers()['content-security-policy'], path).toContain('report-uri /csp-report');
    }
  };
  await look();
  for (const person of [people.first, people.second, people.coordinator, people.reviewer, administrator]) {
    await page.context().clearCookies();
    await signIn(page, person);
    await look();
  }
  expect(found).toEqual([]);
});

test('what a page must not do is not done, and the browser tells', async ({ browser, baseURL }) => {
  // A page of its own: that of the other tests takes no error.
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  const found = await watch(page);
  await page.goto('/about');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.invalid/picture.png" alt="">');
  });
  await expect.poll(() => found.length).toBe(2);
  expect(found.join('\n')).toMatch(/script-src-elem forbids inline/);
  expect(found.join('\n')).toMatch(/img-src forbids https:\/\/elsewhere\.invalid/);
  await expect(page).not.toHaveTitle('run');
  await context.close();
});

test('a report is taken from anybody and answered with nothing', async ({ request }) => {
  const report = { 'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://elsewhere.invalid/' } };
  for (const data of [report, [{ type: 'csp-violation', body: {} }], 'x'.repeat(100_000)]) {
    const answer = await request.post('/csp-report', { data, headers: { 'content-type': 'application/csp-report' } });
    expect(answer.status()).toBe(204);
  }
});
