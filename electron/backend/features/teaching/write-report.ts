import type {
  ReportedLesson,
  ReportPeriod,
  TeachingHours,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { lessonRange } from '../../../../shared/features/teaching/lesson.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { type CellList, listOf, type WorkbookColumn } from '../../files/list-columns.ts'
import { threadBeside } from '../../files/thread-beside.ts'
import type { TaskScope } from '../../scope.ts'
import { teachingReport } from './read-teaching-report.ts'

export type ReportQuestion = { today: PlainDate; period: ReportPeriod }
export type WrittenReport = { bytes: Uint8Array<ArrayBuffer>; name: string; lessons: number }

const thread = threadBeside(import.meta.url, 'report-thread')

/** Hours of a period as a workbook. @throws DomainError reading_stopped */
export async function writeReportOnThread(scope: TaskScope, period: ReportPeriod): Promise<WrittenReport> {
  const { read, workspace, alone, today, work } = scope
  const { signal } = work
  if (!alone) return workspace.threads.ask<ReportQuestion, WrittenReport>(thread, { today, period }, { signal })
  const { list, ...report } = listOfHours(
    read(({ db }) => teachingReport(db, today, period)),
    period,
  )
  return { ...report, bytes: await drawOnThread(scope, 'list', list) }
}

/** The report as a list, and how many lessons are in it. */
export function listOfHours(
  { rows }: TeachingReport,
  { code, from, until }: ReportPeriod,
): Omit<WrittenReport, 'bytes'> & { list: CellList } {
  const name = ['jam-mengajar', code ?? '', from, until].filter(Boolean).join('-')
  const lines = rows.flatMap(person => person.lessons.map(lesson => ({ person, lesson })))
  return { name: `${name}.xlsx`, lessons: lines.length, list: listOf('Jam mengajar', columns, lines) }
}

type Line = { person: TeachingHours; lesson: ReportedLesson }

const columns: readonly WorkbookColumn<Line>[] = [
  { head: 'Instruktur', width: 30, value: ({ person }) => person.name },
  { head: 'NIP', width: 22, value: ({ person }) => person.nip },
  { head: 'Tanggal', width: 18, value: ({ lesson }) => longDate(lesson.date) },
  { head: 'Kelas', width: 30, value: ({ lesson }) => lesson.title },
  { head: 'Kode kelas', width: 14, value: ({ lesson }) => lesson.cohort },
  { head: 'Hari ke-', width: 9, value: ({ lesson }) => lesson.n },
  { head: 'Jam', width: 15, value: ({ lesson }) => lessonRange(lesson) },
  { head: 'Materi/unit', width: 52, value: ({ lesson }) => lesson.unit },
  { head: 'Jenis', width: 10, value: ({ lesson }) => (lesson.kind === 'theory' ? 'Teori' : 'Praktik') },
  { head: 'JP', width: 7, value: ({ lesson }) => lesson.hours },
]
