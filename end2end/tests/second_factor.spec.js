// The second factor: set up at the first sign-in of who has to have one, by choice of who may, and what
// was typed before a session ended survives it. With and without JavaScript, on a phone, in Russian.
import { Authenticator } from '../authenticator.js';
import { expect, expectAccessible, expectNoSidewaysScroll, password, people, signIn, test } from '../program.js';

const firstStep = async (page, person) => {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
};

/** The secret that a page shows, in an app. */
const scanned = async (page) => new Authenticator(await page.locator('code.secret').textContent());

const typeCode = async (page, code, button) => {
  await page.getByLabel('Code', { exact: true }).fill(code);
  // The answer looks like the page before it, so it is waited for.
  const answered = page.waitForEvent('load');
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await answered;
};

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a coordinator sets a second factor up at the first sign-in and can do nothing else before', async ({ page, program, context }) => {
      test.setTimeout(120_000);
      const person = { email: `new.coordinator.${hasScript}@example.org`, name: `New Coordinator ${hasScript}` };
      program.run(['user', 'add', person.email, '--name', person.name, '--role', 'coordinator'], `${password}\n`);

      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto('/sign-in');
      await firstStep(page, person);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second factor');
      await expect(page.getByRole('img', { name: 'QR code with the secret' })).toBeVisible();
      if (hasScript) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      // In another tab nobody is signed in.
      const other = await context.newPage();
      await other.goto('/account');
      await expect(other.getByLabel('Password')).toBeVisible();
      await other.goto('/ru/sign-in/code');
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Настройте второй фактор');
      await expectNoSidewaysScroll(other);
      await other.goto('/en/sign-in/code');
      await other.close();

      const app = await scanned(page);
      await typeCode(page, '000000', 'Set it up');
      await expect(page.getByRole('alert')).toContainText('The code is not right');
      await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('autocomplete', 'one-time-code');
      await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('inputmode', 'numeric');
      const first = await app.code();
      await typeCode(page, `${first.slice(0, 3)} ${first.slice(3)}`, 'Set it up');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes');
      await expect(page.locator('.recovery-codes li')).toHaveCount(10);
      const [recovery] = await page.locator('.recovery-codes code').allTextContents();
      if (hasScript) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'I have kept them, go on' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);

      // From now on it is asked for: a code that was taken is not taken again, a recovery code is, once.
      const again = async () => {
        await page.goto('/account');
        await page.getByRole('button', { name: 'Sign out here' }).click();
        await page.goto('/sign-in');
        await firstStep(page, person);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm that it is you');
      };
      await again();
      await typeCode(page, first, 'Sign in');
      await expect(page.getByRole('alert')).toContainText('was used already');
      await typeCode(page, await app.code(), 'Sign in');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name);
      await again();
      for (const answer of [person.name, 'Confirm that it is you']) {
        await page.getByText('The app is not at hand').click();
        await page.getByLabel('Recovery code').fill(recovery);
        await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer);
        if (answer === person.name) await again();
      }

      // It is theirs to have: the page offers no way to turn it off. The operator takes it away.
      await typeCode(page, await app.code(), 'Sign in');
      await page.goto('/account/second-factor');
      await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Turn it off' })).toHaveCount(0);
      expect(program.run(['user', 'remove-second-factor', person.email])).toContain('tell the owner');
      await page.goto('/account');
      await expect(page.getByLabel('Password')).toBeVisible();
      await firstStep(page, person);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second factor');
    });

    test('what was typed before a session ended survives the second factor', async ({ page, program, context }) => {
      const person = hasScript ? people.neighbour : people.third;
      await signIn(page, person);
      await page.goto('/account');
      await page.getByRole('link', { name: 'Second factor' }).click();
      await expect(page.getByText('It is off.')).toBeVisible();
      await page.locator('#f-current').fill('not the password');
      await page.getByRole('button', { name: 'Set it up' }).click();
      await expect(page.getByRole('alert')).toContainText('The password is not right.');
      await page.locator('#f-current').fill(password);
      await page.getByRole('button', { name: 'Set it up' }).click();
      const app = await scanned(page);
      await typeCode(page, await app.code(), 'Set it up');
      if (hasScript) await expectAccessible(page);
      await page.getByRole('button', { name: 'I have kept them, go on' }).click();
      await expect(page.getByText('It is on since')).toBeVisible();
      if (hasScript) await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);

      await page.goto('/agreements/new');
      await page.locator('#f-titles-0-text').fill(`Typed before the session ended ${hasScript}`);
      await context.clearCookies({ name: 'session' });
      await page.getByRole('button', { name: 'Begin the record' }).last().click();
      await firstStep(page, person);
      await typeCode(page, '123', 'Sign in');
      await expect(page.getByRole('alert')).toContainText('The code is not right');
      await typeCode(page, await app.code(), 'Sign in');
      await expect(page.locator('#f-titles-0-text')).toHaveValue(`Typed before the session ended ${hasScript}`);

      // Turned off, so that the other tests of this program sign in as before.
      await page.goto('/account/second-factor');
      await page.locator('#f-current').fill(password);
      await page.getByLabel('Code', { exact: true }).fill(await app.code());
      await page.getByRole('button', { name: 'Turn it off' }).click();
      await expect(page.getByRole('status')).toContainText('The second factor is off.');
      await expect(page.getByText('It is off.')).toBeVisible();
      expect(program.run(['verify'])).toContain('All of it is as it was written.');
    });
  });
}
