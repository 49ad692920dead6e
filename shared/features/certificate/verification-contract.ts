import { z } from 'zod'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { nothing, paragraph } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import type { BookVerification } from './verification.ts'

export type SigningKeyRow = {
  /** Eight hexadecimal digits. */
  id: string
  createdAt: string
  /** Null for the one in use. */
  retiredAt: string | null
  backedUpAt: string | null
  /** Papers that bear its signature. */
  papers: number
  /** False when its secret is not on this PC: what it has signed stays genuine, but it signs nothing more. */
  secretHere: boolean
}

/** At least twelve letters: whoever has the file may try as many as he likes. */
const passphrase = z
  .string()
  .min(12, { error: 'Tulis paling sedikit 12 huruf.' })
  .max(200, { error: 'Paling panjang 200 huruf.' })

export const verificationContract = {
  /** The text of a QR, or a number. */
  check: query('everyone', { text: z.string().max(5000) }, output<BookVerification>()),
  /** The page has shown the answer: the paper remembers it. Only for a text that is about a number of our book. */
  recordCheck: command('everyone', 'Memeriksa sertifikat', { text: z.string().max(5000) }),
  /** A picture or PDF with a QR on it; what it answers about a paper of ours is recorded. */
  checkFile: task('everyone', 'Memeriksa gambar sertifikat', { file: z.file() }, output<BookVerification>()),
  /** Public keys and the list of today, for `balai verify --key`. */
  keyFile: task('everyone', 'Menyimpan kunci publik', nothing, output<BinaryFile>()),
  /** The page that checks on any PC or phone without a server; keys and list of today are inside. */
  checkerPage: task('everyone', 'Menyimpan halaman pemeriksa', nothing, output<BinaryFile>()),
  keys: task(
    'setting.see',
    'Melihat kunci tanda tangan',
    nothing,
    output<{ keys: SigningKeyRow[]; protectedBySystem: boolean }>(),
  ),
  /** A new key signs from now on; the old ones go on checking. */
  rotate: command(
    'setting.change',
    'Mengganti kunci tanda tangan',
    { reason: paragraph(300, 5) },
    output<{ id: string }>(),
  ),
  /** All secrets of this centre, encrypted by the passphrase. */
  backUp: task('setting.change', 'Mencadangkan kunci tanda tangan', { passphrase }, output<BinaryFile>()),
  /** Puts secrets back that are not here; answers how many, and how many were known already. */
  restore: task(
    'setting.change',
    'Memulihkan kunci tanda tangan',
    { file: z.file(), passphrase: z.string().max(200) },
    output<{ restored: number; known: number }>(),
  ),
}
