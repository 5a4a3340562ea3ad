import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { addEntry, answer, ask, choosePolicy, STATION } from './citizen.mjs';
import {
  allowanceHousehold,
  ALLOWANCE,
  APPLIED,
  AS_OF,
  BORN,
  bothParentsHere,
  CHILDCARE,
  firstChild,
  MEMBERS,
  onlyChild,
  OWN_PLACE,
  PROPERTY,
  REGISTERED,
  RENTAL,
  rentalHousehold,
  secondChild,
} from './households.mjs';
import { doubleType, focusIsOn, isAccessible, openFolds, staysInWidth, tabTo, visits } from './visits.mjs';

const ELIGIBLE = '可以享受。';
const NOT_ELIGIBLE = '目前不符合条件。';
const NEEDS_FACTS = '还差几项情况，才能告诉您结果。';

const here = visits({ path: '/#/policies' });
let page;

beforeEach(() => {
  page = here.page;
});

describe('childcare subsidy', () => {
  beforeEach(() => choosePolicy(page, CHILDCARE));

  it('pays 500 yuan a month for a second child applied for in time', async () => {
    await addEntry(page, firstChild);
    await addEntry(page, secondChild, { [APPLIED]: '2023-08-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2023-09-30' });

    assert.equal(await ask(page), ELIGIBLE);
    assert.equal(await headlineAmount(), '每月 500 元');
    assert.match(await card('为什么'), /符合的[^]*按规则这是第二个孩子。/);
    const second = page.locator('.entry').nth(1);
    assert.match(await second.innerText(), /第 2 个[^]*每月 500 元/);
    await second.getByText('计算明细').click();
    assert.match(await second.innerText(), /2026年4月[^]*36 个月[^]*18,000 元/);
  });

  it('pays nothing for a first child, and says so', async () => {
    await addEntry(page, onlyChild, { [APPLIED]: '2024-06-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2024-06-15' });

    assert.equal(await ask(page), NOT_ELIGIBLE);
    assert.equal(await page.locator('.verdict .amount').count(), 0);
    assert.match(await card('为什么'), /不符合的[^]*这是第一个孩子/);
  });

  it('takes “没有” for an answer: no child, not eligible', async () => {
    await page.getByRole('checkbox', { name: '没有' }).check();
    assert.equal(await ask(page), NOT_ELIGIBLE);
  });

  it('asks for the children when nothing was said about them', async () => {
    assert.equal(await ask(page), NEEDS_FACTS);
    await page.getByRole('button', { name: '您家有几个孩子' }).waitFor();
  });

  it('leads from the answer back to the missing place of the second child, and keeps the rest', async () => {
    const { [REGISTERED]: place, ...withoutPlace } = secondChild;
    await addEntry(page, firstChild);
    await addEntry(page, withoutPlace, { [APPLIED]: '2023-08-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2023-09-30' });

    assert.equal(await ask(page), NEEDS_FACTS);
    await page.getByRole('button', { name: '第 2 个：' + REGISTERED }).click();
    const second = page.locator('.entry').nth(1);
    await focusIsOn(second.getByLabel(REGISTERED));
    await answer(second, { [REGISTERED]: place });
    assert.equal(await ask(page), ELIGIBLE);
  });

  it('numbers the entries anew when one is removed', async () => {
    await addEntry(page, firstChild);
    await addEntry(page, secondChild);
    await page.locator('.entry').first().getByRole('button', { name: '删除这一项' }).click();

    assert.equal(await page.locator('.entry-title').allInnerTexts().then(String), '第 1 个');
    assert.equal(await page.getByLabel(BORN).inputValue(), '2023-05-15');
  });

  it('tells which defaults were applied', async () => {
    await addEntry(page, onlyChild, { [APPLIED]: '2024-06-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2024-06-15' });
    await ask(page);

    assert.match(await card('请您留意'), /孩子是按政策生育的吗.”第 1 个没有填写.按“是”计算/);
    assert.doesNotMatch(await card('请您留意'), /哪一天申请/);
  });
});

describe('minimum living allowance', () => {
  beforeEach(() => choosePolicy(page, ALLOWANCE));

  it('pays the difference to the standard, 1440 yuan for four persons', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '4', income: '2000', property: true }),
      [AS_OF]: '2025-06-01',
    });

    assert.equal(await ask(page), ELIGIBLE);
    assert.equal(await headlineAmount(), '每月 1440 元');
    assert.match(await page.locator('.verdict').innerText(), /按2025年6月1日的规定计算/);
    assert.match(
      await card('请您留意'),
      /每人每月 860 元。暂时执行.以后可能调整。[^]*按文件日期2025年4月11日算起/,
    );
    assert.match(await card('到哪里办'), /街道办事处/);
  });

  it('pays nothing when the income is exactly at the standard', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '3', income: '2580', property: true }),
      [AS_OF]: '2025-06-01',
    });

    assert.equal(await ask(page), NOT_ELIGIBLE);
    assert.match(await card('为什么'), /家庭人均月收入没有低于当地低保标准。/);
  });

  it('shows the clause behind a reason', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '4', income: '2000', property: true }),
      [AS_OF]: '2025-06-01',
    });
    await ask(page);
    await page.locator('.reasons li').first().getByText('看依据').click();

    assert.match(await page.locator('.reasons li').first().innerText(), /《社会救助暂行办法》[^]*第九条/);
  });

  it('leads from the answer back to the one missing question', async () => {
    await answer(page, { ...allowanceHousehold({ members: '3', income: '600' }), [AS_OF]: '2026-11-21' });

    assert.equal(await ask(page), NEEDS_FACTS);
    await page.getByRole('button', { name: PROPERTY }).click();
    const group = page.getByRole('radiogroup', { name: PROPERTY });
    await focusIsOn(group.getByRole('radio', { name: '是' }));
    assert.equal(await page.getByLabel(MEMBERS).inputValue(), '3');
    await group.getByRole('radio', { name: '否' }).check();
    assert.equal(await ask(page), NOT_ELIGIBLE);
  });

  it('comes back to the questions with the back button of the phone', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '3', income: '2580', property: true }),
      [AS_OF]: '2025-06-01',
    });
    await ask(page);
    await page.goBack();

    assert.equal(await page.getByLabel(MEMBERS).inputValue(), '3');
  });

  it('says beside the field that a word is no number', async () => {
    await answer(page, allowanceHousehold({ members: '四口', income: '2000', property: true }));
    await page.getByRole('button', { name: '查看结果' }).click();

    await faultIsShown('请填写整数，例如 3。');
  });

  it('does not take a half-typed day for no day', async () => {
    await answer(page, allowanceHousehold({ members: '4', income: '2000', property: true }));
    await page.getByLabel(AS_OF).press('6');
    await page.getByRole('button', { name: '查看结果' }).click();

    await page.locator('.summary').getByText('请把日期填完整').click();
    await focusIsOn(page.getByLabel(AS_OF));
  });

  it('says beside the field what the service refuses', async () => {
    await answer(page, allowanceHousehold({ members: '0', income: '2000', property: true }));
    await page.getByRole('button', { name: '查看结果' }).click();

    await faultIsShown('请填写不小于 1 的数。');
    await page.getByLabel(MEMBERS).fill('4');
    assert.equal(await page.getByLabel(MEMBERS).getAttribute('aria-invalid'), null);
  });

  it('reads the full-width digits of a Chinese keyboard', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '4', income: '２，０００', property: true }),
      [AS_OF]: '2025-06-01',
    });
    await ask(page);

    assert.equal(await headlineAmount(), '每月 1440 元');
  });

  it('forgets everything when asked to', async () => {
    await answer(page, { [MEMBERS]: '4' });
    await page.getByRole('button', { name: '清除我填写的内容' }).click();

    await page.waitForFunction(() => document.getElementById('status').textContent === '已经清除。');
    assert.equal(await page.getByLabel(MEMBERS).inputValue(), '');
  });

  it('offers another try when the network fails, and loses no answer', async () => {
    await answer(page, {
      ...allowanceHousehold({ members: '4', income: '2000', property: true }),
      [AS_OF]: '2025-06-01',
    });
    await page.route('**/assess', (route) => route.abort());
    await page.getByRole('button', { name: '查看结果' }).click();
    await page.getByRole('heading', { name: '这次没有成功' }).waitFor();
    await page.unroute('**/assess');
    await page.getByRole('button', { name: '再试一次' }).click();

    await page.locator('.verdict').waitFor();
    assert.equal(await headlineAmount(), '每月 1440 元');
  });
});

describe('public rental housing', () => {
  beforeEach(() => choosePolicy(page, RENTAL));

  it('is open to a household below the income ceiling of the batch', async () => {
    await answer(page, { ...rentalHousehold({ members: '3', income: '120000' }), [AS_OF]: '2023-08-28' });

    assert.equal(await ask(page), ELIGIBLE);
    assert.match(await card('为什么'), /家庭人均年收入低于准入线。/);
  });

  it('is closed to a household exactly at the ceiling', async () => {
    await answer(page, { ...rentalHousehold({ members: '2', income: '85490' }), [AS_OF]: '2023-08-28' });

    assert.equal(await ask(page), NOT_ELIGIBLE);
    assert.match(await card('为什么'), /家庭人均年收入没有低于准入线。/);
  });
});

describe('the page', () => {
  it('has no accessibility violation in any view', async () => {
    await isAccessible(page);

    await choosePolicy(page, CHILDCARE);
    await addEntry(page, firstChild);
    await addEntry(page, secondChild, { [APPLIED]: '2023-08-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2023-09-30' });
    await isAccessible(page);

    await ask(page);
    await openFolds(page);
    await isAccessible(page);

    await page.getByRole('link', { name: '查别的政策' }).click();
    await choosePolicy(page, ALLOWANCE);
    await answer(page, allowanceHousehold({ members: '四口', income: '2000', property: true }));
    await page.getByRole('button', { name: '查看结果' }).click();
    await page.locator('.summary h2').waitFor();
    await isAccessible(page);

    await answer(page, { [MEMBERS]: '' });
    await ask(page);
    await isAccessible(page);
  });

  it('can be used with the keyboard alone', async () => {
    await tabTo(page, page.getByRole('link', { name: ALLOWANCE }));
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: ALLOWANCE });
    await heading.waitFor();
    await focusIsOn(heading);
    await tabTo(page, page.getByLabel(OWN_PLACE));
    await page.keyboard.press('End');
    await tabTo(page, page.getByRole('button', { name: '查看结果' }));
    await page.keyboard.press('Enter');

    await page.locator('.verdict').waitFor();
    const verdict = page.getByRole('heading', { level: 1 });
    await focusIsOn(verdict);
    assert.equal(await verdict.innerText(), NOT_ELIGIBLE);
    assert.equal(await page.locator('#status').textContent(), NOT_ELIGIBLE);
  });

  it('fits a small phone with type at twice the size', async () => {
    await doubleType(page);
    await staysInWidth(page);
    await choosePolicy(page, CHILDCARE);
    await addEntry(page, firstChild);
    await addEntry(page, secondChild, { [APPLIED]: '2023-08-01' });
    await answer(page, { ...bothParentsHere, [AS_OF]: '2023-09-30' });
    await staysInWidth(page);
    await ask(page);
    await openFolds(page);
    await staysInWidth(page);
  });

  it('does not ask again for what was answered for another policy', async () => {
    await choosePolicy(page, ALLOWANCE);
    await answer(page, { [MEMBERS]: '4', [AS_OF]: '2025-06-01' });
    await page.getByRole('link', { name: '返回全部政策' }).click();
    await choosePolicy(page, RENTAL);

    assert.equal(await page.getByLabel(MEMBERS).inputValue(), '4');
    assert.equal(await page.getByLabel(AS_OF).inputValue(), '');
  });

  it('keeps answers in this window alone, and never in an address', async () => {
    await choosePolicy(page, ALLOWANCE);
    await answer(page, {
      ...allowanceHousehold({ members: '4', income: '2000', property: true }),
      [AS_OF]: '2025-06-01',
    });
    await ask(page);

    assert.equal(new URL(page.url()).hash, '#/policies/minimum-living-allowance');
    assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
    await page.reload();
    assert.equal(await page.getByLabel(MEMBERS).inputValue(), '4');
    await page.getByRole('button', { name: '清除我填写的内容' }).click();
    await page.getByText('已经清除。').waitFor({ state: 'attached' });
    assert.doesNotMatch(await page.evaluate(() => sessionStorage.getItem('minsheng')), /2000/);
  });

  it('knows no policy of its own', async () => {
    const { policies } = await (await fetch(STATION + '/v1/policies')).json();
    const web = new URL('../web/', import.meta.url);
    for (const name of await readdir(web)) {
      const file = await readFile(new URL(name, web), 'utf8');
      for (const { id, nameZh, summaryZh } of policies) {
        assert.ok(![id, nameZh, summaryZh].some((text) => file.includes(text)), `${name} speaks of ${id}`);
      }
    }
  });
});

function headlineAmount() {
  return page.locator('.verdict .amount').innerText();
}

function card(title) {
  const heading = page.getByRole('heading', { level: 2, name: title });
  return page.locator('section.card').filter({ has: heading }).innerText();
}

/** The sentence stands beside the field, is part of its description, and the summary above leads to it. */
async function faultIsShown(sentence) {
  const field = page.getByLabel(MEMBERS);
  const summary = page.locator('.summary');
  await summary.getByRole('heading').waitFor();
  await focusIsOn(summary.getByRole('heading'));
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const described = await field.evaluate((input) =>
    input
      .getAttribute('aria-describedby')
      .split(' ')
      .map((id) => document.getElementById(id).textContent)
      .join(' '),
  );
  assert.ok(described.includes(sentence), described);
  assert.ok(await page.locator('.fault', { hasText: sentence }).isVisible());
  await summary.getByRole('button').click();
  await focusIsOn(field);
}
