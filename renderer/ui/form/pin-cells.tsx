import { type KeyboardEvent, type RefObject, useId } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { typing } from './field.tsx'
import styles from './pin-cells.module.css'

interface PinCellsProps {
  label: string
  value: string
  onChange: (digits: string) => void
  /** Called with all six digits once the last one is typed. */
  onFull?: (digits: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  field?: RefObject<HTMLInputElement | null>
  closed?: boolean
  describedBy?: string | undefined
}

const length = 6
const places = [0, 1, 2, 3, 4, 5]

/** Six digits, each shown as a dot. A single field for keyboard and screen readers. */
export function PinCells({ label, value, onChange, onFull, onKeyDown, field, closed, describedBy }: PinCellsProps) {
  const id = useId()
  function take(text: string) {
    const digits = text.replace(/\D/g, '').slice(0, length)
    onChange(digits)
    if (digits.length === length) onFull?.(digits)
  }
  return (
    <div>
      <label htmlFor={id} className={layout.label}>
        {label}
      </label>
      <div className={classNames(styles.pin, closed && styles.closed)}>
        <input
          ref={field}
          id={id}
          className={styles.field}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          disabled={closed}
          maxLength={length}
          aria-describedby={describedBy}
          {...typing(value, take)}
          onKeyDown={onKeyDown}
        />
        {places.map(at => (
          <span
            key={at}
            className={styles.cell}
            data-filled={at < value.length || undefined}
            data-next={at === value.length || undefined}
          />
        ))}
      </div>
    </div>
  )
}
