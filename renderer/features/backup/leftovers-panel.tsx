import { keptDays } from '../../../shared/features/session/leftover.ts'
import { longDate } from '../../../shared/kernel/date-format.ts'
import { addDays } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

/** Files left behind by a power cut or a restore; hidden when there are none. */
export function LeftoversPanel() {
  const { data } = useRead(api.session.leftovers, {})
  const [oldest] = data ?? []
  if (!data || !oldest) return null
  const megabytes = (data.reduce((sum, file) => sum + file.bytes, 0) / 1e6).toFixed(1).replace('.', ',')
  return (
    <Panel title="Berkas sisa">
      <p className={layout.note}>
        {data.length} berkas ({megabytes} MB) tidak dipakai data mana pun: sisa listrik padam, atau hasil scan yang
        lebih baru dari cadangan yang dipulihkan. Masing-masing dihapus {keptDays} hari sesudah ditemukan, yang pertama
        mulai {longDate(addDays(oldest.foundOn, keptDays))}.
      </p>
    </Panel>
  )
}
