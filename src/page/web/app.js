// Which view is shown. The address says it, and never holds a fact; what is more is kept in the history of the window.

import { answerContent, headline } from './answer.js';
import { assess, calendar, divisions, nextQuestion, policies, policy, screen } from './api.js';
import { element, replaceContent } from './element.js';
import { factsFrom, pathOf } from './facts.js';
import { failureContent, failureSentence, knownProblem } from './failure.js';
import { DAY } from './field.js';
import { askedPaths, interviewView, isAskable, overviewView, told } from './interview.js';
import { download, print, savedResults } from './keepsake.js';
import { offerLargeType } from './largetype.js';
import { policyList } from './policies.js';
import { questionForm } from './questions.js';
import { announcement, describedIn, resultsView } from './results.js';
import { say } from './say.js';
import { forget, keep, learn, session } from './session.js';
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
    enter((current) => (isAskable(state.path) ? showQuestion(state, current) : showNext(current)));
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

/** Asks the service what to ask next; gives its path, or null when nothing is left. */
async function advance() {
  const before = session.reply ? session.reply.policies : [];
  const reply = await nextQuestion(Object.assign({ skip: session.skipped }, told()));
  const { question } = reply;
  if (question) {
    learn([Object.assign({}, question, { name: question.fact })]);
    if (!session.asked.includes(question.path)) {
      session.asked.push(question.path);
    }
  }
  session.reply = { remaining: reply.remaining, policies: reply.policies };
  keep();
  return { path: question && question.path, news: newlyDue(before, reply.policies) };
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
  const { path } = await advance();
  if (!current()) {
    return;
  }
  history.replaceState(path ? { path, step: 0 } : null, '', path ? INTERVIEW : '#/results');
  route();
}

async function showQuestion({ path, step, isChange }, current) {
  const places = await divisions();
  if (!current()) {
    return;
  }
  const question = interviewView({
    path,
    divisions: places,
    label: isChange ? words.save : words.next,
    onDone: () => submitAnswer({ path, step, isChange }, question),
    onBack: () => (step > 0 || isChange ? history.back() : go('#/', null)),
  });
  show(words.startTitle, question.content);
}

/** On to the next question that was asked already, else to the one that the service asks next. */
async function submitAnswer({ path, step, isChange }, question) {
  turn += 1;
  const mine = turn;
  wait(words.submitting);
  try {
    const reply = await advance();
    if (turn !== mine) {
      return;
    }
    if (isChange) {
      history.back();
      return;
    }
    const asked = askedPaths();
    const next = asked[asked.indexOf(path) + 1] || reply.path;
    if (next) {
      history.pushState({ path: next, step: step + 1 }, '');
      await showQuestion(history.state, () => turn === mine);
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
    const fault = refused.find((error) => pathOf(error.pointer) === path);
    if (fault) {
      question.refuse(fault);
    } else {
      showFailure(problem, () => submitAnswer({ path, step, isChange }, question));
    }
  }
}

function change(path) {
  go(INTERVIEW, { path, step: 0, isChange: true });
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
  const results = element('div', null, resultsView({ answer, described, divisions: places, onQuestion: change }));
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
