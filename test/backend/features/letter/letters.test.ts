import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyCohortLetter } from '../../../../shared/features/letter/cohort-letter.ts'
import { builtInBody } from '../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../shared/features/letter/letter-forms.ts'
import { letterKeys } from '../../../../shared/features/letter/letter-key.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture } from '../../fixture.ts'

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, {
    instructorId,
    traineeIds: await addTrainees(fixture, 3),
    decreeIssuer: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
    decreeNumber: '800.2/153-Disnaker/2024',
    decreeDate: '2024-12-09',
  })
})
afterAll(() => fixture.remove())

const words = builtInBody(letterForm('opening-minutes'))
const changed = { ...words, penutup: 'Ditutup di {kota}.' }
const read = () => fixture.client.letter.read({ paper: 'opening-minutes' })

async function textOf(made: { file: { arrayBuffer(): Promise<ArrayBuffer> } }): Promise<string> {
  const { pages } = await readPdf(new Uint8Array(await made.file.arrayBuffer()))
  return pages.map(page => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')).join(' ')
}
const make = (key: 'opening-minutes' | 'decree-participants' | 'panel-attendance' | 'panel-invitation') =>
  fixture.client.paper.make({ code, key, size: null, day: null })

describe('versions of a letter', () => {
  test('begin with the built-in text', async () => {
    const list = await fixture.client.letter.list({})
    expect(list.map(row => [row.paper, row.version])).toEqual(letterKeys.map(paper => [paper, 0]))
    expect(await read()).toMatchObject({
      body: words,
      current: 0,
      versions: [{ version: 0, savedAt: null, savedBy: null }],
    })
  })

  test('a saved text is a new version with person and time, and the next paper uses it', async () => {
    expect(await textOf(await make('opening-minutes'))).toContain('Demikian berita acara')
    const saved = await fixture.client.letter.save({ draft: { paper: 'opening-minutes', body: changed }, basedOn: 0 })
    expect(saved).toEqual({ version: 1 })
    const { body, current, versions } = await read()
    expect([body, current]).toEqual([changed, 1])
    expect(versions[0]).toEqual({
      version: 1,
      savedAt: '2024-12-10T08:00',
      savedBy: expect.any(String),
      restoredFrom: null,
    })
    const text = await textOf(await make('opening-minutes'))
    expect(text).toContain('Ditutup di Tangerang.')
    expect(text).not.toContain('Demikian berita acara')
    expect(fixture.audit().at(-1)).toMatchObject({
      operation: 'letter.save',
      entity: 'letter_template',
      entity_id: 'opening-minutes',
    })
  })

  test('a text opened before somebody else saved does not overwrite theirs', async () => {
    const stale = fixture.client.letter.save({ draft: { paper: 'opening-minutes', body: words }, basedOn: 0 })
    expect(await domainErrorOf(stale)).toEqual({ code: 'letter_changed', title: 'Berita Acara Pembukaan' })
  })

  test('an unknown token is refused by name and nothing is saved', async () => {
    const body = { ...words, penutup: 'Ada {jumlah_pesrta}.' }
    const refused = fixture.client.letter.save({ draft: { paper: 'opening-minutes', body }, basedOn: 1 })
    expect(await inputProblems(refused)).toEqual(['token {jumlah_pesrta} tidak dikenal di surat ini.'])
    expect((await read()).current).toBe(1)
  })

  test('an older version and the built-in text return as new versions', async () => {
    expect(await fixture.client.letter.restore({ paper: 'opening-minutes', version: 0 })).toEqual({ version: 2 })
    expect(await read()).toMatchObject({ body: words, current: 2, versions: [{ version: 2, restoredFrom: 0 }, {}, {}] })
    await fixture.client.letter.restore({ paper: 'opening-minutes', version: 1 })
    expect(await read()).toMatchObject({ body: changed, current: 3 })
    expect((await fixture.client.letter.version({ paper: 'opening-minutes', version: 2 })).body).toEqual(words)
    const never = fixture.client.letter.restore({ paper: 'opening-minutes', version: 9 })
    expect(await domainErrorOf(never)).toEqual({ code: 'not_found', entity: 'letter_version' })
    await fixture.client.letter.restore({ paper: 'opening-minutes', version: 0 })
  })

  test('the text of an invitation is previewed on a class, one letter for each event', async () => {
    const words = builtInBody(letterForm('invitation'))
    const body = { ...words, wawancara: 'Harap membawa portofolio, Sdr. {nama_pendaftar}.' }
    const draft = { paper: 'invitation' as const, body }
    const { file, warnings } = await fixture.client.letter.preview({ draft, code, size: 'A4' })
    const pages = (await readPdf(new Uint8Array(await file.arrayBuffer()))).pages.map(({ text }) =>
      text.replace(/\s+/g, ' '),
    )
    expect(warnings).toEqual([])
    expect(pages).toHaveLength(3)
    expect(pages[0]).toContain('Hal : Undangan tes tertulis')
    expect(pages[0]).toContain('Harap membawa KTP asli dan alat tulis.')
    expect(pages[1]).toMatch(/Acara : Pelaksanaan wawancara Harap membawa portofolio, Sdr\. \p{Lu}/u)
    expect(pages[2]).toContain('digantikan cadangan')
  })

  test('a preview shows an unsaved text, for letters of a class and of its people', async () => {
    const draft = { paper: 'opening-minutes' as const, body: { ...words, judul: 'Berita Acara Contoh' } }
    expect(await textOf(await fixture.client.letter.preview({ draft, code, size: 'F4' }))).toContain(
      'BERITA ACARA CONTOH',
    )
    const pledge = builtInBody(letterForm('pledge'))
    const own = { paper: 'pledge' as const, body: { ...pledge, judul: 'Pernyataan {balai_lengkap}' } }
    const text = await textOf(await fixture.client.letter.preview({ draft: own, code, size: null }))
    expect(text).toContain('PERNYATAAN UPT BALAI LATIHAN KERJA KOTA TANGERANG')
    expect((await read()).body).toEqual(words)
  })

  test('pledges use the saved text', async () => {
    const body = { ...builtInBody(letterForm('pledge')), butir: 'bersedia datang ke {balai_lengkap};' }
    await fixture.client.letter.save({ draft: { paper: 'pledge', body }, basedOn: 0 })
    const text = await textOf(await fixture.client.paper.make({ code, key: 'pledge', size: null, day: null }))
    expect(text).toContain('1. bersedia datang ke UPT Balai Latihan Kerja Kota Tangerang;')
    expect(text).not.toContain('tidak sedang mengikuti')
  })
})

describe('a letter of a class', () => {
  test('uses the data of the class until something is entered', async () => {
    const { values, usual } = await fixture.client.letter.ofCohort({ code, paper: 'opening-minutes' })
    expect(values).toEqual(emptyCohortLetter)
    expect(usual).toMatchObject({ heldOn: '2024-12-16', time: '08:00' })
    const made = await make('opening-minutes')
    expect(await textOf(made)).toContain('Senin tanggal enam belas bulan Desember')
    expect(made.warnings.join()).toContain('nomor berita acara')
  })

  test('keeps number, day, time, place and the person who opens the training', async () => {
    const values = {
      ...emptyCohortLetter,
      number: '500.15/0087/BA-BLK/XII/2024',
      heldOn: '2024-12-17' as const,
      time: '09:30',
      place: 'Aula',
      extra: { dibuka_oleh: 'Wali Kota Tangerang' },
    }
    await fixture.client.letter.saveOfCohort({ code, paper: 'opening-minutes', values })
    expect((await fixture.client.letter.ofCohort({ code, paper: 'opening-minutes' })).values).toEqual(values)
    const made = await make('opening-minutes')
    const text = await textOf(made)
    expect(text).toContain('Nomor : 500.15/0087/BA-BLK/XII/2024')
    expect(text).toContain('Selasa tanggal tujuh belas bulan Desember')
    expect(text).toContain('pukul 09.30 WIB, bertempat di Aula')
    expect(text).toContain('oleh Wali Kota Tangerang')
    expect(made.warnings.join()).not.toContain('nomor berita acara')
    expect(fixture.audit().at(-1)).toMatchObject({ entity: 'cohort_letter', entity_id: `${code} opening-minutes` })
  })

  test('a decree about participants has the number of the class, and names its issuer where no official of that office is known', async () => {
    const made = await make('decree-participants')
    const text = await textOf(made)
    expect(text).toContain('KEPUTUSAN KEPALA DINAS KETENAGAKERJAAN KOTA TANGERANG NOMOR 800.2/153-Disnaker/2024')
    expect(text).toContain('pada tanggal 9 Desember 2024')
    expect(made.warnings).toContain('Nama penanda tangan belum diketahui. Pilih pejabatnya.')
    const { officers } = await fixture.client.letter.ofCohort({ code, paper: 'decree-participants' })
    const officer = officers[0]
    if (!officer) throw new Error('the sample centre has no official')
    const values = { ...emptyCohortLetter, officerId: officer.id }
    await fixture.client.letter.saveOfCohort({ code, paper: 'decree-participants', values })
    const signed = await make('decree-participants')
    expect(await textOf(signed)).toContain('KEPUTUSAN KEPALA UPT BALAI LATIHAN KERJA KOTA TANGERANG NOMOR 800.2/153')
    expect(signed.warnings.join()).not.toContain('penanda tangan')
  })

  test('the attendance list of the panel is for the day of its invitation', async () => {
    const values = { ...emptyCohortLetter, heldOn: '2025-01-09' as const, time: '10:00', place: 'Ruang Rapat' }
    await fixture.client.letter.saveOfCohort({ code, paper: 'panel-invitation', values })
    expect(await textOf(await make('panel-attendance'))).toContain(
      'Hari, tanggal : Kamis, 9 Januari 2025 Waktu : pukul 10.00 WIB',
    )
    expect((await fixture.client.letter.ofCohort({ code, paper: 'panel-attendance' })).values).toEqual(values)
  })

  test('an unknown official is refused', async () => {
    const values = { ...emptyCohortLetter, officerId: 999 as (typeof emptyCohortLetter)['officerId'] }
    const refused = fixture.client.letter.saveOfCohort({ code, paper: 'opening-minutes', values })
    expect(await domainErrorOf(refused)).toEqual({ code: 'not_found', entity: 'officer' })
  })
})
