import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  compareVersions,
  type Release,
  releaseSchema,
  type SignatureFile,
  signatureEnding,
  signatureFileSchema,
} from '../../../../shared/features/update/release.ts'
import { parseJson } from '../../../../shared/kernel/parse-json.ts'
import { DomainError } from '../../domain-error.ts'

/** DER prefix of a raw Ed25519 key. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')
const megabyte = 1024 * 1024
const largestSignature = megabyte

/** First eight hexadecimal digits of the hash, enough to distinguish a few keys. */
export function releaseKeyId(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 8)
}

/**
 * Reads the signature file beside an installer and verifies it with the known keys; nothing is used before that. The installer itself is read by
 * `checkWhole`.
 * @param present version of this program
 * @throws DomainError release_unsigned, release_foreign, release_older, release_same, release_half
 */
export async function checkRelease(installer: string, keys: readonly string[], present: string): Promise<Release> {
  const file = basename(installer)
  const release = releaseOf(await readSignature(installer, file), keys, file)
  const order = compareVersions(release.version, present)
  if (order < 0) throw new DomainError({ code: 'release_older', version: release.version, present })
  if (order === 0) throw new DomainError({ code: 'release_same', version: present })
  const { size } = await stat(installer)
  if (size < release.bytes) {
    const [megabytes, of] = [size, release.bytes].map(bytes => Math.floor(bytes / megabyte))
    throw new DomainError({ code: 'release_half', megabytes: megabytes ?? 0, of: Math.max(of ?? 0, 1) })
  }
  return release
}

/** Reads the whole installer. @throws DomainError release_damaged if it is not the signed one */
export async function checkWhole(installer: string, { sha256, bytes }: Release, check = () => {}): Promise<void> {
  const hash = createHash('sha256')
  let read = 0
  for await (const part of createReadStream(installer)) {
    check()
    hash.update(part)
    read += part.length
  }
  if (read !== bytes || hash.digest('hex') !== sha256)
    throw new DomainError({ code: 'release_damaged', file: basename(installer) })
}

async function readSignature(installer: string, file: string): Promise<SignatureFile> {
  const path = `${installer}${signatureEnding}`
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new DomainError({ code: 'release_unsigned', file })
  const text = found.size <= largestSignature ? await readFile(path, 'utf8') : ''
  const parsed = signatureFileSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new DomainError({ code: 'release_foreign', file })
  return parsed.data
}

function releaseOf({ key, statement, signature }: SignatureFile, keys: readonly string[], file: string): Release {
  const known = keys.find(one => releaseKeyId(one) === key)
  const signed = known !== undefined && isSigned(known, statement, signature)
  const release = signed ? releaseSchema.safeParse(parseJson(statement)) : undefined
  if (!release?.success) throw new DomainError({ code: 'release_foreign', file })
  return release.data
}

function isSigned(publicKey: string, statement: string, signature: string): boolean {
  const der = Buffer.concat([spkiHead, Buffer.from(publicKey, 'base64')])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(statement), key, Buffer.from(signature, 'base64'))
}
