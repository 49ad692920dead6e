import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../ui/dialog/confirm-dialog.tsx'
import { isLoadingAnew } from './desk/connection.ts'

interface UnsavedGuardProps {
  /** Something is typed but not saved. */
  dirty: boolean
  /** "Perubahan pada aturan belum disimpan." */
  words: string
}

/**
 * Asks before a page with unsaved work is left by Esc, by a link or by closing the window. Changing only the search part of the address does not ask.
 */
export function UnsavedGuard({ dirty, words }: UnsavedGuardProps) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty && !isLoadingAnew(),
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={leaving.status === 'blocked'}
      title="Tinggalkan halaman ini?"
      action="Tinggalkan tanpa menyimpan"
      onAction={() => leaving.proceed?.()}
      onCancel={() => leaving.reset?.()}
    >
      {words}
    </ConfirmDialog>
  )
}
