import { createPrivateKey, sign } from 'node:crypto'
import { z } from 'zod'
import type { KeyProtection } from '../backend/host-services.ts'
import { KeyStore } from '../backend/keys/key-store.ts'

/** Name of the entry among the keys of the program's folder. */
const storedId = '0000de5c'

const identity = z.strictObject({
  desk: z.int().positive(),
  key: z.string(),
  /** The private key of this desk, PKCS 8 in base64. It never leaves this computer. */
  privateKey: z.base64(),
  /** The certificate of the host, PEM, and its SHA-256. A computer with another certificate is not this host. */
  certificate: z.string(),
  fingerprint: z.string(),
  /** 'host:port' where the host was reached last. */
  address: z.string(),
  host: z.string(),
  centre: z.string(),
  /** Name of this desk at the host. */
  name: z.string(),
})

/** What makes this computer a desk, and of which host. */
export type HostIdentity = z.infer<typeof identity>

/** Stored beside the profile of the program, encrypted by the system if it can. */
export class HostIdentityFile {
  readonly #keys: KeyStore

  constructor(profile: string, protection: KeyProtection | undefined) {
    this.#keys = new KeyStore(profile, protection)
  }

  /** Undefined if this computer is no desk. If the system can no longer decrypt it, it counts as none and must be paired again. */
  read(): HostIdentity | undefined {
    const kept = this.#keys.get(storedId)
    return kept ? identity.parse(JSON.parse(kept.toString('utf8'))) : undefined
  }

  keep(identity: HostIdentity): void {
    this.#keys.put(storedId, Buffer.from(JSON.stringify(identity)))
  }

  forget(): void {
    this.#keys.remove(storedId)
  }
}

/** A signature in the format that a host reads, the one of WebCrypto: the two numbers one after the other. */
export function signAs(privateKey: string, text: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
}
