import { type OperationGroup, rolesWith } from '../../shared/features/access/access-matrix.ts'
import { roleNames } from '../../shared/features/access/roles.ts'
import { primaryAction, useActions, useMayRun } from '../ui/action/action.ts'
import { ActionButton } from '../ui/action/action-button.tsx'
import { StickyBar } from '../ui/form/sticky-bar.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'

interface SaveBarProps {
  /** The form differs from what is stored. */
  dirty: boolean
  /** "Simpan aturan" */
  action: string
  /** Why saving failed. */
  error: string | null
  onSave: () => unknown
  /** People without this right see who may change it. */
  needs?: OperationGroup
}

/** The bar of a form that is saved as a whole. Ctrl S and Ctrl Enter do the same. */
export function SaveBar({ dirty, action, error, onSave, needs }: SaveBarProps) {
  const looking = !useMayRun()({ needs }) && needs !== undefined
  const save = primaryAction('Ctrl S', action, onSave, {
    hint: 'simpan',
    refused: dirty ? undefined : 'Belum ada yang diubah.',
    needs,
  })
  useActions([{ ...save, also: 'Ctrl Enter' }])
  return (
    <>
      <StickyBar
        tone={error === null ? 'plain' : 'err'}
        note={
          <span role={error === null ? undefined : 'alert'}>
            {error ??
              (looking
                ? `Anda melihat saja. Yang mengubah: ${rolesWith(needs)
                    .map(role => roleNames[role])
                    .join(' atau ')}.`
                : dirty
                  ? 'Ada perubahan yang belum disimpan.'
                  : 'Semua tersimpan.')}
          </span>
        }
      >
        <ActionButton action={save} />
      </StickyBar>
      <UnsavedGuard dirty={dirty} words="Perubahan di halaman ini belum disimpan." />
    </>
  )
}
