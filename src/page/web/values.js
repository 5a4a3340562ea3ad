// Values of the service in Chinese: amounts with units, days, months, places, choices.

import { say } from './say.js';
import { words } from './words.js';

const unitName = (part) => words.units[part] || part;

/** “yuan/person/month” as what stands behind a number that is typed: 元/人/月. */
export function unitText(unit) {
  return unit.split('/').map(unitName).join('/');
}

/** A number with its unit in one line: 每月 800 元. */
export function amountText(number, unit) {
  const parts = amountParts(number, unit);
  return [parts.per, parts.number, parts.unit].filter(Boolean).join(' ');
}

/** “yuan/person/month” as it is said: 每人每月 … 元. */
export function amountParts(number, unit) {
  const [first, ...per] = (unit || '').split('/');
  if (first === 'ratio') {
    return { per: '', number: String(Number((number * 100).toPrecision(12))), unit: '%' };
  }
  return {
    per: per.map((part) => say(words.per, { unit: unitName(part) })).join(''),
    number: number.toLocaleString('zh-CN', { useGrouping: number >= 10000, maximumFractionDigits: 6 }),
    unit: unitName(first),
  };
}

/** 第 2 个: an entry of a list, by its place from 0 on. */
export function nth(index) {
  return say(words.nth, { number: index + 1 });
}

/** children[1] as 第 2 个 before what is said of it. */
export function ofEntry(entry, text) {
  const [, index] = /\[(\d+)\]/.exec(entry || '') || [];
  return index === undefined ? text : say(words.labelled, { label: nth(Number(index)), text });
}

/** A day, a month or a year. */
export function dayText(day) {
  const [year, month, date] = day.split('-').map(Number);
  const form = date ? words.dayInFull : month ? words.monthInFull : words.yearInFull;
  return say(form, { year, month, date });
}

/** Any value of a fact, a parameter or a result in words. `kind` has its type and, where there are, unit and allowed values. */
export function valueText(value, kind, divisions) {
  if (Array.isArray(value)) {
    return value.map((one) => valueText(one, kind, divisions)).join('、');
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  if (typeof value === 'number') {
    return amountText(value, kind.unit);
  }
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) {
    return dayText(value);
  }
  const choice = (kind.allowed || []).find((one) => one.value === value);
  if (choice) {
    return choice.zh;
  }
  return /^(list of )?division/.test(kind.type) ? divisionText(value, divisions) : value;
}

function divisionText(code, { city, divisions }) {
  const division = divisions.find((one) => one.code === code);
  return division ? division.zh : outsideText(city);
}

/** 不在哈尔滨: how a place beyond the city is called. */
export function outsideText(city) {
  return say(words.outside, { city: city.zh.replace(/市$/, '') });
}

/** An amount of yuan without its unit: 1440 or 18,000. */
export function yuanText(yuan) {
  return amountParts(yuan, 'yuan').number;
}
