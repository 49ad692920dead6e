import type { PDFPageProxy } from 'pdfjs-dist'
import { loadPdf } from '../../ui/paper/load-pdf.ts'

/** Fine enough for small print on an office printer; a page of F4 then takes about 20 MB while it is drawn. */
const dotsPerPoint = 220 / 72

/** Removes the pages of the previous print. */
let clear = () => {}

/**
 * Prints PDFs through the browser's own dialog. The content security policy forbids the browser's PDF viewer inside our page, so each page is drawn
 * and printed as a picture in its true size. `printed` only says that the dialog was shown. Several PDFs are one print job.
 * @param only pages of one PDF, counted from 1; all without it
 */
export async function printPages(
  pdfs: File | readonly File[],
  only?: readonly number[],
): Promise<{ printed: boolean }> {
  clear()
  const sheets = document.createElement('div')
  sheets.id = 'print-sheets'
  const style = document.createElement('style')
  clear = () => {
    for (const picture of sheets.querySelectorAll('img')) URL.revokeObjectURL(picture.src)
    sheets.remove()
    style.remove()
  }
  try {
    let rules = ''
    for (const pdf of [pdfs].flat()) {
      const reading = await loadPdf(pdf)
      try {
        const file = await reading.promise
        for (let number = 1; number <= file.numPages; number += 1) {
          if (only && !only.includes(number)) continue
          const page = await file.getPage(number)
          const { width, height } = page.getViewport({ scale: 1 })
          const name = `sheet-${sheets.childElementCount + 1}`
          rules += `@page ${name} { size: ${width}pt ${height}pt; margin: 0 }\n`
          const picture = new Image()
          picture.alt = ''
          picture.src = URL.createObjectURL(await draw(page))
          // Slightly smaller than the sheet: rounding up would add an empty sheet after each page.
          picture.style.cssText = `display: block; width: ${width}pt; height: calc(${height}pt - 1px); page: ${name}`
          sheets.append(picture)
          await picture.decode()
        }
      } finally {
        await reading.destroy()
      }
    }
    style.textContent = `${rules}
      #print-sheets { display: none }
      @media print {
        html, body { overflow: visible; height: auto }
        body > :not(#print-sheets) { display: none !important }
        #print-sheets { display: block }
        #print-sheets img { break-inside: avoid; object-fit: contain; object-position: top }
        #print-sheets img + img { break-before: page }
      }`
    document.head.append(style)
    document.body.append(sheets)
    window.addEventListener('afterprint', clear, { once: true })
    window.print()
    return { printed: true }
  } catch (error) {
    clear()
    throw error
  }
}

async function draw(page: PDFPageProxy): Promise<Blob> {
  const viewport = page.getViewport({ scale: dotsPerPoint })
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const picture = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  // Frees the memory at once instead of at the next garbage collection.
  canvas.width = 0
  page.cleanup()
  if (!picture) throw new Error('canvas gave no picture')
  return picture
}

export async function countPages(pdf: File): Promise<number> {
  const reading = await loadPdf(pdf)
  try {
    return (await reading.promise).numPages
  } finally {
    await reading.destroy()
  }
}
