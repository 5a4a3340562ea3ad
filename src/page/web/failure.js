// What the citizen is told when the service gave no answer.

import { Problem } from './api.js';
import { element } from './element.js';
import { words } from './words.js';

/** Anything but a problem of the service is a mistake of this page, and belongs into the console. */
export function knownProblem(problem) {
  if (problem instanceof Problem) {
    return problem;
  }
  throw problem;
}

export function failureSentence(code) {
  if (code === 0) {
    return navigator.onLine ? words.failures.unreached : words.failures.offline;
  }
  if (code === 404) {
    return words.failures.unknownPolicy;
  }
  return code === 429 || code === 503 ? words.failures.busy : words.failures.refused;
}

export function failureContent(code, retry) {
  return [
    element('h1', { tabindex: '-1' }, words.failureTitle),
    element('p', { class: 'lead' }, failureSentence(code)),
    element('button', { type: 'button', class: 'button primary', on: { click: retry } }, words.retry),
  ];
}
