// Larger type at one tap.

import { words } from './words.js';

/** Larger type is a matter of the eyes, not of the household: it stays on the device. */
export function offerLargeType(button) {
  const root = document.documentElement;
  const set = (isLarge) => {
    root.classList.toggle('elder', isLarge);
    button.setAttribute('aria-pressed', String(isLarge));
  };
  button.textContent = words.bigger;
  button.hidden = false;
  try {
    set(window.localStorage.getItem('elder') === 'true');
  } catch (e) {
    set(false);
  }
  button.addEventListener('click', () => {
    const isLarge = !root.classList.contains('elder');
    set(isLarge);
    try {
      window.localStorage.setItem('elder', String(isLarge));
    } catch (e) {
      // Not kept then, but large for now.
    }
  });
}
