import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { type DeskId, deskId } from '../../ids.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { output, stream, task } from '../../operation.ts'
import type { FirewallReading } from './firewall.ts'

export type DeskRow = {
  id: DeskId
  name: string
  /** What the computer calls itself. */
  computer: string
  /** Who works there now, or did last. */
  person: string | null
  version: string
  /** Wall time; null for one that is here now or was never seen. */
  lastSeen: string | null
  /** Median of the last twenty answers in milliseconds. */
  delay: number | null
  state: 'here' | 'old' | 'away'
  pairedAt: string
  pairedBy: string
}

export type PairingRequest = {
  id: string
  name: string
  computer: string
  address: string
  words: string[]
  /** Whoever sits there has said that the words are the same. */
  same: boolean
}

export type DeskOverview = {
  /** Whether other computers can come in, since when, and where. */
  open: {
    since: string
    port: number
    addresses: string[]
    host: string
    /** The day from which the key of this host is good. */
    certificateFrom: string
    /** Whether this computer is kept from sleeping, and whether this program can do that. */
    awake: boolean
    mayStay: boolean
    /** Null where the system does not say. */
    firewall: FirewallReading | null
    /** Said to the desks: how many seconds are left, and who closes. */
    closing: { seconds: number; by: string } | null
  } | null
  /** Whether this program can open itself to others at all. */
  able: boolean
  code: { digits: string; seconds: number } | null
  requests: PairingRequest[]
  desks: DeskRow[]
  main: { person: string | null; version: string; computer: string }
}

/** What somebody does with what stands on his page. */
const doings = ['reading', 'editing', 'left'] as const
export type Doing = (typeof doings)[number]
export type Present = { name: string; desk: string; doing: Exclude<Doing, 'left'>; since: string }

/** Operations whose answers are not what they were; '*' for all. */
export type News = { stale: string[] }

export const deskContract = {
  /** Tells which answers are out of date, until it is hung up. */
  live: stream('everyone', nothing, eventIterator(z.custom<News>())),
  /** Who else has this page open; says what one does there oneself. Nobody is told of who has left ten seconds ago. */
  here: task(
    'everyone',
    'Memberi tahu halaman yang dibuka',
    { subject: line(80, 1), doing: z.enum(doings) },
    output<Present[]>(),
  ),
  /** A key for what is kept on a desk while the host is out of reach: of this person at this desk. */
  draftKey: task('everyone', 'Membuka isian yang tersimpan', nothing, output<{ key: string }>()),
  overview: task('admin.see', 'Melihat meja', nothing, output<DeskOverview>()),
  open: task('admin.change', 'Membuka untuk meja lain', { port: z.int().min(0).max(65_535).default(0) }),
  /** With `seconds` the desks are told first; `open` takes it back until then. */
  close: task('admin.change', 'Menutup untuk meja lain', { seconds: z.int().min(0).max(600).default(0) }),
  /** From sleeping, while others work with its data. */
  keepAwake: task('admin.change', 'Menahan komputer agar tidak tidur', { on: z.boolean() }),
  newCode: task('admin.change', 'Membuat kode sambung', nothing, output<{ digits: string }>()),
  approve: task('admin.change', 'Menyetujui meja', { request: line(64, 1) }, output<{ id: DeskId }>()),
  refuse: task('admin.change', 'Menolak meja', { request: line(64, 1) }),
  rename: task('admin.change', 'Mengganti nama meja', { id: deskId, name: line(40, 1) }),
  putOut: task('admin.change', 'Memutuskan meja', { id: deskId }),
}
