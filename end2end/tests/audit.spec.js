// The log of changes: each change is a line, its history names it, administrators find it, and the command
// line verifies all of it. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('an administrator finds who did what, and others see its line in the history', async ({ page, program, browser, baseURL }) => {
      const administrator = { email: `administrator.${hasScript}@example.org`, name: `Example Administrator ${hasScript}`, role: 'administrator' };
      program.addAccount(administrator);

      await signIn(page, people.first);
      await page.goto('/agreements/new');
      await page.locator('#f-kind').selectOption('seasonal_worker_scheme');
      await page.locator('select[name="parties.1.code"]').selectOption('KAZ', { force: true });
      await page.locator('#f-titles-0-text').fill(`Example in the log ${hasScript}`);
      await page.locator('select[name="titles.0.language"]').selectOption('en', { force: true });
      await page.getByRole('button', { name: 'Begin the record' }).last().click();
      const id = page.url().match(/agreements\/(\d+)/)[1];
      await page.goto(`/agreements/${id}/history`);
      const mark = await page.getByText(/^Line \d+ of the log of changes, hash [0-9a-f]{12}…$/).textContent();
      const [, number, hash] = mark.match(/Line (\d+) .* ([0-9a-f]{12})…/);
      expect((await page.goto('/audit')).status()).toBe(403);

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const other = await context.newPage();
      await signIn(other, administrator);
      await other.getByRole('link', { name: 'Log of changes' }).click();
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Log of changes');
      await other.getByLabel('About').selectOption('agreement');
      await other.getByLabel('Number').fill(id);
      await other.getByRole('button', { name: 'Show', exact: true }).click();
      const row = other.getByRole('row').filter({ has: other.getByRole('rowheader', { name: number, exact: true }) });
      for (const told of ['First Official (Azerbaijan)', 'Recorded', `Agreement ${id}`, hash]) {
        await expect(row).toContainText(told);
      }
      // The request, as the program's own log has it.
      await expect(row).toContainText(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
      await expect(other.getByLabel('Number')).toHaveValue(id);
      if (hasScript) await expectAccessible(other);
      for (const path of ['/audit', '/ru/audit']) {
        await other.setViewportSize({ width: 360, height: 800 });
        await other.goto(path);
        await expectNoSidewaysScroll(other);
      }
      await context.close();
    });
  });
}

test('the command line says that all of it is as it was written', async ({ program }) => {
  const said = program.run(['verify']);
  expect(said).toContain('All of it is as it was written.');
  expect(said).toMatch(/The log ends with line \d+, hash [0-9a-f]{64}\./);
});

test('without an account the log asks to sign in, and a history names no line', async ({ page }) => {
  await page.goto('/audit');
  await expect(page.getByLabel('Password')).toBeVisible();
  await page.goto('/agreements/1/history');
  await expect(page.getByText('of the log of changes')).toHaveCount(0);
});
