import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { nothing } from '../../kernel/schema.ts'
import { output, task } from '../../operation.ts'
import type { ReleaseNews } from './release.ts'

/** A checked release whose installer lies ready in the data folder. */
export type PreparedUpdate = {
  version: string
  published: PlainDate
  bytes: number
  /** "diska E:", or the folder it was taken from. */
  source: string
  checkedAt: string
  /** Time of the snapshot that was made and opened before it. */
  snapshotAt: string
  news: ReleaseNews[]
  /** It repairs security, and may wait until this day. */
  until: PlainDate | null
  /** 'closing' installs when the program ends; 'later' is asked again on `remindOn`. */
  when: 'open' | 'closing' | 'later'
  remindOn: PlainDate | null
}

export type UpdateStatus = {
  present: string
  /** False in a host that cannot start an installer. */
  possible: boolean
  prepared: PreparedUpdate | null
  /** Other computers of the office: how many are let in, and who works there now. */
  desks: { paired: number; people: string[] }
  /** How the last try ended; told until the next one. */
  last: { outcome: 'installed' | 'failed'; version: string; from: string; at: string; news: ReleaseNews[] } | null
}

export const updateContract = {
  status: task('everyone', 'Membaca keadaan pembaruan', nothing, output<UpdateStatus>()),
  /** Looks on USB sticks and in the downloads for the newest release; null where there is none that is newer. */
  search: task(
    'admin.change',
    'Mencari pembaruan',
    nothing,
    output<{ prepared: PreparedUpdate | null; looked: string[] }>(),
  ),
  /** Asks for an installer, checks it, takes a snapshot and keeps a copy; null when the clerk cancels. */
  choose: task('admin.change', 'Memilih berkas pembaruan', nothing, output<PreparedUpdate | null>()),
  /** 'now' ends the program, installs and opens it again. */
  install: task('admin.change', 'Memasang pembaruan', { when: z.enum(['now', 'closing', 'later']) }),
  /** Throws the prepared one away. */
  discard: task('admin.change', 'Membuang pembaruan', nothing),
}
