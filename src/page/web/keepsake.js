// What the citizen takes along: a print, a file of the results that a clerk can read, the dates for a calendar.

import { file } from './api.js';
import { element } from './element.js';
import { words } from './words.js';

/** What stays closed on paper: the clauses of what is not due. */
const CLOSED = '.group.not-due .decision details';

/** Opens what is folded; gives what folds it again. */
export function openFolds(within) {
  const closed = Array.from(within.querySelectorAll('details')).filter(
    (one) => !one.open && !one.matches(CLOSED),
  );
  closed.forEach((one) => (one.open = true));
  return () => closed.forEach((one) => (one.open = false));
}

export function print(view) {
  const restore = openFolds(view);
  window.print();
  restore();
}

/** The results as one file with its own style: no script, no address but those of the law, nothing to press. */
export async function savedResults(view) {
  const css = await file('page.css');
  const main = element('main');
  Array.from(view.childNodes).forEach((node) => main.appendChild(node.cloneNode(true)));
  Array.from(main.querySelectorAll('button, .ways')).forEach((one) => one.parentNode.removeChild(one));
  openFolds(main);
  // Written as text: the policy of this page would forbid a style within it.
  return [
    `<!doctype html>\n<html lang="${document.documentElement.lang}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', null, words.resultsTitle).outerHTML,
    `<style>\n${css}</style>\n</head>\n<body>`,
    main.outerHTML,
    '</body>\n</html>\n',
  ].join('\n');
}

/** Hands a text to the phone as a file. */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element('a', { href: address, download: name, hidden: true });
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  // Some phones begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
