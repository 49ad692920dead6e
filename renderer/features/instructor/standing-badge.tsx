import type { Standing } from '../../../shared/features/instructor/standing.ts'
import { Badge, ValidityBadge } from '../../ui/feedback/badge.tsx'

/** How long an instructor may still teach: red, amber or green by the credential that ends first. */
export function StandingBadge({ standing }: { standing: Standing | null }) {
  if (standing === null) return null
  if (standing.state === 'none') return <Badge tone="err">tanpa sertifikat</Badge>
  if (standing.state === 'future') return <Badge tone="warn">belum berlaku</Badge>
  return <ValidityBadge daysLeft={standing.daysLeft} />
}
