/** One file of a tar archive; `executable` is its owner's x bit. */
export interface TarFile {
  /** Path inside the archive, `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

const block = 512;

/** Reads the plain files of a ustar archive (POSIX.1-1988); refuses paths that lead out of the folder it is unpacked to. */
export function* readTar(archive: Uint8Array): Generator<TarFile> {
  const text = (from: number, length: number) =>
    Buffer.from(archive.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/su, '');
  for (let at = 0; at + block <= archive.length; ) {
    const path = text(at, 100);
    if (path === '') return;
    const size = Number.parseInt(text(at + 124, 12), 8);
    const type = text(at + 156, 1);
    const start = at + block;
    // Type '0' or NUL is a plain file; folders are made as their files need them, anything else is not wanted.
    if (type === '0' || type === '') {
      if (path.split('/').includes('..') || path.startsWith('/'))
        throw new Error(`unsafe path in archive: ${path}`);
      const executable = (Number.parseInt(text(at + 100, 8), 8) & 0o100) !== 0;
      yield { path, bytes: archive.subarray(start, start + size), executable };
    }
    at = start + Math.ceil(size / block) * block;
  }
}
