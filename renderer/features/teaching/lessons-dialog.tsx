import { ActionIcon, Box, Flex, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CohortTeaching, TaughtCorrection, TaughtDay } from '../../../shared/features/teaching/contract.ts'
import { lessonTimes, untaughtHours } from '../../../shared/features/teaching/lesson.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { reason as reasonSchema } from '../../../shared/kernel/schema.ts'
import { timeRange } from '../../../shared/kernel/time.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { givenTo, type LessonLine, linesOf, nextLine, readHours, readLessons, withoutUnit } from './lesson-values.ts'

interface LessonsDialogProps {
  teaching: CohortTeaching
  day: TaughtDay
  onClose: () => void
}

/** Records who taught which hours and units of a day. */
export function LessonsDialog({ teaching, day, onClose }: LessonsDialogProps) {
  const [lines, setLines] = useState<readonly LessonLine[]>(() => linesOf(day.lessons))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const record = useCommand(api.teaching.record, { done: () => `Jam mengajar hari ke-${day.n} dicatat.` })
  const read = readLessons(lines, day, id => teaching.instructors.find(one => one.id === id)?.name ?? '')
  const why = reasonSchema.safeParse(reason)
  const whyProblem = !day.closed || why.success ? undefined : (why.error.issues[0]?.message ?? 'Tulis alasannya.')
  const refused = 'problem' in read ? read.problem : whyProblem

  function change(key: number, changes: Partial<LessonLine>) {
    record.clear()
    setLines(lines.map(line => (line.key === key ? { ...line, ...changes } : line)))
  }
  async function save() {
    setTried(true)
    if ('problem' in read || whyProblem !== undefined) return
    const input = { code: teaching.code, n: day.n, lessons: read.lessons, reason: day.closed ? reason.trim() : null }
    if (await record.run(input)) onClose()
  }

  return (
    <FormModal
      title={`Jam mengajar hari ke-${day.n}, ${shortDay(day.date)}`}
      onClose={onClose}
      size={980}
      action={{ label: 'Simpan jam mengajar', run: save, refused, onRefused: () => setTried(true) }}
      error={record.error ?? (tried && 'problem' in read && read.key === null ? read.problem : null)}
    >
      <ol className={layout.tight} aria-label="Siapa mengajar jam berapa">
        {lines.map((line, index) => (
          <LessonRow
            key={line.key}
            {...{ line, teaching, day, index }}
            problem={tried && 'problem' in read && read.key === line.key ? read.problem : undefined}
            onChange={changes => change(line.key, changes)}
            onRemove={lines.length > 1 ? () => setLines(lines.filter(one => one.key !== line.key)) : undefined}
          />
        ))}
      </ol>
      <Flex align="center" gap="1rem">
        <ActionButton icon={IconPlus} size="xs" onAction={() => setLines([...lines, nextLine(lines, day.hours)])}>
          Tambah baris
        </ActionButton>
        <p className={layout.note}>{formatHours(read, day)}</p>
      </Flex>
      {day.closed && (
        <Textarea
          {...field({ label: 'Alasan perubahan' })}
          minRows={1}
          maxRows={4}
          {...typing(reason, setReason)}
          error={tried ? whyProblem : undefined}
        />
      )}
      <TaughtCorrections corrections={day.corrections} />
    </FormModal>
  )
}

interface LessonRowProps {
  line: LessonLine
  index: number
  teaching: CohortTeaching
  day: TaughtDay
  problem: string | undefined
  onChange: (changes: Partial<LessonLine>) => void
  onRemove: (() => void) | undefined
}

function LessonRow({ line, index, teaching, day, problem, onChange, onRemove }: LessonRowProps) {
  const span = readHours(line.hours)
  const times = span && lessonTimes(span, day.clock)
  return (
    <Columns component="li" widths="7.5rem 13rem 1fr 14rem 1.875rem" gap="0.75rem">
      <TextInput
        {...field({ label: 'JP', hint: times ? timeRange(times.start, times.end) : 'misalnya 1-4' })}
        data-autofocus={index === 0 || undefined}
        {...typing(line.hours, hours => onChange({ hours }))}
        error={problem}
      />
      <Select
        {...field({ label: 'Instruktur' })}
        searchable
        nothingFoundMessage="Tidak ada instruktur itu."
        value={line.instructorId}
        data={teaching.instructors.map(person => ({ value: String(person.id), label: person.name }))}
        onChange={value => onChange(givenTo(line, value, day.instructors))}
      />
      <Select
        {...field({ label: 'Unit' })}
        searchable
        value={line.part}
        data={partsOf(teaching)}
        onChange={value => value !== null && onChange({ part: value })}
      />
      <TextInput
        {...field({ label: 'Keterangan', optional: line.part !== withoutUnit })}
        {...typing(line.note, note => onChange({ note }))}
        maxLength={120}
      />
      <ActionIcon
        mt="1.5rem"
        variant="subtle"
        color="gray"
        size={30}
        aria-label={`Hapus baris ${index + 1}`}
        disabled={onRemove === undefined}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Columns>
  )
}

function partsOf({ units }: CohortTeaching) {
  return [
    ...units.flatMap(({ id, position, title }) => [
      { value: `${id} theory`, label: `${position} Teori: ${title}` },
      { value: `${id} practice`, label: `${position} Praktik: ${title}` },
    ]),
    { value: withoutUnit, label: 'Tanpa unit' },
  ]
}

function formatHours(read: ReturnType<typeof readLessons>, day: TaughtDay): string {
  if ('problem' in read) return `Hari ini ${day.hours} JP.`
  const open = untaughtHours(read.lessons, day.hours)
  if (open.length === 0) return `Semua ${day.hours} JP terisi.`
  return `JP ke-${open.join(', ')} belum ada yang mengajar.`
}

/** Earlier versions of a closed day, who changed it and why; hidden when there are none. */
function TaughtCorrections({ corrections }: { corrections: readonly TaughtCorrection[] }) {
  if (corrections.length === 0) return null
  return (
    <section className={layout.history} aria-label="Riwayat jam mengajar">
      <Box component="h3" mb="0.25rem" c="var(--ink)" fz="0.8125rem" fw={600}>
        Riwayat
      </Box>
      <ul>
        {corrections.map(({ at, operator, reason, before, after }) => (
          <li key={`${at} ${after.join()}`}>
            {formatMoment(at)}, {operator}: {reason}
            <br />
            {before.join(' · ')} <b>menjadi</b> {after.join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
