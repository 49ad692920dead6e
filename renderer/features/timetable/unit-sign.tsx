import { unitLetters } from './unit-letters.ts'
import styles from './unit-sign.module.css'

/** The letters of a unit. */
export function UnitSign({ position }: { position: number }) {
  return <span className={styles.sign}>{unitLetters(position)}</span>
}
