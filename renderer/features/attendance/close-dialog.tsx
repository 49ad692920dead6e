import { Checkbox, Modal, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Note } from '../../ui/note.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { lessonsWords } from '../teaching/lesson-words.ts'
import styles from './close-dialog.module.css'
import { countMarks, type LineTrainee, markCountWords } from './exception-reading.ts'

export interface CloseDialogProps {
  code: string
  day: CohortDay
  trainees: readonly LineTrainee[]
  onClose: () => void
}

/** Closes a day in the name of one of its instructors. Enter is enough: the first of them is chosen. */
export function CloseDialog({ code, day, trainees, onClose }: CloseDialogProps) {
  useReturnFocus()
  const [by, setBy] = useState(day.instructors[0]?.id)
  const [teaching, setTeaching] = useState(true)
  const taught = useQuery(api.teaching.ofClass.queryOptions({ input: { code } })).data
  const lessons = taught?.days.find(one => one.n === day.n)
  const close = useCommand(api.attendance.closeDay, { done: () => `Hari ke-${day.n} ditutup.` })

  async function act() {
    if (
      by !== undefined &&
      (await close.run({ code, n: day.n, instructorId: by, teaching: teaching && lessons?.closed === null }))
    )
      onClose()
  }

  return (
    <Modal opened onClose={onClose} title={`Tutup hari ke-${day.n}, ${shortDay(day.date)}?`} size={460}>
      <div className={styles.form}>
        <p className={styles.words}>
          <b>{markCountWords(countMarks(trainees.map(one => one.mark)))}</b>. Sesudah ditutup, perubahan memerlukan
          alasan.
        </p>
        <Radio.Group
          label="Ditutup atas nama"
          value={by === undefined ? null : String(by)}
          onChange={value => setBy(day.instructors.find(person => String(person.id) === value)?.id)}
        >
          <div className={styles.people}>
            {day.instructors.map(person => (
              <Radio key={person.id} value={String(person.id)} label={person.name} />
            ))}
          </div>
        </Radio.Group>
        {taught && lessons && !lessons.closed && (
          <Checkbox
            label="Tutup juga daftar hadir instruktur"
            description={lessonsWords(lessons.lessons, taught.instructors)}
            checked={teaching}
            onChange={event => setTeaching(event.currentTarget.checked)}
          />
        )}
        {close.error && (
          <Note tone="err" live>
            {close.error}
          </Note>
        )}
        <div className={styles.acts}>
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          <ActButton tone="primary" keys="Enter" autoFocus onAct={act}>
            Tutup hari ke-{day.n}
          </ActButton>
        </div>
      </div>
    </Modal>
  )
}
