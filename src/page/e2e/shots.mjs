// Writes pictures of every view at the width of a phone and of a desk: node shots.mjs <folder>

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addEntry, answer, ask, begin, choosePolicy, interview, launch, reply, visit } from './citizen.mjs';
import { ALLOWANCE_WITH_DISABLED_MEMBER, TWO_CHILDREN } from './families.mjs';
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
import { openFolds } from './visits.mjs';

const [folder] = process.argv.slice(2);

if (!folder) {
  throw new Error('Name the folder for the pictures: node shots.mjs <folder>');
}
await mkdir(folder, { recursive: true });

const browser = await launch();
for (const width of [360, 1280]) {
  const height = width === 360 ? 740 : 900;
  let page;
  const open = async (path) => {
    page = await visit(browser, { width, height, path });
  };
  const start = async () => {
    await open('/#/policies');
    await page.locator('.cell').first().waitFor();
  };
  const shoot = (name) => page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });

  await open('/');
  await page.locator('.large').waitFor();
  await shoot('start');
  await begin(page, TWO_CHILDREN.day);
  await shoot('interview-first');
  const shown = new Set();
  for (let count = 0; count < 25; count += 1) {
    const path = await page.locator('.asked').getAttribute('data-path');
    const kind = await page.locator('.asked').evaluate((form) =>
      form.querySelector('.choice') ? 'choice' : form.querySelector('input, select').type,
    );
    if (!shown.has(kind)) {
      shown.add(kind);
      await shoot('interview-' + kind);
    }
    await reply(page, null);
    await page.locator(`main:not([aria-busy]) :is(.asked:not([data-path="${path}"]), .group)`).first().waitFor();
  }
  await page.goto(page.url().replace(/#.*/, '#/answers'));
  await page.getByRole('heading', { level: 1, name: '我的回答' }).waitFor();
  await shoot('answers');
  for (const [name, { day, answers }] of Object.entries({
    children: TWO_CHILDREN,
    allowance: ALLOWANCE_WITH_DISABLED_MEMBER,
  })) {
    await open('/');
    await begin(page, day);
    await interview(page, answers);
    await shoot('results-' + name);
    await openFolds(page);
    await shoot(`results-${name}-unfolded`);
  }
  await page.getByRole('button', { name: '大字' }).click();
  await shoot('results-large');
  await page.emulateMedia({ media: 'print' });
  await shoot('results-print');

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
  await openFolds(page);
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
  await page.context().setOffline(true);
  await page.locator('.cell').first().click();
  await page.getByRole('heading', { name: '这次没有成功' }).waitFor();
  await shoot('failure');
}
await browser.close();
