// A reader finds agreements, filters, compares, changes language.
import { expect, test } from '../program.js';

for (const hasScript of [true, false]) {
  test.describe(hasScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript });

    test('a reader finds agreements by words without their diacritics and by filters, and the address is the query', async ({ page }) => {
      await page.goto('/agreements');
      await expect(page.getByRole('status')).toContainText(/[6-9]\d agreements/);
      await page.getByRole('searchbox').fill('turkiye');
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(/q=turkiye/);
      const found = await page.locator('.result').count();
      expect(found).toBeGreaterThan(10);

      await page.locator('input[name=kind][value=social_security_agreement]').check();
      if (!hasScript) await page.getByRole('button', { name: 'Apply' }).click();
      await expect(page).toHaveURL(/kind=social_security_agreement/);
      await expect(page.locator('.active-filters')).toContainText('Social security agreement');
      const address = page.url();
      await page.goto(address);
      await expect(page.locator('input[name=kind][value=social_security_agreement]')).toBeChecked();
    });

    test('an empty result says why and what to relax', async ({ page }) => {
      await page.goto('/agreements?q=nosuchword&kind=protocol');
      await expect(page.getByText('No agreement fits everything that was asked.')).toBeVisible();
      await page.getByRole('link', { name: /Without the words/ }).click();
      await expect(page).not.toHaveURL(/nosuchword/);
      await expect(page.locator('.result').first()).toBeVisible();
    });

    test('the reader changes the language, which stays in the address and is remembered', async ({ page }) => {
      await page.goto('/corridors/AZE-KAZ');
      await page.getByRole('link', { name: 'Русский' }).click();
      await expect(page).toHaveURL(/\/ru\/corridors\/AZE-KAZ/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Казахстан');
      await page.goto('/coverage');
      await expect(page).toHaveURL(/\/ru\/coverage/);
      await page.getByRole('link', { name: 'English' }).click();
      await expect(page).toHaveURL(/:\d+\/coverage$/);
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    });

    test('two checkpoints are compared for the States of a commission', async ({ page }) => {
      await page.goto('/compare?from=gcm-talk-baku-2023&to=rr-escap-2025');
      await page.getByLabel('States of a commission').selectOption('ESCAP');
      await page.getByRole('button', { name: 'Compare' }).click();
      await expect(page).toHaveURL(/commission=ESCAP/);
      // Azerbaijan and Türkiye signed on 6 June 2024, between the two.
      await expect(page.locator('#signed')).toContainText('Agreement on cooperation in the field of migration (Azerbaijan-Turkiye)');
      await page.goto('/compare?from=2000&to=2030-02-31');
      await expect(page.getByRole('alert')).toContainText('neither a checkpoint nor a date');
    });
  });
}

test('filters apply as one types, and the focus stays where it is', async ({ page }) => {
  await page.goto('/agreements');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('pension', { delay: 20 });
  await expect(page).toHaveURL(/q=pension/);
  await expect(search).toBeFocused();
  await expect(page.locator('.result').first()).toContainText(/pension/i);
});

test('a combobox is used from the keyboard alone', async ({ page }) => {
  await page.goto('/agreements');
  const party = page.getByRole('combobox', { name: 'Party 1' });
  await expect(party).toHaveAttribute('role', 'combobox');
  await party.focus();
  await page.keyboard.type('kyrg');
  await expect(party).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(party).toHaveValue('Kyrgyzstan');
  await expect(page).toHaveURL(/party=KGZ/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(party).toHaveAttribute('aria-expanded', 'false');
});

test('a corridor has the same page from either side and leads to its agreements', async ({ page }) => {
  await page.goto('/corridors/KAZ-AZE');
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  await page.goto('/corridors/AZE-KAZ');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await page.locator('.result a').first().click();
  await expect(page.getByRole('heading', { name: 'Time line' })).toBeVisible();
});

test('every coverage number leads to as many records', async ({ page, program }) => {
  const rows = program.run(['coverage', '--by', 'item']).trim().split('\n');
  expect(rows).toHaveLength(35);
  expect(rows[0]).toBe('item,yes,partly,no,cannot_tell,coded');
  const served = await (await page.request.get('/coverage.csv?by=item')).text();
  expect(served.trim().split('\n')).toEqual(rows);
});

test('choices that were not there come back as one types, Back undoes a choice, and the language keeps the question', async ({ page }) => {
  await page.goto('/agreements?q=nosuchword');
  await expect(page.locator('#facet-sets fieldset')).toHaveCount(0);
  await page.getByRole('searchbox').fill('pension');
  await expect(page).toHaveURL(/q=pension/);
  await expect(page.locator('#facet-sets input[name=kind]').first()).toBeVisible();
  await page.locator('#facet-sets input[name=kind]').first().check();
  await expect(page).toHaveURL(/kind=/);
  await expect(page.locator('#facet-sets input[name=kind]').first()).toBeFocused();
  await expect(page.getByRole('link', { name: 'Русский' })).toHaveAttribute('href', /kind=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(page.locator('.active-filters')).not.toContainText('Kind');
});

test('the bars of shares are drawn to one scale', async ({ page }) => {
  for (const path of ['/', '/ru/', '/coverage']) {
    await page.goto(path);
    const widths = await page.locator('ul.bars svg.bar').evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().width)));
    expect(new Set(widths).size, `${path}: ${widths}`).toBe(1);
  }
});
