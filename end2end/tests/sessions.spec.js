// Who guesses a password is slowed in words; a colleague is not. One's own sessions and password.
import { expect, expectAccessible, expectNoSidewaysScroll, password, people, signIn, withOwnProgram } from '../program.js';

// A program of its own: sessions are ended here that other tests would hold.
const test = withOwnProgram();

const tryIn = async (page, person, secret) => {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(secret);
  // The answer looks like the page before it, so it is waited for.
  const answered = page.waitForEvent('load');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await answered;
};

test('who guesses is slowed in words, and colleagues go on signing in', async ({ page, browser, baseURL }) => {
  const colleague = async () => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    const own = await context.newPage();
    return { context, own };
  };
  // Somebody who has signed in here before.
  const before = await colleague();
  await signIn(before.own, people.second);
  await before.context.clearCookies({ name: 'session' });

  await page.goto('/sign-in');
  for (let guess = 0; guess < 5; guess++) {
    await tryIn(page, people.second, `a wrong guess, number ${guess}`);
    await expect(page.getByRole('alert')).toContainText('is not right');
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await tryIn(page, people.second, 'one guess too many');
  const answer = await answered;
  expect(answer.status()).toBe(429);
  const seconds = Number(answer.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  await expect(page.getByRole('alert')).toContainText(/Nothing is locked: try again in \d+ seconds?\./);
  await expect(page.getByLabel('E-mail address')).toHaveValue(people.second.email);
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);

  // An address that has no account is slowed in the same words.
  const nobody = { email: 'nobody@example.org' };
  for (let guess = 0; guess < 5; guess++) {
    await tryIn(page, nobody, 'a guess at nobody');
    await expect(page.getByRole('alert')).toContainText('is not right');
  }
  await tryIn(page, nobody, 'a guess at nobody');
  await expect(page.getByRole('alert')).toContainText('Nothing is locked');

  // Behind the same address: a colleague in a fresh browser, and the one who is guessed at in a known one.
  const fresh = await colleague();
  await signIn(fresh.own, people.neighbour);
  await signIn(before.own, people.second);
  for (const { context } of [before, fresh]) await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a person ends a session that is not known, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const person = javaScriptEnabled ? people.first : people.third;
    const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled });
    const own = await context.newPage();
    await signIn(own, person);
    await own.goto('/account/sessions');
    // Those of the tests before.
    const others = own.getByRole('button', { name: 'End all others' });
    if (await others.isVisible()) await others.click();
    await expect(own.locator('li.result')).toHaveCount(1);
    await signIn(page, person);
    await own.goto('/account');
    await own.getByRole('link', { name: 'Where you are signed in' }).click();
    await expect(own.getByText('This session')).toHaveCount(1);
    await expect(own.locator('li.result')).toHaveCount(2);
    if (javaScriptEnabled) await expectAccessible(own);
    await own.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(own);
    await own.goto('/ru/account/sessions');
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Где выполнен вход');
    await expectNoSidewaysScroll(own);
    await own.goto('/en/account/sessions');

    await own.getByRole('button', { name: /^End\b(?! all)/ }).click();
    await expect(own.getByRole('status')).toContainText('The session has ended.');
    await expect(own.locator('li.result')).toHaveCount(1);
    await page.goto('/account');
    await expect(page.getByLabel('Password')).toBeVisible();

    await signIn(page, person);
    await own.reload();
    await own.getByRole('button', { name: 'End all others' }).click();
    await expect(own.locator('li.result')).toHaveCount(1);
    await page.goto('/account');
    await expect(page.getByLabel('Password')).toBeVisible();
    await context.close();
  });
}

test('the operator signs somebody out everywhere, who signs in again', async ({ page, program }) => {
  await signIn(page, people.third);
  expect(program.run(['user', 'sign-out', people.third.email])).toContain('signed out everywhere');
  await page.goto('/account');
  await expect(page.getByLabel('Password')).toBeVisible();
  await signIn(page, people.third);
});

test('a new password is asked for with the current one and signs out everywhere else', async ({ page, browser, baseURL }) => {
  const person = people.stranger;
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const elsewhere = await context.newPage();
  await signIn(elsewhere, person);
  await signIn(page, person);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Change the password' }).click();
  await expectAccessible(page);
  const change = async (current, next, again = next) => {
    await page.locator('#f-current').fill(current);
    await page.locator('#f-new').fill(next);
    await page.locator('#f-again').fill(again);
    const answered = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await answered;
  };
  for (const [typed, says] of [
    [['not the password', 'another quiet evening'], 'The current password is not right.'],
    [[password, 'short'], 'needs at least 12 characters'],
    [[password, 'another quiet evening', 'another quiet dawn'], 'not the same both times'],
  ]) {
    await change(...typed);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.locator('#f-current')).toHaveValue('');
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);

  await change(password, 'another quiet evening');
  await expect(page.getByRole('status')).toContainText('Your password is changed.');
  await expect(page.locator('li.result')).toHaveCount(1);
  await elsewhere.goto('/account');
  await expect(elsewhere.getByLabel('Password')).toBeVisible();
  await signIn(elsewhere, person, 'another quiet evening');
  await context.close();
});

test('after signing out nothing is left in the browser, and the way back shows nothing', async ({ page }) => {
  await signIn(page, people.reviewer);
  await page.goto('/account');
  const answered = page.waitForResponse((response) => response.url().endsWith('/sign-out'));
  await page.getByRole('button', { name: 'Sign out here' }).click();
  expect((await (await answered).allHeaders())['clear-site-data']).toBe('"cache", "storage"');
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Password')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(people.reviewer.name);
});
