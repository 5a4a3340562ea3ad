// Writes pictures of policies' pages at the width of a phone and of a desk, and on paper: node policy-shots.mjs <folder>

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, visit } from './citizen.mjs';
import { doubleType, openFolds } from './visits.mjs';

const POLICIES = [
  'minimum-living-allowance',
  'childcare-subsidy',
  'unemployment-insurance-rate',
  'orphan-living-allowance',
  'public-rental-eligibility',
  'senior-card',
  'no-such-policy',
];

const [folder] = process.argv.slice(2);

if (!folder) {
  throw new Error('Name the folder for the pictures: node policy-shots.mjs <folder>');
}
await mkdir(folder, { recursive: true });

const browser = await launch();
for (const id of POLICIES) {
  for (const width of [360, 1280]) {
    const page = await visit(browser, { width, path: `/policies/${id}` });
    await page.locator('h1').waitFor();
    const shoot = (state) =>
      page.screenshot({ path: join(folder, `${id}${state}-${width}.png`), fullPage: true });

    await shoot('');
    await openFolds(page);
    await shoot('-unfolded');
    await page.emulateMedia({ media: 'print' });
    await shoot('-paper');
    await page.emulateMedia({ media: 'screen' });
    await doubleType(page);
    await shoot('-doubled');
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.getByRole('button', { name: '大字' }).click();
    await shoot('-large');
    await page.context().close();
  }
}
await browser.close();
