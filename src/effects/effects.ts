/** What a path names: `other` is a device, a pipe or a socket. */
export type FileKind = 'file' | 'folder' | 'other' | 'missing';

/** Every touch of the disk. Paths are absolute or relative to `Effects.cwd`; failures throw `BriefdeckError` with exit code 4. */
export interface Files {
  kind(path: string): Promise<FileKind>;
  /** The bytes of an ordinary file; folders, devices, pipes and sockets are refused. */
  read(path: string): Promise<Uint8Array>;
  /** The bytes of a file as they stood at a git revision. */
  readAt(path: string, revision: string): Promise<Uint8Array>;
  /** Names in a folder, sorted; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The path with every symbolic link followed; null where nothing is there. */
  real(path: string): Promise<string | null>;
  /** Why `write` would refuse this path, as a part of a sentence ("it is a folder"); null where nothing speaks against it. */
  refusal(path: string): Promise<string | null>;
  /**
   * Writes beside the target and renames, so that the old file stays until the new one is whole. Makes missing folders, keeps
   * the permissions of the old file, and refuses a symbolic link: what it points at was not named.
   */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes an ordinary file. */
  remove(path: string): Promise<void>;
}

/** Tells when files change, however an editor writes them. */
export interface Watcher {
  /**
   * Watches these files and folders, in place of those before: a file by what it is, a folder by the names in it. They need not be
   * there yet. Paths are absolute or relative to `Effects.cwd`.
   */
  watch(paths: Iterable<string>): void;
  /** Ends; no handle and no timer is left. */
  close(): void;
}

/** Starts a watcher; `onChange` gets what changed, as it was named, once a burst of changes is over. */
export type StartWatcher = (onChange: (paths: readonly string[]) => void) => Watcher;

/** Keeps bytes between runs, and may lose them at any time. */
export interface Cache {
  /** What was put under a name, 64 hexadecimal digits; null where there is nothing. */
  get(name: string): Promise<Uint8Array | null>;
  /** Keeps bytes as far as that is possible; never throws. */
  put(name: string, bytes: Uint8Array): Promise<void>;
}

/** Where words for people go. */
export interface Terminal {
  /** Writes to standard output: results alone. */
  out(text: string): void;
  /** Writes to standard error: everything said to people. Control characters but line ends, tabs and colours are replaced. */
  err(text: string): void;
  /** Shows one line that the next one replaces; does nothing where standard error is no terminal. */
  progress(line: string | null): void;
  /** Whether `err` may use colours: NO_COLOR and FORCE_COLOR decide, else whether standard error is a terminal. */
  readonly colour: boolean;
}

/** All that briefdeck may touch outside its own values. Only `build.ts` and `cli/` make the real one. */
export interface Effects {
  readonly files: Files;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  readonly cwd: string;
  /** Processors that this process may use. */
  readonly cores: number;
  /** The folder of briefdeck's own package: `templates/`, `dist/page/` and `node_modules` are found from here. */
  readonly packageRoot: string;
}
