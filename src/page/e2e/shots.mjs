// Writes pictures of every view at the width of a phone and of a desk: node shots.mjs <folder>

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addEntry, answer, ask, choosePolicy, launch, visit } from './citizen.mjs';
import {
  allowanceHousehold,
  ALLOWANCE,
  APPLIED,
  AS_OF,
  bothParentsHere,
  CHILDCARE,
  firstChild,
  RENTAL,
  rentalHousehold,
  secondChild,
} from './households.mjs';

const [folder] = process.argv.slice(2);

if (!folder) {
  throw new Error('Name the folder for the pictures: node shots.mjs <folder>');
}
await mkdir(folder, { recursive: true });

const browser = await launch();
for (const width of [360, 1280]) {
  let page;
  const start = async () => {
    page = await visit(browser, { width, height: width === 360 ? 740 : 900 });
    await page.locator('.cell').first().waitFor();
  };
  const shoot = (name) => page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });

  await start();
  await shoot('policies');

  await choosePolicy(page, CHILDCARE);
  await shoot('questions-empty');
  await addEntry(page, firstChild);
  await addEntry(page, secondChild, { [APPLIED]: '2023-08-01' });
  await answer(page, { ...bothParentsHere, [AS_OF]: '2023-09-30' });
  await shoot('questions-children');
  await ask(page);
  await shoot('answer-children');
  await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
  await shoot('answer-children-unfolded');

  await start();
  await choosePolicy(page, ALLOWANCE);
  await answer(page, allowanceHousehold({ members: '四口', income: '2000', property: true }));
  await page.getByRole('button', { name: '查看结果' }).click();
  await page.locator('.summary h2').waitFor();
  await shoot('questions-fault');
  await answer(page, {
    ...allowanceHousehold({ members: '4', income: '2000', property: true }),
    [AS_OF]: '2025-06-01',
  });
  await ask(page);
  await shoot('answer-allowance');

  await start();
  await choosePolicy(page, ALLOWANCE);
  await answer(page, { ...allowanceHousehold({ members: '3', income: '600' }), [AS_OF]: '2026-11-21' });
  await ask(page);
  await shoot('answer-needs-facts');

  await start();
  await choosePolicy(page, RENTAL);
  await answer(page, { ...rentalHousehold({ members: '2', income: '85490' }), [AS_OF]: '2023-08-28' });
  await ask(page);
  await shoot('answer-rental-refused');

  await start();
  await choosePolicy(page, RENTAL);
  await answer(page, rentalHousehold({ members: '2', income: '85490' }));
  await ask(page);
  await shoot('answer-rental-parameter');

  await start();
  await page.route('**/v1/policies/*', (route) => route.abort());
  await page.locator('.cell').first().click();
  await page.getByRole('heading', { name: '这次没有成功' }).waitFor();
  await shoot('failure');
}
await browser.close();
