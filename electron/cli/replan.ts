import { domainErrorMessage } from '../../shared/domain-error.ts'
import type { DayOffChange, DayOffPreview } from '../../shared/features/replan/day-off-change.ts'
import { type PlainDate, shortDay } from '../../shared/kernel/plain-date.ts'
import { type Command, readDay, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

/** Shows how a day on which the centre closes changes the classes; --apply changes them, all or none. */
export const replan: Command = {
  usage: 'replan --close YYYY-MM-DD [--apply] [--data DIR] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', close: 'text', apply: 'flag' })
    if (options.close === undefined) throw new UsageError('--close belum ditulis.')
    const change = closing(readDay('--close', options.close))
    return withBackend(options, async ({ client: { replan: replanning } }) => {
      const reading = await replanning.preview(change)
      const blocked = options.apply && reading.blocking > 0
      // The day is already in the calendar and every class follows it: nothing to do.
      const settled = reading.known !== null && reading.affected.length === 0
      if (options.apply && !blocked && !settled) await replanning.apply(change)
      const applied = options.apply && !blocked
      return {
        json: {
          affected: reading.affected.map(asJson),
          applied,
          ...(blocked ? { error: domainErrorOf(reading) } : {}),
        },
        words: words(change.day.date, reading, options.apply, applied),
        exitCode: blocked ? 1 : 0,
      }
    })
  },
}

function closing(date: PlainDate): DayOffChange {
  const day = { date, kind: 'centre_closure' as const, name: 'Balai tutup', source: '', certain: true }
  return { action: 'add', day, cohort: null, answers: [] }
}

function asJson({ cohort, oldEnd, newEnd, moved, problems }: DayOffPreview['affected'][number]) {
  return { cohort, oldEnd, newEnd, moved, problems: problems.map(({ code, message }) => ({ code, message })) }
}

function domainErrorOf({ affected }: DayOffPreview) {
  const problems = affected.flatMap(({ title, problems: rows }) =>
    rows.filter(row => row.blocking).map(({ message }) => ({ cohort: title, message })),
  )
  return { code: 'shift_blocked', message: domainErrorMessage({ code: 'shift_blocked', problems }, 'command line') }
}

function words(date: PlainDate, { affected, kept, known }: DayOffPreview, wanted: boolean, applied: boolean): string {
  const day = (of: PlainDate) => shortDay(of, { year: true })
  return [
    affected.length === 0
      ? `${day(date)}: tidak ada kelas yang terdampak.`
      : `${day(date)}: ${affected.length} kelas terdampak.`,
    ...(known ? [`Sudah tercatat di kalender: ${known.name}.`] : []),
    ...affected.flatMap(({ cohort, title, oldEnd, newEnd, moved, problems }) => [
      `${cohort} ${title}: selesai ${day(oldEnd)} → ${day(newEnd)}`,
      ...moved.map(({ n, from, to }) => `  hari ke-${n}  ${day(from)} → ${day(to)}`),
      ...problems.map(({ message, blocking }) => `  ${blocking ? 'HARUS DIJAWAB' : 'perhatikan'}: ${message}.`),
    ]),
    ...kept.map(({ title, n }) => `${title}: hari ke-${n} sudah dijalani pada tanggal itu dan tidak dipindah.`),
    outcome(wanted, applied),
  ].join('\n')
}

function outcome(wanted: boolean, applied: boolean): string {
  if (applied) return 'Diterapkan.'
  return wanted
    ? 'Tidak diterapkan, tidak ada yang berubah. Jawab masalahnya di Kalender, Libur mendadak.'
    : 'Belum ada yang diubah. Tambahkan --apply untuk menerapkan.'
}
