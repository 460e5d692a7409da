/** Types of findings-table.mjs, which is JavaScript for the script that runs without a compiler. */
export const FINDINGS_FILE: string;
export const COMMAND: string;
export const FAMILIES: readonly (readonly [file: string, title: string])[];

export interface Entry {
  readonly severity: string;
  readonly outcome: string;
  readonly waivable?: true;
  readonly meaning: string;
  readonly message: (params: never) => string;
  readonly remedy: (params: never) => string;
}

export interface Family {
  readonly title: string;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** A sentence of the catalogue with «…» for every value. */
export function sample(sentence: (params: never) => string): string;
export function findingsTable(families: readonly Family[]): string;
