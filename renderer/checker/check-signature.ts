import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2'
import type { VerifySignature } from '../../shared/features/certificate/signed-record.ts'

// In plain JavaScript, because some browsers have no WebCrypto on pages opened from the disk.
hashes.sha512 = message => new Uint8Array(sha512(message))

/** Gives the same answers as node:crypto (strict rules of RFC 8032), so that nothing passes here that the program would refuse. */
export const checkSignature: VerifySignature = ({ publicKey }, text, signature) => {
  const key = Uint8Array.from(publicKey.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  try {
    return verify(signature, new TextEncoder().encode(text), key, { zip215: false })
  } catch {
    return false
  }
}
