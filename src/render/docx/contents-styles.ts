/** Styles of the lines of a table of contents. Separate because Word knows them by name: it sets an updated table in «toc 1»…«toc 9». */
import { LeaderType, LineRuleType, TabStopType, type IParagraphPropertiesOptions } from 'docx';
import type { PageStyle } from '../style.js';
import { textWidthTwips } from './text-area.js';
import { lineSpacing, mmToTwips } from './twips.js';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type ContentsStyleId = `TOC${(typeof LEVELS)[number]}`;

interface ContentsStyle {
  readonly name: string;
  readonly paragraph: (style: PageStyle) => IParagraphPropertiesOptions;
}

const STEP_MM = 6;

export function contentsStyle(level: number): ContentsStyleId {
  return `TOC${LEVELS[level - 1] ?? 9}`;
}

/**
 * Indented by depth, page numbers at the right margin behind dots; the table stands on a portrait page. No indent at the right
 * that would keep long lines off the numbers: LibreOffice 7.4 prints nothing that stands beyond it.
 */
export function contentsStyles(): Readonly<Record<ContentsStyleId, ContentsStyle>> {
  const styles = LEVELS.map((level): [ContentsStyleId, ContentsStyle] => [
    contentsStyle(level),
    {
      name: `toc ${level}`,
      paragraph: (style) => ({
        indent: { left: mmToTwips((level - 1) * STEP_MM) },
        spacing: { before: 60, line: lineSpacing(style.lineSpacing), lineRule: LineRuleType.AUTO },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips(style, 'portrait'), leader: LeaderType.DOT }],
      }),
    },
  ]);
  return Object.fromEntries(styles) as Record<ContentsStyleId, ContentsStyle>;
}
