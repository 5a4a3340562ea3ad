// The pieces that a view is laid out with, each null where there is nothing to say.

import { element } from './element.js';

/** A card under a heading. */
export function section(title, ...content) {
  return content.some(Boolean)
    ? element('section', { class: 'card' }, element('h2', null, title), content)
    : null;
}

export function paragraph(content) {
  return content ? element('p', null, content) : null;
}

/** Texts of policies, one below the other. */
export function list(texts) {
  return texts.length > 0 ? element('ul', null, texts.map(item)) : null;
}

export function item(content) {
  return element('li', null, content);
}

/**
 * Links to policies, as far as they are among `known`; `way` gives the address for an id, `beside` what stands beside
 * the link.
 */
export function policyLinks(ids, known, way, beside = () => null) {
  const named = ids.map((id) => known.find((one) => one.id === id)).filter(Boolean);
  return named.length === 0
    ? null
    : element(
        'ul',
        { class: 'links' },
        named.map((one) => item([element('a', { href: way(one.id) }, one.nameZh), beside(one)])),
      );
}
