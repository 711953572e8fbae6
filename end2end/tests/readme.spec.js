// The README's picture: the register as it is. It is only written when CORRIDOR_SCREENSHOTS names a
// folder (`make screenshots`), so that a test run leaves the checkout as it was.
import { join } from 'node:path';
import { expect, test } from '../program.js';

test('the register shows its agreements, their status and the share with social security', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/agreements?commission=ESCAP&at=gcm-talk-baku-2023');
  await expect(page.locator('.result').first()).toBeVisible();
  await expect(page.getByText('Status on 12 October 2023')).toBeVisible();
  const folder = process.env.CORRIDOR_SCREENSHOTS;
  const picture = await page.screenshot(folder ? { path: join(folder, 'register.png') } : {});
  expect(picture.length).toBeGreaterThan(10_000);
});
