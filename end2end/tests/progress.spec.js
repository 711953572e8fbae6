// Both parties report on one agreement: their figures stand side by side, and the page says where they
// differ. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

const saved = async (page) => {
  await save(page);
  await expect(page.getByRole('status')).toContainText('Saved');
};

async function publish(page) {
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

/** A published record of Azerbaijan with Kazakhstan. */
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
    await saved(page);
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

/** Begins a report from the agreement's page, with one figure for 2024. */
async function report(page, id, text, value, from, to = '') {
  await page.goto(`/agreements/${id}`);
  await page.getByRole('link', { name: 'Report on progress' }).click();
  await expect(page.locator('#f-agreements')).toHaveValue(id);
  await page.locator('#f-from').fill('2024');
  await page.locator('#f-text').fill(text);
  await saved(page);
  await page.getByRole('link', { name: 'Figures', exact: true }).click();
  await page.locator('select[name="indicators.0.indicator"]').selectOption('I04a', { force: true });
  await page.locator('#f-indicators-0-value').fill(value);
  await page.locator('#f-indicators-0-from').fill(from);
  await page.locator('#f-indicators-0-to').fill(to);
  await page.locator('#f-indicators-0-source').fill('Example register');
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('the figures of both parties stand side by side and the page says that they differ', async ({ page, browser, baseURL }) => {
      test.setTimeout(120_000);
      const title = `Example agreement that is reported on ${hasScript}`;
      await signIn(page, people.first);
      const id = await publishedRecord(page, title);

      // A figure that is none is refused, and what was typed stays.
      await report(page, id, 'Workers left in spring.', 'many', '2024');
      await save(page);
      await expect(page.getByRole('alert')).toContainText('Write a number in digits');
      await expect(page.locator('#f-indicators-0-value')).toHaveValue('many');
      await page.locator('#f-indicators-0-value').fill('1,500');
      await saved(page);
      await page.getByRole('link', { name: 'Joint committee', exact: true }).click();
      await page.locator('#f-meetings-0-date').fill('2024-05-12');
      await page.locator('#f-meetings-0-place').fill('Example City');
      await page.locator('#f-action_points-0-text').fill('Exchange the lists of recruiters');
      await page.locator('#f-action_points-0-due').fill('2024-06');
      await saved(page);
      if (hasScript) await expectAccessible(page);
      await publish(page);

      // One side alone: nothing differs.
      await page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: title }).click();
      const progress = page.locator('#progress');
      await expect(progress.locator('table.figures')).toContainText('1,500');
      await expect(progress).not.toContainText('differ');
      await expect(progress).toContainText('Exchange the lists of recruiters');
      await expect(progress.getByText('Overdue')).toBeVisible();

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const other = await context.newPage();
      await signIn(other, people.stranger);
      await report(other, id, 'Workers arrived in spring.', '1 450', '2024-01', '2024-12');
      await saved(other);
      await publish(other);
      await context.close();

      await page.goto(`/agreements/${id}`);
      const row = progress.locator('table.figures').getByRole('row', { name: /2024/ });
      await expect(row).toHaveCount(1);
      await expect(row.getByRole('cell').nth(0)).toContainText('1,500');
      await expect(row.getByRole('cell').nth(1)).toContainText('1,450');
      await expect(row).toContainText('The two figures differ');
      await expect(page.getByText('Workers arrived in spring.')).toHaveCount(1);
      if (hasScript) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);

      await page.goto(`/ru/agreements/${id}`);
      await expect(page.locator('#progress')).toContainText('Эти два значения различаются');
      await expectNoSidewaysScroll(page);
    });
  });
}

test('who is no party to an agreement does not report on it', async ({ page }) => {
  await signIn(page, people.first);
  // The first record of the starter data is between the Russian Federation and Uzbekistan.
  await page.goto('/agreements/1');
  await expect(page.getByRole('link', { name: 'Uzbekistan', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Report on progress' })).toHaveCount(0);
  await page.goto('/reports/new?agreement=1');
  await save(page);
  await expect(page.getByRole('alert')).toContainText('Your State is not a party to that agreement');
  await expect(page.locator('#f-agreements')).toHaveValue('1');
});
