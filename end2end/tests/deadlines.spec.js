// Deadlines follow from the record: an agreement that ends soon stands in the list and in the calendar
// of its official, until the calendar's address is taken away. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

/** The day so many days from today, as it is typed. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A published agreement whose last day is this one, with a month's notice. */
async function publishedRecord(page, title, lastDay) {
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
    await page.locator('#f-events-0-kind').selectOption('entered_into_force');
    await page.locator('#f-events-0-date').fill('2020-01-01');
    await page.locator('#f-expires_on').fill(lastDay);
    await page.locator('#f-notice_months').fill('1');
  });
  await section('references', () => page.locator('#f-sources-0-title').fill('Example gazette'));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
  return id;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('an agreement that ends soon is in the list and in the calendar', async ({ page, request, baseURL }) => {
      test.setTimeout(90_000);
      const title = `Example agreement that ends soon ${hasScript}`;
      const lastDay = inDays(50);
      await signIn(page, people.first);
      const id = await publishedRecord(page, title, lastDay);

      await page.goto('/inbox');
      await page.getByRole('link', { name: 'All deadlines' }).click();
      const of = page.locator('.result').filter({ hasText: title });
      await expect(of.filter({ hasText: 'Last day to give notice' })).toContainText(/in \d+ days/);
      await expect(of.filter({ hasText: 'Last day of the agreement' })).toContainText('in 50 days');
      await expect(of.filter({ hasText: 'No registration with the United Nations on record' })).toContainText('since 1 January 2020');
      await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Open or past', 'Within 30 days', 'Within a year']);
      if (hasScript) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);

      // What follows from a published record is everybody's to see.
      const record = await (await request.get(`/agreements/${id}`)).text();
      expect(record).toContain('Last day to give notice');

      await page.goto('/account');
      await page.getByRole('button', { name: 'Make an address' }).click();
      const address = await page.getByLabel('Address of your calendar').inputValue();
      expect(address.startsWith(`${baseURL}/calendar/`)).toBe(true);
      await expectNoSidewaysScroll(page);
      if (hasScript) await expectAccessible(page);
      const calendar = await request.get(address);
      expect(calendar.status()).toBe(200);
      expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
      // Long lines are folded.
      const text = (await calendar.text()).replaceAll('\r\n ', '');
      expect(text).toContain(`SUMMARY:Last day to give notice: ${title}`);
      const [event] = text.split('BEGIN:VEVENT').filter((event) => event.includes(`UID:agreement-${id}-expires@`));
      expect(event).toContain(`DTSTART;VALUE=DATE:${lastDay.replaceAll('-', '')}`);
      expect(event).toContain(`URL:${baseURL}/agreements/${id}`);
      // The same deadlines in Russian, at the address in Russian.
      const russian = await (await request.get(address.replace('/calendar/', '/ru/calendar/'))).text();
      expect(russian).toContain('X-WR-CALNAME:Corridor: сроки');
      expect((await request.get(`/calendar/${'0'.repeat(64)}.ics`)).status()).toBe(404);

      // It is shown once, and taken away only when that is asked for once more.
      await page.goto('/account');
      await expect(page.getByLabel('Address of your calendar')).toHaveCount(0);
      await page.locator('#calendar summary', { hasText: 'Take the address away' }).click();
      await page.locator('#calendar button[value=revoke]').click();
      await expect(page.getByRole('status')).toContainText('The address no longer works.');
      expect((await request.get(address)).status()).toBe(404);
    });
  });
}
