import { type PlainDate, shortDay } from '../../kernel/plain-date.ts'

/** Data that the attendance sheets of a class are drawn from. */
export type SheetFacts = {
  days: { n: number; date: PlainDate }[]
  people: { enrolmentId: number; position: number; joinedDay: number; leftAfterDay: number | null }[]
}

export type SheetChange =
  | { kind: 'day_moved'; n: number; from: PlainDate; to: PlainDate }
  | { kind: 'days'; from: number; to: number }
  | { kind: 'came'; position: number }
  | { kind: 'went'; position: number }
  | { kind: 'left'; position: number; afterDay: number }
  | { kind: 'renumbered'; from: number; to: number }
  | { kind: 'dates_of_membership'; position: number }

export function sameSheetFacts(one: SheetFacts, other: SheetFacts): boolean {
  return changesOfSheet(one, other).length === 0
}

/** Changes since a sheet was printed; days first. */
export function changesOfSheet(old: SheetFacts, now: SheetFacts): SheetChange[] {
  const changes: SheetChange[] = []
  const dates = new Map(now.days.map(day => [day.n, day.date]))
  for (const { n, date } of old.days) {
    const to = dates.get(n)
    if (to !== undefined && to !== date) changes.push({ kind: 'day_moved', n, from: date, to })
  }
  if (old.days.length !== now.days.length) changes.push({ kind: 'days', from: old.days.length, to: now.days.length })
  const people = new Map(now.people.map(person => [person.enrolmentId, person]))
  for (const before of old.people) {
    const after = people.get(before.enrolmentId)
    people.delete(before.enrolmentId)
    if (!after) {
      changes.push({ kind: 'went', position: before.position })
      continue
    }
    if (after.position !== before.position)
      changes.push({ kind: 'renumbered', from: before.position, to: after.position })
    if (after.leftAfterDay !== null && before.leftAfterDay === null)
      changes.push({ kind: 'left', position: after.position, afterDay: after.leftAfterDay })
    else if (after.leftAfterDay !== before.leftAfterDay || after.joinedDay !== before.joinedDay)
      changes.push({ kind: 'dates_of_membership', position: after.position })
  }
  for (const { position } of people.values()) changes.push({ kind: 'came', position })
  return changes
}

export function formatSheetChange(change: SheetChange): string {
  switch (change.kind) {
    case 'day_moved':
      return `Hari ke-${change.n} pindah dari ${shortDay(change.from)} ke ${shortDay(change.to)}.`
    case 'days':
      return `Jumlah hari ${change.from} menjadi ${change.to}.`
    case 'came':
      return `Nomor ${change.position} baru masuk.`
    case 'went':
      return `Nomor ${change.position} dikeluarkan dari daftar.`
    case 'left':
      return `Nomor ${change.position} berhenti sesudah hari ke-${change.afterDay}.`
    case 'renumbered':
      return `Nomor ${change.from} menjadi nomor ${change.to}.`
    case 'dates_of_membership':
      return `Masa ikut nomor ${change.position} berubah.`
  }
}
