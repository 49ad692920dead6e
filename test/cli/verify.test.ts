import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readQrCodes } from '../../electron/backend/picture/read-qr.ts'
import { renderPage } from '../papers/read-pdf.ts'
import { balai, json, spellOut } from './balai.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-verify-'))
const data = join(folder, 'data')
const keys = join(folder, 'keys.json')
let pdf: string
let record: string
beforeAll(async () => {
  const { certificates } = json<{ certificates: { file: string }[] }>(await balai('demo', '--out', folder, '--json'))
  pdf = join(folder, certificates[0]?.file ?? '')
  const bytes = new Uint8Array(readFileSync(pdf))
  record = (await readQrCodes(bytes))?.[0] ?? ''
  writeFileSync(join(folder, 'a.png'), await renderPage(bytes, 0, 150))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Verdict = { status: string; certificate: { number: string; name: string } | null; reason: string }
async function verify(...args: string[]): Promise<Verdict> {
  const ended = await balai('verify', ...args, '--json')
  expect(ended.exitCode).toBe(0)
  return json(ended)
}

test('text, PDF and picture are checked with the data or with the key file alone, and keys are written with their list', async () => {
  const written = await balai('keys', '--data', data, '--out', keys, '--today', '2025-02-01', '--json')
  expect(json(written)).toMatchObject({ keys: 1, revoked: 0, superseded: 0, listedOn: '2025-02-01' })
  const picture = join(folder, 'a.png')
  expect(await verify(record, '--data', data)).toMatchObject({ status: 'valid' })
  expect(await verify(pdf, '--data', data)).toMatchObject({ status: 'valid' })
  for (const input of [record, picture])
    expect(await verify(input, '--key', keys)).toMatchObject({ status: 'valid', certificate: { name: 'DEWI LESTARI' } })
  const changed = record.replace('DEWI', 'DEWA')
  expect(await verify(changed, '--key', keys)).toMatchObject({ status: 'tampered', certificate: null })
  expect(await verify(changed, '--data', data)).toMatchObject({ status: 'tampered', certificate: null })
  expect(await verify('selamat pagi', '--key', keys)).toMatchObject({ status: 'unknown', certificate: null })
  expect((await verify(keys, '--key', keys)).reason).toBe('Berkas ini bukan PNG, JPEG atau PDF yang dapat dibaca.')
}, 60_000)

test.each([
  ['nothing to check', 2, () => ['verify']],
  ['both data and keys', 2, () => ['verify', record, '--data', data, '--key', keys]],
  ['a picture that is not there', 2, () => ['verify', join(folder, 'tidak-ada.pdf'), '--key', keys]],
  ['a path that is not there', 2, () => ['verify', join(folder, 'tidak-ada'), '--key', keys]],
  ['a folder', 2, () => ['verify', folder, '--key', keys]],
  ['keys that are none', 2, () => ['verify', record, '--key', pdf]],
  ['data that is not there', 1, () => ['verify', record, '--data', join(folder, 'kosong')]],
  ['keys without a place to go', 2, () => ['keys', '--data', data]],
] as const)('%s is said in words', async (_, exitCode, args) => {
  const ended = await balai(...args())
  expect(ended.exitCode).toBe(exitCode)
  expect(spellOut(ended)).toBe(true)
})
