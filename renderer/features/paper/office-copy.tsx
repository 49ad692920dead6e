import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { isPersonPaper, type PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import { isCohortLetter } from '../../../shared/features/letter/letter-key.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { safeFileName } from '../../../shared/kernel/file-name.ts'
import { api } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'

interface OfficeCopyProps {
  code: string
  paper: PaperKey
  size: PaperSize | null
  day: number | null
  traineeId: TraineeId | null
  /** Name of the file without an ending. */
  savedAs: string
}

/** An editable copy: a letter in Word, a table also in Excel. Not for issued papers. */
export function OfficeCopy({ code, paper: key, size, day, traineeId, savedAs }: OfficeCopyProps) {
  const save = useFileCommand({
    async call(format: 'docx' | 'xlsx') {
      const { file } = await api.paper.office.call({ code, key, format, size, day, traineeId })
      return new File([file], safeFileName(`${savedAs}.${format}`), { type: file.type })
    },
  })
  if (key === 'certificate' || key === 'statement') return null
  const isLetter = isCohortLetter(key) || isPersonPaper(key)
  return (
    <div>
      <p className={layout.label}>Diolah lagi</p>
      <div className={layout.chips}>
        {!isLetter && (
          <ActionButton
            size="xs"
            icon={IconFileSpreadsheet}
            pending={save.pending}
            label="Simpan sebagai Excel"
            onAction={() => save.run('xlsx')}
          >
            Excel
          </ActionButton>
        )}
        <ActionButton
          size="xs"
          icon={IconFileText}
          pending={save.pending}
          label="Simpan sebagai Word"
          onAction={() => save.run('docx')}
        >
          Word
        </ActionButton>
      </div>
      <ErrorNote error={save.error} />
    </div>
  )
}
