import { useEffect, useRef } from 'react'
import type { Applicant, Registration } from '../../../../shared/features/registration/contract.ts'
import { isScored } from '../../../../shared/features/registration/registration.ts'
import { outcomeName, priorityName } from '../../../../shared/features/registration/registration-format.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatRanking } from './ranking-format.ts'
import type { RankingGroup, RankingGroupKey } from './ranking-groups.ts'
import styles from './ranking-rows.module.css'

interface RankingRowsProps {
  registration: Registration
  groups: readonly RankingGroup[]
  current: number | null
  onCurrent: (applicant: Applicant) => void
}

/** The ranking as one list: places, a line, reserves, then the others. */
export function RankingRows({ registration, groups, current, onCurrent }: RankingRowsProps) {
  const scored = registration.stages.filter(one => isScored(one.kind))
  const columns = 8 + scored.length
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Peringkat pendaftar">
        <colgroup>
          <col style={{ width: '3.5rem' }} />
          <col style={{ width: '13rem' }} />
          <col style={{ width: '8.5rem' }} />
          <col style={{ width: '7.25rem' }} />
          {scored.map(one => (
            <col key={one.kind} style={{ width: '6rem' }} />
          ))}
          <col style={{ width: '5rem' }} />
          <col />
          <col style={{ width: '6.75rem' }} />
        </colgroup>
        <thead>
          <tr className={styles.columns}>
            <th scope="col" className={styles.end}>
              Pkt
            </th>
            <th scope="col">Nama pendaftar</th>
            <th scope="col">Kelurahan</th>
            <th scope="col">Prioritas</th>
            {scored.map(one => (
              <th key={one.kind} scope="col" className={styles.end}>
                {one.kind === 'TEST' ? 'Tes' : 'Wawancara'}
              </th>
            ))}
            <th scope="col" className={styles.end}>
              Nilai
            </th>
            <th scope="col">Keterangan</th>
            <th scope="col">Keputusan</th>
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.key}>
            <GroupHead group={group} registration={registration} columns={columns - 1} />
            {group.rows.map(row => (
              <Person
                key={row.id}
                row={row}
                registration={registration}
                here={row.id === current}
                onCurrent={onCurrent}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const heads: Record<Exclude<RankingGroupKey, 'accepted' | 'reserve'>, string> = {
  rejected: 'Tidak lulus seleksi',
  open: 'Belum lengkap',
  withdrawn: 'Mengundurkan diri',
}

function GroupHead({
  group,
  registration: { quota, applicants },
  columns,
}: {
  group: RankingGroup
  registration: Registration
  columns: number
}) {
  if (group.key === 'accepted') return null
  const accepted = applicants.filter(one => one.decision === 'accepted').length
  const isLine = group.key === 'reserve'
  const words = group.key === 'reserve' ? `Batas kuota ${quota} tempat · cadangan menurut urutan` : heads[group.key]
  return (
    <tr className={isLine ? styles.line : styles.head}>
      <th scope="rowgroup" colSpan={columns}>
        {isLine && accepted < quota ? `${words} · ${quota - accepted} tempat belum terisi` : words}
      </th>
    </tr>
  )
}

interface PersonProps {
  row: Applicant
  registration: Registration
  here: boolean
  onCurrent: (applicant: Applicant) => void
}

function Person({ row, registration, here, onCurrent }: PersonProps) {
  const element = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (here) element.current?.scrollIntoView({ block: 'center' })
  }, [here])
  const scored = registration.stages.filter(one => isScored(one.kind))
  const words = formatRanking(row, registration)
  return (
    <tr
      ref={element}
      className={classNames(styles.row, here && styles.current, row.decision !== 'accepted' && styles.quiet)}
      aria-current={here || undefined}
      tabIndex={here ? 0 : -1}
      onClick={() => onCurrent(row)}
    >
      <td className={styles.end}>{row.rank ?? '–'}</td>
      <th scope="row" className={styles.name} title={row.name}>
        {row.name}
      </th>
      <td>{row.village ?? '–'}</td>
      <td>{priorityName(row.priority)}</td>
      {scored.map(({ kind, passLimit }) => {
        const score = row.results[kind]
        const below = typeof score === 'number' && passLimit !== null && score < passLimit
        return (
          <td key={kind} className={classNames(styles.end, below && styles.failed)}>
            {typeof score === 'number' ? hundredths(score) : '–'}
          </td>
        )
      })}
      <td className={styles.end}>{row.total === null ? '–' : <b>{hundredths(row.total)}</b>}</td>
      <td className={styles.words} title={words}>
        {row.kept && <Badge tone="info">tempat kelurahan</Badge>} {row.override && <Badge tone="warn">panitia</Badge>}{' '}
        {(row.tieRule === 'undecided' || isOpenTie(row, registration)) && <Badge tone="warn">seri</Badge>} {words}
      </td>
      <td>
        <Decision row={row} />
      </td>
    </tr>
  )
}

function Decision({ row: { decision, reserve } }: { row: Applicant }) {
  if (decision === null) return '–'
  if (decision === 'reserve') return `Cadangan ${reserve}`
  return <b className={decision === 'accepted' ? layout.ok : layout.quiet}>{outcomeName(decision)}</b>
}

function isOpenTie({ id }: Applicant, { ties }: Registration): boolean {
  return ties.some(tie => !tie.decided && tie.ids.includes(id))
}
