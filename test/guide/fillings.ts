import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { rinaMarliana, samplePanel } from '../../electron/backend/sample/tata-rias-cohort.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

interface FillingSession {
  client: BackendClient
  fillSample(): Promise<void>
  setToday(date: PlainDate): void
}

/** Fills an empty data folder in the name of the person who signs in later. */
type Filling = (session: FillingSession) => Promise<void>

const code = 'TR-2025-01'
const decided = '2025-02-17' as PlainDate

/** The centres that tasks are walked in, by the name that stands in the front matter of a page. */
export const fillings: Record<string, Filling> = {
  /** The classes of the practice centre: one waits for its panel, one runs, one begins next week. */
  isi: async ({ fillSample }) => fillSample(),
  /** An office on its first day: rooms and an instructor, nobody registered. */
  awal: async ({ client, setToday }) => {
    await setUpSampleCentre({ client, setToday })
    await addSampleInstructor({ client, setToday }, rinaMarliana)
  },
  /** The panel of the finished class has decided. */
  lulus: decide,
  /** Its certificates are issued. */
  terbit: async session => {
    await decide(session)
    const { client } = session
    const draft = { code, kind: 'certificate' as const, issuedOn: decided }
    const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
    if (officerId === null) throw new Error('the sample centre has nobody who signs')
    await client.certificate.issue({ ...draft, officerId, enrolmentIds: candidates.map(one => one.enrolmentId) })
  },
}

async function decide({ client, fillSample }: FillingSession): Promise<void> {
  await fillSample()
  await client.graduation.decide({ code, heldOn: decided, ...samplePanel, overrides: [] })
}
