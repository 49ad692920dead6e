import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { ActionButton } from '../action/action-button.tsx'
import { ErrorHelpContext, Note } from './note.tsx'

interface ErrorPanelProps {
  /** What failed, and that nothing was lost. */
  children: ReactNode
  onRetry: () => unknown
}

/** Shown in place of data that could not be read. */
export function ErrorPanel({ children, onRetry }: ErrorPanelProps) {
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
    </Note>
  )
}
