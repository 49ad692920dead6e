import { Button, type ButtonProps, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { Children, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { PathLink } from '../page/path-link.tsx'
import { type Action, runAction, useMayRun } from './action.ts'
import styles from './action-button.module.css'
import { useHeadAct } from './head-acts.tsx'
import { KeyCap } from './key-cap.tsx'
import { ariaKeys } from './key-match.ts'

type ActionButtonProps = {
  /** Label for screen readers if several buttons have the same text. */
  label?: string
  autoFocus?: boolean
  /** False if the keys are shown elsewhere. */
  keyCap?: boolean
  size?: 'sm' | 'xs'
} & (
  | {
      action: Action
      /** Overrides the tone of the action, where a second button of it is used. */
      tone?: Action['tone']
      children?: ReactNode
    }
  // An action without keys that is used once may be written in place.
  | (Omit<Action, 'label' | 'hint' | 'keys' | 'run'> & {
      children: ReactNode
      onAction: Action['run']
      action?: never
    })
)

const variants = { primary: 'filled', secondary: 'default', quiet: 'subtle', danger: 'filled' } as const

export function ActionButton(props: ActionButtonProps) {
  const { size = 'sm' } = props
  const declared = props.action ?? { ...props, label: [props.children].flat().join(''), run: props.onAction }
  const { icon: Icon, iconAfter: IconAfter, keys, refused } = declared
  const tone = props.tone ?? declared.tone ?? 'secondary'
  const [running, setRunning] = useState(false)
  const reasonId = useId()
  const mayRun = useMayRun()
  const { id, folded } = useHeadAct({ ...declared, tone })
  const busy = running || declared.pending === true
  const own = useFocusKept(busy)
  if (!mayRun(declared) || folded) return null

  async function press() {
    if (busy) return
    const outcome = runAction(declared)
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
  ) : keys && props.keyCap !== false ? (
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
      ref={own}
      id={id}
      onClick={press}
      data-tone={tone}
      loading={busy}
      data-autofocus={props.autoFocus || undefined}
      aria-disabled={refused !== undefined || undefined}
      aria-describedby={refused !== undefined ? reasonId : undefined}
      aria-label={props.label}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
    >
      {declared.widest === undefined ? (
        (props.children ?? declared.label)
      ) : (
        <span className={styles.words} data-widest={declared.widest}>
          {props.children ?? declared.label}
        </span>
      )}
    </Button>
  )
  // Always inside the tooltip, even when not refused: otherwise the element would be replaced and lose the focus.
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

/** Buttons beside each other. They keep their places, and the focus, when one before them goes. */
export function ActionButtons({ actions }: { actions: readonly (Action | false | null | undefined)[] }) {
  return Children.toArray(actions.map(action => action && <ActionButton action={action} />))
}

/** A button is disabled while it works, which takes the focus from it. It gets it back afterwards, unless the focus has gone elsewhere. */
function useFocusKept(busy: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const had = useRef(false)
  useLayoutEffect(() => {
    if (busy) had.current = document.activeElement === button.current
  }, [busy])
  useEffect(() => {
    if (busy || !had.current) return
    had.current = false
    if (document.activeElement === null || document.activeElement === document.body) button.current?.focus()
  }, [busy])
  return button
}

interface LinkActionBase {
  /** Label for screen readers, if the text does not identify the row. */
  label?: string | undefined
  size?: 'normal' | 'small'
}

type LinkActionProps = LinkActionBase &
  (
    | { children: ReactNode; path: string; onAction?: never; action?: never; needs?: Action['needs'] }
    | { children: ReactNode; onAction: () => void; path?: never; action?: never; needs?: Action['needs'] }
    | { action: Action; children?: never; onAction?: never; path?: never; needs?: never }
  )

interface RowLinkProps {
  label: string
  /** The row, for screen readers: "Ubah TIK.1565". */
  of: string
  needs?: Action['needs']
  onAction: () => void
}

/** A small action on a row of a list. */
export function RowLink({ label, of, needs, onAction }: RowLinkProps) {
  return (
    <LinkAction needs={needs} size="small" label={`${label} ${of}`} onAction={onAction}>
      {label}
    </LinkAction>
  )
}

/** An action or navigation that looks like a link: "Bandingkan", "Pakai tanggal NIK". */
export function LinkAction(props: LinkActionProps) {
  const mayRun = useMayRun()
  if (!mayRun(props.action ?? props)) return null
  const className = classNames(styles.link, props.size === 'small' && styles.small)
  if (props.path !== undefined)
    return (
      <PathLink path={props.path} className={className} aria-label={props.label}>
        {props.children}
      </PathLink>
    )
  const { action } = props
  const button = (
    <UnstyledButton
      className={className}
      onClick={action ? () => void runAction(action) : props.onAction}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      {action ? action.label : props.children}
    </UnstyledButton>
  )
  if (!action?.keys) return button
  return (
    <span className={layout.oneLine}>
      {button} <KeyCap>{action.keys}</KeyCap>
    </span>
  )
}
