import { type ClockTime, readTime } from '../../kernel/time.ts'
import { type Mark, marks } from './mark.ts'
import { type NamedPerson, type NameProblem, numberNames } from './named-exceptions.ts'

type ExceptionMark = { mark: Mark; arrivedAt?: ClockTime }

export type LineProblem =
  | { code: 'unknown_number'; number: number; size: number }
  | { code: 'unknown_text'; text: string }
  | { code: 'twice'; number: number }
  /** A backward range, '5-3s'. */
  | { code: 'backward_range'; text: string }
  | { code: 'not_a_time'; text: string }
  | NameProblem

export type ExceptionLine = {
  /** Marks by position in the list; everybody else is present. */
  marks: Map<number, ExceptionMark>
  /** In the order of the line. A part with a problem gives no mark. */
  problems: LineProblem[]
}

const piece = /^(\d{1,4})(?:-(\d{1,4}))?(?:([a-z])([\d.:]*))?$/

/**
 * Parses the exceptions of a day for a class of `size` people: '3s 7i 12 14t08.30 1-2s'. A number with the letter s, i, a, t or h; no letter is A; a
 * time only after t. Parts are separated by spaces, commas or semicolons; a space before the letter is allowed, and times may have a dot. With
 * `people` a name works like a number: 'rina s', 'eka pus t 08.30'.
 */
export function readExceptionLine(line: string, size: number, people: readonly NamedPerson[] = []): ExceptionLine {
  const reading: ExceptionLine = { marks: new Map(), problems: [] }
  for (const part of line.split(/[,;]+/)) {
    const { numbered, problems } = numberNames(pieces(part), people)
    reading.problems.push(...problems)
    for (const text of numbered) readPiece(text, size, reading)
  }
  return reading
}

function pieces(line: string): string[] {
  return line
    .toLowerCase()
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/(\d)\s+([a-z](?![a-z]))/g, '$1$2')
    .replace(/(\dt)\s+(\d{1,2}[.:]\d)/g, '$1$2')
    .split(/\s+/)
    .filter(text => text !== '')
}

function readPiece(text: string, size: number, { marks: found, problems }: ExceptionLine): void {
  const match = piece.exec(text)
  const mark = match?.[3] ? letterMark(match[3]) : 'A'
  if (!match?.[1] || !mark || (match[4] && mark !== 'T')) {
    problems.push({ code: 'unknown_text', text })
    return
  }
  const first = Number(match[1])
  const last = match[2] ? Number(match[2]) : first
  const arrivedAt = match[4] ? readTime(match[4]) : undefined
  const outside = [first, last].find(number => number < 1 || number > size)
  if (arrivedAt === null) {
    problems.push({ code: 'not_a_time', text: match[4] ?? '' })
  } else if (outside !== undefined) {
    problems.push({ code: 'unknown_number', number: outside, size })
  } else if (last < first) {
    problems.push({ code: 'backward_range', text })
  } else {
    for (let number = first; number <= last; number += 1) {
      if (found.has(number)) problems.push({ code: 'twice', number })
      else found.set(number, arrivedAt ? { mark, arrivedAt } : { mark })
    }
  }
}

function letterMark(letter: string): Mark | undefined {
  return marks.find(mark => mark.toLowerCase() === letter)
}

/** Text of a problem with what to type instead. */
export function formatLineProblem(problem: LineProblem): string {
  switch (problem.code) {
    case 'unknown_number':
      return `Nomor ${problem.number} tidak ada, kelas ini ${problem.size} orang.`
    case 'unknown_text':
      return `“${problem.text}” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.`
    case 'twice':
      return `Nomor ${problem.number} ditulis dua kali.`
    case 'backward_range':
      return `“${problem.text}” terbalik. Tulis nomor kecil dulu.`
    case 'not_a_time':
      return `“${problem.text}” bukan jam. Tulis seperti 08.30.`
    case 'unknown_name':
      return `Tidak ada peserta bernama “${problem.text}” pada hari itu.`
    case 'several_names':
      return `“${problem.text}” cocok dengan ${problem.people.length} orang: ${problem.people.slice(0, 3).join(', ')}. Tulis nomornya.`
  }
}
