/** What a person types beside a decision, as it goes into the ledger. Its own file because every command that decides asks for it. */

/** One line without controls and direction marks: it is printed beside figures and signed. */
export function plainLine(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim();
}
