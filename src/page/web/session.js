// What the citizen has told. It is kept in the window, until that is closed or the citizen clears it.

const KEY = 'minsheng';

const nothing = () => ({
  /** What was typed, by name of the fact, for all policies together: the same name means the same in each. */
  answers: {},
  /** The facts that were ever asked about, by name, as the service describes them. */
  known: {},
  /** The paths that the interview has asked about, in this order; and those of them that were passed over. */
  asked: [],
  skipped: [],
  /** The situations that could be chosen, each with its path and its sentence; and the paths of those that were. */
  offered: [],
  situations: [],
  /** What the service last told in the interview. */
  reply: null,
  /** The day that the interview asks about; and the day asked about with the form of a policy. */
  asOf: '',
  days: {},
});

export const session = Object.assign(nothing(), stored());

function stored() {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEY));
  } catch (e) {
    return null;
  }
}

/** Where the phone refuses to store, everything still works until the page is left. */
export function keep() {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch (e) {
    // Nothing to do: see above.
  }
}

export function forget() {
  Object.assign(session, nothing());
  keep();
}

/** Remembers how facts are asked about; a list comes before its fields. */
export function learn(facts) {
  facts.forEach((fact) => (session.known[fact.name] = fact));
}
