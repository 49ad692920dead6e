import { classNames } from '../../ui/page/class-names.ts'
import styles from './attendance-bar.module.css'

interface AttendanceBarProps {
  present: number
  planned: number
  needed: number
  /** 'short' breaks the rule; 'gone' has left the class and is measured by none. */
  tone: 'enough' | 'short' | 'gone'
}

/** A cell a planned day, the attended ones filled, with a mark where the limit lies. The figure stands beside it. */
export function AttendanceBar({ present, planned, needed, tone }: AttendanceBarProps) {
  return (
    <span className={classNames(styles.bar, styles[tone])} aria-hidden>
      {Array.from({ length: planned }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the cells are days, their place is what they are
          key={index}
          className={classNames(styles.day, index < present && styles.present, index === needed && styles.limit)}
        />
      ))}
    </span>
  )
}
