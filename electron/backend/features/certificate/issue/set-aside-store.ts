import { type SetAsideId, setAsideId } from '../../../../../shared/ids.ts'
import { type PlainDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import { type GivenNumber, givenNumbers } from '../../../database/number-log.ts'
import { DomainError } from '../../../domain-error.ts'
import type { CommandScope } from '../../../scope.ts'
import { isNumberTaken, nextNumber, numbering } from './number-store.ts'

type SetAside = {
  id: SetAsideId
  number: string
  holder: string
  program: string
  issuedOn: PlainDate | null
  voidReason: string
}

export function findSetAside(db: ReadDatabase, id: number): SetAside | undefined {
  return db.get(
    `SELECT id, number, holder, program, issued_on AS issuedOn, void_reason AS voidReason FROM set_aside_number WHERE id = ?`,
    [id],
  )
}

export function writeHolder(db: WriteDatabase, paper: Pick<SetAside, 'id' | 'holder' | 'program' | 'issuedOn'>): void {
  db.update('set_aside_number', 'holder, program, issued_on', paper)
}

export function writeVoid(db: WriteDatabase, voided: { id: SetAsideId; reason: string; at: string; by: string }): void {
  db.update('set_aside_number', 'void_reason: reason, voided_at: at, voided_by: by', voided)
}

/** A number that is void from the start. */
export function insertVoid(db: WriteDatabase, lost: GivenNumber & { reason: string; at: string; by: string }): void {
  db.insert(
    'set_aside_number',
    `kind, series, year, sequence, number, reason, set_aside_at: at, set_aside_by: by, void_reason: reason, voided_at: at, voided_by: by`,
    lost,
  )
}

type Reservation = { kind: 'certificate' | 'statement'; series: string; date: PlainDate; count: number; reason: string }

/** Takes the next numbers of a counter without a paper. @throws DomainError number_taken */
export function setAside(
  { db, at, operator, numbers, record, afterCommit }: CommandScope,
  { kind, series, date, count, reason }: Reservation,
): { id: SetAsideId; number: string }[] {
  afterCommit(() => numbers.keep(givenNumbers(db)))
  const counter = { kind, series, year: yearOf(date) }
  const first = nextNumber(db, counter)
  const numberOf = numbering(db, kind, series, date)
  return Array.from({ length: count }, (_, index) => {
    const sequence = first + index
    const number = numberOf(sequence)
    if (isNumberTaken(db, number)) throw new DomainError({ code: 'number_taken', number })
    const id = db.insert(
      'set_aside_number',
      'kind, series, year, sequence, number, reason, set_aside_at, set_aside_by',
      { ...counter, sequence, number, reason, setAsideAt: at, setAsideBy: operator.name },
    )
    record('certificate_number', number, null, { reason })
    return { id: setAsideId.parse(id), number }
  })
}
