import { ORPCError } from '@orpc/server'
import type { HubDatabase } from '../database/hub-database.ts'
import type { NewStaff, Staff, StaffSessions } from './staff-sessions.ts'

/** What an Admin Pusat does with other accounts; each action is recorded with that Admin's name. */
export class Accounts {
  readonly #db: HubDatabase
  readonly #sessions: StaffSessions

  constructor(db: HubDatabase, sessions: StaffSessions) {
    this.#db = db
    this.#sessions = sessions
  }

  async list() {
    const { rows } = await this.#db.query<
      Omit<Staff, 'centreId' | 'mustChange'> & { centre: string | null; disabled: boolean }
    >(
      `SELECT s.id, s.name, s.office, s.role, s.regency, m.name AS centre, s.disabled_at IS NOT NULL AS disabled
         FROM pusat.staff s LEFT JOIN pusat.member m USING (centre_id) ORDER BY s.name`,
    )
    return rows
  }

  /** Returns the first password. */
  async add(by: Staff, account: NewStaff): Promise<{ password: string }> {
    const password = await this.#sessions.add(account).catch((error: { code?: string }) => {
      if (error.code === '23505') throw new ORPCError('CONFLICT', { message: `Akun ${account.name} sudah ada.` })
      if (error.code === '23503') throw new ORPCError('NOT_FOUND', { message: 'Balai itu belum tersambung.' })
      throw error
    })
    await this.#sessions.note(by, 'tambah akun', { name: account.name, role: account.role, centre: account.centreId })
    return { password }
  }

  async disable(by: Staff, id: number, disabled: boolean): Promise<void> {
    if (by.id === id) throw new ORPCError('CONFLICT', { message: 'Akun sendiri tidak dapat dinonaktifkan.' })
    await this.#db.query('UPDATE pusat.staff SET disabled_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
      id,
      disabled,
    ])
    await this.#sessions.note(by, disabled ? 'nonaktifkan akun' : 'aktifkan akun', { id })
  }

  /** Returns a new first password. */
  async reset(by: Staff, id: number): Promise<{ password: string }> {
    if (by.id === id) throw new ORPCError('CONFLICT', { message: 'Minta Admin Pusat lain membuat sandi baru.' })
    await this.#sessions.note(by, 'sandi baru', { id })
    return { password: await this.#sessions.reset(id) }
  }
}
