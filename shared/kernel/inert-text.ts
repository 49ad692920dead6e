/**
 * Text that no spreadsheet runs as a formula, with an apostrophe in front where it begins like one. A text cell of .xlsx is harmless
 * as it is, but not the CSV that somebody saves from it and opens again. A sign alone, '-' for nothing, stays.
 */
export function inertText(text: string): string {
  return /^\s*[=+\-@]\s*\S/.test(text) ? `'${text}` : text
}
