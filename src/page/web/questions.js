// The form of one policy, made from its facts.

import { element, replaceContent } from './element.js';
import { isShare, questionAt, questionsOf } from './facts.js';
import { unitText } from './values.js';
import { words } from './words.js';

/** More choices than this are a long way to scroll on a phone: they become a drop-down list. */
const MOST_RADIOS = 6;

/** The day of the question is asked for like a fact, although it stands beside the facts in the request. */
const DAY = {
  fact: { name: 'asOf', type: 'date', questionZh: words.dayQuestion, hintZh: words.dayHint },
  name: 'asOf',
  rare: false,
  fields: [],
};

/**
 * `answers` holds what was typed, by name of the fact, and is written to at every change; `day` likewise holds asOf.
 * `divisions` is the service's list of places. Gives the form, and what can be done with it from outside.
 */
export function questionForm({ policy, divisions, answers, day, onSubmit, onClear }) {
  const questions = questionsOf(policy);
  const summary = element('div', { class: 'card summary', hidden: true });
  const submit = element('button', { type: 'submit', class: 'button primary' }, words.submit);
  const form = element(
    'form',
    {
      novalidate: true,
      autocomplete: 'off',
      on: {
        submit: (event) => {
          event.preventDefault();
          if (submit.getAttribute('aria-disabled') !== 'true') {
            onSubmit();
          }
        },
        input: (event) => clearFault(event.target.closest('[data-path]')),
      },
    },
    cells(questions, '', answers),
    cell(DAY, 'asOf', day),
    submit,
    element('button', { type: 'button', class: 'button quiet', on: { click: onClear } }, words.clear),
  );

  function cells(among, prefix, entry) {
    const make = (question) => cell(question, prefix + question.name, entry);
    const rare = among.filter((question) => question.rare);
    const answered = rare.some((question) => entry[question.name]);
    return [
      among.filter((question) => !question.rare).map(make),
      rare.length === 0
        ? null
        : element(
            'details',
            { class: 'fold', open: answered },
            element('summary', null, words.rare),
            rare.map(make),
          ),
    ];
  }

  function cell(question, path, entry) {
    const { fact } = question;
    if (fact.type === 'list of objects') {
      return listCell(question, path, entry);
    }
    if (fact.type === 'boolean') {
      const choices = [
        { value: 'true', zh: words.yes },
        { value: 'false', zh: words.no },
      ];
      return radioCell(question, path, entry, choices, 'options inline');
    }
    if (fact.type === 'enum' && fact.allowed.length <= MOST_RADIOS) {
      return radioCell(question, path, entry, fact.allowed, 'options');
    }
    const control = fact.type === 'enum' || fact.type === 'division' ? select : input;
    return element(
      'div',
      { class: 'card', 'data-path': path },
      element('label', { class: 'question', for: idOf(path) }, fact.questionZh),
      hint(fact, path),
      control(question, path, entry),
      faultLine(path),
    );
  }

  function input({ fact, name }, path, entry) {
    const shape = inputShape(fact);
    const unit = isShare(fact) ? '%' : fact.unit && unitText(fact.unit);
    return element(
      'div',
      { class: 'typed' },
      element(
        'input',
        Object.assign(shape, {
          id: idOf(path),
          value: entry[name],
          'aria-describedby': describedBy(path) + (unit ? ` ${idOf(path)}-unit` : ''),
          on: { input: (event) => (entry[name] = event.target.value) },
        }),
      ),
      unit ? element('span', { class: 'unit', id: `${idOf(path)}-unit` }, unit) : null,
    );
  }

  function select({ fact, name }, path, entry) {
    const option = (value, text) => element('option', { value, selected: entry[name] === value }, text);
    const group = (label, places) =>
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
          on: { change: (event) => (entry[name] = event.target.value) },
        },
        option('', words.choose),
        fact.type === 'enum'
          ? fact.allowed.map((choice) => option(choice.value, choice.zh))
          : [
              group(words.districts, ofClass('district')),
              group(words.counties, ofClass('county')),
              group(words.elsewhere, [
                { code: divisions.province.code, zh: words.outside(divisions.city.zh) },
              ]),
            ],
      ),
    );
  }

  function radioCell({ fact, name }, path, entry, choices, look) {
    const option = (value, text) =>
      element(
        'label',
        { class: 'option' },
        element('input', {
          type: 'radio',
          name: idOf(path),
          value,
          checked: entry[name] === value,
          on: { change: () => (entry[name] = value) },
        }),
        element('span', null, text),
      );
    return element(
      'fieldset',
      { class: 'card', 'data-path': path, role: 'radiogroup', 'aria-describedby': describedBy(path) },
      element('legend', { class: 'question' }, fact.questionZh),
      hint(fact, path),
      element(
        'div',
        { class: look },
        choices.map((choice) => option(choice.value, choice.zh)),
        option('', words.unknown),
      ),
      faultLine(path),
    );
  }

  /** A list is not answered (undefined), said to be empty ([]), or has entries. */
  function listCell({ fact, name, fields }, path, entry) {
    const body = element('div');

    function render() {
      const entries = entry[name] || [];
      replaceContent(
        body,
        entries.map((one, index) =>
          element(
            'fieldset',
            { class: 'entry' },
            element('legend', { class: 'entry-title', tabindex: '-1' }, words.nth(index + 1)),
            cells(fields, `${path}[${index}].`, one),
            element(
              'button',
              { type: 'button', class: 'button quiet', on: { click: () => remove(index) } },
              words.remove,
              element('span', { class: 'unseen' }, words.nth(index + 1)),
            ),
          ),
        ),
        entries.length > 0
          ? null
          : element(
              'label',
              { class: 'option' },
              element('input', {
                type: 'checkbox',
                checked: entry[name] !== undefined,
                on: { change: (event) => (entry[name] = event.target.checked ? [] : undefined) },
              }),
              element('span', null, words.none),
            ),
        element(
          'button',
          { type: 'button', class: 'button plain', on: { click: add } },
          entries.length > 0 ? words.addAnother : words.add,
        ),
      );
    }

    function add() {
      entry[name] = (entry[name] || []).concat({});
      clearFault(body.parentElement);
      render();
      const titles = body.querySelectorAll('.entry-title');
      titles[titles.length - 1].focus();
    }

    function remove(index) {
      const rest = entry[name].filter((one, place) => place !== index);
      entry[name] = rest.length > 0 ? rest : undefined;
      render();
      body.lastElementChild.focus();
    }

    render();
    return element(
      'fieldset',
      { class: 'list', 'data-path': path, 'aria-describedby': describedBy(path) },
      element('legend', { class: 'question' }, fact.questionZh),
      hint(fact, path),
      faultLine(path),
      body,
    );
  }

  /** The nearest place in the form that a fault can be shown at: itself, its list, or none. */
  function placeOf(path) {
    return (
      form.querySelector(`[data-path="${path}"]`) ||
      form.querySelector(`[data-path="${path.replace(/\[.*$/, '')}"]`)
    );
  }

  function focus(path) {
    const place = placeOf(path);
    if (!place) {
      return;
    }
    for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) {
      fold.open = true;
    }
    // The whole question into sight first: the focus alone would leave its text above the edge.
    place.scrollIntoView();
    (place.querySelector('input:checked') || place.querySelector('input, select, button')).focus({
      preventScroll: true,
    });
  }

  /** Dates that are half filled in read as empty; the browser alone knows that something was typed. */
  function halfFilled() {
    return Array.from(form.querySelectorAll('input'))
      .filter((control) => control.validity.badInput)
      .map((control) => ({ path: control.closest('[data-path]').dataset.path, code: 'incomplete' }));
  }

  function showFaults(faults) {
    form.querySelectorAll('[data-path]').forEach(clearFault);
    const lines = faults.map((fault) => {
      const place = placeOf(fault.path);
      if (!place) {
        return element('li', null, words.faultElsewhere);
      }
      const { path } = place.dataset;
      const found = path === 'asOf' ? { question: DAY, index: null } : questionAt(questions, path);
      const sentence = faultSentence(fault, found.question.fact);
      setFault(place, sentence);
      return element(
        'li',
        null,
        element(
          'button',
          { type: 'button', class: 'link', on: { click: () => focus(path) } },
          questionLabel(found) + ' ' + sentence,
        ),
      );
    });
    showSummary(words.faultsTitle, element('ul', { class: 'links' }, lines));
  }

  /** The service gave no answer: the form stays as it is, and the same can be sent again. */
  function showFailure(sentence) {
    showSummary(
      words.failureTitle,
      element('p', null, sentence),
      element('button', { type: 'button', class: 'button plain', on: { click: onSubmit } }, words.retry),
    );
  }

  function showSummary(text, ...content) {
    const title = element('h2', { tabindex: '-1' }, text);
    replaceContent(summary, title, content);
    summary.hidden = false;
    summary.scrollIntoView();
    title.focus({ preventScroll: true });
  }

  function setBusy(busy) {
    submit.textContent = busy ? words.submitting : words.submit;
    submit.setAttribute('aria-disabled', String(busy));
  }

  return { content: [summary, form], questions, focus, halfFilled, showFaults, showFailure, setBusy };
}

/** The question with the number of its entry before it: 第 2 个：孩子的出生日期是哪一天？ */
export function questionLabel({ question, index }) {
  const { questionZh } = question.fact;
  return index === null ? questionZh : words.labelled(words.nth(index + 1), questionZh);
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

function idOf(path) {
  return 'q-' + path.replace(/\W+/g, '-');
}

function describedBy(path) {
  return `${idOf(path)}-hint ${idOf(path)}-fault`;
}

function hint(fact, path) {
  return element('p', { class: 'hint', id: `${idOf(path)}-hint`, hidden: !fact.hintZh }, fact.hintZh);
}

function faultLine(path) {
  return element('p', { class: 'fault', id: `${idOf(path)}-fault`, hidden: true });
}

function setFault(place, sentence) {
  const line = document.getElementById(`${idOf(place.dataset.path)}-fault`);
  line.textContent = sentence;
  line.hidden = false;
  place.classList.add('faulty');
  faultyControl(place).setAttribute('aria-invalid', 'true');
}

function clearFault(place) {
  if (place && place.classList.contains('faulty')) {
    document.getElementById(`${idOf(place.dataset.path)}-fault`).hidden = true;
    place.classList.remove('faulty');
    faultyControl(place).removeAttribute('aria-invalid');
  }
}

/** Radios are invalid as a group, a list through its first control; only some roles may say so. */
function faultyControl(place) {
  return place.getAttribute('role') === 'radiogroup' ? place : place.querySelector('input, select');
}

function faultSentence({ code }, fact) {
  if (words.faultOfWriting[code]) {
    return words.faultOfWriting[code];
  }
  const [, low, high] = /^(\d+)–(\d+)$/.exec(fact.range || '') || [];
  if (high !== undefined) {
    const scale = isShare(fact) ? 100 : 1;
    return words.faultOfRange.between(low * scale, high * scale);
  }
  const [, sign, limit] = /^([≥>]) ?(\d+)$/.exec(fact.range || '') || [];
  if (limit !== undefined) {
    return sign === '>' ? words.faultOfRange.moreThan(limit) : words.faultOfRange.atLeast(limit);
  }
  return words.faultOfType[fact.type] || words.faultOfType.other;
}
