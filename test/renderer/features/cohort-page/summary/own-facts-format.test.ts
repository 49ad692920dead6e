import { expect, test } from 'vitest'
import { formatOwnFacts } from '../../../../../renderer/features/cohort-page/summary/own-facts-format.ts'

const cohort = { code: 'TR-2024-02', year: 2024, program: 'Tata Rias', staying: 16, room: null, days: [] }

test('a class shows its code, and when its year differs from that of the first day', () => {
  const today = '2024-12-02'
  expect(formatOwnFacts({ ...cohort, start: '2024-12-16' }, today)).toBe('TR-2024-02 · Tata Rias · 16 peserta')
  expect(formatOwnFacts({ ...cohort, start: '2025-01-06' }, today)).toBe(
    'TR-2024-02 (kode dari rencana 2024) · Tata Rias · 16 peserta',
  )
})

test('a running class shows the day number and the room', () => {
  const days = [
    { n: 1, date: '2024-12-16' },
    { n: 2, date: '2024-12-18' },
  ] as const
  const facts = (today: '2024-12-15' | '2024-12-17' | '2024-12-18' | '2024-12-19') =>
    formatOwnFacts({ ...cohort, start: '2024-12-16', room: 'Dapur 2', days }, today)
  expect(facts('2024-12-15')).toContain('Tata Rias')
  expect(facts('2024-12-17')).toBe('TR-2024-02 · hari ke-1 dari 2 · 16 peserta · Dapur 2')
  expect(facts('2024-12-18')).toContain('hari ke-2 dari 2')
  expect(facts('2024-12-19')).toContain('Tata Rias')
})
