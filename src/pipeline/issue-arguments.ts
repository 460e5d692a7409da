/** What the văn thư types to issue a document, read; everything wrong with it is said at once. */
import type { NumberAndDate } from '../template/number-and-date.js';
import { plainLine } from './plain-line.js';

export interface IssueRequest {
  readonly job: string;
  /** As typed. */
  readonly number: string;
  readonly date: string;
  readonly by: string;
  readonly signed?: SignedFile | undefined;
  readonly edited: 'refuse' | 'overwrite' | 'beside';
  readonly program: string;
}

/** The file signed by the leader, wherever it lies. */
export interface SignedFile {
  /** undefined where it cannot be read. */
  readonly bytes: Uint8Array | undefined;
  /** As typed. */
  readonly shown: string;
  /** Without the dot, in small letters. */
  readonly extension: string;
}

/** Larger than any number an office reaches in a year; longer ones are slips (a year, a telephone). */
const LARGEST_NUMBER = 99_999;
const LARGEST_SIGNED_MB = 100;

export interface IssueArguments {
  readonly wrong: readonly string[];
  /** undefined where number or date is wrong. */
  readonly numbered: NumberAndDate | undefined;
  readonly by: string;
}

export function readIssueArguments({ number: typed, date, signed, ...request }: IssueRequest): IssueArguments {
  const wrong: string[] = [];
  const by = plainLine(request.by);
  const number = /^0*[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed) : undefined;
  if (number === undefined) wrong.push(`Số văn bản phải là số nguyên dương, nhiều nhất ${LARGEST_NUMBER}, do văn thư cấp; nhận được «${typed}». Chỉ ghi số, không ghi ký hiệu: --number 57.`);
  const day = isDay(date) ? date : undefined;
  if (day === undefined) wrong.push(`Ngày ban hành phải là một ngày có thật, ghi theo thứ tự năm-tháng-ngày: --date 2021-02-18; nhận được «${date}».`);
  if (!/\p{L}/u.test(by)) wrong.push('Chưa ghi tên người ban hành. Ghi sau --by, ví dụ: --by "Nguyễn Văn A, văn thư".');
  wrong.push(...signedFaults(signed));
  return { wrong, numbered: number !== undefined && day !== undefined ? { number, date: day } : undefined, by };
}

function isDay(text: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 2021-02-30 is read as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function signedFaults(signed: SignedFile | undefined): readonly string[] {
  if (!signed) return [];
  const { bytes, shown, extension } = signed;
  if (!bytes) return [`Không đọc được tệp đã ký: ${shown}.`];
  if (bytes.length === 0) return [`Tệp đã ký không có nội dung: ${shown}.`];
  if (bytes.length > LARGEST_SIGNED_MB * 1024 * 1024) return [`Tệp đã ký lớn hơn ${LARGEST_SIGNED_MB} MB: ${shown}.`];
  return /^[a-z0-9]{1,8}$/.test(extension) ? [] : [`Tệp đã ký phải có đuôi tên tệp (.pdf, .docx…): ${shown}.`];
}
