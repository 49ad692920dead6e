import { classNames } from './class-names.ts'
import styles from './share-blocks.module.css'

export interface ShareBlocksProps {
  /** How many blocks there are: 15 days. */
  total: number
  value: number
  /** The mark that must be reached: 12. */
  needed?: number
  /** 'muted' for who is out of it. */
  muted?: boolean
  /** "11 dari 15 hari, perlu 12" */
  label: string
}

/** A number out of few, as blocks, with the mark that must be reached; red below it. */
export function ShareBlocks({ total, value, needed, muted = false, label }: ShareBlocksProps) {
  const short = needed !== undefined && value < needed
  return (
    <span className={styles.blocks} role="img" aria-label={label} title={label}>
      {Array.from({ length: total }, (_, index) => index + 1).map(number => (
        <span
          key={number}
          className={classNames(
            styles.block,
            number <= value && (muted ? styles.muted : short ? styles.short : styles.full),
            number === needed && styles.needed,
          )}
        />
      ))}
    </span>
  )
}
