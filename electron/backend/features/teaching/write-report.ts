import type { ReportPeriod, TeachingReport } from '../../../../shared/features/teaching/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { TaskScope } from '../../scope.ts'
import { teachingReport } from './read-teaching-report.ts'
import { writeTeachingWorkbook } from './write-teaching-workbook.ts'

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
