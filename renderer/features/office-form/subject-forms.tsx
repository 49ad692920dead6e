import { type FormSubject, kindLabels } from '../../../shared/features/office-form/office-form.ts'
import type { InstructorId, RegistrationId, TraineeId } from '../../../shared/ids.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { useFormOutput } from './use-form-output.ts'

interface SubjectFormsProps {
  subject: FormSubject
  of: { traineeId: TraineeId } | { registrationId: RegistrationId } | { instructorId: InstructorId }
}

/** The forms of the office that can be filled for the subject of the page; hidden when there are none. */
export function SubjectForms({ subject, of }: SubjectFormsProps) {
  const forms = useRead(api.officeForm.list, {})
  const make = useCommand(api.officeForm.make)
  const output = useFormOutput()
  const own = (forms.data ?? []).filter(form => form.subject === subject)
  if (own.length === 0) return null
  return (
    <Panel title="Formulir kantor">
      <div className={layout.chips}>
        {own.map(({ key, title, kind }) => (
          <ActionButton
            key={key}
            size="xs"
            pending={make.pending || output.pending}
            onAction={async () => {
              const made = await make.run({ key, ...of })
              if (made) await output[output.opens ? 'open' : 'save'](made.output.file)
            }}
          >
            {`${title} (${kindLabels[kind]})`}
          </ActionButton>
        ))}
      </div>
      <ErrorNote error={make.error ?? output.error} />
    </Panel>
  )
}
