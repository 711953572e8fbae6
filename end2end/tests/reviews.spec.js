// From the Talk into a review: what a State said becomes a commitment and a line of its dossier, which
// the Network reads, asks about and accepts; a contested date stands there twice; what was frozen stays.
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, withOwnProgram } from '../program.js';

// A program of its own: other files conclude the same review.
const test = withOwnProgram();

const review = '/reviews/rr-ece-2024';

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

const step = async (page, name) => {
  await page.locator('#steps').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Done.');
};

async function publish(page) {
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
}

/** A second person at another machine. */
async function another(browser, baseURL, javaScriptEnabled, person) {
  const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, person);
  return page;
}

/** The review takes dossiers, whichever test comes first. */
async function openReview(browser, baseURL) {
  const coordinator = await another(browser, baseURL, true, people.coordinator);
  await coordinator.goto(review);
  const open = coordinator.locator('#steps').getByRole('button', { name: 'Open for input' });
  if (await open.count()) await step(coordinator, 'Open for input');
  await coordinator.context().close();
}

/** A published record of the first State with the second, signed on a day. */
async function recordAgreement(page, title, signed) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('labour_migration_agreement');
  await page.locator('select[name="parties.1.code"]').selectOption('KAZ', { force: true });
  await page.locator('#f-titles-0-text').fill(title);
  await page.locator('select[name="titles.0.language"]').selectOption('en', { force: true });
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
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
  await section('references', () => page.locator('#f-sources-0-title').fill('Example gazette'));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Draft', { exact: true })).toHaveCount(0);
  return id;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a statement becomes a commitment and a line in a dossier that is accepted', async ({ page, browser, baseURL }) => {
      test.setTimeout(120_000);
      await openReview(browser, baseURL);
      const state = hasScript
        ? { person: people.second, name: 'Azerbaijan' }
        : { person: people.third, name: 'Türkiye' };
      const said = `Example words of ${state.name}: we will sign by the end of the year.`;
      await signIn(page, state.person);
      await page.goto('/meetings/gcm-talk-baku-2023');
      const row = page.locator('table.statements').getByRole('row', { name: new RegExp(state.name) });
      await row.getByRole('link', { name: /question 2/ }).click();
      await page.locator('#f-text').fill(said);
      await save(page);
      await publish(page);
      await page.getByRole('button', { name: 'Make a commitment of it' }).click();
      await publish(page);

      await page.goto(review);
      await page.getByRole('button', { name: 'We take part' }).click();
      await expect(page.getByText(`${state.name} takes part.`)).toBeVisible();
      await page.getByRole('button', { name: 'Draft the dossier from the register' }).click();
      await expect(page.getByRole('status')).toContainText('Drafted from the register');
      const address = new URL(page.url()).pathname;
      const chapter = page.locator('#commitments_and_pledges');
      const line = chapter.locator('p').filter({ hasText: `Commitment: ${said}` });
      await expect(line).toHaveCount(1);
      await expect(line.getByRole('link', { name: /Commitment \d+/ })).toBeVisible();
      if (hasScript) await expectAccessible(page);

      // What the State writes stays when the register drafts again.
      await page.locator('#challenges').getByRole('link', { name: 'Edit' }).click();
      await page.locator('#f-text').fill('Our own words on what is hard.');
      await save(page);
      await page.locator('#skills_partnerships').getByRole('link', { name: 'Edit' }).click();
      await page.locator('#f-text').fill('Our own words on skills.');
      await save(page);
      await page.getByText('Draft again from the register').first().click();
      await page.getByRole('button', { name: 'Draft again from the register' }).click();
      const skills = page.locator('#skills_partnerships');
      await expect(skills.getByText('Our own words on skills.').first()).toBeVisible();
      await expect(skills.getByText(/of the register (is|are) not in this text/)).toBeVisible();
      await step(page, 'File with the Network');

      const reviewer = await another(browser, baseURL, hasScript, people.reviewer);
      await reviewer.goto(review);
      await reviewer.locator('#desk').getByRole('row', { name: new RegExp(state.name) }).getByRole('link', { name: 'Read' }).click();
      await step(reviewer, 'Take up for review');
      await expect(reviewer.getByRole('link', { name: 'Edit' })).toHaveCount(0);
      const asking = reviewer.locator('#figures');
      await asking.getByText('Ask about this chapter').first().click();
      await asking.getByRole('textbox').fill('Which year do these figures hold for?');
      await asking.getByRole('button', { name: 'Ask about this chapter' }).click();
      await expect(reviewer.getByRole('status')).toContainText('Your question is written down');
      await expect(reviewer.locator('#steps')).toContainText('An answer to every question.');
      await step(reviewer, 'Ask the State for more');
      if (hasScript) await expectAccessible(reviewer);

      await page.goto(address);
      const answering = page.locator('#figures');
      await expect(answering.getByText('Which year do these figures hold for?')).toBeVisible();
      await answering.getByRole('textbox').fill('For the day of the review.');
      await answering.getByRole('button', { name: 'Answer' }).click();
      await expect(page.getByRole('status')).toContainText('Your answer is recorded');
      await step(page, 'File with the Network');

      await reviewer.goto(address);
      await expect(reviewer.getByText('For the day of the review.')).toBeVisible();
      await step(reviewer, 'Accept');
      await expect(reviewer.getByText('Accepted: the Network has no more questions.')).toBeVisible();
      await expect(reviewer.locator('#commitments_and_pledges').getByText(said).first()).toBeVisible();
      await reviewer.getByRole('link', { name: 'Put the Talk beside it' }).click();
      await expect(reviewer.locator('#beside').getByRole('link', { name: said })).toBeVisible();

      // Nobody else reads it before its State publishes it; then without the questions.
      const reader = await (await browser.newContext({ baseURL, locale: 'ru-RU', javaScriptEnabled: hasScript })).newPage();
      const unseen = await reader.goto(address);
      expect(unseen.status()).toBe(404);
      await page.goto(address);
      await publish(page);
      await reader.setViewportSize({ width: 360, height: 800 });
      await reader.goto(`/ru${address}`);
      await expect(reader.getByRole('heading', { level: 1 })).toContainText('Досье:');
      await expect(reader.getByText('Which year do these figures hold for?')).toHaveCount(0);
      if (hasScript) await expectNoSidewaysScroll(reader);
      await reader.goto(`/ru${review}`);
      if (hasScript) await expectNoSidewaysScroll(reader);
      await reader.context().close();
      await reviewer.context().close();
    });
  });
}

test('the other party contests a date and the dossier shows both', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await openReview(browser, baseURL);
  await signIn(page, people.second);
  const id = await recordAgreement(page, 'Example agreement with two dates', '2015-04-03');
  const other = await another(browser, baseURL, true, people.neighbour);
  await other.goto(`/agreements/${id}/answer/life`);
  await other.locator('details.card > summary').click();
  await other.locator('#f-events-0-date').fill('2015-03-04');
  await other.locator('#f-reason').fill('Our original has this date.');
  await other.getByRole('button', { name: 'Give another version' }).last().click();
  await expect(other.locator('.contested')).toContainText('4 March 2015');

  // The dossier of the test before may lie with the Network: the other party's has the same line.
  await other.goto(review);
  await other.getByRole('button', { name: 'Draft the dossier from the register' }).click();
  const line = other.locator('#agreements_and_changes p').filter({ hasText: '3 April 2015' });
  await expect(line).toContainText('Azerbaijan records');
  await expect(line).toContainText('Kazakhstan records');
  await expect(line).toContainText('4 March 2015');
  await other.context().close();
});

test('a frozen figure stays when a back-dated agreement is entered', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const coordinator = await another(browser, baseURL, true, people.coordinator);
  await coordinator.goto('/frozen');
  await coordinator.getByLabel('Day to look at').selectOption('gcm-talk-baku-2023');
  await coordinator.getByRole('button', { name: 'Freeze the register' }).click();
  await expect(coordinator.getByText('Every revision is as it was frozen')).toBeVisible();
  const figures = coordinator.locator('section', { has: coordinator.getByRole('heading', { name: 'Figures' }) }).locator('dd');
  const before = await figures.allInnerTexts();
  const first = coordinator.url();

  await signIn(page, people.first);
  await recordAgreement(page, 'Example agreement that was entered late', '2001-02-03');
  await coordinator.reload();
  expect(await figures.allInnerTexts(), 'drawn again').toEqual(before);
  await coordinator.goto('/frozen');
  await coordinator.getByRole('button', { name: 'Freeze the register' }).click();
  expect(coordinator.url()).not.toBe(first);
  const now = await figures.allInnerTexts();
  expect(Number(now[0].replace(/\D/g, ''))).toBe(Number(before[0].replace(/\D/g, '')) + 1);
  await expectAccessible(coordinator);
  await coordinator.context().close();
});
