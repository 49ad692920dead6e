import { useEffect, useRef } from 'react'
import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { ScanRow } from '../../../shared/features/scan/contract.ts'
import { MarkChip } from '../../ui/board/mark-chip.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './scan.module.css'
import { type Choices, keyOfRow } from './scan-choice.ts'
import { formatCertainty } from './scan-labels.ts'

interface ScanRowsProps {
  rows: readonly ScanRow[]
  choices: Choices
  current: number
  /** The sheet contains more than one day. */
  manyDays: boolean
  onCurrent: (index: number) => void
  /** 'accept' accepts the proposal. */
  onChoose: (row: ScanRow, choice: Mark | 'empty' | 'accept') => void
}

const letters: Record<string, Mark | 'empty'> = { h: 'H', s: 'S', i: 'I', a: 'A', t: 'T', k: 'empty', delete: 'empty' }

/** A line for each person and day, least certain first: Enter accepts the proposal, a letter sets another mark. */
export function ScanRows({ rows, choices, current, manyDays, onCurrent, onChoose }: ScanRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function press(event: React.KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const row = rows[current]
    const key = event.key.toLowerCase()
    const moves: Record<string, number> = {
      arrowdown: current + 1,
      arrowup: current - 1,
      home: 0,
      end: rows.length - 1,
    }
    const to = moves[key]
    const choice = key === 'enter' ? ('accept' as const) : letters[key]
    if (to === undefined && (choice === undefined || !row)) return
    event.preventDefault()
    if (to !== undefined) onCurrent(Math.max(0, Math.min(rows.length - 1, to)))
    else if (row && choice !== undefined) onChoose(row, choice)
  }

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label="Yang terbaca, paling ragu dulu"
      aria-activedescendant={rows.length > 0 ? `baris-${current}` : undefined}
      className={styles.rows}
      onKeyDown={press}
    >
      {rows.map((row, index) => (
        <div
          key={keyOfRow(row)}
          id={`baris-${index}`}
          data-index={index}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          className={classNames(styles.row, index === current && styles.current)}
          onMouseDown={() => onCurrent(index)}
        >
          <span className={styles.number}>{row.position}</span>
          <span className={styles.name}>
            {row.name}
            {manyDays && <small> hari ke-{row.n}</small>}
          </span>
          <Certainty row={row} chosen={choices.has(keyOfRow(row))} />
          <Proposal row={row} choices={choices} />
        </div>
      ))}
    </div>
  )
}

function Certainty({ row, chosen }: { row: ScanRow; chosen: boolean }) {
  if (row.present !== null) {
    const agrees = row.signed === (row.present === 'H' || row.present === 'T')
    return agrees ? (
      <span className={layout.tiny}>sudah tercatat</span>
    ) : (
      <Badge tone="warn">{row.signed ? 'ada tanda tangan' : 'kotak kosong'}</Badge>
    )
  }
  if (chosen) return <span className={layout.tiny}>diperiksa</span>
  if (row.signed === null) return <Badge tone="warn">hanya pagi atau siang</Badge>
  const words = formatCertainty(row.confidence)
  return words === 'ragu' ? <Badge tone="warn">ragu</Badge> : <span className={layout.tiny}>{words}</span>
}

/** Dashed until confirmed; solid once confirmed or recorded. */
function Proposal({ row, choices }: { row: ScanRow; choices: Choices }) {
  const chosen = choices.get(keyOfRow(row))
  const mark = row.present ?? (chosen === 'empty' ? null : (chosen ?? (row.signed ? 'H' : null)))
  const pending = row.present === null && chosen === undefined
  if (mark !== null) return <MarkChip mark={mark} word pending={pending} />
  return <span className={classNames(styles.empty, pending && styles.pending)}>kosong</span>
}
