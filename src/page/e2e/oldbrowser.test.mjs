// The page in a browser of 2016.

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { parse } from 'acorn';
import { begin, reply, STATION } from './citizen.mjs';
import { ALLOWANCE } from './households.mjs';
import { visits } from './visits.mjs';

// What a worker fetches goes past the routes of the tests, and a browser of 2016 has none.
const here = visits({ serviceWorkers: 'block' });
let page;

beforeEach(() => {
  page = here.page;
});

describe('a browser of 2016', () => {
  for (const file of ['legacy.js', 'policy-legacy.js']) {
    it('is given one file of ES5: ' + file, async () => {
      const source = await (await fetch(`${STATION}/${file}`)).text();
      assert.equal(parse(source, { ecmaVersion: 5 }).type, 'Program');
    });
  }

  it('goes through the interview with that file alone', async () => {
    const scripts = await goBack();
    await page.reload();
    const first = await begin(page);
    await reply(page, null);
    await page.getByText('已答 1 题').waitFor();
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    await page.getByRole('link', { name: '直接看结果' }).click();
    await page.getByRole('heading', { level: 1, name: '您家的结果' }).waitFor();
    assert.deepEqual(scripts, ['/legacy.js']);
  });

  it('reads the page of a policy with its file alone', async () => {
    const scripts = await goBack();
    await page.goto(STATION + '/policies/minimum-living-allowance');
    await page.getByRole('heading', { level: 1, name: ALLOWANCE }).waitFor();
    await page.getByRole('img', { name: '9区城市低保标准变化图' }).waitFor();
    assert.deepEqual(scripts, ['/policy-legacy.js']);
  });

  /** Takes away modules and what else came after 2016; gives the scripts that are fetched from now on. */
  async function goBack() {
    await page.route(/^[^#]*\/(policies\/[^/]*)?$/, async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace(/<script type="module".*<\/script>/, '')
        .replace('nomodule ', '');
      await route.fulfill({ response, body: html });
    });
    await page.addInitScript(() => {
      for (const [owner, name] of [
        [window, 'fetch'],
        [Object, 'entries'],
        [Object, 'values'],
        [String.prototype, 'padStart'],
        [Element.prototype, 'append'],
        [NodeList.prototype, 'forEach'],
      ]) {
        delete owner[name];
      }
    });
    const scripts = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname),
    );
    return scripts;
  }
});
