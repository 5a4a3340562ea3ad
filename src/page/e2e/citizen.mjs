// A citizen in front of the page: opens it in Chromium, fills in the form by the words that are read on it.

import { chromium } from 'playwright-core';

export const STATION = process.env.MINSHENG_URL;

if (!STATION) {
  throw new Error('MINSHENG_URL must name a running station, for example http://127.0.0.1:8080');
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh page on a small phone, at the list of policies unless a hash says otherwise. */
export async function visit(browser, { width = 360, height = 740, hash = '' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  await page.goto(STATION + '/' + hash);
  return page;
}

export async function choosePolicy(page, name) {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/**
 * Answers are given by the question or a telling part of it: a text or a day is typed, `{ option }` is ticked (its
 * beginning is enough), `{ place }` is picked from the list.
 */
export async function answer(within, answers) {
  for (const [question, given] of Object.entries(answers)) {
    if (given.option) {
      const group = within.getByRole('radiogroup', { name: question });
      await group.getByRole('radio', { name: new RegExp('^' + given.option) }).check();
    } else if (given.place) {
      await within.getByLabel(question).selectOption({ label: given.place });
    } else {
      await within.getByLabel(question).fill(given);
    }
  }
}

/** Adds an entry to the only list of the form and fills it in; `rarely` are answers in its fold. */
export async function addEntry(page, answers, rarely = {}) {
  await page.getByRole('button', { name: /添加/ }).click();
  const entry = page.locator('.entry').last();
  await answer(entry, answers);
  if (Object.keys(rarely).length > 0) {
    await entry.getByText('更多情况').click();
    await answer(entry, rarely);
  }
}

/** Asks for the answer and gives the sentence it begins with. */
export async function ask(page) {
  await page.getByRole('button', { name: '查看结果' }).click();
  await page.locator('.verdict').waitFor();
  return page.getByRole('heading', { level: 1 }).innerText();
}
