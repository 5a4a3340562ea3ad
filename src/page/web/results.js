// The view of the decisions on every policy.

import { list } from './cards.js';
import { clauseFold } from './clauses.js';
import { element, fold } from './element.js';
import { isAskable, toldTexts } from './interview.js';
import {
  amountLine,
  caution,
  details,
  entries,
  missingFacts,
  missingParameters,
  reasonList,
  reasons,
} from './parts.js';
import { paymentCalendar, paymentList } from './payments.js';
import { say } from './say.js';
import { session } from './session.js';
import { dayText, ofEntry, valueText, yuanText } from './values.js';
import { words } from './words.js';

const STANDINGS = ['due', 'possible', 'not-due'];

const DESCRIBED = ['due', 'possible'];

/** The policies of an answer whose descriptions the view needs: those that may be due. */
export function describedIn(answer) {
  return answer.policies.filter(({ standing }) => DESCRIBED.includes(standing)).map(({ policy }) => policy);
}

/** What is told first; also what a screen reader announces. */
export function announcement({ policies }) {
  const count = (wanted) => policies.filter(({ standing }) => standing === wanted).length;
  return say(words.resultsAnnounced, { due: count('due'), possible: count('possible') });
}

/** `described` holds descriptions by policy; `onQuestion` leads to the question at a path. */
export function resultsView({ answer, described, divisions, onQuestion }) {
  const context = { described, divisions, onQuestion, names: namesOf(answer) };
  const group = (standing) => {
    const decisions = answer.policies.filter((one) => one.standing === standing);
    const title = say(words.counted, { title: words.standings[standing], count: decisions.length });
    const content = [
      element('p', { class: 'hint' }, decisions.length > 0 ? words.standingLeads[standing] : words.standingNone),
      decisions.map((decision) => card(decision, context)),
    ];
    return element(
      'section',
      { class: 'group ' + standing },
      standing === 'not-due'
        ? element(
            'details',
            { class: 'fold' },
            element('summary', null, element('h2', null, title)),
            content,
          )
        : [element('h2', null, title), content],
    );
  };
  return [
    element('h1', { tabindex: '-1' }, words.resultsTitle),
    element('p', { class: 'lead' }, announcement(answer)),
    element('p', { class: 'hint' }, say(words.asOf, { day: dayText(answer.asOf) })),
    together(answer, context),
    STANDINGS.map(group),
    element('div', { class: 'card' }, fold(words.factsTitle, factList(divisions))),
    element('p', { class: 'advice' }, words.advice),
  ];
}

function namesOf({ policies }) {
  return policies.reduce((names, { policy, nameZh }) => Object.assign(names, { [policy]: nameZh }), {});
}

function factList(divisions) {
  return element(
    'dl',
    null,
    toldTexts(divisions).map(({ question, answer }) =>
      element('div', null, element('dt', null, question), element('dd', null, answer)),
    ),
  );
}

/** One decision: what, how much, from when, until when; then why, with what, where, and what would change it. */
function card(decision, context) {
  const { described, divisions, onQuestion } = context;
  const policy = described[decision.policy];
  return element(
    'article',
    { class: 'card decision ' + decision.standing },
    element('h3', null, decision.nameZh),
    decision.standing === 'due' ? headline(decision) : element('p', null, words.outcomes[openOutcome(decision)]),
    policy ? period(policy, decision) : null,
    decision.standing === 'not-due'
      ? reasonList(
          decision.reasons.filter(({ satisfied }) => !satisfied),
          decision.basis,
        )
      : null,
    policy ? doubts(policy, decision, divisions) : null,
    folded(words.neededTitle, missingFacts(Object.values(session.known), decision.missingFacts.filter(isAskable), onQuestion)),
    policy ? folded(words.missingParametersTitle, missingParameters(policy, decision)) : null,
    part(words.changesTitle, changes(decision)),
    decision.standing === 'due'
      ? [
          part(words.bringTitle, list(decision.documentsToBring)),
          part(words.whereTitle, decision.whereToApply ? element('p', null, decision.whereToApply) : null),
          part(words.authorityTitle, element('p', null, decision.authority)),
        ]
      : null,
    decision.standing === 'not-due' ? null : folded(words.whyTitle, reasons(decision)),
    policy
      ? [
          folded(words.entriesTitle, entries(policy, decision, divisions)),
          decision.standing === 'due' ? details(policy, decision, divisions) : null,
        ]
      : null,
    decision.standing === 'due'
      ? null
      : folded(words.whereTitle, [
          element('p', null, decision.whereToApply || decision.authority),
          list(decision.documentsToBring),
        ]),
    element(
      'p',
      { class: 'ways' },
      element('a', { href: 'policies/' + decision.policy }, words.details),
      decision.standing === 'due' ? null : element('a', { href: '#/policies/' + decision.policy }, words.alone),
    ),
  );
}

/** Where nothing comes of a number that could be computed, that is no benefit. */
function openOutcome({ standing, outcome }) {
  return standing === 'not-due' ? 'not-eligible' : outcome;
}

function headline({ headline: field, outcome }) {
  if (!field) {
    return element('p', null, words.outcomes[outcome]);
  }
  return typeof field.value === 'number'
    ? [element('p', { class: 'hint' }, field.labelZh), amountLine(field.value, field.unit)]
    : element('p', null, say(words.labelled, { label: field.labelZh, text: valueText(field.value, field) }));
}

/** From when until when, why it ends then, and in which amounts it is paid. */
function period(policy, decision) {
  const { from, until, unknownFrom, endsBecause, deadline } = decision;
  const days = [
    from ? say(words.from, { day: dayText(from) }) : null,
    until ? say(words.until, { day: dayText(until) }) : null,
    unknownFrom ? say(words.unknownFrom, { day: dayText(unknownFrom) }) : null,
  ].filter(Boolean);
  return [
    days.length > 0 ? element('p', null, days.join('，')) : null,
    deadline ? element('p', null, say(words.deadline, { day: dayText(deadline) })) : null,
    folded(words.ends, endsBecause.length > 0 ? reasonList(endsBecause, policy.clauses) : null),
    part(words.paymentsTitle, paymentList(decision)),
  ];
}

/** That there is something to be careful about stands in sight; what it is, in the fold. */
function doubts(policy, decision, divisions) {
  const items = decision.outcome === 'needs-facts' ? null : caution(policy, decision, session.answers, divisions);
  return items ? [element('p', { class: 'doubtful' }, words.doubtful), folded(words.cautionTitle, items)] : null;
}

function changes({ changes: all }) {
  return list(
    all.map(({ asOf, entry, outcome, text }) =>
      ofEntry(
        entry,
        say(words.labelled, {
          label: text || say(words.changesOn, { day: dayText(asOf) }),
          text: words.changesTo[outcome],
        }),
      ),
    ),
  );
}

/** What may be held together, and what that comes to. */
function together({ asOf, policies, together: sums }, { names }) {
  const { best, others, conflicts, included } = sums;
  const named = (ids) => ids.map((id) => names[id]).join('、');
  const isDue = (id) => policies.some(({ policy, standing }) => policy === id && standing === 'due');
  const conflictText = ({ policies: ids, clause }) => [
    element('p', { class: 'doubtful' }, say(words.conflict, { names: named(ids) })),
    clauseFold(named(ids), [clause]),
  ];
  const now = conflicts.filter((conflict) => conflict.policies.every(isDue));
  const later = conflicts.filter((conflict) => !now.includes(conflict));
  const choice = (one) => element('div', { class: 'entry' }, element('p', null, named(one.policies)), total(one));
  return element(
    'section',
    { class: 'card together' },
    element('h2', null, words.togetherTitle),
    total(best),
    now.map(conflictText),
    included.map((one) =>
      element('p', { class: 'hint' }, say(words.included, { part: names[one.policy], whole: names[one.in] })),
    ),
    now.length > 0
      ? [
          element('h3', null, words.bestTitle),
          element('p', null, named(best.policies)),
          folded(words.othersTitle, others.length > 0 ? others.map(choice) : null),
        ]
      : null,
    folded(words.calendarTitle, paymentCalendar(asOf, counted(policies, sums))),
    folded(words.laterConflicts, later.length > 0 ? later.map(conflictText) : null),
  );
}

/** The payments of the best combination, without those that another one contains. */
function counted(policies, { best, included }) {
  return policies.filter(
    ({ policy }) => best.policies.includes(policy) && !included.some((one) => one.policy === policy),
  );
}

function total({ monthlyYuan, onceYuan, yearlyYuan }) {
  const sums = [
    [words.monthlySum, monthlyYuan],
    [words.onceSum, onceYuan],
    [words.yearlySum, yearlyYuan],
  ].filter(([, yuan]) => yuan > 0);
  return sums.length === 0
    ? element('p', null, words.noSum)
    : sums.map(([sentence, yuan]) => element('p', { class: 'sum' }, say(sentence, { yuan: yuanText(yuan) })));
}

function part(title, content) {
  return content ? element('div', { class: 'part' }, element('h4', null, title), content) : null;
}

function folded(title, content) {
  return content ? fold(title, content) : null;
}
