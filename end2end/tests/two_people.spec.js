// A State in which nobody publishes alone: one writes, asks the colleagues, and another publishes. With and
// without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, withOwnProgram } from '../program.js';

const test = withOwnProgram();

/** A draft of Azerbaijan of which nothing is missing. */
async function draft(page, title) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('labour_migration_agreement');
  await page.locator('select[name="parties.1.code"]').selectOption('KAZ', { force: true });
  await page.locator('#f-titles-0-text').fill(title);
  await page.locator('select[name="titles.0.language"]').selectOption('en', { force: true });
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const id = page.url().match(/agreements\/(\d+)/)[1];
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.goto(`/agreements/${id}/edit/identity`);
  await page.getByLabel('Legal nature').selectOption('binding');
  await page.getByLabel('Concluded at').selectOption('state');
  await save();
  await page.goto(`/agreements/${id}/edit/life`);
  await page.locator('#f-events-0-kind').selectOption('signed');
  await page.locator('#f-events-0-date').fill('2023-05-04');
  await save();
  await page.goto(`/agreements/${id}/edit/references`);
  await page.locator('#f-sources-0-title').fill('Example gazette');
  await save();
  await expect(page.getByRole('status')).toContainText('Saved');
  return id;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('what an official wrote a colleague publishes, once their State has chosen so', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example agreement for two people ${javaScriptEnabled ? 'one' : 'two'}`;
      const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled });
      const colleague = await context.newPage();
      await signIn(page, people.first);
      await signIn(colleague, people.second);

      await page.goto('/account');
      await page.getByRole('link', { name: 'Two people for publishing' }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'From now on, nobody publishes alone' }).click();
      await expect(page.getByRole('status')).toContainText('nobody of your State publishes alone');
      await expect(page.getByText('You chose it, so a colleague has to end it.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Let each of us publish alone' })).toHaveCount(0);

      const id = await draft(page, title);
      await page.goto(`/agreements/${id}/publish`);
      await expect(page.getByText('A colleague has to publish this')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Ask the colleagues to publish it' }).click();
      await expect(page.getByRole('status')).toContainText('Your colleagues were asked');

      await colleague.goto(`/agreements/${id}/publish`);
      await colleague.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(colleague.getByRole('status')).toContainText('Published. Everybody');
      await colleague.goto('/two-people');
      await expect(colleague.getByText('chosen by First Official')).toBeVisible();
      await colleague.getByRole('button', { name: 'Let each of us publish alone' }).click();
      await expect(colleague.getByRole('status')).toContainText('Each of you can publish alone again.');
    });
  });
}
