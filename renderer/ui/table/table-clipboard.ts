/** A table as HTML and as tab-separated text, for Word and Excel, without checkboxes and spacers. */
export function tableClipboard(table: HTMLTableElement, fits: (row: HTMLTableRowElement) => boolean = () => true) {
  const rows = [...table.rows].filter(row => row.closest('thead') !== null || (row.ariaHidden !== 'true' && fits(row)))
  const lines = rows.map(row =>
    [...row.cells]
      .filter(cell => cell.querySelector('input[type=checkbox]') === null)
      .map(cell => ({ text: cell.innerText.replace(/\s+/g, ' ').trim(), head: row.closest('thead') !== null })),
  )
  return {
    text: lines.map(cells => cells.map(cell => cell.text).join('\t')).join('\r\n'),
    html: `<table>${lines.map(cells => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('')}</table>`,
  }
}

function cellHtml({ text, head }: { text: string; head: boolean }): string {
  const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  // Long numbers such as a NIK must be text, because Excel would round them.
  const style = /^0\d|^\d{12,}$/.test(text) ? ' style="mso-number-format:\'\\@\'"' : ''
  return head ? `<th>${words}</th>` : `<td${style}>${words}</td>`
}
