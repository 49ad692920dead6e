import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './link-act.module.css'
import { PathLink } from './path-link.tsx'

interface LinkActBase {
  children: ReactNode
  /** What a screen reader says where the words alone do not tell which row is meant. */
  label?: string | undefined
  size?: 'normal' | 'small'
}

export type LinkActProps = LinkActBase & ({ path: string; onAct?: never } | { onAct: () => void; path?: never })

/** An act or a way to go, written as a link: "Bandingkan", "Pakai tanggal NIK". */
export function LinkAct(props: LinkActProps) {
  const className = classNames(styles.link, props.size === 'small' && styles.small)
  if (props.path !== undefined)
    return (
      <PathLink path={props.path} className={className} aria-label={props.label}>
        {props.children}
      </PathLink>
    )
  return (
    <UnstyledButton className={className} onClick={props.onAct} {...(props.label ? { 'aria-label': props.label } : {})}>
      {props.children}
    </UnstyledButton>
  )
}
