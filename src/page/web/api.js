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

/** Asks with POST, so that no fact ever stands in an address. */
export function assess(id, question) {
  return call('v1/policies/' + encodeURIComponent(id) + '/assess', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(question),
  });
}

/** Descriptions of policies do not change while the page is open; a failed call is not kept. */
async function once(path) {
  if (!kept[path]) {
    kept[path] = await call(path, {});
  }
  return kept[path];
}

async function call(path, options) {
  const response = await inTime(fetch(path, options));
  const body = await inTime(response.json());
  if (!response.ok) {
    throw new Problem(response.status, body.errors || []);
  }
  return body;
}

/** A network failure, an answer that is not JSON and too long a wait are the same to the citizen: not reached. */
function inTime(promise) {
  return new Promise((resolve, reject) => {
    const unreached = () => reject(new Problem(0, []));
    const timer = setTimeout(unreached, PATIENCE_MILLIS);
    promise.then(resolve, unreached).then(() => clearTimeout(timer));
  });
}
