// The service. XMLHttpRequest, because phones of 2016 have no fetch.

// A phone on a weak network can hang for minutes; people give up much earlier.
const PATIENCE_MILLIS = 20000;

/** No answer: the service refused (its status and errors) or could not be reached (status 0). */
export class Problem extends Error {
  constructor(status, errors) {
    super('HTTP status ' + status);
    this.status = status;
    this.errors = errors;
  }
}

/** The way from the document to the root of the service; `<base>` is forbidden by the policy of the page. */
const ROOT = document.documentElement.dataset.root || '';

const kept = {};

export function policies() {
  return once('v1/policies');
}

export function policy(id) {
  return once('v1/policies/' + encodeURIComponent(id));
}

export function divisions() {
  return once('v1/divisions');
}

/** The decision of one policy. */
export function assess(id, question) {
  return ask('v1/policies/' + encodeURIComponent(id) + '/assess', question);
}

/** The next question of the interview, and what is certain by now. */
export function nextQuestion(known) {
  return ask('v1/screen/next', known);
}

/** The decisions of every policy. */
export function screen(known) {
  return ask('v1/screen', known);
}

/** The dates in that answer, as the text of an iCalendar file. */
export function calendar(known) {
  return post('v1/screen', known, 'text/calendar');
}

/** A file of the page itself, as text. */
export function file(name) {
  return call('GET', name, null, '*/*');
}

/** Descriptions of policies do not change while the page is open; a failed call is not kept. */
async function once(path) {
  if (!kept[path]) {
    kept[path] = parsed(await call('GET', path, null, 'application/json'));
  }
  return kept[path];
}

async function ask(path, question) {
  return parsed(await post(path, question, 'application/json'));
}

/** With POST, so that no fact ever stands in an address. */
function post(path, question, wanted) {
  return call('POST', path, JSON.stringify(question), wanted);
}

/** A network failure, an answer that is not JSON and too long a wait are the same to the citizen: not reached. */
function call(method, path, body, wanted) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreached = () => reject(new Problem(0, []));
    request.open(method, ROOT + path);
    request.timeout = PATIENCE_MILLIS;
    request.setRequestHeader('Accept', wanted);
    if (body) {
      request.setRequestHeader('Content-Type', 'application/json');
    }
    request.onerror = unreached;
    request.ontimeout = unreached;
    request.onload = () => {
      if (request.status < 400) {
        resolve(request.responseText);
      } else {
        reject(new Problem(request.status, errorsIn(request.responseText)));
      }
    };
    request.send(body);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (e) {
    throw new Problem(0, []);
  }
}

/** What stands between the page and the service may refuse too, in words of its own. */
function errorsIn(text) {
  try {
    return JSON.parse(text).errors || [];
  } catch (e) {
    return [];
  }
}
