import { createHmac, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { totalmem } from 'node:os'

/** Cost of one hash: 2^log blocks of 8 × 128 bytes, `parallel` times. */
export type HashCost = { readonly log: number; readonly parallel: number }

/** The values recommended by OWASP without argon2id: 128 MiB; on a PC with little memory half of it twice. Half a second of one core. */
export const usualCost: HashCost = totalmem() < 3 * 2 ** 30 ? { log: 16, parallel: 2 } : { log: 17, parallel: 1 }

const block = 8
const saltBytes = 16
const hashBytes = 32

/** One hash at a time: each takes up to 128 MiB, and the thread pool would run four. */
let queue: Promise<unknown> = Promise.resolve()

function derive(secret: Buffer, salt: Buffer, { log, parallel }: HashCost): Promise<Buffer> {
  const cost = 2 ** log
  // OpenSSL and BoringSSL refuse unless maxmem is twice the need.
  const options: ScryptOptions = { N: cost, r: block, p: parallel, maxmem: 2 * 128 * cost * block * parallel }
  const next = queue.then(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        scrypt(secret, salt, hashBytes, options, (error, key) => (error ? reject(error) : resolve(key))),
      ),
  )
  queue = next.catch(() => undefined)
  return next
}

/** 'scrypt$17$8$1$salt$hash': the stored form of a PIN or password. With a pepper the hash alone is useless. */
export async function hashSecret(secret: string, cost: HashCost, pepper: Uint8Array | null): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await derive(withPepper(secret, pepper), salt, cost)
  return ['scrypt', cost.log, block, cost.parallel, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Takes equally long whether the secret matches or not. An unreadable stored value never matches. */
export async function secretFits(secret: string, stored: string, pepper: Uint8Array | null): Promise<boolean> {
  const read = readStored(stored)
  if (!read) return false
  const hash = await derive(withPepper(secret, pepper), read.salt, read.cost)
  return hash.length === read.hash.length && timingSafeEqual(hash, read.hash)
}

/** Whether the stored hash has a lower cost than now usual: it is then renewed at the next sign-in. */
export function isWeaker(stored: string, usual: HashCost): boolean {
  const cost = readStored(stored)?.cost
  return !cost || 2 ** cost.log * cost.parallel < 2 ** usual.log * usual.parallel
}

function withPepper(secret: string, pepper: Uint8Array | null): Buffer {
  const text = Buffer.from(secret.normalize('NFC'))
  return pepper ? createHmac('sha256', pepper).update(text).digest() : text
}

function readStored(stored: string): { cost: HashCost; salt: Buffer; hash: Buffer } | null {
  const [name, log, size, parallel, salt = '', hash = ''] = stored.split('$')
  const cost = { log: Number(log), parallel: Number(parallel) }
  const sane = cost.log >= 1 && cost.log <= 20 && cost.parallel >= 1 && cost.parallel <= 4
  if (name !== 'scrypt' || Number(size) !== block || !sane) return null
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') }
}
