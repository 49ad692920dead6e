import { classNames } from '../page/class-names.ts'
import styles from './mark-chip.module.css'

export type Mark = 'H' | 'S' | 'I' | 'A' | 'T'

const markLabels: Record<Mark, string> = { H: 'Hadir', S: 'Sakit', I: 'Izin', A: 'Alpa', T: 'Terlambat' }

interface MarkChipProps {
  mark: Mark
  /** Not stored yet: dashed border. */
  pending?: boolean
  /** Shows the word ("Sakit") instead of the letter. */
  word?: boolean
  /** Fills its grid cell. */
  cell?: boolean
}

export function MarkChip({ mark, pending = false, word = false, cell = false }: MarkChipProps) {
  return (
    <span
      className={classNames(
        styles.chip,
        styles[mark],
        pending && styles.pending,
        word && styles.word,
        cell && styles.cell,
      )}
    >
      {word ? markLabels[mark] : mark}
    </span>
  )
}
