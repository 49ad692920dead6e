import { expect, test } from 'vitest'
import { balai, balaiProcess, json, spellOut } from './balai.ts'

type Plan = {
  start: string
  end: string
  days: { n: number; date: string; hours: number }[]
  skipped: { date: string; kind: string; reason: string }[]
  totalHours: number
  warnings: string[]
}

const plan = (...args: string[]) => balai('plan', ...args)

test('prints fifteen dated days and every skipped one, in the documented form', async () => {
  const ended = await balaiProcess('plan', '--start', '2024-12-16', '--json')
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  const answer = json<Plan>(ended)
  expect(Object.keys(answer)).toEqual(['start', 'end', 'days', 'skipped', 'totalHours', 'warnings'])
  expect(answer).toMatchObject({ start: '2024-12-16', end: '2025-01-08', totalHours: 120 })
  expect(answer.warnings).toContain('crosses_budget_year')
  expect(answer.days).toHaveLength(15)
  expect(answer.days[0]).toEqual({ n: 1, date: '2024-12-16', hours: 8 })
  expect(answer.skipped.filter(day => day.kind !== 'weekend').map(({ date, kind }) => [date, kind])).toEqual([
    ['2024-12-25', 'national_holiday'],
    ['2024-12-26', 'joint_leave'],
    ['2025-01-01', 'national_holiday'],
  ])
  expect(answer.skipped.every(day => day.reason !== '')).toBe(true)
})

test('each option has its effect', async () => {
  const of = async (...args: string[]) => json<Plan>(await plan('--start', '2024-12-16', '--json', ...args))
  expect((await of('--week', '6')).end).toBe('2025-01-04')
  expect((await of('--joint-leave', 'work')).days.map(day => day.date)).toContain('2024-12-26')
  expect(await of('--days', '3', '--hours', '5')).toMatchObject({ end: '2024-12-18', totalHours: 15, skipped: [] })
  const closed = await of('--close', '2024-12-18,2024-12-21,2024-12-25')
  const kind = (date: string) => closed.skipped.find(day => day.date === date)
  expect(kind('2024-12-18')).toMatchObject({ kind: 'centre_closure' })
  expect(kind('2024-12-21')).toMatchObject({ kind: 'weekend', reason: expect.stringMatching(/^Sabtu, /) })
  expect(kind('2024-12-25')).toMatchObject({ kind: 'national_holiday' })
  expect(closed.end).toBe('2025-01-09')
})

test('a holiday on a weekend counts as a weekend and is named', async () => {
  const { skipped } = json<Plan>(await plan('--start', '2024-06-03', '--json'))
  expect(skipped.find(day => day.date === '2024-06-17')?.kind).toBe('national_holiday')
  const paskah = json<Plan>(await plan('--start', '2024-03-26', '--json')).skipped.find(
    day => day.date === '2024-03-31',
  )
  expect(paskah).toMatchObject({ kind: 'weekend', reason: expect.stringMatching(/^Minggu, .*Paskah/) })
})

test('a year without a table counts weekends and says so', async () => {
  const answer = json<Plan>(await plan('--start', '2028-12-18', '--json'))
  expect(answer.warnings).toEqual(['crosses_budget_year', 'no_holiday_table'])
  expect(answer.skipped.every(day => day.kind === 'weekend')).toBe(true)
})

test('a start on a day off is refused with the next working day, unless --next moves it', async () => {
  const refused = await plan('--start', '2024-12-25', '--json')
  expect(refused.exitCode).toBe(1)
  expect(spellOut(refused)).toBe(true)
  expect(json(refused)).toEqual({
    error: { code: 'start_on_day_off', message: refused.stderr.trim(), next: '2024-12-27' },
  })
  const words = await plan('--start', '2024-12-25')
  expect(words).toMatchObject({ exitCode: 1, stdout: '' })
  expect(json<Plan>(await plan('--start', '2024-12-25', '--next', '--json')).start).toBe('2024-12-27')
})

test('without --json it prints text for people', async () => {
  const { exitCode, stdout, stderr } = await plan('--start', '2024-12-16')
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/15 hari, 120 JP/)
  expect(stdout).toMatch(/Dilewati:/)
  expect(stdout).toMatch(/Kelas melewati tahun anggaran\./)
  expect(stdout).not.toMatch(/[{}]/)
})

test.each([
  [['--start', '2024-02-30']],
  [['--start', '16/12/2024']],
  [['--start']],
  [[]],
  [['--start', '2024-12-16', '--days', '0']],
  [['--start', '2024-12-16', '--days', '61']],
  [['--start', '2024-12-16', '--days', 'lima']],
  [['--start', '2024-12-16', '--week', '7']],
  [['--start', '2024-12-16', '--joint-leave', 'maybe']],
  [['--start', '2024-12-16', '--close', '']],
  [['--start', '2024-12-16', '--close', '2024-12-18,besok']],
  [['--start', '2024-12-16', '--hours', '8.5']],
  [['--start', '2024-12-16', '--hours', '13']],
  [['--start', '2024-12-16', '--next=ya']],
  [['--start', '2024-12-16', '--today', 'kemarin']],
  [['--start', '2024-12-16', '--warna', 'merah']],
  [['--start', '2024-12-16', 'lagi']],
])('%j is refused', async args => {
  const ended = await plan(...args, '--json')
  expect(ended.exitCode).toBe(2)
  expect(spellOut(ended)).toBe(true)
  expect(json<{ error: { code: string; message: string } }>(ended).error).toMatchObject({
    code: 'usage',
    message: ended.stderr.split('\n')[0],
  })
})
