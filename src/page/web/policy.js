// The page of one policy: what it is, how it is decided, what it rests on and what is not known.

import { divisions, policies, policy } from './api.js';
import { item, list, paragraph, policyLinks, section } from './cards.js';
import { citation, clauseBlock, exclusionLinks } from './clauses.js';
import { element, fold, replaceContent } from './element.js';
import { questionsOf } from './facts.js';
import { failureContent, knownProblem } from './failure.js';
import { openFolds } from './keepsake.js';
import { offerLargeType } from './largetype.js';
import { say } from './say.js';
import { isWithin, marksOf, periodsOf, periodText, timeline, today } from './timeline.js';
import { dayText, valueText } from './values.js';
import { words } from './words.js';

const said = words.policyPage;
const view = document.getElementById('view');
const status = document.getElementById('status');

/** The last part of the address. */
const id = window.location.pathname.split('/').pop();

async function show() {
  view.setAttribute('aria-busy', 'true');
  status.textContent = words.loading;
  let content;
  try {
    const [described, known, places] = await Promise.all([policy(id), policies(), divisions()]);
    document.title = `${described.nameZh} - ${words.brand}`;
    content = policyContent(described, known.policies, places);
  } catch (problem) {
    const { status: code } = knownProblem(problem);
    content = [back(), code === 404 ? unknownContent() : failureContent(code, show)];
  }
  view.removeAttribute('aria-busy');
  status.textContent = '';
  replaceContent(view, content);
}

function back() {
  return element('a', { class: 'back', href: '../#/policies' }, words.toPolicies);
}

function unknownContent() {
  return [
    element('h1', null, said.unknownTitle),
    element('p', { class: 'lead' }, said.unknownLead),
  ];
}

function policyContent(described, known, places) {
  return [
    back(),
    element('h1', null, described.nameZh),
    element('p', { class: 'lead' }, described.summaryZh),
    element('a', { class: 'button primary', href: `../#/policies/${described.id}` }, said.check),
    atAGlance(described),
    section(words.whereTitle, paragraph(described.whereToApply)),
    section(words.bringTitle, list(described.documentsToBring)),
    section(words.notTogether, exclusionLinks(described, known, pageOf)),
    history(described, places),
    reasons(described),
    facts(described),
    parameters(described, places),
    unknowns(described, places),
    section(words.relatedTitle, policyLinks(described.relatedPolicies, known, pageOf)),
    clauses(described),
    element('p', { class: 'advice' }, words.advice),
  ];
}

function atAGlance({ kind, authority }) {
  return element(
    'section',
    { class: 'card' },
    element('h2', { class: 'unseen' }, said.glanceTitle),
    element(
      'dl',
      { class: 'glance' },
      entry(said.kindTitle, said.kinds[kind] || kind),
      entry(words.authorityTitle, authority),
    ),
  );
}

function entry(title, content) {
  return element('div', null, element('dt', null, title), element('dd', null, content));
}

/** The pages stand side by side. */
function pageOf(id) {
  return id;
}

function history(described, places) {
  const drawn = timeline(described, places);
  return described.parameters.length === 0
    ? null
    : section(
        said.historyTitle,
        element('p', { class: 'hint' }, drawn ? said.historyLead : said.noHistory),
        drawn,
      );
}

function reasons({ reasons: all, clauses: known }) {
  const group = (title, satisfied) => {
    const ofGroup = all.filter((reason) => reason.satisfied === satisfied);
    return ofGroup.length === 0
      ? null
      : [
          element('h3', { class: satisfied ? 'satisfied' : 'unsatisfied' }, title),
          element(
            'ul',
            { class: 'folds' },
            ofGroup.map(({ zh, basis }) =>
              element(
                'li',
                null,
                fold(
                  zh,
                  basis.map((clause) => clauseBlock(known.find((one) => one.id === clause))),
                ),
              ),
            ),
          ),
        ];
  };
  return section(
    said.reasonsTitle,
    element('p', { class: 'hint' }, said.reasonsLead),
    group(said.satisfied, true),
    group(said.unsatisfied, false),
  );
}

function facts(described) {
  const isSensitive = ({ personalData }) => personalData === 'sensitive-personal';
  const question = ({ fact, rare, fields }) =>
    element(
      'li',
      null,
      element(
        'p',
        null,
        fact.questionZh,
        rare ? tag(said.optional) : null,
        isSensitive(fact) ? tag(said.sensitive) : null,
      ),
      fact.hintZh ? element('p', { class: 'hint' }, fact.hintZh) : null,
      fields.length > 0 ? element('ul', null, fields.map(question)) : null,
    );
  return section(
    said.factsTitle,
    element('p', { class: 'hint' }, words.privacy),
    described.facts.some(isSensitive) ? element('p', { class: 'hint' }, said.sensitiveLead) : null,
    element('ul', null, questionsOf(described.facts).map(question)),
  );
}

function tag(content) {
  return [' ', element('span', { class: 'tag' }, content)];
}

/** Every number, date and reading that the rule uses, with all its values. */
function parameters(described, places) {
  return described.parameters.length === 0
    ? null
    : section(
        said.parametersTitle,
        element(
          'ul',
          { class: 'folds' },
          described.parameters.map((parameter) =>
            element(
              'li',
              null,
              fold(
                [parameter.labelZh, element('span', { class: 'value' }, valueNow(parameter, places))],
                parameter.values.map((value) => statedValue(value, parameter, described.clauses, places)),
                parameter.values.length === 0
                  ? [
                      element('p', null, said.unconfigured),
                      source(parameter.clause, described.clauses),
                    ]
                  : null,
              ),
            ),
          ),
        ),
      );
}

function valueNow(parameter, places) {
  const now = periodsOf(parameter.values).find((period) => isWithin(period, today()));
  return now && now.value ? valueText(now.value.value, parameter, places) : said.noValueNow;
}

function statedValue(value, parameter, known, places) {
  const period = periodsOf([value]).find((one) => one.value);
  return element(
    'div',
    { class: 'clause' },
    element('p', { class: 'document' }, valueText(value.value, parameter, places)),
    element('p', null, periodText(period)),
    marksOf(value).map((mark) => element('p', null, said.marks[mark])),
    element('p', null, said.evidence[value.evidence]),
    value.noteZh ? element('p', null, value.noteZh) : null,
    source(value.source, known),
  );
}

/** The way to the clause; an agency's own value names its source in words. */
function source(clauseId, known) {
  const clause = known.find((one) => one.id === clauseId);
  if (!clause) {
    return clauseId ? element('p', null, say(words.found, { place: clauseId })) : null;
  }
  return element(
    'p',
    { class: 'address' },
    element('a', { href: `#${anchor(clause)}` }, say(words.found, { place: citation(clause) })),
  );
}

function anchor(clause) {
  return `clause-${clause.id}`;
}

function unknowns(described, places) {
  const unconfigured = described.parameters.filter(({ values }) => values.length === 0);
  const readings = described.parameters.filter(({ recommendedDefaultReason }) => recommendedDefaultReason);
  const group = (title, lead, items) =>
    items.length === 0
      ? null
      : [
          element('h3', null, title),
          element('p', { class: 'hint' }, lead),
          element('ul', null, items),
        ];
  const groups = [
    group(
      said.unconfiguredTitle,
      said.unconfiguredLead,
      unconfigured.map(({ labelZh, required }) =>
        item([labelZh, required ? null : tag(said.dispensable)]),
      ),
    ),
    group(
      said.readingsTitle,
      said.readingsLead,
      readings.map((parameter) =>
        item([
          element('p', null, parameter.labelZh),
          element('p', null, valueNow(parameter, places)),
          element('p', { class: 'hint' }, parameter.recommendedDefaultReasonZh),
        ]),
      ),
    ),
    group(said.openTitle, said.openLead, described.openQuestionsZh.map(item)),
  ].filter(Boolean);
  return groups.length === 0 ? null : section(said.unknownsTitle, groups);
}

function clauses(described) {
  return section(
    said.clausesTitle,
    described.clauses.map((clause) =>
      element(
        'div',
        { id: anchor(clause), class: 'whole' },
        clauseBlock(clause),
        element(
          'p',
          { class: 'hint' },
          clause.issued ? say(said.issued, { day: dayText(clause.issued) }) : null,
          said.evidence[clause.evidence],
        ),
        clause.noteZh ? element('p', { class: 'hint' }, clause.noteZh) : null,
      ),
    ),
    element('p', { class: 'ruleset' }, say(words.ruleset, { ruleset: described.ruleset })),
  );
}

/** On paper nothing can be unfolded: what is folded is opened for it, and folded again. */
let foldAgain = () => {};

window.addEventListener('beforeprint', () => (foldAgain = openFolds(view)));
window.addEventListener('afterprint', () => foldAgain());

offerLargeType(document.getElementById('larger'));
show();
