import { describe, expect, it } from 'vitest'
import { entryOf, markWrites, withMarks } from '../../../../../renderer/features/attendance/mark/mark-writes.ts'
import type { AttendanceCell, AttendanceRow } from '../../../../../shared/features/attendance/contract.ts'
import type { Mark } from '../../../../../shared/features/attendance/mark.ts'
import { enrolmentId, fileId } from '../../../../../shared/ids.ts'

function cell(mark: Mark, note = '', arrivedAt: string | null = null): AttendanceCell {
  return { mark, note, arrivedAt, corrected: false, letter: null }
}

const ani: AttendanceRow = {
  enrolmentId: enrolmentId.parse(7),
  position: 1,
  name: 'Ani Suryani',
  joinedDay: 1,
  left: null,
  cells: [cell('H'), cell('S', 'surat dokter'), cell('T', '', '08:30'), null],
}

function change(n: number, text: string, rowKey = 7) {
  return { row: 0, column: n - 1, rowKey, columnKey: String(n), text }
}

describe('marks as they are typed or pasted', () => {
  it('reads letters, words and a time after T', () => {
    const { entries, rejected: left } = markWrites([change(1, 'a'), change(2, 'Izin'), change(4, 't 8.15')], [ani])
    expect(entries).toEqual([
      { enrolmentId: 7, n: 1, mark: 'A', arrivedAt: null, note: '' },
      { enrolmentId: 7, n: 2, mark: 'I', arrivedAt: null, note: '' },
      { enrolmentId: 7, n: 4, mark: 'T', arrivedAt: '08:15', note: '' },
    ])
    expect(left).toEqual([])
  })

  it('keeps the earlier cells with note and time, so that they can be restored', () => {
    const { before } = markWrites([change(2, 'H'), change(3, ''), change(4, 'H')], [ani])
    expect(before).toEqual([
      { enrolmentId: 7, n: 2, mark: 'S', arrivedAt: null, note: 'surat dokter' },
      { enrolmentId: 7, n: 3, mark: 'T', arrivedAt: '08:30', note: '' },
      { enrolmentId: 7, n: 4, mark: null, arrivedAt: null, note: '' },
    ])
    expect(before[0]).toEqual(entryOf(ani, 2))
  })

  it('does not touch a cell whose mark stays the same: its note would be lost', () => {
    expect(markWrites([change(2, 'S'), change(3, 'T'), change(4, '-')], [ani]).entries).toEqual([])
  })

  it('writes a T again for another time', () => {
    expect(markWrites([change(3, 'T 09.00')], [ani]).entries).toEqual([
      { enrolmentId: 7, n: 3, mark: 'T', arrivedAt: '09:00', note: '' },
    ])
  })

  it('names invalid marks with person and day', () => {
    const { entries, rejected: left } = markWrites([change(1, 'x'), change(2, 'H 08.00'), change(3, 'T 25.00')], [ani])
    expect(entries).toEqual([])
    expect(left).toEqual([
      '“x” untuk Ani Suryani hari ke-1',
      '“H 08.00” untuk Ani Suryani hari ke-2',
      '“T 25.00” untuk Ani Suryani hari ke-3',
    ])
  })

  it('keeps S, I, A and T when one key sets a block of days to H', () => {
    const block = [change(1, 'H'), change(2, 'H'), change(3, 'H'), change(4, 'H')]
    const typed = markWrites(block, [ani], 'type')
    expect(typed.entries.map(entry => entry.n)).toEqual([4])
    expect(typed.kept).toBe(2)
    expect(markWrites([change(2, 'H')], [ani], 'type')).toMatchObject({ kept: 0, entries: [{ n: 2, mark: 'H' }] })
    expect(markWrites([change(2, 'A'), change(3, 'A')], [ani], 'type').entries).toHaveLength(2)
  })

  it('names a cell with an attached letter instead of removing its S', () => {
    const withLetter = { ...ani, cells: ani.cells.map(one => one && { ...one, letter: fileId.parse(5) }) }
    const { entries, rejected: left } = markWrites([change(2, 'H'), change(2, 'I')], [withLetter])
    expect(entries).toMatchObject([{ n: 2, mark: 'I' }])
    expect(left).toEqual(['“H” untuk Ani Suryani hari ke-2: ada suratnya (F2)'])
  })

  it('treats a cell typed back to its stored value as a correction while the mark in between is being sent', () => {
    const sick = markWrites([change(1, 's')], [ani]).entries
    const shown = withMarks([ani], sick)
    expect(shown[0]?.cells[0]).toMatchObject({ mark: 'S' })
    expect(markWrites([change(1, 'h')], shown)).toMatchObject({
      entries: [{ n: 1, mark: 'H' }],
      before: [{ n: 1, mark: 'S' }],
    })
    const emptied = withMarks(shown, markWrites([change(1, '')], shown).entries)
    expect(emptied[0]?.cells[0]).toBeNull()
    expect(markWrites([change(1, 'h')], emptied).entries).toHaveLength(1)
  })
})
