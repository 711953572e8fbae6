// The example: made-up States in a fresh program, a sign-in with the password that was told once, and
// what waits for the focal point. A register without the example knows nothing of them.
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, start, withOwnProgram } from '../program.js';

const test = withOwnProgram({ seed: ['seed', '--example'], accounts: {} });

const focalPoint = { email: 'focal-point@sampleland.example', name: 'Example Focal Point of Sampleland' };
const told = (program) => program.seeded.match(/shown this once: (\S+)/)[1];

test('somebody who tries the register out signs in as a focal point and finds what waits', async ({ page, program }) => {
  await page.goto('/');
  await expect(page.getByText('This register holds made-up States and agreements')).toBeVisible();
  await expect(page.getByText('Examplia').first()).toBeVisible();

  await signIn(page, focalPoint, told(program));
  await page.goto('/inbox');
  await page.getByRole('link', { name: /Example: Seasonal workers scheme between Fictionland and Sampleland/ }).click();
  await expect(page.locator('#two-sides')).toContainText('Not answered');
  await expectAccessible(page);

  // Its own States are offered, and the review of these States is open to it.
  await page.goto('/agreements/new');
  await expect(page.locator('select[name="parties.1.code"] option[value="XXA"]')).toHaveCount(1);
  await page.goto('/reviews');
  await page.getByRole('link', { name: 'Example: review of the example States, second round' }).click();
  await expect(page.getByText('Northern Imaginaria').first()).toBeVisible();
  await expectAccessible(page);
});

test('the warning stands on every page, on a phone and in Russian', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/ru', '/ru/agreements', '/ru/states/XXA', '/ru/commitments']) {
    await page.goto(path);
    await expect(page.getByText('В этом реестре есть вымышленные государства')).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test('the example is loaded once, and its password is told once', async ({ program }) => {
  const again = program.run(['seed', '--example']);
  expect(again).toContain('there already');
  expect(again).not.toContain(told(program));
});

test('a register without the example knows nothing of made-up States', async () => {
  const plain = await start();
  try {
    const read = async (path) => {
      const answer = await fetch(`${plain.url}${path}`);
      return [answer.status, await answer.text()];
    };
    for (const path of ['/', '/agreements', '/states', '/commitments', '/corridors', '/reviews']) {
      const [status, text] = await read(path);
      expect(status, path).toBe(200);
      expect(text, path).not.toContain('Examplia');
      expect(text, path).not.toContain('made-up');
    }
    expect((await read('/states/XXA'))[0]).toBe(404);
    expect((await read('/corridors/XXA-XXB'))[0]).toBe(404);
    expect(() => plain.run(['seed', '--example'])).toThrow(/accounts already/);
  } finally {
    await plain.stop();
  }
});
