import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../../shared/contract.ts'
import { paperKeys } from '../../../../shared/facts/paper-key.ts'
import { type ExportColumn, exportColumns } from '../../../../shared/features/trainee/export-columns.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { nothingRestricted } from '../../../../shared/features/trainee/restricted.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { samplePerson } from '../../cohort-steps.ts'
import { contractInputs } from '../../contract-inputs.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

// Calls every query of the contract on a centre with classes, papers and people: a full NIK may appear only where it is needed.

/** Page and form of a person, and the comparison of possible duplicates, which compares the NIK itself. */
const queriesWithNik = new Set(['trainee.get', 'duplicate.compare'])
/** Papers that a person signs about themselves. Lists hide the middle unless the office wants it whole. */
const papersWithNik = new Set<string>(['biodata', 'pledge', 'consent'])
/** Papers for money transfers to bank accounts. */
const papersWithAccount = new Set<string>(['receipt-transport', 'transfer-list'])
/** Restricted data that was given to one person. */
const secrets = ['Rizki anak kedua', '9988776655']

const niks = Array.from({ length: 40 }, (_, index) => samplePerson(index).nik)
const holdsNik = (text: string) => niks.some(nik => text.includes(nik))
const holdsSecret = (text: string) => secrets.some(secret => text.includes(secret))

type Call = (input: unknown) => Promise<unknown>

let fixture: Fixture
let inputs: Record<string, Record<string, unknown>>
let code: string
beforeAll(async () => {
  fixture = openFixture()
  const made = await contractInputs(fixture)
  inputs = made as unknown as Record<string, Record<string, unknown>>
  code = made.cohort.get.code
  const { id } = made.trainee.get
  await fixture.client.trainee.save({
    id,
    trainee: { ...samplePerson(0), phone: '6281299990000' },
    evidence: { source: 'DTSEN', groups: ['STUNTING'], decile: 1, dataDate: '2024-10-01' },
    restricted: { ...nothingRestricted, stuntedChild: 'Rizki anak kedua', bankAccount: '9988776655' },
  })
})
afterAll(() => fixture.remove())

const queries = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures)
    .filter(([, procedure]) => isContractProcedure(procedure) && procedure['~orpc'].meta.kind === 'query')
    .map(([name]) => `${feature}.${name}`),
)

test.each(queries)('%s', async operation => {
  const [feature = '', name = ''] = operation.split('.')
  const call = (fixture.client as unknown as Record<string, Record<string, Call>>)[feature]?.[name]
  // The text of an error must hide the NIK too.
  const answer = await call?.(inputs[feature]?.[name]).catch((refused: Error) => refused.message)
  const text = JSON.stringify(answer) ?? ''
  expect(holdsNik(text)).toBe(queriesWithNik.has(operation))
  expect(holdsSecret(text)).toBe(false)
})

test('a search by NIK returns it masked', async () => {
  const { nik } = samplePerson(0)
  const found = JSON.stringify(await fixture.client.home.search({ text: nik }))
  expect(found).toContain(`${nik.slice(0, 6)}******${nik.slice(12)}`)
  expect(holdsNik(found)).toBe(false)
})

describe('papers and files', () => {
  test.each(paperKeys.filter(key => key !== 'schedule-change'))('%s', async key => {
    const { file } = await fixture.client.paper.make({ code, key, size: 'F4', day: null, from: null }).catch(() => ({
      // No statement was issued in this class.
      file: null,
    }))
    if (file === null) return expect(key).toBe('statement')
    const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    const text = pages.map(page => page.text).join(' ')
    expect(holdsNik(text.replaceAll(' ', ''))).toBe(papersWithNik.has(key))
    expect(secrets.filter(secret => text.includes(secret))).toEqual(papersWithAccount.has(key) ? ['9988776655'] : [])
    expect(holdsNik(file.name)).toBe(false)
  })

  test('the exported list contains the NIK only if its column was chosen and the whole NIK requested', async () => {
    const read = async (columns: ExportColumn[], fullNik?: boolean) => {
      const file = await fixture.client.trainee.exportList({ search: '', columns, ...(fullNik && { fullNik }) })
      return JSON.stringify(await readExcelFile(Buffer.from(await file.arrayBuffer())))
    }
    const others = exportColumns.filter(column => column !== 'nik')
    expect(holdsNik(await read(others, true))).toBe(false)
    const masked = await read(['name', 'nik'])
    expect(holdsNik(masked)).toBe(false)
    expect(masked).toContain(maskNik(samplePerson(0).nik))
    expect(holdsNik(await read(['name', 'nik'], true))).toBe(true)
    const logged = fixture.audit().map(row => JSON.parse(row.after ?? 'null') as { fullNik?: boolean } | null)
    expect(logged.slice(-2).map(after => after?.fullNik)).toEqual([false, true])
  })

  test('a duplicate NIK is in no message, and no failure writes one into the log', async () => {
    const error = await fixture.client.trainee
      .save({ id: null, trainee: samplePerson(0) })
      .catch((thrown: Error) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(holdsNik(`${(error as Error).message}${JSON.stringify((error as { data?: unknown }).data)}`)).toBe(false)
    const log = join(fixture.folder, 'catatan.log')
    if (existsSync(log)) expect(holdsNik(readFileSync(log, 'utf8'))).toBe(false)
  })
})
