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
  /**
   * Names the present state of a file: while it stays the same, so do the bytes. undefined where there is no file, or where it
   * changed so short a time ago that a second change could leave the name as it is: then the bytes have to be read.
   */
  stamp(path: string): Promise<string | undefined>;
  /** Keeps other runs out, on this machine and on others that share the disk, until it is released or its process has died; the path ends in «.lock». */
  lock(path: string): Promise<Lock>;
  /** Today's date, ISO: the only door to the clock. */
  today(): string;
}

/** `takenOver`: the last holder was killed. */
export type Lock = { readonly kind: 'held'; readonly takenOver: boolean; release(): Promise<void> } | { readonly kind: 'busy'; readonly holder: LockHolder };

/** Who holds a lock; empty texts where the lock file does not tell. */
export interface LockHolder {
  readonly user: string;
  readonly machine: string;
  readonly process: string;
  /** `YYYY-MM-DDTHH:mm` on the clock of that machine. */
  readonly since: string;
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
