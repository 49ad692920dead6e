import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { PhotoField } from '../trainee/photo/photo-field.tsx'
import { RestrictedLock } from '../trainee/restricted-lock.tsx'
import { PlacePanel } from './place-panel.tsx'
import { TraineeFiles } from './trainee-files.tsx'

interface TraineeSideProps {
  trainee: Trainee
  /** The class that the person opened the page for. */
  requestedClass: string | null
  /** Undefined if the restricted data is already shown. */
  onUnlock: (() => unknown) | undefined
  lockError: string | null
}

/** Beside the person: enrolment, access to restricted data, photo and files. */
export function TraineeSide({ trainee, requestedClass, onUnlock, lockError }: TraineeSideProps) {
  const { id } = trainee
  const storePhoto = useCommand(api.trainee.setPhoto, {
    done: (_, { photo }) => (photo === null ? 'Pas foto dihapus.' : 'Pas foto disimpan.'),
    undo: () => api.trainee.setPhoto.call({ id, photo: trainee.photo }),
  })
  return (
    <>
      <PlacePanel trainee={trainee} requestedClass={requestedClass} />
      {onUnlock && <RestrictedLock action="Tampilkan" trace="dicatat" onAction={onUnlock} error={lockError} />}
      <ErrorNote error={storePhoto.error} />
      <PhotoField photo={trainee.photo} facts="membuka berkas dicatat" onPhoto={photo => storePhoto.run({ id, photo })}>
        <TraineeFiles trainee={trainee} />
      </PhotoField>
    </>
  )
}
