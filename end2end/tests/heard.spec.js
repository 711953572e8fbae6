// Last heard: nothing before the first contact, and one grid that says of many records that they
// still are as recorded. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

async function publishedCommitment(page, text) {
  await page.goto('/commitments/new');
  await page.locator('#f-text').fill(text);
  await save(page);
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('what has not changed is confirmed together and can be taken back on the same day', async ({ page }) => {
      const titles = ['first', 'second', 'third'].map((which) => `Example ${which} commitment ${hasScript}`);
      await signIn(page, people.second);
      for (const title of titles) await publishedCommitment(page, title);

      await page.goto('/inbox');
      await page.getByRole('link', { name: 'Say what still is as recorded' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Still as recorded?');
      const row = (title) => page.getByRole('row', { name: title });
      await expect(row(titles[0])).toContainText(', today');
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
      if (hasScript) await expectAccessible(page);

      // Nothing is ticked, and nothing is said.
      await page.getByRole('button', { name: 'Confirm the ticked ones as unchanged' }).click();
      await expect(page.getByRole('alert')).toContainText('Tick what has not changed.');

      for (const title of titles.slice(0, 2)) await page.getByLabel(`Unchanged: ${title}`, { exact: true }).check();
      await page.getByRole('button', { name: 'Confirm the ticked ones as unchanged' }).click();
      await expect(page.getByRole('status')).toContainText('2 records are confirmed as unchanged.');
      // Those that were confirmed a moment ago are not written twice.
      const shown = await page.getByRole('checkbox').count();
      await page.getByRole('button', { name: 'Confirm all on this page' }).click();
      await expect(page.getByRole('status')).toContainText(shown === 3 ? '1 record is' : `${shown - 2} records are`);

      await page.getByRole('button', { name: 'Take today’s confirmations back' }).click();
      await expect(page.getByRole('status')).toContainText(`${shown} confirmations are taken back.`);
      await expect(page.getByRole('button', { name: 'Take today’s confirmations back' })).toHaveCount(0);
    });
  });
}

test('a State that never said anything is not called silent, and one that did is told with the day', async ({ page, browser, baseURL }) => {
  await page.goto('/states/TJK');
  await expect(page.getByText('Not yet in contact')).toBeVisible();
  await page.goto('/agreements/2');
  await expect(page.getByText('Nobody has said anything yet')).toBeVisible();

  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const state = await context.newPage();
  await signIn(state, people.stranger);
  await publishedCommitment(state, 'Example commitment of Kazakhstan');
  await expect(state.getByText(/Last heard: .*, today/)).toBeVisible();
  await context.close();

  await page.goto('/states/KAZ');
  await expect(page.getByText(/Last heard: .*, today/)).toBeVisible();
  await page.goto('/states');
  await expect(page.getByRole('row', { name: /^Kazakhstan/ })).toContainText(', today');
  await expect(page.getByRole('row', { name: /^Tajikistan/ })).toContainText('Not yet in contact');
});

test('only who acts for a State is asked', async ({ page }) => {
  await page.goto('/still-so');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await signIn(page, people.coordinator);
  expect((await page.goto('/still-so')).status()).toBe(403);
});
