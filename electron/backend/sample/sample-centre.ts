import { defaultCentre } from '../../../shared/features/centre/centre.ts'
import type { CredentialDraft } from '../../../shared/features/instructor/contract.ts'
import type { TradeCode } from '../../../shared/features/program/trades.ts'
import { sampleAccount } from '../../../shared/features/session/sample-account.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import { addYears, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { SampleSession } from './sample-session.ts'

export const sampleOfficer = {
  prefix: '' as const,
  title: 'Kepala UPT Balai Latihan Kerja',
  name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.',
  rank: 'Pembina Tingkat I (IV/b)',
  nip: '197104121998031004',
  validFrom: '2024-01-02' as PlainDate,
  validUntil: null,
}

export const { name: samplePerson, password: samplePassword } = sampleAccount

/** Creates a fictional office with its official, an operator and three empty rooms. */
export async function setUpSampleCentre({ client }: SampleSession): Promise<void> {
  await client.centre.setUp({
    centre: {
      ...defaultCentre,
      address: 'Jl. Contoh Raya No. 10, Tangerang 15111',
      phone: '(021) 555 0110',
      email: 'blk@contoh.go.id',
    },
    logo: null,
    officer: sampleOfficer,
    operator: samplePerson,
  })
  await client.access.makeFirst({ name: samplePerson, secret: { kind: 'PASSWORD', secret: samplePassword } })
  // Sample people have no photos: this office glues them in.
  const { rules } = await client.centre.get({})
  await client.centre.updateRules({ ...rules, printPhoto: false })
  for (const room of [
    { name: 'R. Rias 1', capacity: 20, note: '16 cermin', trades: ['TR' as const], active: true },
    { name: 'Dapur 2', capacity: 18, note: '', trades: ['TB' as const], active: true },
    { name: 'Bengkel Motor', capacity: 20, note: '', trades: ['SM' as const], active: true },
  ]) {
    await client.program.saveRoom({ id: null, room })
  }
}

type SampleInstructor = {
  name: string
  trade: TradeCode
  scheme: string
  lsp: string
  issued: PlainDate
  number: string
  registration: string
}

export async function addSampleInstructor({ client }: SampleSession, sample: SampleInstructor): Promise<InstructorId> {
  const { id } = await client.instructor.save({
    id: null,
    instructor: { name: sample.name, nip: '', institution: sample.lsp, phone: '', active: true },
  })
  const credential: CredentialDraft = {
    kind: 'TEKNIS',
    number: sample.number,
    registration: sample.registration,
    lsp: sample.lsp,
    licence: '',
    scheme: sample.scheme,
    trades: [sample.trade],
    issued: sample.issued,
    validUntil: addYears(sample.issued, 3),
  }
  await client.instructor.saveCredential({ instructorId: id, id: null, credential })
  return id
}
