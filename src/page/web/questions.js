// The form of one policy, made from its facts.

import { element, replaceContent } from './element.js';
import { questionAt, questionsOf } from './facts.js';
import {
  choicesOf,
  clearFault,
  control,
  DAY,
  describedBy,
  faultLine,
  faultSentence,
  halfFilled,
  hint,
  idOf,
  questionLabel,
  setFault,
} from './field.js';
import { nth } from './values.js';
import { words } from './words.js';

/**
 * `answers` holds what was typed, by name of the fact, and is written to at every change; `day` likewise holds asOf.
 * `divisions` is the service's list of places. Gives the form, and what can be done with it from outside.
 */
export function questionForm({ policy, divisions, answers, day, onSubmit, onClear }) {
  const questions = questionsOf(policy.facts);
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
    const choices = choicesOf(fact);
    if (choices) {
      return radioCell(question, path, entry, choices, fact.type === 'boolean' ? 'options inline' : 'options');
    }
    return element(
      'div',
      { class: 'card', 'data-path': path },
      element('label', { class: 'question', for: idOf(path) }, fact.questionZh),
      hint(fact, path),
      control(question, path, entry, divisions),
      faultLine(path),
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
            element('legend', { class: 'entry-title', tabindex: '-1' }, nth(index)),
            cells(fields, `${path}[${index}].`, one),
            element(
              'button',
              { type: 'button', class: 'button quiet', on: { click: () => remove(index) } },
              words.remove,
              element('span', { class: 'unseen' }, nth(index)),
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

  return {
    content: [summary, form],
    questions,
    focus,
    halfFilled: () => halfFilled(form),
    showFaults,
    showFailure,
    setBusy,
  };
}
