import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import { type OperatorId, ticket } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { askingPassword, output, query, task, type WorkProgress } from '../../operation.ts'
import type { Elsewhere } from '../access/contract.ts'
import type { Role } from '../access/roles.ts'
import { practiceScenes } from './practice-scenes.ts'

export type Snapshot = { name: string; takenAt: string; bytes: number }

/** A file in the data folder without a row: left by a power cut, or by a restore of older data. */
export type Leftover = { path: string; bytes: number; foundOn: PlainDate }

export type SessionStatus = {
  /** 'ready': working; 'setup': no centre yet; in all other states the database could not be opened. */
  state:
    | 'ready'
    | 'setup'
    | 'locked'
    | 'damaged'
    | 'gone'
    | 'behind'
    | 'newer'
    | 'outdated'
    | 'foreign'
    | 'network'
    | 'cloud'
    | 'removable'
    | 'program'
    | 'unwritable'
    | 'full'
  /** Why the database could not be opened; null in 'ready' and 'setup'. */
  trouble: DomainErrorData | null
  dataFolder: string
  snapshots: Snapshot[]
  /** Time of the newest verified snapshot. */
  provenSnapshot: string | null
  /** Time of a failed snapshot at quit, unless a later one succeeded. */
  missedSnapshot: string | null
  /** Rows not written by this program, found by the check in the background, as text. */
  changedOutside: string[]
  /** Time of the last work, if the clock is now before it or years after it. */
  clockJumpedFrom: string | null
  /** The private key named in the database is missing on this computer or unreadable. */
  signingKeyGone: boolean
  today: PlainDate
  /** Wall time of the centre, 'YYYY-MM-DDTHH:MM'. */
  now: string
  version: string
  /** Wall time of the start of the program that holds the data. */
  startedAt: string
  capabilities: { print: 'system' | 'page'; save: 'dialog' | 'download'; open?: 'system' }
  centre: { name: string; city: string; practice: boolean } | null
  /** The signed-in person. */
  operator: { id: OperatorId; name: string; roles: Role[] } | null
  /** Where else that person works now. */
  elsewhere: Elsewhere[]
  /** Name of this computer. */
  desk: string
  /** Role of this computer if others work with the data too. */
  shared: 'main' | 'desk' | null
  /** How many desks are connected to this main computer. */
  desks: number
  /** Since when it is locked; `operator` unlocks it with the PIN or password. */
  lockedAt: string | null
  /** The secret was set by another person and must be changed first. */
  mustChange: boolean
  /** False until an account exists: the page then asks for the first one. */
  hasAccounts: boolean
}

export const sessionContract = {
  /** Works in every state, so that a broken database still shows a screen. */
  status: task('open', 'Membaca keadaan', nothing, output<SessionStatus>()),
  /** Restores a snapshot; the present file is renamed and kept. */
  restore: askingPassword(
    task('restore.restore', 'Memulihkan cadangan', { snapshot: line(120, 1) }, output<{ keptAs: string | null }>()),
  ),
  /** Opens data that is older than the last write, or without anchor, as it is; the history records who did it and what was missing. */
  goOn: task('restore.restore', 'Meneruskan data yang mundur', nothing),
  takeSnapshot: task('backup.make', 'Membuat cadangan', nothing, output<Snapshot>()),
  /** Files without a row, deleted thirty days after they were found; oldest first. */
  leftovers: task('backup.make', 'Mencari berkas sisa', nothing, output<Leftover[]>()),
  /** Opens the practice centre, filled with sample classes on first use; with a scene it is reset to that state. */
  openPractice: task('open', 'Membuka balai latihan', { scene: z.enum(practiceScenes).nullable().default(null) }),
  /** Resets the open practice centre. */
  resetPractice: task('open', 'Mengulangi balai latihan dari awal', {
    scene: z.enum(practiceScenes).default('classes'),
  }),
  leavePractice: task('open', 'Keluar dari balai latihan', nothing),
  /** How far the task with this ticket is; null where none runs. */
  progress: query('everyone', { ticket }, output<WorkProgress | null>()),
  /** Stops it: it ends in reading_stopped and has changed nothing. */
  stop: task('everyone', 'Menghentikan pekerjaan', { ticket }),
  print: task('open', 'Mencetak', { title: line(200, 1), pdf: z.file() }, output<{ printed: boolean }>()),
  /** Opens a file in the program of the system: Word, Excel. */
  open: task(
    'open',
    'Membuka berkas di program lain',
    { name: line(200, 1), file: z.file() },
    output<{ opened: boolean }>(),
  ),
  save: task('open', 'Menyimpan berkas', { name: line(200, 1), file: z.file() }, output<{ saved: boolean }>()),
}
