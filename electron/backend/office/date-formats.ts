/** Built-in number formats that show a date; 27 to 58 depend on the country. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Whether a number format shows a date; `code` if the workbook defines it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? builtInDates.has(id) : showsDate(code)
}

/** 'dd/mm/yyyy', '[$-421]d mmmm yyyy;@': day, month or year outside of quotes and brackets. */
function showsDate(format: string): boolean {
  return /[dy]|mmm/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
