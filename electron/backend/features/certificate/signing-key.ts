import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'

export type SigningKey = { id: string; privateKey: KeyObject }

// RFC 8410: the fixed head of a PKCS#8 Ed25519 private key, before its 32 secret bytes.
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The centre's own Ed25519 key; a paper signed by another centre's key is not known here. */
export function createSigningKey({ db, at, entropy }: CommandScope): void {
  const secret = Buffer.concat([privateKeyHead, entropy(32)])
  const privateKey = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  const publicBytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const id = createHash('sha256').update(publicBytes).digest('hex').slice(0, 8)
  db.run('INSERT INTO signing_key (id, public_key, private_key, created_at) VALUES (?, ?, ?, ?)', [
    id,
    publicBytes,
    secret,
    at,
  ])
}

export function newestSigningKey(db: ReadDatabase): SigningKey {
  const row = db.get<{ id: string; secret: Uint8Array }>(
    'SELECT id, private_key AS secret FROM signing_key ORDER BY created_at DESC, id LIMIT 1',
  )
  if (!row) throw new Error('the centre has no signing key')
  return { id: row.id, privateKey: createPrivateKey({ key: Buffer.from(row.secret), format: 'der', type: 'pkcs8' }) }
}

/**
 * What the QR of a paper holds: readable fields and a check code over them, which only the centre's key can make.
 * 'B|number|NAME|program|date|key|code'; no NIK, no address, no birth date.
 */
export function signedRecord(
  key: SigningKey,
  fields: { number: string; name: string; program: string; date: string },
): string {
  const text = ['B', fields.number, fields.name, fields.program, fields.date, key.id]
    .map(part => part.replaceAll('|', '/'))
    .join('|')
  return `${text}|${sign(null, Buffer.from(text), key.privateKey).toString('base64url')}`
}

/** True when the check code of the record was made by a key of this centre. */
export function isGenuineRecord(db: ReadDatabase, record: string): boolean {
  const cut = record.lastIndexOf('|')
  const text = record.slice(0, cut)
  const id = text.slice(text.lastIndexOf('|') + 1)
  const row = db.get<{ key: Uint8Array }>('SELECT public_key AS key FROM signing_key WHERE id = ?', [id])
  if (!row || cut < 0) return false
  const publicKey = createPublicKey({ key: Buffer.from(row.key), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), publicKey, Buffer.from(record.slice(cut + 1), 'base64url'))
}
