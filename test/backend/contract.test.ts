import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { ORPCError } from '@orpc/server'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../electron/backend/database/audit.ts'
import { contract } from '../../shared/contract.ts'
import type { OperationKind } from '../../shared/operation.ts'
import { type ContractInputs, contractInputs } from './contract-inputs.ts'
import { type Fixture, openFixture } from './fixture.ts'

// Tests every operation by walking the contract, so that none can be forgotten.

type Operation = { name: string; kind: OperationKind; call: (input: unknown) => Promise<unknown>; valid: () => unknown }

let fixture: Fixture
let inputs: ContractInputs
beforeAll(async () => {
  fixture = openFixture()
  inputs = await contractInputs(fixture)
})
afterAll(() => fixture.remove())
afterEach(async () => {
  if (fixture.backend.workspace.inPractice) await fixture.client.session.leavePractice({})
})

const operations: Operation[] = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no operation`)
    return {
      name: `${feature}.${name}`,
      kind: procedure['~orpc'].meta.kind as OperationKind,
      call: input => property<(value: unknown) => Promise<unknown>>(property(fixture.client, feature), name)(input),
      valid: () => property(property(inputs, feature), name),
    }
  }),
)

function property<T = object>(of: object, name: string): T {
  return (of as Record<string, T>)[name] as T
}

/** 'ok', or the code of the error that a call ends with. */
async function ending(operation: Operation, input: unknown): Promise<string> {
  try {
    await operation.call(input)
    return 'ok'
  } catch (error) {
    if (error instanceof ORPCError) return error.code
    throw error
  }
}

const count = (sql: string) => fixture.backend.workspace.read.value<number>(sql)
const auditRows = () => count('SELECT count(*) FROM audit')
const changes = () => count('SELECT total_changes()')

const hostileText = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(100_000),
  "'; DROP TABLE trainee; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2024-02-30',
  '1900-01-01',
  '2199-12-31',
  '0000-00-00',
  '25:61',
  'data:image/png;base64,AAAA',
)
const hostileNumber = fc.constantFrom(0, -1, 1.5, 61, 1e308, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER, 2 ** 31)
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(null, undefined, true, [], {}, [null], new Date(0), 7n, new File([''], 'x')),
  fc.constant(Array.from({ length: 2000 }, () => 1)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
)

type Step = { at: number; value: unknown; how: 'replace' | 'remove' | 'add' }
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(40),
  value: hostile,
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'),
})

/** The input with one value replaced by a hostile one. */
function harmed(input: unknown, { at, value, how }: Step): unknown {
  const copy = clone(input)
  const places = placesOf(copy)
  if (how === 'add') return typeof copy === 'object' ? { ...copy, __proto__of: value } : value
  const place = places[at % Math.max(1, places.length)]
  if (!place) return value
  if (how === 'remove') delete place.holder[place.key]
  else place.holder[place.key] = value
  return copy
}

function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone)
  if (typeof value !== 'object' || value === null || value instanceof File) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)]))
}

type Place = { holder: Record<string, unknown>; key: string }
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof File) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key => [{ holder, key }, ...placesOf(holder[key])])
}

/** A wrong password is counted and recorded, although the call is refused. */
const counted = new Set(['access.signIn', 'access.confirm', 'access.changeSecret', 'access.approveHere'])

/** A nearly valid input of this operation could really restore an older database over this one. */
const restores = ({ name }: Operation) => name === 'session.restore'

/** A call may succeed or be refused with data; a refused call must change nothing. */
async function endsInData(operation: Operation, input: unknown): Promise<void> {
  const before = auditRows()
  const end = await ending(operation, input)
  expect(['ok', 'BAD_REQUEST', 'DOMAIN_ERROR']).toContain(end)
  if ((end !== 'ok' && !counted.has(operation.name)) || operation.kind === 'query') expect(auditRows()).toBe(before)
}

describe.each(operations)('$name', operation => {
  test('accepts its valid input', async () => {
    const reading = await schemaOf(operation.name)['~standard'].validate(operation.valid())
    expect(reading.issues).toBeUndefined()
  })

  test('answers any input with data, never with a failure', async () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.anything(), hostile)
    await fc.assert(
      fc.asyncProperty(anything, input => endsInData(operation, input)),
      { numRuns: 25 },
    )
  })

  if (restores(operation)) return
  test('answers nearly valid input with data too', async () => {
    await fc.assert(
      fc.asyncProperty(step, change => endsInData(operation, harmed(operation.valid(), change))),
      { numRuns: 60 },
    )
  })
})

type QueryBoundary = { issues?: unknown }
function schemaOf(name: string): { '~standard': { validate(value: unknown): QueryBoundary | Promise<QueryBoundary> } } {
  const [feature = '', operation = ''] = name.split('.')
  const procedure = property(property(contract, feature), operation)
  if (!isContractProcedure(procedure)) throw new Error(`${name} is no operation`)
  const { inputSchema } = procedure['~orpc']
  if (!inputSchema) throw new Error(`${name} takes no input`)
  return inputSchema
}

// SQLite replaces single surrogates. A row of the history with one that is sealed before it is stored would look changed by hand.
test('no text that SQLite replaces breaks the seal of the history, wherever it stands in an input', async () => {
  for (const operation of operations.filter(one => !restores(one))) {
    const places = placesOf(operation.valid()).slice(0, 40)
    for (const at of places.keys()) {
      for (const value of ['\ud800', 'ten letters \udc00'])
        await endsInData(operation, harmed(operation.valid(), { at, value, how: 'replace' }))
    }
    if (fixture.backend.workspace.inPractice) await fixture.client.session.leavePractice({})
    expect(brokenAuditRow(fixture.backend.workspace.read), operation.name).toBeNull()
  }
}, 180_000)

test('a query writes nothing', async () => {
  const before = { changes: changes(), rows: auditRows() }
  for (const operation of operations.filter(({ kind }) => kind === 'query')) {
    expect(['ok', 'DOMAIN_ERROR']).toContain(await ending(operation, operation.valid()))
    expect(changes(), operation.name).toBe(before.changes)
  }
  expect(auditRows()).toBe(before.rows)
})

test('afterwards database and audit are intact, and the log has no unexpected error', () => {
  const { read } = fixture.backend.workspace
  expect(read.value('PRAGMA integrity_check')).toBe('ok')
  expect(read.all('PRAGMA foreign_key_check')).toEqual([])
  expect(brokenAuditRow(read)).toBeNull()
  const log = join(fixture.folder, 'catatan.log')
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
})
