/**
 * Builds one element. Attributes that are null or false are left out, `on` holds the listeners by event name.
 * Children are elements, texts or lists of these. Text goes in as text: nothing the API says is read as markup.
 */
export function element(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for an element of a drawing. */
export function shape(tag, attributes, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(made, attributes, children) {
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  });
  append(made, children);
  return made;
}

export function replaceContent(parent, ...children) {
  while (parent.firstChild) {
    parent.removeChild(parent.firstChild);
  }
  append(parent, children);
}

function append(parent, child) {
  if (Array.isArray(child)) {
    child.forEach((one) => append(parent, one));
  } else if (child !== null && child !== undefined) {
    parent.appendChild(typeof child === 'object' ? child : document.createTextNode(child));
  }
}

/** A part that is closed until it is asked for. */
export function fold(title, ...content) {
  return element('details', { class: 'fold' }, element('summary', null, title), content);
}
