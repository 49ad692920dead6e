import { useState } from 'react'
import { isPersonPaper, type RegistrationPaperKey, registrationPaperTitle } from '../../../shared/facts/paper-key.ts'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Registration } from '../../../shared/features/registration/contract.ts'
import { occasionName } from '../../../shared/features/registration/registration-format.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { SwitchField } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { PersonSelect } from '../paper/person-select.tsx'

interface RegistrationPaperDialogProps {
  registration: Registration
  paper: RegistrationPaperKey
  /** Null for one page for each person. */
  traineeId: TraineeId | null
  onClose: () => void
}

/** Preview of a paper of a registration. */
export function RegistrationPaperDialog(props: RegistrationPaperDialogProps) {
  const { registration, paper, traineeId: first, onClose } = props
  const { id, title, meetings } = registration
  const [chosenSize, setSize] = useState<PaperSize | null>(null)
  const [traineeId, setTraineeId] = useState(first)
  const [occasion, setOccasion] = useState(meetings.at(registration.stipulation ? -1 : 0)?.occasion ?? null)
  const centre = useRead(api.centre.get, {})
  const size = chosenSize ?? centre.data?.centre.paperSize ?? null
  const file = useRead(
    api.registration.makePaper,
    { id, key: paper, size, traineeId, occasion: paper === 'invitation' ? occasion : null },
    { ...readOnce, enabled: size !== null },
  )
  const choices = meetings.map(one => ({ key: one.occasion, label: occasionName(one.occasion) }))

  return (
    <FileDialog
      title={registrationPaperTitle(paper)}
      facts={title}
      query={{ data: file.data?.file, error: file.error, refetch: file.refetch }}
      warnings={file.data?.warnings ?? []}
      onClose={onClose}
      {...(paper === 'invitation' && choices.length > 1
        ? {
            choices,
            choice: occasion ?? '',
            onChoice: (key: string) => setOccasion(meetings.find(one => one.occasion === key)?.occasion ?? null),
          }
        : {})}
      side={
        <div className={layout.stack}>
          <SwitchField
            label="Kertas"
            options={paperSizes.map(value => ({ value, label: value }))}
            value={size}
            onChange={setSize}
          />
          {first === null && (isPersonPaper(paper) || paper === 'invitation') && (
            <PersonSelect people={peopleOf(registration)} value={traineeId} onChange={setTraineeId} />
          )}
        </div>
      }
    />
  )
}

/** People with a page of their own. */
function peopleOf({ applicants, stipulation }: Registration) {
  return applicants.filter(one => (stipulation ? one.holdsPlace : one.state !== 'withdrawn'))
}
