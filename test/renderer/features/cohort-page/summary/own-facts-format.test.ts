import { expect, test } from 'vitest'
import { formatOwnFacts } from '../../../../../renderer/features/cohort-page/summary/own-facts-format.ts'

const cohort = { code: 'TR-2024-02', year: 2024, program: 'Tata Rias', trainees: 16 }

test('a class says its code, and where that is of another year than its first day', () => {
  expect(formatOwnFacts({ ...cohort, start: '2024-12-16' })).toBe('TR-2024-02 · Tata Rias · 16 peserta')
  expect(formatOwnFacts({ ...cohort, start: '2025-01-06' })).toBe(
    'TR-2024-02 (kode dari rencana 2024) · Tata Rias · 16 peserta',
  )
})
