/**
 * pdfmake's PDF document with its fonts opened once a process instead of once a document, and each set of letters cut out of
 * a font and packed once. Separate because it rests on the inside of pdfmake 0.3.11 and pdfkit 0.19.1: test/render/pdf/press.test.ts
 * holds it against both as they are.
 */
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { FONT_FAMILY, FONT_FILES, openFont, type FaceName } from './fonts.js';
import { wordRuns, type WordRuns } from './measure.js';

/** A face opened in one PDF. */
export interface PdfFont {
  readonly id: string;
  layoutCache: WordRuns;
  /** Ours. */
  faceName: FaceName;
  readonly subset: { readonly glyphs: readonly number[]; includeGlyph(glyph: number): number; encode(): Uint8Array };
  /** Thousandths to a unit of the font. */
  readonly scale: number;
  /** By the letter's number in the subset: its width, and what copying it gives. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): object;
  embed(): void;
}

interface Pdfmake extends NodeJS.EventEmitter {
  readonly page: { readonly fonts: Record<string, object>; readonly height: number };
  readonly _fontFamilies: Record<string, PdfFont>;
  _fontCount: number;
  addPage(options: { readonly size: readonly [number, number] }): unknown;
  addContent(operators: string): unknown;
  font(source: string, family?: string, size?: number): { readonly _font: PdfFont };
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
  ref(data?: object): object;
  end(): void;
}

const require = createRequire(import.meta.url);
const { default: PdfmakeDocument } = require('pdfmake/js/PDFDocument') as {
  default: new (fonts: object, images: object, patterns: object, attachments: object, options: object, virtualFiles: null, allows: (path: string) => boolean) => Pdfmake;
};

const faceOfFile: ReadonlyMap<string, FaceName> = new Map(Object.entries(FONT_FILES).map(([name, file]) => [file, name as FaceName]));

/** Packed fonts of 10–40 kB; documents of one template mostly need the same letters. */
const MOST_PACKED = 64;
const packedFonts = new LRUCache<string, Uint8Array>({ max: MOST_PACKED });

export class PressDocument extends PdfmakeDocument {
  /** Of the next object that is begun without data. */
  private nextData: object | undefined;

  constructor(options: object) {
    // A document reaches no file but the fonts; for addresses nothing is there that could open one.
    super({ [FONT_FAMILY]: { ...FONT_FILES } }, {}, {}, {}, options, null, (path) => faceOfFile.has(path));
  }

  /** Asked by pdfmake for text and for letters in pictures, by the file of the face. */
  override font(source: string, family?: string, size?: number): { readonly _font: PdfFont } {
    const name = faceOfFile.get(source);
    if (name && !this._fontFamilies[source]) this._fontFamilies[source] = this.embedded(name);
    return super.font(source, family, size);
  }

  override ref(data?: object): object {
    const given = data ?? this.nextData;
    if (!data) this.nextData = undefined;
    return super.ref(given);
  }

  private embedded(name: FaceName): PdfFont {
    const font = new (embeddedFontClass())(this, openFont(name), `F${++this._fontCount}`);
    // Without it pdfkit lays out every word of every document again.
    font.layoutCache = wordRuns(name);
    font.faceName = name;
    const { subset } = font;
    const cut = subset.encode.bind(subset);
    subset.encode = () => {
      const letters = `${name} ${subset.glyphs.join(' ')}`;
      const packed = packedFonts.get(letters) ?? deflateSync(cut());
      packedFonts.set(letters, packed);
      return packed;
    };
    const embed = font.embed.bind(font);
    font.embed = () => {
      // The font file is the first object of a font, and packed already.
      this.nextData = { Filter: 'FlateDecode' };
      embed();
    };
    return font;
  }
}

type EmbeddedFontClass = new (document: Pdfmake, font: object, id: string) => PdfFont;
let knownClass: EmbeddedFontClass | undefined;

/** pdfkit does not give its class of embedded fonts away; one font that it opened itself tells. */
function embeddedFontClass(): EmbeddedFontClass {
  const files = { [FONT_FAMILY]: FONT_FILES };
  knownClass ??= new PdfmakeDocument(files, {}, {}, {}, { autoFirstPage: false, font: null }, null, () => true).provideFont(FONT_FAMILY, false, false).constructor as EmbeddedFontClass;
  return knownClass;
}
