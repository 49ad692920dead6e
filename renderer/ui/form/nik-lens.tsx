import { Box, Input } from '@mantine/core'
import {
  type ComponentProps,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { type FieldOptions, field } from './field.tsx'
import styles from './nik-lens.module.css'

export interface LensGroup {
  /** Name of the group, shown under it while digits are missing: "provinsi". */
  what: string
  length: number
  /** Share of the width; by default by its length. */
  room?: number
  /** Meaning of the digits once complete: "Banten". */
  name?: ReactNode
  /** Explains the meaning: "52 − 40 = tanggal 12, penanda perempuan". Shown instead of `what`. */
  detail?: ReactNode
  /** 'warn' if it differs from the form, 'err' if it is impossible. */
  tone?: 'warn' | 'err'
}

interface NikLensProps extends FieldOptions {
  /** Digits only. May be longer than the groups after pasting: kept and reported as an error, never cut. */
  value: string
  onChange: (digits: string) => void
  groups: readonly LensGroup[]
  /** Shown above the field at the right: "sah". */
  badge?: ReactNode
  error?: ReactNode
  /** Shown below the groups: "Sudah terdaftar: Siti Rahayu. Buka". */
  note?: ReactNode
  autoFocus?: boolean
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  /** Used by Mantine forms to find the field. */
  'data-path'?: string
  ref?: ComponentProps<'input'>['ref']
}

/** A field whose digits are shown in groups, each with its meaning under it. */
export function NikLens(props: NikLensProps) {
  const { value, onChange, groups, badge, error, note, autoFocus, onBlur, onKeyDown } = props
  const [caret, setCaret] = useState<{ from: number; to: number } | null>(null)
  const input = useRef<HTMLInputElement | null>(null)
  const id = useId()
  const meaningId = useId()
  const length = groups.reduce((sum, group) => sum + group.length, 0)
  const placed = placeDigits(
    value,
    groups.map(group => group.length),
  )
  const over = value.slice(length)

  function readCaret() {
    const element = input.current
    if (!element || document.activeElement !== element) return setCaret(null)
    setCaret({ from: element.selectionStart ?? 0, to: element.selectionEnd ?? 0 })
  }
  function change(text: string, pasted: boolean) {
    const digits = text.replace(/\D/g, '')
    // A 17th typed digit is a slip and is dropped. Pasted text is kept whole, so that the error is visible.
    onChange(pasted || digits.length <= Math.max(length, value.length) ? digits : digits.slice(0, length))
  }
  function pointTo(event: PointerEvent) {
    const place =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
    event.preventDefault()
    input.current?.focus()
    const at = place === undefined ? value.length : Math.min(value.length, Number(place))
    input.current?.setSelectionRange(at, at)
    readCaret()
  }

  return (
    <Input.Wrapper {...field(props)} id={id} error={error} pos="relative">
      {badge !== undefined && (
        <Box pos="absolute" top="-0.25rem" right={0}>
          {badge}
        </Box>
      )}
      <div
        className={classNames(styles.box, error ? styles.wrong : undefined)}
        onPointerDown={pointTo}
        style={
          {
            '--lens-groups': groups.map(group => `${group.room ?? group.length + 1.4}fr`).join(' '),
          } as React.CSSProperties
        }
      >
        <input
          id={id}
          ref={node => {
            input.current = node
            const { ref } = props
            if (typeof ref === 'function') return ref(node)
            if (ref) ref.current = node
          }}
          className={styles.input}
          value={value}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the page decides which field its work starts in
          autoFocus={autoFocus === true}
          data-autofocus={autoFocus || undefined}
          data-path={props['data-path']}
          aria-invalid={Boolean(error)}
          aria-describedby={meaningId}
          onChange={event => {
            const native = event.nativeEvent
            change(event.currentTarget.value, native instanceof InputEvent && native.inputType === 'insertFromPaste')
            readCaret()
          }}
          onSelect={readCaret}
          onFocus={readCaret}
          onBlur={() => {
            setCaret(null)
            onBlur?.()
          }}
          onKeyDown={onKeyDown}
        />
        {groups.map((group, index) => (
          <Group
            key={group.what}
            group={group}
            digits={placed[index]?.digits ?? ''}
            start={placed[index]?.start ?? 0}
            last={index === groups.length - 1}
            caret={caret}
          />
        ))}
        {over !== '' && <span className={styles.over}>{over}</span>}
      </div>
      <div id={meaningId} className={layout.unseen} aria-live="polite">
        {groups.map((group, index) => (
          <span key={group.what}>
            {placed[index]?.digits.length === group.length && group.name !== undefined && (
              <>
                {group.what}: {group.name}.{' '}
              </>
            )}
          </span>
        ))}
      </div>
      {note !== undefined && <div className={styles.note}>{note}</div>}
    </Input.Wrapper>
  )
}

interface GroupProps {
  group: LensGroup
  digits: string
  start: number
  last: boolean
  caret: { from: number; to: number } | null
}

/** Visual only: screen readers use the input and the hidden meanings. */
function Group({ group, digits, start, last, caret }: GroupProps) {
  const full = digits.length === group.length
  const places = Array.from({ length: group.length }, (_, index) => start + index)
  return (
    <Box miw={0} aria-hidden>
      <div className={classNames(styles.digits, full && styles.full, full && group.tone && styles[group.tone])}>
        {places.map((at, index) => (
          <span
            key={at}
            data-at={at}
            className={classNames(
              styles.digit,
              caret && caret.from === caret.to && caret.from === at && styles.caret,
              caret && at >= caret.from && at < caret.to && styles.chosen,
              digits[index] === undefined && styles.missing,
            )}
          >
            {digits[index] ?? '·'}
          </span>
        ))}
        {last && (
          <span
            data-at={start + group.length}
            className={classNames(
              styles.end,
              caret && caret.from === caret.to && caret.from === start + group.length && styles.caret,
            )}
          />
        )}
      </div>
      <div className={styles.name} data-tone={group.tone}>
        {full ? group.name : null}
      </div>
      <div className={styles.what}>{full && group.detail !== undefined ? group.detail : group.what}</div>
    </Box>
  )
}

interface PlacedDigits {
  /** Index of the first digit of the group in the number. */
  start: number
  /** The present digits of the group. */
  digits: string
}

/** Splits a number into groups of the given lengths; further digits belong to no group. */
export function placeDigits(value: string, lengths: readonly number[]): PlacedDigits[] {
  let start = 0
  return lengths.map(length => {
    const placed = { start, digits: value.slice(start, start + length) }
    start += length
    return placed
  })
}
