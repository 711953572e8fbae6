// The parts tied together: what both parties report stands in the State's dossier, the review waits in
// the State's inbox, and the filed dossier in the reviewer's. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, withOwnProgram } from '../program.js';

// A program of its own: the reviews of another file's tests would be half done here.
const test = withOwnProgram();

const save = async (page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByRole('status')).toContainText('Saved');
};

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
    await save(page);
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

/** Publishes a report with one figure for 2024; `more` writes what else it holds. */
async function report(page, id, value, more) {
  await page.goto(`/reports/new?agreement=${id}`);
  await page.locator('#f-from').fill('2024');
  await page.locator('#f-text').fill('Workers left in spring.');
  await save(page);
  await page.getByRole('link', { name: 'Figures', exact: true }).click();
  await page.locator('select[name="indicators.0.indicator"]').selectOption('I04a', { force: true });
  await page.locator('#f-indicators-0-value').fill(value);
  await page.locator('#f-indicators-0-from').fill('2024');
  await save(page);
  await more?.();
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

// Each way of running has a review of its own: a State sends one dossier to a review.
const reviews = { true: ['rr-ece-2024', 'Second Regional Review of the GCM, ECE'], false: ['rr-escap-2025', 'Second Regional Review of the GCM, Asia-Pacific'] };

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('what both parties report goes into the dossier, and the dossier into the inbox of the reviewer', async ({ page, browser, baseURL }) => {
      test.setTimeout(150_000);
      const title = `Example agreement on which both report ${hasScript}`;
      const point = `Exchange the lists of recruiters ${hasScript}`;
      const [key, review] = reviews[hasScript];
      const another = async (person) => {
        const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
        const other = await context.newPage();
        await signIn(other, person);
        return other;
      };
      await signIn(page, people.first);
      const id = await publishedRecord(page, title);
      await report(page, id, '1,500');
      const other = await another(people.stranger);
      await report(other, id, '1 450', async () => {
        await other.getByRole('link', { name: 'Joint committee', exact: true }).click();
        await other.locator('#f-action_points-0-text').fill(point);
        await other.locator('select[name="action_points.0.responsible"]').selectOption('AZE', { force: true });
        await save(other);
      });

      const coordinator = await another(people.coordinator);
      await coordinator.goto(`/reviews/${key}`);
      await coordinator.getByRole('button', { name: 'Open for input' }).click();
      await expect(coordinator.getByRole('button', { name: 'Begin the review' })).toBeVisible();
      const silent = coordinator.locator('#desk').getByRole('row', { name: /^Türkiye/ });
      await expect(silent).toContainText('Not yet in contact');

      // What waits for the State: the review, and what the joint committee asks of it.
      const state = await another(people.second);
      await state.goto('/inbox');
      await expect(state.getByText(point)).toBeVisible();
      await state.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(state);
      if (hasScript) await expectAccessible(state);
      await state.setViewportSize({ width: 1280, height: 900 });
      await state.getByRole('link', { name: review }).click();
      await state.getByRole('button', { name: 'Draft the dossier from the register' }).click();
      const told = state.locator('#figures p', { hasText: title });
      await expect(told).toHaveCount(1);
      await expect(told).toContainText('2024: Azerbaijan reports 1,500; Kazakhstan reports 1,450.');
      await expect(told.getByRole('link')).toHaveCount(3);
      await state.getByRole('button', { name: 'File with the Network' }).click();
      await expect(state.getByText('Filed', { exact: true }).first()).toBeVisible();
      await state.goto('/inbox');
      await expect(state.getByRole('link', { name: review })).toHaveCount(0);

      const reviewer = await another(people.reviewer);
      await reviewer.getByRole('link', { name: 'Inbox' }).click();
      const waiting = reviewer.locator('.result', { hasText: review });
      await expect(waiting).toContainText('Assigned to nobody');
      await reviewer.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(reviewer);
      if (hasScript) await expectAccessible(reviewer);
      await waiting.getByRole('link', { name: 'Dossier of Azerbaijan' }).click();
      await expect(reviewer.locator('#figures')).toContainText('Kazakhstan reports 1,450');
      await reviewer.getByRole('button', { name: 'Take up for review' }).click();
      await reviewer.goto('/inbox');
      await expect(waiting).toContainText('In review');
      await reviewer.goto('/ru/inbox');
      await expect(reviewer.getByRole('heading', { level: 2, name: 'Досье для рассмотрения' })).toBeVisible();
      await expectNoSidewaysScroll(reviewer);
    });
  });
}

test('the way in leads from the Talk to the reviews, and a State’s page to its own', async ({ page }) => {
  await page.goto('/');
  const card = page.locator('#to-the-reviews');
  await expect(card).toContainText('12 October 2023');
  await expect(card).toContainText('11 March 2024');
  await card.getByRole('link', { name: 'Second Regional Review of the GCM, ECE' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second Regional Review of the GCM, ECE');
  await page.goto('/states/PAK');
  const reviews = page.locator('#reviews');
  await expect(reviews.getByRole('link', { name: 'Second Regional Review of the GCM, Asia-Pacific' })).toBeVisible();
  await expect(reviews.getByRole('link', { name: 'Second Regional Review of the GCM, ECE' })).toHaveCount(0);
});
