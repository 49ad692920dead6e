import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { CheckList } from '../../../ui/feedback/check-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { ElsewhereNote } from '../../hub/elsewhere-note.tsx'
import { FileList, formatSize } from '../file-list.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { RestrictedLock } from '../restricted-lock.tsx'
import { traineeChecks } from './trainee-checks.tsx'
import type { useTraineeForm } from './use-trainee-form.ts'

interface TraineeFormSideProps {
  trainee: Trainee | null
  entry: ReturnType<typeof useTraineeForm>
  checks: Parameters<typeof traineeChecks>[0]
}

/** Beside the form: what was looked at, and for somebody new the photo, the files and what is restricted. */
export function TraineeFormSide({ trainee, entry, checks }: TraineeFormSideProps) {
  return (
    <>
      <Panel title="Pemeriksaan">
        <CheckList label="Pemeriksaan" checks={traineeChecks(checks)} />
      </Panel>
      <ElsewhereNote nik={checks.values.nik} />
      {trainee === null && (
        <PhotoField photo={entry.photo} onPhoto={entry.setPhoto} facts="boleh menyusul">
          <FileList
            files={entry.files.map(({ key, kind, file }) => ({
              key,
              kind,
              words: formatSize(file.size),
              onRemove: () => entry.dropFile(key),
            }))}
            onAdd={entry.addFile}
          />
        </PhotoField>
      )}
      {!entry.unlocked && (
        <RestrictedLock
          {...(trainee ? { action: 'Tampilkan', trace: 'dicatat' } : { action: 'Isi' })}
          onAction={entry.unlock}
          error={entry.lockError}
        />
      )}
    </>
  )
}
