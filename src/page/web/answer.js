// The view of one answer.

import { element, languageOf } from './element.js';
import { questionAt, questionsOf } from './facts.js';
import { questionLabel } from './questions.js';
import { amountParts, dayText, valueText } from './values.js';
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
    needed(policy, answer, onChange),
    missingParameters(policy, answer),
    entries(policy, answer, divisions),
    why(policy, answer),
    answer.outcome === 'needs-facts' ? null : caution(policy, answer, answers, divisions),
    details(policy, answer, divisions),
    practical(policy, policies),
    openQuestions(policy),
    element('p', { class: 'advice' }, words.advice),
    element('button', { type: 'button', class: 'button primary', on: { click: change } }, words.change),
    element('a', { class: 'button plain', href: '#/' }, words.again),
  ];
}

function verdict(policy, answer) {
  return element(
    'div',
    { class: 'card verdict ' + answer.outcome },
    element('p', { class: 'policy-name' }, policy.nameZh),
    element('h1', { tabindex: '-1' }, headline(answer)),
    isPositive(answer.outcome) ? amount(policy.result, answer.result) : null,
    element('p', { class: 'hint' }, words.asOf(dayText(answer.asOf))),
  );
}

function isPositive(outcome) {
  return outcome === 'eligible' || outcome === 'computed';
}

/** The one number a citizen came for: what is paid each month, else the first amount, else the first number. */
function amountField(fields, result) {
  const numbers = fields.filter(
    ({ name, unit, explanatory }) => unit && !explanatory && typeof result[name] === 'number',
  );
  return (
    numbers.find(({ name }) => name === 'monthlyYuan') ||
    numbers.find(({ unit }) => unit.startsWith('yuan')) ||
    numbers[0]
  );
}

function amount(fields, result) {
  const field = amountField(fields, result);
  if (!field) {
    return null;
  }
  const { per, number, unit } = amountParts(result[field.name], field.unit);
  return element('p', { class: 'amount' }, `${per} `, element('strong', null, number), ` ${unit}`);
}

function needed(policy, answer, onChange) {
  if (answer.missingFacts.length === 0) {
    return null;
  }
  const questions = questionsOf(policy);
  return section(
    words.neededTitle,
    element('p', { class: 'hint' }, words.neededLead),
    element(
      'ul',
      { class: 'links' },
      answer.missingFacts.map((path) =>
        element(
          'li',
          null,
          element(
            'button',
            { type: 'button', class: 'link', on: { click: () => onChange(path) } },
            questionLabel(questionAt(questions, path)),
          ),
        ),
      ),
    ),
  );
}

function missingParameters(policy, answer) {
  if (answer.missingParameters.length === 0) {
    return null;
  }
  return section(
    words.missingParametersTitle,
    element('p', null, words.missingParametersLead),
    element(
      'ul',
      null,
      answer.missingParameters.map((name) => {
        const parameter = policy.parameters.find((one) => one.name === name);
        return item(parameter.labelZh || parameter.meaning);
      }),
    ),
    element('p', null, policy.authority),
  );
}

/** One part for each entry of a list in the result, with its own outcome, amount and reasons where it has them. */
function entries(policy, answer, divisions) {
  const lists = policy.result.filter(({ type }) => type === 'list');
  return lists.map(({ name: list }) => {
    const prefix = list + '[].';
    const fields = policy.result
      .filter(({ name }) => name.startsWith(prefix))
      .map((field) => Object.assign({}, field, { name: field.name.slice(prefix.length) }));
    const values = answer.result[list] || [];
    if (values.length === 0) {
      return null;
    }
    return section(
      words.entriesTitle,
      values.map((value, index) =>
        element(
          'div',
          { class: 'entry' },
          element('h3', null, words.nth(index + 1)),
          value.outcome ? element('p', { class: 'entry-outcome' }, words.entryOutcomes[value.outcome]) : null,
          isPositive(value.outcome || 'computed') ? amount(fields, value) : null,
          reasonTexts(policy, value.reasonCodes),
          fold(words.detailsTitle, resultList(fields, value, divisions)),
        ),
      ),
    );
  });
}

function reasonTexts(policy, codes) {
  return codes && codes.length > 0
    ? element(
        'ul',
        null,
        codes.map((code) => item(policy.reasons.find((reason) => reason.code === code).zh)),
      )
    : null;
}

function why(policy, answer) {
  const group = (title, satisfied) => {
    const reasons = answer.reasons.filter((reason) => reason.satisfied === satisfied);
    return reasons.length === 0
      ? null
      : [
          element('h3', { class: satisfied ? 'satisfied' : 'unsatisfied' }, title),
          element(
            'ul',
            { class: 'reasons' },
            reasons.map((reason) => reasonItem(reason, answer.basis)),
          ),
        ];
  };
  return answer.reasons.length === 0
    ? null
    : section(words.whyTitle, group(words.unsatisfied, false), group(words.satisfied, true));
}

function reasonItem(reason, basis) {
  const clauses = reason.basis.map((id) => basis.find((clause) => clause.id === id));
  return element(
    'li',
    null,
    element('p', null, reason.text),
    fold(
      element('span', null, words.clause, element('span', { class: 'unseen' }, reason.text)),
      clauses.map(clauseBlock),
    ),
  );
}

function clauseBlock(clause) {
  return element(
    'div',
    { class: 'clause' },
    element('p', { class: 'document' }, citation(clause)),
    clause.quote
      ? element('blockquote', null, clause.quote)
      : element('p', null, words.summary + clause.summary),
    clause.address ? element('p', { class: 'address' }, addressLine(clause.address)) : null,
  );
}

/** The document as it is cited: name, number, place in it. */
function citation({ document: title, number, section: place }) {
  return [title, number, place].filter(Boolean).join(' ');
}

function addressLine(address) {
  return /^https?:\/\//.test(address)
    ? element(
        'a',
        { href: address, target: '_blank', rel: 'noopener noreferrer' },
        words.original(new URL(address).host),
      )
    : element('span', { lang: languageOf(address) }, words.found(address));
}

/** What does not stand on a published, final, dated number, and what was assumed because nobody said otherwise. */
function caution(policy, answer, answers, divisions) {
  const items = answer.parameters
    .map((parameter) => doubtfulParameter(policy, parameter, answer.basis, divisions))
    .concat(appliedDefaults(policy, answers, divisions))
    .filter(Boolean);
  return items.length === 0 ? null : section(words.cautionTitle, element('ul', null, items));
}

function doubtfulParameter(policy, parameter, basis, divisions) {
  const dated = words.dateEvidence[parameter.dateEvidence];
  const doubts = [
    words.evidence[parameter.evidence],
    parameter.provisional ? words.provisional : null,
    dated ? dated(parameter.effectiveFrom && dayText(parameter.effectiveFrom)) : null,
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
    `${known.labelZh ? words.labelled(known.labelZh, value) : value}。${doubts.join('')}`,
    source ? element('span', { class: 'source' }, words.found(source)) : null,
  );
}

/** A default of a field is told once, with the entries that left it out. */
function appliedDefaults(policy, answers, divisions) {
  const told = (fact, entryNames) => {
    const value = words.defaults[fact.default] || valueText(fact.default, fact, divisions);
    return item(
      entryNames
        ? words.assumedEntries(entryNames, fact.questionZh, value)
        : words.assumed(fact.questionZh, value),
    );
  };
  const hasDefault = ({ fact }) => fact.default !== null && fact.default !== undefined;
  return questionsOf(policy).reduce((items, question) => {
    const own = hasDefault(question) && !answers[question.name] ? [told(question.fact)] : [];
    const given = answers[question.name] || [];
    const ofFields = question.fields.filter(hasDefault).map((field) => {
      const leftOut = given
        .map((entry, index) => (entry[field.name] ? null : words.nth(index + 1)))
        .filter(Boolean);
      return leftOut.length > 0 ? told(field.fact, leftOut) : null;
    });
    return items.concat(own, ofFields);
  }, []);
}

function details(policy, answer, divisions) {
  const fields = policy.result.filter(({ name }) => !name.includes('[]'));
  return element(
    'div',
    { class: 'card' },
    fold(
      words.detailsTitle,
      resultList(fields, answer.result, divisions),
      element('p', { class: 'ruleset' }, `${words.ruleset} ${answer.ruleset}`),
    ),
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
            element('dt', null, text(field.labelZh || field.name)),
            element('dd', null, valueText(values[field.name], field, divisions)),
          ),
        ),
      );
}

function practical(policy, policies) {
  const named = (ids) => (ids || []).map((id) => policies.find((one) => one.id === id)).filter(Boolean);
  const links = (others) =>
    element(
      'ul',
      { class: 'links' },
      others.map((one) => item(element('a', { href: `#/${one.id}` }, one.nameZh))),
    );
  const rivals = named(policy.cannotBeHeldTogetherWith);
  const related = named(policy.relatedPolicies);
  return [
    policy.documentsToBring.length > 0
      ? section(words.bringTitle, element('ul', null, policy.documentsToBring.map(item)))
      : null,
    policy.whereToApply ? section(words.whereTitle, element('p', null, policy.whereToApply)) : null,
    section(words.authorityTitle, element('p', null, policy.authority)),
    rivals.length > 0 ? section(words.notTogether, links(rivals)) : null,
    related.length > 0 ? section(words.relatedTitle, links(related)) : null,
  ];
}

function openQuestions(policy) {
  return policy.openQuestions.length === 0
    ? null
    : element(
        'div',
        { class: 'card' },
        fold(words.openTitle, element('ul', null, policy.openQuestions.map(item))),
      );
}

function section(title, ...content) {
  return element('section', { class: 'card' }, element('h2', null, title), content);
}

function fold(title, ...content) {
  return element('details', { class: 'fold' }, element('summary', null, title), content);
}

function item(content) {
  return element('li', null, typeof content === 'string' ? text(content) : content);
}

function text(content) {
  return element('span', { lang: languageOf(content) }, content);
}
