/** The texts of a drawing with the room they take on it: what a reader sees, whatever drew it. */
import * as fontkit from 'fontkit';
import { createRequire } from 'node:module';
import { descendants, parseXml, textContent, type XmlElement } from './xml.js';

export interface SvgText {
  readonly text: string;
  readonly sizePt: number;
  readonly bold: boolean;
  readonly family: string;
  readonly turned: boolean;
  /** From the foot of the digits to the head of the capitals. */
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const fonts = new Map(
  (['400Regular/Tinos_400Regular', '700Bold/Tinos_700Bold'] as const).map((file, bold) => [
    bold === 1,
    fontkit.openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${file}.ttf`)) as fontkit.Font,
  ]),
);

export function svgTexts(svg: string): readonly SvgText[] {
  return [...descendants(parseXml(svg))].filter(({ name }) => name === 'text').map(toText);
}

export function svgSize(svg: string): { readonly width: number; readonly height: number } {
  const { width, height } = parseXml(svg).attributes;
  return { width: Number(width), height: Number(height) };
}

function toText(element: XmlElement): SvgText {
  const { attributes } = element;
  const text = textContent(element);
  const bold = attributes['font-weight'] === 'bold';
  const sizePt = Number(attributes['font-size']);
  const font = fonts.get(bold)!;
  const width = (font.layout(text).advanceWidth / font.unitsPerEm) * sizePt;
  const [a, b, c, d, e, f] = matrixOf(attributes['transform'] ?? '');
  const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)];
  const corners = [
    [x, y - sizePt * 0.66],
    [x + width, y],
  ].map(([px, py]) => [a * px! + c * py! + e, b * px! + d * py! + f] as const);
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)];
  return {
    text,
    sizePt,
    bold,
    family: attributes['font-family'] ?? '',
    turned: Math.abs(b) > 0.5,
    box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
  };
}

function matrixOf(transform: string): Matrix {
  if (transform === '') return [1, 0, 0, 1, 0, 0];
  const parsed = /^(matrix|translate)\(([^)]*)\)$/.exec(transform);
  if (!parsed) throw new Error(`a transform of another kind: ${transform}`);
  const numbers = parsed[2]!.trim().split(/[\s,]+/).map(Number);
  return parsed[1] === 'translate' ? [1, 0, 0, 1, numbers[0]!, numbers[1] ?? 0] : (numbers as unknown as Matrix);
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
