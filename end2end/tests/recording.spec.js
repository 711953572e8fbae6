// An official records an agreement, from sign-in to publication; a second one collides with the
// first. With and without JavaScript.
import { expect, expectAccessible, expectNoSidewaysScroll, password, people, signIn, test } from '../program.js';

async function begin(page, title, hasScript) {
  await page.goto('/agreements/new');
  await page.getByLabel('Kind').selectOption('labour_migration_agreement');
  const second = page.locator('#f-parties-1-code');
  if (hasScript) {
    await expect(second).toHaveAttribute('role', 'combobox');
    await second.fill('kazak');
    await second.press('Enter');
    await expect(second).toHaveValue('Kazakhstan');
  } else {
    await second.selectOption({ label: 'Kazakhstan' });
  }
  await page.locator('#f-titles-0-text').fill(title);
  const language = page.locator('#f-titles-0-language');
  if (hasScript) {
    await language.fill('engl');
    await language.press('Enter');
    await expect(language).toHaveValue('English');
  } else {
    await language.selectOption('en');
  }
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  return page.url().match(/agreements\/(\d+)/)[1];
}

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('an official records an agreement from sign-in to publication and a reader finds it', async ({ page, browser, baseURL }) => {
      const title = `Example agreement on harvest work ${hasScript ? 'one' : 'two'}`;
      await signIn(page, people.first);
      const id = await begin(page, title, hasScript);

      // What is missing is said in words.
      await expect(page.getByText('Before this record can be published:')).toBeVisible();

      await page.goto(`/agreements/${id}/edit/identity`);
      await page.getByLabel('Legal nature').selectOption('binding');
      await page.getByLabel('Concluded at').selectOption('state');
      await save(page);
      await expect(page.getByRole('status')).toContainText('Saved');

      // A wrong date comes back with a summary that leads to the field, and with everything typed.
      await page.goto(`/agreements/${id}/edit/life`);
      await page.locator('#f-events-0-kind').selectOption({ label: 'Signed' });
      await page.locator('#f-events-0-date').fill('31 February');
      await page.locator('#f-events-0-place').fill('Example Town');
      await save(page);
      await expect(page.getByRole('alert')).toContainText('There is a problem');
      await page.getByRole('alert').getByRole('link').first().click();
      await expect(page.locator('#f-events-0-date')).toBeFocused();
      await expect(page.locator('#f-events-0-date')).toHaveValue('31 February');
      await expect(page.locator('#f-events-0-place')).toHaveValue('Example Town');
      if (hasScript) await expectAccessible(page);
      await page.locator('#f-events-0-date').fill('2023-05');
      await save(page);
      await expect(page.getByRole('status')).toContainText('Saved');

      await page.goto(`/agreements/${id}/edit/references`);
      await page.locator('#f-sources-0-title').fill('Example gazette');
      await page.locator('#f-sources-0-address').fill('https://example.org/gazette');
      await save(page);

      await page.getByRole('link', { name: 'Publish' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      await expect(page.getByRole('status')).toContainText('Published');

      const reader = await browser.newContext({ baseURL, javaScriptEnabled: hasScript });
      const open = await reader.newPage();
      await open.goto('/agreements');
      await open.getByRole('searchbox').fill(`harvest ${hasScript ? 'one' : 'two'}`);
      await open.getByRole('searchbox').press('Enter');
      await open.getByRole('link', { name: title }).click();
      await expect(open.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(open.locator('.events').getByText('May 2023')).toBeVisible();
      await reader.close();
    });

    test('a lost session asks to sign in and then goes on with the text intact', async ({ page }) => {
      await signIn(page, people.first);
      const id = await begin(page, `Example agreement with a lost session ${hasScript}`, hasScript);
      await page.goto(`/agreements/${id}/edit/scope`);
      const typed = 'Harvest of apples,\nand of pears';
      await page.locator('#f-in_words').fill(typed);
      await page.context().clearCookies({ name: 'session' });
      await save(page);
      await expect(page.getByText('Your session has ended.')).toBeVisible();
      await page.getByLabel('E-mail address').fill(people.first.email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(page.locator('#f-in_words')).toHaveValue(typed);
      await save(page);
      await expect(page.getByRole('status')).toContainText('Saved');
      await page.goto(`/agreements/${id}/edit/scope`);
      await expect(page.locator('#f-in_words')).toHaveValue(typed);
    });

    test('a second official collides with the first, sees both versions, and chooses', async ({ page, browser, baseURL }) => {
      await signIn(page, people.first);
      const id = await begin(page, `Example agreement with two officials ${hasScript}`, hasScript);
      await page.goto(`/agreements/${id}/edit/scope`);

      const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
      const other = await context.newPage();
      await signIn(other, people.second);
      await other.goto(`/agreements/${id}/edit/scope`);
      await other.locator('#f-in_words').fill('Their words');
      await other.locator('#f-quota_text').fill('Their quota');
      await save(other);
      await expect(other.getByRole('status')).toContainText('Saved');

      await page.locator('#f-in_words').fill('My words');
      await save(page);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Second Official');
      await expect(page.getByText('Their words')).toBeVisible();
      await expect(page.getByText('My words')).toBeVisible();
      if (hasScript) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Save what is chosen' }).click();
      await expect(page.getByRole('status')).toContainText('Saved');

      // Mine where both changed it, theirs where only they did.
      await page.goto(`/agreements/${id}/edit/scope`);
      await expect(page.locator('#f-in_words')).toHaveValue('My words');
      await expect(page.locator('#f-quota_text')).toHaveValue('Their quota');

      await page.goto(`/agreements/${id}/history`);
      await expect(page.locator('.revision').first()).toContainText('First Official');
      await expect(page.locator('.revision').first()).toContainText('My words');
      await context.close();
    });

    test('rows are added and taken out without losing what was typed', async ({ page }) => {
      await signIn(page, people.first);
      const id = await begin(page, `Example agreement with rows ${hasScript}`, hasScript);
      await page.goto(`/agreements/${id}/edit/life`);
      await page.locator('#f-events-0-date').fill('2020');
      await page.getByRole('button', { name: 'Add an event' }).click();
      await page.locator('#f-events-1-date').fill('2021');
      await page.getByRole('button', { name: 'Remove' }).first().click();
      await expect(page.locator('#f-events-1-date')).toHaveValue('2021');
      await expect(page.locator('#f-events-0-date')).toHaveCount(0);
    });
  });
}

test('a draft is not found by anybody else, and another State cannot edit a published record', async ({ page, browser, baseURL }) => {
  await signIn(page, people.first);
  const id = await begin(page, 'Example draft that nobody sees', true);
  for (const person of [people.stranger, people.reviewer]) {
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    const other = await context.newPage();
    await signIn(other, person);
    for (const path of ['', '/edit', '/history', '/publish', '/edit/scope']) {
      expect((await other.goto(`/agreements/${id}${path}`)).status()).toBe(404);
    }
    await other.goto('/agreements?q=nobody+sees');
    await expect(other.getByRole('main')).not.toContainText('Example draft that nobody sees');
    await context.close();
  }
});

test('signing out everywhere ends the sessions on other machines', async ({ page, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const other = await context.newPage();
  await signIn(other, people.second);
  await signIn(page, people.second);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await other.goto('/account');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await context.close();
});

test('a record that begins with nothing is refused, and a draft is put away and taken out again', async ({ page }) => {
  await signIn(page, people.first);
  await page.goto('/agreements/new');
  await page.getByRole('button', { name: 'Begin the record' }).last().click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await expect(page).toHaveTitle(/^Error/);
  const title = 'Example draft that is put away';
  const id = await begin(page, title, true);
  await page.getByRole('link', { name: 'Put the draft away' }).click();
  await page.getByRole('button', { name: 'Put the draft away' }).click();
  await page.goto('/agreements?q=put+away');
  await expect(page.getByText('No agreement fits everything that was asked.')).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: new RegExp(`Take out again.*${title}`) }).click();
  await expect(page.getByRole('status')).toContainText('Taken out again');
  await page.goto('/agreements?q=put+away');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  expect(page.url()).not.toContain(id);
});

test('a row that is added has the focus, and leaving with something typed asks first', async ({ page }) => {
  await signIn(page, people.first);
  const id = await begin(page, 'Example agreement with a warning', true);
  await page.goto(`/agreements/${id}/edit/life`);
  await page.getByRole('button', { name: 'Add an event' }).click();
  await expect(page.locator('#f-events-1-kind')).toBeFocused();
  await page.locator('#f-events-1-place').fill('Example Town');
  const asked = new Promise((done) => page.once('dialog', (dialog) => done(dialog.dismiss())));
  await page.getByRole('link', { name: 'Cancel' }).click({ noWaitAfter: true });
  await asked;
  await expect(page.locator('#f-events-1-place')).toHaveValue('Example Town');
});
