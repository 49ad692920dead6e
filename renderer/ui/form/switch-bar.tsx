import type { TablerIcon } from '@tabler/icons-react'
import { useId } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './switch-bar.module.css'

interface SwitchOption<Value extends string> {
  value: Value
  label: string
  icon?: TablerIcon
  /** 'rejected' fills the chosen option dark red: "Tidak lulus". */
  tone?: 'rejected'
}

interface SwitchBarProps<Value extends string> {
  /** For screen readers. */
  label: string
  options: readonly SwitchOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  size?: 'normal' | 'small'
}

/** Two or three options side by side; the chosen one is filled. Arrows move, as in a radio group. */
export function SwitchBar<Value extends string>(props: SwitchBarProps<Value>) {
  const { label, options, value, onChange, size = 'normal' } = props
  const name = useId()
  return (
    <div className={classNames(styles.bar, styles[size])} role="radiogroup" aria-label={label}>
      {options.map(option => (
        <label
          key={option.value}
          className={classNames(
            styles.option,
            option.value === value && styles.chosen,
            option.tone && styles[option.tone],
          )}
        >
          <input
            type="radio"
            className={styles.input}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <option.icon size={15} aria-hidden />}
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** The same with its label above. */
export function SwitchField<Value extends string>(props: SwitchBarProps<Value>) {
  return (
    <div>
      <p className={layout.label}>{props.label}</p>
      <SwitchBar {...props} />
    </div>
  )
}
