import type { TrainedElsewhere } from '../../../shared/features/hub/notice.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { checkNik } from '../../../shared/features/trainee/nik/nik.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { Note } from '../../ui/feedback/note.tsx'

/** Training of this person at other centres, if the hub answers; otherwise shows nothing and does not wait. */
export function ElsewhereNote({ nik }: { nik: string }) {
  const whole = checkNik(nik) === null
  const { data } = useRead(api.hub.elsewhere, { nik }, { enabled: whole, ...readOnce })
  if (!data || data.trainings.length === 0) return null
  return (
    <Note tone="warn" title="Pernah dilatih di balai lain" live>
      {data.trainings.map(formatTrainedElsewhere).join('; ')}. Boleh ikut lagi dengan alasan.
    </Note>
  )
}

/** 'Tata Rias Dasar (Tata Rias), UPT BLK, Serang, selesai Sab 30 Nov 2024' */
export function formatTrainedElsewhere({ program, trade, centre, city, ended }: TrainedElsewhere): string {
  return `${program} (${tradeName(trade as Parameters<typeof tradeName>[0])}), ${centre}, ${city}, selesai ${shortDay(ended as PlainDate, { year: true })}`
}
