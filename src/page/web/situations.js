// Situations that few are in, such as the death of a child: who is in one says so, and is asked about it.

import { element } from './element.js';
import { holderOf } from './facts.js';
import { keep, session } from './session.js';
import { nth } from './values.js';
import { words } from './words.js';

const ENTRY = /\[(\d+)\]\.(\w+)$/;

/**
 * Those to choose from before the interview goes on: of the entries that it has come to, and at its end all others.
 * None is offered twice.
 */
export function situationsToOffer({ question, situations }) {
  const fresh = situations.filter(({ path }) => !session.offered.some((one) => one.path === path));
  if (!question) {
    return fresh;
  }
  const [list, field] = question.fact.split('[]');
  return field ? fresh.filter(({ path }) => path.indexOf(list + '[') === 0) : [];
}

/** The part of the view of a step that chooses among situations; `save` keeps what is chosen now. */
export function situationChoices(paths) {
  const offered = session.offered.filter(({ path }) => paths.includes(path) && holderOf(session.answers, path));
  const chosen = session.situations.filter((path) => paths.includes(path));
  const groups = offered.reduce((all, one) => {
    const [, index] = ENTRY.exec(one.path) || [];
    const key = index === undefined ? '' : index;
    return Object.assign(all, { [key]: (all[key] || []).concat(one) });
  }, {});

  function option({ path, situationZh }) {
    return element(
      'label',
      { class: 'option' },
      element('input', {
        type: 'checkbox',
        value: path,
        checked: chosen.includes(path),
        on: { change: (event) => toggle(path, event.target.checked) },
      }),
      element('span', null, situationZh),
    );
  }

  function toggle(path, isChosen) {
    chosen.splice(0, chosen.length, ...chosen.filter((one) => one !== path).concat(isChosen ? path : []));
  }

  function save() {
    offered.filter(({ path }) => !chosen.includes(path)).forEach(({ path }) => forgetAnswer(path));
    session.situations = session.situations.filter((path) => !paths.includes(path)).concat(chosen);
    keep();
  }

  return {
    save,
    content: Object.keys(groups).map((index) =>
      element(
        'fieldset',
        { class: 'options' },
        element('legend', { class: index === '' ? 'unseen' : 'entry-title' }, index === '' ? words.situations : nth(Number(index))),
        groups[index].map(option),
      ),
    ),
  };
}

/** What was told about a situation goes when nobody is in it any more. */
function forgetAnswer(path) {
  const [, , field] = ENTRY.exec(path) || [null, null, path];
  if (session.situations.includes(path)) {
    delete holderOf(session.answers, path)[field];
    session.asked = session.asked.filter((one) => one !== path);
  }
}

/** The situations that were chosen, in words. */
export function chosenSituations() {
  return session.offered
    .filter(({ path }) => session.situations.includes(path) && holderOf(session.answers, path))
    .map(({ path, situationZh }) => {
      const [, index] = ENTRY.exec(path) || [];
      return index === undefined ? situationZh : nth(Number(index)) + situationZh;
    });
}
