import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSignature } from '../../../../renderer/checker/check-signature.ts'
import { base45, bytesOfBase45 } from '../../../../shared/features/certificate/base45.ts'
import {
  checkRecord,
  type PublicKey,
  type RecordFields,
  recordText,
  sealedRecord,
  type VerifySignature,
} from '../../../../shared/features/certificate/signed-record.ts'

const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex')

function keyPair(seed: number, id: string) {
  const der = Buffer.concat([privateKeyHead, Buffer.alloc(32, seed)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
  return { privateKey, key: { id, publicKey } satisfies PublicKey }
}
const ours = keyPair(1, '1a2b3c4d')
const older = keyPair(2, 'deadbeef')
const theirs = keyPair(3, '0badcafe')

const byNode: VerifySignature = ({ publicKey }, text, signature) => {
  const key = Buffer.concat([publicKeyHead, Buffer.from(publicKey, 'hex')])
  return verify(null, Buffer.from(text), createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}

const fields: RecordFields = {
  kind: 'certificate',
  number: '500.15/0007/BLK/XII/2024',
  name: 'Siti Aminah',
  program: 'Tata Rias (Make Up Artist)',
  start: '2024-12-16',
  end: '2025-01-08',
  issuedOn: '2025-01-09',
  issuer: 'UPT Balai Latihan Kerja',
}
function seal(changes: Partial<RecordFields> = {}, { privateKey, key } = ours): string {
  const text = recordText({ ...fields, ...changes }, key.id)
  return sealedRecord(text, sign(null, Buffer.from(text), privateKey))
}
const judge = (text: string, verifySignature = byNode) => checkRecord(text, [ours.key, older.key], verifySignature)

describe('a record', () => {
  it('is readable by people, fits the compact mode of a QR code, and is short enough for 26 mm', () => {
    const text = seal()
    expect(text).toMatch(
      /^C1\*S\*500\.15\/0007\/BLK\/XII\/2024\*SITI AMINAH\*TATA RIAS %28MAKE UP ARTIST%29\*20241216\*/,
    )
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
    expect(text.length).toBeLessThan(262)
  })

  it('comes back as it was signed, whatever its letters', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(text => text.normalize('NFC'))
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.constantFrom('certificate' as const, 'statement' as const),
        (number, name, issuer, kind) => {
          const judged = judge(seal({ number, name, issuer, kind }))
          expect(judged).toMatchObject({
            state: 'genuine',
            record: {
              number,
              name: name.toUpperCase().normalize('NFC'),
              issuer: issuer.toUpperCase().normalize('NFC'),
              kind,
              start: fields.start,
              end: fields.end,
            },
          })
        },
      ),
    )
  })

  it('signed with a retired key is still genuine, signed by another centre is unknown', () => {
    expect(judge(seal({}, older))).toMatchObject({ state: 'genuine', record: { keyId: 'deadbeef' } })
    expect(judge(seal({}, theirs))).toEqual({ state: 'unknown', why: 'other_key' })
    expect(judge('B1.TR2403.011.02')).toEqual({ state: 'unknown', why: 'attendance_sheet' })
    expect(judge('https://example.org')).toEqual({ state: 'unknown', why: 'not_a_record' })
    expect(judge('')).toEqual({ state: 'unknown', why: 'not_a_record' })
  })

  it('may be pasted with white space around it, and with lines broken by a mail program', () => {
    expect(judge(`\n  ${seal()} \r\n`).state).toBe('genuine')
    expect(judge(seal().replace(/.{60}/g, '$&\r\n')).state).toBe('genuine')
    expect(judge(seal().toLowerCase()).state).toBe('tampered')
  })
})

describe('every change is noticed', () => {
  const text = seal()
  it.each([...'09AZ *%$:a\u00e9'])('of any one letter into %j', letter => {
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + letter + text.slice(at + 1)
      if (changed === text || changed.trim() === text) continue
      expect({ at, state: judge(changed).state }).toEqual({ at, state: 'tampered' })
    }
  })

  it('of any one byte, by node:crypto and in plain script alike', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        const words = changed.toString('latin1')
        fc.pre(words.trim() !== text)
        // A changed key name means an unknown key.
        const inName = at >= text.length - 106 && at < text.length - 96
        for (const state of [judge(words).state, judge(words, checkSignature).state])
          if (inName) expect(state).not.toBe('genuine')
          else expect(state).toBe('tampered')
      }),
      { numRuns: 60 },
    )
  })

  it('by deleting or inserting a letter', () => {
    for (let at = 0; at < text.length; at += 1) {
      // Without the name of its key a record cannot be checked.
      const inName = at >= text.length - 106 && at < text.length - 96
      const shorter = judge(text.slice(0, at) + text.slice(at + 1)).state
      if (inName) expect(shorter).not.toBe('genuine')
      else expect({ at, shorter }).toEqual({ at, shorter: 'tampered' })
      expect(judge(`${text.slice(0, at)}7${text.slice(at)}`).state).not.toBe('genuine')
    }
  })

  it('in records of the first release too', () => {
    const signed = 'B|500.15/0001/BLK/I/2025|SITI AMINAH|Tata Rias|2025-01-09|1a2b3c4d'
    const old = `${signed}|${sign(null, Buffer.from(signed), ours.privateKey).toString('base64url')}`
    expect(judge(old)).toMatchObject({ state: 'genuine', record: { number: '500.15/0001/BLK/I/2025', kind: null } })
    for (let at = 0; at < old.length; at += 1) {
      for (const letter of ['A', 'z', '|', '-']) {
        const changed = old.slice(0, at) + letter + old.slice(at + 1)
        if (changed !== old)
          expect({ at, letter, state: judge(changed).state }).toEqual({ at, letter, state: 'tampered' })
      }
    }
  })
})

describe('checking in plain script', () => {
  it('accepts and refuses what node:crypto accepts and refuses', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(63), fc.integer({ min: 0, max: 255 }), (words, at, flip) => {
        const message = words.toWellFormed()
        const signature = new Uint8Array(sign(null, Buffer.from(message), ours.privateKey))
        signature[at] = (signature[at] ?? 0) ^ flip
        expect(checkSignature(ours.key, message, signature)).toBe(byNode(ours.key, message, signature))
      }),
      { numRuns: 60 },
    )
  })
})

describe('Base45', () => {
  it('follows RFC 9285 and has exactly one text for any bytes', () => {
    expect(base45(Buffer.from('Hello!!'))).toBe('%69 VD92EX0')
    expect(Buffer.from(bytesOfBase45('QED8WEX0') ?? []).toString()).toBe('ietf!')
    expect(['GGW', '::', 'a00', 'AB CD', 'A'].map(bytesOfBase45)).toEqual([null, null, null, null, null])
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(bytesOfBase45(base45(bytes))).toEqual(bytes)
      }),
    )
  })
})
