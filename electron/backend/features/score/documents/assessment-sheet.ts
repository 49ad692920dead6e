import type { ListFacts, UnitFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawList, openListSheet, rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Column } from '../../../pdf/table/table.ts'

const noUnit: UnitFacts = { code: '', title: '', theoryHours: 0, practiceHours: 0, elements: [] }
/** Blank columns if the curriculum has no elements. */
const openColumns = 4

/** A sheet for each unit: trainees by elements, with results if entered. */
export function drawAssessmentSheets(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, trainees, members, units, days } = facts
  const sheet = openListSheet(facts, size, 'wide', 'Lembar penilaian unit')
  for (const [index, unit] of (units.length === 0 ? [noUnit] : units).entries()) {
    const count = unit.elements.length || openColumns
    drawList(sheet, facts, size, {
      name: 'Lembar penilaian unit',
      footer: `Penilaian unit ${index + 1}`,
      title: 'LEMBAR PENILAIAN UNIT KOMPETENSI',
      subtitle: cohortTitle(cohort),
      info: [
        { label: 'Unit', value: unit.code === '' ? '' : `${unit.code}  ${unit.title}` },
        ...(unit.elements.length === 0
          ? []
          : [{ label: 'Elemen', value: unit.elements.map((title, at) => `${at + 1}. ${title}`).join('; ') }]),
      ],
      table: usable => {
        const width = Math.min(20, (usable - 114) / count)
        const marks = Array.from(
          { length: count },
          (_, at): Column => ({
            title: unit.elements.length === 0 ? '' : `E${at + 1}`,
            width,
            align: 'center',
          }),
        )
        return {
          columns: [
            { title: 'No.', width: 9, align: 'center' },
            { title: 'Nama Peserta', width: 62 },
            ...marks,
            { title: 'K/BK', width: 16, align: 'center' },
            { title: 'Catatan', width: usable - 87 - count * width, size: 9 },
          ],
          headHeight: 7.2,
        }
      },
      rows: rowsOrForm(
        trainees.map(({ position, name, left }, at) => {
          const empty = Array.from({ length: count }, () => (left ? '–' : ''))
          const result = left ? '–' : (members[at]?.units[index] ?? '')
          return { height: 6.8, cells: [String(position), name.toUpperCase(), ...empty, result] }
        }),
        6.8,
      ),
      signOff: sheet =>
        byHeadAndInstructor(facts, {
          lead: 10,
          note: y => {
            const words = `Tulis K bila elemen dicapai sesuai kriteria unjuk kerja, BK bila belum. Dinilai selama ${days.length} hari pelatihan.`
            sheet.text(words, sheet.left, y + 4.6, { face: 'arimo', size: 8, colour: colours.grey })
          },
        }),
    })
  }
  return sheet.finish()
}
