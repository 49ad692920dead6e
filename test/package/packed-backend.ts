// Run by windows-package.test.ts in its own process: starts the packed backend and reads its state, a kelurahan, a list of people, a paper
// of the practice centre and that paper as a scan. Together these need the database, the tables, the readers, the threads and the fonts of
// the package. Parameters: folder of the unpacked app.asar, an empty data folder. Prints JSON.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fixedClock } from '../../electron/backend/clock.ts'
import type { createBackend } from '../../electron/backend/create-backend.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { manyPeople } from '../backend/many-people.ts'
import { header, row, workbook } from '../backend/people-workbook.ts'

const [app = '', dataFolder = ''] = process.argv.slice(2)
const entry = pathToFileURL(join(app, 'out/main/backend.js')).href
const packed: { createBackend: typeof createBackend } = await import(entry)
const { client, close } = packed.createBackend({
  dataFolder,
  clock: fixedClock('2024-12-30'),
  host: {
    capabilities: { print: 'system', save: 'dialog' },
    print: async () => ({ printed: false }),
    printers: async () => [],
    save: async () => ({ saved: false }),
  },
})

const status = await client.session.status({})
await client.session.openPractice({})
const villages = await client.trainee.villages({ search: 'karawaci baru', limit: 1 })
const [cohort] = await client.cohort.list({})
if (!cohort) throw new Error('The practice centre has no class.')
const paper = await client.paper.make({ code: cohort.code, key: 'participants', size: null, day: null })
const head = Buffer.from(await paper.file.arrayBuffer()).toString('latin1', 0, 8)
const list = await client.import.read(plainRequest(await workbook([header, row()]), 'aaaa-0001'))
// Scans are read in a thread, which starts from a file of the package.
const scan = await client.scan.read({
  file: new File([await paper.file.arrayBuffer()], 'pindai.pdf'),
  ticket: 'aaaa-0002',
})
// Each of these also runs in its own thread.
const { code } = cohort
const taken = await client.import.run({ ...plainRequest(await manyPeople(400), 'aaaa-0003'), answers: [] })
const [member] = await client.cohort.trainees({ code })
if (!member) throw new Error('The class of the practice centre has nobody.')
const statement = { code, kind: 'statement' as const, issuedOn: '2024-12-30' as const, officerId: null }
const example = await client.certificate.preview({ ...statement, enrolmentId: member.enrolmentId })
const whole = await client.folder.makeFile({ code, size: null, scanPlace: 'AFTER', ticket: 'aaaa-0004' })
const begins = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) =>
  Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 5)
const threads = { taken: taken.counts.created, example: await begins(example), whole: await begins(whole.file) }
await close()
process.stdout.write(
  JSON.stringify({
    status,
    village: villages[0]?.village,
    list: list.summary,
    head,
    scanned: scan.pages.length,
    threads,
  }),
)
