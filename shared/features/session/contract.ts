import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import type { OperatorId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, task } from '../../operation.ts'
import type { Role } from '../access/roles.ts'
import { practiceScenes } from './practice-scenes.ts'

export type Snapshot = { name: string; takenAt: string; bytes: number }

/** A file of the data folder that no row names: a power cut, or a restore of data from before it. */
export type Leftover = { path: string; bytes: number; foundOn: PlainDate }

export type SessionStatus = {
  /** 'ready' works; 'setup' waits for the centre; in every other state the database could not be opened. */
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
  /** Time of the newest snapshot that was opened and checked. */
  provenSnapshot: string | null
  /** When the snapshot at quit failed, unless one was made since. */
  missedSnapshot: string | null
  /** What a look at all rows in the background found that this program has not written, in words. */
  changedOutside: string[]
  /** The moment of the last work, where the clock stands before it or years after it: one of the two was wrong. */
  clockJumpedFrom: string | null
  /** The database names a key that signs papers, and its secret is not on this computer or cannot be read. */
  signingKeyGone: boolean
  today: PlainDate
  /** Wall time of the centre, 'YYYY-MM-DDTHH:MM'. */
  now: string
  version: string
  capabilities: { print: 'system' | 'page'; save: 'dialog' | 'download'; open?: 'system' }
  centre: { name: string; city: string; practice: boolean } | null
  /** Who works here. */
  operator: { id: OperatorId; name: string; roles: Role[] } | null
  /** The place where this page stands. */
  desk: string
  /** Whether others work on this data at the same time, and as what this place does. */
  shared: 'main' | 'desk' | null
  /** Since when this place is locked; `operator` comes back with the own PIN or password. */
  lockedAt: string | null
  /** The PIN or password was given by another person and must be changed first. */
  mustChange: boolean
  /** False until somebody can sign in: then the page asks for the first account. */
  hasAccounts: boolean
}

export const sessionContract = {
  /** Answers in every state, so that a broken database still gets a screen. */
  status: task('open', 'Membaca keadaan', nothing, output<SessionStatus>()),
  /** Puts a snapshot in place of the present file, which is renamed aside. */
  restore: task(
    'restore.restore',
    'Memulihkan cadangan',
    { snapshot: line(120, 1) },
    output<{ keptAs: string | null }>(),
  ),
  /** Opens data that is behind what was last written, or without its anchor, as it is; the history says who and what was missing. */
  goOn: task('restore.restore', 'Meneruskan data yang mundur', nothing),
  takeSnapshot: task('backup.make', 'Membuat cadangan', nothing, output<Snapshot>()),
  /** Files that are taken away thirty days after they were found, the oldest first. */
  leftovers: task('backup.make', 'Mencari berkas sisa', nothing, output<Leftover[]>()),
  /** Opens the separate practice centre, filled with sample classes on its first use; with a scene it begins anew in that one. */
  openPractice: task('open', 'Membuka balai latihan', { scene: z.enum(practiceScenes).nullable().default(null) }),
  /** Throws away what was done in the practice centre, which is open. */
  resetPractice: task('open', 'Mengulangi balai latihan dari awal', {
    scene: z.enum(practiceScenes).default('classes'),
  }),
  leavePractice: task('open', 'Keluar dari balai latihan', nothing),
  print: task('open', 'Mencetak', { title: line(200, 1), pdf: z.file() }, output<{ printed: boolean }>()),
  /** Opens a file in the program that the system has for it: Word, Excel. */
  open: task(
    'open',
    'Membuka berkas di program lain',
    { name: line(200, 1), file: z.file() },
    output<{ opened: boolean }>(),
  ),
  save: task('open', 'Menyimpan berkas', { name: line(200, 1), file: z.file() }, output<{ saved: boolean }>()),
}
