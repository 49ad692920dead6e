import type { CSSProperties } from 'react'
import { unitHue, unitLetters } from './unit-letters.ts'
import styles from './unit-sign.module.css'

/** The letters of a unit on its tint. */
export function UnitSign({ position }: { position: number }) {
  return (
    <span className={styles.sign} style={{ '--unit-hue': unitHue(position) } as CSSProperties}>
      {unitLetters(position)}
    </span>
  )
}
