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

/** A fresh page on a small phone, at the start unless a path says otherwise. */
export async function visit(browser, { width = 360, height = 740, path = '/', watch, serviceWorkers = 'allow' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', serviceWorkers });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  watch?.(page);
  await page.goto(STATION + path);
  return page;
}

export async function choosePolicy(page, name) {
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Begins the interview; the day is that of the question, today unless it is given. */
export async function begin(page, day) {
  if (day) {
    await page.getByText('换一天计算').click();
    await page.getByLabel('按哪一天计算').fill(day);
  }
  await page.getByRole('button', { name: '开始', exact: true }).click();
  return asked(page);
}

/** The question in front of the citizen. */
export async function asked(page) {
  await page.locator('main:not([aria-busy]) .asked').waitFor();
  return page.getByRole('heading', { level: 1 }).innerText();
}

/**
 * Answers the question in front with a text, a day, a number of entries, `{ option }`, `{ place }`, `{ situations }`;
 * null: not known, and in no situation.
 */
export async function reply(page, given) {
  const form = page.locator('.asked');
  const path = await form.getAttribute('data-path');
  if (path === 'situations') {
    // They are offered in two steps, those of the children first: what is not offered here is there.
    for (const situation of await form.getByLabel(given?.situations || 'none', { exact: true }).all()) {
      await situation.check();
    }
    await form.getByRole('button', { name: /下一题|改好了/ }).click();
  } else if (given === null || given === undefined) {
    await form.getByRole('button', { name: '不清楚' }).click();
  } else if (given.option && (await form.locator('.choice').count())) {
    await form.getByRole('button', { name: new RegExp('^' + given.option) }).click();
  } else {
    if (given.option || given.place) {
      await form.locator('select').selectOption({ label: given.option || given.place });
    } else {
      await form.locator('input').fill(String(given));
    }
    await form.getByRole('button', { name: /下一题|改好了/ }).click();
  }
  return path;
}

/**
 * Goes through the interview until the results are shown. `answers` are by the question or a telling part of it; what
 * has none is not known. Gives the questions in the order in which they were asked.
 */
export async function interview(page, answers) {
  const questions = [];
  for (;;) {
    await page.locator('main:not([aria-busy]) :is(.asked, .group)').first().waitFor();
    const question = await page.getByRole('heading', { level: 1 }).innerText();
    if (!(await page.locator('.asked').count())) {
      return questions;
    }
    questions.push(question);
    const key = Object.keys(answers).find((part) => question.includes(part));
    const path = await reply(page, answers[key]);
    await page.locator(`main:not([aria-busy]) :is(.asked:not([data-path="${path}"]), .group)`).first().waitFor();
  }
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
