// Two sides of one record: the other party confirms a section and contests another; both versions
// stand beside each other, and the record's State answers by changing its own. With and without JavaScript.
import { expect, expectAccessible, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

async function publishedRecord(page, title) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('labour_migration_agreement');
  await page.locator('select[name="parties.1.code"]').selectOption('KAZ', { force: true });
  await page.locator('#f-titles-0-text').fill(title);
  await page.locator('select[name="titles.0.language"]').selectOption('en', { force: true });
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  const id = page.url().match(/agreements\/(\d+)/)[1];
  const section = async (name, fill) => {
    await page.goto(`/agreements/${id}/edit/${name}`);
    await fill();
    await save(page);
    await expect(page.getByRole('status')).toContainText('Saved');
  };
  await section('identity', async () => {
    await page.locator('#f-legal_nature').selectOption('binding');
    await page.locator('#f-level').selectOption('state');
  });
  await section('life', async () => {
    await page.locator('#f-events-0-kind').selectOption('signed');
    await page.locator('#f-events-0-date').fill('2017-04-05');
  });
  await section('references', () => page.locator('#f-sources-0-title').fill('Example gazette'));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
  return id;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('the other party contests a date and both dates stand beside each other', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example agreement with a contested date ${hasScript}`;
      await signIn(page, people.first);
      const id = await publishedRecord(page, title);

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const other = await context.newPage();
      await signIn(other, people.stranger);
      await other.goto('/inbox');
      await other.getByRole('link', { name: title }).click();
      await expect(other.locator('#two-sides')).toContainText('Not answered');

      await other.goto(`/agreements/${id}/answer/parties`);
      await other.getByRole('button', { name: 'Confirm this section' }).click();
      await expect(other.getByText(/Confirmed by Kazakhstan on/)).toBeVisible();

      // Contesting without a reason is refused, and the version that was typed stays.
      await other.goto(`/agreements/${id}/answer/life`);
      await other.locator('details.card > summary').click();
      await other.locator('#f-events-0-date').fill('2017-05-04');
      await other.getByRole('button', { name: 'Give another version' }).last().click();
      await expect(other.getByRole('alert')).toContainText('Write why');
      await expect(other.locator('#f-events-0-date')).toHaveValue('2017-05-04');
      await other.locator('#f-reason').fill('Our original says 4 May.');
      await other.getByRole('button', { name: 'Give another version' }).last().click();
      const contested = other.locator('.contested');
      await expect(contested).toContainText('Azerbaijan records');
      await expect(contested).toContainText('5 April 2017');
      await expect(contested).toContainText('Kazakhstan records');
      await expect(contested).toContainText('4 May 2017');
      if (hasScript) await expectAccessible(other);

      await other.goto(`/agreements?answer=contested&q=${encodeURIComponent(title)}`);
      await expect(other.locator('.result').first()).toContainText('Azerbaijan records 5 April 2017, Kazakhstan records 4 May 2017');

      // The State that records it may not answer for itself; it changes its own section, and only
      // that section is asked about again.
      expect((await page.goto(`/agreements/${id}/answer/life`)).status()).toBe(403);
      await page.goto(`/agreements/${id}/edit/life`);
      await page.locator('#f-events-0-date').fill('2017-05-04');
      await save(page);
      await other.goto(`/agreements/${id}`);
      await expect(other.locator('.contested')).toHaveCount(0);
      await expect(other.getByText(/Confirmed by Kazakhstan on/)).toBeVisible();
      await expect(other.locator('#two-sides')).toContainText('Changed since');
      await context.close();
    });
  });
}
