import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../../../../shared/kernel/parse-json.ts'
import { DomainError } from '../../../domain-error.ts'
import { publicPart } from './signing-key-store.ts'

export type KeySecret = { id: string; createdAt: string; secret: Uint8Array }

// About a third of a second and 64 MB for each guess.
const cost = { N: 65_536, r: 8, p: 1 } as const
const memory = 128 * 1024 * 1024

const bytes = z.base64().transform(text => new Uint8Array(Buffer.from(text, 'base64')))
const backupSchema = z.strictObject({
  format: z.literal('balai-key-backup-1'),
  centre: z.string(),
  scrypt: z.strictObject({ N: z.literal(cost.N), r: z.literal(cost.r), p: z.literal(cost.p), salt: bytes }),
  cipher: z.literal('aes-256-gcm'),
  nonce: bytes,
  tag: bytes,
  data: bytes,
})
const secretsSchema = z.array(z.strictObject({ id: z.string(), createdAt: z.string(), secret: bytes }))

/** JSON encrypted with the passphrase; the name of the centre is readable, to identify the file. */
export function encryptKeys(
  secrets: readonly KeySecret[],
  centre: string,
  passphrase: string,
  entropy: (bytes: number) => Uint8Array,
): string {
  const salt = entropy(16)
  const nonce = entropy(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  cipher.setAAD(Buffer.from(centre))
  const rows = secrets.map(row => ({ ...row, secret: base64(row.secret) }))
  const data = Buffer.concat([cipher.update(JSON.stringify(rows)), cipher.final()])
  return JSON.stringify(
    {
      format: 'balai-key-backup-1',
      centre,
      scrypt: { ...cost, salt: base64(salt) },
      cipher: 'aes-256-gcm',
      nonce: base64(nonce),
      tag: base64(cipher.getAuthTag()),
      data: base64(data),
    },
    null,
    2,
  )
}

/** @throws DomainError key_backup_unreadable for another kind of file, key_passphrase_wrong also for a changed file */
export function decryptKeys(text: string, passphrase: string): KeySecret[] {
  const backup = backupSchema.safeParse(parseJson(text)).data
  if (backup?.nonce.length !== 12 || backup.tag.length !== 16) throw new DomainError({ code: 'key_backup_unreadable' })
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, backup.scrypt.salt), backup.nonce)
    decipher.setAAD(Buffer.from(backup.centre))
    decipher.setAuthTag(backup.tag)
    const plain = Buffer.concat([decipher.update(backup.data), decipher.final()])
    const secrets = secretsSchema.parse(JSON.parse(plain.toString('utf8')))
    if (secrets.some(({ id, secret }) => publicPart(secret).id !== id)) throw new Error('a secret has another name')
    return secrets
  } catch {
    throw new DomainError({ code: 'key_passphrase_wrong' })
  }
}

function keyOf(passphrase: string, salt: Uint8Array): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem: memory })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
