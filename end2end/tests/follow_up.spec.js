// From the Talk on: a State says something, promises something, and reports; the Network writes down
// what a State said until the State confirms it. With and without JavaScript.
import { expect, expectAccessible, people, signIn, test } from '../program.js';

const talk = '/meetings/gcm-talk-baku-2023';

async function publish(page) {
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a statement at the Talk becomes a commitment whose progress is reported', async ({ page, browser, baseURL }) => {
      const said = `Example statement ${hasScript}: we concluded agreements.`;
      await signIn(page, people.first);
      await page.goto(talk);
      const row = page.locator('table.statements').getByRole('row', { name: /Azerbaijan/ });
      await row.getByRole('link', { name: /question 4/ }).click();

      // The question asks for agreements: those of the State are offered as they stood on the day.
      await expect(page.getByText('Agreements of Azerbaijan as they stood on 12 October 2023')).toBeVisible();
      const offered = page.locator('input[name=agreements][type=checkbox]');
      expect(await offered.count()).toBeGreaterThan(3);
      await offered.first().check();

      // Nothing is saved without a text, and what was chosen stays.
      await save(page);
      await expect(page.getByRole('alert')).toContainText('Fill in this field');
      await expect(offered.first()).toBeChecked();
      await page.locator('#f-text').fill(said);
      await save(page);
      await expect(page.getByRole('status')).toContainText('Saved');
      await expect(page.getByText('Recorded by the State itself.')).toBeVisible();
      await publish(page);

      await page.getByRole('button', { name: 'Make a commitment of it' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(said);
      await page.getByRole('link', { name: 'Edit' }).click();
      await page.locator('#f-target').fill('Signed by both parties');
      await page.locator('#f-due').fill('2024-12');
      await save(page);
      await publish(page);
      await expect(page.getByText('date passed, nothing reported')).toBeVisible();
      await expect(page.getByRole('link', { name: said })).toBeVisible();
      if (hasScript) await expectAccessible(page);

      // A report without a reason comes back with what was typed.
      await page.getByText('Report progress').first().click();
      await page.locator('#f-status').selectOption('dropped');
      await page.locator('#f-address').fill('https://example.org/evidence');
      await page.getByRole('button', { name: 'Report progress' }).click();
      await expect(page.getByRole('alert')).toContainText('Write why it was dropped.');
      await expect(page.locator('#f-address')).toHaveValue('https://example.org/evidence');
      await page.locator('#f-status').selectOption('completed');
      await page.locator('#f-text').fill('The agreement was signed.');
      await page.locator('#f-evidence').selectOption('backed_by_document');
      await page.getByRole('button', { name: 'Report progress' }).click();
      await expect(page.getByRole('status')).toContainText('Your report is recorded.');
      await expect(page.getByText('date passed, nothing reported')).toHaveCount(0);

      const reader = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const open = await reader.newPage();
      await open.goto('/commitments?owner=AZE&status=completed');
      await open.getByRole('link', { name: said }).first().click();
      await expect(open.getByText('The agreement was signed.')).toBeVisible();
      await open.goto(talk);
      await expect(open.locator('table.statements').getByRole('row', { name: /Azerbaijan/ })).toContainText(said);
      await reader.close();
    });
  });
}

test('what the Network writes down for a State is marked until the State confirms it', async ({ page, browser, baseURL }) => {
  await signIn(page, people.coordinator);
  await page.goto(talk);
  await page.locator('table.statements').getByRole('row', { name: /Kazakhstan/ }).getByRole('link', { name: /question 2/ }).click();
  await page.locator('#f-text').fill('Example words written down by the Network.');
  await save(page);
  await publish(page);
  const mark = 'Recorded by the Network for Kazakhstan. The State has not confirmed it.';
  await expect(page.getByText(mark)).toBeVisible();
  const address = page.url().split('?')[0];

  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const state = await context.newPage();
  await signIn(state, people.stranger);
  await state.goto(address);
  await state.getByRole('button', { name: 'Confirm this statement' }).click();
  await expect(state.getByRole('status')).toContainText('Confirmed');
  await expect(state.getByText(mark)).toHaveCount(0);
  await context.close();

  // From then on the words are the State's alone.
  await page.goto(address);
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  expect((await page.goto(`${address}/edit/statement`)).status()).toBe(403);
});

test.describe('in another time zone', () => {
  test.use({ timezoneId: 'Europe/Rome' });

  test('the times of the agenda are told in the zone of the meeting and in the reader’s own', async ({ page }) => {
    await page.goto(talk);
    await expect(page.getByText('Times of Asia/Baku (UTC+04:00).')).toBeVisible();
    await expect(page.locator('table.agenda tr').first()).toContainText('16:15–16:30 (14:15–14:30 in your time)');
  });
});

test('a group of States narrows the register by who is in it on the day', async ({ page }) => {
  await page.goto('/agreements?group=almaty:member');
  await expect(page.locator('.active-filters')).toContainText('Almaty Process: Member');
  const members = await page.getByRole('status').textContent();
  await page.goto('/agreements?group=almaty:chair&at=gcm-talk-baku-2023');
  const atTalk = await page.getByRole('status').textContent();
  await page.goto('/agreements?party=AZE');
  const azerbaijan = await page.getByRole('status').textContent();
  expect(atTalk.match(/\d+/)[0]).toBe(azerbaijan.match(/\d+/)[0]);
  expect(Number(members.match(/\d+/)[0])).toBeGreaterThan(Number(atTalk.match(/\d+/)[0]));
});
