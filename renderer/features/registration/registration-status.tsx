import type { RegistrationStatus } from '../../../shared/features/registration/contract.ts'
import { Badge } from '../../ui/feedback/badge.tsx'

const faces: Record<RegistrationStatus, { words: string; tone: 'neutral' | 'ok' | 'warn' | 'info' }> = {
  coming: { words: 'belum dibuka', tone: 'neutral' },
  open: { words: 'dibuka', tone: 'info' },
  closed: { words: 'diseleksi', tone: 'warn' },
  decided: { words: 'ditetapkan', tone: 'info' },
  placed: { words: 'masuk kelas', tone: 'ok' },
}

export function RegistrationStatusBadge({ status }: { status: RegistrationStatus }) {
  const { words, tone } = faces[status]
  return <Badge tone={tone}>{words}</Badge>
}
