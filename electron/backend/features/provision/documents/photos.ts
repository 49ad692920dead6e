import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { decoratePage, letterheadOf, type PaperPart } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { balancedLines, fitSize } from '../../../pdf/text/text-measure.ts'

const title = 'FOTO DOKUMENTASI KEGIATAN'
const frame = { width: 85, height: 64 }
/** Fits the wider margins of a letter. */
const narrowFrame = { width: 75, height: 56 }
const perPage = 6

export type Picture = ListFacts['pictures'][number]

/** Two by three photos a page, each completely visible in its frame; without photos a page to glue them on. */
export function drawPhotos(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, pictures, printedAt } = facts
  const sheet = openListSheet(facts, size, 'list', 'Foto dokumentasi')
  const pages = Math.max(1, Math.ceil(pictures.length / perPage))
  for (let page = 0; page < pages; page += 1) {
    sheet.addPage()
    const head = drawLetterhead(sheet, letterheadOf(centre))
    const titleEnd = drawListTitle(sheet, head + 7.5, title, cohortTitle(cohort))
    const onPage = pictures.slice(page * perPage, (page + 1) * perPage)
    const places = pictures.length === 0 ? perPage : onPage.length
    for (let place = 0; place < places; place += 1) drawPlace(sheet, place, titleEnd + 4, onPage[place], frame)
    decoratePage(sheet, page, pages, { printedAt, footer: `${cohort.code} · Foto dokumentasi` })
  }
  return sheet.finish()
}

/** The photos at the end of a letter, under a heading drawn by `head`, which returns the y below. */
export function photosPart(sheet: Sheet, pictures: readonly Picture[], head: (sheet: Sheet) => number): PaperPart {
  const count = Math.ceil(pictures.length / perPage)
  return {
    pages: count,
    draw(first, pages) {
      for (let page = 0; page < count; page += 1) {
        if (page > 0) sheet.addPage()
        decoratePage(sheet, page, pages, { printedAt: null, footer: '' }, first)
        const top = page === 0 ? head(sheet) : sheet.top + 6
        const onPage = pictures.slice(page * perPage, (page + 1) * perPage)
        for (const [place, picture] of onPage.entries()) drawPlace(sheet, place, top, picture, narrowFrame)
      }
    },
  }
}

function drawPlace(
  sheet: Sheet,
  place: number,
  top: number,
  picture: Picture | undefined,
  frame: { width: number; height: number },
): void {
  const pitch = frame.height + 9
  const x = place % 2 === 0 ? sheet.left : sheet.right - frame.width
  const y = top + Math.floor(place / 2) * pitch
  const box = { x, y, ...frame }
  if (picture) sheet.picture(picture.bytes, `Foto “${picture.caption}”`, box, 'contain')
  sheet.frame(x, y, frame.width, frame.height, 0.5)
  const caption = picture?.caption ?? ''
  if (caption === '') {
    sheet.dots(x + 2, x + frame.width - 2, y + frame.height + 5)
    return
  }
  const style = { face: 'arimo', size: 8.5 } as const
  const lines = balancedLines(caption, style, frame.width)
  const size = lines.length > 2 ? fitSize(caption, style, 7.5, frame.width * 2) : style.size
  const drawn = lines.length > 2 ? balancedLines(caption, { ...style, size }, frame.width) : lines
  drawn.slice(0, 2).forEach((line, index) => {
    sheet.text(line, x + frame.width / 2, y + frame.height + 3.9 + index * 3.5, { ...style, size, align: 'center' })
  })
}
