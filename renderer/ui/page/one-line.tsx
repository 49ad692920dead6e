import { classNames } from './class-names.ts'
import styles from './one-line.module.css'

interface OneLineProps {
  /** The full text, also shown in a tooltip. */
  text: string
  /** Maximum width: 16rem, 10rem or 7rem; 'rest' takes what the other columns leave to a column 100 % wide. */
  width?: 'wide' | 'narrow' | 'slim' | 'rest'
}

/** Text of a table cell that is truncated instead of wrapped, so that all rows have the same height. */
export function OneLine({ text, width = 'wide' }: OneLineProps) {
  return (
    <span className={classNames(styles.line, styles[width])} title={text}>
      {text}
    </span>
  )
}
