import { describe, expect, test } from 'vitest'
import { drawAttendanceDays } from '../../electron/backend/features/attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../../electron/backend/features/attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../../electron/backend/features/attendance/documents/attendance-recap.ts'
import { sheetCode } from '../../electron/backend/features/attendance/documents/sheet-decoration.ts'
import { drawParticipants } from '../../electron/backend/features/cohort/documents/participants.ts'
import { drawSchedule } from '../../electron/backend/features/cohort/documents/schedule.ts'
import { countDecisions } from '../../electron/backend/features/graduation/documents/minutes-counts.ts'
import { drawFinalScores } from '../../electron/backend/features/score/documents/final-scores.ts'
import { holidayNote, weekEnds } from '../../electron/backend/paper-kit/cohort-format.ts'
import type { DrawnPaper } from '../../electron/backend/pdf/sheet.ts'
import type { CohortFacts } from '../../shared/facts/cohort-facts.ts'
import { readNik } from '../../shared/features/trainee/nik/nik.ts'
import { cohortPapers } from './every-paper.ts'
import { readPdf, readQr } from './read-pdf.ts'
import { sampleFacts, sampleFactsOf } from './samples/sample-facts.ts'

async function pagesOf(paper: DrawnPaper) {
  return (await readPdf(paper.bytes)).pages
}

/** The texts in the row of a person, from left to right. */
async function rowOf(paper: DrawnPaper, name: string): Promise<string[]> {
  for (const page of await pagesOf(paper)) {
    const own = page.items.find(item => item.text === name)
    if (!own) continue
    return page.items
      .filter(item => Math.abs(item.bottom - own.bottom) < 1)
      .toSorted((a, b) => a.left - b.left)
      .map(item => item.text)
  }
  throw new Error(`${name} is not on the paper`)
}

test('the sample people have NIKs that agree with their birth dates and sexes', () => {
  for (const trainee of sampleFacts().trainees) {
    const nik = readNik(trainee.nik, '2024-12-16', trainee.birthDate)
    if (!nik.ok) throw new Error(`${trainee.name}: ${nik.problem.code}`)
    expect([trainee.name, nik.birthDate, nik.sex]).toEqual([trainee.name, trainee.birthDate, trainee.sex])
  }
})

describe('attendance of a day', () => {
  test('eighteen fit on an A4, twenty-two on an F4', () => {
    const pages = (count: number, size: 'A4' | 'F4') => cohortPapers['attendance-day'](sampleFactsOf(count), size).pages
    expect([pages(18, 'A4'), pages(19, 'A4'), pages(22, 'F4'), pages(23, 'F4')]).toEqual([1, 2, 1, 2])
  })

  test('several days follow each other, each with its own date, topic and instructor', async () => {
    const facts = sampleFacts()
    const pages = await pagesOf(drawAttendanceDays(facts, facts.days, 'A4'))
    expect(pages).toHaveLength(15)
    expect(pages[0]?.text).toContain('Senin, 16 Desember 2024 (Hari ke-1 dari 15)')
    expect(pages[7]?.text).toContain('Jumat, 27 Desember 2024')
    expect(pages[7]?.text).toContain('SRI WAHYUNI, S.Tr.')
    expect(pages[8]?.text).not.toContain('SRI WAHYUNI')
    expect(pages[14]?.text).toContain('Halaman 1 dari 1')
  })

  test('a person who left or has not joined yet has no line to sign', async () => {
    const facts = sampleFacts()
    const [first, ...others] = facts.trainees
    if (!first) throw new Error('no sample people')
    const late = { ...facts, trainees: [{ ...first, joinedDay: 10 }, ...others] }
    const [page] = await pagesOf(drawAttendanceDays(late, facts.days.slice(8, 9), 'A4'))
    expect(page?.text).toContain('Mengundurkan diri')
    expect(page?.text).toContain('Mulai hari ke-10')
    const texts = page?.items.map(item => item.text) ?? []
    expect(texts).not.toContain('1.')
    expect(texts).not.toContain('5.')
    expect(texts).toContain('2.')
  })

  test('the code of the sheet can be read at 100 dpi', async () => {
    const facts = sampleFacts()
    const paper = drawAttendanceDays(facts, facts.days.slice(0, 1), 'A4')
    expect(await readQr(paper.bytes, 0, 100)).toBe('B1.TR2403.011.01')
  })

  test('a class whose code is too long has no QR code and no corner marks', async () => {
    const facts = sampleFacts()
    const cohort = { ...facts.cohort, code: 'TR-2024-103' }
    expect(sheetCode({ ...facts, cohort }, { kind: 'all' }, 0)).toBeNull()
    const paper = drawAttendanceDays({ ...facts, cohort }, facts.days.slice(0, 1), 'A4')
    expect(await readQr(paper.bytes, 0, 100)).toBeNull()
  })
})

describe('attendance of fifteen days', () => {
  test('sixteen people take two pages with the dates of the plan on both', async () => {
    const pages = await pagesOf(drawAttendanceMatrix(sampleFacts(), 'A4'))
    expect(pages).toHaveLength(2)
    for (const page of pages) {
      expect(page.text).toContain('27 Des')
      expect(page.text).not.toMatch(/2[156] Des\b(?! \()/)
    }
    expect(pages[1]?.text).toContain('Jumlah hadir')
    expect(pages[1]?.text.replaceAll('\n', ' ')).toContain(
      'Rabu 25 Des (Hari Raya Natal), Kamis 26 Des (cuti bersama Hari Raya Natal), dan Rabu 1 Jan (Tahun Baru 2025 Masehi) bukan hari pelatihan.',
    )
  })

  test('each page has its own code', async () => {
    const { bytes } = drawAttendanceMatrix(sampleFacts(), 'A4')
    expect([await readQr(bytes, 0, 130), await readQr(bytes, 1, 130)]).toEqual(['B1.TR2403.001.01', 'B1.TR2403.002.01'])
  })

  test('weeks end where calendar weeks end, not every five days', () => {
    expect([...weekEnds(sampleFacts().days)]).toEqual([4, 7, 11])
  })
})

describe('recap', () => {
  test('counts late as present, and percent of all planned days', async () => {
    const paper = drawAttendanceRecap(sampleFacts(), 'A4')
    expect((await rowOf(paper, 'MARIA GORETTI ANDRÉA')).slice(-5)).toEqual(['15', '0', '0', '0', '100,00'])
    expect((await rowOf(paper, 'MARIA GORETTI ANDRÉA'))[5]).toBe('T')
    expect((await rowOf(paper, 'DEWI LESTARI PUSPITASARI')).slice(-5)).toEqual(['12', '2', '1', '0', '80,00'])
    expect((await rowOf(paper, 'ANI SURYANI')).slice(-6)).toEqual(['11', '1', '1', '2', '73,33', 'Kurang dari 80%'])
  })

  test('shows no percent for people who left, and dashes after their last day', async () => {
    const row = await rowOf(drawAttendanceRecap(sampleFacts(), 'A4'), 'YUNI ASTUTI')
    expect(row.slice(2)).toEqual([
      ...['•', '•', '•', '•', 'A', 'A', 'A'],
      ...Array.from({ length: 8 }, () => '–'),
      ...['4', '0', '0', '3', '–', 'Mengundurkan diri'],
    ])
  })

  test('shows only what was recorded, and says until which day', async () => {
    const paper = drawAttendanceRecap({ ...sampleFacts(), recordedUntilDay: 3 }, 'A4')
    expect((await rowOf(paper, 'SITI AMINAH')).slice(2)).toEqual(['•', '•', '•', '3', '0', '0', '0', '20,00'])
    expect((await pagesOf(paper))[0]?.text).toContain('Dicatat sampai hari ke-3.')
  })
})

describe('schedule', () => {
  test('has a row per day and the holidays between them, without weekends', async () => {
    const [page] = await pagesOf(drawSchedule(sampleFacts(), 'A4'))
    const dates =
      page?.items.map(item => item.text).filter(text => /^(?!Tangerang)\w+, \d+ \w+ 202\d$/.test(text)) ?? []
    expect(dates).toHaveLength(18)
    expect(dates.slice(6, 10)).toEqual([
      'Selasa, 24 Desember 2024',
      'Rabu, 25 Desember 2024',
      'Kamis, 26 Desember 2024',
      'Jumat, 27 Desember 2024',
    ])
    expect(page?.text).toContain('Tidak ada pelatihan: Cuti bersama Hari Raya Natal')
    expect(page?.text).not.toMatch(/Sabtu|Minggu/)
  })

  test('says who permitted teaching without a valid credential', async () => {
    const facts = sampleFacts()
    const overrides = [{ name: 'Sri Wahyuni, S.Tr.', official: 'Kepala UPT' }]
    const days = facts.days.map(day => (day.n === 2 ? { ...day, overrides } : day))
    const [page] = await pagesOf(drawSchedule({ ...facts, days }, 'F4'))
    expect(page?.text.match(/Sri Wahyuni, S\.Tr\.\*/g)).toHaveLength(1)
    expect(page?.text.replace(/\s+/g, ' ')).toContain(
      '* Dengan izin Kepala UPT, Sri Wahyuni, S.Tr. mengajar hari ke-2 tanpa sertifikat BNSP yang berlaku.',
    )
  })

  test('a class without days off has no note about them', () => {
    expect(holidayNote({ ...sampleFacts(), skipped: [] })).toBe('')
  })
})

test('the list of trainees counts men and women and is marked as confidential', async () => {
  const pages = await pagesOf(drawParticipants(sampleFacts(), 'F4'))
  const [page] = pages
  expect(pages.at(-1)?.text).toContain('1 orang laki-laki dan 15 orang perempuan, jumlah 16 orang.')
  expect(page?.text).toContain('RAHASIA: memuat data pribadi')
  // The address takes two lines, so it is checked apart from the line of the row.
  expect(page?.text).toContain('Jl. Contoh Melati')
  expect(await rowOf(drawParticipants(sampleFacts(), 'F4'), 'LINA MARLINA')).toEqual([
    '4',
    'LINA MARLINA',
    'P',
    '3602084707910003',
    'Lebak, 7 Juli 1991',
    'SMA',
    'Sangiang Jaya',
    'Periuk',
    '0812-5550-1211',
  ])
})

describe('final scores', () => {
  test('shows scores and decisions, and dashes for people who left', async () => {
    const paper = drawFinalScores(sampleFacts(), 'A4')
    expect((await rowOf(paper, 'LINA MARLINA')).slice(3)).toEqual(['60,00', '71,00', '67,70', 'TIDAK LULUS'])
    expect((await rowOf(paper, 'YUNI ASTUTI')).slice(3)).toEqual(['–', '–', '–', 'Mengundurkan diri'])
    expect(await rowOf(paper, 'Rata-rata')).toEqual(['Rata-rata', '78,67', '83,67', '82,17'])
  })

  test('leaves undecided and missing values empty', async () => {
    const facts = sampleFacts()
    const trainees = facts.trainees.map(trainee => ({ ...trainee, theory: null, final: null, decision: null }))
    expect((await rowOf(drawFinalScores({ ...facts, trainees }, 'A4'), 'SITI AMINAH')).slice(3)).toEqual(['88,00'])
  })
})

describe('minutes of the panel', () => {
  test('count everybody once, under the first failed rule', () => {
    expect(countDecisions(sampleFacts())).toEqual([
      { label: 'Peserta terdaftar', count: 16 },
      { label: 'Lulus', count: 13 },
      { label: 'Tidak lulus karena kehadiran di bawah 80% (12 dari 15 hari)', count: 1 },
      { label: 'Tidak lulus karena nilai akhir di bawah 70,00', count: 1 },
      { label: 'Mengundurkan diri', count: 1 },
    ])
  })

  test('name a failure that differs from the proposal', () => {
    const facts = sampleFacts()
    const trainees = facts.trainees.map(trainee => ({ ...trainee, decision: 'failed' as const, reasons: [] }))
    expect(countDecisions({ ...facts, trainees }).at(-1)).toEqual({
      label: 'Tidak lulus menurut keputusan sidang',
      count: 16,
    })
  })

  test.each(['A4', 'F4'] as const)('on %s text and signatures share page 1, the list is page 2', async size => {
    const pages = await pagesOf(cohortPapers['graduation-minutes'](sampleFacts(), size))
    expect(pages).toHaveLength(2)
    const text = pages[0]?.text.replaceAll('\n', ' ').replace(/ +/g, ' ')
    expect(text).toContain(
      'Pada hari ini Kamis tanggal sembilan bulan Januari tahun dua ribu dua puluh lima (09-01-2025)',
    )
    expect(text).toContain('NIP 19710412 199803 1 004')
    expect(pages[1]?.text).toContain('LAMPIRAN BERITA ACARA SIDANG KELULUSAN')
  })

  test('give each member of a large panel a place to sign', async () => {
    const facts = sampleFacts()
    if (!facts.panel) throw new Error('the sample class has no panel')
    const members = Array.from({ length: 20 }, (_, index) => ({ name: `Anggota Nomor ${index + 1}`, role: 'Anggota' }))
    const large: CohortFacts = { ...facts, panel: { ...facts.panel, members, number: null } }
    const pages = await pagesOf(cohortPapers['graduation-minutes'](large, 'A4'))
    const texts = pages.flatMap(page => page.items.map(item => item.text))
    for (let number = 1; number <= 20; number += 1) expect(texts).toContain(`${number}.`)
    expect(pages[0]?.text).toContain('Nomor : 500.15/0012/BA-BLK/I/2025')
  })
})
