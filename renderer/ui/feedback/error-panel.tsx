import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { ActionButton } from '../action/action-button.tsx'
import { ErrorHelpContext } from './error-help-context.ts'
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
  const Help = useContext(ErrorHelpContext)
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
      {children} {Help && typeof children === 'string' && <Help message={children} />}
      {incident !== undefined && <> Nomor kejadian {incident}.</>}
    </Note>
  )
}
