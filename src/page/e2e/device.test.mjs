// The page on the device: no network, a slow line, weak eyes.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { asked, choosePolicy, STATION } from './citizen.mjs';
import { ALLOWANCE } from './households.mjs';
import { firstViewBytes, visits } from './visits.mjs';

const MOST_BYTES = 100 * 1024;

const here = visits();
let page;

beforeEach(() => {
  page = here.page;
});

describe('a slow line', () => {
  it('carries less than 100 KB for the first view, the worker and all that it keeps included', async () => {
    const bytes = await firstViewBytes(here.browser, '/', isKept);
    assert.ok(bytes > 10000 && bytes < MOST_BYTES, `${bytes} bytes`);
  });

  it('carries less than 100 KB for the page of a policy', async () => {
    const bytes = await firstViewBytes(here.browser, '/policies/childcare-subsidy');
    assert.ok(bytes > 10000 && bytes < MOST_BYTES, `${bytes} bytes`);
  });

  it('is not asked to run or show what the page did not bring', async () => {
    const { headers } = await fetch(STATION);
    assert.doesNotMatch(headers.get('content-security-policy'), /unsafe|\*/);
    assert.match(headers.get('cache-control'), /max-age=0/);
  });
});

describe('no network', () => {
  it('opens what was seen before, and says that an answer needs one', async () => {
    await isKept(page);
    await page.reload();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '看看您家' }).waitFor();
    await page.getByRole('link', { name: '全部政策' }).click();
    await page.getByRole('link', { name: ALLOWANCE }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByText('现在没有网络。要联网才能算出结果。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再试一次' }).click();
    await asked(page);
  });

  it('leaves the form of a policy that was seen before', async () => {
    await isKept(page);
    await page.reload();
    await page.getByRole('link', { name: '全部政策' }).click();
    await choosePolicy(page, ALLOWANCE);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: ALLOWANCE }).waitFor();
    await page.getByRole('button', { name: '查看结果' }).click();
    await page.getByText('现在没有网络。要联网才能算出结果。').waitFor();
  });

  it('is provided for by every file of the page', async () => {
    await isKept(page);
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('minsheng');
      return (await cache.keys()).map((request) => new URL(request.url).pathname.slice(1));
    });
    const files = await readdir(new URL('../web/', import.meta.url));
    const modules = files.filter((name) => /\.(js|css|svg)$/.test(name) && name !== 'worker.js');
    assert.deepEqual(
      modules.filter((name) => !kept.includes(name)),
      [],
    );
  });
});

describe('weak eyes', () => {
  it('get larger type at one tap, and again at the next visit', async () => {
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const usual = await size();
    await page.getByRole('button', { name: '大字' }).click();
    assert.ok((await size()) >= usual * 1.25);
    await page.reload();
    await page.getByRole('button', { name: '大字', pressed: true }).waitFor();
    assert.ok((await size()) >= usual * 1.25);
    await page.goto(STATION + '/policies/minimum-living-allowance');
    await page.getByRole('button', { name: '大字', pressed: true }).click();
    assert.equal(await size(), usual);
  });
});

/** Waits until the worker has kept the page for a time without a network. */
function isKept(page) {
  return page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
}
