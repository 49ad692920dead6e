import { claimedNumber } from '../../../../../shared/features/certificate/signed-record.ts'
import type { BookVerification, VerificationWay } from '../../../../../shared/features/certificate/verification.ts'
import {
  verificationAnswers,
  verificationWayLabels,
} from '../../../../../shared/features/certificate/verification-answers.ts'
import type { verificationContract } from '../../../../../shared/features/certificate/verification-contract.ts'
import { worstVerification } from '../../../../../shared/features/certificate/worst-verification.ts'
import { DomainError } from '../../../domain-error.ts'
import { readQrCodesApart } from '../../../picture/read-qr-apart.ts'
import type { CommandScope, Handlers } from '../../../scope.ts'
import { getCentre } from '../../centre/centre-store.ts'
import { decryptKeys, encryptKeys, type KeySecret } from '../keys/key-backup.ts'
import { keyFile } from '../keys/key-file-store.ts'
import {
  createSigningKey,
  insertKey,
  listKeys,
  markBackedUp,
  publicKeys,
  publicPart,
} from '../keys/signing-key-store.ts'
import { checkerPage } from './checker-page.ts'
import { insertVerification, verifyRecord } from './verification-store.ts'

/** Phone photos have about 10; a larger file is no picture of a paper. */
const mostMegabytes = 40

export const verificationHandlers: Handlers<typeof verificationContract> = {
  check: ({ db }, { text }) => verifyRecord(db, text),

  recordCheck(scope, { text }) {
    const answer = verifyRecord(scope.db, text)
    if (answer.number === null) throw new DomainError({ code: 'not_found', entity: 'certificate' })
    recordAnswer(scope, answer, claimedNumber(text) === null ? 'number' : 'code')
  },

  async checkFile({ read, write }, { file }) {
    if (file.size > mostMegabytes * 1024 * 1024)
      throw new DomainError({ code: 'file_too_large', megabytes: mostMegabytes })
    const texts = await readQrCodesApart(new Uint8Array(await file.arrayBuffer()))
    const worst = read(({ db }) => worstVerification(texts?.map(text => verifyRecord(db, text)) ?? null))
    const answer = 'number' in worst ? worst : { ...worst, number: null }
    if (answer.number !== null) write(scope => recordAnswer(scope, answer, 'file'))
    return answer
  },

  async keyFile({ read }) {
    const keys = read(({ db, today }) => keyFile(db, today))
    return new File([`${JSON.stringify(keys, null, 2)}\n`], `kunci-publik-${keys.listedOn}.json`, {
      type: 'application/json',
    })
  },

  async checkerPage({ read }) {
    const keys = read(({ db, today }) => keyFile(db, today))
    const page = await checkerPage(keys)
    return new File([page], `periksa-sertifikat-${keys.listedOn}.html`, { type: 'text/html' })
  },

  async keys({ read, workspace, host }) {
    const rows = read(({ db }) => listKeys(db))
    return {
      keys: rows.map(row => ({ ...row, secretHere: workspace.keys.get(row.id) !== null })),
      protectedBySystem: host.keyProtection !== undefined,
    }
  },

  rotate(scope, { reason }) {
    const before = publicKeys(scope.db).find(key => key.retiredAt === null)?.id ?? null
    const id = createSigningKey(scope)
    scope.record('signing_key', id, { inUse: before }, { inUse: id, reason })
    return { id }
  },

  async backUp({ read, write, workspace, entropy }, { passphrase }) {
    const { centre, rows } = read(({ db }) => ({ centre: getCentre(db).name, rows: listKeys(db) }))
    const secrets = rows.flatMap(({ id, createdAt }): KeySecret[] => {
      const secret = workspace.keys.get(id)
      return secret ? [{ id, createdAt, secret }] : []
    })
    if (secrets.length === 0) throw new DomainError({ code: 'signing_key_missing' })
    const text = encryptKeys(secrets, centre, passphrase, entropy)
    const name = write(({ db, at, today, record }) => {
      for (const { id } of secrets) markBackedUp(db, id, at)
      record('signing_key', 'backup', null, { keys: secrets.map(({ id }) => id) })
      return `cadangan-kunci-${today}.json`
    })
    return new File([text], name, { type: 'application/json' })
  },

  async restore({ write, workspace }, { file, passphrase }) {
    if (file.size > 1024 * 1024) throw new DomainError({ code: 'key_backup_unreadable' })
    const secrets = decryptKeys(await file.text(), passphrase)
    return write(({ db, at, record }) => {
      const known = new Set(publicKeys(db).map(({ id }) => id))
      const lost = secrets.filter(({ id }) => workspace.keys.get(id) === null)
      for (const { id, secret, createdAt } of lost) {
        workspace.keys.put(id, secret)
        // A key of a lost database: it cannot sign here, but verifies again.
        if (!known.has(id)) insertKey(db, { id, publicBytes: publicPart(secret).publicBytes, createdAt, retiredAt: at })
      }
      record('signing_key', 'restore', null, { keys: lost.map(({ id }) => id) })
      return { restored: lost.length, known: secrets.length - lost.length }
    })
  },
}

/** Results about unknown numbers are not recorded. */
function recordAnswer(
  { db, at, operator, record }: CommandScope,
  { number, status }: BookVerification,
  how: VerificationWay,
): void {
  if (number === null || status === 'unknown') return
  insertVerification(db, number, { how, status }, { at, by: operator.name })
  record('certificate', number, null, { verified: verificationAnswers[status].title, way: verificationWayLabels[how] })
}
