import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { nothing } from '../../kernel/schema.ts'
import { longTask, output, task } from '../../operation.ts'
import type { ReleaseNews } from './release.ts'

/** A verified release whose installer is in the data folder. */
export type PreparedUpdate = {
  version: string
  published: PlainDate
  bytes: number
  /** "diska E:", or the folder it came from. */
  source: string
  checkedAt: string
  /** Time of the verified snapshot made before it. */
  snapshotAt: string
  news: ReleaseNews[]
  /** A security fix that may wait until this day; null otherwise. */
  until: PlainDate | null
  /** 'closing' installs when the program ends; 'later' asks again on `remindOn`. */
  when: 'open' | 'closing' | 'later'
  remindOn: PlainDate | null
}

export type UpdateStatus = {
  present: string
  /** False in a host that cannot start an installer. */
  possible: boolean
  prepared: PreparedUpdate | null
  /** Desks: number of paired ones, and people working there now. */
  desks: { paired: number; people: string[] }
  /** Result of the last try, kept until the next one. */
  last: { outcome: 'installed' | 'failed'; version: string; from: string; at: string; news: ReleaseNews[] } | null
}

export const updateContract = {
  status: task('everyone', 'Membaca keadaan pembaruan', nothing, output<UpdateStatus>()),
  /** Searches USB sticks and the downloads folder for the newest release; null if there is no newer one. */
  search: longTask(
    'admin.change',
    'Mencari pembaruan',
    {},
    output<{ prepared: PreparedUpdate | null; looked: string[] }>(),
  ),
  /** Lets the person choose an installer, verifies it, makes a snapshot and keeps a copy; null if cancelled. */
  choose: longTask('admin.change', 'Memilih berkas pembaruan', {}, output<PreparedUpdate | null>()),
  /** 'now' closes the program, installs and opens it again. */
  install: task('admin.change', 'Memasang pembaruan', { when: z.enum(['now', 'closing', 'later']) }),
  /** Deletes the prepared release. */
  discard: task('admin.change', 'Membuang pembaruan', nothing),
}
