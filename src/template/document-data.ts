/** What a document is composed from: its manifest, the agency, the tables and written parts of the period; and the figures a template names. */
import type { DerivedTable } from '../statistics/derive.js';
import type { Quantity } from '../statistics/dataset.js';
import type { Form } from '../statistics/form.js';
import type { Period, ReportingCalendar } from '../statistics/period.js';
import { validOn, type Agency, type AgencyIdentity } from './agency.js';
import type { FigureFormat, Manifest } from './manifest.js';
import type { NamedDocument, NumberAndDate } from './number-and-date.js';
import type { Unit } from '../statistics/unit-list.js';
import type { TaskBlock } from './task-block.js';
import type { Registers } from './registers.js';
import type { RemediedDocument } from './remedied-document.js';
import type { WrittenParagraph } from './written.js';

/** A figure of the template's vocabulary; without quantity where the data do not have it. */
export interface NamedFigure {
  readonly name: string;
  readonly quantity: Quantity | undefined;
  readonly format: FigureFormat;
  /** Decimals where they are not those of the format. */
  readonly decimals?: number;
  /** The remark («Ghi chú») beside a single figure. */
  readonly remark?: string;
  /** A word of caution that belongs to a comparison with this figure. */
  readonly caution?: string;
}

export interface DocumentData {
  readonly manifest: Manifest;
  readonly forms: ReadonlyMap<string, Form>;
  readonly agency: Agency;
  readonly identity: AgencyIdentity;
  readonly period: Period;
  readonly dates: { readonly from: string; readonly to: string };
  /** Cut-off of the main table's figures: of another agency where that one holds them. */
  readonly calendar: ReportingCalendar;
  readonly tables: Readonly<Record<string, DerivedTable | undefined>>;
  readonly written: readonly WrittenParagraph[];
  /** Slots of the other documents that are made from the same folder. */
  readonly otherSlots: ReadonlySet<string>;
  /** Stock of task blocks by id. */
  readonly stock: ReadonlyMap<string, TaskBlock>;
  /** The unit this document is for, where there is one for each. */
  readonly unit?: Unit;
  /** The issued document that this one replaces or puts right. */
  readonly remedied?: RemediedDocument;
  /** Folder of the period, the place of what is missing. */
  readonly folder: string;
  /** Given at issue; blank without. */
  readonly issue?: NumberAndDate;
  /** A document of this agency, or of one whose figures are used, that stands for the same period; undefined where there is none of that id. */
  readonly cite?: (document: string) => NamedDocument | undefined;
  /** Acts and names by date; none where the workspace has no registers. */
  readonly registers?: Registers;
}

/** Identity of the agency on a day. */
export function identityOn(agency: Agency, date: string): AgencyIdentity {
  return validOn(agency.identities, date);
}
