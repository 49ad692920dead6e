import { Box, Flex, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCornerDownLeft } from '@tabler/icons-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { KeyCap } from '../action/key-cap.tsx'
import { classNames } from '../page/class-names.ts'
import styles from './exception-line.module.css'
import { typing } from './field.tsx'

interface ExceptionLineProps {
  /** For screen readers: "Kehadiran Tata Rias III hari ke-9". */
  label: string
  value: string
  onChange: (text: string) => void
  /** Enter. An empty line is valid: everybody is present. */
  onSubmit: () => unknown
  /** The interpretation of the line, as text and chips. */
  reading?: ReactNode
  /** The same as plain text, announced while typing: "12 hadir, 1 sakit, 1 izin, 1 alpa". */
  spoken?: string
  /** The error: "Nomor 17 tidak ada, kelas ini 16 orang." */
  problem?: string | undefined
  placeholder?: string
  /** Label of the button shown while typing; without it only the key cap "Enter". */
  action?: string
  /** Interpretation below the line (in a list) or beside it (above a grid). */
  layout?: 'below' | 'beside'
  pending?: boolean
  autoFocus?: boolean
  /** Called by ↑ and ↓. */
  onStep?: (by: 1 | -1) => void
  ref?: ComponentProps<'input'>['ref']
}

/** A line for exceptions, "3s 7i 12a", interpreted while typing. */
export function ExceptionLine(props: ExceptionLineProps) {
  const { value, onSubmit, problem, action, layout = 'below', pending = false, onStep } = props
  const [focused, setFocused] = useState(false)
  const problemId = useId()

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !pending) onSubmit()
    else if (event.key === 'ArrowDown' && onStep) onStep(1)
    else if (event.key === 'ArrowUp' && onStep) onStep(-1)
    else return
    event.preventDefault()
  }

  return (
    <div className={classNames(styles.line, styles[layout])}>
      <div className={classNames(styles.box, problem !== undefined && styles.wrong)}>
        <input
          ref={props.ref}
          className={styles.input}
          aria-label={props.label}
          aria-invalid={problem !== undefined}
          aria-describedby={problem !== undefined ? problemId : undefined}
          placeholder={props.placeholder ?? 'semua hadir'}
          {...typing(value, props.onChange)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the page decides which line its work starts in
          autoFocus={props.autoFocus === true}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={press}
        />
        {focused || value !== '' ? (
          action ? (
            <UnstyledButton
              className={styles.action}
              aria-disabled={pending || undefined}
              onMouseDown={event => event.preventDefault()}
              onClick={() => !pending && onSubmit()}
            >
              {action} <IconCornerDownLeft size={14} aria-hidden />
            </UnstyledButton>
          ) : (
            <Box component="span" me="0.75rem" aria-hidden>
              <KeyCap>Enter</KeyCap>
            </Box>
          )
        ) : (
          <IconCornerDownLeft size={16} className={styles.enter} aria-hidden />
        )}
      </div>
      <div className={styles.reading}>
        {problem !== undefined ? (
          <Flex
            component="span"
            id={problemId}
            display="inline-flex"
            align="center"
            gap="0.3125rem"
            c="var(--warn)"
            fw={600}
          >
            <IconAlertTriangle size={14} aria-hidden /> {problem}
          </Flex>
        ) : (
          props.reading
        )}
      </div>
      <VisuallyHidden role="status">{problem ?? (focused ? props.spoken : '')}</VisuallyHidden>
    </div>
  )
}
