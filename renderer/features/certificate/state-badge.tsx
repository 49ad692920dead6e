import type { BookState } from '../../../shared/features/certificate/book-contract.ts'
import { Badge, type BadgeTone } from '../../ui/feedback/badge.tsx'

const words: Record<BookState, { text: string; tone: BadgeTone }> = {
  valid: { text: 'Sah', tone: 'ok' },
  superseded: { text: 'Diganti', tone: 'warn' },
  revoked: { text: 'Dicabut', tone: 'err' },
  reserved: { text: 'Dicadangkan', tone: 'info' },
  by_hand: { text: 'Tulis tangan', tone: 'neutral' },
  void: { text: 'Batal', tone: 'err' },
}

export function formatState(state: BookState): string {
  return words[state].text
}

/** Whether a paper is valid, or what became of its number. */
export function StateBadge({ state }: { state: BookState }) {
  const { text, tone } = words[state]
  return <Badge tone={tone}>{text}</Badge>
}
