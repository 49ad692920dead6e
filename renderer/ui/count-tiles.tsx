import { classNames } from './class-names.ts'
import styles from './count-tiles.module.css'

export interface CountTile<Value extends string> {
  value: Value
  label: string
  count: number
  tone?: 'plain' | 'ok' | 'tinta' | 'warn' | 'err'
}

export interface CountTilesProps<Value extends string> {
  label: string
  tiles: readonly CountTile<Value>[]
  value: Value
  onChange: (value: Value) => void
}

const count = new Intl.NumberFormat('id-ID')

/** Counters that filter the list below them. */
export function CountTiles<Value extends string>({ label, tiles, value, onChange }: CountTilesProps<Value>) {
  return (
    <fieldset className={styles.tiles} aria-label={label}>
      {tiles.map(tile => (
        <button
          key={tile.value}
          type="button"
          className={styles.tile}
          aria-pressed={tile.value === value}
          onClick={() => onChange(tile.value)}
        >
          <span className={classNames(styles.count, tile.tone && styles[tile.tone])}>{count.format(tile.count)}</span>
          <span className={styles.label}>{tile.label}</span>
        </button>
      ))}
    </fieldset>
  )
}
