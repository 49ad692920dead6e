import type { AttendanceRow, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { type Mark, markLabel, marks } from '../../../../shared/features/attendance/mark.ts'
import { readTime } from '../../../../shared/kernel/time.ts'
import type { KeyGridWrite, WriteHow } from '../../../ui/grid/key-grid.tsx'

interface MarkWrites {
  entries: MarkEntry[]
  /** The present values of the same cells. */
  before: MarkEntry[]
  rejected: string[]
  /** Number of cells that a block of H leaves unchanged, because they hold another mark. */
  kept: number
}

/** Parses typed or pasted text into marks: 'h', 'Sakit', 'T 08.30', empty. An unchanged mark keeps its note. */
export function markWrites(
  changes: readonly KeyGridWrite[],
  rows: readonly AttendanceRow[],
  how: WriteHow = 'paste',
): MarkWrites {
  const writes: MarkWrites = { entries: [], before: [], rejected: [], kept: 0 }
  const block = how === 'type' && changes.length > 1
  for (const { rowKey, columnKey, text } of changes) {
    const row = rows.find(one => one.enrolmentId === rowKey)
    const n = Number(columnKey)
    if (!row) continue
    const read = readMark(text)
    if (read === null) {
      writes.rejected.push(`“${text}” untuk ${row.name} hari ke-${n}`)
      continue
    }
    const now = entryOf(row, n)
    if (block && read.mark === 'H' && now.mark !== null && now.mark !== 'H') {
      writes.kept += 1
      continue
    }
    if (now.mark === read.mark && (read.arrivedAt === null || read.arrivedAt === now.arrivedAt)) continue
    if (row.cells[n - 1]?.letter != null && read.mark !== 'S' && read.mark !== 'I') {
      writes.rejected.push(`“${text || 'kosong'}” untuk ${row.name} hari ke-${n}: ada suratnya (F2)`)
      continue
    }
    writes.before.push(now)
    writes.entries.push({ enrolmentId: row.enrolmentId, n, ...read, note: '' })
  }
  return writes
}

/** The rows with unsaved marks applied. */
export function withMarks(rows: AttendanceRow[], entries: readonly MarkEntry[]): AttendanceRow[] {
  if (entries.length === 0) return rows
  const typed = Map.groupBy(entries, entry => entry.enrolmentId)
  return rows.map(row => {
    const cells = [...row.cells]
    for (const { n, mark, arrivedAt, note } of typed.get(row.enrolmentId) ?? []) {
      const { corrected = false, letter = null } = cells[n - 1] ?? {}
      cells[n - 1] = mark === null ? null : { mark, arrivedAt, note, corrected, letter }
    }
    return typed.has(row.enrolmentId) ? { ...row, cells } : row
  })
}

/** The entry that writes a cell as it is. */
export function entryOf(row: AttendanceRow, n: number): MarkEntry {
  const cell = row.cells[n - 1]
  return {
    enrolmentId: row.enrolmentId,
    n,
    mark: cell?.mark ?? null,
    arrivedAt: cell?.arrivedAt ?? null,
    note: cell?.note ?? '',
  }
}

function readMark(text: string): { mark: Mark | null; arrivedAt: string | null } | null {
  const typed = text.trim()
  if (typed === '' || typed === '–' || typed === '-') return { mark: null, arrivedAt: null }
  const match = /^(\p{L}+)\s*([\d.:]*)$/u.exec(typed)
  const word = match?.[1]?.toUpperCase()
  const mark = marks.find(one => one === word || markLabel(one).toUpperCase() === word)
  if (!mark) return null
  if (!match?.[2]) return { mark, arrivedAt: null }
  const arrivedAt = mark === 'T' ? readTime(match[2]) : null
  return arrivedAt === null ? null : { mark, arrivedAt }
}
