import type { ReadDatabase } from '../../../database/connection.ts'
import { type GivenNumber, givenNumbers, type NumberLog } from '../../../database/number-log.ts'
import type { CommandScope, TaskScope } from '../../../scope.ts'
import { isNumberTaken } from './number-store.ts'
import { insertVoid } from './set-aside-store.ts'

const reason = 'Sudah diberikan sebelum data dipulihkan; kertasnya tidak ada di buku ini'

/**
 * Voids the numbers that were assigned after the restored snapshot, so that no second paper gets one. Returns how many. Numbers between them are
 * voided too, because counters have no gaps.
 */
export function voidLostNumbers({ db, at, operator, numbers, record }: Lost): number {
  const lost = lostNumbers(db, numbers)
  for (const number of lost) {
    insertVoid(db, { ...number, reason, at, by: operator.name })
    record('certificate_number', number.number, null, { void: true, reason })
  }
  return lost.length
}

type Lost = Pick<CommandScope, 'db' | 'at' | 'operator' | 'numbers' | 'record'>

/** Call before drawing papers with the next numbers. */
export function settleLostNumbers({ read, write, workspace }: Pick<TaskScope, 'read' | 'write' | 'workspace'>): void {
  if (read(({ db }) => lostNumbers(db, workspace.dataFolder.numbers).length) > 0) write(voidLostNumbers)
}

function lostNumbers(db: ReadDatabase, log: NumberLog): GivenNumber[] {
  const last = new Map<string, number>()
  for (const given of givenNumbers(db)) last.set(counterKey(given), given.sequence)
  const beyond = log.read().filter(given => given.sequence > (last.get(counterKey(given)) ?? 0))
  return [...Map.groupBy(beyond, counterKey)].flatMap(([key, rows]) => {
    const bySequence = new Map(rows.map(row => [row.sequence, row]))
    const sequences = [...bySequence.keys()]
    const first = (last.get(key) ?? Math.min(...sequences) - 1) + 1
    const [sample] = rows
    if (!sample) return []
    return Array.from({ length: Math.max(...sequences) - first + 1 }, (_, index) => {
      const sequence = first + index
      const known = bySequence.get(sequence)
      const number = known && !isNumberTaken(db, known.number) ? known.number : unknownNumber({ ...sample, sequence })
      return { ...sample, sequence, number }
    })
  })
}

/** A placeholder for a number whose text is unknown; unique among all counters. */
function unknownNumber({ kind, series, year, sequence }: Omit<GivenNumber, 'number'>): string {
  return `tidak tercatat: ${kind === 'certificate' ? 'sertifikat' : 'keterangan'} ${series}${sequence}/${year}`
}

function counterKey({ kind, series, year }: GivenNumber): string {
  return JSON.stringify([kind, series, year])
}
