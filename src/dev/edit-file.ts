import type { Files } from '../effects/effects.js';
import type { EditedOutline } from '../outline/edited-outline.js';

/** What an edit of a file came to: its text before and after, or why nothing was written. */
export type FileEdit =
  | { readonly ok: true; readonly before: string; readonly after: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Edits a file by its text as it is on the disk at this moment. Where another program writes it in between, nothing is written.
 * Throws as `Files.read` and `Files.write` do: the old file stays as it was.
 */
export async function editFile(
  path: string,
  files: Pick<Files, 'read' | 'write'>,
  edit: (source: string) => EditedOutline,
): Promise<FileEdit> {
  const bytes = await files.read(path);
  const before = decode(bytes);
  if (before === null)
    return { ok: false, reason: 'The file is not in UTF-8: it can be edited in your editor only.' };
  const edited = edit(before);
  if (!edited.ok) return edited;
  if (edited.source === before) return { ok: true, before, after: before };
  const again = await files.read(path);
  if (Buffer.compare(again, bytes) !== 0)
    return { ok: false, reason: 'The file was saved by another program just now: repeat it.' };
  await files.write(path, new TextEncoder().encode(edited.source));
  return { ok: true, before, after: edited.source };
}

/** UTF-8 with its byte order mark kept; null for other bytes. */
function decode(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.compare(Buffer.from(text), bytes) === 0 ? text : null;
}
