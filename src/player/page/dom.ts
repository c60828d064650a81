/** What an element is made with: attributes, text or children, and what a click on it does. */
export interface Making {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (Node | string)[];
  readonly click?: () => void;
}

/** Makes an element. Text goes in as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  making: Making = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (making.class) element.className = making.class;
  if (making.text !== undefined) element.textContent = making.text;
  for (const [name, value] of Object.entries(making.attributes ?? {})) element.setAttribute(name, value);
  if (making.children) element.append(...making.children);
  if (making.click) element.addEventListener('click', making.click);
  return element;
}

/** Outlines of the icons, in a square of 24. */
const icons = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  overview: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  search: 'M16 10.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0zM14.5 14.5L20 20',
  presenter: 'M3 5h18v11H3zM12 16v4M8 20h8M7 9h6M7 12h4',
  fullScreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5',
  close: 'M6 6l12 12M18 6L6 18',
  larger: 'M4 18l5-12 5 12M6 14h6M16 9h6M19 6v6',
  smaller: 'M4 18l5-12 5 12M6 14h6M16 9h6',
  pointer: 'M12 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M12 3v4M12 17v4M3 12h4M17 12h4',
} as const;

/** The name of an icon. */
export type Icon = keyof typeof icons;

/** A button with an icon; its name is read out and shown on hovering. */
export function iconButton(icon: Icon, name: string, click: () => void): HTMLButtonElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', icons[icon]);
  svg.append(path);
  const attributes = { type: 'button', title: name, 'aria-label': name };
  return make('button', { class: 'bd-icon', attributes, children: [svg], click });
}
