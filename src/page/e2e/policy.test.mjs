// The page of each policy.

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { STATION } from './citizen.mjs';
import { doubleType, focusIsOn, isAccessible, openFolds, staysInWidth, tabTo, visits } from './visits.mjs';

const ALLOWANCE = 'minimum-living-allowance';
const CHILDCARE = 'childcare-subsidy';
const UNEMPLOYMENT = 'unemployment-insurance-rate';

// Somewhere on the station, so that a test can prepare the browser before the page opens.
const here = visits({ path: '/icon.svg' });
let page;

beforeEach(() => {
  page = here.page;
});

/** The page of a policy as soon as it stands. */
async function open(id) {
  const response = await page.goto(`${STATION}/policies/${id}`);
  await page.locator('h1').waitFor();
  return response;
}

/** The history of one parameter, as its table says it. */
function table(name) {
  return page
    .getByRole('table', { name, exact: true })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.innerText.replace(/\s+/g, ' '))),
    );
}

/** The texts in the drawing of one parameter: values, days, today. */
function drawn(name) {
  return page.getByRole('img', { name: name + '变化图' }).locator('text').allTextContents();
}

/** Texts that are in English alone. */
function withoutChinese() {
  return page
    .locator('main *')
    .evaluateAll((elements) =>
      elements
        .flatMap((one) => Array.from(one.childNodes))
        .filter((node) => node.nodeType === 3 && /[a-z]{3}/.test(node.data) && !/[\u3400-\u9fff]/.test(node.data))
        .map((node) => node.data),
    );
}

function card(title) {
  return page
    .locator('section.card')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
}

describe('every policy', async () => {
  const { policies } = await (await fetch(STATION + '/v1/policies')).json();

  for (const { id, nameZh, summaryZh } of policies) {
    it(`has a page: ${id}`, async () => {
      const response = await open(id);

      assert.equal(response.status(), 200);
      assert.equal(await page.title(), `${nameZh} - 民生`);
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), nameZh);
      assert.ok((await page.locator('main').innerText()).includes(summaryZh));
      assert.doesNotMatch(await page.locator('main').innerText(), /undefined|null|NaN|\{\w+\}/);
      await openFolds(page);
      await isAccessible(page);
      assert.deepEqual(await withoutChinese(), []);
    });
  }

  for (const id of [ALLOWANCE, CHILDCARE, UNEMPLOYMENT]) {
    it(`fits a desk: ${id}`, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(id);
      await openFolds(page);

      await isAccessible(page);
    });
  }
});

// The expectations are those of policy.yaml, written by hand. Where “今天” stands depends on the day of the test, so
// what it marks is taken out.
describe('the history', () => {
  const withoutNow = (rows) => rows.map((cells) => cells.map((cell) => cell.replace(/ 现在$/, '')));

  it('of the minimum living allowance', async () => {
    await open(ALLOWANCE);
    const assumed = '没有写明哪天起，按文件日期算';

    assert.deepEqual(withoutNow(await table('9区城市低保标准')), [
      ['时间', '标准'],
      ['到2025年4月10日为止', '没有查到标准'],
      ['2025年4月11日起', `每人每月 860 元 暂定，以后可能调整 ${assumed}`],
    ]);
    assert.deepEqual(withoutNow(await table('9区农村低保标准')), [
      ['时间', '标准'],
      ['到2025年4月10日为止', '没有查到标准'],
      ['2025年4月11日起', `每人每月 648 元 暂定，以后可能调整 ${assumed}`],
    ]);
    assert.deepEqual(withoutNow(await table('9县(市)城市低保标准')), [
      ['时间', '标准'],
      ['到2025年4月10日为止', '每人每月 710 元 没有写明从哪天起'],
      ['2025年4月11日起', `每人每月 780 元 ${assumed}`],
    ]);
    assert.deepEqual(withoutNow(await table('9县(市)农村低保标准')), [
      ['时间', '标准'],
      ['到2025年4月10日为止', '每人每月 517 元 没有写明从哪天起'],
      ['2025年4月11日起', `每人每月 585 元 ${assumed}`],
    ]);
    assert.deepEqual(await drawn('9县(市)农村低保标准'), ['517', '585', '今天', '2025-04-11']);
    assert.deepEqual(await page.locator('.legend li').allInnerTexts(), [
      '暂定，以后可能调整',
      '日期是推定的',
      '没有写明从哪天起',
      '没有写明到哪天为止',
      '没有查到标准',
    ]);
  });

  it('of the childcare subsidy', async () => {
    await open(CHILDCARE);
    const since = (name, day, before, amount) => [name, day, before, `每孩每月 ${amount} 元`];
    const rule2023 = ['2021年10月29日起', '到2021年10月28日为止'];
    const rule2026 = ['2025年1月1日起', '到2024年12月31日为止'];

    for (const [name, day, before, amount] of [
      since('第二个孩子每月总额(2025年以前)', ...rule2023, 500),
      since('第三个及以后孩子每月总额(2025年以前)', ...rule2023, 1000),
      since('国家基础补贴,每月', ...rule2026, 300),
      since('第二个孩子的市级提标,每月', ...rule2026, 200),
      since('第三个及以后孩子的市级提标,每月', ...rule2026, 700),
    ]) {
      assert.deepEqual(withoutNow(await table(name)), [
        ['时间', '标准'],
        [before, '没有查到标准'],
        [day, amount],
      ]);
    }
    assert.deepEqual(await drawn('国家基础补贴,每月'), ['300', '今天', '2025-01-01']);
    assert.equal(await page.locator('.provisional').count(), 0);
  });

  it('of the unemployment insurance rate, which is not known any more', async () => {
    await open(UNEMPLOYMENT);

    for (const name of ['单位费率', '个人费率']) {
      assert.deepEqual(withoutNow(await table(name)), [
        ['时间', '标准'],
        ['到2023年4月30日为止', '没有查到标准'],
        ['2023年5月1日至2024年12月31日', '0.5 %'],
        ['2025年1月1日至2025年12月31日', '0.5 % 暂定，以后可能调整'],
        ['2026年1月1日起', '没有查到标准'],
      ]);
      assert.deepEqual(await drawn(name), [
        '0.5%',
        '0.5%',
        '今天',
        '2023-05-01',
        '2025-01-01',
        '2025-12-31止',
      ]);
    }
  });

  it('marks the period of today', async () => {
    // Noon in Harbin on the last day of a period.
    await page.clock.setFixedTime('2025-12-31T12:00:00+08:00');
    await open(UNEMPLOYMENT);

    assert.deepEqual(await page.locator('tr:has(.now) th').allInnerTexts(), [
      '2025年1月1日至2025年12月31日 现在',
      '2025年1月1日至2025年12月31日 现在',
    ]);
  });

  it('says so when no standard has a date', async () => {
    await open('senior-card');

    assert.match(await card('标准怎么变').innerText(), /这项政策的标准没有写明日期。/);
  });

  it('lays the values of the agency over those of the law', async () => {
    const withOneOfTheAgency = async (route) => {
      const response = await route.fetch();
      const described = await response.json();
      described.parameters
        .find(({ name }) => name === 'countyUrbanStandardYuan')
        .values.push({
          value: 900,
          effectiveFrom: '2026-09-01',
          effectiveTo: '2026-09-30',
          evidence: 'OPERATOR',
          source: '示例通知',
        });
      await route.fulfill({ response, json: described });
    };
    await page.route(`**/v1/policies/${ALLOWANCE}`, withOneOfTheAgency);
    await open(ALLOWANCE);

    assert.deepEqual(withoutNow(await table('9县(市)城市低保标准')).slice(2), [
      ['2025年4月11日至2026年8月31日', '每人每月 780 元 没有写明哪天起，按文件日期算'],
      ['2026年9月1日至2026年9月30日', '每人每月 900 元'],
      ['2026年10月1日起', '每人每月 780 元 没有写明哪天起，按文件日期算'],
    ]);
    await openFolds(page);
    assert.match(
      await card('用到的标准和规定').innerText(),
      /每人每月 900 元\s+2026年9月1日至2026年9月30日\s+由主管部门提供。\s+出处：示例通知/,
    );
  });
});

describe('the page of a policy', () => {
  it('says whose it is, what it asks, and what is not known', async () => {
    await open(ALLOWANCE);

    assert.match(await card('概况').innerText(), /补贴[^]*市民政局/);
    assert.match(await card('到哪里办').innerText(), /街道办事处/);
    assert.match(await card('要问您什么').innerText(), /全家每月收入一共多少元\? 敏感信息/);
    assert.match(await card('还不清楚的地方').innerText(), /最低发放金额 没有它也能算/);
    assert.match(await card('还不清楚的地方').innerText(), /2025年标准没有写明执行日期。/);
  });

  it('folds out the clause of a reason', async () => {
    await open(ALLOWANCE);
    const reason = page.locator('.folds li').filter({ hasText: '家庭财产超过规定。' });
    await reason.locator('summary').click();

    assert.match(await reason.innerText(), /《社会救助暂行办法》[^]*第九条[^]*家庭财产状况规定/);
  });

  it('tells ages from years that are counted', async () => {
    await open('resident-pension');

    assert.match(await card('用到的标准和规定').innerText(), /领取年龄\s+60 岁/);
    assert.match(await card('用到的标准和规定').innerText(), /最低缴费年限\s+15 年/);
  });

  it('leads from a value to its clause in full', async () => {
    await open(ALLOWANCE);
    const parameter = card('用到的标准和规定').locator('li').filter({ hasText: '9区城市低保标准' });
    await parameter.locator('summary').click();
    await parameter.getByRole('link').click();

    const clause = page.locator('.whole:target');
    assert.match(await clause.innerText(), /暂时执行860元\/人月[^]*2025年4月11日发布。市里的文件写明。/);
  });

  it('leads to the form, which leads back, and to other policies', async () => {
    await open(ALLOWANCE);
    const check = page.getByRole('link', { name: '查我能不能享受' });

    assert.equal(await check.evaluate((link) => link.href), `${STATION}/#/policies/${ALLOWANCE}`);
    await check.click();
    await page.getByRole('link', { name: '详细说明' }).click();
    const rival = card('不能同时享受').locator('li').filter({ hasText: '特困人员基本生活标准' });
    await rival.locator('summary').click();
    assert.match(await rival.locator('.clause').innerText(), /国发〔2016〕14号/);
    await rival.getByRole('link', { name: '特困人员基本生活标准', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '特困人员基本生活标准' }).waitFor();
    assert.equal(page.url(), `${STATION}/policies/extreme-poverty-support`);
  });

  it('says in Chinese that there is no such policy, and shows the way back', async () => {
    here.refusal = 404;
    const response = await open('minimum-living-allowances');

    assert.equal(response.status(), 404);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '没有这项政策');
    await isAccessible(page);
    const back = page.getByRole('link', { name: '返回全部政策' });
    assert.equal(await back.evaluate((link) => link.href), `${STATION}/#/policies`);
  });

  it('offers another try when the network fails', async () => {
    await page.route('**/v1/**', (route) => route.abort());
    await open(ALLOWANCE);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '这次没有成功');
    await page.unroute('**/v1/**');
    await page.getByRole('button', { name: '再试一次' }).click();

    await page.getByRole('heading', { level: 1, name: '最低生活保障' }).waitFor();
  });

  it('can be used with the keyboard alone', async () => {
    await open(ALLOWANCE);
    await tabTo(page, page.getByRole('link', { name: '查我能不能享受' }));
    const reason = page.locator('.folds summary').first();
    await tabTo(page, reason);
    await page.keyboard.press('Enter');

    await focusIsOn(reason);
    assert.ok(await page.locator('.folds .clause').first().isVisible());
  });

  it('fits a small phone with type at twice the size', async () => {
    for (const id of [ALLOWANCE, CHILDCARE, UNEMPLOYMENT, 'orphan-living-allowance']) {
      await open(id);
      await doubleType(page);
      await openFolds(page);

      await staysInWidth(page);
      // Nothing that is drawn passes the edge either.
      const cut = await page.locator('.timeline text').evaluateAll((texts) =>
        texts
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left < 0 || right > window.innerWidth;
          })
          .map((text) => text.textContent),
      );
      assert.deepEqual(cut, []);
    }
  });

  it('is unfolded for paper and folded again', async () => {
    await open(ALLOWANCE);
    const closed = () => page.locator('details:not([open])').count();
    const folds = await closed();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await closed(), 0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await closed(), folds);
  });
});
