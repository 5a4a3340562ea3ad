import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { asked, begin, interview, reply } from './citizen.mjs';
import {
  ALLOWANCE_WITH_DISABLED_MEMBER,
  CHILDREN,
  FAMILIES,
  FIRST_BORN,
  PENSIONER,
  SECOND_BORN,
  SITUATIONS,
  TWO_CHILDREN,
} from './families.mjs';
import { doubleType, focusIsOn, isAccessible, openFolds, staysInWidth, tabTo, visits } from './visits.mjs';

const here = visits();
let page;

beforeEach(() => {
  page = here.page;
});

describe('the results', () => {
  for (const [family, { day, answers, due, possible, notDue, monthly }] of Object.entries(FAMILIES)) {
    it('are right for ' + family, async () => {
      await begin(page, day);
      await interview(page, answers);
      await openFolds(page);

      for (const [standing, expected] of Object.entries({ due, possible, 'not-due': notDue })) {
        for (const [name, text] of Object.entries(expected)) {
          assert.match(await decision(standing, name), text, `${name} is ${standing}`);
        }
      }
      const sums = await page.locator('.together').innerText();
      assert.match(sums, monthly ? new RegExp(monthly) : /^(?![^]*每月一共)/);
    });
  }

  it('pass every rule of accessibility, also with everything open, and in large type', async () => {
    await finish(ALLOWANCE_WITH_DISABLED_MEMBER);
    await isAccessible(page);
    await openFolds(page);
    await isAccessible(page);
    await page.getByRole('button', { name: '大字' }).click();
    await isAccessible(page);
    await doubleType(page);
    await staysInWidth(page);
  });

  it('are saved as one file that a clerk can read', async () => {
    await finish(ALLOWANCE_WITH_DISABLED_MEMBER);
    const html = await downloaded('保存');

    assert.match(html, /<meta charset="utf-8">/);
    // The facts told, the result, the clause, the day, the version of the rules; and nothing that runs or is loaded.
    assert.match(html, /家里共同生活的有几口人[^]*3/);
    assert.match(html, /1980/);
    assert.match(html, /《社会救助暂行办法》/);
    assert.match(html, /2026年11月21日/);
    assert.match(html, /规则版本 [0-9a-f]{16}/);
    assert.doesNotMatch(html, /<script|<link|<button|src=/);
  });

  it('give their dates to the calendar of the phone', async () => {
    await finish(TWO_CHILDREN);
    const calendar = await downloaded('加到手机日历');

    assert.match(calendar, /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    // The last day of what is paid for the second child, born on 2025-06-01: to the month before its third birthday.
    assert.match(calendar, /DTSTART[^\r]*:202805(31|01)\r\n/);
  });

  it('are printed with everything open that speaks for a decision', async () => {
    await finish(PENSIONER);
    await page.evaluate(() => {
      window.print = () => (window.openOnPaper = document.querySelectorAll('.decision.due details:not([open])').length);
    });
    await page.getByRole('button', { name: '打印' }).click();

    assert.equal(await page.evaluate(() => window.openOnPaper), 0);
    assert.ok((await page.locator('.decision.due details:not([open])').count()) > 0);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: '打印' }).isVisible(), false);
  });

  it('lead to a question that was passed over, and back', async () => {
    await begin(page, PENSIONER.day);
    const { 一共缴费多少年: years, ...rest } = PENSIONER.answers;
    await interview(page, rest);
    await openFolds(page);
    await page.locator('.possible').getByRole('button', { name: '一共缴费多少年' }).first().click();
    await asked(page);
    await reply(page, years);
    await page.locator('.group').first().waitFor();

    assert.match(await decision('due', '城乡居民基本养老保险'), /每月 283 元/);
  });

  async function finish({ day, answers }) {
    await begin(page, day);
    await interview(page, answers);
  }

  function decision(standing, name) {
    return card(standing, name).innerText({ timeout: 3000 });
  }

  function card(standing, name) {
    const heading = page.getByRole('heading', { level: 3, name, exact: true });
    return page.locator('.decision.' + standing).filter({ has: heading });
  }

  async function downloaded(button) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFile(await file.path(), 'utf8');
  }
});

describe('the interview', () => {
  it('asks one question at a time and says how far it is', async () => {
    await begin(page);
    assert.match(await page.locator('main').innerText(), /已答 0 题，最多还有 \d+ 题/);
    assert.equal(await page.locator('.asked').count(), 1);
    await reply(page, null);
    await page.getByText('已答 1 题').waitFor();
    assert.match(await page.locator('main').innerText(), /已答 1 题/);
  });

  it('goes back a step and forth again, and loses nothing', async () => {
    const [first, second] = await answerTwo();
    await page.getByRole('button', { name: '上一步' }).click();
    await questionIs(second);
    await page.goBack();
    await questionIs(first);
    await page.goForward();
    await questionIs(second);
    await page.goBack();
    await questionIs(first);
    // The same answer once more: on to the next question that was answered already, with its answer.
    await page.getByRole('button', { name: '不清楚' }).click();
    await questionIs(second);
    assert.equal(await page.getByRole('button', { name: '不清楚' }).getAttribute('aria-pressed'), 'true');
  });

  it('goes on after a reload where it was', async () => {
    await answerTwo();
    const question = await asked(page);
    await page.reload();
    await questionIs(question);
    await page.getByRole('link', { name: '民生' }).click();
    await page.getByRole('button', { name: '接着回答' }).click();
    await questionIs(question);
  });

  it('changes an answer from the overview and keeps the later ones', async () => {
    await begin(page, TWO_CHILDREN.day);
    await interview(page, TWO_CHILDREN.answers);
    await page.getByRole('link', { name: '修改我的回答' }).click();
    await page.getByRole('button', { name: FIRST_BORN }).click();
    await questionIs(FIRST_BORN);
    await reply(page, '2024-12-01');
    await page.getByRole('heading', { level: 1, name: '我的回答' }).waitFor();

    assert.match(await page.locator('main').innerText(), /第 1 个：孩子的出生日期[^\n]*\n2024年12月1日/);
    assert.match(await page.locator('main').innerText(), /第 2 个：孩子的出生日期[^\n]*\n2025年6月1日/);
    await isAccessible(page);
  });

  it('keeps what was said of the children that stay when there are fewer', async () => {
    await untilAsked(CHILDREN);
    await reply(page, 2);
    await untilAsked(FIRST_BORN);
    await reply(page, '2015-03-01');
    await page.goto(page.url().replace(/#.*/, '#/answers'));
    await page.getByRole('button', { name: CHILDREN }).click();
    await asked(page);
    await page.getByRole('button', { name: '少一个' }).click();
    await page.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('heading', { level: 1, name: '我的回答' }).waitFor();

    assert.match(await page.locator('main').innerText(), /1 个[^]*2015年3月1日/);
    assert.equal(await page.getByRole('button', { name: SECOND_BORN }).count(), 0);
  });

  it('refuses a wrong value at the field, kindly', async () => {
    await untilAsked('家里共同生活的有几口人');
    const field = page.locator('.asked input');
    for (const [typed, sentence] of [
      ['', '请填写，或选“不清楚”。'],
      ['四口', '请填写整数，例如 3。'],
      ['0', '请填写不小于 1 的数。'],
    ]) {
      await field.fill(typed);
      await page.getByRole('button', { name: '下一题' }).click();
      await page.locator('.asked .fault').getByText(sentence).waitFor();
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      await focusIsOn(field);
      await isAccessible(page);
    }
    await field.fill('４');
    assert.equal(await field.getAttribute('aria-invalid'), null);
    await page.getByRole('button', { name: '下一题' }).click();
    await nextAfter('[data-path=householdSize]');
  });

  it('can be gone through with the keyboard alone', async () => {
    await tabTo(page, page.getByRole('button', { name: '开始' }));
    await page.keyboard.press('Enter');
    await asked(page);
    await focusIsOn(page.getByRole('heading', { level: 1 }));
    const types = new Set();
    for (let count = 0; count < 100 && (await page.locator('.asked').count()); count += 1) {
      const path = await page.locator('.asked').getAttribute('data-path');
      const choice = page.locator('.choice').first();
      if (path === 'situations') {
        await tabTo(page, page.getByRole('button', { name: '下一题' }));
        await page.keyboard.press('Enter');
        await nextAfter(`[data-path="${path}"]`);
        continue;
      }
      const kind = (await choice.count()) ? 'choice' : await page.locator('.asked :is(input, select)').getAttribute('type');
      if (types.has(kind)) {
        await tabTo(page, page.getByRole('button', { name: '不清楚' }));
      } else if (kind === 'choice') {
        await tabTo(page, choice);
      } else {
        const field = page.locator('.asked :is(input, select)');
        await tabTo(page, field);
        await page.keyboard.press(kind === null ? 'ArrowDown' : '1');
        await (kind === 'date' ? page.keyboard.type('1012020') : null);
        await tabTo(page, page.getByRole('button', { name: '下一题' }));
      }
      types.add(kind);
      await page.keyboard.press('Enter');
      await nextAfter(`[data-path="${path}"]`);
      await focusIsOn(page.getByRole('heading', { level: 1 }));
    }
    assert.deepEqual([...types].sort(), ['choice', 'date', 'text', null].sort());
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '您家的结果');
    assert.match(await page.locator('#status').textContent(), /可以享受 \d+ 项/);
  });

  it('says politely what has become certain', async () => {
    await begin(page);
    await page.evaluate(() => {
      window.heard = [];
      const status = document.getElementById('status');
      new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true });
    });
    await interview(page, PENSIONER.answers);
    assert.ok((await page.evaluate(() => window.heard)).some((text) => /^已能确定：.*老年证/.test(text)));
    assert.equal(await page.locator('#status').getAttribute('aria-live'), 'polite');
  });

  it('offers another try when the network fails, and loses no answer', async () => {
    await untilAsked(CHILDREN);
    await page.route('**/v1/screen/next', (route) => route.abort());
    await reply(page, 2);
    await page.getByRole('heading', { name: '这次没有成功' }).waitFor();
    await isAccessible(page);
    await page.unroute('**/v1/screen/next');
    await page.getByRole('button', { name: '再试一次' }).click();
    await asked(page);
    await page.getByRole('link', { name: '我的回答' }).click();
    assert.match(await page.locator('main').innerText(), /您家有几个孩子[^\n]*\n2 个/);
  });

  it('has no fact in any address, and forgets everything when asked to', async () => {
    const addresses = [];
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
    await begin(page);
    await interview(page, PENSIONER.answers);
    addresses.push(page.url());
    assert.ok(addresses.every((address) => !/1964|13900|230102/.test(address)));
    await page.getByRole('button', { name: '清除我填写的内容' }).click();
    await page.getByRole('button', { name: '开始', exact: true }).waitFor();
    assert.doesNotMatch(await page.evaluate(() => sessionStorage.getItem('minsheng')), /1964|13900/);
  });

  it('is accessible at every question, also in large type and at twice the size', async () => {
    await isAccessible(page);
    await page.getByText('换一天计算').click();
    await isAccessible(page);
    await begin(page);
    for (let count = 0; count < 12; count += 1) {
      await isAccessible(page);
      const path = await reply(page, null);
      await nextAfter(`[data-path="${path}"]`);
    }
    await page.getByRole('button', { name: '大字' }).click();
    await isAccessible(page);
    await doubleType(page);
    await staysInWidth(page);
  });

  it('asks about the death of a child only who says that one died, and forgets it when that is taken back', async () => {
    await untilAsked(CHILDREN);
    await reply(page, 1);
    await untilAsked(SITUATIONS);
    await isAccessible(page);
    await reply(page, { situations: '孩子已去世' });
    await questionIs('如果孩子已去世');
    await reply(page, '2019-09-09');
    await nextAfter('[data-path="children[0].deathDate"]');
    await page.getByRole('link', { name: '我的回答' }).click();
    assert.match(await page.locator('main').innerText(), /2019年9月9日[^]*有没有下面的情况？\n第 1 个孩子已去世/);

    await page.getByRole('button', { name: SITUATIONS }).click();
    await questionIs(SITUATIONS);
    await page.getByLabel('孩子已去世').uncheck();
    await page.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('heading', { level: 1, name: '我的回答' }).waitFor();
    assert.match(await page.locator('main').innerText(), /有没有下面的情况？\n没有/);
    assert.doesNotMatch(await page.locator('main').innerText(), /2019年9月9日/);
  });

  async function untilAsked(question) {
    if (!(await page.locator('.asked').count())) {
      await begin(page);
    }
    while (!(await asked(page)).includes(question)) {
      const path = await reply(page, null);
      await nextAfter(`[data-path="${path}"]`);
    }
  }

  /** Passes over the first two questions, and gives them. */
  async function answerTwo() {
    const first = await begin(page);
    let path = await reply(page, null);
    await nextAfter(`[data-path="${path}"]`);
    const second = await asked(page);
    path = await reply(page, null);
    await nextAfter(`[data-path="${path}"]`);
    return [first, second];
  }

  async function questionIs(text) {
    await page.locator('main:not([aria-busy])').getByRole('heading', { level: 1, name: text }).waitFor();
  }

  function nextAfter(selector) {
    return page.locator(`main:not([aria-busy]) :is(.asked:not(${selector}), .group)`).first().waitFor();
  }
});
