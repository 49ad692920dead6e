import type { LineProblem } from './exception-line.ts'

/** What is wrong with a piece of the exceptions line and what can be typed instead, in Indonesian. */
export function formatLineProblem(problem: LineProblem): string {
  switch (problem.code) {
    case 'unknown_number':
      return `Nomor ${problem.number} tidak ada, kelas ini ${problem.size} orang.`
    case 'unknown_text':
      return `“${problem.text}” tidak dikenal. Pakai s, i, a, t.`
    case 'twice':
      return `Nomor ${problem.number} ditulis dua kali.`
    case 'backward_range':
      return `“${problem.text}” terbalik. Tulis nomor kecil dulu.`
    case 'not_a_time':
      return `“${problem.text}” bukan jam. Tulis seperti 08.30.`
  }
}
