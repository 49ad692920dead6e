import { expect, it } from 'vitest'
import { codeOf, sources } from './sources.ts'

// The crypto of Electron is BoringSSL, that of Node is OpenSSL: no argon2, no SHA-3, fewer ciphers and curves. What the program asks of it is
// a short list that both have; a new name on it is looked up in Electron first.

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
// ec: P-256 alone, which TLS needs on both.
const algorithms = new Set(['sha256', 'aes-256-gcm', 'ed25519', 'ec'])

// The hub is no part of the desktop program and runs on plain Node; codes of telephones are SHA-1 by their standard.
const users = sources.filter(file => !file.startsWith('electron/hub/') && codeOf(file).includes("'node:crypto'"))

it('asks of node:crypto only what BoringSSL has too', () => {
  expect(users.length).toBeGreaterThan(10)
  const asked = users.flatMap(file =>
    [...codeOf(file).matchAll(/import ([^']*) from 'node:crypto'/g)].flatMap(([, names = '']) =>
      names
        .replace(/[{}]/g, '')
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '' && !name.startsWith('type '))
        .map(name => `${file}: ${name}`),
    ),
  )
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter(line => !functions.has(line.split(': ')[1] ?? ''))).toEqual([])
})

it('and only algorithms that both have', () => {
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
