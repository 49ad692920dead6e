import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { saveSecret } from '../../../electron/backend/features/access/secret-store.ts'
import { insertDesk } from '../../../electron/backend/features/desk/desk-store.ts'
import { hashSecret } from '../../../electron/backend/keys/secret-hash.ts'
import { samplePassword, samplePerson } from '../../../electron/backend/sample/sample-centre.ts'
import { personDraft, tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import { rinaMarliana, tataRiasDraft } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { builtInBody } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { quickHash } from '../../backend/fixture.ts'
import { asFile, paragraph, wordFile } from '../../backend/office/office-files.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { readPdf } from '../../papers/read-pdf.ts'

const body = paragraph('{nama}')

/** A form of the office to drop into the program. */
export const formFile = {
  name: 'pengantar.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(wordFile({ body })),
}

/** A day on which graduates are due to be called. */
export const monthsLater = '2025-05-19' as PlainDate

/** Tata Rias (certificates issued), Tata Boga (running) and Servis Motor (about to begin) of the practice centre. */
export const [issuedClass, runningClass, comingClass] = ['TR-2025-01', 'TB-2025-01', 'SM-2025-01']

type Client = ReturnType<typeof createBackend>['client']

/** A day on which one class has its certificates, one is running and one is about to begin. */
export const officeDay = '2025-02-17' as PlainDate

/** The practice centre with the work of a real office: a selection with a tie, an own form and letter, a reserved number. */
export async function busyOffice(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock(officeDay) })
  const { client } = backend
  await backend.fillSample('issued')
  for (const n of [7, 8]) await client.attendance.reopenDay({ code: runningClass, n, reason: 'Surat dokter menyusul' })
  const blank = { nip: '', instructorId: null, validUntil: null }
  await client.access.save({ id: null, person: { ...blank, name: 'Dimas Prakoso', roles: ['desk'] } })
  const head = await client.access.save({ id: null, person: { ...blank, name: 'Surya Pratama', roles: ['head'] } })
  const hash = await hashSecret(samplePassword, quickHash, null)
  const { workspace } = backend
  const at = `${officeDay}T08:00:00`
  workspace.transaction(() => {
    saveSecret(workspace.write, head.id, { kind: 'PASSWORD', hash, onceUntil: null }, at)
    const paired = {
      keyHash: 'a'.repeat(64),
      publicKey: 'k'.repeat(120),
      version: '0.1.0',
      pairedAt: at,
      pairedBy: samplePerson,
    }
    insertDesk(workspace.write, { name: 'Loket 1', computer: 'LOKET', ...paired })
  })
  await client.officeForm.add({
    title: 'Daftar kota',
    subject: 'PERSON',
    file: asFile('kota.docx', wordFile({ body })),
  })
  const paper = 'opening-minutes' as const
  const letter = builtInBody(letterForm(paper))
  await client.letter.save({ draft: { paper, body: { ...letter, penutup: 'Selesai.' } }, basedOn: 0 })
  await client.book.reserve({ kind: 'certificate', series: '', date: officeDay, count: 2, reason: 'Blanko lama' })
  for (const name of ['Fitri Handayani', 'Ani Suryani']) await forgetBirthPlace(client, name)
  await classWithoutActivity(client)
  await encryptedFiles(client)
  const stick = join(dataFolder, '../stick')
  mkdirSync(stick)
  await client.backup.addPlace({ path: stick, name: 'Stik' })
  await client.backup.run({})
  await selection(client)
  const [graduate] = await client.aid.candidates({ year: 2025, village: null })
  if (!graduate) throw new Error('nobody may get aid')
  const { enrolmentId } = graduate
  await client.aid.propose({ budgetYear: 2025, enrolmentId, amount: 5_000_000, proposedOn: officeDay })
  await backend.close()
}

/** The practice centre while the first class waits for its panel. */
export async function beforePanel(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock(officeDay) })
  await backend.fillSample('classes')
  await backend.close()
}

/** An encrypted file, and a tested recovery sheet that opens it on another PC. */
async function encryptedFiles(client: Client): Promise<void> {
  const [person] = (await client.trainee.list({ search: '', limit: 1, offset: 0 })).rows
  if (!person) throw new Error('nobody is there')
  await client.trainee.addFile({ id: person.id, kind: 'KTP', file: new File(['%PDF-1.7 KTP'], 'ktp.pdf') })
  const { ticket, file, ask } = await client.computer.makeSheet({})
  const [page] = (await readPdf(new Uint8Array(await file.arrayBuffer()))).pages
  const code = (page?.items ?? []).map(item => item.text).filter(text => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(text))
  const groups = ask.map(group => ({ group, text: code[group - 1] ?? '' }))
  await client.computer.testSheet({ ticket, groups, holder: 'brankas Kepala' })
}

/** Without a birthplace the paper can only be issued with an override. */
async function forgetBirthPlace(client: Client, name: string): Promise<void> {
  const person = tataRiasPeople.find(one => one.name === name)
  const row = (await client.trainee.list({ search: name, limit: 1, offset: 0 })).rows[0]
  if (!person || !row) throw new Error(`no ${name}`)
  await client.trainee.save({ id: row.id, trainee: { ...personDraft(person), birthPlace: '' } })
}

/** A class planned for a year that had no activities yet. */
async function classWithoutActivity(client: Client): Promise<void> {
  const program = (await client.program.list({})).find(row => row.trade === 'TR')
  const teacher = (await client.instructor.list({})).find(row => row.name === rinaMarliana.name)
  const room = (await client.program.rooms({})).find(row => row.name === 'R. Rias 1')
  if (!program || !teacher || !room) throw new Error('no program, instructor or room')
  const ids = { programId: program.id, instructorId: teacher.id, roomId: room.id, traineeIds: [] }
  await client.cohort.create({ ...tataRiasDraft(ids), start: '2026-01-12', number: 1 })
  const [activity] = (await client.activity.list({ year: 2025 })).rows
  if (!activity) throw new Error('no activity')
  const { title, fundingSource } = activity
  const nothing = { trade: null, budgetActivity: '', budgetSubActivity: '', accountCode: '', budget: 1_000_000 }
  await client.activity.save({ id: null, activity: { budgetYear: 2026, number: 1, title, fundingSource, ...nothing } })
}

/** Four people for two places; three have the same score across the line. */
async function selection(client: Client): Promise<void> {
  const program = (await client.program.list({})).find(row => row.trade === 'TR')
  if (!program) throw new Error('no Tata Rias')
  const { id } = await client.registration.save({
    id: null,
    registration: {
      title: 'Tata Rias Gelombang Februari',
      programId: program.id,
      cohortCode: null,
      year: 2025,
      opens: '2025-02-03',
      closes: '2025-02-14',
      quota: 2,
      reserves: 2,
      keptPlaces: 0,
      keptActivityId: null,
      stages: [
        { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
        { kind: 'INTERVIEW', weight: 100, passLimit: null },
      ],
      meetings: [],
    },
  })
  const { rows } = await client.trainee.list({ search: '', limit: 4, offset: 0 })
  await client.registration.apply({ id, on: '2025-02-10', traineeIds: rows.map(row => row.id) })
  const { applicants } = await client.registration.get({ id })
  await client.registration.saveResults({
    id,
    entries: applicants.map((one, index) => ({
      applicantId: one.id,
      administration: true,
      interview: index === 0 ? 9000 : 8000,
    })),
  })
}
