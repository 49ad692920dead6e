import type { QueryScope } from '../../../scope.ts'
import { centreFacts, listOfficers, officersOn, signatoryOf } from '../../centre/centre-store.ts'
import { presentMark } from '../../certificate/keys/history-day-store.ts'
import type { ReportPaperFacts } from '../documents/report-paper.ts'

const nobody = { prefix: '', title: 'Kepala UPT Balai Latihan Kerja', name: '', rank: '', nip: '' }

/** What every report paper states beside its figures. */
export function paperFacts({ db, at, today }: QueryScope): ReportPaperFacts {
  const [head] = [...officersOn(db, today), ...listOfficers(db)]
  return {
    centre: centreFacts(db),
    head: head ? signatoryOf(head) : nobody,
    printedAt: at.slice(0, 16),
    settled: null,
    history: presentMark(db),
  }
}
