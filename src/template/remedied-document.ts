/** What a draft says of the issued document that it replaces or puts right: facts of the ledger and of the sealed files. Types only, because compose, helpers and the pipeline that gathers them share it. */
import type { PrintedFigure } from './trace.js';

export interface RemediedDocument {
  /** «Báo cáo», «Công văn». */
  readonly kind: string;
  /** «15/BC-TTHC». */
  readonly symbol: string;
  /** ISO date. */
  readonly issuedOn: string;
  /** Its trích yếu, without «V/v». */
  readonly subject: string;
  /** Ô 9a and 9b of the draft: who got the issued document gets this one (Nghị định 30/2020/NĐ-CP, Điều 18). */
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  /** Of the corrections that moved its figures, each once; none where the sources were changed without the ledger. */
  readonly reasons: readonly string[];
  /** Acts and letters they rest on. */
  readonly bases: readonly string[];
  readonly figures: readonly ChangedFigure[];
  readonly text: readonly ChangedText[];
}

/** One quantity that is printed otherwise, however often it stands in the document. */
export interface ChangedFigure {
  /** Names of its row and column, or the words it stands among. */
  readonly name: string;
  /** Where it is printed: «Phụ lục I», «mục 1. …». */
  readonly places: readonly string[];
  /** undefined where the issued document does not print it. */
  readonly before: PrintedFigure | undefined;
  /** undefined where the draft does not print it. */
  readonly after: PrintedFigure | undefined;
  /** A figure of a source, not computed from others. */
  readonly isSource: boolean;
  /** Of the corrections it rests on. */
  readonly reasons: readonly string[];
  /** Computed from these figures of sources, by their place in the list. */
  readonly from: readonly number[];
}

/** Words as printed, with the figures among them. */
export type Said = readonly (string | PrintedFigure)[];

/** Words that read otherwise; empty where they were put in or left out. */
export interface ChangedText {
  /** Component, section, paragraph: «Phần nội dung, mục 2, đoạn 1». */
  readonly place: string;
  readonly before: Said;
  readonly after: Said;
}
