import { Box } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeFormKey } from '../../../shared/facts/paper-key.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { kindLabels } from '../../../shared/features/office-form/office-form.ts'
import { formatChanged } from '../../../shared/features/print/fact-group.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, readOnce, useCommand, useRead } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { useFormOutput } from '../office-form/use-form-output.ts'
import { PersonSelect } from '../paper/person-select.tsx'
import { PrintHistory } from '../paper/print-history.tsx'

interface FormDialogProps {
  cohort: Cohort
  form: OfficeFormKey
  onClose: () => void
}

/** A form of the office filled with data of a class or of one trainee, opened in Word or Excel or saved; both are recorded. */
export function FormDialog({ cohort, form: key, onClose }: FormDialogProps) {
  const { code } = cohort
  const [traineeId, setTraineeId] = useState<TraineeId | null>(null)
  const forms = useRead(api.officeForm.list, { all: true })
  const form = forms.data?.find(one => one.key === key)
  const members = useRead(api.cohort.trainees, { code }, { enabled: form?.subject === 'PERSON' })
  const filled = useRead(api.officeForm.make, { key, code, traineeId }, { ...readOnce, ...keepShown })
  // What is shown while the next person is filled in is the form of the former.
  const ready = filled.isPlaceholderData ? undefined : filled.data
  const log = useRead(api.print.log, { code, key })
  const record = useCommand(api.officeForm.record)
  const output = useFormOutput()
  const program = kindLabels[form?.kind ?? 'docx']
  const isArchive = filled.data?.file.name.endsWith('.zip') === true
  const opens = output.opens && !isArchive

  async function send(how: 'open' | 'save') {
    if (!ready || !(await output[how](ready.file))) return
    const { version, drawnFrom } = ready
    await record.run({ key, code, traineeId, version, drawnFrom })
    if (how === 'save') onClose()
  }
  const save = {
    label: `Simpan ${isArchive ? '.zip' : `.${form?.kind ?? 'docx'}`}`,
    keys: 'Ctrl S',
    icon: IconDeviceFloppy,
    pending: output.pending,
    refused: ready ? undefined : 'Formulir masih diisi.',
    run: () => send('save'),
  }

  return (
    <FormModal
      title={form?.title ?? 'Formulir kantor'}
      size={520}
      onClose={onClose}
      cancel="Tutup"
      autoFocus
      error={output.error ?? record.error}
      action={opens ? { ...save, label: `Buka di ${program}`, keys: 'Ctrl Enter', run: () => send('open') } : save}
      extra={opens && <ActionButton action={save} />}
    >
      <p className={layout.words}>
        {cohort.title} · {code} · {program} versi {filled.data?.version ?? form?.version ?? 1}
      </p>
      {form?.subject === 'PERSON' && (
        <PersonSelect
          people={(members.data ?? []).filter(one => one.left === null)}
          value={traineeId}
          onChange={setTraineeId}
        />
      )}
      <PrintHistory rows={log.data ?? []} />
      <Box mih="6rem">
        <QueryBoundary query={filled} rows={2}>
          {({ warnings, lastPrint, file }) => (
            <>
              {lastPrint && lastPrint.changed.length > 0 && (
                <Note tone="warn" title={`Berubah sejak disimpan ${shortDay(lastPrint.at.slice(0, 10) as PlainDate)}:`}>
                  {formatChanged(lastPrint.changed)}
                </Note>
              )}
              {warnings.length > 0 && (
                <Note tone="warn" title="Periksa:">
                  {warnings.join(' · ')}
                </Note>
              )}
              <p className={layout.detail}>
                {file.name}
                {isArchive && ', satu berkas untuk tiap orang'}
              </p>
            </>
          )}
        </QueryBoundary>
      </Box>
    </FormModal>
  )
}
