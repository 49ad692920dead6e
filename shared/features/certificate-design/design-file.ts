import { z } from 'zod'
import { type Design, designSchema } from './design.ts'

const fileSchema = z.strictObject({
  /** Identifies the file type. */
  balai: z.literal('rancangan-sertifikat'),
  version: z.literal(1),
  design: designSchema,
  /** Base64 of the background picture, if any. */
  picture: z.string().nullable(),
})

type DesignFile = { design: Design; picture: string | null }

type DesignFileProblem = { path: string; message: string }

export function writeDesignFile({ design, picture }: DesignFile): string {
  return `${JSON.stringify({ balai: 'rancangan-sertifikat', version: 1, design, picture }, null, 2)}\n`
}

/** The content of the file, or its errors as text. */
export function readDesignFile(text: string): DesignFile | DesignFileProblem[] {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return [{ path: '', message: 'Berkas ini bukan rancangan sertifikat dari Balai.' }]
  }
  const head = z.object({ balai: z.literal('rancangan-sertifikat'), version: z.int() }).safeParse(content)
  if (!head.success) return [{ path: '', message: 'Berkas ini bukan rancangan sertifikat dari Balai.' }]
  if (head.data.version !== 1)
    return [{ path: '', message: 'Rancangan ini dari Balai yang lebih baru. Pasang versi baru dulu.' }]
  const read = fileSchema.safeParse(content)
  if (!read.success) {
    return read.error.issues.slice(0, 10).map(issue => ({ path: issue.path.join('.'), message: issue.message }))
  }
  const { design, picture } = read.data
  if ((design.background.kind === 'picture') !== (picture !== null))
    return [{ path: '', message: 'Gambar latarnya tidak ada di dalam berkas.' }]
  return { design, picture }
}
