import { allRoles } from '../../../../shared/features/access/roles.ts'
import { type DayOffKind, followsTheMoon } from '../../../../shared/features/calendar/day-off.ts'
import { defaultRules } from '../../../../shared/features/centre/centre.ts'
import type { centreContract } from '../../../../shared/features/centre/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { bytesOfDataUrl } from '../../data-url.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { operatorNamed, saveRoles } from '../access/operator-store.ts'
import { insertDayOff, saveYear } from '../calendar/calendar-store.ts'
import holidays from '../calendar/holidays-2024-2027.json' with { type: 'json' }
import { assertRegency, findCentre, insertCentre, insertOfficer, saveRules } from '../centre/centre-store.ts'
import { createSigningKey } from '../certificate/keys/signing-key-store.ts'
import { exampleCurricula } from '../program/example-curricula.ts'
import { insertProgram } from '../program/program-store.ts'

/** First start: creates centre, signatory, first person, holidays, programs and a signing key. */
export const setupHandlers: Handlers<Pick<typeof centreContract, 'setUp'>> = {
  setUp(scope, { centre, logo, officer, operator }) {
    const { db } = scope
    if (findCentre(db)) throw new DomainError({ code: 'already_set_up' })
    assertRegency(centre.regencyCode)
    insertCentre(db, centre, bytesOfDataUrl(logo), scope.practice)
    saveRules(db, defaultRules)
    insertOfficer(db, officer)
    saveRoles(db, operatorNamed(db, operator), allRoles)
    insertHolidayTables(db)
    for (const program of exampleCurricula) insertProgram(db, program)
    createSigningKey(scope)
    scope.record('centre', 1, null, { centre, officer, operator })
  },
}

/** Days of government decrees known at release, with sources. */
function insertHolidayTables(db: WriteDatabase): void {
  const sources: Record<string, string> = holidays.decrees
  for (const [year, source] of Object.entries(sources)) saveYear(db, Number(year), source)
  for (const day of holidays.days) {
    const named = { kind: day.kind as DayOffKind, name: day.name }
    insertDayOff(db, {
      ...named,
      date: day.date as PlainDate,
      source: sources[day.date.slice(0, 4)] ?? '',
      certain: !followsTheMoon(named),
    })
  }
}
