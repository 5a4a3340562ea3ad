// Which view is shown. The address says it, and never holds a fact; what is more is kept in the history of the window.

import { answerContent, headline } from './answer.js';
import { assess, calendar, divisions, nextQuestion, policies, policy, screen } from './api.js';
import { element, replaceContent } from './element.js';
import { factsFrom, pathOf } from './facts.js';
import { failureContent, failureSentence, knownProblem } from './failure.js';
import { DAY } from './field.js';
import { askedPaths, interviewView, isAskable, overviewView, situationsView, told } from './interview.js';
import { download, print, savedResults } from './keepsake.js';
import { offerLargeType } from './largetype.js';
import { policyList } from './policies.js';
import { questionForm } from './questions.js';
import { announcement, describedIn, resultsView } from './results.js';
import { say } from './say.js';
import { forget, keep, learn, session } from './session.js';
import { situationsToOffer } from './situations.js';
import { startView } from './start.js';
import { words } from './words.js';

const INTERVIEW = '#/interview';

const view = document.getElementById('view');
const status = document.getElementById('status');

/** By policy: the last answer of its form, with what had been answered then. */
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
  keep();
  document.title = title === words.brand ? title : `${title} - ${words.brand}`;
  replaceContent(view, content);
  window.scrollTo(0, 0);
  const heading = view.querySelector('h1');
  if (turn > 1) {
    heading.focus({ preventScroll: true });
  }
}

function route() {
  const [name, id] = window.location.hash.replace(/^#\/?/, '').split('/');
  const state = history.state || {};
  if (name === 'policies' && id) {
    const isAnswer = state.answer && given[id];
    enter((current) => (isAnswer ? showAnswer(id, current) : showQuestions(id, current)));
  } else if (name === 'policies') {
    enter(showPolicies);
  } else if (name === 'interview') {
    enter((current) => (isStep(state) ? showStep(state, current) : showNext(current)));
  } else if (name === 'answers') {
    enter(showOverview);
  } else if (name === 'results') {
    enter(showResults);
  } else {
    enter(showStart);
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

/** To a view of the same address or another one; the citizen's way back leads here. */
function go(hash, state) {
  history.pushState(state, '', hash);
  route();
}

function clear(draw) {
  forget();
  given = {};
  enter(draw).then(() => settle(words.cleared));
}

function showStart() {
  show(words.brand, startView({ onStart: () => go(INTERVIEW, null), onClear: () => clear(showStart) }));
}

// --- The interview ----------------------------------------------------------------------------------

/** A step of the interview asks one question, or which situations the citizen is in. */
function isStep({ path, situations }) {
  return Boolean(situations) || isAskable(path);
}

/** Asks the service what to ask next; gives its path, or null when nothing is left, and situations to offer before. */
async function advance() {
  const before = session.reply ? session.reply.policies : [];
  const reply = await nextQuestion(Object.assign({ skip: session.skipped, situations: session.situations }, told()));
  const { question } = reply;
  const offer = situationsToOffer(reply);
  session.offered = session.offered.concat(offer);
  if (question && offer.length === 0) {
    learn([Object.assign({}, question, { name: question.fact })]);
    if (!session.asked.includes(question.path)) {
      session.asked.push(question.path);
    }
  }
  session.reply = { remaining: reply.remaining, policies: reply.policies };
  keep();
  return {
    path: question && question.path,
    offer: offer.map(({ path }) => path),
    news: newlyDue(before, reply.policies),
  };
}

/** What has become certain by the last answer, in one short sentence. */
function newlyDue(before, now) {
  const names = now
    .filter(({ decided, standing }) => decided && standing === 'due')
    .filter(({ policy: id }) => !before.some((one) => one.policy === id && one.decided))
    .map(({ nameZh }) => nameZh);
  return names.length > 0 ? say(words.certainNow, { names: names.join('、') }) : '';
}

async function showNext(current) {
  const state = following({ step: -1 }, await advance());
  if (!current()) {
    return;
  }
  history.replaceState(state, '', state ? INTERVIEW : '#/results');
  route();
}

/** The step after one: situations to choose from, else the next question asked already, else the one to ask next. */
function following({ path, step }, reply) {
  if (reply.offer.length > 0) {
    return { situations: reply.offer, step: step + 1 };
  }
  const asked = askedPaths();
  const next = (path && asked[asked.indexOf(path) + 1]) || reply.path;
  return next ? { path: next, step: step + 1 } : null;
}

async function showStep(state, current) {
  const places = await divisions();
  if (!current()) {
    return;
  }
  const { path, situations, step, isChange } = state;
  const ways = {
    label: isChange ? words.save : words.next,
    onDone: () => submitAnswer(state, shown),
    onBack: () => (step > 0 || isChange ? history.back() : go('#/', null)),
  };
  const shown = situations
    ? situationsView(Object.assign({ paths: situations }, ways))
    : interviewView(Object.assign({ path, divisions: places }, ways));
  show(words.startTitle, shown.content);
}

/** Asks the service what follows from the answer, and goes on. */
async function submitAnswer(state, question) {
  turn += 1;
  const mine = turn;
  wait(words.submitting);
  try {
    const reply = await advance();
    if (turn !== mine) {
      return;
    }
    if (state.isChange && reply.offer.length === 0) {
      history.back();
      return;
    }
    const next = following(state, reply);
    if (next) {
      history.pushState(next, '');
      await showStep(next, () => turn === mine);
      settle(reply.news);
    } else {
      go('#/results', null);
    }
  } catch (problem) {
    if (turn !== mine) {
      return;
    }
    settle('');
    const refused = knownProblem(problem).errors.filter((error) => error.pointer);
    const fault = refused.find((error) => pathOf(error.pointer) === state.path);
    if (fault) {
      question.refuse(fault);
    } else {
      showFailure(problem, () => submitAnswer(state, question));
    }
  }
}

/** To a step again, and back when it is done. */
function change(state) {
  go(INTERVIEW, Object.assign({ step: 0, isChange: true }, state));
}

async function showOverview(current) {
  const places = await divisions();
  if (current()) {
    show(
      words.overview,
      back('#/', words.toStart),
      overviewView({ divisions: places, onChange: change, onClear: () => clear(showOverview) }),
    );
  }
}

async function showResults(current) {
  const question = told();
  const [answer, places] = await Promise.all([screen(question), divisions()]);
  const ids = describedIn(answer);
  const descriptions = await Promise.all(ids.map(policy));
  if (!current()) {
    return;
  }
  const described = descriptions.reduce((byId, one) => Object.assign(byId, { [one.id]: one }), {});
  const results = element('div', null, resultsView({ answer, described, divisions: places, onQuestion: (path) => change({ path }) }));
  show(
    words.resultsTitle,
    back('#/answers', words.change),
    results,
    keepsakes(results, question),
    element('button', { type: 'button', class: 'button quiet', on: { click: () => clear(showStart) } }, words.clear),
  );
  settle(announcement(answer));
}

function keepsakes(results, question) {
  const button = (text, click) => element('button', { type: 'button', class: 'button plain', on: { click } }, text);
  /** A file that cannot be made now is asked for again by another tap: the sentence says why. */
  const handOver = async (name, type, text) => {
    try {
      download(name, type, await text);
      settle(words.saved);
    } catch (problem) {
      settle(failureSentence(knownProblem(problem).status));
    }
  };
  return element(
    'section',
    { class: 'card keepsake' },
    element('h2', null, words.keepTitle),
    button(words.print, () => print(results)),
    button(words.download, () => handOver(words.fileName + '.html', 'text/html', savedResults(results))),
    button(words.toCalendar, () =>
      handOver(words.calendarFileName + '.ics', 'text/calendar', calendar(question)),
    ),
  );
}

// --- One policy alone -------------------------------------------------------------------------------

async function showPolicies(current) {
  const list = (await policies()).policies;
  if (current()) {
    show(words.allPolicies, back('#/', words.toStart), policyList(list));
  }
}

async function showQuestions(id, current) {
  const [chosen, places] = await Promise.all([policy(id), divisions()]);
  if (!current()) {
    return;
  }
  learn(chosen.facts);
  session.days[id] = session.days[id] || {};
  const form = questionForm({
    policy: chosen,
    divisions: places,
    answers: session.answers,
    day: session.days[id],
    onSubmit: () => submit(id, form),
    onClear: () => clear((current) => showQuestions(id, current)),
  });
  show(
    chosen.nameZh,
    back('#/policies', words.toPolicies),
    element('h1', { tabindex: '-1' }, chosen.nameZh),
    element('p', { class: 'lead' }, chosen.summaryZh),
    element('p', { class: 'ways' }, element('a', { href: 'policies/' + id }, words.details)),
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
  const { facts, faults } = factsFrom(form.questions, session.answers);
  const day = factsFrom([DAY], session.days[id]);
  const allFaults = form.halfFilled().concat(faults, day.faults);
  if (allFaults.length > 0) {
    form.showFaults(allFaults);
    return;
  }
  const mine = (turn += 1);
  form.setBusy(true);
  wait(words.submitting);
  try {
    const answer = await assess(id, Object.assign(day.facts, { facts }));
    if (turn === mine) {
      given[id] = { answer, answers: JSON.parse(JSON.stringify(session.answers)) };
      go('', { answer: true });
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

// --- What every view needs --------------------------------------------------------------------------

function back(href, text) {
  return element('a', { class: 'back', href }, text);
}

function showFailure(problem, retry) {
  const { status: code } = knownProblem(problem);
  show(
    words.failureTitle,
    back('#/', words.toStart),
    failureContent(code, retry),
  );
}

offerLargeType(document.getElementById('larger'));
document.addEventListener('change', keep);
window.addEventListener('popstate', route);
route();
if ('serviceWorker' in navigator && window.isSecureContext) {
  window.addEventListener('load', () => navigator.serviceWorker.register('worker.js'));
}
