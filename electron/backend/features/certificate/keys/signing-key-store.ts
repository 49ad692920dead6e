import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type PublicKey, recordText, sealedRecord } from '../../../../../shared/features/certificate/signed-record.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { KeyStore } from '../../../keys/key-store.ts'
import type { CommandScope } from '../../../scope.ts'

/** Makes the QR text of a paper. */
export type SignRecord = (fields: Parameters<typeof recordText>[0]) => string

// RFC 8410: the fixed prefixes of a PKCS#8 private and an SPKI public Ed25519 key.
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Makes a key for this centre; the previous one is retired and still verifies. */
export function createSigningKey({ db, at, entropy, keys }: CommandScope): string {
  const secret = Buffer.concat([privateKeyHead, entropy(32)])
  const { id, publicBytes } = publicPart(secret)
  // File first: a key without its private part would prevent every issue.
  keys.put(id, secret)
  db.run('UPDATE signing_key SET retired_at = ? WHERE retired_at IS NULL', [at])
  insertKey(db, { id, publicBytes, createdAt: at, retiredAt: null })
  return id
}

type KeyRow = { id: string; publicBytes: Uint8Array; createdAt: string; retiredAt: string | null }

export function insertKey(db: WriteDatabase, key: KeyRow): void {
  db.insert('signing_key', 'id, public_key: publicBytes, created_at, retired_at', key)
}

type ListedKey = { id: string; createdAt: string; retiredAt: string | null; backedUpAt: string | null; papers: number }

/** Newest first, with the number of papers signed. */
export function listKeys(db: ReadDatabase): ListedKey[] {
  return db.all(
    `SELECT id, created_at AS createdAt, retired_at AS retiredAt, backed_up_at AS backedUpAt,
       (SELECT count(*) FROM certificate INDEXED BY certificate_by_qr_text WHERE instr(qr_text, '*' || upper(signing_key.id) || '*') > 0) AS papers
     FROM signing_key ORDER BY created_at DESC, id`,
  )
}

export function markBackedUp(db: WriteDatabase, id: string, at: string): void {
  db.update('signing_key', 'backed_up_at', { backedUpAt: at, id })
}

/** Id and public bytes (SPKI) of a private key. @throws if it is not an Ed25519 key in PKCS#8 */
export function publicPart(secret: Uint8Array): { id: string; publicBytes: Buffer } {
  const privateKey = readPrivateKey(secret)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key')
  const publicBytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return { id: createHash('sha256').update(publicBytes).digest('hex').slice(0, 8), publicBytes }
}

/** Signs with the key in use; null if there is none, or its private part is missing. */
export function findSigner(db: ReadDatabase, keys: KeyStore): { id: string; sign(text: string): Buffer } | null {
  const row = db.get<{ id: string }>('SELECT id FROM signing_key WHERE retired_at IS NULL')
  const secret = row ? keys.get(row.id) : null
  if (!row || !secret || publicPart(secret).id !== row.id) return null
  const privateKey = readPrivateKey(secret)
  return { id: row.id, sign: text => sign(null, Buffer.from(text), privateKey) }
}

/** Signs with the key in use. @throws DomainError signing_key_missing */
export function recordSigner(db: ReadDatabase, keys: KeyStore): SignRecord {
  const signer = findSigner(db, keys)
  if (!signer) throw new DomainError({ code: 'signing_key_missing' })
  return fields => {
    const text = recordText(fields, signer.id)
    return sealedRecord(text, signer.sign(text))
  }
}

/** All keys this centre has ever signed with. */
export function publicKeys(db: ReadDatabase): (PublicKey & { retiredAt: string | null })[] {
  return db
    .all<{ id: string; key: Uint8Array; retiredAt: string | null }>(
      'SELECT id, public_key AS key, retired_at AS retiredAt FROM signing_key ORDER BY created_at, id',
    )
    .map(({ id, key, retiredAt }) => ({ id, publicKey: Buffer.from(key).subarray(-32).toString('hex'), retiredAt }))
}

export function isSignedBy({ publicKey }: PublicKey, text: string, signature: Uint8Array): boolean {
  const der = Buffer.concat([publicKeyHead, Buffer.from(publicKey, 'hex')])
  return verify(null, Buffer.from(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
}

function readPrivateKey(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
}
