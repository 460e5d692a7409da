/** Units of WordprocessingML. Separate because every measure of the decree comes in millimetres or points and every measure of the file in these. */

/** Twentieths of a point. */
export function mmToTwips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

export function ptToTwips(pt: number): number {
  return Math.round(pt * 20);
}

export function twipsToPt(twips: number): number {
  return twips / 20;
}

/** Font sizes are given in half points. */
export function ptToHalfPoints(pt: number): number {
  return Math.round(pt * 2);
}

/** Single spacing of lines is 240. */
export function lineSpacing(multiple: number): number {
  return Math.round(multiple * 240);
}
