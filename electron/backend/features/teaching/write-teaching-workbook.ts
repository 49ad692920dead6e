import type { ReportedLesson, TeachingHours, TeachingReport } from '../../../../shared/features/teaching/contract.ts'
import { lessonRange } from '../../../../shared/features/teaching/lesson.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { type WorkbookColumn, writeListWorkbook } from '../../files/list-workbook.ts'

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

/** A line for each lesson. */
export function writeTeachingWorkbook({ rows }: TeachingReport, name: string): Promise<File> {
  const lines = rows.flatMap(person => person.lessons.map(lesson => ({ person, lesson })))
  return writeListWorkbook(name, 'Jam mengajar', columns, lines)
}
