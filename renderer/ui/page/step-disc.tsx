import { IconCheck, type TablerIcon } from '@tabler/icons-react'
import { classNames } from './class-names.ts'
import styles from './step-disc.module.css'

export type StepState = 'done' | 'now' | 'next'

interface StepDiscProps {
  /** Shown until the step is done. */
  number: number
  state: StepState
  /** Instead of the number. */
  sign?: TablerIcon | undefined
}

/** The number of a step in a circle; a tick when it is done. */
export function StepDisc({ number, state, sign }: StepDiscProps) {
  const Sign = state === 'done' ? IconCheck : sign
  return (
    <span className={classNames(styles.disc, styles[state])} aria-hidden>
      {Sign ? <Sign size={15} /> : number}
    </span>
  )
}
