import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookRow } from '../../../../shared/features/certificate/book-contract.ts'
import type { CertificateId, OfficerId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  decidedCohort,
  enrolled,
  issueAll,
  issuedPapers,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { pngOf } from '../../pictures.ts'
import { signPdf } from '../../sign-pdf.ts'

let fixture: Fixture
let code: string
let people: TraineeId[]
let officerId: OfficerId
const reason = 'Nama salah ejaan'
const today: PlainDate = '2024-12-20'

beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  people = await addTrainees(fixture, 4)
  code = await decidedCohort(
    fixture,
    { start: '2024-12-02', instructorId, traineeIds: people },
    { heldOn: today, absences: { 4: { 1: 'A', 2: 'A', 3: 'A', 4: 'A' } } },
  )
  const [officer] = (await fixture.client.centre.get({})).officers
  if (!officer) throw new Error('nobody signs')
  officerId = officer.id
})
afterEach(() => fixture.remove())

const numbers = (rows: readonly BookRow[]) => rows.map(row => `${row.number} ${row.state}`)
const book = async () => (await fixture.client.book.list({ search: '', kind: null, limit: 100, offset: 0 })).rows
const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) => new Uint8Array(await file.arrayBuffer())
const hashOf = async (id: CertificateId) =>
  createHash('sha256')
    .update(await bytesOf(await fixture.client.certificate.file({ id })))
    .digest('hex')
const counter = { kind: 'certificate' as const, series: '', date: today }

async function issue(position: number, issuedOn: PlainDate = today, kind: 'certificate' | 'statement' = 'certificate') {
  if (issuedOn > today) fixture.setToday(issuedOn)
  const { enrolmentId } = await enrolled(fixture, code, position)
  const request = { code, kind, issuedOn, officerId, enrolmentIds: [enrolmentId] }
  const [paper] = (await fixture.client.certificate.issue(request)).issued
  if (!paper) throw new Error('nothing was issued')
  return paper
}
async function rename(index: number, name: string): Promise<void> {
  await fixture.client.trainee.save({ id: people[index] ?? failed(), trainee: samplePerson(index, { name }) })
}
function failed(): never {
  throw new Error('there are four people')
}

describe('reserved numbers', () => {
  test('are the next ones, are skipped by an issue, and leave no gap', async () => {
    await issue(1)
    const kept = await fixture.client.book.reserve({ ...counter, count: 2, reason: 'Untuk blanko lama' })
    expect(kept).toEqual({ first: '500.15/0002/BLK/XII/2024', last: '500.15/0003/BLK/XII/2024' })
    expect((await issue(2)).number).toBe('500.15/0004/BLK/XII/2024')
    const { number } = await fixture.client.book.voidNumber({ id: null, counter, reason: 'Blanko rusak' })
    expect(number).toBe('500.15/0005/BLK/XII/2024')
    expect((await issue(3)).number).toBe('500.15/0006/BLK/XII/2024')
    expect(numbers(await book())).toEqual([
      '500.15/0006/BLK/XII/2024 valid',
      '500.15/0005/BLK/XII/2024 void',
      '500.15/0004/BLK/XII/2024 valid',
      '500.15/0003/BLK/XII/2024 reserved',
      '500.15/0002/BLK/XII/2024 reserved',
      '500.15/0001/BLK/XII/2024 valid',
    ])
  })

  test('record the person of a handwritten paper, and a void one stays void', async () => {
    await fixture.client.book.reserve({ ...counter, count: 2, reason: 'Untuk blanko lama' })
    const [second, first] = await book()
    if (!first?.setAsideId || !second?.setAsideId) throw new Error('nothing was reserved')
    const paper = { holder: 'Budi Santoso', program: 'Las', issuedOn: '2024-11-01' as const }
    await fixture.client.book.recordByHand({ id: first.setAsideId, ...paper })
    await fixture.client.book.voidNumber({ id: second.setAsideId, counter: null, reason: 'Tidak jadi dipakai' })
    expect(await domainErrorOf(fixture.client.book.recordByHand({ id: second.setAsideId, ...paper }))).toEqual({
      code: 'number_void',
      number: '500.15/0002/BLK/XII/2024',
    })
    await rejectedAs(fixture.client.book.voidNumber({ id: second.setAsideId, counter: null, reason }), 'number_void')
    expect(await book()).toMatchObject([
      { state: 'void', note: 'Tidak jadi dipakai' },
      { state: 'by_hand', name: 'Budi Santoso', program: 'Las', issuedOn: '2024-11-01' },
    ])
    expect((await fixture.client.book.list({ search: 'budi', kind: null, limit: 9, offset: 0 })).total).toBe(1)
    expect((await issue(1)).number).toBe('500.15/0003/BLK/XII/2024')
  })

  test('no SQL statement can give a number twice, skip one or delete one', async () => {
    await fixture.client.book.reserve({ ...counter, count: 1, reason: 'Untuk blanko lama' })
    await issue(1)
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    const insert = (sequence: number, number: string) => () =>
      raw.exec(
        `INSERT INTO set_aside_number (kind, series, year, sequence, number, reason, set_aside_at, set_aside_by)
         VALUES ('certificate', '', 2024, ${sequence}, '${number}', 'x', 'x', 'x')`,
      )
    expect(insert(2, 'a')).toThrow()
    expect(insert(4, 'b')).toThrow('certificate_frozen')
    expect(insert(3, '500.15/0002/BLK/XII/2024')).toThrow('certificate_frozen')
    for (const sql of [
      'DELETE FROM set_aside_number',
      "UPDATE set_aside_number SET number = 'x'",
      'DELETE FROM officer',
      'DELETE FROM enrolment',
      'DELETE FROM trainee',
      'DELETE FROM cohort',
      'DELETE FROM signing_key',
    ])
      expect(() => raw.exec(sql), sql).toThrow()
    expect(insert(3, 'c')).not.toThrow()
    raw.close()
  })
})

describe('series', () => {
  test('count by trade once the pattern contains it, and the first number is valid for its year only', async () => {
    await rejectedAs(fixture.client.book.chooseSeries({ series: 'trade' }), 'series_token_missing')
    const { rules } = await fixture.client.centre.get({})
    const pattern = '{klasifikasi}/{seri}-{urut:3}/{tahun}'
    await fixture.client.centre.updateRules({
      ...rules,
      certificateTemplate: pattern,
      statementTemplate: `S${pattern}`,
      firstCertificateNumber: 40,
    })
    await fixture.client.book.chooseSeries({ series: 'trade' })
    expect((await issue(1)).number).toBe('500.15/TR-040/2024')
    const { counters } = await fixture.client.book.counters({ date: '2024-12-31' })
    expect(counters.find(row => row.kind === 'certificate' && row.series === 'TR')?.next).toBe('500.15/TR-041/2024')
    expect(counters.find(row => row.kind === 'certificate' && row.series === 'LS')?.next).toBe('500.15/LS-040/2024')
    expect((await issue(2, '2025-01-02')).number).toBe('500.15/TR-001/2025')
    expect((await issue(3, '2024-12-31')).number).toBe('500.15/TR-041/2024')
  })
})

describe('a correction', () => {
  test('is a new paper that names the replaced one; the chain is shown and the old one keeps its bytes', async () => {
    const first = await issue(1)
    const before = await hashOf(first.id)
    await rename(0, 'Ani Suryani Putri')
    expect((await fixture.client.book.history({ id: first.id })).nameNow).toBe('Ani Suryani Putri')
    fixture.setToday('2025-01-07')
    const second = await fixture.client.book.replace({ id: first.id, issuedOn: '2025-01-03', officerId, reason })
    expect(second).toMatchObject({ number: '500.15/0001/BLK/I/2025', name: 'Ani Suryani Putri' })
    const third = await fixture.client.book.replace({ id: second.id, issuedOn: '2025-01-06', officerId, reason })
    const { chain, state } = await fixture.client.book.history({ id: first.id })
    expect(state).toBe('superseded')
    const words = async (id: CertificateId) =>
      (await readPdf(await bytesOf(await fixture.client.certificate.file({ id })))).pages
        .map(page => page.text)
        .join('\n')
    expect(await words(second.id)).toContain(`Menggantikan nomor ${first.number}`)
    expect(await words(third.id)).toContain(`Menggantikan nomor ${second.number}`)
    expect(await words(first.id)).not.toContain('Menggantikan')
    expect(chain.map(row => row.number)).toEqual([first.number, second.number, third.number])
    // The issued bytes stay; printed again, the paper says that it is not valid any more.
    expect((await fixture.client.book.history({ id: first.id })).sha256).toBe(before)
    const again = (await readPdf(await bytesOf(await fixture.client.certificate.file({ id: first.id })))).pages
    for (const page of again) expect(page.text).toContain(`DIGANTI dengan ${second.number}, 3 Jan 2025`)
    expect(again[0]?.text).toContain('ANI SURYANI')
    expect(await words(third.id)).not.toContain('DIGANTI')
    expect(
      await domainErrorOf(fixture.client.book.replace({ id: first.id, issuedOn: '2025-01-07', officerId, reason })),
    ).toEqual({
      code: 'certificate_superseded',
      number: first.number,
      by: second.number,
    })
    await rejectedAs(fixture.client.book.makeCopy({ id: first.id, recipient: 'Ani', reason }), 'certificate_superseded')
    // The person already has a paper, so a second issue is refused.
    await rejectedAs(issue(1, '2025-01-08'), 'already_issued')
    expect(
      (await fixture.client.certificate.prepare({ code, kind: 'certificate', issuedOn: today, officerId }))
        .candidates[0]?.issued?.number,
    ).toBe(third.number)
    const { files } = {
      files: unzipSync(
        await bytesOf(await fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: false })),
      ),
    }
    expect(Object.keys(files)).toEqual(['500.15-0002-BLK-I-2025 Ani Suryani Putri.pdf'])
  })

  test('cannot be dated before the paper, nor signed by a person not in office', async () => {
    const { id } = await issue(1)
    await rejectedAs(
      fixture.client.book.replace({ id, issuedOn: '2024-12-19', officerId, reason }),
      'date_before_issue',
    )
    const { id: other } = await fixture.client.centre.saveOfficer({
      id: null,
      officer: {
        prefix: '',
        title: 'Kepala',
        name: 'Baru',
        rank: '',
        nip: '',
        validFrom: '2026-01-01',
        validUntil: null,
      },
    })
    await rejectedAs(
      fixture.client.book.replace({ id, issuedOn: today, officerId: other, reason }),
      'officer_not_valid',
    )
    expect(await book()).toHaveLength(1)
  })

  test('two at once never get the same number', async () => {
    const [one, other] = [await issue(1), await issue(2)]
    const both = await Promise.all([
      fixture.client.book.replace({ id: one.id, issuedOn: today, officerId, reason }),
      fixture.client.book.replace({ id: other.id, issuedOn: today, officerId, reason }),
      issue(3),
    ])
    // Either of them may be drawn first.
    expect(both.map(row => row.number.slice(7, 11)).sort()).toEqual(['0003', '0004', '0005'])
  })
})

describe('a revocation', () => {
  test('has a reason and a date, is final, and no paper follows it', async () => {
    const { id, number } = await issue(1)
    await rejectedAs(fixture.client.book.revoke({ id, revokedOn: '2024-12-19', reason }), 'date_before_issue')
    await rejectedAs(fixture.client.book.revoke({ id, revokedOn: '2026-01-01', reason }), 'date_in_future')
    await fixture.client.book.revoke({ id, revokedOn: today, reason: 'Ijazah peserta ternyata palsu' })
    expect(await domainErrorOf(fixture.client.book.revoke({ id, revokedOn: today, reason }))).toEqual({
      code: 'certificate_revoked',
      number,
    })
    await rejectedAs(fixture.client.book.replace({ id, issuedOn: today, officerId, reason }), 'certificate_revoked')
    await rejectedAs(fixture.client.book.makeCopy({ id, recipient: 'Ani', reason }), 'certificate_revoked')
    await rejectedAs(fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: true }), 'nothing_issued')
    expect(await book()).toMatchObject([{ state: 'revoked', note: 'Ijazah peserta ternyata palsu' }])
    const history = await fixture.client.book.history({ id })
    expect(history.revocation).toMatchObject({ on: today })
    expect(await fixture.client.book.history({ number: history.number })).toEqual(history)
    await rejectedAs(fixture.client.book.history({ number: '500.15/9999/BLK/I/2025' }), 'not_found')
    const printed = await readPdf(await bytesOf(await fixture.client.certificate.file({ id })))
    expect(printed.pages[0]?.text).toContain('DICABUT')
  })
})

describe('copies and prints', () => {
  test('a copy is a separate file, stamped and counted; the original keeps its bytes', async () => {
    await fixture.client.centre.setLogo({ logo: pngOf(200, 0, 0) })
    const { id } = await issue(1)
    const before = await hashOf(id)
    const lost = { id, recipient: 'Ani Suryani', reason: 'Lembar asli hilang' }
    const first = await fixture.client.book.makeCopy(lost)
    await fixture.client.centre.setLogo({ logo: pngOf(0, 0, 200) })
    await rename(0, 'Orang Lain')
    const second = await fixture.client.book.makeCopy(lost)
    expect([first.n, second.n]).toEqual([1, 2])
    expect(second.file.name).toBe('500.15-0001-BLK-XII-2024 Ani Suryani salinan 2.pdf')
    const { pages } = await readPdf(await bytesOf(second.file))
    for (const page of pages) expect(page.text).toContain('SALINAN KE-2')
    expect(pages[0]?.text).toContain('ANI SURYANI')
    expect((await readPdf(await bytesOf(await fixture.client.certificate.file({ id })))).pages[0]?.text).not.toContain(
      'SALINAN',
    )
    expect(await hashOf(id)).toBe(before)
    const again = await fixture.client.book.copyFile({ id: first.id })
    expect(Buffer.from(await bytesOf(again)).equals(Buffer.from(await bytesOf(first.file)))).toBe(true)
    expect((await fixture.client.book.history({ id })).copies).toMatchObject([
      { n: 1, recipient: 'Ani Suryani', reason: 'Lembar asli hilang', by: 'Wulan Sari' },
      { n: 2 },
    ])
  })

  test('a statement can be copied too, and every print is recorded', async () => {
    const { id } = await issue(4, today, 'statement')
    const { id: copy, file } = await fixture.client.book.makeCopy({
      id,
      recipient: 'Fitri',
      reason: 'Lembar asli hilang',
    })
    expect((await readPdf(await bytesOf(file))).pages[0]?.text).toContain('SALINAN KE-1')
    await fixture.client.book.recordPrint({ ids: [id], copyId: null, how: 'printed' })
    await fixture.client.book.recordPrint({ ids: [id], copyId: copy, how: 'saved' })
    await fixture.client.book.recordCohortPrint({ code, kind: 'statement', how: 'printed' })
    expect((await fixture.client.book.history({ id })).prints).toMatchObject([
      { how: 'printed', copy: null },
      { how: 'saved', copy: 1 },
      { how: 'printed', copy: null, by: 'Wulan Sari' },
    ])
    const other = await issue(1)
    await rejectedAs(fixture.client.book.recordPrint({ ids: [other.id], copyId: copy, how: 'printed' }), 'not_found')
  })
})

test('the page of a person says which valid paper has another name, until it is replaced or revoked', async () => {
  const { client } = fixture
  const person = { id: people[0] as TraineeId }
  const classOf = async () => (await client.trainee.get(person)).cohorts.find(one => one.code === code)
  const { id } = await issue(1)
  expect(await classOf()).toMatchObject({ certificateId: id, nameOnPaper: null })
  const before = (await client.book.history({ id })).name
  await rename(0, 'Ani Suryani Putri')
  expect(await classOf()).toMatchObject({ certificateId: id, nameOnPaper: before })
  const later = await client.book.replace({ id, issuedOn: today, officerId, reason: 'Nama salah ejaan' })
  expect(await classOf()).toMatchObject({ certificateId: later.id, nameOnPaper: null })
  await rename(0, 'Ani Suryani')
  expect(await classOf()).toMatchObject({ certificateId: later.id, nameOnPaper: 'Ani Suryani Putri' })
  await client.book.revoke({ id: later.id, revokedOn: today, reason: 'Ijazah ternyata palsu' })
  expect(await classOf()).toMatchObject({ nameOnPaper: null })
})

test('a paper with an empty photo box is replaced by one with an empty box, without asking for a reason', async () => {
  const { client } = fixture
  const { rules } = await client.centre.get({})
  await client.centre.updateRules({ ...rules, printPhoto: true })
  const { enrolmentId } = await enrolled(fixture, code, 1)
  const input = { code, kind: 'certificate' as const, issuedOn: today, officerId, enrolmentIds: [enrolmentId] }
  const [paper] = (await client.certificate.issue({ ...input, printPhoto: false })).issued
  const { id } = paper ?? failed()
  await rename(0, 'Ani Suryani Putri')
  expect(await client.book.replacementChecks({ id, issuedOn: today, officerId })).toEqual({ red: [] })
  expect((await client.book.replace({ id, issuedOn: today, officerId, reason: 'Nama salah ejaan' })).number).toContain(
    '0002',
  )
  const [change] = await client.trainee.history({ id: people[0] as TraineeId })
  expect(change?.values).toEqual([{ field: 'name', before: 'Ani Suryani', after: 'Ani Suryani Putri' }])
})

test('the copy for a person lists copies, prints, corrections and revocations too', async () => {
  const { client } = fixture
  const { id } = await issue(1)
  await client.book.makeCopy({ id, recipient: 'Ani Suryani', reason: 'Lembar asli hilang' })
  await client.book.recordPrint({ ids: [id], copyId: null, how: 'printed' })
  await client.verification.recordCheck({ text: '0001' })
  const later = await client.book.replace({ id, issuedOn: today, officerId, reason: 'Nama salah ejaan' })
  await client.book.revoke({ id: later.id, revokedOn: today, reason: 'Ijazah ternyata palsu' })
  const file = await client.rights.exportPerson({ id: people[0] as TraineeId, format: 'json' })
  expect(JSON.parse(await file.text())).toMatchObject({
    'Pencabutan dan penggantian': [
      { Nomor: '500.15/0001/BLK/XII/2024', Apa: 'Diganti dengan 500.15/0002/BLK/XII/2024', Alasan: 'Nama salah ejaan' },
      { Nomor: '500.15/0002/BLK/XII/2024', Apa: 'Dicabut', Alasan: 'Ijazah ternyata palsu' },
    ],
    Salinan: [{ 'Salinan ke-': '1', Untuk: 'Ani Suryani', Alasan: 'Lembar asli hilang' }],
    'Cetakan sertifikat': [{ Nomor: '500.15/0001/BLK/XII/2024', Lembar: 'Asli', Cara: 'Dicetak' }],
    'Pemeriksaan keaslian': [{ Nomor: '500.15/0001/BLK/XII/2024', Menurut: 'nomor', Jawaban: 'SAH' }],
    'Berkas bertanda tangan elektronik': [],
  })
})

describe('files of a class', () => {
  test('are one per person with the issued bytes, and one for the printer', async () => {
    await rename(1, 'Ani Suryani')
    await issueAll(fixture, code, today)
    const zip = unzipSync(
      await bytesOf(await fixture.client.book.cohortFiles({ code, kind: 'certificate', merged: true })),
    )
    expect(Object.keys(zip)).toEqual([
      '500.15-0001-BLK-XII-2024 Ani Suryani.pdf',
      '500.15-0002-BLK-XII-2024 Ani Suryani.pdf',
      '500.15-0003-BLK-XII-2024 Eka Puspitasari.pdf',
      `sertifikat-${code}.pdf`,
    ])
    const rows = await issuedPapers(fixture.client, '0002/BLK')
    const one = zip['500.15-0002-BLK-XII-2024 Ani Suryani.pdf'] ?? new Uint8Array()
    expect(createHash('sha256').update(one).digest('hex')).toBe(await hashOf(rows[0]?.id ?? failed()))
    expect((await readPdf(zip[`sertifikat-${code}.pdf`] ?? new Uint8Array())).pages).toHaveLength(6)
  })
})

describe('a paper signed elsewhere', () => {
  const attach = (id: Parameters<typeof hashOf>[0], file: File) => fixture.client.book.attachSigned({ id, file })

  test('is kept beside ours with its hash, and says whether its signature covers our bytes', async () => {
    const { id } = await issue(1)
    const ours = await bytesOf(await fixture.client.certificate.file({ id }))
    const signed = await signPdf(ours)
    const kept = await attach(id, signed)
    expect(kept.beginsWithOurs).toBe(true)
    const rewritten = await signPdf(Buffer.from('%PDF-1.7\n% written anew'))
    const other = await attach(id, new File([rewritten], 'lain.pdf'))
    expect(other.beginsWithOurs).toBe(false)
    await rejectedAs(attach(id, signed), 'signed_file_known')
    const back = await bytesOf(await fixture.client.book.signedFile({ id: kept.id }))
    const { signedFiles } = await fixture.client.book.history({ id })
    expect(signedFiles.map(file => [file.name, file.beginsWithOurs])).toEqual([
      ['lain.pdf', false],
      ['tte.pdf', true],
    ])
    expect(createHash('sha256').update(back).digest('hex')).toBe(signedFiles[1]?.sha256)
    expect(await hashOf(id)).toBe(createHash('sha256').update(ours).digest('hex'))
  })

  test('is refused without a signature, and with only the text of one', async () => {
    const { id } = await issue(1)
    const ours = await bytesOf(await fixture.client.certificate.file({ id }))
    await rejectedAs(attach(id, new File([new Uint8Array(ours)], 'a.pdf')), 'not_signed_elsewhere')
    await rejectedAs(attach(id, new File(['bukan PDF'], 'a.pdf')), 'not_signed_elsewhere')
    const words = '\n1 0 obj << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] >> endobj\n%%EOF\n'
    await rejectedAs(attach(id, new File([new Uint8Array(ours), words], 'a.pdf')), 'signature_broken')
  })

  test.each([
    ['a byte of ours was changed', (pdf: Buffer) => changedAt(pdf, 200)],
    ['the signature itself was changed', (pdf: Buffer) => changedAt(pdf, pdf.indexOf('/Contents <') + 400)],
    ['its range was made shorter', (pdf: Buffer) => replaced(pdf, /\/ByteRange \[0 \d+/, '/ByteRange [0 90')],
  ])('is refused where %s after it was signed', async (_, changed) => {
    const { id } = await issue(1)
    const ours = await bytesOf(await fixture.client.certificate.file({ id }))
    await rejectedAs(attach(id, await signPdf(ours, changed)), 'signature_broken')
  })

  test('is not accepted for a part of our bytes, or for another paper', async () => {
    const { id } = await issue(1)
    const ours = await bytesOf(await fixture.client.certificate.file({ id }))
    const more = Buffer.concat([ours.subarray(0, ours.length - 20), Buffer.from('x'.repeat(400))])
    expect((await attach(id, await signPdf(more))).beginsWithOurs).toBe(false)
    const second = await issue(2)
    const otherPaper = await bytesOf(await fixture.client.certificate.file({ id: second.id }))
    expect((await attach(id, await signPdf(otherPaper))).beginsWithOurs).toBe(false)
  })
})

function changedAt(pdf: Buffer, at: number): Buffer {
  const changed = Buffer.from(pdf)
  changed[at] = (pdf[at] ?? 0) === 0x30 ? 0x31 : 0x30
  return changed
}

function replaced(pdf: Buffer, pattern: RegExp, words: string): Buffer {
  return Buffer.from(
    pdf.toString('latin1').replace(pattern, found => words.padEnd(found.length)),
    'latin1',
  )
}
