// Keeping the register: a backup while it is served, and a register that is only read while it is maintained.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAccessible, expectNoSidewaysScroll, password, people, start, test } from '../program.js';

test('a register that is served is backed up, and only the newest backup is kept', async ({ page, program }) => {
  await page.goto('/agreements');
  const folder = mkdtempSync(join(tmpdir(), 'corridor-backups-'));
  try {
    expect(program.run(['backup', folder])).toContain('Every file was read back and is whole');
    const [first] = readdirSync(folder);
    const manifest = JSON.parse(readFileSync(join(folder, first, 'manifest.json'), 'utf8'));
    expect(manifest.tables.agreement.rows).toBeGreaterThan(60);
    // A second later, so that it has a name of its own.
    await new Promise((done) => setTimeout(done, 1100));
    expect(program.run(['backup', folder, '--keep', '1'])).toContain(first);
    expect(existsSync(join(folder, first))).toBe(false);
    expect(readdirSync(folder)).toHaveLength(1);
    // The register that is served has rows: nothing is restored over it.
    expect(() => program.run(['restore', join(folder, readdirSync(folder)[0])])).toThrow('not empty');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('while the register is maintained, pages say so and what was typed is kept', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-kept-'));
  const settings = { DATABASE_URL: `sqlite://${folder}/register.db?mode=rwc` };
  const program = await start({ settings });
  // A page of its own: a form that is not saved answers 503, on purpose.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  let maintained;
  try {
    await page.goto(`${program.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(people.first.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.first.name);
    maintained = await start({ settings: { ...settings, CORRIDOR_READ_ONLY: '1' }, accounts: {} });
    // Sessions go on: the cookie is the host's.
    await page.goto(`${maintained.url}/agreements/6/edit/life`);
    await expect(page.getByText('Everything can be read; nothing can be saved')).toBeVisible();
    await page.locator('#f-events-0-place').fill('Typed during the maintenance');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(page.getByRole('alert')).toContainText('Not saved: the register is being maintained');
    await expect(page.locator('#f-events-0-place')).toHaveValue('Typed during the maintenance');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await page.goto(`${maintained.url}/ru/agreements`);
    await expect(page.getByText('Ведётся техническое обслуживание реестра')).toBeVisible();
  } finally {
    await maintained?.stop();
    await program.stop();
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
