import { Box, Flex, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import type { TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, QueryBoundary, useCommand, useRead, useToday } from '../../../app/client.ts'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import { RailLanes } from '../../../ui/rail/rail-lanes.tsx'
import { railDays, railGaps } from '../../cohort/rail-days.ts'
import { formatRange } from '../../cohort/teaching-format.ts'
import styles from './substitute-dialog.module.css'
import { substituteLanes } from './substitute-lanes.ts'

interface SubstituteDialogProps {
  cohort: Cohort
  days: readonly TimetableDay[]
  /** The chosen day, preselected. */
  day: number
  onClose: () => void
}

/** Asks for days, old and new instructor, and reason. A substitution is a record of its own, so there is no undo. */
export function SubstituteDialog({ cohort, days, day, onClose }: SubstituteDialogProps) {
  const today = useToday()
  const open = days.filter(one => !one.held)
  const teachers = [
    ...new Map(open.flatMap(one => one.instructors.map(person => [person.id, person] as const))).values(),
  ]
  const first = open.find(one => one.n === day)?.instructors[0] ?? teachers[0]
  const [outId, setOut] = useState(first?.id ?? null)
  const [picked, setPicked] = useState<readonly number[]>(open.some(one => one.n === day) ? [day] : [])
  const [inKey, setIn] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const people = useRead(api.timetable.substitutes, { code: cohort.code })
  const theirs = open.filter(one => one.instructors.some(person => person.id === outId))
  const chosen = picked.filter(n => theirs.some(one => one.n === n)).toSorted((a, b) => a - b)
  const candidates = (people.data ?? []).filter(person => person.id !== outId)
  const lanes = substituteLanes(candidates, chosen)
  const inPerson = candidates.find(
    person => String(person.id) === inKey && !lanes.some(lane => lane.key === inKey && lane.refused),
  )
  const read = reason.safeParse(text)
  const problem = read.success ? undefined : (read.error.issues[0]?.message ?? 'Tulis alasannya.')
  const refused =
    outId === null
      ? 'Belum ada pengajar pada hari yang belum dijalani.'
      : chosen.length === 0
        ? 'Pilih harinya.'
        : inPerson === undefined
          ? 'Pilih pengganti.'
          : problem
  const substitute = useCommand(api.timetable.substitute, {
    done: () => `${inPerson?.name ?? 'Pengganti'} mengajar hari ke-${formatRange(chosen)}.`,
  })

  async function save() {
    setTried(true)
    if (refused !== undefined || outId === null || !inPerson || !read.success) return
    const input = { code: cohort.code, days: chosen, outId, inId: inPerson.id, reason: read.data }
    if (await substitute.run(input)) onClose()
  }

  return (
    <FormModal
      title="Ganti pengajar"
      onClose={onClose}
      size={960}
      action={{
        label: chosen.length === 0 ? 'Ganti pengajar' : `Ganti pengajar ${chosen.length} hari`,
        widest: 'Ganti pengajar 15 hari',
        hint: 'catat penggantian',
        keys: 'Ctrl Enter',
        run: save,
        refused,
        onRefused: () => setTried(true),
      }}
      error={substitute.error}
    >
      <Flex wrap="wrap" gap="0.875rem 1.25rem">
        <Select
          {...field({ label: 'Yang digantikan' })}
          data-autofocus
          w={260}
          value={outId === null ? null : String(outId)}
          data={teachers.map(person => ({ value: String(person.id), label: person.name }))}
          onChange={value => setOut(teachers.find(person => String(person.id) === value)?.id ?? null)}
        />
        <fieldset className={styles.days}>
          <Box component="legend" p={0} mb="0.25rem" fz="0.78125rem" fw={500} lh="1rem">
            Hari yang diganti
          </Box>
          {theirs.map(({ n, date }) => (
            <button
              key={n}
              type="button"
              className={styles.chip}
              aria-pressed={chosen.includes(n)}
              onClick={() => setPicked(chosen.includes(n) ? chosen.filter(one => one !== n) : [...chosen, n])}
            >
              <b>{n}</b> {shortDay(date)}
            </button>
          ))}
        </fieldset>
      </Flex>
      <div className={styles.people}>
        <div className={styles.rail}>
          <Box component="span" p={0} mb="0.25rem" fz="0.78125rem" fw={500} lh="1rem">
            Pengganti
          </Box>
          <Rail days={railDays(cohort.days, today)} gaps={railGaps(cohort.skipped)} size="M" />
        </div>
        <QueryBoundary query={people}>
          {() => (
            <RailLanes
              days={railDays(cohort.days, today)}
              gaps={railGaps(cohort.skipped)}
              size="M"
              lanes={lanes.map(lane => ({ ...lane, detail: <span className={styles.detail}>{lane.detail}</span> }))}
              label="Pengganti"
              chosen={inPerson ? inKey : null}
              onChoose={setIn}
            />
          )}
        </QueryBoundary>
        {people.data && candidates.length === 0 && (
          <Box component="p" p="0.75rem 1rem" c="var(--ink-2)" fz="0.8125rem">
            Belum ada instruktur lain. Catat dulu di Instruktur (Alt 6).
          </Box>
        )}
      </div>
      <Textarea
        {...field({ label: 'Alasan' })}
        minRows={2}
        maxRows={4}
        placeholder="Misalnya: sakit, surat dokter terlampir"
        {...typing(text, setText)}
        error={tried ? problem : undefined}
      />
    </FormModal>
  )
}
