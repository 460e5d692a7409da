/** A Vietnamese text with its first letter in capitals. Here because findings, checks and templates all begin sentences with a name. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
