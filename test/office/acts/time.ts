import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act } from '../act.ts'
import { Offence, type Office } from '../office.ts'
import { expectSame, state } from '../tables.ts'

const latest: PlainDate = '2027-06-30'

function goTo(office: Office, date: PlainDate): { words: string; run(): Promise<void> } | null {
  if (date > latest || date < '2025-11-01') return null
  return {
    words: `the clock stands on ${date}`,
    async run() {
      office.today = date
    },
  }
}

/** The state key of the latest snapshot, remembered by the test itself. */
const lastSnapshot = 'last snapshot'

async function takeSnapshot(office: Office): Promise<void> {
  const { name } = await office.must<{ name: string }>('session.takeSnapshot', {})
  office.memory.set(lastSnapshot, new Map([[0, name]]))
  const { snapshots } = await office.must<{ snapshots: { name: string }[] }>('session.status', {})
  if (snapshots[0]?.name !== name) throw new Offence(`${name} was written last, and ${snapshots[0]?.name} stands first`)
}

/** Takes a snapshot, makes a change, restores: the state must be that of the snapshot. */
async function restore(office: Office): Promise<void> {
  await takeSnapshot(office)
  const before = state(office)
  const [name] = office.memory.get(lastSnapshot)?.values() ?? []
  await office.call('program.saveRoom', {
    id: null,
    room: { name: 'Ruang sementara', capacity: 20, note: '', trades: [], active: true },
  })
  await office.must('session.restore', { snapshot: name })
  expectSame(before, state(office), 'a snapshot that was restored')
}

export const timeActs: Act[] = [
  {
    name: 'comes back the next day',
    weight: 6,
    plan: (office, choose) => goTo(office, addDays(office.today, 1 + choose.number(4))),
  },
  {
    name: 'goes on holiday',
    weight: 1,
    plan: (office, choose) => goTo(office, addDays(office.today, 20 + choose.number(40))),
  },
  {
    name: 'has a clock set back',
    weight: 1,
    plan: (office, choose) => goTo(office, addDays(office.today, -1 - choose.number(3))),
  },
  {
    name: 'goes over New Year',
    weight: 1,
    plan: office => goTo(office, `${Number(office.today.slice(0, 4)) + 1}-01-02` as PlainDate),
  },
  {
    name: 'takes a snapshot',
    weight: 0.25,
    plan: office => ({ words: 'take a snapshot', run: () => takeSnapshot(office) }),
  },
  {
    name: 'takes a snapshot by a clock that ran ahead',
    weight: 0.25,
    plan: office => ({
      words: 'take a snapshot in 2036 and one after it',
      async run() {
        const { today } = office
        office.today = '2036-01-05'
        await takeSnapshot(office)
        office.today = today
        await takeSnapshot(office)
      },
    }),
  },
  {
    name: 'restores a snapshot',
    weight: 0.25,
    plan: office => ({ words: 'restore a snapshot', run: () => restore(office) }),
  },
  {
    name: 'closes and opens the program',
    weight: 0.25,
    plan: office => ({ words: 'close and open', run: () => office.reopen() }),
  },
]
