import { createPrivateKey, sign } from 'node:crypto'
import { z } from 'zod'
import type { KeyProtection } from '../backend/host-services.ts'
import { KeyStore } from '../backend/keys/key-store.ts'

/** Name among the keys of the program's folder. */
const storedId = '0000de5c'

const identity = z.strictObject({
  desk: z.int().positive(),
  key: z.string(),
  /** The own key, PKCS 8 in base64: it never leaves this computer. */
  privateKey: z.base64(),
  /** The certificate of the house, PEM, and its SHA-256: whoever shows another one is somebody else. */
  certificate: z.string(),
  fingerprint: z.string(),
  /** 'host:port' where the house was seen last. */
  address: z.string(),
  host: z.string(),
  centre: z.string(),
  /** How this desk is called there. */
  name: z.string(),
})

/** What makes this computer a desk, and of which house. */
export type HouseIdentity = z.infer<typeof identity>

/** Kept beside the profile of the program, sealed by the system where it seals. */
export class HouseIdentityFile {
  readonly #keys: KeyStore

  constructor(profile: string, protection: KeyProtection | undefined) {
    this.#keys = new KeyStore(profile, protection)
  }

  /** Undefined where this computer is no desk. One that the system no longer opens counts as none: it is paired anew. */
  read(): HouseIdentity | undefined {
    const kept = this.#keys.get(storedId)
    return kept ? identity.parse(JSON.parse(kept.toString('utf8'))) : undefined
  }

  keep(house: HouseIdentity): void {
    this.#keys.put(storedId, Buffer.from(JSON.stringify(house)))
  }

  forget(): void {
    this.#keys.remove(storedId)
  }
}

/** Signs as the door of a house reads it: what WebCrypto writes, the two numbers one after the other. */
export function signAs(privateKey: string, text: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
}
