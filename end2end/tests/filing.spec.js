// What a State files with the Network: a practice that is reviewed and published, and a pledge whose
// partner confirms its part. With and without JavaScript.
import { expect, expectAccessible, people, signIn, test } from '../program.js';

const save = async (page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByRole('status')).toContainText('Saved');
};

/** A second person at another machine. */
async function another(browser, baseURL, javaScriptEnabled, person) {
  const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a practice is filed, reviewed, approved and published', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example practice ${hasScript}`;
      await signIn(page, people.first);
      await page.goto('/practices/new');
      await page.locator('#f-title').fill(title);
      await save(page);
      await expect(page.getByText('The main implementing organizations.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'File with the Network' })).toHaveCount(0);

      await page.getByRole('link', { name: 'Edit' }).click();
      await page.locator('input[name=primary_objectives][value="5"]').check();
      for (const field of ['summary', 'organizations', 'details']) await page.locator(`#f-${field}`).fill(`Example ${field}`);
      await save(page);
      await page.getByRole('button', { name: 'File with the Network' }).click();
      await expect(page.getByText('Filed', { exact: true })).toBeVisible();
      const address = new URL(page.url()).pathname;

      const reviewer = await another(browser, baseURL, hasScript, people.reviewer);
      await reviewer.goto('/practices');
      await reviewer.getByRole('link', { name: title }).click();
      await reviewer.getByRole('button', { name: 'Take up for review' }).click();
      await expect(reviewer.getByText('Opinions of two external reviewers without a conflict of interest.').first()).toBeVisible();
      await reviewer.getByRole('link', { name: 'Peer review' }).click();
      for (const [number, kind] of ['internal', 'external', 'external'].entries()) {
        if (number > 0) await reviewer.getByRole('button', { name: 'Add a reviewer' }).click();
        await reviewer.locator(`#f-reviewers-${number}-name`).fill(`Example Reviewer ${number}`);
        await reviewer.locator(`#f-reviewers-${number}-kind`).selectOption(kind);
        await reviewer.locator(`#f-reviewers-${number}-declaration`).selectOption('no_conflict');
        await reviewer.locator(`#f-reviewers-${number}-opinion`).selectOption('approve');
      }
      await save(reviewer);
      if (hasScript) await expectAccessible(reviewer);
      await reviewer.getByRole('button', { name: 'Approve', exact: true }).click();
      await expect(reviewer.getByText('Approved', { exact: true })).toBeVisible();

      await page.goto(address);
      await expect(page.getByText('Example Reviewer')).toHaveCount(0);
      await page.getByRole('link', { name: 'Publish', exact: true }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      await expect(page.getByRole('status')).toContainText('Published');
      if (hasScript) await expectAccessible(page);
      const text = await page.request.get(`${address}/text`);
      expect(await text.text()).toContain(`Title\n${title}\n\nPrimary objectives`);
    });

    test('a pledge in partnership waits for the word of the partner', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example pledge ${hasScript}`;
      await signIn(page, people.first);
      await page.goto('/pledges/new');
      await page.locator('#f-title').fill(title);
      await page.locator('#f-kind').selectOption('process');
      await page.locator('#f-form').selectOption('in_partnership');
      await page.locator('select[name="partners.0.state"]').selectOption('KAZ', { force: true });
      await page.locator('input[name=objectives][value="5"]').check();
      await page.locator('#f-to').fill('2026');
      await page.locator('#f-description').fill('What is pledged, in one sentence. '.repeat(10));
      await page.locator('#f-metric').fill('Two agreements signed');
      await save(page);
      await expect(page.getByText('The word of every partner State.')).toBeVisible();

      const partner = await another(browser, baseURL, hasScript, people.stranger);
      await partner.goto('/inbox');
      await partner.getByRole('link', { name: title }).click();
      await partner.getByRole('button', { name: 'Confirm your State’s part' }).click();
      await expect(partner.getByText(/Kazakhstan confirmed its part on/)).toBeVisible();
      await partner.goto('/inbox');
      await expect(partner.getByRole('link', { name: title })).toHaveCount(0);

      await page.reload();
      await page.getByRole('button', { name: 'File with the Network' }).click();
      await expect(page.getByText('Filed', { exact: true })).toBeVisible();
      if (hasScript) await expectAccessible(page);
    });
  });
}

test('a practice begins from an agreement with its title and objectives', async ({ page }) => {
  await signIn(page, people.first);
  await page.goto('/agreements/6');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: 'Make a practice of it' }).click();
  await expect(page.locator('#f-title')).toHaveValue(title);
  await save(page);
  await expect(page.getByRole('link', { name: title })).toBeVisible();
});
