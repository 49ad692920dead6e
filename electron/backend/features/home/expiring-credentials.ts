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
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'

/**
 * Credentials of active instructors that end within 180 days or have ended and were not renewed, soonest first. An ended one stays while its kind is
 * required, until another covers its trade.
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

/** Coming classes that depend on this credential. */
function classesOf({ cohorts }: InstructorRow, credential: Credential): OwnClass[] {
  return cohorts.filter(cohort => cohort.status !== 'finished' && covers(credential, cohort.trade))
}

/** A class that continues after its end without another credential. */
function threatenedClass(
  instructor: InstructorRow,
  credential: Credential,
  required: readonly CredentialKind[],
): { words: string } | null {
  if (!required.includes(credential.kind)) return null
  const threatened = classesOf(instructor, credential).find(cohort => cohort.end > credential.validUntil)
  return threatened ? { words: `${threatened.title} sampai ${shortDay(threatened.end)} belum sah` } : null
}

/** The class that it covers to the end, else what to do. */
function detailOf(instructor: InstructorRow, credential: Credential, daysLeft: number): string {
  if (credential.kind !== 'TEKNIS') return `Sertifikat ${credentialKindName(credential.kind)}`
  const open = classesOf(instructor, credential).find(cohort => cohort.end <= credential.validUntil)
  if (open) return `${open.title} selesai ${shortDay(open.end)}, sah`
  return daysLeft <= redDays ? 'Segera perpanjang' : credential.scheme
}
