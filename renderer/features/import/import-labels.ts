import type { ImportOutcome, ImportStatus } from '../../../shared/features/import/import-row.ts'
import type { BadgeTone } from '../../ui/feedback/badge.tsx'

export const statusLabels: Record<ImportStatus, { tone: BadgeTone; words: string }> = {
  create: { tone: 'ok', words: 'Baru' },
  match: { tone: 'info', words: 'Sudah ada' },
  duplicate: { tone: 'warn', words: 'Ganda' },
  reject: { tone: 'err', words: 'Ditolak' },
}

export const outcomeLabels: Record<ImportOutcome, { tone: BadgeTone; words: string }> = {
  created: { tone: 'ok', words: 'Masuk' },
  changed: { tone: 'info', words: 'Diubah' },
  matched: { tone: 'neutral', words: 'Sudah ada' },
  skipped: { tone: 'warn', words: 'Dilewati' },
  rejected: { tone: 'err', words: 'Ditolak' },
}

export function count(value: number): string {
  return value.toLocaleString('id-ID')
}
