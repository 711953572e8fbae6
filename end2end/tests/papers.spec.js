// Papers to take away: they open in LibreOffice and hold what the page shows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, people, signIn, test } from '../program.js';

const talk = '/meetings/gcm-talk-baku-2023';
const plain = (text) => text.replace(/\s+/g, ' ');

let folder;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corridor-papers-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Follows a link to a file and keeps what comes; answers its name and where it is kept. */
async function take(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

/** Converts a file with LibreOffice, with a profile of its own; answers the path of what it made. */
function converted(path, to) {
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, path]);
  return path.replace(/\.[a-z]+$/, `.${to}`);
}

const textOf = (document) => plain(execFileSync('pdftotext', [converted(document, 'pdf'), '-'], { encoding: 'utf8' }));

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a reader takes the summary report of the Talk away and finds in it what the page shows', async ({ page }) => {
      await page.goto('/');
      const bar = page.locator('.bar-row').nth(1).locator('.bar-value');
      const share = (await bar.count()) > 0 ? plain(await bar.textContent()) : 'No agreement in this selection has been coded yet';
      await page.goto(talk);
      const title = plain(await page.getByRole('heading', { level: 1 }).textContent());
      // Its first words: a longer text may go on behind the turn of a page.
      const question = plain(await page.locator('ol.questions li').first().textContent()).slice(0, 60);
      const { path, name } = await take(page, 'Summary report (DOCX)');
      expect(name).toBe('gcm-talk-baku-2023-summary.docx');
      const text = textOf(path);
      for (const said of [title, question, '12 October 2023', 'Concept note of the Talk', '30 % of 144', share, 'Kazakhstan', 'Vassiliy Yuzhanin', '16:15']) {
        expect(text).toContain(said);
      }
      expect(text).toContain('Nothing is recorded under this question.');
      // Where a line ends at a hyphen, the hyphen is not in the text that is read back.
      const joined = (words) => words.replace(/[\s-]/g, '');
      expect(joined(text)).toContain(joined(new URL(talk, page.url()).href));
    });
  });
}

test('the summary report speaks the language of the page', async ({ page }) => {
  await page.goto(`/ru${talk}`);
  const { path, name } = await take(page, 'Итоговый доклад (DOCX)');
  expect(name).toBe('gcm-talk-baku-2023-summary-ru.docx');
  const text = textOf(path);
  for (const said of ['Концептуальная записка Дискуссии', '30 % из 144', 'Казахстан', 'Вопрос 1']) {
    expect(text).toContain(said);
  }
  expect(text.replaceAll(' ', '')).toContain(new URL(`/ru${talk}`, page.url()).href);
});

test('the figures of the coverage are numbers in a workbook, filtered as the page is', async ({ page }) => {
  await page.goto('/coverage?party=AZE');
  const row = page.locator('table.data tbody tr').filter({ has: page.locator('a[href*="provision=social_security"]') });
  const shown = (await row.locator('td.num').allTextContents()).map((cell) => cell.replace(/\s/g, ''));
  expect(shown).toHaveLength(6);
  const { path, name } = await take(page, 'Figures (XLSX)');
  expect(name).toMatch(/^coverage-\d{4}-\d\d-\d\d\.xlsx$/);
  const figures = readFileSync(converted(path, 'csv'), 'utf8');
  const written = figures.split('\n').find((line) => line.includes(',social_security,'));
  expect(written.split(',social_security,')[1].trim()).toBe(shown.join(',').replace('–', ''));

  const workbook = readFileSync(converted(path, 'fods'), 'utf8');
  expect(workbook).toContain('office:value-type="float" office:value="0"');
  for (const sheet of ['Provisions', 'Criteria', 'By decade', 'By region', 'By kind', 'About']) {
    expect(workbook).toContain(`table:name="${sheet}"`);
  }
  expect(workbook).toContain('Azerbaijan');
  expect(workbook).toContain('imply no opinion on the legal status');
});

test('a practice is taken away in the order of its form, by those who may see it and by nobody else', async ({ page, baseURL }) => {
  const title = 'Example practice: 5 < 7 & "more"';
  await signIn(page, people.first);
  await page.goto('/practices/new');
  await page.locator('#f-title').fill(title);
  await page.locator('#f-summary').fill('Example summary\nin two lines');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.getByRole('status')).toContainText('Saved');
  const address = new URL(page.url()).pathname;
  const { path } = await take(page, 'As a document (DOCX)');
  const text = textOf(path);
  expect(text).toContain(title);
  expect(text).toContain('Example summary in two lines');
  expect(text.indexOf(title)).toBeLessThan(text.indexOf('Example summary'));

  const kept = await page.request.get(`${address}/paper.docx`);
  expect(kept.headers()['cache-control']).toBe('no-store');
  expect((await fetch(`${baseURL}${address}/paper.docx`)).status).toBe(404);
});
