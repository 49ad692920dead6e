import { classNames } from './class-names.ts'
import styles from './one-line.module.css'

interface OneLineProps {
  /** The whole of it stands in a tooltip. */
  text: string
  /** Widest, 16rem or 10rem. */
  width?: 'wide' | 'narrow'
}

/** A text of a table cell that is cut rather than wrapped, so that all rows are equally high. */
export function OneLine({ text, width = 'wide' }: OneLineProps) {
  return (
    <span className={classNames(styles.line, styles[width])} title={text}>
      {text}
    </span>
  )
}
