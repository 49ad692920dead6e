/**
 * Text that no spreadsheet runs as a formula: an apostrophe is added if it begins like one. Text cells of .xlsx are safe, but not the CSV that people
 * may save from them. A single sign, '-' for nothing, is unchanged.
 */
export function inertText(text: string): string {
  return /^\s*[=+\-@]\s*\S/.test(text) ? `'${text}` : text
}
