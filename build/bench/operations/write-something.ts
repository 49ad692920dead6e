import type { Backend } from '../../../electron/backend/create-backend.ts'
import { appendAct } from '../../../electron/backend/database/audit.ts'

/** One write for each kind of daily work: a corrected person, a mark, an enrolment, a class, money, a credential, a follow-up. */
const acts = [
  ['trainee'],
  ['cohort_day'],
  ['enrolment'],
  ['cohort', 'cohort_day'],
  ['activity'],
  ['credential', 'instructor'],
  ['follow_up', 'business_aid'],
]

let made = 0

/** Does the next of these writes. The data stays the same, but everything cached from these tables must be dropped. */
export function writeSomething({ workspace }: Backend): void {
  const tables = acts[made % acts.length] ?? []
  made += 1
  const db = workspace.write
  workspace.transaction(() => {
    for (const table of tables) touch(table)
    const acting = { at: '2027-01-04T08:00:00', operator: 'Bench', desk: 'bench', operation: 'bench', area: 'open' }
    appendAct(db, acting, [{ entity: null, id: null, before: undefined, after: { made } }])
  })

  function touch(table: string): void {
    const [column] = db.values<string>(
      `SELECT name FROM pragma_table_info('${table}') WHERE name NOT IN ('id') ORDER BY cid DESC`,
    )
    const key = db.value<string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 1`)
    const row = `(SELECT max("${key}") FROM "${table}")`
    db.run(`UPDATE "${table}" SET "${column}" = "${column}" WHERE "${key}" = ${row}`)
  }
}
