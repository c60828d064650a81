import { causeOf } from './causes.js';
import { addCutOut } from './cut-out.js';
import type { SlideDraft } from './draft.js';
import { fontBox } from './fonts.js';
import type { GeneratedBox } from './generated-box.js';
import { factsOf, type Place, paintKeys, styledRole, textKey } from './place.js';
import { turnIn } from './transform.js';

/** Puts a generated box and its text into the draft. */
export function emitGenerated(box: GeneratedBox, element: Element, place: Place, draft: SlideDraft): void {
  const turn = turnIn(box.generated.style, box.rect);
  const emit = () => emitUpright(box, element, place, draft);
  if (turn) draft.turned(turn, emit);
  else emit();
}

function emitUpright(
  { generated, rect, drawn, paragraph }: GeneratedBox,
  element: Element,
  place: Place,
  draft: SlideDraft,
): void {
  const { style, which } = generated;
  const field = paragraph?.lines[0]?.runs.some((run) => run.field) ?? false;
  const role = field ? 'slide-number' : (styledRole(style) ?? (paragraph ? place.role : 'decoration'));
  const facts = { ...factsOf(element, role), pointers: [] };
  const keys = paintKeys(style, null, place.key, draft);
  const cause = draft.isPictured ? null : causeOf(style);
  if (cause)
    addCutOut({ element, pseudo: which, style, rect, cause, alt: null, link: null }, facts, keys.own, draft);
  const visible = !cause && drawn && rect.width > 0 && rect.height > 0;
  const box = visible ? draft.addBox({ rect, ...drawn, decorative: true }, facts, keys.own) : null;
  if (!paragraph) return;
  draft.breakText();
  const holds = visible && (drawn.fill !== null || Object.values(drawn.borders).every(Boolean));
  const holder = { rect, box: holds ? box : null, cell: null };
  const raised = { ...paragraph, lineHeight: Math.max(paragraph.lineHeight, fontBox(style).ascent) };
  draft.addParagraph(raised, holder, place.clip.rect, facts, textKey(keys.context, draft));
  draft.breakText();
}
