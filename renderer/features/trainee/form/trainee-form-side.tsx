import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { formatTrainedWithin } from '../../../../shared/features/trainee/trained-before.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { CheckList } from '../../../ui/feedback/check-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { ElsewhereNote } from '../../hub/elsewhere-note.tsx'
import { FileList, formatSize } from '../file-list.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { RestrictedLock } from '../restricted-lock.tsx'
import { traineeChecks } from './trainee-checks.tsx'
import type { useOthersLike } from './use-others-like.ts'
import type { useTraineeForm } from './use-trainee-form.ts'

interface TraineeFormSideProps {
  trainee: Trainee | null
  entry: ReturnType<typeof useTraineeForm>
  others: ReturnType<typeof useOthersLike>
  /** First day of the class to join. */
  start: PlainDate | undefined
}

/** Beside the form: the checks, and for a new person photo, files and restricted data. */
export function TraineeFormSide({ trainee, entry, others: { known, namesakes }, start }: TraineeFormSideProps) {
  const today = useToday()
  const { values } = entry.person
  const rules = useRead(api.centre.get, {}).data?.rules
  const rights = useRead(api.rights.get, trainee === null ? null : { id: trainee.id }).data
  const checks = traineeChecks({
    values,
    today,
    known,
    registered: trainee !== null,
    consents: trainee === null ? [] : rights?.consents,
    formatTrained: formatTrainedWithin(rules?.trainedWithin ?? 'year', start ?? today),
    namesakes,
  })
  return (
    <>
      <Panel title="Pemeriksaan">
        <CheckList label="Pemeriksaan" checks={checks} />
      </Panel>
      <ElsewhereNote nik={values.nik} />
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
