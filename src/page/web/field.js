// One question with its control, and what is wrong with its answer. Used by the form and by the interview.

import { element } from './element.js';
import { isShare } from './facts.js';
import { say } from './say.js';
import { nth, outsideText, unitText } from './values.js';
import { words } from './words.js';

/** More choices than this are a long way to scroll on a phone: they become a drop-down list. */
const MOST_CHOICES = 6;

/** The day of the question is asked for like a fact, although it stands beside the facts in the request. */
export const DAY = {
  fact: { name: 'asOf', type: 'date', questionZh: words.dayQuestion, hintZh: words.dayHint },
  name: 'asOf',
  rare: false,
  fields: [],
};

/** The answers among which a citizen chooses in sight of all of them; null where they type or pick from a list. */
export function choicesOf(fact) {
  if (fact.type === 'boolean') {
    return [
      { value: 'true', zh: words.yes },
      { value: 'false', zh: words.no },
    ];
  }
  return fact.type === 'enum' && fact.allowed.length <= MOST_CHOICES ? fact.allowed : null;
}

/** A control to type in or pick from; it writes to `entry` at every change. */
export function control({ fact, name }, path, entry, divisions) {
  const make = fact.type === 'enum' || fact.type === 'division' ? select : input;
  return make(fact, path, entry[name], divisions, (value) => (entry[name] = value));
}

function input(fact, path, value, divisions, change) {
  const unit = isShare(fact) ? '%' : fact.unit && unitText(fact.unit);
  return element(
    'div',
    { class: 'typed' },
    element(
      'input',
      Object.assign(inputShape(fact), {
        id: idOf(path),
        value,
        'aria-describedby': describedBy(path) + (unit ? ` ${idOf(path)}-unit` : ''),
        on: { input: (event) => change(event.target.value) },
      }),
    ),
    unit ? element('span', { class: 'unit', id: `${idOf(path)}-unit` }, unit) : null,
  );
}

function inputShape(fact) {
  switch (fact.type) {
    case 'date':
      return { type: 'date', placeholder: words.datePattern };
    case 'month':
      return { type: 'month', placeholder: words.monthPattern };
    case 'integer':
      return { type: 'text', inputmode: 'numeric' };
    case 'number':
      return { type: 'text', inputmode: 'decimal' };
    default:
      return { type: 'text' };
  }
}

function select(fact, path, value, divisions, change) {
  const option = (one, text) => element('option', { value: one, selected: value === one }, text);
  const options = (label, places) =>
    element(
      'optgroup',
      { label },
      places.map((place) => option(place.code, place.zh)),
    );
  const ofClass = (wanted) => divisions.divisions.filter((place) => place.class === wanted);
  return element(
    'div',
    { class: 'typed chosen' },
    element(
      'select',
      {
        id: idOf(path),
        'aria-describedby': describedBy(path),
        on: { change: (event) => change(event.target.value) },
      },
      option('', words.choose),
      fact.type === 'enum'
        ? fact.allowed.map((choice) => option(choice.value, choice.zh))
        : [
            options(words.districts, ofClass('district')),
            options(words.counties, ofClass('county')),
            options(words.elsewhere, [
              { code: divisions.province.code, zh: outsideText(divisions.city) },
            ]),
          ],
    ),
  );
}

export function hint(fact, path) {
  return element('p', { class: 'hint', id: `${idOf(path)}-hint`, hidden: !fact.hintZh }, fact.hintZh);
}

/** The question with the number of its entry before it: 第 2 个：孩子的出生日期是哪一天？ */
export function questionLabel({ question, index }) {
  const { questionZh } = question.fact;
  return index === null ? questionZh : say(words.labelled, { label: nth(index), text: questionZh });
}

export function idOf(path) {
  return 'q-' + path.replace(/\W+/g, '-');
}

export function describedBy(path) {
  return `${idOf(path)}-hint ${idOf(path)}-fault`;
}

export function faultLine(path) {
  return element('p', { class: 'fault', id: `${idOf(path)}-fault`, hidden: true });
}

export function setFault(place, sentence) {
  const line = document.getElementById(`${idOf(place.dataset.path)}-fault`);
  line.textContent = sentence;
  line.hidden = false;
  place.classList.add('faulty');
  faultyControl(place).setAttribute('aria-invalid', 'true');
}

export function clearFault(place) {
  if (place && place.classList.contains('faulty')) {
    document.getElementById(`${idOf(place.dataset.path)}-fault`).hidden = true;
    place.classList.remove('faulty');
    faultyControl(place).removeAttribute('aria-invalid');
  }
}

/** Radios are invalid as a group, a list through its first control; only some roles may say so. */
function faultyControl(place) {
  return place.getAttribute('role') === 'radiogroup' ? place : place.querySelector('input, select, button');
}

/** Dates that are half filled in read as empty; the browser alone knows that something was typed. */
export function halfFilled(form) {
  return Array.from(form.querySelectorAll('input'))
    .filter((one) => one.validity.badInput)
    .map((one) => ({ path: one.closest('[data-path]').dataset.path, code: 'incomplete' }));
}

export function faultSentence({ code }, fact) {
  if (words.faultOfWriting[code]) {
    return words.faultOfWriting[code];
  }
  const [, low, high] = /^(\d+)–(\d+)$/.exec(fact.range || '') || [];
  if (high !== undefined) {
    const scale = isShare(fact) ? 100 : 1;
    return say(words.faultOfRange.between, { low: low * scale, high: high * scale });
  }
  const [, sign, limit] = /^([≥>]) ?(\d+)$/.exec(fact.range || '') || [];
  if (limit !== undefined) {
    return say(words.faultOfRange[sign === '>' ? 'moreThan' : 'atLeast'], { low: limit });
  }
  return words.faultOfType[fact.type] || words.faultOfType.other;
}
