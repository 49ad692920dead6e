import type { HomeOverview } from '../../../../shared/features/home/contract.ts'
import type { Credential, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import {
  amberDays,
  type CredentialKind,
  covers,
  redDays,
  validity,
} from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { lastingCredentials } from '../../../../shared/features/instructor/standing.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

/**
 * Of everybody who teaches, what ends within 180 days or has ended, and was not renewed for its trade; the soonest first. One that
 * ended stays, as long as its kind is required, until another covers its trade.
 */
export function expiringCredentials(
  instructors: readonly InstructorRow[],
  required: readonly CredentialKind[],
  today: PlainDate,
): HomeOverview['expiring'] {
  return instructors
    .filter(instructor => instructor.active)
    .flatMap(instructor =>
      [...Map.groupBy(instructor.credentials, credential => credential.kind).values()]
        .flatMap(lastingCredentials)
        .map(credential => ({ instructor, credential, daysLeft: validity(credential, today).daysLeft })),
    )
    .filter(
      ({ credential, daysLeft }) => daysLeft <= amberDays && (daysLeft >= 0 || required.includes(credential.kind)),
    )
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .map(({ instructor, credential, daysLeft }) => {
      const threatened = threatenedClass(instructor, credential, required)
      return {
        name: instructor.name,
        validUntil: credential.validUntil,
        daysLeft,
        detail: threatened?.words ?? detailOf(instructor, credential, daysLeft),
        endangers: threatened !== null,
        path: `/instruktur/${instructor.id}`,
      }
    })
}

type OwnClass = InstructorRow['cohorts'][number]

/** Classes still to be taught for which this very credential counts. */
function classesOf({ cohorts }: InstructorRow, credential: Credential): OwnClass[] {
  return cohorts.filter(cohort => cohort.status !== 'finished' && covers(credential, cohort.trade))
}

/** A class that goes on after the end with no other credential to cover it. */
function threatenedClass(
  instructor: InstructorRow,
  credential: Credential,
  required: readonly CredentialKind[],
): { words: string } | null {
  if (!required.includes(credential.kind)) return null
  const threatened = classesOf(instructor, credential).find(cohort => cohort.end > credential.validUntil)
  return threatened ? { words: `${threatened.title} sampai ${shortDay(threatened.end)} belum sah` } : null
}

/** The class that it covers to the end; else what to do about it. */
function detailOf(instructor: InstructorRow, credential: Credential, daysLeft: number): string {
  if (credential.kind !== 'TEKNIS') return `Sertifikat ${credentialKindName(credential.kind)}`
  const open = classesOf(instructor, credential).find(cohort => cohort.end <= credential.validUntil)
  if (open) return `${open.title} selesai ${shortDay(open.end)}, sah`
  return daysLeft <= redDays ? 'Segera perpanjang' : credential.scheme
}
