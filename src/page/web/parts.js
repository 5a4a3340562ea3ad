// The parts of a decision in words, without a frame around them; null where there is nothing to say.

import { item, list } from './cards.js';
import { citation, clauseFold } from './clauses.js';
import { element, fold } from './element.js';
import { questionAt, questionsOf } from './facts.js';
import { questionLabel } from './field.js';
import { say } from './say.js';
import { amountParts, dayText, nth, valueText } from './values.js';
import { words } from './words.js';

export function isPositive(outcome) {
  return outcome === 'eligible' || outcome === 'computed';
}

/** The one number a citizen came for. */
export function amount(fields, result) {
  const field = fields.find(({ role }) => role === 'headline');
  return field && typeof result[field.name] === 'number' ? amountLine(result[field.name], field.unit) : null;
}

/** A number that the eye falls on first. */
export function amountLine(value, unitCode) {
  const { per, number, unit } = amountParts(value, unitCode);
  return element('p', { class: 'amount' }, `${per} `, element('strong', null, number), ` ${unit}`);
}

/** What is still to be told; `onChange` is given the path of the question. */
export function missingFacts(facts, paths, onChange) {
  const questions = questionsOf(facts);
  const button = (path) =>
    element(
      'button',
      { type: 'button', class: 'link', on: { click: () => onChange(path) } },
      questionLabel(questionAt(questions, path)),
    );
  return paths.length === 0
    ? null
    : [
        element('p', { class: 'hint' }, words.neededLead),
        element(
          'ul',
          { class: 'links' },
          paths.map((path) => item(button(path))),
        ),
      ];
}

export function missingParameters(policy, answer) {
  const label = (name) => {
    const parameter = policy.parameters.find((one) => one.name === name);
    return parameter.labelZh || parameter.meaning;
  };
  return answer.missingParameters.length === 0
    ? null
    : [
        element('p', null, words.missingParametersLead),
        list(answer.missingParameters.map(label)),
        element('p', null, policy.authority),
      ];
}

/** One part for each entry of the lists in the result, with its own outcome, amount and reasons where it has them. */
export function entries(policy, answer, divisions) {
  const lists = policy.result.filter(({ name, type }) => type === 'list' && (answer.result[name] || []).length > 0);
  return lists.length === 0
    ? null
    : lists.map(({ name }) => {
        const prefix = name + '[].';
        const fields = policy.result
          .filter((field) => field.name.startsWith(prefix))
          .map((field) => Object.assign({}, field, { name: field.name.slice(prefix.length) }));
        return answer.result[name].map((value, index) =>
          element(
            'div',
            { class: 'entry' },
            element('p', { class: 'entry-title' }, nth(index)),
            value.outcome ? element('p', { class: 'entry-outcome' }, words.entryOutcomes[value.outcome]) : null,
            isPositive(value.outcome || 'computed') ? amount(fields, value) : null,
            reasonTexts(policy, value.reasonCodes),
            fold(words.detailsTitle, resultList(fields, value, divisions)),
          ),
        );
      });
}

function reasonTexts(policy, codes) {
  return list((codes || []).map((code) => policy.reasons.find((reason) => reason.code === code).zh));
}

/** The reasons against it first, then those for it, each with its clauses. */
export function reasons(answer) {
  const group = (title, satisfied) => {
    const given = answer.reasons.filter((reason) => reason.satisfied === satisfied);
    return given.length === 0
      ? null
      : [
          element('p', { class: satisfied ? 'satisfied' : 'unsatisfied' }, title),
          reasonList(given, answer.basis),
        ];
  };
  return answer.reasons.length === 0
    ? null
    : [group(words.unsatisfied, false), group(words.satisfied, true)];
}

export function reasonList(given, basis) {
  return element(
    'ul',
    { class: 'reasons' },
    given.map((reason) => reasonItem(reason, basis)),
  );
}

function reasonItem(reason, basis) {
  const clauses = reason.basis.map((id) => basis.find((clause) => clause.id === id));
  return element(
    'li',
    null,
    element('p', null, reason.text),
    clauseFold(reason.text, clauses),
  );
}

/** What does not stand on a published, final, dated number, and what was assumed because nobody said otherwise. */
export function caution(policy, answer, answers, divisions) {
  const items = answer.parameters
    .map((parameter) => doubtfulParameter(policy, parameter, answer.basis, divisions))
    .concat(appliedDefaults(policy, answers, divisions))
    .filter(Boolean);
  return items.length === 0 ? null : element('ul', null, items);
}

function doubtfulParameter(policy, parameter, basis, divisions) {
  const dated = words.dateEvidence[parameter.dateEvidence];
  const doubts = [
    words.evidence[parameter.evidence],
    parameter.provisional ? words.provisional : null,
    dated ? say(dated, { day: parameter.effectiveFrom && dayText(parameter.effectiveFrom) }) : null,
  ].filter(Boolean);
  if (doubts.length === 0) {
    return null;
  }
  const known = policy.parameters.find((one) => one.name === parameter.name);
  const value = valueText(parameter.value, known, divisions);
  const clause = basis.find((one) => one.id === parameter.source);
  // An operator's own value names its source in words instead of a clause.
  const source = clause ? citation(clause) : parameter.source;
  return element(
    'li',
    null,
    `${known.labelZh ? say(words.labelled, { label: known.labelZh, text: value }) : value}。${doubts.join('')}`,
    source ? element('span', { class: 'source' }, say(words.found, { place: source })) : null,
  );
}

/** A default of a field is told once, with the entries that left it out. */
function appliedDefaults(policy, answers, divisions) {
  const told = (fact, entryNames) => {
    const value = words.defaults[fact.default] || valueText(fact.default, fact, divisions);
    return item(
      entryNames
        ? say(words.assumedEntries, { entries: entryNames.join('、'), question: fact.questionZh, value })
        : say(words.assumed, { question: fact.questionZh, value }),
    );
  };
  const hasDefault = ({ fact }) => fact.default !== null && fact.default !== undefined;
  return questionsOf(policy.facts).reduce((items, question) => {
    const own = hasDefault(question) && !answers[question.name] ? [told(question.fact)] : [];
    const given = answers[question.name] || [];
    const ofFields = question.fields.filter(hasDefault).map((field) => {
      const leftOut = given
        .map((entry, index) => (entry[field.name] ? null : nth(index)))
        .filter(Boolean);
      return leftOut.length > 0 ? told(field.fact, leftOut) : null;
    });
    return items.concat(own, ofFields);
  }, []);
}

/** Every number of the result, and the version of the rules. */
export function details(policy, answer, divisions) {
  const fields = policy.result.filter(({ name }) => !name.includes('[]'));
  return fold(
    words.detailsTitle,
    resultList(fields, answer.result, divisions),
    element('p', { class: 'ruleset' }, say(words.ruleset, { ruleset: answer.ruleset })),
  );
}

function resultList(fields, values, divisions) {
  const plain = fields.filter(
    ({ name, type }) =>
      type !== 'list' &&
      name !== 'outcome' &&
      name !== 'reasonCodes' &&
      values[name] !== null &&
      name in values,
  );
  return plain.length === 0
    ? null
    : element(
        'dl',
        null,
        plain.map((field) =>
          element(
            'div',
            null,
            element('dt', null, field.labelZh || field.name),
            element('dd', null, valueText(values[field.name], field, divisions)),
          ),
        ),
      );
}
