export { type BuildHooks, build } from './build.js';
export type { BuildReport, BuildRequest, DeckReport, Format, OutputReport } from './build-types.js';
export { BriefdeckError, type ExitCode } from './diagnostics/briefdeck-error.js';
export type { Diagnostic, Severity } from './diagnostics/diagnostic.js';
export type { Effects, Files, Terminal } from './effects/effects.js';
export { nodeEffects } from './effects/node.js';
export { readOutline } from './outline/read-outline.js';
export type { PdfForm, PdfRequest } from './pdf-request.js';
