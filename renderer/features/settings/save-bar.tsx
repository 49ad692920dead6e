import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { StickyBar } from '../../ui/sticky-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'

export interface SaveBarProps {
  /** Something differs from what is stored. */
  dirty: boolean
  /** "Simpan aturan" */
  act: string
  /** Why it was not stored. */
  error: string | null
  onSave: () => unknown
}

/** The bar of a form that is stored by one act; Ctrl S and Ctrl Enter do the same. */
export function SaveBar({ dirty, act, error, onSave }: SaveBarProps) {
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
        <ActButton tone="primary" keys="Ctrl S" refused={dirty ? undefined : 'Belum ada yang diubah.'} onAct={onSave}>
          {act}
        </ActButton>
      </StickyBar>
      <UnsavedGuard dirty={dirty} words="Perubahan di halaman ini belum disimpan." />
    </>
  )
}
