import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildChecker } from '../../../../build/checker.ts'
import { isSignedBy } from '../../../../electron/backend/features/certificate/keys/signing-key-store.ts'
import type { KeyProtection } from '../../../../electron/backend/host-services.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import { keyFileSchema } from '../../../../shared/features/certificate/key-file.ts'
import { verifyByKeyFile } from '../../../../shared/features/certificate/verification.ts'
import type { CertificateId, OfficerId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  addTrainees,
  decidedCohort,
  issueAll,
  issuedPapers,
  samplePerson,
  setUp,
  setUpAnew,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let ids: CertificateId[]
let officerId: OfficerId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await issueCohort(fixture)
})
afterEach(() => fixture.remove())

const passphrase = 'merpati terbang di atas sawah'
const reason = 'Kunci lama mungkin bocor'

async function issueCohort(at: Fixture): Promise<void> {
  const instructorId = await addInstructor(at, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(at, 3)
  const code = await decidedCohort(at, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: '2024-12-20' })
  await issueAll(at, code, '2024-12-20')
  ids = (await issuedPapers(at.client)).map(row => row.id).toReversed()
  const [officer] = (await at.client.centre.get({})).officers
  if (!officer) throw new Error('nobody signs')
  officerId = officer.id
}
function recordOf(at: Fixture, index = 0): string {
  return at.backend.workspace.read.value("SELECT json_extract(facts, '$.qrText') FROM certificate WHERE id = ?", [
    id(index),
  ])
}
function id(index: number): CertificateId {
  return ids[index] ?? failed()
}
function failed(): never {
  throw new Error('three were issued')
}
const check = (text: string) => fixture.client.verification.check({ text })
const keyFolder = () => join(fixture.folder, 'kunci')
async function keyFile() {
  return keyFileSchema.parse(JSON.parse(await (await fixture.client.verification.keyFile({})).text()))
}

describe('a number without a code', () => {
  test('is found whole or in part, with state, person and program', async () => {
    expect(await check(' 500.15/0002/blk/xii/2024 ')).toMatchObject({
      status: 'valid',
      certificate: { number: '500.15/0002/BLK/XII/2024', start: '2024-12-02' },
    })
    const part = await check('0002')
    expect(part.certificate?.number).toBe('500.15/0002/BLK/XII/2024')
    expect(part.certificate?.program).toBeTruthy()
    expect(part.reason).toContain('menurut nomornya saja')
    const revoked = { id: id(1), revokedOn: '2024-12-20', reason: 'Nama keliru pada kertas' } as const
    await fixture.client.book.revoke(revoked)
    expect(await check('0002')).toMatchObject({
      status: 'revoked',
      certificate: { number: '500.15/0002/BLK/XII/2024' },
    })
  })

  test('that matches several papers or none gets a clear answer', async () => {
    expect(await check('XII/2024')).toMatchObject({ status: 'unknown', certificate: null })
    expect((await check('XII/2024')).reason).toContain('Ketik nomor lengkapnya.')
    expect((await check('9999')).reason).toBe('Tidak ada sertifikat bernomor “9999” di buku balai ini.')
  })
})

describe('the history of checks', () => {
  const checks = async (index = 0) => (await fixture.client.book.history({ id: id(index) })).verifications
  const ask = (text: string) => fixture.client.verification.recordCheck({ text })

  test('says who checked, how, and the answer, newest first; a check alone writes nothing', async () => {
    const record = recordOf(fixture)
    expect((await check('0001')).number).toBe('500.15/0001/BLK/XII/2024')
    expect(await checks()).toEqual([])
    await ask('0001')
    await ask(record)
    const pdf = await fixture.client.certificate.file({ id: id(0) })
    await fixture.client.verification.checkFile({ file: new File([await pdf.arrayBuffer()], 'a.pdf') })
    // A paper with another name is shown under this number.
    expect((await check(record.replace('ANI', 'ANA'))).number).toBe('500.15/0001/BLK/XII/2024')
    await ask(record.replace('ANI', 'ANA'))
    await fixture.client.book.revoke({ id: id(0), revokedOn: '2024-12-20', reason: 'Ijazah ternyata palsu' })
    await ask('0001')
    expect((await checks()).map(({ how, status }) => `${how} ${status}`)).toEqual([
      'number revoked',
      'code tampered',
      'file valid',
      'code valid',
      'number valid',
    ])
    expect((await checks())[0]).toMatchObject({ by: 'Wulan Sari', at: expect.stringMatching(/^2024-12-20T/) })
    expect(await checks(1)).toEqual([])
  })

  test('ignores unknown papers, and its entries cannot change', async () => {
    expect(await rejectedAs(ask('selamat pagi'), 'not_found')).toMatchObject({ entity: 'certificate' })
    expect((await check('selamat pagi')).number).toBeNull()
    await ask('0001')
    const sql = (statement: string) => () => fixture.backend.workspace.write.run(statement)
    expect(sql('DELETE FROM certificate_verification')).toThrow('append_only')
    expect(sql("UPDATE certificate_verification SET status = 'revoked'")).toThrow('append_only')
    const row = 'INSERT INTO certificate_verification (certificate_id, how, status, verified_at, verified_by)'
    expect(sql(`${row} VALUES (${id(0)}, 'number', 'tampered', '', '')`)).toThrow('CHECK')
    expect(sql(`${row} VALUES (${id(0)}, 'phone', 'valid', '', '')`)).toThrow('CHECK')
  })
})

describe('a QR', () => {
  test('says who, what, when and by whom, and nothing private', async () => {
    const record = recordOf(fixture)
    const { nik, address, birthDate } = samplePerson(0)
    for (const secret of [nik, address.toUpperCase(), birthDate, birthDate.replaceAll('-', '')])
      expect(record).not.toContain(secret)
    expect(await check(record)).toMatchObject({
      status: 'valid',
      certificate: {
        kind: 'certificate',
        number: '500.15/0001/BLK/XII/2024',
        name: 'ANI SURYANI',
        start: '2024-12-02',
        end: '2024-12-20',
        issuedOn: '2024-12-20',
        issuer: 'UPT BALAI LATIHAN KERJA',
      },
    })
  })

  test('is valid, revoked, replaced, changed or unknown, with the same answer from the book and the key file', async () => {
    await fixture.client.book.revoke({ id: id(1), revokedOn: '2024-12-20', reason: 'Ijazah ternyata palsu' })
    await fixture.client.book.replace({ id: id(2), issuedOn: '2024-12-20', officerId, reason })
    const keys = await keyFile()
    expect(keys).toMatchObject({
      revoked: [{ number: '500.15/0002/BLK/XII/2024', on: '2024-12-20' }],
      superseded: [{ number: '500.15/0003/BLK/XII/2024', by: '500.15/0004/BLK/XII/2024', on: '2024-12-20' }],
    })
    expect(JSON.stringify(keys)).not.toContain('palsu')
    const elsewhere = openFixture()
    await setUpAnew(elsewhere)
    const own = ids
    await issueCohort(elsewhere)
    const foreign = recordOf(elsewhere)
    ids = own
    const cases = [
      [recordOf(fixture, 0), 'valid'],
      [recordOf(fixture, 1), 'revoked'],
      [recordOf(fixture, 2), 'superseded'],
      [recordOf(fixture, 0).replace('ANI', 'ANA'), 'tampered'],
      [foreign, 'unknown'],
      ['selamat pagi', 'unknown'],
    ] as const
    for (const [text, status] of cases) {
      expect((await check(text)).status).toBe(status)
      expect(verifyByKeyFile(text, keys, isSignedBy).status).toBe(status)
    }
    expect((await check(recordOf(fixture, 1))).reason.replaceAll('\u00a0', ' ')).toBe(
      'Dicabut pada 20 Desember 2024: Ijazah ternyata palsu.',
    )
    await elsewhere.remove()
  })

  test('is read from the PDF and from a picture of it; among several codes ours counts', async () => {
    const pdf = await fixture.client.certificate.file({ id: id(0) })
    const file = new File([await pdf.arrayBuffer()], 'a.pdf')
    expect(await fixture.client.verification.checkFile({ file })).toMatchObject({ status: 'valid' })
    const blank = new File([new Uint8Array(createCanvas(200, 200).toBuffer('image/png'))], 'kosong.png')
    expect(await fixture.client.verification.checkFile({ file: blank })).toMatchObject({
      status: 'unknown',
      certificate: null,
    })
    expect(await fixture.client.verification.checkFile({ file: new File(['x'], 'a.png') })).toMatchObject({
      status: 'unknown',
    })
  })

  test('a file with more pages than a class has papers is refused', async () => {
    const { PDFDocument } = await import('@cantoo/pdf-lib')
    const pages = await PDFDocument.create()
    for (let page = 0; page < 298; page += 1) pages.addPage([595, 842])
    const file = new File([new Uint8Array(await pages.save())], 'panjang.pdf')
    expect(await rejectedAs(fixture.client.verification.checkFile({ file }), 'scan_too_long')).toMatchObject({
      pages: 150,
    })
  })

  test('signed with our key but missing in the book is unknown', async () => {
    const record = recordOf(fixture)
    const backup = await fixture.client.verification.backUp({ passphrase })
    const other = openFixture()
    await setUpAnew(other)
    await other.client.verification.restore({ file: new File([await backup.text()], 'k.json'), passphrase })
    expect(await other.client.verification.check({ text: record })).toMatchObject({
      status: 'unknown',
      certificate: { number: '500.15/0001/BLK/XII/2024' },
    })
    await other.remove()
  })
})

describe('keys', () => {
  test('are in a file of this user, never in the database', async () => {
    const [name = ''] = readdirSync(keyFolder())
    const stored = JSON.parse(readFileSync(join(keyFolder(), name), 'utf8')) as { secret: string }
    if (process.platform !== 'win32') expect(statSync(join(keyFolder(), name)).mode & 0o777).toBe(0o600)
    const secret = Buffer.from(stored.secret, 'base64').subarray(-32)
    await fixture.backend.close()
    for (const file of ['balai.db', ...readdirSync(join(fixture.folder, 'cadangan')).map(one => `cadangan/${one}`)])
      expect(readFileSync(join(fixture.folder, file)).includes(secret), file).toBe(false)
    await fixture.reopen()
  })

  test('rotate: new papers use the new one, old ones stay genuine', async () => {
    const before = recordOf(fixture)
    const { id: fresh } = await fixture.client.verification.rotate({ reason })
    const next = await fixture.client.book.replace({ id: id(0), issuedOn: '2024-12-20', officerId, reason })
    ids.push(next.id)
    expect(recordOf(fixture, 3)).toContain(`*${fresh.toUpperCase()}*`)
    expect(await check(recordOf(fixture, 3))).toMatchObject({ status: 'valid', certificate: { keyId: fresh } })
    expect((await check(before)).status).toBe('superseded')
    expect((await check(recordOf(fixture, 1))).status).toBe('valid')
    const { keys } = await fixture.client.verification.keys({})
    expect(keys.map(key => [key.retiredAt === null, key.papers, key.secretHere])).toEqual([
      [true, 1, true],
      [false, 3, true],
    ])
  })

  test('that are lost stop issuing with a message, and are restored from the encrypted copy', async () => {
    const file = new File([await (await fixture.client.verification.backUp({ passphrase })).text()], 'k.json')
    expect((await fixture.client.verification.keys({})).keys[0]?.backedUpAt).not.toBeNull()
    rmSync(keyFolder(), { recursive: true })
    const again = () => fixture.client.book.replace({ id: id(0), issuedOn: '2024-12-20', officerId, reason })
    await rejectedAs(again(), 'signing_key_missing')
    // Checking needs only the public part of the key.
    expect((await check(recordOf(fixture))).status).toBe('valid')
    await rejectedAs(
      fixture.client.verification.restore({ file, passphrase: 'bukan kata sandinya' }),
      'key_passphrase_wrong',
    )
    await rejectedAs(
      fixture.client.verification.restore({ file: new File(['{}'], 'x'), passphrase }),
      'key_backup_unreadable',
    )
    const backup = JSON.parse(await file.text()) as { data: string }
    const bent = new File([JSON.stringify({ ...backup, centre: 'Balai Lain' })], 'k.json')
    await rejectedAs(fixture.client.verification.restore({ file: bent, passphrase }), 'key_passphrase_wrong')
    expect(await fixture.client.verification.restore({ file, passphrase })).toEqual({ restored: 1, known: 0 })
    expect(await fixture.client.verification.restore({ file, passphrase })).toEqual({ restored: 0, known: 1 })
    expect((await again()).number).toBe('500.15/0004/BLK/XII/2024')
  })

  test('are encrypted where the system can, and an encrypted one does not work elsewhere', async () => {
    const turned = (bytes: Uint8Array) => bytes.map(byte => byte ^ 0x5a)
    const keyProtection: KeyProtection = { encrypt: turned, decrypt: turned }
    const encrypted = openFixture({ host: { ...silentHost, keyProtection } })
    await setUp(encrypted)
    await issueCohort(encrypted)
    const [name = ''] = readdirSync(join(encrypted.folder, 'kunci'))
    expect(JSON.parse(readFileSync(join(encrypted.folder, 'kunci', name), 'utf8'))).toMatchObject({
      protection: 'system',
    })
    await encrypted.backend.close()
    const copy = openFixture()
    await copy.backend.close()
    mkdirSync(join(copy.folder, 'kunci'), { recursive: true })
    for (const file of ['balai.db', `kunci/${name}`])
      writeFileSync(join(copy.folder, file), readFileSync(join(encrypted.folder, file)))
    await copy.reopen()
    await copy.client.session.goOn({})
    expect((await copy.client.verification.keys({})).keys[0]?.secretHere).toBe(false)
    await rejectedAs(
      copy.client.book.replace({ id: id(0), issuedOn: '2024-12-20', officerId, reason }),
      'signing_key_missing',
    )
    await copy.remove()
    await encrypted.remove()
  })
})

test('the checker page holds the keys and the list, and no name of a person can end its script', async () => {
  await buildChecker()
  const { centre } = await fixture.client.centre.get({})
  const { practice: _, hasLogo: __, logo: ___, ...draft } = centre
  await fixture.client.centre.update({ ...draft, name: 'Balai </script><b>$&' })
  const page = await (await fixture.client.verification.checkerPage({})).text()
  expect(page).not.toContain('@balai-')
  expect(page).not.toContain('</script><b>')
  const [, json = ''] = /<script id="keys" type="application\/json">(.*?)<\/script>/s.exec(page) ?? []
  expect(JSON.parse(json)).toEqual(await keyFile())
  // The page declares itself that it may load nothing.
  expect(page).toContain("content=\"default-src 'none'; ")
  expect(page).not.toMatch(/<(link|img|iframe)\b|<script[^>]*\bsrc=/)
})
