import writeExcelFile from 'write-excel-file/node'
import type { TeachingReport } from '../../../../shared/features/teaching/contract.ts'
import { lessonRange } from '../../../../shared/features/teaching/lesson.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { inertText } from '../../../../shared/kernel/inert-text.ts'

type Value = { type: typeof String; value: string; format: '@' } | { type: typeof Number; value: number }

const columns = [
  { head: 'Instruktur', width: 30 },
  { head: 'NIP', width: 22 },
  { head: 'Tanggal', width: 18 },
  { head: 'Kelas', width: 30 },
  { head: 'Kode kelas', width: 14 },
  { head: 'Hari ke-', width: 9 },
  { head: 'Jam', width: 15 },
  { head: 'Materi/unit', width: 52 },
  { head: 'Jenis', width: 10 },
  { head: 'JP', width: 7 },
]

/** A line for each lesson; the hours are numbers, so that Excel can add them up. */
export async function writeTeachingWorkbook({ rows }: TeachingReport, name: string): Promise<File> {
  const head = columns.map(column => ({ type: String, value: column.head, fontWeight: 'bold' as const }))
  const body = rows.flatMap(person =>
    person.lessons.map((lesson): Value[] => [
      text(person.name),
      text(person.nip),
      text(longDate(lesson.date)),
      text(lesson.title),
      text(lesson.cohort),
      { type: Number, value: lesson.n },
      text(lessonRange(lesson)),
      text(lesson.unit),
      text(lesson.kind === 'theory' ? 'Teori' : 'Praktik'),
      { type: Number, value: lesson.hours },
    ]),
  )
  const buffer = await writeExcelFile([head, ...body], {
    sheet: 'Jam mengajar',
    columns: columns.map(column => ({ width: column.width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new File([new Uint8Array(buffer)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function text(value: string): Value {
  return { type: String, value: inertText(value), format: '@' }
}
