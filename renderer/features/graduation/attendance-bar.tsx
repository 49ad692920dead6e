import { classNames } from '../../ui/page/class-names.ts'
import styles from './attendance-bar.module.css'

interface AttendanceBarProps {
  present: number
  planned: number
  needed: number
  /** 'short': below the limit. 'gone': left the class, no limit applies. */
  tone: 'enough' | 'short' | 'gone'
}

/** One cell for each planned day, attended ones filled, with a mark at the limit. The figure stands beside it. */
export function AttendanceBar({ present, planned, needed, tone }: AttendanceBarProps) {
  return (
    <span className={classNames(styles.bar, styles[tone])} aria-hidden>
      {Array.from({ length: planned }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells are days and never change their order
          key={index}
          className={classNames(styles.day, index < present && styles.present, index === needed && styles.limit)}
        />
      ))}
    </span>
  )
}
