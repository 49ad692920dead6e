import { Progress } from '@mantine/core'
import { ActionButton } from '../action/action-button.tsx'
import styles from './progress-foot.module.css'

interface ProgressFootProps {
  title: string
  done: number
  /** null while nobody knows. */
  total: number | null
  stop: () => unknown
}

const count = new Intl.NumberFormat('id-ID')
/** More are bytes, or nothing that anybody counts. */
const mostCounted = 100_000

/** Long work at the foot of the sidebar, above dialogs too: how far it is, and Hentikan. */
export function ProgressFoot({ title, done, total, stop }: ProgressFootProps) {
  const percent = total ? Math.min(100, (done / total) * 100) : 100
  const words =
    total === null || total === 0
      ? done > 0
        ? `${count.format(done)} sudah`
        : 'sedang berjalan'
      : total > mostCounted
        ? `${Math.floor(percent)} %`
        : `${count.format(done)} dari ${count.format(total)}`
  return (
    <div className={styles.work}>
      <div className={styles.title}>{title}</div>
      <Progress
        value={percent}
        animated={!total}
        size={6}
        color="var(--tinta-3)"
        bg="var(--side-line)"
        aria-label={title}
      />
      <div className={styles.foot}>
        <span>{words}</span>
        <ActionButton size="xs" tone="quiet" label={`Hentikan: ${title}`} onAction={stop}>
          Hentikan
        </ActionButton>
      </div>
    </div>
  )
}
