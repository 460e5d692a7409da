/** The outside world as one argument: every read and write of the program goes through it, so that tests are a Map and builds are recorded. */

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** Paths are relative to the workspace root, with «/». */
export interface Host {
  /** Bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Entries of a directory by name; empty where there is none. */
  list(path: string): Promise<readonly DirectoryEntry[]>;
  /** Written beside and renamed, so that a reader never sees half a file. */
  write(path: string, bytes: Uint8Array): Promise<WriteResult>;
  remove(path: string): Promise<void>;
  /**
   * Adds to the end of a file what `addition` makes of its present bytes; nothing where that is empty. No other process
   * writes in between, a last line without its end is ended first, and what stood there stays on a kill or a full disk.
   */
  append(path: string, addition: (present: Uint8Array) => Uint8Array): Promise<WriteResult>;
  /** Today's date, ISO: the only door to the clock. */
  today(): string;
}

/** `locked`: the file is open in Word or Acrobat, which on Windows refuse the rename; or another process keeps appending to it. */
export type WriteResult = 'written' | 'locked';

/** The file after an append; shared so that every Host ends an unended last line alike. */
export function appended(present: Uint8Array, addition: Uint8Array): Uint8Array {
  const unended = present.length > 0 && present.at(-1) !== NEWLINE;
  const all = new Uint8Array(present.length + (unended ? 1 : 0) + addition.length);
  all.set(present);
  if (unended) all[present.length] = NEWLINE;
  all.set(addition, all.length - addition.length);
  return all;
}

const NEWLINE = 0x0a;
