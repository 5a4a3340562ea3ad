// Every test visits a page anew, and fails when the page complains or asks a foreign host.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import axe from 'axe-core';
import { launch, STATION, visit } from './citizen.mjs';

/**
 * Begins every test of a file with a fresh page; gives what holds it, its browser and `refusal`, the status with which
 * the service may refuse.
 */
export function visits(options = {}) {
  const here = {};
  let complaints;

  function watch(page) {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // Chromium itself writes a line for every refused request; the page is to handle those, and tests say which.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        complaints.push(message.text());
      }
    });
    page.context().on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(STATION).origin && protocol !== 'blob:') {
        complaints.push('foreign host: ' + request.url());
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && response.status() !== here.refusal) {
        complaints.push(`${response.status()} ${response.url()}`);
      }
    });
  }

  before(async () => {
    here.browser = await launch();
  });

  after(() => here.browser.close());

  beforeEach(async () => {
    complaints = [];
    here.refusal = 422;
    here.page = await visit(here.browser, Object.assign({ watch }, options));
  });

  afterEach(async () => {
    await here.page.context().close();
    assert.deepEqual(complaints, []);
  });

  return here;
}

/** What the first view of an address takes from the network, in bytes; `settled` waits for what comes after it. */
export async function firstViewBytes(browser, path, settled = () => {}) {
  const context = await browser.newContext();
  const answers = [];
  context.on('response', (response) => answers.push(response));
  const page = await context.newPage();
  await page.goto(STATION + path, { waitUntil: 'networkidle' });
  await settled(page);
  const sizes = await Promise.all(answers.map((response) => response.request().sizes()));
  await context.close();
  return sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
}

export async function focusIsOn(target) {
  assert.ok(await target.evaluate((element) => element === document.activeElement), `no focus on ${target}`);
}

export async function tabTo(page, target) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  assert.fail(`not reached by the tab key: ${target}`);
}

/** Everything that a citizen can see must pass: rules of axe, the width, the targets, the lines. */
export async function isAccessible(page) {
  // Evaluated by the debugger: the policy of the page would rightly forbid a script element.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  );
  await staysInWidth(page);
  await hasLargeTargets(page);
  await hasAiryLines(page);
}

export async function staysInWidth(page) {
  const [width, view] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(width <= view, `the page is ${width} px wide`);
}

/** 44 px are what a thumb hits. Links within a sentence would be excepted; there are none. */
export async function hasLargeTargets(page) {
  const small = await page
    .locator('a, button, summary, .option, input:not([type=radio], [type=checkbox]), select')
    .evaluateAll((targets) =>
      targets
        .filter((target) => target.offsetParent && target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML),
    );
  assert.deepEqual(small, []);
}

async function hasAiryLines(page) {
  const tight = await page.locator('main *, header *').evaluateAll((elements) =>
    elements
      .filter((one) => Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((one) => {
        const { fontSize, lineHeight } = getComputedStyle(one);
        return lineHeight === 'normal' || parseFloat(lineHeight) / parseFloat(fontSize) < 1.2999;
      })
      // A number that is the only one of its size, and what the browser draws itself, have no next line.
      .filter((one) => !one.matches('.amount strong, option, optgroup'))
      .map((one) => one.outerHTML),
  );
  assert.deepEqual(tight, []);
}

export function openFolds(page) {
  return page.locator('details').evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
}

export function doubleType(page) {
  return page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
}
