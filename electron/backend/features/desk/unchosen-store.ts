import { reachOf } from '../../../../shared/features/access/access-matrix.ts'
import type { Unchosen } from '../../../../shared/features/desk/contract.ts'
import { recordKinds } from '../../../../shared/features/desk/record-kinds.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Person } from '../../desk.ts'

/** Number of choices offered, the latest first; older ones are still in the history. */
const mostChoices = 10

/** Values of a record that were not chosen when two people had changed the same field; none for people who may not edit it. */
export function unchosenOf(db: ReadDatabase, subject: string, { roles }: Person): Unchosen[] {
  const kind = Object.keys(recordKinds).find(one => subject === one || subject.startsWith(`${one} `)) ?? ''
  const record = recordKinds[kind]
  if (!record || reachOf(roles, record.group) !== 'all') return []
  // The centre and its rules exist once.
  const own = subject.slice(kind.length + 1) || '1'
  // A graduate is asked three times: 'hubungan 12 6' is the answer after six months.
  const [id, month = null] = record.entity === 'enrolment' ? own.split(' ') : [own]
  const rows = db.all<{ at: string; by: string; after: string }>(
    `SELECT choice.at, choice.operator AS by, choice.after FROM audit AS choice JOIN audit AS saved ON saved.id = choice.act
     WHERE choice.entity = @entity AND choice.entity_id = @id AND choice.after ->> '$.unchosen' IS NOT NULL
       AND (@month IS NULL OR saved.after ->> '$.month' = @month)
     ORDER BY choice.id DESC LIMIT ${mostChoices}`,
    { entity: record.entity, id: id ?? '', month: month === null ? null : Number(month) },
  )
  return rows.flatMap(({ at, by, after }) =>
    (auditValues(after).unchosen as UnchosenValue[]).map(({ field, value }) => ({
      field,
      value: value ?? null,
      at,
      by,
    })),
  )
}
