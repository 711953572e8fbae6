// How a weakness is reported, where the operator names an address.
import { expect, expectAccessible, expectNoSidewaysScroll, withOwnProgram } from '../program.js';

const contact = 'mailto:security@example.org';

const test = withOwnProgram({ accounts: {}, settings: { CORRIDOR_SECURITY_CONTACT: contact } });

test('whoever found a weakness finds the address to report it to', async ({ request, page, baseURL }) => {
  const file = await request.get('/.well-known/security.txt');
  expect(file.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const lines = new Map((await file.text()).trim().split('\n').map((line) => line.split(/: (.*)/)));
  expect(lines.get('Contact')).toBe(contact);
  expect(lines.get('Canonical')).toBe(`${baseURL}/.well-known/security.txt`);
  const days = (new Date(lines.get('Expires')) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);

  await page.goto(lines.get('Policy'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reporting a weakness');
  await expect(page.getByRole('link', { name: 'security@example.org' })).toHaveAttribute('href', contact);
  await expectAccessible(page);

  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/ru/security');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Как сообщить об уязвимости');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
