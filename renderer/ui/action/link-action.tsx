import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import { PathLink } from '../page/path-link.tsx'
import { type Action, runAction } from './action.ts'
import { KeyCap } from './key-cap.tsx'
import styles from './link-action.module.css'
import { useMayRun } from './may-context.ts'

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
  return (
    <>
      <UnstyledButton
        className={className}
        onClick={action ? () => void runAction(action) : props.onAction}
        {...(props.label ? { 'aria-label': props.label } : {})}
      >
        {action ? action.label : props.children}
      </UnstyledButton>
      {action?.keys && (
        <>
          {' '}
          <KeyCap>{action.keys}</KeyCap>
        </>
      )}
    </>
  )
}
