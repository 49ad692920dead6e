import type { Outlook } from './attendance.ts'

/** What can still become of somebody's presence, for a tally whose best is `stillPossible` of `needed` days. */
export function formatOutlook(outlook: Outlook, stillPossible: number, needed: number): string {
  switch (outlook.kind) {
    case 'reached':
      return 'sudah cukup'
    case 'can_miss':
      return `boleh absen ${outlook.days} hari lagi`
    case 'must_attend_all':
      return 'tak boleh absen lagi'
    case 'out_of_reach':
      return `paling banyak ${stillPossible} dari ${needed} hari yang perlu`
  }
}
