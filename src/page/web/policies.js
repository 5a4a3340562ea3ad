// The first view: which policy.

import { element, replaceContent } from './element.js';
import { words } from './words.js';

/** A list that fits on two or three screens needs no search. */
const MOST_WITHOUT_SEARCH = 8;

export function policyList(policies) {
  const list = element('ul', { class: 'cells' });
  const none = element('p', { class: 'hint', role: 'status' });

  function render(sought) {
    const found = policies.filter(({ nameZh, summaryZh }) => (nameZh + summaryZh).includes(sought));
    replaceContent(list, found.map(policyCell));
    none.textContent = found.length > 0 ? '' : words.noneFound;
  }

  render('');
  return [
    element('h1', { tabindex: '-1' }, words.chooseTitle),
    element('p', { class: 'lead' }, words.chooseLead),
    policies.length > MOST_WITHOUT_SEARCH ? search(render) : null,
    list,
    none,
    element('p', { class: 'hint' }, words.privacy),
  ];
}

function policyCell({ id, nameZh, summaryZh }) {
  return element(
    'li',
    null,
    element(
      'a',
      { class: 'cell', href: `#/policies/${id}` },
      element('span', { class: 'cell-title' }, nameZh),
      element('span', { class: 'cell-text' }, summaryZh),
    ),
  );
}

function search(render) {
  return element(
    'div',
    { class: 'card' },
    element('label', { class: 'question', for: 'search' }, words.search),
    element('p', { class: 'hint', id: 'search-hint' }, words.searchHint),
    element(
      'div',
      { class: 'typed' },
      element('input', {
        id: 'search',
        type: 'search',
        autocomplete: 'off',
        'aria-describedby': 'search-hint',
        on: { input: (event) => render(event.target.value.trim()) },
      }),
    ),
  );
}
