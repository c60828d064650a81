import { make } from '../../player/page/dom.js';
import type { PageAnswer, WrittenText } from '../protocol.js';
import { type Choice, choose, refuse } from './choose-text.js';
import { showConflict } from './conflict.js';
import { ask } from './connection.js';
import { type Slot, slotOf } from './slides.js';
import { note } from './source.js';
import { layOver, lookLike, type Sheet, type TextField, textField } from './text-editor.js';
import { blocksOf, focusBlock, pointersOf } from './texts.js';

/** The text that is being edited. */
interface Editing {
  readonly slot: Slot;
  readonly sheet: Sheet;
  readonly field: TextField;
  /** As the file has it, as far as the user has seen. */
  text: WrittenText;
  /** The pointer as the slide has it, which may be of a whole statement. */
  shown: string;
  outline: string;
  state: 'open' | 'saving' | 'saved';
}

let editing: Editing | null = null;
/** How often the deck was drawn. */
let drawn = 0;

/** How long a text that was saved waits to be drawn before its field goes, in ms. */
const patience = 1500;

/** Whether words of the user are in a field that are nowhere else. */
export function hasWords(): boolean {
  return editing !== null && isChanged(editing);
}

/** Edits a text of a block in place. */
export async function editBlock(slot: Slot, block: Element): Promise<void> {
  if (editing && (isChanged(editing) || editing.state !== 'open')) {
    editing.field.show('Save these words or cancel them first.');
    return editing.field.area.focus();
  }
  if (editing) close();
  const pointers = pointersOf(block);
  const answers = await Promise.all(pointers.map((pointer) => ask({ kind: 'text', pointer })));
  const texts = answers.flatMap((answer, index): readonly Choice[] =>
    answer.ok && answer.text ? [{ text: answer.text, shown: pointers[index] ?? '' }] : [],
  );
  const [first, ...others] = texts;
  const [refusal] = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
  if (editing || !block.isConnected) return;
  if (!first) return refuse(slot, block, refusal ?? 'This is not written in the outline.');
  if (others.length === 0) return open(slot, block, first.text, first.shown);
  choose(slot, block, texts, ({ text, shown }) => open(slot, block, text, shown));
}

function open(slot: Slot, block: Element, text: WrittenText, shown: string): void {
  const field = textField(text, () => void save(), cancel);
  const sheet = layOver(slot, block, field.parts);
  lookLike(field.area, block, slot);
  editing = { slot, sheet, field, text, shown, outline: slot.row.dataset.outline ?? '', state: 'open' };
  field.area.focus({ preventScroll: true });
  field.area.select();
  sheet.element.scrollIntoView({ block: 'nearest' });
}

async function save(): Promise<void> {
  const mine = editing;
  if (mine?.state !== 'open') return;
  const now = mine.field.words();
  if (!isChanged(mine)) return close();
  const before = drawn;
  mine.state = 'saving';
  mine.field.area.readOnly = true;
  const { pointer, text: was } = mine.text;
  const answer = await ask({ kind: 'edit', version: 0, edit: { what: 'text', pointer, was, now } });
  if (answer.ok) {
    mine.state = 'saved';
    // The field stays until the slide shows its words, so that the old ones do not flash up.
    if (drawn !== before || answer.edited?.place === null) close();
    else setTimeout(() => editing === mine && close(), patience);
    return;
  }
  mine.state = 'open';
  mine.field.area.readOnly = false;
  showRefusal(mine, answer);
  mine.field.area.focus();
}

function showRefusal(mine: Editing, answer: Extract<PageAnswer, { ok: false }>): void {
  const { there, reason } = answer;
  if (there === undefined || there === mine.text.text) mine.field.show(reason);
  else {
    const agree = () => {
      mine.text = { ...mine.text, text: there };
      mine.field.show();
    };
    showConflict(mine.field, there, agree, () => void save());
  }
}

function isChanged({ field, text }: Editing): boolean {
  return field.words() !== text.text;
}

function cancel(): void {
  if (editing?.state !== 'open') return;
  const words = editing.field.words();
  if (isChanged(editing)) note([make('p', { text: 'Not saved:' }), make('pre', { text: words })]);
  close();
}

function close(): void {
  if (!editing) return;
  const { sheet, slot, shown } = editing;
  editing = null;
  sheet.remove();
  sheet.element.remove();
  const block = blocksOf(slot).find((each) => pointersOf(each).includes(shown));
  if (slotOf(slot.id)) focusBlock(block);
}

/** Keeps the field with its text when the deck was drawn anew, and says when the file says something else there by now. */
export function followDeck(): void {
  drawn += 1;
  if (!editing) return;
  const { slot, sheet, field, outline } = editing;
  const now = slot.row.dataset.outline ?? '';
  const moved = (pointer: string) =>
    pointer.startsWith(`/slides/${outline}/`)
      ? `/slides/${now}/${pointer.slice(`/slides/${outline}/`.length)}`
      : pointer;
  editing.shown = moved(editing.shown);
  editing.text = { ...editing.text, pointer: moved(editing.text.pointer) };
  editing.outline = now;
  if (editing.state === 'saved') return void close();
  if (!slotOf(slot.id)) return void setAdrift(editing);
  const { shown } = editing;
  const block = blocksOf(slot).find((each) => pointersOf(each).includes(shown));
  if (block) sheet.place(block);
  if (document.activeElement === document.body) field.area.focus({ preventScroll: true });
  void compare(editing);
}

/** The slide went; the words stay. */
function setAdrift({ sheet, field }: Editing): void {
  sheet.element.removeAttribute('style');
  sheet.element.classList.add('dv-adrift');
  if (sheet.element.parentElement !== document.body) document.body.append(sheet.element);
  field.show('This slide is no longer in the deck. Copy your words before you cancel.');
}

async function compare(mine: Editing): Promise<void> {
  const answer = await ask({ kind: 'text', pointer: mine.text.pointer });
  if (editing !== mine || mine.state !== 'open') return;
  if (!answer.ok) return showRefusal(mine, answer);
  const { text } = answer;
  if (!text) return;
  mine.field.showPlace(text.place);
  if (text.text === mine.text.text) mine.field.show();
  else showRefusal(mine, { ok: false, reason: '', there: text.text });
}
