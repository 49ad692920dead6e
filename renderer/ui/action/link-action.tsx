import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import { PathLink } from '../page/path-link.tsx'
import styles from './link-action.module.css'

interface LinkActionBase {
  children: ReactNode
  /** What a screen reader says where the words alone do not tell which row is meant. */
  label?: string | undefined
  size?: 'normal' | 'small'
}

type LinkActionProps = LinkActionBase & ({ path: string; onAction?: never } | { onAction: () => void; path?: never })

interface RowLinkProps {
  label: string
  /** The row it belongs to, for a screen reader: "Ubah TIK.1565". */
  of: string
  onAction: () => void
}

/** A small act on one row of a list. */
export function RowLink({ label, of, onAction }: RowLinkProps) {
  return (
    <LinkAction size="small" label={`${label} ${of}`} onAction={onAction}>
      {label}
    </LinkAction>
  )
}

/** An act or a way to go, written as a link: "Bandingkan", "Pakai tanggal NIK". */
export function LinkAction(props: LinkActionProps) {
  const className = classNames(styles.link, props.size === 'small' && styles.small)
  if (props.path !== undefined)
    return (
      <PathLink path={props.path} className={className} aria-label={props.label}>
        {props.children}
      </PathLink>
    )
  return (
    <UnstyledButton
      className={className}
      onClick={props.onAction}
      {...(props.label ? { 'aria-label': props.label } : {})}
    >
      {props.children}
    </UnstyledButton>
  )
}
