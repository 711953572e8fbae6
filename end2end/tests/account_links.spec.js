// Links to a password: who is invited chooses one and signs in, who forgot theirs gets another by mail, and a
// link that was used opens nothing any more. With and without JavaScript.
import { withMail } from '../mail_server.js';
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn } from '../program.js';

const test = withMail();
const chosen = 'another quiet evening';

/** Chooses this password on the page that a link opened. */
async function choose(page, password) {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Password once more').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('who is invited gets the link by mail, chooses a password and signs in', async ({ page, program, mailbox }) => {
      const person = { email: `invited.${javaScriptEnabled}@example.org`, name: 'Invited Official' };
      const args = ['--name', person.name, '--role', 'official', '--state', 'Kazakhstan'];
      const said = await program.runBeside(['user', 'invite', person.email, ...args]);
      expect(said).toContain('It was sent to them.');
      const [mail] = mailbox.to(person);
      expect(mail.subject).toBe('Your account in Corridor / Ваша учетная запись в Corridor');
      const [english, russian] = mail.text.match(/http\S+\/sign-in\/link\/\S+/g);
      expect(said).toContain(english);

      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(russian);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Добро пожаловать в Corridor');
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto(english.replace('/sign-in', '/en/sign-in'));
      await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
      await choose(page, 'too short');
      await expect(page.getByRole('alert')).toContainText('at least 12 characters');
      if (javaScriptEnabled) await expectAccessible(page);
      await choose(page, chosen);
      await expect(page.getByRole('status')).toContainText('Your password is set');
      await signIn(page, person, chosen);
      await page.goto(english);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing any more');
    });
  });
}

test('who forgot the password gets another by mail, and the old one and the link are of no use then', async ({ page, mailbox }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill(people.first.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mailbox');
  await expectAccessible(page);
  await expect.poll(() => mailbox.to(people.first).length).toBe(1);
  const [{ text }] = mailbox.to(people.first);
  expect(text).toContain('If it was not you, do nothing');
  const [link] = text.match(/http\S+\/sign-in\/link\/\S+/);
  await page.goto(link);
  await choose(page, chosen);
  await signIn(page, people.first, chosen);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing any more');
  await expectAccessible(page);
});

test('for an address without an account the page says the same, and no mail comes', async ({ page, mailbox }) => {
  await page.goto('/sign-in/forgotten');
  await page.getByLabel('E-mail address').fill('nobody@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mailbox');
  // A mail that was asked for later has come: this one did not.
  await page.goto('/sign-in/forgotten');
  await page.getByLabel('E-mail address').fill(people.second.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect.poll(() => mailbox.to(people.second).length).toBe(1);
  expect(mailbox.to({ email: 'nobody@example.org' })).toEqual([]);
});
