import { findEdition, formsOf } from '../../electron/backend/features/scan/sheet-edition-store.ts'
import { formatSheetPlace, type SheetPlace } from '../../shared/features/attendance/sheet-code.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp } from '../../test/backend/cohort-steps.ts'
import { openFixture } from '../../test/backend/fixture.ts'
import { chanceOf } from '../../test/scans/chance.ts'
import { anyWay, pdfOfScans, returnSheet, signSheet } from '../../test/scans/make-scan.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'

const part = 'scans'
const seed = 2024

/** A class of sixteen: its fifteen daily sheets, three of them on F4 as well, and the sheet of all days on two pages. */
export async function scans(): Promise<Figure[]> {
  const fixture = openFixture()
  try {
    await setUp(fixture)
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 16) })
    fixture.setToday('2025-01-31')
    const chance = chanceOf(seed)
    const jpegs: Uint8Array[] = []
    const truth = new Map<string, boolean>()
    const sheet = async (place: SheetPlace, size: 'A4' | 'F4', pages: number) => {
      const day = place.kind === 'day' ? place.n : null
      const key = place.kind === 'day' ? 'attendance-day' : 'attendance-15'
      const { file } = await fixture.client.paper.make({ code, key, size, day })
      const pdf = new Uint8Array(await file.arrayBuffer())
      const db = fixture.backend.workspace.read
      const edition = findEdition(db, db.value('SELECT id FROM cohort WHERE code = ?', [code]), 1)
      for (let page = 1; page <= pages; page += 1) {
        const forms = edition ? formsOf(db, edition, formatSheetPlace(place) ?? '', page) : []
        const form = forms.find(one => Math.max(one.width, one.height) === (size === 'A4' ? 297 : 330))
        if (!form) throw new Error('wrong result: a printed page is not remembered')
        const signed = await signSheet(pdf, page - 1, form.boxes, { chance })
        form.boxes.forEach(({ position, n }, index) => {
          truth.set(`${jpegs.length} ${position} ${n}`, signed.signed[index] === true)
        })
        jpegs.push(await returnSheet(signed, anyWay(chance), chance))
      }
    }
    for (let n = 1; n <= 15; n += 1) await sheet({ kind: 'day', n }, 'A4', 1)
    for (const n of [3, 7, 11]) await sheet({ kind: 'day', n }, 'F4', 1)
    await sheet({ kind: 'all' }, 'A4', 2)

    const scan = await pdfOfScans(jpegs, 200)
    const file = new File([new Uint8Array(scan)], 'pindai.pdf')
    const start = performance.now()
    const { pages } = await fixture.client.scan.read({ file, ticket: 'bbbb-0000' })
    const milliseconds = performance.now() - start
    assertRight(pages.length === jpegs.length, `${pages.length} of ${jpegs.length} pages`)

    let [read, right, straight] = [0, 0, 0]
    for (const { id, sheet: found, source } of pages) {
      assertRight(found === null || found.code === code, `a page was filed with ${found?.code}`)
      const { rows } = await fixture.client.scan.detail({ id })
      if (rows.length > 0) straight += 1
      for (const { position, n, signed } of rows) {
        read += 1
        if (truth.get(`${source.page - 1} ${position} ${n}`) === signed) right += 1
      }
    }
    return [
      under(part, `${jpegs.length} pages filed and read`, milliseconds, 20_000),
      shownOnly(
        part,
        `pages filed by their code, of ${jpegs.length}`,
        (pages.filter(page => page.sheet).length / jpegs.length) * 100,
        '%',
      ),
      shownOnly(part, `pages whose boxes were read, of ${jpegs.length}`, (straight / jpegs.length) * 100, '%'),
      atLeast(part, `right of ${read} boxes read`, (right / read) * 100, 98, '%'),
    ]
  } finally {
    await fixture.remove()
  }
}
