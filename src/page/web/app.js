// Which view is shown, and what is kept while the page is open. Nothing outlives the page.

import { answerContent, headline } from './answer.js';
import { assess, divisions, policies, policy, Problem } from './api.js';
import { element, replaceContent } from './element.js';
import { factsFrom, pathOf } from './facts.js';
import { policyList } from './policies.js';
import { questionForm } from './questions.js';
import { words } from './words.js';

const view = document.getElementById('view');
const status = document.getElementById('status');

/** By name of the fact, for all policies together: the same name means the same thing in each of them. */
let answers = {};

/** By policy: the day asked about; the last answer, with what had been answered then. */
let days = {};
let given = {};

/** Counts the views asked for, so that a late reply cannot replace what the citizen went on to. */
let turn = 0;

/** The question to come back to from the answer. */
let wanted = null;

/** Says what is being waited for; the style shows it when it takes long enough to be noticed. */
function wait(sentence) {
  view.setAttribute('aria-busy', 'true');
  status.textContent = sentence;
}

function settle(sentence) {
  view.removeAttribute('aria-busy');
  status.textContent = sentence;
}

function show(title, ...content) {
  settle('');
  document.title = title === words.brand ? title : `${title} - ${words.brand}`;
  replaceContent(view, content);
  window.scrollTo(0, 0);
  const heading = view.querySelector('h1');
  if (turn > 1) {
    heading.focus({ preventScroll: true });
  }
}

/** The address says which policy; an answer has the same address and a mark in the history. */
function route() {
  const id = window.location.hash.replace(/^#\/?/, '');
  if (!id) {
    enter(showPolicies);
  } else if (history.state === 'answer' && given[id]) {
    enter((current) => showAnswer(id, current));
  } else {
    enter((current) => showQuestions(id, current));
  }
}

async function enter(draw) {
  turn += 1;
  const mine = turn;
  const current = () => turn === mine;
  wait(words.loading);
  try {
    await draw(current);
  } catch (problem) {
    if (current()) {
      showFailure(problem, () => enter(draw));
    }
  }
}

async function showPolicies(current) {
  const list = (await policies()).policies;
  if (current()) {
    show(words.brand, policyList(list));
  }
}

async function showQuestions(id, current) {
  const [chosen, places] = await Promise.all([policy(id), divisions()]);
  if (!current()) {
    return;
  }
  days[id] = days[id] || {};
  const form = questionForm({
    policy: chosen,
    divisions: places,
    answers,
    day: days[id],
    onSubmit: () => submit(id, form),
    onClear: () => {
      answers = {};
      days = {};
      given = {};
      enter((current) => showQuestions(id, current)).then(() => settle(words.cleared));
    },
  });
  show(
    chosen.nameZh,
    element('a', { class: 'back', href: '#/' }, words.toPolicies),
    element('h1', { tabindex: '-1' }, chosen.nameZh),
    element('p', { class: 'lead' }, chosen.summaryZh),
    element('p', { class: 'hint' }, words.questionsLead),
    form.content,
    element('p', { class: 'hint' }, words.privacy),
  );
  if (wanted) {
    form.focus(wanted);
    wanted = null;
  }
}

async function submit(id, form) {
  const { facts, faults } = factsFrom(form.questions, answers);
  const allFaults = form.halfFilled().concat(faults);
  if (allFaults.length > 0) {
    form.showFaults(allFaults);
    return;
  }
  const mine = (turn += 1);
  form.setBusy(true);
  wait(words.submitting);
  const question = days[id].asOf ? { asOf: days[id].asOf, facts } : { facts };
  try {
    const answer = await assess(id, question);
    if (turn === mine) {
      given[id] = { answer, answers: JSON.parse(JSON.stringify(answers)) };
      history.pushState('answer', '');
      route();
    }
  } catch (problem) {
    if (turn !== mine) {
      return;
    }
    settle('');
    form.setBusy(false);
    const pointed = knownProblem(problem).errors.filter((error) => error.pointer);
    if (pointed.length > 0) {
      form.showFaults(pointed.map((error) => ({ path: pathOf(error.pointer), code: error.code })));
    } else {
      form.showFailure(failureSentence(problem.status));
    }
  }
}

async function showAnswer(id, current) {
  const [chosen, list, places] = await Promise.all([policy(id), policies(), divisions()]);
  if (!current()) {
    return;
  }
  show(
    chosen.nameZh,
    answerContent({
      policy: chosen,
      policies: list.policies,
      divisions: places,
      answer: given[id].answer,
      answers: given[id].answers,
      onChange: (path) => {
        wanted = path;
        history.back();
      },
    }),
  );
  settle(headline(given[id].answer));
}

function showFailure(problem, retry) {
  const { status: code } = knownProblem(problem);
  show(
    words.failureTitle,
    element('a', { class: 'back', href: '#/' }, words.toPolicies),
    element('h1', { tabindex: '-1' }, words.failureTitle),
    element('p', { class: 'lead' }, failureSentence(code)),
    element('button', { type: 'button', class: 'button primary', on: { click: retry } }, words.retry),
  );
}

/** Anything but a problem of the service is a mistake of this page, and belongs into the console. */
function knownProblem(problem) {
  if (problem instanceof Problem) {
    return problem;
  }
  throw problem;
}

function failureSentence(code) {
  if (code === 0) {
    return words.failures.unreached;
  }
  if (code === 404) {
    return words.failures.unknownPolicy;
  }
  return code === 429 || code === 503 ? words.failures.busy : words.failures.refused;
}

// After a reload the answer is gone with the memory: begin at the questions.
history.replaceState(null, '');
window.addEventListener('popstate', route);
route();
