// From the facts of a policy to questions, and from what was typed back to the facts of a request.
// A path names one answer as the service does in missingFacts: householdSize, children[1].birthDate.

/** Facts that the service never asks for by itself … */
const RARE = /^(optional|only)\b/;

/** … and facts that count only beside another one. */
const BESIDE = /^when (\w+) is given\b/;

const PATH = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/;

/** The questions about facts, in their order; the fields of a list are questions inside the question of the list. */
export function questionsOf(facts) {
  const questions = [];
  facts.forEach((fact) => {
    const [name, field] = fact.name.split('[].');
    const siblings = field ? questions.find((one) => one.name === name).fields : questions;
    siblings.push({ fact, name: field || name, rare: isRare(fact, facts), fields: [] });
  });
  return questions;
}

function isRare({ name, needed }, facts) {
  const [, other] = BESIDE.exec(needed) || [];
  const otherName = name.replace(/\w+$/, other);
  return RARE.test(needed) || facts.some((one) => one.name === otherName && RARE.test(one.needed));
}

/** A share is asked for in percent: nobody thinks of a tax rate as 0.1. */
export function isShare(fact) {
  return fact.type === 'number' && fact.range === '0–1';
}

/** The question at a path, and the place in its list (null outside of lists). */
export function questionAt(questions, path) {
  const [, name, index, field] = PATH.exec(path) || [];
  const question = questions.find((one) => one.name === name);
  const found = question && field ? question.fields.find((one) => one.name === field) : question;
  return found ? { question: found, index: index === undefined ? null : Number(index) } : null;
}

/** What holds the answer at a path: all answers, or the entry of a list; null when there is no such entry. */
export function holderOf(answers, path) {
  const [, name, index, field] = PATH.exec(path);
  return field ? (answers[name] || [])[Number(index)] || null : answers;
}

/** A list with so many entries: those that are there stay, from the first on. */
export function resized(list, length) {
  return Array.from({ length }, (none, index) => (list || [])[index] || {});
}

/** A JSON pointer of a problem document as a path. */
export function pathOf(pointer) {
  return pointer
    .replace(/^\/(facts\/)?/, '')
    .replace(/\/(\d+)/g, '[$1]')
    .replace(/\//g, '.');
}

/** What is not answered is left out, so that the service can tell unknown from no. */
export function factsFrom(questions, answers) {
  const faults = [];
  const facts = read(questions, answers, '', faults);
  return { facts, faults };
}

function read(questions, answers, prefix, faults) {
  const facts = {};
  questions.forEach((question) => {
    const { fact, name, fields } = question;
    const answer = answers[name];
    const path = prefix + name;
    if (answer === undefined || answer === '') {
      return;
    }
    if (fact.type === 'list of objects') {
      facts[name] = answer.map((entry, index) => read(fields, entry, `${path}[${index}].`, faults));
    } else if (fact.type === 'boolean') {
      facts[name] = answer === 'true';
    } else if (fact.type === 'integer' || fact.type === 'number') {
      const number = numberFrom(answer, fact.type);
      if (number === null) {
        faults.push({ path, code: fact.type });
      } else {
        // Twelve digits: without the tail that binary division leaves (0.7 / 100).
        facts[name] = isShare(fact) ? Number((number / 100).toPrecision(12)) : number;
      }
    } else if (fact.type === 'date' || fact.type === 'month') {
      const day = dayFrom(answer, fact.type);
      if (day === null) {
        faults.push({ path, code: fact.type });
      } else {
        facts[name] = day;
      }
    } else {
      facts[name] = answer;
    }
  });
  return facts;
}

/** Where there is no native control for dates, they are typed: 2020-5-1, 2020年5月1日, 20200501. */
export function dayFrom(answer, type) {
  const plain = answer.normalize('NFKC').trim();
  const pattern =
    type === 'date'
      ? /^(\d{4})\D?(\d{2})\D?(\d{2})\D?$|^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/
      : /^(\d{4})\D?(\d{2})\D?$|^(\d{4})\D(\d{1,2})\D?$/;
  const found = pattern.exec(plain);
  return (
    found &&
    found
      .slice(1)
      .filter(Boolean)
      .map((part) => (part.length === 1 ? '0' + part : part))
      .join('-')
  );
}

/** Full-width digits and separators are how Chinese keyboards write numbers. */
function numberFrom(answer, type) {
  const plain = answer.normalize('NFKC').replace(/[,\s]/g, '');
  const pattern = type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+)?$/;
  return pattern.test(plain) ? Number(plain) : null;
}
