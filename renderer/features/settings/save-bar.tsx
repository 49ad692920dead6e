import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'

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
  useKeys([
    { keys: 'Ctrl S', label: 'simpan', run: () => void onSave() },
    { keys: 'Ctrl Enter', label: 'simpan', run: () => void onSave() },
  ])
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
        <ActionButton
          tone="primary"
          keys="Ctrl S"
          refused={dirty ? undefined : 'Belum ada yang diubah.'}
          onAction={onSave}
        >
          {action}
        </ActionButton>
      </StickyBar>
      <UnsavedGuard dirty={dirty} words="Perubahan di halaman ini belum disimpan." />
    </>
  )
}
