import type { Evidence, Restricted } from '../../../shared/features/trainee/contract.ts'
import { type PlainDate, shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { formatGroup, formatSource } from '../trainee/trainee-format.ts'
import styles from './trainee-page.module.css'

interface EvidenceHistoryProps {
  evidence: readonly Evidence[]
  /** Null until the restricted data is requested. */
  restricted: Restricted['evidence'] | null
}

/** All evidence of the target group, newest first. New evidence never replaces older evidence. */
export function EvidenceHistory({ evidence, restricted }: EvidenceHistoryProps) {
  return (
    <Panel title="Sasaran" facts="yang terbaru berlaku; nilai saat masuk kelas tetap tersimpan">
      {evidence.length === 0 ? (
        <p className={styles.none}>Belum ada bukti. Catat lewat Ubah data.</p>
      ) : (
        <ul className={layout.lines}>
          {evidence.map(one => {
            const hidden = restricted?.find(row => row.id === one.id)
            return (
              <li key={one.id} className={styles.row}>
                <strong>{formatGroup(hidden?.stunting ? [...one.groups, 'STUNTING'] : one.groups)}</strong>
                <span>
                  {formatSource(one)}
                  {hidden && hidden.decile !== null && `, desil ${hidden.decile}`}
                </span>
                <span className={styles.detail}>
                  {one.fileId === null ? 'tanpa berkas' : 'dengan berkas'} · dicatat {formatDay(one.at)} oleh {one.by}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

function formatDay(at: string): string {
  const date = at.slice(0, 10) as PlainDate
  return `${shortDate(date)} ${yearOf(date)}`
}
