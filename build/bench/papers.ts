import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pageCountOf } from '../../electron/backend/pdf/file/finished-pdf.ts'
import { personDraft, tataRiasPeople } from '../../electron/backend/sample/sample-people.ts'
import { type BenchCentre, openBenchCentre } from './bench-centre.ts'
import { medianTime } from './measure.ts'
import { assertRight, atLeast, type Figure, notMeasured, shownOnly, under } from './part.ts'

const run = promisify(execFile)

/** The sheet of one day, and the whole folder of a class of sixteen, compared with LibreOffice converting one document of as many pages. */
export async function papers(): Promise<Figure[]> {
  const centre = await openBenchCentre('2025-01-02', 1, 1)
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  try {
    const code = await cohortOfSixteen(centre)
    const { client } = centre.backend
    const sheet = async () => client.paper.make({ code, key: 'attendance-day', size: null, day: 3 })
    const whole = async () => client.folder.makeFile({ code, size: null, scanPlace: 'INSTEAD', ticket: 'aaaa-0000' })
    const { file, pages, warnings } = await whole()
    const counted = await pageCountOf(new Uint8Array(await (file as File).arrayBuffer()))
    // Letters warn about empty fields. Any other warning means that a paper is wrong.
    const wrong = warnings.filter(words => !words.includes('Belum diisi, dicetak sebagai garis titik-titik'))
    assertRight(counted === pages && pages > 60, `${counted} of ${pages} pages`)
    assertRight(wrong.length === 0, wrong.join('; '))
    const all = await medianTime(whole)
    return [
      under('papers', 'sheet of one day, sixteen people', await medianTime(sheet, 5), 10),
      ...(await besideLibreOffice(folder, pages, all)),
    ]
  } finally {
    await centre.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function cohortOfSixteen({ backend, programs, rooms, instructors }: BenchCentre): Promise<string> {
  const { client } = backend
  const people = tataRiasPeople.map(personDraft)
  const { all } = await client.trainee.importRows({ fileName: 'contoh.xlsx', rows: people })
  const { code } = await client.cohort.create({
    programId: programs[0] ?? 0,
    start: '2025-02-03',
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: 1,
    roomId: rooms[0] ?? null,
    instructorId: instructors[0] ?? null,
    activityId: null,
    traineeIds: all,
    decreeIssuer: '',
    decreeNumber: '',
    decreeDate: null,
    decreeSubject: '',
    activity: '',
    fundingSource: '',
  })
  return code
}

async function besideLibreOffice(folder: string, pages: number, ours: number): Promise<Figure[]> {
  const what = `all papers of a class of sixteen in one PDF, ${pages} pages`
  const document = join(folder, 'kelas.fodt')
  writeFileSync(document, listOfPages(pages))
  const convert = () => run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), document])
  try {
    await convert()
  } catch {
    return [
      shownOnly('papers', what, ours, 'ms'),
      notMeasured('papers', `${what}: against LibreOffice's conversion (not installed)`, '×'),
    ]
  }
  return [
    shownOnly('papers', what, ours, 'ms'),
    atLeast('papers', `${what}: against LibreOffice's conversion`, (await medianTime(convert)) / ours, 10),
  ]
}

/** A document of so many pages that look like our papers: a letterhead, a bordered list of sixteen people, signatures. */
function listOfPages(pages: number): string {
  const paragraphs = (texts: readonly string[], style: string) =>
    texts.map(text => `<text:p text:style-name="${style}">${text}</text:p>`).join('')
  const cells = (texts: readonly string[]) =>
    texts
      .map(text => `<table:table-cell table:style-name="cell">${paragraphs([text], 'left')}</table:table-cell>`)
      .join('')
  const row = (texts: readonly string[]) => `<table:table-row>${cells(texts)}</table:table-row>`
  const heads = row(['No.', 'Nama Peserta', 'L/P', 'NIK', 'Alamat', 'Tanda Tangan'])
  const rows = Array.from({ length: 16 }, (_, index) =>
    row([String(index + 1), `Peserta Contoh ${index + 1}`, 'P', '3671055205900001', 'Jl. Contoh No. 1, Cipondoh', '']),
  ).join('')
  const body = Array.from({ length: pages }, (_, index) => {
    const head = ['Pemerintah Kota Contoh', 'Dinas Ketenagakerjaan', 'UPT Balai Latihan Kerja', 'Daftar Peserta']
    const list = `<table:table table:name="t${index}"><table:table-column table:number-columns-repeated="6"/>${heads}${rows}</table:table>`
    const words = `Halaman ${index + 1} memuat nama peserta pelatihan berbasis kompetensi yang diikuti enam belas orang peserta.`
    const signed = ['Mengetahui', 'Kepala UPT Balai Latihan Kerja', '', 'Drs. H. Ahmad Fauzi Rahman, M.Si.']
    const first = `<text:p text:style-name="${index === 0 ? 'head' : 'next'}">${head[0]}</text:p>`
    return `${first}${paragraphs(head.slice(1), 'head')}${paragraphs([words], 'left')}${list}${paragraphs(signed, 'left')}`
  }).join('')
  const spaces = ['office', 'style', 'text', 'table']
    .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const format = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
  const style = (name: string, family: string, properties: string) =>
    `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`
  const small = '<style:text-properties fo:font-size="9pt"/>'
  const centred = '<style:text-properties fo:font-size="12pt" fo:font-weight="bold"/>'
  const styles = [
    style('left', 'paragraph', `<style:paragraph-properties fo:text-align="justify"/>${small}`),
    style('head', 'paragraph', `<style:paragraph-properties fo:text-align="center"/>${centred}`),
    style('next', 'paragraph', `<style:paragraph-properties fo:text-align="center" fo:break-before="page"/>${centred}`),
    style('cell', 'table-cell', '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm"/>'),
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} ${format} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`
}
