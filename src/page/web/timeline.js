// How the values of a policy's parameters changed: drawn, and the same in a table.

import { element, shape } from './element.js';
import { say } from './say.js';
import { amountParts, dayText, valueText } from './values.js';
import { words } from './words.js';

const said = words.policyPage;

const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** China has one time zone, eight hours ahead. */
const CHINA_MILLIS = 8 * 60 * 60 * 1000;

/** A shorter history is drawn as if it took a year. */
const LEAST_DAYS = 365;

/** Heights in em of the drawing's own type, so that it grows with the size of type the reader has set. */
const TOP = 2.7;
const BASE = 5.9;
const LINE = 1.35;

/** Days are counted from 1970. */
export function today() {
  return Math.floor((Date.now() + CHINA_MILLIS) / DAY_MILLIS);
}

function numberOf(day) {
  return Date.parse(day) / DAY_MILLIS;
}

function dayOf(number) {
  return new Date(number * DAY_MILLIS).toISOString().slice(0, 10);
}

/**
 * The whole of time in periods, each with the value that holds from the day `from` to before the day `until`, or with
 * null. A value lies over those before it in the list: an agency's own stand after the law's.
 */
export function periodsOf(values) {
  const spans = values.map((value) => ({
    value,
    from: value.effectiveFrom ? numberOf(value.effectiveFrom) : -Infinity,
    until: value.effectiveTo ? numberOf(value.effectiveTo) + 1 : Infinity,
  }));
  const cuts = spans
    .reduce((days, { from, until }) => days.concat(from, until), [-Infinity, Infinity])
    .filter((day, place, days) => days.indexOf(day) === place)
    .sort((one, other) => one - other);
  return cuts.slice(1).reduce((periods, until, place) => {
    const from = cuts[place];
    const held = spans.filter((span) => span.from <= from && until <= span.until).pop();
    const value = held ? held.value : null;
    const before = periods[periods.length - 1];
    if (before && before.value === value) {
      before.until = until;
      return periods;
    }
    return periods.concat({ value, from, until });
  }, []);
}

export function isWithin({ from, until }, day) {
  return from <= day && day < until;
}

/** From when to when, in words. */
export function periodText({ from, until }) {
  const days = { from: dayName(from), to: dayName(until - 1) };
  if (from === -Infinity) {
    return until === Infinity ? said.anyDay : say(said.until, days);
  }
  return say(until === Infinity ? said.from : said.fromTo, days);
}

function dayName(number) {
  return Number.isFinite(number) ? dayText(dayOf(number)) : null;
}

/** What is to be known of a value beside its number: that it is provisional, that its days are assumed. */
export function marksOf({ provisional, dateEvidence }) {
  return [provisional ? 'provisional' : null, dateEvidence || null].filter(Boolean);
}

/** One figure for each number that has a date, and what their marks mean; null when no number has one. */
export function timeline(policy, divisions) {
  const histories = policy.parameters
    .filter(({ type, values }) => /^(number|integer)$/.test(type) && values.some(isDated))
    .map((parameter) => ({ parameter, periods: periodsOf(parameter.values) }));
  if (histories.length === 0) {
    return null;
  }
  const place = placesOf(histories);
  return element(
    'div',
    { class: 'timeline' },
    fades(),
    legend(histories),
    histories.map(({ parameter, periods }) => {
      const title = `history-${parameter.name}`;
      return element(
        'figure',
        null,
        element('figcaption', { id: title }, parameter.labelZh),
        drawing(parameter, periods, place),
        table(parameter, periods, divisions, title),
      );
    }),
  );
}

function isDated({ effectiveFrom, effectiveTo }) {
  return Boolean(effectiveFrom || effectiveTo);
}

/** Where a day stands from left to right, in percent: the same in all drawings of a policy. */
function placesOf(histories) {
  const days = histories
    .reduce((all, { periods }) => all.concat(periods.map(({ from }) => from)), [today()])
    .filter(Number.isFinite);
  const first = Math.min(...days);
  const span = Math.max(Math.max(...days) - first, LEAST_DAYS);
  return (day) => Math.max(0, Math.min(100, (100 * (day - first + span * 0.22)) / (span * 1.34)));
}

function drawing(parameter, periods, place) {
  const most = Math.max(...parameter.values.map(({ value }) => value));
  const starts = periods.slice(1);
  return shape(
    'svg',
    {
      role: 'img',
      'aria-label': say(said.drawn, { name: parameter.labelZh }),
      width: '100%',
      height: em(BASE + 0.6 + LINE * starts.length),
    },
    periods.map((period) => (period.value ? bar(period, parameter, most, place) : gap(period, place))),
    todayLine(place(today())),
    // All lines first: the texts have a halo that parts them from what they stand on.
    starts.map((period, row) => dayLine(period, periods[row], row, place)),
    starts.map((period, row) => dayLabel(period, row, place)),
  );
}

function bar({ value, from, until }, parameter, most, place) {
  const [left, right] = [place(from), place(until)];
  const top = BASE - ((BASE - TOP) * value.value) / most;
  const ends = [from === -Infinity ? 'start' : null, until === Infinity ? 'end' : null].filter(Boolean);
  const { number, unit } = amountParts(value.value, parameter.unit);
  return shape(
    'g',
    { class: value.provisional ? 'provisional' : null },
    shape('rect', {
      class: 'held',
      x: percent(left),
      y: em(top),
      width: percent(right - left),
      height: em(BASE - top),
      fill: ends.length > 0 ? `url(#fade-${ends.join('-')})` : null,
    }),
    line('level', left, right, top, top),
    shape(
      'text',
      // From the left edge of its bar on, unless there is no room for a number.
      left > 75
        ? { x: percent(right), y: em(top - 0.35), 'text-anchor': 'end' }
        : { x: percent(left), y: em(top - 0.35) },
      unit === '%' ? number + unit : number,
    ),
  );
}

function gap({ from, until }, place) {
  return line('gap', place(from), place(until), BASE, BASE);
}

function dayLine({ value, from }, before, row, place) {
  const kind = (value || before.value).dateEvidence ? 'day assumed' : 'day';
  return line(kind, place(from), place(from), value ? TOP : BASE - 0.5, dayHeight(row) - 1);
}

/** The day on which a period begins; when nothing follows, the last day of the one before. */
function dayLabel({ value, from }, row, place) {
  const day = value ? dayOf(from) : say(said.lastDay, { day: dayOf(from - 1) });
  return label(place(from), dayHeight(row), day);
}

/** Each day has a line of text of its own, so that none stands over another. */
function dayHeight(row) {
  return BASE + LINE * (row + 1);
}

function todayLine(left) {
  return [line('today', left, left, 1.3, BASE), label(left, 1, said.today)];
}

/** A text at a place, on the side of it where there is room. */
function label(left, y, content) {
  const side = left < 40 ? 'start' : left > 60 ? 'end' : 'middle';
  return shape('text', { x: percent(left), y: em(y), 'text-anchor': side }, content);
}

function line(kind, left, right, top, bottom) {
  return shape('line', {
    class: kind,
    x1: percent(left),
    x2: percent(right),
    y1: em(top),
    y2: em(bottom),
  });
}

/** Bars fade out to where no day is known. */
function fades() {
  const fade = (id, ...stops) =>
    shape(
      'linearGradient',
      { id },
      stops.map(([offset, opacity]) => shape('stop', { offset, 'stop-opacity': opacity })),
    );
  return shape(
    'svg',
    { width: '0', height: '0', 'aria-hidden': 'true', class: 'fades' },
    fade('fade-start', ['0%', 0], ['30%', 1]),
    fade('fade-end', ['70%', 1], ['100%', 0]),
    fade('fade-start-end', ['0%', 0], ['30%', 1], ['70%', 1], ['100%', 0]),
  );
}

/** What the drawings use, each with its sign: only what is there. */
function legend(histories) {
  const periods = histories.reduce((all, history) => all.concat(history.periods), []);
  const values = periods.map(({ value }) => value).filter(Boolean);
  const is = (mark) => values.some((value) => marksOf(value).includes(mark));
  const sample = (...shapes) =>
    shape('svg', { width: em(2.2), height: em(1.2), 'aria-hidden': 'true' }, shapes);
  const block = (fill) =>
    shape('rect', { class: 'held', x: '0', y: em(0.2), width: '100%', height: em(1), fill });
  const level = line('level', 0, 100, 0.2, 0.2);
  const entries = [
    [
      is('provisional'),
      sample(shape('g', { class: 'provisional' }, block(null), level)),
      said.marks.provisional,
    ],
    [
      is('assumed-document-date') || is('assumed-whole-year'),
      sample(line('day assumed', 50, 50, 0, 1.2)),
      said.assumedDay,
    ],
    [is('start-unknown'), sample(block('url(#fade-start)')), said.marks['start-unknown']],
    [
      periods.some(({ value, until }) => value && until === Infinity),
      sample(block('url(#fade-end)')),
      said.openEnd,
    ],
    [periods.some(({ value }) => !value), sample(line('gap', 0, 100, 0.7, 0.7)), said.noValue],
  ];
  return element(
    'ul',
    { class: 'legend' },
    entries
      .filter(([used]) => used)
      .map(([, sign, meaning]) => element('li', null, sign, element('span', null, meaning))),
  );
}

function table(parameter, periods, divisions, title) {
  return element(
    'table',
    { 'aria-labelledby': title },
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        [said.period, said.value].map((head) => element('th', { scope: 'col' }, head)),
      ),
    ),
    element(
      'tbody',
      null,
      periods.map((period) => row(period, parameter, divisions)),
    ),
  );
}

function row(period, parameter, divisions) {
  const { value } = period;
  return element(
    'tr',
    { class: value ? null : 'none' },
    element(
      'th',
      { scope: 'row' },
      periodText(period),
      isWithin(period, today()) ? [' ', element('strong', { class: 'tag now' }, said.now)] : null,
    ),
    element(
      'td',
      null,
      value ? valueText(value.value, parameter, divisions) : said.noValue,
      value ? marksOf(value).map((mark) => element('p', { class: 'hint' }, said.marks[mark])) : null,
    ),
  );
}

function em(length) {
  return `${Number(length.toFixed(3))}em`;
}

function percent(share) {
  return `${Number(share.toFixed(3))}%`;
}
