import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { z } from 'zod'
import { type Release, releaseSchema, type SignatureFile } from '../../../../shared/features/update/release.ts'
import { releaseKeyId } from './check-release.ts'

const keyFileSchema = z.strictObject({
  format: z.literal('balai-release-key-1'),
  public: z.base64(),
  /** PKCS 8 in DER, base64. With this key anybody can publish a release to every office. */
  private: z.base64(),
})
export type ReleaseKeyFile = z.output<typeof keyFileSchema>

export function makeReleaseKey(): ReleaseKeyFile {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    format: 'balai-release-key-1',
    public: rawPublicKey(privateKey),
    private: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

/** The content of a key file, or undefined if it is none. */
export function parseReleaseKey(text: string): ReleaseKeyFile | undefined {
  try {
    const file = keyFileSchema.parse(JSON.parse(text))
    return rawPublicKey(privateKeyOf(file)) === file.public ? file : undefined
  } catch {
    return undefined
  }
}

/** The signature file for an installer. */
export function signRelease(
  installer: Uint8Array,
  about: Pick<Release, 'version' | 'published' | 'news'>,
  key: ReleaseKeyFile,
): SignatureFile {
  const sha256 = createHash('sha256').update(installer).digest('hex')
  const statement = JSON.stringify(releaseSchema.parse({ ...about, sha256, bytes: installer.byteLength }))
  return {
    format: 'balai-release-1',
    key: releaseKeyId(key.public),
    statement,
    signature: sign(null, Buffer.from(statement), privateKeyOf(key)).toString('base64'),
  }
}

function privateKeyOf(file: ReleaseKeyFile): KeyObject {
  return createPrivateKey({ key: Buffer.from(file.private, 'base64'), format: 'der', type: 'pkcs8' })
}

function rawPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
}
