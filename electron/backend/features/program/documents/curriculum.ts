import type { ListFacts, UnitFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** Units of the class with hours of theory and practice. */
export function drawCurriculum(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, units } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Kurikulum',
    title: 'KURIKULUM PELATIHAN BERBASIS KOMPETENSI',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: '1 JP', value: `${cohort.minutesPerHour} menit` },
    ],
    ...listOf(
      units,
      { height: 6.8, blanks: 12, blankHeight: 8, last: units.length > 0 ? [totalOf(units)] : [] },
      usable => [
        numberColumn(9),
        { title: 'Kode Unit', width: 31, size: 9, cell: one => one.code },
        { title: 'Judul Unit Kompetensi', width: usable - 82, size: 9, cell: one => one.title },
        { title: 'Teori', width: 14, align: 'right', cell: one => String(one.theoryHours) },
        { title: 'Praktik', width: 14, align: 'right', cell: one => String(one.practiceHours) },
        { title: 'JP', width: 14, align: 'right', cell: one => String(one.theoryHours + one.practiceHours) },
      ],
    ),
    signOff: () => byHeadAndInstructor(facts, { lead: 9 }),
  })
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
