// Both States logged the same agreement: the pair is proposed, merged with both provenances kept, taken
// apart again, and said to be two. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

/** A published record of the actor's State with `other`, signed on `signed`. */
async function publishedRecord(page, other, title, signed, source) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('seasonal_worker_scheme');
  await page.locator('select[name="parties.1.code"]').selectOption(other, { force: true });
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
    await page.locator('#f-events-0-date').fill(signed);
  });
  await section('references', () => page.locator('#f-sources-0-title').fill(source));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
  return id;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('two records of one agreement are merged, taken apart again and said to be two', async ({ page, browser, baseURL }) => {
      test.setTimeout(120_000);
      const subject = hasScript ? 'orchard harvest brigades' : 'greenhouse tomato pickers';
      const year = hasScript ? '2015' : '2011';
      await signIn(page, people.first);
      const kept = await publishedRecord(page, 'KAZ', `Agreement on ${subject}`, `${year}-04-05`, 'Example gazette of Azerbaijan');

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const other = await context.newPage();
      await signIn(other, people.stranger);
      const merged = await publishedRecord(other, 'AZE', `On ${subject}`, `${year}-05-04`, 'Example gazette of Kazakhstan');

      // The other record's State is told, on the page and in the list that its inbox leads to.
      await other.goto(`/agreements/${kept}`);
      const notice = other.locator('#possible-duplicates');
      await expect(notice).toContainText('signed on the same date with day and month swapped');
      await other.goto('/inbox');
      await other.getByRole('link', { name: 'Records that may mean one agreement' }).click();
      const pair = other.getByRole('heading', { name: `Records ${kept} and ${merged}` });
      await expect(pair).toBeVisible();
      if (hasScript) await expectAccessible(other);
      await other.getByRole('link', { name: new RegExp(`Look at both.*Records ${kept} and ${merged}`) }).click();
      const table = other.getByRole('table', { name: 'The two records side by side' });
      await expect(table).toContainText(`5 April ${year}`);
      await expect(table).toContainText(`4 May ${year}`);
      await expect(table).toContainText('Example gazette of Kazakhstan');
      if (hasScript) await expectAccessible(other);
      await other.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(other);
      await other.setViewportSize({ width: 1280, height: 900 });

      // Only its own record may be merged away, and not without a reason.
      await expect(other.getByRole('button', { name: `keep record ${merged}` })).toHaveCount(0);
      await other.getByRole('button', { name: `They are one: keep record ${kept}` }).click();
      await expect(other.getByRole('alert')).toContainText('Write why they are one agreement');
      await other.locator('#f-reason').fill('Our gazette printed the month first.');
      await other.getByRole('button', { name: `They are one: keep record ${kept}` }).click();
      await expect(other).toHaveURL(new RegExp(`/agreements/${kept}\\?merged=${merged}$`));
      await expect(other.getByRole('status')).toContainText(`Record ${merged} was merged into this one.`);
      const also = other.locator('#also-recorded');
      await expect(also).toContainText('Example gazette of Azerbaijan');
      await expect(also).toContainText(`Record ${merged}, recorded by Kazakhstan`);
      await expect(also).toContainText('Example gazette of Kazakhstan');
      await expect(also).toContainText('Our gazette printed the month first.');
      await also.locator('summary').click();
      await expect(also).toContainText(`4 May ${year}`);
      if (hasScript) await expectAccessible(other);

      // Everybody finds one record, and the address of the other leads to it.
      const found = async () => {
        await page.goto(`/agreements?q=${encodeURIComponent(subject)}`);
        return page.locator('li.result').count();
      };
      expect(await found()).toBe(1);
      await page.goto(`/agreements/${merged}`);
      await expect(page).toHaveURL(new RegExp(`/agreements/${kept}\\?merged=${merged}$`));
      await page.goto(`/agreements/${merged}/history`);
      await expect(page.locator('#merges')).toContainText(`Record ${merged} was merged into record ${kept}`);

      // It is taken apart again, and said to be two; that can be undone too.
      await also.getByRole('link', { name: 'Take the two records apart again' }).click();
      await other.getByRole('button', { name: 'Take the two records apart again' }).click();
      await expect(other.getByRole('status')).toContainText('The two records stand apart again.');
      expect(await found()).toBe(2);
      await other.getByRole('button', { name: 'They are two different agreements' }).click();
      await expect(other.getByRole('status')).toContainText('Noted');
      await other.goto('/duplicates');
      await expect(other.getByRole('heading', { name: `Records ${kept} and ${merged}` })).toHaveCount(0);
      await other.goto(`/duplicates/${kept}/${merged}`);
      await other.getByRole('button', { name: 'Open the question again' }).click();
      await expect(other.getByRole('button', { name: `They are one: keep record ${kept}` })).toBeVisible();
      await context.close();
    });

    test('who records nothing is not asked whether two records are one', async ({ page }) => {
      await signIn(page, people.reviewer);
      expect((await page.goto('/duplicates')).status()).toBe(403);
      await signIn(page, people.coordinator);
      await page.getByRole('link', { name: 'Records that may mean one agreement' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Records that may mean one agreement');
    });
  });
}
