/**
 * The four faces of Tinos (SIL OFL), metric-compatible with Times New Roman, which Phụ lục I, I.4 prescribes and which may
 * not be embedded freely. Opened once a process to measure and to look for glyphs; pdfmake opens its own copy per document.
 */
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export interface Face {
  readonly bold: boolean;
  readonly italic: boolean;
}

export const REGULAR: Face = { bold: false, italic: false };
export const BOLD: Face = { bold: true, italic: false };
export const ITALIC: Face = { bold: false, italic: true };
export const BOLD_ITALIC: Face = { bold: true, italic: true };

export const FONT_FAMILY = 'Tinos';

const require = createRequire(import.meta.url);

/** Keys are pdfmake's names of the faces. */
export const FONT_FILES = {
  normal: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italics: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bolditalics: require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
} as const;
export type FaceName = keyof typeof FONT_FILES;

const opened = new Map<FaceName, fontkit.Font>();

export function faceName({ bold, italic }: Face): FaceName {
  if (bold) return italic ? 'bolditalics' : 'bold';
  return italic ? 'italics' : 'normal';
}

/** fontkit reads the file itself: `node:fs` stays behind src/store/node-host.ts. */
export function openFont(name: FaceName): fontkit.Font {
  const known = opened.get(name);
  if (known) return known;
  const font = fontkit.openSync(FONT_FILES[name]);
  if (!('layout' in font)) throw new Error(`${FONT_FILES[name]} is a font collection, one font was expected`);
  opened.set(name, font);
  return font;
}
