/**
 * The named paragraph styles of the DOCX, one for each component of an official document, so that an official who changes
 * a style in Word changes every paragraph of that kind, and paragraphs carry next to no formatting of their own.
 */
import { AlignmentType, DocumentDefaults, LineRuleType } from 'docx';
import type { IParagraphPropertiesOptions, IParagraphStyleOptions, IRunStylePropertiesOptions, ISpacingProperties, IStylesOptions } from 'docx';
import type { PageStyle } from '../style.js';
import { contentsStyles } from './contents-styles.js';
import { lineSpacing, mmToTwips, ptToHalfPoints, ptToTwips } from './twips.js';

type Sizes = PageStyle['sizes'];

interface NamedStyle {
  /** As Word lists it. */
  readonly name: string;
  readonly basedOn?: StyleId;
  readonly sizePt?: (sizes: Sizes) => number;
  readonly bold?: true;
  readonly italics?: true;
  readonly paragraph?: (style: PageStyle) => IParagraphPropertiesOptions;
}

/** LibreOffice 7.4 reads a line spacing without its rule as an exact height, so the rule is always written. */
function lines(multiple: number): ISpacingProperties {
  return { line: lineSpacing(multiple), lineRule: LineRuleType.AUTO };
}

function exactly(twips: number): ISpacingProperties {
  return { line: twips, lineRule: LineRuleType.EXACT };
}

const CENTRE = { alignment: AlignmentType.CENTER } as const;
const TABLE_CELL = { spacing: { before: 20, after: 20 } } as const;

/** Weights, slants and alignments: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, III and the table of mục V. */
const NAMED_STYLES = {
  // Body (II.6): justified, first line indented, 6 pt between paragraphs, no single line left alone on a page.
  VanBan: {
    name: 'Văn bản',
    paragraph: (style) => ({
      alignment: AlignmentType.JUSTIFIED,
      widowControl: true,
      indent: { firstLine: mmToTwips(style.firstLineIndentMm) },
      spacing: { before: ptToTwips(style.paragraphGapPt), ...lines(style.lineSpacing) },
    }),
  },
  GachDauDong: { name: 'Gạch đầu dòng', basedOn: 'VanBan' },
  Muc: { name: 'Mục', basedOn: 'VanBan', bold: true, paragraph: () => ({ keepNext: true, outlineLevel: 0 }) },
  Khoan: { name: 'Khoản', basedOn: 'VanBan', bold: true, paragraph: () => ({ keepNext: true, outlineLevel: 1 }) },
  TieuKhoan: {
    name: 'Tiểu khoản',
    basedOn: 'VanBan',
    bold: true,
    paragraph: () => ({ keepNext: true, outlineLevel: 2 }),
  },
  // Deeper levels are not in the decree: 3.1.1. steps down from 3.1., (1) from 3.1.1.
  TieuDeDiem: { name: 'Tiêu đề điểm', basedOn: 'VanBan', bold: true, italics: true, paragraph: () => ({ keepNext: true, outlineLevel: 3 }) },
  TieuDeTieuChi: { name: 'Tiêu đề tiêu chí', basedOn: 'VanBan', italics: true, paragraph: () => ({ keepNext: true, outlineLevel: 4 }) },
  CanGiua: {
    name: 'Căn giữa',
    paragraph: (style) => ({
      ...CENTRE,
      widowControl: true,
      spacing: { before: ptToTwips(style.paragraphGapPt), ...lines(style.lineSpacing) },
    }),
  },

  // Tables: the decree gives no rule for them.
  TenBang: {
    name: 'Tên bảng',
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true, keepLines: true, spacing: { before: 160, after: 60 } }),
  },
  DonViTinh: {
    name: 'Đơn vị tính',
    sizePt: (sizes) => sizes.tablePt,
    italics: true,
    paragraph: () => ({ alignment: AlignmentType.RIGHT, keepNext: true, spacing: { before: 120, after: 40 } }),
  },
  BangTieuDe: {
    name: 'Bảng - tiêu đề cột',
    sizePt: (sizes) => sizes.tablePt,
    bold: true,
    paragraph: () => ({ ...CENTRE, ...TABLE_CELL, keepNext: true }),
  },
  BangCongThuc: {
    name: 'Bảng - công thức',
    sizePt: (sizes) => sizes.tablePt - 1,
    italics: true,
    paragraph: () => ({ ...CENTRE, ...TABLE_CELL, keepNext: true }),
  },
  BangTrai: { name: 'Bảng - trái', sizePt: (sizes) => sizes.tablePt, paragraph: () => ({ ...TABLE_CELL }) },
  BangGiua: { name: 'Bảng - giữa', sizePt: (sizes) => sizes.tablePt, paragraph: () => ({ ...CENTRE, ...TABLE_CELL }) },
  BangPhai: {
    name: 'Bảng - phải',
    sizePt: (sizes) => sizes.tablePt,
    paragraph: () => ({ alignment: AlignmentType.RIGHT, ...TABLE_CELL }),
  },
  GhiChu: {
    name: 'Ghi chú',
    sizePt: (sizes) => sizes.tablePt,
    paragraph: () => ({ alignment: AlignmentType.JUSTIFIED, widowControl: true, spacing: { before: 40 } }),
  },

  // Charts: the decree gives no rule for them either.
  BieuDo: { name: 'Biểu đồ', paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 120 } }) },
  TenBieuDo: { name: 'Tên biểu đồ', italics: true, paragraph: () => ({ ...CENTRE, widowControl: true, spacing: { before: 60, after: 60 } }) },

  // Notes at the foot of the page. Word knows this style by its name, which it shows in its own language.
  FootnoteText: {
    name: 'footnote text',
    sizePt: (sizes) => sizes.notePt,
    paragraph: () => ({ alignment: AlignmentType.JUSTIFIED, widowControl: true }),
  },

  // Table of contents. Word sets an updated one in the styles it knows by the names «toc 1»…«toc 9».
  MucLucTieuDe: {
    name: 'Mục lục - tiêu đề',
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 240, after: 120 } }),
  },
  ...contentsStyles(),

  // Letterhead (II.1–4).
  CoQuanChuQuan: { name: 'Cơ quan chủ quản', sizePt: (sizes) => sizes.agencyPt, paragraph: () => CENTRE },
  CoQuanBanHanh: { name: 'Cơ quan ban hành', sizePt: (sizes) => sizes.agencyPt, bold: true, paragraph: () => CENTRE },
  QuocHieu: { name: 'Quốc hiệu', sizePt: (sizes) => sizes.nationalNamePt, bold: true, paragraph: () => CENTRE },
  TieuNgu: { name: 'Tiêu ngữ', sizePt: (sizes) => sizes.mottoPt, bold: true, paragraph: () => CENTRE },
  SoKyHieu: { name: 'Số và ký hiệu', sizePt: (sizes) => sizes.numberPt, paragraph: () => ({ ...CENTRE, spacing: { before: 120 } }) },
  DiaDanhNgay: {
    name: 'Địa danh và thời gian',
    sizePt: (sizes) => sizes.datePt,
    italics: true,
    paragraph: () => ({ ...CENTRE, spacing: { before: 120 } }),
  },

  // Title and addressees (II.5, II.9).
  TenLoai: {
    name: 'Tên loại',
    sizePt: (sizes) => sizes.typeNamePt,
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 360 } }),
  },
  TrichYeu: { name: 'Trích yếu', sizePt: (sizes) => sizes.subjectPt, bold: true, paragraph: () => ({ ...CENTRE, keepNext: true }) },
  // A công văn has no title; its trích yếu stands in the letterhead, 6 pt under the number (II.5.b).
  TrichYeuCongVan: { name: 'Trích yếu công văn', sizePt: (sizes) => sizes.letterSubjectPt, paragraph: () => ({ ...CENTRE, spacing: { before: 120 } }) },
  SoLieuMinhHoa: { name: 'Số liệu minh họa', italics: true, paragraph: () => ({ ...CENTRE, spacing: { before: 60 } }) },
  KinhGui: {
    name: 'Kính gửi',
    paragraph: (style) => ({ spacing: { before: ptToTwips(style.paragraphGapPt), ...lines(style.lineSpacing) } }),
  },

  // Recipients and signature (II.7–9).
  NoiNhan: {
    name: 'Nơi nhận',
    sizePt: (sizes) => sizes.recipientsHeadPt,
    bold: true,
    italics: true,
    paragraph: () => ({ keepNext: true }),
  },
  NoiNhanDong: { name: 'Nơi nhận - dòng', sizePt: (sizes) => sizes.recipientsPt, paragraph: () => ({ keepNext: true }) },
  QuyenHan: {
    name: 'Quyền hạn và chức vụ',
    sizePt: (sizes) => sizes.authorityPt,
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true }),
  },
  HoTen: {
    name: 'Họ tên người ký',
    sizePt: (sizes) => sizes.authorityPt,
    bold: true,
    paragraph: (style) => ({ ...CENTRE, keepNext: true, spacing: { before: mmToTwips(style.signatureRoomMm) } }),
  },

  // Appendices (III.1).
  PhuLuc: {
    name: 'Phụ lục',
    sizePt: (sizes) => sizes.appendixLabelPt,
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true, outlineLevel: 0 }),
  },
  TenPhuLuc: {
    name: 'Tên phụ lục',
    sizePt: (sizes) => sizes.subjectPt,
    bold: true,
    paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 40 } }),
  },
  KyPhuLuc: { name: 'Phụ lục - kỳ số liệu', paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 40 } }) },
  KemTheo: { name: 'Kèm theo', italics: true, sizePt: (sizes) => sizes.attachedToPt, paragraph: () => ({ ...CENTRE, keepNext: true, spacing: { before: 40 } }) },

  // Boxes and address (III.2, III.4).
  DauVanBan: { name: 'Dấu chỉ mức độ khẩn và phạm vi lưu hành', sizePt: (sizes) => sizes.markPt, bold: true, paragraph: () => ({ ...CENTRE, keepNext: true }) },
  DiaChi: { name: 'Địa chỉ cơ quan', sizePt: (sizes) => sizes.addressPt, paragraph: () => CENTRE },

  SoTrang: { name: 'Số trang', sizePt: (sizes) => sizes.pageNumberPt, paragraph: () => CENTRE },

  // Lines without text: a rule is the top border of the first; the second holds a distance, a page break or the end of a section.
  DuongKe: {
    name: 'Đường kẻ',
    sizePt: () => 1,
    paragraph: () => ({ spacing: { before: 50, ...exactly(60) } }),
  },
  KhoangCach: { name: 'Khoảng cách', sizePt: () => 1, paragraph: () => ({ spacing: { ...exactly(20) } }) },
} as const satisfies Readonly<Record<string, Omit<NamedStyle, 'basedOn'> & { readonly basedOn?: string }>>;

export type StyleId = keyof typeof NAMED_STYLES;

/** Only what the document uses: the styles docx adds by itself are blue and grey, and the decree wants black (I.4). */
export function wordStyles(style: PageStyle): IStylesOptions {
  const text: IRunStylePropertiesOptions = {
    font: style.fontFamily,
    size: ptToHalfPoints(style.sizes.bodyPt),
    color: '000000',
    language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
  };
  return {
    importedStyles: [new DocumentDefaults({ run: text })],
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: text },
      ...Object.entries<NamedStyle>(NAMED_STYLES).map(([id, named]) => paragraphStyle(id, named, style)),
    ],
    // docx writes note separators that name these two styles, used or not.
    characterStyles: [
      { id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true } },
      { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true } },
    ],
  };
}

function paragraphStyle(id: string, named: NamedStyle, style: PageStyle): IParagraphStyleOptions {
  return {
    id,
    name: named.name,
    basedOn: named.basedOn ?? 'Normal',
    quickFormat: true,
    ...(named.paragraph === undefined ? {} : { paragraph: named.paragraph(style) }),
    run: {
      ...(named.bold === undefined ? {} : { bold: true }),
      ...(named.italics === undefined ? {} : { italics: true }),
      ...(named.sizePt === undefined ? {} : { size: ptToHalfPoints(named.sizePt(style.sizes)) }),
    },
  };
}
