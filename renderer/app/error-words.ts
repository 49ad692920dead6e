import { ORPCError } from '@orpc/client'
import type { Refusal } from '../../shared/refusal.ts'
import { refusalWords } from '../../shared/refusal-words.ts'

/** The broken rule behind an error of an operation; null when it is another kind of error. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null
  return isRefusal(error.data) ? error.data : null
}

/** Fields of the input that the schema did not accept, by path ('officer.nip'), with their words. */
export function fieldProblems(error: unknown): Record<string, string> {
  const problems: Record<string, string> = {}
  const refusal = refusalOf(error)
  if (refusal?.code === 'invalid_input') {
    for (const { path, message } of refusal.problems) problems[path] ??= message
  }
  for (const { path, message } of schemaIssues(error)) problems[path] ??= message
  return problems
}

/** What to tell the clerk about any error: one or two sentences. */
export function errorWords(error: unknown): string {
  const refusal = refusalOf(error)
  if (refusal) return refusalWords(refusal)
  if (error instanceof ORPCError) {
    if (error.code === 'UNEXPECTED') return `Terjadi kesalahan. Data aman. Nomor kejadian ${incidentOf(error.data)}.`
    const issues = schemaIssues(error)
    if (issues.length > 0) return [...new Set(issues.map(issue => issue.message))].join(' ')
    return `Terjadi kesalahan. Data aman. Kode ${error.code}.`
  }
  // What fetch and a closed port throw: nobody answers.
  return 'Balai tidak menjawab. Tutup program, lalu buka lagi; yang sudah disimpan tetap ada.'
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
}

function incidentOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'incident' in data ? String(data.incident) : '–'
}

function schemaIssues(error: unknown): { path: string; message: string }[] {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return []
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return []
  return data.issues.map((issue: { path?: unknown; message?: unknown }) => ({
    path: Array.isArray(issue.path) ? issue.path.join('.') : '',
    message: String(issue.message),
  }))
}
