// What is paid, and in which of the next months.

import { element } from './element.js';
import { list } from './cards.js';
import { say } from './say.js';
import { dayText, ofEntry, yuanText } from './values.js';
import { words } from './words.js';

/** As far as people plan, and as far as the values of today can be relied on. */
const MONTHS = 12;

/** Only these are paid: a deduction, a loan or a contribution is no income. */
const PAID = 'subsidy';

/** What a decision pays, in sentences; null where it pays nothing. */
export function paymentList({ kind, payments }) {
  return kind === PAID ? list(payments.map(paymentText)) : null;
}

function paymentText({ entry, from, to, yuan, per }) {
  const amount = say({ month: words.paidMonthly, year: words.paidYearly, once: words.paidOnce }[per], {
    yuan: yuanText(yuan),
  });
  const span = to ? words.paid : words.paidFrom;
  return ofEntry(entry, from ? say(span, { from: dayText(from), to: to && dayText(to), amount }) : amount);
}

/** A row for each run of months in which the same is paid, and what is paid in no month in particular; or null. */
export function paymentCalendar(asOf, decisions) {
  const paid = decisions.filter(({ kind }) => kind === PAID);
  const rows = rowsOf(monthsFrom(asOf.slice(0, 7)), paid);
  const undated = paid.filter(({ payments }) => payments.some(isUndated));
  const parts = [
    rows.some(({ monthly }) => monthly.length > 0) ? table(rows) : null,
    undated.length > 0
      ? [
          element('p', null, words.undated),
          list(
            undated.map(({ nameZh, payments }) =>
              say(words.labelled, { label: nameZh, text: payments.filter(isUndated).map(paymentText).join('，') }),
            ),
          ),
        ]
      : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts : null;
}

function isUndated({ per }) {
  return per !== 'month';
}

function table(rows) {
  const header = (text) => element('th', { scope: 'col' }, text);
  return element(
    'table',
    null,
    element('thead', null, element('tr', null, [words.month, words.perMonth].map(header))),
    element(
      'tbody',
      null,
      rows.map(({ from, to, monthly }) =>
        element('tr', null, element('th', { scope: 'row' }, spanText(from, to)), element('td', null, sum(monthly))),
      ),
    ),
  );
}

function spanText(from, to) {
  return from === to ? dayText(from) : say(words.months, { from: dayText(from), to: dayText(to) });
}

function sum(payments) {
  const yuan = payments.reduce((total, payment) => total + payment.yuan, 0);
  return payments.length === 0
    ? words.nothing
    : [
        element('strong', null, say(words.yuan, { yuan: yuanText(yuan) })),
        payments.map(({ nameZh, yuan: part }) =>
          element('span', { class: 'source' }, `${nameZh} ${yuanText(part)}`),
        ),
      ];
}

function rowsOf(months, decisions) {
  return months.reduce((rows, month) => {
    const monthly = paidIn(month, decisions);
    const last = rows[rows.length - 1];
    if (last && JSON.stringify(last.monthly) === JSON.stringify(monthly)) {
      last.to = month;
      return rows;
    }
    return rows.concat({ from: month, to: month, monthly });
  }, []);
}

function paidIn(month, decisions) {
  const isThen = ({ per, from, to }) => per === 'month' && from <= month && (!to || month <= to);
  return decisions
    .map(({ nameZh, payments }) => ({
      nameZh,
      yuan: payments.filter(isThen).reduce((total, { yuan }) => total + yuan, 0),
    }))
    .filter(({ yuan }) => yuan > 0);
}

function monthsFrom(first) {
  const [year, month] = first.split('-').map(Number);
  return Array.from({ length: MONTHS }, (none, index) => {
    const count = year * 12 + (month - 1) + index;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}
