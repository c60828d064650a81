import type { Diagnostic, Severity } from './diagnostic.js';

/** A row of the table of findings. */
interface CodeRow {
  readonly severity: Severity;
  /** Errors of form and lost content keep the outputs of that deck from being written; rules and layout do not. */
  readonly blocks: boolean;
  readonly title: string;
}

/** Every finding that briefdeck can make. */
export const codes = {
  'FILE-1': { severity: 'error', blocks: true, title: 'A file could not be read or written' },
  'LIMIT-1': { severity: 'error', blocks: true, title: 'Beyond a limit of time, memory or size' },
  'DRAW-1': { severity: 'error', blocks: true, title: 'The deck cannot be drawn as asked' },
  'BROWSER-1': { severity: 'error', blocks: true, title: 'No usable browser' },
  'YAML-1': { severity: 'error', blocks: true, title: 'The file is no text that can be read' },
  'YAML-2': { severity: 'error', blocks: true, title: 'The YAML is not well formed' },
  'YAML-3': { severity: 'error', blocks: true, title: 'The YAML goes beyond a limit' },
  'SCHEMA-1': { severity: 'error', blocks: true, title: 'Unknown field' },
  'SCHEMA-2': { severity: 'error', blocks: true, title: 'Wrong value' },
  'SCHEMA-3': { severity: 'error', blocks: true, title: 'Missing field' },
  'SCHEMA-4': { severity: 'error', blocks: true, title: 'Unknown slide kind' },
  'SCHEMA-5': { severity: 'error', blocks: true, title: 'Fields that do not agree' },
  'ID-1': { severity: 'error', blocks: true, title: 'Unknown id' },
  'ID-2': { severity: 'error', blocks: true, title: 'The same id twice' },
  'LANG-1': { severity: 'info', blocks: false, title: 'No language given' },
  'THEME-1': { severity: 'error', blocks: true, title: 'Unknown theme' },
  'THEME-2': { severity: 'error', blocks: true, title: 'Unknown palette' },
  'THEME-3': { severity: 'error', blocks: true, title: 'The theme cannot be used' },
  'TEMPLATE-1': { severity: 'error', blocks: true, title: 'No template' },
  'TEMPLATE-2': { severity: 'error', blocks: true, title: 'The template cannot be used' },
  'TEMPLATE-3': { severity: 'error', blocks: true, title: 'The template uses a missing field' },
  'ASSET-1': { severity: 'error', blocks: true, title: 'Missing picture' },
  'ASSET-2': { severity: 'error', blocks: true, title: 'Picture outside the folder' },
  'ASSET-3': { severity: 'error', blocks: true, title: 'Picture on a network' },
  'ASSET-4': { severity: 'error', blocks: true, title: 'No picture' },
  'ASSET-5': { severity: 'error', blocks: true, title: 'Picture too large' },
  'MARK-1': { severity: 'error', blocks: true, title: 'A marking lower than what it covers' },
  'MARK-2': { severity: 'error', blocks: true, title: 'Unknown portion mark' },
  'AUD-1': { severity: 'info', blocks: false, title: 'Left out of this copy' },
  'AUD-2': { severity: 'error', blocks: true, title: 'Unknown audience' },
  'AUD-3': { severity: 'info', blocks: false, title: 'A copy for some readers only' },
  'CHG-1': { severity: 'error', blocks: false, title: 'A later edition that says nothing of changes' },
  'CHG-2': { severity: 'warning', blocks: false, title: 'A judgement that moved and is not named' },
  'CHG-3': { severity: 'warning', blocks: false, title: 'The previous edition cannot be read' },
  'A11Y-2': { severity: 'error', blocks: false, title: 'Text that stands out too little from its ground' },
  'A11Y-3': { severity: 'error', blocks: false, title: 'Text under the smallest size' },
  'HDL-2': { severity: 'warning', blocks: false, title: 'A headline of more than two lines' },
  'LAYOUT-1': { severity: 'info', blocks: false, title: 'A short word alone on a line' },
  'LAYOUT-2': { severity: 'warning', blocks: false, title: 'A picture with too few pixels' },
  'FIT-1': { severity: 'error', blocks: false, title: 'Text beyond its box' },
  'FIT-2': { severity: 'error', blocks: false, title: 'Text that must not shrink does not fit' },
  'FIT-3': { severity: 'info', blocks: false, title: 'Text that goes on on further slides' },
  'FONT-1': { severity: 'warning', blocks: false, title: 'Characters without a font' },
  'FONT-2': { severity: 'warning', blocks: false, title: 'Another font in place of one' },
  'FONT-3': { severity: 'info', blocks: false, title: 'A font that readers of the PPTX may lack' },
  'LOSS-1': { severity: 'error', blocks: true, title: 'Content that an output lacks' },
  'LOSS-2': { severity: 'warning', blocks: false, title: 'A link or a description that an output lacks' },
  'NOTES-1': { severity: 'info', blocks: false, title: 'Notes left out' },
  'PDF-1': { severity: 'warning', blocks: false, title: 'A form that this deck cannot have' },
  'PPTX-1': { severity: 'info', blocks: false, title: 'Elements that are pictures in a PPTX' },
  'PPTX-10': { severity: 'error', blocks: true, title: 'The PPTX template cannot be used' },
  'PPTX-11': { severity: 'error', blocks: true, title: 'The mapping of layouts cannot be used' },
  'PPTX-12': { severity: 'warning', blocks: false, title: 'A layout of the template lacks a placeholder' },
  'PPTX-13': { severity: 'warning', blocks: false, title: 'The template’s slides have another shape' },
  'PPTX-14': { severity: 'warning', blocks: false, title: 'A mark of the template lies behind something' },
  'PPTX-15': {
    severity: 'info',
    blocks: false,
    title: 'The template’s fonts are not those that were measured',
  },
  'PPTX-16': { severity: 'info', blocks: false, title: 'Parts of the template that are left out' },
} as const satisfies Record<string, CodeRow>;

/** The code of a finding. */
export type Code = keyof typeof codes;

/** Makes a finding; what is not given is null, the severity is the table's. */
export function diagnostic(
  code: Code,
  message: string,
  place: Partial<Omit<Diagnostic, 'code' | 'message'>> = {},
): Diagnostic {
  const nowhere = { pointer: null, file: null, line: null, column: null, hint: null };
  return { code, severity: codes[code].severity, message, ...nowhere, ...place };
}

/** Whether a finding keeps outputs from being written. */
export function blocks(finding: Diagnostic): boolean {
  return Object.entries(codes).some(
    ([code, row]) => code === finding.code && row.blocks && finding.severity === 'error',
  );
}
