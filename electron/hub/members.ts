import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type { Enrolled, elsewhereRequest, enrolmentRequest } from '../../shared/features/hub/batch.ts'
import type { TrainedElsewhere } from '../../shared/features/hub/notice.ts'
import type { HubDatabase } from './database/hub-database.ts'
import { Refused } from './receive/refused.ts'

/** No I, L, O, U, 0 or 1: a code is read out on the telephone. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const invitationDays = 30

/** Makes a code for one centre that works once; with `centreId` for a centre that lost its key. It is shown now and stored as a digest. */
export async function invite(
  db: HubDatabase,
  by: string,
  note: string,
  centreId: string | null = null,
): Promise<string> {
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  await db.query(
    `INSERT INTO pusat.invitation (code_hash, note, centre_id, made_by, until) VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [digest(code), note, centreId, by, invitationDays],
  )
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** @throws Refused code_wrong */
export async function enrol(
  db: HubDatabase,
  hub: string,
  request: z.infer<typeof enrolmentRequest>,
): Promise<Enrolled> {
  const code = request.code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const key = randomBytes(32).toString('base64url')
  return db.own(async client => {
    const { rows } = await client.query<{ centre_id: string | null }>(
      'SELECT centre_id FROM pusat.invitation WHERE code_hash = $1 AND used_at IS NULL AND until > now() FOR UPDATE',
      [digest(code)],
    )
    const [invitation] = rows
    if (!invitation) throw new Refused({ code: 'code_wrong' })
    const centreId = invitation.centre_id ?? randomUUID()
    await client.query(
      `INSERT INTO pusat.member (centre_id, key_hash, name, city, regency) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (centre_id) DO UPDATE SET key_hash = EXCLUDED.key_hash, revoked_at = NULL`,
      [centreId, digest(key), request.name, request.city, request.regency],
    )
    await client.query('UPDATE pusat.invitation SET used_at = now(), used_by = $2 WHERE code_hash = $1', [
      digest(code),
      centreId,
    ])
    return { centreId, key, hub }
  })
}

/** The centre of a key; null for an unknown key. */
export async function centreOfKey(db: HubDatabase, authorization: string | undefined): Promise<string | null> {
  const [, centreId = '', key = ''] = /^Balai ([0-9a-f-]{36})\.([\w-]{20,100})$/.exec(authorization ?? '') ?? []
  if (key === '') return null
  const { rows } = await db.query<{ key_hash: string }>(
    'SELECT key_hash FROM pusat.member WHERE centre_id = $1 AND revoked_at IS NULL',
    [centreId],
  )
  const kept = rows[0]?.key_hash
  return kept !== undefined && timingSafeEqual(Buffer.from(kept), Buffer.from(digest(key))) ? centreId : null
}

export async function trainedElsewhere(
  db: HubDatabase,
  centreId: string,
  query: z.infer<typeof elsewhereRequest>,
): Promise<TrainedElsewhere[]> {
  return db.as({ role: 'balai_receiver', reach: `centre ${centreId}` }, async client => {
    const { rows } = await client.query<TrainedElsewhere>('SELECT * FROM pusat.trained_elsewhere($1, $2, $3, $4)', [
      centreId,
      query.keyId,
      query.person,
      query.since,
    ])
    return rows
  })
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
