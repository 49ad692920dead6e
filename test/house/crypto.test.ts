import { expect, it } from 'vitest'
import { codeOf, sources } from './sources.ts'

// Electron's crypto is BoringSSL, Node's is OpenSSL. BoringSSL has no argon2, no SHA-3, and fewer ciphers and curves. The program may use
// only what both have; before adding a name to these lists, check it in Electron.

const functions = new Set([
  'createCipheriv',
  'createDecipheriv',
  'createHash',
  'createHmac',
  'createPrivateKey',
  'createPublicKey',
  'generateKeyPairSync',
  'randomBytes',
  'randomInt',
  'randomUUID',
  'scrypt',
  'scryptSync',
  'sign',
  'timingSafeEqual',
  'verify',
])
// 'ec' is for P-256 alone, which TLS needs on both.
const algorithms = new Set(['sha256', 'aes-256-gcm', 'ed25519', 'ec'])

// The hub is not part of the desktop program and runs on plain Node; the standard for telephone codes uses SHA-1.
const users = sources.filter(file => !file.startsWith('electron/hub/') && codeOf(file).includes("'node:crypto'"))

it('uses only functions of node:crypto that BoringSSL has too', () => {
  expect(users.length).toBeGreaterThan(10)
  const used = users.flatMap(file =>
    [...codeOf(file).matchAll(/import ([^']*) from 'node:crypto'/g)].flatMap(([, names = '']) =>
      names
        .replace(/[{}]/g, '')
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '' && !name.startsWith('type '))
        .map(name => `${file}: ${name}`),
    ),
  )
  expect(used.length).toBeGreaterThan(15)
  expect(used.filter(line => !functions.has(line.split(': ')[1] ?? ''))).toEqual([])
})

it('uses only algorithms that both have', () => {
  const named = users.flatMap(file =>
    [
      ...codeOf(file).matchAll(
        /\b(?:createHash|createHmac|createCipheriv|createDecipheriv|generateKeyPairSync)\(\s*'([^']+)'/g,
      ),
    ].map(([, name = '']) => `${file}: ${name}`),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(line => !algorithms.has(line.split(': ')[1] ?? ''))).toEqual([])
})
