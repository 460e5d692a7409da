/** Thể thức that rests on what the agency declares: symbol, place, addressees and recipients, authority to sign (Nghị định 30/2020/NĐ-CP, Phụ lục I). What the writers lay out themselves cannot be wrong here. */
import type { OfficialDocument } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Agency } from './agency.js';
import { authorityFaults } from './check-authority.js';
import { checkTextForm } from './check-text-form.js';
import { inlineText } from '../document/walk.js';

export interface FormSubject {
  readonly document: OfficialDocument;
  readonly agency: Agency;
  /** «BC-TTHC». */
  readonly symbol?: string;
  /** Last day of the period, ISO. */
  readonly date: string;
}

export function checkForm(subject: FormSubject): readonly Finding[] {
  return [...checkSymbol(subject), ...checkPlace(subject), ...checkRecipients(subject), ...checkSignature(subject), ...checkValidity(subject), ...checkNumber(subject), ...checkTitle(subject), ...checkTextForm(subject.document, subject.agency.file)];
}

type Place = Finding['place'];

const at = ({ file }: Agency): Place => ({ in: 'file', file });

/** II.3: groups of capital letters joined by «-», nothing else; a công văn has no abbreviation of its type. */
function checkSymbol({ agency, symbol }: FormSubject): readonly Finding[] {
  if (symbol === undefined) return [];
  const faults = [
    ...(/\s/.test(symbol) ? ['có khoảng trắng'] : []),
    ...(symbol.includes('&') ? ['có dấu «&»'] : []),
    ...(/(^|-)CV(-|$)/.test(symbol) ? ['có chữ «CV»; công văn không ghi tên loại'] : []),
    ...(/^[A-ZĐ][A-Za-zĐđ0-9]*(-[A-ZĐ0-9]+)*$/.test(symbol.replace(/[\s&]/g, '')) ? [] : ['không phải các nhóm chữ in hoa nối bằng dấu gạch nối']),
  ];
  return faults.map((fault) => found('symbol-form', at(agency), { symbol, fault }, { seen: symbol }));
}

/** II.4: the official name of the administrative unit. */
function checkPlace({ agency }: FormSubject): readonly Finding[] {
  const { place } = agency;
  return /\b(TP|TX|TT|H|P|X)\.|^T\. /.test(place) ? [found('place-form', at(agency), { place }, { seen: place })] : [];
}

/** II.9: who is addressed receives it («Như trên»), the clerk keeps it («Lưu: VT»). */
function checkRecipients({ agency, document: { addressees, recipients, title } }: FormSubject): readonly Finding[] {
  const first = recipients[0] ?? '';
  const last = recipients.at(-1) ?? '';
  const faults = [
    ...(title.typeName === undefined && addressees.length === 0 ? ['công văn phải có Kính gửi'] : []),
    ...(addressees.length > 0 && !/^Như trên/.test(first) ? ['có Kính gửi nhưng dòng đầu không phải «Như trên»'] : []),
    ...(addressees.length === 0 && /^Như trên/.test(first) ? ['ghi «Như trên» nhưng văn bản không có Kính gửi'] : []),
    ...(/^Lưu: VT/.test(last) ? [] : ['dòng cuối phải là «Lưu: VT»']),
  ];
  return faults.map((fault) => found('recipients-form', at(agency), { fault }, { seen: recipients.join('; ') }));
}

/** Every form of signing of Điều 13 and Phụ lục I, II.7. */
function checkSignature({ agency, document: { letterhead, signature } }: FormSubject): readonly Finding[] {
  const authority = signature.authority.join(' / ');
  return authorityFaults(signature.authority, letterhead.issuer).map((fault) => found('signature-form', at(agency), { authority, fault }, { seen: authority }));
}

const NUMBER = /^Số: (?:0[1-9]|[1-9]\d+|\s+)\/[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ0-9&]+)+$/u;

/** II.3.c: «Số: 05/BC-TTHC», a 0 before numbers under 10, no blank but the room for a number to be given. Faults of the symbol, and that nobody knows it, are told as such. */
function checkNumber({ agency, symbol, document: { number } }: FormSubject): readonly Finding[] {
  if (symbol === undefined) return [];
  const seen = inlineText(number);
  const right = NUMBER.test(seen) || !/^[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ0-9]+)+$/.test(symbol);
  return right ? [] : [found('number-form', at(agency), { seen: seen.replace(/\s+/g, ' ') }, { seen })];
}

/** II.5: a công văn has «V/v» and no tên loại, every other document a tên loại in capitals and no «V/v». */
function checkTitle({ agency, symbol, document: { title } }: FormSubject): readonly Finding[] {
  const subject = inlineText(title.subject);
  const letter = title.typeName === undefined;
  const faults = [
    ...(letter && !/^V\/v \S/.test(subject) ? ['trích yếu công văn phải bắt đầu bằng «V/v»'] : []),
    ...(letter && /^(NQ|QĐ|CT|QC|QyĐ|TB|HD|CTr|KH|PA|BC|BB|TTr|CĐ|GM)-/.test(symbol ?? '') ? ['công văn không có tên loại trong ký hiệu'] : []),
    ...(!letter && /^V\/v/i.test(subject) ? ['văn bản có tên loại không ghi «V/v»'] : []),
    ...(/^CÔNG VĂN$/iu.test(title.typeName ?? '') ? ['công văn không ghi tên loại'] : []),
    ...(!letter && title.typeName !== title.typeName!.toLocaleUpperCase('vi') ? ['tên loại phải viết chữ in hoa'] : []),
  ];
  return faults.map((fault) => found('title-form', at(agency), { fault }, { seen: subject }));
}

/** A name past its dates is still printed, so that the document can be looked at; it must not go unnoticed. */
function checkValidity({ agency, date }: FormSubject): readonly Finding[] {
  const isValid = ({ from = '', to = '9999' }: { from?: string | undefined; to?: string | undefined }): boolean => from <= date && date <= to;
  const ended = (what: string, name: string): Finding => found('validity-ended', at(agency), { what, name, date: formatDate(date) }, { seen: name });
  return [
    ...(agency.identities.some(isValid) ? [] : [ended('Tên cơ quan', agency.identities.at(-1)!.name)]),
    ...(agency.signers.some(isValid) ? [] : [ended('Người ký', agency.signers.at(-1)!.name ?? agency.signers.at(-1)!.authority.join(' '))]),
  ];
}
