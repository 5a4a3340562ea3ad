/** Fills the places of a sentence: say('第 {number} 个', { number: 2 }). */
export function say(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => values[name]);
}
