import { Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './action-button.module.css'
import { KeyCap } from './key-cap.tsx'

interface ActionButtonProps {
  /** Names the act: "Hapus 3 peserta", never "OK". */
  children: ReactNode
  /** A returned promise locks the button until it settles, so that a second press cannot act twice. */
  onAction: () => unknown
  tone?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: TablerIcon
  iconAfter?: TablerIcon
  /** Shown on the button; the page binds it with useKeys. */
  keys?: string
  /** Why the act is refused now. The button stays focusable and says it. */
  refused?: string | undefined
  pending?: boolean
  /** What a screen reader says when there are several buttons with the same words. */
  label?: string
  autoFocus?: boolean
  size?: 'sm' | 'xs'
}

const variants = { primary: 'filled', secondary: 'default', quiet: 'subtle', danger: 'filled' } as const

export function ActionButton(props: ActionButtonProps) {
  const { tone = 'secondary', icon: Icon, iconAfter: IconAfter, keys, refused, size = 'sm' } = props
  const [running, setRunning] = useState(false)
  const reasonId = useId()
  const busy = running || props.pending === true

  async function action() {
    if (refused !== undefined || busy) return
    const outcome = props.onAction()
    if (!(outcome instanceof Promise)) return
    setRunning(true)
    try {
      await outcome
    } finally {
      setRunning(false)
    }
  }

  const iconSize = size === 'sm' ? 16 : 14
  const after = IconAfter ? (
    <IconAfter size={iconSize} aria-hidden />
  ) : keys ? (
    <KeyCap tone={tone === 'primary' || tone === 'danger' ? 'plain' : 'boxed'}>{keys}</KeyCap>
  ) : null
  const button: ButtonProps = {
    variant: variants[tone],
    size,
    className: classNames(styles.button, styles[tone], refused !== undefined && styles.refused),
    ...(tone === 'danger' ? { color: 'red' } : {}),
    ...(Icon ? { leftSection: <Icon size={iconSize} aria-hidden /> } : {}),
    ...(after ? { rightSection: after } : {}),
  }
  const element = (
    <Button
      {...button}
      onClick={action}
      loading={busy}
      data-autofocus={props.autoFocus || undefined}
      aria-disabled={refused !== undefined || undefined}
      aria-describedby={refused !== undefined ? reasonId : undefined}
      aria-label={props.label}
      aria-keyshortcuts={keys ? keys.replaceAll(' ', '+').replace('Ctrl', 'Control') : undefined}
    >
      {props.children}
    </Button>
  )
  // Always inside the tooltip: a button that may act after all must stay the same element, or it would lose the focus.
  return (
    <>
      <Tooltip
        label={refused ?? ''}
        disabled={refused === undefined}
        events={{ hover: true, focus: true, touch: true }}
      >
        {element}
      </Tooltip>
      {refused !== undefined && <VisuallyHidden id={reasonId}>{refused}</VisuallyHidden>}
    </>
  )
}
