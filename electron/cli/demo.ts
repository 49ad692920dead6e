import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CertificateKind } from '../../shared/features/certificate/contract.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { safeFileName } from '../../shared/kernel/file-name.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { fixedClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { DomainError, found, foundIn } from '../backend/domain-error.ts'
import { saveFile } from '../backend/files/save-file.ts'
import { playAttendance, playScores } from '../backend/sample/play-cohort.ts'
import { addSampleInstructor, samplePerson, setUpSampleCentre } from '../backend/sample/sample-centre.ts'
import { equipSampleCohort } from '../backend/sample/sample-provisions.ts'
import type { SampleSession } from '../backend/sample/sample-session.ts'
import {
  rinaMarliana,
  samplePanel,
  tataRiasDecided,
  tataRiasDraft,
  tataRiasEntered,
  tataRiasResults,
} from '../backend/sample/tata-rias-cohort.ts'
import { type Command, readDay, readOptions, UsageError } from './command.ts'
import { silentHost } from './with-backend.ts'

const workbook = new URL('../../build/sample-data/peserta-tata-rias.xlsx', import.meta.url)

/** The whole main job at once: from a workbook of people to certificates, in a new centre. */
export const demo: Command = {
  usage: 'demo --out DIR [--until YYYY-MM-DD] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { out: 'text', until: 'text' })
    if (!options.out) throw new UsageError('--out belum ditulis.')
    const folder = resolve(options.out)
    const dataFolder = join(folder, 'data')
    if (existsSync(dataFolder)) throw new DomainError({ code: 'data_exists', folder: dataFolder })
    const clockDay = options.today ?? tataRiasDecided
    const until = options.until === undefined ? clockDay : earlier(readDay('--until', options.until), clockDay)

    let today: PlainDate = tataRiasEntered
    const backend = createBackend({
      dataFolder,
      host: silentHost,
      actor: samplePerson,
      clock: { now: () => fixedClock(today).now() },
      entropy: seededBytes('balai demo'),
      alone: true,
    })
    if (backend.workspace.openingError) throw new DomainError(backend.workspace.openingError)
    const session: SampleSession = {
      client: backend.client,
      setToday: day => {
        today = day
      },
    }
    try {
      const code = await playDemo(session, until)
      session.setToday(clockDay)
      const certificates = await writeCertificates(session, code, folder)
      const papers = [...(await writePapers(session, code, folder)), ...certificates.files].sort()
      const json = await summary(session, code, certificates.list, papers)
      const words = [
        `${json.cohort.code}: ${json.cohort.start} s.d. ${json.cohort.end}, ${json.trainees} peserta.`,
        `${json.passed} lulus, ${json.failed} tidak lulus, ${json.withdrawn} mengundurkan diri.`,
        `${papers.length} berkas ada di ${join(folder, 'papers')}, datanya di ${dataFolder}.`,
      ]
      return { json, words: words.join('\n') }
    } finally {
      await backend.close()
    }
  },
}

async function playDemo(session: SampleSession, until: PlainDate): Promise<string> {
  const { client } = session
  await setUpSampleCentre(session)
  const instructorId = await addSampleInstructor(session, rinaMarliana)
  const file = new File([new Uint8Array(readFileSync(workbook))], 'peserta-tata-rias.xlsx')
  const { rows } = await client.import.run({ ...plainRequest(file, '00000000'), answers: [] })
  const traineeIds = rows.map(row => found(row.traineeId, 'trainee'))
  const programId = foundIn(await client.program.list({}), row => row.trade === 'TR', 'program').id
  const roomId = foundIn(await client.program.rooms({}), row => row.name === 'R. Rias 1', 'room').id
  const { code } = await client.cohort.create(tataRiasDraft({ programId, roomId, instructorId, traineeIds }))
  await equipSampleCohort(session, code)
  await playAttendance(session, { code, instructorId, results: tataRiasResults, until })
  if (until < tataRiasDecided) return code
  session.setToday(tataRiasDecided)
  await playScores(session, code, tataRiasResults)
  await client.graduation.decide({ code, heldOn: tataRiasDecided, ...samplePanel, overrides: [] })
  for (const kind of ['certificate', 'statement'] as const) {
    const { officerId, candidates } = await client.certificate.prepare({
      code,
      kind,
      issuedOn: tataRiasDecided,
      officerId: null,
    })
    await client.certificate.issue({
      code,
      kind,
      issuedOn: tataRiasDecided,
      officerId: found(officerId, 'officer'),
      enrolmentIds: candidates.map(candidate => candidate.enrolmentId),
    })
  }
  return code
}

type Listed = { number: string; name: string; file: string }

/** One file for each person; two people of the same name get two files. */
async function writeCertificates(
  { client }: SampleSession,
  code: string,
  folder: string,
): Promise<{ list: Listed[]; files: string[] }> {
  const { rows } = await client.book.list({ search: '', kind: null, limit: 1000, offset: 0 })
  const taken = new Set<string>()
  const listed: (Listed & { kind: CertificateKind })[] = []
  for (const { certificateId, kind, number, name } of rows.toReversed()) {
    const file = await client.certificate.file({ id: found(certificateId, 'certificate') })
    const path = `papers/${kind}-${code}/${safeFileName(`${number.replaceAll('/', '-')} ${name}`, taken)}.pdf`
    await write(folder, path, await bytesOf(file))
    listed.push({ kind, number, name, file: path })
  }
  return {
    list: listed.filter(row => row.kind === 'certificate').map(({ number, name, file }) => ({ number, name, file })),
    files: listed.map(row => row.file),
  }
}

async function writePapers({ client }: SampleSession, code: string, folder: string): Promise<string[]> {
  const papers: string[] = []
  for (const { key, waitsFor } of await client.paper.list({ code })) {
    if (waitsFor !== null) continue
    const { file } = await client.paper.make({ code, key, size: null, day: null })
    const path = `papers/${key}-${code}.pdf`
    await write(folder, path, await bytesOf(file))
    papers.push(path)
  }
  return papers
}

async function summary({ client }: SampleSession, code: string, certificates: Listed[], papers: string[]) {
  const cohort = await client.cohort.get({ code })
  const { rows } = await client.graduation.get({ code })
  const trainees = await client.cohort.trainees({ code })
  return {
    cohort: {
      code,
      start: cohort.start,
      end: cohort.end,
      days: cohort.days.map(day => day.date),
      totalHours: cohort.totalHours,
    },
    trainees: rows.length,
    passed: rows.filter(row => row.decision === 'passed').length,
    failed: rows.filter(row => row.decision === 'failed').length,
    withdrawn: trainees.filter(row => row.left !== null).length,
    certificates,
    papers,
  }
}

async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, ...path.split('/'))
  mkdirSync(dirname(file), { recursive: true })
  await saveFile(file, bytes)
}

async function bytesOf(file: { arrayBuffer?: () => Promise<ArrayBuffer> } | File): Promise<Uint8Array> {
  return new Uint8Array(await (file as File).arrayBuffer())
}

/** Bytes that look random and are the same in every demo. A key made from them is worthless outside of it. */
function seededBytes(seed: string): (bytes: number) => Uint8Array {
  let state = createHash('sha256').update(seed).digest()
  return bytes => {
    const parts: Buffer[] = []
    for (let made = 0; made < bytes; made += state.length) {
      state = createHash('sha256').update(state).digest()
      parts.push(state)
    }
    return Buffer.concat(parts).subarray(0, bytes)
  }
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}
