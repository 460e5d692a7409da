/** Thể thức và kỹ thuật trình bày (Nghị định 30/2020/NĐ-CP, Phụ lục I), one for all writers. Lengths in millimetres and points. */

/** Sizes move together: profile A = Quốc hiệu 12, Tiêu ngữ and date 13; B = 13, 14, 14 (Phụ lục I, footnote 1). */
export type SizeProfile = 'A' | 'B';

export interface PageStyle {
  readonly margins: { readonly topMm: number; readonly bottomMm: number; readonly leftMm: number; readonly rightMm: number };
  readonly sizes: {
    readonly nationalNamePt: number;
    readonly mottoPt: number;
    readonly agencyPt: number;
    readonly numberPt: number;
    readonly datePt: number;
    readonly typeNamePt: number;
    readonly subjectPt: number;
    /** «V/v …» of a công văn, under the number. */
    readonly letterSubjectPt: number;
    /** Words in the boxes of urgency and circulation. */
    readonly markPt: number;
    readonly bodyPt: number;
    readonly authorityPt: number;
    readonly recipientsHeadPt: number;
    readonly recipientsPt: number;
    readonly addressPt: number;
    readonly appendixLabelPt: number;
    readonly attachedToPt: number;
    readonly tablePt: number;
    /** Notes at the foot of the page. */
    readonly notePt: number;
    readonly pageNumberPt: number;
  };
  readonly firstLineIndentMm: number;
  readonly paragraphGapPt: number;
  readonly lineSpacing: number;
  /** Room for signature and seal between authority and name. */
  readonly signatureRoomMm: number;
  readonly fontFamily: string;
}

export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

export const PAGE_MM = { widthMm: 210, heightMm: 297 } as const;
export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Fixed sizes: số 13, Nơi nhận 12 and 11, phụ lục label 14 (Phụ lục I, mục II and III). */
export function pageStyle(profile: SizeProfile): PageStyle {
  const small = profile === 'A';
  return {
    margins: { topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 },
    sizes: {
      nationalNamePt: small ? 12 : 13,
      mottoPt: small ? 13 : 14,
      agencyPt: small ? 12 : 13,
      numberPt: 13,
      datePt: small ? 13 : 14,
      typeNamePt: 14,
      subjectPt: 14,
      letterSubjectPt: small ? 12 : 13,
      markPt: small ? 13 : 14,
      bodyPt: small ? 13 : 14,
      authorityPt: 14,
      recipientsHeadPt: 12,
      recipientsPt: 11,
      addressPt: 11,
      appendixLabelPt: 14,
      attachedToPt: 13,
      tablePt: 11,
      notePt: 10,
      pageNumberPt: small ? 13 : 14,
    },
    firstLineIndentMm: 12.7,
    paragraphGapPt: 6,
    lineSpacing: 1.15,
    signatureRoomMm: 30,
    fontFamily: 'Times New Roman',
  };
}

/** Widths of the letterhead's columns: Quốc hiệu in bold measures 88,3 mm at 12 pt and 95,7 mm at 13 pt; the agency takes the rest. */
export function letterheadColumnsMm(style: PageStyle): { leftMm: number; rightMm: number } {
  const text = textWidthMm(style, 'portrait');
  const rightMm = style.sizes.nationalNamePt <= 12 ? 92 : 98;
  return { leftMm: text - rightMm, rightMm };
}

/** Width between the margins; those of a landscape page apply as seen. */
export function textWidthMm(style: PageStyle, orientation: 'portrait' | 'landscape'): number {
  const width = orientation === 'portrait' ? PAGE_MM.widthMm : PAGE_MM.heightMm;
  return width - style.margins.leftMm - style.margins.rightMm;
}
