import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { evaluationQuestions } from '../../../../../shared/features/provision/budget.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

const levels = ['Kurang (1)', 'Cukup (2)', 'Baik (3)', 'Sangat baik (4)'] as const

/** Filled in anonymously by each trainee. */
export function drawEvaluationForm(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawListPaper(facts, size, 'list', {
    name: 'Formulir evaluasi pelatihan',
    title: 'EVALUASI PELATIHAN OLEH PESERTA',
    subtitle: cohortTitle(facts.cohort),
    info: [
      { label: 'Cara mengisi', value: 'Beri tanda centang pada satu kolom tiap baris. Nama tidak perlu ditulis.' },
    ],
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Yang dinilai', width: usable - 89 },
        ...levels.map(title => ({ title, width: 20, align: 'center' as const })),
      ],
      headHeight: 10.5,
    }),
    rows: evaluationQuestions.map((question, index) => ({ height: 9, cells: [String(index + 1), question] })),
    signOff: sheet => ({
      left: null,
      right: { above: [], title: 'Terima kasih', name: ' ', below: [] },
      lead: 54,
      note: y => {
        sheet.text('Yang paling berguna, yang perlu diperbaiki, dan saran:', sheet.left, y + 8, {
          face: 'arimo',
          size: 9.5,
        })
        for (let line = 0; line < 5; line += 1) sheet.dots(sheet.left, sheet.right, y + 15 + line * 7)
      },
    }),
  })
}

/** Number of each answer and mean of each question, over the given answers. */
export function drawEvaluationRecap(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { evaluations } = facts
  const comments = evaluations.map(one => one.comment).filter(comment => comment !== '')
  return drawListPaper(facts, size, 'list', {
    name: 'Rekap evaluasi pelatihan',
    title: 'REKAPITULASI EVALUASI PELATIHAN',
    subtitle: cohortTitle(facts.cohort),
    info: [{ label: 'Formulir', value: evaluations.length === 0 ? '' : `${evaluations.length} lembar` }],
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Yang dinilai', width: usable - 93 },
        ...levels.map(title => ({ title, width: 16, align: 'right' as const })),
        { title: 'Rata-rata', width: 20, align: 'right' },
      ],
      headHeight: 10.5,
    }),
    rows: recapRows(facts),
    signOff: sheet => {
      const words = comments.length === 0 ? [] : [`Saran peserta: ${comments.join('; ')}`]
      const style = { face: 'arimo', size: 9, leading: 4.2, colour: colours.grey } as const
      const lines = Math.ceil(words.join('').length / 95)
      return byHead(facts, {
        lead: 10 + lines * style.leading,
        note: y => drawParagraph(sheet, sheet.left, y + 5, sheet.right - sheet.left, words, style),
      })
    },
  })
}

function recapRows({ evaluations }: ListFacts): Row[] {
  const rows = evaluationQuestions.map((question, index): Row => {
    const answers = evaluations.flatMap(({ answers }) => answers[index] ?? [])
    return { height: 7, cells: [String(index + 1), question, ...figures(answers)] }
  })
  const all = evaluations.flatMap(({ answers }) => answers.filter(answer => answer !== null))
  const bold = { face: 'arimo-bold' as const }
  const [, , , , mean = ''] = figures(all)
  const total: Row = {
    height: 7.4,
    tint: colours.tint,
    cells: [
      { text: 'Rata-rata seluruhnya', span: 6, align: 'right', ...bold },
      { text: mean, ...bold },
    ],
  }
  return [...rows, total]
}

function figures(answers: readonly number[]): string[] {
  if (answers.length === 0) return ['', '', '', '', '']
  const counts = levels.map((_, index) => String(answers.filter(answer => answer === index + 1).length))
  const mean = Math.round((answers.reduce((sum, answer) => sum + answer, 0) * 100) / answers.length)
  return [...counts, hundredths(mean)]
}
