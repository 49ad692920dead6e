import { credentialKindName } from '../../../shared/features/instructor/credential-format.ts'
import type { Standing } from '../../../shared/features/instructor/standing.ts'
import { shortDay } from '../../../shared/kernel/date-format.ts'

/** What the badge is about: 'sertifikat teknis s.d. Jum 10 Jan 2025'. */
export function formatStanding(standing: Standing): string {
  const kind = `sertifikat ${credentialKindName(standing.kind)}`
  switch (standing.state) {
    case 'none':
      return `tanpa ${kind}`
    case 'future':
      return `${kind} mulai ${shortDay(standing.credential.issued, { year: true })}`
    default:
      return `${kind} s.d. ${shortDay(standing.credential.validUntil, { year: true })}`
  }
}
