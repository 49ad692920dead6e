import { ActionIcon, Box, Flex, Input, Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { readDate } from '../../../shared/kernel/date-input.ts'
import { type PlainDate, shortDay, yearOf } from '../../../shared/kernel/plain-date.ts'
import { programKeys } from '../action/program-keys.ts'
import layout from '../page/layout.module.css'
import type { RailGap } from '../rail/rail-day.ts'
import styles from './date-field.module.css'
import { DateMonth } from './date-month.tsx'
import { type FieldOptions, field, typing } from './field.tsx'
import { useFieldToday } from './today.ts'

interface DateFieldProps extends FieldOptions {
  value: PlainDate | null
  /** Null while the text is empty or not a date. The input then has `data-unread`, and the form must not be saved. */
  onChange: (date: PlainDate | null) => void
  /** Overrides the day of the frame. */
  today?: PlainDate
  /** For birth dates: a short year is in the past. */
  past?: boolean
  /** For sources without a day: '10/2024' is the first of that month. */
  monthAlone?: boolean
  error?: ReactNode
  /** Days off, hatched in the month opened by F4. */
  dayOff?: (date: PlainDate) => RailGap | undefined
  min?: PlainDate
  max?: PlainDate
  disabled?: boolean
  autoFocus?: boolean
  onBlur?: () => void
  /** Used by Mantine forms to find the field. */
  'data-path'?: string
  ref?: ComponentProps<'input'>['ref']
}

/** A date as people type it ('16/12', 'senin', '+3', 'besok'), interpreted inside the field while typing; F4 opens a month. */
export function DateField(props: DateFieldProps) {
  const {
    value,
    onChange,
    past = false,
    monthAlone = false,
    error,
    dayOff,
    min,
    max,
    disabled,
    autoFocus,
    onBlur,
    ref,
  } = props
  const frameToday = useFieldToday()
  const today = props.today ?? frameToday
  const [draft, setDraft] = useState<string | null>(null)
  const [blurred, setBlurred] = useState(true)
  const [opened, setOpened] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const read = (text: string) => readDate(text, today, { past, monthAlone })
  // The typed text stays until the value is changed from outside.
  const typed = draft !== null && read(draft) === value ? draft : null
  const text = typed ?? (value ? shortDay(value, { year: true }).replaceAll('\u00a0', ' ') : '')
  const unread = typed !== null && typed.trim() !== '' && value === null
  // A year that was typed is not read back: in a narrow field it would cover the text.
  const yearTyped = value !== null && typed?.includes(String(yearOf(value))) === true
  const reading = typed !== null && value !== null ? shortDay(value, { year: !yearTyped }) : null
  const problem =
    error ??
    (unread && blurred
      ? `“${typed}” bukan tanggal. Contoh: ${monthAlone ? '16/12/2024, 10/2024' : '16/12, senin, +3'}.`
      : undefined)

  function type(next: string) {
    setDraft(next)
    setBlurred(false)
    onChange(read(next))
  }
  function pick(date: PlainDate) {
    setDraft(null)
    onChange(date)
    setOpened(false)
    input.current?.focus()
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') setOpened(false)
    if (event.key !== programKeys.choices && !(event.key === 'ArrowDown' && event.altKey)) return
    event.preventDefault()
    setOpened(true)
  }

  return (
    <Input.Wrapper {...field(props)} id={id} error={problem}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width="auto">
        <Popover.Target>
          <Input
            id={id}
            ref={node => {
              input.current = node
              if (typeof ref === 'function') return ref(node)
              if (ref) ref.current = node
            }}
            {...typing(text, type)}
            data-path={props['data-path']}
            data-unread={unread || undefined}
            error={Boolean(problem)}
            disabled={disabled === true}
            data-autofocus={autoFocus || undefined}
            autoFocus={autoFocus === true}
            autoComplete="off"
            spellCheck={false}
            role="combobox"
            aria-haspopup="dialog"
            aria-keyshortcuts={programKeys.choices}
            data-mantine-stop-propagation={opened || undefined}
            placeholder={monthAlone ? '10/2024' : past ? '12/5/1990' : '16/12, senin, +3'}
            onFocus={event => event.currentTarget.select()}
            onBlur={() => {
              setBlurred(true)
              onBlur?.()
            }}
            onKeyDown={press}
            rightSectionWidth={reading ? (yearTyped ? '7.25rem' : '9.5rem') : '2.25rem'}
            rightSectionPointerEvents="all"
            rightSection={
              <Flex component="span" w="100%" align="center" justify="flex-end" gap="0.25rem" pe="0.25rem">
                <Box
                  component="span"
                  className={layout.oneLine}
                  c="var(--tinta-7)"
                  fz="0.8125rem"
                  fw={600}
                  lh="1.125rem"
                  aria-live="polite"
                >
                  {reading}
                </Box>
                <ActionIcon
                  variant="transparent"
                  className={styles.open ?? ''}
                  aria-label="Buka kalender (F4)"
                  tabIndex={-1}
                  disabled={disabled === true}
                  onClick={() => setOpened(!opened)}
                >
                  <IconCalendar size={16} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Flex>
            }
          />
        </Popover.Target>
        <Popover.Dropdown
          p="sm"
          aria-label="Kalender"
          // Otherwise Esc in the month would also close the form.
          onFocusCapture={event => event.target.setAttribute('data-mantine-stop-propagation', 'true')}
        >
          <DateMonth
            value={value}
            today={today}
            onPick={pick}
            {...(dayOff ? { dayOff } : {})}
            {...(min ? { min } : {})}
            {...(max ? { max } : {})}
          />
        </Popover.Dropdown>
      </Popover>
    </Input.Wrapper>
  )
}
