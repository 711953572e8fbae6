// Papers of a review: a State's dossier, and the outcome, which is made in the background and rests on
// the frozen register, whatever is entered later. With and without JavaScript.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, withOwnProgram } from '../program.js';

// A program of its own: the review that is concluded here is open to the tests of other files.
const test = withOwnProgram();

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const save = (page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

let folder;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corridor-review-papers-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Follows a link to a file and keeps what comes; answers its name and where it is kept. */
async function take(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name, exact: true }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

/** Converts a file with LibreOffice, with a profile of its own; answers the path of what it made. */
function converted(path, to) {
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, path]);
  return path.replace(/\.[a-z]+$/, `.${to}`);
}

const textOf = (document) => plain(execFileSync('pdftotext', ['-layout', converted(document, 'pdf'), '-'], { encoding: 'utf8' }));

/** Publishes an agreement of 2010 between Azerbaijan and Kazakhstan with a finding on social security. */
async function publishedRecord(page, title, finding) {
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
    await page.locator('#f-events-0-kind').selectOption('signed');
    await page.locator('#f-events-0-date').fill('2010-04-05');
  });
  await section('provisions', () => page.locator('select[name="findings.social_security.finding"]').selectOption(finding));
  await section('references', () => page.locator('#f-sources-0-title').fill('Example gazette'));
  await page.goto(`/agreements/${id}/publish`);
  await page.getByRole('button', { name: 'Publish' }).click();
}

/** The share with social security of the State, as the register has it now: "66.7 %" and of how many. */
async function shareNow(page) {
  await page.goto('/coverage?party=AZE');
  const row = page.locator('table.data tbody tr').filter({ has: page.locator('a[href*="provision=social_security"]') });
  const cells = (await row.locator('td.num').allTextContents()).map(plain);
  return { share: plain(cells[5]).replace(/\s*%?$/, ' %'), coded: cells[4] };
}

/** Asks for a paper on the review's page and waits until it is made; answers the address of the work. */
async function make(page, review, kind, language) {
  await page.goto(`/reviews/${review}`);
  await page.locator('#outcome-kind').selectOption(kind);
  await page.locator('#outcome-language').selectOption(language);
  await page.getByRole('button', { name: 'Make it' }).click();
  // The page asks for itself again until it is done.
  await expect(page.getByText('The paper is ready.')).toBeVisible({ timeout: 30_000 });
  return new URL(page.url()).pathname;
}

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });
    const review = hasScript ? 'rr-ece-2024' : 'rr-escap-2025';

    test('a concluded review gives its outcome, and a back-dated agreement does not change it', async ({ page, browser, baseURL }) => {
      test.setTimeout(240_000);
      const person = async (who) => {
        const context = await browser.newContext({ baseURL, javaScriptEnabled: hasScript, locale: 'en-GB' });
        const other = await context.newPage();
        if (who) await signIn(other, who);
        return other;
      };
      const [coordinator, reader] = [await person(people.coordinator), await person(null)];
      await signIn(page, people.first);
      await publishedRecord(page, `Example agreement in time ${hasScript}`, 'yes');
      const { share, coded } = await shareNow(page);

      // Nobody but the coordinators gets anything before it is concluded.
      await reader.goto(`/reviews/${review}`);
      await expect(reader.locator('#outcome')).toHaveCount(0);
      const step = async (name) => {
        await coordinator.goto(`/reviews/${review}`);
        await coordinator.getByRole('button', { name, exact: true }).click();
        await expect(coordinator.getByRole('status')).toBeVisible();
      };
      await step('Open for input');

      await page.goto(`/reviews/${review}`);
      await page.getByRole('button', { name: 'Draft the dossier from the register' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dossier of Azerbaijan');
      const dossier = textOf((await take(page, 'As a document (DOCX)')).path);
      for (const said of ['Dossier of Azerbaijan', 'Frozen register', 'SHA-256', share, '30 % of 144']) {
        expect(dossier).toContain(said);
      }
      expect(dossier).not.toContain('[agreements/');

      await step('Begin the review');
      await make(coordinator, review, 'outcome_report', 'en');
      await expect(coordinator.getByRole('heading', { level: 1 })).toContainText('provisional');
      const provisional = await take(coordinator, 'Download');
      expect(provisional.name).toBe(`${review}-outcome-provisional.docx`);
      expect(textOf(provisional.path)).toContain('provisional, not frozen');

      await step('Conclude');
      const work = await make(coordinator, review, 'outcome_report', 'en');
      if (hasScript) await expectAccessible(coordinator);
      await coordinator.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(coordinator);
      const english = await take(coordinator, 'Download');
      expect(english.name).toBe(`${review}-outcome.docx`);
      const text = textOf(english.path);
      for (const said of ['Frozen register', 'SHA-256', 'Azerbaijan', `${share} of ${coded} coded`, '30 % of 144']) {
        expect(text).toContain(said);
      }
      expect(text).not.toContain('provisional, not frozen');

      // It is left and come back to; the same is not made twice, whoever asks.
      await coordinator.goto(`/reviews/${review}`);
      await expect(coordinator.locator('#outcome')).toContainText('Outcome report (DOCX), English');
      await expectNoSidewaysScroll(coordinator);
      expect(await make(reader, review, 'outcome_report', 'en')).toBe(work);

      await publishedRecord(page, `Example agreement entered late ${hasScript}`, 'no');
      expect((await shareNow(page)).share, 'the register has moved on').not.toBe(share);
      await make(reader, review, 'outcome_report', 'ru');
      const russian = await take(reader, 'Download');
      expect(russian.name).toBe(`${review}-outcome-ru.docx`);
      const told = textOf(russian.path);
      for (const said of [share.replace('.', ','), '30 % из 144', 'Азербайджан']) expect(told).toContain(said);

      await make(reader, review, 'outcome_figures', 'en');
      const figures = await take(reader, 'Download');
      expect(figures.name).toBe(`${review}-outcome.xlsx`);
      const workbook = readFileSync(converted(figures.path, 'fods'), 'utf8');
      for (const sheet of ['States', 'Provisions by State', 'About']) expect(workbook).toContain(`table:name="${sheet}"`);
      expect(workbook).toContain(share.replace(' ', ''));
    });
  });
}
