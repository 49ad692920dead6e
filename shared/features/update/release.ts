import { z } from 'zod'
import { line, plainDateSchema, whole } from '../../kernel/schema.ts'

/** Subject of a change, shown as an icon. */
const newsKinds = ['paper', 'calendar', 'money', 'people', 'class', 'certificate', 'security', 'data', 'other'] as const

/** One change in the words of the office, and where to find it: "Cetak". */
const newsSchema = z.strictObject({
  kind: z.enum(newsKinds),
  title: line(80, 1),
  detail: line(160),
  place: line(40),
})
export type ReleaseNews = z.output<typeof newsSchema>

export const newsListSchema = z.array(newsSchema).min(1).max(100)

const versionPattern = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/

function isVersion(text: string): boolean {
  return versionPattern.test(text)
}

/** The signed statement about an installer. */
export const releaseSchema = z.strictObject({
  version: z.string().refine(isVersion),
  published: plainDateSchema,
  /** Of the installer, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: whole(1, 2 ** 31),
  news: newsListSchema,
})
export type Release = z.output<typeof releaseSchema>

/** The file beside the installer. The statement is signed as text, so that its serialisation cannot vary. */
export const signatureFileSchema = z.strictObject({
  format: z.literal('balai-release-1'),
  /** Id of the key: the first eight hexadecimal digits of the hash of the public key. */
  key: z.string().regex(/^[0-9a-f]{8}$/),
  statement: z.string().max(200_000),
  signature: z.base64(),
})
export type SignatureFile = z.output<typeof signatureFileSchema>

export const signatureEnding = '.sig'

/** Negative if `a` is older than `b`, 0 if equal; 1.10.0 is newer than 1.9.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Days that a security fix may be postponed. */
export const securityWithin = 7
