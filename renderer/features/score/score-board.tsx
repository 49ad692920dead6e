import { IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ScoreGrid, ScoreRow } from '../../../shared/features/score/contract.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { rowName } from '../../../shared/kernel/row-name.ts'
import {
  KeyGrid,
  type KeyGridCellColumn,
  type KeyGridFace,
  type KeyGridProps,
  type KeyGridSideColumn,
} from '../../ui/grid/key-grid.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { missingIn } from './missing-scores.ts'
import styles from './score-board.module.css'
import { columnKey, readColumn, type ScoreColumn, type ShownColumns, scoreColumns } from './score-columns.ts'

interface BoardRow extends ScoreRow {
  key: number
  label: string
  struck: boolean
}

interface ScoreBoardProps
  extends Pick<
    KeyGridProps<BoardRow>,
    'onWrite' | 'onUndo' | 'onRedo' | 'onHead' | 'handle' | 'waiting' | 'questions'
  > {
  grid: ScoreGrid
  shown: ShownColumns
  /** Why it is read-only. */
  locked: string | undefined
}

/** Scores and units of all people; the final score is calculated. */
export function ScoreBoard({ grid, shown, locked, ...handlers }: ScoreBoardProps) {
  const rows = useMemo(
    () => grid.rows.map(row => ({ ...row, key: row.enrolmentId, label: rowName(row, grid.rows), struck: row.left })),
    [grid.rows],
  )
  const columns = useMemo(() => boardColumns(grid, shown), [grid, shown])

  function cell(row: BoardRow, key: string): KeyGridFace {
    const column = readColumn(key)
    if (!column) return { face: null, text: '', spoken: '' }
    const away = row.left ? `${row.name} sudah keluar, nilainya tidak diperlukan` : undefined
    if (column.kind === 'final') return finalFace(row, grid.passMark)
    const formatLocked = locked ?? away
    if (column.kind === 'theory' || column.kind === 'practice')
      return scoreFace(row[column.kind], row.left, formatLocked)
    if (column.kind === 'element' || column.kind === 'elementScore') {
      const element = row.elements.find(one => one.elementId === column.elementId)
      return column.kind === 'element'
        ? resultFace(element?.result ?? null, true, formatLocked)
        : scoreFace(element?.score ?? null, true, formatLocked)
    }
    const unit = row.units.find(one => one.unitId === column.unitId)
    if (column.kind === 'unitScore') return scoreFace(unit?.score ?? null, true, formatLocked)
    return resultFace(unit?.result ?? null, row.left, formatLocked)
  }

  const before: KeyGridSideColumn<BoardRow>[] = [
    { key: 'no', head: 'No', width: '2.625rem', align: 'end', cell: row => row.position },
    {
      key: 'name',
      head: 'Nama peserta',
      width: '13rem',
      names: true,
      cell: row => <span title={row.name}>{row.name}</span>,
    },
  ]

  return (
    <Panel flush fill label="Nilai peserta">
      <KeyGrid
        label="Nilai teori, praktik dan unit"
        rows={rows}
        columns={columns}
        before={before}
        after={[{ key: 'rest', head: '', cell: () => null }]}
        cell={cell}
        entry={{ kind: 'text', inputMode: 'decimal' }}
        foot={{ label: 'Belum diisi', value: key => <Missing count={missingIn(grid, key)} /> }}
        {...handlers}
      />
    </Panel>
  )
}

function boardColumns(grid: ScoreGrid, shown: ShownColumns): KeyGridCellColumn[] {
  return scoreColumns(grid, shown).map(column => ({ key: columnKey(column), ...headOf(grid, column) }))
}

function headOf({ units }: ScoreGrid, column: ScoreColumn): Omit<KeyGridCellColumn, 'key'> {
  if (column.kind === 'theory') return { label: 'nilai teori', head: 'Teori', width: '4.5rem' }
  if (column.kind === 'practice') return { label: 'nilai praktik', head: 'Praktik', width: '4.5rem' }
  if (column.kind === 'final') return { label: 'nilai akhir', head: 'Akhir', width: '4.5rem' }
  if (column.kind === 'result' || column.kind === 'unitScore') {
    const index = units.findIndex(unit => unit.id === column.unitId)
    const name = `unit ${index + 1}, ${units[index]?.title ?? ''}`
    return column.kind === 'result'
      ? { label: name, head: String(index + 1), width: '2.625rem', letters: 'KB' }
      : { label: `nilai ${name}`, head: 'Nilai', width: '4rem' }
  }
  const index = units.findIndex(unit => unit.elements.some(element => element.id === column.elementId))
  const at = units[index]?.elements.findIndex(element => element.id === column.elementId) ?? 0
  const number = `${index + 1}.${at + 1}`
  const name = `elemen ${number}, ${units[index]?.elements[at]?.title ?? ''}`
  return column.kind === 'element'
    ? { label: name, head: number, width: '3.25rem', letters: 'KB' }
    : { label: `nilai ${name}`, head: 'Nilai', width: '4rem' }
}

function scoreFace(score: number | null, optional: boolean, locked: string | undefined): KeyGridFace {
  const text = score === null ? '' : hundredths(score)
  const empty = optional ? null : <span className={layout.faint}>·</span>
  return { face: text || empty, text, spoken: text || 'kosong', locked }
}

function finalFace({ final, left }: BoardRow, passMark: number): KeyGridFace {
  const text = final === null ? '' : hundredths(final)
  const failed = final !== null && final < passMark
  return {
    face: <b className={failed && !left ? layout.err : layout.ink}>{text || '–'}</b>,
    text,
    spoken: text ? `${text}${failed ? ', di bawah batas' : ''}` : 'belum ada',
    locked: 'Nilai akhir dihitung dari teori dan praktik',
  }
}

function resultFace(result: 'K' | 'BK' | null, optional: boolean, locked: string | undefined): KeyGridFace {
  if (result === null)
    return {
      face: optional ? null : <span className={layout.faint}>·</span>,
      text: '',
      spoken: 'belum dinilai',
      locked,
    }
  return {
    face: <span className={result === 'BK' ? styles.notYet : styles.achieved}>{result}</span>,
    text: result,
    spoken: result === 'K' ? 'K, kompeten' : 'BK, belum kompeten',
    locked,
  }
}

function Missing({ count }: { count: number | null }) {
  if (count === null) return null
  if (count > 0) return <span className={layout.warned}>{count}</span>
  return <IconCheck size={14} color="var(--ok)" role="img" aria-label="semua terisi" />
}
