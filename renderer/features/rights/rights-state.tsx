import type { PersonRights } from '../../../shared/features/rights/contract.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { Note } from '../../ui/feedback/note.tsx'

/** At the top of a trainee whose data is frozen or anonymised. */
export function RightsState({ rights }: { rights: PersonRights }) {
  if (rights.state === 'OPEN') return null
  if (rights.anonymised) {
    const { ground, at, by } = rights.anonymised
    return (
      <Note title="Sudah dianonimkan.">
        {dayOf(at)} oleh {by}, {ground === 'RETENTION' ? 'karena masa simpannya lewat' : 'atas permintaan'}. Hitungan,
        kehadiran, hasil dan sertifikat yang sudah terbit tetap ada.
      </Note>
    )
  }
  const [freeze] = rights.freezes
  if (!freeze) return null
  return (
    <Note tone="warn" title="Data dibekukan.">
      Diminta {longDate(freeze.requestedOn)}, dibekukan {dayOf(freeze.at)} oleh {freeze.by}: {freeze.reason}. Tidak
      diubah, tidak dibuka, tidak masuk kelas lain dan tidak ikut ekspor. Kelas yang sedang diikuti tetap selesai.
    </Note>
  )
}

function dayOf(at: string): string {
  return longDate(at.slice(0, 10) as PlainDate)
}
