/** What a check looks at: one table and what its document needs of it. */
import type { DerivedTable } from '../statistics/derive.js';
import type { Unit } from '../statistics/unit-list.js';

export interface CheckSubject {
  readonly table: DerivedTable;
  readonly units: readonly Unit[];
  /** Last day of the period: names are read as valid then. */
  readonly date: string;
  /** Codes the document needs of a table of single figures. */
  readonly codes: readonly string[];
  /** Codes whose remark must name as many units as the figure counts. */
  readonly named: readonly string[];
}
