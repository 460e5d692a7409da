/** Thể thức that rests on what the agency declares: symbol, place, addressees and recipients, authority to sign (Nghị định 30/2020/NĐ-CP, Phụ lục I). What the writers lay out themselves cannot be wrong here. */
import type { OfficialDocument } from '../document/tree.js';
import { found } from '../finding/catalog.js';
import type { Finding } from '../finding/finding.js';
import { formatDate } from '../statistics/format-figure.js';
import type { Agency } from './agency.js';

export interface FormSubject {
  readonly document: OfficialDocument;
  readonly agency: Agency;
  /** «BC-TTHC». */
  readonly symbol?: string;
  /** Last day of the period, ISO. */
  readonly date: string;
}

export function checkForm(subject: FormSubject): readonly Finding[] {
  return [...checkSymbol(subject), ...checkPlace(subject), ...checkRecipients(subject), ...checkSignature(subject), ...checkValidity(subject)];
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
function checkRecipients({ agency, document: { addressees, recipients } }: FormSubject): readonly Finding[] {
  const first = recipients[0] ?? '';
  const last = recipients.at(-1) ?? '';
  const faults = [
    ...(addressees.length > 0 && !/^Như trên/.test(first) ? ['có Kính gửi nhưng dòng đầu không phải «Như trên»'] : []),
    ...(addressees.length === 0 && /^Như trên/.test(first) ? ['ghi «Như trên» nhưng văn bản không có Kính gửi'] : []),
    ...(/^Lưu: VT/.test(last) ? [] : ['dòng cuối phải là «Lưu: VT»']),
  ];
  return faults.map((fault) => found('recipients-form', at(agency), { fault }, { seen: recipients.join('; ') }));
}

/** Collective bodies sign «TM.», heads of agencies in their own name; a deputy signs «KT.» above his own title (Điều 13). */
function checkSignature({ agency, document: { letterhead, signature } }: FormSubject): readonly Finding[] {
  const [first = '', second = '', third = ''] = signature.authority;
  const collective = /^(ỦY BAN|UBND|HỘI ĐỒNG|BAN CHỈ ĐẠO)/.test(letterhead.issuer.join(' '));
  const deputy = first.startsWith('KT.') ? second : second.startsWith('KT.') ? third : undefined;
  const faults = [
    ...(first.startsWith('TM.') && !collective ? ['«TM.» chỉ dùng cho cơ quan làm việc theo chế độ tập thể'] : []),
    ...(deputy !== undefined && !deputy.startsWith('PHÓ') ? ['dưới «KT.» phải là chức vụ cấp phó'] : []),
    ...(signature.authority.some((line) => /^(?:TM|KT|TL|TUQ|Q)\b(?!\. \S)/.test(line)) ? ['sau chữ viết tắt quyền hạn phải có dấu chấm và khoảng trắng'] : []),
    ...(signature.authority.some((line) => line !== line.toLocaleUpperCase('vi')) ? ['quyền hạn, chức vụ phải viết chữ in hoa'] : []),
  ];
  const authority = signature.authority.join(' / ');
  return faults.map((fault) => found('signature-form', at(agency), { authority, fault }, { seen: authority }));
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
