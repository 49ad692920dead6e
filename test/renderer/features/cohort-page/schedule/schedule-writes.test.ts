import { describe, expect, it } from 'vitest'
import { scheduleWrites } from '../../../../../renderer/features/cohort-page/schedule/schedule-writes.ts'
import type { CohortDay } from '../../../../../shared/features/cohort/contract.ts'
import { instructorId } from '../../../../../shared/ids.ts'

const rina = { id: instructorId.parse(1), name: 'Rina Marliana, S.Pd.' }
const sari = { id: instructorId.parse(2), name: 'Sari Dewi' }

function day(n: number): CohortDay {
  const date = `2024-12-${15 + n}` as CohortDay['date']
  return {
    n,
    date,
    hours: 8,
    topic: '',
    instructors: [rina],
    held: false,
    complete: false,
    closed: null,
    startTime: '08:00',
    endTime: '15:15',
    overrides: [],
  }
}
const days = [day(1), day(2), day(3)]

function change(n: number, columnKey: string, text: string) {
  return { row: n - 1, column: 0, rowKey: n, columnKey, text }
}

describe('what is typed into the schedule', () => {
  it('becomes whole days, with the earlier days', () => {
    const changes = [
      change(1, 'hours', '6'),
      change(1, 'topic', ' Merias  wajah '),
      change(3, 'instructors', 'sari; rina'),
    ]
    const { entries, before, rejected: left } = scheduleWrites(changes, days, [rina, sari])
    expect(entries).toEqual([
      { n: 1, hours: 6, topic: 'Merias wajah', instructorIds: [1] },
      { n: 3, hours: 8, topic: '', instructorIds: [2, 1] },
    ])
    expect(before).toEqual([
      { n: 1, hours: 8, topic: '', instructorIds: [1] },
      { n: 3, hours: 8, topic: '', instructorIds: [1] },
    ])
    expect(left).toEqual([])
  })

  it('leaves out what cannot be read and says where it was', () => {
    const changes = [
      change(1, 'hours', '8o'),
      change(2, 'hours', '13'),
      change(2, 'topic', 'Teori'),
      change(3, 'instructors', 'budi'),
    ]
    const { entries, rejected: left } = scheduleWrites(changes, days, [rina, sari])
    expect(entries).toEqual([{ n: 2, hours: 8, topic: 'Teori', instructorIds: [1] }])
    expect(left).toEqual([
      'JP “8o”: Tulis angka bulat. (hari ke-1)',
      'JP “13”: Paling besar 12. (hari ke-2)',
      'Tidak ada instruktur “budi” (hari ke-3)',
    ])
  })
})
