import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addInstructor, addTrainees, decidedClass, issueAll, setUp } from '../class-steps.ts'
import { openHouse } from '../house.ts'
import { startProgram } from '../programs/program.ts'

const people = 8
/** More with BALAI_KILLS=20; the moments differ in every run. */
const kills = Number(process.env.BALAI_KILLS ?? 3)
/** About as long as two papers take, in ms. */
const longest = 100

test(
  'a power cut while papers are issued leaves no number without its paper, none twice and none lost',
  async () => {
    const house = openHouse()
    await setUp(house)
    const instructorId = await addInstructor(house, 'Rina Marliana, S.Pd.', {})
    const traineeIds = await addTrainees(house, people)
    const code = await decidedClass(house, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: '2024-12-20' })
    await house.backend.close()
    for (let kill = 0; kill < kills; kill += 1) {
      const root = mkdtempSync(join(tmpdir(), 'balai-kill-'))
      cpSync(house.folder, join(root, 'data'), { recursive: true })
      const program = startProgram('issue-until-killed.ts', join(root, 'data'), code)
      expect(await program.line()).toBe('ready')
      const said: string[] = []
      for (let heard = Math.floor(Math.random() * (people - 1)); heard > 0; heard -= 1) said.push(await program.line())
      await wait(Math.random() * longest)
      said.push(...(await program.kill()).filter(line => line !== 'done'))
      const after = openHouse({ folder: root, today: '2024-12-20' })
      try {
        expect(after.backend.workspace.refusal).toBeUndefined()
        const { rows } = await after.client.book.list({ search: '', kind: null, limit: 100, offset: 0 })
        if (process.env.BALAI_KILLS) console.info(`${rows.length} of ${people}`)
        const given = rows.map(row => row.number).toReversed()
        // What was answered is there; whole issues of two or nothing; from the first number on without a hole.
        expect(given).toEqual(expect.arrayContaining(said))
        expect(given.length % 2).toBe(0)
        expect(rows.map(row => row.sequence).toReversed()).toEqual(given.map((_, index) => index + 1))
        expect(rows.every(row => row.certificateId !== null)).toBe(true)
        await issueAll(after, code, '2024-12-20').catch(() => [])
        const all = (await after.client.certificate.register({ search: '', limit: 100, offset: 0 })).rows
        expect(new Set(all.map(row => row.traineeId)).size).toBe(people)
        expect(all.map(row => row.number).toReversed()).toEqual(
          Array.from({ length: people }, (_, index) => `500.15/${String(index + 1).padStart(4, '0')}/BLK/XII/2024`),
        )
      } finally {
        await after.backend.close()
        rmSync(root, { recursive: true, force: true })
      }
    }
    await house.remove()
  },
  40_000 * (kills + 1),
)
