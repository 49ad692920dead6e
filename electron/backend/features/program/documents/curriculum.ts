import type { ListFacts, UnitFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** The units of the class with their hours of theory and practice. */
export function drawCurriculum(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, units } = facts
  const rows = units.length === 0 ? blankRows(12, 8) : [...units.map(rowOf), totalOf(units)]
  return drawListPaper(facts, size, 'list', {
    name: 'Kurikulum',
    title: 'KURIKULUM PELATIHAN BERBASIS KOMPETENSI',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: '1 JP', value: `${cohort.minutesPerHour} menit` },
    ],
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Kode Unit', width: 31, size: 9 },
        { title: 'Judul Unit Kompetensi', width: usable - 82, size: 9 },
        { title: 'Teori', width: 14, align: 'right' },
        { title: 'Praktik', width: 14, align: 'right' },
        { title: 'JP', width: 14, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows,
    signOff: () => byHeadAndInstructor(facts, { lead: 9 }),
  })
}

function rowOf({ code, title, theoryHours, practiceHours }: UnitFacts, index: number): Row {
  return {
    height: 6.8,
    cells: [
      String(index + 1),
      code,
      title,
      String(theoryHours),
      String(practiceHours),
      String(theoryHours + practiceHours),
    ],
  }
}

function totalOf(units: readonly UnitFacts[]): Row {
  const theory = units.reduce((sum, unit) => sum + unit.theoryHours, 0)
  const practice = units.reduce((sum, unit) => sum + unit.practiceHours, 0)
  const bold = (value: number) => ({ text: String(value), face: 'arimo-bold' as const })
  return {
    height: 8,
    tint: colours.tint,
    cells: [
      { text: 'Jumlah jam pelatihan (JP)', span: 3, align: 'right', face: 'arimo-bold' },
      bold(theory),
      bold(practice),
      bold(theory + practice),
    ],
  }
}
