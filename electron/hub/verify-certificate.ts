import { createHash } from 'node:crypto'
import { checkRecord, type PublicKey, recordAsPasted } from '../../shared/features/certificate/signed-record.ts'
import {
  formatRevoked,
  formatSuperseded,
  notGenuine,
  type VerificationStatus,
} from '../../shared/features/certificate/verification.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { isSignedBy } from '../backend/features/certificate/keys/signing-key-store.ts'
import type { HubDatabase } from './database/hub-database.ts'

/** What the public page shows: no more than the paper does, and of the name only the first word and initials. */
export type PublicCheck = {
  status: VerificationStatus
  number: string
  kind: 'certificate' | 'statement' | null
  name: string
  program: string
  centre: string
  issuedOn: PlainDate | null
  reason: string
}

type Paper = {
  centre: string
  kind: 'certificate' | 'statement'
  name: string
  program: string
  issued_on: PlainDate
  state: 'holds' | 'replaced' | 'revoked'
  state_on: PlainDate
  replaced_by: string
  record: string
}

/** Checks the number on a paper, or the text of its QR code, which is first checked against the keys of all centres. */
export async function verifyCertificate(db: HubDatabase, typed: string): Promise<PublicCheck> {
  const text = typed.trim()
  const isCode = /^(C1\*|B\||B1\.)/.test(text)
  const answer = await db.as({ role: 'balai_public', reach: '' }, async client => {
    const papers = async (number: string) => (await client.query<Paper>('SELECT * FROM pusat.paper($1)', [number])).rows
    if (!isCode) return { number: text, papers: await papers(text) }
    const { rows } = await client.query<{ id: string; public_key: string }>('SELECT * FROM pusat.public_keys()')
    const keys = rows.map((row): PublicKey => ({ id: row.id, publicKey: row.public_key }))
    const judged = checkRecord(text, keys, isSignedBy)
    if (judged.state !== 'genuine') return notGenuine(judged)
    const digest = createHash('sha256').update(recordAsPasted(text)).digest('hex')
    const { number } = judged.record
    return { number, papers: (await papers(number)).filter(paper => paper.record === digest) }
  })
  if ('status' in answer) return { ...nothing, status: answer.status, reason: answer.reason }
  const [paper] = answer.papers
  if (!paper)
    return {
      ...nothing,
      number: answer.number,
      status: 'unknown',
      reason: isCode
        ? 'Tanda tangannya cocok, tetapi sertifikat ini belum ada di Pusat. Tanyakan kepada balai yang tertulis padanya.'
        : 'Nomor ini tidak ada di Pusat. Periksa ejaannya, atau tanyakan kepada balai yang tertulis pada sertifikat.',
    }
  return {
    number: answer.number,
    kind: paper.kind,
    name: shortName(paper.name),
    program: paper.program,
    centre: paper.centre,
    issuedOn: paper.issued_on,
    ...stateOf(paper),
  }
}

const nothing = { number: '', kind: null, name: '', program: '', centre: '', issuedOn: null }

function stateOf({ state, state_on, replaced_by, centre }: Paper): Pick<PublicCheck, 'status' | 'reason'> {
  if (state === 'revoked') return { status: 'revoked', reason: formatRevoked(state_on) }
  if (state === 'replaced') return { status: 'superseded', reason: formatSuperseded(replaced_by, state_on) }
  return { status: 'valid', reason: `Tercatat di ${centre} dan tidak dicabut.` }
}

/** 'Rahayu Ningsih Putri' → 'Rahayu N. P.': enough for a holder of the paper, too little for a person who guesses numbers. */
function shortName(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/)
  return [first, ...rest.map(word => `${word.charAt(0)}.`)].join(' ')
}
