import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type ImportAnswer, type ImportRow, isDoubted } from '../../../shared/features/import/import-row.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import layout from '../../ui/page/layout.module.css'
import { PathLink } from '../../ui/page/path-link.tsx'
import { DamagedNik } from './damaged-nik.tsx'
import { DecisionButtons, FieldChoices } from './field-choices.tsx'
import { takesNik } from './row-filter.ts'
import styles from './row-pane.module.css'
import { TypedNik } from './typed-nik.tsx'

interface RowPaneProps {
  row: ImportRow
  answer: ImportAnswer | undefined
  onAnswer: (answer: ImportAnswer | null) => void
  /** The NIK as printed on the KTP. */
  onRepair: (nik: string) => void
  onStep: (by: 1 | -1) => void
  onLeave: () => void
  /** Focuses the field of the NIK. */
  typeNik: Action
  pending: boolean
}

/** Problems and decision of one row. */
export function RowPane(props: RowPaneProps) {
  const { row, answer, onAnswer } = props
  const [title, Sign, tone] = headOf(row)
  return (
    <section className={styles.pane} aria-label={`Baris ${row.row}`}>
      <Box component="p" c="var(--ink-2)" fz="0.75rem" lh="1rem">
        Baris {row.row} · {row.name || 'tanpa nama'}
      </Box>
      <h2 className={styles.title} data-tone={tone}>
        <Sign size={18} aria-hidden /> {title}
      </h2>
      <div className={styles.body}>
        {row.damage && <DamagedNik damage={row.damage} />}
        {row.person && (
          <p>
            Di data: <PathLink path={`/peserta/${row.person.id}`}>{row.person.name}</PathLink>. NIK sama.
          </p>
        )}
        {row.sameAs && (
          <p>
            NIK sama dengan baris {row.sameAs.row}, {row.sameAs.name}.
          </p>
        )}
        {(row.status === 'match' || row.status === 'duplicate') && (
          <FieldChoices row={row} answer={answer} onAnswer={onAnswer} />
        )}
        <Problems row={row} />
        {row.status === 'create' && isDoubted(row) && <DecisionButtons row={row} onAnswer={onAnswer} />}
        {takesNik(row) && <TypedNik key={`${row.row} ${row.nik}`} nik={row.nik} repaired={row.repaired} {...props} />}
      </div>
      <Foot {...props} />
    </section>
  )
}

function headOf({
  status,
  damage,
  differences,
  problems,
  repaired,
}: ImportRow): [string, typeof IconUser, 'ok' | 'info' | 'warn' | 'err'] {
  if (damage) return ['NIK ini dirusak oleh Excel', IconCircleX, 'err']
  if (status === 'reject') return ['Baris ini ditolak', IconCircleX, 'err']
  if (status === 'create' && isDoubted({ repaired, problems }))
    return ['NIK yang diketik berbeda dari daftar', IconAlertTriangle, 'warn']
  if (status === 'create')
    return problems.length > 0
      ? ['Peserta baru, ada yang perlu dilihat', IconAlertTriangle, 'warn']
      : ['Peserta baru', IconCircleCheck, 'ok']
  if (status === 'duplicate') return ['Ganda dalam berkas', IconAlertTriangle, 'warn']
  return differences.length > 0
    ? ['Sudah ada, isinya berbeda', IconUser, 'info']
    : ['Sudah ada, sama persis', IconUser, 'info']
}

/** Problems that the head, the text about the known person and the picture of the damage already show. */
const saidAbove = new Set(['known', 'duplicate_in_file', 'nik_damaged'])

function Problems({ row }: { row: ImportRow }) {
  const shown = row.problems.filter(
    ({ code }) => !saidAbove.has(code) && (code !== 'from_nik' || row.status === 'create'),
  )
  if (shown.length === 0) return null
  return (
    <ul className={styles.problems}>
      {shown.map(problem => (
        <li
          key={`${problem.field} ${problem.code}`}
          className={
            problem.severity === 'error' ? layout.err : problem.code === 'from_nik' ? undefined : layout.warned
          }
        >
          {problem.message}
        </li>
      ))}
    </ul>
  )
}

function Foot({ row, answer, onAnswer, typeNik }: RowPaneProps): ReactNode {
  const skipping = answer?.action === 'skip'
  return (
    <Flex flex="none" align="center" justify="space-between" pt="0.5rem">
      {row.status === 'create' && !isDoubted(row) && (
        <ActionButton onAction={() => onAnswer(skipping ? null : { row: row.row, action: 'skip', fields: [] })}>
          {skipping ? 'Pakai lagi' : 'Lewati baris'}
        </ActionButton>
      )}
      <Box component="span" ms="auto">
        <KeyHints hints={[...(takesNik(row) ? [typeNik] : []), listKeys.rows('pindah')]} />
      </Box>
    </Flex>
  )
}
