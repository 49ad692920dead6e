import { z } from 'zod'
import { type BinaryFile, nothing, paragraph } from '../../kernel/schema.ts'
import { askingPassword, command, output, query, task } from '../../operation.ts'
import type { BookVerification } from './verification.ts'

export type SigningKeyRow = {
  /** Eight hexadecimal digits. */
  id: string
  createdAt: string
  /** Null for the key in use. */
  retiredAt: string | null
  backedUpAt: string | null
  /** Number of papers signed with it. */
  papers: number
  /** False if its private key is not on this PC: it still verifies, but cannot sign. */
  secretHere: boolean
}

/** At least twelve characters, because a stolen file can be attacked offline. */
const passphrase = z
  .string()
  .min(12, { error: 'Tulis paling sedikit 12 huruf.' })
  .max(200, { error: 'Paling panjang 200 huruf.' })

export const verificationContract = {
  /** The text of a QR, or a number. */
  check: query('everyone', { text: z.string().max(5000) }, output<BookVerification>()),
  /** Records that a check was shown; only for texts about a number of our register. */
  recordCheck: command('everyone', 'Memeriksa sertifikat', { text: z.string().max(5000) }),
  /** A picture or PDF with a QR; a result about a paper of ours is recorded. */
  checkFile: task('everyone', 'Memeriksa gambar sertifikat', { file: z.file() }, output<BookVerification>()),
  /** Public keys and today's list of revocations, for `balai verify --key`. */
  keyFile: task('everyone', 'Menyimpan kunci publik', nothing, output<BinaryFile>()),
  /** A page that checks papers on any PC or phone without a server; contains keys and today's list. */
  checkerPage: task('everyone', 'Menyimpan halaman pemeriksa', nothing, output<BinaryFile>()),
  keys: task(
    'setting.see',
    'Melihat kunci tanda tangan',
    nothing,
    output<{ keys: SigningKeyRow[]; protectedBySystem: boolean }>(),
  ),
  /** Makes a new signing key; old ones still verify. */
  rotate: askingPassword(
    command('setting.change', 'Mengganti kunci tanda tangan', { reason: paragraph(300, 5) }, output<{ id: string }>()),
  ),
  /** All private keys of this centre, encrypted with the passphrase. */
  backUp: askingPassword(
    task('setting.change', 'Mencadangkan kunci tanda tangan', { passphrase }, output<BinaryFile>()),
  ),
  /** Restores missing private keys; returns how many, and how many were present already. */
  restore: askingPassword(
    task(
      'setting.change',
      'Memulihkan kunci tanda tangan',
      { file: z.file(), passphrase: z.string().max(200) },
      output<{ restored: number; known: number }>(),
    ),
  ),
}
