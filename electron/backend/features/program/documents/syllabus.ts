import type { ListFacts, UnitFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows, drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** For each unit: aim, elements, method and hours. */
export function drawSyllabus(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, units } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Silabus',
    title: 'SILABUS PELATIHAN BERBASIS KOMPETENSI',
    subtitle: cohortSubtitle(cohort),
    info: [{ label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) }],
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Unit, Elemen Kompetensi', width: usable - 157 },
        { title: 'Indikator', width: 70, size: 9 },
        { title: 'Metode', width: 38, size: 9 },
        { title: 'Teori', width: 13, align: 'right' },
        { title: 'Praktik', width: 15, align: 'right' },
        { title: 'JP', width: 12, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows: units.length === 0 ? blankRows(12, 9) : units.flatMap(unitRows),
    signOff: () => byHeadAndInstructor(facts, { lead: 9 }),
  })
}

function unitRows({ code, title, elements, theoryHours, practiceHours }: UnitFacts, index: number): Row[] {
  const bold = { face: 'arimo-bold' } as const
  const head: Row = {
    height: 7,
    tint: colours.pale,
    cells: [
      String(index + 1),
      { text: `${code}  ${title}`, span: 3, ...bold, size: 9.5 },
      String(theoryHours),
      String(practiceHours),
      String(theoryHours + practiceHours),
    ],
  }
  const method =
    theoryHours === 0
      ? 'Demonstrasi, praktik'
      : practiceHours === 0
        ? 'Ceramah, diskusi'
        : 'Ceramah, demonstrasi, praktik'
  const parts = elements.length === 0 ? [title] : elements
  return [
    head,
    ...parts.map(
      (element, at): Row => ({
        height: 7,
        cells: [
          `${index + 1}.${at + 1}`,
          element,
          `Peserta dapat ${lowered(element)} sesuai kriteria unjuk kerja`,
          method,
        ],
      }),
    ),
  ]
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
