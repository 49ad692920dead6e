import type {
  ReportedLesson,
  ReportPeriod,
  TeachingHours,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { lessonRange } from '../../../../shared/features/teaching/lesson.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { type WorkbookColumn, writeListWorkbook } from '../../files/list-workbook.ts'
import type { TaskScope } from '../../scope.ts'
import { teachingReport } from './read-teaching-report.ts'

export type ReportQuestion = { today: PlainDate; period: ReportPeriod }
type WrittenReport = { bytes: ArrayBuffer; name: string; type: string; lessons: number }

/** Beside this file: as TypeScript where sources run, bundled in the program. */
const thread = new URL(`./report-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** The hours of a period as a workbook. @throws DomainError reading_stopped */
export function reportBeside(
  { read, workspace, alone, today }: TaskScope,
  period: ReportPeriod,
): Promise<WrittenReport> {
  return alone
    ? writeReport(
        read(({ db }) => teachingReport(db, today, period)),
        period,
      )
    : workspace.threads.ask<ReportQuestion, WrittenReport>(thread, { today, period })
}

export async function writeReport(report: TeachingReport, { code, from, until }: ReportPeriod): Promise<WrittenReport> {
  const name = ['jam-mengajar', code ?? '', from, until].filter(Boolean).join('-')
  const file = await writeTeachingWorkbook(report, `${name}.xlsx`)
  const lessons = report.rows.reduce((sum, row) => sum + row.lessons.length, 0)
  return { bytes: await file.arrayBuffer(), name: file.name, type: file.type, lessons }
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

function writeTeachingWorkbook({ rows }: TeachingReport, name: string): Promise<File> {
  const lines = rows.flatMap(person => person.lessons.map(lesson => ({ person, lesson })))
  return writeListWorkbook(name, 'Jam mengajar', columns, lines)
}
