import { Checkbox, Flex, Radio } from '@mantine/core'
import { useState } from 'react'
import { closersOf } from '../../../shared/features/attendance/who-closes.ts'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { ticking } from '../../ui/form/field.tsx'
import { formatLessons } from '../teaching/lesson-labels.ts'
import styles from './close-dialog.module.css'
import { countMarks, formatMarkCount, type LineTrainee } from './exception-reading.ts'

interface CloseDialogProps {
  code: string
  day: CohortDay
  trainees: readonly LineTrainee[]
  onClose: () => void
}

/** Closes a day in the name of one of its instructors, or of any instructor where it has none. The first is preselected, so Enter is enough. */
export function CloseDialog({ code, day, trainees, onClose }: CloseDialogProps) {
  const [chosen, setBy] = useState<InstructorId>()
  const [teaching, setTeaching] = useState(true)
  const reading = useRead(api.teaching.ofCohort, { code })
  const taught = reading.data
  const lessons = taught?.days.find(one => one.n === day.n)
  const closers = taught && lessons ? closersOf(lessons, taught.instructors) : day.instructors
  const by = chosen ?? day.instructors[0]?.id ?? closers[0]?.id
  const closesTeaching = teaching && lessons?.closed === null && lessons.lessons.length > 0
  const close = useCommand(api.attendance.closeDay, {
    done: () => `Hari ke-${day.n} ditutup.`,
    undo: () => api.attendance.reopenDay.call({ code, n: day.n, reason: 'Diurungkan sesaat sesudah ditutup' }),
    // Teaching stays closed when a day is opened again, so this cannot be undone.
    canUndo: () => !closesTeaching,
  })

  async function action() {
    if (by === undefined) return
    if (await close.run({ code, n: day.n, instructorId: by, teaching: closesTeaching })) onClose()
  }

  return (
    <FormModal
      title={`Tutup hari ke-${day.n}, ${shortDay(day.date)}?`}
      onClose={onClose}
      size={460}
      action={{
        label: `Tutup hari ke-${day.n}`,
        keys: 'Enter',
        run: action,
        // Else a quick Enter would leave the sheet of the instructors open.
        refused: reading.isPending ? 'Daftar hadir instruktur masih dibaca.' : undefined,
      }}
      error={close.error}
      autoFocus
    >
      <p className={styles.words}>
        <b>{formatMarkCount(countMarks(trainees.map(one => one.mark)))}</b>. Sesudah ditutup, perubahan memerlukan
        alasan.
      </p>
      <Radio.Group
        label="Ditutup atas nama"
        value={by === undefined ? null : String(by)}
        onChange={value => setBy(closers.find(person => String(person.id) === value)?.id)}
      >
        <Flex direction="column" gap="0.5rem" pt="0.25rem">
          {closers.map(person => (
            <Radio key={person.id} value={String(person.id)} label={person.name} />
          ))}
        </Flex>
      </Radio.Group>
      {taught && lessons && !lessons.closed && lessons.lessons.length > 0 && (
        <Checkbox
          label="Tutup juga daftar hadir instruktur"
          description={formatLessons(lessons.lessons, taught.instructors)}
          {...ticking(teaching, setTeaching)}
        />
      )}
    </FormModal>
  )
}
