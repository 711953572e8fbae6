// What a State files with the Network: a practice that is reviewed and published, and a pledge whose
// partner confirms its part. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test } from '../program.js';

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

/** Accounts of reviewers for one test. */
function addReviewers(program, prefix, count) {
  return Array.from({ length: count }, (_, number) => {
    const person = { email: `${prefix}-${number}@example.org`, name: `Example Peer ${prefix} ${number}`, role: 'reviewer' };
    program.addAccount(person);
    return person;
  });
}

async function nameReviewer(page, person, kind) {
  await page.getByLabel('Account of the reviewer').selectOption({ label: `${person.name} (${person.email})` });
  await page.getByLabel('Internal or external').selectOption(kind);
  await page.getByRole('button', { name: 'Name this reviewer' }).click();
  await expect(page.getByRole('status')).toContainText('The reviewer is named');
  await expect(page.locator('#peer-review li').filter({ hasText: person.name })).toBeVisible();
}

async function declare(page, title, declaration) {
  await page.goto('/account');
  await page.getByRole('link', { name: 'Practices that wait for your review' }).click();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('button', { name: 'Give your opinion' })).toHaveCount(0);
  await page.getByLabel('You declare').selectOption(declaration);
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
}

async function approve(page, comment) {
  await page.getByLabel('Opinion', { exact: true }).selectOption('approve');
  await page.getByLabel('Comment').fill(comment);
  await page.getByRole('button', { name: 'Give your opinion' }).click();
  await expect(page.getByRole('status')).toContainText('Your opinion is recorded');
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a practice is filed, reviewed, approved and published', async ({ page, browser, baseURL, program }) => {
      test.setTimeout(180_000);
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

      const reviewers = addReviewers(program, hasScript ? 'with' : 'without', 4);
      const coordinator = await another(browser, baseURL, hasScript, people.coordinator);
      await coordinator.goto('/practices');
      await coordinator.getByRole('link', { name: title }).click();
      await coordinator.getByRole('button', { name: 'Take up for review' }).click();
      await expect(coordinator.getByText('Opinions of two external reviewers without a conflict of interest.').first()).toBeVisible();
      for (const [number, kind] of ['internal', 'external', 'external'].entries()) await nameReviewer(coordinator, reviewers[number], kind);
      if (hasScript) await expectAccessible(coordinator);

      // One has a conflict of interest and must say which; the coordinator names another.
      const out = await another(browser, baseURL, hasScript, reviewers[2]);
      await declare(out, title, 'conflict');
      await expect(out.getByRole('alert')).toContainText('There is a problem');
      if (hasScript) await expectAccessible(out);
      await out.getByLabel('What the conflict is').fill('I advised the ministry.');
      await out.getByRole('button', { name: 'Declare', exact: true }).click();
      await expect(out.getByText('you do not review this practice')).toBeVisible();
      await expect(out.getByRole('button', { name: 'Give your opinion' })).toHaveCount(0);
      await out.context().close();
      await coordinator.reload();
      await expect(coordinator.getByText('Out: conflict of interest')).toBeVisible();
      await nameReviewer(coordinator, reviewers[3], 'external');

      for (const [place, number] of [0, 1, 3].entries()) {
        const reviewer = await another(browser, baseURL, hasScript, reviewers[number]);
        await declare(reviewer, title, 'no_conflict');
        await expect(reviewer.getByRole('button', { name: 'Give your opinion' })).toBeVisible();
        // What the others said is shown to those who have spoken.
        if (place > 0) await expect(reviewer.getByText('Comment number 0')).toHaveCount(0);
        if (hasScript) {
          await expectAccessible(reviewer);
          await reviewer.setViewportSize({ width: 360, height: 800 });
          await expectNoSidewaysScroll(reviewer);
        }
        await approve(reviewer, `Comment number ${place}`);
        await expect(reviewer.getByText('Comment number 0').first()).toBeVisible();
        await reviewer.goto('/reviewing');
        await expect(reviewer.getByText('No practice waits for your review.')).toBeVisible();
        await reviewer.context().close();
      }
      await coordinator.reload();
      await coordinator.getByRole('button', { name: 'Approve', exact: true }).click();
      await expect(coordinator.getByRole('status')).toContainText('Done.');

      await page.goto(address);
      for (const hidden of ['Example Peer', 'Comment number']) await expect(page.getByText(hidden)).toHaveCount(0);
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

test('a practice and a pledge take over what the record of an agreement holds', async ({ page }) => {
  await signIn(page, people.first);
  await page.goto('/agreements/6');
  const agreement = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: 'Make a practice of it' }).click();
  await expect(page.locator('#f-title')).toHaveValue(`Practice: ${agreement}`);
  await expect(page.getByText('Taken over from record 6; check it')).toBeVisible();
  await expect(page.getByText(/^Filled in: Title, .*Countries/)).toBeVisible();
  const countries = ['countries.0.state', 'countries.1.state'].map((name) => page.locator(`select[name="${name}"]`).inputValue());
  expect((await Promise.all(countries)).sort()).toEqual(['AZE', 'KAZ']);
  await expect(page.locator('#f-scope')).toHaveValue('bilateral');
  await expect(page.locator('#f-resources')).toHaveValue(/^https:/);
  await expectAccessible(page);
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Practice: ${agreement}`);
  await expect(page.getByRole('link', { name: agreement, exact: true })).toBeVisible();

  await page.goto('/ru/pledges/new?agreement=6');
  await expect(page.locator('#f-title')).toHaveValue(`Обязательство: ${agreement}`);
  await expect(page.locator('#f-form')).toHaveValue('in_partnership');
  await expect(page.locator('select[name="partners.0.state"]')).toHaveValue('KAZ');
  await expect(page.getByText('Перенесено из записи № 6; проверьте')).toBeVisible();
  // It is still said when the form is shown again.
  await page.locator('#f-title').fill('');
  await page.locator('main form button[value="save"]').last().click();
  await expect(page.getByText('Перенесено из записи № 6; проверьте')).toBeVisible();
});
