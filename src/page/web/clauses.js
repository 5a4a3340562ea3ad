// A clause as it is shown: where it stands, what it says, where to read it; and what rests on clauses.

import { policyLinks } from './cards.js';
import { element, fold } from './element.js';
import { say } from './say.js';
import { words } from './words.js';

/** `text` says to a screen reader what the clauses are about: there are many such folds. */
export function clauseFold(text, clauses) {
  return fold(
    element('span', null, words.clause, element('span', { class: 'unseen' }, text)),
    clauses.map(clauseBlock),
  );
}

/** What cannot be held together with a policy, each with the clause that says so; see `policyLinks`. */
export function exclusionLinks({ exclusions, clauses }, known, way) {
  const clauseOf = (id) => exclusions.find(({ policy }) => policy === id).clause;
  return policyLinks(
    exclusions.map(({ policy }) => policy),
    known,
    way,
    ({ id, nameZh }) => clauseFold(nameZh, [clauses.find((clause) => clause.id === clauseOf(id))]),
  );
}

export function clauseBlock(clause) {
  return element(
    'div',
    { class: 'clause' },
    element('p', { class: 'document' }, citation(clause)),
    clause.quote
      ? element('blockquote', null, clause.quote)
      : element('p', null, words.summary + clause.summary),
    clause.address ? element('p', { class: 'address' }, addressLine(clause.address)) : null,
  );
}

/** The document as it is cited: name, number, place in it. */
export function citation({ document: title, number, section: place }) {
  return [title, number, place].filter(Boolean).join(' ');
}

function addressLine(address) {
  return /^https?:\/\//.test(address)
    ? element(
        'a',
        { href: address, target: '_blank', rel: 'noopener noreferrer' },
        say(words.original, { host: new URL(address).host }),
      )
    : element('span', null, say(words.found, { place: address }));
}
