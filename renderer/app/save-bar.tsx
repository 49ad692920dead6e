import type { Action } from '../ui/action/action.ts'
import { ActionButton } from '../ui/action/action-button.tsx'
import { useActions } from '../ui/action/use-actions.ts'
import { StickyBar } from '../ui/form/sticky-bar.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'

interface SaveBarProps {
  /** Something differs from what is stored. */
  dirty: boolean
  /** "Simpan aturan" */
  action: string
  /** Why it was not stored. */
  error: string | null
  onSave: () => unknown
}

/** The bar of a form that is stored by one act; Ctrl S and Ctrl Enter do the same. */
export function SaveBar({ dirty, action, error, onSave }: SaveBarProps) {
  const save: Action = {
    label: action,
    hint: 'simpan',
    keys: 'Ctrl S',
    tone: 'primary',
    refused: dirty ? undefined : 'Belum ada yang diubah.',
    run: onSave,
  }
  useActions([save, { ...save, keys: 'Ctrl Enter' }])
  return (
    <>
      <StickyBar
        tone={error === null ? 'plain' : 'err'}
        note={
          <span role={error === null ? undefined : 'alert'}>
            {error ?? (dirty ? 'Ada perubahan yang belum disimpan.' : 'Semua tersimpan.')}
          </span>
        }
      >
        <ActionButton action={save} />
      </StickyBar>
      <UnsavedGuard dirty={dirty} words="Perubahan di halaman ini belum disimpan." />
    </>
  )
}
