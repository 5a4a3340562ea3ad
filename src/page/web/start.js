// The first view: what this is, and where to begin.

import { element, fold } from './element.js';
import { control, DAY, faultLine, faultSentence, halfFilled, hint, idOf, setFault, clearFault } from './field.js';
import { factsFrom } from './facts.js';
import { session } from './session.js';
import { words } from './words.js';

/** `onStart` begins, or goes on with, the interview; `onClear` forgets what was answered. */
export function startView({ onStart, onClear }) {
  const isBegun = session.asked.length > 0;
  const day = { asOf: session.asOf };

  function start(event) {
    event.preventDefault();
    const { facts, faults } = factsFrom([DAY], day);
    const fault = halfFilled(form).concat(faults)[0];
    if (fault) {
      form.querySelector('details').open = true;
      setFault(place, faultSentence(fault, DAY.fact));
      place.querySelector('input').focus();
    } else {
      session.asOf = facts.asOf || '';
      onStart();
    }
  }

  const place = element(
    'div',
    { 'data-path': DAY.name },
    element('label', { class: 'question', for: idOf(DAY.name) }, words.dayQuestion),
    hint(DAY.fact, DAY.name),
    control(DAY, DAY.name, day, null),
    faultLine(DAY.name),
  );
  const form = element(
    'form',
    { novalidate: true, autocomplete: 'off', on: { submit: start, input: () => clearFault(place) } },
    element('button', { type: 'submit', class: 'button primary large' }, isBegun ? words.carryOn : words.start),
    isBegun
      ? element('button', { type: 'button', class: 'button plain', on: { click: onClear } }, words.startAgain)
      : null,
    fold(words.dayTitle, place),
  );
  return [
    element('h1', { tabindex: '-1' }, words.startTitle),
    element('p', { class: 'lead' }, words.startLead),
    form,
    element(
      'ul',
      { class: 'cells' },
      isBegun ? way('#/answers', words.overview, words.overviewLead) : null,
      way('#/policies', words.allPolicies, words.allPoliciesHint),
    ),
    element('p', { class: 'hint' }, words.privacy),
    element('p', { class: 'hint' }, words.advice),
  ];
}

function way(href, title, text) {
  return element(
    'li',
    null,
    element(
      'a',
      { class: 'cell', href },
      element('span', { class: 'cell-title' }, title),
      element('span', { class: 'cell-text' }, text),
    ),
  );
}
