import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ActionButton } from '../action/action-button.tsx'
import { Note } from './note.tsx'

interface ErrorPanelProps {
  /** In words: what failed and that nothing was lost. */
  children: ReactNode
  /** The number under which the log holds the cause. */
  incident?: string | undefined
  onRetry: () => unknown
}

/** Stands in the place of what could not be read. */
export function ErrorPanel({ children, incident, onRetry }: ErrorPanelProps) {
  return (
    <Note
      tone="err"
      live
      actions={
        <ActionButton size="xs" icon={IconRefresh} onAction={onRetry}>
          Coba lagi
        </ActionButton>
      }
    >
      {children}
      {incident !== undefined && <> Nomor kejadian {incident}.</>}
    </Note>
  )
}
