import { api, useCommand } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import type { ExceptionReading } from './exception-reading.ts'
import { formatShownMark } from './mark/use-mark-writing.ts'

export type FillOutcome = Awaited<ReturnType<typeof api.attendance.fillDay.call>>

/** Fills a day with the marks of its line. @param onStored gets a function that repeats it, for redo */
export function useFillDay(
  { code, n }: { code: string; n: number },
  onStored: (output: FillOutcome, fillAgain: () => Promise<unknown>) => void,
) {
  const again = useCommand(api.attendance.fillDay)
  const { choice, clear, error, pending, run } = useSharedCommand(api.attendance.fillDay, {
    onStored: (output, { seen: _, ...input }) => onStored(output, () => again.run(input)),
    format: (_, value) => formatShownMark(value),
  })
  async function fill({ problem, exceptions: read }: ExceptionReading) {
    if (problem !== null) return
    const exceptions = read.map(({ trainee, mark, arrivedAt }) => ({
      enrolmentId: trainee.enrolmentId,
      mark,
      arrivedAt,
      note: '',
    }))
    const seen = read.map(({ trainee: { enrolmentId, mark } }) => ({ enrolmentId, mark }))
    await run({ code, n, exceptions, seen })
  }
  return { fill, choice, clear, pending, error: error ?? again.error }
}
