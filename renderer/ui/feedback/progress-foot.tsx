import { Progress } from '@mantine/core'
import { ActionButton } from '../action/action-button.tsx'
import styles from './progress-foot.module.css'

export interface WorkProgress {
  key: string
  /** "Mengimpor peserta" */
  title: string
  done: number
  total: number
  /** "kira-kira 20 detik lagi" */
  left?: string
  onCancel?: () => unknown
}

const count = new Intl.NumberFormat('id-ID')

/** Background work at the bottom of the sidebar: count, time left, Batal. */
export function ProgressFoot({ work }: { work: WorkProgress }) {
  const percent = work.total > 0 ? Math.min(100, (work.done / work.total) * 100) : 0
  return (
    <div className={styles.work}>
      <div className={styles.title}>{work.title}</div>
      <Progress value={percent} size={6} color="var(--kunyit)" bg="var(--side-line)" aria-label={work.title} />
      <div className={styles.foot}>
        <span>
          {count.format(work.done)} dari {count.format(work.total)}
          {work.left && <> · {work.left}</>}
        </span>
        {work.onCancel && (
          <ActionButton size="xs" tone="quiet" label={`Batal: ${work.title}`} onAction={work.onCancel}>
            Batal
          </ActionButton>
        )}
      </div>
    </div>
  )
}
