// Every page: accessible, narrow and wide, light and dark, in both languages; light on the line.
import { brotliCompressSync } from 'node:zlib';
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const reading = [
  '/',
  '/agreements',
  '/agreements?kind=social_security_agreement&q=pension',
  '/agreements?q=nosuchword',
  '/agreements/1',
  '/agreements/9/history',
  '/states',
  '/states/KAZ',
  '/corridors',
  '/corridors/AZE-KAZ',
  '/coverage',
  '/coverage?by=region',
  '/coverage?by=kind&party=AZE',
  '/compare?from=gcm-talk-baku-2023&to=rr-ece-2024&commission=ECE',
  '/meetings',
  '/meetings/gcm-talk-baku-2023',
  '/commitments',
  '/commitments?owner=network&overdue=1',
  '/deliverables',
  '/deliverables/guidance-blma-2022',
  '/deliverables/blma-e-course/history',
  '/compare?from=2000&to=2010&only=signed',
  '/practices',
  '/pledges',
  '/about',
  '/sign-in',
  '/sign-in/forgotten',
  '/nowhere',
];

const recording = [
  '/account',
  '/account/sessions',
  '/account/password',
  '/account/second-factor',
  '/inbox',
  '/still-so',
  '/agreements/6',
  '/agreements/new',
  '/agreements/6/answer/life',
  '/commitments/new',
  '/practices/new',
  '/pledges/new',
  '/statements/new?meeting=1&question=4&owner=AZE',
  '/agreements/6/edit', '/agreements/6/publish'].concat(
  ['identity', 'parties', 'life', 'scope', 'provisions', 'social_security', 'skills', 'integration', 'objectives', 'references'].map(
    (section) => `/agreements/6/edit/${section}`,
  ),
);

async function look(page, path) {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
}

for (const language of ['', '/ru']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on any page, ${language || '/en'}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme });
      for (const path of reading) await look(page, language + path);
      await page.goto('/en/');
      await signIn(page, people.first);
      for (const path of recording) await look(page, language + path);
    });
  }
}

test('no page is wider than a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of reading) {
    await page.goto(`/ru${path}`);
    await expectNoSidewaysScroll(page);
  }
  await page.goto('/en/');
  await signIn(page, people.first);
  for (const path of recording) {
    await page.goto(`/ru${path}`);
    await expectNoSidewaysScroll(page);
  }
});

test('the main pages and the account stand beside each other in both languages', async ({ page }) => {
  await signIn(page, people.first);
  for (const width of [1800, 1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    for (const language of ['', '/ru']) {
      await page.goto(`${language}/about`);
      const ends = await page.locator('.site-nav a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().right));
      const { x } = await page.locator('.site-tools a').first().boundingBox();
      expect(Math.max(...ends), `${language} at ${width}`).toBeLessThanOrEqual(x);
    }
  }
});

test('a page without an island ships no script, and the whole application is under 100 KiB', async ({ page, request }) => {
  const still = await (await request.get('/agreements/1')).text();
  expect(still).not.toContain('<script');
  expect(still).not.toContain('.wasm');

  const list = await (await request.get('/agreements')).text();
  const files = [...list.matchAll(/\/pkg\/[^"' ]+\.(?:js|wasm|css)/g)].map(([file]) => file);
  let script = 0;
  for (const file of new Set(files)) {
    const answer = await request.get(file, { headers: { 'accept-encoding': 'identity' } });
    expect(answer.status(), file).toBe(200);
    expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    const body = await answer.body();
    if (!file.endsWith('.css')) script += brotliCompressSync(body).length;
    // Lightning CSS would ship what it can't read as it is.
    else expect(body.toString()).not.toMatch(/@import|\n {2}/);
  }
  expect(files.some((file) => file.endsWith('.wasm'))).toBe(true);
  expect(script).toBeLessThan(100 * 1024);
  // A page of 25 rows on a slow line.
  expect(brotliCompressSync(Buffer.from(list)).length).toBeLessThan(30 * 1024);
});

test('files are served compressed beforehand', async ({ request }) => {
  const list = await (await request.get('/agreements')).text();
  const style = list.match(/\/pkg\/[^"]+\.css/)[0];
  const answer = await request.get(style, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers()['content-encoding']).toBe('br');
});

test('nothing shifts while a page loads', async ({ page }) => {
  await page.goto('/agreements');
  const shift = await page.evaluate(
    () =>
      new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 1500);
      }),
  );
  expect(shift).toBeLessThan(0.02);
});

test('a form from another site is refused, and so is one that does not say where it comes from', async ({ request }) => {
  const form = { email: 'first@example.org', password: 'x' };
  for (const headers of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await request.post('/sign-in', { form, headers });
    expect(answer.status()).toBe(403);
  }
});

test('the answer says nothing about its insides', async ({ request }) => {
  for (const path of ['/agreements/abc', '/agreements/99999999', '/corridors/AZE', '/corridors/AZE-AZE', '/states/ZZZ', '/agreements/1/edit/nothing']) {
    const answer = await request.get(path);
    expect([404, 200]).toContain(answer.status());
    expect(await answer.text()).not.toMatch(/panicked|SELECT|sqlx|\.rs:/);
  }
});
