import { describe, expect, it } from 'vitest'
import { snapshotNote } from '../../../../renderer/features/session/snapshot-format.ts'
import { formatMoment } from '../../../../renderer/ui/page/moment-format.ts'
import { formatOperation } from '../../../../shared/operation-labels.ts'

describe('the history of changes', () => {
  it('has a label for each operation, and shows the name of one from a newer version', () => {
    expect(formatOperation('attendance.fillDay')).toBe('Mengisi kehadiran satu hari')
    expect(formatOperation('cohort.merge')).toBe('cohort.merge')
  })
})

describe('snapshots', () => {
  it('have a label for their reason', () => {
    expect(snapshotNote('balai-2026-11-24T07-45-10.db')).toBe('')
    expect(snapshotNote('balai-2026-11-24T07-45-10-sebelum-v2.db')).toBe('sebelum pindah ke data versi 2')
    expect(snapshotNote('balai-2026-11-24T07-45-10-sebelum-pulih.db')).toBe('sebelum pemulihan')
  })

  it('have a time in words', () => {
    expect(formatMoment('2024-12-27T16:02:11').replaceAll('\u00a0', ' ')).toBe('Jum 27 Des 2024, 16.02')
  })
})
