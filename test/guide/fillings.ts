import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { rinaMarliana } from '../../electron/backend/sample/tata-rias-cohort.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** Fills an empty data folder in the name of the person who signs in later. */
type Filling = (session: {
  client: BackendClient
  fillSample(): Promise<void>
  setToday(date: PlainDate): void
}) => Promise<void>

/** The centres that tasks are walked in, by the name that stands in the front matter of a page. */
export const fillings: Record<string, Filling> = {
  /** The classes of the practice centre: one waits for its panel, one runs, one begins next week. */
  isi: async ({ fillSample }) => fillSample(),
  /** An office on its first day: rooms and an instructor, nobody registered. */
  awal: async ({ client, setToday }) => {
    await setUpSampleCentre({ client, setToday })
    await addSampleInstructor({ client, setToday }, rinaMarliana)
  },
}
