import { IconAlertTriangle } from '@tabler/icons-react'
import { Panel } from '../../ui/panel.tsx'
import styles from './side-note.module.css'

/** What the end of the budget year means for classes that run over it. */
export function BudgetPanel({ words }: { words: string }) {
  return (
    <Panel tone="warn" label="Tahun anggaran">
      <div className={styles.note}>
        <IconAlertTriangle size={18} className={styles.warn} aria-hidden />
        <p>{words}</p>
      </div>
    </Panel>
  )
}
