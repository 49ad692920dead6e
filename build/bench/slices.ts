import { randomUUID } from 'node:crypto'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { addInstructor, decidedCohort, issueAll, samplePerson, setUp } from '../../test/backend/cohort-steps.ts'
import { openFixture } from '../../test/backend/fixture.ts'
import { longestSlice } from '../../test/backend/longest-slice.ts'
import { manyPeople } from '../../test/backend/many-people.ts'
import { assertRight, type Figure, under } from './part.ts'

const people = 10_000
const perClass = 52
const runs = 5
const day = '2024-12-20'
/** The longest time in milliseconds that the answering thread may be blocked at once. */
const most = 100

/** How long slow work blocks the thread that answers every desk: CPU time of that thread, worst of five runs. */
export async function slices(): Promise<Figure[]> {
  const worst = new Map<string, number>()
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`  run ${run} of ${runs}\n`)
    for (const [what, slice] of await once()) worst.set(what, Math.max(slice, worst.get(what) ?? 0))
  }
  return [...worst].map(([what, slice]) => under('slices', `${what}, worst of five`, slice, most))
}

async function once(): Promise<[string, number][]> {
  const fixture = openFixture({ alone: false })
  try {
    const { client } = fixture
    await setUp(fixture)
    const file = await manyPeople(people)
    const found: [string, number][] = []
    const held = async (what: string, work: () => Promise<unknown>) => {
      found.push([what, await longestSlice(work)])
    }
    await held(`import.read, ${people} rows`, () => client.import.read(plainRequest(file, randomUUID())))
    await held(`import.run, ${people} rows`, async () => {
      const { counts } = await client.import.run({ ...plainRequest(file, randomUUID()), answers: [] })
      assertRight(counts.created === people, `${people} people came in`)
    })
    const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
    const rows = Array.from({ length: perClass }, (_, index) => {
      const person = samplePerson(index % 48)
      return { ...person, name: `${person.name} ${index}`, nik: `${person.nik.slice(0, 12)}${3000 + index}` }
    })
    const { all } = await client.trainee.importRows({ fileName: 'daftar.xlsx', rows })
    const code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds: all }, { heldOn: day })
    const kind = 'certificate' as const
    await held(`certificate.issue, ${perClass}`, () => issueAll(fixture, code, day))
    await held(`certificate.cohortFile, ${perClass}`, () => client.certificate.cohortFile({ code, kind, size: null }))
    await held(`book.cohortFiles, ${perClass}`, () => client.book.cohortFiles({ code, kind, merged: true }))
    await held('folder.makeFile', () =>
      client.folder.makeFile({ code, size: null, scanPlace: 'AFTER', ticket: randomUUID() }),
    )
    await held('trainee.exportList', () => client.trainee.exportList({ search: '', ticket: randomUUID() }))
    await held('session.takeSnapshot', () => client.session.takeSnapshot({}))
    return found
  } finally {
    await fixture.remove()
  }
}
