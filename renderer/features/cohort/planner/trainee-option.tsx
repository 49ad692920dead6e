import { IconCheck } from '@tabler/icons-react'
import type { TraineeRow } from '../../../../shared/features/trainee/contract.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Highlight } from '../../../ui/table/highlight.tsx'
import styles from './trainee-picker.module.css'

interface TraineeOptionProps {
  id: string
  row: TraineeRow
  index: number
  query: string
  /** Enter takes this option. */
  active: boolean
  picked: boolean
  /** Why the person cannot attend; the option stays visible but cannot be chosen. */
  busy: string | null
  onPress: () => void
}

/** One person of the picker. */
export function TraineeOption({ id, row, index, query, active, picked, busy, onPress }: TraineeOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which names the active option
    <div
      id={id}
      data-index={index}
      role="option"
      aria-selected={picked}
      aria-disabled={busy !== null || undefined}
      className={classNames(styles.row, active && styles.active, picked && styles.picked, busy !== null && styles.busy)}
      onClick={onPress}
    >
      <span className={styles.box} aria-hidden>
        {picked && <IconCheck size={14} stroke={2.5} />}
      </span>
      <span className={styles.name}>
        <Highlight text={row.name} query={query} />
      </span>
      <span className={styles.state}>
        {busy !== null ? (
          <Badge tone="err">{busy}</Badge>
        ) : (
          row.cohort?.status === 'enrolled' && <Badge>{row.cohort.title}</Badge>
        )}
      </span>
      <span className={styles.detail}>
        {row.maskedNik} · {row.village ? `Kel. ${row.village}` : 'kelurahan tidak tercatat'}
      </span>
    </div>
  )
}
