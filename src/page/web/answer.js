// The view of the answer for one policy.

import { list, paragraph, policyLinks, section } from './cards.js';
import { exclusionLinks } from './clauses.js';
import { element, fold } from './element.js';
import {
  amount,
  caution,
  details,
  entries,
  isPositive,
  missingFacts,
  missingParameters,
  reasons,
} from './parts.js';
import { say } from './say.js';
import { dayText } from './values.js';
import { words } from './words.js';

/** What the citizen is told first; also what a screen reader announces. */
export function headline(answer) {
  return words.outcomes[answer.outcome];
}

/**
 * `answers` is what was typed, to tell which defaults were applied; `policies` the list of all, for the names of others.
 * `onChange` leads back to the questions, given a path to that very question.
 */
export function answerContent({ policy, policies, divisions, answer, answers, onChange }) {
  const change = () => onChange(null);
  return [
    element('button', { type: 'button', class: 'back', on: { click: change } }, words.toQuestions),
    verdict(policy, answer),
    section(words.neededTitle, missingFacts(policy.facts, answer.missingFacts, onChange)),
    section(words.missingParametersTitle, missingParameters(policy, answer)),
    section(words.entriesTitle, entries(policy, answer, divisions)),
    section(words.whyTitle, reasons(answer)),
    answer.outcome === 'needs-facts'
      ? null
      : section(words.cautionTitle, caution(policy, answer, answers, divisions)),
    element('div', { class: 'card' }, details(policy, answer, divisions)),
    section(words.bringTitle, list(policy.documentsToBring)),
    section(words.whereTitle, paragraph(policy.whereToApply)),
    section(words.authorityTitle, paragraph(policy.authority)),
    section(words.notTogether, exclusionLinks(policy, policies, formOf)),
    section(words.relatedTitle, policyLinks(policy.relatedPolicies, policies, formOf)),
    openQuestions(policy),
    element('p', { class: 'advice' }, words.advice),
    element('button', { type: 'button', class: 'button primary', on: { click: change } }, words.change),
    element('a', { class: 'button plain', href: '#/policies' }, words.again),
  ];
}

function verdict(policy, answer) {
  return element(
    'div',
    { class: 'card verdict ' + answer.outcome },
    element('p', { class: 'policy-name' }, policy.nameZh),
    element('h1', { tabindex: '-1' }, headline(answer)),
    isPositive(answer.outcome) ? amount(policy.result, answer.result) : null,
    element('p', { class: 'hint' }, say(words.asOf, { day: dayText(answer.asOf) })),
  );
}

function formOf(id) {
  return `#/policies/${id}`;
}

function openQuestions(policy) {
  return policy.openQuestionsZh.length === 0
    ? null
    : element('div', { class: 'card' }, fold(words.openTitle, list(policy.openQuestionsZh)));
}
