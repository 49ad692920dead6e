import { describe, expect, it } from 'vitest'
import { snapshotNote } from '../../../../renderer/features/session/snapshot-format.ts'
import { formatEntity } from '../../../../renderer/features/settings/entity-labels.ts'
import { formatMoment } from '../../../../renderer/ui/page/moment-format.ts'
import { formatOperation } from '../../../../shared/operation-labels.ts'

describe('the history of changes', () => {
  it.each([
    ['attendance TR-2024-03 9', 'Kehadiran TR-2024-03, hari ke-9'],
    ['attendance TR-2024-03 41 9', 'Kehadiran TR-2024-03, hari ke-9'],
    ['cohort_day TR-2024-03 2', 'Jadwal TR-2024-03, hari ke-2'],
    ['score TR-2024-03 41', 'Nilai TR-2024-03'],
    ['cohort TR-2024-03', 'Angkatan TR-2024-03'],
    ['trainee 12', 'Peserta, catatan 12'],
    ['holiday_year 2028', 'Kalender 2028'],
    ['import daftar peserta.xlsx', 'Berkas daftar peserta.xlsx'],
    ['centre 1', 'Balai'],
  ])('calls “%s” %s', (entity, words) => {
    expect(formatEntity(entity)).toBe(words)
  })

  it('says what an operation did, and the plain name of one from a newer version', () => {
    expect(formatOperation('attendance.fillDay')).toBe('Mengisi kehadiran satu hari')
    expect(formatOperation('cohort.merge')).toBe('cohort.merge')
  })
})

describe('snapshots', () => {
  it('says why one was made', () => {
    expect(snapshotNote('balai-2026-11-24T07-45-10.db')).toBe('')
    expect(snapshotNote('balai-2026-11-24T07-45-10-sebelum-v2.db')).toBe('sebelum pindah ke data versi 2')
    expect(snapshotNote('balai-2026-11-24T07-45-10-sebelum-pulih.db')).toBe('sebelum pemulihan')
  })

  it('says when in words', () => {
    expect(formatMoment('2024-12-27T16:02:11').replaceAll('\u00a0', ' ')).toBe('Jum 27 Des 2024, 16.02')
  })
})
