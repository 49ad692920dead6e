import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkPapers } from '../../../electron/backend/features/certificate/verify/check-papers.ts'
import type { BookRow } from '../../../shared/features/certificate/book-contract.ts'
import { addInstructor, decidedCohort, issueAll, samplePerson, setUp } from '../../backend/cohort-steps.ts'
import { openFixture } from '../../backend/fixture.ts'
import { startProgram } from '../../backend/programs/program.ts'

/** A kill comes at most so many ms after the last line of output. */
const longest = 100
/** More papers than a process can issue in that time, so that the last process is also killed during its work. */
const reserve = 20

const people = 104
const kills = 20

test('twenty power cuts while 104 papers are issued leave no number without its paper, none given twice and none lost', async () => {
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const rows = Array.from({ length: people }, (_, index) => {
    const person = samplePerson(index % 48)
    return { ...person, name: `${person.name} ${index}`, nik: `${person.nik.slice(0, 12)}${1000 + index}` }
  })
  const { all } = await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })
  const half = people / 2
  const cohortOf = (number: number, start: '2024-11-04' | '2024-12-02', traineeIds: typeof all) =>
    decidedCohort(fixture, { number, start, instructorId, traineeIds }, { heldOn: '2024-12-20' })
  const codes = [await cohortOf(1, '2024-11-04', all.slice(0, half)), await cohortOf(2, '2024-12-02', all.slice(half))]
  await fixture.backend.close()

  // The next process already loads while the present one works; only one at a time has the data open.
  const start = () => startProgram('issue-until-killed.ts', fixture.folder, ...codes)
  let next = start()
  let cutShort = 0
  const acknowledged: string[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const program = next
    program.say('open')
    next = start()
    const given = JSON.parse(await program.line()) as BookRow[]
    assertBook(given, acknowledged)
    // Divides the papers among the processes, so that some are left for the last one.
    const share = Math.max(0, Math.floor((people * kill) / kills) - given.length - reserve)
    for (let lines = Math.floor(Math.random() * (share + 1)); lines > 0; lines -= 1)
      acknowledged.push(await program.line())
    await wait(Math.random() * longest)
    const rest = await program.kill()
    if (!rest.includes('done')) cutShort += 1
    acknowledged.push(...rest.filter(line => line !== 'done'))
  }
  await next.kill()
  // A process that finished before its kill would prove nothing.
  expect(cutShort).toBe(kills)

  await fixture.reopen()
  const book = async () =>
    (await fixture.client.book.list({ search: '', kind: null, limit: 1000, offset: 0 })).rows.toReversed()
  assertBook(await book(), acknowledged)
  for (const code of codes) await issueAll(fixture, code, '2024-12-20').catch(() => [])
  const papers = await book()
  assertBook(papers, acknowledged)
  expect(new Set(papers.map(row => row.name)).size).toBe(people)
  expect(papers.map(row => row.number)).toEqual(
    Array.from({ length: people }, (_, index) => `500.15/${String(index + 1).padStart(4, '0')}/BLK/XII/2024`),
  )
  const { read, papers: store } = fixture.backend.workspace
  expect(await checkPapers(read, store)).toMatchObject({ ok: true })
  await fixture.remove()
})

/**
 * Checks that acknowledged numbers exist, that each issue of two is complete or absent, and that numbers run from 1 without a gap, each
 * with its paper.
 */
function assertBook(rows: readonly BookRow[], acknowledged: readonly string[]): void {
  expect(rows.map(row => row.number)).toEqual(expect.arrayContaining([...acknowledged]))
  expect(rows.length % 2).toBe(0)
  expect(rows.map(row => row.sequence)).toEqual(rows.map((_, index) => index + 1))
  expect(rows.every(row => row.certificateId !== null)).toBe(true)
}
