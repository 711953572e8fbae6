// A hybrid meeting: a coordinator opens it, a reader without an account asks to take part, the
// coordinator decides, and no name comes near the public page. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

/** The day so many days from today, as it is typed. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function publish(page) {
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

/** A published hybrid meeting that takes requests; answers its address. */
async function openMeeting(page, title) {
  await page.goto('/meetings/new');
  await page.locator('#f-title_en').fill(title);
  await page.locator('#f-date').fill(inDays(20));
  await page.locator('#f-format').selectOption('hybrid');
  await page.locator('#f-registration_open').check();
  await save(page);
  await expect(page.getByText('Registration opens once the meeting is published')).toBeVisible();
  await publish(page);
  await expect(page.getByText('Registration is open')).toBeVisible();
  return page.url().split('?')[0];
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a reader asks to take part and reads the decision on a page of their own', async ({ page, browser, request, baseURL }) => {
      test.setTimeout(90_000);
      const name = `Example Person ${hasScript}`;
      await signIn(page, people.coordinator);
      const meeting = await openMeeting(page, `Example hybrid meeting ${hasScript}`);

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const reader = await context.newPage();
      await reader.goto(meeting);
      await reader.getByRole('link', { name: 'Ask to take part' }).click();
      await reader.locator('#f-name').fill(name);
      await reader.locator('#f-email').fill('no address');
      await reader.getByRole('button', { name: 'Send the request' }).click();
      for (const wrong of ['Name the State that you represent', 'Write an e-mail address', 'How you take part: Fill in this field', 'Tick this box']) {
        await expect(reader.getByRole('alert')).toContainText(wrong);
      }
      await expect(reader.locator('#f-name')).toHaveValue(name);
      if (hasScript) await expectAccessible(reader);
      await reader.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(reader);

      await reader.locator('select[name=state]').selectOption('KAZ', { force: true });
      await reader.locator('#f-email').fill(`person.${hasScript}@example.org`);
      await reader.locator('#f-attendance').selectOption('in_person');
      await reader.locator('#f-needs').fill('A ramp');
      await reader.locator('#f-consent').check();
      await reader.getByRole('button', { name: 'Send the request' }).click();
      await expect(reader.getByRole('status')).toContainText('Your request is sent.');
      await expect(reader.getByText('Waits for a decision')).toBeVisible();
      const own = await reader.getByLabel('Address of this page').inputValue();
      expect(own).toMatch(/\/taking-part\/[0-9a-f]{64}$/);
      await expectNoSidewaysScroll(reader);
      if (hasScript) await expectAccessible(reader);

      // Whoever does not have the address finds nothing, and nobody but coordinators the list.
      expect((await request.get(`/taking-part/${'0'.repeat(64)}`)).status()).toBe(404);
      expect((await request.get(own)).headers()['cache-control']).toBe('no-store');
      expect(await (await request.get(meeting)).text()).not.toContain(name);
      for (const path of ['registrations', 'registrations.csv']) {
        expect(await (await request.get(`${meeting}/${path}`)).text()).not.toContain(name);
      }

      await page.goto(meeting);
      await expect(page.getByText('1 waits for a decision.')).toBeVisible();
      await page.getByRole('link', { name: '1 request', exact: true }).click();
      const row = page.getByRole('row').filter({ hasText: name });
      await expect(row).toContainText('Kazakhstan');
      await expect(row).toContainText('A ramp');
      // Declining needs a reason, and what was ticked stays ticked.
      await row.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Decline what is ticked' }).click();
      await expect(page.getByRole('alert')).toContainText('Write the reason');
      await expect(row.getByRole('checkbox')).toBeChecked();
      if (hasScript) await expectAccessible(page);
      await row.getByRole('button', { name: new RegExp(`Approve.*${name}`) }).click();
      await expect(page.getByRole('status')).toContainText('1 request is decided.');
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);

      await reader.goto(own);
      await expect(reader.locator('.tag')).toHaveText('Approved');

      // Into the public list goes the State, not the person.
      await page.getByRole('button', { name: 'Take approved States into the participants' }).click();
      await expect(page.getByRole('status')).toContainText('1 State or organization was added');
      const table = await (await page.request.get(`${meeting}/registrations.csv`)).text();
      expect(table).toContain(`"Kazakhstan","","${name}"`);
      const shown = await (await request.get(meeting)).text();
      expect(shown).toContain('Kazakhstan');
      expect(shown).not.toContain(name);
      expect(await (await request.get(`${meeting}/history`)).text()).not.toContain(name);

      // Another way is asked for anew; who withdraws leaves nothing behind.
      await reader.getByLabel('Online').check();
      await reader.getByRole('button', { name: 'Save' }).click();
      await expect(reader.locator('.tag')).toHaveText('Waits for a decision');
      await reader.locator('summary', { hasText: 'Withdraw' }).click();
      await reader.locator('button[value=withdraw]').click();
      await expect(reader.locator('.tag')).toHaveText('Withdrawn');
      await expect(reader.getByText(name)).toHaveCount(0);
      await page.goto(`${meeting}/registrations`);
      await expect(page.getByRole('row').filter({ hasText: 'Kazakhstan' }).first()).toContainText('erased');
      await expect(page.getByText(name)).toHaveCount(0);
      await context.close();
    });
  });
}

test('the minutes say which version they are and what changed in it', async ({ page }) => {
  await signIn(page, people.coordinator);
  const meeting = await openMeeting(page, 'Example meeting with minutes');
  for (const text of ['Opened by the chair.\nClosed.', 'Opened by the host.\nClosed.']) {
    await page.goto(`${meeting}/edit/minutes`);
    await page.locator('#f-text').fill(text);
    await save(page);
  }
  await expect(page.getByText(/Version 2 of .* by Example Coordinator/)).toBeVisible();
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.locator('del')).toHaveText('chair.');
  await expect(page.locator('ins')).toHaveText('host.');
  await expect(page.locator('.prose')).toContainText('Closed.');
  await expectAccessible(page);
});
