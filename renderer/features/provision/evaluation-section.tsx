import { type Evaluation, evaluationQuestions, readEvaluation } from '../../../shared/features/provision/budget.ts'
import { api } from '../../app/client.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import { ListGrid } from './list-grid.tsx'
import { type CellReader, type ListRow, withSpareRows } from './list-rows.ts'
import { textCell } from './material-rows.ts'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'
import { useList } from './use-list.ts'

/** Most forms of a class. */
const most = 60

const columns: KeyGridCellColumn[] = [
  { key: 'answers', head: 'Jawaban 1–10', label: 'sepuluh jawaban, angka 1 sampai 4', width: '12rem', align: 'start' },
  { key: 'comment', head: 'Saran', label: 'saran', align: 'start' },
]

/** '4343444433' → '43434 44433'; a dash for an unanswered question. */
const answersCell: CellReader = text => {
  const answers = readEvaluation(text)
  if (answers) return { ok: true, text: formatAnswers(answers) }
  return { ok: false, words: `“${text}” bukan ${evaluationQuestions.length} angka 1 sampai 4, tanda - bila kosong` }
}

const readers: Record<string, CellReader> = { answers: answersCell, comment: textCell(300) }

/** Evaluasi: a line for each form, with ten digits; the recapitulation counts them. */
export function EvaluationSection({ code, provisions, locked }: SectionProps) {
  const list = useList({
    stored: provisions.evaluations,
    show: rowsOf,
    read: readRows,
    operation: api.provision.saveEvaluations,
    inputs: (typed, seen) => [{ code, evaluations: typed, seen }],
    after: input => input.evaluations,
    columns,
  })
  const unread = list.rows.filter(({ cells }) => (cells.comment ?? '') !== '' && (cells.answers ?? '') === '')

  return (
    <>
      <ListGrid
        label="Formulir evaluasi"
        list={list}
        readers={readers}
        most={most}
        locked={locked}
        incomplete={unread.map(row => row.key)}
        lacking="jawaban"
      />
      <ol className={styles.questions} aria-label="Pertanyaan evaluasi">
        {evaluationQuestions.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </>
  )
}

function formatAnswers(answers: readonly (number | null)[]): string {
  return answers
    .map(answer => answer ?? '-')
    .join('')
    .replace(/(.{5})/, '$1 ')
}

function rowsOf(evaluations: readonly Evaluation[]): ListRow[] {
  const cells = evaluations.map(({ answers, comment }) => ({ answers: formatAnswers(answers), comment }))
  return withSpareRows(cells, most)
}

function readRows(rows: readonly ListRow[]): Evaluation[] {
  return rows.flatMap(({ cells }) => {
    const answers = readEvaluation(cells.answers ?? '')
    return answers ? [{ answers, comment: cells.comment ?? '' }] : []
  })
}
