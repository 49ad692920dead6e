import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { meanScore } from '../../../../../shared/features/score/score.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortSubtitle, cohortTitle, formatDecision } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Cell, Row } from '../../../pdf/table/table.ts'

/** Theory, practice and final score of everybody, with the decision of the panel if there is one. */
export function drawFinalScores(facts: CohortFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar Nilai Akhir',
    footer: 'Daftar nilai akhir',
    title: 'DAFTAR NILAI AKHIR PESERTA PELATIHAN',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: 'Nilai akhir', value: `teori ${cohort.weights.theory}%, praktik ${cohort.weights.practice}%` },
      { label: 'Batas lulus', value: hundredths(cohort.passMark) },
    ],
    ...listOf(facts.trainees, { height: 6.8, last: [meanRow(facts)] }, usable => [
      { title: 'No.', width: 9, align: 'center', cell: one => String(one.position) },
      { title: 'Nama Peserta', width: usable - 125, cell: one => one.name.toUpperCase() },
      { title: 'NIK', width: 34, align: 'center', size: 9, cell: one => one.nik },
      { title: 'Teori', width: 18, align: 'right', cell: one => scoreCell(one, one.theory) },
      { title: 'Praktik', width: 18, align: 'right', cell: one => scoreCell(one, one.practice) },
      {
        title: 'Nilai Akhir',
        width: 18,
        align: 'right',
        cell: one => ({ ...scoreCell(one, one.final), face: 'arimo-bold' }),
      },
      { title: 'Keterangan', width: 28, align: 'center', size: 8.5, cell: formatDecision },
    ]),
    keep: 3,
    signOff: sheet =>
      byHeadAndInstructor(facts, {
        lead: 12.5,
        note: y => sheet.text(countsOf(facts), sheet.left, y + 5.2, { face: 'arimo', size: 9.5 }),
      }),
  })
}

/** People who left need no scores; empty cells of others are open. */
function scoreCell({ left }: TraineeFacts, score: number | null): Cell {
  if (score === null) return { text: left ? '–' : '', colour: colours.grey }
  return { text: hundredths(score) }
}

function meanRow({ trainees }: CohortFacts): Row {
  const mean = (pick: (trainee: TraineeFacts) => number | null): Cell => {
    const value = meanScore(trainees.map(pick).filter(score => score !== null))
    return { text: value === null ? '' : hundredths(value), face: 'arimo-bold' }
  }
  return {
    height: 8,
    tint: colours.tint,
    cells: [
      { text: 'Rata-rata', span: 3, align: 'right', face: 'arimo-bold' },
      mean(trainee => trainee.theory),
      mean(trainee => trainee.practice),
      mean(trainee => trainee.final),
      '',
    ],
  }
}

function countsOf({ trainees }: CohortFacts): string {
  const count = (decision: TraineeFacts['decision']) => trainees.filter(trainee => trainee.decision === decision).length
  const counts = [
    `Peserta ${trainees.length === 0 ? '........' : trainees.length} orang`,
    ...(trainees.some(trainee => trainee.decision === 'passed' || trainee.decision === 'failed')
      ? [`lulus ${count('passed')} orang`, `tidak lulus ${count('failed')} orang`]
      : []),
  ]
  const left = trainees.filter(trainee => trainee.left !== null).length
  return `${[...counts, ...(left > 0 ? [`keluar sebelum selesai ${left} orang`] : [])].join(', ')}.`
}
