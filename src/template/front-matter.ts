/** The head of a Markdown file between two lines «---». Apart, because written parts and task blocks both begin so. */
export const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
