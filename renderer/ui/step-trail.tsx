import { IconCheck } from '@tabler/icons-react'
import styles from './step-trail.module.css'

export interface StepTrailProps {
  steps: readonly string[]
  /** 0 is the first. */
  at: number
  label?: string
}

/** Where one is in work of a few steps, at the right of the page head: Berkas, Kolom, Periksa, Selesai. */
export function StepTrail({ steps, at, label = 'Langkah' }: StepTrailProps) {
  return (
    <ol className={styles.trail} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          aria-current={index === at ? 'step' : undefined}
          data-done={index < at || undefined}
        >
          <span className={styles.number} aria-hidden>
            {index < at ? <IconCheck size={14} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
