// A record that is not published yet: its State alone, then the parties, then the Network, then everybody
// on a day. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const page404 = 'Not found';

/** A draft of Azerbaijan that names Kazakhstan. */
async function draft(page, title) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('labour_migration_agreement');
  await page.locator('select[name="parties.1.code"]').selectOption('KAZ', { force: true });
  await page.locator('#f-titles-0-text').fill(title);
  await page.locator('select[name="titles.0.language"]').selectOption('en', { force: true });
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  return page.url().match(/agreements\/(\d+)/)[1];
}

const heading = (page) => page.getByRole('heading', { level: 1 });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a State shows its draft to the other party first, then to the Network, and to nobody else', async ({ page, browser, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example draft shown step by step ${javaScriptEnabled ? 'one' : 'two'}`;
      const as = async (person) => {
        const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled });
        const own = await context.newPage();
        await signIn(own, person);
        return own;
      };
      const party = await as(people.neighbour);
      const third = await as(people.third);
      const reviewer = await as(people.reviewer);
      await signIn(page, people.first);
      const id = await draft(page, title);
      const isSeenBy = async (other) => {
        await other.goto(`/agreements/${id}`);
        const name = await heading(other).textContent();
        await other.goto(`/agreements?q=${encodeURIComponent(title)}`);
        const isListed = (await other.getByRole('link', { name: title, exact: true }).count()) > 0;
        expect(isListed, `a list shows ${title} as its page does`).toBe(name === title);
        if (!isListed) expect(name).toBe(page404);
        return isListed;
      };
      const share = async (who) => {
        await page.goto(`/agreements/${id}/edit`);
        await page.getByRole('link', { name: 'Change who sees it' }).click();
        await page.getByLabel('Who sees it').selectOption({ label: who });
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(page.getByRole('status')).toContainText('Saved: who sees this record.');
      };
      expect(await isSeenBy(party)).toBe(false);
      await page.goto(`/agreements/${id}/sharing`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);

      await share('The parties');
      expect([await isSeenBy(party), await isSeenBy(third), await isSeenBy(reviewer)]).toEqual([true, false, false]);
      await party.goto(`/agreements/${id}`);
      await expect(party.getByText('Not published: for the parties').first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(party);
      await share('The parties and the Network');
      expect([await isSeenBy(party), await isSeenBy(third), await isSeenBy(reviewer)]).toEqual([true, false, true]);
      await share('Our State only');
      expect([await isSeenBy(party), await isSeenBy(reviewer)]).toEqual([false, false]);
    });
  });
}

test('a day on which everybody sees a record is refused with the reason while it lacks something', async ({ page }) => {
  await signIn(page, people.first);
  const id = await draft(page, 'Example draft with a day');
  await page.goto(`/agreements/${id}/sharing`);
  await page.getByLabel('Published on').fill('2001-01-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('Write a day after today');
  await expect(page.getByLabel('Published on')).toHaveValue('2001-01-01');
  await page.getByLabel('Published on').fill('2099-01-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Before this record can be published:')).toBeVisible();
  await expect(page.getByLabel('Published on')).toHaveValue('2099-01-01');
  await expectAccessible(page);
});
