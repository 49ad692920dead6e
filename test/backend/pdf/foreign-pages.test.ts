import { degrees, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { drawPageStamp } from '../../../electron/backend/paper-kit/page-stamp.ts'
import { readForeignPages } from '../../../electron/backend/pdf/file/foreign-page.ts'
import { PdfFile } from '../../../electron/backend/pdf/file/pdf-file.ts'
import { inkShare, readPdf } from '../../papers/read-pdf.ts'

const turns = [0, 90, 180, 270]
const createdOn = '2025-01-09'

/** Pages of 100 × 200 points, cropped from a larger sheet and rotated, that do not reset colour and position at their end. */
async function scan(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const canvas = createCanvas(8, 8)
  const picture = await document.embedPng(canvas.toBuffer('image/png'))
  for (const turn of turns) {
    const page = document.addPage([300, 400])
    page.setCropBox(50, 60, 100, 200)
    page.setRotation(degrees(turn))
    page.drawText(`Pindaian ${turn}`, { x: 75, y: 185, size: 8, font })
    page.drawImage(picture, { x: 90, y: 205, width: 20, height: 20 })
    const { context } = document
    const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [60, 70, 90, 80], Dest: [page.ref, 'Fit'] })
    page.node.set(PDFName.of('Annots'), context.obj([link]))
    const unbalanced = context.register(context.stream('1 0 0 rg 0.5 0 0 0.5 30 30 cm'))
    page.node.addContentStream(unbalanced)
  }
  return document.save()
}

test('pages of a scan are drawn as they look, with the number upright at the top', async () => {
  const pages = (await readForeignPages(await scan())) ?? []
  expect(pages.map(page => [page.width, page.height])).toEqual([
    [100, 200],
    [200, 100],
    [100, 200],
    [200, 100],
  ])
  const file = new PdfFile({ title: 'Berkas', author: 'Balai', createdOn, mixed: true })
  for (const [index, page] of pages.entries())
    file.addForeign(page, drawPageStamp(`${index + 1} dari 4`, page, createdOn))
  const bytes = file.finish()

  const read = await readPdf(bytes)
  expect(read.pages.map(page => page.text.replaceAll('\n', ' '))).toEqual(
    turns.map((turn, index) => `Pindaian ${turn} ${index + 1} dari 4`),
  )
  for (const [index, page] of read.pages.entries()) {
    const stamp = { left: page.width / 2 - 6, top: 5.4, width: 12, height: 3.2 }
    expect(await inkShare(bytes, index, stamp)).toBeGreaterThan(0.05)
    for (const top of [2, 9.2]) expect(await inkShare(bytes, index, { ...stamp, top })).toBe(0)
  }
  // Shared parts are in the file once, and nothing refers to pages that were left out.
  const syntax = Buffer.from(bytes).toString('latin1')
  expect(syntax.match(/\/BaseFont \/Helvetica/g)).toHaveLength(1)
  expect(syntax).not.toMatch(/\/Dest /)
})

test('a file that is no PDF, or damaged, gives no pages', async () => {
  expect(await readForeignPages(new TextEncoder().encode('%PDF-1.7 rusak'))).toBeNull()
  expect(await readForeignPages(new Uint8Array())).toBeNull()
})
