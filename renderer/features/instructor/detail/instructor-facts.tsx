import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { type Standing, worstStanding } from '../../../../shared/features/instructor/standing.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { StandingBadge } from '../standing-badge.tsx'

/** The person, and whether they may still teach. */
export function InstructorFacts({ instructor }: { instructor: InstructorRow }) {
  const today = useToday()
  const centre = useRead(api.centre.get, {})
  const standing =
    centre.data && worstStanding(instructor.credentials, centre.data.rules.requiredCredentialKinds, today)
  return (
    <Panel title="Data instruktur" {...(standing ? { extra: <StandingBadge standing={standing} /> } : {})}>
      <FactList
        facts={[
          { label: 'Keadaan', value: standing ? formatStanding(standing) : '' },
          { label: 'NIP', value: instructor.nip || 'bukan ASN' },
          { label: 'Lembaga asal', value: instructor.institution },
          { label: 'No. HP / WhatsApp', value: instructor.phone },
          { label: 'Mengajar di sini', value: instructor.active ? 'ya' : 'tidak lagi' },
        ]}
      />
    </Panel>
  )
}

/** Text of the badge: 'sertifikat teknis s.d. Jum 10 Jan 2025'. */
function formatStanding(standing: Standing): string {
  const kind = `sertifikat ${credentialKindName(standing.kind)}`
  if (standing.state === 'none') return `tanpa ${kind}`
  return standing.state === 'future'
    ? `${kind} mulai ${shortDay(standing.credential.issued, { year: true })}`
    : `${kind} s.d. ${shortDay(standing.credential.validUntil, { year: true })}`
}
