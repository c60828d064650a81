/**
 * Makes one element like another and leaves alone what is the same: pictures stay decoded, and nothing flashes. Children are
 * compared by their place, which is enough for slides: their shape is their template's.
 */
export function morph(from: Element, to: Element): void {
  matchAttributes(from, to);
  const wanted = [...to.childNodes];
  for (const [index, next] of wanted.entries()) {
    const current = from.childNodes[index];
    if (!current) from.append(next);
    else if (current instanceof Element && next instanceof Element && isAlike(current, next)) {
      if (!current.isEqualNode(next)) morph(current, next);
    } else if (current instanceof Text && next instanceof Text) {
      if (current.data !== next.data) current.data = next.data;
    } else current.replaceWith(next);
  }
  while (from.childNodes.length > wanted.length) from.lastChild?.remove();
}

function isAlike(one: Element, other: Element): boolean {
  return one.nodeName === other.nodeName && one.namespaceURI === other.namespaceURI;
}

function matchAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of [...to.attributes])
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}
