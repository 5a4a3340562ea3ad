// One question at a time, and the overview of what was answered.

import { element, fold } from './element.js';
import { factsFrom, holderOf, isShare, questionAt, questionsOf, resized } from './facts.js';
import {
  choicesOf,
  clearFault,
  control,
  describedBy,
  faultLine,
  faultSentence,
  halfFilled,
  hint,
  idOf,
  questionLabel,
  setFault,
} from './field.js';
import { keep, session } from './session.js';
import { say } from './say.js';
import { chosenSituations, situationChoices } from './situations.js';
import { amountText, valueText } from './values.js';
import { words } from './words.js';

/** From this width on, what is certain stands open beside the question. */
const DESK = '(min-width: 48rem)';

const LIST = 'list of objects';

const questions = () => questionsOf(Object.values(session.known));

/** What is sent to the service: the facts that can be read, and what is not to be asked again. */
export function told() {
  const { facts } = factsFrom(questions(), session.answers);
  return session.asOf ? { asOf: session.asOf, facts } : { facts };
}

/** The paths that have a place now: those of entries that were taken away have none. */
export function askedPaths() {
  return session.asked.filter((path) => holderOf(session.answers, path));
}

/** Whether it is known how to ask for a fact, and for whom. */
export function isAskable(path) {
  return Boolean(path) && questionAt(questions(), path) !== null && holderOf(session.answers, path) !== null;
}

/**
 * The view of the question at a path. `onDone` is called once its answer, or that it is not known, is kept; `label` is
 * what the button to go on says; `onBack` leads to the step before.
 */
export function interviewView({ path, divisions, label, onDone, onBack }) {
  const found = questionAt(questions(), path);
  const { question } = found;
  const entry = holderOf(session.answers, path);
  const choices = choicesOf(question.fact);

  function done(isSkipped) {
    session.skipped = session.skipped.filter((one) => one !== path).concat(isSkipped ? path : []);
    keep();
    onDone();
  }

  function choose(value) {
    entry[question.name] = value;
    done(false);
  }

  function skip() {
    delete entry[question.name];
    done(true);
  }

  function submit() {
    const fault = halfFilled(form).concat(faultsAt(path), isEmpty(entry[question.name]) ? { code: 'empty' } : [])[0];
    if (fault) {
      refuse(fault);
    } else {
      done(false);
    }
  }

  function refuse(fault) {
    setFault(form, faultSentence(fault, question.fact));
    form.querySelector('input, select, button').focus();
  }

  const typed =
    question.fact.type === LIST
      ? () => stepper(path, entry, question.name)
      : () => control(question, path, entry, divisions);
  const title = questionLabel(found);
  const form = element(
    'form',
    {
      class: 'card asked',
      novalidate: true,
      autocomplete: 'off',
      'data-path': path,
      on: {
        submit: (event) => {
          event.preventDefault();
          submit();
        },
        input: () => clearFault(form),
      },
    },
    element(
      'h1',
      { class: 'question', id: 'question', tabindex: '-1' },
      choices ? title : element('label', { for: idOf(path) }, title),
    ),
    hint(question.fact, path),
    choices ? choiceButtons(choices, path, entry[question.name], choose) : typed(),
    faultLine(path),
    choices ? null : element('button', { type: 'submit', class: 'button primary' }, label),
    element(
      'button',
      { type: 'button', class: 'button plain', 'aria-pressed': String(session.skipped.includes(path)), on: { click: skip } },
      words.unknown,
    ),
  );
  return { content: step(form, onBack), refuse };
}

/** The view in which the citizen says in which situations they are; like the view of a question. */
export function situationsView({ paths, label, onDone, onBack }) {
  const choices = situationChoices(paths);
  const form = element(
    'form',
    {
      class: 'card asked',
      'data-path': 'situations',
      on: {
        submit: (event) => {
          event.preventDefault();
          choices.save();
          onDone();
        },
      },
    },
    element('h1', { class: 'question', id: 'question', tabindex: '-1' }, words.situations),
    element('p', { class: 'hint' }, words.situationsHint),
    choices.content,
    element('button', { type: 'submit', class: 'button primary' }, label),
  );
  return { content: step(form, onBack) };
}

function step(form, onBack) {
  return [
    element('button', { type: 'button', class: 'back', on: { click: onBack } }, words.back),
    progress(),
    form,
    certain(),
    element(
      'p',
      { class: 'ways' },
      element('a', { href: '#/answers' }, words.overview),
      element('a', { href: '#/results' }, words.toResults),
    ),
  ];
}

function faultsAt(path) {
  return factsFrom(questions(), session.answers).faults.filter((fault) => fault.path === path);
}

function isEmpty(answer) {
  return answer === undefined || answer === '';
}

function choiceButtons(choices, path, chosen, choose) {
  return element(
    'div',
    { class: 'choices', role: 'group', 'aria-labelledby': 'question', 'aria-describedby': describedBy(path) },
    choices.map(({ value, zh }) =>
      element(
        'button',
        { type: 'button', class: 'button choice', 'aria-pressed': String(chosen === value), on: { click: () => choose(value) } },
        zh,
      ),
    ),
  );
}

/** How many entries a list has: typed, or one more and one fewer. Entries that stay keep what was said of them. */
function stepper(path, entry, name) {
  const count = element('input', {
    type: 'text',
    inputmode: 'numeric',
    id: idOf(path),
    value: entry[name] ? String(entry[name].length) : '',
    'aria-describedby': describedBy(path),
    on: { input: read },
  });
  const step = (by, label, sign) =>
    element(
      'button',
      {
        type: 'button',
        class: 'button step',
        'aria-label': label,
        on: {
          click: () => {
            count.value = String(Math.max(0, (Number(count.value) || 0) + by));
            count.dispatchEvent(new Event('input', { bubbles: true }));
          },
        },
      },
      sign,
    );

  function read() {
    const plain = count.value.normalize('NFKC').trim();
    if (/^\d{1,2}$/.test(plain)) {
      entry[name] = resized(entry[name], Number(plain));
    } else {
      delete entry[name];
    }
  }

  return element(
    'div',
    { class: 'typed stepper' },
    step(-1, words.fewer, '−'),
    count,
    step(1, words.more, '+'),
  );
}

function progress() {
  const left = session.reply ? session.reply.remaining.atMost : 0;
  const answered = askedPaths().filter(isAnswered).length;
  return [
    element('progress', { max: answered + left || 1, value: answered, 'aria-hidden': 'true' }),
    element('p', { class: 'hint' }, say(left > 0 ? words.progress : words.progressLast, { answered, left })),
  ];
}

export function isAnswered(path) {
  const found = questionAt(questions(), path);
  return session.skipped.includes(path) || !isEmpty(holderOf(session.answers, path)[found.question.name]);
}

/** What no further answer can change; what the agency has to decide or to state is not certain. */
function certain() {
  const decided = session.reply ? session.reply.policies.filter((one) => one.decided) : [];
  const due = decided.filter(({ standing }) => standing === 'due');
  const notDue = decided.filter(({ standing }) => standing === 'not-due');
  const view = fold(
    say(words.certain, { count: due.length + notDue.length }),
    due.length > 0 ? element('ul', null, due.map((one) => element('li', null, certainText(one)))) : null,
    notDue.length > 0 ? element('p', { class: 'hint' }, say(words.certainNot, { count: notDue.length })) : null,
    due.length + notDue.length === 0 ? element('p', null, words.certainNone) : null,
  );
  view.open = window.matchMedia(DESK).matches;
  return element('div', { class: 'card' }, view);
}

function certainText({ nameZh, headline }) {
  return headline ? say(words.labelled, { label: nameZh, text: headlineText(headline) }) : nameZh;
}

/** 每月可领：每月 800 元 */
function headlineText({ labelZh, value, unit }) {
  return `${labelZh} ${typeof value === 'number' ? amountText(value, unit) : value}`;
}

/** Every answer so far, to be changed one by one; `onChange` is given the state of its step. */
export function overviewView({ divisions, onChange, onClear }) {
  const texts = toldTexts(divisions);
  const cell = (state, question, answer) =>
    element(
      'li',
      null,
      element(
        'button',
        { type: 'button', class: 'cell', on: { click: () => onChange(state) } },
        element('span', { class: 'cell-text' }, question),
        element('span', { class: 'cell-title' }, answer),
      ),
    );
  return [
    element('h1', { tabindex: '-1' }, words.overview),
    element('p', { class: 'lead' }, texts.length > 0 ? words.overviewLead : words.overviewEmpty),
    element(
      'ul',
      { class: 'cells' },
      texts.map(({ path, question, answer }) => cell({ path }, question, answer)),
      session.offered.length > 0
        ? cell(
            { situations: session.offered.map(({ path }) => path) },
            words.situations,
            chosenSituations().join('、') || words.situationsNone,
          )
        : null,
    ),
    element('a', { class: 'button primary', href: '#/interview' }, words.carryOn),
    element('a', { class: 'button plain', href: '#/results' }, words.toResults),
    element('button', { type: 'button', class: 'button quiet', on: { click: onClear } }, words.clear),
  ];
}

/** Every question that was asked here or answered in the form of a policy, with its answer, in words. */
export function toldTexts(divisions) {
  const known = questions();
  const { facts } = factsFrom(known, session.answers);
  const asked = askedPaths();
  return asked.concat(pathsIn(facts).filter((path) => !asked.includes(path))).map((path) => {
    const found = questionAt(known, path);
    const { fact, name } = found.question;
    const value = holderOf(facts, path)[name];
    return { path, question: questionLabel(found), answer: answerText(value, fact, divisions) };
  });
}

/** The paths of facts: of lists first themselves, then what is said of each entry. */
function pathsIn(facts) {
  return Object.entries(facts).reduce((paths, [name, value]) => {
    const ofEntries = Array.isArray(value)
      ? value.map((entry, index) => Object.keys(entry).map((field) => `${name}[${index}].${field}`))
      : [];
    return paths.concat(name, ...ofEntries);
  }, []);
}

function answerText(value, fact, divisions) {
  if (value === undefined) {
    return words.unknown;
  }
  if (fact.type === LIST) {
    return value.length > 0 ? say(words.entries, { number: value.length }) : words.none;
  }
  return valueText(value, isShare(fact) ? { unit: 'ratio' } : fact, divisions);
}
