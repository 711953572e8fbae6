// Mail through a real mail server: who wants it immediately gets it in Russian with the link, who wants
// a digest gets one mail for two things, and nothing of a record that was withdrawn. Several programs
// send at once, and no mail comes twice.
import { secret, withMail } from '../mail_server.js';
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, test as base } from '../program.js';

const test = withMail();

const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

/** A record of Kazakhstan that names Azerbaijan, published. */
async function publishedRecord(page, title) {
  await page.goto('/agreements/new');
  await page.locator('#f-kind').selectOption('labour_migration_agreement');
  await page.locator('select[name="parties.1.code"]').selectOption('AZE', { force: true });
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
    await page.locator('#f-events-0-kind').selectOption('signed');
    await page.locator('#f-events-0-date').fill('2017-04-05');
  });
  await section('references', () => page.locator('#f-sources-0-title').fill('Example gazette'));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published');
  return id;
}

/** Chooses mail on the account's page. */
async function choose(page, pace, language) {
  await page.goto('/account');
  await page.locator('#mail-pace').selectOption(pace);
  await page.locator('#mail-language').selectOption(language);
  await page.locator('#mail').getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('#mail').getByRole('status')).toContainText('Your choice is saved.');
  await expect(page.locator('#mail-pace')).toHaveValue(pace);
}

test('what newly waits is told once, at the pace and in the language that were chosen', async ({
  page,
  browser,
  request,
  baseURL,
  program,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const as = async (person) => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled: false });
    const own = await context.newPage();
    await signIn(own, person);
    return own;
  };
  const focalPoint = await as(people.second);
  const official = await as(people.first);
  await signIn(page, people.second);
  await page.goto('/account');
  await expect(page.locator('#mail-pace')).toHaveValue('none');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page);
  await choose(focalPoint, 'immediately', 'ru');
  await choose(official, 'daily', 'en');

  const recorder = await as(people.stranger);
  const first = await publishedRecord(recorder, 'First agreement told by mail');
  // Two commands and the server itself send at the same time.
  await Promise.all([program.runBeside(['mail', 'send-now']), program.runBeside(['mail', 'send-now'])]);
  await expect.poll(() => mailbox.to(people.second).length).toBe(1);
  const [told] = mailbox.to(people.second);
  expect(told.subject).toBe('Corridor: Опубликована запись, в которой указано ваше государство');
  expect(told.from.text).toContain('corridor@example.org');
  expect(told.text).toContain('First agreement told by mail');
  expect(told.text).toContain(`${baseURL}/ru/agreements/${first}`);
  expect(told.text).toContain(`${baseURL}/ru/account#mail`);
  expect(told.html).toBeFalsy();
  expect(mailbox.to(people.first)).toEqual([]);

  const second = await publishedRecord(recorder, 'Second agreement told by mail');
  const withdrawn = await publishedRecord(recorder, 'Withdrawn agreement');
  await recorder.goto(`/agreements/${withdrawn}/publish`);
  await recorder.getByRole('button', { name: 'Take back' }).click();
  await expect(recorder.getByRole('status')).toBeVisible();
  await program.runBeside(['mail', 'send-now', '--digests']);
  const [digest, ...more] = mailbox.to(people.first);
  expect(more).toEqual([]);
  expect(digest.subject).toBe('Corridor: 2 things newly wait for you');
  for (const [id, title] of [[first, 'First'], [second, 'Second']]) {
    expect(digest.text).toContain(`${title} agreement told by mail`);
    expect(digest.text).toContain(`${baseURL}/agreements/${id}`);
  }
  expect(digest.text).not.toContain('Withdrawn agreement');
  expect(digest.text).not.toContain(`/agreements/${withdrawn}`);
  expect(await program.runBeside(['mail', 'send-now', '--digests'])).toContain('0 mails sent.');
  const again = mailbox.to(people.second).filter(({ text }) => text.includes('First agreement told by mail'));
  expect(again.length).toBe(1);

  // To look at the address in a mail ends nothing; a mail program's one click does.
  const { line } = digest.headerLines.find(({ key }) => key === 'list-unsubscribe');
  const [, stop] = line.match(/<(\S+)>/);
  expect(stop.startsWith(`${baseURL}/mail/stop/`)).toBe(true);
  expect((await request.get(stop)).status()).toBe(200);
  await official.reload();
  await expect(official.locator('#mail-pace')).toHaveValue('daily');
  const clicked = await fetch(stop, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.status).toBe(200);
  await official.goto('/account');
  await expect(official.locator('#mail-pace')).toHaveValue('none');

  // The link in the text asks first.
  await page.goto(told.text.match(/http\S+\/mail\/stop\/\S+/)[0]);
  await page.getByRole('button', { name: 'Отказаться от писем' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Письма больше не приходят');
  await expectNoSidewaysScroll(page);
});

test('a mail shows whether the settings are right, and wrong ones are told without the password', async ({ program, mailbox }) => {
  expect(await program.runBeside(['mail', 'test', 'new@example.org'])).toContain('new@example.org');
  expect(mailbox.to({ email: 'new@example.org' }).map(({ subject }) => subject)).toEqual(['Corridor: e-mail works']);
  expect(program.run(['config'])).not.toContain(encodeURIComponent(secret));
});

test('whose second factor is taken away is told by mail, in every language', async ({ program, mailbox }) => {
  const person = { email: 'lost@example.org', name: 'Example of a lost phone', role: 'coordinator' };
  program.addAccount(person);
  const said = await program.runBeside(['user', 'remove-second-factor', person.email]);
  expect(said).toContain('The owner was told by mail.');
  const [mail] = mailbox.to(person);
  expect(mail.subject).toBe('Your second factor was taken away / Ваш второй фактор снят');
  for (const part of ['signed you out everywhere', 'завершил все ваши сеансы', program.url]) expect(mail.text).toContain(part);
  expect(await program.runBeside(['user', 'remove-second-factor', person.email])).toContain('has no second factor');
  expect(mailbox.to(person)).toHaveLength(1);
});

base('without a mail server the account says that no mail is sent', async ({ page }) => {
  await signIn(page, people.first);
  await expect(page.locator('#mail')).toContainText('This installation sends no e-mail');
  await expect(page.locator('#mail-pace')).toHaveCount(0);
});
