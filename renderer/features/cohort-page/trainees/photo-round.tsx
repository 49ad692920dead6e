import { useState } from 'react'
import type { CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, useCommand } from '../../../app/client.ts'
import { CameraDialog } from '../../trainee/photo/camera-dialog.tsx'
import { PhotoDialog } from '../../trainee/photo/photo-dialog.tsx'

interface PhotoRoundProps {
  people: readonly CohortTrainee[]
  having: readonly TraineeId[]
  onClose: () => void
}

/** Takes photos of the class with the camera: everybody without a photo, each one cropped and stored before the next. */
export function PhotoRound({ people, having, onClose }: PhotoRoundProps) {
  // Fixed at the start, so that the count includes people photographed meanwhile.
  const [waiting] = useState(() => {
    const without = people.filter(person => !having.includes(person.traineeId))
    return without.length > 0 ? without : people
  })
  const [at, setAt] = useState(0)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const save = useCommand(api.trainee.setPhoto, { done: () => `Foto ${waiting[at]?.name ?? ''} disimpan.` })
  const person = waiting[at]
  if (!person) return null
  const next = () => (at + 1 < waiting.length ? setAt(at + 1) : onClose())
  if (picture)
    return (
      <PhotoDialog
        picture={picture}
        title={`Pas foto ${person.name}`}
        error={save.error}
        onCancel={() => setPicture(null)}
        onPhoto={async photo => {
          if (!(await save.run({ id: person.traineeId, photo }))) return
          picture.close()
          setPicture(null)
          next()
        }}
      />
    )
  return (
    <CameraDialog
      key={person.traineeId}
      title={`${person.name}, ${at + 1} dari ${waiting.length}`}
      skip={{ label: 'Lewati', keys: 'Alt L', run: next }}
      onPicture={setPicture}
      onCancel={onClose}
    />
  )
}
