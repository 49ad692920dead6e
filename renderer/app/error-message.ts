import { ORPCError } from '@orpc/client'
import { type DomainErrorCode, type DomainErrorData, domainErrorMessage } from '../../shared/domain-error.ts'
import { HostOutOfReach } from './desk/host-out-of-reach.ts'

/** The broken rule behind an error of an operation; null when it is another kind of error. */
export function domainErrorOf(error: unknown): DomainErrorData | null {
  if (!(error instanceof ORPCError) || error.code !== 'DOMAIN_ERROR') return null
  return isDomainError(error.data) ? error.data : null
}

/** Errors that are not domain errors, by the codes that the guide uses. */
export const otherErrors = ['unexpected', 'no_answer', 'host_out_of_reach'] as const

type HelpCode = DomainErrorCode | (typeof otherErrors)[number]

/** Which error code a sentence belongs to, so that the guide can find help: components only pass sentences on. Keeps the newest only. */
const codes = new Map<string, HelpCode>()
const keptCodes = 50

export function codeOfMessage(message: string): HelpCode | undefined {
  return codes.get(message)
}

/** What to tell the clerk about any error: one or two sentences. */
export function errorMessage(error: unknown): string {
  const domainError = domainErrorOf(error)
  if (domainError) return helped(domainErrorMessage(domainError), domainError.code)
  if (error instanceof ORPCError) {
    if (error.code === 'UNEXPECTED')
      return helped(`Terjadi kesalahan. Data aman. Nomor kejadian ${incidentOf(error.data)}.`, 'unexpected')
    const words = schemaMessages(error)
    if (words.length > 0) return [...new Set(words)].join(' ')
    return helped(`Terjadi kesalahan. Data aman. Kode ${error.code}.`, 'unexpected')
  }
  if (error instanceof HostOutOfReach) return helped(error.message, 'host_out_of_reach')
  // What fetch and a closed port throw: nobody answers.
  return helped('Balai tidak menjawab. Tutup program, lalu buka lagi; yang sudah disimpan tetap ada.', 'no_answer')
}

function helped(message: string, code: HelpCode): string {
  codes.delete(message)
  codes.set(message, code)
  for (const [oldest] of codes) {
    if (codes.size <= keptCodes) break
    codes.delete(oldest)
  }
  return message
}

function isDomainError(data: unknown): data is DomainErrorData {
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
}

function incidentOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'incident' in data ? String(data.incident) : '–'
}

/** Messages of the contract's schema. Rarely seen, because forms check with the same schema first. */
function schemaMessages(error: ORPCError<string, unknown>): string[] {
  const { data } = error
  if (error.code !== 'BAD_REQUEST' || typeof data !== 'object' || data === null) return []
  if (!('issues' in data) || !Array.isArray(data.issues)) return []
  return data.issues.map((issue: { message?: unknown }) => String(issue.message))
}
