import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { openBenchCentre } from './bench-centre.ts'
import { medianTime, seededDraw } from './measure.ts'
import { assertRight, type Figure, shownOnly, under } from './part.ts'

const people = 200_000
const planted = 200

/** Duplicates among 200,000 people of one city, with NIKs that agree with birth dates and districts. */
export async function doubles(): Promise<Figure[]> {
  const centre = await openBenchCentre('2025-01-02', 1, 1)
  try {
    await centre.backend.close()
    const raw = new BetterSqlite(join(centre.dataFolder, 'balai.db'))
    const start = performance.now()
    raw.transaction(() => register(raw))()
    const each = (performance.now() - start) / people
    raw.close()
    const { client } = await centre.reopen()
    const { likely } = await client.duplicate.counts({})
    const page = { view: 'likely' as const, limit: 100, offset: 0 }
    const rows = await client.duplicate.list(page)
    assertRight(likely >= planted, `${likely} pairs where ${planted} were planted`)
    assertRight(
      rows.every(row => row.reasons.includes('same_name_and_birth')),
      'a pair that is less alike came first',
    )
    return [
      shownOnly('doubles', 'one of 200,000 written and looked up', each, 'ms'),
      under('doubles', 'how many pairs', await medianTime(() => client.duplicate.counts({})), 100),
      under('doubles', 'a page of 100 pairs', await medianTime(() => client.duplicate.list(page)), 100),
    ]
  } finally {
    await centre.remove()
  }
}

/** About one person in five hundred is registered twice, the second time with one wrong digit in the NIK. */
function register(raw: BetterSqlite.Database): void {
  const draw = seededDraw(8)
  const two = (number: number) => String(number).padStart(2, '0')
  const insert = raw.prepare(
    `INSERT OR IGNORE INTO trainee (nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
     VALUES (@nik, @name, @name, '', @birthDate, 'L', '', '', '', '', '')`,
  )
  for (let n = 0; n < people; n += 1) {
    const [year, month, day] = [50 + draw(50), 1 + draw(12), 1 + draw(28)]
    const nik = `3671${two(1 + draw(13))}${two(day)}${two(month)}${two(year)}000${1 + draw(9)}`
    const person = { nik, name: `orang ${draw(1_000_000)}`, birthDate: `19${year}-${two(month)}-${two(day)}` }
    const { changes } = insert.run(person)
    if (changes === 1 && n % (people / planted / 2) === 0)
      insert.run({ ...person, nik: `${nik.slice(0, 12)}9${nik.slice(13)}` })
  }
}
