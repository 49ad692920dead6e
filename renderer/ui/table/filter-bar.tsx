import { Box, Flex, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useActions } from '../action/action.ts'
import { KeyCap } from '../action/key-cap.tsx'
import { programKeys } from '../action/program-keys.ts'
import { typing } from '../form/field.tsx'
import layout from '../page/layout.module.css'
import styles from './filter-bar.module.css'

export interface FilterChip<Value extends string> {
  value: Value
  label: string
  count?: number
}

export interface FilterBarProps<Value extends string> {
  /** What can be typed: "Kode, program, instruktur". */
  placeholder: string
  text: string
  onText: (text: string) => void
  chips?: readonly FilterChip<Value>[]
  chip?: Value
  onChip?: (value: Value) => void
  /** Leaves room for the chips in one line. */
  narrow?: boolean
  /** At the right: "Kolom", a switch. */
  extra?: ReactNode
  autoFocus?: boolean
}

/** The filter above a list: '/' focuses it, ↓ goes to the list, Esc clears it. */
export function FilterBar<Value extends string>(props: FilterBarProps<Value>) {
  const { placeholder, text, onText, chips = [], chip, onChip, extra, autoFocus = false, narrow = false } = props
  const input = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useActions([{ label: 'Ke saringan', keys: programKeys.filter, run: () => input.current?.select() }])

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape' && text !== '') onText('')
    else if (event.key === 'ArrowDown') rowAfter(bar.current)?.focus()
    else return
    event.preventDefault()
  }

  return (
    <Flex ref={bar} flex="none" wrap="wrap" align="center" gap="0.5rem 0.625rem">
      <TextInput
        ref={input}
        w={narrow ? '14.25rem' : '17.5rem'}
        aria-label={`Saring: ${placeholder}`}
        aria-keyshortcuts={programKeys.filter}
        placeholder={placeholder}
        {...typing(text, onText)}
        autoFocus={autoFocus}
        // In a drawer the rule of the drawer decides about the first focus.
        data-autofocus={autoFocus || undefined}
        onKeyDown={press}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<KeyCap>{programKeys.filter}</KeyCap>}
      />
      {chips.length > 0 && (
        <Box component="fieldset" className={layout.chips} m={0} p={0} bd={0} aria-label="Saring menurut keadaan">
          {chips.map(one => (
            <button
              key={one.value}
              type="button"
              className={styles.chip}
              aria-pressed={one.value === chip}
              onClick={() => onChip?.(one.value)}
            >
              {one.label}
              {one.count !== undefined && ` ${one.count}`}
            </button>
          ))}
        </Box>
      )}
      {extra !== undefined && (
        <Flex align="center" gap="0.75rem" ms="auto">
          {extra}
        </Flex>
      )}
    </Flex>
  )
}

/** The row of the list below that Tab would reach. */
function rowAfter(bar: HTMLElement | null): HTMLElement | null {
  const rows = document.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]')
  return [...rows].find(row => bar && bar.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) ?? null
}
