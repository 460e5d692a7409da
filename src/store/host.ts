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
}

/** `locked`: the file is open in Word or Acrobat, which on Windows refuse the rename. */
export type WriteResult = 'written' | 'locked';
