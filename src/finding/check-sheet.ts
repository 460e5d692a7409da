/** The check sheet (phiếu kiểm tra) as plain data: what was checked, what was found, who accepted what. Here because terminal and workbook print the same. */
import type { Finding } from './finding.js';
import type { Place } from './place.js';
import type { Waiver } from './waiver.js';

/** Two people answer for a document (Nghị định 30/2020/NĐ-CP, Điều 12): one for its content, one for its form. */
export type Half = 'content' | 'form';

export interface CheckSheet {
  /** Names of the agencies whose data were checked. */
  readonly agencies: readonly string[];
  readonly subjects: readonly CheckedSubject[];
  /** Sorted, the same as in `check --json`. */
  readonly findings: readonly Finding[];
  readonly halves: readonly HalfResult[];
  readonly sources: readonly CheckedSource[];
  readonly untraced: readonly UntracedFigure[];
  /** Last day of the latest period, ISO: the date of the file, which no clock may give. */
  readonly date: string;
}

/** A document, or the data of a period that no document uses yet. */
export interface CheckedSubject {
  readonly id: string;
  /** «Báo cáo … tháng 02 năm 2021». */
  readonly name: string;
  readonly kind: 'document' | 'period';
  readonly passed: boolean;
}

export interface HalfResult {
  readonly half: Half;
  /** «Phần 1. Nội dung». */
  readonly title: string;
  /** Who answers for it. */
  readonly duty: string;
  readonly rules: readonly RuleResult[];
  /** Waivers that hold: each covers one of the findings. */
  readonly waivers: readonly Waiver[];
}

export interface RuleResult {
  readonly title: string;
  /** waived: not kept, and a person accepted that · unchecked: something before it failed, so that finding nothing means nothing. */
  readonly result: 'passed' | 'waived' | 'found' | 'unchecked';
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly waived: number;
}

export interface CheckedSource {
  readonly path: string;
  readonly sha256: string;
}

/** A number in bare digits that the data do not hold. */
export interface UntracedFigure {
  readonly text: string;
  readonly place: Place;
  readonly context: string;
}
