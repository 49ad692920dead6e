import { formatLineProblem, readExceptionLine } from '../../../shared/features/attendance/exception-line.ts'
import { type Mark, markLabel, marks } from '../../../shared/features/attendance/mark.ts'
import type { EnrolmentId } from '../../../shared/ids.ts'

/** A person who needs a mark that day, with the stored one. */
export interface LineTrainee {
  enrolmentId: EnrolmentId
  position: number
  name: string
  mark: Mark | null
}

interface ReadException {
  trainee: LineTrainee
  mark: Mark
  arrivedAt: string | null
}

export interface ExceptionReading {
  exceptions: ReadException[]
  /** Stored S, I, A and T of people who are not in the line: unchanged. */
  kept: LineTrainee[]
  /** Number of all others, who become present. */
  rest: number
  /** The first error in the line; the line then stores nothing. */
  problem: string | null
  /** Number of each mark once the line is stored. */
  counts: Record<Mark, number>
}

/** What an exceptions line ('3s 7i 12') means for these people. */
export function readExceptions(text: string, trainees: readonly LineTrainee[]): ExceptionReading {
  const size = Math.max(0, ...trainees.map(trainee => trainee.position))
  const { marks: found, problems } = readExceptionLine(text, size, trainees)
  const exceptions: ReadException[] = []
  let problem = problems[0] ? formatLineProblem(problems[0]) : null
  for (const [position, { mark, arrivedAt }] of found) {
    const trainee = trainees.find(one => one.position === position)
    if (trainee) exceptions.push({ trainee, mark, arrivedAt: arrivedAt ?? null })
    else problem ??= `Nomor ${position} tidak ikut kelas pada hari itu.`
  }
  const named = new Set(exceptions.map(exception => exception.trainee))
  const kept = trainees.filter(one => !named.has(one) && one.mark !== null && one.mark !== 'H')
  const counts = countMarks([...exceptions.map(exception => exception.mark), ...kept.map(one => one.mark)])
  const rest = trainees.length - exceptions.length - kept.length
  counts.H += rest
  return { exceptions, kept, rest, problem, counts }
}

export function countMarks(all: readonly (Mark | null)[]): Record<Mark, number> {
  const counts: Record<Mark, number> = { H: 0, S: 0, I: 0, A: 0, T: 0 }
  for (const mark of all) if (mark) counts[mark] += 1
  return counts
}

/** '12 hadir, 1 sakit, 1 izin, 1 alpa'; marks that nobody has are left out, except H. */
export function formatMarkCount(counts: Record<Mark, number>): string {
  return marks
    .filter(mark => mark === 'H' || counts[mark] > 0)
    .map(mark => `${counts[mark]} ${markLabel(mark).toLowerCase()}`)
    .join(', ')
}
