import { Flex, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { cohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import type { Room } from '../../../../shared/features/program/contract.ts'
import { roomId } from '../../../../shared/ids.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../../app/client.ts'
import { useRecordForm } from '../../../app/desk/use-record-form.ts'
import { type Action, cancelAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { enterMovesOn } from '../../../ui/form/enter-moves-on.ts'
import { field, fieldOf } from '../../../ui/form/field.tsx'
import { TimeField } from '../../../ui/form/time-field.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { ActivitySelect } from '../../activity/activity-select.tsx'
import styles from './cohort-facts.module.css'

interface CohortFactsFormProps {
  cohort: Cohort
  rooms: readonly Room[]
  onClose: () => void
}

/** Times, room, decree and activity of a class. */
export function CohortFactsForm({ cohort, rooms, onClose }: CohortFactsFormProps) {
  useReturnFocus()
  const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } = cohort
  const opened = {
    startTime,
    endTime,
    decreeIssuer,
    decreeNumber,
    decreeDate,
    decreeSubject,
    activity,
    fundingSource,
    roomId: cohort.roomId,
  }
  const [activityId, setActivityId] = useState(cohort.activityId)
  const update = useCommand(api.cohort.update, {
    done: () => 'Keterangan kelas disimpan.',
    undo: async (_, { code, facts, seen }) => seen && api.cohort.update.call({ code, facts: seen, seen: facts }),
    // Choosing an activity also fills empty texts, which undo would not revert.
    canUndo: (_, { seen }) => seen != null && activityId === cohort.activityId,
  })
  const assign = useCommand(api.activity.assign)
  const [confirming, setConfirming] = useState(false)
  const first = useFirstField<HTMLDivElement>()

  const { form, submit, ...record } = useRecordForm({
    subject: `keterangan ${cohort.code}`,
    schema: cohortDetails,
    initial: opened,
    opened,
    save: update,
    input: (facts, saw) => ({ code: cohort.code, facts, ...saw }),
    onLeave: onClose,
    async onStored() {
      // Assigned after the texts are saved, because it fills the empty ones.
      if (activityId !== cohort.activityId && !(await assign.run({ code: cohort.code, activityId }))) return
      onClose()
    },
    format: { roomId: (id: number) => rooms.find(room => room.id === id)?.name ?? 'ruang lain' },
  })
  const store = primaryAction('Ctrl S', 'Simpan keterangan', submit, { hint: 'simpan keterangan kelas' })
  const typed = form.isDirty() || activityId !== cohort.activityId
  const cancel: Action = { ...cancelAction(() => (typed ? setConfirming(true) : onClose())), hint: 'batal mengubah' }
  useActions([{ ...store, also: 'Ctrl Enter' }, cancel])

  return (
    <Panel title="Keterangan kelas">
      <div ref={first} className={styles.fields} onKeyDownCapture={enterMovesOn(() => void submit())}>
        <div className={styles.one}>
          <TimeField label="Mulai" {...form.getInputProps('startTime')} value={form.values.startTime} />
        </div>
        <div className={styles.one}>
          <TimeField label="Selesai" {...form.getInputProps('endTime')} value={form.values.endTime} />
        </div>
        <Select
          {...field({ label: 'Ruang', optional: true })}
          searchable
          clearable
          data={rooms
            .filter(room => room.active || room.id === cohort.roomId)
            .map(room => ({ value: String(room.id), label: `${room.name} · ${room.capacity} kursi` }))}
          value={form.values.roomId === null ? null : String(form.values.roomId)}
          error={form.errors.roomId}
          onChange={value => form.setFieldValue('roomId', value === null ? null : roomId.parse(Number(value)))}
        />
        <ActivitySelect
          className={styles.wide}
          year={yearOf(cohort.start)}
          value={activityId}
          onChange={setActivityId}
        />
        <TextInput {...fieldOf(form, 'fundingSource', { label: 'Sumber dana di surat', optional: true })} />
        <TextInput {...fieldOf(form, 'decreeNumber', { label: 'Nomor SK', optional: true })} />
        <DateField label="Tanggal SK" optional {...form.getInputProps('decreeDate')} value={form.values.decreeDate} />
        <TextInput {...fieldOf(form, 'decreeIssuer', { label: 'Pejabat yang menetapkan SK', optional: true })} />
        <TextInput
          {...fieldOf(form, 'decreeSubject', { label: 'SK tentang', optional: true })}
          className={styles.wide ?? ''}
        />
        <TextInput {...fieldOf(form, 'activity', { label: 'Kegiatan di surat', optional: true })} />
      </div>
      {record.choice}
      <ErrorNote error={record.error ?? assign.error} />
      <Flex justify="flex-end" gap="0.625rem" mt="0.875rem">
        <ActionButtons actions={[cancel, store]} />
      </Flex>
      <ConfirmDialog
        opened={confirming}
        title="Buang perubahan keterangan kelas?"
        action="Buang perubahan"
        onAction={onClose}
        onCancel={() => setConfirming(false)}
      >
        Isian belum disimpan.
      </ConfirmDialog>
    </Panel>
  )
}
