import { type Drawing, itemOf } from '../shapes/order.js';

/** The name of a drawn shape without text. */
export function nameOf(drawing: Drawing): string {
  const { name } = itemOf(drawing);
  return drawing.kind === 'box' && drawing.box.shape?.kind === 'preset' ? `${name} mark` : `${name} shape`;
}

/** The selection pane shows names: what it is, and how its text begins. */
export function labelled(name: string, text: string): string {
  const start = text.replace(/\s+/gu, ' ').trim();
  if (!start) return name;
  const characters = [...start];
  return `${name}: ${characters.length > 32 ? `${characters.slice(0, 31).join('')}…` : start}`;
}
