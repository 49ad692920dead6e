import { randomBytes } from 'node:crypto'
import type { StaffRole, StaffSession } from '../../../shared/features/hub/hub-contract.ts'
import { type HashCost, hashSecret, secretFits, usualCost } from '../../backend/keys/secret-hash.ts'
import type { HubDatabase } from '../database/hub-database.ts'
import { base32, counterOfCode } from './totp.ts'

export type Staff = {
  id: number
  name: string
  office: string
  role: StaffRole
  regency: string
  centreId: string | null
  mustChange: boolean
}

export type NewStaff = Pick<Staff, 'name' | 'office' | 'role' | 'regency' | 'centreId'>
type StaffRow = Staff & { hash: string; secret: Buffer | null; used: number; failures: number; waits: number }

const columns = `id, name, office, role, regency, centre_id AS "centreId", must_change AS "mustChange", hash, code_secret AS secret,
  code_used AS used, failures, coalesce(extract(epoch FROM failed_at + make_interval(secs => least(900, 30 * power(2, greatest(failures - 5, 0)))) - now()), 0)::float AS waits`
/** Minutes without a call after which a person must sign in again. */
const idleMinutes = 10
const firstStaff = { name: 'admin', office: 'Pusat', role: 'admin', regency: '', centreId: null } as const
const wrong = 'Nama, sandi, atau kode salah.'

/** Accounts of the staff of the Dinas, and their sessions. Sessions are in memory: after a restart everyone signs in again. */
export class StaffSessions {
  readonly #db: HubDatabase
  readonly #cost: HashCost
  readonly #sessions = new Map<string, { id: number; last: number }>()

  constructor(db: HubDatabase, cost: HashCost = usualCost) {
    this.#db = db
    this.#cost = cost
  }

  /** Creates the first account if there is none and returns its password, to be changed at the first sign-in. */
  async firstAccount(): Promise<string | null> {
    const { rows } = await this.#db.query('SELECT 1 FROM pusat.staff LIMIT 1')
    return rows.length > 0 ? null : this.add(firstStaff)
  }

  /** Returns a password that must be changed at the first sign-in. */
  async add({ name, office, role, regency, centreId }: NewStaff): Promise<string> {
    const password = base32(randomBytes(10))
    const hash = await hashSecret(password, this.#cost, null)
    await this.#db.query(
      'INSERT INTO pusat.staff (name, office, role, regency, centre_id, hash, must_change) VALUES ($1, $2, $3, $4, $5, $6, true)',
      [name, office, role, regency, centreId, hash],
    )
    return password
  }

  /** Returns a first password, as for a new account. Removes the authenticator of the lost telephone and ends the sessions of the account. */
  async reset(id: number): Promise<string> {
    const password = base32(randomBytes(10))
    const hash = await hashSecret(password, this.#cost, null)
    await this.#db.query(
      'UPDATE pusat.staff SET hash = $2, must_change = true, code_secret = NULL, code_used = 0, failures = 0 WHERE id = $1',
      [id, hash],
    )
    for (const [token, session] of this.#sessions) if (session.id === id) this.#sessions.delete(token)
    return password
  }

  /**
   * Returns a session, or the problem to show. After five failures an account is locked for 30 seconds, then twice as long each time, up to 15
   * minutes.
   */
  async signIn(name: string, password: string, code: string): Promise<{ token: string } | { problem: string }> {
    const staff = await this.#find('name = $1', name)
    if (staff && staff.failures >= 5 && staff.waits > 0)
      return {
        problem: `Sandi salah ${staff.failures} kali. Coba lagi ${Math.ceil(staff.waits)} detik lagi. Akun tidak diblokir.`,
      }
    // The same work for an unknown name, so that the time does not tell which names exist.
    const fits = staff !== null && (await secretFits(password, staff.hash, null))
    if (!staff) await hashSecret(password, this.#cost, null)
    const used = staff?.secret ? counterOfCode(staff.secret, code, Date.now() / 1000, staff.used) : 0
    if (!staff || !fits || used === null) {
      if (staff)
        await this.#db.query('UPDATE pusat.staff SET failures = failures + 1, failed_at = now() WHERE id = $1', [
          staff.id,
        ])
      return { problem: wrong }
    }
    await this.#db.query('UPDATE pusat.staff SET failures = 0, code_used = greatest(code_used, $2) WHERE id = $1', [
      staff.id,
      used,
    ])
    const token = randomBytes(32).toString('base64url')
    this.#sessions.set(token, { id: staff.id, last: performance.now() })
    await this.note(staff, 'masuk', {})
    return { token }
  }

  signOut(token: string): void {
    this.#sessions.delete(token)
  }

  /** The person of a session. `looking`: the page only checks whether it is still signed in, which does not restart the ten minutes. */
  async staffOf(token: string, looking = false): Promise<Staff | null> {
    const session = this.#sessions.get(token)
    if (!session) return null
    if (performance.now() - session.last > idleMinutes * 60_000) {
      this.#sessions.delete(token)
      return null
    }
    const staff = await this.#find('id = $1', session.id)
    if (!staff) return null
    if (!looking) session.last = performance.now()
    return staff
  }

  /** A new authenticator secret; it becomes valid when one of its codes is typed back. */
  async newSecret(staff: Staff, hub: string): Promise<{ secret: string; address: string }> {
    const bytes = randomBytes(20)
    await this.#db.query('UPDATE pusat.staff SET code_secret = $2, code_used = 0 WHERE id = $1 AND must_change', [
      staff.id,
      bytes,
    ])
    const secret = base32(bytes)
    return {
      secret,
      address: `otpauth://totp/${encodeURIComponent(hub)}:${encodeURIComponent(staff.name)}?secret=${secret}&issuer=${encodeURIComponent(hub)}`,
    }
  }

  async settle({ id }: Staff, password: string, code: string): Promise<string | null> {
    const staff = await this.#find('id = $1', id)
    const used = staff?.secret ? counterOfCode(staff.secret, code, Date.now() / 1000, staff.used) : null
    if (used === null) return 'Kode enam angka tidak cocok. Tunggu kode berikutnya di telepon, lalu ketik lagi.'
    const hash = await hashSecret(password, this.#cost, null)
    await this.#db.query('UPDATE pusat.staff SET hash = $2, must_change = false, code_used = $3 WHERE id = $1', [
      id,
      hash,
      used,
    ])
    return null
  }

  async note(staff: Staff, deed: string, detail: object): Promise<void> {
    await this.#db.query('INSERT INTO pusat.deed (staff, deed, detail) VALUES ($1, $2, $3)', [
      staff.name,
      deed,
      JSON.stringify(detail),
    ])
  }

  async #find(condition: string, value: string | number): Promise<StaffRow | null> {
    const { rows } = await this.#db.query<StaffRow>(
      `SELECT ${columns} FROM pusat.staff WHERE ${condition} AND disabled_at IS NULL`,
      [value],
    )
    return rows[0] ?? null
  }
}

/** The reach of a person in the format of the row level security. */
export function reachOf({ regency, centreId }: Staff): string {
  if (centreId) return `centre ${centreId}`
  return regency === '' ? 'province' : `city ${regency}`
}

export function sessionOf(staff: Staff, hub: string): StaffSession {
  const { name, office, role, regency, centreId, mustChange } = staff
  return {
    hub,
    name,
    office,
    role,
    mustChange,
    reach: centreId ? 'Satu balai' : regency === '' ? 'Seluruh provinsi' : `Kota/kabupaten ${regency}`,
  }
}
