// Values of the service in Chinese: amounts with units, days, months, places, choices.

import { words } from './words.js';

const UNITS = {
  yuan: '元',
  person: '人',
  child: '孩',
  household: '户',
  unit: '单位',
  hours: '小时',
  day: '天',
  days: '天',
  month: '月',
  months: '个月',
  'child-months': '人月',
  year: '年',
  years: '年',
  'school year': '学年',
  tests: '次',
  claims: '次',
  'm²': '平方米',
};

const unitName = (part) => UNITS[part] || part;

/** “yuan/person/month” as what stands behind a number that is typed: 元/人/月. */
export function unitText(unit) {
  return unit.split('/').map(unitName).join('/');
}

/** “yuan/person/month” as it is said: 每人每月 … 元. */
export function amountParts(number, unit) {
  const [first, ...per] = (unit || '').split('/');
  if (first === 'ratio') {
    return { per: '', number: String(Number((number * 100).toPrecision(12))), unit: '%' };
  }
  return {
    per: per.map((part) => '每' + unitName(part)).join(''),
    number: number.toLocaleString('zh-CN', { useGrouping: number >= 10000, maximumFractionDigits: 6 }),
    unit: unitName(first),
  };
}

export function dayText(day) {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月` + (date ? `${date}日` : '');
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
    const { per, number, unit } = amountParts(value, kind.unit);
    return [per, number, unit].filter(Boolean).join(' ');
  }
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) {
    return dayText(value);
  }
  const choice = (kind.allowed || []).find((one) => one.value === value);
  if (choice) {
    return choice.zh || choice.meaning;
  }
  return /^(list of )?division/.test(kind.type) ? divisionText(value, divisions) : value;
}

function divisionText(code, { city, divisions }) {
  const division = divisions.find((one) => one.code === code);
  return division ? division.zh : words.outside(city.zh);
}
