import { Flex, Progress } from '@mantine/core'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { FolderRow, ScanPlace } from '../../../shared/features/folder/contract.ts'
import { isComplete } from '../../../shared/features/folder/paper-state.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { CohortFileDialog } from './cohort-file-dialog.tsx'
import type { CohortFile } from './use-cohort-file.ts'

interface CohortFileDialogsProps {
  code: string
  size: PaperSize | null
  file: CohortFile
  /** The dialog with the options is open. */
  choosing: boolean
  rows: readonly FolderRow[]
  first: ScanPlace
  onAnswered: () => void
}

/** All papers in one file: first the options, then the file. */
export function CohortFileDialogs({ code, size, file, choosing, rows, first, onAnswered }: CohortFileDialogsProps) {
  return (
    <>
      {choosing && (
        <CohortFileDialog
          papers={rows.length}
          unsigned={rows.filter(row => !isComplete(row.state)).length}
          first={first}
          onMake={place => {
            onAnswered()
            void file.make(size, place)
          }}
          onClose={onAnswered}
        />
      )}
      {file.made && (
        <FileDialog
          title={`Berkas ${code}`}
          facts={`${file.made.pages} halaman`}
          query={{ data: file.made.file, error: null, refetch: () => {} }}
          warnings={file.made.warnings}
          onClose={file.close}
        />
      )}
    </>
  )
}

/** Progress "12 dari 32 berkas", with a way to cancel; cancelling leaves nothing behind. */
export function CohortFileBar({ file }: { file: CohortFile }) {
  const { done = 0, total = 1 } = file.progress ?? {}
  return (
    <Flex align="center" gap="0.75rem" fz="0.8125rem">
      <Progress value={(done / total) * 100} size={6} className={layout.grows ?? ''} aria-label="Membuat satu PDF" />
      <span>{file.progress ? `${done} dari ${total} berkas` : 'Menyiapkan'}</span>
      <ActionButton size="xs" onAction={file.cancel}>
        Batal
      </ActionButton>
    </Flex>
  )
}
