import { parseTemplate, type TemplateProblem } from '../../kernel/tokens.ts'
import { builtInBody, type LetterBody, type LetterForm, type LetterPart } from './letter-form.ts'
import { tokensOf } from './letter-tokens.ts'

type BodyProblem = { part: string; message: string }

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim().replace(/[^\S\u00a0]+/g, ' '))
    .filter(line => line !== '')
}

/** The text of every part of the form; missing parts use the built-in text. */
export function completeBody(form: LetterForm, body: LetterBody): LetterBody {
  return Object.fromEntries(Object.entries(builtInBody(form)).map(([key, builtIn]) => [key, body[key] ?? builtIn]))
}

/** Errors in the text of a letter, which name the token and its line. */
export function bodyProblems(form: LetterForm, body: LetterBody): BodyProblem[] {
  return form.parts.flatMap(part => {
    const lines = linesOf(body[part.key] ?? '')
    if (lines.length === 0 && part.optional !== true) {
      return [{ part: part.key, message: `“${part.label}” belum diisi.` }]
    }
    if (part.kind === 'line' && lines.length > 1) {
      return [{ part: part.key, message: `“${part.label}” hanya sebaris.` }]
    }
    if (part.lines !== undefined && lines.length > part.lines) {
      return [{ part: part.key, message: `“${part.label}” paling banyak ${part.lines} baris.` }]
    }
    return lines.flatMap((line, index) =>
      lineProblems(form, part, line).map(words => ({
        part: part.key,
        message: lines.length > 1 ? `Baris ${index + 1}: ${words}` : words,
      })),
    )
  })
}

function lineProblems(form: LetterForm, part: LetterPart, line: string): string[] {
  const { parts, problems } = parseTemplate(line)
  const allowed = new Set<string>(tokensOf(form.tokens).map(token => token.name))
  // A title that contains itself would never end.
  if (part.key === 'tentang') allowed.delete('tentang')
  const unknown = parts.flatMap(one => (one.kind === 'token' && !allowed.has(one.name) ? [one.name] : []))
  const longest = part.longest ?? 2000
  return [
    ...problems.map(formatProblem),
    ...[...new Set(unknown)].map(name => `token {${name}} tidak dikenal di surat ini.`),
    ...([...line].length > longest ? [`paling panjang ${longest} huruf.`] : []),
    ...(part.kind === 'rows' ? rowProblems(line) : []),
  ]
}

/** Labels are in a narrow column before the colons. */
const longestLabel = 14

function rowProblems(line: string): string[] {
  const [, label = ''] = /^([^:]+):\s*\S/.exec(line) ?? []
  if (label.trim() === '') return ['tulis “label : isi”.']
  if ([...label.trim()].length > longestLabel) return [`label paling panjang ${longestLabel} huruf.`]
  return /[{}*]/.test(label) ? ['token dan ** hanya di kanan titik dua.'] : []
}

function formatProblem(problem: TemplateProblem): string {
  switch (problem.kind) {
    case 'open':
      return 'ada “{” tanpa “}”. Tulis {{ bila kurung itu memang dicetak.'
    case 'stray':
      return 'ada “}” tanpa “{”. Tulis }} bila kurung itu memang dicetak.'
    case 'name':
      return `token {${problem.name}} tidak dikenal di surat ini.`
    case 'bold':
      return 'huruf tebal dimulai dengan ** tetapi tidak ditutup.'
  }
}
