import { readFileSync, statSync } from 'node:fs'
import { keyFileSchema } from '../../shared/features/certificate/key-file.ts'
import { type Verification, verifyByKeyFile } from '../../shared/features/certificate/verification.ts'
import { verificationAnswers } from '../../shared/features/certificate/verification-answers.ts'
import { worstVerification } from '../../shared/features/certificate/worst-verification.ts'
import type { ReadDatabase } from '../backend/database/connection.ts'
import { isSignedBy } from '../backend/features/certificate/keys/signing-key-store.ts'
import { verifyRecord } from '../backend/features/certificate/verify/verification-store.ts'
import { readQrCodes } from '../backend/picture/read-qr.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { readDatabase } from './read-database.ts'

/** Checks a certificate: with the register of a data folder, or with a file of public keys and no database. */
export const verify: Command = {
  usage: 'verify INPUT [--data DIR | --key FILE] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', key: 'text' }, 1)
    const [input] = options.positionals
    if (input === undefined) throw new UsageError('Isi kode QR atau nama berkas belum ditulis.')
    if (options.key !== undefined && options.data !== undefined)
      throw new UsageError('Tulis salah satu dari --data dan --key.')
    const texts = await textsOf(input)
    const answer = options.key === undefined ? byBook(texts, options.data) : byKeys(texts, options.key)
    return { json: answer, words: words(answer) }
  },
}

/** The text itself, or all QR codes on the picture or PDF at that path. Null for a file that is neither. */
async function textsOf(input: string): Promise<string[] | null> {
  const there = statSync(input, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw new UsageError(`${input} adalah folder, bukan berkas.`)
  if (there) return readQrCodes(new Uint8Array(readFileSync(input)))
  // The text of a QR code never looks like this; a wrong path must not be treated as one.
  if (/\.(png|jpe?g|pdf)$|^(\.{0,2}|~|[a-z]:)[/\\]/i.test(input)) throw new UsageError(`Berkas ${input} tidak ada.`)
  return [input]
}

function byKeys(texts: readonly string[] | null, path: string): Verification {
  const keys = keyFileSchema.safeParse(readJson(path))
  if (!keys.success) throw new UsageError(`--key ${path}: bukan berkas kunci publik Balai.`)
  return worstVerification(texts?.map(text => verifyByKeyFile(text, keys.data, isSignedBy)) ?? null)
}

function byBook(texts: readonly string[] | null, data: string | undefined): Verification {
  const answer = (db: ReadDatabase) => worstVerification(texts?.map(text => verifyRecord(db, text)) ?? null)
  return readDatabase(chooseDataFolder(data), answer)
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new UsageError(`--key ${path}: tidak dapat dibaca.`)
  }
}

function words({ status, certificate, reason }: Verification): string {
  const title = verificationAnswers[status].title
  if (!certificate) return `${title}. ${reason}`
  const { number, name, program, issuedOn } = certificate
  return `${title}. ${reason}\n${number} · ${name} · ${program} · ${issuedOn}`
}
