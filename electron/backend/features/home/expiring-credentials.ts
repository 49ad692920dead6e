import type { HomeOverview } from '../../../../shared/features/home/contract.ts'
import type { Credential, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { type CredentialKind, redDays, validity } from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { endingCredentials } from '../instructor/expiry-calendar.ts'

/**
 * What ends within 180 days and was not renewed, as in the calendar file, and what has ended for people who have none of a
 * required kind any more; the soonest first.
 */
export function expiringCredentials(
  instructors: readonly InstructorRow[],
  required: readonly CredentialKind[],
  today: PlainDate,
): HomeOverview['expiring'] {
  const byId = new Map(instructors.map(instructor => [instructor.id, instructor]))
  const ended = instructors
    .filter(instructor => instructor.active)
    .flatMap(({ id, credentials }) =>
      required.flatMap(kind => {
        const newest = credentials.find(credential => credential.kind === kind)
        const daysLeft = newest ? validity(newest, today).daysLeft : 0
        return newest && daysLeft < 0 ? [{ instructorId: id, credential: newest, daysLeft }] : []
      }),
    )
  return [...ended, ...endingCredentials(instructors, today)]
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .flatMap(({ instructorId, credential, daysLeft }) => {
      const instructor = byId.get(instructorId)
      if (!instructor) return []
      return {
        name: instructor.name,
        validUntil: credential.validUntil,
        daysLeft,
        detail: detailOf(instructor, credential, daysLeft),
        path: `/instruktur/${instructor.id}`,
      }
    })
}

/** The class that the end may touch; else what to do about it. */
function detailOf({ cohorts }: InstructorRow, { kind, scheme }: Credential, daysLeft: number): string {
  if (kind !== 'TEKNIS') return `Sertifikat ${credentialKindName(kind)}`
  const open = cohorts.find(cohort => cohort.status !== 'finished')
  if (open) return `${open.title} selesai ${shortDay(open.end)}`
  return daysLeft <= redDays ? 'Segera perpanjang' : scheme
}
